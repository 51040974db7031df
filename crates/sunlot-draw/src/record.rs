//! The record of a draw, drawn or void, and the file in which it is published.
//!
//! Types and their canonical form only: `draw` makes them, `verify` judges them.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::amendment::Entry;
use crate::free::Fields;
use crate::hash::Tagged;
use crate::hex::{Digest, PublicKey, Secret, SignatureBytes};
use crate::manifest::Manifest;
use crate::text::{Id, Text};
use crate::time::Time;

/// A sealed draw that has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What was sealed.
    pub manifest: Manifest,
    /// What the room saw before any number was given.
    pub commitment: Digest,
    /// The machine's share; none where it was lost.
    pub secret: Option<Secret>,
    /// One number per seat; none where no card was down, or where it was refused.
    pub contributions: Vec<Option<Text>>,
    /// What secret and numbers make together.
    pub seed: Option<Digest>,
    /// What follows from the seed; in a void record what would have been.
    pub result: Option<Outcome>,
    /// What the office publishes of the event.
    pub ceremony: Option<Fields>,
    /// Why and when the draw was given up; a drawn record has none.
    pub void: Option<Void>,
}

/// Who is drawn, and who stands by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// In the order in which they fell, stratum by stratum.
    pub reserves: Vec<Place>,
    /// In the order in which they fell, stratum by stratum.
    pub selected: Vec<Row>,
}

/// A number of a stratum, such as A-37.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Place {
    /// From 1.
    pub number: u64,
    /// The stratum's key.
    pub stratum: Text,
}

/// A target to visit, and who goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which target.
    pub place: Place,
    /// Who takes each slot.
    pub crew: Crew,
}

/// Inspectors by slot; none where nobody fits.
pub type Crew = Vec<Option<Id>>;

/// A draw that was given up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Void {
    /// When.
    pub at: Time,
    /// Who decided.
    pub by: Vec<Text>,
    /// Why.
    pub reason: Text,
    /// How far it had come.
    pub stage: Stage,
}

/// How far a draw had come when it was given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// No card was down.
    Sealed,
    /// All cards were down.
    Cards,
}

/// The published file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Published {
    /// What was changed afterwards, in order.
    pub amendments: Vec<Entry>,
    /// The record's digest.
    pub digest: Digest,
    /// The record.
    pub record: Record,
    /// Who vouches for record and amendments.
    pub signatures: Vec<Signature>,
    /// The rows as the amendments leave them.
    pub standing: Vec<Row>,
}

/// A signature over the digest of the record or of an amendment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// The algorithm: there is one.
    pub alg: Algorithm,
    /// What is signed.
    pub of: Digest,
    /// Who signs.
    #[serde(rename = "publicKey")]
    pub public_key: PublicKey,
    /// The signature.
    pub sig: SignatureBytes,
}

/// How a signature is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Algorithm {
    /// RFC 8032, strictly.
    Ed25519,
}

impl Place {
    /// This number of this stratum.
    pub const fn new(stratum: Text, number: u64) -> Self {
        Self { number, stratum }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.stratum, self.number)
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("crew", &self.crew)?;
        map.serialize_entry("number", &self.place.number)?;
        map.serialize_entry("stratum", &self.place.stratum)?;
        map.end()
    }
}

impl Record {
    /// H("record", jcs(record with manifest replaced by M in hex)). M takes long for a long list, so whoever has it
    /// hands it over.
    pub fn digest(&self, manifest: &Digest) -> Digest {
        let view = View {
            record: self,
            manifest,
        };
        Tagged::new(self.manifest.protocol, "record").jcs(&view).digest()
    }

    /// What is hashed, as text: the record with its manifest replaced by M in hex.
    pub fn body(&self, manifest: &Digest) -> String {
        let view = View {
            record: self,
            manifest,
        };
        // Our types have text for keys: there is no way to fail.
        serde_json::to_string(&view).unwrap_or_default()
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        View {
            record: self,
            manifest: &self.manifest,
        }
        .serialize(serializer)
    }
}

/// A record with its manifest as it stands, or as a digest.
struct View<'r, M> {
    record: &'r Record,
    manifest: &'r M,
}

impl<M: Serialize> Serialize for View<'_, M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let record = self.record;
        let mut map = serializer.serialize_map(None)?;
        if let Some(ceremony) = &record.ceremony {
            map.serialize_entry("ceremony", ceremony)?;
        }
        map.serialize_entry("commitment", &record.commitment)?;
        map.serialize_entry("contributions", &record.contributions)?;
        map.serialize_entry("manifest", self.manifest)?;
        map.serialize_entry("outcome", if record.void.is_some() { "void" } else { "drawn" })?;
        map.serialize_entry("protocol", &record.manifest.protocol)?;
        map.serialize_entry("result", &record.result)?;
        map.serialize_entry("secret", &record.secret)?;
        map.serialize_entry("seed", &record.seed)?;
        if let Some(void) = &record.void {
            map.serialize_entry("void", void)?;
        }
        map.end()
    }
}
