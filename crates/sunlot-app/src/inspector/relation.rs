//! What may connect an inspector and a target, so that the one must not inspect the other.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

/// What connects them. The name in snake case stands in the database and never changes.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Relation {
    /// Somebody there is a relative.
    Kinship,
    /// A share of it is the inspector's, or a relative's.
    Shareholding,
    /// The inspector worked there.
    FormerPost,
    /// The inspector dealt with a case of it in another part.
    SameCase,
    /// Something else, which is told.
    Other,
}
