//! From what was typed to what is kept: every value of an item is read by its rule, and every fault is reported with its
//! field.

use sunlot_rules::day::Day;
use sunlot_rules::item::Validity;
use sunlot_rules::item::parts::{names_a_law, untitled};
use sunlot_rules::roster::cell::{RawCell, clean};
use sunlot_rules::roster::date::{self, DateFault, Meaning};
use sunlot_rules::roster::list;
use sunlot_rules::roster::words::{ExtraWords, InspectionMode, WordSet, first_word, read_all};
use sunlot_store::Values;
use sunlot_store::item::Column;

use super::document::{KeptBasis, KeptPoint, kept};
use super::fault::{ItemFlaw, invalid};
use super::wire::{CheckPoint, ItemSave, LegalBasis};
use super::{labels, ratio};
use crate::error::Flaw;
use crate::registry::check::{self, problem, word};
use crate::registry::limits::{LONG, SHORT};
use crate::target::TargetFlaw;
use crate::{Problem, Result};

const MAX_ENTRIES: usize = 60;

/// The columns that people fill in; the others follow from acts of their own.
pub(super) const FILLED: [Column; 33] = [
    Column::Code,
    Column::Category,
    Column::Name,
    Column::SubItem,
    Column::ItemClass,
    Column::KeyArea,
    Column::TargetScope,
    Column::Tags,
    Column::Content,
    Column::Authority,
    Column::EnforcementAuthority,
    Column::DutyCode,
    Column::DutyName,
    Column::Unit,
    Column::Person,
    Column::Skill,
    Column::MergeGroup,
    Column::GroupLead,
    Column::Modes,
    Column::Procedure,
    Column::Standard,
    Column::Range,
    Column::Means,
    Column::Requirement,
    Column::Season,
    Column::Base,
    Column::Ratio,
    Column::Frequency,
    Column::RatioAuthority,
    Column::RatioMin,
    Column::RatioMax,
    Column::RatioDocument,
    Column::Remark,
];

/// What an item says after an edit; or everything that stands in the way.
pub(super) fn edited(before: &Values, request: &ItemSave, today: Day) -> Result<Values> {
    let mut after = before.clone();
    let mut problems = Vec::new();
    for (name, typed) in &request.values {
        let Some(column) = FILLED.iter().copied().find(|column| column.name() == name) else {
            problems.push(problem(name, name, TargetFlaw::FieldUnknown));
            continue;
        };
        match value(column, typed) {
            Ok(text) => after = after.with(column.place(), &text),
            Err(flaw) => problems.push(problem(name, labels::column(column), flaw)),
        }
    }
    let name = Column::Name;
    if after.get(name.place()).is_empty() && !request.values.contains_key(name.name()) {
        problems.push(problem(name.name(), labels::column(name), Flaw::Required));
    }
    let bound = |column: Column| ratio::exact(after.get(column.place()));
    let bounds = bound(Column::RatioMin).zip(bound(Column::RatioMax));
    if bounds.is_some_and(|(min, max)| min > max) {
        let field = Column::RatioMax;
        problems.push(problem(
            field.name(),
            labels::column(field),
            ItemFlaw::BoundsReversed,
        ));
    }
    if let Some(typed) = &request.bases {
        let read = bases(typed, today, &mut problems);
        after = after.with(Column::Bases.place(), &kept(&read)?);
    }
    if let Some(typed) = &request.check_points {
        let read = points(typed, &mut problems);
        after = after.with(Column::CheckPoints.place(), &kept(&read)?);
    }
    if request.confirmed {
        after = after
            .with(Column::Example.place(), "")
            .with(Column::Doubts.place(), "");
    }
    if problems.is_empty() {
        Ok(after)
    } else {
        Err(invalid(problems))
    }
}

/// A reason in a sentence; every change has one.
pub(super) fn reason(typed: &str) -> Result<String> {
    check::reason(typed).map_err(invalid)
}

/// One value, as it is kept.
fn value(column: Column, typed: &str) -> std::result::Result<String, Flaw> {
    match column {
        Column::Name => check::some_text(typed, SHORT),
        Column::ItemClass => word(WordSet::ItemClass, typed.trim()),
        Column::KeyArea => word(WordSet::YesNo, typed.trim()),
        Column::Modes => Ok(modes(&check::any_text(typed, SHORT)?)),
        Column::Tags | Column::Skill => Ok(list::values(&check::any_text(typed, SHORT)?).join(labels::AND)),
        Column::RatioAuthority => authority(typed.trim()),
        Column::RatioMin | Column::RatioMax => bound(typed.trim()),
        Column::Content
        | Column::TargetScope
        | Column::Procedure
        | Column::Standard
        | Column::Range
        | Column::Means
        | Column::Requirement
        | Column::Remark => lines(typed),
        _ => check::any_text(typed, SHORT),
    }
}

/// Ways to inspect: those that are known by their usual word, others as they were typed.
pub(super) fn modes(typed: &str) -> String {
    let (known, unknown) = read_all::<InspectionMode>(typed, &ExtraWords::default());
    let known = known.into_iter().map(|mode| first_word(mode).to_owned());
    known.chain(unknown).collect::<Vec<_>>().join(labels::AND)
}

fn authority(typed: &str) -> std::result::Result<String, Flaw> {
    if typed.is_empty() {
        return Ok(String::new());
    }
    let found = || typed.to_owned();
    let authority =
        labels::read_authority(typed).ok_or_else(|| ItemFlaw::AuthorityUnknown { found: found() })?;
    Ok(<&str>::from(authority).to_owned())
}

/// A bound as per cent.
fn bound(typed: &str) -> std::result::Result<String, Flaw> {
    if typed.is_empty() {
        return Ok(String::new());
    }
    let found = || typed.to_owned();
    let read = ratio::exact(typed).ok_or_else(|| ItemFlaw::BoundUnread { found: found() })?;
    Ok(ratio::percent(read))
}

/// A text of several lines.
fn lines(typed: &str) -> std::result::Result<String, Flaw> {
    check::lines(typed, LONG)
}

/// Where the parts of one entry are read.
struct Entry<'p> {
    /// The path of the entry, as `bases.0`.
    path: String,
    /// What one of its parts is called.
    label: Box<dyn Fn(&str) -> String>,
    problems: &'p mut Vec<Problem>,
}

impl Entry<'_> {
    fn take<T: Default>(&mut self, part: &str, label: &str, read: std::result::Result<T, Flaw>) -> T {
        read.unwrap_or_else(|flaw| {
            let path = format!("{}.{part}", self.path);
            self.problems.push(problem(&path, &(self.label)(label), flaw));
            T::default()
        })
    }
}

fn bases(typed: &[LegalBasis], today: Day, problems: &mut Vec<Problem>) -> Vec<KeptBasis> {
    few(typed.len(), "bases", labels::BASES, problems);
    let read = |(place, typed): (usize, &LegalBasis)| {
        let mut entry = Entry {
            path: format!("bases.{place}"),
            label: Box::new(move |part| labels::nth_basis(place + 1, part)),
            problems,
        };
        let short = |typed: &str| check::any_text(typed, SHORT);
        let law = check::some_text(typed.law.trim(), SHORT);
        let law = law.map(|law| untitled(&law).to_owned()).and_then(named);
        let law = entry.take("law", labels::LAW, law);
        let from = entry.take("validFrom", labels::VALID_FROM, day(&typed.valid_from, today));
        let to = entry.take("validTo", labels::VALID_TO, day(&typed.valid_to, today));
        if Validity::new(from, to).is_none() {
            entry.take::<()>("validTo", labels::VALID_TO, Err(Flaw::DaysReversed));
        }
        let told = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        KeptBasis {
            law,
            article: entry.take("article", labels::ARTICLE, short(&typed.article)),
            text: entry.take("text", labels::TEXT, lines(&typed.text)),
            valid_from: told(from),
            valid_to: told(to),
        }
    };
    typed.iter().enumerate().map(read).collect()
}

fn points(typed: &[CheckPoint], problems: &mut Vec<Problem>) -> Vec<KeptPoint> {
    few(typed.len(), "checkPoints", labels::CHECK_POINTS, problems);
    let read = |(place, typed): (usize, &CheckPoint)| {
        let mut entry = Entry {
            path: format!("checkPoints.{place}"),
            label: Box::new(move |part| labels::nth_point(place + 1, part)),
            problems,
        };
        let content = lines(&typed.content).and_then(|content| {
            if content.is_empty() {
                Err(Flaw::Required)
            } else {
                Ok(content)
            }
        });
        KeptPoint {
            content: entry.take("content", labels::CONTENT, content),
            method: entry.take("method", labels::METHOD, lines(&typed.method)),
            materials: entry.take("materials", labels::MATERIALS, lines(&typed.materials)),
        }
    };
    typed.iter().enumerate().map(read).collect()
}

fn few(found: usize, field: &str, label: &str, problems: &mut Vec<Problem>) {
    if found > MAX_ENTRIES {
        let max = MAX_ENTRIES;
        problems.push(problem(field, label, ItemFlaw::TooManyEntries { max, found }));
    }
}

/// Nobody inspects as the rules are (L-01): a law has a name.
fn named(law: String) -> std::result::Result<String, Flaw> {
    if names_a_law(&law) {
        Ok(law)
    } else {
        Err(ItemFlaw::LawUnnamed { found: law }.into())
    }
}

/// A day in whatever form people write one; it may lie ahead. A law without an end has none.
pub(super) fn day(typed: &str, today: Day) -> std::result::Result<Option<Day>, Flaw> {
    let typed = typed.trim();
    let found = || typed.to_owned();
    let unread = || Flaw::NotADay { found: found() };
    let cell = clean(&RawCell::Text(typed));
    let read = match date::read(&cell, Meaning::Past, today) {
        Err(DateFault::TooLate { .. } | DateFault::Endless) => date::read(&cell, Meaning::ValidTo, today),
        read => read,
    };
    let text = match read {
        Ok(None) => return Ok(None),
        Ok(Some(date)) => date.to_string(),
        Err(_) => return Err(unread()),
    };
    let endless = text.starts_with("9999");
    match Day::parse(&text) {
        Some(_) if endless => Ok(None),
        Some(day) => Ok(Some(day)),
        None => Err(unread()),
    }
}
