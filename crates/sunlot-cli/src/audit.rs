//! `sunlot audit …`: the trail, searched, told, flagged, exported and verified; and its anchor.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use sunlot_app::anchor::{
    AnchorAcknowledge, AnchorCheck, AnchorFacts, AnchorFile, AnchorView, AnchorWrite, AnchorWritten,
    TrailStanding,
};
use sunlot_app::labels::moment;
use sunlot_app::trail::{
    FlagsRequest, FlagsSeen, FlagsView, ObjectRef, TrailChoices, TrailDetail, TrailEntry, TrailExport,
    TrailFilter, TrailFound, TrailPaper, TrailRequest, TrailSeq, TrailVerdict, TrailView,
};
use sunlot_app::{Desk, Error, KindName, Reason, Result};

use crate::account::second;
use crate::args::account::People;
use crate::args::audit::{Anchor, AuditVerb, Filter};
use crate::output::{self, Output, Status};
use crate::paper;

/// How many events are asked for at once.
const PAGE: u32 = 500;

pub(crate) fn run(desk: &Desk, people: &People, verb: AuditVerb, output: &Output) -> Result<Status> {
    match verb {
        AuditVerb::Show { last, before, filter } => {
            let request = TrailRequest {
                filter: asked(desk, filter)?,
                before,
                limit: last,
            };
            let view = desk.trail_view(&request)?;
            let found = desk.trail_find(&request.filter)?;
            output.answer(&view, |view| listed(view, &found));
        }
        AuditVerb::Story { filter } => return story(desk, &asked(desk, filter)?, output),
        AuditVerb::Entry { seq } => {
            let detail = desk.trail_entry(TrailSeq { seq })?;
            output.answer(&detail, told_whole);
            return Ok(valid(detail.fits));
        }
        AuditVerb::Choices => output.answer(&desk.trail_choices()?, offered),
        AuditVerb::Flags { from, to, seen } => {
            let period = FlagsRequest { from, to };
            let view = if seen.is_empty() {
                desk.trail_flags(&period)?
            } else {
                desk.flags_seen(&FlagsSeen { events: seen, period })?
            };
            output.answer(&view, flagged);
        }
        AuditVerb::Export { out, force, filter } => {
            let request = TrailExport {
                filter: asked(desk, filter)?,
                file: out.map(|file| file.display().to_string()),
                overwrite: force,
            };
            output.answer(&desk.trail_export(&request)?, |done| {
                format!("已导出 {} 条：{}\n", done.rows, done.file)
            });
        }
        AuditVerb::Print { out, filter } => {
            let Some(to) = paper::way(&out) else {
                let argument = "--out".to_owned();
                return Err(Error::new(Reason::ArgumentMissing { argument }, ""));
            };
            let filter = asked(desk, filter)?;
            output.answer(&desk.trail_paper(&TrailPaper { filter, to })?, paper::told);
        }
        AuditVerb::Anchor(asked) => return anchor(desk, people, asked, output),
        AuditVerb::Verify { whole: true } => return verify(desk, output),
        AuditVerb::Verify { whole: false } => {
            let verdict = desk.trail_verify_new()?;
            output.answer(&verdict, told);
            return Ok(valid(verdict.valid));
        }
    }
    Ok(Status::Done)
}

fn asked(desk: &Desk, filter: Filter) -> Result<TrailFilter> {
    require_known(desk, &filter.kinds)?;
    let object = filter.object.map(|typed| {
        let parts = typed.split_once([':', '：']);
        let wrong = || Reason::ArgumentValueWrong {
            argument: "--object".to_owned(),
            value: typed.clone(),
        };
        parts
            .map(|(kind, id)| ObjectRef {
                kind: kind.to_owned(),
                id: id.to_owned(),
            })
            .ok_or_else(|| Error::new(wrong(), ""))
    });
    Ok(TrailFilter {
        person: filter.person,
        kinds: filter.kinds,
        object: object.transpose()?,
        from: filter.from,
        to: filter.to,
        text: filter.text,
    })
}

/// A word that is no kind would find nothing and look like an answer.
fn require_known(desk: &Desk, kinds: &[String]) -> Result<()> {
    let Some(value) = kinds.iter().find(|kind| KindName::of_disk(kind).is_none()) else {
        return Ok(());
    };
    // A newer program may have written kinds of its own.
    if desk
        .trail_choices()?
        .kinds
        .iter()
        .any(|known| known.value == *value)
    {
        return Ok(());
    }
    let (argument, value) = ("--kind".to_owned(), value.clone());
    Err(Error::new(Reason::ArgumentValueWrong { argument, value }, ""))
}

/// A story is told from its beginning.
fn story(desk: &Desk, filter: &TrailFilter, output: &Output) -> Result<Status> {
    if filter.person.is_none() && filter.object.is_none() {
        let argument = "--person / --object".to_owned();
        return Err(Error::new(Reason::ArgumentMissing { argument }, ""));
    }
    let found = desk.trail_find(filter)?;
    let mut entries = Vec::new();
    let mut before = None;
    loop {
        let request = TrailRequest {
            filter: filter.clone(),
            before,
            limit: PAGE,
        };
        let view = desk.trail_view(&request)?;
        before = view.entries.last().map(|entry| entry.seq);
        let more = view.entries.len() == PAGE as usize;
        entries.extend(view.entries);
        if !more {
            break;
        }
    }
    entries.reverse();
    output.answer(&entries, |entries| {
        let mut text = format!("{}，共 {} 条\n", found.heading, entries.len());
        for entry in entries {
            text += &line(entry);
        }
        text
    });
    Ok(Status::Done)
}

fn anchor(desk: &Desk, people: &People, asked: Anchor, output: &Output) -> Result<Status> {
    if let Some(folder) = asked.to {
        let folder = folder.display().to_string();
        output.answer(&desk.anchor_write(&AnchorWrite { folder })?, written);
        return Ok(Status::Done);
    }
    if let Some(file) = asked.check {
        let checked = desk.anchor_check(&AnchorFile {
            file: file.display().to_string(),
        })?;
        output.answer(&checked, |AnchorCheck { file, anchor }| {
            format!("{file}\n{}", compared(anchor))
        });
        return Ok(valid(!checked.anchor.blocks));
    }
    let view = match asked.acknowledge {
        Some(reason) => desk.anchor_acknowledge(&AnchorAcknowledge {
            reason,
            second: second(people)?,
        })?,
        None => desk.trail_standing()?,
    };
    output.answer(&view, stands);
    Ok(valid(!view.anchor.blocks && view.check.valid))
}

fn verify(desk: &Desk, output: &Output) -> Result<Status> {
    let bar = bar();
    // The file itself is looked through first, and says nothing until it is done.
    bar.enable_steady_tick(TICK);
    let verdict = desk.trail_verify(&mut |done, total| {
        bar.set_length(total);
        bar.set_position(done);
        true
    });
    bar.finish_and_clear();
    let verdict = verdict?;
    output.answer(&verdict, told);
    Ok(valid(verdict.valid))
}

fn valid(valid: bool) -> Status {
    if valid { Status::Done } else { Status::Refused }
}

const TICK: Duration = Duration::from_millis(120);

/// Shown on stderr, and only where stderr is a terminal.
fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} 核对留痕 {bar:32} {pos}/{len} 条 还要 {eta}");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn listed(view: &TrailView, found: &TrailFound) -> String {
    let mut text = if found.count == view.total {
        format!("留痕共 {} 条\n", view.total)
    } else {
        format!(
            "{}，共 {} 条（全部留痕 {} 条）\n",
            found.heading, found.count, view.total
        )
    };
    for entry in &view.entries {
        text += &line(entry);
    }
    text
}

fn line(entry: &TrailEntry) -> String {
    let second = entry.second.as_ref().map(|second| format!("、{second}"));
    format!(
        "  {:>6}  {}  {}{}  {}\n",
        entry.seq,
        moment(&entry.at),
        entry.actor,
        second.unwrap_or_default(),
        entry.sentence
    )
}

fn told_whole(detail: &TrailDetail) -> String {
    let mut text = line(&detail.entry);
    for fact in &detail.facts {
        text += &format!("    {}：{}\n", fact.label, fact.value);
    }
    for object in &detail.objects {
        text += &format!("    所涉：{}\n", object.label);
    }
    text += &format!("    校验值 {}\n", detail.entry.hash);
    text + if detail.fits {
        "    核对无误。\n"
    } else {
        "    这一条与它的校验值不符！\n"
    }
}

fn offered(choices: &TrailChoices) -> String {
    let mut text = String::new();
    for (heading, choices) in [
        ("经手人（--person）", &choices.people),
        ("事项（--kind）", &choices.kinds),
        ("对象种类（--object 种类:编号）", &choices.objects),
    ] {
        text += &format!("{heading}\n");
        for choice in choices {
            text += &format!("  {}  {}\n", choice.value, choice.label);
        }
    }
    text
}

fn flagged(view: &FlagsView) -> String {
    if view.total == 0 {
        return "没有红旗。\n".to_owned();
    }
    let mut text = format!(
        "有红旗的留痕 {} 条，监督员未看 {} 条；一条留痕可以有几种红旗，下面各种分开数\n",
        view.total, view.unseen
    );
    for count in view.counts.iter().filter(|count| count.count > 0) {
        text += &format!(
            "  {} {} 条，未看 {} 条：{}\n",
            count.label, count.count, count.unseen, count.why
        );
    }
    for flagged in &view.entries {
        let seen = flagged.seen.as_ref().map_or("未看".to_owned(), |seen| {
            format!("{} {} 已看", seen.by, moment(&seen.at))
        });
        text += &line(&flagged.entry);
        text += &format!("          [{}] {seen}\n", flagged.flags.join("、"));
    }
    text
}

fn stands(standing: &TrailStanding) -> String {
    let whole = standing.whole_at.as_deref().map_or("还没有".to_owned(), moment);
    compared(&standing.anchor) + &told(&standing.check) + &format!("上次从头核对：{whole}\n")
}

fn compared(anchor: &AnchorView) -> String {
    let mut text = format!("{}\n    {}\n", anchor.message, anchor.hint);
    for (name, facts) in [("锚点", &anchor.anchored), ("现有", &anchor.found)] {
        if let Some(facts) = facts {
            text += &format!("{name}：{}\n", fact(facts));
        }
    }
    text += &format!("锚点的位置：{}\n", anchor.place);
    if let Some(why) = &anchor.failing {
        text += &format!("锚点这次没有写成：{why}\n");
    }
    text
}

fn written(written: &AnchorWritten) -> String {
    format!("已写锚点：{}\n{}\n", written.file, fact(&written.anchor))
}

fn fact(facts: &AnchorFacts) -> String {
    format!(
        "第 {} 条，第 {} 纪元，{}\n      {}",
        facts.seq,
        facts.epoch,
        moment(&facts.at),
        facts.head
    )
}

fn told(verdict: &TrailVerdict) -> String {
    let head = verdict.head.as_deref().unwrap_or("—");
    let mut text = String::new();
    if verdict.stopped {
        text += &format!("核对中途停止，已核对 {} 条。\n", verdict.events);
    }
    if verdict.valid {
        let since = if verdict.since > 0 {
            format!("第 {} 条以后：", verdict.since)
        } else {
            String::new()
        };
        text += &format!(
            "核对无误：{since}{} 条留痕、{} 行数据。\n",
            verdict.events, verdict.rows
        );
    } else if !verdict.faults.is_empty() {
        text += &format!("核对不符，至少 {} 处，按先后：\n", verdict.faults.len());
        for fault in &verdict.faults {
            text += &output::told(fault);
        }
    }
    text + &format!("最新一条的校验值 {head}\n")
}
