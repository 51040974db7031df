//! The coded reasons: why a sealed draw is given up, and why a drawn one is changed.

use crate::registry::Told;
use crate::registry::labels::told;

/// The code of a reason that has to be told in words.
pub(in crate::ceremony) const OTHER: &str = "other";

/// Its record was made before the data were put back.
pub(in crate::ceremony) const RESTORED: &str = "restored";
/// What was sealed cannot be read any more.
pub(in crate::ceremony) const DAMAGED: &str = "damaged";
/// A witness refuses.
pub(in crate::ceremony) const REFUSED: &str = "card_refused";

/// What is told of a draw whose record is not here.
const LOST: [(&str, &str); 2] = [
    (
        RESTORED,
        "数据从备份恢复，这次抽取在恢复以前已经办完，记录不在本机",
    ),
    (DAMAGED, "封存的内容已损坏，读不出来"),
];

const VOID: [(&str, &str); 7] = [
    (REFUSED, "有见证人拒绝翻开号牌"),
    ("seat_empty", "见证席位空缺"),
    ("list_wrong", "封存后发现名单有误"),
    ("rules_wrong", "封存后发现规则有误"),
    ("interrupted", "停电或设备故障，现场无法继续"),
    ("objection", "现场异议成立"),
    (OTHER, "其他原因"),
];

const TARGET: [(&str, &str); 6] = [
    ("closed", "已注销、吊销或者歇业"),
    ("moved", "已迁出管辖区域"),
    ("not_found", "查无下落"),
    ("capped", "检查次数已到上限"),
    ("duplicate", "与另一户是同一家"),
    (OTHER, "其他原因"),
];

const OUT: [(&str, &str); 5] = [
    ("ill", "因病不能参加"),
    ("left", "调离或者退休"),
    ("cert_expired", "执法证到期或者失效"),
    ("duty", "另有公务"),
    (OTHER, "其他原因"),
];

const IN: [(&str, &str); 3] = [
    ("back", "恢复参加"),
    ("borrowed", "借调补充力量"),
    (OTHER, "其他原因"),
];

const RECUSE: [(&str, &str); 3] = [
    ("own_request", "检查人员自行回避"),
    ("party_request", "当事人申请回避，已批准"),
    (OTHER, "其他原因"),
];

const FILL: [(&str, &str); 2] = [("borrowed", "已有人员可以补上"), (OTHER, "其他原因")];

const CANCEL: [(&str, &str); 3] = [
    ("superior", "上级要求停止"),
    ("emergency", "突发情况不能开展"),
    (OTHER, "其他原因"),
];

const WITHDRAW: [(&str, &str); 2] = [("mistaken", "登记有误"), (OTHER, "其他原因")];

/// Why a draw can be given up.
pub(in crate::ceremony) fn void_reasons() -> Vec<Told> {
    choices(&VOID)
}

/// Why a draw is given up whose record is not here, or cannot be made any more.
pub(in crate::ceremony) fn lost_reasons(code: &str) -> Vec<Told> {
    choices(&LOST)
        .into_iter()
        .filter(|told| told.value == code)
        .collect()
}

/// What a reason for giving up is called.
pub(in crate::ceremony) fn void_reason(code: &str) -> Option<&'static str> {
    label(&VOID, code).or_else(|| label(&LOST, code))
}

/// A reason with what happened.
pub(in crate::ceremony) fn void_told(label: &str, more: &str) -> String {
    if more.is_empty() {
        label.to_owned()
    } else {
        format!("{label}：{more}")
    }
}

/// What can be changed, each with its reasons.
pub(in crate::ceremony) fn amend_kinds() -> Vec<(Told, Vec<Told>)> {
    let kinds = [
        ("drop-target", "检查对象退出"),
        ("inspector-out", "检查人员退出"),
        ("inspector-in", "检查人员恢复或者借调"),
        ("recuse", "检查人员回避"),
        ("fill", "补齐空缺"),
        ("cancel", "整次取消"),
        ("withdraw", "撤回一项变更"),
    ];
    kinds
        .into_iter()
        .map(|(kind, label)| (told(kind, label), choices(reasons(kind))))
        .collect()
}

/// What a reason for a change is called.
pub(in crate::ceremony) fn amend_reason(kind: &str, code: &str) -> Option<&'static str> {
    label(reasons(kind), code)
}

fn reasons(kind: &str) -> &'static [(&'static str, &'static str)] {
    match kind {
        "drop-target" => &TARGET,
        "inspector-out" => &OUT,
        "inspector-in" => &IN,
        "recuse" => &RECUSE,
        "fill" => &FILL,
        "cancel" => &CANCEL,
        "withdraw" => &WITHDRAW,
        _ => &[],
    }
}

fn choices(reasons: &[(&str, &str)]) -> Vec<Told> {
    reasons.iter().map(|(code, label)| told(code, label)).collect()
}

fn label(reasons: &'static [(&'static str, &'static str)], code: &str) -> Option<&'static str> {
    reasons
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, label)| *label)
}
