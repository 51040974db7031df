//! The commitment that the room sees before any number is given, and the short code that a hand can copy.

use std::fmt;

use crate::hash::Tagged;
use crate::hex::{Digest, PublicKey, Secret};
use crate::protocol::Protocol;

/// Crockford's base 32: no I, L, O, U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many letters: 160 bits, for whoever commits could search for two lists with one shorter code.
const LENGTH: usize = 32;

/// commitment = H("commitment", M, secret).
pub fn commitment(protocol: Protocol, manifest: &Digest, secret: &Secret) -> Digest {
    Tagged::new(protocol, "commitment")
        .bytes(manifest.bytes())
        .bytes(secret.bytes())
        .digest()
}

/// The first 160 bits of a commitment, for people: eight groups of four.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShortCode([u8; LENGTH]);

impl ShortCode {
    /// The code of this commitment.
    pub fn of(commitment: &Digest) -> Self {
        let mut letters = [0; LENGTH];
        // Five bytes make eight letters, most significant bit first.
        for (bytes, group) in commitment
            .bytes()
            .chunks_exact(5)
            .zip(letters.chunks_exact_mut(8))
        {
            let bits = bytes
                .iter()
                .fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
            for (place, letter) in group.iter_mut().enumerate() {
                let five = bits >> (35 - 5 * place) & 31;
                *letter = usize::try_from(five)
                    .ok()
                    .and_then(|five| LETTERS.get(five))
                    .copied()
                    .unwrap_or(b'?');
            }
        }
        Self(letters)
    }

    /// Reads what somebody copied: spaces and hyphens anywhere, either case, O for 0, I and L for 1.
    pub fn parse(text: &str) -> Option<Self> {
        let meant = |c: char| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        };
        let mut letters = [0; LENGTH];
        let mut places = letters.iter_mut();
        for c in text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(meant)
        {
            let letter = u8::try_from(c).ok().filter(|letter| LETTERS.contains(letter))?;
            *places.next()? = letter;
        }
        places.next().is_none().then_some(Self(letters))
    }
}

impl fmt::Display for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, group) in self.0.chunks_exact(4).enumerate() {
            if place > 0 {
                f.write_str("-")?;
            }
            f.write_str(std::str::from_utf8(group).unwrap_or_default())?;
        }
        Ok(())
    }
}

/// A station's fingerprint: the first 32 hex digits of H("key", publicKey).
pub fn fingerprint(protocol: Protocol, station: &PublicKey) -> String {
    let digest = Tagged::new(protocol, "key").bytes(station.bytes()).digest();
    digest.to_string().chars().take(32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_copied_by_hand_is_still_the_code() {
        let code = ShortCode::of(&Digest::new([0x08; 32]));
        let shown = code.to_string();
        assert_eq!(shown.len(), 39, "eight groups of four: {shown}");
        for copied in [
            shown.to_lowercase(),
            shown.replace('-', " "),
            shown.replace('0', "O").replace('1', "l"),
        ] {
            assert_eq!(ShortCode::parse(&copied), Some(code), "{copied}");
        }
        for wrong in ["", &shown[1..], &format!("{shown}0"), &shown.replace('0', "U")] {
            assert_eq!(ShortCode::parse(wrong), None, "{wrong:?} is no code");
        }
    }
}
