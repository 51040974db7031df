//! A blank roster for an office that has none: the columns that are read, with pull-downs and what to write.

use std::io::{BufWriter, Write};

use sunlot_roster::{Template, TemplateColumn, write_template};
use sunlot_rules::roster::fields::{Field, Need, TargetField};

use super::entry_wire::RosterTemplate;
use super::export::width;
use super::labels;
use super::list::small;
use crate::commands::Act;
use crate::import::{FileWritten, Registry};
use crate::{Desk, Result, file};

impl Desk {
    /// Writes a blank roster.
    pub fn roster_template(&self, request: &RosterTemplate) -> Result<FileWritten> {
        self.may(Act::RosterTemplate)?;
        let Registry::Targets = request.registry;
        let place = self.place_for(request.path.as_deref(), labels::TEMPLATE_FILE, "xlsx")?;
        let columns: Vec<TemplateColumn> = TargetField::ALL
            .iter()
            .copied()
            // One column takes either code.
            .filter(|field| !matches!(field, TargetField::Uscc | TargetField::RegNo))
            .map(column)
            .collect();
        let rows = small(columns.len());
        let template = Template {
            sheet: labels::LIST_FILE.to_owned(),
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
}

fn column(field: TargetField) -> TemplateColumn {
    let choices: Vec<String> = labels::choices_of(field.name())
        .into_iter()
        .map(|told| told.label)
        .collect();
    TemplateColumn {
        heading: field.heading().to_owned(),
        width: width(field.name()),
        need: labels::need(field.need() == Need::Required, field.need() == Need::Key).to_owned(),
        note: labels::how_to_fill(field, &choices),
        choices,
    }
}
