//! What happened to a plan: its versions, each with what it changed, line by line.

use std::collections::BTreeMap;

use sunlot_rules::plan::line::LineField;
use sunlot_store::{Connection, plan as store};

use super::document::{KeptLine, KeptMilestone, MILESTONE_FIELDS, Plan};
use super::labels;
use crate::registry::{FieldChange, Moment, story};
use crate::{ObjectKind, Result};

/// The story of a plan, newest first.
pub(super) fn story(office: &Connection, plan: &Plan) -> Result<Vec<Moment>> {
    let mut moments = BTreeMap::new();
    let mut before: Option<Plan> = None;
    for version in 1..=plan.version {
        let Some(stored) = store::version(office, plan.id, version)? else {
            continue;
        };
        let after = Plan::read(stored)?;
        let changes = before.as_ref().map(|before| changes(before, &after));
        moments.insert(after.event, changes.unwrap_or_default());
        before = Some(after);
    }
    story::of(office, ObjectKind::Plan, plan.number(), moments)
}

/// What is different between two versions.
pub(super) fn changes(before: &Plan, after: &Plan) -> Vec<FieldChange> {
    let mut found = Vec::new();
    for (name, before, after) in [
        ("title", &before.title, &after.title),
        ("unit", &before.kept.unit, &after.kept.unit),
        ("drawn_up", &before.kept.drawn_up, &after.kept.drawn_up),
    ] {
        push(&mut found, name, labels::head(name), before, after);
    }
    lines(&mut found, before, after);
    milestones(&mut found, &before.kept.milestones, &after.kept.milestones);
    found
}

fn lines(found: &mut Vec<FieldChange>, before: &Plan, after: &Plan) {
    let of = |plan: &Plan, number: u32| {
        let place = plan.kept.lines.iter().position(|line| line.line == number);
        place.and_then(|place| Some((place, plan.kept.lines.get(place)?.clone())))
    };
    for kept in &after.kept.lines {
        let place = after
            .kept
            .lines
            .iter()
            .position(|line| line.line == kept.line)
            .unwrap_or_default();
        match of(before, kept.line) {
            None => push(
                found,
                "lines",
                &labels::nth_line(place + 1, labels::LINES),
                "",
                &name(kept),
            ),
            Some((_, known)) => fields(found, place + 1, &known, kept),
        }
    }
    for (place, kept) in before.kept.lines.iter().enumerate() {
        if of(after, kept.line).is_none() {
            push(
                found,
                "lines",
                &labels::nth_line(place + 1, labels::LINES),
                &name(kept),
                "",
            );
        }
    }
}

fn name(line: &KeptLine) -> String {
    line.read().name
}

fn fields(found: &mut Vec<FieldChange>, number: usize, before: &KeptLine, after: &KeptLine) {
    let (before, after) = (before.read(), after.read());
    for field in LineField::ALL.iter().copied() {
        let label = labels::nth_line(number, labels::field(field));
        let shown = |line| labels::shown(line, field);
        push(found, field.name(), &label, &shown(&before), &shown(&after));
    }
}

fn milestones(found: &mut Vec<FieldChange>, before: &[KeptMilestone], after: &[KeptMilestone]) {
    let of = |all: &[KeptMilestone], number: u32| all.iter().find(|one| one.milestone == number).cloned();
    for (kept, number) in after.iter().zip(1..) {
        let known = of(before, kept.milestone).unwrap_or_default();
        for field in MILESTONE_FIELDS {
            let label = labels::nth_milestone(number, labels::milestone(field));
            push(found, field, &label, known.text(field), kept.text(field));
        }
    }
    for (kept, number) in before.iter().zip(1..) {
        if of(after, kept.milestone).is_none() {
            let label = labels::nth_milestone(number, labels::milestone("task"));
            push(found, "task", &label, kept.text("task"), "");
        }
    }
}

fn push(found: &mut Vec<FieldChange>, field: &str, label: &str, before: &str, after: &str) {
    if before != after {
        found.push(FieldChange {
            field: field.to_owned(),
            label: label.to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
        });
    }
}
