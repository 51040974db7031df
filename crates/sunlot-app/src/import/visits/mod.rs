//! Visits that were made outside the program, as a ledger tells of them (1.16, 2 and 3): so that how often somebody was visited
//! is true. Every row is about a target that the registry has; one that cannot be told says so, and none is guessed.

mod cells;
mod known;

use std::borrow::Cow;

use strum::{EnumCount, IntoStaticStr, VariantArray};
use sunlot_rules::roster::cell::Cleaned;
use sunlot_rules::roster::fields::{Field, VisitField};
use sunlot_rules::roster::name;
use sunlot_rules::roster::words::{TaskKind, VisitOrigin};
use sunlot_store::visit::{self, VisitRow};
use sunlot_store::{Change, Connection, Values, target};

use self::known::KnownVisits;
use super::compare::Judged;
use super::draft::{Draft, What};
use super::fault::ImportFault;
use super::judge::Judge;
use super::labels;
use super::register::{Places, Register};
use super::wire::{Fate, Registry};
use super::work::{AnyCompared, Compared, Held};
use crate::registry::labels::{all, word};
use crate::registry::{FieldChange, Told};
use crate::{Desk, Error, Result};

/// The ledger of visits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Visits;

/// What a row tells beside its texts: whom the visit was to, once that is found.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Beside {
    pub target: Option<i64>,
}

/// The texts of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray, EnumCount)]
#[strum(serialize_all = "snake_case")]
#[repr(u8)]
pub(super) enum Column {
    Code,
    Name,
    Date,
    TaskKind,
    Modes,
    Items,
    Unit,
    Inspectors,
    Result,
    Origin,
    Remark,
    Source,
    Doubts,
    Membership,
}

impl Column {
    pub(super) fn place(self) -> u8 {
        self as u8
    }
}

impl Register for Visits {
    type Field = VisitField;
    type Beside = Beside;
    type Known = KnownVisits;

    const REGISTRY: Registry = Registry::Visits;
    const NAME: VisitField = VisitField::Name;
    const NAMED_BY_CODE: bool = true;
    const PLACES: Places = Places {
        count: Column::COUNT,
        name: Column::Name as u8,
        source: Column::Source as u8,
        doubts: Column::Doubts as u8,
        membership: Column::Membership as u8,
    };

    fn column(field: VisitField) -> Option<u8> {
        let column = Column::VARIANTS
            .iter()
            .find(|column| <&str>::from(**column) == field.name())?;
        Some(column.place())
    }

    fn keeps(_field: VisitField) -> bool {
        true
    }

    fn take(judge: &mut Judge<Self>, place: usize, cell: &Cleaned<'_>, draft: &mut Draft<Self>) {
        cells::take(judge, place, cell, draft);
    }

    fn finish(judge: &mut Judge<Self>, draft: &mut Draft<Self>) {
        cells::finish(judge, draft);
    }

    /// What is to be looked at of a visit is looked at before it is taken; nothing of it is kept.
    fn doubt(_what: &What) -> Option<&'static str> {
        None
    }

    fn code_of(values: &Values) -> &str {
        values.get(Column::Code.place())
    }

    /// The same target on the same day for the same items by the same unit.
    fn identity(values: &Values) -> Cow<'_, str> {
        let text = |column: Column| values.get(column.place());
        let whom = match text(Column::Code) {
            "" => name::key(text(Column::Name)),
            code => code.to_owned(),
        };
        Cow::Owned(format!(
            "{whom} {} {} {}",
            text(Column::Date),
            text(Column::Items),
            text(Column::Unit)
        ))
    }

    /// Who it was is said by the code; two ledgers may write the name in two ways.
    fn says_the_same(one: &Values, other: &Values) -> bool {
        known::bare(one) == known::bare(other)
    }

    fn comparable(told: &Values) -> Cow<'_, Values> {
        Cow::Owned(known::bare(told))
    }

    fn number(id: i64) -> String {
        labels::visit_number(id)
    }

    fn fresh() -> Values {
        Values::of([(Column::Membership.place(), "in")])
    }

    fn choices(field: VisitField) -> Vec<Told> {
        match field {
            VisitField::Origin => all::<VisitOrigin>(),
            VisitField::TaskKind => all::<TaskKind>(),
            _ => Vec::new(),
        }
    }

    fn differences(before: &Values, after: &Values) -> Vec<FieldChange> {
        let shown = |column: Column, text: &str| match column {
            Column::Origin => word::<VisitOrigin>(text).label,
            Column::TaskKind => word::<TaskKind>(text).label,
            _ => text.to_owned(),
        };
        let change = |field: &VisitField| {
            let place = Self::column(*field)?;
            let column = Column::VARIANTS.get(usize::from(place))?;
            let (old, new) = (before.get(place), after.get(place));
            (old != new).then(|| FieldChange {
                field: field.name().to_owned(),
                label: field.heading().to_owned(),
                before: shown(*column, old),
                after: shown(*column, new),
            })
        };
        VisitField::ALL.iter().filter_map(change).collect()
    }

    fn newest_event(office: &Connection) -> Result<i64> {
        Ok(target::newest_event(office)?)
    }

    fn values_of(office: &Connection, id: i64) -> Result<Option<Values>> {
        Ok(visit::by_id(office, id)?.map(|stored| known::values(&stored.row)))
    }

    fn suggest(_rows: &mut [Judged<Self>], _known: &KnownVisits) {}

    fn any(compared: Compared<Self>) -> AnyCompared {
        AnyCompared::Visits(compared)
    }

    fn store(_desk: &Desk, change: &Change<'_>, _held: &Held, compared: &Compared<Self>) -> Result<()> {
        let mut new = Vec::new();
        for row in &compared.rows {
            let Some(target) = row.draft.beside.target else {
                continue;
            };
            match (row.fate, row.entry) {
                (Fate::Added, _) => new.push(known::row(target, &row.after())),
                (Fate::Updated, Some(id)) => {
                    let moved = || Error::new(ImportFault::ImportMoved, "");
                    let stored = visit::by_id(change.tx(), id)?.ok_or_else(moved)?;
                    let after = VisitRow {
                        counted: stored.row.counted,
                        origin: stored.row.origin,
                        ..known::row(target, &row.after())
                    };
                    visit::follow(change, id, stored.version + 1, &after)?;
                }
                _ => {}
            }
        }
        Ok(visit::add(change, &new)?)
    }
}
