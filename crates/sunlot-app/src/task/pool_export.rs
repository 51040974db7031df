//! A part of a pool as a file: who can be drawn, or who is left out and why. A file goes further than a screen, so that it has the
//! neutral names of the strata and not what they mean.

mod labels;

use std::io;

use sunlot_roster::Cell;
use sunlot_rules::pool::Place;
use sunlot_store::target::{self, Column};
use sunlot_store::{Connection, pool_exclusion};

use super::acts::require;
use super::labels as shared;
use super::pool::{Held, draw_id};
use super::pool_wire::PoolExport;
use super::source::{number_at, place};
use crate::commands::Act;
use crate::file::Named;
use crate::import::FileWritten;
use crate::registry::export::List;
use crate::target::target_number;
use crate::{Desk, Result};

/// So many are asked for at once.
const CHUNK: usize = 500;

impl Desk {
    /// Writes a part of a task's pool, as it is filtered.
    pub fn task_pool_export(&self, request: &PoolExport) -> Result<FileWritten> {
        self.read(Act::TaskPoolExport, |office| {
            let stored = require(office, request.id)?;
            let held = self.pool_of(office, request.id)?;
            let places = self.pool_places(office, &held, &request.of, &request.text)?;
            let number = stored.row.number.unwrap_or_else(|| shared::number(stored.id));
            let list = List {
                sheet: labels::POOL_FILE,
                title: labels::pool_heading(
                    &format!("{number} {}", stored.row.title),
                    &part_label(&held, request.of.trim()),
                    request.text.trim(),
                ),
                columns: labels::POOL_COLUMNS.to_vec(),
                format: request.format,
                count: places.len(),
                named: Named::of(request.path.as_deref(), request.overwrite),
            };
            let rows = places.chunks(CHUNK).flat_map(|chunk| rows(office, &held, chunk));
            self.write_list(&list, rows)
        })
    }
}

/// What a part is called outside the office.
fn part_label(held: &Held, of: &str) -> String {
    if of.is_empty() {
        return labels::IN_SCOPE.to_owned();
    }
    let named = held.sums().into_iter().find(|told| told.value == of);
    named.map_or_else(|| of.to_owned(), |told| told.label)
}

/// The rows of these places; where they cannot be read, that instead of them.
fn rows(office: &Connection, held: &Held, places: &[usize]) -> Vec<io::Result<Vec<Cell>>> {
    let ids: Vec<i64> = places.iter().map(|at| number_at(*at)).collect();
    let read = target::by_ids(office, &ids).map_err(crate::Error::from);
    let made = read.and_then(|stored| {
        stored
            .iter()
            .map(|one| row(office, held, one))
            .collect::<Result<Vec<_>>>()
    });
    match made {
        Ok(rows) => rows.into_iter().map(Ok).collect(),
        Err(error) => vec![Err(io::Error::other(error))],
    }
}

fn row(office: &Connection, held: &Held, stored: &target::StoredTarget) -> Result<Vec<Cell>> {
    let at = place(stored.id).unwrap_or(usize::MAX);
    let (told, why) = held.told_outside(at);
    let mut why = why;
    if let Some(Place::Excluded(_)) = held.pool.places.get(at)
        && let Some(decided) = held.source.by_hand(at)
        && let Some(decision) = pool_exclusion::by_id(office, decided)?
    {
        why = shared::by_hand_told(&decision.row.kind, &decision.row.basis);
    }
    Ok(vec![
        Cell::Text(target_number(stored.id)),
        Cell::Text(draw_id(stored)),
        Cell::Text(stored.get(Column::Name).to_owned()),
        Cell::Text(told.label),
        Cell::Text(why),
    ])
}
