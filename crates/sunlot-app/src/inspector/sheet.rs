//! Everything about one inspector on one page: the fields, the conflicts of interest, and what happened.

use strum::VariantArray;
use sunlot_rules::roster::fields::{Field, FieldForm, InspectorField};
use sunlot_store::inspector::{self, Column, StoredInspector};
use sunlot_store::{Connection, Values};

use super::fault::InspectorFault;
use super::wire::{InspectorId, InspectorView};
use super::{check, conflict, labels};
use crate::commands::Act;
use crate::registry::labels::joined;
use crate::registry::{FieldChange, FieldView, story};
use crate::{Desk, Error, ObjectKind, Result};

impl Desk {
    /// Shows everything about one inspector.
    pub fn inspector_open(&self, request: &InspectorId) -> Result<InspectorView> {
        self.read(Act::InspectorOpen, |office| self.inspector_of(office, request.id))
    }

    pub(super) fn inspector_of(&self, office: &Connection, id: i64) -> Result<InspectorView> {
        let stored = require(office, id)?;
        let (book, days) = self.book(office, None)?;
        let versions = inspector::history(office, id)?;
        let changed = versions.iter().enumerate().map(|(place, version)| {
            let before = versions.get(place + 1);
            let changes = before.map_or_else(Vec::new, |before| differences(&before.values, &version.values));
            (version.event, changes)
        });
        Ok(InspectorView {
            line: book.line(&stored, days),
            version: stored.version,
            fields: fields(&stored.values),
            conflicts: conflict::of_inspector(office, &stored, days.today)?,
            story: story::of(office, ObjectKind::Inspector, labels::number(id), changed)?,
            notices: Vec::new(),
        })
    }
}

/// The inspector of this number.
pub(super) fn require(office: &Connection, id: i64) -> Result<StoredInspector> {
    inspector::by_id(office, id)?.ok_or_else(|| {
        let asked = labels::number(id);
        Error::new(InspectorFault::InspectorMissing { asked }, "")
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
        Column::CertValidTo | Column::SecondCertValidTo => labels::until(value),
        other => labels::value(other, value).label,
    }
}

pub(super) fn fields(values: &Values) -> Vec<FieldView> {
    let view = |column: Column| {
        let form = column.name().parse().map(|field: InspectorField| field.form());
        FieldView {
            field: column.name().to_owned(),
            label: labels::column(column).to_owned(),
            group: labels::group(column).to_owned(),
            value: values.get(column.place()).to_owned(),
            shown: shown(column, values.get(column.place())),
            choices: labels::choices(column),
            date: matches!(form, Ok(FieldForm::ValidTo)),
            required: check::required(column),
            bulk: false,
        }
    };
    check::FILLED.into_iter().map(view).collect()
}
