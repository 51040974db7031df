//! Byte strings that a file writes as lower-case hex: digests, salts, secrets, keys, signatures.
//!
//! Each kind is a type of its own, so that a secret cannot stand where a digest belongs. What they mean is said
//! where they are made.

use std::fmt;

use base16ct::lower;
use serde::{Serialize, Serializer};

/// The longest of them: a signature.
const LONGEST: usize = 64;

macro_rules! bytes {
    ($(#[$about:meta])* $name:ident, $length:literal) => {
        $(#[$about])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $length]);

        impl $name {
            /// How many hex digits write it.
            pub const DIGITS: usize = $length * 2;

            /// These bytes.
            pub const fn new(bytes: [u8; $length]) -> Self {
                Self(bytes)
            }

            /// Reads exactly [`Self::DIGITS`] lower-case hex digits.
            pub fn parse(text: &str) -> Option<Self> {
                let mut bytes = [0; $length];
                let read = lower::decode(text, &mut bytes).ok()?;
                (read.len() == $length).then_some(Self(bytes))
            }

            /// The bytes.
            pub const fn bytes(&self) -> &[u8; $length] {
                &self.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(written(&self.0, &mut [0; LONGEST * 2]))
            }
        }
    };
}

macro_rules! shown {
    ($($name:ident)*) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(written(&self.0, &mut [0; LONGEST * 2]))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    )*};
}

bytes! {
    /// A SHA-256 digest under one of the protocol's tags; also a commitment or a seed, which are such digests.
    Digest, 32
}
bytes! {
    /// The machine's share of the seed. Its `Debug` keeps silent: a secret must not slip into a log.
    Secret, 32
}
bytes! {
    /// What makes a sealed leaf unguessable.
    Salt, 16
}
bytes! {
    /// An Ed25519 public key, as written; whether it is a point at all shows when a signature is judged.
    PublicKey, 32
}
bytes! {
    /// An Ed25519 signature, as written.
    SignatureBytes, 64
}
shown! { Digest Salt PublicKey SignatureBytes }

impl Secret {
    /// The secret as hex. It has no `Display`: whoever shows it says so.
    pub fn reveal(&self) -> String {
        written(&self.0, &mut [0; LONGEST * 2]).to_owned()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Digest {
    /// 64 zeros: what the first record of an office names as the one before it.
    pub const ZERO: Self = Self([0; 32]);
}

/// The buffer holds twice the longest type, so encoding cannot fail; were it to, the text would be empty.
fn written<'b>(bytes: &[u8], buffer: &'b mut [u8; LONGEST * 2]) -> &'b str {
    lower::encode_str(bytes, buffer).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lower_case_hex_of_the_right_length_is_read() {
        let good = "00ff".repeat(8);
        assert_eq!(Salt::parse(&good).unwrap().to_string(), good, "written as read");
        for bad in [
            good.to_uppercase(),
            good[1..].to_owned(),
            format!("{good}00"),
            String::new(),
            "zz".repeat(16),
            "０".repeat(32),
        ] {
            assert_eq!(Salt::parse(&bad), None, "{bad:?} is not 32 lower-case hex digits");
        }
    }

    #[test]
    fn a_secret_does_not_slip_into_a_log() {
        let secret = Secret::new([0xab; 32]);
        assert_eq!(format!("{secret:?}"), "Secret(…)");
        assert_eq!(secret.reveal(), "ab".repeat(32));
    }
}
