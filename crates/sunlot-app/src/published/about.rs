//! Which draw a file is about, and how it ended: what a report on it is headed with.
//!
//! Only what the file states of itself. Whether that is true is the verifier's matter.

use serde::Serialize;
use sunlot_draw::amendment::Change;
use sunlot_draw::commitment::{ShortCode, fingerprint};
use sunlot_draw::record::Stage;
use sunlot_draw::{Fields, Published};

/// A draw in a few lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DrawView {
    /// The office's name.
    pub office: String,
    /// What the draw is called.
    pub title: String,
    /// The task it belongs to.
    pub task: String,
    /// Its place among the office's records.
    pub sequence: u64,
    /// Which attempt of its task.
    pub attempt: u64,
    /// When the list was sealed, as written.
    pub created_at: String,
    /// How it ended.
    pub ending: Ending,
    /// Why and when it was given up, if it was.
    pub void: Option<VoidView>,
    /// Targets drawn, or that would have been.
    pub selected: usize,
    /// Reserves drawn.
    pub reserves: usize,
    /// Rows that stand after all amendments.
    pub standing: usize,
    /// The commitment, to compare with paper by hand.
    pub short_code: String,
    /// The digits the room drew before sealing.
    pub challenge: String,
    /// The station's fingerprint.
    pub station: String,
    /// The record's digest.
    pub digest: String,
    /// What the office added of its own to the list, as JSON.
    pub ext: Option<String>,
    /// What the office published of the event, as JSON.
    pub ceremony: Option<String>,
}

/// How a draw ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// Drawn, and in force.
    Drawn,
    /// Drawn, and cancelled by an amendment.
    Cancelled,
    /// Given up.
    Void,
}

/// Why a draw was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VoidView {
    /// Why.
    pub reason: String,
    /// Whether all cards were down.
    pub after_cards: bool,
    /// When, as written.
    pub at: String,
    /// Who decided.
    pub by: Vec<String>,
}

impl DrawView {
    /// What a file says of itself.
    pub fn of(published: &Published) -> Self {
        let record = &published.record;
        let manifest = &record.manifest;
        let count =
            |count: fn(&sunlot_draw::record::Outcome) -> usize| record.result.as_ref().map_or(0, count);
        Self {
            office: manifest.office.name.to_string(),
            title: manifest.title.to_string(),
            task: manifest.task.to_string(),
            sequence: manifest.sequence,
            attempt: manifest.attempt,
            created_at: manifest.created_at.to_string(),
            ending: ending(published),
            void: record.void.as_ref().map(|void| VoidView {
                reason: void.reason.to_string(),
                after_cards: void.stage == Stage::Cards,
                at: void.at.to_string(),
                by: void.by.iter().map(ToString::to_string).collect(),
            }),
            selected: count(|outcome| outcome.selected.len()),
            reserves: count(|outcome| outcome.reserves.len()),
            standing: published.standing.len(),
            short_code: ShortCode::of(&record.commitment).to_string(),
            challenge: manifest.challenge.to_string(),
            station: fingerprint(manifest.protocol, &manifest.station),
            digest: published.digest.to_string(),
            ext: manifest.ext.as_ref().map(json),
            ceremony: record.ceremony.as_ref().map(json),
        }
    }
}

fn ending(published: &Published) -> Ending {
    // Nothing but a withdrawal may follow a cancellation that counts, so the last of the two decides.
    let cancelled = published.amendments.iter().enumerate().any(|(at, entry)| {
        let withdrawn = published
            .amendments
            .iter()
            .skip(at)
            .any(|later| matches!(later.amendment.change, Change::Withdraw(of) if of == at as u64 + 1));
        matches!(entry.amendment.change, Change::Cancel) && !withdrawn
    });
    match (&published.record.void, cancelled) {
        (Some(_), _) => Ending::Void,
        (None, true) => Ending::Cancelled,
        (None, false) => Ending::Drawn,
    }
}

fn json(fields: &Fields) -> String {
    serde_json::to_string(fields).unwrap_or_default()
}
