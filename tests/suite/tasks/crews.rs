//! Whether every target can be manned, told before the ceremony.

use sunlot_app::Desk;
use sunlot_app::inspector::ConflictAdd;
use sunlot_app::task::{CrewForm, CrewsView, LeftOutForm, TaskSave};

use super::{everybody, id, item, people, request, saved, target};
use crate::support::Office;

fn crews(desk: &Desk, change: impl FnOnce(&mut TaskSave)) -> CrewsView {
    let item = item(desk);
    let mut request = request(item);
    change(&mut request);
    let view = saved(desk, &request);
    desk.task_crews(&id(&view)).unwrap()
}

fn office_with(targets: usize, names: &[&str]) -> Office {
    let office = Office::sample();
    let desk = office.desk();
    for at in 0..targets {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, names);
    office
}

#[test]
fn a_02_two_of_two_is_said_openly() {
    let office = office_with(4, &["李娜", "王建国"]);
    let view = crews(&office.desk(), |_| {});
    assert_eq!(
        view.verdict.value, "thin",
        "they can go everywhere, and chance chooses nobody"
    );
    assert!(
        view.sentences
            .iter()
            .any(|said| said.contains("人员库可选仅 2 人，随机性不足")),
        "in the words of the rule: {:?}",
        view.sentences
    );
    assert_eq!(view.people.len(), 2, "both are listed");
    assert_eq!(
        view.people[0].expected, "2",
        "half of four targets, two people each: two apiece"
    );
}

#[test]
fn a_06_one_after_a_recusal_cannot_go_alone() {
    let office = office_with(1, &["李娜", "王建国"]);
    let desk = office.desk();
    desk.conflict_add(&ConflictAdd {
        inspector: 1,
        target: 1,
        relation: "kinship".to_owned(),
        told_by: "本人".to_owned(),
        detail: "妻子是负责人".to_owned(),
        ..ConflictAdd::default()
    })
    .unwrap();
    let view = crews(&desk, |_| {});
    assert_eq!(view.verdict.value, "impossible", "one of two stays away");
    assert_eq!(view.recusals_total, 1, "because of one pair");
    assert!(
        view.recusals[0].reasons[0].contains("回避"),
        "which is told: {:?}",
        view.recusals
    );
    assert!(
        view.help.iter().any(|help| help.contains("借调 1 人")),
        "one more person would do: {:?}",
        view.help
    );
}

#[test]
fn p_05_whoever_is_left_out_is_listed_with_every_reason() {
    let office = office_with(4, &["李娜", "王建国", "张伟", "赵敏"]);
    let view = crews(&office.desk(), |request| {
        request.crew = CrewForm {
            left_out: vec![LeftOutForm {
                inspector: 2,
                basis: "借调省局半年".to_owned(),
            }],
            ..CrewForm::default()
        };
    });
    assert_eq!(view.people.len(), 3, "three are left");
    assert_eq!(view.left_out.len(), 1, "one is not");
    assert!(
        view.left_out[0].reasons[0].contains("借调省局半年"),
        "with the basis: {:?}",
        view.left_out
    );
    assert_eq!(
        view.verdict.value, "sure",
        "three for two places leave chance something to choose"
    );
}

#[test]
fn a_ceremony_may_draw_the_crews_later() {
    let office = office_with(4, &["李娜", "王建国", "张伟"]);
    let view = crews(&office.desk(), |request| request.crew.later = true);
    assert_eq!(
        view.verdict.value, "sure",
        "targets now, crews on the morning of the visit: and those can be found"
    );
    assert_eq!(
        view.slots[0].slots.len(),
        2,
        "the places are those of the second ceremony"
    );
}

#[test]
fn d_06_the_chance_of_everybody_and_the_load_of_each_are_shown_before_anything_is_sealed() {
    let office = office_with(10, &["李娜", "王建国", "张伟"]);
    let desk = office.desk();
    let item = item(&desk);
    let view = saved(
        &desk,
        &TaskSave {
            strata: vec![everybody("count", "3")],
            ..request(item)
        },
    );
    let fair = desk.task_fairness(&id(&view)).unwrap();
    assert_eq!(
        (fair.strata[0].quota, fair.strata[0].ten_thousandths),
        (3, 3_000),
        "three of ten"
    );
    let load: u64 = fair.people.iter().map(|person| person.thousandths).sum();
    assert!(
        (5_997..=6_000).contains(&load),
        "three targets with two people each are six places: {load}"
    );
    assert_eq!(fair.burden[0].before, 10, "N-10: nobody was visited yet");
    assert_eq!(fair.burden[0].after, "7", "and seven will not have been");
}
