//! The trail as people read it, and its verification in words.

use serde::{Deserialize, Serialize};
use sunlot_store::trail::{self, Page, StoredEvent};
use sunlot_store::{Fault, Progress, Verdict};
use ts_rs::TS;

use crate::account::Names;
use crate::commands::Act;
use crate::messages::{self, Words};
use crate::{Desk, Failure, Kind, Result};

/// The most entries one answer holds.
const MAX_ENTRIES: u32 = 500;

/// Which part of the trail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailRequest {
    /// Only entries with a smaller number; `None` begins at the newest.
    pub before: Option<i64>,
    /// How many.
    pub limit: u32,
}

/// A part of the trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailView {
    /// Newest first.
    pub entries: Vec<TrailEntry>,
    /// How many there are in all.
    pub total: i64,
    /// The hash of the newest.
    pub head: Option<String>,
}

/// An entry of the trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailEntry {
    /// Its number.
    pub seq: i64,
    /// When.
    pub at: String,
    /// Who.
    pub actor: String,
    /// The second person of an act that nobody does alone.
    pub second: Option<String>,
    /// What, for programs.
    pub kind: String,
    /// What, for people.
    pub sentence: String,
    /// Its hash.
    pub hash: String,
}

/// The outcome of a verification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailVerdict {
    /// Whether everything fits.
    pub valid: bool,
    /// How many events were looked at.
    pub events: u64,
    /// How many rows.
    pub rows: u64,
    /// The hash of the newest event.
    pub head: Option<String>,
    /// What does not fit, first fault first.
    pub faults: Vec<Failure>,
}

impl Desk {
    /// Shows a part of the trail.
    pub fn trail_view(&self, request: TrailRequest) -> Result<TrailView> {
        self.read(Act::TrailView, |office| {
            let names = Names::read(office)?;
            let Page { events, head } = trail::page(office, request.before, request.limit.min(MAX_ENTRIES))?;
            Ok(TrailView {
                entries: events.into_iter().map(|event| told(event, &names)).collect(),
                total: head.map_or(0, |head| head.seq),
                head: head.map(|head| head.head.to_string()),
            })
        })
    }

    /// Recomputes the whole trail and every row it vouches for.
    pub fn trail_verify(&self, progress: Progress<'_>) -> Result<TrailVerdict> {
        let Verdict {
            events,
            rows,
            head,
            faults,
        } = self.read_aside(Act::TrailVerify, |office| {
            Ok(sunlot_store::verify(office, progress)?)
        })?;
        Ok(TrailVerdict {
            valid: faults.is_empty(),
            events,
            rows,
            head: head.map(|head| head.to_string()),
            faults: faults.iter().map(worded).collect(),
        })
    }
}

fn told(stored: StoredEvent, names: &Names) -> TrailEntry {
    let sentence = Kind::of(&stored.event).map_or_else(
        || format!("本程序不认识的事项（{}）", stored.event.kind),
        |kind| kind.sentence(names),
    );
    TrailEntry {
        seq: stored.event.seq,
        at: stored.event.at,
        actor: names.told(&stored.event.actor),
        second: stored.event.second.as_deref().map(|second| names.told(second)),
        kind: stored.event.kind,
        sentence,
        hash: stored.hash.to_string(),
    }
}

fn worded(fault: &Fault) -> Failure {
    let Words { message, hint } = messages::of_fault(fault);
    Failure {
        code: fault_code(fault).to_owned(),
        message,
        hint,
        detail: format!("{fault:?}"),
        problems: Vec::new(),
    }
}

fn fault_code(fault: &Fault) -> &'static str {
    match fault {
        Fault::Damaged { .. } => "trail_damaged",
        Fault::Schema { .. } => "trail_schema_changed",
        Fault::Gap { .. } => "trail_gap",
        Fault::EventChanged { .. } => "trail_event_changed",
        Fault::RowsChanged { .. } => "trail_rows_changed",
        Fault::StrayRow { .. } => "trail_stray_row",
    }
}
