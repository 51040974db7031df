//! Requests that an inspector stay away from a target (A-06; Penalties Law, article 43): who asks, why, and what the head of the
//! office decided. Until it is decided the work goes on; what was refused or taken back is kept.

use serde::{Deserialize, Serialize};
use sunlot_rules::crew::recusals::Decision;
use sunlot_store::inspector::{self, Column};
use sunlot_store::recusal_request::{self, RecusalRequestRow, Stored};
use sunlot_store::target;
use sunlot_store::{Connection, crew_loan};

use super::acts::{checked_reason, require_open};
use super::fault::{TaskFault, TaskFlaw, fault, invalid};
use super::loans;
use super::people::labels::{self, AskedBy};
use super::people_wire::{RecusalAsk, RecusalDecide, RecusalWithdraw, RequestView};
use super::source::place;
use super::wire::{TaskId, TaskView};
use crate::ceremony::task_draw;
use crate::commands::Act;
use crate::error::Flaw;
use crate::event::crew::RecusalStep;
use crate::registry::Told;
use crate::registry::check::{bound, problem, some_text};
use crate::registry::labels::told;
use crate::registry::limits::{LONG, SHORT};
use crate::target::{TargetFlaw, require_target, target_number};
use crate::{Desk, Error, Kind, Problem, Reason, Result};

const OPEN: &str = "open";
const GRANTED: &str = "granted";
const REFUSED: &str = "refused";
const WITHDRAWN: &str = "withdrawn";

/// What a request says, as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RequestDocument {
    /// Who asks.
    asked_by: String,
    /// When.
    asked_on: String,
    /// Why.
    reason: String,
    /// Who decided.
    decided_by: String,
    /// When.
    decided_on: String,
    /// Why.
    decided_for: String,
    /// Why it was taken back.
    withdrawn_for: String,
}

/// A request of a task.
pub(super) struct Asked {
    pub target: i64,
    pub inspector: Option<i64>,
    pub loan: Option<i64>,
    state: String,
    said: RequestDocument,
}

impl Asked {
    fn read(stored: &Stored<RecusalRequestRow>) -> Result<Self> {
        Ok(Self {
            target: stored.row.target,
            inspector: stored.row.inspector,
            loan: stored.row.loan,
            state: stored.row.state.clone(),
            said: RequestDocument::read(&stored.row)?,
        })
    }

    /// What was decided; nothing: it was taken back.
    pub fn decision(&self) -> Option<Decision> {
        match self.state.as_str() {
            OPEN => Some(Decision::Open),
            GRANTED => Some(Decision::Granted),
            REFUSED => Some(Decision::Refused),
            _ => None,
        }
    }

    /// A granted one as the reason why somebody stays away.
    pub fn granted(&self) -> String {
        let said = &self.said;
        labels::granted(&said.asked_by, &said.reason, &said.decided_by, &said.decided_on)
    }
}

impl RequestDocument {
    fn read(row: &RecusalRequestRow) -> Result<Self> {
        serde_json::from_str(&row.document)
            .map_err(|error| Error::new(Reason::OfficeDamaged, format!("request: {error}")))
    }

    fn kept(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| Error::new(Reason::Internal, error.to_string()))
    }

    fn decided(&self) -> String {
        match self.decided_by.as_str() {
            "" => String::new(),
            by => labels::decided(by, &self.decided_on, &self.decided_for),
        }
    }
}

/// The requests of a task.
pub(super) fn of_task(office: &Connection, task: i64) -> Result<Vec<Asked>> {
    recusal_request::of_task(office, task)?
        .iter()
        .map(Asked::read)
        .collect()
}

/// How many of them nobody has decided; nothing: none.
pub(super) fn open(office: &Connection, task: i64) -> Result<Option<usize>> {
    let all = of_task(office, task)?;
    let open = all
        .iter()
        .filter(|asked| asked.decision() == Some(Decision::Open));
    Ok(Some(open.count()).filter(|open| *open > 0))
}

/// What is told of the requests about one target.
pub(super) fn about(office: &Connection, task: i64, target: i64) -> Result<Vec<String>> {
    let all = of_task(office, task)?.into_iter();
    all.filter(|asked| asked.target == target)
        .map(|asked| {
            let name = name_of(office, asked.inspector, asked.loan)?;
            let said = &asked.said;
            Ok(labels::request(
                &name,
                &said.asked_by,
                &asked.state,
                &said.decided(),
            ))
        })
        .collect()
}

/// The requests of a task for people, those taken back too.
pub(super) fn views(office: &Connection, task: i64) -> Result<Vec<RequestView>> {
    let all = recusal_request::of_task(office, task)?;
    let ids: Vec<i64> = all.iter().map(|stored| stored.row.target).collect();
    let targets = target::by_ids(office, &ids)?;
    let view = |stored: &Stored<RecusalRequestRow>| {
        let said = RequestDocument::read(&stored.row)?;
        let target = targets.iter().find(|target| target.id == stored.row.target);
        Ok(RequestView {
            id: stored.id,
            inspector: name_of(office, stored.row.inspector, stored.row.loan)?,
            target: stored.row.target,
            target_number: target_number(stored.row.target),
            target_name: target
                .map_or_else(String::new, |target| target.get(target::Column::Name).to_owned()),
            asked_by: told(&said.asked_by, labels::asked_by(&said.asked_by)),
            decided: said.decided(),
            asked_on: said.asked_on,
            reason: said.reason,
            state: told(&stored.row.state, labels::request_state(&stored.row.state)),
            withdrawn: said.withdrawn_for,
        })
    };
    all.iter().map(view).collect()
}

/// What an inspector of the registry, or one who is lent, is called.
fn name_of(office: &Connection, inspector: Option<i64>, loan: Option<i64>) -> Result<String> {
    if let Some(loan) = loan {
        return loans::name_of(office, loan);
    }
    let known = match inspector {
        Some(id) => inspector::by_id(office, id)?,
        None => None,
    };
    Ok(known.map_or_else(String::new, |known| known.get(Column::Name).to_owned()))
}

impl Desk {
    /// Writes down that somebody asks an inspector to stay away from a target.
    pub fn recusal_ask(&self, request: &RecusalAsk) -> Result<TaskView> {
        self.change(Act::RecusalAsk, |change| {
            let office = change.tx();
            let task = require_open(office, request.task)?;
            let target = require_target(office, request.target)?;
            let said = self.asked(office, request)?;
            let row = RecusalRequestRow {
                task: task.id,
                target: target.id,
                inspector: request.inspector,
                loan: request.loan,
                state: OPEN.to_owned(),
                document: said.kept()?,
            };
            let same = |stored: &&Stored<RecusalRequestRow>| {
                let there = &stored.row;
                let pair = (there.target, there.inspector, there.loan);
                let stands = there.state == OPEN || there.state == GRANTED;
                stands && pair == (row.target, row.inspector, row.loan)
            };
            if let Some(same) = recusal_request::of_task(office, task.id)?.iter().find(same) {
                return Err(fault(TaskFault::RequestStands { id: same.id }));
            }
            recusal_request::add(change, &row)?;
            Ok(((), Some(moved(office, &row, &said)?)))
        })?;
        let mut view = self.task_open(&TaskId { id: request.task })?;
        view.notes
            .extend(self.read(Act::TaskOpen, |office| self.not_drawn(office, request))?);
        Ok(view)
    }

    /// That a request is about a target that is not drawn as things stand: it is kept, and comes to nothing until it is.
    fn not_drawn(&self, office: &Connection, request: &RecusalAsk) -> Result<Option<Told>> {
        if task_draw(office, request.task)?.is_some() {
            return Ok(None);
        }
        let held = self.pool_of(office, request.task)?;
        let Some(at) = place(request.target).filter(|at| !held.is_candidate(*at)) else {
            return Ok(None);
        };
        let (why, because) = held.told(at);
        let why = if because.is_empty() { why.label } else { because };
        let target = require_target(office, request.target)?;
        Ok(Some(labels::recusal_idle(target.get(target::Column::Name), &why)))
    }

    /// Writes down what the head of the office decided.
    pub fn recusal_decide(&self, request: &RecusalDecide) -> Result<TaskView> {
        let (task, _) = self.change(Act::RecusalDecide, |change| {
            let office = change.tx();
            let stored = standing_request(office, request.id)?;
            if stored.row.state != OPEN {
                return Err(fault(TaskFault::RequestDecided { id: request.id }));
            }
            let said = self.decided(request, RequestDocument::read(&stored.row)?)?;
            let state = if request.granted { GRANTED } else { REFUSED };
            let row = RecusalRequestRow {
                state: state.to_owned(),
                document: said.kept()?,
                ..stored.row.clone()
            };
            recusal_request::follow(change, stored.id, stored.version + 1, &row)?;
            Ok((row.task, Some(moved(office, &row, &said)?)))
        })?;
        self.task_open(&TaskId { id: task })
    }

    /// Takes a request back: whoever asked did, or it was written down by mistake. It stays in the register.
    pub fn recusal_withdraw(&self, request: &RecusalWithdraw) -> Result<TaskView> {
        let (task, _) = self.change(Act::RecusalWithdraw, |change| {
            let office = change.tx();
            let stored = standing_request(office, request.id)?;
            let said = RequestDocument {
                withdrawn_for: checked_reason(&request.reason)?,
                ..RequestDocument::read(&stored.row)?
            };
            let row = RecusalRequestRow {
                state: WITHDRAWN.to_owned(),
                document: said.kept()?,
                ..stored.row.clone()
            };
            recusal_request::follow(change, stored.id, stored.version + 1, &row)?;
            Ok((row.task, Some(moved(office, &row, &said)?)))
        })?;
        self.task_open(&TaskId { id: task })
    }

    /// Reads a request as it was typed.
    fn asked(&self, office: &Connection, request: &RecusalAsk) -> Result<RequestDocument> {
        let mut problems = Vec::new();
        if !known(office, request)? {
            problems.push(wrong("inspector", Flaw::Required));
        }
        if request.asked_by.parse::<AskedBy>().is_err() {
            let found = request.asked_by.clone();
            let flaw = match found.trim() {
                "" => Flaw::Required,
                _ => TargetFlaw::ChoiceUnknown { found }.into(),
            };
            problems.push(wrong("asked_by", flaw));
        }
        let asked_on = self.past_day(&request.asked_on).unwrap_or_else(|flaw| {
            problems.push(wrong("asked_on", flaw));
            String::new()
        });
        let reason = some_text(&request.reason, LONG).unwrap_or_else(|flaw| {
            problems.push(wrong("reason", flaw));
            String::new()
        });
        if !problems.is_empty() {
            return Err(invalid(problems));
        }
        Ok(RequestDocument {
            asked_by: request.asked_by.clone(),
            asked_on,
            reason,
            ..RequestDocument::default()
        })
    }

    /// Reads a decision as it was typed. Nobody decides what has not been asked yet.
    fn decided(&self, request: &RecusalDecide, said: RequestDocument) -> Result<RequestDocument> {
        let mut problems = Vec::new();
        let mut text = |field: &str, typed: &str, most: usize| {
            some_text(typed, most).unwrap_or_else(|flaw| {
                problems.push(wrong(field, flaw));
                String::new()
            })
        };
        let by = text("by", &request.by, SHORT);
        let reason = text("reason", &request.reason, LONG);
        let on = self.past_day(&request.on).unwrap_or_else(|flaw| {
            problems.push(wrong("on", flaw));
            String::new()
        });
        if !on.is_empty() && on < said.asked_on {
            let asked_on = said.asked_on.clone();
            problems.push(wrong("on", TaskFlaw::DecidedEarly { asked_on }));
        }
        if !problems.is_empty() {
            return Err(invalid(problems));
        }
        Ok(RequestDocument {
            decided_by: by,
            decided_on: on,
            decided_for: reason,
            ..said
        })
    }

    /// A day that has come.
    fn past_day(&self, typed: &str) -> std::result::Result<String, Flaw> {
        match bound(typed, self.today())? {
            on if on.is_empty() => Err(Flaw::Required),
            on if on > self.today().to_string() => Err(TargetFlaw::DateInFuture { found: on }.into()),
            on => Ok(on),
        }
    }
}

/// Whether just one is named, of the registry or lent for this task.
fn known(office: &Connection, request: &RecusalAsk) -> Result<bool> {
    Ok(match (request.inspector, request.loan) {
        (Some(id), None) => inspector::by_id(office, id)?.is_some(),
        (None, Some(id)) => crew_loan::by_id(office, id)?
            .is_some_and(|loan| loan.row.task == request.task && !loan.row.withdrawn),
        _ => false,
    })
}

/// A request that was not taken back, of a task that was not given up.
fn standing_request(office: &Connection, id: i64) -> Result<Stored<RecusalRequestRow>> {
    let stored = recusal_request::by_id(office, id)?
        .filter(|stored| stored.row.state != WITHDRAWN)
        .ok_or_else(|| fault(TaskFault::RequestMissing { id }))?;
    require_open(office, stored.row.task)?;
    Ok(stored)
}

fn wrong(field: &str, flaw: impl Into<Flaw>) -> Problem {
    problem(field, labels::field(field), flaw)
}

fn moved(office: &Connection, row: &RecusalRequestRow, said: &RequestDocument) -> Result<Kind> {
    let target = require_target(office, row.target)?;
    let (on, who, reason) = match row.state.as_str() {
        OPEN => (&said.asked_on, "", &said.reason),
        WITHDRAWN => (&said.asked_on, "", &said.withdrawn_for),
        _ => (&said.decided_on, said.decided_by.as_str(), &said.decided_for),
    };
    Ok(Kind::RecusalMoved(RecusalStep {
        task: super::labels::number(row.task),
        target: target_number(row.target),
        target_name: target.get(target::Column::Name).to_owned(),
        inspector: row
            .inspector
            .map(crate::inspector::inspector_number)
            .unwrap_or_default(),
        name: name_of(office, row.inspector, row.loan)?,
        asked_by: said.asked_by.clone(),
        state: row.state.clone(),
        on: on.clone(),
        who: who.to_owned(),
        reason: reason.clone(),
    }))
}
