//! `sunlot audit …`: the trail, read and verified.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use sunlot_app::labels::moment;
use sunlot_app::trail::{TrailRequest, TrailVerdict, TrailView};
use sunlot_app::{Desk, Result};

use crate::args::AuditVerb;
use crate::output::{self, Output, Status};

pub(crate) fn run(desk: &Desk, verb: AuditVerb, output: &Output) -> Result<Status> {
    match verb {
        AuditVerb::Show { last, before } => show(desk, TrailRequest { before, limit: last }, output),
        AuditVerb::Verify => verify(desk, output),
    }
}

fn show(desk: &Desk, request: TrailRequest, output: &Output) -> Result<Status> {
    let view = desk.trail_view(request)?;
    output.answer(&view, listed);
    Ok(Status::Done)
}

fn verify(desk: &Desk, output: &Output) -> Result<Status> {
    let bar = bar();
    // The file itself is looked through first, and says nothing until it is done.
    bar.enable_steady_tick(TICK);
    let verdict = desk.trail_verify(&mut |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    let verdict = verdict?;
    output.answer(&verdict, told);
    Ok(if verdict.valid {
        Status::Done
    } else {
        Status::Refused
    })
}

const TICK: Duration = Duration::from_millis(120);

/// Shown on stderr, and only where stderr is a terminal.
fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} 核对留痕 {bar:32} {pos}/{len} 条 还要 {eta}");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn listed(view: &TrailView) -> String {
    let mut text = format!("留痕共 {} 条\n", view.total);
    for entry in &view.entries {
        text += &format!(
            "  {:>6}  {}  {}{}  {}\n",
            entry.seq,
            moment(&entry.at),
            entry.actor,
            entry
                .second
                .as_ref()
                .map(|second| format!("、{second}"))
                .unwrap_or_default(),
            entry.sentence
        );
    }
    text
}

fn told(verdict: &TrailVerdict) -> String {
    let head = verdict.head.as_deref().unwrap_or("—");
    let mut text = String::new();
    if verdict.valid {
        text += &format!("核对无误：{} 条留痕、{} 行数据。\n", verdict.events, verdict.rows);
    } else {
        text += &format!("核对不符，至少 {} 处，按先后：\n", verdict.faults.len());
        for fault in &verdict.faults {
            text += &output::told(fault);
        }
    }
    text + &format!("最新一条的校验值 {head}\n")
}
