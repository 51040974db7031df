//! What a row says as a whole: what sort of target it is, and whether that has a code.

use std::borrow::Cow;

use sunlot_rules::roster::cell::Cleaned;

use crate::import::labels;

/// A whole number that another program wrote with a fraction of nothing, as in 201312142.0 (case 19).
pub(super) fn without_fraction<'c>(cell: &Cleaned<'c>) -> Cleaned<'c> {
    let whole = cell
        .text
        .strip_suffix(".0")
        .filter(|whole| whole.bytes().all(|b| b.is_ascii_digit()));
    Cleaned {
        text: whole.map_or_else(|| cell.text.clone(), |whole| Cow::Owned(whole.to_owned())),
        ..*cell
    }
}

/// What sort of target it is: as the roster says, else as its codes say, else as its name says.
pub(super) fn kind<'t>(told: &'t str, codes: [&str; 3], name: &str) -> &'t str {
    let [uscc, doubtful, reg_no] = codes;
    // One wrong character at its end does not make another sort of a code.
    let code = if uscc.is_empty() && doubtful.len() == 18 {
        doubtful
    } else {
        uscc
    };
    let by_code = match code.get(..2) {
        Some("91") => "enterprise",
        Some("92") => "individual_business",
        Some("93") => "farmer_cooperative",
        Some("11" | "12" | "13" | "19") => "institution",
        Some("51" | "52" | "53" | "59") => "social_organisation",
        _ => "",
    };
    // In the old numbers the seventh digit tells: from 6 on it is an individual business.
    let by_number = match reg_no.as_bytes().get(6) {
        Some(b'6'..=b'9') if reg_no.len() == 15 => "individual_business",
        _ => "",
    };
    [told, by_code, by_number, labels::kind_by_name(name)]
        .into_iter()
        .find(|kind| !kind.is_empty())
        .unwrap_or("other")
}

/// Products, projects and places have no code of their own.
pub(super) fn needs_code(kind: &str) -> bool {
    !matches!(kind, "product" | "project" | "place")
}
