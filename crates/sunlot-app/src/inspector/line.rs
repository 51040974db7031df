//! An inspector as they stand in a list.

use std::collections::HashMap;

use sunlot_rules::roster::name;
use sunlot_store::Connection;
use sunlot_store::inspector::{self, Column, StoredInspector};
use sunlot_store::inspector_conflict;

use super::standing::{CERTIFICATES, Days, State, certificates, expiring, is_expert, reasons};
use super::wire::{CertificateView, InspectorLine};
use super::{conflict, labels};
use crate::Result;

/// The registry, and what is only known of it as a whole.
pub(super) struct Book {
    /// Everybody who ever was in it.
    pub all: Vec<StoredInspector>,
    conflicts: HashMap<i64, u32>,
    names: HashMap<String, u32>,
}

impl Book {
    pub(super) fn read(office: &Connection, days: Days) -> Result<Self> {
        let all = inspector::all(office)?;
        let mut conflicts: HashMap<i64, u32> = HashMap::new();
        for stored in inspector_conflict::all(office)? {
            if conflict::in_force(&stored.row, days.today) {
                *conflicts.entry(stored.row.inspector).or_default() += 1;
            }
        }
        let mut names: HashMap<String, u32> = HashMap::new();
        for stored in all
            .iter()
            .filter(|stored| stored.get(Column::Membership) != "removed")
        {
            *names.entry(name::key(stored.get(Column::Name))).or_default() += 1;
        }
        Ok(Self {
            all,
            conflicts,
            names,
        })
    }

    /// An inspector as they stand in a list.
    pub(super) fn line(&self, stored: &StoredInspector, days: Days) -> InspectorLine {
        let text = |column: Column| stored.get(column).to_owned();
        let expiring = expiring(&stored.values, days.today);
        let named = self.names.get(&name::key(stored.get(Column::Name)));
        InspectorLine {
            id: stored.id,
            number: labels::number(stored.id),
            name: text(Column::Name),
            rare: !name::rare(stored.get(Column::Name)).is_empty(),
            same_name: named.is_some_and(|count| *count > 1),
            certificates: views(stored, days),
            unit: text(Column::Unit),
            department: text(Column::Department),
            duty: text(Column::Duty),
            skills: text(Column::Skills),
            scope: text(Column::Scope),
            expert: is_expert(&stored.values),
            status: labels::value(Column::Status, stored.get(Column::Status)),
            membership: labels::value(Column::Membership, stored.get(Column::Membership)),
            doubts: labels::doubts(stored.get(Column::Doubts)),
            barred: reasons(&stored.values, days.on)
                .into_iter()
                .map(|reason| labels::bar(reason, &stored.values))
                .collect(),
            expires_on: expiring.map_or_else(String::new, |(last, _)| last.to_string()),
            expires_in: expiring.map(|(_, days)| days),
            conflicts: self.conflicts.get(&stored.id).copied().unwrap_or(0),
        }
    }
}

fn views(stored: &StoredInspector, days: Days) -> Vec<CertificateView> {
    let numbered = CERTIFICATES
        .iter()
        .filter(|[number, ..]| !stored.get(*number).is_empty());
    numbered
        .zip(certificates(&stored.values))
        .map(|([number, valid_to, issuer], certificate)| CertificateView {
            number: stored.get(*number).to_owned(),
            issuer: stored.get(*issuer).to_owned(),
            valid_to: labels::until(stored.get(*valid_to)),
            state: State::of(&[certificate], days.on).told(),
        })
        .collect()
}
