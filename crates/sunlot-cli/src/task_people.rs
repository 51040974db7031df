//! `sunlot task borrow|give-back|recuse|decide|unrecuse`: who is lent for a task, and who shall stay away from whom.

use sunlot_app::task::{
    LoanReturn, RecusalAsk, RecusalDecide, RecusalWithdraw, SlotForm, StratumForm, TaskBorrow, TaskView,
};
use sunlot_app::{Desk, Result};

use crate::args::task::TaskVerb;
use crate::chosen::{inspector_of, target_of};
use crate::output::{Output, Status};
use crate::registry::{number, pairs, wrong};
use crate::task_told as told;

/// What somebody in a crew does, as it may be typed.
const ROLES: [(&str, &str); 3] = [("主办", "lead"), ("协办", "assist"), ("联合", "joint")];

pub(crate) fn run(desk: &Desk, verb: TaskVerb, output: &Output) -> Result<Status> {
    let view = match verb {
        TaskVerb::Borrow {
            task,
            inspector,
            values,
        } => desk.task_borrow(&TaskBorrow {
            task: number("RW-", &task)?,
            inspector: optional(desk, inspector.as_deref())?,
            values: pairs("--value", &values)?,
        })?,
        TaskVerb::GiveBack { loan, reason } => desk.task_give_back(&LoanReturn { id: loan, reason })?,
        TaskVerb::Recuse {
            task,
            target,
            inspector,
            loan,
            by,
            on,
            reason,
        } => desk.recusal_ask(&RecusalAsk {
            task: number("RW-", &task)?,
            target: target_of(desk, &target)?,
            inspector: optional(desk, inspector.as_deref())?,
            loan,
            asked_by: by,
            asked_on: on,
            reason,
        })?,
        TaskVerb::Decide {
            request,
            granted,
            refused: _,
            by,
            on,
            reason,
        } => desk.recusal_decide(&RecusalDecide {
            id: request,
            granted,
            by,
            on,
            reason,
        })?,
        TaskVerb::Unrecuse { request, reason } => {
            desk.recusal_withdraw(&RecusalWithdraw { id: request, reason })?
        }
        _ => return Ok(Status::Done),
    };
    output.answer(&view, |view: &TaskView| told::shown(view));
    Ok(Status::Done)
}

fn optional(desk: &Desk, inspector: Option<&str>) -> Result<Option<i64>> {
    inspector.map(|typed| inspector_of(desk, typed)).transpose()
}

/// Places of crews, each as `A=role:department:skill`; `A=` alone gives the stratum those that follow from the profile.
pub(crate) fn places(typed: &[String], strata: &mut [StratumForm]) -> Result<()> {
    let mut begun: Vec<usize> = Vec::new();
    for typed in typed {
        let (key, place) = typed.split_once('=').ok_or_else(|| wrong("--slot", typed))?;
        let at = letter(key).filter(|at| *at < strata.len());
        let at = at.ok_or_else(|| wrong("--slot", typed))?;
        let Some(stratum) = strata.get_mut(at) else {
            continue;
        };
        // The first one takes the place of whatever stood there.
        if !begun.contains(&at) {
            stratum.slots.clear();
            begun.push(at);
        }
        if place.trim().is_empty() {
            continue;
        }
        let mut parts = place.splitn(3, [':', '：']).map(str::trim);
        let mut part = || parts.next().unwrap_or_default().to_owned();
        let role = part();
        let known = ROLES.iter().find(|(label, _)| *label == role);
        stratum.slots.push(SlotForm {
            role: known.map_or(role, |(_, name)| (*name).to_owned()),
            dept: part(),
            skill: part(),
        });
    }
    Ok(())
}

/// The place of a stratum by its letter.
pub(crate) fn letter(key: &str) -> Option<usize> {
    let mut letters = key.trim().chars();
    let letter = letters.next().filter(|_| letters.as_str().is_empty())?;
    ('A'..='Z').position(|one| one == letter.to_ascii_uppercase())
}
