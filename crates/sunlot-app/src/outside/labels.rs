//! What the parts of a draw of another system are called.

use crate::registry::Told;
use crate::registry::check::several;
use crate::registry::labels::told;

/// What such a draw is marked as wherever it is shown.
pub(crate) const MARK: &str = "外部抽取";

/// What a record of this program is from, and what its list is called.
pub(super) const SUNLOT: &str = "阳光摇号";
pub(super) const RECORD: &str = "抽取记录";

/// That a record was judged and found right.
pub(super) fn verified(draw: &str, digest: &str, station: &str) -> String {
    format!(
        "抽取 {draw} 的记录已按抽取规程核验，没有发现问题；记录摘要 {digest}，站点指纹 {station}，请与抽取单位公布的核对。"
    )
}

/// The fields of the form, in their order.
pub(super) const FORM: [&str; 8] = [
    "system", "office", "drawn_on", "doc_no", "from", "to", "items", "note",
];

/// What a field is called, by its name.
pub(crate) fn field(name: &str) -> &str {
    match name {
        "system" => "来源系统",
        "office" => "抽取单位",
        "drawn_on" => "抽取日期",
        "doc_no" => "文号",
        "from" => "检查开始日期",
        "to" => "检查结束日期",
        "items" => "抽查事项",
        "note" => "备注",
        "task" => "所属任务",
        "rows" => "抽中的名单",
        "targets" => "检查对象",
        "inspectors" => "执法人员证号",
        "answers" => "没有对上的行",
        other if other.starts_with("targets.") => "检查对象",
        other if other.starts_with("inspectors.") => "执法人员证号",
        other => other,
    }
}

/// The fields with their names, for whoever types them.
pub(crate) fn fields_told() -> String {
    FORM.map(|name| format!("{name} {}", field(name))).join("、")
}

/// The parts of the form.
pub(super) fn group(field: &str) -> &'static str {
    match field {
        "system" | "office" | "drawn_on" | "doc_no" => "抽取",
        _ => "检查",
    }
}

/// The office's own number.
pub(crate) fn number(id: i64) -> String {
    format!("WB-{id:04}")
}

/// Whether it counts.
pub(super) fn state(withdrawn: bool) -> Told {
    if withdrawn {
        told("withdrawn", "已撤销")
    } else {
        told("taken", "已登记")
    }
}

/// What became of a row.
pub(super) fn fate(name: &str) -> Told {
    let label = match name {
        "found" => "已对上",
        "named" => "按名称对上",
        "chosen" => "人工指定",
        "stranger" => "不在本单位名录",
        _ => "没有对上",
    };
    told(name, label)
}

/// Whether a person is one of ours, by the certificate.
pub(super) fn person(ours: bool, cert: &str) -> Told {
    match (ours, cert) {
        (true, _) => told("found", "已对上"),
        (false, "") => told("unknown", "没有证号，没有对"),
        (false, _) => told("stranger", "不在本单位执法人员库"),
    }
}

/// An entry by its number and name.
pub(super) fn entry(number: &str, name: &str) -> String {
    format!("{number} {name}")
}

/// An item by its number and name.
pub(crate) fn item(number: &str, name: &str) -> String {
    format!("{number} {name}")
}

/// Several texts out of one.
pub(super) fn parts(text: &str) -> Vec<String> {
    let parts = several(text);
    let parts = parts.split('、').filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// One text out of several.
pub(super) fn joined(texts: &[String]) -> String {
    texts.join("、")
}

/// What a draw is called in a sentence about something else.
pub(super) fn called(number: &str, system: &str, drawn_on: &str, doc_no: &str) -> String {
    let doc_no = if doc_no.is_empty() {
        String::new()
    } else {
        format!("，{doc_no}")
    };
    format!("{MARK} {number}（{system}，{drawn_on} 抽取{doc_no}）")
}

/// From when to when.
pub(crate) fn period(from: &str, to: &str) -> String {
    format!("{from} 至 {to}")
}

/// A task to choose.
pub(super) fn task(number: &str, title: &str) -> String {
    format!("{number} {title}")
}

/// How large a file is.
pub(super) fn size(bytes: u64) -> String {
    const STEP: u64 = 1024;
    match bytes {
        ..STEP => format!("{bytes} 字节"),
        _ if bytes < STEP * STEP => format!("{} KB", bytes.div_ceil(STEP)),
        _ => format!("{} MB", bytes.div_ceil(STEP * STEP)),
    }
}

/// What was found.
pub(super) fn sums(rows: usize, found: usize, strangers: usize, open: usize, people: usize) -> String {
    let mut text = format!("共 {rows} 户：对上 {found} 户");
    if strangers > 0 {
        text += &format!("，不在本单位名录 {strangers} 户");
    }
    if open > 0 {
        text += &format!("，没有对上 {open} 户");
    }
    if people > 0 {
        text += &format!("；执法人员 {people} 人");
    }
    text + "。"
}

/// That a row was found by its name.
pub(super) fn by_name() -> String {
    "按名称对上的，请核对是不是同一户。".to_owned()
}

/// That it was found by its name, although its code could not be read.
pub(super) fn code_unread(code: &str) -> String {
    format!("代码“{code}”读不出来，按名称对上的，请核对是不是同一户。")
}

/// That the registry calls it otherwise.
pub(super) fn name_differs(name: &str) -> String {
    format!("代码对上了，名单里的名称是“{name}”，请核对是不是改过名。")
}

/// That it was taken out of the registry.
pub(super) fn removed() -> String {
    "名录里已移出。".to_owned()
}

/// Several rows are about one target.
pub(super) fn same(count: usize) -> String {
    format!("有 {count} 行是前面已有的对象（例如每名执法人员一行），已合为一户。")
}

/// A row without a target.
pub(super) fn nameless(row: u32) -> String {
    format!("第 {row} 行没有检查对象的名称和代码，没有读入。")
}

/// People without a certificate.
pub(super) fn without_cert(names: &[String]) -> String {
    format!(
        "执法人员{}没有证号，只记下姓名，没有和执法人员库对。",
        names.join("、")
    )
}

/// A certificate that cannot be read.
pub(super) fn cert_damaged(row: u32, found: &str) -> String {
    format!("第 {row} 行的证号“{found}”看不清是什么（多半被电子表格改坏了），没有记；请按证件另外填写。")
}

/// Items that the office does not name.
pub(super) fn outside_chain() -> Told {
    told(
        "outside_chain",
        "这是其他系统抽取的结果，不进入本单位的抽取记录链；摇号由抽取单位负责，本单位只登记来源和原件。",
    )
}

/// That it counts no more.
pub(super) fn withdrawn(reason: &str) -> Told {
    told("withdrawn", &format!("已撤销，不再影响任何任务。原因：{reason}"))
}

/// What it does to tasks.
pub(super) fn merges() -> Told {
    told(
        "merges",
        "检查时间与它重叠的任务，会把这些对象排除出对象池，并作一次检查；已经补录了检查的除外。",
    )
}

/// That a target was visited within the period.
pub(super) fn visited(days: &[String]) -> String {
    format!("已检查：{}。", days.join("、"))
}

/// That nobody has been there yet.
pub(super) fn waiting() -> String {
    "待检查。".to_owned()
}

/// What a file without an ending gets when it is copied out.
pub(super) const SOME_ENDING: &str = "bin";
