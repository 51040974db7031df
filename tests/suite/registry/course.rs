//! The course of the sample office: its list, rules, plan and task, its pool explained and announced, and that an interruption
//! leaves nothing that is done twice.

use std::fmt::Write as _;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use sunlot_app::sample::{SampleCourse, SampleStep};
use sunlot_app::task::TargetExplained;
use sunlot_app::trail::TrailRequest;
use sunlot_app::{Desk, Reason};

use sunlot_draw::read;
use sunlot_draw::verify::{Given, verify};

use super::enrol;
use crate::support::{Office, TestClock, json, said};

fn events(desk: &Desk) -> i64 {
    desk.trail_view(&TrailRequest::default()).unwrap().total
}

fn explained(told: Option<&TargetExplained>) -> String {
    let told = told.expect("there is one");
    let mut text = format!("{} {}：{}\n", told.id, told.name, told.place.label);
    for sentence in &told.sentences {
        let _ = writeln!(text, "  {sentence}");
    }
    for visit in &told.visits {
        let _ = writeln!(text, "  {} {} {}", visit.held_on, visit.told, visit.counts.label);
    }
    text
}

/// What anybody can check; the digest follows from a secret and is another each time.
fn told(course: &SampleCourse) -> String {
    let (edition, rules, plan, task) = (&course.edition, &course.rules, &course.plan, &course.task);
    let mut text = format!(
        "{} {} 项 {}\n{} {} 不同 {} 处\n{} {} {} {} 行 {}\n{} {} {} {}\n",
        edition.number,
        edition.items,
        edition.state.label,
        rules.number,
        rules.name,
        rules.differs,
        plan.number,
        plan.title,
        plan.told,
        plan.lines,
        plan.state.label,
        task.task_no,
        task.title,
        task.period,
        task.state.label
    );
    let pool = &course.pool;
    let _ = writeln!(
        text,
        "名录 {} 范围内 {} 候选 {} 应抽 {}",
        pool.registry, pool.in_scope, pool.size, pool.quota
    );
    for stratum in &pool.strata {
        let _ = writeln!(
            text,
            "{} {}：{} 户，{}，抽 {}，递补 {}，{}",
            stratum.key,
            stratum.label,
            stratum.size,
            stratum.rule,
            stratum.quota,
            stratum.reserve,
            stratum.chance
        );
    }
    for (what, sums) in [
        ("排除", &pool.excluded),
        ("例外", &pool.exceptions),
        ("范围外", &pool.outside),
    ] {
        for sum in sums {
            let _ = writeln!(text, "{what} {}：{}", sum.label, sum.count);
        }
    }
    for remark in &pool.remarks {
        let _ = writeln!(text, "{}", remark.label);
    }
    text += &explained(course.inside.as_ref());
    text += &explained(course.outside.as_ref());
    let _ = writeln!(text, "{}", course.crews.verdict.label);
    for sentence in &course.crews.sentences {
        let _ = writeln!(text, "{sentence}");
    }
    let notice = course.notice.as_ref().expect("it was announced");
    let _ = writeln!(
        text,
        "第 {} 号预公告 {} {} {} {}",
        notice.id,
        notice.announced_on,
        notice.draw_on,
        notice.counts.join("；"),
        notice.holds.label
    );
    text
}

#[test]
fn the_sample_office_plans_pools_and_explains() {
    let office = Office::none();
    let desk = office.desk();
    desk.sample_make(&mut |_| {}).unwrap();
    let course = desk.sample_course(&mut |_| {}).unwrap();
    expect_test::expect_file!["../../golden/course.txt"].assert_eq(&told(&course));
    assert!(
        course.pool.obstacles.is_empty(),
        "nothing keeps it from being sealed"
    );
    assert!(
        !course.pool.excluded.is_empty() && !course.pool.exceptions.is_empty(),
        "and it has something to explain"
    );
    for file in &course.files {
        assert!(
            fs::metadata(&file.path).is_ok_and(|found| found.len() > 0),
            "{}: there it lies",
            file.path
        );
    }
    drawn(&course);
    let kinds: Vec<&str> = course.files.iter().map(|file| file.file).collect();
    assert_eq!(
        kinds,
        ["plan", "pool", "excluded", "notice", "manifest"],
        "every paper of the way"
    );
    assert!(
        desk.trail_verify(&mut |_, _| true).unwrap().valid,
        "made by the same use cases as every office"
    );
}

/// Two tasks were drawn in front of three witnesses, one of them in the second try, and all three records are one chain.
fn drawn(course: &SampleCourse) {
    let states: Vec<Vec<&str>> = course
        .draws
        .iter()
        .map(|draw| {
            draw.ceremonies
                .iter()
                .map(|view| &*view.line.state.value)
                .collect()
        })
        .collect();
    assert_eq!(
        states,
        [vec!["drawn"], vec!["void", "drawn"]],
        "one is given up and held anew"
    );
    let changes: Vec<u32> = course
        .draws
        .iter()
        .filter_map(|draw| draw.ceremonies.last())
        .map(|view| view.line.amendments)
        .collect();
    assert_eq!(changes, [2, 0], "two things of the first were changed afterwards");
    assert_eq!(
        course.draws[1].rows[0].crew.len(),
        4,
        "two of each department go to each"
    );
    let records: Vec<Vec<u8>> = course
        .draws
        .iter()
        .flat_map(|draw| &draw.records)
        .map(|record| fs::read(record).unwrap())
        .collect();
    let read: Vec<_> = records.iter().map(|bytes| read::published(bytes)).collect();
    let report = verify(&read, &Given::default());
    assert!(report.is_valid(), "anybody can recompute all of them: {report:?}");
}

#[test]
fn an_interrupted_course_goes_on_where_it_stopped_and_does_nothing_twice() {
    let office = Office::none();
    office.desk().sample_make(&mut |_| {}).unwrap();
    let steps = [
        SampleStep::Edition,
        SampleStep::Rules,
        SampleStep::Plan,
        SampleStep::Task,
        SampleStep::Notice,
        SampleStep::People,
        SampleStep::Sealed,
        SampleStep::Drawn,
    ];
    for last in steps {
        let desk = office.desk();
        let died = catch_unwind(AssertUnwindSafe(|| {
            desk.sample_course(&mut |step| assert!(step != last, "the power went"))
        }));
        assert!(died.is_err(), "{last:?}: it was interrupted");
    }
    let desk = office.desk();
    let first = desk.sample_course(&mut |_| {}).unwrap();
    assert_eq!(
        first
            .draws
            .iter()
            .map(|draw| draw.ceremonies.len())
            .collect::<Vec<_>>(),
        [1, 2],
        "what was sealed went on; nothing was sealed twice"
    );
    let before = events(&desk);
    let course = desk.sample_course(&mut |_| {}).unwrap();
    assert_eq!(course.draws, first.draws, "the same draws");
    assert!(course.there, "only files are written anew");
    assert_eq!(events(&desk), before, "nothing was done again");
    let (plans, tasks) = (desk.plans_view().unwrap().plans, desk.tasks_view().unwrap().lines);
    assert_eq!(
        (plans.len(), tasks.len()),
        (1, 3),
        "one plan, one task for each line"
    );
    let (profiles, editions) = (
        desk.rules_view().unwrap().profiles,
        desk.items_view(&Default::default()).unwrap().editions,
    );
    assert_eq!(
        (profiles.len(), editions.len()),
        (1, 1),
        "one profile, one edition"
    );
}

#[test]
fn the_course_is_for_the_sample_alone() {
    let office = Office::sample();
    let refused = office.desk().sample_course(&mut |_| {}).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::OfficeThere { .. }),
        "somebody's own office: {refused:?}"
    );
    let office = Office::none();
    let desk = office.desk();
    desk.sample_make(&mut |_| {}).unwrap();
    enrol(&desk, "徐水第一超市", &[]);
    let before = events(&desk);
    let refused = desk.sample_course(&mut |_| {}).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::OfficeThere { .. }),
        "somebody works in the sample: {refused:?}"
    );
    assert_eq!(events(&desk), before, "and is not disturbed");
}

#[test]
fn the_demo_goes_all_the_way_and_again_says_that_it_is_there() {
    let office = Office::none();
    let folder = office.path().join("示例").display().to_string();
    let first = json(&office.run(&["--json", "demo", &folder]));
    let course = &first["course"];
    assert_eq!(
        (&course["there"], &course["plan"]["state"]["value"]),
        (&serde_json::json!(false), &serde_json::json!("published")),
        "it was done now: {first}"
    );
    let again = office.run(&["demo", &folder]);
    let told = said(&again.stdout);
    assert_eq!(again.status.code(), Some(0), "{}", said(&again.stderr));
    for part in [
        "示例单位已经有了",
        "上次都办好了",
        "二、对象池",
        "排除 本年度检查次数已到上限",
        "四、派人预演",
        "示例-名单预公告.pdf",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[test]
fn the_days_of_the_sample_are_days_on_which_an_office_works() {
    let office = Office::none();
    let clock = TestClock::default();
    // A Saturday: a week later is one, too, and the ten days end on a Tuesday.
    clock.show("2026-11-21T09:41:00+08:00");
    let desk = office.desk_at(&clock);
    desk.sample_make(&mut |_| {}).unwrap();
    let course = desk.sample_course(&mut |_| {}).unwrap();
    let notice = course.notice.as_ref().unwrap();
    assert_eq!(
        (notice.draw_on.as_str(), course.task.period.as_str()),
        ("2026-11-30", "2026-12-01 至 2026-12-15"),
        "nobody is in the hall on a Saturday"
    );
    assert_eq!(
        (course.unready[0].item.as_str(), course.edition.items),
        ("职业健康检查", 11),
        "of twelve items one was taken out, and it is said which"
    );
}
