//! What a person said about a file: which sheet, which row is the header, which column is which field, and what its words mean.
//! Remembered per source,
//! and given on the command line as `--mapping` (contract 21).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::aliases::{Meaning, heading_key};
use crate::roster::fields::Field;

/// What a person said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The sheet's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The first row of the header, from 1, as spreadsheets count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<u32>,
    /// By heading, or by column letters, the field's name; `-` for a column that is not read.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// What words mean that only the office knows: by field, by word, the value.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<String, BTreeMap<String, String>>,
}

/// Why a mapping cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MappingFault {
    /// The roster has no such field.
    FieldUnknown {
        /// The column.
        column: String,
        /// What it should be.
        field: String,
    },
    /// Rows are counted from 1.
    HeaderZero,
    /// Two columns are one field that only one column can be.
    FieldTwice {
        /// Its name.
        field: String,
    },
}

/// A column that is not read.
const IGNORE: [&str; 3] = ["-", "", "ignore"];

impl Mapping {
    /// What is wrong with it, all of it.
    pub fn faults<F: Field>(&self) -> Vec<MappingFault> {
        let mut faults = Vec::new();
        if self.header == Some(0) {
            faults.push(MappingFault::HeaderZero);
        }
        let mut seen: Vec<F> = Vec::new();
        for (column, field) in &self.columns {
            match meaning::<F>(field) {
                Meaning::Field(field) if seen.contains(&field) && !field.repeats() => {
                    let field = field.name().to_owned();
                    faults.push(MappingFault::FieldTwice { field });
                }
                Meaning::Field(field) => seen.push(field),
                Meaning::Nothing => {}
                Meaning::Unknown => faults.push(MappingFault::FieldUnknown {
                    column: column.clone(),
                    field: field.clone(),
                }),
            }
        }
        faults
    }

    /// The header's first row, from 0.
    pub(super) fn header_index(&self) -> Option<usize> {
        usize::try_from(self.header?.checked_sub(1)?).ok()
    }

    /// Whether it says something of this column.
    pub(super) fn names(&self, heading: &str, index: usize) -> bool {
        self.of(heading, index).is_some()
    }

    /// What it says of this column, if anything that can be.
    pub(super) fn field<F: Field>(&self, heading: &str, index: usize) -> Option<Meaning<F>> {
        match meaning::<F>(self.of(heading, index)?) {
            Meaning::Unknown => None,
            meaning => Some(meaning),
        }
    }

    /// By its heading, else by its letters.
    fn of(&self, heading: &str, index: usize) -> Option<&String> {
        let key = heading_key(heading);
        let same = |(column, _): &(&String, &String)| !key.is_empty() && heading_key(column) == key;
        let letters = column_letters(index);
        let by_heading = self.columns.iter().find(same).map(|(_, field)| field);
        by_heading.or_else(|| self.columns.get(&letters))
    }
}

/// A field by its name or by its own heading.
fn meaning<F: Field>(text: &str) -> Meaning<F> {
    if IGNORE.contains(&text) {
        return Meaning::Nothing;
    }
    let by_heading = || F::all().iter().copied().find(|field| field.heading() == text);
    let field = text.parse().ok().or_else(by_heading);
    field.map_or(Meaning::Unknown, Meaning::Field)
}

/// A column's letters, as spreadsheets name it: A for 0, AA for 26.
pub fn column_letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
