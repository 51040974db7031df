//! What is due: plans at the beginning of January and of July and by the end of March, reports, milestones.

use sunlot_app::plan::{PlanMilestoneSave, PlanReminder, PlanSave, PlanTone};

use super::{all, approved, at, draw_up, line, office, values};
use crate::support::Office;

fn told(reminders: &[PlanReminder]) -> Vec<(&str, &str, u16, &str)> {
    reminders
        .iter()
        .map(|one| {
            (
                one.due.as_str(),
                one.lacks.as_str(),
                one.year,
                one.period.as_str(),
            )
        })
        .collect()
}

#[test]
fn n_02_half_year_plans_are_due_at_the_beginning_of_january_and_july() {
    let (office, desk) = office();
    // The office makes half-year plans: it has one.
    approved(&desk, &draw_up(&desk, vec![line(&[])]));
    for (moment, expected, why) in [
        ("2026-12-05T09:00:00+08:00", None, "36 days ahead nobody is told"),
        (
            "2026-12-20T09:00:00+08:00",
            Some(("2027-01-10", "submitted", 2027, "h1")),
            "it is approved, not handed in",
        ),
        (
            "2027-06-15T09:00:00+08:00",
            Some(("2027-07-10", "drawn_up", 2027, "h2")),
            "the next one",
        ),
    ] {
        let view = all(&at(&office, moment));
        let plans = told(&view.reminders).into_iter();
        let plans: Vec<_> = plans.filter(|one| one.2 == 2027 && one.1 != "report").collect();
        match expected {
            None => assert_eq!(plans, [], "{moment}: {why}"),
            Some(expected) => assert!(plans.contains(&expected), "{moment}: {why}: {plans:?}"),
        }
    }
}

#[test]
fn n_02_a_plan_of_the_whole_year_is_the_one_of_its_second_half_too() {
    let (office, desk) = office();
    let mut year = super::request(vec![line(&[])]);
    year.values = values(&[("year", "2026"), ("period", "annual"), ("drawn_up", "2026-11-18")]);
    approved(&desk, &desk.plan_save(&year).unwrap());
    draw_up(&desk, vec![line(&[])]);
    let view = all(&at(&office, "2026-11-20T09:00:00+08:00"));
    let plans = told(&view.reminders).into_iter();
    let halves: Vec<_> = plans.filter(|one| one.2 == 2026 && one.3 == "h2").collect();
    assert_eq!(
        halves,
        [],
        "nothing of 2026 is missing because 2027 goes by halves"
    );
}

#[test]
fn n_01_a_years_plan_is_due_by_the_end_of_march_and_then_it_is_late() {
    let office = Office::sample();
    let desk = at(&office, "2027-03-15T09:00:00+08:00");
    let mut request = super::request(Vec::new());
    request.values = values(&[("year", "2027"), ("period", "annual")]);
    desk.plan_save(&request).unwrap();
    let view = all(&desk);
    assert_eq!(
        told(&view.reminders),
        [("2027-03-31", "approved", 2027, "annual")],
        "it is a draft; half-years this office does not make"
    );
    assert_eq!(view.reminders[0].tone, PlanTone::Near, "16 days are left");
    let late = all(&at(&office, "2027-04-02T09:00:00+08:00"));
    assert_eq!(
        (late.reminders[0].left, late.reminders[0].tone),
        (-2, PlanTone::Overdue),
        "two days too late"
    );
}

#[test]
fn z_12_a_milestone_that_was_missed_is_told_until_it_is_done() {
    let (office, desk) = office();
    let mut request = super::request(vec![line(&[])]);
    request.milestones = Some(vec![
        PlanMilestoneSave {
            milestone: None,
            values: values(&[("task", "公布清单"), ("words", "2026年10月10日前")]),
        },
        PlanMilestoneSave {
            milestone: None,
            values: values(&[("task", "加强宣传"), ("words", "长期坚持")]),
        },
    ]);
    let view = desk.plan_save(&request).unwrap();
    let milestones = |office: &Office| -> Vec<(String, i32)> {
        let view = all(&at(office, "2026-11-20T09:00:00+08:00"));
        let of = view.reminders.into_iter().filter(|one| one.lacks == "milestone");
        of.map(|one| (one.sentence, one.left)).collect()
    };
    assert_eq!(
        milestones(&office),
        [("公布清单".to_owned(), -41)],
        "41 days late; what goes on for good reminds nobody"
    );
    let done = PlanSave {
        id: Some(view.head.id),
        version: Some(view.version),
        milestones: Some(vec![
            PlanMilestoneSave {
                milestone: Some(1),
                values: values(&[("done", "2026-11-19")]),
            },
            PlanMilestoneSave {
                milestone: Some(2),
                ..PlanMilestoneSave::default()
            },
        ]),
        reason: "补做".to_owned(),
        ..PlanSave::default()
    };
    desk.plan_save(&done).unwrap();
    assert_eq!(milestones(&office), [], "late, but done");
}

#[test]
fn z_03_a_report_is_due_where_there_was_a_plan_to_report_on() {
    let (office, desk) = office();
    let reports = |office: &Office| -> Vec<(String, String)> {
        let view = all(&at(office, "2027-06-20T09:00:00+08:00"));
        let of = view.reminders.into_iter().filter(|one| one.lacks == "report");
        of.map(|one| (one.due, one.period)).collect()
    };
    let draft = draw_up(&desk, vec![line(&[])]);
    assert_eq!(reports(&office), [], "of a draft there is nothing to report");
    approved(&desk, &draft);
    assert_eq!(
        reports(&office),
        [("2027-06-30".to_owned(), "h1".to_owned())],
        "by the end of June"
    );
}

#[test]
fn the_next_plan_is_suggested_and_the_running_one_only_while_there_is_time() {
    let office = Office::sample();
    for (moment, expected) in [
        ("2026-09-01T09:00:00+08:00", "2026 下半年"),
        ("2026-11-20T09:00:00+08:00", "2027 上半年"),
        ("2027-01-05T09:00:00+08:00", "2027 上半年"),
    ] {
        let next = all(&at(&office, moment)).suggestion.unwrap();
        assert_eq!(next.told, expected, "on {moment}");
    }
    let (office, desk) = super::office();
    draw_up(&desk, vec![line(&[])]);
    let next = all(&at(&office, "2026-11-20T09:00:00+08:00")).suggestion.unwrap();
    assert_eq!(next.told, "2027 下半年", "the first half has its plan");
}
