//! Draws that another system made: registered with their file, row by row, never guessed, withdrawn and never deleted; and what of
//! them is due, so that nobody is visited twice for what one visit would do.

mod due;
mod files;
mod records;
mod taking;
pub mod words;

use std::collections::BTreeMap;
use std::path::PathBuf;

use sunlot_app::outside::{OutsideDrawView, OutsideTake};
use sunlot_app::{Desk, Error};

/// Values of a draw that is right in everything.
pub fn values() -> BTreeMap<String, String> {
    [
        ("system", "市场监管部门随机抽查系统"),
        ("office", "徐水区市场监督管理局"),
        ("drawn_on", "2026-11-10"),
        ("doc_no", "徐市监联〔2026〕4号"),
        ("from", "2026-12-01"),
        ("to", "2026-12-31"),
        ("items", "计量器具检查、安全生产检查"),
    ]
    .into_iter()
    .map(|(field, value)| (field.to_owned(), value.to_owned()))
    .collect()
}

/// A draw of these targets, typed.
pub fn typed(targets: &[&str]) -> OutsideTake {
    OutsideTake {
        values: values(),
        targets: targets.iter().map(|target| (*target).to_owned()).collect(),
        ..OutsideTake::default()
    }
}

/// The same with other values.
pub fn with(mut request: OutsideTake, fields: &[(&str, &str)]) -> OutsideTake {
    for (field, value) in fields {
        request.values.insert((*field).to_owned(), (*value).to_owned());
    }
    request
}

/// A draw out of a file that is looked at first, as the window does it.
pub fn out_of(desk: &Desk, path: &str) -> OutsideTake {
    let request = OutsideTake {
        values: values(),
        path: path.to_owned(),
        ..OutsideTake::default()
    };
    let looked = desk.outside_draw_look(&request).unwrap();
    OutsideTake {
        digest: looked.digest,
        ..request
    }
}

/// Registers it.
pub fn taken(desk: &Desk, request: &OutsideTake) -> OutsideDrawView {
    desk.outside_draw_take(request).unwrap()
}

/// A file with these lines.
pub fn file(folder: &tempfile::TempDir, name: &str, text: &str) -> String {
    let path: PathBuf = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

/// Where each problem is, and its code.
pub fn problems(error: &Error) -> Vec<(String, &'static str)> {
    let told = |problem: &sunlot_app::Problem| {
        let place = match &problem.place {
            sunlot_app::Place::Field { field } => field.clone(),
            sunlot_app::Place::File { row, .. } => format!("row {}", row.unwrap_or_default()),
        };
        (place, problem.flaw.code())
    };
    error.problems.iter().map(told).collect()
}
