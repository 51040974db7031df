//! The registry of targets as rosters are taken over into it.

mod cells;
mod known;
mod store;
mod suggest;
mod whole;

use std::borrow::Cow;

use strum::{EnumCount, VariantArray};
use sunlot_rules::roster::cell::Cleaned;
use sunlot_rules::roster::fields::{Field, TargetField};
use sunlot_rules::roster::name;
use sunlot_store::target::{self, Column};
use sunlot_store::{Change, Connection, Values};

pub(super) use self::known::KnownTargets;
use self::known::code_of;
use super::compare::Judged;
use super::draft::{Draft, What};
use super::judge::Judge;
use super::register::{Places, Register};
use super::wire::Registry;
use super::work::{AnyCompared, Compared, Held};
use crate::registry::{FieldChange, Told};
use crate::target::{FlagKind, choices_of, differences, new_target, target_number};
use crate::{Desk, Result};

/// The registry of targets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Targets;

/// What a row tells beside the values of its target.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Beside {
    /// Visits it tells of: when the last one was, and how many there were this year.
    pub visits: Option<(String, u32)>,
    /// How many there were this year, where a number stands there.
    pub count: Option<u32>,
    /// Flags it tells of.
    pub flags: Vec<FlagKind>,
}

impl Register for Targets {
    type Field = TargetField;
    type Beside = Beside;
    type Known = KnownTargets;

    const REGISTRY: Registry = Registry::Targets;
    const NAME: TargetField = TargetField::Name;
    const PLACES: Places = Places {
        count: Column::COUNT,
        name: Column::Name as u8,
        source: Column::Source as u8,
        doubts: Column::Doubts as u8,
        membership: Column::Membership as u8,
    };

    fn column(field: TargetField) -> Option<u8> {
        let column = Column::VARIANTS
            .iter()
            .find(|column| column.name() == field.name())?;
        Some(column.place())
    }

    fn keeps(_field: TargetField) -> bool {
        true
    }

    fn take(judge: &mut Judge<Self>, place: usize, cell: &Cleaned<'_>, draft: &mut Draft<Self>) {
        cells::take(judge, place, cell, draft);
    }

    fn finish(judge: &mut Judge<Self>, draft: &mut Draft<Self>) {
        cells::finish(judge, draft);
    }

    fn doubt(what: &What) -> Option<&'static str> {
        Some(match what {
            What::CodeInvalid { .. } => "code_invalid",
            What::CodeOld => "code_old",
            What::CodeMissing => "code_missing",
            What::NameBroken { .. } => "name_broken",
            What::NumberLost { .. } => "number_lost",
            What::DateOdd { .. } | What::DateUnread { .. } => "date_odd",
            _ => return None,
        })
    }

    fn code_of(values: &Values) -> &str {
        code_of(values)
    }

    fn identity(values: &Values) -> Cow<'_, str> {
        match code_of(values) {
            "" => Cow::Owned(name::key(values.get(Column::Name.place()))),
            code => Cow::Borrowed(code),
        }
    }

    fn number(id: i64) -> String {
        target_number(id)
    }

    fn fresh() -> Values {
        new_target()
    }

    fn choices(field: TargetField) -> Vec<Told> {
        choices_of(field.name())
    }

    fn differences(before: &Values, after: &Values) -> Vec<FieldChange> {
        differences(before, after)
    }

    fn newest_event(office: &Connection) -> Result<i64> {
        Ok(target::newest_event(office)?)
    }

    fn values_of(office: &Connection, id: i64) -> Result<Option<Values>> {
        Ok(target::by_id(office, id)?.map(|stored| stored.values))
    }

    fn suggest(rows: &mut [Judged<Self>], known: &KnownTargets) {
        suggest::suggest(rows, known);
    }

    /// The name before becomes a former one.
    fn renamed(after: Values, old: &str) -> Values {
        let former = suggest::with_former(after.get(Column::FormerName.place()), old);
        after.with(Column::FormerName.place(), &former)
    }

    fn any(compared: Compared<Self>) -> AnyCompared {
        AnyCompared::Targets(compared)
    }

    fn store(desk: &Desk, change: &Change<'_>, held: &Held, compared: &Compared<Self>) -> Result<()> {
        store::store(desk, change, held, compared)
    }
}
