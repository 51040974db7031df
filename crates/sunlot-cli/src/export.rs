//! `sunlot export …`: a registry as a file, and a blank roster.

use std::path::PathBuf;

use sunlot_app::import::FileWritten;
use sunlot_app::inspector::{InspectorSort, InspectorsExport};
use sunlot_app::item::ItemsExport;
use sunlot_app::registry::Told;
use sunlot_app::target::{RosterTemplate, TargetSort, TargetsExport};
use sunlot_app::{Desk, Result, inspector, target};

use crate::args::targets::ExportVerb;
use crate::inspectors::filter as persons;
use crate::items;
use crate::output::{Output, Status};
use crate::registry::{named, not_among, pairs_of, wrong};
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
            force,
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
                columns: list(&columns, &target::columns())?,
                format: format.parse().map_err(|_| wrong("--format", &format))?,
                path: path(out),
                overwrite: force,
            })?
        }
        ExportVerb::Items {
            which,
            format,
            out,
            force,
        } => {
            let (filter, edition) = items::filter(desk, which)?;
            desk.items_export(&ItemsExport {
                edition,
                filter,
                format: format.parse().map_err(|_| wrong("--format", &format))?,
                path: path(out),
                overwrite: force,
            })?
        }
        ExportVerb::Inspectors {
            which,
            sort,
            columns,
            format,
            out,
            force,
        } => desk.inspectors_export(&InspectorsExport {
            filter: persons(&which)?,
            sort: InspectorSort {
                by: sort.parse().map_err(|_| wrong("--sort", &sort))?,
                descending: false,
            },
            on: which.on,
            columns: list(&columns, &inspector::columns())?,
            format: format.parse().map_err(|_| wrong("--format", &format))?,
            path: path(out),
            overwrite: force,
        })?,
        ExportVerb::Template { registry, out, force } => desk.roster_template(&RosterTemplate {
            registry: registry.parse().map_err(|_| wrong("--registry", &registry))?,
            path: path(out),
            overwrite: force,
        })?,
    };
    output.answer(&written, |FileWritten { path, .. }| format!("已写到 {path}\n"));
    Ok(Status::Done)
}

/// The columns that somebody named, out of those that there are, for programs or for people.
fn list(columns: &str, among: &[Told]) -> Result<Vec<String>> {
    let columns = columns.split([',', '，']).map(str::trim);
    columns
        .filter(|column| !column.is_empty())
        .map(|column| {
            let found = named(among, column).map(str::to_owned);
            found.ok_or_else(|| not_among("--columns", column, pairs_of(among)))
        })
        .collect()
}
