//! One consistent moment of a database that is being worked with: SQLite's own backup, in steps, out of one
//! read transaction, so that whoever saves meanwhile neither waits nor makes the copy start over.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::flaw::damaged;
use super::manifest::{OfficeMark, TrailMark};
use super::progress::{Phase, Watch, tell};
use crate::{Error, Result, epoch, office_profile, trail, verify};

/// Pages copied in one go.
const PAGES: i32 = 512;

/// What the copy is of, read from the copy itself.
pub(crate) struct Moment {
    pub office: OfficeMark,
    pub epoch: i64,
    pub schema: u32,
    pub trail: TrailMark,
    pub rows: u64,
}

/// Copies the database as it stands at this moment into a new file.
pub(crate) fn copy(source: &Connection, file: &Path, watch: Watch<'_>) -> Result<()> {
    // Holding a view keeps the moment: without it, every save elsewhere would start the copy over.
    let view = source.unchecked_transaction()?;
    trail::head(&view)?;
    let mut copy = Connection::open(file)?;
    {
        let backup = Backup::new(&view, &mut copy)?;
        loop {
            let step = backup.step(PAGES)?;
            let at = backup.progress();
            let pages = |number: i32| u64::try_from(number).unwrap_or(0);
            let total = pages(at.pagecount);
            tell(
                watch,
                Phase::Copying,
                total - pages(at.remaining).min(total),
                total,
            )?;
            match step {
                StepResult::Done => break,
                StepResult::More => (),
                _ => return Err(Error::Busy("the copy does not get a turn".to_owned())),
            }
        }
    }
    // A copy in WAL mode would be three files; it must be one.
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    Ok(())
}

/// What a copy is of. A file that an office's program never wrote has none of it.
pub(crate) fn moment(copy: &Connection) -> Result<Moment> {
    let schema: u32 = copy.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let epoch = epoch::latest(copy)?.ok_or_else(|| damaged("an office without an epoch"))?;
    let head = trail::head(copy)?.ok_or_else(|| damaged("an office without a trail"))?;
    let mut rows = 0;
    for table in verify::journalled_at(schema)? {
        let count: u64 = copy.query_row(&format!("SELECT count(*) FROM {}", table.name), [], |row| {
            row.get(0)
        })?;
        rows += count;
    }
    Ok(Moment {
        office: OfficeMark {
            id: epoch.office,
            name: office_profile::latest(copy)?.map_or_else(String::new, |profile| profile.row.name),
        },
        epoch: epoch.number,
        schema,
        trail: TrailMark {
            seq: head.seq,
            head: head.head.to_string(),
        },
        rows,
    })
}
