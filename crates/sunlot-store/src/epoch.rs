//! Which office this is, and how often its past was replaced: the table `office_epoch`. An office begins with
//! epoch 1 and a random number of its own; every restore opens the next epoch, so that what was written before
//! and after can be told apart. Who may restore, and how, is not decided here.

use rusqlite::{Connection, OptionalExtension};

use crate::trail::Head;
use crate::{Change, Result};

/// The epoch in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Epoch {
    /// Its number, from 1.
    pub number: i64,
    /// The office's random number, in hex.
    pub office: String,
    /// The event that opened it.
    pub event: i64,
    /// The highest number of a draw that was known when it was opened; numbering goes on from there.
    pub last_sequence: Option<i64>,
}

/// What a restore writes down.
#[derive(Clone, Debug)]
pub(crate) struct Reopened {
    /// Where the backup's trail ended.
    pub restored: Head,
    /// Where the replaced trail ended; `None` where there was none, or it could not be read.
    pub replaced: Option<Head>,
    /// The highest number of a draw that is known from outside.
    pub last_sequence: Option<i64>,
}

/// The epoch in force; `None` in a file that has none yet.
pub fn latest(connection: &Connection) -> Result<Option<Epoch>> {
    let found = connection
        .query_row(
            "SELECT id, office, event, last_sequence FROM office_epoch ORDER BY id DESC LIMIT 1",
            [],
            |row| {
                Ok(Epoch {
                    number: row.get(0)?,
                    office: row.get(1)?,
                    event: row.get(2)?,
                    last_sequence: row.get(3)?,
                })
            },
        )
        .optional()?;
    Ok(found)
}

/// Gives the office its number, where the schema has a place for it and it has none.
pub(crate) fn begin(change: &Change<'_>, office: &[u8; 16]) -> Result<()> {
    let exists = change.tx().table_exists(None, "office_epoch")?;
    if !exists || latest(change.tx())?.is_some() {
        return Ok(());
    }
    change.tx().execute(
        "INSERT INTO office_epoch (id, version, event, office, why) VALUES (1, 1, ?1, ?2, 'began')",
        (change.seq(), hex::encode(office)),
    )?;
    Ok(())
}

/// Opens the next epoch; answers with its number.
pub(crate) fn reopen(change: &Change<'_>, reopened: &Reopened) -> Result<i64> {
    let Some(Epoch { number, office, .. }) = latest(change.tx())? else {
        return Err(crate::Error::Damaged("an office without an epoch".to_owned()));
    };
    change.tx().execute(
        "INSERT INTO office_epoch (id, version, event, office, why, restored_seq, restored_head, replaced_seq, \
         replaced_head, last_sequence) VALUES (?1, 1, ?2, ?3, 'restored', ?4, ?5, ?6, ?7, ?8)",
        (
            number + 1,
            change.seq(),
            office,
            reopened.restored.seq,
            reopened.restored.head.to_string(),
            reopened.replaced.map(|head| head.seq),
            reopened.replaced.map(|head| head.head.to_string()),
            reopened.last_sequence,
        ),
    )?;
    Ok(number + 1)
}
