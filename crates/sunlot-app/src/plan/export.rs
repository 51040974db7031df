//! A plan as a table for a spreadsheet, in the headings that offices know; and how many targets there are to plan for.

use sunlot_roster::Cell;
use sunlot_rules::plan::line::{Line, LineField};
use sunlot_rules::roster::words::{DrawScope, TaskKind, TaskScope, first_word};
use sunlot_store::{Connection, target};

use super::document::{Plan, require};
use super::file_wire::{PlanBase, PlanBased, PlanExport, PlanHeadings};
use super::headings::{Part, columns};
use super::judge::Judge;
use super::labels;
use super::list::own_name;
use crate::commands::Act;
use crate::file::Named;
use crate::import::FileWritten;
use crate::registry::export::List;
use crate::target::{TargetFacet, TargetFilter, TargetSort};
use crate::{Desk, Result};

impl Desk {
    /// Writes a plan as a table.
    pub fn plan_export(&self, request: &PlanExport) -> Result<FileWritten> {
        self.read(Act::PlanExport, |office| {
            let judge = Judge::read(office, self.plan_day()?)?;
            let plan = require(office, request.id)?;
            let rows = rows(&judge, &plan, request.headings, &own_name(office)?);
            let list = List {
                sheet: labels::PLAN_FILE,
                title: plan.title.clone(),
                columns: columns(request.headings)
                    .iter()
                    .map(|(heading, width, _)| (*heading, *width))
                    .collect(),
                format: request.format,
                count: rows.len(),
                named: Named::of(request.path.as_deref(), request.overwrite),
            };
            self.write_list(&list, rows.into_iter().map(Ok))
        })
    }

    /// Counts the targets that items are for, by the tags of both.
    pub fn plan_base(&self, request: &PlanBase) -> Result<PlanBased> {
        self.read(Act::PlanBase, |office| {
            let judge = Judge::read(office, self.plan_day()?)?;
            let named = judge
                .items
                .iter()
                .filter(|item| request.items.contains(&item.number));
            let mut tags: Vec<String> = named.flat_map(|item| item.tags()).collect();
            tags.sort_unstable();
            tags.dedup();
            self.counted(office, tags)
        })
    }

    fn counted(&self, office: &Connection, tags: Vec<String>) -> Result<PlanBased> {
        if tags.is_empty() {
            return Ok(PlanBased {
                count: None,
                told: labels::uncounted(target::count(office)?),
            });
        }
        let filter = TargetFilter {
            values: [(TargetFacet::Tags, tags.clone())].into(),
            ..TargetFilter::default()
        };
        let found = self.targets_found(office, &filter, TargetSort::default())?;
        let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
        Ok(PlanBased {
            count: Some(count),
            told: labels::counted(&tags, count),
        })
    }
}

fn rows(judge: &Judge, plan: &Plan, headings: PlanHeadings, office: &str) -> Vec<Vec<Cell>> {
    let table = Table {
        judge,
        plan,
        headings,
        office,
    };
    let lines = plan.lines();
    lines.iter().map(|line| table.row(line)).collect()
}

struct Table<'t> {
    judge: &'t Judge,
    plan: &'t Plan,
    headings: PlanHeadings,
    office: &'t str,
}

impl Table<'_> {
    fn row(&self, line: &Line) -> Vec<Cell> {
        let parts = columns(self.headings).iter();
        parts.map(|(.., part)| self.cell(*part, line)).collect()
    }

    fn cell(&self, part: Part, line: &Line) -> Cell {
        match part {
            Part::Place => number(Some(line.position)),
            Part::Field(LineField::Base) => number(line.base),
            Part::Field(LineField::Number) => number(line.number),
            Part::ComesTo => number(self.judge.planned(self.plan, line)),
            other => Cell::Text(self.text(other, line)),
        }
    }

    fn text(&self, part: Part, line: &Line) -> String {
        match part {
            Part::Field(field) => labels::shown(line, field),
            Part::Types => {
                let scope = first_word::<TaskScope>(line.task_scope);
                format!(
                    "{scope}{}{}",
                    labels::AND,
                    first_word::<DrawScope>(line.draw_scope)
                )
            }
            Part::ItemNames => self.item_names(line),
            Part::Bases => {
                let named = self.judge.items.iter();
                let named = named.filter(|item| line.items.contains(&item.number));
                named.flat_map(|item| item.bases()).collect::<Vec<_>>().join("\n")
            }
            Part::PlanNo => self.plan.number(),
            Part::Office => self.office.to_owned(),
            Part::Lead if line.lead_dept.is_empty() => self.office.to_owned(),
            Part::Lead => line.lead_dept.clone(),
            Part::OwnOrJoint => labels::own_or_joint(line.task_scope).to_owned(),
            Part::Year => self.plan.year.to_string(),
            Part::RatioOrNumber => self.share(line),
            Part::RatioAndFrequency => both(self.share(line), labels::AND, &line.frequency),
            Part::ScopeAndRatio => both(line.scope.clone(), labels::COMMA, &self.share(line)),
            Part::Campaign if line.special_campaign => first_word(TaskKind::SpecialCampaign).to_owned(),
            Part::Campaign | Part::Place | Part::ComesTo | Part::Nothing => String::new(),
        }
    }

    /// The ratio; where there is none, how many.
    fn share(&self, line: &Line) -> String {
        match line.ratio {
            Some(_) => line.text(LineField::Ratio),
            None => self.amount(line),
        }
    }

    fn amount(&self, line: &Line) -> String {
        let planned = self.judge.planned(self.plan, line);
        planned.map(labels::targets).unwrap_or_default()
    }

    /// The items of a line, a line each. In the office's own table their numbers stand before the names, so that they are found
    /// again whatever the names are.
    fn item_names(&self, line: &Line) -> String {
        let name = |item: &super::wire::PlanItem| match self.headings {
            _ if item.name.is_empty() => item.number.clone(),
            PlanHeadings::Ours => format!("{} {}", item.number, item.name),
            _ => item.name.clone(),
        };
        let items = self.judge.items_of(self.plan, line);
        items.iter().map(name).collect::<Vec<_>>().join("\n")
    }
}

/// Two texts side by side, or the one that there is.
fn both(one: String, between: &str, other: &str) -> String {
    match (one.as_str(), other) {
        (_, "") => one,
        ("", _) => other.to_owned(),
        _ => one + between + other,
    }
}

fn number(number: Option<u32>) -> Cell {
    match number {
        Some(number) => Cell::Number(number.into()),
        None => Cell::Text(String::new()),
    }
}
