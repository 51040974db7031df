//! `sunlot demo`: the whole job on the sample office, as far as it can be done today, and where the results lie.

use std::path::Path;

use serde_json::{Value, json};
use sunlot_app::import::ImportCompared;
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
    output.answer(&answer(&made, &targets, &kinds), |answer| told(answer, &made));
    Ok(Status::Done)
}

fn answer(made: &SampleMade, targets: &TargetsView, kinds: &[Value]) -> Value {
    json!({
        "folder": made.folder,
        "rosters": made.rosters,
        "targets": { "total": targets.total, "mayBeDrawn": targets.may_be_drawn, "kinds": kinds },
    })
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
    format!(
        "示例单位已建好：{}\n  名单 {} 份，共读 {read} 行，每一行都有下落\n  检查对象 {} 户（{}），其中可以参加抽取 {} 户\n打开：sunlot-window --office “{}”；命令行加 --office “{}”。\n",
        made.folder,
        made.rosters.len(),
        targets["total"],
        kinds.join("、"),
        targets["mayBeDrawn"],
        made.folder,
        made.folder
    )
}
