//! A blank roster for an office that has none: the columns that are read, with pull-downs and what to write.

use sunlot_roster::TemplateColumn;
use sunlot_rules::roster::fields::{Field, Need, TargetField, VisitField};
use sunlot_rules::roster::words::{InspectionMode, VisitOrigin};

use super::entry_wire::RosterTemplate;
use super::export::width;
use super::labels;
use crate::commands::Act;
use crate::file::Named;
use crate::import::{FileWritten, Registry};
use crate::registry::Told;
use crate::registry::labels::{all, need};
use crate::{Desk, Result, inspector, item};

impl Desk {
    /// Writes a blank roster.
    pub fn roster_template(&self, request: &RosterTemplate) -> Result<FileWritten> {
        self.may(Act::RosterTemplate)?;
        let (called, columns) = match request.registry {
            Registry::Targets => ((labels::LIST_FILE, labels::TEMPLATE_FILE), columns()),
            Registry::Inspectors => inspector::blank(),
            Registry::Visits => ((labels::LEDGER_FILE, labels::LEDGER_TEMPLATE), ledger()),
            Registry::Items => item::blank(),
        };
        self.write_blank(
            called,
            columns,
            Named::of(request.path.as_deref(), request.overwrite),
        )
    }
}

fn columns() -> Vec<TemplateColumn> {
    let fields = TargetField::ALL.iter().copied();
    // One column takes either code.
    fields
        .filter(|field| !matches!(field, TargetField::Uscc | TargetField::RegNo))
        .map(column)
        .collect()
}

/// Of visits that were made outside the program.
fn ledger() -> Vec<TemplateColumn> {
    let column = |field: &VisitField| {
        let told: Vec<Told> = match field {
            VisitField::Modes => all::<InspectionMode>(),
            VisitField::Origin => all::<VisitOrigin>(),
            _ => Vec::new(),
        };
        let choices: Vec<String> = told.into_iter().map(|told| told.label).collect();
        TemplateColumn {
            heading: field.heading().to_owned(),
            width: width(field.name()),
            need: need(field.need() == Need::Required, field.need() == Need::Key).to_owned(),
            note: labels::how_to_fill_visit(*field, &choices),
            // Several modes may stand in one cell, and a pull-down takes one.
            choices: if *field == VisitField::Origin {
                choices
            } else {
                Vec::new()
            },
        }
    };
    VisitField::ALL.iter().map(column).collect()
}

fn column(field: TargetField) -> TemplateColumn {
    let choices: Vec<String> = labels::choices_of(field.name())
        .into_iter()
        .map(|told| told.label)
        .collect();
    TemplateColumn {
        heading: field.heading().to_owned(),
        width: width(field.name()),
        need: need(field.need() == Need::Required, field.need() == Need::Key).to_owned(),
        note: labels::how_to_fill(field, &choices),
        choices,
    }
}
