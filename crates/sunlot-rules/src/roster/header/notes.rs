//! Sheets beside a roster that explain it or list what may be chosen: their headings may look like a roster's, and they are none.

use std::sync::LazyLock;

use super::aliases::heading_key;
use crate::roster::words::cells;

/// With these words the names of such sheets end.
const ENDINGS: &str = include_str!("../words/sheets.csv");

static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| cells(ENDINGS.trim_end()).map(heading_key).collect());

/// Whether a sheet of this name explains how to fill in another, or lists what may be chosen there.
pub fn is_note_sheet(name: &str) -> bool {
    let key = heading_key(name);
    let bare = key.trim_end_matches(|c: char| c.is_ascii_digit());
    KEYS.iter().any(|ending| bare.ends_with(ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_08_sheets_that_explain_are_told_by_their_names() {
        for name in [
            "填写说明",
            "参数表",
            "说明",
            "数据字典",
            "代码表2",
            " 填表须知 ",
            "填写说明（必读）",
        ] {
            let expected = name != "填写说明（必读）";
            assert_eq!(
                is_note_sheet(name),
                expected,
                "{name}: only what a name ends with tells"
            );
        }
        for name in ["名单", "Sheet1", "检查对象名录（含说明）", "2026年名录", ""] {
            assert!(!is_note_sheet(name), "{name} may be a roster");
        }
    }
}
