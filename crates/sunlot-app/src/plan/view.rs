//! A plan as it is shown: its lines with what is said of them, its milestones, the steps that it went, and those that may
//! follow.

use std::collections::BTreeMap;

use sunlot_rules::day::Day;
use sunlot_rules::plan::line::{Line, LineField};
use sunlot_rules::plan::milestone::{Lack, Milestone};
use sunlot_rules::plan::progress::Progress;
use sunlot_rules::plan::reminders::AHEAD;
use sunlot_rules::plan::state::days_late;
use sunlot_store::task::{self, Stored, TaskRow};
use sunlot_store::{Connection, office_profile};

use super::document::{KeptLine, KeptMilestone, KeptStep, MILESTONE_FIELDS, Plan, all, require};
use super::judge::{Judge, told};
use super::labels;
use super::wire::{
    PlanCourseStep, PlanId, PlanLineView, PlanMilestoneView, PlanRemark, PlanStepName, PlanSummary, PlanTask,
    PlanTone, PlanView,
};
use super::{diff, steps};
use crate::commands::Act;
use crate::office::channel_name;
use crate::registry::FieldView;
use crate::registry::labels::{self as common, of_list};
use crate::task::task_state;
use crate::{Desk, Error, Reason, Result};

impl Desk {
    /// Shows everything about one plan.
    pub fn plan_open(&self, request: &PlanId) -> Result<PlanView> {
        self.read(Act::PlanOpen, |office| self.plan_of(office, request.id))
    }

    pub(super) fn plan_of(&self, office: &Connection, id: i64) -> Result<PlanView> {
        let judge = Judge::read(office, self.plan_day()?)?;
        let plan = require(office, id)?;
        let lines = plan.lines();
        let tasks = task::of_plan(office, id)?;
        let mut remarks = judge.between(&lines);
        remarks.extend(judge.twins(&plan, &all(office)?));
        Ok(PlanView {
            head: summary(&judge, &plan),
            version: plan.version,
            editable: plan.editable(),
            fields: head_fields(&plan, true),
            lines: both(&plan, &lines)
                .map(|(kept, line)| line_view(&judge, &plan, kept, line, &tasks))
                .collect(),
            remarks,
            milestones: plan
                .kept
                .milestones
                .iter()
                .map(|milestone| milestone_view(&plan, milestone, judge.today))
                .collect(),
            course: plan
                .kept
                .course
                .iter()
                .map(|step| step_view(&plan, step))
                .collect(),
            next: steps::offers(&plan, judge.today, &channels(office)?),
            story: diff::story(office, &plan)?,
            notices: Vec::new(),
        })
    }

    /// The day it is here, as the rules know one.
    pub(super) fn plan_day(&self) -> Result<Day> {
        let today = self.today();
        let day = crate::registry::check::day_of(today);
        day.ok_or_else(|| Error::new(Reason::Internal, today.to_string()))
    }
}

fn both<'p>(plan: &'p Plan, lines: &'p [Line]) -> impl Iterator<Item = (&'p KeptLine, &'p Line)> {
    plan.kept.lines.iter().zip(lines)
}

/// Where the office makes things public.
fn channels(office: &Connection) -> Result<String> {
    let profile = office_profile::latest(office)?;
    let channels = profile.map(|stored| stored.row.channels).unwrap_or_default();
    let places: Vec<String> = channels.iter().map(channel_name).collect();
    Ok(places.join(labels::AND))
}

/// A plan in the list.
pub(super) fn summary(judge: &Judge, plan: &Plan) -> PlanSummary {
    let lines = plan.lines();
    let progress: Vec<Progress> = lines.iter().map(|line| judge.progress(plan, line)).collect();
    PlanSummary {
        id: plan.id,
        number: plan.number(),
        title: plan.title.clone(),
        year: plan.year,
        period: labels::period(plan.period),
        told: labels::of_year(plan.year, plan.period),
        state: labels::state(plan.state),
        unit: plan.kept.unit.clone(),
        lines: u32::try_from(lines.len()).unwrap_or(u32::MAX),
        sums: told(&Progress::sum(&progress)),
        errors: judge.errors(plan, &lines),
    }
}

/// The fields of a plan itself; `fixed`: its year and period stand for good.
pub(super) fn head_fields(plan: &Plan, fixed: bool) -> Vec<FieldView> {
    let value = |field: &str| match field {
        "title" => plan.title.clone(),
        "year" => plan.year.to_string(),
        "period" => plan.period.name().to_owned(),
        "unit" => plan.kept.unit.clone(),
        _ => plan.kept.drawn_up.clone(),
    };
    let field = |(name, label): (&str, &str)| {
        let choices = if name == "period" {
            labels::periods()
        } else {
            Vec::new()
        };
        let value = value(name);
        let chosen = choices.iter().find(|choice| choice.value == value);
        FieldView {
            field: name.to_owned(),
            label: label.to_owned(),
            group: labels::HEAD_GROUP.to_owned(),
            shown: chosen.map_or_else(|| value.clone(), |choice| choice.label.clone()),
            value,
            choices,
            date: name == "drawn_up",
            required: name != "unit",
            bulk: false,
        }
    };
    let open = |(name, _): &(&str, &str)| !fixed || !["year", "period"].contains(name);
    labels::HEAD.into_iter().filter(open).map(field).collect()
}

/// The fields of a line.
pub(super) fn line_fields(line: &Line) -> Vec<FieldView> {
    let view = |field: LineField| FieldView {
        field: field.name().to_owned(),
        label: labels::field(field).to_owned(),
        group: labels::group(field).to_owned(),
        value: line.text(field),
        shown: labels::shown(line, field),
        choices: labels::choices(field),
        date: false,
        required: matches!(
            field,
            LineField::Name | LineField::Items | LineField::Scope | LineField::Months | LineField::Unit
        ),
        bulk: false,
    };
    let fields = LineField::ALL.iter().copied();
    fields
        .filter(|field| *field != LineField::Position)
        .map(view)
        .collect()
}

/// The fields of a milestone.
pub(super) fn milestone_fields() -> Vec<FieldView> {
    let view = |field: &&str| FieldView {
        field: (*field).to_owned(),
        label: labels::milestone(field).to_owned(),
        group: labels::MILESTONE_GROUP.to_owned(),
        value: String::new(),
        shown: String::new(),
        choices: Vec::new(),
        date: *field == "done",
        required: *field == "task",
        bulk: false,
    };
    MILESTONE_FIELDS.iter().map(view).collect()
}

fn line_view(
    judge: &Judge,
    plan: &Plan,
    kept: &KeptLine,
    line: &Line,
    tasks: &[Stored<TaskRow>],
) -> PlanLineView {
    let checked = judge.checked(plan, line);
    let own = tasks
        .iter()
        .filter(|task| task.row.line == Some(i64::from(kept.line)));
    PlanLineView {
        line: kept.line,
        values: values(line),
        shown: checked.shown,
        items: checked.items,
        planned: checked.planned,
        comes_to: checked.comes_to,
        remarks: checked.remarks,
        progress: told(&judge.progress(plan, line)),
        tasks: own.map(task_view).collect(),
    }
}

/// What stands in the fields of a line.
pub(super) fn values(line: &Line) -> BTreeMap<String, String> {
    let fields = LineField::ALL.iter();
    let fields = fields.filter(|field| **field != LineField::Position);
    let text = |field: LineField| match field {
        // Several words in one field stand side by side as everywhere.
        LineField::Modes => line.text(field).replace(',', labels::AND),
        field => line.text(field),
    };
    fields
        .map(|field| (field.name().to_owned(), text(*field)))
        .collect()
}

fn task_view(stored: &Stored<TaskRow>) -> PlanTask {
    let row = &stored.row;
    PlanTask {
        id: stored.id,
        number: row.number.clone().unwrap_or_default(),
        title: row.title.clone(),
        state: task_state(&row.state),
    }
}

fn milestone_view(plan: &Plan, kept: &KeptMilestone, today: Day) -> PlanMilestoneView {
    let milestone = kept.read(Some(plan.year));
    let due = milestone.due(today);
    let left = due.map(|due| due.number() - today.number());
    let told = match left {
        Some(left) => labels::left(left),
        None if milestone.done.is_some() => labels::DONE.to_owned(),
        None => labels::OPEN_TIME.to_owned(),
    };
    let text = |field: &&str| ((*field).to_owned(), kept.text(field).to_owned());
    PlanMilestoneView {
        milestone: kept.milestone,
        values: MILESTONE_FIELDS.iter().map(text).collect(),
        due: due.map(|due| due.to_string()).unwrap_or_default(),
        told,
        tone: left.map_or(PlanTone::Calm, tone),
        remarks: lacks(&milestone),
    }
}

/// How urgent something is that is due in so many days.
pub(super) const fn tone(left: i32) -> PlanTone {
    match left {
        ..0 => PlanTone::Overdue,
        0..=AHEAD => PlanTone::Near,
        _ => PlanTone::Calm,
    }
}

fn lacks(milestone: &Milestone) -> Vec<PlanRemark> {
    let remark = |lack: &Lack| {
        let field = match lack {
            Lack::Task => "task",
            Lack::Unit => "unit",
            Lack::Person => "person",
            Lack::Time => "words",
        };
        PlanRemark {
            field: field.to_owned(),
            severity: of_list(&labels::SEVERITIES, "warning"),
            message: labels::not_filled(labels::milestone(field)),
            hint: String::new(),
        }
    };
    milestone.lacks().iter().map(remark).collect()
}

fn step_view(plan: &Plan, kept: &KeptStep) -> PlanCourseStep {
    let step = kept.step.parse().ok();
    let label = step.map_or("", labels::step);
    let late = match step {
        Some(PlanStepName::Submit) => {
            Day::parse(&kept.on).and_then(|on| days_late(plan.period, plan.year, on))
        }
        _ => None,
    };
    let (what, why) = (
        (kept.on.as_str(), kept.who.as_str(), kept.no.as_str()),
        (kept.reason.as_str(), kept.half.as_str()),
    );
    PlanCourseStep {
        step: common::told(&kept.step, label),
        on: kept.on.clone(),
        who: kept.who.clone(),
        no: kept.no.clone(),
        reason: kept.reason.clone(),
        sentence: step.map_or_else(String::new, |step| labels::taken(step, what, why)),
        late: late.unwrap_or_default(),
    }
}
