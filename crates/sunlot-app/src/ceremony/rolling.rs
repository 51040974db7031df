//! What rolls on the stage before a row falls: only candidates of that stratum, never one that has fallen already, and at the end the
//! row that was recorded. It looks the same whatever falls.

use std::collections::BTreeSet;

use sunlot_draw::Published;
use sunlot_draw::record::Row;

use super::acts::small;
use super::rows::{Names, number_told};
use super::stage_wire::{StageDraw, StageName, StageProgress};
use super::wire::{DrawRow, SealedStratum};

/// The most candidates that roll by.
const ROLLING: usize = 200;

/// So many of the rows that have fallen stand beside.
const FALLEN: usize = 40;

/// What falls as row number `place`, and what has fallen before.
pub(super) fn draw(
    published: &Published,
    strata: &[SealedStratum],
    place: u32,
    crews: bool,
    names: bool,
) -> StageDraw {
    let known = Names::of(published);
    let rows = published
        .record
        .result
        .as_ref()
        .map_or(&[][..], |result| &result.selected);
    let done = usize::try_from(place).unwrap_or(usize::MAX).min(rows.len());
    let listed = |at: usize, row: &Row| {
        let row = nameless(known.listed(at, row), names);
        // Who goes there is told only when everybody knows where.
        if crews {
            row
        } else {
            DrawRow {
                crew: Vec::new(),
                ..row
            }
        }
    };
    let fallen = rows.iter().enumerate().take(done);
    let now = done
        .checked_sub(1)
        .and_then(|at| rows.get(at).map(|row| (at, row)));
    let stratum = now.and_then(|(_, row)| strata.iter().find(|stratum| stratum.key == *row.place.stratum));
    let before = now.map_or(0, |(at, row)| {
        rows.iter()
            .take(at)
            .filter(|earlier| earlier.place.stratum == row.place.stratum)
            .count()
    });
    let left = stratum.map_or(0, |stratum| {
        usize::try_from(stratum.size).unwrap_or(0).saturating_sub(before)
    });
    let order_only = left <= 1 || stratum.is_some_and(|stratum| stratum.quota >= stratum.size);
    let progress = strata.iter().map(|stratum| StageProgress {
        key: stratum.key.clone(),
        label: stratum.label.clone(),
        done: small(
            fallen
                .clone()
                .filter(|(_, row)| *row.place.stratum == *stratum.key)
                .count(),
        ),
        quota: stratum.quota,
    });
    StageDraw {
        total: small(rows.len()),
        now: now.map(|(at, row)| listed(at, row)),
        stratum: stratum.cloned(),
        order_only,
        rolling: match now {
            Some((at, row)) if !crews && !order_only => candidates(published, rows, at, row, names),
            _ => Vec::new(),
        },
        progress: progress.collect(),
        fallen: fallen
            .rev()
            .take(FALLEN)
            .map(|(at, row)| listed(at, row))
            .collect(),
    }
}

/// Candidates that had not fallen before this row, evenly over the list, the row itself not first.
fn candidates(published: &Published, rows: &[Row], at: usize, row: &Row, names: bool) -> Vec<StageName> {
    let strata = &published.record.manifest.strata;
    let Some(stratum) = strata.iter().find(|stratum| stratum.key == row.place.stratum) else {
        return Vec::new();
    };
    let earlier = rows
        .iter()
        .take(at)
        .filter(|earlier| earlier.place.stratum == row.place.stratum);
    let gone: BTreeSet<u64> = earlier.map(|earlier| earlier.place.number).collect();
    let size = stratum.targets.len();
    let step = (size / ROLLING).max(1);
    // Another beginning for each row, so that it does not always begin with the first of the list.
    let begin = at * 7 % size.max(1);
    let order = (0..size).map(|place| (begin + place * step) % size.max(1));
    let mut seen = BTreeSet::new();
    let mut rolling = Vec::new();
    for place in order {
        let number = u64::try_from(place).unwrap_or(0) + 1;
        if rolling.len() >= ROLLING || gone.contains(&number) || !seen.insert(number) {
            continue;
        }
        let target = stratum.target(number).and_then(|leaf| leaf.open());
        rolling.push(StageName {
            number: number_told(&stratum.key, number, size),
            name: target
                .filter(|_| names)
                .map_or_else(String::new, |target| target.name.to_string()),
        });
    }
    rolling
}

/// A row without names, where they stay inside until the visits are over.
pub(super) fn nameless(row: DrawRow, names: bool) -> DrawRow {
    if names {
        return row;
    }
    DrawRow {
        name: String::new(),
        id: String::new(),
        crew: Vec::new(),
        ..row
    }
}
