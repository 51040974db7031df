//! What the parts of events about the list and the registries are called, and the names that they hold. A word may mean another
//! thing in events of another kind, so each is asked for with its kind on disk.

use sunlot_rules::risk::RiskLevel;

use crate::import::Registry;
use crate::inspector::Relation;
use crate::plan::labels::plan_state;
use crate::registry::labels::{MEMBERSHIPS, of_list, word};
use crate::rules::labels::switch_label;
use crate::target::FlagKind;
use crate::task::labels::{exclusion_kind, task_field};
use crate::task::people_labels::{asked_by, request_state};
use crate::{inspector, item, target};

/// What a kind is about: what stands before the dot in its name.
fn noun(kind: &str) -> &str {
    kind.split('.').next().unwrap_or(kind)
}

/// Whether events of this kind are about the list or the registries.
fn is_ours(kind: &str) -> bool {
    matches!(
        noun(kind),
        "target"
            | "targets"
            | "trigger"
            | "visit"
            | "risk"
            | "credit"
            | "inspector"
            | "conflict"
            | "rotation"
            | "item"
            | "starters"
            | "catalog"
            | "roster"
            | "rules"
            | "plan"
            | "task"
            | "exclusion"
            | "pool"
            | "loan"
            | "recusal"
            | "joint"
            | "outside"
    )
}

/// What people call a part of such an event.
pub(crate) fn part(kind: &str, key: &str) -> Option<&'static str> {
    is_ours(kind).then_some(())?;
    Some(match (noun(kind), key) {
        ("inspector" | "conflict" | "loan" | "recusal", "name") => "姓名",
        ("loan", "cert") => "执法证号",
        ("loan", "office") => "借出单位",
        ("loan", "document") => "借调文件",
        ("loan", "withdrawn") => "是否送回",
        ("recusal", "asked_by") => "谁提出",
        ("joint", "taken") => "是否采用",
        ("joint", "papers") => "征询表",
        ("joint", "dept") => "配合部门",
        ("joint", "people") => "派出人数",
        ("joint", "left_out") => "不参加人数",
        ("joint", "recusals") => "回避条数",
        ("joint", "title") => "名称",
        ("recusal", "on") => "日期",
        ("recusal", "who") => "决定人",
        (_, "name") => "名称",
        ("rules", "profile") => "细则配置",
        ("rules", "switches") => "改动的开关",
        ("rules", "in_force") => "是否现行",
        ("outside", "draw") => "外部抽取",
        ("outside", "system") => "来源系统",
        ("outside", "office") => "抽取单位",
        ("outside", "drawn_on") => "抽取日期",
        ("outside", "targets") => "抽中户数",
        ("outside", "strangers") => "不在名录的户数",
        ("outside", "inspectors") => "执法人员人数",
        (_, "basis") => "依据",
        (_, "plan") => "抽查计划",
        (_, "task") => "抽查任务",
        (_, "lines") => "计划行数",
        (_, "state") => "状态",
        (_, "who") => "经办或去向",
        (_, "number") => "任务编号",
        ("exclusion", "kind") => "排除种类",
        ("exclusion", "withdrawn") => "是否撤销",
        (_, "notice") => "预公告号",
        (_, "candidates") => "候选户数",
        (_, "excluded") => "排除户数",
        (_, "replaces") => "代替的预公告",
        ("plan" | "task" | "pool", "title") => "名称",
        ("plan" | "task", "on") => "日期",
        ("plan", "no") => "文号",
        ("catalog", "on") => "日期",
        ("catalog", "to") => "送往",
        ("catalog", "by") => "审定机关",
        ("catalog", "no") => "文号",
        ("catalog", "items") => "事项数",
        ("credit", "source") => "查询渠道",
        (_, "target") => "检查对象",
        (_, "target_name") => "对象名称",
        (_, "inspector") => "执法检查人员",
        (_, "item") => "抽查事项",
        (_, "fields") => "改动的项目",
        (_, "membership") => "在册情况",
        (_, "reason") => "原因",
        (_, "count") => "数量",
        (_, "which") => "筛选条件",
        (_, "flag") => "标志",
        (_, "since") => "开始日期",
        (_, "until") => "结束日期",
        (_, "evidence") => "依据",
        (_, "held_on") => "检查日期",
        (_, "score") => "总分",
        (_, "graded") => "评定的等级",
        (_, "level") => "管理的等级",
        (_, "lowered_for") => "降低的原因",
        (_, "newer") => "较晚的评定",
        (_, "inquired_on") => "查询日期",
        (_, "between") => "双方",
        (_, "relation") => "关系",
        (_, "told_by") => "谁说的",
        (_, "months") => "月数",
        (_, "trades") => "行业",
        (_, "first") => "第一个编号",
        (_, "last") => "最后一个编号",
        (_, "edition") => "版本",
        (_, "title") => "版本名称",
        (_, "effective_on") => "施行日期",
        (_, "channels") => "公布渠道",
        (_, "import") => "导入编号",
        (_, "registry") => "名录",
        (_, "file") => "文件",
        (_, "digest") => "文件摘要",
        (_, "sums") => "行数",
        (_, "read") => "共读",
        (_, "added") => "新增",
        (_, "updated") => "更新",
        (_, "same") => "相同",
        (_, "skipped") => "跳过",
        (_, "errors") => "错误",
        _ => return None,
    })
}

/// What people call a value that such an event holds as a name.
pub(crate) fn value(kind: &str, key: &str, value: &str) -> Option<String> {
    is_ours(kind).then_some(())?;
    match (noun(kind), key) {
        ("inspector", "fields") => Some(inspector::column_label(value).to_owned()),
        ("item", "fields") => Some(item::column_label(value).to_owned()),
        ("task", "fields") => Some(task_field(value).to_owned()),
        ("rules", "switches") => Some(switch_label(value).to_owned()),
        ("plan" | "task", "state") => Some(plan_state(value).to_owned()),
        ("exclusion", "kind") => Some(exclusion_kind(value).to_owned()),
        ("recusal", "asked_by") => Some(asked_by(value).to_owned()),
        ("recusal", "state") => Some(request_state(value).to_owned()),
        (_, "fields") => Some(target::column_label(value).to_owned()),
        (_, "membership") => Some(of_list(&MEMBERSHIPS, value).label),
        (_, "graded" | "level") => Some(word::<RiskLevel>(value).label),
        (_, "flag") => value.parse().ok().map(|flag: FlagKind| flag.label().to_owned()),
        (_, "relation") => value.parse().ok().map(|relation: Relation| relation.told().label),
        (_, "registry") => value
            .parse()
            .ok()
            .map(|registry: Registry| registry.label().to_owned()),
        _ => None,
    }
}
