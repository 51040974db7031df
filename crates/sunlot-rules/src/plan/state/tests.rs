//! The way of a plan, as the documents ask for it.

use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn approve(on: &str) -> Step {
    Step::Approve {
        by: "李局长".to_owned(),
        on: Day::parse(on),
        document: "徐气〔2026〕1号".to_owned(),
    }
}

fn submit(to: &str, on: &str) -> Step {
    Step::Submit {
        to: to.to_owned(),
        on: Day::parse(on),
        receipt: "收文第12号".to_owned(),
    }
}

fn publish(on: &str) -> Step {
    Step::Publish {
        channels: vec!["县政府门户网站".to_owned()],
        on: Day::parse(on),
    }
}

fn amend(on: &str) -> Step {
    Step::Amend {
        reason: "法规修订".to_owned(),
        basis: "国粮发〔2026〕3号".to_owned(),
        on: Day::parse(on),
    }
}

/// A plan of the beginning of January, after these steps.
fn after(steps: &[Step]) -> Course {
    let start = Course::drawn_up(day("2026-01-02"));
    steps.iter().fold(start, |course, step| {
        course.take(step, day("2026-12-31")).unwrap()
    })
}

fn faults(steps: &[Step], step: &Step) -> Vec<StepFault> {
    after(steps).take(step, day("2026-12-31")).unwrap_err()
}

#[test]
fn n_02_a_plan_is_approved_then_handed_in_then_published() {
    let course = after(&[
        approve("2026-01-05"),
        submit("县政府审改办", "2026-01-08"),
        submit("市气象局", "2026-01-08"),
        publish("2026-01-12"),
    ]);
    assert_eq!(course.state, State::Published, "all four states");
    assert_eq!(course.submissions, 2, "two offices asked for it");
    assert_eq!(course.last, day("2026-01-12"), "the last step's day");
    let later = course
        .take(&submit("市政府", "2026-02-01"), day("2026-02-01"))
        .unwrap();
    assert_eq!(
        later.state,
        State::Published,
        "handing it in once more unpublishes nothing"
    );
}

#[test]
fn n_01_no_step_is_left_out() {
    let approved = [approve("2026-01-05")];
    let submitted = [approve("2026-01-05"), submit("县政府审改办", "2026-01-08")];
    for (steps, step, state, why) in [
        (
            &[][..],
            submit("县政府审改办", "2026-01-08"),
            State::Draft,
            "nobody approved it",
        ),
        (&[], publish("2026-01-08"), State::Draft, "nobody approved it"),
        (
            &[],
            amend("2026-01-08"),
            State::Draft,
            "a draft is changed without ado",
        ),
        (
            &approved,
            approve("2026-01-08"),
            State::Approved,
            "it was approved already",
        ),
        (
            &approved,
            publish("2026-01-08"),
            State::Approved,
            "those above have not seen it",
        ),
        (
            &submitted,
            approve("2026-01-09"),
            State::Submitted,
            "what was handed in stands",
        ),
    ] {
        assert_eq!(faults(steps, &step), [StepFault::Order { state }], "{why}");
    }
}

#[test]
fn n_01_an_amendment_needs_its_reason_and_begins_the_way_anew() {
    let way = [
        approve("2026-01-05"),
        submit("县政府审改办", "2026-01-08"),
        publish("2026-01-12"),
        amend("2026-05-01"),
    ];
    let course = after(&way);
    assert_eq!(course.state, State::Draft, "its lines may change");
    assert!(!course.state.is_usable(), "and meanwhile nothing is drawn by it");
    assert_eq!(
        (course.amendments, course.submissions),
        (1, 0),
        "and it is handed in anew"
    );
    let bare = Step::Amend {
        reason: " ".to_owned(),
        basis: String::new(),
        on: Day::parse("2026-05-01"),
    };
    assert_eq!(
        faults(&way[..3], &bare),
        [
            StepFault::Missing(StepField::Reason),
            StepFault::Missing(StepField::Basis)
        ],
        "a plan is not changed at will"
    );
}

#[test]
fn n_02_what_a_step_needs_is_told_all_at_once() {
    let bare = Step::Approve {
        by: String::new(),
        on: None,
        document: String::new(),
    };
    assert_eq!(
        faults(&[], &bare),
        [StepField::By, StepField::On].map(StepFault::Missing),
        "who and when; not every approval has a document of its own"
    );
    let approved = [approve("2026-01-05")];
    let unanswered = Step::Submit {
        to: " ".to_owned(),
        on: Day::parse("2026-01-08"),
        receipt: String::new(),
    };
    assert_eq!(
        faults(&approved, &unanswered),
        [StepFault::Missing(StepField::To)],
        "to whom; a receipt is written down where there is one"
    );
    let nowhere = Step::Publish {
        channels: vec![" ".to_owned()],
        on: Day::parse("2026-01-08"),
    };
    assert_eq!(
        faults(&approved, &nowhere),
        [
            StepFault::Order {
                state: State::Approved
            },
            StepFault::Missing(StepField::Channels)
        ],
        "the order, and nobody knows where"
    );
}

#[test]
fn days_do_not_go_back_and_are_not_ahead() {
    assert_eq!(
        faults(&[], &approve("2026-01-01")),
        [StepFault::Back {
            last: day("2026-01-02")
        }],
        "approved before it was drawn up"
    );
    assert_eq!(
        faults(&[], &approve("2027-01-01")),
        [StepFault::Future {
            today: day("2026-12-31")
        }],
        "nobody has approved tomorrow"
    );
    assert_eq!(
        after(&[approve("2026-01-02"), submit("县政府审改办", "2026-01-02")]).state,
        State::Submitted,
        "everything on one day may be"
    );
}

#[test]
fn n_02_a_plan_handed_in_late_shows() {
    for (period, on, late) in [
        (Period::H1, "2026-01-10", 0),
        (Period::H1, "2026-01-11", 1),
        (Period::H1, "2025-12-20", 0),
        (Period::H2, "2026-08-09", 30),
        (Period::Annual, "2026-04-01", 1),
    ] {
        assert_eq!(days_late(period, 2026, day(on)), Some(late), "{period:?} on {on}");
    }
}
