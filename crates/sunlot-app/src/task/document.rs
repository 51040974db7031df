//! A task as it is kept: one document in each version, with its keys in one order, so that the same task has the same bytes.

use serde::{Deserialize, Serialize};
use sunlot_rules::day::Day;
use sunlot_rules::pool::{Clause, StratumRule};
use sunlot_store::task::TaskRow;

use super::joint::Answer;
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
    /// Which unit carries it out (R-02).
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
    /// Why it is another than its line of the plan; none: it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beyond: Option<Beyond>,
}

/// Why a task is another than its line of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Beyond {
    /// One of the reasons that the law knows.
    pub code: String,
    /// The same in words.
    pub why: String,
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
    /// What partner departments answered; none: nobody has.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Answer>,
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

    /// By which reason it is another than its line of the plan; empty: by none.
    pub fn beyond_code(&self) -> &str {
        self.beyond.as_ref().map_or("", |beyond| beyond.code.as_str())
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
            ("beyond", self.beyond != other.beyond),
        ]
        .into_iter()
        .filter_map(|(name, differs)| differs.then_some(name))
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A task as offices have written it since there are tasks.
    const KEPT: &str = concat!(
        r#"{"kind":"double_random","basis":"","superior":"","from":"2026-12-01","to":"2026-12-18","unit":"","person":"","#,
        r#""modes":[],"rules":null,"items":[1],"scope":[],"strata":[],"crew":{"later":false,"joint":false,"lead":"流通科","#,
        r#""partners":[],"size":null,"cap":null,"left_out":[]},"approval":null}"#
    );

    #[test]
    fn what_offices_have_written_is_read_and_written_as_it_was() {
        let document: TaskDocument = serde_json::from_str(KEPT).unwrap();
        assert_eq!(
            document.kept().unwrap(),
            KEPT,
            "a part that a task does not have leaves no trace in its bytes"
        );
    }

    #[test]
    fn places_and_what_names_are_of_are_kept_where_somebody_wrote_them() {
        let crew = Crew {
            by: Some("unit".to_owned()),
            slots: vec![
                vec![Place {
                    role: "lead".to_owned(),
                    ..Place::default()
                }],
                Vec::new(),
            ],
            ..Crew::default()
        };
        let kept = serde_json::to_string(&crew).unwrap();
        assert!(
            kept.ends_with(r#""by":"unit","slots":[[{"role":"lead"}],[]]}"#),
            "behind what was there before: {kept}"
        );
        let read: Crew = serde_json::from_str(&kept).unwrap();
        assert_eq!(read, crew, "and read as it was written");
    }
}
