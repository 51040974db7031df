//! In what an announced list differs from the one that was announced before it, and whether what is approved is what was announced.

use sunlot_draw::announced::pool_digest;
use sunlot_store::Connection;
use sunlot_store::pool_notice::{self, PoolNoticeRow, Stored};

use super::{Counts, read};
use crate::event::plan::ListChange;
use crate::task::pool::Held;
use crate::{Desk, Result};

/// What is different; where every number is the same, others stand in the list, or with the same list the task is another.
pub(super) fn changes(before: &Counts, after: &Counts, same: bool, postponed: bool) -> Vec<ListChange> {
    let mut found = Vec::new();
    let mut add = |what: &str, before: u64, after: u64| {
        found.push(ListChange {
            what: what.to_owned(),
            before,
            after,
        });
    };
    let size = |counts: &Counts| counts.strata.iter().map(|part| part.size).sum();
    let quota = |counts: &Counts| counts.strata.iter().map(|part| part.quota).sum();
    let excluded = |counts: &Counts| counts.excluded.iter().map(|(_, count)| count).sum();
    for (what, before, after) in [
        ("candidates", size(before), size(after)),
        ("excluded", excluded(before), excluded(after)),
        ("quota", quota(before), quota(after)),
    ] {
        if before != after {
            add(what, before, after);
        }
    }
    let rules = |counts: &Counts| -> Vec<(String, String)> {
        let parts = counts.strata.iter();
        parts
            .map(|part| (part.label.clone(), part.rule.clone()))
            .collect()
    };
    for (what, differs) in [
        ("strata", rules(before) != rules(after)),
        ("scope", before.scope != after.scope),
        ("rules", before.rules != after.rules),
        ("draw_on", postponed),
    ] {
        if differs {
            add(what, 0, 0);
        }
    }
    if found.is_empty() {
        found.push(ListChange {
            what: if same { "task" } else { "rows" }.to_owned(),
            before: 0,
            after: 0,
        });
    }
    found
}

/// In what a notice differs from the one that it took the place of.
pub(super) fn between(
    before: &Stored<PoolNoticeRow>,
    after: &Stored<PoolNoticeRow>,
) -> Result<Vec<ListChange>> {
    let same = before.row.digest == after.row.digest;
    let postponed = before.row.draw_on != after.row.draw_on;
    Ok(changes(&read(before)?, &read(after)?, same, postponed))
}

impl Desk {
    /// The newest announcement of a task, where its list is not the one that there would be now; 0: there is none.
    pub(in crate::task) fn announced_otherwise(&self, office: &Connection, task: i64) -> Result<i64> {
        let notices = pool_notice::of_task(office, task)?;
        let Some(last) = notices.last() else {
            return Ok(0);
        };
        let held = self.pool_of(office, task)?;
        Ok(if self.is_announced(office, task, &held, last) {
            0
        } else {
            // Notices count per task.
            i64::try_from(notices.len()).unwrap_or(i64::MAX)
        })
    }

    /// Whether a list is the one that was announced. One that cannot be sealed any more is not.
    pub(super) fn is_announced(
        &self,
        office: &Connection,
        task: i64,
        held: &Held,
        notice: &Stored<PoolNoticeRow>,
    ) -> bool {
        held.obstacles().is_empty()
            && self
                .manifest_of(office, task, held)
                .is_ok_and(|made| *pool_digest(&made.manifest).bytes() == notice.row.digest)
    }
}
