//! What `sunlot outside …` says to people.

use std::fmt::Write as _;

use sunlot_app::outside::{
    OutsideDrawView, OutsideDrawsView, OutsideLine, OutsideLooked, OutsidePerson, OutsideRowView,
};

use crate::registry::story;

pub(super) fn list(view: &OutsideDrawsView) -> String {
    if view.lines.is_empty() {
        return "还没有登记过外部抽取。用 sunlot outside take 登记一次。\n".to_owned();
    }
    view.lines.iter().map(line).collect()
}

pub(crate) fn line(line: &OutsideLine) -> String {
    let strangers = match line.strangers {
        0 => String::new(),
        count => format!("（不在名录 {count} 户）"),
    };
    format!(
        "{}  {}  {}  {}  {} 抽取  检查 {}  {} 户{strangers}  {}\n",
        line.number,
        line.mark,
        line.state.label,
        line.system,
        line.drawn_on,
        line.period,
        line.targets,
        line.items.join("、")
    )
}

pub(super) fn looked(looked: &OutsideLooked) -> String {
    let mut text = String::new();
    if !looked.file.is_empty() {
        let _ = writeln!(text, "{} 工作表“{}”", looked.file, looked.sheet);
        let _ = writeln!(text, "  SHA-256 {}", looked.digest);
        let columns: Vec<String> = looked
            .columns
            .iter()
            .map(|column| match column.label.as_str() {
                "" => format!("{}（没有读）", column.value),
                label => format!("{} → {label}", column.value),
            })
            .collect();
        let _ = writeln!(text, "  列：{}", columns.join("；"));
    }
    if !looked.items.is_empty() {
        let _ = writeln!(text, "  文件里写的事项：{}", looked.items);
    }
    let _ = writeln!(text, "{}", looked.told);
    text.extend(looked.rows.iter().map(row));
    if looked.more > 0 {
        let _ = writeln!(text, "  另有 {} 户已对上，没有列出", looked.more);
    }
    text.extend(looked.people.iter().map(person));
    for notice in &looked.notices {
        let _ = writeln!(text, "  {}", notice.label);
    }
    if looked.problems.is_empty() {
        text.push_str("没有问题，可以登记。\n");
        return text;
    }
    text.push_str("还不能登记：\n");
    for problem in &looked.problems {
        let _ = writeln!(text, "  {}\n      {}", problem.message, problem.hint);
    }
    text
}

pub(super) fn shown(view: &OutsideDrawView) -> String {
    let mut text = line(&view.line);
    for field in view.fields.iter().filter(|field| !field.shown.is_empty()) {
        let _ = writeln!(text, "  {}：{}", field.label, field.shown);
    }
    if !view.line.task.is_empty() {
        let _ = writeln!(text, "  所属任务：{}", view.line.task);
    }
    match &view.file {
        Some(file) => {
            let there = if file.is_there {
                ""
            } else {
                "，单位文件夹里找不到了"
            };
            let _ = writeln!(
                text,
                "  原件：{}（{}，工作表“{}”{there}）",
                file.name, file.size, file.sheet
            );
            let _ = writeln!(text, "  SHA-256 {}", file.digest);
        }
        None => text.push_str("  手工登记，没有原件\n"),
    }
    text.extend(view.rows.iter().map(row));
    text.extend(view.people.iter().map(person));
    for remark in &view.remarks {
        let _ = writeln!(text, "  {}", remark.label);
    }
    text + &story(&view.story)
}

fn row(row: &OutsideRowView) -> String {
    let place = match row.row {
        0 => "手工".to_owned(),
        row => format!("第 {row} 行"),
    };
    let parts = [&row.code, &row.name, &row.known, &row.message, &row.hint];
    let parts: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    format!("  {place}  {}  {}\n", row.state.label, parts.join("  "))
}

fn person(person: &OutsidePerson) -> String {
    let parts = [&person.cert_no, &person.name, &person.known];
    let parts: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    format!("  执法人员  {}  {}\n", person.state.label, parts.join("  "))
}
