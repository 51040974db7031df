//! What is asked and answered about the papers of the room.

use serde::{Deserialize, Serialize};
use strum::{EnumString, VariantArray};
use ts_rs::TS;

use super::labels;
use crate::account::Second;
use crate::paper::PaperWay;

/// A paper of the room that anybody in the office may have. The copy of the secret is none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, EnumString, VariantArray)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RoomPaper {
    /// What was sealed.
    SealSheet,
    /// What the witnesses write on, and take home.
    WitnessCards,
    /// Who was there.
    Attendance,
    /// What stands on the table.
    NamePlates,
    /// What is drawn from a box.
    DigitSlips,
    /// What the host says.
    Script,
    /// Who is asked to come.
    Invitation,
    /// How it works, in a minute.
    Explanation,
    /// What is signed after it.
    Record,
}

impl RoomPaper {
    /// What people call it.
    pub fn label(self) -> &'static str {
        labels::paper(self)
    }

    /// The paper of this name, or that people call so.
    pub fn named(typed: &str) -> Option<Self> {
        let mut called = Self::VARIANTS.iter().copied();
        let called = called.find(|paper| paper.label() == typed);
        called.or_else(|| typed.parse().ok())
    }
}

/// To print or save a paper of a ceremony.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CeremonyPaper {
    /// Which ceremony.
    #[ts(type = "number")]
    pub id: i64,
    /// Which paper.
    pub paper: RoomPaper,
    /// Where to.
    pub way: PaperWay,
}

/// To print the second copy of the secret. It goes to a printer and nowhere else: there is no file to ask for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct CeremonyEnvelope {
    /// Which ceremony.
    #[ts(type = "number")]
    pub id: i64,
    /// Which printer; none is the default one.
    pub printer: Option<String>,
    /// The supervisor; not for one that is only tried out.
    #[ts(optional)]
    pub second: Option<Second>,
}

/// A paper that can be made now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OfferedPaper {
    /// Which.
    pub paper: RoomPaper,
    /// What people call it.
    pub label: String,
    /// What it is for.
    pub told: String,
    /// Whether this is the moment for it.
    pub now: bool,
}
