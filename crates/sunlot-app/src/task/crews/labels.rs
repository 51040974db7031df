//! The words about crews, chances and burdens.

use sunlot_draw::Manifest;
use sunlot_draw::manifest::{Slot, Stratum};
use sunlot_rules::crew::Requirement;
use sunlot_rules::crew::dry_run::{DryRun, Verdict};
use sunlot_rules::crew::gaps::{Gap, Spot};
use sunlot_rules::crew::help::{Help, Part, Until};
use sunlot_rules::fairness::burden::{Burden, CLASSES};
use sunlot_rules::share;

use crate::registry::Told;
use crate::registry::labels::told;

/// Whether every target can be manned, in a word.
pub(super) fn verdict(verdict: Verdict) -> Told {
    match verdict {
        Verdict::NoCrews => told("no_crews", "以后再抽检查组"),
        Verdict::NothingDrawn => told("nothing_drawn", "没有抽取对象，不用派人"),
        Verdict::Sure => told("sure", "派得齐"),
        Verdict::Thin => told("thin", "派得齐，但选择余地小"),
        Verdict::Short => told("short", "可能派不齐"),
        Verdict::Impossible => told("impossible", "派不齐"),
    }
}

/// The same in sentences.
pub(super) fn sentences(run: &DryRun, eligible: usize) -> Vec<String> {
    let mut said = vec![match run.verdict {
        Verdict::NoCrews => "这次只抽检查对象，检查人员在以后的仪式上另抽。".to_owned(),
        Verdict::NothingDrawn => "各层应抽数都是 0，不需要检查人员。".to_owned(),
        Verdict::Sure if run.proved => "无论抽出什么结果，每一户都派得齐执法人员。".to_owned(),
        Verdict::Sure => format!("试抽 {} 次，每一户都派齐了执法人员。", run.simulated.len()),
        Verdict::Thin => "每一户都派得齐，但有的位置可选的人太少，随机没有多少余地。".to_owned(),
        Verdict::Short => "有的抽取结果会派不齐执法人员，请先处理再封存。".to_owned(),
        Verdict::Impossible => "无论怎样抽，都有位置派不出执法人员。".to_owned(),
    }];
    if run.verdict != Verdict::NoCrews && eligible <= 3 {
        said.push(format!(
            "人员库可选仅 {eligible} 人，随机性不足。可以从其他部门、乡镇借调持证人员。"
        ));
    }
    if let Some(neck) = &run.bottleneck {
        let wanted: Vec<String> = neck.requirements.iter().map(requirement).collect();
        let (slots, people, supply, short) = (neck.slots, neck.people, neck.supply, neck.short);
        said.push(format!(
            "{}的位置一共要 {slots} 人次，能去的 {people} 人按上限只有 {supply} 人次，至少缺 {short} 人次。",
            wanted.join("、")
        ));
    }
    if let Some(worst) = run.simulated.iter().map(|trial| trial.empty).max()
        && worst > 0
    {
        said.push(format!(
            "试抽 {} 次，最多有 {worst} 个位置空着。",
            run.simulated.len()
        ));
    }
    let most = run.simulated.iter().map(|trial| trial.greatest).max();
    let least = run.simulated.iter().map(|trial| trial.least).min();
    if let (Some(most), Some(least)) = (most, least) {
        said.push(format!("试抽时每人承担 {least} 到 {most} 户。"));
    }
    said
}

/// What is asked for in a slot.
pub(in crate::task) fn requirement(requirement: &Requirement) -> String {
    match (&requirement.dept, &requirement.skill) {
        (None, None) => "不限部门和专长".to_owned(),
        (Some(dept), None) => dept.clone(),
        (None, Some(skill)) => format!("会{skill}"),
        (Some(dept), Some(skill)) => format!("{dept}会{skill}"),
    }
}

/// A place of a crew.
pub(super) fn slot(slot: &Slot) -> String {
    match Requirement::of(slot) {
        Requirement {
            dept: None,
            skill: None,
        } => slot.role.to_string(),
        asked => format!("{}（{}）", slot.role, requirement(&asked)),
    }
}

/// A stratum by its letter and its name.
pub(super) fn stratum(stratum: &Stratum) -> String {
    format!("{} {}", stratum.key, stratum.label)
}

/// What is the matter at a target.
pub(super) fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::Nobody => "有位置没有一个人能去",
        Gap::TooFew => "能去的人比位置少",
        Gap::Order => "前面的位置可能占了后面位置唯一的人选",
        Gap::Thin => "可选的人太少，随机性不足",
    }
}

/// A target where something is the matter.
pub(super) fn spot(spot: &Spot, manifest: &Manifest) -> String {
    let name = manifest
        .target(&spot.stratum, spot.number)
        .and_then(|leaf| leaf.open())
        .map_or_else(String::new, |target| target.name.to_string());
    let slot = spot.slot + 1;
    format!(
        "{}-{:04} {name}：第 {slot} 个位置可选 {} 人",
        spot.stratum, spot.number, spot.fit
    )
}

/// What would help.
pub(super) fn help(help: &Help, manifest: &Manifest) -> String {
    let label = |key: &str| manifest.stratum(key).map_or_else(|| key.to_owned(), stratum);
    match help {
        Help::Borrow {
            requirement: asked,
            people,
            until,
        } => {
            let until = match until {
                Until::Filled => "就都派得齐",
                Until::Choice => "就处处有选择余地",
            };
            format!("借调 {people} 人（{}），{until}。", requirement(asked))
        }
        Help::RaiseCap {
            least,
            certain: Some(certain),
        } => {
            format!("把每人上限至少提到 {least} 户；提到 {certain} 户就一定派得齐。")
        }
        Help::RaiseCap { least, certain: None } => format!("把每人上限至少提到 {least} 户，人手还是不够。"),
        Help::AskLess {
            stratum: key,
            slot,
            part,
            ..
        } => {
            let part = match part {
                Part::Dept => "部门",
                Part::Skill => "专长",
            };
            format!("{}的第 {} 个位置不限{part}。", label(key), slot + 1)
        }
        Help::Reorder { stratum: key, .. } => format!("{}的位置换个次序，要求最严的放在前面。", label(key)),
        Help::DropRotation { recusals, .. } => format!("有 {} 对轮换回避，放开轮换。", recusals.len()),
        Help::LowerQuota { stratum: key, quota } => format!("{}最多抽 {quota} 户。", label(key)),
    }
}

/// How often.
pub(super) fn times(class: usize) -> String {
    match class {
        0 => "没有检查过".to_owned(),
        class if class + 1 < CLASSES => format!("{class} 次"),
        class => format!("{class} 次以上"),
    }
}

/// The burden in sentences.
pub(super) fn burden(burden: &Burden) -> Vec<String> {
    let never = share::text(burden.never.ten_thousandths());
    let left = tenths(burden.never_expected);
    vec![format!(
        "候选 {} 户里，近十二个月没有检查过的占 {never}；抽取以后预计还剩 {left} 户。",
        burden.targets
    )]
}

/// Millionths with one place.
pub(super) fn tenths(millionths: u128) -> String {
    let tenths = (millionths + 50_000) / 100_000;
    match (tenths / 10, tenths % 10) {
        (whole, 0) => whole.to_string(),
        (whole, rest) => format!("{whole}.{rest}"),
    }
}
