//! `sunlot demo`: the whole job on the sample office, as far as it can be done today, and where the results lie.

use std::path::Path;

use serde_json::{Value, json};
use sunlot_app::import::ImportCompared;
use sunlot_app::inspector::InspectorsRequest;
use sunlot_app::item::ItemsRequest;
use sunlot_app::sample::SampleMade;
use sunlot_app::target::{TargetFacet, TargetsRequest};
use sunlot_app::{Actor, Desk, Env, Result, Shell, office_folder};

use crate::output::{Output, Status};

/// Makes the sample office in a folder and tells what became of its rosters.
pub(crate) fn run(folder: &Path, output: &Output) -> Result<Status> {
    let office = office_folder(Some(folder.to_owned()))?;
    let desk = Desk::new(
        Env::of_this_computer(),
        office,
        Actor::of_this_computer(Shell::Cli),
    );
    let made = desk.sample_make(&mut |sums| output.remark(&line(sums)))?;
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
        "folder": made.folder,
        "there": made.there,
        "rosters": made.rosters,
        "targets": { "total": targets.total, "mayBeDrawn": targets.may_be_drawn, "kinds": kinds },
        "inspectors": { "total": inspectors.total, "mayBeDrawn": inspectors.may_be_drawn },
        "items": { "total": items.total, "usable": items.usable },
    });
    output.answer(&answer, |answer| told(answer, &made));
    Ok(Status::Done)
}

/// What became of one roster. The five add up, and whoever reads it can see that they do.
fn line(sums: &ImportCompared) -> String {
    format!(
        "{}：共读 {} 行 ＝ 新增 {} ＋ 更新 {} ＋ 相同 {} ＋ 跳过 {} ＋ 错误 {}；待核 {} 行\n",
        sums.file, sums.read, sums.added, sums.updated, sums.same, sums.skipped, sums.errors, sums.doubtful
    )
}

fn told(answer: &Value, made: &SampleMade) -> String {
    let targets = &answer["targets"];
    let kinds: Vec<String> = targets["kinds"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|kind| format!("{} {}", kind["label"].as_str().unwrap_or_default(), kind["count"]))
        .collect();
    let read: u32 = made.rosters.iter().map(|sums| sums.read).sum();
    let mut text = String::new();
    if made.there > 0 {
        text += &format!("上次没有做完，已有 {} 份名单，接着做完了剩下的。\n", made.there);
    }
    text += &format!("示例单位已建好：{}\n", made.folder);
    text += &format!(
        "  名单 {} 份，共读 {read} 行，每一行都有下落\n",
        made.rosters.len()
    );
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
    text += &format!(
        "打开：sunlot-window --office “{0}”；命令行加 --office “{0}”。\n",
        made.folder
    );
    text
}
