//! Lines of other offices' plans, in the columns that they really have (forms 3.11): each cell as far as it was understood,
//! and beside it what stood there.
//!
//! Where the header is, and which column is which field, is found as for the registries (`roster::header`). Which items of this
//! office are meant is for a person to say.

mod cells;

use super::Months;
use super::line::{DrawScope, Line, TaskScope};
use crate::roster::fields::PlanField;
use crate::roster::list;
use crate::roster::ratio::{Bounds, Times};
use crate::roster::words::{
    ExtraWords, InspectionMode, ItemClass, Read, TaskKind, is_nothing, read, read_all,
};

pub use cells::{count, departments, months, share, types};

/// How many, as one cell or several say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// As a share of the base, in ten-thousandths.
    pub ratio: Option<Bounds>,
    /// As a number.
    pub number: Option<Bounds>,
    /// How often, where that stands beside it.
    pub times: Option<Times>,
}

/// Departments of a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Departments {
    /// The one that is said to lead.
    pub lead: Option<String>,
    /// The others, in the cell's order.
    pub others: Vec<String>,
    /// Whether there are more that are not named.
    pub more: bool,
}

/// What words about the type of a task say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Types {
    /// One department or several.
    pub task_scope: Option<TaskScope>,
    /// Among all or some.
    pub draw_scope: Option<DrawScope>,
    /// By chance, or for another reason.
    pub task_kind: Option<TaskKind>,
    /// Words that nobody has said the meaning of, or that speak against others.
    pub unread: Vec<String>,
}

/// A line of another office's plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanRow {
    /// The line as far as it can be taken over; its items are still to be chosen.
    pub line: Line,
    /// The items, by the names that the other office has for them.
    pub item_names: Vec<String>,
    /// Who inspects.
    pub authorities: Vec<String>,
    /// How many, with both ends where the plan leaves it open.
    pub share: Share,
    /// The year, where one is named.
    pub year: Option<u16>,
    /// Whether it is a draw by chance at all, where that is said.
    pub task_kind: Option<TaskKind>,
    /// What was not understood, with its field.
    pub unread: Vec<(PlanField, String)>,
}

impl PlanRow {
    /// Reads a row: what stands in the column of each field, cleaned; nothing where there is no such column.
    pub fn read<'c>(cell: impl Fn(PlanField) -> &'c str, extra: &ExtraWords) -> Self {
        let cell = |field| Some(cell(field).trim()).filter(|text| !is_nothing(text));
        let mut row = Self::default();
        row.texts(&cell);
        row.amounts(&cell);
        row.times(&cell);
        row.departments(&cell);
        row.kinds(&cell, extra);
        row.manner(&cell, extra);
        row.unread.sort_unstable();
        row
    }

    fn texts<'c>(&mut self, cell: &impl Fn(PlanField) -> Option<&'c str>) {
        let text = |field| cell(field).unwrap_or_default().to_owned();
        self.item_names = cell(PlanField::Items).map(list::values).unwrap_or_default();
        let item = || self.item_names.first().map(String::as_str);
        let named = cell(PlanField::TaskName).or_else(|| cell(PlanField::PlanName));
        let named = named.or_else(item).or_else(|| cell(PlanField::Content));
        self.line.name = named.unwrap_or_default().to_owned();
        self.line.scope = text(PlanField::TargetScope);
        self.line.condition = text(PlanField::Condition);
        self.line.unit = text(PlanField::Unit);
        self.line.person = text(PlanField::Person);
        self.line.frequency = text(PlanField::Frequency);
    }

    fn amounts<'c>(&mut self, cell: &impl Fn(PlanField) -> Option<&'c str>) {
        if let Some(text) = cell(PlanField::Base) {
            match count(text).and_then(exact) {
                Some(base) => self.line.base = Some(base),
                None => self.unread(PlanField::Base, text),
            }
        }
        if let Some(text) = cell(PlanField::Number) {
            match count(text) {
                Some(number) => self.share.number = Some(number),
                None => self.unread(PlanField::Number, text),
            }
        }
        for field in [
            PlanField::Ratio,
            PlanField::RatioAndFrequency,
            PlanField::ScopeAndRatio,
        ] {
            let Some(text) = cell(field) else { continue };
            let (share, whole) = share(text);
            self.share.ratio = self.share.ratio.or(share.ratio);
            self.share.number = self.share.number.or(share.number);
            self.share.times = self.share.times.or(share.times);
            if field == PlanField::ScopeAndRatio && self.line.scope.is_empty() {
                text.clone_into(&mut self.line.scope);
            }
            if !whole {
                self.unread(field, text);
            }
        }
        self.line.ratio = self.share.ratio.and_then(exact);
        self.line.number = self.share.number.and_then(exact);
    }

    fn times<'c>(&mut self, cell: &impl Fn(PlanField) -> Option<&'c str>) {
        if self.line.frequency.is_empty()
            && let Some(text) = cell(PlanField::RatioAndFrequency).filter(|_| self.share.times.is_some())
        {
            text.clone_into(&mut self.line.frequency);
        }
        if let Some(text) = cell(PlanField::Year) {
            match months(text) {
                Some((Some(year), _)) => self.year = Some(year),
                _ => match text.parse().ok().filter(|year| (2000..=9999).contains(year)) {
                    Some(year) => self.year = Some(year),
                    None => self.unread(PlanField::Year, text),
                },
            }
        }
        if let Some(text) = cell(PlanField::Months) {
            self.stretch(PlanField::Months, text);
        } else if let (Some(from), Some(to)) = (cell(PlanField::From), cell(PlanField::To)) {
            self.stretch(PlanField::From, &format!("{from}至{to}"));
        } else if let Some(to) = cell(PlanField::To) {
            // Until when, and nobody says since when.
            self.unread(PlanField::To, to);
        }
    }

    fn stretch(&mut self, field: PlanField, text: &str) {
        match months(text) {
            Some((year, months)) => self.at(field, text, year, months),
            None => self.unread(field, text),
        }
    }

    /// A month of another year than the line's is none of the line's.
    fn at(&mut self, field: PlanField, text: &str, year: Option<u16>, months: Months) {
        match (self.year, year) {
            (Some(one), Some(other)) if one != other => self.unread(field, text),
            _ => {
                self.year = self.year.or(year);
                self.line.months = Some(months);
            }
        }
    }

    fn departments<'c>(&mut self, cell: &impl Fn(PlanField) -> Option<&'c str>) {
        let of = |field| cell(field).map(departments).unwrap_or_default();
        self.authorities = cell(PlanField::Authority).map(list::values).unwrap_or_default();
        let (mut lead, partners) = (of(PlanField::LeadDept), of(PlanField::PartnerDepts));
        let first = || (!lead.others.is_empty()).then(|| lead.others.remove(0));
        let leading = lead.lead.take().or_else(first).or_else(|| partners.lead.clone());
        self.line.lead_dept = leading.unwrap_or_default();
        let others = lead.others.into_iter().chain(partners.others);
        self.line.partner_depts = others.collect();
        for (field, more) in [
            (PlanField::LeadDept, lead.more),
            (PlanField::PartnerDepts, partners.more),
        ] {
            if let Some(text) = cell(field).filter(|_| more) {
                self.unread(field, text);
            }
        }
    }

    fn kinds<'c>(&mut self, cell: &impl Fn(PlanField) -> Option<&'c str>, extra: &ExtraWords) {
        let mut found = cell(PlanField::Type)
            .map(|text| types(text, extra))
            .unwrap_or_default();
        for word in std::mem::take(&mut found.unread) {
            self.unread(PlanField::Type, &word);
        }
        // A column of its own goes before one of many kinds.
        if let Some(text) = cell(PlanField::TaskScope) {
            found.task_scope = self
                .word(PlanField::TaskScope, read(text, extra))
                .or(found.task_scope);
        }
        if let Some(text) = cell(PlanField::DrawScope) {
            found.draw_scope = self
                .word(PlanField::DrawScope, read(text, extra))
                .or(found.draw_scope);
        }
        let joint = !self.line.partner_depts.is_empty();
        let scope = if joint {
            TaskScope::CrossDept
        } else {
            TaskScope::IntraDept
        };
        self.line.task_scope = found.task_scope.unwrap_or(scope);
        let targeted = !self.line.condition.is_empty();
        let draw = if targeted {
            DrawScope::Targeted
        } else {
            DrawScope::Untargeted
        };
        self.line.draw_scope = found.draw_scope.unwrap_or(draw);
        self.task_kind = found.task_kind;
        self.line.special_campaign = found.task_kind == Some(TaskKind::SpecialCampaign);
        self.within();
    }

    fn manner<'c>(&mut self, cell: &impl Fn(PlanField) -> Option<&'c str>, extra: &ExtraWords) {
        if let Some(text) = cell(PlanField::ItemClass) {
            self.line.item_class = self.word::<ItemClass>(PlanField::ItemClass, read(text, extra));
        }
        if let Some(text) = cell(PlanField::Modes) {
            let (modes, unknown) = read_all::<InspectionMode>(text, extra);
            self.line.modes = modes;
            for word in unknown {
                self.unread(PlanField::Modes, &word);
            }
        }
    }

    /// A line within one department leads nobody: whoever is named is who inspects.
    fn within(&mut self) {
        if self.line.task_scope == TaskScope::IntraDept && self.line.partner_depts.is_empty() {
            let lead = std::mem::take(&mut self.line.lead_dept);
            if !lead.is_empty() && !self.authorities.contains(&lead) {
                self.authorities.push(lead);
            }
        }
    }

    fn word<T>(&mut self, field: PlanField, read: Read<T>) -> Option<T> {
        match read {
            Read::Known(value) => Some(value),
            Read::Missing => None,
            Read::Unknown(word) => {
                self.unread(field, &word);
                None
            }
        }
    }

    fn unread(&mut self, field: PlanField, text: &str) {
        self.unread.push((field, text.to_owned()));
    }
}

/// A number that has no other end.
fn exact(bounds: Bounds) -> Option<u32> {
    bounds.min.filter(|_| bounds.min == bounds.max)
}

#[cfg(test)]
mod tests;
