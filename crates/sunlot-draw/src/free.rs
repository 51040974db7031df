//! What an office adds of its own: `ext`, `ceremony`, and further fields of a leaf. Free in content, strict in form.

use std::collections::BTreeMap;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::text::{Key, Text};

/// Any value that the notation allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Free {
    /// `null`.
    Null,
    /// `true` or `false`.
    Truth(bool),
    /// An integer up to 2^53 − 1.
    Number(u64),
    /// A string.
    Text(Text),
    /// An array.
    List(Vec<Free>),
    /// An object.
    Object(Fields),
}

/// An object of free fields, each key once, in canonical order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fields(Vec<(Key, Free)>);

impl Free {
    /// How many levels of objects and arrays stand in each other here.
    pub(crate) fn levels(&self) -> usize {
        match self {
            Self::List(list) => 1 + list.iter().map(Self::levels).max().unwrap_or_default(),
            Self::Object(fields) => fields.levels(),
            _ => 0,
        }
    }

    /// The largest number here.
    pub(crate) fn largest(&self) -> u64 {
        match self {
            Self::Number(number) => *number,
            Self::List(list) => list.iter().map(Self::largest).max().unwrap_or_default(),
            Self::Object(fields) => fields.largest(),
            _ => 0,
        }
    }
}

impl Fields {
    /// How many levels of objects and arrays stand in each other, this one among them.
    pub(crate) fn levels(&self) -> usize {
        1 + self
            .0
            .iter()
            .map(|(_, value)| value.levels())
            .max()
            .unwrap_or_default()
    }

    /// The largest number in these fields.
    pub(crate) fn largest(&self) -> u64 {
        self.0
            .iter()
            .map(|(_, value)| value.largest())
            .max()
            .unwrap_or_default()
    }

    /// The fields in any order; of two with one key the later one stands.
    pub fn new(fields: impl IntoIterator<Item = (Key, Free)>) -> Self {
        let latest: BTreeMap<_, _> = fields.into_iter().collect();
        Self(latest.into_iter().collect())
    }

    /// Fields of which no two have one key.
    pub(crate) fn distinct(mut fields: Vec<(Key, Free)>) -> Self {
        fields.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        fields.shrink_to_fit();
        Self(fields)
    }

    /// The field of this key.
    pub fn get(&self, key: &str) -> Option<&Free> {
        let place = self.0.binary_search_by(|(k, _)| (**k).cmp(key)).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    /// All fields, in canonical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Free)> {
        self.0.iter().map(|(key, value)| (&**key, value))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in self.iter() {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}
