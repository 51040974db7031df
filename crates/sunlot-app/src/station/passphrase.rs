//! A passphrase on its way in: never shown, and wiped when it is done with. What a good one is, `sunlot-rules` knows.

use std::fmt;

use serde::{Deserialize, Deserializer};
use ts_rs::TS;
use zeroize::Zeroizing;

/// What somebody typed to unwrap the station's keys.
#[derive(Clone, TS)]
#[ts(as = "String")]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// As typed.
    pub fn new(typed: impl Into<String>) -> Self {
        Self(Zeroizing::new(typed.into()))
    }

    pub(crate) fn typed(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

impl<'de> Deserialize<'de> for Passphrase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}
