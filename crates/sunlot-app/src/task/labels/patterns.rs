//! What the ready ways to divide a pool are called, outside the office and inside.

use sunlot_rules::pool::Pattern;

/// A way to divide a pool.
pub(in crate::task) fn pattern(pattern: Pattern) -> (&'static str, &'static str) {
    match pattern {
        Pattern::Whole => ("全库", "不分层，全部候选一起抽。"),
        Pattern::Credit => ("三类信用", "信用不良的抽得多，良好的抽得少。"),
        Pattern::Risk => ("四级风险", "风险越高抽得越多，没有评级的归入最后一层。"),
        Pattern::KeyAndRest => ("重点＋一般", "有触发标志或在黑名单上的抽得多。"),
    }
}

/// A neutral name for the stratum at this place.
pub(in crate::task) fn neutral(at: usize) -> String {
    const NAMES: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
    match NAMES.get(at) {
        Some(name) => format!("{name}类"),
        None => format!("第{}类", at + 1),
    }
}

/// What a stratum of a pattern means, inside the office.
pub(in crate::task) fn meaning(pattern: Pattern, at: usize) -> String {
    let meaning = match (pattern, at) {
        (Pattern::Whole, _) => "全部候选",
        (Pattern::Credit, 0) => "信用不良",
        (Pattern::Credit, 1) => "信用一般",
        (Pattern::Credit, _) => "信用良好和未评",
        (Pattern::Risk, 0) => "高风险",
        (Pattern::Risk, 1) => "中高风险",
        (Pattern::Risk, 2) => "中风险",
        (Pattern::Risk, _) => "低风险和未评",
        (Pattern::KeyAndRest, 0) => "重点对象",
        (Pattern::KeyAndRest, _) => "一般对象",
    };
    meaning.to_owned()
}
