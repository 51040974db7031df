//! `sunlot explain` and `sunlot commit`, told to people.

use sunlot_app::Result;
use sunlot_app::published::{
    AmendmentView, Asked, CommitmentView, Crew, Ending, Explanation, Fate, SlotView, explain,
};

use crate::about;
use crate::args::Explain;
use crate::output::{Output, Status};

pub(crate) fn run(arguments: &Explain, output: &Output) -> Result<Status> {
    let asked = match (&arguments.asked.number, &arguments.asked.id) {
        (Some(number), _) => Asked::Number(number.clone()),
        (None, id) => Asked::Id(id.clone().unwrap_or_default()),
    };
    output.answer(&explain(&arguments.file, &asked)?, told);
    Ok(Status::Done)
}

pub(crate) fn told_commitment(view: &CommitmentView) -> String {
    format!("封存码  {}\n短码    {}\n", view.commitment, view.short_code)
}

fn told(view: &Explanation) -> String {
    let mut text = about::told(&view.draw);
    text.push('\n');
    let name = view.name.as_deref().unwrap_or("（名称密封）");
    let id = view.id.as_deref().unwrap_or("编号密封");
    line(&mut text, format!("{name}（{id}）"));
    if let Some(reason) = &view.exclusion_reason {
        line(&mut text, format!("不在抽取名单内，已事先排除。理由：{reason}"));
        return text;
    }
    if let (Some(number), Some((key, label)), Some(chance)) = (&view.number, &view.stratum, view.chance) {
        line(&mut text, format!("抽签号  {number}（{key} 层，{label}）"));
        line(
            &mut text,
            format!(
                "机会    {} 户中抽 {} 户，{}",
                chance.of,
                chance.quota,
                percent(chance.quota, chance.of)
            ),
        );
    }
    line(&mut text, format!("结果    {}", fate(view)));
    told_crew(&mut text, "抽定的检查组", view.crew.as_ref());
    if view.standing != view.crew {
        told_crew(&mut text, "变更后的检查组", view.standing.as_ref());
    }
    told_amendments(&mut text, view);
    told_steps(&mut text, view);
    told_tickets(&mut text, &view.slots, &rule(view.crew_rule));
    let after = "变更以后重新派人（不看已派多少；仍由签值最小者得，名单里没有合适的才轮到借调的人）";
    told_tickets(&mut text, &view.refills, after);
    text
}

fn told_amendments(text: &mut String, view: &Explanation) {
    if view.amendments.is_empty() {
        return;
    }
    line(text, String::new());
    line(text, "与本户有关的变更：".to_owned());
    for amendment in &view.amendments {
        let AmendmentView {
            number,
            change,
            reason,
            at,
            by,
        } = amendment;
        line(
            text,
            format!(
                "  第 {number} 条：{change}。理由：{reason}（{at}，{}）",
                by.join("、")
            ),
        );
    }
}

fn rule((cap, balance): (u64, bool)) -> String {
    let mut rule = "派人：在部门、技能合适、不回避、不在本组的人里，".to_owned();
    if cap > 0 {
        rule += &format!("已派满 {cap} 个的不算，");
    }
    if balance {
        rule += "只看目前派得最少的，";
    }
    rule + "签值（由种子、抽签号、位置和编号算出的数）最小者得"
}

fn line(text: &mut String, line: String) {
    text.push_str(&line);
    text.push('\n');
}

/// A share with two decimals, in integers: hundredths of a percent, rounded to the nearest.
fn percent(quota: u64, of: u64) -> String {
    let Some(points) = (quota * 10_000 + of / 2).checked_div(of) else {
        return "没有对象".to_owned();
    };
    if let (0..10, Some(one_of)) = (points, of.checked_div(quota)) {
        return format!("约 {one_of} 分之一");
    }
    match (points / 100, points % 100) {
        (whole, 0) => format!("{whole}%"),
        (whole, part) => format!("{whole}.{part:02}%"),
    }
}

fn fate(view: &Explanation) -> String {
    let rank = view.rank.unwrap_or_default();
    let replaces = view.replaces.as_deref().unwrap_or("另一户");
    let ended = match view.draw.ending {
        Ending::Void => "（这次抽取已作废，不算数）",
        Ending::Cancelled => "（这次抽取后来全部取消）",
        Ending::Drawn => "",
    };
    let fate = match view.fate {
        Fate::Excluded => "事先排除".to_owned(),
        Fate::Selected => format!("抽中，本层第 {rank} 个"),
        Fate::Dropped => format!("抽中，本层第 {rank} 个；后来变更，已不在列"),
        Fate::MovedUp => format!("候补第 {rank} 位，已递补 {replaces}"),
        Fate::MovedUpAndDropped => format!("候补第 {rank} 位，曾递补，后来变更，已不在列"),
        Fate::Reserve => format!("没有抽中，候补第 {rank} 位"),
        Fate::NotDrawn => "没有抽中".to_owned(),
        Fate::NoResult => "这次没有结果（作废时见证数不全，或密数遗失）".to_owned(),
        Fate::WouldBeSelected => format!("若不作废，本层第 {rank} 个抽中"),
    };
    fate + ended
}

fn told_crew(text: &mut String, what: &str, crew: Option<&Crew>) {
    let Some(crew) = crew.filter(|crew| !crew.is_empty()) else {
        return;
    };
    line(text, format!("{what}："));
    for member in crew {
        let who = match (&member.name, &member.id) {
            (Some(name), Some(id)) => format!("{name}（{id}）"),
            (None, Some(id)) => id.clone(),
            _ => "空缺".to_owned(),
        };
        line(text, format!("  {}  {who}", member.role));
    }
}

fn told_steps(text: &mut String, view: &Explanation) {
    let Some(stream) = &view.stream else { return };
    let decided = view.steps.last().filter(|step| {
        view.number
            .as_ref()
            .is_some_and(|n| n.ends_with(&format!("-{}", step.number)))
    });
    line(text, String::new());
    line(text, format!("摇号（随机流 {stream}，共摇 {} 步）", view.decided));
    if view.decided == 0 {
        return line(text, "本层不抽取。".to_owned());
    }
    line(
        text,
        "做法：各号先按次序排好。每一步用随机流里的下一个数（随机字）在还没定的位置里摇出一个，与排头的那个对换，\n      换到排头的就是这一步摇到的号。位置从 0 数起。"
            .to_owned(),
    );
    match decided {
        Some(step) => line(text, format!("第 {} 步摇到本号：", step.step)),
        None if view.steps.len() < view.decided => {
            line(text, format!("没有一步摇到本号。前 {} 步是：", view.steps.len()));
        }
        None => line(text, "没有一步摇到本号。各步是：".to_owned()),
    }
    let shown = if decided.is_some() {
        view.steps.len().saturating_sub(1)..
    } else {
        0..
    };
    for step in view.steps.get(shown).unwrap_or_default() {
        let words: Vec<String> = step.words.iter().map(ToString::to_string).collect();
        let (before, left) = (step.step - 1, step.left);
        let word = words.last().map(String::as_str).unwrap_or_default();
        let passed = match words.len() {
            0 | 1 => String::new(),
            _ => format!("（先略过 {}）", words[..words.len() - 1].join("、")),
        };
        line(
            text,
            format!(
                "  第 {} 步：随机字 {word}{passed}，{before} + {word} mod {left} = {}；位置 {} 上此时是 {} 号{}",
                step.step,
                step.swap,
                step.swap,
                step.number,
                if step.number == step.swap + 1 {
                    ""
                } else {
                    "（前面的步骤换过来的）"
                }
            ),
        );
    }
}

fn told_tickets(text: &mut String, slots: &[SlotView], rule: &str) {
    if slots.is_empty() {
        return;
    }
    line(text, String::new());
    line(text, rule.to_owned());
    for slot in slots {
        line(
            text,
            format!(
                "  {}：{}",
                slot.role,
                slot.taken.as_deref().unwrap_or("没有合适的人")
            ),
        );
        for ticket in &slot.tickets {
            let load = ticket
                .load
                .map(|load| format!("已派 {load}  "))
                .unwrap_or_default();
            line(text, format!("    {}  {load}{}", ticket.ticket, ticket.inspector));
        }
    }
}
