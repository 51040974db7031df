//! A blank roster for an office that has none: the columns that are read, with pull-downs and what to write.

use sunlot_roster::TemplateColumn;
use sunlot_rules::roster::fields::{Field, Need, TargetField};

use super::entry_wire::RosterTemplate;
use super::export::width;
use super::labels;
use crate::commands::Act;
use crate::import::{FileWritten, Registry};
use crate::registry::labels::need;
use crate::{Desk, Result, inspector, item};

impl Desk {
    /// Writes a blank roster.
    pub fn roster_template(&self, request: &RosterTemplate) -> Result<FileWritten> {
        self.may(Act::RosterTemplate)?;
        let (called, columns) = match request.registry {
            Registry::Targets => ((labels::LIST_FILE, labels::TEMPLATE_FILE), columns()),
            Registry::Inspectors => inspector::blank(),
            Registry::Items => item::blank(),
        };
        self.write_blank(called, columns, request.path.as_deref())
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
