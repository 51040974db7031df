//! The private keys, in memory for as long as an act takes, and what they sign.
//!
//! Both are made in one act and wiped when they are dropped. How they are wrapped on disk is `wrapped`'s.

use ed25519_dalek::{Signer as _, SigningKey as RecordKey};
use p256::ecdsa::{DerSignature, SigningKey as PdfKey};
use sunlot_draw::record::{Algorithm, Signature};
use sunlot_draw::station::{Statement, StatementSignature};
use sunlot_draw::{Digest, Protocol, PublicKey, SignatureBytes, signature};
use sunlot_store::backup::Signature as BackupSignature;
use zeroize::Zeroizing;

use crate::{Env, Error, Reason, Result};

/// How many bytes hold both.
pub(super) const BYTES: usize = 64;

/// Chance that gives no scalar of the curve so often is none.
const TRIES: usize = 8;

/// Both private keys.
pub(super) struct Keys {
    record: RecordKey,
    pdf: PdfKey,
}

/// What signs for the station: Ed25519 for records now. Another algorithm is another scheme here, with another name in
/// the files that it signs.
#[cfg_attr(
    not(test),
    expect(
        dead_code,
        reason = "so far only backups are signed; the first formal sealing signs records"
    )
)]
pub(crate) trait Signer {
    /// What a record names as its station.
    fn public_key(&self) -> PublicKey;
    /// Signs the digest of a record or of an amendment, in the form of the published file.
    fn sign_record(&self, of: &Digest) -> Signature;
    /// The certificate, DER.
    fn certificate(&self) -> &[u8];
    /// Signs the bytes that a PDF signature covers: ECDSA over their SHA-256, DER.
    fn sign_pdf(&self, signed: &[u8]) -> Vec<u8>;
    /// Signs a backup: the store has put its own words before what it asks for.
    fn sign_backup(&self, message: &[u8]) -> BackupSignature;
}

/// The station's keys with their certificate, ready to sign.
pub(crate) struct StationSigner {
    keys: Keys,
    certificate: Vec<u8>,
}

impl StationSigner {
    pub(super) fn new(keys: Keys, certificate: Vec<u8>) -> Self {
        Self { keys, certificate }
    }
}

impl Signer for StationSigner {
    fn public_key(&self) -> PublicKey {
        self.keys.public_key()
    }

    fn sign_record(&self, of: &Digest) -> Signature {
        let message = signature::message(Protocol::Sunlot1, of);
        Signature {
            alg: Algorithm::Ed25519,
            of: *of,
            public_key: self.keys.public_key(),
            sig: self.keys.sign(message.bytes()),
        }
    }

    fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    fn sign_pdf(&self, signed: &[u8]) -> Vec<u8> {
        let signature: DerSignature = p256::ecdsa::signature::Signer::sign(&self.keys.pdf, signed);
        signature.as_bytes().to_vec()
    }

    fn sign_backup(&self, message: &[u8]) -> BackupSignature {
        BackupSignature {
            key: hex::encode(self.keys.record.verifying_key().to_bytes()),
            signature: hex::encode(self.keys.record.sign(message).to_bytes()),
        }
    }
}

impl Keys {
    /// Makes both from fresh chance.
    pub(super) fn make(env: &Env) -> Result<Self> {
        let mut bytes = Zeroizing::new([0; BYTES]);
        let (record, pdf) = bytes.split_at_mut(BYTES / 2);
        env.entropy.fill(record)?;
        for _ in 0..TRIES {
            env.entropy.fill(pdf)?;
            if PdfKey::from_slice(pdf).is_ok() {
                break;
            }
        }
        Self::of(bytes.as_slice())
            .ok_or_else(|| Error::new(Reason::NoEntropy, "no scalar of P-256 came of it"))
    }

    /// Both from their bytes.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        // P-256 would take a scalar that is cut short for one that begins with noughts.
        let bytes = (bytes.len() == BYTES).then_some(bytes)?;
        let (record, pdf) = bytes.split_at_checked(BYTES / 2)?;
        Some(Self {
            record: RecordKey::from_bytes(record.try_into().ok()?),
            pdf: PdfKey::from_slice(pdf).ok()?,
        })
    }

    /// Their bytes.
    pub(super) fn bytes(&self) -> Zeroizing<Vec<u8>> {
        let pdf = Zeroizing::new(self.pdf.to_bytes());
        Zeroizing::new([self.record.as_bytes().as_slice(), pdf.as_slice()].concat())
    }

    pub(super) fn public_key(&self) -> PublicKey {
        PublicKey::new(self.record.verifying_key().to_bytes())
    }

    pub(super) fn pdf(&self) -> &PdfKey {
        &self.pdf
    }

    /// Signs a statement.
    pub(super) fn state(&self, statement: &Statement) -> StatementSignature {
        StatementSignature {
            alg: Algorithm::Ed25519,
            public_key: self.public_key(),
            sig: self.sign(statement.digest().bytes()),
        }
    }

    fn sign(&self, message: &[u8]) -> SignatureBytes {
        SignatureBytes::new(self.record.sign(message).to_bytes())
    }
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::signature::Verifier;

    use super::*;

    #[test]
    fn each_key_signs_what_is_its_own() {
        let keys = Keys::make(&Env::of_this_computer()).unwrap();
        let public = *keys.pdf().verifying_key();
        let signer = StationSigner::new(keys, vec![0x30]);
        let of = Digest::new([7; 32]);
        let signed = signer.sign_record(&of);
        assert_eq!(
            (signed.of, signed.public_key),
            (of, signer.public_key()),
            "it says what and by whom"
        );
        assert!(
            signature::holds(Protocol::Sunlot1, &signed),
            "as every verifier judges"
        );
        let der = DerSignature::from_bytes(&signer.sign_pdf(b"bytes of a file")).unwrap();
        assert!(
            public.verify(b"bytes of a file", &der).is_ok(),
            "ECDSA over SHA-256"
        );
        assert!(
            public.verify(b"bytes of a File", &der).is_err(),
            "of these bytes alone"
        );
        assert_eq!(signer.certificate(), [0x30], "the certificate goes with it");
    }

    #[test]
    fn keys_come_back_from_their_bytes_and_from_no_others() {
        let keys = Keys::make(&Env::of_this_computer()).unwrap();
        let again = Keys::of(&keys.bytes()).unwrap();
        assert_eq!(again.public_key(), keys.public_key(), "the same");
        assert!(Keys::of(&[0; BYTES]).is_none(), "nought is no scalar");
        assert!(Keys::of(&keys.bytes()[1..]).is_none(), "one byte short");
    }
}
