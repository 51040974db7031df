//! Codes that somebody wants judged, apart from any office. Nobody is asked who they are, and nothing is kept.

use serde::Serialize;
use sunlot_rules::codes::check as checked;

pub use sunlot_rules::codes::CodeKind;

use crate::messages::codes::of_reason;

/// A code, judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CodeView {
    /// The code as it was given.
    pub code: String,
    /// What kind it is, or was meant to be.
    pub kind: CodeKind,
    /// Whether it can be right.
    pub valid: bool,
    /// What there is to say: why it is wrong, or what to know of one that is right.
    pub reason: Option<String>,
    /// What it was perhaps meant to be, for somebody to compare.
    pub suggestions: Vec<String>,
}

/// Judges codes, in their order.
pub fn check(codes: &[String]) -> Vec<CodeView> {
    codes.iter().map(|code| view(code)).collect()
}

fn view(code: &str) -> CodeView {
    let found = checked(code);
    CodeView {
        code: code.to_owned(),
        kind: found.kind,
        valid: found.valid,
        reason: found
            .reason
            .as_ref()
            .map(|reason| of_reason(found.kind, reason).told()),
        suggestions: found.suggestions,
    }
}
