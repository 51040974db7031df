//! Conditions over the registry: what a scope and a stratum are declared by. All clauses of a rule must hold.
//!
//! A condition is looked up once for each different value of a column and not once for each target, so that a million targets
//! are sorted out in milliseconds.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::registry::{Column, Registry};
use crate::roster::words::{CreditClass, RegistrationStatus, RiskLevel, TargetKind, TriggerFlag};

/// What a clause asks about.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Field {
    /// What kind of target it is.
    Kind,
    /// Its class of credit.
    Credit,
    /// Its level of risk.
    Risk,
    /// The flags in force on the day.
    Flags,
    /// Its tags: the fields of supervision it falls under.
    Tags,
    /// Its trade, by words that stand in it.
    Industry,
    /// Its township.
    Township,
    /// Who looks after it.
    Supervisor,
    /// The roster it came with.
    Source,
}

impl Field {
    /// All of them.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name, which never changes.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The values that it may have, where there is a fixed choice.
    pub fn choices(self) -> Option<Vec<&'static str>> {
        fn names<T: Copy + Into<&'static str>>(all: &[T]) -> Option<Vec<&'static str>> {
            Some(all.iter().map(|value| (*value).into()).collect())
        }
        match self {
            Self::Kind => names(TargetKind::ALL),
            Self::Credit => names(CreditClass::ALL),
            Self::Risk => names(RiskLevel::ALL),
            Self::Flags => names(TriggerFlag::ALL),
            Self::Tags | Self::Industry | Self::Township | Self::Supervisor | Self::Source => None,
        }
    }

    const fn column(self) -> Option<Column> {
        match self {
            Self::Kind => Some(Column::Kind),
            Self::Credit => Some(Column::Credit),
            Self::Risk => Some(Column::Risk),
            Self::Tags => Some(Column::Tags),
            Self::Industry => Some(Column::Industry),
            Self::Township => Some(Column::Township),
            Self::Supervisor => Some(Column::Supervisor),
            Self::Source => Some(Column::Source),
            Self::Flags => None,
        }
    }
}

/// A condition: one of these values, or none of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// What it asks about.
    pub field: Field,
    /// The values; an empty text stands for those of whom nothing is known.
    pub any_of: Vec<String>,
    /// Whether none of them may be.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not: bool,
}

/// What is wrong with a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClauseFault {
    /// It names no value.
    NoValue,
    /// This is none of the field's values.
    NoChoice {
        /// What was said.
        found: String,
    },
    /// The same field is asked about twice in one rule.
    Twice,
}

impl Clause {
    /// One of these values.
    pub fn any(field: Field, values: &[&str]) -> Self {
        Self {
            field,
            any_of: values.iter().map(|value| (*value).to_owned()).collect(),
            not: false,
        }
    }

    /// None of these values.
    pub fn none(field: Field, values: &[&str]) -> Self {
        Self {
            not: true,
            ..Self::any(field, values)
        }
    }
}

/// What is wrong with the clauses of a rule, each by its place.
pub fn check(clauses: &[Clause]) -> Vec<(usize, ClauseFault)> {
    let mut faults = Vec::new();
    for (at, clause) in clauses.iter().enumerate() {
        if clause.any_of.is_empty() {
            faults.push((at, ClauseFault::NoValue));
        }
        if let Some(choices) = clause.field.choices() {
            let unknown = |value: &&String| !value.is_empty() && !choices.contains(&value.as_str());
            let found = clause.any_of.iter().filter(unknown).cloned();
            faults.extend(found.map(|found| (at, ClauseFault::NoChoice { found })));
        }
        let before = clauses.iter().take(at);
        if before
            .into_iter()
            .any(|other| other.field == clause.field && other.not == clause.not)
        {
            faults.push((at, ClauseFault::Twice));
        }
    }
    faults
}

/// Clauses made ready for one registry.
pub(super) struct Matcher {
    tests: Vec<Test>,
}

enum Test {
    /// Whether each value of a column is meant.
    Values { column: Column, meant: Vec<bool> },
    /// Whether one of these flags is set.
    Flags { bits: u16, none_too: bool, not: bool },
}

impl Matcher {
    pub fn new(clauses: &[Clause], registry: &Registry<'_>) -> Self {
        let test = |clause: &Clause| match clause.field.column() {
            Some(column) => {
                let values = registry.values(column);
                let meant = |value: &String| means(clause, value) != clause.not;
                Test::Values {
                    column,
                    meant: values.iter().map(meant).collect(),
                }
            }
            None => Test::Flags {
                bits: bits(&clause.any_of),
                none_too: clause.any_of.iter().any(String::is_empty),
                not: clause.not,
            },
        };
        Self {
            tests: clauses.iter().map(test).collect(),
        }
    }

    /// The place of the first clause that does not hold; none where all do.
    pub fn first_miss(&self, registry: &Registry<'_>, at: usize) -> Option<usize> {
        self.tests.iter().position(|test| !test.holds(registry, at))
    }

    /// Whether all clauses hold.
    pub fn holds(&self, registry: &Registry<'_>, at: usize) -> bool {
        self.tests.iter().all(|test| test.holds(registry, at))
    }
}

impl Test {
    fn holds(&self, registry: &Registry<'_>, at: usize) -> bool {
        match self {
            Self::Values { column, meant } => registry
                .value_at(*column, at)
                .and_then(|value| meant.get(value))
                .copied()
                .unwrap_or(false),
            Self::Flags { bits, none_too, not } => {
                let set = registry.flag_bits(at);
                let meant = set & bits != 0 || *none_too && set == 0;
                meant != *not
            }
        }
    }
}

fn means(clause: &Clause, value: &str) -> bool {
    clause.any_of.iter().any(|wanted| match clause.field {
        _ if wanted.is_empty() => value.is_empty(),
        Field::Tags => value.split(['、', ',']).any(|tag| tag.trim() == wanted),
        Field::Industry => value.contains(wanted.as_str()),
        _ => value == wanted,
    })
}

/// The bit of each flag, in the order in which flags are declared.
pub(super) fn bits(flags: &[String]) -> u16 {
    let known = flags.iter().filter_map(|flag| flag.parse::<TriggerFlag>().ok());
    known.fold(0, |bits, flag| bits | bit(flag))
}

/// The bit of a flag.
pub fn bit(flag: TriggerFlag) -> u16 {
    let place = TriggerFlag::ALL.iter().position(|other| *other == flag);
    place
        .and_then(|place| u32::try_from(place).ok())
        .and_then(|place| 1_u16.checked_shl(place))
        .unwrap_or(0)
}

/// The flags of these bits.
pub(super) fn flags_of(bits: u16) -> Vec<TriggerFlag> {
    let all = TriggerFlag::ALL.iter().copied();
    all.filter(|flag| bits & bit(*flag) != 0).collect()
}

/// Whether the status of a target lets it be inspected.
pub(super) fn is_active(status: &str) -> bool {
    status
        .parse()
        .is_ok_and(|status: RegistrationStatus| status.is_active())
}
