//! `sunlot outside …`: draws that another system made, registered with their source and their file.

use sunlot_app::outside::{
    OutsideAnswer, OutsideDrawFile, OutsideDrawOpen, OutsideDrawWithdraw, OutsideTake,
};
use sunlot_app::{Desk, Result};

mod told;

pub(crate) use self::told::line;

use crate::args::outside::{OutsideOptions, OutsideVerb};
use crate::output::{Output, Status};
use crate::registry::{number, pairs, wrong};

pub(crate) fn run(desk: &Desk, verb: OutsideVerb, output: &Output) -> Result<Status> {
    match verb {
        OutsideVerb::List => output.answer(&desk.outside_draws_view()?, told::list),
        OutsideVerb::Look(options) => {
            let looked = desk.outside_draw_look(&request(&options)?)?;
            let right = looked.problems.is_empty();
            output.answer(&looked, told::looked);
            return Ok(if right { Status::Done } else { Status::Refused });
        }
        OutsideVerb::Take(options) => {
            let view = desk.outside_draw_take(&request(&options)?)?;
            output.answer(&view, told::shown);
        }
        OutsideVerb::Show { draw, from } => {
            let id = at(&draw)?;
            let view = desk.outside_draw_open(&OutsideDrawOpen { id, from })?;
            output.answer(&view, told::shown);
        }
        OutsideVerb::Withdraw { draw, reason } => {
            let id = at(&draw)?;
            let view = desk.outside_draw_withdraw(&OutsideDrawWithdraw { id, reason })?;
            output.answer(&view, told::shown);
        }
        OutsideVerb::File { draw, out, force } => {
            let request = OutsideDrawFile {
                id: at(&draw)?,
                path: out.map(|path| path.display().to_string()),
                overwrite: force,
            };
            output.answer(&desk.outside_draw_file(&request)?, |saved| {
                format!("已写到 {}\n  SHA-256 {}\n", saved.path, saved.digest)
            });
        }
    }
    Ok(Status::Done)
}

fn at(draw: &str) -> Result<i64> {
    number("WB-", draw)
}

fn request(options: &OutsideOptions) -> Result<OutsideTake> {
    let items = options.items.iter().map(|item| number("SX-", item));
    let path = options.file.as_ref().map(|file| file.display().to_string());
    let task = options.task.as_deref().map(|task| number("RW-", task));
    Ok(OutsideTake {
        values: pairs("--value", &options.values)?,
        items: items.collect::<Result<_>>()?,
        task: task.transpose()?,
        path: path.unwrap_or_default(),
        sheet: options.sheet.clone(),
        digest: String::new(),
        targets: options.targets.clone(),
        inspectors: options.inspectors.clone(),
        answers: options
            .answers
            .iter()
            .map(|typed| answer(typed))
            .collect::<Result<_>>()?,
        leave_rest: options.leave_rest,
    })
}

/// A row and what it is about: `12=DX-000007`; `12=`: nobody of ours.
fn answer(typed: &str) -> Result<OutsideAnswer> {
    let refused = || wrong("--answer", typed);
    let (row, target) = typed.split_once('=').ok_or_else(refused)?;
    Ok(OutsideAnswer {
        row: row.trim().parse().map_err(|_| refused())?,
        target: target.trim().to_owned(),
    })
}
