//! A task as it is kept: one document in each version, with its keys in one order, so that the same task has the same bytes.

use serde::{Deserialize, Serialize};
use sunlot_rules::day::Day;
use sunlot_rules::pool::{Clause, StratumRule};
use sunlot_store::task::TaskRow;

use super::places::Place;
use crate::{Error, Reason, Result};

/// What a task says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct TaskDocument {
    /// What sort of inspection.
    pub kind: String,
    /// On what it rests, where no plan has it.
    pub basis: String,
    /// The document of the office above that ordered it.
    pub superior: String,
    /// The first day of the visits.
    pub from: String,
    /// The last one.
    pub to: String,
    /// Which unit carries it out.
    pub unit: String,
    /// Who answers for it.
    pub person: String,
    /// How it is inspected.
    pub modes: Vec<String>,
    /// The profile; without it the one in force.
    pub rules: Option<i64>,
    /// What is inspected.
    pub items: Vec<i64>,
    /// Who is in scope.
    pub scope: Vec<Clause>,
    /// The strata.
    pub strata: Vec<StratumRule>,
    /// Who inspects.
    pub crew: Crew,
    /// Who approved it.
    pub approval: Option<Approval>,
}

/// Who inspects.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Crew {
    /// Whether crews are drawn later.
    pub later: bool,
    /// Whether several departments inspect together.
    pub joint: bool,
    /// The department that leads.
    pub lead: String,
    /// The others.
    pub partners: Vec<String>,
    /// How many for a target; none: as few as the profile allows.
    pub size: Option<u32>,
    /// So many targets one takes at most; none: what the profile says.
    pub cap: Option<u32>,
    /// Inspectors who are left out.
    pub left_out: Vec<LeftOut>,
    /// What the names of lead and partners are of: unit or department; nothing: whichever the registry knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// By stratum the places that somebody wrote; none: as they follow.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub slots: Vec<Vec<Place>>,
}

/// An inspector who is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LeftOut {
    /// Who.
    pub inspector: i64,
    /// On what it rests.
    pub basis: String,
}

/// Who approved a task, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Approval {
    /// By whom.
    pub by: String,
    /// When.
    pub on: String,
}

impl TaskDocument {
    /// Reads what is kept.
    pub fn read(row: &TaskRow) -> Result<Self> {
        serde_json::from_str(&row.document)
            .map_err(|error| Error::new(Reason::OfficeDamaged, format!("task: {error}")))
    }

    /// What is kept of it.
    pub fn kept(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| Error::new(Reason::Internal, error.to_string()))
    }

    /// The first and the last day of the visits.
    pub fn period(&self) -> Result<(Day, Day)> {
        let day = |text: &str| {
            Day::parse(text).ok_or_else(|| Error::new(Reason::OfficeDamaged, format!("task: no day {text}")))
        };
        Ok((day(&self.from)?, day(&self.to)?))
    }

    /// What differs from another, by the names of its parts.
    pub fn differences(&self, other: &Self) -> Vec<&'static str> {
        [
            ("kind", self.kind != other.kind),
            ("basis", self.basis != other.basis),
            ("superior", self.superior != other.superior),
            ("period", (&self.from, &self.to) != (&other.from, &other.to)),
            ("unit", (&self.unit, &self.person) != (&other.unit, &other.person)),
            ("modes", self.modes != other.modes),
            ("rules", self.rules != other.rules),
            ("items", self.items != other.items),
            ("scope", self.scope != other.scope),
            ("strata", self.strata != other.strata),
            ("crew", self.crew != other.crew),
        ]
        .into_iter()
        .filter_map(|(name, differs)| differs.then_some(name))
        .collect()
    }
}
