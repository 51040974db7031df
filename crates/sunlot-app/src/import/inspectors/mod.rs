//! The registry of inspectors as rosters are taken over into it. The certificate is what a person is known by (case 43): a name
//! alone says nothing where certificates differ. Whoever has no certificate, or one that has ended, is taken, may not be drawn,
//! and is listed (case 44).

mod cells;
mod known;
mod suggest;

use std::borrow::Cow;

use strum::{EnumCount, VariantArray};
use sunlot_rules::day::Day;
use sunlot_rules::roster::cell::Cleaned;
use sunlot_rules::roster::fields::{Field, InspectorField};
use sunlot_rules::roster::name;
use sunlot_store::inspector::{self, Column};
use sunlot_store::{Change, Connection, Values};

pub(super) use self::known::KnownInspectors as KnownPeople;
use self::known::{KnownInspectors, certificates};
use super::compare::Judged;
use super::draft::{Draft, What};
use super::fault::ImportFault;
use super::judge::Judge;
use super::register::{Places, Register};
use super::wire::{Fate, Registry};
use super::work::{AnyCompared, Compared, Held};
use crate::inspector::{choices_of, differences, inspector_number, new_inspector};
use crate::registry::{FieldChange, Told};
use crate::{Desk, Error, Result};

/// The registry of inspectors.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inspectors;

impl Register for Inspectors {
    type Field = InspectorField;
    type Beside = ();
    type Known = KnownInspectors;

    const REGISTRY: Registry = Registry::Inspectors;
    const NAME: InspectorField = InspectorField::Name;
    const PLACES: Places = Places {
        count: Column::COUNT,
        name: Column::Name as u8,
        source: Column::Source as u8,
        doubts: Column::Doubts as u8,
        membership: Column::Membership as u8,
    };

    fn column(field: InspectorField) -> Option<u8> {
        let column = Column::VARIANTS
            .iter()
            .find(|column| column.name() == field.name())?;
        Some(column.place())
    }

    /// Identity and mobile numbers are personal: they have no column, and neither has what nobody needs to know.
    fn keeps(field: InspectorField) -> bool {
        Self::column(field).is_some()
    }

    fn take(judge: &mut Judge<Self>, place: usize, cell: &Cleaned<'_>, draft: &mut Draft<Self>) {
        cells::take(judge, place, cell, draft);
    }

    fn finish(judge: &mut Judge<Self>, draft: &mut Draft<Self>) {
        cells::finish(judge, draft);
    }

    fn doubt(what: &What) -> Option<&'static str> {
        Some(match what {
            What::NameBroken { .. } => "name_broken",
            What::NumberLost { .. } => "number_lost",
            What::DateOdd { .. } | What::DateUnread { .. } => "date_odd",
            What::CertSurplus { .. } => "cert_surplus",
            _ => return None,
        })
    }

    fn code_of(values: &Values) -> &str {
        certificates(values).next().unwrap_or("")
    }

    fn identity(values: &Values) -> Cow<'_, str> {
        match Self::code_of(values) {
            "" => Cow::Owned(name::key(values.get(Column::Name.place()))),
            code => Cow::Borrowed(code),
        }
    }

    /// Two writings of one name are one name (case 43).
    fn says_the_same(one: &Values, other: &Values) -> bool {
        let place = Column::Name.place();
        name::key(one.get(place)) == name::key(other.get(place))
            && one.with(place, "") == other.with(place, "")
    }

    fn number(id: i64) -> String {
        inspector_number(id)
    }

    fn fresh() -> Values {
        new_inspector()
    }

    fn choices(field: InspectorField) -> Vec<Told> {
        choices_of(field.name())
    }

    fn differences(before: &Values, after: &Values) -> Vec<FieldChange> {
        differences(before, after)
    }

    fn newest_event(office: &Connection) -> Result<i64> {
        Ok(inspector::newest_event(office)?)
    }

    fn values_of(office: &Connection, id: i64) -> Result<Option<Values>> {
        Ok(inspector::by_id(office, id)?.map(|stored| stored.values))
    }

    fn suggest(rows: &mut [Judged<Self>], known: &KnownInspectors) {
        suggest::suggest(rows, known);
    }

    fn weigh(row: &mut Judged<Self>, today: Day) {
        suggest::weigh(row, today);
    }

    fn any(compared: Compared<Self>) -> AnyCompared {
        AnyCompared::Inspectors(compared)
    }

    fn store(_desk: &Desk, change: &Change<'_>, _held: &Held, compared: &Compared<Self>) -> Result<()> {
        for row in &compared.rows {
            match (row.fate, row.entry) {
                (Fate::Added, _) => {
                    inspector::add(change, &row.after())?;
                }
                (Fate::Updated, Some(id)) => {
                    let moved = || Error::new(ImportFault::ImportMoved, "");
                    let stored = inspector::by_id(change.tx(), id)?.ok_or_else(moved)?;
                    inspector::follow(change, id, stored.version + 1, &row.after())?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}
