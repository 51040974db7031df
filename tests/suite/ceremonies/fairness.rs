//! How even a draw was, told of what was sealed and drawn and not of what the registry says today.

use sunlot_app::task::TaskId;

use super::Room;
use crate::tasks::target;

#[test]
fn d_06_and_a_04_after_the_draw_chance_and_load_are_those_of_what_was_sealed() {
    let room = Room::ready();
    let desk = room.desk();
    let task = TaskId { id: room.task };
    let before = desk.task_fairness(&task).unwrap();
    assert!(
        before.about.contains("还没有抽取") && before.people.iter().all(|person| person.actual.is_none()),
        "before, it is about the list as it is: {}",
        before.about
    );
    let drawn = room.drawn(&desk);
    // Whoever comes into the registry later had no chance in this draw.
    for at in 0..4 {
        target(&desk, &format!("后来登记的第{at}粮站"), &[]);
    }
    let after = desk.task_fairness(&task).unwrap();
    assert!(
        after.about.contains(&drawn.line.draw) && after.about.contains("封存"),
        "it says which draw it is about: {}",
        after.about
    );
    assert_eq!(
        (
            after.strata[0].size,
            after.strata[0].quota,
            after.strata[0].ten_thousandths
        ),
        (6, 3, 5_000),
        "six were sealed and three drawn of them, whatever the registry says now"
    );
    let actual: u32 = after.people.iter().filter_map(|person| person.actual).sum();
    assert_eq!(
        actual, 6,
        "three targets with two people each: six visits were shared out"
    );
    let expected: u64 = after.people.iter().map(|person| person.thousandths).sum();
    assert!(
        (5_996..=6_000).contains(&expected),
        "as many as were to be expected: {expected}"
    );
    assert_eq!(
        (after.burden[0].before, after.burden[0].drawn),
        (6, Some(3)),
        "N-10: nobody had been visited, and three still will not have been"
    );
}

#[test]
fn a_05_who_goes_where_and_as_what_stands_in_the_record_by_name_and_certificate() {
    let room = Room::ready();
    let desk = room.desk();
    let drawn = room.drawn(&desk);
    let fair = desk.task_fairness(&TaskId { id: room.task }).unwrap();
    assert_eq!(fair.people.len(), 4, "four stood on the sealed list");
    for person in &fair.people {
        assert!(
            !person.name.is_empty() && person.cert.starts_with("1306090100") && !person.dept.is_empty(),
            "each by name, certificate and department: {person:?}"
        );
    }
    let crews = desk.task_crews(&TaskId { id: room.task }).unwrap();
    assert_eq!(
        crews.slots[0].slots,
        ["主办", "协办"],
        "one answers for a visit, and the other assists"
    );
    assert!(!drawn.line.draw.is_empty(), "the record has its number");
}
