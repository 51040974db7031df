//! Writing a task down: what it must say, that nobody writes over another's work, and the number that an approval gives.

use sunlot_app::Reason;
use sunlot_app::task::{CrewForm, TaskFault, TaskMove, TaskSave};

use super::{clause, everybody, item, people, request, saved, target, values};
use crate::plans;
use crate::support::Office;

#[test]
fn what_a_task_must_say_is_asked_for_at_its_place() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    let with = |fields: &[(&str, &str)]| {
        let mut request = request(item);
        request.values.extend(values(fields));
        request
    };
    let cases = [
        (
            with(&[("title", "")]),
            "title",
            "required",
            "it must be called something",
        ),
        (
            with(&[("kind", "个案检查")]),
            "kind",
            "case_not_drawn",
            "N-07: a complaint is no draw",
        ),
        (
            with(&[("basis", "")]),
            "basis",
            "task_basis_missing",
            "a task without a plan needs a basis",
        ),
        (
            with(&[("to", "2026-11-30")]),
            "to",
            "task_period_reversed",
            "it ends before it begins",
        ),
        (
            with(&[("to", "2028-01-01")]),
            "to",
            "period_long",
            "visits of one task take no year",
        ),
        (
            TaskSave {
                items: Vec::new(),
                ..request(item)
            },
            "items",
            "items_missing",
            "L-01: nothing is inspected without an item",
        ),
        (
            TaskSave {
                items: vec![99],
                ..request(item)
            },
            "items",
            "item_unknown",
            "an item that nobody knows",
        ),
        (
            TaskSave {
                scope: vec![clause("credit", &["优秀"])],
                ..request(item)
            },
            "scope",
            "scope_clause",
            "a class that does not exist",
        ),
        (
            TaskSave {
                strata: Vec::new(),
                ..request(item)
            },
            "strata",
            "stratum",
            "nobody would be drawn from nothing",
        ),
        (
            TaskSave {
                strata: vec![everybody("rate", "120%")],
                ..request(item)
            },
            "strata.0",
            "stratum_share_unread",
            "more than all",
        ),
        (
            TaskSave {
                strata: vec![everybody("count", "二十")],
                ..request(item)
            },
            "strata.0",
            "count_unread",
            "a number in words",
        ),
        (
            TaskSave {
                crew: CrewForm {
                    size: "1".to_owned(),
                    ..CrewForm::default()
                },
                ..request(item)
            },
            "crew",
            "crew_small",
            "A-01: two at least",
        ),
        (
            TaskSave {
                crew: CrewForm {
                    joint: true,
                    lead: "执法一科".to_owned(),
                    ..CrewForm::default()
                },
                ..request(item)
            },
            "crew",
            "partners_missing",
            "A-03: with whom?",
        ),
    ];
    for (request, field, code, why) in cases {
        let checked = desk.task_check(&request).unwrap();
        let found: Vec<(String, &str)> = checked
            .problems
            .iter()
            .map(|problem| (format!("{:?}", problem.place), problem.code.as_str()))
            .collect();
        assert!(
            found
                .iter()
                .any(|(place, found)| place.contains(&format!("\"{field}\"")) && *found == code),
            "{why}: {found:?}"
        );
        assert!(desk.task_save(&request).is_err(), "and nothing is saved: {why}");
    }
    assert!(
        desk.tasks_view().unwrap().lines.is_empty(),
        "not one of them was written down"
    );
}

#[test]
fn a_task_is_changed_by_whoever_saw_its_latest_version() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    let first = saved(&desk, &request(item));
    let edit = |version: i64, title: &str| {
        let mut request = TaskSave {
            id: Some(first.line.id),
            version: Some(version),
            ..request(item)
        };
        request.values.extend(values(&[("title", title)]));
        request
    };
    let second = saved(&desk, &edit(first.version, "第二批"));
    assert_eq!(second.version, first.version + 1, "a change is a new version");
    let error = desk.task_save(&edit(first.version, "第三批")).unwrap_err();
    assert!(
        matches!(error.reason, Reason::Task(TaskFault::TaskMoved { .. })),
        "somebody else was faster: {error:?}"
    );
    let same = saved(&desk, &edit(second.version, "第二批"));
    assert_eq!(
        same.version, second.version,
        "what says the same is no new version"
    );
    assert_eq!(same.notes[0].value, "unchanged", "and that is said");
    assert!(
        same.story
            .iter()
            .any(|moment| moment.sentence.contains("改动：任务名称")),
        "the story says what was changed: {:?}",
        same.story
    );
}

#[test]
fn contract_7_an_approval_gives_the_next_number_and_it_is_never_given_again() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    for at in 0..4 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, &["李娜", "王建国", "张伟"]);
    let approve = |on: &str| {
        let view = saved(&desk, &request(item));
        desk.task_approve(&TaskMove {
            id: view.line.id,
            version: view.version,
            by: "王建国".to_owned(),
            on: on.to_owned(),
            ..TaskMove::default()
        })
    };
    let first = approve("2026-11-18").unwrap();
    assert!(
        first.line.task_no.ends_with("〔2026〕1号"),
        "{}",
        first.line.task_no
    );
    let cancelled = desk
        .task_cancel(&TaskMove {
            id: first.line.id,
            version: first.version,
            reason: "上级统一部署，不再单独抽查".to_owned(),
            ..TaskMove::default()
        })
        .unwrap();
    assert_eq!(cancelled.line.state.value, "cancelled", "it was given up");
    assert_eq!(cancelled.line.task_no, first.line.task_no, "and keeps its number");
    let second = approve("2026-11-19").unwrap();
    assert!(
        second.line.task_no.ends_with("〔2026〕2号"),
        "gapless, and nothing twice: {}",
        second.line.task_no
    );
    assert!(approve("2027-01-05").is_err(), "nobody approves in the future");
    assert!(
        desk.task_approve(&TaskMove {
            id: second.line.id,
            version: second.version,
            by: "王建国".to_owned(),
            on: "2026-11-19".to_owned(),
            ..TaskMove::default()
        })
        .is_err(),
        "nor twice"
    );
}

#[test]
fn r_02_a_task_begins_with_what_a_line_of_an_approved_plan_says() {
    let office = Office::sample();
    let desk = office.desk();
    let item = item(&desk);
    assert!(
        desk.task_choices().unwrap().lines.is_empty(),
        "without a plan there is no line to begin with"
    );
    let of_nothing = TaskSave {
        plan: Some(1),
        line: Some(1),
        ..request(item)
    };
    let checked = desk.task_check(&of_nothing).unwrap();
    assert_eq!(
        checked.problems[0].code, "task_line_unknown",
        "nor may anybody name one that is not there"
    );
    assert!(desk.task_save(&of_nothing).is_err(), "so nothing is saved");
}

#[test]
fn n_01_a_task_draws_what_its_line_of_the_plan_says() {
    let (_office, desk) = plans::office();
    plans::approved(&desk, &plans::draw_up(&desk, vec![plans::line(&[])]));
    let line = desk.task_choices().unwrap().lines.remove(0);
    let pattern = line.pattern.unwrap();
    let [rule] = pattern.strata.as_slice() else {
        panic!("one stratum with everybody: {:?}", pattern.strata);
    };
    assert_eq!(
        (rule.quota.as_str(), rule.share.as_str(), rule.count.as_str()),
        ("rate", "5%", ""),
        "the ratio: how many that is, is for the pool of that day"
    );
    assert_eq!(
        line.amount, "抽查比例 5%，抽查数量 5 户",
        "the page says what the plan says"
    );
}

#[test]
fn n_01_a_line_with_a_number_alone_draws_that_many() {
    let (_office, desk) = plans::office();
    let view = plans::draw_up(&desk, vec![plans::line(&[("ratio", ""), ("number", "12")])]);
    plans::approved(&desk, &view);
    let line = desk.task_choices().unwrap().lines.remove(0);
    let rule = line.pattern.unwrap().strata.remove(0);
    assert_eq!(
        (rule.quota.as_str(), rule.share.as_str(), rule.count.as_str()),
        ("count", "", "12"),
        "twelve are twelve"
    );
    assert_eq!(line.amount, "抽查数量 12 户", "and nothing is said of a ratio");
}
