//! Passwords as hashes: argon2id, slow on purpose, written as PHC strings so that the work can rise later.
//!
//! What a good password is, `sunlot-rules` knows; where hashes are kept, `sunlot-store`.

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use sunlot_rules::account::password::{LONGEST_BYTES, prepared};

use crate::{Env, Error, Reason, Result};

/// 64 MiB, three passes, one lane: RFC 9106's second choice for machines with little memory.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 1;
const TAG_BYTES: usize = 32;
const SALT_BYTES: usize = 16;

/// A hash that no password fits; judging by it takes as long as by any other, so that nobody learns who has an account.
const NOBODY: &str =
    "$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What a password came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judged {
    /// Another one.
    Wrong,
    /// The right one.
    Right,
    /// The right one, hashed with less work than today.
    RightButWeak,
}

fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(TAG_BYTES))
        .map_err(|error| Error::new(Reason::Internal, error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Hashes a password that may be used.
pub(crate) fn hash(env: &Env, password: &str) -> Result<String> {
    let internal = |error: argon2::password_hash::Error| Error::new(Reason::Internal, error.to_string());
    let mut salt = [0; SALT_BYTES];
    env.entropy.fill(&mut salt)?;
    let salt = SaltString::encode_b64(&salt).map_err(internal)?;
    let hash = argon2()?
        .hash_password(prepared(password).as_bytes(), &salt)
        .map_err(internal)?;
    Ok(hash.to_string())
}

/// Judges a password by a hash; by none, it is wrong and takes just as long.
pub(crate) fn judge(password: &str, hash: Option<&str>) -> Result<Judged> {
    let stored = hash.unwrap_or(NOBODY);
    let parsed =
        PasswordHash::new(stored).map_err(|error| Error::new(Reason::Internal, error.to_string()))?;
    let password = prepared(password);
    // What is longer than any password is wrong, and is not hashed without end.
    let typed = password
        .get(..LONGEST_BYTES.min(password.len()))
        .unwrap_or_default();
    let fits = argon2()?.verify_password(typed.as_bytes(), &parsed).is_ok();
    if !fits || hash.is_none() || password.len() > LONGEST_BYTES {
        return Ok(Judged::Wrong);
    }
    let today = Params::try_from(&parsed).is_ok_and(|params| {
        (params.m_cost(), params.t_cost(), params.p_cost()) == (MEMORY_KIB, PASSES, LANES)
    });
    Ok(if today {
        Judged::Right
    } else {
        Judged::RightButWeak
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_itself_is_right() {
        let env = Env::of_this_computer();
        let one = hash(&env, "Shuang-suiji26").unwrap();
        assert!(
            one.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"),
            "the work stands in the hash: {one}"
        );
        assert_eq!(
            judge("Shuang-suiji26", Some(&one)).unwrap(),
            Judged::Right,
            "the right one"
        );
        assert_eq!(
            judge("Shuang-suiji27", Some(&one)).unwrap(),
            Judged::Wrong,
            "nearly"
        );
        assert_eq!(
            judge("Shuang-suiji26", None).unwrap(),
            Judged::Wrong,
            "nobody has a password"
        );
        let other = hash(&env, "Shuang-suiji26").unwrap();
        assert_ne!(one, other, "two people with one password do not show it");
    }

    #[test]
    fn an_old_hash_is_right_and_asks_to_be_made_anew() {
        let weak = Argon2::new(
            Algorithm::Argon2id,
            Version::V0x13,
            Params::new(8 * 1024, 1, 1, Some(TAG_BYTES)).unwrap(),
        );
        let salt = SaltString::encode_b64(&[7; SALT_BYTES]).unwrap();
        let hash = weak.hash_password(b"Shuang-suiji26", &salt).unwrap().to_string();
        assert_eq!(
            judge("Shuang-suiji26", Some(&hash)).unwrap(),
            Judged::RightButWeak,
            "machines get faster, and so do guessers"
        );
    }
}
