//! The list announced before the draw: the digest that anybody can hold the sealed list against.

use sunlot_app::Reason;
use sunlot_app::paper::PaperWay;
use sunlot_app::task::{NoticePaper, TargetExclude, TaskAct, TaskFault, TaskManifest, TaskMove, TaskTarget};

use super::{announced, announcement, id, item, people, ready, request, saved, target};
use crate::forms::ask;
use crate::support::Office;

#[test]
fn a_change_after_the_announcement_is_a_new_one_that_names_the_old_one() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    for at in 0..6 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, &["李娜", "王建国", "张伟"]);
    let elsewhere = ready(&desk, &request(item)).line.id;
    desk.task_announce(&announcement(elsewhere, "")).unwrap();
    let task = ready(&desk, &request(item)).line.id;
    let first = desk.task_announce(&announcement(task, "")).unwrap();
    assert_eq!(
        first.notices[0].holds.value, "same",
        "the list is the one that was announced"
    );
    assert_eq!(
        (first.notices[0].id, first.notices[0].number.as_str()),
        (1, "清应急抽查〔2026〕2号预公告第 1 号"),
        "each task counts its own"
    );
    let again = desk.task_announce(&announcement(task, "再公告一次")).unwrap_err();
    assert!(
        matches!(again.reason, Reason::Task(TaskFault::NoticeSame { notice: 1 })),
        "the same list is not announced twice: {again:?}"
    );
    target(&desk, "徐水新办粮站", &[]);
    let open = desk.task_open(&id(&first)).unwrap();
    assert_eq!(
        open.notices[0].holds.value, "changed",
        "one more target is another list"
    );
    assert!(
        desk.task_announce(&announcement(task, "")).is_err(),
        "a change needs its reason"
    );
    let second = desk.task_announce(&announcement(task, "新登记一户")).unwrap();
    assert_eq!(second.notices.len(), 2, "both stand there");
    assert_eq!(
        (second.notices[0].replaces, second.notices[0].reason.as_str()),
        (first.notices[0].id, "新登记一户"),
        "the new one names the old one, and why"
    );
    assert_eq!(
        second.notices[0].number, "清应急抽查〔2026〕2号预公告第 2 号",
        "under the next number"
    );
    let (new, old) = (&second.notices[0], &second.notices[1]);
    assert_ne!(new.digest, old.digest, "and has another digest");
    for part in ["第 1 号", "2026-11-20", &old.digest[..16], "候选由 6 户变为 7 户"] {
        assert!(
            new.replaces_told.contains(part),
            "which one, of which day, and what is different: {}",
            new.replaces_told
        );
    }
    assert_eq!(
        old.holds.label, "已被第 2 号预公告替代（2026-11-20 公告）",
        "and the old one says which one holds"
    );
    let printed = |notice: i64| {
        let made = desk.notice_paper(&NoticePaper {
            task,
            notice,
            way: PaperWay::Save { file: None },
        });
        let file = std::fs::read(made.unwrap().file.unwrap()).unwrap();
        let text = ask("pdftotext", &["-raw"], &file, &["-"]);
        text.split_whitespace().collect::<String>()
    };
    let (paper, again) = (printed(2), printed(1));
    for part in [
        "预公告第1号（2026-11-20公告，原定2026-11-27抽取）",
        &old.digest,
        "候选由6户变为7户",
        "新登记一户",
    ] {
        assert!(paper.contains(part), "{part} stands on the new paper: {paper}");
    }
    assert!(
        again.contains("已被清应急抽查〔2026〕2号预公告第2号替代（2026-11-20公告）")
            && !paper.contains("本公告不再有效"),
        "the old one printed again is marked, and the new one is not: {again}"
    );
}

#[test]
fn d_05_a_draw_that_is_postponed_is_announced_anew_though_the_list_is_the_same() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    target(&desk, "徐水甲粮站", &[]);
    target(&desk, "徐水乙粮站", &[]);
    people(&desk, &["李娜", "王建国", "张伟"]);
    let task = ready(&desk, &request(item)).line.id;
    desk.task_announce(&announcement(task, "")).unwrap();
    // Whoever reads the first one would come on the wrong day.
    let view = announced(&desk, task, "2026-11-30", "推迟抽取");
    assert_eq!(
        (view.notices[0].draw_on.as_str(), view.notices[0].replaces),
        ("2026-11-30", view.notices[1].id),
        "the new one names its day, and the one that it replaces"
    );
    assert!(
        crate::accounts::told(&desk, 1)[0].contains("抽取日期改了"),
        "and the trail says what is different: {}",
        crate::accounts::told(&desk, 1)[0]
    );
}

#[test]
fn the_manifest_that_would_be_sealed_fits_the_announced_digest_and_the_protocol() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    for at in 0..6 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, &["李娜", "王建国", "张伟"]);
    let view = desk
        .task_announce(&announcement(ready(&desk, &request(item)).line.id, ""))
        .unwrap();
    let written = desk
        .task_manifest(&TaskManifest {
            id: view.line.id,
            ..TaskManifest::default()
        })
        .unwrap();
    let text = std::fs::read(&written.path).unwrap();
    let manifest: serde_json::Value = serde_json::from_slice(&text).unwrap();
    assert_eq!(manifest["protocol"], "sunlot/1", "it speaks the protocol");
    let targets = manifest["strata"][0]["targets"].as_array().unwrap();
    assert_eq!(targets.len(), 6, "everybody who can be drawn stands in it");
    let ids: Vec<&str> = targets
        .iter()
        .map(|target| target["id"].as_str().unwrap())
        .collect();
    assert!(ids.is_sorted(), "sorted by id: a number is a place");
    assert_eq!(
        manifest["strata"][0]["slots"].as_array().unwrap().len(),
        2,
        "A-01: two places"
    );
    let before = view.notices[0].digest.clone();
    let after = desk.task_open(&id(&view)).unwrap().notices[0].clone();
    assert_eq!(
        (after.digest, after.holds.value.as_str()),
        (before, "same"),
        "its salts are those of the announcement, so the digests can be held against each other"
    );
}

#[test]
fn an_announcement_is_printed_without_a_single_name() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    target(&desk, "徐水甲粮站", &[]);
    target(&desk, "徐水乙粮站", &[("status", "revoked")]);
    people(&desk, &["李娜", "王建国"]);
    let view = desk
        .task_announce(&announcement(ready(&desk, &request(item)).line.id, ""))
        .unwrap();
    let made = desk
        .notice_paper(&NoticePaper {
            task: view.line.id,
            notice: view.notices[0].id,
            way: PaperWay::Save { file: None },
        })
        .unwrap();
    assert_eq!(
        (made.pages, made.remarks.len()),
        (1, 0),
        "one page, and every character is in the fonts"
    );
    assert!(
        view.notices[0].counts.iter().all(|count| !count.contains("粮站")),
        "counts and reasons, no names: {:?}",
        view.notices[0].counts
    );
}

#[test]
fn nothing_is_announced_or_left_out_of_a_task_that_was_given_up() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    let target = target(&desk, "徐水甲粮站", &[]);
    people(&desk, &["李娜", "王建国"]);
    let view = saved(&desk, &request(item));
    assert_eq!(
        view.next,
        [TaskAct::Change, TaskAct::Approve, TaskAct::Cancel],
        "the list of a draft is not announced"
    );
    let given_up = TaskMove {
        id: view.line.id,
        version: view.version,
        reason: "计划调整".to_owned(),
        ..TaskMove::default()
    };
    let view = desk.task_cancel(&given_up).unwrap();
    assert_eq!(view.next, [], "and one that was given up no way any more");
    let refused = desk.task_announce(&announcement(view.line.id, "")).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::Task(TaskFault::TaskStep { .. })),
        "its list is no matter to anybody: {refused:?}"
    );
    let explained = desk
        .task_explain(&TaskTarget {
            task: view.line.id,
            target,
        })
        .unwrap();
    assert!(!explained.may_exclude, "nor is anybody left out of it");
    let refused = desk.target_exclude(&TargetExclude {
        task: view.line.id,
        target,
        kind: "other".to_owned(),
        basis: "徐粮〔2026〕1号".to_owned(),
        second: None,
    });
    assert!(refused.is_err(), "by no way");
}
