//! What events about personal values tell.

use serde::{Deserialize, Serialize};

use crate::personal::{Holder, PersonalField};

/// A personal value was kept, sealed. The value is nowhere in the trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueKept {
    /// Whose.
    pub holder: Holder,
    /// Which.
    pub field: PersonalField,
    /// Why.
    pub reason: String,
}

/// A personal value was shown in clear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueShown {
    /// Whose.
    pub holder: Holder,
    /// Which.
    pub field: PersonalField,
    /// Why.
    pub reason: String,
}

/// A personal value was erased for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueErased {
    /// Whose.
    pub holder: Holder,
    /// Which.
    pub field: PersonalField,
    /// Why.
    pub reason: String,
}
