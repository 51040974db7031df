//! The words of a pool as a file.

/// What it is called.
pub(in crate::task) const POOL_FILE: &str = "对象池";

/// Its columns, and how wide each is in characters.
pub(in crate::task) const POOL_COLUMNS: [(&str, f64); 5] = [
    ("对象编号", 14.0),
    ("代码", 22.0),
    ("名称", 36.0),
    ("归到哪里", 18.0),
    ("原因", 36.0),
];

/// Everybody in scope.
pub(in crate::task) const IN_SCOPE: &str = "范围内全部";

/// What it is headed with.
pub(in crate::task) fn pool_heading(task: &str, part: &str, text: &str) -> String {
    if text.is_empty() {
        return format!("{task}：{part}");
    }
    format!("{task}：{part}，含“{text}”")
}
