//! Inspectors whom another unit lends for one task: with their document, for all days of the visits, and under the same rules
//! as anybody else. Whoever cannot be drawn is listed with the reason.

use sunlot_app::inspector::{InspectorMembership, InspectorSave};
use sunlot_app::registry::Membership;
use sunlot_app::task::{
    CrewForm, LeftOutForm, LoanReturn, LoanView, TaskBorrow, TaskFault, TaskSave, TaskView,
};
use sunlot_app::{Desk, Reason};

use super::{field_of, id, item, manifest, people, request, saved, target, values};
use crate::support::Office;

/// A man of a township with a document for all of December.
fn zhou() -> Vec<(&'static str, &'static str)> {
    vec![
        ("name", "周海"),
        ("cert_no", "冀 f 1306-0901"),
        ("cert_valid_to", "2028-12-31"),
        ("office", "大王店镇人民政府"),
        ("document_no", "借〔2026〕3号"),
        ("document_on", "2026-11-18"),
        ("since", "2026-12-01"),
        ("until", "2026-12-31"),
    ]
}

/// The same with some values changed.
fn with(changes: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    let mut all = zhou();
    all.retain(|(field, _)| !changes.iter().any(|(changed, _)| changed == field));
    all.extend(changes);
    all
}

fn borrow(task: &TaskView, inspector: Option<i64>, fields: &[(&str, &str)]) -> TaskBorrow {
    TaskBorrow {
        task: task.line.id,
        inspector,
        values: values(fields),
    }
}

/// An office with one inspector of its own, and a task with two places for each target.
fn short_handed() -> (Office, Desk, TaskView) {
    let office = Office::sample();
    let desk = office.desk();
    for at in 0..4 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, &["李娜"]);
    let item = item(&desk);
    let task = saved(&desk, &request(item));
    (office, desk, task)
}

#[test]
fn p_02_an_expert_is_not_lent_as_one_who_enforces() {
    let (_office, desk, task) = short_handed();
    let expert = InspectorSave {
        values: values(&[
            ("name", "孙桂芝"),
            ("unit", "县市场监督管理局"),
            ("cert_no", "13060901077"),
            ("cert_valid_to", "2030-12-31"),
            ("status", "active"),
            ("expert", "yes"),
        ]),
        reason: "首次登记".to_owned(),
        ..InspectorSave::default()
    };
    let expert = desk.inspector_save(&expert).unwrap().line.id;
    let refused = desk
        .task_borrow(&borrow(&task, Some(expert), &zhou()))
        .unwrap_err();
    assert!(
        refused
            .problems
            .iter()
            .any(|problem| field_of(problem) == "inspector"),
        "no document makes an inspector of an expert: {refused:?}"
    );
}

/// The first loan of a task.
fn first(view: &TaskView) -> &LoanView {
    view.loans.first().expect("somebody is lent")
}

#[test]
fn a_02_one_of_a_township_is_lent_with_a_document_and_may_be_drawn_for_this_task_alone() {
    let (_office, desk, task) = short_handed();
    let alone = desk.task_crews(&id(&task)).unwrap();
    assert_eq!(
        alone.verdict.value, "impossible",
        "A-01: one inspector makes no crew of two"
    );
    let view = desk.task_borrow(&borrow(&task, None, &zhou())).unwrap();
    let loan = first(&view);
    assert_eq!(
        (loan.name.as_str(), loan.inspector, loan.why_not.len()),
        ("周海", 0, 0),
        "nobody of the registry, and nothing stands against it"
    );
    assert_eq!(
        loan.lent, "借调自大王店镇人民政府，借〔2026〕3号（2026-11-18）",
        "who lends, and on what document"
    );
    let crews = desk.task_crews(&id(&task)).unwrap();
    assert_eq!(
        crews.verdict.value, "thin",
        "two of two: every target can be manned"
    );
    let lent: Vec<_> = crews
        .people
        .iter()
        .filter(|one| !one.borrowed.is_empty())
        .collect();
    assert_eq!(lent.len(), 1, "one of the two is lent, and marked as such");
    assert_eq!(
        (lent[0].cert.as_str(), lent[0].borrowed.as_str()),
        ("冀F1306-0901", "借调自大王店镇人民政府，借〔2026〕3号"),
        "drawn by the number of the certificate as the registry would keep it"
    );
    let other = saved(
        &desk,
        &TaskSave {
            values: {
                let mut other = request(1).values;
                other.insert("title".to_owned(), "粮食收购检查第二批".to_owned());
                other
            },
            ..request(task.form.items[0])
        },
    );
    assert_eq!(
        desk.task_crews(&id(&other)).unwrap().people.len(),
        1,
        "a document for one task is none for another"
    );
}

#[test]
fn whoever_is_lent_stands_in_the_manifest_and_is_marked() {
    let (_office, desk, task) = short_handed();
    desk.task_borrow(&borrow(&task, None, &zhou())).unwrap();
    let sealed = manifest(&desk, &task);
    let inspectors = sealed["inspectors"].as_array().unwrap();
    let marked: Vec<_> = inspectors
        .iter()
        .filter(|one| one.get("borrowed").is_some())
        .collect();
    assert_eq!(
        (inspectors.len(), marked.len()),
        (2, 1),
        "both, and one is marked"
    );
    assert_eq!(
        (
            marked[0]["id"].as_str().unwrap(),
            marked[0]["borrowed"].as_str().unwrap()
        ),
        ("冀F1306-0901", "借调自大王店镇人民政府，借〔2026〕3号"),
        "everybody who reads the list sees who is not of this office"
    );
}

#[test]
fn p_02_a_02_what_stands_against_a_loan_is_said_at_its_place() {
    let (_office, desk, task) = short_handed();
    for (changes, field, code, why) in [
        (&[("name", "")][..], "name", "loan", "nobody can be called"),
        (
            &[("cert_no", "")],
            "cert_no",
            "loan",
            "a document is no certificate",
        ),
        (
            &[("cert_no", "办理中")],
            "cert_no",
            "certificate_words",
            "nor is a promise",
        ),
        (
            &[("cert_valid_to", "2026-12-17")],
            "cert_valid_to",
            "loan",
            "on the last day of the visits it has expired",
        ),
        (
            &[("cert_valid_to", "")],
            "cert_valid_to",
            "loan",
            "nobody knows until when",
        ),
        (
            &[("office", "")],
            "office",
            "required",
            "somebody must have lent them",
        ),
        (
            &[("document_no", "")],
            "document_no",
            "required",
            "a word is no document",
        ),
        (&[("document_on", "")], "document_on", "required", "of which day?"),
        (
            &[("document_on", "2027-01-01")],
            "document_on",
            "date_in_future",
            "nobody has written it yet",
        ),
        (&[("since", "")], "since", "loan", "since when?"),
        (
            &[("since", "2026-12-02")],
            "since",
            "loan",
            "the first day is missing",
        ),
        (
            &[("until", "2026-12-17")],
            "until",
            "loan",
            "the last day is missing",
        ),
        (
            &[("until", "2026-11-01")],
            "until",
            "loan",
            "it ends before it begins",
        ),
        (
            &[("favourite", "茶")],
            "favourite",
            "field_unknown",
            "nobody asked for that",
        ),
    ] {
        let error = desk
            .task_borrow(&borrow(&task, None, &with(changes)))
            .unwrap_err();
        let found: Vec<(String, &str)> = error
            .problems
            .iter()
            .map(|problem| (field_of(problem).to_owned(), problem.flaw.code()))
            .collect();
        assert!(
            found.iter().any(|(at, found)| at == field && *found == code),
            "{changes:?}: {why}: {found:?}"
        );
    }
    let view = desk.task_open(&id(&task)).unwrap();
    assert!(view.loans.is_empty(), "and nothing of it was kept");
}

#[test]
fn of_two_certificates_the_one_that_is_valid_stands_for_the_person() {
    let (_office, desk, task) = short_handed();
    let two = with(&[
        ("cert_valid_to", "2026-11-30"),
        ("second_cert_no", "13060901999"),
        ("second_cert_valid_to", "2027-06-30"),
    ]);
    let view = desk.task_borrow(&borrow(&task, None, &two)).unwrap();
    assert!(first(&view).why_not.is_empty(), "one valid certificate is enough");
    let crews = desk.task_crews(&id(&task)).unwrap();
    assert!(
        crews.people.iter().any(|person| person.cert == "13060901999"),
        "the second is valid to the end: {:?}",
        crews.people
    );
}

#[test]
fn one_of_another_department_of_the_registry_comes_by_the_document() {
    let (_office, desk, _) = short_handed();
    desk.inspector_save(&InspectorSave {
        values: values(&[
            ("name", "赵敏"),
            ("department", "法规科"),
            ("cert_no", "13060901777"),
            ("cert_valid_to", "2029-12-31"),
            ("status", "active"),
        ]),
        reason: "首次登记".to_owned(),
        ..InspectorSave::default()
    })
    .unwrap();
    let mut led = request(1);
    led.crew.lead = "执法一科".to_owned();
    let task = saved(&desk, &led);
    let before = desk.task_crews(&id(&task)).unwrap();
    assert!(
        before.left_out[0].reasons[0].contains("不参加"),
        "another department does not take part: {:?}",
        before.left_out
    );
    let mut document = zhou();
    document.retain(|(field, _)| !field.starts_with("cert") && *field != "name");
    let view = desk.task_borrow(&borrow(&task, Some(2), &document)).unwrap();
    assert_eq!(
        (first(&view).inspector, first(&view).name.as_str()),
        (2, "赵敏"),
        "the registry knows name and certificate"
    );
    let after = desk.task_crews(&id(&task)).unwrap();
    assert_eq!(
        (after.people.len(), after.left_out.len()),
        (2, 0),
        "the document opens the door"
    );
    let again = with(&[("name", "赵敏"), ("cert_no", "1306 0901 777")]);
    let error = desk.task_borrow(&borrow(&task, None, &again)).unwrap_err();
    assert!(
        matches!(error.reason, Reason::Task(TaskFault::LoanStands { .. })),
        "by the certificate it is the same person: {error:?}"
    );
    let other = with(&[("name", "周海"), ("cert_no", "13060901777")]);
    let error = desk.task_borrow(&borrow(&task, None, &other)).unwrap_err();
    assert_eq!(
        error.problems[0].flaw.code(),
        "loan_name_differs",
        "one certificate has one owner"
    );
}

#[test]
fn what_changes_after_a_loan_leaves_its_person_out_with_the_reason() {
    let (_office, desk, task) = short_handed();
    let december = with(&[("until", "2026-12-18")]);
    desk.task_borrow(&borrow(&task, None, &december)).unwrap();
    let mut longer = task.form.clone();
    longer.values.insert("to".to_owned(), "2026-12-25".to_owned());
    longer.reason = "延长一周".to_owned();
    let view = saved(&desk, &longer);
    assert_eq!(
        first(&view).why_not,
        ["借调到 2026-12-18 为止，早于检查结束"],
        "the visits outlast the document"
    );
    let crews = desk.task_crews(&id(&view)).unwrap();
    let out: Vec<_> = crews.left_out.iter().filter(|one| one.name == "周海").collect();
    assert_eq!(
        out.len(),
        1,
        "and whoever is left out is listed: {:?}",
        crews.left_out
    );
    assert!(!out[0].borrowed.is_empty(), "as somebody who is lent");
}

#[test]
fn a_document_does_not_stand_against_the_registry() {
    let (_office, desk, task) = short_handed();
    let mut document = zhou();
    document.retain(|(field, _)| !field.starts_with("cert") && *field != "name");
    desk.task_borrow(&borrow(&task, Some(1), &document)).unwrap();
    let mut without = task.form.clone();
    without.crew = CrewForm {
        left_out: vec![LeftOutForm {
            inspector: 1,
            basis: "外出学习".to_owned(),
        }],
        ..CrewForm::default()
    };
    without.reason = "调整人员".to_owned();
    let view = saved(&desk, &without);
    assert!(
        first(&view).why_not[0].contains("外出学习"),
        "left out by hand is left out: {:?}",
        first(&view).why_not
    );
    assert_eq!(
        (view.left_out[0].name.as_str(), view.left_out[0].number.as_str()),
        ("李娜", "RY-000001"),
        "and the task names them without another question"
    );
    desk.inspector_membership(&InspectorMembership {
        id: 1,
        version: 1,
        membership: Membership::Suspended,
        reason: "停职检查".to_owned(),
    })
    .unwrap();
    let view = desk.task_open(&id(&view)).unwrap();
    assert!(
        first(&view).why_not.iter().any(|why| why == "名录中已暂停"),
        "and whom the registry suspends stays at home: {:?}",
        first(&view).why_not
    );
}

#[test]
fn whoever_is_given_back_is_not_drawn_any_more_and_stays_in_the_register() {
    let (_office, desk, task) = short_handed();
    let view = desk.task_borrow(&borrow(&task, None, &zhou())).unwrap();
    let back = |reason: &str| LoanReturn {
        id: first(&view).id,
        reason: reason.to_owned(),
    };
    let error = desk.task_borrow(&borrow(&task, None, &zhou())).unwrap_err();
    assert!(
        matches!(error.reason, Reason::Task(TaskFault::LoanStands { .. })),
        "nobody is lent twice: {error:?}"
    );
    assert!(
        desk.task_give_back(&back(" ")).is_err(),
        "P-05: nobody goes without a reason"
    );
    let after = desk.task_give_back(&back("对方另有任务")).unwrap();
    assert_eq!(
        (first(&after).withdrawn, first(&after).returned.as_str()),
        (true, "对方另有任务"),
        "what stood there once is not forgotten"
    );
    assert_eq!(
        desk.task_crews(&id(&task)).unwrap().people.len(),
        1,
        "but they are gone"
    );
    let error = desk.task_give_back(&back("再一次")).unwrap_err();
    assert!(
        matches!(error.reason, Reason::Task(TaskFault::LoanMissing { .. })),
        "whoever is gone cannot go: {error:?}"
    );
    let again = desk.task_borrow(&borrow(&task, None, &zhou())).unwrap();
    assert_eq!(again.loans.len(), 2, "and may be lent anew");
    let told = again.story.iter().map(|moment| moment.sentence.as_str());
    let told: Vec<&str> = told.filter(|sentence| sentence.contains("周海")).collect();
    assert_eq!(told.len(), 3, "the trail tells all three: {told:?}");
}

#[test]
fn a_03_in_a_joint_inspection_whoever_is_lent_counts_for_one_of_its_departments() {
    let (_office, desk, _) = short_handed();
    let mut joint = request(1);
    joint.crew = CrewForm {
        joint: true,
        lead: "执法一科".to_owned(),
        partners: vec!["法规科".to_owned()],
        by: "department".to_owned(),
        ..CrewForm::default()
    };
    let task = saved(&desk, &joint);
    for dept in ["", "大王店镇人民政府"] {
        let fields = with(&[("dept", dept)]);
        let error = desk.task_borrow(&borrow(&task, None, &fields)).unwrap_err();
        assert_eq!(
            error.problems[0].flaw.code(),
            "loan_dept_outside",
            "no place would ask for {dept:?}"
        );
    }
    let view = desk
        .task_borrow(&borrow(&task, None, &with(&[("dept", "法规科")])))
        .unwrap();
    assert!(first(&view).why_not.is_empty(), "the partner sends them");
    let crews = desk.task_crews(&id(&task)).unwrap();
    assert!(
        crews
            .people
            .iter()
            .any(|person| person.name == "周海" && person.dept == "法规科"),
        "and for it they are drawn: {:?}",
        crews.people
    );
}
