//! The words about the people of a task: who is lent, who asks whom to stay away, and the places of a crew.

use std::str::FromStr;

use strum::{EnumString, IntoStaticStr, VariantArray};
use sunlot_rules::crew::Requirement;
use sunlot_rules::crew::borrowed::LoanFault;
use sunlot_rules::crew::slots::{Role, SlotPlan};
use sunlot_store::Values;

use crate::inspector::inspector_bar;
use crate::registry::Told;
use crate::registry::labels::{LONG_TERM, WITHOUT_END, told};
use crate::task::crews::labels::requirement;
use crate::task::labels::role;

/// Who may ask that an inspector stay away. The name in snake case is kept and never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub(in crate::task) enum AskedBy {
    /// The target.
    Party,
    /// The inspector.
    Inspector,
    /// The office.
    Office,
}

impl AskedBy {
    pub fn told(self) -> Told {
        let name: &'static str = self.into();
        told(name, asked_by(name))
    }
}

/// Who asks, by name.
pub(crate) fn asked_by(name: &str) -> &'static str {
    match AskedBy::from_str(name) {
        Ok(AskedBy::Party) => "当事人申请",
        Ok(AskedBy::Inspector) => "检查人员本人申请",
        Ok(AskedBy::Office) | Err(_) => "单位提出",
    }
}

/// What became of a request, by name.
pub(crate) fn request_state(name: &str) -> &'static str {
    match name {
        "granted" => "准予",
        "refused" => "不准予",
        "withdrawn" => "已撤回",
        _ => "还没有决定",
    }
}

/// The fields of the forms about people.
pub(in crate::task) fn field(name: &str) -> &str {
    match name {
        "inspector" => "检查人员",
        "name" => "姓名",
        "cert_no" => "执法证号",
        "cert_valid_to" => "执法证有效期",
        "second_cert_no" => "第二个执法证号",
        "second_cert_valid_to" => "第二个执法证有效期",
        "dept" => "算作哪个部门的人",
        "skills" => "专长",
        "office" => "借出单位",
        "document_no" => "借调文件文号",
        "document_on" => "借调文件日期",
        "since" => "借调开始日期",
        "until" => "借调结束日期",
        "target" => "检查对象",
        "asked_by" => "谁提出",
        "asked_on" => "提出日期",
        "reason" => "理由",
        "by" => "决定人",
        "on" => "决定日期",
        other => other,
    }
}

/// Whether names of departments are of units or of departments within one.
pub(in crate::task) fn names_of() -> Vec<Told> {
    vec![told("department", "内设机构（科室）"), told("unit", "单位")]
}

/// What somebody in a crew does.
pub(in crate::task) fn role_told(of: Role) -> Told {
    told(of.name(), role(of))
}

/// A place of a crew.
pub(in crate::task) fn place(slot: &SlotPlan) -> String {
    let asked = Requirement {
        dept: slot.dept.clone(),
        skill: slot.skill.clone(),
    };
    if asked == Requirement::default() {
        return role(slot.role).to_owned();
    }
    format!("{}（{}）", role(slot.role), requirement(&asked))
}

/// Which departments inspect together.
pub(in crate::task) fn joint(lead: &str, partners: &[String]) -> String {
    format!("联合检查：{lead}牵头，{}配合", partners.join("、"))
}

/// How many go.
pub(in crate::task) fn size(least: u32, joint: bool) -> String {
    let each = if joint { "每户每个部门" } else { "每户" };
    format!("{each}至少 {least} 人")
}

/// How many targets one takes.
pub(in crate::task) fn cap(cap: u32) -> String {
    format!("每人最多 {cap} 户")
}

/// What is drawn when.
pub(in crate::task) fn ceremony(later: bool) -> &'static str {
    if later {
        "这次只抽检查对象；检查组在检查当天早上另抽一次，以这次的抽取记录为依据"
    } else {
        "检查对象和检查组在同一次抽取里抽定"
    }
}

/// Who lends somebody, on what document.
pub(in crate::task) fn lent(office: &str, document: &str) -> String {
    format!("借调自{office}，{document}")
}

/// A document with its day.
pub(in crate::task) fn document(number: &str, on: &str) -> String {
    format!("{number}（{on}）")
}

/// A certificate with its last day.
pub(in crate::task) fn certificate(number: &str, valid_to: &str) -> String {
    let until = match valid_to {
        "" => "有效期不明".to_owned(),
        WITHOUT_END => LONG_TERM.to_owned(),
        day => format!("有效期至 {day}"),
    };
    format!("{number}，{until}")
}

/// Why somebody who is lent cannot be drawn.
pub(in crate::task) fn loan_fault(fault: &LoanFault, values: &Values) -> String {
    match fault {
        LoanFault::DocumentMissing => "借调没有文件".to_owned(),
        LoanFault::UnitMissing => "借调没有写借出单位".to_owned(),
        LoanFault::DaysMissing => "借调没有写起止日期".to_owned(),
        LoanFault::DaysReversed { from, to } => format!("借调日期颠倒：{from} 至 {to}"),
        LoanFault::StartsLate { from } => format!("借调从 {from} 开始，晚于检查开始"),
        LoanFault::EndsEarly { to } => format!("借调到 {to} 为止，早于检查结束"),
        LoanFault::Ineligible(reason) => inspector_bar(*reason, values).label,
    }
}

/// That the registry has suspended somebody who is lent.
pub(in crate::task) const SUSPENDED: &str = "名录中已暂停";

/// That whoever is lent counts for a department that does not take part.
pub(in crate::task) const OTHER_DEPT: &str = "借调人员所算的部门不参加这次联合检查";

/// That somebody is of another office, which does not take part.
pub(in crate::task) const OTHER_OFFICE: &str = "其他单位的人员，这次不是联合检查；要参加的，请登记借调";

/// That nobody can tell whose people those of the registry are.
pub(in crate::task) fn units_unclear(office: &str, units: &[String]) -> Told {
    let units = units.join("、");
    let label = format!(
        "人员名录里的单位（{units}）没有一个写的是本单位“{office}”，分不清哪些是本单位的人：请在人员名录里把单位写成一样的名称；其他单位的人只能联合检查或者借调。"
    );
    told("units_unclear", &label)
}

/// Who decided a request, when and why.
pub(in crate::task) fn decided(by: &str, on: &str, reason: &str) -> String {
    format!("{by}，{on}：{reason}")
}

/// A granted request, as the reason why somebody stays away.
pub(in crate::task) fn granted(asked: &str, reason: &str, by: &str, on: &str) -> String {
    format!("{}回避（{reason}），{by}于 {on} 准予", asked_by(asked))
}

/// That a request is about a target that cannot be drawn as things stand.
pub(in crate::task) fn recusal_idle(name: &str, why: &str) -> Told {
    let label = format!("{name}现在不能抽取（{why}）：申请已经记下，它回到可抽取的名单里才起作用。");
    told("recusal_idle", &label)
}

/// That requests are not decided.
pub(in crate::task) fn open(count: usize) -> Told {
    let label = format!(
        "有 {count} 件回避申请还没有决定：决定以前检查照常进行，名单封存后再准予的，按规定更换人员。"
    );
    told("recusals_open", &label)
}

/// The same for those whom nothing else keeps apart.
pub(in crate::task) fn undecided(pairs: &[String]) -> String {
    format!("还没有决定的回避申请：{}。决定以前照常派人。", pairs.join("、"))
}

/// An inspector and a target.
pub(in crate::task) fn pair(inspector: &str, target: &str) -> String {
    format!("{inspector} – {target}")
}

/// A request about one target.
pub(in crate::task) fn request(inspector: &str, asked: &str, state: &str, decided: &str) -> String {
    let decided = if decided.is_empty() {
        String::new()
    } else {
        format!("（{decided}）")
    };
    format!(
        "{} {inspector} 回避：{}{decided}。",
        asked_by(asked),
        request_state(state)
    )
}

/// Why a list of crews that is drawn later has no places.
pub(in crate::task) fn later() -> Told {
    let label = format!("{}；封存的名单里没有检查组的位置。", ceremony(true));
    told("crews_later", &label)
}

/// What is said of a dry run of crews that are drawn later.
pub(in crate::task) const LATER_RUN: &str = "这次只抽检查对象，封存的名单里没有检查组的位置；检查组在检查当天早上另抽一次，以这次的抽取记录为依据。下面按那一次的位置预演。";
