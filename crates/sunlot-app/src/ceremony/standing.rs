//! What the office's own draws left to be visited: the targets that stand of each formal draw, by their numbers in the registry.
//!
//! Who was visited, and when, is not known here.

use std::collections::BTreeMap;
use std::sync::Arc;

use sunlot_draw::{Leaf, Published};
use sunlot_store::{Connection, draw_record, draw_seal, target};

use super::acts::is_cancelled;
use super::record::published_of;
use crate::{Desk, Result};

/// Before the office's own numbers, which stand for whoever has no code.
const OWN_NUMBER: &str = "DX-";

/// A draw with whoever is to be visited.
pub(crate) struct OwnDraw {
    pub task: i64,
    /// Its name.
    pub draw: String,
    /// The numbers of the targets.
    pub targets: Vec<i64>,
    /// Of each the letter of its stratum.
    pub strata: Vec<String>,
}

/// The formal draws of the tasks that are wanted, the oldest first. A second draw that only mans what was drawn before stands for nobody
/// of its own.
pub(crate) fn own_draws(office: &Connection, wanted: &dyn Fn(i64) -> bool) -> Result<Vec<OwnDraw>> {
    let ended: BTreeMap<i64, String> = draw_record::all(office)?
        .into_iter()
        .map(|stored| (stored.row.seal, stored.row.outcome))
        .collect();
    let mut found = Vec::new();
    for seal in draw_seal::all(office, false)? {
        let is_drawn = ended.get(&seal.id).is_some_and(|outcome| outcome == "drawn");
        if !is_drawn || !wanted(seal.row.task) {
            continue;
        }
        let Some(published) = published_of(office, &seal)? else {
            continue;
        };
        if published.record.manifest.basis.is_some() {
            continue;
        }
        let strata = &published.record.manifest.strata;
        let (mut targets, mut keys) = (Vec::new(), Vec::new());
        for row in &published.standing {
            let stratum = strata.iter().find(|stratum| stratum.key == row.place.stratum);
            let drawn = stratum.and_then(|stratum| stratum.target(row.place.number));
            if let Some(drawn) = drawn.and_then(Leaf::open)
                && let Some(target) = number_of(office, &drawn.id)?
            {
                targets.push(target);
                keys.push(row.place.stratum.to_string());
            }
        }
        found.push(OwnDraw {
            task: seal.row.task,
            draw: seal.row.draw_id,
            targets,
            strata: keys,
        });
    }
    Ok(found)
}

impl Desk {
    /// The formal draws of a task that stand, the oldest first: of targets, and where crews were drawn later of those too.
    pub(crate) fn standing_draws(&self, office: &Connection, task: i64) -> Result<Vec<Arc<Published>>> {
        let mut found = Vec::new();
        for seal in draw_seal::all(office, false)? {
            if seal.row.task != task {
                continue;
            }
            let ended = draw_record::of_seal(office, seal.id)?;
            let drawn = ended.is_some_and(|ended| ended.row.outcome == "drawn");
            if drawn && !is_cancelled(office, seal.id)? {
                found.extend(self.published(office, &seal)?);
            }
        }
        Ok(found)
    }
}

/// The number of a target by what stands for it in a draw (contract 7).
pub(crate) fn number_of(office: &Connection, id: &str) -> Result<Option<i64>> {
    if let Some(number) = id.strip_prefix(OWN_NUMBER) {
        return Ok(number.parse().ok());
    }
    match target::by_uscc(office, id)? {
        Some(number) => Ok(Some(number)),
        None => Ok(target::by_reg_no(office, id)?),
    }
}
