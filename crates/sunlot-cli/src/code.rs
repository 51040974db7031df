//! `sunlot code check`: codes judged, apart from any office.

use sunlot_app::codes::{CodeView, check as judged};
use sunlot_app::labels::code_kind;

use crate::output::{Output, Status};

pub(crate) fn check(codes: &[String], output: &Output) -> Status {
    let views = judged(codes);
    output.answer(&views, |views| views.iter().map(told).collect());
    if views.iter().all(|view| view.valid) {
        Status::Done
    } else {
        Status::Refused
    }
}

fn told(view: &CodeView) -> String {
    let verdict = if view.valid { "✓ 相符" } else { "✗ 不符" };
    let mut text = format!("{verdict}  {}  {}\n", view.code, code_kind(view.kind));
    if let Some(reason) = &view.reason {
        text += &format!("        {reason}\n");
    }
    if !view.suggestions.is_empty() {
        text += &format!("        也许是：{}（请对照证照）\n", view.suggestions.join("、"));
    }
    text
}
