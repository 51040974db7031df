//! What `sunlot ceremony …` says to people.

use std::fmt::Write as _;

use sunlot_app::ceremony::{
    AmendChoices, AmendPreview, CeremoniesView, CeremonyChecklist, CeremonyLine, CeremonyView, DrawRows,
    EndedView, SealedView, SeatView, StageView,
};

pub(crate) fn list(view: &CeremoniesView) -> String {
    let mut text = String::new();
    for one in &view.lines {
        text += &line(one);
    }
    if view.lines.is_empty() {
        text += "还没有抽取过。\n";
    }
    if view.tasks.is_empty() {
        text += "没有可以抽取的任务。用 sunlot task set 登记并批准一项。\n";
    }
    for task in &view.tasks {
        let formal = if task.formal { "" } else { "（只能彩排）" };
        let _ = writeln!(text, "可以抽取：RW-{:04}  {}{formal}", task.id, task.label);
    }
    text
}

fn line(line: &CeremonyLine) -> String {
    let rehearsal = if line.rehearsal { "彩排  " } else { "" };
    let draw = if line.draw.is_empty() {
        "未封存"
    } else {
        &line.draw
    };
    format!(
        "YS-{:04}  {rehearsal}{draw}  {}  {} {}  {}\n",
        line.id, line.label, line.task_no, line.title, line.state.label
    )
}

pub(crate) fn shown(view: &CeremonyView) -> String {
    let mut text = line(&view.line);
    if !view.told.is_empty() {
        let _ = writeln!(text, "{}", view.told);
    }
    for earlier in &view.earlier {
        let _ = writeln!(text, "以前：{earlier}");
    }
    if let Some(sealed) = &view.sealed {
        text += &of_seal(sealed);
    }
    if !view.challenge.is_empty() {
        let _ = writeln!(text, "现场随机数：{}", view.challenge);
    }
    for seat in &view.seats {
        text += &of_seat(seat);
    }
    if view.sealed.is_some() {
        let _ = writeln!(text, "号码：{}", view.digits_told);
    }
    if !view.lost.is_empty() {
        let _ = writeln!(text, "× {}", view.lost);
    }
    if !view.void.is_empty() {
        let _ = writeln!(text, "作废：{}", view.void);
    }
    if let Some(ended) = &view.ended {
        text += &of_end(ended);
    }
    for note in &view.notes {
        let _ = writeln!(
            text,
            "{}（{}）：{}",
            note.kind.label,
            note.who,
            note.words.replace('\n', "；")
        );
    }
    if !view.archive.is_empty() {
        let _ = writeln!(text, "归档：{}", view.archive);
    }
    for line in &view.prompt {
        let _ = writeln!(text, "  | {line}");
    }
    text
}

fn of_seal(sealed: &SealedView) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "封存码：{}（{}）", sealed.code, sealed.at);
    let _ = writeln!(text, "承诺值：{}", sealed.commitment);
    for stratum in &sealed.strata {
        let _ = writeln!(
            text,
            "  {} {}：{} 户抽 {} 户，备选 {} 户，每户机会 {}",
            stratum.key, stratum.label, stratum.size, stratum.quota, stratum.reserve, stratum.chance
        );
    }
    let _ = writeln!(
        text,
        "  排除 {} 户，检查人员 {} 人",
        sealed.excluded, sealed.inspectors
    );
    text
}

fn of_seat(seat: &SeatView) -> String {
    let card = if seat.card { "已扣好" } else { "未扣" };
    let number = match (seat.refused, seat.digits.is_empty(), seat.confirmed) {
        (true, _, _) => "没有翻开".to_owned(),
        (_, true, _) => card.to_owned(),
        (_, _, true) => format!("{} 已确认", seat.digits),
        (_, _, false) => format!("{} 待确认", seat.digits),
    };
    let mut text = format!("  第 {} 席 {} {}：{number}\n", seat.seat, seat.role, seat.alias);
    for entry in seat.entries.iter().filter(|entry| !entry.stands) {
        let _ = writeln!(text, "    先前录的：{}", entry.digits);
    }
    for warning in &seat.warnings {
        let _ = writeln!(text, "    注意：{warning}");
    }
    text
}

fn of_end(ended: &EndedView) -> String {
    let mut text = String::new();
    let would = if ended.outcome == "void" { "本来会" } else { "" };
    let _ = writeln!(
        text,
        "{would}抽出 {} 户，备选 {} 户；现有 {} 户",
        ended.selected, ended.reserves, ended.standing
    );
    let _ = writeln!(text, "记录摘要：{}", ended.digest);
    for change in &ended.amendments {
        let counts = if change.counts { "" } else { "（不再有效）" };
        let _ = writeln!(
            text,
            "变更 {}：{}，原因：{}{counts}",
            change.number, change.told, change.reason
        );
    }
    if !ended.amendments.is_empty() {
        let _ = writeln!(text, "变更后的摘要：{}", ended.latest);
    }
    for empty in &ended.unfilled {
        let _ = writeln!(text, "空缺：{empty}");
    }
    let _ = writeln!(
        text,
        "{}",
        if ended.signed {
            "已签署"
        } else {
            "还没有签署"
        }
    );
    text
}

pub(crate) fn checklist(view: &CeremonyChecklist) -> String {
    let mut text = String::new();
    for line in &view.lines {
        let mark = match line.state.as_str() {
            "good" => "√",
            "warn" => "！",
            "bad" => "×",
            _ => "□",
        };
        let _ = writeln!(text, "{mark} {}：{}", line.label, line.told);
    }
    for problem in &view.problems {
        let _ = writeln!(text, "× {}{}", problem.message, problem.hint);
    }
    text
}

pub(crate) fn rows(rows: &DrawRows) -> String {
    let mut text = format!("共 {} 户\n", rows.total);
    for row in &rows.rows {
        let crew: Vec<String> = row
            .crew
            .iter()
            .map(|place| {
                let name = if place.name.is_empty() {
                    "空缺"
                } else {
                    &place.name
                };
                format!("{} {name}", place.role)
            })
            .collect();
        let _ = writeln!(
            text,
            "{:>5}  {}  {}  {}",
            row.order,
            row.number,
            row.name,
            crew.join("、")
        );
    }
    text
}

pub(crate) fn choices(choices: &AmendChoices) -> String {
    let mut text = String::new();
    for kind in &choices.kinds {
        let reasons: Vec<String> = kind
            .reasons
            .iter()
            .map(|told| format!("{} {}", told.value, told.label))
            .collect();
        let _ = writeln!(
            text,
            "{} {}：{}",
            kind.kind.value,
            kind.kind.label,
            reasons.join("、")
        );
    }
    for (label, people) in [
        ("在这次抽取里的人员", &choices.inspectors),
        ("可以借调的人员", &choices.borrowed),
    ] {
        let people: Vec<String> = people
            .iter()
            .map(|told| format!("{} {}", told.value, told.label))
            .collect();
        if !people.is_empty() {
            let _ = writeln!(text, "{label}：{}", people.join("、"));
        }
    }
    let _ = writeln!(
        text,
        "{}",
        if choices.replacement {
            "细则允许递补"
        } else {
            "细则不允许递补"
        }
    );
    text
}

pub(crate) fn preview(preview: &AmendPreview) -> String {
    let mut text = format!("{}\n", preview.told);
    for row in &preview.rows {
        let shown = |text: &str| {
            if text.is_empty() {
                "（没有）".to_owned()
            } else {
                text.to_owned()
            }
        };
        let _ = writeln!(
            text,
            "  原来 {}\n  改为 {}",
            shown(&row.before),
            shown(&row.after)
        );
    }
    let _ = writeln!(text, "变更后共 {} 户", preview.standing);
    for empty in &preview.unfilled {
        let _ = writeln!(text, "空缺：{empty}");
    }
    text
}

pub(crate) fn stage(view: &StageView) -> String {
    let mut text = format!("大屏：{}  {}  {}\n", view.step, view.title, view.told);
    if let Some(draw) = &view.draw {
        let _ = writeln!(text, "已摇出 {} / {}", view.place.min(draw.total), draw.total);
        for row in draw.fallen.iter().take(10) {
            let _ = writeln!(text, "  {} {}", row.number, row.name);
        }
    }
    if let Some(page) = &view.page {
        let _ = writeln!(text, "第 {} / {} 页", page.page, page.pages);
        for row in &page.rows {
            let _ = writeln!(text, "  {} {}", row.number, row.name);
        }
    }
    for fact in &view.check {
        let _ = writeln!(text, "  {}：{}", fact.label, fact.value);
    }
    text
}
