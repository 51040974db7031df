//! What is wrong with a line of a plan, and what is only worth looking at: every flaw names its field (N-01, N-09, N-11, N-12,
//! R-02, L-01).
//!
//! What is known of items, of the office's rules and of the plan comes in as arguments. How a flaw is told is for others.

mod between;
mod bounds;
mod flaw;

use super::line::{DrawScope, Line, LineField, TaskScope};
use super::{Period, amount};
use crate::item::{RatioAuthority, Unusable, read_frequency};
use crate::profile::{Rounding, RuleProfile};
use crate::roster::ratio::{Bounds, Times};
use crate::roster::words::ItemClass;
use crate::share::WHOLE;

pub use between::{Between, between};
pub use flaw::{Flaw, Severity};

/// What a plan and the office's rules say to every line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What the plan is for.
    pub period: Period,
    /// How often a target may be visited in a year; 0: there is no limit (N-03).
    pub annual_cap: u32,
    /// Which way a fraction goes.
    pub rounding: Rounding,
    /// At least so many where there are any.
    pub at_least: u32,
    /// A larger share than this warns for general items, in ten-thousandths; 0: none does.
    pub share_warning: u32,
    /// How many targets the registry has; nothing: it is not filled yet.
    pub registry: Option<u32>,
}

impl Frame {
    /// What a profile says to a plan.
    pub const fn of(profile: &RuleProfile, period: Period, registry: Option<u32>) -> Self {
        Self {
            period,
            annual_cap: profile.annual_cap,
            rounding: profile.rounding,
            at_least: profile.at_least,
            share_warning: profile.share_warning,
            registry,
        }
    }
}

/// What is known of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemFacts<'i> {
    /// Its code.
    pub code: &'i str,
    /// Why it may not be used while the plan runs; nothing: it may (L-01, L-12).
    pub unusable: &'i [Unusable],
    /// General or key.
    pub class: Option<ItemClass>,
    /// Who decides its ratio (N-09).
    pub authority: Option<RatioAuthority>,
    /// Within what, in ten-thousandths.
    pub limits: Bounds,
    /// Whether a document of the office above lets this one choose within them.
    pub document: bool,
    /// How many of the targets, as the list of items says it.
    pub ratio: &'i str,
}

/// Everything that is wrong with a line, or worth looking at, in the order of its fields.
pub fn check(line: &Line, frame: &Frame, items: &[ItemFacts<'_>]) -> Vec<Flaw> {
    let mut flaws = missing(line);
    flaws.extend(of_items(line, items));
    flaws.extend(of_numbers(line, frame));
    flaws.extend(bounds::of_bounds(line, items));
    flaws.extend(of_share(line, frame, items));
    flaws.extend(of_times(line, frame));
    flaws.extend(of_depts(line));
    flaws.sort_by_key(|flaw| (flaw.field(), flaw.severity()));
    flaws
}

fn missing(line: &Line) -> Vec<Flaw> {
    let empty = |text: &str| text.trim().is_empty();
    let amount = line.ratio.is_none() && line.number.is_none();
    let targeted = line.draw_scope == DrawScope::Targeted;
    let cross = line.task_scope == TaskScope::CrossDept;
    let needed = [
        (empty(&line.name), LineField::Name),
        (line.items.is_empty(), LineField::Items),
        // D-08: what has no scope has no bounds either.
        (empty(&line.scope), LineField::Scope),
        (amount, LineField::Ratio),
        (line.months.is_none(), LineField::Months),
        (empty(&line.unit), LineField::Unit),
        (targeted && empty(&line.condition), LineField::Condition),
        (cross && empty(&line.lead_dept), LineField::LeadDept),
        // The document of 2024, article on campaigns (rules 2.4): each has a plan of its own.
        (
            line.special_campaign && empty(&line.campaign_no),
            LineField::CampaignNo,
        ),
    ];
    let wanted = [
        (line.base.is_none(), LineField::Base),
        (empty(&line.frequency), LineField::Frequency),
        (empty(&line.person), LineField::Person),
        (line.modes.is_empty(), LineField::Modes),
    ];
    let lacking = |fields: &[(bool, LineField)], flaw: fn(LineField) -> Flaw| {
        let fields = fields.iter().filter(|(lacks, _)| *lacks);
        fields.map(|(_, field)| flaw(*field)).collect::<Vec<_>>()
    };
    let mut flaws = lacking(&needed, Flaw::Missing);
    flaws.extend(lacking(&wanted, Flaw::Wanting));
    flaws
}

/// L-01: only items of the list, and only while their law holds.
fn of_items(line: &Line, items: &[ItemFacts<'_>]) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    for code in &line.items {
        let Some(item) = find(items, code) else {
            flaws.push(Flaw::ItemUnknown(code.clone()));
            continue;
        };
        if !item.unusable.is_empty() {
            flaws.push(Flaw::ItemUnusable {
                item: code.clone(),
                reasons: item.unusable.to_vec(),
            });
        }
        if let (Some(said), Some(class)) = (line.item_class, item.class)
            && said != class
        {
            let item = code.clone();
            flaws.push(Flaw::ClassDiffers { item, class });
        }
    }
    flaws
}

fn find<'i>(items: &'i [ItemFacts<'i>], code: &str) -> Option<&'i ItemFacts<'i>> {
    items.iter().find(|item| item.code == code)
}

fn of_numbers(line: &Line, frame: &Frame) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let zero = [(line.ratio, LineField::Ratio), (line.number, LineField::Number)];
    let zero = zero.into_iter().filter(|(value, _)| *value == Some(0));
    flaws.extend(zero.map(|(_, field)| Flaw::NothingDrawn(field)));
    let Some(base) = line.base else {
        return flaws;
    };
    if base == 0 {
        return vec![Flaw::BaseZero];
    }
    // T-01: whoever is supervised stands in the registry.
    let registry = frame.registry.filter(|registry| base > *registry);
    flaws.extend(registry.map(|registry| Flaw::BaseOverRegistry { registry }));
    if line.number.is_some_and(|number| number > base) {
        flaws.push(Flaw::NumberOverBase { base });
    } else if flaws.iter().all(|flaw| flaw.severity() != Severity::Error) {
        flaws.extend(of_rounding(line.ratio, line.number, base, frame));
    }
    flaws
}

/// Whether the number follows from ratio and base, and by the office's own rounding.
fn of_rounding(ratio: Option<u32>, number: Option<u32>, base: u32, frame: &Frame) -> Option<Flaw> {
    let ratio = ratio?;
    let expected = planned(base, ratio, frame);
    let Some(number) = number else {
        return (expected == 0).then_some(Flaw::LessThanOne);
    };
    if number == expected {
        return None;
    }
    let by = amount::explains(base, ratio, number);
    Some(if by.is_empty() {
        let possible = amount::possible(base, ratio);
        Flaw::NumberDiffers { possible }
    } else {
        Flaw::RoundedOtherwise { by, expected }
    })
}

/// How many a ratio of a base is by the office's rules.
pub fn planned(base: u32, ratio: u32, frame: &Frame) -> u32 {
    let rounded = amount::share_of(base, ratio, frame.rounding);
    if ratio == 0 {
        0
    } else {
        rounded.max(frame.at_least.min(base))
    }
}

/// General items are limited strictly; key ones have no upper bound, and of all of them the order is drawn (rules 2.1, the
/// notice of 2019).
fn of_share(line: &Line, frame: &Frame, items: &[ItemFacts<'_>]) -> Option<Flaw> {
    let of_number = || {
        let (number, base) = (line.number?, line.base.filter(|base| *base > 0)?);
        let share = (u64::from(number) * u64::from(WHOLE)).checked_div(u64::from(base))?;
        u32::try_from(share).ok()
    };
    let share = line.ratio.or_else(of_number)?;
    // What the list says goes before what the line says: else a word would lift the limit.
    let classes = line.items.iter().filter_map(|code| find(items, code)?.class);
    let classes: Vec<ItemClass> = classes.collect();
    let key = match classes.as_slice() {
        [] => line.item_class == Some(ItemClass::Key),
        classes => classes.iter().all(|class| *class == ItemClass::Key),
    };
    if !key && frame.share_warning > 0 && share > frame.share_warning {
        let warning = frame.share_warning;
        return Some(Flaw::ShareHigh { warning });
    }
    (share == WHOLE).then_some(Flaw::RandomOrder)
}

fn of_times(line: &Line, frame: &Frame) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let period = frame.period.months();
    if line.months.is_some_and(|months| !period.hold(months)) {
        flaws.push(Flaw::MonthsOutside { period });
    }
    if line.frequency.trim().is_empty() {
        return flaws;
    }
    let reading = read_frequency(&line.frequency);
    let cap = frame.annual_cap;
    match reading.times() {
        Some(times) if cap > 0 => flaws.extend(of_cap(times, cap)),
        Some(_) => {}
        None => flaws.push(Flaw::FrequencyUnread),
    }
    if reading.open && !flaws.contains(&Flaw::FrequencyUnread) {
        flaws.push(Flaw::FrequencyUnread);
    }
    flaws
}

/// N-03: twice a year at most. What is counted in other months is counted for a year.
fn of_cap(times: Times, cap: u32) -> Option<Flaw> {
    let months = u64::from(times.months.unwrap_or(12));
    let passes = |times: u32| u64::from(times) * 12 > u64::from(cap) * months;
    let (least, most) = (times.times.min, times.times.max);
    if least.or(most).is_some_and(passes) {
        return Some(Flaw::FrequencyOverCap { cap });
    }
    // Without an upper end it is for the tasks to keep to the cap, and that is the usual writing: at least once.
    most.is_some_and(passes)
        .then_some(Flaw::FrequencyMayPassCap { cap })
}

fn of_depts(line: &Line) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let lead = line.lead_dept.trim();
    let is_lead = |partner: &String| !lead.is_empty() && partner.trim() == lead;
    match line.task_scope {
        TaskScope::CrossDept => {
            if line.partner_depts.iter().any(is_lead) {
                flaws.push(Flaw::PartnerIsLead);
            }
            if line.partner_depts.iter().all(is_lead) {
                flaws.push(Flaw::PartnerMissing);
            }
        }
        TaskScope::IntraDept => {
            if !lead.is_empty() {
                flaws.push(Flaw::DeptsWithin(LineField::LeadDept));
            }
            if !line.partner_depts.is_empty() {
                flaws.push(Flaw::DeptsWithin(LineField::PartnerDepts));
            }
        }
    }
    if line.draw_scope == DrawScope::Untargeted && !line.condition.trim().is_empty() {
        flaws.push(Flaw::ConditionUntargeted);
    }
    if !line.special_campaign && !line.campaign_no.trim().is_empty() {
        flaws.push(Flaw::CampaignNoAlone);
    }
    flaws
}

#[cfg(test)]
mod tests;
