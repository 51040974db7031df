//! People out of one sheet of a file that tells of other things as well: read, judged and compared by the rules of rosters of
//! inspectors. What is done with them is for whoever asked.

use std::collections::HashMap;

use sunlot_store::inspector::{self, Column};
use sunlot_store::{Change, Connection};

use super::acts::Read;
use super::fault::ImportFault;
use super::inspectors::Inspectors;
use super::register::Known;
use super::sheet::Sheet;
use super::shown::told;
use super::wire::{DuplicateRule, Fate, HiddenRows, ImportReading, ImportRow, Registry};
use super::work::{Compared, Held};
use super::{KnownPeople, labels};
use crate::reader::{Ask, Part, TableSource};
use crate::registry::check::day_of;
use crate::{Desk, Error, Reason, Result};

/// So many rows of each sheet are looked at for its headings.
const LOOKED_AT: u32 = 60;

/// The rows of such a sheet, as they were read.
pub(crate) struct PeopleRead(Read<Inspectors>);

/// The same with what would become of each.
pub(crate) struct PeopleCompared(Compared<Inspectors>);

/// What would become of one of them.
pub(crate) struct PersonRow {
    /// Its row in the file, from 1.
    pub row: u32,
    pub fate: Fate,
    /// Whom of the registry it is about.
    pub entry: Option<i64>,
    pub name: String,
    pub certs: Vec<String>,
    pub unit: String,
    pub department: String,
}

impl Desk {
    /// Reads one sheet of a file. Of several rows about one person that do not say the same none counts.
    pub(crate) fn people_of_sheet(&self, source: &TableSource, sheet: &str) -> Result<PeopleRead> {
        let running = self.imports().begin(self, labels::READING)?;
        let mut sheets = Vec::<Sheet>::new();
        let ask = Ask {
            sheet: None,
            rows: Some(LOOKED_AT),
        };
        self.env().reader.read(
            source,
            &ask,
            &mut |part| {
                match part {
                    Part::Sheet(head) => sheets.push(Sheet::new(head)),
                    Part::Row { number, cells } => {
                        if let Some(sheet) = sheets.last_mut() {
                            sheet.take(number, cells);
                        }
                    }
                    Part::Book(_) | Part::SheetEnd(_) => {}
                }
                Ok(())
            },
            running.stop(),
        )?;
        let held = Held {
            number: 0,
            registry: Registry::Inspectors,
            source: source.clone(),
            file: String::new(),
            digest: [0; 32],
            book: None,
            sheets,
            compared: None,
        };
        let reading = ImportReading {
            sheet: Some(sheet.to_owned()),
            kind_confirmed: true,
            hidden_rows: HiddenRows::Take,
            duplicates: DuplicateRule::Neither,
            ..ImportReading::default()
        };
        self.read_rows::<Inspectors>(&held, &reading, &running)
            .map(PeopleRead)
    }

    /// Compares them with the registry as it is now.
    pub(crate) fn people_against(&self, office: &Connection, read: PeopleRead) -> Result<PeopleCompared> {
        let today = self.today();
        let day = day_of(today).ok_or_else(|| Error::new(Reason::Internal, "the clock shows no day"))?;
        let known = KnownPeople::read(office, today)?;
        Ok(PeopleCompared(read.0.against(&known, day, HashMap::new())))
    }
}

impl PeopleRead {
    /// How many rows the file hides.
    pub fn hidden(&self) -> u32 {
        self.0.hidden
    }

    /// Writes into a column wherever the file says nothing.
    pub fn fill(&mut self, column: Column, text: &str) {
        for row in &mut self.0.rows {
            let values = &row.draft.values;
            if values.get(column.place()).is_empty() {
                row.draft.values = values.with(column.place(), text);
            }
        }
    }
}

impl PeopleCompared {
    pub fn rows(&self) -> Vec<PersonRow> {
        let rows = self.0.rows.iter();
        rows.map(|row| {
            let after = row.after();
            let text = |column: Column| after.get(column.place()).to_owned();
            let certs = [Column::CertNo, Column::SecondCertNo].map(text);
            PersonRow {
                row: row.draft.row,
                fate: row.fate,
                entry: row.entry,
                name: row.draft.values.get(Column::Name.place()).to_owned(),
                certs: certs.into_iter().filter(|cert| !cert.is_empty()).collect(),
                unit: text(Column::Unit),
                department: text(Column::Department),
            }
        })
        .collect()
    }

    /// Leaves a row out: something is wrong with it that the registry knows nothing of.
    pub fn refuse(&mut self, number: u32) {
        for row in self.0.rows.iter_mut().filter(|row| row.draft.row == number) {
            row.fate = Fate::Errors;
        }
    }

    /// The rows for people.
    pub fn told(&self, office: &Connection) -> Result<Vec<(Fate, ImportRow)>> {
        let rows = self.0.rows.iter();
        rows.map(|row| Ok((row.fate, told(Some(office), row)?))).collect()
    }

    /// Writes what is new and what changes; answers with whom each row that was taken is about.
    pub fn store(&self, change: &Change<'_>) -> Result<Vec<(u32, i64)>> {
        let mut taken = Vec::new();
        for row in &self.0.rows {
            let id = match (row.fate, row.entry) {
                (Fate::Added, _) => inspector::add(change, &row.after())?,
                (Fate::Updated, Some(id)) => {
                    let moved = || Error::new(ImportFault::ImportMoved, "");
                    let stored = inspector::by_id(change.tx(), id)?.ok_or_else(moved)?;
                    inspector::follow(change, id, stored.version + 1, &row.after())?;
                    id
                }
                (Fate::Same, Some(id)) => id,
                _ => continue,
            };
            taken.push((row.draft.row, id));
        }
        Ok(taken)
    }
}
