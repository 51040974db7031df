//! A list as it is shown, as a file; and a blank roster.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use sunlot_roster::{
    Cell, Column, Encoding, Imprint, MAX_ROWS, Table, Template, TemplateColumn, write_csv, write_table,
    write_template,
};

use super::{ListFormat, labels};
use crate::file::Named;
use crate::import::FileWritten;
use crate::{Desk, Error, Reason, Result, file};

/// A list to be written.
pub(crate) struct List<'l> {
    /// What the sheet and the file are called.
    pub sheet: &'static str,
    /// What the list is headed with.
    pub title: String,
    /// The columns: heading, and width in characters.
    pub columns: Vec<(&'static str, f64)>,
    /// As what sort of file.
    pub format: ListFormat,
    /// How many rows there are.
    pub count: usize,
    /// The file.
    pub named: Named<'l>,
}

impl Desk {
    /// The file of a list.
    pub(crate) fn place_of_list(&self, list: &List<'_>) -> Result<PathBuf> {
        let ending = if list.format == ListFormat::Xlsx {
            "xlsx"
        } else {
            "csv"
        };
        self.place_for(list.named, list.sheet, ending)
    }

    /// Writes a list; texts that a spreadsheet would take for formulas are escaped (case 48).
    pub(crate) fn write_list(
        &self,
        list: &List<'_>,
        rows: impl Iterator<Item = io::Result<Vec<Cell>>>,
    ) -> Result<FileWritten> {
        let found = i64::try_from(list.count).unwrap_or(i64::MAX);
        if list.format == ListFormat::Xlsx && found > MAX_ROWS {
            let max = MAX_ROWS;
            return Err(Error::new(Reason::TooManyRows { found, max }, ""));
        }
        let place = self.place_of_list(list)?;
        let headings = || -> Vec<String> {
            let headings = list.columns.iter();
            headings.map(|(heading, _)| (*heading).to_owned()).collect()
        };
        file::replace(&place, |file| {
            let mut out = BufWriter::new(file);
            match list.format {
                ListFormat::Xlsx => write_table(&mut out, &self.table_of(list), rows)?,
                ListFormat::Csv => write_csv(&mut out, &headings(), rows, Encoding::Utf8)?,
                ListFormat::CsvGb18030 => write_csv(&mut out, &headings(), rows, Encoding::Gb18030)?,
            }
            out.flush()
        })
        .map_err(|error| file::failed(&place, &error))?;
        Ok(FileWritten {
            path: place.display().to_string(),
            rows: u32::try_from(list.count).unwrap_or(u32::MAX),
        })
    }

    /// Writes a blank roster: what `sheet` and the file are called, and its columns.
    pub(crate) fn write_blank(
        &self,
        (sheet, stem): (&str, &str),
        columns: Vec<TemplateColumn>,
        named: Named<'_>,
    ) -> Result<FileWritten> {
        let place = self.place_for(named, stem, "xlsx")?;
        let rows = u32::try_from(columns.len()).unwrap_or(u32::MAX);
        let template = Template {
            sheet: sheet.to_owned(),
            notes: labels::TEMPLATE_NOTES.to_owned(),
            note_headings: labels::TEMPLATE_NOTE_HEADINGS.map(str::to_owned),
            columns,
            imprint: self.imprint(),
        };
        file::replace(&place, |file| {
            let mut out = BufWriter::new(file);
            write_template(&mut out, &template)?;
            out.flush()
        })
        .map_err(|error| file::failed(&place, &error))?;
        Ok(FileWritten {
            path: place.display().to_string(),
            rows,
        })
    }

    /// Who makes a file, and when.
    pub(crate) fn imprint(&self) -> Imprint {
        Imprint {
            program: concat!("Sunlot ", env!("CARGO_PKG_VERSION")).to_owned(),
            made: self.now().naive_local(),
        }
    }

    fn table_of(&self, list: &List<'_>) -> Table {
        let column = |(heading, width): &(&str, f64)| Column {
            heading: (*heading).to_owned(),
            width: *width,
        };
        Table {
            sheet: list.sheet.to_owned(),
            title: list.title.clone(),
            columns: list.columns.iter().map(column).collect(),
            imprint: self.imprint(),
        }
    }
}
