//! `sunlot catalog …`: the editions of the list of items, step by step.

use sunlot_app::item::{
    CatalogCheck, CatalogDiff, CatalogDiffRequest, EditionId, EditionLine, EditionPublish, EditionRatify,
    EditionReturn, EditionSubmit, EditionView, ItemsRequest,
};
use sunlot_app::registry::FormChecked;
use sunlot_app::{Desk, Result};

use crate::args::items::CatalogVerb;
use crate::items::edition_of;
use crate::output::{Output, Status};
use crate::registry::{changes, story, told_problems};

pub(crate) fn run(desk: &Desk, verb: CatalogVerb, output: &Output) -> Result<Status> {
    match verb {
        CatalogVerb::Submit { check: true, .. } => {
            let checked = desk.catalog_check()?;
            let right = checked.obstacles.is_empty();
            output.answer(&checked, obstacles);
            return Ok(if right { Status::Done } else { Status::Refused });
        }
        CatalogVerb::Submit {
            title,
            to,
            on,
            reason,
            ..
        } => {
            let request = EditionSubmit {
                title,
                submitted_on: on,
                submitted_to: to,
                reason,
            };
            output.answer(&desk.edition_submit(&request)?, shown);
        }
        CatalogVerb::Return { edition, on, reason } => {
            let (id, version) = at(desk, &edition)?;
            let request = EditionReturn {
                id,
                version,
                returned_on: on,
                reason,
            };
            output.answer(&desk.edition_return(&request)?, shown);
        }
        CatalogVerb::Ratify {
            edition,
            by,
            on,
            no,
            effective,
        } => {
            let (id, version) = at(desk, &edition)?;
            let request = EditionRatify {
                id,
                version,
                ratified_by: by,
                ratified_on: on,
                ratified_no: no,
                effective_on: effective,
            };
            output.answer(&desk.edition_ratify(&request)?, shown);
        }
        CatalogVerb::Publish {
            edition,
            on,
            channels,
        } => {
            let (id, version) = at(desk, &edition)?;
            let request = EditionPublish {
                id,
                version,
                published_on: on,
                channels,
            };
            output.answer(&desk.edition_publish(&request)?, shown);
        }
        CatalogVerb::Show { edition: None } => {
            let editions = desk.items_view(&ItemsRequest::default())?.editions;
            output.answer(&editions, |editions| editions.iter().map(told).collect());
        }
        CatalogVerb::Show {
            edition: Some(edition),
        } => {
            let id = edition_of(desk, &edition)?;
            output.answer(&desk.edition_open(&EditionId { id })?, shown);
        }
        CatalogVerb::Diff { before, after } => {
            let chosen = |typed: Option<String>| typed.map(|typed| edition_of(desk, &typed)).transpose();
            let usual = || -> Result<Option<i64>> {
                let view = desk.items_view(&ItemsRequest::default())?;
                Ok(view
                    .in_force
                    .or_else(|| view.editions.first().map(|edition| edition.id)))
            };
            let before = match before {
                None => usual()?,
                typed => chosen(typed)?,
            };
            let after = chosen(after)?;
            let request = CatalogDiffRequest { before, after };
            output.answer(&desk.catalog_diff(&request)?, differences);
        }
    }
    Ok(Status::Done)
}

/// Which edition, and how far it has come.
fn at(desk: &Desk, typed: &str) -> Result<(i64, i64)> {
    let id = edition_of(desk, typed)?;
    Ok((id, desk.edition_open(&EditionId { id })?.version))
}

fn obstacles(checked: &CatalogCheck) -> String {
    let mut text = match checked.obstacles.as_slice() {
        [] => "可以送审。\n".to_owned(),
        obstacles => told_problems(&FormChecked {
            problems: obstacles.to_vec(),
        }),
    };
    if !checked.remarks.is_empty() {
        text += "留意（不妨碍送审）：\n";
    }
    for item in &checked.remarks {
        let remarks: Vec<&str> = item.remarks.iter().map(|told| told.label.as_str()).collect();
        text += &format!("  {} {}：{}\n", item.number, item.name, remarks.join("、"));
    }
    text
}

fn told(line: &EditionLine) -> String {
    let now = if line.in_force { "，现行" } else { "" };
    let mut text = format!(
        "{}  {}  {}{now}  {} 项  {} 送审\n",
        line.number, line.title, line.state.label, line.items, line.submitted_on
    );
    if !line.ratified_on.is_empty() {
        text += &format!(
            "      {} {}审定（{}），{} 起施行\n",
            line.ratified_on, line.ratified_by, line.ratified_no, line.effective_on
        );
    }
    if !line.published_on.is_empty() {
        text += &format!("      {} 公布：{}\n", line.published_on, line.channels);
    }
    if !line.returned_on.is_empty() {
        text += &format!("      {} 退回：{}\n", line.returned_on, line.returned_for);
    }
    text
}

fn shown(view: &EditionView) -> String {
    told(&view.line) + &story(&view.story)
}

fn differences(diff: &CatalogDiff) -> String {
    let sums = diff.sums;
    let mut text = format!(
        "{} → {}：新增 {}、修改 {}、移出 {}、相同 {}\n",
        diff.before, diff.after, sums.added, sums.changed, sums.removed, sums.same
    );
    for item in &diff.items {
        text += &format!("  {}  {} {}\n", item.kind.label, item.number, item.name);
        text += &changes(&item.changes);
    }
    text
}
