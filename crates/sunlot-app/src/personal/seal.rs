//! One value, sealed by itself: XChaCha20-Poly1305 over a fresh salt and the value, with everything that its note says of
//! it as associated data, so that no value can be put in the place of another.
//!
//! The salt is sealed, too. Beside the commitment it would give the value away: a telephone number is found by trying.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};
use sunlot_store::personal::{NoteRow, SealedValue};
use zeroize::Zeroizing;

use super::key::PersonalKey;
use crate::{Env, Error, Reason, Result};

const SALT: usize = 32;
const NONCE: usize = 24;

/// A value with its salt.
pub(super) struct Salted(Zeroizing<Vec<u8>>);

impl Salted {
    /// Salts a value.
    pub(super) fn new(env: &Env, value: &str) -> Result<Self> {
        let mut salt = Zeroizing::new([0; SALT]);
        env.entropy.fill(salt.as_mut_slice())?;
        Ok(Self(Zeroizing::new([salt.as_slice(), value.as_bytes()].concat())))
    }

    /// What the trail vouches for. Without the salt it tells nothing.
    pub(super) fn commitment(&self) -> [u8; 32] {
        Sha256::new_with_prefix(b"sunlot personal\0")
            .chain_update(self.0.as_slice())
            .finalize()
            .into()
    }

    /// The value.
    pub(super) fn value(&self) -> Option<&str> {
        self.0
            .get(SALT..)
            .and_then(|value| std::str::from_utf8(value).ok())
    }

    /// Seals it as the value of this note.
    pub(super) fn seal(&self, env: &Env, key: &PersonalKey, note: i64, row: &NoteRow) -> Result<SealedValue> {
        let mut nonce = [0; NONCE];
        env.entropy.fill(&mut nonce)?;
        let payload = Payload {
            msg: &self.0,
            aad: &about(note, row),
        };
        let sealed = cipher(key)
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| Error::new(Reason::Internal, "a value could not be sealed"))?;
        let nonce = nonce.to_vec();
        Ok(SealedValue { nonce, sealed })
    }

    /// Opens the value of this note; none where it was changed, is another's, or is not what the note says.
    pub(super) fn open(key: &PersonalKey, note: i64, row: &NoteRow, value: &SealedValue) -> Option<Self> {
        let payload = Payload {
            msg: &value.sealed,
            aad: &about(note, row),
        };
        let nonce: [u8; NONCE] = value.nonce.as_slice().try_into().ok()?;
        let opened = cipher(key).decrypt(&XNonce::from(nonce), payload).ok()?;
        let salted = Self(Zeroizing::new(opened));
        (salted.commitment() == row.commitment && salted.value().is_some()).then_some(salted)
    }
}

fn cipher(key: &PersonalKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.bytes().into())
}

/// What a sealed value belongs to, each part with its length in front.
fn about(note: i64, row: &NoteRow) -> Vec<u8> {
    let mut about = b"sunlot personal/1\0".to_vec();
    about.extend_from_slice(&note.to_be_bytes());
    for part in [&row.holder_kind, &row.holder, &row.field] {
        about.extend_from_slice(&(part.len() as u64).to_be_bytes());
        about.extend_from_slice(part.as_bytes());
    }
    about.extend_from_slice(&row.commitment);
    about
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(holder: &str, salted: &Salted) -> NoteRow {
        NoteRow {
            holder_kind: "account".to_owned(),
            holder: holder.to_owned(),
            field: "mobile_phone".to_owned(),
            commitment: salted.commitment(),
            key_mark: [0; 8],
            reason: "值班联系".to_owned(),
        }
    }

    #[test]
    fn a_value_opens_as_what_it_was_sealed_and_as_nothing_else() {
        let env = Env::of_this_computer();
        let folder = tempfile::tempdir().unwrap();
        let office = sunlot_store::OfficeFolder::new(folder.path());
        let key = PersonalKey::of_test(&env, &office).unwrap();
        let salted = Salted::new(&env, "13812345678").unwrap();
        let row = row("lina", &salted);
        let sealed = salted.seal(&env, &key, 1, &row).unwrap();
        let opened = |note, row: &NoteRow, value: &SealedValue| {
            Salted::open(&key, note, row, value).and_then(|salted| salted.value().map(str::to_owned))
        };
        assert_eq!(
            opened(1, &row, &sealed).as_deref(),
            Some("13812345678"),
            "as it was sealed"
        );
        assert_eq!(opened(2, &row, &sealed), None, "not as another note's");
        let holder = "wang".to_owned();
        assert_eq!(
            opened(
                1,
                &NoteRow {
                    holder,
                    ..row.clone()
                },
                &sealed
            ),
            None,
            "not as another's"
        );
        let field = "id_number".to_owned();
        assert_eq!(
            opened(1, &NoteRow { field, ..row.clone() }, &sealed),
            None,
            "not as another field"
        );
        for place in 0..sealed.sealed.len() {
            let mut changed = sealed.clone();
            changed.sealed[place] ^= 1;
            assert_eq!(opened(1, &row, &changed), None, "byte {place} was changed");
        }
    }

    #[test]
    fn one_value_is_never_sealed_or_committed_to_in_the_same_way_twice() {
        let env = Env::of_this_computer();
        let twice = [
            Salted::new(&env, "13812345678").unwrap(),
            Salted::new(&env, "13812345678").unwrap(),
        ];
        assert_ne!(
            twice[0].commitment(),
            twice[1].commitment(),
            "else it would show who shares a number"
        );
    }
}
