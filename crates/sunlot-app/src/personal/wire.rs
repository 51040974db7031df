//! Personal values as they travel between shells and use cases.

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

use crate::Failure;
use crate::account::Typed;

/// What sorts of people and things personal values belong to. The name in snake case stands in the database and never
/// changes.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum HolderKind {
    /// Somebody with an account, by its login name.
    Account,
}

/// Whose a personal value is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// What sort.
    pub kind: HolderKind,
    /// Which one.
    pub id: String,
}

/// The values that may be kept. The name in snake case stands in the database and never changes.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PersonalField {
    /// A mobile telephone number.
    MobilePhone,
    /// The number of an identity card.
    IdNumber,
}

/// A value that is kept, as everybody may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonalItem {
    /// Whose.
    pub holder: Holder,
    /// Whose, for people.
    pub holder_label: String,
    /// Which.
    pub field: PersonalField,
    /// Which, for people.
    pub field_label: String,
    /// Enough to recognise one's own; `None` where it cannot be read.
    pub masked: Option<String>,
    /// Why it cannot be read.
    pub failure: Option<Failure>,
    /// Why it is kept.
    pub reason: String,
    /// Since when.
    pub since: String,
    /// Who decided that.
    pub by: String,
}

/// Everything personal that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonalView {
    /// In the order in which it came.
    pub items: Vec<PersonalItem>,
}

/// A value that is to be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonalKeep {
    /// Whose.
    pub holder: Holder,
    /// Which.
    pub field: PersonalField,
    /// The value.
    pub value: Typed,
    /// Why it is kept.
    pub reason: String,
}

/// A value that somebody must read in clear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonalShow {
    /// Whose.
    pub holder: Holder,
    /// Which.
    pub field: PersonalField,
    /// Why.
    pub reason: String,
}

/// A value in clear, shown this once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonalShown {
    /// Whose, for people.
    pub holder: String,
    /// Which, for people.
    pub field: String,
    /// The value.
    pub value: Typed,
}

impl fmt::Debug for PersonalShown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PersonalShown")
            .field("holder", &self.holder)
            .finish_non_exhaustive()
    }
}

/// A value that is to be erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PersonalErase {
    /// Whose.
    pub holder: Holder,
    /// Which.
    pub field: PersonalField,
    /// Why.
    pub reason: String,
}

/// A value was erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PersonalErased {
    /// What is still kept.
    pub view: PersonalView,
    /// Where the value may still be found, a sentence each; empty: nowhere that the program knows of.
    pub remains: Vec<String>,
}
