//! Leaves: the rows of a manifest that may be sealed without breaking a digest above them.
//!
//! Which leaves may be sealed, and when, is the edition's and the verifier's matter.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::free::Fields;
use crate::hash::Tagged;
use crate::hex::{Digest, Salt};
use crate::protocol::Protocol;
use crate::text::{Id, Text};

/// A row that stands open, or only its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaf<T> {
    /// For everybody to read.
    Open(T),
    /// Replaced by its digest.
    Sealed(Digest),
}

/// What may be drawn: an enterprise, a product, a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Fresh random.
    pub salt: Salt,
    /// The id, by which targets are sorted.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// Further fields.
    pub more: Fields,
}

/// A target in scope that is not in the pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    /// Fresh random.
    pub salt: Salt,
    /// The id.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// Why it is left out.
    pub reason: Text,
    /// Further fields.
    pub more: Fields,
}

/// A certified inspector.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspector {
    /// Fresh random.
    pub salt: Salt,
    /// The id, by which inspectors are sorted.
    pub id: Id,
    /// The name.
    pub name: Text,
    /// The department.
    pub dept: Text,
    /// What the inspector is trained for.
    pub skills: Vec<Text>,
    /// Further fields.
    pub more: Fields,
}

/// An inspector who must not go to this number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recusal {
    /// Fresh random.
    pub salt: Salt,
    /// The inspector's id.
    pub inspector: Id,
    /// The stratum's key.
    pub stratum: Text,
    /// The number in it.
    pub number: u64,
    /// Why.
    pub reason: Text,
    /// Further fields.
    pub more: Fields,
}

/// A row that can stand as a leaf.
pub trait Row: Serialize {
    /// H("leaf", jcs(leaf)).
    fn digest(&self, protocol: Protocol) -> Digest {
        Tagged::new(protocol, "leaf").jcs(self).digest()
    }
}

impl Row for Target {}
impl Row for Exclusion {}
impl Row for Inspector {}
impl Row for Recusal {}

impl<T> Leaf<T> {
    /// The row, where it stands open.
    pub const fn open(&self) -> Option<&T> {
        match self {
            Self::Open(row) => Some(row),
            Self::Sealed(_) => None,
        }
    }

    /// Whether only the digest is left.
    pub const fn is_sealed(&self) -> bool {
        matches!(self, Self::Sealed(_))
    }
}

impl<T: Row> Row for Leaf<T> {
    fn digest(&self, protocol: Protocol) -> Digest {
        match self {
            Self::Open(row) => row.digest(protocol),
            Self::Sealed(digest) => *digest,
        }
    }
}

impl<T: Serialize> Serialize for Leaf<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Open(row) => row.serialize(serializer),
            Self::Sealed(digest) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("leaf", digest)?;
                map.end()
            }
        }
    }
}

/// A field that the protocol names.
#[derive(Serialize)]
#[serde(untagged)]
enum Own<'a> {
    Id(&'a Id),
    Text(&'a Text),
    Texts(&'a [Text]),
    Number(u64),
    Salt(&'a Salt),
}

/// Writes the protocol's fields and the office's as one object in canonical order. Both come sorted.
fn write_merged<S: Serializer>(
    serializer: S,
    own: &[(&str, Own<'_>)],
    more: &Fields,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let mut more = more.iter().peekable();
    for (key, value) in own {
        while let Some((further, free)) = more.next_if(|(further, _)| further < key) {
            map.serialize_entry(further, free)?;
        }
        map.serialize_entry(key, value)?;
    }
    for (further, free) in more {
        map.serialize_entry(further, free)?;
    }
    map.end()
}

impl Serialize for Target {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let own = [
            ("id", Own::Id(&self.id)),
            ("name", Own::Text(&self.name)),
            ("salt", Own::Salt(&self.salt)),
        ];
        write_merged(serializer, &own, &self.more)
    }
}

impl Serialize for Exclusion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let own = [
            ("id", Own::Id(&self.id)),
            ("name", Own::Text(&self.name)),
            ("reason", Own::Text(&self.reason)),
            ("salt", Own::Salt(&self.salt)),
        ];
        write_merged(serializer, &own, &self.more)
    }
}

impl Serialize for Inspector {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let own = [
            ("dept", Own::Text(&self.dept)),
            ("id", Own::Id(&self.id)),
            ("name", Own::Text(&self.name)),
            ("salt", Own::Salt(&self.salt)),
            ("skills", Own::Texts(&self.skills)),
        ];
        write_merged(serializer, &own, &self.more)
    }
}

impl Serialize for Recusal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let own = [
            ("inspector", Own::Id(&self.inspector)),
            ("number", Own::Number(self.number)),
            ("reason", Own::Text(&self.reason)),
            ("salt", Own::Salt(&self.salt)),
            ("stratum", Own::Text(&self.stratum)),
        ];
        write_merged(serializer, &own, &self.more)
    }
}
