//! The cells of a list of items whose fields have rules of their own: laws, points, ratios, and texts of several lines.

use std::borrow::Cow;

use sunlot_rules::item::parts;
use sunlot_rules::roster::cell::{CellForm, Cleaned, clean_text};
use sunlot_rules::roster::fields::{Field, ItemField};
use sunlot_rules::roster::ratio;
use sunlot_store::item::Column;

use super::Items;
use crate::import::draft::{Draft, What};
use crate::import::judge::Judge;
use crate::import::register::Register;
use crate::item::{bases_json, modes, points_json, read_authority, read_bound};
use crate::registry::limits::most;

pub(super) fn take(judge: &mut Judge<Items>, place: usize, cell: &Cleaned<'_>, draft: &mut Draft<Items>) {
    let field = judge.field(place);
    let told = if may_have_lines(field) {
        with_lines(cell)
    } else {
        Cow::Borrowed(cell.text.as_ref())
    };
    let text = told.trim();
    let max = most(Items::REGISTRY, field.name());
    let found = text.chars().count();
    if found > max {
        draft.say(Some(field), What::TooLong { max, found });
        return;
    }
    match field {
        ItemField::Number => number(judge, place, cell, draft),
        ItemField::Basis => judge.set(Column::Bases.place(), &bases_json(&parts::laws(text))),
        ItemField::CheckPoints => text.clone_into(&mut draft.beside.points),
        ItemField::Method => text.clone_into(&mut draft.beside.method),
        ItemField::Materials => text.clone_into(&mut draft.beside.materials),
        ItemField::Modes => judge.set(Column::Modes.place(), &modes(text)),
        ItemField::RatioAndFrequency => {
            let reading = ratio::read(text, ratio::Column::Both);
            // What only tells how many tells nothing of how often, and the other way round.
            let (many, often) = (reading.ratio().is_some(), reading.times().is_some());
            for (column, told) in [
                (Column::Ratio, many || !often),
                (Column::Frequency, often || !many),
            ] {
                if told && judge.text(column.place()).is_empty() {
                    judge.set(column.place(), text);
                }
            }
        }
        ItemField::RatioAuthority => match read_authority(text) {
            Some(authority) => judge.set(Column::RatioAuthority.place(), authority.into()),
            None => {
                let word = text.to_owned();
                draft.say(Some(field), What::WordUnknown { word });
            }
        },
        ItemField::RatioMin | ItemField::RatioMax => match (read_bound(text), Items::column(field)) {
            (Some(bound), Some(column)) => judge.set(column, &bound),
            _ => {
                let text = text.to_owned();
                draft.say(Some(field), What::BoundUnread { text });
            }
        },
        ItemField::ItemClass | ItemField::Skill | ItemField::Tags | ItemField::KeyArea => {
            judge.plain(place, cell, draft);
        }
        other => {
            if let Some(column) = Items::column(other) {
                judge.set(column, text);
            }
        }
    }
}

/// The number of the list, or the office's own.
fn number(judge: &mut Judge<Items>, place: usize, cell: &Cleaned<'_>, draft: &mut Draft<Items>) {
    let own = cell.text.trim().strip_prefix("SX-").map(str::parse);
    match own {
        Some(Ok(id)) => draft.number = Some(id),
        _ => judge.plain(place, cell, draft),
    }
}

/// Whether a text of this field has lines of its own; elsewhere a line break only makes a cell narrower.
fn may_have_lines(field: ItemField) -> bool {
    matches!(
        field,
        ItemField::Basis
            | ItemField::TargetScope
            | ItemField::Content
            | ItemField::Procedure
            | ItemField::Standard
            | ItemField::Range
            | ItemField::Means
            | ItemField::Requirement
            | ItemField::Materials
            | ItemField::Method
            | ItemField::CheckPoints
            | ItemField::Remark
    )
}

/// A text of several lines keeps them: each may be a point.
fn with_lines<'c>(cell: &'c Cleaned<'_>) -> Cow<'c, str> {
    if cell.form != CellForm::Text || !cell.raw.contains('\n') {
        return Cow::Borrowed(&cell.text);
    }
    let lines = cell.raw.lines().map(clean_text);
    Cow::Owned(
        lines
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join("\n"),
    )
}

/// What is looked at becomes points, each with how and with what, where the columns have as many parts. A list with a column for
/// the points says in the other one in short what is looked at.
pub(super) fn finish(judge: &mut Judge<Items>, draft: &mut Draft<Items>) {
    let told = draft.beside.points.clone();
    let contents = points(if told.is_empty() {
        judge.text(Column::Content.place())
    } else {
        &told
    });
    let (methods, materials) = (
        beside(&draft.beside.method, contents.len()),
        beside(&draft.beside.materials, contents.len()),
    );
    judge.set(
        Column::CheckPoints.place(),
        &points_json(&contents, &methods, &materials),
    );
    if told.is_empty() {
        // The points say it: kept twice it would differ sooner or later.
        judge.set(Column::Content.place(), "");
    }
}

/// The points of a cell: as they were written here, or as other lists write them.
fn points(text: &str) -> Vec<String> {
    let in_order = |own: &Vec<(usize, String)>| own.iter().map(|(number, _)| *number).eq(1..=own.len());
    match parts::numbered(text).filter(in_order) {
        Some(own) => own.into_iter().map(|(_, point)| point).collect(),
        None => parts::points(text),
    }
}

/// What a column says of each point: by its number, or in the same order where there are as many; else all of it to the first.
fn beside(text: &str, count: usize) -> Vec<String> {
    let fits = |own: &Vec<(usize, String)>| own.iter().all(|(number, _)| (1..=count).contains(number));
    if let Some(own) = parts::numbered(text).filter(fits) {
        let mut of_point = vec![String::new(); count];
        for (number, said) in own {
            of_point[number - 1] = said;
        }
        return of_point;
    }
    let split = parts::points(text);
    if split.len() == count || text.is_empty() {
        split
    } else {
        vec![text.to_owned()]
    }
}
