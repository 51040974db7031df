//! A ceremony as it is kept: who sits where, which cards are down, which numbers were typed, and what was said. One document in each
//! version; what may follow on what stands in `state`.

use serde::{Deserialize, Serialize};
use sunlot_store::ceremony::CeremonyRow;

use crate::{Error, Reason, Result};

/// How a ceremony is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Way {
    /// With witnesses in the room.
    #[default]
    Full,
    /// Without an audience: a public number that was named before sealing takes the witnesses' place.
    Simple,
}

/// Everything about a ceremony that is not in its manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct CeremonyDocument {
    /// How it is held.
    pub way: Way,
    /// Where.
    pub place: String,
    /// The seal whose drawn targets this draw mans.
    pub basis: Option<i64>,
    /// The public number, where one takes the witnesses' place.
    pub public: Option<PublicNumber>,
    /// Who sits where.
    pub seats: Vec<SeatDocument>,
    /// How wide the picture is, in centimetres; none: as wide as is usual.
    pub width_cm: Option<u32>,
    /// How far away the last witness sits, in centimetres; none: as far as is usual.
    pub distance_cm: Option<u32>,
    /// What was settled with the seal, and is not changed by changing task or rules afterwards.
    pub terms: Option<Terms>,
    /// The digits that were drawn before sealing.
    pub challenge: String,
    /// Whether each seat's card lies face down.
    pub cards: Vec<bool>,
    /// When all cards were down and could be turned.
    pub turned_at: String,
    /// Every number that was typed, in order.
    pub entries: Vec<Entry>,
    /// What was said in the room.
    pub notes: Vec<Note>,
    /// Why it was given up.
    pub void: Option<VoidDocument>,
    /// Where its papers and cards went.
    pub archive: Option<Archive>,
}

/// What a draw is bound to from its seal on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Terms {
    /// Whether names leave the room with the draw (requirements 1.16).
    pub names: bool,
    /// The last day of the visits; after it names may leave.
    pub until: String,
    /// Whether the next in line may take a place (requirements 1.16).
    pub replacement: bool,
}

/// A number that will be public, and that nobody knows yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PublicNumber {
    /// Which number, so that anybody can look it up.
    pub source: String,
    /// The day on which it comes out.
    pub date: String,
}

/// A seat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SeatDocument {
    /// What the witness is.
    pub role: String,
    /// The name that everybody sees.
    pub alias: String,
    /// The name, for the office alone unless the witness agrees.
    pub name: String,
    /// Where the witness comes from.
    pub unit: String,
    /// Whether the witness agrees to be named.
    pub shown: bool,
}

/// A number as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    /// Which seat, from 0.
    pub seat: usize,
    /// The digits; none: the card was not opened.
    pub digits: Option<String>,
    /// When.
    pub at: String,
    /// Whether the seat confirmed it.
    pub confirmed: bool,
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Note {
    /// An objection, or the supervisor's opinion.
    pub kind: NoteKind,
    /// Who said it.
    pub who: String,
    /// What.
    pub words: String,
    /// When.
    pub at: String,
}

/// What sort of thing was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NoteKind {
    /// Anybody may object.
    Objection,
    /// What the supervisor says of it.
    Opinion,
}

/// Why a ceremony was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VoidDocument {
    /// The reason, as a code.
    pub code: String,
    /// The same in words.
    pub reason: String,
    /// When.
    pub at: String,
}

/// Where papers and cards went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Archive {
    /// The number of the envelope with the cards.
    pub envelope: String,
    /// Where it is kept.
    pub place: String,
    /// Who answers for it.
    pub person: String,
    /// When.
    pub at: String,
}

impl CeremonyDocument {
    /// Reads what is kept.
    pub fn read(row: &CeremonyRow) -> Result<Self> {
        serde_json::from_str(&row.document)
            .map_err(|error| Error::new(Reason::OfficeDamaged, format!("ceremony: {error}")))
    }

    /// What is kept of it.
    pub fn kept(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| Error::new(Reason::Internal, error.to_string()))
    }

    /// What a seat says last: the last thing that was typed for it.
    pub fn last_entry(&self, seat: usize) -> Option<&Entry> {
        self.entries.iter().rfind(|entry| entry.seat == seat)
    }

    /// The number that a seat stands by.
    pub fn confirmed(&self, seat: usize) -> Option<&str> {
        let entry = self.last_entry(seat).filter(|entry| entry.confirmed)?;
        entry.digits.as_deref()
    }
}
