//! The registry as a pool is made from it: columns of values that many targets share, flags by bits, and visits by target. Whoever
//! holds the registry in memory lends it; nothing is copied.

use strum::{EnumCount, VariantArray};

use crate::cap::VisitFact;

/// The columns that rules ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, EnumCount)]
pub enum Column {
    /// What kind of target it is.
    Kind,
    /// Its class of credit.
    Credit,
    /// Its level of risk.
    Risk,
    /// Its tags, between commas.
    Tags,
    /// Its trade.
    Industry,
    /// Its township.
    Township,
    /// Who looks after it.
    Supervisor,
    /// The roster it came with.
    Source,
    /// How it stands in the register of companies.
    Status,
    /// Whether it is in the registry: in, suspended, removed.
    Membership,
}

/// A column: its different values, and which of them each target has.
#[derive(Clone, Copy, Debug)]
pub struct Values<'r> {
    /// The values.
    pub texts: &'r [String],
    /// The place of each target's value.
    pub of: &'r [u32],
}

/// A registry, lent.
#[derive(Clone, Debug)]
pub struct Registry<'r> {
    columns: Vec<Values<'r>>,
    flags: &'r [u16],
    visits: &'r Visits,
    count: usize,
}

/// Visits by target.
#[derive(Clone, Debug, Default)]
pub struct Visits {
    /// Of which target each is, ascending.
    targets: Vec<usize>,
    facts: Vec<VisitFact>,
}

impl Visits {
    /// Visits in any order, each with the place of its target.
    pub fn new(mut visits: Vec<(usize, VisitFact)>) -> Self {
        visits.sort_by_key(|(at, fact)| (*at, fact.first, fact.id));
        let (targets, facts) = visits.into_iter().unzip();
        Self { targets, facts }
    }

    /// The visits to one target, the earliest first.
    pub fn of(&self, at: usize) -> &[VisitFact] {
        let from = self.targets.partition_point(|target| *target < at);
        let rest = self.targets.get(from..).unwrap_or_default();
        let length = rest.partition_point(|target| *target == at);
        self.facts.get(from..from + length).unwrap_or_default()
    }
}

impl<'r> Registry<'r> {
    /// So many targets. `column` lends the values of each column; `flags` has one entry for each target, as [`super::bit`] says.
    pub fn new(
        count: usize,
        column: impl Fn(Column) -> Values<'r>,
        flags: &'r [u16],
        visits: &'r Visits,
    ) -> Self {
        Self {
            columns: Column::VARIANTS.iter().map(|one| column(*one)).collect(),
            flags,
            visits,
            count,
        }
    }

    /// How many targets there are.
    pub const fn count(&self) -> usize {
        self.count
    }

    /// The different values of a column.
    pub fn values(&self, column: Column) -> &'r [String] {
        self.columns.get(place(column)).map_or(&[], |values| values.texts)
    }

    pub(super) fn value_at(&self, column: Column, at: usize) -> Option<usize> {
        let value = self.columns.get(place(column))?.of.get(at)?;
        usize::try_from(*value).ok()
    }

    /// What a target has in a column.
    pub fn text(&self, column: Column, at: usize) -> &'r str {
        self.value_at(column, at)
            .and_then(|value| self.values(column).get(value))
            .map_or("", String::as_str)
    }

    pub(super) fn flag_bits(&self, at: usize) -> u16 {
        self.flags.get(at).copied().unwrap_or(0)
    }

    /// The visits to a target.
    pub fn visits(&self, at: usize) -> &'r [VisitFact] {
        self.visits.of(at)
    }
}

fn place(column: Column) -> usize {
    Column::VARIANTS
        .iter()
        .position(|other| *other == column)
        .unwrap_or(Column::COUNT)
}
