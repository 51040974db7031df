//! The table `risk_grading`: by what points a target came to its level of risk, grading after grading. None is ever changed;
//! the newest one counts.
//!
//! What a level follows from is not known here.

use rusqlite::{Connection, Row};

use crate::{Change, Result};

/// A grading.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct GradingRow {
    /// Whose.
    pub target: i64,
    /// When.
    pub graded_on: String,
    /// What the target does, as far as it was said.
    pub activities: String,
    /// The highest level of what it does; empty: nobody said.
    pub inherent: String,
    /// Points by factor: safety built up, hidden dangers, management within, keeping the law.
    pub points: [u8; 4],
    /// The level that follows.
    pub graded: String,
    /// The level that holds: that one, or a lower one.
    pub level: String,
    /// Why it is a lower one.
    pub lowered_for: String,
    /// When that is looked at again.
    pub review_on: String,
    /// On what the points rest.
    pub basis: String,
}

/// A grading as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredGrading {
    /// Its number, from 1.
    pub id: i64,
    /// The event that wrote it.
    pub event: i64,
    /// What it says.
    pub row: GradingRow,
}

/// Writes a new grading.
pub fn add(change: &Change<'_>, row: &GradingRow) -> Result<()> {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let next = "SELECT coalesce(max(id), 0) + 1 FROM risk_grading";
    let id: i64 = change.tx().query_row(next, [], |row| row.get(0))?;
    let [building, dangers, management, law] = row.points;
    change
        .tx()
        .prepare_cached(
            "INSERT INTO risk_grading (id, version, event, target, graded_on, activities, inherent, safety_building,
                                       hidden_dangers, internal_management, law_abidance, graded, level, lowered_for,
                                       review_on, basis)
             VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        )?
        .execute((
            id,
            change.seq(),
            row.target,
            &row.graded_on,
            some(&row.activities),
            some(&row.inherent),
            building,
            dangers,
            management,
            law,
            &row.graded,
            &row.level,
            some(&row.lowered_for),
            some(&row.review_on),
            &row.basis,
        ))?;
    Ok(())
}

const ALL: &str =
    "SELECT id, event, target, graded_on, coalesce(activities, ''), coalesce(inherent, ''), safety_building,
            hidden_dangers, internal_management, law_abidance, graded, level, coalesce(lowered_for, ''),
            coalesce(review_on, ''), basis
     FROM risk_grading";

/// Walks through all gradings.
pub fn walk(connection: &Connection, each: &mut dyn FnMut(StoredGrading)) -> Result<()> {
    let mut query = connection.prepare(ALL)?;
    for grading in query.query_map([], read)? {
        each(grading?);
    }
    Ok(())
}

/// The gradings of one target, the newest first.
pub fn of_target(connection: &Connection, target: i64) -> Result<Vec<StoredGrading>> {
    let mut query = connection.prepare_cached(&format!("{ALL} WHERE target = ?1 ORDER BY id DESC"))?;
    let rows = query.query_map([target], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<StoredGrading> {
    Ok(StoredGrading {
        id: row.get(0)?,
        event: row.get(1)?,
        row: GradingRow {
            target: row.get(2)?,
            graded_on: row.get(3)?,
            activities: row.get(4)?,
            inherent: row.get(5)?,
            points: [row.get(6)?, row.get(7)?, row.get(8)?, row.get(9)?],
            graded: row.get(10)?,
            level: row.get(11)?,
            lowered_for: row.get(12)?,
            review_on: row.get(13)?,
            basis: row.get(14)?,
        },
    })
}
