//! What the parts of a task and of its pool are called.

mod patterns;

use sunlot_rules::cap::{CapException, VisitBy, VisitFact};
use sunlot_rules::crew::left_out::Why;
use sunlot_rules::crew::recusals::Reason;
use sunlot_rules::crew::slots::Role;
use sunlot_rules::fairness::chance::Chance;
use sunlot_rules::pool::{Clause, Excluded, Field, Outside, Quota, StratumRemark, StratumRule};
use sunlot_rules::profile::{CapPeriod, RuleProfile};
use sunlot_rules::roster::words::{self, CreditClass, RiskLevel, TargetKind, TriggerFlag};
use sunlot_rules::share;

use crate::inspector::Relation;
use crate::registry::Told;
use crate::registry::labels::{NOT_FILLED, told, word};

pub(super) use patterns::{meaning, neutral, pattern};

/// The fields of a task's form, in their order.
pub(super) const FORM: [&str; 11] = [
    "title",
    "kind",
    "basis",
    "superior",
    "beyond",
    "beyond_why",
    "from",
    "to",
    "unit",
    "person",
    "modes",
];

/// The parts of the form.
pub(super) fn group(field: &str) -> &'static str {
    match field {
        "title" | "kind" | "basis" | "superior" | "beyond" | "beyond_why" => "任务",
        _ => "检查",
    }
}

/// What a part of a task is called, by its name.
pub(crate) fn task_field(name: &str) -> &str {
    match name {
        "title" => "任务名称",
        "kind" => "任务类型",
        "basis" => "任务来源和依据",
        "superior" => "上级部署的文号",
        "plan" => "抽查计划",
        "beyond" => "与计划不同的理由",
        "beyond_why" => "与计划不同的说明",
        "items" => "抽查事项",
        "from" => "检查开始日期",
        "to" => "检查结束日期",
        "period" => "检查时间",
        "modes" => "检查方式",
        "scope" => "抽取范围",
        "strata" => "分层规则",
        "crew" => "检查组",
        "rules" => "细则配置",
        "unit" => "承办机构",
        "person" => "责任人",
        "target" => "检查对象",
        "draw_on" => "抽取日期",
        "channels" => "公告渠道",
        "by" => "批准人",
        "on" => "批准日期",
        "notice" => "名单预公告",
        "reason" => "原因",
        "line" => "计划的行",
        other if other.starts_with("strata.") => "分层",
        other => other,
    }
}

/// The states of a task.
pub(crate) fn state(name: &str) -> Told {
    let label = match name {
        "draft" => "草拟",
        "approved" => "已批准",
        _ => "已取消",
    };
    told(name, label)
}

/// That a change of an approved task needs another approval.
pub(super) fn reopened() -> Told {
    told(
        "reopened",
        "任务批准以后改过，已退回草拟：请重新批准，编号不变；公告过名单的，还要重新公告。",
    )
}

/// The program's number of a task.
pub(crate) fn number(id: i64) -> String {
    format!("RW-{id:04}")
}

/// What a part of an exclusion is called.
pub(super) fn exclusion_field(name: &str) -> &'static str {
    match name {
        "kind" => "排除的种类",
        _ => "排除的依据",
    }
}

/// Who left a target out, and which supervisor was there.
pub(super) fn decided(by: &str, second: Option<&str>, withdrawn: bool) -> String {
    let what = if withdrawn { "撤销" } else { "决定" };
    match second {
        Some(second) => format!("{by}{what}，监督员 {second} 当场同意"),
        None => format!("{by}{what}"),
    }
}

/// A stratum in words: its letter and name, what it means, who belongs to it, how many are drawn.
pub(super) fn stratum_told(at: usize, rule: &StratumRule, profile: &RuleProfile) -> String {
    let key = sunlot_rules::pool::key(at).map(String::from).unwrap_or_default();
    let meaning = if rule.meaning.is_empty() {
        String::new()
    } else {
        format!("（{}）", rule.meaning)
    };
    let clauses = clauses(rule).join(AND);
    format!(
        "{key} {}{meaning}：{clauses}；{}",
        rule.label,
        quota(rule.quota, profile)
    )
}

/// What a kind of exclusion is called, by its name.
pub(crate) fn exclusion_kind(name: &str) -> &str {
    match name {
        "restricted" => "依法限制公开",
        _ => "其他依据",
    }
}

/// What a condition asks about.
pub(super) fn field(field: Field) -> &'static str {
    match field {
        Field::Kind => "对象类型",
        Field::Credit => "信用类别",
        Field::Risk => "风险等级",
        Field::Flags => "触发标志",
        Field::Tags => "监管领域",
        Field::Industry => "行业",
        Field::Township => "乡镇街道",
        Field::Supervisor => "监管责任人",
        Field::Source => "名录来源",
    }
}

/// A value of a condition.
pub(super) fn value(field: Field, value: &str) -> Told {
    if value.is_empty() {
        return told("", NOT_FILLED);
    }
    match field {
        Field::Kind => word::<TargetKind>(value),
        Field::Credit => word::<CreditClass>(value),
        Field::Risk => word::<RiskLevel>(value),
        Field::Flags => word::<TriggerFlag>(value),
        _ => told(value, value),
    }
}

/// A condition in words.
pub(super) fn clause(clause: &Clause) -> String {
    let values: Vec<String> = clause
        .any_of
        .iter()
        .map(|one| value(clause.field, one).label)
        .collect();
    let verb = match (clause.not, clause.field) {
        (false, Field::Industry) => "含",
        (true, Field::Industry) => "不含",
        (false, _) => "是",
        (true, _) => "不是",
    };
    format!("{}{verb}{}", field(clause.field), values.join("、"))
}

/// The conditions of a stratum in words; the last one has none.
pub(super) fn clauses(stratum: &StratumRule) -> Vec<String> {
    if stratum.clauses.is_empty() {
        return vec!["其余全部".to_owned()];
    }
    stratum.clauses.iter().map(clause).collect()
}

/// Why somebody is outside the scope.
pub(super) fn outside(why: Outside, scope: &[Clause], tags: &[String]) -> Told {
    match why {
        Outside::Removed => told("removed", "已移出名录"),
        Outside::NotOfItems => told(
            "not_of_items",
            &format!("不属于事项的监管领域（{}）", tags.join("、")),
        ),
        Outside::Clause(at) => {
            let rule = scope.get(usize::from(at)).map(clause).unwrap_or_default();
            told(&format!("clause.{at}"), &format!("不符合：{rule}"))
        }
    }
}

/// Why somebody in scope is left out.
pub(super) fn excluded(why: Excluded) -> Told {
    match why {
        Excluded::Suspended => told("suspended", "名录里已暂停"),
        Excluded::Inactive => told("inactive", "登记状态不是存续"),
        Excluded::ByHand => told("by_hand", "人工排除"),
        Excluded::Merged => told("merged", "并入另一次检查"),
        Excluded::VisitedLately => told("visited_lately", "刚检查过"),
        Excluded::CapReached => told("cap_reached", "本年度检查次数已到上限"),
    }
}

/// The reasons by name.
pub(super) const EXCLUDED: [Excluded; 6] = [
    Excluded::Suspended,
    Excluded::Inactive,
    Excluded::ByHand,
    Excluded::Merged,
    Excluded::VisitedLately,
    Excluded::CapReached,
];

/// The exceptions, as they are counted.
pub(super) fn exception(why: &CapException) -> Told {
    match why {
        CapException::RiskFlags(_) | CapException::HighRisk => told("risk", "风险对象"),
        CapException::Superior(_) => told("superior", "上级部署"),
        CapException::KeyArea => told("key_area", "重点领域，不受次数上限约束"),
        CapException::KindNotCapped => told("kind_not_capped", "这一类对象不设次数上限"),
    }
}

/// An exception in words.
pub(super) fn exception_told(why: &CapException) -> String {
    match why {
        CapException::RiskFlags(flags) => {
            let flags: Vec<&str> = flags.iter().map(|flag| words::first_word(*flag)).collect();
            format!("风险对象（{}），应当增加频次", flags.join("、"))
        }
        CapException::HighRisk => "风险等级高，应当增加频次".to_owned(),
        CapException::Superior(document) => format!("上级部署的检查（{document}），从其规定"),
        CapException::KeyArea => "事项属于重点领域，细则配置规定不受次数上限约束".to_owned(),
        CapException::KindNotCapped => "细则配置规定这一类对象不设次数上限".to_owned(),
    }
}

/// A rule of a stratum in words.
pub(super) fn quota(quota: Quota, profile: &RuleProfile) -> String {
    match quota {
        Quota::All => "全部抽取，随机排定次序".to_owned(),
        Quota::Count { n } => format!("{n} 户"),
        Quota::Rate {
            share: rate,
            min,
            max,
        } => {
            let rounding = rounding(profile);
            let least = min.max(if rate == 0 { 0 } else { profile.at_least });
            let least = if least > 0 {
                format!("，至少 {least} 户")
            } else {
                String::new()
            };
            let most = max.map(|max| format!("，最多 {max} 户")).unwrap_or_default();
            format!("{}，{rounding}{least}{most}", share::text(rate))
        }
    }
}

fn rounding(profile: &RuleProfile) -> &'static str {
    use sunlot_rules::profile::Rounding;
    match profile.rounding {
        Rounding::HalfUp => "四舍五入",
        Rounding::Up => "进一取整",
        Rounding::Down => "舍去尾数",
    }
}

/// What stands for a chance where there is nobody.
const NO_CANDIDATES: &str = "没有候选";

/// The chance of each target, in words.
pub(crate) fn chance(quota: u64, size: u64) -> String {
    if size == 0 {
        return NO_CANDIDATES.to_owned();
    }
    let chance = Chance::of(quota, size);
    let share = share::text(chance.ten_thousandths());
    let (a, b) = (chance.numerator, chance.denominator);
    match (quota, a, b) {
        (0, ..) => "不抽取".to_owned(),
        (_, 1, 1) => "全部抽中".to_owned(),
        (_, a, b) => format!("{share}（{a}/{b}）"),
    }
}

/// What is to be said of a stratum.
pub(super) fn remark(remark: StratumRemark) -> Told {
    match remark {
        StratumRemark::Empty => told("empty", "这一层没有候选对象。"),
        StratumRemark::RoundsToNone => told(
            "rounds_to_none",
            "按比例取整后是 0 户：不到一户，请改比例、取整办法，或写明至少几户。",
        ),
        StratumRemark::Raised { to } => told("raised", &format!("按比例不到一户，按“至少”抽 {to} 户。")),
        StratumRemark::AskedForMore { asked } => {
            told("asked_for_more", &format!("要抽 {asked} 户，候选没有这么多。"))
        }
        StratumRemark::OrderOnly => told("order_only", "全部抽中，由随机数排定检查次序。"),
        StratumRemark::Tiny => told("tiny", "候选不到 3 户，随机性不足。"),
        StratumRemark::FewerStandBy { asked } => told(
            "fewer_stand_by",
            &format!("想留 {asked} 户递补，候选没有这么多。"),
        ),
        StratumRemark::NobodyStandsBy => told("nobody_stands_by", "没有递补对象：抽中的对象不能检查时不补。"),
    }
}

/// An item by its number and its name.
pub(super) fn item(number: &str, name: &str) -> String {
    format!("{number} {name}")
}

/// Whether a visit counts, and why not.
pub(super) fn counts(visit: &VisitFact, profile: &RuleProfile) -> Told {
    if sunlot_rules::cap::counts(visit, profile) {
        return told("yes", "计入次数");
    }
    match visit.by {
        _ if !visit.counted => told("no", "登记为不计次数"),
        _ if visit.case && !profile.count_cases => told("no", "个案检查，按细则配置不计"),
        VisitBy::Superior if !profile.count_superior => told("no", "上级部署，按细则配置不计"),
        VisitBy::OtherDept if !profile.count_other_depts => told("no", "其他部门的检查，按细则配置不计"),
        _ => told("no", "检查方式按细则配置不计"),
    }
}

/// What a year is, in words.
pub(super) fn year(period: CapPeriod) -> &'static str {
    match period {
        CapPeriod::CalendarYear => "本自然年",
        CapPeriod::TwelveMonths => "此前十二个月",
    }
}

/// What is to be said of a whole pool.
pub(super) fn beside(count: u64, profile: &RuleProfile) -> Told {
    let other = match profile.cap_period {
        CapPeriod::CalendarYear => CapPeriod::TwelveMonths,
        CapPeriod::TwelveMonths => CapPeriod::CalendarYear,
    };
    let label = format!(
        "候选里有 {count} 户按“{}”计算已经检查 {} 次，请留意。",
        year(other),
        profile.annual_cap
    );
    told("beside", &label)
}

/// That a share is large.
pub(super) fn share_large(quota: u64, base: u64, profile: &RuleProfile) -> Told {
    let warning = share::text(profile.share_warning);
    told(
        "share_large",
        &format!("一共抽 {quota} 户，占范围内 {base} 户的比例超过 {warning}，请核对是否必要。"),
    )
}

/// What stands before the year in the number of a task: the office's prefix, and that it is a draw.
pub(super) fn number_prefix(prefix: &str) -> String {
    if prefix.ends_with("抽查") {
        return prefix.to_owned();
    }
    format!("{}抽查", prefix.strip_suffix('查').unwrap_or(prefix))
}

/// From when to when.
pub(super) fn period(from: &str, to: &str) -> String {
    format!("{from} 至 {to}")
}

/// Who approved a task.
pub(super) fn approval(by: &str, on: &str) -> String {
    format!("{by}，{on}")
}

/// A line of a plan.
pub(super) fn plan_line(title: &str, line: i64) -> String {
    format!("{title}第 {line} 行")
}

/// What somebody in a crew does.
pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Lead => "主办",
        Role::Assist => "协办",
        Role::Joint => "联合",
    }
}

/// Why an inspector stays away from a target.
pub(super) fn recusal(reason: &Reason<'_>) -> String {
    match reason {
        Reason::Conflict { relation, .. } => {
            let relation = relation.parse::<Relation>();
            format!(
                "回避：{}",
                relation.map_or_else(|_| String::new(), |relation| relation.told().label)
            )
        }
        Reason::Request => "当事人申请回避，已同意".to_owned(),
        Reason::Rotation { last } => format!("轮换：{last} 检查过"),
    }
}

/// Why somebody is left out who might inspect.
pub(super) fn left_out_for(why: &Why<'_>) -> String {
    match why {
        Why::Ineligible(_) => String::new(),
        Why::OtherDept => "所在部门不参加这次检查".to_owned(),
        Why::AssistantOnly => "专家或协助人员，不计入执法人员".to_owned(),
        Why::ByHand { basis } => format!("人工排除，依据：{basis}"),
        Why::ByHandWithoutBasis => "人工排除，没有写依据".to_owned(),
    }
}

/// A decision that leaves a target out, as the list has it.
pub(super) fn by_hand_told(kind: &str, basis: &str) -> String {
    format!("人工排除（{}）：{basis}", exclusion_kind(kind))
}

/// What a written manifest is called.
pub(super) fn manifest_file(number: &str) -> String {
    format!("{number}-拟封存名单")
}

/// A reason with what it comes from.
pub(super) fn with_source(reason: &str, source: &str) -> String {
    format!("{reason}：{source}")
}

/// What becomes of somebody who is left out.
pub(super) fn left_out() -> Told {
    told("excluded", "排除")
}

/// Of somebody outside the scope.
pub(super) fn out_of_scope() -> Told {
    told("outside", "不在抽取范围")
}

/// Of somebody for whom there is no stratum.
pub(super) fn fallen() -> Told {
    told("fallen", "没有归入任何一层")
}

/// A profile with its number and version.
pub(super) fn rules(number: &str, name: &str, version: i64) -> String {
    if version == 0 {
        return name.to_owned();
    }
    format!("{number} {name}（第 {version} 版）")
}

/// A profile to choose.
pub(super) fn rules_choice(name: &str, in_force: bool) -> String {
    if in_force {
        format!("{name}（现行）")
    } else {
        name.to_owned()
    }
}

/// What stands between several of one kind.
pub(super) const LISTED: &str = "、";

/// What stands between words of a list.
pub(super) const BETWEEN: [char; 5] = ['、', ',', '，', ';', '；'];

/// The same between names, which people also leave a blank between.
pub(super) const BETWEEN_NAMES: [char; 6] = ['、', ',', '，', ';', '；', ' '];

/// What stands between conditions that must all hold.
pub(super) const AND: &str = "，";

/// A line of a plan to choose.
pub(super) fn plan_choice(plan: &str, position: u32, name: &str) -> String {
    format!("{plan}第 {position} 行：{name}")
}
