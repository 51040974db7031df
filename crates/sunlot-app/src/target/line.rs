//! A target as it stands in a list.

use crate::registry::Told;
use sunlot_rules::roster::name;
use sunlot_store::target::{Column, StoredTarget};

use super::index::{TargetIndex, position};
use super::labels::{self, Bar};
use super::wire::TargetLine;

impl TargetIndex {
    /// Why a target may not take part in a draw.
    pub fn bars(&self, at: usize) -> impl Iterator<Item = Bar> + use<> {
        let membership = self.value(at, Column::Membership);
        let found = [
            (self.value(at, Column::Status) != "active").then_some(Bar::NotActive),
            (membership == "suspended").then_some(Bar::Suspended),
            (membership == "removed").then_some(Bar::Removed),
        ];
        found.into_iter().flatten()
    }

    /// A target as it stands in a list.
    pub fn line(&self, stored: &StoredTarget) -> TargetLine {
        let at = position(stored.id).unwrap_or(usize::MAX);
        let text = |column: Column| stored.get(column).to_owned();
        let told = |column: Column| labels::value(column, stored.get(column));
        let tally = self.tally(at);
        let doubts = labels::doubts(stored.get(Column::Doubts));
        TargetLine {
            id: stored.id,
            number: labels::number(stored.id),
            code: code(stored).to_owned(),
            code_doubtful: doubts.iter().any(|doubt| doubt.value.starts_with("code_")),
            name: text(Column::Name),
            rare: !name::rare(stored.get(Column::Name)).is_empty(),
            kind: told(Column::Kind),
            legal_rep: text(Column::LegalRep),
            credit: told(Column::Credit),
            risk: told(Column::Risk),
            township: text(Column::Township),
            industry: text(Column::Industry),
            address: text(Column::Address),
            tags: text(Column::Tags),
            supervisor: text(Column::Supervisor),
            source: text(Column::Source),
            visits_this_year: tally.year().into(),
            visits_twelve_months: tally.months().into(),
            last_visit: day(tally.last),
            flags: self.flags_of(at).map(|flag| flag.told()).collect::<Vec<Told>>(),
            flagged: Vec::new(),
            status: told(Column::Status),
            membership: told(Column::Membership),
            doubts,
            barred: self.bars(at).map(Bar::told).collect(),
        }
    }
}

/// By which code a target is known (contract 7); empty where it has none.
pub(super) fn code(stored: &StoredTarget) -> &str {
    [Column::Uscc, Column::RegNo, Column::DoubtfulCode]
        .into_iter()
        .map(|column| stored.get(column))
        .find(|code| !code.is_empty())
        .unwrap_or("")
}

fn day(number: u32) -> String {
    if number == 0 {
        String::new()
    } else {
        format!(
            "{:04}-{:02}-{:02}",
            number / 10_000,
            number / 100 % 100,
            number % 100
        )
    }
}
