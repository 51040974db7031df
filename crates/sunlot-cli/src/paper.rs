//! The way of a paper out of the command line: a file or a printer, and what to tell of it.

use std::path::Path;

use sunlot_app::paper::{PaperMade, PaperWay};
use sunlot_app::printer::PrinterState;
use sunlot_app::{Desk, Result};

use crate::args::account::PaperOut;
use crate::output::{Output, Status};

/// Where the paper goes; none where nobody asked for it.
pub(crate) fn way(out: &PaperOut) -> Option<PaperWay> {
    match (&out.out, &out.print) {
        (Some(file), _) => Some(PaperWay::Save {
            file: Some(file.display().to_string()),
        }),
        (None, Some(printer)) => Some(PaperWay::Print {
            printer: Some(printer.clone()).filter(|printer| !printer.is_empty()),
        }),
        (None, None) => None,
    }
}

/// The same where a paper goes to a file unless it is to be printed; without a name the program gives it one.
pub(crate) fn kept_or_printed(out: Option<&Path>, print: bool) -> PaperWay {
    if print {
        return PaperWay::Print { printer: None };
    }
    PaperWay::Save {
        file: out.map(|path| path.display().to_string()),
    }
}

/// What became of it.
pub(crate) fn told(made: &PaperMade) -> String {
    let mut text = match (&made.file, &made.job) {
        (Some(file), _) => format!("共 {} 页，存为 {file}。\n", made.pages),
        (None, Some(job)) => format!("共 {} 页，已交给打印机，任务号 {job}。\n", made.pages),
        (None, None) => format!("共 {} 页。\n", made.pages),
    };
    for remark in &made.remarks {
        text += &format!("注意：{remark}\n");
    }
    text
}

/// `sunlot printers`.
pub(crate) fn printers(desk: &Desk, output: &Output) -> Result<Status> {
    output.answer(&desk.printers_view()?, |view| {
        if view.printers.is_empty() {
            return "没有打印机。\n".to_owned();
        }
        let told = |printer: &sunlot_app::printer::PrinterView| {
            let state = match printer.state {
                PrinterState::Ready => "就绪",
                PrinterState::Busy => "正在打印",
                PrinterState::Stopped => "已停止",
                PrinterState::Refusing => "不收任务",
            };
            let default = if printer.is_default { "（默认）" } else { "" };
            format!("  {}{default}  {}  {state}\n", printer.name, printer.description)
        };
        view.printers.iter().map(told).collect()
    });
    Ok(Status::Done)
}
