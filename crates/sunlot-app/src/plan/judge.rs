//! What the rules say of a plan's lines: flaws with their words, how many targets a line comes to, and how far it has got.

use std::collections::BTreeMap;

use sunlot_rules::day::Day;
use sunlot_rules::plan::check::{self, Between, Flaw, Frame, ItemFacts, Severity, between};
use sunlot_rules::plan::line::{Line, LineField};
use sunlot_rules::plan::progress::{Counts, Progress};
use sunlot_rules::profile::RuleProfile;
use sunlot_store::{Connection, target};

use super::document::Plan;
use super::labels;
use super::wire::{PlanItem, PlanLineChecked, PlanProgress, PlanRemark};
use crate::Result;
use crate::item::{PlannedItem, planned_items, told_unusable};
use crate::messages::Words;
use crate::messages::plan_flaw;
use crate::registry::labels::of_list;
use crate::rules::profile_of;
use crate::task::drawn_by_line;

/// The rules that the office has decided on.
pub(super) fn profile(office: &Connection) -> Result<RuleProfile> {
    Ok(profile_of(office, None)?.profile)
}

/// Whoever judges lines: the items of the list, the office's rules, and the day it is.
pub(super) struct Judge {
    pub items: Vec<PlannedItem>,
    pub rules: RuleProfile,
    pub today: Day,
    /// How many targets there are.
    registry: u64,
    /// How many were drawn and visited of each line, by plan and line.
    drawn: BTreeMap<(i64, i64), (u32, u32)>,
}

impl Judge {
    pub fn read(office: &Connection, today: Day) -> Result<Self> {
        Ok(Self {
            items: planned_items(office)?,
            rules: profile(office)?,
            today,
            registry: target::count(office)?,
            drawn: drawn_by_line(office)?,
        })
    }

    fn frame(&self, plan: &Plan) -> Frame {
        let registry = u32::try_from(self.registry).ok().filter(|count| *count > 0);
        Frame::of(&self.rules, plan.period, registry)
    }

    /// Everything that is wrong with a line of a plan, or worth looking at.
    pub fn flaws(&self, plan: &Plan, line: &Line) -> Vec<Flaw> {
        // L-12: an item must hold until the last of the line's days.
        let on = ends(plan, line).unwrap_or(self.today);
        let named = self.items.iter().filter(|item| line.items.contains(&item.number));
        let named: Vec<_> = named.map(|item| (item, item.unusable(on))).collect();
        let facts: Vec<ItemFacts<'_>> = named.iter().map(|(item, why)| item.facts(why)).collect();
        let flaws = check::check(line, &self.frame(plan), &facts).into_iter();
        flaws.map(|flaw| self.named(flaw)).collect()
    }

    /// The same with the item's name beside its number: nobody knows items by their numbers.
    fn named(&self, mut flaw: Flaw) -> Flaw {
        if let Flaw::ItemUnusable { item, .. }
        | Flaw::ClassDiffers { item, .. }
        | Flaw::OutsideBounds { item, .. }
        | Flaw::NotOrdered(item)
        | Flaw::AuthorityUnknown(item)
        | Flaw::OtherThanListed { item, .. } = &mut flaw
        {
            *item = self.item_told(item);
        }
        flaw
    }

    fn item_told(&self, number: &str) -> String {
        let found = self.items.iter().find(|item| item.number == number);
        found.map_or_else(|| number.to_owned(), |item| labels::item(number, &item.name))
    }

    /// How many targets a line comes to.
    pub fn planned(&self, plan: &Plan, line: &Line) -> Option<u32> {
        line.number.or_else(|| self.reckoned(plan, line))
    }

    /// The ratio of the base, as the office rounds it (N-01).
    fn reckoned(&self, plan: &Plan, line: &Line) -> Option<u32> {
        let (base, ratio) = line.base.zip(line.ratio)?;
        Some(check::planned(base, ratio, &self.frame(plan)))
    }

    /// What is said of a line beside its values.
    pub fn checked(&self, plan: &Plan, line: &Line) -> PlanLineChecked {
        let flaws = self.flaws(plan, line);
        PlanLineChecked {
            planned: self.planned(plan, line),
            comes_to: labels::comes_to(line, self.reckoned(plan, line), self.rules.rounding),
            shown: LineField::ALL
                .iter()
                .filter(|field| **field != LineField::Position)
                .map(|field| (field.name().to_owned(), labels::shown(line, *field)))
                .collect(),
            items: self.items_of(plan, line),
            remarks: flaws.iter().map(remark).collect(),
        }
    }

    /// What is to be looked at between the lines (N-13).
    pub fn between(&self, lines: &[Line]) -> Vec<PlanRemark> {
        let told = |between: &Between| {
            let Words { message, hint } = plan_flaw::of_between(between);
            PlanRemark {
                field: String::new(),
                severity: of_list(&labels::SEVERITIES, "warning"),
                message,
                hint,
            }
        };
        let named = |found: Between| match found {
            Between::ItemTwice(one, other, item) => Between::ItemTwice(one, other, self.item_told(&item)),
            others => others,
        };
        between(lines)
            .into_iter()
            .map(named)
            .map(|found| told(&found))
            .collect()
    }

    /// Another plan of the same time that is in force: two may each have lines of their own, and may say the same twice.
    pub fn twins(&self, plan: &Plan, all: &[Plan]) -> Vec<PlanRemark> {
        let same = |other: &&Plan| {
            let time = (other.year, other.period) == (plan.year, plan.period);
            other.id != plan.id && time && other.state.is_usable()
        };
        let told = |other: &Plan| {
            let of = labels::of_year(plan.year, plan.period);
            let (message, hint) = labels::twin(&of, &other.number(), &other.title);
            PlanRemark {
                field: String::new(),
                severity: of_list(&labels::SEVERITIES, "warning"),
                message,
                hint,
            }
        };
        all.iter().filter(same).map(told).collect()
    }

    /// How many lines stand in the way of an approval.
    pub fn errors(&self, plan: &Plan, lines: &[Line]) -> u32 {
        let faulty = lines.iter().filter(|line| {
            let flaws = self.flaws(plan, line);
            flaws.iter().any(|flaw| flaw.severity() == Severity::Error)
        });
        u32::try_from(faulty.count()).unwrap_or(u32::MAX)
    }

    /// How far a line has got (N-14): how many stand of its draws, and how many of those were visited.
    pub fn progress(&self, plan: &Plan, line: &Line) -> Progress {
        let at = usize::try_from(line.position)
            .ok()
            .and_then(|at| at.checked_sub(1));
        let kept = at.and_then(|at| plan.kept.lines.get(at));
        let drawn = kept.and_then(|kept| self.drawn.get(&(plan.id, kept.line.into())));
        let (drawn, visited) = drawn.copied().unwrap_or_default();
        let counts = ends(plan, line).map(|ends| Counts {
            planned: self.planned(plan, line),
            drawn,
            visited,
            ends,
        });
        let progress = counts.and_then(|counts| counts.progress(self.today).ok());
        progress.unwrap_or_default()
    }

    /// The items that a line names, as it would use them.
    pub fn items_of(&self, plan: &Plan, line: &Line) -> Vec<PlanItem> {
        let on = ends(plan, line).unwrap_or(self.today);
        let item = |number: &String| {
            let found = self.items.iter().find(|item| item.number == *number);
            PlanItem {
                number: number.clone(),
                name: found.map(|item| item.name.clone()).unwrap_or_default(),
                unusable: found.map_or_else(Vec::new, |item| told_unusable(&item.unusable(on))),
            }
        };
        line.items.iter().map(item).collect()
    }
}

/// The last day on which a line is carried out.
pub(super) fn ends(plan: &Plan, line: &Line) -> Option<Day> {
    let of_line = line
        .months
        .and_then(|months| Day::last_of_month(plan.year, months.to()));
    of_line.or_else(|| plan.period.last_day(plan.year))
}

/// A flaw in words.
fn remark(flaw: &Flaw) -> PlanRemark {
    let field = flaw.field();
    let Words { message, hint } = plan_flaw::of_line(labels::field(field), flaw);
    PlanRemark {
        field: field.name().to_owned(),
        severity: of_list(&labels::SEVERITIES, severity(flaw.severity())),
        message,
        hint,
    }
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// How far something has got, as it travels.
pub(super) fn told(progress: &Progress) -> PlanProgress {
    PlanProgress {
        planned: progress.planned,
        drawn: progress.drawn,
        visited: progress.visited,
        overdue: progress.overdue,
        to_draw: progress.to_draw,
        not_drawn: progress.not_drawn,
        rate: progress.rate(),
    }
}
