//! How many days ahead a list was announced, held against what the office's rules ask for. Nobody is kept from drawing earlier; it
//! is said when the list is announced, and stands there until another one is.

use sunlot_rules::day::Day;
use sunlot_store::Connection;
use sunlot_store::pool_notice::{self, PoolNoticeRow};

use super::{labels, numbered};
use crate::registry::Told;
use crate::task::pool::Held;
use crate::{Desk, Result};

impl Desk {
    /// What is to be said of the announcement of a task before its list is sealed.
    pub(in crate::task) fn ahead_remark(
        &self,
        office: &Connection,
        task: i64,
        held: &Held,
    ) -> Result<Option<Told>> {
        let wanted = held.source.profile.notice_days;
        if wanted == 0 {
            return Ok(None);
        }
        let rules = self.rules_told(office, &held.source.document)?;
        let mut all = pool_notice::of_task(office, task)?;
        // Notices count per task.
        let number = numbered(all.len().saturating_sub(1));
        let Some(last) = all.pop() else {
            return Ok(Some(labels::not_announced(wanted, &rules)));
        };
        Ok(near(&last.row, wanted)
            .map(|days| labels::announced_late(number, &last.row, days, wanted, &rules)))
    }
}

/// So many days lie between announcement and draw, where that is fewer than wanted.
pub(super) fn near(notice: &PoolNoticeRow, wanted: u32) -> Option<u32> {
    let (announced, drawn) = (Day::parse(&notice.announced_on)?, Day::parse(&notice.draw_on)?);
    let days = u32::try_from(drawn.number() - announced.number()).unwrap_or(0);
    (days < wanted).then_some(days)
}
