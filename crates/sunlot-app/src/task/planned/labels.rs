//! The words of lines of plans, as tasks take them.

use sunlot_rules::share;

/// The way to divide a pool that a line of a plan stands for, by its name and for people.
pub(in crate::task) const NAME: &str = "plan";
pub(in crate::task) const LABEL: &str = "照计划";

/// What that way is.
pub(in crate::task) fn about(amount: &str) -> String {
    format!("不分层，照计划这一行抽：{amount}。")
}

/// How many a line of a plan says are drawn.
pub(in crate::task) fn amount(ratio: Option<u32>, number: Option<u32>) -> String {
    let ratio = ratio.map(|ratio| format!("抽查比例 {}", share::text(ratio)));
    let number = number.map(|number| format!("抽查数量 {number} 户"));
    ratio.into_iter().chain(number).collect::<Vec<_>>().join("，")
}
