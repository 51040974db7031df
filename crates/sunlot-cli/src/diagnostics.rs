//! `sunlot diagnostics …`: what whoever helps needs to know, shown and saved.

use sunlot_app::{Desk, Result};

use crate::args::DiagnosticsVerb;
use crate::output::{Output, Status};

pub(crate) fn run(desk: &Desk, verb: DiagnosticsVerb, output: &Output) -> Result<Status> {
    match verb {
        DiagnosticsVerb::Show => output.answer(&desk.diagnostics_view()?, |view| {
            let told = |part: &sunlot_app::diagnostics::DiagnosticsPart| {
                format!("== {} ==\n{}\n\n", part.title, part.text.trim_end())
            };
            view.parts.iter().map(told).collect()
        }),
        DiagnosticsVerb::Save { out } => output.answer(&desk.diagnostics_save(out.as_deref())?, |saved| {
            format!("已存为 {}。交给别人以前请打开看一遍。\n", saved.file)
        }),
    }
    Ok(Status::Done)
}
