//! The steps of a plan: approved, handed in, published, its reports handed in, and back to draft as an amendment (N-01, N-02,
//! Z-03, L-10). Which step may follow which the rules say; here it is written down.

use chrono::NaiveDate;
use strum::VariantArray;
use sunlot_rules::day::Day;
use sunlot_rules::plan::Period;
use sunlot_rules::plan::state::{State, StepFault, StepField};
use sunlot_store::plan as store;

use super::acts::obstacles;
use super::document::{KeptStep, Plan, require_at};
use super::fault::{PlanFault, PlanFlaw, fault, invalid};
use super::judge::Judge;
use super::labels;
use super::wire::{PlanMove, PlanStepName, PlanStepOffer, PlanView};
use crate::commands::Act;
use crate::error::Flaw;
use crate::event::plan::PlanStep;
use crate::registry::FieldView;
use crate::registry::check::{any_text, bound, problem};
use crate::registry::limits::SHORT;
use crate::target::TargetFlaw;
use crate::{Desk, Error, Kind, Problem, Result};

impl Desk {
    /// Writes down that a plan came a step further.
    pub fn plan_move(&self, request: &PlanMove) -> Result<PlanView> {
        let ((), recorded) = self.change(Act::PlanMove, |change| {
            let judge = Judge::read(change.tx(), self.plan_day()?)?;
            let mut plan = require_at(change.tx(), request.id, request.version)?;
            let (kept, mut problems) = typed(request, self.today());
            match kept.step() {
                Some(step) => match plan.course()?.take(&step, judge.today) {
                    Ok(course) => plan.state = course.state,
                    Err(faults) => problems = with_faults(&plan, &kept, problems, &faults)?,
                },
                None => problems.extend(report(&plan, &kept, judge.today)),
            }
            if !problems.is_empty() {
                return Err(invalid(problems));
            }
            if request.step == PlanStepName::Approve {
                let problems = obstacles(&judge, &plan);
                if !problems.is_empty() {
                    let count = problems.len();
                    return Err(Error::of_problems(PlanFault::PlanNotReady { count }, problems));
                }
            }
            let event = event(&plan, request.step, &kept);
            plan.kept.course.push(kept);
            store::follow(change, plan.id, plan.version + 1, &plan.row()?)?;
            Ok(((), Some(Kind::PlanMoved(event))))
        })?;
        self.plan_seen(request.id, recorded.as_ref())
    }
}

/// A step as it was typed, and what is wrong with its texts.
fn typed(request: &PlanMove, today: NaiveDate) -> (KeptStep, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut read = |field: &str, read: std::result::Result<String, Flaw>| {
        read.unwrap_or_else(|flaw| {
            problems.push(problem(field, labels::step_field(request.step, field), flaw));
            String::new()
        })
    };
    let kept = KeptStep {
        step: <&str>::from(request.step).to_owned(),
        on: read("on", bound(&request.on, today)),
        who: read("who", any_text(&request.who, SHORT)),
        no: read("no", any_text(&request.no, SHORT)),
        reason: read("reason", any_text(&request.reason, SHORT)),
        half: request.half.trim().to_owned(),
    };
    (kept, problems)
}

/// What the rules say against a step, beside what is wrong with its texts. A step that does not follow is no fault of a field.
fn with_faults(
    plan: &Plan,
    kept: &KeptStep,
    mut problems: Vec<Problem>,
    faults: &[StepFault],
) -> Result<Vec<Problem>> {
    let step = kept.step.parse().unwrap_or(PlanStepName::Amend);
    for found in faults {
        let (field, flaw) = match found {
            StepFault::Order { state } => {
                return Err(fault(PlanFault::PlanStepOrder {
                    number: plan.number(),
                    state: labels::state(*state).label,
                }));
            }
            StepFault::Missing(field) => (field_of(*field), Flaw::Required),
            StepFault::Back { last } => {
                let last = last.to_string();
                ("on", PlanFlaw::StepBack { last }.into())
            }
            StepFault::Future { .. } => {
                let found = kept.on.clone();
                ("on", TargetFlaw::DateInFuture { found }.into())
            }
        };
        let told = problems
            .iter()
            .any(|problem| crate::registry::check::is_about(problem, field));
        if !told {
            problems.push(problem(field, labels::step_field(step, field), flaw));
        }
    }
    Ok(problems)
}

/// The field of a request that holds what a step needs.
const fn field_of(field: StepField) -> &'static str {
    match field {
        StepField::By | StepField::To | StepField::Channels => "who",
        StepField::On => "on",
        StepField::Document | StepField::Receipt | StepField::Basis => "no",
        StepField::Reason => "reason",
    }
}

/// What is wrong with handing in a half-year's report (Z-03): one of each half, about what the plan is for.
fn report(plan: &Plan, kept: &KeptStep, today: Day) -> Vec<Problem> {
    let step = PlanStepName::Report;
    let mut problems = Vec::new();
    let mut wrong = |field: &str, flaw: Flaw| {
        problems.push(problem(field, labels::step_field(step, field), flaw));
    };
    match kept.half.parse().ok().filter(|half| halves(plan).contains(half)) {
        None if kept.half.is_empty() => wrong("half", Flaw::Required),
        None => wrong("half", PlanFlaw::ReportElsewhere.into()),
        Some(half) if plan.reported().any(|(_, reported)| reported == half) => {
            let before = plan.kept.course.iter().find(|step| step.half == kept.half);
            let on = before.map(|step| step.on.clone()).unwrap_or_default();
            wrong("half", PlanFlaw::ReportTwice { on }.into());
        }
        Some(_) => {}
    }
    match Day::parse(&kept.on) {
        Some(on) if on > today => {
            let found = kept.on.clone();
            wrong("on", TargetFlaw::DateInFuture { found }.into());
        }
        Some(_) => {}
        None => wrong("on", Flaw::Required),
    }
    if kept.who.is_empty() {
        wrong("who", Flaw::Required);
    }
    problems
}

/// The half-years that a plan is for.
fn halves(plan: &Plan) -> Vec<Period> {
    match plan.period {
        Period::Annual => vec![Period::H1, Period::H2],
        half => vec![half],
    }
}

fn event(plan: &Plan, step: PlanStepName, kept: &KeptStep) -> PlanStep {
    let state = match step {
        PlanStepName::Approve => "approved",
        PlanStepName::Submit => "submitted",
        PlanStepName::Publish => "published",
        PlanStepName::Report => "reported",
        PlanStepName::Amend => "draft",
    };
    PlanStep {
        plan: plan.number(),
        title: plan.title.clone(),
        state: state.to_owned(),
        on: kept.on.clone(),
        who: kept.who.clone(),
        no: kept.no.clone(),
        reason: kept.reason.clone(),
    }
}

/// The steps that may follow, the usual one first.
pub(super) fn offers(plan: &Plan, today: Day, channels: &str) -> Vec<PlanStepOffer> {
    let open = |step: &PlanStepName| match step {
        PlanStepName::Approve => plan.state == State::Draft,
        PlanStepName::Submit | PlanStepName::Amend => plan.state != State::Draft,
        PlanStepName::Publish => matches!(plan.state, State::Submitted | State::Published),
        PlanStepName::Report => {
            // Of a half that has not begun there is nothing to report.
            let begun = |half: &Period| half.first_day(plan.year).is_some_and(|first| first <= today);
            let open = |half: &Period| begun(half) && !is_reported(plan, *half);
            plan.state.is_usable() && halves(plan).iter().any(open)
        }
    };
    let mut steps: Vec<PlanStepName> = PlanStepName::VARIANTS.iter().copied().filter(open).collect();
    // What was done once already stands behind what is new.
    steps.sort_by_key(|step| is_taken(plan, *step));
    let offer = |step: PlanStepName| PlanStepOffer {
        step,
        label: labels::step(step).to_owned(),
        note: labels::step_note(step, is_taken(plan, step)).to_owned(),
        fields: fields(plan, step, today, channels),
    };
    steps.into_iter().map(offer).collect()
}

/// Whether a step was taken since the plan was last a draft.
fn is_taken(plan: &Plan, step: PlanStepName) -> bool {
    match step {
        PlanStepName::Submit => plan.state >= State::Submitted,
        PlanStepName::Publish => plan.state == State::Published,
        _ => false,
    }
}

fn is_reported(plan: &Plan, half: Period) -> bool {
    plan.reported().any(|(_, reported)| reported == half)
}

fn fields(plan: &Plan, step: PlanStepName, today: Day, channels: &str) -> Vec<FieldView> {
    let names: &[&str] = match step {
        PlanStepName::Approve | PlanStepName::Submit => &["on", "who", "no"],
        PlanStepName::Publish => &["on", "who"],
        PlanStepName::Report => &["half", "on", "who", "no"],
        PlanStepName::Amend => &["on", "reason", "no"],
    };
    let field = |name: &&str| {
        let choices = if *name == "half" {
            let open = halves(plan).into_iter().filter(|half| !is_reported(plan, *half));
            open.map(labels::period).collect()
        } else {
            Vec::new()
        };
        let value = match (*name, step) {
            ("on", _) => today.to_string(),
            ("half", _) => choices
                .first()
                .map(|told: &crate::registry::Told| told.value.clone())
                .unwrap_or_default(),
            ("who", PlanStepName::Publish) => channels.to_owned(),
            _ => String::new(),
        };
        FieldView {
            field: (*name).to_owned(),
            label: labels::step_field(step, name).to_owned(),
            group: labels::step(step).to_owned(),
            shown: value.clone(),
            value,
            choices,
            date: *name == "on",
            required: *name != "no" || step == PlanStepName::Amend,
            bulk: false,
        }
    };
    names.iter().map(field).collect()
}
