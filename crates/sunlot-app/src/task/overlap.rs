//! Other tasks that are not drawn yet, whose visits fall in the same days and could meet the same targets (N-13, C-01): what one visit
//! could do is said before it becomes two. Draws that are over are `due`'s.

use std::collections::BTreeMap;

use sunlot_rules::pool::{PoolRequest, fitting};
use sunlot_store::{Connection, task};

use super::acts::CANCELLED;
use super::document::TaskDocument;
use super::labels;
use super::merged::labels as merged_labels;
use super::pool::{Held, wide};
use super::source::tags_of;
use crate::ceremony::task_draw;
use crate::item::{TaskItem, TaskItems};
use crate::{Desk, Result};

impl Desk {
    /// The tasks beside this one, each with its days and how many targets it could meet.
    pub(super) fn overlapping(&self, office: &Connection, id: i64, held: &Held) -> Result<Vec<String>> {
        let mut found = Vec::new();
        let candidates: Vec<usize> = held.pool.strata.iter().flatten().copied().collect();
        for other in task::all(office)? {
            if other.id == id || other.row.state == CANCELLED {
                continue;
            }
            let document = TaskDocument::read(&other.row)?;
            let (from, to) = document.period()?;
            let meets = from <= held.source.to && held.source.from <= to;
            if !meets || task_draw(office, other.id)?.is_some_and(|draw| draw.drawn) {
                continue;
            }
            let known = TaskItems::read(office, from)?;
            let items: Vec<TaskItem> = document
                .items
                .iter()
                .filter_map(|id| known.get(*id).cloned())
                .collect();
            let (tags, nobody) = (tags_of(&items), BTreeMap::new());
            let request = PoolRequest {
                scope: &document.scope,
                item_tags: &tags,
                strata: &[],
                from,
                profile: &held.source.profile,
                superior: "",
                key_area: false,
                by_hand: &nobody,
                due: &nobody,
            };
            let both = self.targets().with(office, self.today(), |index| {
                Ok(fitting(&held.source.registry(index), &request, &candidates))
            })?;
            if both > 0 {
                let period = labels::period(&document.from, &document.to);
                let told = labels::item(&labels::number(other.id), &other.row.title);
                found.push(merged_labels::overlapping(&told, &period, wide(both)));
            }
        }
        Ok(found)
    }
}
