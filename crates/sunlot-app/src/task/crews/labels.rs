//! The words about crews, chances and burdens.

use sunlot_draw::Manifest;
use sunlot_draw::manifest::{Slot, Stratum};
use sunlot_rules::crew::Requirement;
use sunlot_rules::crew::capacity::Bottleneck;
use sunlot_rules::crew::dry_run::{DryRun, Verdict};
use sunlot_rules::crew::gaps::{Gap, Spot};
use sunlot_rules::crew::help::{Help, Part, Until};
use sunlot_rules::day::Day;
use sunlot_rules::fairness::burden::{Burden, CLASSES};
use sunlot_rules::share;

use crate::registry::Told;
use crate::registry::labels::told;
use crate::task::crews_wire::CrewPerson;

/// That some draws could not man every target: the list may be sealed all the same, and the same is said wherever one looks.
const MAY_BE_SHORT: &str =
    "有的抽取结果会派不齐执法人员：不妨碍封存，但抽完可能有位置空着，要当场借调补上，最好先补救。";

/// The same where the pool is looked at, with where to read more.
pub(in crate::task) fn may_be_short() -> Told {
    let label = format!("{MAY_BE_SHORT}怎样补救，看“检查组”里的派人预演。");
    told("crews_may_be_short", &label)
}

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
        Verdict::Short => MAY_BE_SHORT.to_owned(),
        Verdict::Impossible => "无论怎样抽，都有位置派不出执法人员。".to_owned(),
    }];
    match eligible {
        _ if run.verdict == Verdict::NoCrews => {}
        0 => said.push(
            "人员库里没有一个可以派的人：不参加的人和原因列在下面。请录入持证人员，或者从其他部门、乡镇借调。".to_owned(),
        ),
        1..=3 => said.push(format!(
            "人员库可选仅 {eligible} 人，随机性不足。可以从其他部门、乡镇借调持证人员。"
        )),
        _ => {}
    }
    if let Some(neck) = &run.bottleneck {
        said.push(format!("{}。", bottleneck(neck)));
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
        said.push(if least == most {
            format!("试抽时每人承担 {most} 户。")
        } else {
            format!("试抽时每人承担 {least} 到 {most} 户。")
        });
    }
    said
}

/// What cannot be given, without a stop at its end. Nobody goes twice to one target, so people can be too few without a limit, too.
pub(super) fn bottleneck(neck: &Bottleneck) -> String {
    let wanted: Vec<String> = neck.requirements.iter().map(requirement).collect();
    let (slots, people, supply, short) = (neck.slots, neck.people, neck.supply, neck.short);
    let wanted = wanted.join("、");
    if people == 0 {
        return format!("要派 {slots} 人次（{wanted}），一个能派的人也没有");
    }
    format!("要派 {slots} 人次（{wanted}），能去的 {people} 人最多承担 {supply} 人次，至少缺 {short} 人次")
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
pub(in crate::task) fn stratum(stratum: &Stratum) -> String {
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
    let place = manifest
        .stratum(&spot.stratum)
        .and_then(|stratum| stratum.slots.get(spot.slot));
    let place = place.map_or_else(String::new, slot);
    let people = match spot.fit {
        0 => "没有人可以派".to_owned(),
        fit => format!("只有 {fit} 人可以派"),
    };
    format!("{}-{:04} {name}：{place}{people}", spot.stratum, spot.number)
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
            let asked = manifest.stratum(key).and_then(|stratum| stratum.slots.get(*slot));
            let asked = asked.map_or_else(String::new, self::slot);
            format!("{}的{asked}不限{part}。", label(key))
        }
        Help::Reorder { stratum: key, .. } => format!("{}的位置换个次序，要求最严的放在前面。", label(key)),
        Help::DropRotation { recusals, .. } => format!("有 {} 对轮换回避，放开轮换。", recusals.len()),
        Help::LowerQuota { stratum: key, quota } => format!("{}最多抽 {quota} 户。", label(key)),
    }
}

/// How often.
pub(in crate::task) fn times(class: usize) -> String {
    match class {
        0 => "没有检查过".to_owned(),
        class if class + 1 < CLASSES => format!("{class} 次"),
        class => format!("{class} 次以上"),
    }
}

/// The burden in sentences.
pub(in crate::task) fn burden(burden: &Burden) -> Vec<String> {
    let never = share::text(burden.never.ten_thousandths());
    let left = tenths(burden.never_expected);
    vec![format!(
        "候选 {} 户里，近十二个月没有检查过的占 {never}；抽取以后预计还剩 {left} 户。",
        burden.targets
    )]
}

/// What a report is about that was made before anything was sealed.
pub(in crate::task) fn about_list() -> &'static str {
    "还没有抽取：按现在的名单计算"
}

/// What a report is about that was made of a draw.
pub(in crate::task) fn about_draw(draw: &str, day: Day) -> String {
    format!("抽取 {draw}（{day} 封存）：按封存的名单和抽取结果计算")
}

/// The burden of a draw that was held, in sentences.
pub(in crate::task) fn burden_at(burden: &Burden, after: Option<[u64; CLASSES]>) -> Vec<String> {
    let never = share::text(burden.never.ten_thousandths());
    let expected = tenths(burden.never_expected);
    let left = after.and_then(|after| after.first().copied());
    let left = left.map_or_else(String::new, |left| format!("，实际还剩 {left} 户"));
    vec![format!(
        "封存的 {} 户里，此前十二个月没有检查过的占 {never}；按机会预计抽后还剩 {expected} 户{left}。",
        burden.targets
    )]
}

/// How the work was shared out.
pub(in crate::task) fn loads(people: Option<&[CrewPerson]>) -> Option<String> {
    let Some(people) = people else {
        return Some("检查组还没有抽。".to_owned());
    };
    let actual = || people.iter().filter_map(|person| person.actual);
    let (least, most) = (actual().min()?, actual().max()?);
    Some(if least == most {
        format!("{} 人每人抽到 {most} 户。", people.len())
    } else {
        format!("{} 人里，抽到最少的 {least} 户，最多的 {most} 户。", people.len())
    })
}

/// That rows were changed after the draw.
pub(in crate::task) fn amended(changes: usize) -> Option<String> {
    (changes > 0).then(|| format!("抽取以后登记过 {changes} 次变更；这里说的是当场抽出的结果。"))
}

/// Millionths with one place.
pub(in crate::task) fn tenths(millionths: u128) -> String {
    let tenths = (millionths + 50_000) / 100_000;
    match (tenths / 10, tenths % 10) {
        (whole, 0) => whole.to_string(),
        (whole, rest) => format!("{whole}.{rest}"),
    }
}
