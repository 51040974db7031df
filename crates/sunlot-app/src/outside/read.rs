//! The result of a draw out of a file: its rows with targets, and the people that it names. What was not understood is told row by
//! row. Files are read by `reader`, in a process of its own; nothing is kept here.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use sunlot_rules::roster::cell::{CellForm, Cleaned};
use sunlot_rules::roster::cert::{self, CertNo};
use sunlot_rules::roster::fields::{DrawField, Field};
use sunlot_rules::roster::list;

use super::fault::{OutsideFault, fault};
use super::labels;
use super::matching::Asked;
use super::record;
use super::wire::OutsideTake;
use crate::import::{Row, Tables, digest_of};
use crate::reader::{Ask, Part, TableSource};
use crate::registry::Told;
use crate::registry::labels::told;
use crate::{Desk, Result};

/// So many rows are read at most: what is longer is no draw but a registry.
const MOST_ROWS: u32 = 5_000;

/// A file as it was read.
pub(super) struct Sheet {
    /// What it is called.
    pub file: String,
    /// SHA-256 of its bytes in lower-case hex.
    pub digest: String,
    /// The sheet that was read.
    pub name: String,
    pub sheets: Vec<String>,
    pub columns: Vec<Told>,
    pub targets: Vec<Asked>,
    pub people: Vec<Named>,
    /// What it says is inspected, each once.
    pub items: Vec<String>,
    pub notices: Vec<Told>,
    /// What it says of the draw itself, by the fields of the form; a list says nothing.
    pub values: BTreeMap<String, String>,
}

/// Somebody whom a file names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub name: String,
    /// The number of the certificate; empty: there is none.
    pub cert: String,
}

impl Desk {
    /// Reads the file of a request, where it names one.
    pub(super) fn outside_sheet(&self, request: &OutsideTake) -> Result<Option<Sheet>> {
        let path = request.path.trim();
        if path.is_empty() {
            return Ok(None);
        }
        let source = TableSource::File(path.into());
        let file = Path::new(path).file_name().unwrap_or_default();
        let file = file.to_string_lossy().into_owned();
        if record::is_record(Path::new(path)) {
            return record::read(Path::new(path), file).map(Some);
        }
        let ask = Ask {
            sheet: None,
            rows: Some(MOST_ROWS + 1),
        };
        let mut tables = Tables::default();
        let reading = self.env().reader.read(
            &source,
            &ask,
            &mut |part| {
                match part {
                    Part::Sheet(head) => tables.begin(head),
                    Part::Row { number, cells } => tables.take(number, cells),
                    Part::Book(_) | Part::SheetEnd(_) => {}
                }
                Ok(())
            },
            &AtomicBool::new(false),
        )?;
        let wanted = Some(request.sheet.trim()).filter(|sheet| !sheet.is_empty());
        let found = tables.find::<DrawField>(wanted)?;
        if found.rows().is_empty() {
            let sheet = found.name.to_owned();
            return Err(fault(OutsideFault::OutsideEmpty { file, sheet }));
        }
        if found.rows().len() >= usize::try_from(MOST_ROWS).unwrap_or(usize::MAX) {
            let most = MOST_ROWS;
            return Err(fault(OutsideFault::OutsideLong { file, most }));
        }
        let warnings = reading.warnings.iter().map(crate::messages::reader::of_warning);
        let mut notices: Vec<Told> = warnings.map(|text| told("file", &text)).collect();
        let left_out = found.left_out.iter();
        notices.extend(left_out.map(|(row, why)| told(&row.to_string(), why)));
        let mut sheet = Sheet {
            file,
            digest: hex::encode(digest_of(&source)?),
            name: found.name.to_owned(),
            sheets: tables.names(),
            columns: found.columns().into_iter().map(column).collect(),
            targets: Vec::new(),
            people: Vec::new(),
            items: Vec::new(),
            notices,
            values: BTreeMap::new(),
        };
        for row in found.rows() {
            sheet.take(row);
        }
        Ok(Some(sheet))
    }
}

fn column((heading, field): (String, Option<DrawField>)) -> Told {
    let label = field.map(DrawField::heading).unwrap_or_default();
    told(&heading, label)
}

impl Sheet {
    fn take(&mut self, row: &Row<DrawField>) {
        let people = self.people_of(row);
        let (name, code) = (row.text(DrawField::Name), row.cell(DrawField::Code));
        if !name.is_empty() || !code.is_empty() {
            self.targets.push(Asked {
                row: row.number,
                name: name.to_owned(),
                code: code.text.clone().into_owned(),
                form: code.form,
            });
        } else if people.is_empty() {
            self.say(row.number, &labels::nameless(row.number));
        }
        for item in list::values(row.text(DrawField::Items)) {
            if !self.items.contains(&item) {
                self.items.push(item);
            }
        }
        for person in people {
            if !self.people.contains(&person) {
                self.people.push(person);
            }
        }
    }

    /// The people of a row: as many certificates as names belong together.
    fn people_of(&mut self, row: &Row<DrawField>) -> Vec<Named> {
        let told = row.text(DrawField::Inspectors);
        let certs = self.certificates(row);
        let mut names = list::values(told);
        if names.len() != certs.len() {
            let words: Vec<String> = told.split_whitespace().map(str::to_owned).collect();
            if words.len() == certs.len() {
                names = words;
            }
        }
        if certs.is_empty() {
            let nobody = |name: String| Named {
                name,
                cert: String::new(),
            };
            return names.into_iter().map(nobody).collect();
        }
        let paired = names.len() == certs.len();
        let certs = certs.into_iter().enumerate();
        certs
            .map(|(at, cert)| Named {
                name: names.get(at).filter(|_| paired).cloned().unwrap_or_default(),
                cert,
            })
            .collect()
    }

    fn certificates(&mut self, row: &Row<DrawField>) -> Vec<String> {
        let cell = row.cell(DrawField::CertNo);
        let numbers = list::certificates(&cell.text);
        if numbers.len() > 1 && cell.form != CellForm::Number {
            let (numbers, words): (Vec<String>, Vec<String>) =
                numbers.into_iter().partition(|number| cert::is_number(number));
            for word in words {
                self.say(row.number, &labels::cert_damaged(row.number, &word));
            }
            return numbers;
        }
        match one(&cell) {
            Ok(number) => number.into_iter().collect(),
            Err(found) => {
                self.say(row.number, &labels::cert_damaged(row.number, &found));
                Vec::new()
            }
        }
    }

    fn say(&mut self, row: u32, text: &str) {
        self.notices.push(told(&row.to_string(), text));
    }
}

/// The certificate of a cell, where there is one; what stands there, where nobody can tell.
pub(super) fn one(cell: &Cleaned<'_>) -> std::result::Result<Option<String>, String> {
    match cert::read(cell) {
        CertNo::Missing => Ok(None),
        CertNo::Whole(number) | CertNo::Doubtful(number) => Ok(Some(number)),
        CertNo::Damaged(found) | CertNo::Words(found) => Err(found),
        CertNo::TooLong { .. } => Err(cell.text.clone().into_owned()),
    }
}
