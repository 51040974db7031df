//! Everything about one target on one page: its fields, flags, visits, and what happened to it.

use strum::VariantArray;
use sunlot_rules::roster::fields::{Field, FieldForm, TargetField};
use sunlot_store::target::{self, Column, StoredTarget};
use sunlot_store::target_flag::{self, StoredFlag};
use sunlot_store::visit::{self, StoredVisit};
use sunlot_store::{Connection, Values};

use super::fault::TargetFault;
use super::wire::{TargetFlagView, TargetId, TargetView, TargetVisitView};
use super::{check, credit, flags, labels};
use crate::commands::Act;
use crate::registry::labels::joined;
use crate::registry::{FieldChange, FieldView, Moment, story};
use crate::{Desk, Error, ObjectKind, Result};

impl Desk {
    /// Shows everything about one target.
    pub fn target_open(&self, request: &TargetId) -> Result<TargetView> {
        self.read(Act::TargetOpen, |office| self.target_of(office, request.id))
    }

    pub(super) fn target_of(&self, office: &Connection, id: i64) -> Result<TargetView> {
        let stored = require(office, id)?;
        let today = self.today();
        let line = self
            .targets()
            .with(office, today, |index| Ok(index.line(&stored)))?;
        Ok(TargetView {
            line,
            version: stored.version,
            fields: fields(&stored.values),
            flags: target_flag::of_target(office, id)?
                .into_iter()
                .map(|flag| flag_view(flag, today))
                .collect(),
            visits: visit::of_target(office, id)?
                .into_iter()
                .map(visit_view)
                .collect(),
            gradings: credit::gradings(office, id, today)?,
            inquiries: credit::inquiries(office, id)?,
            story: story(office, id)?,
            notices: Vec::new(),
        })
    }
}

/// The target of this number.
pub(crate) fn require(office: &Connection, id: i64) -> Result<StoredTarget> {
    target::by_id(office, id)?.ok_or_else(|| {
        let asked = labels::number(id);
        Error::new(TargetFault::TargetMissing { asked }, "")
    })
}

/// What is different, field by field.
pub(crate) fn differences(before: &Values, after: &Values) -> Vec<FieldChange> {
    Column::VARIANTS
        .iter()
        .copied()
        .filter(|column| before.get(column.place()) != after.get(column.place()))
        .map(|column| FieldChange {
            field: column.name().to_owned(),
            label: labels::column(column).to_owned(),
            before: shown(column, before.get(column.place())),
            after: shown(column, after.get(column.place())),
        })
        .collect()
}

/// A value as people read it.
pub(super) fn shown(column: Column, value: &str) -> String {
    match column {
        Column::Doubts => joined(&labels::doubts(value)),
        Column::PermitValidTo if value == labels::WITHOUT_END => labels::LONG_TERM.to_owned(),
        other => labels::value(other, value).label,
    }
}

pub(super) fn fields(values: &Values) -> Vec<FieldView> {
    let view = |column: Column| {
        let form = column.name().parse().map(|field: TargetField| field.form());
        FieldView {
            field: column.name().to_owned(),
            label: labels::column(column).to_owned(),
            group: labels::group(column).to_owned(),
            value: values.get(column.place()).to_owned(),
            shown: shown(column, values.get(column.place())),
            choices: labels::choices(column),
            date: matches!(
                form,
                Ok(FieldForm::Founded | FieldForm::ValidTo | FieldForm::Past)
            ),
            required: check::required(column),
            bulk: check::BULK.contains(&column),
        }
    };
    check::FILLED.into_iter().map(view).collect()
}

fn flag_view(stored: StoredFlag, today: chrono::NaiveDate) -> TargetFlagView {
    let in_force = flags::in_force(&stored.row, today);
    let kind: Option<flags::FlagKind> = stored.row.flag.parse().ok();
    TargetFlagView {
        id: stored.id,
        flag: kind.map_or_else(
            || labels::told(&stored.row.flag, &stored.row.flag),
            flags::FlagKind::told,
        ),
        since: stored.row.since,
        until: stored.row.until,
        evidence: stored.row.evidence,
        in_force,
        withdrawn: stored.row.withdrawn,
    }
}

fn visit_view(stored: StoredVisit) -> TargetVisitView {
    let row = stored.row;
    TargetVisitView {
        id: stored.id,
        held_on: row.held_on,
        times: row.times,
        counted: row.counted,
        task_kind: labels::task_kind(&row.task_kind),
        modes: row.modes,
        items: row.items,
        unit: row.unit,
        inspectors: row.inspectors,
        result: row.result,
        remark: row.remark,
        origin: labels::origin(&row.origin),
        withdrawn: row.withdrawn,
    }
}

/// What happened to a target.
fn story(office: &Connection, id: i64) -> Result<Vec<Moment>> {
    let versions = target::history(office, id)?;
    let changed = versions.iter().enumerate().map(|(place, version)| {
        let before = versions.get(place + 1);
        let changes = before.map_or_else(Vec::new, |before| differences(&before.values, &version.values));
        (version.event, changes)
    });
    story::of(office, ObjectKind::Target, labels::number(id), changed)
}
