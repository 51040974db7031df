//! Exporting the trail as it is shown: every event that a filter lets through, oldest first, as a worksheet.

use std::io::{self, BufWriter, Write};

use sunlot_roster::{Cell, Column, Imprint, MAX_ROWS, Table, write_table};
use sunlot_store::trail;

use super::filter::heading;
use super::view::told_if;
use super::wire::{TrailExport, TrailExported};
use crate::account::Names;
use crate::commands::Act;
use crate::file::Named;
use crate::labels::{TRAIL_COLUMNS, WHOLE_TRAIL, moment_exactly};
use crate::{Desk, Error, Reason, Result, file};

/// How wide the columns are, in characters; with the sheet on its side they fit A4.
const WIDTHS: [f64; 7] = [9.0, 20.0, 18.0, 14.0, 16.0, 60.0, 66.0];

impl Desk {
    /// Writes what is shown into a worksheet.
    pub fn trail_export(&self, request: &TrailExport) -> Result<TrailExported> {
        let place = self.place_for(
            Named::of(request.file.as_deref(), request.overwrite),
            WHOLE_TRAIL,
            "xlsx",
        )?;
        let rows = self.read_aside(Act::TrailExport, |office| {
            let names = Names::read(office)?;
            let mut seqs = Vec::new();
            self.each_found(office, &request.filter, None, &mut |seq| {
                seqs.push(seq);
                Ok(true)
            })?;
            let found = i64::try_from(seqs.len()).unwrap_or(i64::MAX);
            if found > MAX_ROWS {
                return Err(Error::new(Reason::TooManyRows { found, max: MAX_ROWS }, ""));
            }
            let columns = TRAIL_COLUMNS.iter().zip(WIDTHS);
            let table = Table {
                sheet: WHOLE_TRAIL.to_owned(),
                title: heading(&request.filter, &names),
                columns: columns
                    .map(|(heading, width)| Column {
                        heading: (*heading).to_owned(),
                        width,
                    })
                    .collect(),
                imprint: Imprint {
                    program: concat!("Sunlot ", env!("CARGO_PKG_VERSION")).to_owned(),
                    made: self.now().naive_local(),
                },
            };
            let rows = seqs.iter().rev().map(|seq| {
                let stored = trail::event(office, *seq).map_err(io::Error::other)?;
                let stored = stored.ok_or_else(|| io::Error::other(format!("event {seq} is gone")))?;
                let stands = trail::stands(office, *seq).map_err(io::Error::other)?;
                Ok(row(told_if(stored, &names, stands != Some(false))))
            });
            file::replace(&place, |file| {
                let mut out = BufWriter::new(file);
                write_table(&mut out, &table, rows)?;
                out.flush()
            })
            .map_err(|error| file::failed(&place, &error))?;
            Ok(found)
        })?;
        Ok(TrailExported {
            file: place.display().to_string(),
            rows,
        })
    }
}

fn row(entry: super::TrailEntry) -> Vec<Cell> {
    vec![
        Cell::Number(entry.seq),
        Cell::Text(moment_exactly(&entry.at)),
        Cell::Text(entry.actor),
        Cell::Text(entry.second.unwrap_or_default()),
        Cell::Text(entry.label),
        Cell::Text(entry.sentence),
        Cell::Text(entry.hash),
    ]
}
