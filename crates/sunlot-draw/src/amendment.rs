//! Amendments: what an office may change after the draw, and the chain of digests that keeps every change.
//!
//! Whether one is accepted is `ledger`'s matter, what follows from it `standing`'s.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::hash::Tagged;
use crate::hex::Digest;
use crate::protocol::Protocol;
use crate::record::Place;
use crate::text::{Id, Text};
use crate::time::Time;

/// One change, with who made it, when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// What changes.
    pub change: Change,
    /// Why.
    pub reason: Text,
    /// When.
    pub at: Time,
    /// Who decided.
    pub by: Vec<Text>,
}

/// What changes. The office decides that somebody steps out; who steps in follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A row leaves; the stratum's next reserve takes its place, or nobody.
    DropTarget {
        /// The row.
        place: Place,
        /// Whether a reserve takes its place.
        replace: bool,
    },
    /// Somebody is no longer in force.
    InspectorOut(Id),
    /// Somebody is in force from now on: back, or borrowed.
    InspectorIn(Colleague),
    /// Somebody must not go to this number.
    Recuse {
        /// Who.
        inspector: Id,
        /// Where.
        place: Place,
    },
    /// Slots that the draw left empty are to be taken too.
    Fill,
    /// No row stands any more.
    Cancel,
    /// An earlier amendment no longer counts.
    Withdraw(u64),
}

/// An inspector as an amendment names one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Colleague {
    /// The department.
    pub dept: Text,
    /// The id.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// What the inspector is trained for.
    pub skills: Vec<Text>,
}

/// An amendment as the published file holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The amendment.
    pub amendment: Amendment,
    /// Its link in the chain of digests.
    pub digest: Digest,
}

impl Change {
    /// How a file names this kind.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::DropTarget { .. } => "drop-target",
            Self::InspectorOut(_) => "inspector-out",
            Self::InspectorIn(_) => "inspector-in",
            Self::Recuse { .. } => "recuse",
            Self::Fill => "fill",
            Self::Cancel => "cancel",
            Self::Withdraw(_) => "withdraw",
        }
    }
}

impl Amendment {
    /// dk = H("amendment", d(k−1), jcs(amendment k)); the record's digest is d0.
    pub fn digest(&self, protocol: Protocol, before: &Digest) -> Digest {
        Tagged::new(protocol, "amendment")
            .bytes(before.bytes())
            .jcs(self)
            .digest()
    }
}

impl Serialize for Amendment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(serializer, self, None)
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(serializer, &self.amendment, Some(&self.digest))
    }
}

/// Fields in canonical order, whatever the kind.
fn write<S: Serializer>(
    serializer: S,
    amendment: &Amendment,
    digest: Option<&Digest>,
) -> Result<S::Ok, S::Error> {
    let change = &amendment.change;
    let place = match change {
        Change::DropTarget { place, .. } | Change::Recuse { place, .. } => Some(place),
        _ => None,
    };
    let mut map = serializer.serialize_map(None)?;
    map.serialize_entry("at", &amendment.at)?;
    map.serialize_entry("by", &amendment.by)?;
    if let Some(digest) = digest {
        map.serialize_entry("digest", digest)?;
    }
    match change {
        Change::InspectorOut(inspector) | Change::Recuse { inspector, .. } => {
            map.serialize_entry("inspector", inspector)?
        }
        Change::InspectorIn(colleague) => map.serialize_entry("inspector", colleague)?,
        _ => {}
    }
    map.serialize_entry("kind", change.kind())?;
    if let Some(place) = place {
        map.serialize_entry("number", &place.number)?;
    }
    if let Change::Withdraw(of) = change {
        map.serialize_entry("of", of)?;
    }
    map.serialize_entry("reason", &amendment.reason)?;
    if let Change::DropTarget { replace, .. } = change {
        map.serialize_entry("replace", replace)?;
    }
    if let Some(place) = place {
        map.serialize_entry("stratum", &place.stratum)?;
    }
    map.end()
}
