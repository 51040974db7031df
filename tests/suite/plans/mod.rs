//! Plans: drawn up half-year by half-year, checked against the list and the office's rules, and moved on with their papers.

mod course;
mod due;
mod files;
mod lines;
mod paper;
pub mod words;

use std::collections::BTreeMap;

use sunlot_app::plan::{PlanId, PlanLineSave, PlanMove, PlanSave, PlanStepName, PlanView, PlansView};
use sunlot_app::{Desk, Error};

use crate::items::add;
use crate::support::{Office, TestClock};

/// Values by their names.
pub fn values(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    let pair = |(field, value): &(&str, &str)| ((*field).to_owned(), (*value).to_owned());
    pairs.iter().map(pair).collect()
}

/// What a line says that nobody finds fault with; its item is the first of the list.
pub const LINE: [(&str, &str); 11] = [
    ("name", "粮食收购活动抽查"),
    ("items", "SX-000001"),
    ("scope", "全县粮食收购企业"),
    ("base", "100"),
    ("ratio", "5%"),
    ("number", "5"),
    ("frequency", "每年1次"),
    ("months", "3月至6月"),
    ("unit", "流通科"),
    ("person", "李娜"),
    ("modes", "onsite"),
];

/// A new line with these values beside the usual ones.
pub fn line(more: &[(&str, &str)]) -> PlanLineSave {
    let mut all = values(&LINE);
    all.extend(values(more));
    PlanLineSave {
        line: None,
        values: all,
    }
}

/// A plan of the first half of 2027.
pub fn request(lines: Vec<PlanLineSave>) -> PlanSave {
    PlanSave {
        values: values(&[("year", "2027"), ("period", "h1"), ("drawn_up", "2026-11-18")]),
        lines: Some(lines),
        reason: "编制计划".to_owned(),
        ..PlanSave::default()
    }
}

/// An office with one item that may be used, as the list says: 5%.
pub fn office() -> (Office, Desk) {
    let office = Office::sample();
    let desk = office.desk();
    add(&desk, "粮食收购活动的检查");
    (office, desk)
}

/// Draws a plan up.
pub fn draw_up(desk: &Desk, lines: Vec<PlanLineSave>) -> PlanView {
    desk.plan_save(&request(lines)).unwrap()
}

pub fn open(desk: &Desk, id: i64) -> PlanView {
    desk.plan_open(&PlanId { id }).unwrap()
}

pub fn all(desk: &Desk) -> PlansView {
    desk.plans_view().unwrap()
}

/// A step as it is asked for.
pub fn step(view: &PlanView, step: PlanStepName, on: &str, who: &str, no: &str) -> PlanMove {
    PlanMove {
        id: view.head.id,
        version: view.version,
        step,
        on: on.to_owned(),
        who: who.to_owned(),
        no: no.to_owned(),
        reason: String::new(),
        half: String::new(),
    }
}

/// Approves a plan.
pub fn approved(desk: &Desk, view: &PlanView) -> PlanView {
    let request = step(
        view,
        PlanStepName::Approve,
        "2026-11-19",
        "局长办公会",
        "清应急〔2026〕3号",
    );
    desk.plan_move(&request).unwrap()
}

/// The problems of a refusal: their places and codes.
pub fn problems(error: &Error) -> Vec<(String, &'static str)> {
    let place = |place: &sunlot_app::Place| match place {
        sunlot_app::Place::Field { field } => field.clone(),
        sunlot_app::Place::File { file, .. } => file.clone(),
    };
    let problems = error.problems.iter();
    problems
        .map(|problem| (place(&problem.place), problem.flaw.code()))
        .collect()
}

/// An office at a moment.
pub fn at(office: &Office, moment: &str) -> Desk {
    let clock = TestClock::default();
    clock.show(moment);
    office.desk_at(&clock)
}
