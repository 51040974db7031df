//! A statement about a key: its form, its digest, and who must sign it.
//!
//! Each act has a tag of its own in front of what is hashed and signed, so a signature under one can never stand under
//! another, nor under a record.

use serde::{Serialize, Serializer};

use crate::hash::Tagged;
use crate::hex::{Digest, PublicKey, SignatureBytes};
use crate::manifest::Office;
use crate::protocol::Protocol;
use crate::record::Algorithm;
use crate::signature::is_signed;
use crate::text::Text;
use crate::time::Time;

/// What a statement does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// A first key, or one after which no other is in force.
    Made,
    /// A key takes the place of another that is still at hand: both sign.
    Rotated,
    /// A key takes the place of one that is lost, and nobody vouches for it.
    Lost,
    /// A key does not count from some moment on.
    Revoked,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 4] = [Self::Made, Self::Rotated, Self::Lost, Self::Revoked];

    /// As files write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Rotated => "rotated",
            Self::Lost => "lost",
            Self::Revoked => "revoked",
        }
    }

    /// The tag in front of what is hashed.
    const fn tag(self) -> &'static str {
        match self {
            Self::Made => "station-made",
            Self::Rotated => "station-rotated",
            Self::Lost => "station-lost",
            Self::Revoked => "station-revoked",
        }
    }
}

/// A statement, as it is signed. Fields stand in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// When it is made.
    pub at: Time,
    /// SHA-256 of the certificate (DER) that belongs to the key; none in a revocation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Digest>,
    /// Which life of the office's data this is.
    pub epoch: u64,
    /// The key that goes; in a rotation and a loss.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub former: Option<PublicKey>,
    /// The key that comes, or the one that is revoked.
    pub key: PublicKey,
    /// The office.
    pub office: Office,
    /// The digest of the statement before; zeros in the first.
    pub previous: Digest,
    /// Why.
    pub reason: Text,
    /// Its number, from 1.
    pub sequence: u64,
    /// From which moment signatures do not count; in a revocation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Time>,
    /// What it does.
    #[serde(rename = "type")]
    pub act: Act,
}

impl Statement {
    /// What is signed, and what the next statement names.
    pub fn digest(&self) -> Digest {
        Tagged::new(Protocol::Sunlot1, self.act.tag()).jcs(self).digest()
    }

    /// The keys whose signatures it cannot be without.
    pub fn signers(&self) -> Vec<PublicKey> {
        match self.act {
            Act::Made | Act::Lost => vec![self.key],
            Act::Rotated => self.former.into_iter().chain([self.key]).collect(),
            Act::Revoked => Vec::new(),
        }
    }

    /// Whether exactly those fields are there that belong to the act.
    pub(crate) fn is_shaped(&self) -> bool {
        let there = (
            self.certificate.is_some(),
            self.former.is_some(),
            self.since.is_some(),
        );
        there
            == match self.act {
                Act::Made => (true, false, false),
                Act::Rotated | Act::Lost => (true, true, false),
                Act::Revoked => (false, false, true),
            }
    }
}

/// A signature over the digest of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatementSignature {
    /// The algorithm.
    pub alg: Algorithm,
    /// Who signs.
    #[serde(rename = "publicKey")]
    pub public_key: PublicKey,
    /// The signature.
    pub sig: SignatureBytes,
}

impl StatementSignature {
    /// Whether it holds for this statement.
    pub fn holds(&self, statement: &Statement) -> bool {
        is_signed(&self.public_key, statement.digest().bytes(), &self.sig)
    }
}

/// A statement with its signatures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signed {
    /// The signatures.
    pub signatures: Vec<StatementSignature>,
    /// The statement.
    pub statement: Statement,
}

/// The form of the file, as a value: there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Format;

impl Format {
    /// As files write it.
    pub const NAME: &str = "sunlot-station/1";
}

impl Serialize for Format {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Self::NAME)
    }
}

/// All statements of a station, as they are published.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Chain {
    /// The form of the file.
    pub format: Format,
    /// In order.
    pub statements: Vec<Signed>,
}
