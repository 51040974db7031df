//! What a supervisor is shown of announcements: a list that took the place of another, who was taken out before it, what was
//! approved although something else was announced; and how many days ahead a list was announced.

use sunlot_app::Desk;
use sunlot_app::inspector::{InspectorId, InspectorMembership};
use sunlot_app::registry::Membership;
use sunlot_app::rules::RulesSave;
use sunlot_app::target::{TargetId, TargetMembership, TargetSave};
use sunlot_app::task::TaskSave;
use sunlot_app::trail::FlagsRequest;

use super::{
    announced, approved, clause, everybody, id, item, people, ready, request, saved, target, values,
};
use crate::accounts::newest;
use crate::support::Office;

fn place(desk: &Desk, target: i64, membership: Membership) {
    let version = desk.target_open(&TargetId { id: target }).unwrap().version;
    desk.target_membership(&TargetMembership {
        id: target,
        version,
        membership,
        reason: "停业整顿".to_owned(),
    })
    .unwrap();
}

/// What the newest event of the trail says, and the flags of all.
fn newest_and_flags(desk: &Desk) -> (String, Vec<String>) {
    let flags = desk.trail_flags(&FlagsRequest::default()).unwrap();
    let raised = flags.counts.into_iter().filter(|count| count.count > 0);
    (
        newest(desk, 1).remove(0).sentence,
        raised.map(|count| count.flag).collect(),
    )
}

#[test]
fn a_second_announcement_says_what_differs_and_is_a_red_flag() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    people(&desk, &["李娜", "王建国", "张伟"]);
    for at in 0..6 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    let task = ready(&desk, &request(item)).line.id;
    announced(&desk, task, "2026-11-27", "");
    let (_, flags) = newest_and_flags(&desk);
    assert!(flags.is_empty(), "the first is how it should be: {flags:?}");
    for at in 6..9 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    announced(&desk, task, "2026-11-27", "新登记三户");
    let (told, flags) = newest_and_flags(&desk);
    assert_eq!(
        flags,
        ["list_replaced"],
        "a supervisor looks at what came after it"
    );
    assert!(
        told.contains("代替第 1 号预公告（候选由 6 户变为 9 户、应抽由 3 户变为 5 户），原因：新登记三户"),
        "contract 11: it names the old one, what differs, and why: {told}"
    );
}

#[test]
fn where_only_the_names_differ_that_is_said_too() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    people(&desk, &["李娜", "王建国", "张伟"]);
    let first = target(&desk, "徐水第一粮站", &[("township", "安肃镇")]);
    target(&desk, "徐水第二粮站", &[("township", "安肃镇")]);
    let asked = TaskSave {
        scope: vec![clause("township", &["安肃镇"])],
        ..request(item)
    };
    let task = ready(&desk, &asked).line.id;
    announced(&desk, task, "2026-11-27", "");
    desk.target_save(&TargetSave {
        id: Some(first),
        values: values(&[("township", "遂城镇")]),
        reason: "搬迁".to_owned(),
        ..TargetSave::default()
    })
    .unwrap();
    target(&desk, "徐水第三粮站", &[("township", "安肃镇")]);
    announced(&desk, task, "2026-11-27", "一户搬走、一户新来");
    let (told, _) = newest_and_flags(&desk);
    assert!(
        told.contains("户数没有变，名单里的对象有变"),
        "one for another: as many as before, and not the same: {told}"
    );
}

#[test]
fn t2_who_was_taken_out_by_hand_before_the_announcement_is_counted_where_they_would_stand_in_it() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    let mut ids = Vec::new();
    for at in 0..6 {
        let township = if at < 5 { "安肃镇" } else { "遂城镇" };
        ids.push(target(
            &desk,
            &format!("徐水第{at}粮站"),
            &[("township", township)],
        ));
    }
    people(&desk, &["李娜", "王建国", "张伟"]);
    let asked = TaskSave {
        scope: vec![clause("township", &["安肃镇"])],
        ..request(item)
    };
    let task = ready(&desk, &asked).line.id;
    place(&desk, ids[0], Membership::Suspended);
    place(&desk, ids[1], Membership::Removed);
    desk.target_save(&TargetSave {
        id: Some(ids[2]),
        values: values(&[("status", "deregistered")]),
        reason: "听说关门了".to_owned(),
        ..TargetSave::default()
    })
    .unwrap();
    // Taken in again, and one that the scope is not about: neither is missing from the list.
    place(&desk, ids[3], Membership::Suspended);
    place(&desk, ids[3], Membership::In);
    place(&desk, ids[5], Membership::Removed);
    let version = desk.inspector_open(&InspectorId { id: 2 }).unwrap().version;
    desk.inspector_membership(&InspectorMembership {
        id: 2,
        version,
        membership: Membership::Suspended,
        reason: "借调".to_owned(),
    })
    .unwrap();
    announced(&desk, task, "2026-11-27", "");
    let (told, flags) = newest_and_flags(&desk);
    assert_eq!(flags, ["taken_out_before"], "a supervisor asks why");
    assert!(
        told.contains("检查对象 3 户、执法检查人员 1 人"),
        "suspended, removed and shut down by hand: {told}"
    );
}

#[test]
fn what_is_approved_although_another_list_was_announced_is_a_red_flag() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    for at in 0..4 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, &["李娜", "王建国", "张伟"]);
    // Announced, and then changed: it needs another approval.
    let announced_and_changed = |title: &str| {
        let first = ready(&desk, &request(item));
        let told = announced(&desk, first.line.id, "2026-11-27", "");
        let mut edit = TaskSave {
            id: Some(first.line.id),
            ..request(item)
        };
        edit.values.extend(values(&[("title", title)]));
        (saved(&desk, &edit), told.notices)
    };
    let (same, _) = announced_and_changed("粮食收购检查第二批");
    approved(&desk, &same);
    let (told, flags) = newest_and_flags(&desk);
    assert!(
        flags.is_empty() && !told.contains("另一份"),
        "what was announced is what is approved: {told}"
    );
    let (other, notices) = announced_and_changed("粮食收购检查第三批");
    target(&desk, "徐水新办粮站", &[]);
    approved(&desk, &other);
    let (told, flags) = newest_and_flags(&desk);
    assert_eq!(flags, ["approved_otherwise"], "a supervisor looks at it");
    let expected = format!("第 {} 号预公告公告的是另一份名单", notices[0].id);
    assert!(told.contains(&expected), "and is told which: {told}");
}

#[test]
fn a_list_that_is_announced_late_says_so_by_the_offices_own_rule() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    people(&desk, &["李娜", "王建国", "张伟"]);
    target(&desk, "徐水甲粮站", &[]);
    target(&desk, "徐水乙粮站", &[]);
    let task = ready(
        &desk,
        &TaskSave {
            strata: vec![everybody("count", "1")],
            ..request(item)
        },
    );
    let remarks = || -> Vec<String> {
        let pool = desk.task_pool(&id(&task)).unwrap();
        let remarks = pool.remarks.into_iter().map(|told| told.label);
        remarks.filter(|told| told.contains("预公告")).collect()
    };
    assert!(remarks().is_empty(), "nobody decided that lists are announced");
    desk.rules_save(&RulesSave {
        name: Some("本局细则".to_owned()),
        in_force: Some(true),
        values: values(&[("notice_days", "7")]),
        basis: Some("徐粮〔2026〕2号".to_owned()),
        reason: "建立细则".to_owned(),
        ..RulesSave::default()
    })
    .unwrap();
    assert!(
        remarks()[0].contains("还没有预公告"),
        "now somebody has to be reminded: {:?}",
        remarks()
    );
    let late = announced(&desk, task.line.id, "2026-11-23", "");
    assert_eq!(late.notes[0].value, "announced_late", "told at once");
    let said = remarks();
    for part in [
        "只提前 3 天",
        "XZ-01 本局细则（第 1 版）",
        "“抽取前几天预公告名单”写的是 7 天",
    ] {
        assert!(
            said[0].contains(part),
            "{part}: it stands there until the list is sealed, with the rule and its profile: {said:?}"
        );
    }
    target(&desk, "徐水丙粮站", &[]);
    let early = announced(&desk, task.line.id, "2026-11-27", "新登记一户");
    assert!(
        early.notes.is_empty() && remarks().is_empty(),
        "seven days ahead is what the rule asks: {:?}",
        early.notes
    );
}
