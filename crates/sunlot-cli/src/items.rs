//! `sunlot items …`: the working list of inspection items, and what stands in its editions.

use sunlot_app::item::{
    ItemFilter, ItemId, ItemLine, ItemMembership, ItemSave, ItemView, ItemsChoices, ItemsRequest, ItemsView,
    StartersTake,
};
use sunlot_app::registry::Told;
use sunlot_app::{Desk, Result};

use crate::args::items::{ItemOptions, ItemsVerb, WhichItems};
use crate::output::{Output, Status};
use crate::registry::{self, conditions, number, pairs, request_in, story, told_problems, wrong};

pub(crate) fn run(desk: &Desk, verb: ItemsVerb, output: &Output) -> Result<Status> {
    match verb {
        ItemsVerb::List { which } => {
            let (filter, edition) = filter(desk, which)?;
            output.answer(&desk.items_view(&ItemsRequest { filter, edition })?, listed);
        }
        ItemsVerb::Choices => output.answer(&desk.items_choices()?, offered),
        ItemsVerb::Show { item, edition } => {
            let edition = edition.map(|typed| edition_of(desk, &typed)).transpose()?;
            let id = item_id(&item)?;
            output.answer(&desk.item_open(&ItemId { id, edition })?, shown);
        }
        ItemsVerb::Set(options) => return set(desk, *options, output),
        ItemsVerb::Place {
            item,
            membership,
            reason,
        } => {
            let id = item_id(&item)?;
            let request = ItemMembership {
                id,
                version: version(desk, id)?,
                membership: membership.parse().map_err(|_| wrong("状态", &membership))?,
                reason,
            };
            output.answer(&desk.item_membership(&request)?, saved);
        }
        ItemsVerb::Starter { keys, reason } => {
            output.answer(&desk.starters_take(&StartersTake { keys, reason })?, listed);
        }
    }
    Ok(Status::Done)
}

fn set(desk: &Desk, options: ItemOptions, output: &Output) -> Result<Status> {
    let id = options.item.as_deref().map(item_id).transpose()?;
    let request = ItemSave {
        id,
        version: id.map(|id| version(desk, id)).transpose()?,
        values: pairs("--value", &options.values)?,
        bases: options.bases.as_deref().map(request_in).transpose()?,
        check_points: options.points.as_deref().map(request_in).transpose()?,
        confirmed: options.confirmed,
        reason: options.reason,
    };
    if options.check {
        let checked = desk.item_check(&request)?;
        let right = checked.problems.is_empty();
        output.answer(&checked, told_problems);
        return Ok(if right { Status::Done } else { Status::Refused });
    }
    output.answer(&desk.item_save(&request)?, saved);
    Ok(Status::Done)
}

fn version(desk: &Desk, id: i64) -> Result<i64> {
    Ok(desk.item_open(&ItemId { id, edition: None })?.version)
}

/// Which items of which list, out of what stands on the command line.
pub(crate) fn filter(desk: &Desk, which: WhichItems) -> Result<(ItemFilter, Option<i64>)> {
    let filter = ItemFilter {
        text: which.text.unwrap_or_default(),
        values: conditions(&which.conditions)?,
    };
    let edition = which.edition.map(|typed| edition_of(desk, &typed)).transpose()?;
    Ok((filter, edition))
}

/// The edition that people call so, or that has this number.
pub(crate) fn edition_of(desk: &Desk, typed: &str) -> Result<i64> {
    let typed = typed.trim();
    if let Ok(id) = typed.parse() {
        return Ok(id);
    }
    let editions = desk.items_view(&ItemsRequest::default())?.editions;
    let found = editions.iter().find(|edition| edition.number == typed);
    found
        .map(|edition| edition.id)
        .ok_or_else(|| wrong("版本", typed))
}

/// The office's own number of an item.
fn item_id(typed: &str) -> Result<i64> {
    number("SX-", typed)
}

fn listed(view: &ItemsView) -> String {
    let mut text = format!(
        "{}：共 {} 项，可以使用 {} 项，没有权责清单编码 {} 项\n",
        view.heading, view.total, view.usable, view.unmapped
    );
    for line in &view.lines {
        text += &told(line);
    }
    if view.lines.is_empty() && view.total == 0 {
        text += "还没有抽查事项。用 sunlot items set 录入，或用 sunlot items starter 从示例库取用。\n";
    }
    let pending = view.pending;
    if pending.added + pending.changed + pending.removed > 0 {
        text += &format!(
            "工作清单还没有送审的改动：新增 {}、修改 {}、移出 {}\n",
            pending.added, pending.changed, pending.removed
        );
    }
    text
}

fn told(line: &ItemLine) -> String {
    let or = |text: &str| {
        if text.is_empty() {
            "—".to_owned()
        } else {
            text.to_owned()
        }
    };
    let name = match line.sub_item.as_str() {
        "" => line.name.clone(),
        part => format!("{}（{part}）", line.name),
    };
    let mut text = format!(
        "{}  {}  {}  比例{}  频次{}  依据 {} 条  要点 {} 个{}\n",
        line.number,
        name,
        or(&line.item_class.label),
        or(&line.ratio),
        or(&line.frequency),
        line.bases,
        line.check_points,
        line.differs
            .as_ref()
            .map_or_else(String::new, |differs| format!("  [{}]", differs.label)),
    );
    for (what, list) in [("不能使用", &line.unusable), ("留意", &line.remarks)] {
        if !list.is_empty() {
            text += &format!("      {what}：{}\n", labels(list));
        }
    }
    text
}

fn labels(list: &[Told]) -> String {
    let labels: Vec<&str> = list.iter().map(|told| told.label.as_str()).collect();
    labels.join("、")
}

fn offered(choices: &ItemsChoices) -> String {
    let mut text = "字段\n".to_owned();
    for field in &choices.fields {
        text += &format!("  {}  {}\n", field.field, field.label);
        for choice in field.choices.iter().filter(|choice| choice.value != choice.label) {
            text += &format!("      {}  {}\n", choice.value, choice.label);
        }
    }
    for trade in &choices.starters {
        text += &format!("示例：{}\n", trade.label);
        for item in &trade.items {
            let there = if item.there { "（清单里已有）" } else { "" };
            text += &format!("  {}  {}{there}\n", item.key, item.name);
        }
    }
    text
}

fn shown(view: &ItemView) -> String {
    let mut text = told(&view.line);
    for field in view.fields.iter().filter(|field| !field.value.is_empty()) {
        text += &format!("  {}：{}\n", field.label, field.shown);
    }
    text += &format!("  比例的权限：{}\n", view.bounds.told);
    for (basis, number) in view.bases.iter().zip(1..) {
        text += &format!(
            "  依据 {number}：{} {}（{}）\n",
            basis.law, basis.article, basis.state.label
        );
        text += &registry::said(&[
            ("条文", &basis.text),
            ("施行", &basis.valid_from),
            ("失效", &basis.valid_to),
        ]);
    }
    for (point, number) in view.check_points.iter().zip(1..) {
        text += &format!("  要点 {number}：{}\n", point.content);
        for (what, said) in [("方法", &point.method), ("材料", &point.materials)] {
            if !said.is_empty() {
                text += &format!("      {what}：{said}\n");
            }
        }
    }
    text + &story(&view.story)
}

fn saved(view: &ItemView) -> String {
    registry::saved(&format!("{} {}", view.line.number, view.line.name), &view.notices)
}
