//! Tasks: writing one down, changing it, approving it and giving it up. Nothing is deleted, and each change has its reason.

use sunlot_rules::numbering::TaskNumber;
use sunlot_rules::profile::{Disclosure, RuleProfile};
use sunlot_store::task::{self, Stored, TaskRow};
use sunlot_store::{Connection, inspector, office_profile};

use super::check::Around;
use super::document::{Approval, TaskDocument};
use super::fault::{TaskFault, TaskFlaw, fault, invalid};
use super::wire::{TaskAct, TaskChecked, TaskId, TaskMove, TaskSave, TaskView};
use super::{joint, labels, of_line};
use crate::ceremony::{TaskDraw, task_draw};
use crate::commands::Act;
use crate::error::Flaw;
use crate::event::plan::{TaskEdit, TaskStep};
use crate::item::TaskItems;
use crate::plan::planned_task;
use crate::registry::check::{bound, day_of, problem, some_text};
use crate::registry::labels::unchanged;
use crate::registry::limits::SHORT;
use crate::rules::profile_of;
use crate::{Desk, Error, Kind, Problem, Reason, Result};

/// How far a task has come, as the table has it.
pub(in crate::task) const DRAFT: &str = "draft";
pub(super) const APPROVED: &str = "approved";
pub(super) const CANCELLED: &str = "cancelled";

impl Desk {
    /// Says what stands in the way of saving.
    pub fn task_check(&self, request: &TaskSave) -> Result<TaskChecked> {
        self.read(Act::TaskCheck, |office| {
            let problems = match self.task_edited(office, request) {
                Ok(_) => Vec::new(),
                Err(error) if error.problems.is_empty() => return Err(error),
                Err(error) => error.problems,
            };
            Ok(TaskChecked {
                problems: problems.into_iter().map(Into::into).collect(),
            })
        })
    }

    /// Writes a task down, or changes it.
    pub fn task_save(&self, request: &TaskSave) -> Result<TaskView> {
        let (id, recorded) = self.change(Act::TaskSave, |change| {
            let (before, title, document) = self.task_edited(change.tx(), request)?;
            let reason = checked_reason(&request.reason)?;
            let mut row = TaskRow {
                state: DRAFT.to_owned(),
                title: title.clone(),
                plan: request.plan,
                line: request.line,
                ..TaskRow::default()
            };
            let Some(stored) = before else {
                row.document = document.kept()?;
                let id = task::add(change, &row)?;
                let edit = saved(id, title, Vec::new(), reason);
                return Ok((id, Some(Kind::TaskSaved(edit))));
            };
            // N-01: what was approved was this task and no other. A change takes the approval with it.
            let known = TaskDocument {
                approval: None,
                ..TaskDocument::read(&stored.row)?
            };
            let mut fields: Vec<&str> = document.differences(&known);
            if stored.row.title != title {
                fields.insert(0, "title");
            }
            if (stored.row.plan, stored.row.line) != (request.plan, request.line) {
                fields.push("plan");
            }
            if fields.is_empty() {
                return Ok((stored.id, None));
            }
            let reopened = stored.row.state == APPROVED;
            row = TaskRow {
                state: DRAFT.to_owned(),
                title: title.clone(),
                plan: request.plan,
                line: request.line,
                document: document.kept()?,
                ..stored.row.clone()
            };
            task::follow(change, stored.id, stored.version + 1, &row)?;
            let fields = fields.into_iter().map(str::to_owned).collect();
            let edit = saved(stored.id, title, fields, reason);
            Ok((stored.id, Some(Kind::TaskSaved(TaskEdit { reopened, ..edit }))))
        })?;
        let mut view = self.task_open(&TaskId { id })?;
        view.notes = unchanged(recorded.as_ref());
        view.notes
            .extend(self.read(Act::TaskOpen, |office| self.scope_to_write(office, id))?);
        if recorded.is_some() && !view.line.task_no.is_empty() {
            view.notes.push(labels::reopened());
        }
        Ok(view)
    }

    /// Writes down that a task was approved; it is given its number then (contract 7).
    pub fn task_approve(&self, request: &TaskMove) -> Result<TaskView> {
        self.change(Act::TaskApprove, |change| {
            let stored = unmoved(change.tx(), request.id, request.version, DRAFT)?;
            let mut problems = Vec::new();
            let mut wrong =
                |field: &str, flaw: Flaw| problems.push(problem(field, labels::task_field(field), flaw));
            let by = some_text(&request.by, SHORT)
                .map_err(|flaw| wrong("by", flaw))
                .unwrap_or_default();
            let on = bound(&request.on, self.today()).and_then(|on| match on.as_str() {
                "" => Err(Flaw::Required),
                on if *on > *self.today().to_string() => {
                    Err(crate::target::TargetFlaw::DateInFuture { found: on.to_owned() }.into())
                }
                _ => Ok(on),
            });
            let on = on.map_err(|flaw| wrong("on", flaw)).unwrap_or_default();
            let mut document = TaskDocument::read(&stored.row)?;
            problems.extend(not_begun(&document, &self.today().to_string()));
            if problems.is_empty() {
                problems = self.not_as_planned(change.tx(), &stored)?;
            }
            if !problems.is_empty() {
                return Err(invalid(problems));
            }
            self.fit_for_a_number(change.tx(), stored.id)?;
            let announced_otherwise = self.announced_otherwise(change.tx(), stored.id)?;
            document.approval = Some(Approval {
                by: by.clone(),
                on: on.clone(),
            });
            // Contract 7: a number once given stays with its task, however often that is changed and approved anew.
            let (year, serial, number) = match given(&stored.row) {
                Some(given) => given,
                None => next_number(change.tx(), &on)?,
            };
            let row = TaskRow {
                state: APPROVED.to_owned(),
                year: Some(year),
                serial: Some(serial),
                number: Some(number.clone()),
                document: document.kept()?,
                ..stored.row.clone()
            };
            task::follow(change, stored.id, stored.version + 1, &row)?;
            let kind = Kind::TaskMoved(TaskStep {
                task: labels::number(stored.id),
                title: stored.row.title.clone(),
                state: APPROVED.to_owned(),
                number,
                on,
                who: by,
                reason: String::new(),
                announced_otherwise,
            });
            Ok(((), Some(kind)))
        })?;
        let remark = self.read(Act::TaskOpen, |office| self.standing_remark(office, request.id))?;
        let mut view = self.task_open(&TaskId { id: request.id })?;
        view.notes.extend(remark);
        Ok(view)
    }

    /// Gives a task up. It stays in the list, and its number is not given again.
    pub fn task_cancel(&self, request: &TaskMove) -> Result<TaskView> {
        self.change(Act::TaskCancel, |change| {
            let stored = require(change.tx(), request.id)?;
            if stored.version != request.version {
                return Err(moved(&stored));
            }
            if stored.row.state == CANCELLED {
                return Err(wrong_step(&stored));
            }
            require_unsealed(change.tx(), &stored)?;
            let reason = checked_reason(&request.reason)?;
            let row = TaskRow {
                state: CANCELLED.to_owned(),
                ..stored.row.clone()
            };
            task::follow(change, stored.id, stored.version + 1, &row)?;
            let kind = Kind::TaskMoved(TaskStep {
                task: labels::number(stored.id),
                title: stored.row.title.clone(),
                state: CANCELLED.to_owned(),
                number: stored.row.number.clone().unwrap_or_default(),
                on: String::new(),
                who: String::new(),
                reason,
                announced_otherwise: 0,
            });
            Ok(((), Some(kind)))
        })?;
        self.task_open(&TaskId { id: request.id })
    }

    /// What a task says, and would say.
    fn task_edited(
        &self,
        office: &Connection,
        request: &TaskSave,
    ) -> Result<(Option<Stored<TaskRow>>, String, TaskDocument)> {
        let before = match request.id {
            Some(id) => Some(require(office, id)?),
            None => None,
        };
        if let (Some(stored), Some(edited)) = (&before, request.version)
            && stored.version != edited
        {
            return Err(moved(stored));
        }
        if let Some(stored) = before.as_ref().filter(|stored| stored.row.state == CANCELLED) {
            return Err(wrong_step(stored));
        }
        if let Some(stored) = &before {
            require_unsealed(office, stored)?;
        }
        let items = TaskItems::read(office, self.day_of_items(request)?)?;
        let draft = TaskDocument {
            rules: request.rules,
            ..TaskDocument::default()
        };
        let (_, profile) = self.task_rules(office, &draft)?;
        let people = inspector::all(office)?;
        let around = Around {
            items: &items,
            profile: &profile,
            people: &people,
        };
        let read = self.task_read(request, &around);
        let planned = match (request.plan, request.line) {
            (Some(plan), Some(line)) => planned_task(office, plan, line)?,
            _ => None,
        };
        let unknown = (request.plan.is_some() || request.line.is_some()) && planned.is_none();
        let unknown = unknown.then(|| problem("plan", labels::task_field("plan"), TaskFlaw::TaskLineUnknown));
        let mut problems: Vec<_> = unknown.into_iter().collect();
        match read {
            Ok((title, mut document)) => {
                if let Some(stored) = &before {
                    joint::kept(&TaskDocument::read(&stored.row)?.crew, &mut document.crew);
                }
                problems.extend(planned.iter().flat_map(|line| of_line::problems(line, &document)));
                if problems.is_empty() {
                    return Ok((before, title, document));
                }
            }
            Err(found) => problems.splice(0..0, found).for_each(drop),
        }
        Err(invalid(problems))
    }

    /// The day for which items are looked at: the first of the visits where one was typed.
    fn day_of_items(&self, request: &TaskSave) -> Result<sunlot_rules::day::Day> {
        let typed = request.values.get("from").map_or("", String::as_str);
        let typed = bound(typed, self.today()).unwrap_or_default();
        let today = day_of(self.today());
        sunlot_rules::day::Day::parse(&typed)
            .or(today)
            .ok_or_else(|| Error::new(Reason::Internal, "the clock shows no day"))
    }

    /// The profile of a task, and what people call it.
    pub(super) fn task_rules(
        &self,
        office: &Connection,
        document: &TaskDocument,
    ) -> Result<(String, RuleProfile)> {
        let in_force = profile_of(office, document.rules)?;
        let told = labels::rules(&in_force.number, &in_force.name, in_force.version);
        Ok((told, in_force.profile))
    }

    /// What a draw of a task is bound to once it is sealed: whether names leave the room with it, until when the visits last, and whether the
    /// next in line may take a place (requirements 1.16).
    pub(crate) fn terms(&self, office: &Connection, task: i64) -> Result<(bool, String, bool)> {
        let document = TaskDocument::read(&require(office, task)?.row)?;
        let rules = self.task_rules(office, &document)?.1;
        Ok((
            rules.disclosure == Disclosure::AtOnce,
            document.to,
            rules.replacement,
        ))
    }

    pub(super) fn rules_told(&self, office: &Connection, document: &TaskDocument) -> Result<String> {
        Ok(self.task_rules(office, document)?.0)
    }
}

/// The task of this number.
pub(crate) fn require(office: &Connection, id: i64) -> Result<Stored<TaskRow>> {
    task::by_id(office, id)?.ok_or_else(|| {
        let asked = labels::number(id);
        fault(TaskFault::TaskMissing { asked })
    })
}

/// The task of this number, where it was not given up: nothing more is decided about one that was.
pub(super) fn require_open(office: &Connection, id: i64) -> Result<Stored<TaskRow>> {
    let stored = require(office, id)?;
    if may(&stored.row.state).is_empty() {
        return Err(wrong_step(&stored));
    }
    Ok(stored)
}

/// Refuses what would change a task whose list is sealed, or that was drawn.
pub(super) fn require_unsealed(office: &Connection, stored: &Stored<TaskRow>) -> Result<()> {
    match task_draw(office, stored.id)? {
        Some(TaskDraw { draw, drawn }) => Err(fault(TaskFault::TaskSealed {
            number: labels::number(stored.id),
            draw,
            drawn,
        })),
        None => Ok(()),
    }
}

/// What may be done with a task as it stands now.
pub(super) fn may_now(office: &Connection, stored: &Stored<TaskRow>) -> Result<Vec<TaskAct>> {
    Ok(match task_draw(office, stored.id)? {
        Some(_) => Vec::new(),
        None => may(&stored.row.state),
    })
}

/// The number that a task was given.
fn given(row: &TaskRow) -> Option<(i64, i64, String)> {
    Some((row.year?, row.serial?, row.number.clone()?))
}

/// Visits that have begun before anybody was drawn.
fn not_begun(document: &TaskDocument, today: &str) -> Option<Problem> {
    let begun = *document.from < *today;
    begun.then(|| {
        let from = document.from.clone();
        problem("from", labels::task_field("from"), TaskFlaw::VisitsBegun { from })
    })
}

/// What may be done with a task that has come so far.
pub(super) fn may(state: &str) -> Vec<TaskAct> {
    match state {
        DRAFT => vec![TaskAct::Change, TaskAct::Approve, TaskAct::Cancel],
        APPROVED => vec![TaskAct::Change, TaskAct::Cancel, TaskAct::Announce],
        _ => Vec::new(),
    }
}

/// The task of this number, where nobody has saved it meanwhile and it stands where it should.
fn unmoved(office: &Connection, id: i64, version: i64, state: &str) -> Result<Stored<TaskRow>> {
    let stored = require(office, id)?;
    if stored.version != version {
        return Err(moved(&stored));
    }
    if stored.row.state != state {
        return Err(wrong_step(&stored));
    }
    Ok(stored)
}

fn moved(stored: &Stored<TaskRow>) -> Error {
    fault(TaskFault::TaskMoved {
        number: labels::number(stored.id),
        title: stored.row.title.clone(),
    })
}

fn wrong_step(stored: &Stored<TaskRow>) -> Error {
    fault(TaskFault::TaskStep {
        number: labels::number(stored.id),
        state: labels::state(&stored.row.state).label,
    })
}

fn saved(id: i64, title: String, fields: Vec<String>, reason: String) -> TaskEdit {
    TaskEdit {
        task: labels::number(id),
        title,
        fields,
        reason,
        reopened: false,
    }
}

pub(super) fn checked_reason(typed: &str) -> Result<String> {
    crate::registry::check::reason(typed).map_err(invalid)
}

/// The next number of the year of a day, as the office writes it.
fn next_number(office: &Connection, on: &str) -> Result<(i64, i64, String)> {
    let year = on.get(..4).and_then(|year| year.parse::<u16>().ok());
    let year = year.ok_or_else(|| Error::new(Reason::Internal, format!("no year in {on}")))?;
    let serial = task::next_serial(office, year.into())?;
    let prefix = office_profile::latest(office)?.map_or_else(String::new, |stored| stored.row.doc_prefix);
    let highest = u32::try_from(serial - 1).ok();
    let number = TaskNumber::next(&labels::number_prefix(&prefix), year, highest)
        .map_err(|fault| Error::new(Reason::Internal, format!("{fault:?}")))?;
    Ok((year.into(), serial, number.to_string()))
}
