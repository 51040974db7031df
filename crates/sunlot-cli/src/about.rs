//! The head of what is told about a published file: which draw it is, how it ended, and what can be held against paper.

use sunlot_app::published::{DrawView, Ending, VoidView};

/// What the office added of its own may be long; this much of it is shown.
const SHOWN: usize = 300;

pub(crate) fn told(draw: &DrawView) -> String {
    let mut lines = vec![
        format!("{}　{}", draw.office, draw.title),
        format!(
            "任务 {}　第 {} 号记录，本任务第 {} 次　封存于 {}",
            draw.task, draw.sequence, draw.attempt, draw.created_at
        ),
        ending(draw),
        format!(
            "短码 {}　质询数 {}　本站指纹 {}",
            draw.short_code,
            if draw.challenge.is_empty() {
                "无"
            } else {
                &draw.challenge
            },
            draw.station
        ),
        format!("摘要 {}", draw.digest),
    ];
    for (what, own) in [("名单附记", &draw.ext), ("现场附记", &draw.ceremony)] {
        lines.extend(own.as_ref().map(|own| format!("{what} {}", cut(own))));
    }
    lines.join("\n") + "\n"
}

fn ending(draw: &DrawView) -> String {
    let (selected, reserves, standing) = (draw.selected, draw.reserves, draw.standing);
    match (draw.ending, &draw.void) {
        (_, Some(void)) => format!("这次抽取已作废：{}", told_void(void)),
        (Ending::Cancelled, _) => format!("抽中 {selected} 户，后来全部取消，没有在列的行"),
        _ => format!("抽中 {selected} 户，候补 {reserves} 户；变更以后在列 {standing} 户"),
    }
}

pub(crate) fn told_void(void: &VoidView) -> String {
    let stage = if void.after_cards {
        "卡片已全部放下"
    } else {
        "卡片还没有放下"
    };
    format!("{}（{stage}，{}，{}）", void.reason, void.at, void.by.join("、"))
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
