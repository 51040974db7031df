//! The visits that are known, and whose they are.

use std::collections::HashMap;

use chrono::NaiveDate;
use sunlot_rules::roster::name;
use sunlot_store::target;
use sunlot_store::visit::{self, VisitRow};
use sunlot_store::{Connection, Values};

use super::{Column, Visits};
use crate::Result;
use crate::import::draft::{Draft, What};
use crate::import::register::Known;
use crate::import::targets::KnownTargets;
use crate::target::target_number;

/// The visits that are known, and the targets.
#[derive(Default)]
pub(in crate::import) struct KnownVisits {
    targets: KnownTargets,
    visits: Vec<(i64, Values)>,
    of_target: HashMap<i64, Vec<usize>>,
}

/// A visit as a row tells of it.
pub(super) fn values(row: &VisitRow) -> Values {
    Values::of([
        (Column::Date.place(), row.held_on.as_str()),
        (Column::TaskKind.place(), &row.task_kind),
        (Column::Modes.place(), &row.modes),
        (Column::Items.place(), &row.items),
        (Column::Unit.place(), &row.unit),
        (Column::Inspectors.place(), &row.inspectors),
        (Column::Result.place(), &row.result),
        (Column::Remark.place(), &row.remark),
        (Column::Membership.place(), "in"),
    ])
}

/// What is kept of a row: who it was is kept as the target.
pub(super) fn bare(values: &Values) -> Values {
    let left = [
        Column::Code,
        Column::Name,
        Column::Origin,
        Column::Source,
        Column::Doubts,
    ]
    .map(Column::place);
    Values::of(values.iter().filter(|(place, _)| !left.contains(place)))
}

/// A row as it is kept.
pub(super) fn row(target: i64, values: &Values) -> VisitRow {
    let text = |column: Column| values.get(column.place()).to_owned();
    VisitRow {
        target,
        held_on: text(Column::Date),
        times: 1,
        counted: true,
        // A visit that the authority above ordered is a campaign; whether it counts is the rule profile's (N-06).
        task_kind: match (
            values.get(Column::TaskKind.place()),
            values.get(Column::Origin.place()),
        ) {
            ("", "upper_level") => "special_campaign".to_owned(),
            ("", _) => "double_random".to_owned(),
            (told, _) => told.to_owned(),
        },
        modes: text(Column::Modes),
        items: text(Column::Items),
        unit: text(Column::Unit),
        inspectors: text(Column::Inspectors),
        result: text(Column::Result),
        remark: text(Column::Remark),
        origin: "imported".to_owned(),
        withdrawn: false,
    }
}

impl KnownVisits {
    /// The code decides, and a name that is neither the one of today nor one from before is told.
    fn compare_names(&self, id: i64, name: &str, draft: &mut Draft<Visits>) {
        let Some(values) = self.targets.get(id) else {
            return;
        };
        let known = values.get(target::Column::Name.place());
        let former = values.get(target::Column::FormerName.place()).split('、');
        let key = name::key(name);
        let named = std::iter::once(known)
            .chain(former)
            .any(|known| name::key(known) == key);
        if !name.is_empty() && !named {
            let (number, name) = (target_number(id), known.to_owned());
            draft.say(None, What::NameDiffers { number, name });
        }
    }

    /// The target that a row is about: by its code, else by its name where one alone has it.
    fn target(&self, draft: &mut Draft<Visits>) -> Option<i64> {
        let text = |column: Column| draft.values.get(column.place());
        let (code, name) = (text(Column::Code).to_owned(), text(Column::Name).to_owned());
        let by_code = match code.strip_prefix("DX-") {
            Some(number) => number.parse().ok().filter(|id| self.targets.get(*id).is_some()),
            None if code.is_empty() => None,
            None => self.targets.coded(&code),
        };
        if let Some(id) = by_code {
            self.compare_names(id, &name, draft);
            return Some(id);
        }
        let named: Vec<i64> = self.targets.named(&name).iter().map(|stored| stored.id).collect();
        match named.as_slice() {
            [one] if !name.is_empty() => {
                let number = target_number(*one);
                draft.say(None, What::LinkedByName { number });
                Some(*one)
            }
            [_, _, ..] if !name.is_empty() => {
                let count = named.len();
                draft.say(None, What::NameOfSeveral { count });
                None
            }
            _ => {
                draft.say(None, What::TargetUnknown);
                None
            }
        }
    }
}

impl Known<Visits> for KnownVisits {
    fn read(office: &Connection, today: NaiveDate) -> Result<Self> {
        let mut known = Self {
            targets: KnownTargets::read(office, today)?,
            ..Self::default()
        };
        visit::walk(office, &mut |stored| {
            // What a roster only counts is no visit of a day.
            if stored.row.origin != "roster" {
                let of_target = known.of_target.entry(stored.row.target).or_default();
                of_target.push(known.visits.len());
                known.visits.push((stored.id, values(&stored.row)));
            }
        })?;
        Ok(known)
    }

    fn seq(&self) -> i64 {
        self.targets.seq()
    }

    /// A ledger never has all visits: none is missing in it.
    fn all(&self) -> impl Iterator<Item = (i64, &Values)> {
        std::iter::empty()
    }

    fn get(&self, id: i64) -> Option<&Values> {
        let place = self.visits.binary_search_by_key(&id, |(id, _)| *id).ok()?;
        self.visits.get(place).map(|(_, values)| values)
    }

    /// The visit that is known already: to the same target on the same day for the same items by the same unit.
    fn find(&self, draft: &mut Draft<Visits>) -> Option<i64> {
        let target = self.target(draft)?;
        draft.beside.target = Some(target);
        let same = |values: &Values| {
            [Column::Date, Column::Items, Column::Unit]
                .map(Column::place)
                .into_iter()
                .all(|place| values.get(place) == draft.values.get(place))
        };
        let known = self.of_target.get(&target).into_iter().flatten();
        let mut known = known.filter_map(|place| self.visits.get(*place));
        known.find(|(_, values)| same(values)).map(|(id, _)| *id)
    }
}
