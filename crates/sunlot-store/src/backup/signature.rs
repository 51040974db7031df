//! The optional signature over a manifest. The key is made, kept and used elsewhere; here it is only asked,
//! and what it answered is judged strictly. Whose key it is, is for whoever looks at it to know.

use ed25519_dalek::{Signature as Bytes, VerifyingKey};
use serde::{Deserialize, Serialize};

use super::flaw::damaged;
use crate::{Error, Result};

/// What stands before the digest, so that no signature of another kind can be taken for this one.
const DOMAIN: &[u8] = b"sunlot backup\0";

/// An Ed25519 signature with the key that it holds for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// The public key, in hex.
    pub key: String,
    /// The signature, in hex.
    pub signature: String,
}

/// Signs these bytes with the station's key.
pub type Signer<'a> = &'a dyn Fn(&[u8]) -> Option<Signature>;

/// What is signed for a manifest with this digest.
pub(crate) fn message(manifest: &[u8; 32]) -> Vec<u8> {
    [DOMAIN, manifest].concat()
}

impl Signature {
    pub(crate) fn bytes(&self) -> Result<Vec<u8>> {
        serde_json_canonicalizer::to_vec(self).map_err(|error| Error::NotCanonical(error.to_string()))
    }

    /// Reads it; refuses one that does not hold for this manifest.
    pub(crate) fn read(bytes: &[u8], manifest: &[u8; 32]) -> Result<Self> {
        let signature: Self =
            serde_json::from_slice(bytes).map_err(|error| damaged(format!("signature: {error}")))?;
        if signature.bytes()? != bytes || !signature.holds(manifest) {
            return Err(damaged("the signature does not hold"));
        }
        Ok(signature)
    }

    pub(crate) fn holds(&self, manifest: &[u8; 32]) -> bool {
        let (mut key, mut signature) = ([0; 32], [0; 64]);
        let readable = hex::decode_to_slice(&self.key, &mut key).is_ok()
            && hex::decode_to_slice(&self.signature, &mut signature).is_ok();
        readable
            && VerifyingKey::from_bytes(&key).is_ok_and(|key| {
                key.verify_strict(&message(manifest), &Bytes::from_bytes(&signature))
                    .is_ok()
            })
    }
}
