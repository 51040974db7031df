//! What makes a target be looked at more often: the seven triggers (T-10) and the blacklist, each with a period.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use sunlot_store::target_flag::FlagRow;
use ts_rs::TS;

/// Why a target is looked at more often. The name in snake case stands in the database and never changes.
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
    TS,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum FlagKind {
    /// It is new.
    NewlyFounded,
    /// Many complain about it.
    ManyComplaints,
    /// It is on the list of abnormal operation.
    AbnormalListing,
    /// It is dishonest.
    Dishonest,
    /// It broke the law gravely.
    SeriousViolation,
    /// Many are concerned about it.
    PublicConcern,
    /// Lives and property depend on it.
    LifeAndPropertySafety,
    /// It is on the blacklist.
    Blacklist,
}

impl FlagKind {
    pub(super) fn bit(self) -> u16 {
        1 << (self as u16)
    }
}

/// So many days before its last one a flag is said to end soon.
const SOON: i64 = 60;

/// Beside the bits of the kinds: a flag in force ends soon.
const ENDING: u16 = 1 << 15;

/// The value of the filter that finds those.
pub(super) const ENDING_VALUE: &str = "ending";

/// The bit of a flag that is in force on a day, and that of its ending where it ends soon.
pub(super) fn bits_in_force(row: &FlagRow, day: NaiveDate) -> Option<u16> {
    let kind: FlagKind = row.flag.parse().ok()?;
    let ending = ends_in(row, day).map_or(0, |_| ENDING);
    in_force(row, day).then(|| kind.bit() | ending)
}

/// The bit of a flag that is in force on a day, and nothing of when it ends.
pub(crate) fn bits_of_kinds(row: &FlagRow, day: NaiveDate) -> Option<u16> {
    bits_in_force(row, day).map(|bits| bits & !ENDING)
}

/// In how many days a flag ends, where that is soon.
pub(super) fn ends_in(row: &FlagRow, day: NaiveDate) -> Option<i64> {
    let until: NaiveDate = row.until.parse().ok()?;
    let days = (until - day).num_days();
    (0..=SOON).contains(&days).then_some(days)
}

/// Whether one of these flags ends soon.
pub(super) fn is_ending(bits: u16) -> bool {
    bits & ENDING != 0
}

/// Whether a flag is in force on a day; its last day counts.
pub(crate) fn in_force(row: &FlagRow, day: NaiveDate) -> bool {
    let day = day.to_string();
    !row.withdrawn && row.since <= day && (row.until.is_empty() || day <= row.until)
}

/// The kinds whose bits are set.
pub(super) fn of_bits(bits: u16) -> impl Iterator<Item = FlagKind> {
    FlagKind::VARIANTS
        .iter()
        .copied()
        .filter(move |kind| bits & kind.bit() != 0)
}
