//! A task that was approved: a change takes its approval and its announcement with it, and nothing of it changes once its list is
//! sealed.

use sunlot_app::Reason;
use sunlot_app::task::{
    TargetExclude, TaskAct, TaskAnnounce, TaskFault, TaskId, TaskMove, TaskSave, TaskView,
};

use super::{announcement, approved, everybody, id, item, people, ready, request, saved, target, values};
use crate::accounts::newest;
use crate::ceremonies::{Room, seal, supervisor, void};
use crate::support::Office;

/// The same task under another name.
fn renamed(view: &TaskView) -> TaskSave {
    let mut edit = view.form.clone();
    edit.values.extend(values(&[("title", "粮食收购检查第二批")]));
    edit.reason = "名称写错了".to_owned();
    edit
}

fn is_sealed(reason: &Reason, ended: bool) -> bool {
    matches!(reason, Reason::Task(TaskFault::TaskSealed { drawn, .. }) if *drawn == ended)
}

#[test]
fn n_01_a_change_of_an_approved_task_is_a_draft_and_keeps_its_number() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    people(&desk, &["李娜", "王建国", "张伟"]);
    target(&desk, "徐水甲粮站", &[]);
    target(&desk, "徐水乙粮站", &[]);
    let first = ready(&desk, &request(item));
    assert_eq!(
        first.next,
        [TaskAct::Change, TaskAct::Cancel, TaskAct::Announce],
        "only what was approved is announced"
    );
    let without = TaskSave {
        reason: String::new(),
        ..renamed(&first)
    };
    assert!(desk.task_save(&without).is_err(), "a change says why");
    let changed = saved(&desk, &renamed(&first));
    assert_eq!(
        (changed.line.state.value.as_str(), changed.approval.as_str()),
        ("draft", ""),
        "nobody has approved what it says now"
    );
    assert_eq!(changed.line.task_no, first.line.task_no, "its number stays");
    assert_eq!(changed.notes[0].value, "reopened", "and whoever saves is told");
    let told = newest(&desk, 1).remove(0).sentence;
    assert!(
        told.contains("原来的批准不再有效，退回草拟，原因：名称写错了"),
        "the trail says so, and why: {told}"
    );
    let again = approved(&desk, &changed);
    assert_eq!(
        (again.line.state.value.as_str(), again.line.task_no.as_str()),
        ("approved", first.line.task_no.as_str()),
        "contract 7: approved anew under the number that it was given"
    );
    let next = ready(&desk, &request(item));
    assert!(
        next.line.task_no.ends_with("〔2026〕2号"),
        "and none is skipped: {}",
        next.line.task_no
    );
}

#[test]
fn contract_11_a_notice_does_not_outlive_a_change_of_its_task() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    for at in 0..4 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, &["李娜", "王建国", "张伟"]);
    let draft = saved(&desk, &request(item));
    let refused = desk.task_announce(&announcement(draft.line.id, "")).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::Task(TaskFault::AnnounceDraft { .. })),
        "the list of a draft may still change in everything: {refused:?}"
    );
    let first = approved(&desk, &draft);
    let told = desk.task_announce(&announcement(first.line.id, "")).unwrap();
    assert_eq!(
        told.notices[0].holds.value, "same",
        "it was announced a moment ago"
    );
    let changed = saved(&desk, &renamed(&told));
    assert_eq!(
        changed.notices[0].holds.value, "changed",
        "the same names, but of another task than was announced"
    );
    let again = approved(&desk, &changed);
    let second = desk
        .task_announce(&announcement(again.line.id, "任务名称改正"))
        .unwrap();
    assert_eq!(
        (second.notices[0].replaces, second.notices[0].holds.value.as_str()),
        (1, "same"),
        "the new one names the old one, although the list is the same"
    );
    let told = newest(&desk, 1).remove(0).sentence;
    assert!(
        told.contains("代替第 1 号预公告（名单没有变，公告以后任务改过）"),
        "and says what is different: {told}"
    );
}

#[test]
fn d_01_nobody_is_drawn_after_the_visits_have_begun() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    target(&desk, "徐水甲粮站", &[]);
    target(&desk, "徐水乙粮站", &[]);
    people(&desk, &["李娜", "王建国"]);
    let mut late = request(item);
    late.values.extend(values(&[("from", "2026-11-01")]));
    let checked = desk.task_check(&late).unwrap();
    assert_eq!(
        checked.problems[0].code, "visits_begun",
        "the first of the visits is over, and nobody was drawn"
    );
    let view = ready(&desk, &request(item));
    let on = |day: &str| {
        desk.task_announce(&TaskAnnounce {
            draw_on: day.to_owned(),
            ..announcement(view.line.id, "")
        })
    };
    let refused = on("2026-12-02").unwrap_err();
    assert_eq!(
        refused.problems[0].flaw.code(),
        "draw_after_visits",
        "the visits begin the day before"
    );
    assert!(
        on("2026-12-01").is_ok(),
        "on the morning of the first visit it is not too late"
    );
}

#[test]
fn d_03_nothing_of_a_task_changes_while_its_list_is_sealed_nor_after_it_was_drawn() {
    let room = Room::ready();
    let desk = room.desk();
    let task = TaskId { id: room.task };
    let open = || desk.task_open(&task).unwrap();
    let refusals = || {
        let view = open();
        let moving = TaskMove {
            id: room.task,
            version: view.version,
            reason: "不查了".to_owned(),
            ..TaskMove::default()
        };
        let out = TargetExclude {
            task: room.task,
            target: 1,
            kind: "other".to_owned(),
            basis: "徐粮〔2026〕1号".to_owned(),
            second: Some(supervisor().second()),
        };
        [
            desk.task_save(&renamed(&view)).map(drop),
            desk.task_cancel(&moving).map(drop),
            desk.target_exclude(&out).map(drop),
            desk.task_announce(&announcement(room.task, "")).map(drop),
        ]
        .map(|tried| tried.unwrap_err().reason)
    };
    let id = room.sealed(&desk).line.id;
    for reason in refusals() {
        assert!(
            is_sealed(&reason, false),
            "what is sealed goes on or is given up: {reason:?}"
        );
    }
    assert_eq!(open().next, [], "and nothing is offered");
    desk.ceremony_void(&void(id, "seat_empty")).unwrap();
    assert!(!open().next.is_empty(), "what was given up holds nothing");
    room.drawn(&desk);
    for reason in refusals() {
        assert!(is_sealed(&reason, true), "what was drawn stands: {reason:?}");
    }
}

#[test]
fn n_01_what_went_back_to_draft_is_not_sealed() {
    let room = Room::ready();
    let desk = room.desk();
    let prepared = room.prepared(&desk, false).line.id;
    let view = desk.task_open(&TaskId { id: room.task }).unwrap();
    let told = desk.task_announce(&announcement(room.task, "")).unwrap();
    let changed = saved(&desk, &renamed(&told));
    assert!(
        desk.ceremony_seal(&seal(prepared)).is_err(),
        "nobody has approved what would be sealed"
    );
    approved(&desk, &changed);
    let refused = desk.ceremony_seal(&seal(prepared)).unwrap_err();
    let codes: Vec<&str> = refused
        .problems
        .iter()
        .map(|problem| problem.flaw.code())
        .collect();
    assert_eq!(
        codes,
        ["notice_before"],
        "the same names, but what was announced was another task: {refused:?}"
    );
    desk.task_announce(&announcement(view.line.id, "任务名称改正"))
        .unwrap();
    desk.ceremony_seal(&seal(prepared)).unwrap();
}

#[test]
fn a_share_without_a_sign_is_not_guessed() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    let with = |share: &str| TaskSave {
        strata: vec![everybody("rate", share)],
        ..request(item)
    };
    let checked = desk.task_check(&with("0.5")).unwrap();
    assert_eq!(
        checked.problems[0].code, "stratum_share_unread",
        "half a percent to one reader, and a half to another"
    );
    assert!(
        checked.problems[0].hint.contains("请带上百分号"),
        "and how it is written is said: {}",
        checked.problems[0].hint
    );
    let view = saved(&desk, &with("0.5%"));
    assert_eq!(view.form.strata[0].share, "0.5%", "half a percent");
    assert_eq!(id(&view).id, 1, "nothing was saved before");
}
