//! The places of a crew: as they follow from the profile and the items, or as somebody wrote them, never below what the
//! rules demand; and the crews that are drawn in a ceremony of their own.

use sunlot_app::Desk;
use sunlot_app::inspector::InspectorSave;
use sunlot_app::task::{CrewForm, SlotForm, StratumForm, TaskSave, TaskView};

use super::{clause, everybody, field_of, id, item, manifest, people, request, saved, target, values};
use crate::support::Office;

fn slot(role: &str, dept: &str, skill: &str) -> SlotForm {
    SlotForm {
        role: role.to_owned(),
        dept: dept.to_owned(),
        skill: skill.to_owned(),
    }
}

fn office() -> (Office, Desk, i64) {
    let office = Office::sample();
    let desk = office.desk();
    for at in 0..4 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, &["李娜", "王建国", "张伟"]);
    let item = item(&desk);
    (office, desk, item)
}

fn with(item: i64, slots: Vec<SlotForm>, crew: CrewForm) -> TaskSave {
    TaskSave {
        strata: vec![StratumForm {
            slots,
            ..everybody("rate", "50%")
        }],
        crew,
        ..request(item)
    }
}

/// Two departments together.
fn joint() -> CrewForm {
    CrewForm {
        joint: true,
        lead: "执法一科".to_owned(),
        partners: vec!["法规科".to_owned()],
        by: "department".to_owned(),
        ..CrewForm::default()
    }
}

#[test]
fn a_01_the_table_of_the_pool_shows_the_places_of_each_crew() {
    let (_office, desk, item) = office();
    let task = saved(&desk, &request(item));
    let pool = desk.task_pool(&id(&task)).unwrap();
    assert_eq!(
        pool.strata[0].slots,
        ["主办", "协办"],
        "two, as few as the law allows"
    );
}

#[test]
fn places_that_somebody_wrote_stand_in_pool_dry_run_and_manifest() {
    let (_office, desk, item) = office();
    let slots = vec![
        slot("lead", "执法一科", ""),
        slot("assist", "", ""),
        slot("assist", "", ""),
    ];
    let task = saved(&desk, &with(item, slots.clone(), CrewForm::default()));
    assert_eq!(task.form.strata[0].slots, slots, "as they were typed");
    let words = ["主办（执法一科）", "协办", "协办"];
    let pool = desk.task_pool(&id(&task)).unwrap();
    assert_eq!(pool.strata[0].slots, words, "in the table");
    let crews = desk.task_crews(&id(&task)).unwrap();
    assert_eq!(crews.slots[0].slots, words, "in the dry run");
    let sealed = manifest(&desk, &task);
    let sealed = sealed["strata"][0]["slots"].as_array().unwrap();
    assert_eq!(
        (sealed.len(), sealed[0]["dept"].as_str()),
        (3, Some("执法一科")),
        "and in the list that is sealed"
    );
}

#[test]
fn a_01_a_03_places_below_the_rules_are_refused_in_words() {
    let (_office, desk, item) = office();
    let two = || vec![slot("lead", "", ""), slot("assist", "", "")];
    for (slots, crew, said, why) in [
        (
            vec![slot("lead", "", "")],
            CrewForm::default(),
            "至少要 2 个",
            "A-01: nobody goes alone",
        ),
        (
            vec![slot("assist", "", ""), slot("assist", "", "")],
            CrewForm::default(),
            "0 名主办",
            "A-05: somebody answers for it",
        ),
        (
            vec![slot("lead", "", ""), slot("assist", "执法一科", "")],
            CrewForm::default(),
            "前面",
            "the draw does not look ahead: the strictest stand first",
        ),
        (
            vec![slot("lead", "办公室", ""), slot("assist", "", "")],
            CrewForm {
                lead: "执法一科".to_owned(),
                ..CrewForm::default()
            },
            "不参加这次检查",
            "nobody of it would be there",
        ),
        (
            two(),
            joint(),
            "至少要 2 个",
            "A-03: two of each department's own",
        ),
        (
            vec![slot("boss", "", ""), slot("assist", "", "")],
            CrewForm::default(),
            "boss",
            "nobody knows what a boss does",
        ),
    ] {
        let error = desk.task_save(&with(item, slots.clone(), crew)).unwrap_err();
        let messages: Vec<String> = error
            .problems
            .iter()
            .map(|problem| {
                assert_eq!(field_of(problem), "strata.0", "at the stratum");
                sunlot_app::ProblemView::from(problem.clone()).message
            })
            .collect();
        assert!(
            messages.iter().any(|message| message.contains(said)),
            "{slots:?}: {why}: {messages:?}"
        );
    }
}

#[test]
fn a_03_a_department_sends_two_where_its_items_are_inspected_and_nowhere_else() {
    let (_office, desk, item) = office();
    let ours = desk
        .item_save(&sunlot_app::item::ItemSave {
            values: {
                let mut all = crate::items::request("执法文书检查").values;
                all.insert("unit".to_owned(), "法规科".to_owned());
                all
            },
            ..crate::items::request("执法文书检查")
        })
        .unwrap()
        .line
        .id;
    let stratum = |label: &str, items: Vec<i64>, clauses| StratumForm {
        label: label.to_owned(),
        items,
        clauses,
        ..everybody("rate", "50%")
    };
    let task = saved(
        &desk,
        &TaskSave {
            items: vec![item, ours],
            strata: vec![
                stratum("甲类", vec![], vec![clause("credit", &["poor"])]),
                stratum("乙类", vec![item], vec![]),
            ],
            crew: joint(),
            ..request(item)
        },
    );
    let pool = desk.task_pool(&id(&task)).unwrap();
    assert_eq!(
        pool.strata[0].slots,
        [
            "主办（执法一科）",
            "协办（执法一科）",
            "联合（法规科）",
            "联合（法规科）"
        ],
        "both have items here"
    );
    assert_eq!(
        pool.strata[1].slots,
        ["主办（执法一科）", "协办（执法一科）"],
        "here the partner has nothing to inspect"
    );
}

#[test]
fn whether_names_are_of_units_or_of_departments_is_said_and_not_guessed() {
    let (_office, desk, item) = office();
    desk.inspector_save(&InspectorSave {
        values: values(&[
            ("name", "赵敏"),
            ("unit", "执法一科"),
            ("department", "一组"),
            ("cert_no", "13060901777"),
            ("cert_valid_to", "2029-12-31"),
            ("status", "active"),
        ]),
        reason: "首次登记".to_owned(),
        ..InspectorSave::default()
    })
    .unwrap();
    let led = |by: &str| CrewForm {
        lead: "执法一科".to_owned(),
        by: by.to_owned(),
        ..CrewForm::default()
    };
    let error = desk.task_save(&with(item, Vec::new(), led(""))).unwrap_err();
    assert_eq!(
        error.problems[0].flaw.code(),
        "names_ambiguous",
        "the registry knows a unit and a department of this name"
    );
    let count = |task: &TaskView| desk.task_crews(&id(task)).unwrap().people.len();
    let unit = saved(&desk, &with(item, Vec::new(), led("unit")));
    assert_eq!(count(&unit), 1, "one works for the unit");
    let department = saved(&desk, &with(item, Vec::new(), led("department")));
    assert_eq!(count(&department), 3, "three in the department");
    let error = desk
        .task_save(&with(item, Vec::new(), led("village")))
        .unwrap_err();
    assert_eq!(
        error.problems[0].flaw.code(),
        "choice_unknown",
        "there is no third sort"
    );
    let choices = desk.task_choices().unwrap();
    let named = |told: &[sunlot_app::registry::Told]| told.iter().any(|one| one.value == "执法一科");
    assert!(
        named(&choices.units) && named(&choices.departments),
        "the choices tell which they are"
    );
}

#[test]
fn crews_that_are_drawn_later_have_no_places_in_the_list_and_are_tried_all_the_same() {
    let office = Office::sample();
    let desk = office.desk();
    for at in 0..4 {
        target(&desk, &format!("徐水第{at}粮站"), &[]);
    }
    people(&desk, &["李娜"]);
    let item = item(&desk);
    let later = CrewForm {
        later: true,
        ..CrewForm::default()
    };
    let task = saved(&desk, &with(item, Vec::new(), later));
    assert!(
        task.ceremony.contains("检查当天早上另抽") && task.ceremony.contains("为依据"),
        "what happens is said plainly: {}",
        task.ceremony
    );
    let sealed = manifest(&desk, &task);
    assert_eq!(
        sealed["strata"][0]["slots"].as_array().unwrap().len(),
        0,
        "targets now: nobody is drawn for a place"
    );
    let crews = desk.task_crews(&id(&task)).unwrap();
    assert_eq!(
        crews.verdict.value, "impossible",
        "one inspector makes no crew of two, on the morning of the visit either"
    );
    assert!(
        crews.sentences[0].contains("以这次的抽取记录为依据"),
        "and it is said which draw this is about: {:?}",
        crews.sentences
    );
    let pool = desk.task_pool(&id(&task)).unwrap();
    assert_eq!(pool.strata[0].slots, ["主办", "协办"], "the places of that draw");
    assert!(
        pool.obstacles.is_empty() && pool.remarks.iter().any(|remark| remark.value == "crews_later"),
        "which keeps nothing from being sealed: {:?}",
        pool.remarks
    );
}
