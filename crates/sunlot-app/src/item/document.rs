//! An item as one document: its texts, the laws that it rests on, and the points that are looked at. The last two stand in
//! its version as JSON, each value with its keys in one order and without what is empty, so that the same item has the same
//! bytes.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sunlot_rules::day::Day;
use sunlot_rules::item::parts::names_a_law;
use sunlot_rules::item::{Facts, RatioAuthority, Validity};
use sunlot_rules::roster::ratio::Bounds;
use sunlot_store::Values;
use sunlot_store::item::{Column, StoredItem};

use super::wire::{CheckPoint, LegalBasis};
use super::{labels, ratio};
use crate::{Error, Reason, Result};

/// A law that an item rests on, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptBasis {
    pub law: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub article: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub valid_from: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub valid_to: String,
}

/// A point that is looked at, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptPoint {
    pub content: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub method: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub materials: String,
}

/// An item, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Document {
    pub id: i64,
    pub version: i64,
    pub values: Values,
    pub bases: Vec<KeptBasis>,
    pub points: Vec<KeptPoint>,
    validities: Vec<Validity>,
    /// Of those that name a law: the others are no basis for anything.
    named: Vec<Validity>,
}

impl Document {
    /// Reads a version.
    pub fn read(stored: StoredItem) -> Result<Self> {
        let bases: Vec<KeptBasis> = parse(stored.get(Column::Bases))?;
        let points = parse(stored.get(Column::CheckPoints))?;
        let validities = bases.iter().map(KeptBasis::validity).collect();
        let named = bases.iter().filter(|basis| names_a_law(&basis.law));
        let named = named.map(KeptBasis::validity).collect();
        Ok(Self {
            id: stored.id,
            version: stored.version,
            values: stored.values,
            bases,
            points,
            validities,
            named,
        })
    }

    pub fn get(&self, column: Column) -> &str {
        self.values.get(column.place())
    }

    /// Whether it is in the list.
    pub fn listed(&self) -> bool {
        self.get(Column::Membership) == "in"
    }

    /// Whether it is a starter that nobody has compared with the law.
    pub fn example(&self) -> bool {
        !self.get(Column::Example).is_empty()
    }

    /// The office's own number.
    pub fn number(&self) -> String {
        labels::number(self.id)
    }

    /// What it is called, with its part.
    pub fn full_name(&self) -> String {
        labels::full_name(self.get(Column::Name), self.get(Column::SubItem))
    }

    /// The code that the office's list gives it, as it is compared.
    pub fn code_key(&self) -> String {
        sunlot_rules::text::searchable(self.get(Column::Code))
    }

    /// What two items of one list may not have in common.
    pub fn twin_key(&self) -> (String, String) {
        let key = |column| sunlot_rules::text::searchable(self.get(column));
        (key(Column::Name), key(Column::SubItem))
    }

    /// Within what the ratio must lie.
    pub fn limits(&self) -> Bounds {
        Bounds {
            min: ratio::exact(self.get(Column::RatioMin)),
            max: ratio::exact(self.get(Column::RatioMax)),
        }
    }

    /// What the rules ask of it.
    pub fn facts(&self) -> Facts<'_> {
        let there = |column| !self.get(column).is_empty();
        Facts {
            bases: &self.named,
            listed: self.listed(),
            example: self.example(),
            ratio: self.get(Column::Ratio),
            frequency: self.get(Column::Frequency),
            authority: self.get(Column::RatioAuthority).parse().ok(),
            limits: self.limits(),
            duty: there(Column::DutyCode),
            check_points: self.points.len(),
            unit: there(Column::Unit),
            person: there(Column::Person),
        }
    }

    /// Who decides its ratio.
    pub fn authority(&self) -> Option<RatioAuthority> {
        self.get(Column::RatioAuthority).parse().ok()
    }

    /// Its laws, as they are told on a day.
    pub fn told_bases(&self, on: Day) -> Vec<LegalBasis> {
        let told = |(basis, validity): (&KeptBasis, &Validity)| LegalBasis {
            law: basis.law.clone(),
            article: basis.article.clone(),
            text: basis.text.clone(),
            valid_from: basis.valid_from.clone(),
            valid_to: basis.valid_to.clone(),
            state: if names_a_law(&basis.law) {
                labels::basis_state(validity.state(on))
            } else {
                labels::basis_unnamed()
            },
        };
        self.bases.iter().zip(&self.validities).map(told).collect()
    }

    /// The points that are looked at.
    pub fn told_points(&self) -> Vec<CheckPoint> {
        let told = |point: &KeptPoint| CheckPoint {
            content: point.content.clone(),
            method: point.method.clone(),
            materials: point.materials.clone(),
        };
        self.points.iter().map(told).collect()
    }
}

impl KeptBasis {
    fn validity(&self) -> Validity {
        let (from, to) = (Day::parse(&self.valid_from), Day::parse(&self.valid_to));
        Validity::new(from, to).unwrap_or_default()
    }

    /// The same for people.
    pub fn told(&self) -> String {
        labels::law(&self.law, &self.article)
    }
}

/// What is kept of a list; nothing of an empty one.
pub(super) fn kept<T: Serialize>(list: &[T]) -> Result<String> {
    if list.is_empty() {
        return Ok(String::new());
    }
    serde_json::to_string(list).map_err(|error| Error::new(Reason::Internal, error.to_string()))
}

/// Reads what was kept. The table takes JSON only, but somebody may have written past the program.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<Vec<T>> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    serde_json::from_str(text).map_err(|error| Error::new(Reason::OfficeDamaged, error.to_string()))
}
