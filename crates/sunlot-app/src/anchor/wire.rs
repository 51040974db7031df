//! What is asked and answered about anchors and the start of an office.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Anchor, Standing};
use crate::account::Second;
use crate::messages;
use crate::trail::TrailVerdict;

/// How the office stands when it is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrailStanding {
    /// The trail beside its anchor.
    pub anchor: AnchorView,
    /// The quick verification: what came after the last one.
    pub check: TrailVerdict,
    /// When everything was last verified from the beginning.
    pub whole_at: Option<String>,
    /// Whether that is so long ago that it should be done again.
    pub whole_due: bool,
}

/// The trail beside its anchor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnchorView {
    /// How they stand, for programs.
    pub standing: String,
    /// Whether nothing can be written before two people have acknowledged it.
    pub blocks: bool,
    /// How they stand, for people.
    pub message: String,
    /// What it may mean, and what to do.
    pub hint: String,
    /// The anchor.
    pub anchored: Option<AnchorFacts>,
    /// The trail.
    pub found: Option<AnchorFacts>,
    /// The numbers that are missing: first and last.
    pub missing: Option<(i64, i64)>,
    /// Where the anchor lies.
    pub place: String,
    /// Why it could not be written last time.
    pub failing: Option<String>,
}

/// How far a history goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AnchorFacts {
    /// The last event.
    pub seq: i64,
    /// Its hash.
    pub head: String,
    /// How many times the office was restored, and one.
    pub epoch: u64,
    /// As of when.
    pub at: String,
}

impl From<&Anchor> for AnchorFacts {
    fn from(anchor: &Anchor) -> Self {
        Self {
            seq: anchor.seq,
            head: anchor.head.clone(),
            epoch: anchor.epoch,
            at: anchor.at.clone(),
        }
    }
}

impl AnchorView {
    pub(super) fn of(
        standing: &Standing,
        anchored: Option<&Anchor>,
        found: Option<&Anchor>,
        place: String,
        failing: Option<String>,
    ) -> Self {
        let words = messages::anchor::of_standing(standing);
        let missing = match standing {
            Standing::Shorter { anchored, found } => Some((found + 1, *anchored)),
            _ => None,
        };
        Self {
            standing: standing.code().to_owned(),
            blocks: standing.blocks(),
            message: words.message,
            hint: words.hint,
            anchored: anchored.map(Into::into),
            found: found.map(Into::into),
            missing,
            place,
            failing,
        }
    }
}

/// Two people acknowledge that the trail is not the one that the anchor tells of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AnchorAcknowledge {
    /// What they know of it.
    pub reason: String,
    /// The second person; none as long as there are no accounts.
    pub second: Option<Second>,
}

/// An anchor for a second place of one's own, such as the supervisor's stick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AnchorWrite {
    /// The folder.
    pub folder: String,
}

/// An anchor was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AnchorWritten {
    /// The file.
    pub file: String,
    /// What stands in it.
    pub anchor: AnchorFacts,
}

/// An anchor file to hold against the trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AnchorFile {
    /// The file.
    pub file: String,
}

/// An anchor file beside the trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AnchorCheck {
    /// The file.
    pub file: String,
    /// How the trail stands to it.
    pub anchor: AnchorView,
}
