//! Items of the list of inspections: whether one may be used on a day, what is worth looking at in it, and who decides how
//! many of the targets it is for.
//!
//! Without a law in force nobody may inspect (L-01), and nothing here can be waived. What the texts of an item are called,
//! and how it is kept, is not known here.

pub mod parts;

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::day::Day;
use crate::roster::ratio::{self, Bounds, Column, Reading};

/// From so many days before a law ends on, somebody should look for the next one (L-12).
pub const LAPSES_SOON: i32 = 60;

/// How long a law holds; both days belong to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    from: Option<Day>,
    to: Option<Day>,
}

/// How a law stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum BasisState {
    /// It holds.
    InForce,
    /// It begins later.
    NotYet,
    /// It has ended.
    Lapsed,
}

impl Validity {
    /// Since when, if that is known, and until when, if it ends. `None` where it ends before it begins.
    pub fn new(from: Option<Day>, to: Option<Day>) -> Option<Self> {
        let right = from.zip(to).is_none_or(|(from, to)| from <= to);
        right.then_some(Self { from, to })
    }

    /// How it stands on a day.
    pub fn state(self, on: Day) -> BasisState {
        if self.from.is_some_and(|from| on < from) {
            BasisState::NotYet
        } else if self.to.is_some_and(|to| to < on) {
            BasisState::Lapsed
        } else {
            BasisState::InForce
        }
    }

    /// Whether it holds and will end soon.
    fn lapses_soon(self, on: Day) -> bool {
        self.state(on) == BasisState::InForce
            && self.to.is_some_and(|to| to.number() - on.number() <= LAPSES_SOON)
    }
}

/// Who decides how many of the targets are inspected (N-09).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum RatioAuthority {
    /// This office.
    Own,
    /// The one above it.
    Superior,
}

/// What is known of an item.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'i> {
    /// The laws that it rests on.
    pub bases: &'i [Validity],
    /// Whether it is in the list.
    pub listed: bool,
    /// Whether it is a starter that nobody has compared with the law.
    pub example: bool,
    /// How many of the targets, in words.
    pub ratio: &'i str,
    /// How often, in words.
    pub frequency: &'i str,
    /// Who decides the ratio, where that is known.
    pub authority: Option<RatioAuthority>,
    /// Within what, in ten-thousandths.
    pub limits: Bounds,
    /// Whether it stands in the list of powers and duties.
    pub duty: bool,
    /// How many points are looked at.
    pub check_points: usize,
    /// Whether a unit answers for it.
    pub unit: bool,
    /// Whether a person does.
    pub person: bool,
}

/// Why an item may not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Unusable {
    /// No law is named.
    NoBasis,
    /// No law that is named holds already.
    NotYetInForce,
    /// Every law that is named has ended.
    Lapsed,
    /// It was taken out of the list.
    Removed,
    /// It is a starter that nobody has compared with the law.
    ExampleUnconfirmed,
}

/// What is worth looking at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Remark {
    /// A law ends within the next days.
    LapsesSoon,
    /// One of several laws has ended.
    SomeLapsed,
    /// Of a law it is not known since when it holds.
    BasisUndated,
    /// It does not stand in the list of powers and duties.
    NoDuty,
    /// Nothing says what is looked at.
    NoCheckPoint,
    /// The ratio was not understood, or not all of it.
    RatioUnread,
    /// Nor the frequency.
    FrequencyUnread,
    /// The ratio lies outside of what the office above set.
    OutsideBounds,
    /// The office above decides, and nothing says what.
    BoundsMissing,
    /// Nothing says who decides the ratio.
    NoAuthority,
    /// No unit answers for it.
    NoUnit,
    /// Nobody answers for it.
    NoPerson,
}

impl Facts<'_> {
    /// Why it may not be used on a day; nothing: it may.
    pub fn unusable(&self, on: Day) -> Vec<Unusable> {
        let states: Vec<BasisState> = self.bases.iter().map(|basis| basis.state(on)).collect();
        let law = if states.contains(&BasisState::InForce) {
            None
        } else if states.contains(&BasisState::NotYet) {
            Some(Unusable::NotYetInForce)
        } else if states.is_empty() {
            Some(Unusable::NoBasis)
        } else {
            Some(Unusable::Lapsed)
        };
        let removed = (!self.listed).then_some(Unusable::Removed);
        let example = self.example.then_some(Unusable::ExampleUnconfirmed);
        [law, removed, example].into_iter().flatten().collect()
    }

    /// What is worth looking at on a day.
    pub fn remarks(&self, on: Day) -> Vec<Remark> {
        let state = |wanted| self.bases.iter().any(|basis| basis.state(on) == wanted);
        let ratio = read_ratio(self.ratio);
        let superior = self.authority == Some(RatioAuthority::Superior);
        let unlimited = self.limits.min.is_none() && self.limits.max.is_none();
        Remark::VARIANTS
            .iter()
            .copied()
            .filter(|remark| match remark {
                Remark::LapsesSoon => self.bases.iter().any(|basis| basis.lapses_soon(on)),
                Remark::SomeLapsed => state(BasisState::Lapsed) && state(BasisState::InForce),
                Remark::BasisUndated => self.bases.iter().any(|basis| basis.from.is_none()),
                Remark::NoDuty => !self.duty,
                Remark::NoCheckPoint => self.check_points == 0,
                Remark::RatioUnread => !understood(self.ratio, &ratio),
                Remark::FrequencyUnread => !understood(self.frequency, &read_frequency(self.frequency)),
                Remark::OutsideBounds => superior && outside(&ratio, self.limits),
                Remark::BoundsMissing => superior && unlimited,
                Remark::NoAuthority => self.authority.is_none(),
                Remark::NoUnit => !self.unit,
                Remark::NoPerson => !self.person,
            })
            .collect()
    }
}

/// What the words about the ratio say. Some lists write how often beside it.
pub fn read_ratio(text: &str) -> Reading {
    let reading = ratio::read(text, Column::Ratio);
    if reading.ratio().is_none() && reading.targets().is_none() {
        return ratio::read(text, Column::Both);
    }
    reading
}

/// What words say that tell how many and how often in one.
pub fn read_both(text: &str) -> Reading {
    ratio::read(text, Column::Both)
}

/// What the words about the frequency say.
pub fn read_frequency(text: &str) -> Reading {
    ratio::read(text, Column::Frequency)
}

/// Nothing to be understood stands there, or all of it was.
fn understood(text: &str, reading: &Reading) -> bool {
    text.trim().is_empty() || (!reading.open && !reading.ways.is_empty())
}

/// Whether an end that the words name lies outside. An end that they leave open is for whoever makes a plan to choose.
fn outside(reading: &Reading, limits: Bounds) -> bool {
    let named = reading
        .ratio()
        .into_iter()
        .flat_map(|bounds| [bounds.min, bounds.max])
        .flatten();
    named.into_iter().any(|end| !limits.hold(end))
}

#[cfg(test)]
mod tests;
