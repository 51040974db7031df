//! What a forger would do after an edit: remake every digest, and whatever else one can without the paper.

use curve25519_dalek::EdwardsPoint;
use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};
use curve25519_dalek::scalar::Scalar;
use ed25519_dalek::hazmat::ExpandedSecretKey;
use ed25519_dalek::{Signer, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha512};
use sunlot_draw::amendment::Entry;
use sunlot_draw::commitment::commitment;
use sunlot_draw::draw::{outcome, seed};
use sunlot_draw::record::{Algorithm, Signature};
use sunlot_draw::{Digest, Protocol, PublicKey, Published, SignatureBytes, read, signature};

use super::edit::{hex, pointer, put, unhex};

/// Reads a file whose form is right.
pub fn parsed(bytes: &[u8]) -> Published {
    let reading = read::published(bytes).unwrap();
    assert!(
        reading.faults.is_empty(),
        "a forger keeps to the form: {:?}",
        reading.faults
    );
    reading.value.unwrap()
}

/// Remakes the digests of record and amendments.
pub fn remake_digests(published: &mut Published) {
    let record = &published.record;
    published.digest = record.digest(&record.manifest.digest());
    let mut before = published.digest;
    for Entry { amendment, digest } in &mut published.amendments {
        *digest = amendment.digest(record.manifest.protocol, &before);
        before = *digest;
    }
}

/// Remakes everything that follows from manifest, secret and numbers, as if the draw had been made like this.
pub fn remake_all(published: &mut Published) {
    let record = &mut published.record;
    let manifest = &record.manifest;
    let secret = record.secret.as_ref().unwrap();
    record.commitment = commitment(manifest.protocol, &manifest.digest(), secret);
    record.seed = seed(
        manifest.protocol,
        &record.commitment,
        Some(secret),
        &record.contributions,
    );
    if let Some(outcome) = record.seed.as_ref().and_then(|seed| outcome(manifest, seed)) {
        record.result = Some(outcome);
    }
    let amendments: Vec<_> = published
        .amendments
        .iter()
        .map(|entry| entry.amendment.clone())
        .collect();
    remake_digests(published);
    if published.record.result.is_some() && published.record.void.is_none() {
        let remade = Published::unsigned(published.record.clone(), published.digest, amendments).unwrap();
        published.standing = remade.standing;
    }
}

/// The key of the worked cases' station, or another one.
pub fn key(of: u8) -> SigningKey {
    let mut bytes = [of; 32];
    if of == 0 {
        bytes = std::array::from_fn(|at| u8::try_from(at).unwrap());
    }
    SigningKey::from_bytes(&bytes)
}

/// The public key of that station, in hex.
pub fn station() -> String {
    hex(key(0).verifying_key().as_bytes())
}

pub fn sign(key: &SigningKey, of: Digest) -> Signature {
    let message = signature::message(Protocol::Sunlot1, &of);
    Signature {
        alg: Algorithm::Ed25519,
        of,
        public_key: PublicKey::new(key.verifying_key().to_bytes()),
        sig: SignatureBytes::new(key.sign(message.bytes()).to_bytes()),
    }
}

/// Signs record and amendments as the station of the worked cases.
pub fn sign_all(published: &mut Published) {
    let digests =
        std::iter::once(published.digest).chain(published.amendments.iter().map(|entry| entry.digest));
    published.signatures = digests.map(|of| sign(&key(0), of)).collect();
}

/// Edits that need a key or a curve; false for any other.
pub fn edit_signature(value: &mut Value, edit: &[Value]) -> bool {
    let path = edit[1].as_str().map(pointer).unwrap_or_default();
    match edit[0].as_str().unwrap() {
        "flip" => {
            let mut bytes = unhex(value.pointer(&path).unwrap().as_str().unwrap());
            bytes[usize::try_from(edit[2].as_u64().unwrap()).unwrap()] ^= 1;
            put(value, &path, json!(hex(&bytes)));
        }
        "plus-order" => {
            let bytes = unhex(value.pointer(&path).unwrap().as_str().unwrap());
            put(value, &path, json!(hex(&plus_order(&bytes))));
        }
        "sign" => {
            let of = Digest::parse(value.pointer(&path).unwrap()["of"].as_str().unwrap()).unwrap();
            let other = key(u8::try_from(edit[2].as_u64().unwrap()).unwrap());
            put(value, &path, serde_json::to_value(sign(&other, of)).unwrap());
        }
        "sign-of" => {
            let of = Digest::parse(edit[1].as_str().unwrap()).unwrap();
            let signed = serde_json::to_value(sign(&key(0), of)).unwrap();
            value["signatures"].as_array_mut().unwrap().push(signed);
        }
        "small-r" => torsioned(value, &path, Scalar::ZERO),
        "cofactor" => torsioned(value, &path, Scalar::from(7_u8)),
        _ => return false,
    }
    true
}

/// Another spelling of the same S, which a careless verifier takes.
fn plus_order(signature: &[u8]) -> Vec<u8> {
    const ORDER: &str = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
    let mut carry = 0;
    let (point, scalar) = signature.split_at(32);
    let sum = scalar.iter().zip(unhex(ORDER)).map(|(one, other)| {
        let sum = u16::from(*one) + u16::from(other) + carry;
        carry = sum >> 8;
        u8::try_from(sum & 0xff).unwrap()
    });
    [point.to_vec(), sum.collect()].concat()
}

/// A signature whose R is r·B plus a point of small order: it satisfies the equation times eight, and only that. With
/// r = 0 it is the small point alone.
fn torsioned(value: &mut Value, path: &str, r: Scalar) {
    let of = Digest::parse(value.pointer(path).unwrap()["of"].as_str().unwrap()).unwrap();
    let message = signature::message(Protocol::Sunlot1, &of);
    let key = key(0);
    let secret = ExpandedSecretKey::from(key.as_bytes()).scalar;
    let point: EdwardsPoint = ED25519_BASEPOINT_POINT * r + EIGHT_TORSION[1];
    let point = point.compress().to_bytes();
    let mut hash = Sha512::new();
    for part in [&point[..], &key.verifying_key().to_bytes(), message.bytes()] {
        hash.update(part);
    }
    let challenge = Scalar::from_bytes_mod_order_wide(&hash.finalize().into());
    let scalar = (r + challenge * secret).to_bytes();
    put(
        value,
        &format!("{path}/sig"),
        json!(hex(&[point, scalar].concat())),
    );
}
