//! Draws of other systems in the list, and one of them with everything about it.

use std::collections::BTreeMap;

use sunlot_store::outside_draw::{self, OutsideDrawRow, Stored};
use sunlot_store::outside_row::{self, OutsideRow};
use sunlot_store::target::{self, Column};
use sunlot_store::{Connection, attachment, inspector, task, visit};

use super::acts::require;
use super::document::{OutsideDocument, items_of, known_items};
use super::labels;
use super::wire::{
    OutsideDrawOpen, OutsideDrawView, OutsideDrawsView, OutsideFile, OutsideLine, OutsidePerson,
    OutsideRowView, OutsideTake,
};
use crate::commands::Act;
use crate::inspector::inspector_number;
use crate::item::TaskItems;
use crate::registry::check::day_of;
use crate::registry::labels::told;
use crate::registry::{FieldView, Told, story};
use crate::target::{ROSTER, target_number, visit_period};
use crate::task::task_number;
use crate::{Desk, Error, ObjectKind, Reason, Result};

/// So many rows stand in one answer.
const PAGE: usize = 500;

impl Desk {
    /// Shows the draws of other systems.
    pub fn outside_draws_view(&self) -> Result<OutsideDrawsView> {
        self.read(Act::OutsideDrawsView, |office| {
            let today =
                day_of(self.today()).ok_or_else(|| Error::new(Reason::Internal, "the clock shows no day"))?;
            let items = TaskItems::read(office, today)?;
            let all = outside_draw::all(office)?.into_iter().rev();
            let open = task::all(office)?.into_iter().rev();
            let open = open.filter(|stored| stored.row.state != "cancelled");
            Ok(OutsideDrawsView {
                lines: all.map(|stored| line(office, &stored)).collect::<Result<_>>()?,
                fields: fields(&BTreeMap::new()),
                tasks: open
                    .map(|stored| {
                        let label = labels::task(&task_number(stored.id), &stored.row.title);
                        told(&stored.id.to_string(), &label)
                    })
                    .collect(),
                items: items
                    .all()
                    .map(|item| told(&item.id.to_string(), &labels::item(&item.number, &item.name)))
                    .collect(),
            })
        })
    }

    /// Shows everything about one.
    pub fn outside_draw_open(&self, request: &OutsideDrawOpen) -> Result<OutsideDrawView> {
        self.read(Act::OutsideDrawOpen, |office| {
            let stored = require(office, request.id)?;
            let document = OutsideDocument::read(&stored.row)?;
            let all = outside_row::of_draw(office, stored.id)?;
            let (targets, people): (Vec<OutsideRow>, Vec<OutsideRow>) = all
                .into_iter()
                .map(|stored| stored.row)
                .partition(|row| row.kind == "target");
            let form = form(&stored, &document, &targets, &people);
            let from = usize::try_from(request.from).unwrap_or(usize::MAX);
            let page = targets.iter().skip(from).take(PAGE);
            let rows = page.map(|row| target_row(office, row, &stored.row));
            let number = labels::number(stored.id);
            Ok(OutsideDrawView {
                line: line(office, &stored)?,
                version: stored.version,
                fields: fields(&form.values),
                rows: rows.collect::<Result<_>>()?,
                from: request.from,
                people: people
                    .iter()
                    .map(|row| person(office, row))
                    .collect::<Result<_>>()?,
                file: self.outside_file(&stored.row, &document),
                remarks: remarks(&stored.row, &document),
                form,
                story: story::of(office, ObjectKind::Outside, number, [])?,
            })
        })
    }

    fn outside_file(&self, row: &OutsideDrawRow, document: &OutsideDocument) -> Option<OutsideFile> {
        let (digest, kept) = row.file.map(hex::encode).zip(document.file.as_ref())?;
        Some(OutsideFile {
            name: kept.name.clone(),
            sheet: kept.sheet.clone(),
            size: labels::size(kept.size),
            is_there: attachment::is_there(self.folder(), &digest),
            digest,
        })
    }
}

fn remarks(row: &OutsideDrawRow, document: &OutsideDocument) -> Vec<Told> {
    if row.withdrawn {
        return vec![
            labels::withdrawn(&document.withdrawn_for),
            labels::outside_chain(),
        ];
    }
    vec![labels::outside_chain(), labels::merges()]
}

/// The draws that belong to a task.
pub(crate) fn of_task(office: &Connection, task: i64) -> Result<Vec<OutsideLine>> {
    let all = outside_draw::all(office)?.into_iter().rev();
    let of_task = all.filter(|stored| stored.row.task == Some(task));
    of_task.map(|stored| line(office, &stored)).collect()
}

/// A draw in the list.
fn line(office: &Connection, stored: &Stored<OutsideDrawRow>) -> Result<OutsideLine> {
    let document = OutsideDocument::read(&stored.row)?;
    let known = known_items(office, &stored.row.visit_from)?;
    let sums = outside_row::sums(office, stored.id)?;
    let title = match stored.row.task {
        Some(id) => task::by_id(office, id)?.map(|task| labels::task(&task_number(id), &task.row.title)),
        None => None,
    };
    Ok(OutsideLine {
        id: stored.id,
        number: labels::number(stored.id),
        mark: labels::MARK.to_owned(),
        system: document.system.clone(),
        office: document.office.clone(),
        drawn_on: stored.row.drawn_on.clone(),
        period: labels::period(&stored.row.visit_from, &stored.row.visit_to),
        items: items_of(&document, &known),
        targets: sums.targets,
        strangers: sums.strangers,
        task: title.unwrap_or_default(),
        state: labels::state(stored.row.withdrawn),
    })
}

/// A draw as it was typed: somebody withdraws it and registers it anew.
fn form(
    stored: &Stored<OutsideDrawRow>,
    document: &OutsideDocument,
    targets: &[OutsideRow],
    people: &[OutsideRow],
) -> OutsideTake {
    let values = [
        ("system", document.system.clone()),
        ("office", document.office.clone()),
        ("drawn_on", stored.row.drawn_on.clone()),
        ("doc_no", document.doc_no.clone()),
        ("from", stored.row.visit_from.clone()),
        ("to", stored.row.visit_to.clone()),
        ("items", document.told_items.clone()),
        ("note", document.note.clone()),
    ];
    let typed = document.file.is_none();
    let target = |row: &OutsideRow| match (row.entry, row.code.as_str()) {
        (Some(target), _) => target_number(target),
        (None, "") => row.name.clone(),
        (None, code) => code.to_owned(),
    };
    OutsideTake {
        values: values
            .into_iter()
            .map(|(field, value)| (field.to_owned(), value))
            .collect(),
        items: document.items.clone(),
        task: stored.row.task,
        targets: targets
            .iter()
            .filter(|row| typed || row.place.is_none())
            .map(target)
            .collect(),
        inspectors: people
            .iter()
            .filter(|row| typed && !row.code.is_empty())
            .map(|row| row.code.clone())
            .collect(),
        ..OutsideTake::default()
    }
}

fn target_row(office: &Connection, row: &OutsideRow, draw: &OutsideDrawRow) -> Result<OutsideRowView> {
    let stored = match row.entry {
        Some(id) => target::by_id(office, id)?,
        None => None,
    };
    let message = match &stored {
        Some(stored) => standing(office, stored.id, draw)?,
        None => String::new(),
    };
    Ok(OutsideRowView {
        row: row.place.and_then(|place| u32::try_from(place).ok()).unwrap_or(0),
        name: row.name.clone(),
        code: row.code.clone(),
        state: labels::fate(if stored.is_some() { "found" } else { "stranger" }),
        target: row.entry.unwrap_or(0),
        known: stored.map_or_else(String::new, |stored| {
            labels::entry(&target_number(stored.id), stored.get(Column::Name))
        }),
        message,
        hint: String::new(),
    })
}

/// Whether somebody has been there in the period.
fn standing(office: &Connection, target: i64, draw: &OutsideDrawRow) -> Result<String> {
    let mut days = Vec::new();
    for stored in visit::of_target(office, target)? {
        let within = visit_period(&stored.row.held_on).is_some_and(|(first, last)| {
            first.to_string() >= draw.visit_from && last.to_string() <= draw.visit_to
        });
        if within && !stored.row.withdrawn && stored.row.origin != ROSTER {
            days.push(stored.row.held_on);
        }
    }
    Ok(match () {
        () if !days.is_empty() => labels::visited(&days),
        () if draw.withdrawn => String::new(),
        () => labels::waiting(),
    })
}

fn person(office: &Connection, row: &OutsideRow) -> Result<OutsidePerson> {
    let stored = match row.entry {
        Some(id) => inspector::by_id(office, id)?,
        None => None,
    };
    Ok(OutsidePerson {
        name: row.name.clone(),
        cert_no: row.code.clone(),
        state: labels::person(stored.is_some(), &row.code),
        known: stored.map_or_else(String::new, |stored| {
            labels::entry(&inspector_number(stored.id), stored.get(inspector::Column::Name))
        }),
    })
}

/// The fields of the form, with what stands there.
fn fields(values: &BTreeMap<String, String>) -> Vec<FieldView> {
    let view = |name: &&str| {
        let value = values.get(*name).cloned().unwrap_or_default();
        FieldView {
            field: (*name).to_owned(),
            label: labels::field(name).to_owned(),
            group: labels::group(name).to_owned(),
            shown: value.clone(),
            value,
            choices: Vec::new(),
            date: matches!(*name, "drawn_on" | "from" | "to"),
            required: matches!(*name, "system" | "office" | "drawn_on" | "from" | "to"),
            bulk: false,
        }
    };
    labels::FORM.iter().map(view).collect()
}
