//! The version of the protocol, as a value that every hash begins with.
//!
//! A later version is another variant here, and another arm where the two differ: hashes ask for the version, and the
//! reader, which today knows one form, will choose the form by it. Records of this version keep their bytes.

use serde::{Serialize, Serializer};

/// A version that this program can draw and verify.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Protocol {
    /// `docs/draw-protocol.md`.
    Sunlot1,
}

impl Protocol {
    /// Every version, oldest first.
    pub const ALL: &[Self] = &[Self::Sunlot1];

    /// As files and hashes write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sunlot1 => "sunlot/1",
        }
    }

    /// The version of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|version| version.name() == name)
    }
}

impl Serialize for Protocol {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
