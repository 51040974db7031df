//! What events about ceremonies and draws tell.

use serde::{Deserialize, Serialize};

/// How far the formal draws had come, as it was known outside the data that count from now on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawsKnown {
    /// The number of the last one that was sealed; 0: none.
    pub sealed: i64,
    /// The number of the last one that ended; 0: none.
    pub ended: i64,
    /// The digest of that one's record.
    pub digest: Option<String>,
}

impl DrawsKnown {
    /// Both taken together: the further of the two.
    pub(crate) fn or_further(self, other: Self) -> Self {
        let sealed = self.sealed.max(other.sealed);
        let further = if other.ended > self.ended { other } else { self };
        Self { sealed, ..further }
    }

    /// Whether nothing was drawn as far as anybody knows.
    pub(crate) fn is_nothing(&self) -> bool {
        self.sealed == 0
    }
}

/// A ceremony was begun, or its seats written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CeremonyEdit {
    /// Its number.
    pub ceremony: String,
    /// The task.
    pub task: String,
    /// What that is called.
    pub title: String,
    /// Whether it is only tried out.
    pub rehearsal: bool,
    /// How many seats there are.
    pub seats: u32,
}

/// A ceremony came a step further: given up before anything was sealed, cards turned, put away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CeremonyStep {
    /// Its number.
    pub ceremony: String,
    /// The draw; empty: nothing was sealed.
    pub draw: String,
    /// The task.
    pub task: String,
    /// What that is called.
    pub title: String,
    /// Whether it is only tried out.
    pub rehearsal: bool,
    /// What it is now: dropped, cards, archived.
    pub state: String,
    /// Why, or where to.
    pub told: String,
}

/// A draw was sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawSeal {
    /// The draw.
    pub draw: String,
    /// The task.
    pub task: String,
    /// What that is called.
    pub title: String,
    /// Whether it is only tried out.
    pub rehearsal: bool,
    /// The number of the draw.
    pub sequence: u64,
    /// Which try of its task it is.
    pub attempt: u64,
    /// How many can be drawn.
    pub candidates: u64,
    /// How many are drawn.
    pub quota: u64,
    /// The short code.
    pub code: String,
    /// How many seats there are.
    pub seats: u64,
}

/// The second copy of a draw's secret went to the printer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecretCopy {
    /// The draw.
    pub draw: String,
    /// Whether it is only tried out.
    pub rehearsal: bool,
    /// Which print it is, from 1.
    pub number: u64,
}

/// A card was laid down, or taken up again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardLaid {
    /// The draw.
    pub draw: String,
    /// Which seat, from 1.
    pub seat: u32,
    /// Whether it lies face down.
    pub down: bool,
}

/// A number was typed or confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberGiven {
    /// The draw.
    pub draw: String,
    /// Which seat, from 1.
    pub seat: u32,
    /// The digits; empty: the card was not opened.
    pub digits: String,
    /// Whether something else was typed for the seat before.
    pub again: bool,
}

/// A sealed draw ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawEnd {
    /// The draw.
    pub draw: String,
    /// The task.
    pub task: String,
    /// What that is called.
    pub title: String,
    /// Whether it is only tried out.
    pub rehearsal: bool,
    /// The number of the draw.
    pub sequence: u64,
    /// Which try of its task it was.
    pub attempt: u64,
    /// drawn or void.
    pub outcome: String,
    /// The digest of the record.
    pub digest: String,
    /// How many were drawn; of a void one how many would have been.
    pub selected: u64,
    /// How many places in crews nobody fills.
    pub unfilled: u64,
    /// Why it was given up.
    pub reason: String,
}

/// Something was said in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CeremonyRemark {
    /// The ceremony.
    pub ceremony: String,
    /// The draw; empty: nothing is sealed yet.
    pub draw: String,
    /// objection or opinion.
    pub kind: String,
    /// Who said it.
    pub who: String,
    /// What.
    pub words: String,
}

/// The station signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawSigned {
    /// The draw.
    pub draw: String,
    /// How many signatures were made.
    pub count: u64,
    /// The fingerprint of the key.
    pub fingerprint: String,
}

/// A draw was changed afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawChange {
    /// The draw.
    pub draw: String,
    /// The task.
    pub task: String,
    /// What that is called.
    pub title: String,
    /// Whether it was only tried out.
    pub rehearsal: bool,
    /// The number of the change, from 1.
    pub number: u64,
    /// What kind of change, as the protocol calls it.
    pub kind: String,
    /// What was changed.
    pub what: String,
    /// Why.
    pub reason: String,
    /// The digest after it.
    pub digest: String,
}

/// The published folder was written and read back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawShown {
    /// The draw.
    pub draw: String,
    /// Where it was written.
    pub folder: String,
    /// Whether names are in it.
    pub names: bool,
    /// The digest after the last change.
    pub digest: String,
}
