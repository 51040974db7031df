//! A plan as one document: who draws it up, its lines and milestones, and the steps that it went. It stands in its version as
//! JSON, each value with its keys in one order and without what is empty, so that the same plan has the same bytes.
//!
//! A line and a milestone have numbers that stay with them for good: tasks name them, and nobody else ever gets one that is
//! free.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sunlot_rules::day::Day;
use sunlot_rules::plan::Period;
use sunlot_rules::plan::line::{Line, LineField};
use sunlot_rules::plan::milestone::{Milestone, Time};
use sunlot_rules::plan::state::{Course, State, Step};
use sunlot_rules::roster::list;
use sunlot_store::Connection;
use sunlot_store::plan::{self, PlanRow, Stored};

use super::fault::{PlanFault, fault};
use super::labels;
use super::wire::PlanStepName;
use crate::{Error, Reason, Result};

/// A plan, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Kept {
    #[serde(default)]
    pub unit: String,
    pub drawn_up: String,
    /// The last number that a line got.
    pub last_line: u32,
    pub lines: Vec<KeptLine>,
    #[serde(default)]
    pub last_milestone: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<KeptMilestone>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub course: Vec<KeptStep>,
}

/// A line, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptLine {
    pub line: u32,
    pub values: BTreeMap<String, String>,
}

/// A milestone, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptMilestone {
    pub milestone: u32,
    pub values: BTreeMap<String, String>,
}

/// A step, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptStep {
    pub step: String,
    pub on: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub no: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Whose report it was.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub half: String,
}

/// A plan, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    pub id: i64,
    pub version: i64,
    pub event: i64,
    pub year: u16,
    pub period: Period,
    pub state: State,
    pub title: String,
    pub kept: Kept,
}

impl Plan {
    /// Reads a version. The table takes what it takes, but somebody may have written past the program.
    pub fn read(stored: Stored<PlanRow>) -> Result<Self> {
        let damaged = |detail: String| Error::new(Reason::OfficeDamaged, detail);
        let row = stored.row;
        let word = |what: &str| damaged(format!("plan {}: {what}", stored.id));
        Ok(Self {
            id: stored.id,
            version: stored.version,
            event: stored.event,
            year: u16::try_from(row.year).map_err(|_| word("year"))?,
            period: row.period.parse().map_err(|_| word("period"))?,
            state: row.state.parse().map_err(|_| word("state"))?,
            title: row.title,
            kept: serde_json::from_str(&row.document).map_err(|error| damaged(error.to_string()))?,
        })
    }

    /// The same as a row.
    pub fn row(&self) -> Result<PlanRow> {
        let document = serde_json::to_string(&self.kept)
            .map_err(|error| Error::new(Reason::Internal, error.to_string()))?;
        Ok(PlanRow {
            year: i64::from(self.year),
            period: self.period.name().to_owned(),
            state: self.state.name().to_owned(),
            title: self.title.clone(),
            document,
        })
    }

    /// The office's own number.
    pub fn number(&self) -> String {
        labels::number(self.id)
    }

    /// Whether its lines may change.
    pub fn editable(&self) -> bool {
        self.state == State::Draft
    }

    /// Its lines in their order. What cannot be read stands as nothing: nothing of the kind can be saved.
    pub fn lines(&self) -> Vec<Line> {
        let lines = self.kept.lines.iter().map(KeptLine::read).zip(1..);
        lines.map(|(line, position)| Line { position, ..line }).collect()
    }

    /// Its milestones, read.
    pub fn milestones(&self) -> Vec<Milestone> {
        let year = Some(self.year);
        let all = self.kept.milestones.iter();
        all.map(|milestone| milestone.read(year)).collect()
    }

    /// Where it stands, by the steps that it went.
    pub fn course(&self) -> Result<Course> {
        let begun = Day::parse(&self.kept.drawn_up);
        let begun =
            begun.ok_or_else(|| Error::new(Reason::OfficeDamaged, format!("plan {}: day", self.id)))?;
        let mut course = Course::drawn_up(begun);
        for kept in &self.kept.course {
            let (Some(step), Some(on)) = (kept.step(), Day::parse(&kept.on)) else {
                continue;
            };
            // Each was right on its own day.
            course = course.take(&step, on).unwrap_or(course);
        }
        Ok(course)
    }

    /// The half-years whose report was handed in.
    pub fn reported(&self) -> impl Iterator<Item = (u16, Period)> {
        let report: &str = PlanStepName::Report.into();
        let reports = self.kept.course.iter().filter(move |step| step.step == report);
        reports.filter_map(|step| Some((self.year, step.half.parse().ok()?)))
    }
}

impl KeptLine {
    pub fn of(number: u32, line: &Line) -> Self {
        let blank = Line::default();
        let values = LineField::ALL.iter().filter_map(|field| {
            let text = line.text(*field);
            // The place follows from the order.
            let kept = *field != LineField::Position && text != blank.text(*field);
            kept.then(|| (field.name().to_owned(), text))
        });
        Self {
            line: number,
            values: values.collect(),
        }
    }

    pub fn read(&self) -> Line {
        let mut line = Line::default();
        for (name, text) in &self.values {
            if let Ok(field) = name.parse() {
                // What is kept was read once; what was damaged since stands as nothing.
                let _ = line.set(field, text);
            }
        }
        line
    }
}

/// A field of a milestone.
pub(super) const MILESTONE_FIELDS: [&str; 5] = ["task", "unit", "person", "words", "done"];

impl KeptMilestone {
    pub fn text(&self, field: &str) -> &str {
        self.values.get(field).map_or("", String::as_str)
    }

    pub fn read(&self, year: Option<u16>) -> Milestone {
        let text = |field| self.text(field).to_owned();
        let words = text("words");
        Milestone {
            position: self.milestone,
            task: text("task"),
            unit: text("unit"),
            person: text("person"),
            time: Time::read(&words, year),
            words,
            done: Day::parse(self.text("done")),
        }
    }
}

impl KeptStep {
    /// The step as the rules know it; a report is none on the plan's own way.
    pub fn step(&self) -> Option<Step> {
        let on = Day::parse(&self.on);
        let (who, no) = (self.who.clone(), self.no.clone());
        Some(match self.step.parse().ok()? {
            PlanStepName::Approve => Step::Approve {
                by: who,
                on,
                document: no,
            },
            PlanStepName::Submit => Step::Submit {
                to: who,
                on,
                receipt: no,
            },
            PlanStepName::Publish => Step::Publish {
                channels: list::values(&who),
                on,
            },
            PlanStepName::Amend => Step::Amend {
                reason: self.reason.clone(),
                basis: no,
                on,
            },
            PlanStepName::Report => return None,
        })
    }
}

/// All plans, the latest period first.
pub(super) fn all(office: &Connection) -> Result<Vec<Plan>> {
    let read: Result<Vec<Plan>> = plan::all(office)?.into_iter().map(Plan::read).collect();
    let mut plans = read?;
    let begins = |plan: &Plan| plan.period.months().from();
    plans.sort_by_key(|plan| std::cmp::Reverse((plan.year, begins(plan), plan.id)));
    Ok(plans)
}

/// The plan of this number.
pub(super) fn require(office: &Connection, id: i64) -> Result<Plan> {
    match plan::by_id(office, id)? {
        Some(stored) => Plan::read(stored),
        None => Err(fault(PlanFault::PlanMissing {
            asked: labels::number(id),
        })),
    }
}

/// The same, and nobody saved it meanwhile.
pub(super) fn require_at(office: &Connection, id: i64, version: i64) -> Result<Plan> {
    let plan = require(office, id)?;
    if plan.version == version {
        return Ok(plan);
    }
    Err(fault(PlanFault::PlanMoved {
        number: plan.number(),
        title: plan.title,
    }))
}
