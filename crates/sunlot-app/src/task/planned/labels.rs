//! The words of lines of plans, as tasks take them.

use sunlot_rules::plan::line::Line;
use sunlot_rules::share;

use crate::registry::Told;
use crate::registry::labels::told;
use crate::task::document::Beyond;
use crate::task::of_line::{RISK, SUPERIOR};

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

/// A task in a sentence.
pub(in crate::task) fn task(number: &str, title: &str) -> String {
    format!("{number} {title}")
}

/// What another task takes of a line.
pub(in crate::task) fn of_other(task: &str, quota: u64, drawn: bool) -> String {
    if drawn {
        format!("{task}（已抽 {quota} 户）")
    } else {
        format!("{task}（已批准，要抽 {quota} 户）")
    }
}

/// Why a task may be another than its line.
pub(in crate::task) fn beyond_choices() -> Vec<Told> {
    [RISK, SUPERIOR].map(beyond).to_vec()
}

/// One of these reasons.
pub(in crate::task) fn beyond(code: &str) -> Told {
    let label = match code {
        RISK => "风险对象、黑名单的层增加比例，其余照计划（E1）",
        SUPERIOR => "上级部署，从其规定（E2）",
        other => other,
    };
    told(code, label)
}

/// That a task is another than its line, and why; of no line at all only why it is as it is.
pub(in crate::task) fn beyond_told(found: &Beyond, planned: bool) -> Told {
    let differs = if planned { "与计划不同：" } else { "" };
    let label = format!("{differs}{}。{}", beyond(&found.code).label, found.why);
    told("beyond", &label)
}

/// That more are in scope than the line says.
pub(in crate::task) fn wider(in_scope: u64, base: u64) -> Told {
    let label =
        format!("范围内有 {in_scope} 户，计划这一行写的是 {base} 户，请核对是名录有了增加，还是范围扩大了。");
    told("wider_than_planned", &label)
}

/// What a line says, with what its ratio comes to now: it was written for as many as there were then, and in business are as many as
/// there are now (N-01). Nothing is added where both are the same and come to a whole number.
pub(in crate::task) fn amount_now(said: &Line, in_scope: u64) -> String {
    let amount = amount(said.ratio, said.number);
    let Some(ratio) = said.ratio else {
        return amount;
    };
    let base = said.base.map(u64::from);
    let parts = u128::from(in_scope) * u128::from(ratio);
    let whole = u128::from(share::WHOLE);
    if base == Some(in_scope) && parts % whole == 0 {
        return amount;
    }
    let base = base.map_or_else(String::new, |base| format!("计划按 {base} 户算；"));
    let comes_to = decimal(parts / whole, parts % whole);
    format!("{amount}（{base}范围内现在存续 {in_scope} 户，按比例合 {comes_to} 户）")
}

/// Ten-thousandths, without noughts at the end.
fn decimal(whole: u128, rest: u128) -> String {
    let text = format!("{whole}.{rest:04}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// That fewer are drawn than the line says.
pub(in crate::task) fn fewer(quota: u64, least: u64, amount: &str) -> Told {
    let label =
        format!("计划这一行写的是{amount}，全部办完至少 {least} 户；这次抽 {quota} 户，其余的请另行安排。");
    told("fewer_than_planned", &label)
}

/// That as many are drawn as the ratio of the line comes to now, and that is another number than the plan has.
pub(in crate::task) fn recounted(quota: u64, amount: &str) -> Told {
    let label =
        format!("计划这一行写的是{amount}：这次抽 {quota} 户，和计划的比例一致，数量不同是因为户数变了。");
    told("recounted", &label)
}

/// That the scope of a line is still to be written as conditions.
pub(in crate::task) fn scope_to_write(scope: &str, base: Option<u32>) -> Told {
    let base = base.map_or_else(String::new, |base| format!("，基数 {base} 户"));
    let label = format!(
        "计划这一行的范围是文字“{scope}”{base}，程序不能照它挑：请写明抽取范围的条件（命令行写 --where tags=监管领域），或给事项写上监管领域，不然整个名录都在范围内。"
    );
    told("scope_to_write", &label)
}

/// That nothing says who is in scope (D-08).
pub(in crate::task) fn scope_open(items: &str, in_scope: u64, planned: Option<&String>) -> Told {
    let which = match planned.map(String::as_str).filter(|scope| !scope.is_empty()) {
        Some(scope) => format!("计划这一行写的范围是“{scope}”，请照它写明抽取范围"),
        None => "只查一部分的，请写明范围".to_owned(),
    };
    let label = format!(
        "事项“{items}”没有写监管领域，任务也没有写抽取范围：名录里在册的 {in_scope} 户都算在范围内。{which}，不得扩大。"
    );
    told("scope_open", &label)
}
