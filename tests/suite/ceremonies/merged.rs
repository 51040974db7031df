//! A visit that a draw of the office's own has to a target, and another task for it: one visit, to which each item is taken once (N-13).

use sunlot_app::task::TaskMergedRequest;

use super::Room;
use crate::tasks::{request, saved};

/// The item that the room's task is of.
const ITEM: i64 = 1;

#[test]
fn n_13_an_item_of_both_tasks_is_taken_along_once() {
    let room = Room::ready();
    let desk = room.desk();
    room.drawn(&desk);
    let other = saved(&desk, &request(ITEM)).line.id;
    let view = desk
        .task_merged(&TaskMergedRequest {
            id: other,
            limit: 50,
            ..TaskMergedRequest::default()
        })
        .unwrap();
    assert_eq!(view.merged_total, 3, "all that were drawn are due");
    let visit = &view.merged[0].visits[0];
    assert_eq!(visit.of.len(), 2, "both tasks come to the same visit");
    assert_eq!(visit.items.len(), 1, "and bring the item once: {:?}", visit.items);
    assert!(
        visit.depts.iter().all(|dept| !dept.is_empty()),
        "whoever leads has a name: {:?}",
        visit.depts
    );
}
