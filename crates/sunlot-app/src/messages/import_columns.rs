//! The words about columns of a roster that are not taken over.

use super::{Words, words};
use crate::import::Why;

/// Why a column is not taken over.
pub(crate) fn left(letters: &str, heading: &str, why: &Why) -> Words {
    let column = format!("{letters} 列“{heading}”");
    match why {
        Why::Unknown => words(
            format!("{column}不认识，没有导入。"),
            "要导入的，请指明它是哪一项：在窗口里给这一列选项目，在命令行用 --mapping；字段名用 sunlot import fields 查看。",
        ),
        Why::NotKept => words(format!("{column}名录里没有这一项，没有导入。"), "不用处理。"),
        Why::Said => words(
            format!("{column}照所选的不导入。"),
            "要导入的，请在列对应里给它选项目。",
        ),
        Why::Twice { used, field } => words(
            format!("{column}和 {used} 列都是“{field}”，用了 {used} 列，这一列没有导入。"),
            format!("要用这一列，请在列对应里把 {used} 列改成“不导入”，再给这一列选“{field}”。"),
        ),
    }
}
