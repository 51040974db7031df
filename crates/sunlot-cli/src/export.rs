//! `sunlot export …`: a registry as a file, and a blank roster.

use std::path::PathBuf;

use sunlot_app::import::{FileWritten, Registry};
use sunlot_app::item::ItemsExport;
use sunlot_app::target::{RosterTemplate, TargetSort, TargetsExport};
use sunlot_app::{Desk, Error, Reason, Result};

use crate::args::targets::ExportVerb;
use crate::items;
use crate::output::{Output, Status};
use crate::targets::filter;

/// What is exported where nobody chose.
const USUAL: &str = "number,name,code,kind,legal_rep,phone,address,township,industry,status,tags,credit,risk,flags,last_visit,visits,supervisor,remark";

pub(crate) fn run(desk: &Desk, verb: ExportVerb, output: &Output) -> Result<Status> {
    let path = |out: Option<PathBuf>| out.map(|file| file.display().to_string());
    let written = match verb {
        ExportVerb::Targets {
            which,
            sort,
            columns,
            format,
            out,
        } => {
            let columns = if columns.is_empty() {
                USUAL.to_owned()
            } else {
                columns
            };
            desk.targets_export(&TargetsExport {
                filter: filter(which)?,
                sort: TargetSort {
                    by: sort.parse().map_err(|_| wrong("--sort", &sort))?,
                    descending: false,
                },
                columns: columns
                    .split(',')
                    .map(|column| column.trim().to_owned())
                    .collect(),
                format: format.parse().map_err(|_| wrong("--format", &format))?,
                path: path(out),
            })?
        }
        ExportVerb::Items { which, format, out } => {
            let (filter, edition) = items::filter(desk, which)?;
            desk.items_export(&ItemsExport {
                edition,
                filter,
                format: format.parse().map_err(|_| wrong("--format", &format))?,
                path: path(out),
            })?
        }
        ExportVerb::Template { out } => desk.roster_template(&RosterTemplate {
            registry: Registry::Targets,
            path: path(out),
        })?,
    };
    output.answer(&written, |FileWritten { path, .. }| format!("已写到 {path}\n"));
    Ok(Status::Done)
}

fn wrong(argument: &str, value: &str) -> Error {
    let (argument, value) = (argument.to_owned(), value.to_owned());
    Error::new(Reason::ArgumentValueWrong { argument, value }, "")
}
