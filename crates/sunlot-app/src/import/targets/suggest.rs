//! What somebody may want to know of rows about targets: that another has the name, and in which township an address may lie
//! (case 45).

use std::collections::HashSet;

use sunlot_rules::roster::fields::TargetField;
use sunlot_rules::roster::township::{Guess, Townships};
use sunlot_store::target::Column;

use super::Targets;
use super::known::{KnownTargets, code_of};
use crate::import::compare::{Judged, same_names};
use crate::import::draft::{Weight, What};
use crate::import::register::Known;

pub(super) fn suggest(rows: &mut [Judged<Targets>], known: &KnownTargets) {
    let others = same_names(rows, known);
    let townships = townships(rows, known);
    let guesser = Townships::new(&townships);
    for (place, row) in rows.iter_mut().enumerate() {
        if row.draft.weight() >= Weight::Skip {
            continue;
        }
        let text = |column: Column| row.told().get(column.place());
        let guess = if text(Column::Township).is_empty() && !text(Column::Address).is_empty() {
            guesser.guess(text(Column::Address))
        } else {
            Guess::None
        };
        if let Some(count) = others
            .get(&place)
            .copied()
            .filter(|_| !code_of(row.told()).is_empty())
        {
            row.draft.say(None, What::SameName { count });
        }
        if let Guess::One { place, .. } = guess
            && let Some(township) = townships.get(place).cloned()
        {
            row.draft
                .say(Some(TargetField::Township), What::TownshipGuessed { township });
        }
    }
}

/// The townships that the roster and the registry know.
fn townships(rows: &[Judged<Targets>], known: &KnownTargets) -> Vec<String> {
    let told = rows
        .iter()
        .map(|row| row.draft.values.get(Column::Township.place()));
    let kept = known
        .all()
        .map(|(_, values)| values.get(Column::Township.place()));
    let found: HashSet<&str> = told.chain(kept).filter(|name| !name.is_empty()).collect();
    let mut found: Vec<String> = found.into_iter().map(str::to_owned).collect();
    found.sort_unstable();
    found
}

/// The former names with one more.
pub(super) fn with_former(former: &str, name: &str) -> String {
    if former.split('、').any(|known| known == name) || former.is_empty() {
        return if former.is_empty() {
            name.to_owned()
        } else {
            former.to_owned()
        };
    }
    format!("{former}、{name}")
}
