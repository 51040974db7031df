//! What the supervisor should look at: every kind decides, and what was seen stays seen.

use serde_json::{Value, json};
use strum::VariantArray;
use sunlot_app::trail::{Flag, FlagsRequest, FlagsSeen};
use sunlot_app::{AccessFault, KindName, Reason};
use sunlot_store::trail::Event;

use super::office_with_saves;

fn event(kind: &str, payload: Value, second: bool) -> Event {
    Event {
        seq: 7,
        at: "2026-11-20T09:41:00+08:00".to_owned(),
        actor: "account:lina".to_owned(),
        second: second.then(|| "account:wang".to_owned()),
        kind: kind.to_owned(),
        payload,
    }
}

#[test]
fn each_of_these_raises_its_flags_and_ordinary_work_none() {
    let account = json!({ "login": "chen", "name": "陈静", "roles": ["handler"] });
    let back = json!({ "seq": 6, "from": "2026-11-20T09:41:00+08:00", "to": "2026-11-19T09:41:00+08:00", "seconds": 86400 });
    let difference = json!({
        "difference": { "standing": "shorter", "anchored": 57, "found": 51 },
        "anchored": { "seq": 57, "head": "" }, "found": { "seq": 51, "head": "" }, "reason": "硬盘坏了",
    });
    let exclusion = json!({
        "task": "RW-0001", "target": "DX-000012", "name": "徐水甲粮站", "kind": "other", "basis": "3号", "withdrawn": false,
    });
    let announced = |replaces: i64, taken_out: u32| {
        json!({
            "task": "RW-0001", "title": "粮食收购检查", "notice": 2, "digest": "", "candidates": 9, "excluded": 1,
            "replaces": replaces, "taken_out": { "days": 14, "targets": taken_out, "inspectors": 0 },
        })
    };
    let approved = |otherwise: i64| {
        json!({
            "task": "RW-0001", "title": "粮食收购检查", "state": "approved", "number": "徐气抽查〔2026〕1号",
            "on": "2026-11-20", "who": "王建国", "reason": "", "announced_otherwise": otherwise,
        })
    };
    let wrong = |wrong: u32| json!({ "login": "lina", "wrong": wrong, "second": false });
    let cases: Vec<(&str, Value, bool, &[Flag])> = vec![
        ("office.created", json!({ "schema": 3 }), false, &[]),
        (
            "profile.saved",
            json!({ "version": 1, "changed": [] }),
            false,
            &[],
        ),
        ("account.entered", json!({ "login": "lina" }), false, &[]),
        ("password.changed", json!({ "login": "lina" }), false, &[]),
        ("account.refused", wrong(1), false, &[]),
        ("account.refused", wrong(4), false, &[]),
        ("account.refused", wrong(5), false, &[Flag::WrongPasswords]),
        ("account.refused", wrong(15), false, &[Flag::WrongPasswords]),
        (
            "account.reset",
            json!({ "login": "chen" }),
            false,
            &[Flag::PasswordReset],
        ),
        (
            "account.recovered",
            json!({ "login": "chen" }),
            false,
            &[Flag::Recovered],
        ),
        (
            "account.unlocked",
            json!({ "login": "chen", "wrong": 15 }),
            true,
            &[Flag::Unlocked],
        ),
        (
            "account.unlocked",
            json!({ "login": "chen", "wrong": 15 }),
            false,
            &[Flag::Unlocked, Flag::WorkedAlone],
        ),
        (
            "account.added",
            json!({ "account": account }),
            true,
            &[Flag::PeopleChanged],
        ),
        ("clock.set_back", back, false, &[Flag::ClockSetBack]),
        (
            "clock.zone_changed",
            json!({ "seq": 6, "from": "+08:00", "to": "+00:00" }),
            false,
            &[Flag::ClockZoneChanged],
        ),
        (
            "anchor.acknowledged",
            difference.clone(),
            true,
            &[Flag::AnchorAcknowledged],
        ),
        (
            "anchor.acknowledged",
            difference,
            false,
            &[Flag::AnchorAcknowledged, Flag::WorkedAlone],
        ),
        (
            "anchor.failed",
            json!({ "place": "/x", "why": "no" }),
            false,
            &[Flag::AnchorFailed],
        ),
        ("exclusion.moved", exclusion.clone(), true, &[Flag::LeftOutByHand]),
        (
            "exclusion.moved",
            exclusion,
            false,
            &[Flag::LeftOutByHand, Flag::WorkedAlone],
        ),
        ("pool.announced", announced(0, 0), false, &[]),
        ("pool.announced", announced(1, 0), false, &[Flag::ListReplaced]),
        ("pool.announced", announced(0, 2), false, &[Flag::TakenOutBefore]),
        (
            "pool.announced",
            announced(1, 2),
            false,
            &[Flag::ListReplaced, Flag::TakenOutBefore],
        ),
        ("task.moved", approved(0), false, &[]),
        ("task.moved", approved(1), false, &[Flag::ApprovedOtherwise]),
        ("flag.seen", json!({ "events": [3] }), false, &[]),
        ("draw.conjured", json!({}), false, &[Flag::UnknownKind]),
        (
            "account.reset",
            json!({ "somebody": "chen" }),
            false,
            &[Flag::UnknownKind],
        ),
    ];
    for (kind, payload, second, expected) in cases {
        let event = event(kind, payload.clone(), second);
        assert_eq!(
            Flag::of(&event),
            expected,
            "{kind} {payload} with second {second}"
        );
    }
}

#[test]
fn every_kind_is_called_something() {
    for kind in KindName::VARIANTS {
        assert!(!kind.label().is_empty(), "{kind:?} stands in lists and filters");
    }
}

#[test]
fn nobody_without_the_role_marks_a_flag_as_seen() {
    let office = office_with_saves(1);
    let seen = FlagsSeen {
        events: vec![2],
        period: FlagsRequest::default(),
    };
    let refused = office.desk().flags_seen(&seen).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::Access(AccessFault::AccountsNeeded { .. })),
        "before there are accounts there is no supervisor: {refused}"
    );
}

#[test]
fn an_office_where_nothing_happened_has_no_flags() {
    let view = office_with_saves(3)
        .desk()
        .trail_flags(&FlagsRequest::default())
        .unwrap();
    assert_eq!((view.total, view.unseen), (0, 0), "saving is no sin");
    assert_eq!(
        view.counts.len(),
        Flag::VARIANTS.len(),
        "every flag is listed, so that nought is told from not looked for"
    );
}
