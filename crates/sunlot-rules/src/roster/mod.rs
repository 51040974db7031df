//! What stands in the spreadsheets that offices really have: cells, headers, rows, and the values in them.
//!
//! Everything that is read keeps what stood there. What is damaged, missing or unknown is said to be so and never guessed.
//! Which program wrote the file, and what becomes of a row, is for others.

pub mod cell;
pub mod cert;
pub mod code;
pub mod date;
pub mod fields;
pub mod fill;
pub mod header;
pub mod list;
pub mod name;
pub mod ratio;
pub mod row;
pub mod township;
pub mod words;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// What a file is imported into.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Roster {
    /// The registry of targets.
    Targets,
    /// The registry of inspectors.
    Inspectors,
    /// The list of inspection items.
    Items,
    /// Visits that were made elsewhere.
    Visits,
    /// The lines of a plan of another office.
    Plans,
    /// The result of a draw that another system made.
    Draws,
}

impl Roster {
    /// All of them.
    pub const ALL: &'static [Self] = Self::VARIANTS;
}
