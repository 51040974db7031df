//! The cells of a list of items whose fields have rules of their own: laws, points, ratios, and texts of several lines.

use sunlot_rules::item::parts;
use sunlot_rules::roster::cell::Cleaned;
use sunlot_rules::roster::fields::{Field, ItemField};
use sunlot_rules::roster::ratio;
use sunlot_store::item::Column;

use super::Items;
use crate::import::draft::{Draft, What};
use crate::import::judge::Judge;
use crate::import::register::Register;
use crate::item::{bases_json, modes, points_json, read_authority};
use crate::registry::limits::most;

pub(super) fn take(judge: &mut Judge<Items>, place: usize, cell: &Cleaned<'_>, draft: &mut Draft<Items>) {
    let field = judge.field(place);
    let text = cell.text.trim();
    let max = most(Items::REGISTRY, field.name());
    let found = text.chars().count();
    if found > max {
        draft.say(Some(field), What::TooLong { max, found });
        return;
    }
    match field {
        ItemField::Number => number(judge, place, cell, draft),
        ItemField::Basis => judge.set(Column::Bases.place(), &bases_json(&parts::laws(text))),
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
        ItemField::ItemClass | ItemField::Skill => judge.plain(place, cell, draft),
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

/// What is looked at becomes points, each with how and with what, where the columns have as many parts.
pub(super) fn finish(judge: &mut Judge<Items>, draft: &mut Draft<Items>) {
    let contents = parts::points(judge.text(Column::Content.place()));
    let of = |text: &str| {
        let split = parts::points(text);
        if split.len() == contents.len() || text.is_empty() {
            split
        } else {
            vec![text.to_owned()]
        }
    };
    let (methods, materials) = (of(&draft.beside.method), of(&draft.beside.materials));
    judge.set(
        Column::CheckPoints.place(),
        &points_json(&contents, &methods, &materials),
    );
    // The points say it: kept twice it would differ sooner or later.
    judge.set(Column::Content.place(), "");
}
