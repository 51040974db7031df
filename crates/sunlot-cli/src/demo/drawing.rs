//! What the demo tells of its draws: how each of a task ended, who was drawn and who goes, what was changed, and how it is verified.

use std::fmt::Write as _;

use sunlot_app::ceremony::{CeremonyView, DrawRow};
use sunlot_app::sample::SampleDraw;

/// One task, with all its draws.
pub(super) fn told(draw: &SampleDraw) -> String {
    let mut text = format!("  {} {}\n", draw.task.task_no, draw.task.title);
    for view in &draw.ceremonies {
        text += &one(view);
    }
    let _ = writeln!(text, "      现在派出的前 {} 户：", draw.rows.len());
    for row in &draw.rows {
        text += &crew(row);
    }
    text
}

/// How all of them are recomputed, as one chain.
pub(super) fn verify(draws: &[SampleDraw]) -> String {
    let records = draws.iter().flat_map(|draw| &draw.records);
    let mut text =
        "  公开文件，可以拿到任何一台电脑上重新计算（双击同一文件夹里的 verify.html，或者用命令行）：\n"
            .to_owned();
    let mut command = "    sunlot verify".to_owned();
    for record in records {
        let _ = write!(command, " \"{record}\"");
    }
    text += &command;
    text.push('\n');
    text
}

/// How a draw ended.
fn one(view: &CeremonyView) -> String {
    let mut text = format!("      {}，{}", view.line.draw, view.line.state.label);
    if !view.void.is_empty() {
        let _ = write!(text, "：{}", view.void);
    }
    text.push('\n');
    if let Some(sealed) = &view.sealed {
        let _ = writeln!(text, "        封存码 {}", sealed.code);
    }
    let Some(ended) = view.ended.as_ref().filter(|_| view.void.is_empty()) else {
        return text;
    };
    let numbers: Vec<String> = view
        .seats
        .iter()
        .map(|seat| format!("{} {}", seat.role, seat.digits))
        .collect();
    let _ = writeln!(text, "        见证数 {}", numbers.join("、"));
    let _ = writeln!(
        text,
        "        抽中 {} 户，递补 {} 户，空缺 {} 处",
        ended.selected,
        ended.reserves,
        ended.unfilled.len()
    );
    for change in &ended.amendments {
        let _ = writeln!(
            text,
            "        变更 {}：{}（{}）",
            change.number, change.told, change.reason
        );
    }
    text
}

fn crew(row: &DrawRow) -> String {
    let people: Vec<String> = row
        .crew
        .iter()
        .map(|place| {
            format!(
                "{} {}",
                place.role,
                if place.name.is_empty() {
                    "空缺"
                } else {
                    &place.name
                }
            )
        })
        .collect();
    format!("        {} {}：{}\n", row.number, row.name, people.join("，"))
}
