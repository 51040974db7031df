//! `sunlot demo`: the whole job on the sample office, as far as it can be done today, and where the results lie.

mod course;
mod drawing;

use std::path::Path;

use serde_json::{Value, json};
use sunlot_app::import::ImportCompared;
use sunlot_app::inspector::InspectorsRequest;
use sunlot_app::item::ItemsRequest;
use sunlot_app::sample::SampleMade;
use sunlot_app::target::{TargetFacet, TargetsRequest};
use sunlot_app::{Actor, Desk, Env, Reason, Result, Shell, office_folder};

use crate::output::{Output, Status};

/// Makes the sample office in a folder, or goes on where that was interrupted, and tells what became of its rosters, of its plan
/// and of its pool.
pub(crate) fn run(folder: &Path, output: &Output) -> Result<Status> {
    let office = office_folder(Some(folder.to_owned()))?;
    let desk = Desk::new(
        Env::of_this_computer(),
        office,
        Actor::of_this_computer(Shell::Cli),
    );
    let made = match desk.sample_make(&mut |sums| output.remark(&line(sums))) {
        // Whether what is there is the sample, its course knows.
        Err(error) if matches!(error.reason, Reason::OfficeThere { .. }) => None,
        made => Some(made?),
    };
    let course = desk.sample_course(&mut |step| output.remark(course::step(step)))?;
    let targets = desk.targets_view(&TargetsRequest::default())?;
    let kinds = desk.targets_choices()?.facets.into_iter();
    let kinds: Vec<Value> = kinds
        .filter(|facet| facet.facet == TargetFacet::Kind)
        .flat_map(|facet| facet.choices)
        .map(|choice| json!({ "kind": choice.value, "label": choice.label, "count": choice.count }))
        .collect();
    let inspectors = desk.inspectors_view(&InspectorsRequest::default())?;
    let items = desk.items_view(&ItemsRequest::default())?;
    let answer = json!({
        "folder": desk.folder().path().display().to_string(),
        "there": made.as_ref().map(|made| made.there),
        "rosters": made.as_ref().map(|made| &made.rosters),
        "targets": { "total": targets.total, "mayBeDrawn": targets.may_be_drawn, "kinds": kinds },
        "inspectors": { "total": inspectors.total, "mayBeDrawn": inspectors.may_be_drawn },
        "items": { "total": items.total, "usable": items.usable },
        "course": course,
    });
    output.answer(&answer, |answer| {
        told(answer, made.as_ref()) + &course::told(&course) + &open(answer)
    });
    Ok(Status::Done)
}

/// What became of one roster. The five add up, and whoever reads it can see that they do.
fn line(sums: &ImportCompared) -> String {
    format!(
        "{}：共读 {} 行 ＝ 新增 {} ＋ 更新 {} ＋ 相同 {} ＋ 跳过 {} ＋ 错误 {}；待核 {} 行\n",
        sums.file, sums.read, sums.added, sums.updated, sums.same, sums.skipped, sums.errors, sums.doubtful
    )
}

fn told(answer: &Value, made: Option<&SampleMade>) -> String {
    let targets = &answer["targets"];
    let kinds: Vec<String> = targets["kinds"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|kind| format!("{} {}", kind["label"].as_str().unwrap_or_default(), kind["count"]))
        .collect();
    let mut text = String::new();
    if let Some(there) = made.map(|made| made.there).filter(|there| *there > 0) {
        text += &format!("上次没有做完，已有 {there} 份名单，接着做完了剩下的。\n");
    }
    let folder = answer["folder"].as_str().unwrap_or_default();
    let done = if made.is_some() {
        "已建好"
    } else {
        "已经有了"
    };
    text += &format!("示例单位{done}：{folder}\n");
    if let Some(made) = made {
        let read: u32 = made.rosters.iter().map(|sums| sums.read).sum();
        text += &format!(
            "  名单 {} 份，共读 {read} 行，每一行都有下落\n",
            made.rosters.len()
        );
    }
    text += &format!(
        "  检查对象 {} 户（{}），其中可以参加抽取 {} 户\n",
        targets["total"],
        kinds.join("、"),
        targets["mayBeDrawn"]
    );
    text += &format!(
        "  执法检查人员 {} 人，今天可以参加抽取 {} 人\n  抽查事项 {} 项，可以使用 {} 项\n",
        answer["inspectors"]["total"],
        answer["inspectors"]["mayBeDrawn"],
        answer["items"]["total"],
        answer["items"]["usable"]
    );
    text
}

fn open(answer: &Value) -> String {
    let folder = answer["folder"].as_str().unwrap_or_default();
    format!("打开：sunlot-window --office “{folder}”；命令行加 --office “{folder}”。\n")
}
