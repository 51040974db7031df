//! What the workbook for partner departments and their answers say.

use sunlot_rules::crew::slots::SlotPlan;

use crate::import::Fate;
use crate::registry::Told;
use crate::registry::labels::told;

/// The sheets of the workbook.
pub(super) const TASK: &str = "任务";
pub(super) const PEOPLE: &str = "检查人员";
pub(super) const STAYS: &str = "回避";
pub(super) const TARGETS: &str = "检查对象";

/// The columns: heading, and width in characters.
pub(super) const TASK_COLUMNS: [(&str, f64); 2] = [("项目", 18.0), ("内容", 90.0)];
pub(super) const PEOPLE_COLUMNS: [(&str, f64); 8] = [
    ("姓名", 12.0),
    ("执法证号", 22.0),
    ("有效期至", 14.0),
    ("单位", 28.0),
    ("科室", 18.0),
    ("专长", 22.0),
    (CAP, 14.0),
    ("说明", 30.0),
];
pub(super) const STAY_COLUMNS: [(&str, f64); 3] = [(WHO, 22.0), (WHOM, 40.0), (WHY, 50.0)];
pub(super) const TARGET_COLUMNS: [(&str, f64); 4] =
    [("号码", 10.0), ("代码", 24.0), ("名称", 50.0), ("分层", 14.0)];

/// Headings that are looked for in an answer.
pub(super) const CAP: &str = "每人最多几户";
pub(super) const WHO: &str = "检查人员";
pub(super) const WHOM: &str = "检查对象";
pub(super) const WHY: &str = "事由";

/// Beside what the code of a file stands.
pub(super) const CODE: &str = "识别码";

/// Why somebody is left out of a task.
pub(in crate::task) const NOT_SENT: &str = "配合部门没有派出";
pub(in crate::task) const NOT_TAKEN: &str = "配合部门的征询表里这个人的信息有误，没有采用";

/// What is said of a partner that has sent nothing back.
pub(super) const UNANSWERED: &str = "还没有交回征询表";

const HOW: &str = "一、在“检查人员”里核对、补充或者删去人员，每人一行；不派的人把整行删去。执法证号照证件填写。\
二、每人最多查几户，写在“每人最多几户”里；不限的空着。\
三、谁应当回避哪一户，写在“回避”里：人员写姓名或者执法证号，对象写“检查对象”里的号码、代码或者名称，并写明事由。\
四、不要改动本表和“检查对象”，不要改工作表的名称；保存后把整个文件交回牵头部门。";

/// What the file for a department is called.
pub(super) fn file(dept: &str) -> String {
    let safe: String = dept
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
            c if c.is_control() => '_',
            c => c,
        })
        .collect();
    format!("联合检查征询表-{}", safe.trim())
}

/// What stands above each printed page.
pub(super) fn heading(number: &str, title: &str, dept: &str) -> String {
    format!("联合检查征询表：{number} {title}（{dept}）")
}

/// What a department is told of a task.
pub(super) struct Letter<'l> {
    pub lead: &'l str,
    pub dept: &'l str,
    pub number: &'l str,
    pub title: &'l str,
    pub items: &'l [String],
    pub period: &'l str,
    pub needed: &'l [String],
    pub until: &'l str,
    pub contact: &'l str,
    pub candidates: usize,
    pub code: &'l str,
}

/// The rows of the first sheet.
pub(super) fn letter(letter: &Letter<'_>) -> Vec<(&'static str, String)> {
    let until = if letter.until.is_empty() {
        "检查开始以前".to_owned()
    } else {
        format!("{} 以前", letter.until)
    };
    let contact = if letter.contact.is_empty() {
        letter.lead.to_owned()
    } else {
        format!("{}，{}", letter.lead, letter.contact)
    };
    vec![
        ("牵头部门", letter.lead.to_owned()),
        ("配合部门", letter.dept.to_owned()),
        ("抽查任务", format!("{} {}", letter.number, letter.title)),
        ("抽查事项", letter.items.join("\n")),
        ("检查时间", letter.period.to_owned()),
        ("需要贵部门的人", letter.needed.join("\n")),
        ("检查对象", format!("候选 {} 户，见“检查对象”", letter.candidates)),
        ("答复", format!("请在{until}交回{contact}")),
        ("怎样填写", HOW.to_owned()),
        (CODE, letter.code.to_owned()),
    ]
}

/// How many people of a department each target of a stratum needs, and which skills.
pub(super) fn needed(stratum: &str, places: &[&SlotPlan]) -> String {
    let mut skills: Vec<&str> = places.iter().filter_map(|place| place.skill.as_deref()).collect();
    skills.dedup();
    let skills = if skills.is_empty() {
        String::new()
    } else {
        format!("，其中要会：{}", skills.join("、"))
    };
    format!("{stratum}：每户 {} 人{skills}", places.len())
}

/// Which number a candidate has.
pub(super) fn candidate(stratum: &str, number: usize) -> String {
    format!("{stratum}-{number}")
}

/// Why somebody stays away from a target.
pub(super) fn stay(dept: &str, reason: &str) -> String {
    format!("{dept}在征询表里申请回避：{reason}")
}

/// Somebody whom a department sends.
pub(super) fn sent(name: &str, cap: Option<u32>) -> String {
    match cap {
        Some(cap) => format!("{name}（最多 {cap} 户）"),
        None => name.to_owned(),
    }
}

/// What a department answered.
pub(super) fn answered(people: usize, stays: usize) -> String {
    let stays = if stays > 0 {
        format!("，回避 {stays} 条")
    } else {
        String::new()
    };
    format!("派出 {people} 人{stays}")
}

/// That the least cap holds for everybody.
pub(super) fn cap_holds(cap: u32, name: &str) -> String {
    format!(
        "每人最多 {cap} 户：一次抽取只有一个上限，按配合部门在征询表里写的最小数（{name}）。要多派，请与配合部门商定，或者让这个人不参加。"
    )
}

/// What would become of an answer.
pub(super) fn sums(dept: &str, rows: &[Fate], stays: usize, left_out: usize) -> String {
    let of = |fate: Fate| rows.iter().filter(|found| **found == fate).count();
    let all = [
        Fate::Added,
        Fate::Updated,
        Fate::Same,
        Fate::Skipped,
        Fate::Errors,
    ];
    let parts: Vec<String> = all
        .into_iter()
        .map(|fate| format!("{} {}", fate.label(), of(fate)))
        .collect();
    format!(
        "{dept}：检查人员 {} 行（{}），回避 {stays} 条；没有派出或者没有采用的 {left_out} 人不参加这项任务。",
        rows.len(),
        parts.join("、")
    )
}

/// What becomes of a row.
pub(super) fn fate(fate: Fate) -> Told {
    let name = match fate {
        Fate::Added => "added",
        Fate::Updated => "updated",
        Fate::Same => "same",
        Fate::Skipped => "skipped",
        Fate::Errors => "errors",
        Fate::Missing => "missing",
    };
    told(name, fate.label())
}

/// What is wrong with a row: what, and what to do.
pub(super) type Wrong = (&'static str, String, &'static str);

/// A cap that is no number.
pub(super) fn cap_wrong(found: &str) -> Wrong {
    (
        CAP,
        format!("“{found}”不是户数，这一行没有采用。"),
        "请写 1 以上的整数；不限的空着。",
    )
}

/// Somebody of another department.
pub(super) fn dept_wrong(units: bool, found: &str, dept: &str) -> Wrong {
    let column = if units { "单位" } else { "科室" };
    (
        column,
        format!("写的是“{found}”，不是{dept}的人，这一行没有采用。"),
        "是本部门的人请改成任务里写的部门名称；不是的请删去，需要的由对方另行借调。",
    )
}

/// Recusals that cannot be understood.
pub(super) fn who_unknown(found: &str) -> Wrong {
    (
        WHO,
        format!("“{found}”不在这份表采用的检查人员里。"),
        "请写“检查人员”里这个人的姓名或者执法证号；不派的人不用写回避。",
    )
}

/// Several people of a name.
pub(super) fn who_several(found: &str) -> Wrong {
    (WHO, format!("名叫“{found}”的不止一人。"), "请改写执法证号。")
}

/// Nobody of the candidates.
pub(super) fn whom_unknown(found: &str) -> Wrong {
    (
        WHOM,
        format!("“{found}”不在这项任务的候选名单里。"),
        "请照“检查对象”写号码、代码或者名称；已经不在名单里的，请删去这一行。",
    )
}

/// Several candidates of a name.
pub(super) fn whom_several(found: &str) -> Wrong {
    (
        WHOM,
        format!("候选名单里名称是“{found}”的不止一户。"),
        "请改写号码或者代码。",
    )
}

/// No reason.
pub(super) fn why_missing() -> Wrong {
    (
        WHY,
        "没有写事由。".to_owned(),
        "回避要有事由，例如“与负责人是亲属”。",
    )
}

/// Who stays away from whom, as it stands in a file.
pub(super) fn pair(who: &str, whom: &str) -> String {
    format!("{who} → {whom}")
}

/// Somebody who would be left out.
pub(super) fn left_out(number: &str, name: &str, why: &str) -> Told {
    told(number, &format!("{name}：{why}"))
}

/// That rows were hidden.
pub(super) fn hidden(count: u32) -> Told {
    told(
        "hidden",
        &format!("“{PEOPLE}”里有 {count} 行是隐藏的，也读入了，请核对。"),
    )
}

/// That an answer takes the place of another.
pub(super) fn replaces(file: &str, on: &str) -> Told {
    told(
        "replaces",
        &format!("这个部门 {on} 交回的“{file}”将由这一份代替。"),
    )
}

/// That a task is a draft again.
pub(super) fn reopens() -> Told {
    told(
        "reopens",
        "任务已经批准：采用以后退回草拟，要重新批准，编号不变。",
    )
}
