//! Looking at a department's answer and taking it: the registry, the task and the trail change together, or nothing does.

use std::collections::{BTreeMap, BTreeSet};

use sunlot_store::task;
use sunlot_store::task::TaskRow;

use super::asked::Joint;
use super::document::{Answer, Sent, Stay};
use super::labels;
use super::prepare::{Prepared, is_ours};
use super::read::Workbook;
use super::wire::{JointLooked, TaskJointAnswer};
use crate::commands::Act;
use crate::event::joint::{JointPaper, JointStep};
use crate::import::Fate;
use crate::registry::Told;
use crate::registry::labels::unchanged;
use crate::task::acts::DRAFT;
use crate::task::document::TaskDocument;
use crate::task::fault::{TaskFault, fault};
use crate::task::labels as task_labels;
use crate::task::pool::small;
use crate::task::wire::{TaskId, TaskView};
use crate::{Desk, Error, Kind, Result, messages};

impl Desk {
    /// Reads a department's answer and says what would become of it. Nothing is kept.
    pub fn task_joint_look(&self, request: &TaskJointAnswer) -> Result<JointLooked> {
        self.may(Act::TaskJointLook)?;
        let workbook = self.joint_workbook(request)?;
        let (file, digest) = (workbook.file.clone(), workbook.digest.clone());
        self.read(Act::TaskJointLook, |office| {
            let joint = Joint::read(office, request.id)?;
            let mut notices = notices(&workbook);
            let prepared = self.joint_prepared(office, &joint, workbook)?;
            notices.extend(consequences(&joint, &prepared, &digest));
            let refused = refused(&prepared, &file).map(|error| messages::of_reason(&error.reason).message);
            Ok(JointLooked {
                obstacles: refused.into_iter().collect(),
                ..prepared.looked(office, notices)?
            })
            .map(|looked| JointLooked {
                file,
                digest,
                ..looked
            })
        })
    }

    /// Takes a department's answer: its people into the registry, and what it said into the task.
    pub fn task_joint_take(&self, request: &TaskJointAnswer) -> Result<TaskView> {
        self.may(Act::TaskJointTake)?;
        let workbook = self.joint_workbook(request)?;
        let paper = (workbook.file.clone(), workbook.digest.clone());
        let (reopened, recorded) = self.change(Act::TaskJointTake, |change| {
            let joint = Joint::read(change.tx(), request.id)?;
            let prepared = self.joint_prepared(change.tx(), &joint, workbook)?;
            if let Some(error) = refused(&prepared, &paper.0) {
                return Err(error);
            }
            let ids: BTreeMap<u32, i64> = prepared.people.store(change)?.into_iter().collect();
            let answer = answer(&prepared, &ids, paper, self.today().to_string());
            let document = with(&joint.document, &prepared, &ids, answer.clone());
            let moved = prepared.count(Fate::Added) + prepared.count(Fate::Updated) > 0;
            if !moved && document == joint.document {
                return Ok((false, None));
            }
            let reopened = joint.stored.row.state != DRAFT;
            let row = TaskRow {
                state: DRAFT.to_owned(),
                document: TaskDocument {
                    // N-01: what was approved was this task with these people and no others.
                    approval: None,
                    ..document
                }
                .kept()?,
                ..joint.stored.row.clone()
            };
            task::follow(change, joint.stored.id, joint.stored.version + 1, &row)?;
            let step = step(&joint, &prepared, answer, reopened);
            Ok((reopened, Some(Kind::JointMoved(step))))
        })?;
        let mut view = self.task_open(&TaskId { id: request.id })?;
        view.notes = unchanged(recorded.as_ref());
        if reopened {
            view.notes.push(task_labels::reopened());
        }
        Ok(view)
    }
}

impl Prepared {
    fn count(&self, fate: Fate) -> usize {
        self.rows.iter().filter(|row| row.fate == fate).count()
    }
}

fn notices(workbook: &Workbook) -> Vec<Told> {
    let mut notices = workbook.notices.clone();
    if workbook.people.hidden() > 0 {
        notices.push(labels::hidden(workbook.people.hidden()));
    }
    notices
}

/// What taking it does beside the rows.
fn consequences(joint: &Joint, prepared: &Prepared, digest: &str) -> Vec<Told> {
    let mut said = Vec::new();
    let answers = &joint.document.crew.answers;
    let known = answers.iter().find(|answer| answer.dept == prepared.dept);
    if let Some(known) = known.filter(|known| known.digest != digest) {
        said.push(labels::replaces(&known.file, &known.on));
    }
    if joint.stored.row.state != DRAFT {
        said.push(labels::reopens());
    }
    said
}

/// Why an answer is not taken, whatever else is right with it.
fn refused(prepared: &Prepared, file: &str) -> Option<Error> {
    let file = file.to_owned();
    let count = prepared.open_stays();
    if prepared.is_empty() {
        let dept = prepared.dept.clone();
        Some(fault(TaskFault::JointEmpty { file, dept }))
    } else if count > 0 {
        Some(fault(TaskFault::JointStaysOpen { file, count }))
    } else {
        None
    }
}

fn answer(
    prepared: &Prepared,
    ids: &BTreeMap<u32, i64>,
    (file, digest): (String, String),
    on: String,
) -> Answer {
    let mut people: Vec<Sent> = ids
        .iter()
        .map(|(row, inspector)| Sent {
            inspector: *inspector,
            cap: prepared.caps.get(row).copied(),
        })
        .collect();
    people.sort_by_key(|sent| sent.inspector);
    let stays = prepared.stays.iter();
    let stays = stays.filter_map(|(row, target, reason)| {
        Some(Stay {
            inspector: *ids.get(row)?,
            target: *target,
            reason: reason.clone(),
        })
    });
    Answer {
        dept: prepared.dept.clone(),
        file,
        digest,
        on,
        people,
        stays: stays.collect(),
    }
}

/// The task with an answer in it. Whoever had been left out because of an earlier one comes again if they are named now.
fn with(
    before: &TaskDocument,
    prepared: &Prepared,
    ids: &BTreeMap<u32, i64>,
    answer: Answer,
) -> TaskDocument {
    let mut document = before.clone();
    let crew = &mut document.crew;
    let coming: BTreeSet<i64> = ids.values().copied().collect();
    let again: BTreeSet<i64> = prepared.left_out.iter().map(|left| left.inspector).collect();
    crew.left_out.retain(|left| {
        !is_ours(left) || !(coming.contains(&left.inspector) || again.contains(&left.inspector))
    });
    crew.left_out.extend(prepared.left_out.iter().cloned());
    crew.left_out.sort_by_key(|left| left.inspector);
    let known = crew.answers.iter().find(|known| known.dept == answer.dept);
    let answer = match known {
        Some(known) if known.says_the_same(&answer) => known.clone(),
        _ => answer,
    };
    crew.answers.retain(|known| known.dept != answer.dept);
    crew.answers.push(answer);
    crew.answers.sort_by(|a, b| a.dept.cmp(&b.dept));
    if crew.left_out == before.crew.left_out && crew.answers == before.crew.answers {
        return before.clone();
    }
    document
}

fn step(joint: &Joint, prepared: &Prepared, answer: Answer, reopened: bool) -> JointStep {
    JointStep {
        task: joint.number(),
        title: joint.stored.row.title.clone(),
        taken: true,
        people: small(answer.people.len()),
        added: small(prepared.count(Fate::Added)),
        updated: small(prepared.count(Fate::Updated)),
        left_out: small(prepared.left_out.len()),
        recusals: small(answer.stays.len()),
        reopened,
        papers: vec![JointPaper {
            dept: answer.dept,
            file: answer.file,
            digest: answer.digest,
        }],
    }
}
