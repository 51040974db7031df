//! Signatures, judged strictly: one message, one key, one signature that holds, for every verifier there is.
//!
//! RFC 8032 leaves room (cofactor, small-order points, other spellings of a point), and libraries fill it
//! differently. None of it is left here. Keys are kept and used elsewhere.

use curve25519_dalek::edwards::CompressedEdwardsY;
use ed25519_dalek::{Signature as Bytes, VerifyingKey};

use crate::hash::Tagged;
use crate::hex::{Digest, PublicKey, SignatureBytes};
use crate::protocol::Protocol;
use crate::record::Signature;

/// What is signed for a digest: H("signature", of).
pub fn message(protocol: Protocol, of: &Digest) -> Digest {
    Tagged::new(protocol, "signature").bytes(of.bytes()).digest()
}

/// Whether this signature holds.
pub fn holds(protocol: Protocol, signature: &Signature) -> bool {
    is_signed(
        &signature.public_key,
        message(protocol, &signature.of).bytes(),
        &signature.sig,
    )
}

/// Whether this key signed exactly this message.
pub(crate) fn is_signed(key: &PublicKey, message: &[u8], signature: &SignatureBytes) -> bool {
    let (point, _) = signature.bytes().split_at(32);
    let canonical = is_canonical(key.bytes()) && <&[u8; 32]>::try_from(point).is_ok_and(is_canonical);
    let Ok(key) = VerifyingKey::from_bytes(key.bytes()) else {
        return false;
    };
    // Strict: S below the order, neither key nor R of small order, and no cofactor in the equation.
    canonical
        && key
            .verify_strict(message, &Bytes::from_bytes(signature.bytes()))
            .is_ok()
}

/// Whether these bytes are how their own point is written. Decoding alone also takes y + p, and −0 for x.
fn is_canonical(bytes: &[u8; 32]) -> bool {
    let point = CompressedEdwardsY(*bytes);
    point
        .decompress()
        .is_some_and(|decoded| decoded.compress() == point)
}
