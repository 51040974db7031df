//! What stands in a file and is no part of a roster: sheets that explain it or list what may be chosen, whose headings may look
//! like a roster's, and columns that only count the rows.

use std::sync::LazyLock;

use super::aliases::heading_key;
use crate::roster::words::cells;

/// With these words the names of such sheets end.
const ENDINGS: &str = include_str!("../words/sheets.csv");

/// Headings of columns that only count the rows.
const RUNNING: &str = include_str!("../words/running.csv");

static COUNTING: LazyLock<Vec<String>> =
    LazyLock::new(|| cells(RUNNING.trim_end()).map(heading_key).collect());

static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| cells(ENDINGS.trim_end()).map(heading_key).collect());

/// Whether a sheet of this name explains how to fill in another, or lists what may be chosen there.
pub fn is_note_sheet(name: &str) -> bool {
    let key = heading_key(name);
    let bare = key.trim_end_matches(|c: char| c.is_ascii_digit());
    KEYS.iter().any(|ending| bare.ends_with(ending.as_str()))
}

/// Whether a column of this heading only counts the rows (case 47): nobody misses it.
pub fn is_running(heading: &str) -> bool {
    let key = heading_key(heading);
    let last = key.rsplit('/').next().unwrap_or_default();
    COUNTING.iter().any(|running| running == last)
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
