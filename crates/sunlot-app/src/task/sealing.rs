//! What stands in the way of sealing the list of a task: the list itself, who would inspect, and whether it is still the one that was
//! announced. The pool, the task, its approval and the ceremony's checklist all ask here.

use std::collections::BTreeSet;

use sunlot_draw::announced::pool_digest;
use sunlot_rules::crew::dry_run::Verdict;
use sunlot_store::Connection;
use sunlot_store::pool_notice;
use sunlot_store::task::{Stored, TaskRow, redrafted_since};

use super::crews::{dry_run_of, labels as crew_labels, unfilled};
use super::fault::{TaskFault, TaskFlaw};
use super::labels;
use super::manifest::Made;
use super::notice::labels as notice_labels;
use super::people::People;
use super::pool::Held;
use crate::registry::Told;
use crate::registry::check::problem;
use crate::{Desk, Error, Problem, Result};

/// With more candidates than this, crews are tried and digests compared in the ceremony's own checklist alone.
const TRIED: usize = 20_000;

/// The list that would be sealed, where it could be made, and what stands in the way of sealing it.
pub(crate) struct Sealing {
    pub problems: Vec<Problem>,
    pub made: Option<Made>,
    /// What is no obstacle and is to be known before.
    pub remark: Option<Told>,
}

/// What is kept of that beside the pool.
#[derive(Clone)]
pub(super) struct Standing {
    pub problems: Vec<Problem>,
    pub remark: Option<Told>,
}

impl Sealing {
    /// Nothing could be made of it, or nothing is to be said.
    pub const fn of(problems: Vec<Problem>, made: Option<Made>) -> Self {
        Self {
            problems,
            made,
            remark: None,
        }
    }
}

impl Desk {
    /// What would be sealed now, and everything that stands in its way.
    pub(crate) fn sealing_of(&self, office: &Connection, task: i64, held: &Held) -> Result<Sealing> {
        let mut problems = held.obstacles();
        if !problems.is_empty() {
            return Ok(Sealing::of(problems, None));
        }
        let made = match self.manifest_of(office, task, held) {
            Ok(made) => made,
            Err(error) if error.problems.is_empty() => return Err(error),
            Err(error) => return Ok(Sealing::of(error.problems, None)),
        };
        problems.extend(notice_problem(office, task, &made)?);
        let people = people_problems(held, &made.people);
        let mut remark = None;
        if people.is_empty() {
            match crews_tried(&made) {
                Some(Tried::Unfilled(problem)) => problems.push(problem),
                Some(Tried::MayBeShort(told)) => remark = Some(told),
                None => {}
            }
        }
        problems.extend(people);
        let made = Some(made);
        Ok(Sealing {
            problems,
            made,
            remark,
        })
    }

    /// What stands in the way of sealing a list, as far as it is quickly known.
    pub(super) fn standing_in_the_way(
        &self,
        office: &Connection,
        task: i64,
        held: &Held,
    ) -> Result<Standing> {
        if let Some(known) = held.standing.get() {
            return Ok(known.clone());
        }
        let found = if held.pool.size() > TRIED {
            let mut problems = held.obstacles();
            if problems.is_empty() {
                let people = People::read(office, held.source.task, &held.source.document)?;
                problems = people_problems(held, &people);
            }
            // Crews are not tried where there are too many candidates for that.
            let remark = Some(notice_labels::tried_later());
            Standing { problems, remark }
        } else {
            let Sealing { problems, remark, .. } = self.sealing_of(office, task, held)?;
            Standing { problems, remark }
        };
        Ok(held.standing.get_or_init(|| found).clone())
    }

    /// The same of a task that is still to be drawn; of one that was drawn or given up nothing is asked any more.
    pub(super) fn to_be_mended(&self, office: &Connection, stored: &Stored<TaskRow>) -> Result<Vec<Problem>> {
        let over = super::acts::may(&stored.row.state).is_empty();
        if over || crate::ceremony::drawn_already(office, stored.id)?.is_some() {
            return Ok(Vec::new());
        }
        let held = self.pool_of(office, stored.id)?;
        Ok(self.standing_in_the_way(office, stored.id, &held)?.problems)
    }

    /// What is to be known of a list that can be sealed.
    pub(super) fn standing_remark(&self, office: &Connection, task: i64) -> Result<Option<Told>> {
        let held = self.pool_of(office, task)?;
        Ok(self.standing_in_the_way(office, task, &held)?.remark)
    }

    /// Refuses a number to a task whose list could not be sealed. That it was announced otherwise is no matter of the task: a new
    /// announcement mends it, and the trail says that it was approved so.
    pub(super) fn fit_for_a_number(&self, office: &Connection, task: i64) -> Result<()> {
        let held = self.pool_of(office, task)?;
        let mut problems = self.standing_in_the_way(office, task, &held)?.problems;
        problems.retain(|problem| !is_of_notice(problem));
        match problems.len() {
            0 => Ok(()),
            count => Err(Error::of_problems(TaskFault::PoolNotReady { count }, problems)),
        }
    }
}

impl Made {
    /// Who is missing whatever is drawn.
    pub fn people_problems(&self, held: &Held) -> Vec<Problem> {
        people_problems(held, &self.people)
    }
}

/// Who is missing whatever is drawn: a crew that could never be whole, and departments of which nobody can be sent (A-01, C-02).
fn people_problems(held: &Held, people: &People) -> Vec<Problem> {
    if held.source.document.crew.later {
        return Vec::new();
    }
    let strata = held.source.slots().into_iter().zip(held.drawn());
    let drawn = strata.filter(|(_, (_, drawn))| drawn.quota > 0);
    let (mut least, mut depts) = (0, BTreeSet::new());
    for (places, _) in drawn {
        least = least.max(places.len());
        depts.extend(places.into_iter().filter_map(|place| place.dept));
    }
    let mut problems = Vec::new();
    for dept in depts {
        if people.of(&dept) == 0 {
            problems.push(of_crew(TaskFlaw::DeptUnmanned { dept }));
        }
    }
    let count = people.eligible.len();
    if count < least && problems.is_empty() {
        let least = super::pool::small(least);
        problems.push(of_crew(TaskFlaw::CrewShort { people: count, least }));
    }
    problems
}

/// What trying the crews of a list comes to, where it is worth a word here.
enum Tried {
    /// No draw could man every target.
    Unfilled(Problem),
    /// Some draws could not: the list may be sealed, and whoever seals it knows.
    MayBeShort(Told),
}

fn crews_tried(made: &Made) -> Option<Tried> {
    if made.crew_size() == 0 {
        return None;
    }
    let run = dry_run_of(made);
    match run.verdict {
        Verdict::Impossible => {
            let why = unfilled(&run, &made.manifest);
            Some(Tried::Unfilled(of_crew(TaskFlaw::CrewsUnfilled { why })))
        }
        Verdict::Short => Some(Tried::MayBeShort(crew_labels::may_be_short())),
        Verdict::NoCrews | Verdict::NothingDrawn | Verdict::Sure | Verdict::Thin => None,
    }
}

/// What was announced is another list, or was announced before the task was rewritten.
fn notice_problem(office: &Connection, task: i64, made: &Made) -> Result<Option<Problem>> {
    let notices = pool_notice::of_task(office, task)?;
    let Some(last) = notices.last() else {
        return Ok(None);
    };
    let notice = notices.len();
    let flaw = if *pool_digest(&made.manifest).bytes() != last.row.digest {
        TaskFlaw::NoticeDiffers { notice }
    } else if redrafted_since(office, task, last.event)? {
        TaskFlaw::NoticeBefore { notice }
    } else {
        return Ok(None);
    };
    Ok(Some(problem("notice", labels::task_field("notice"), flaw)))
}

fn of_crew(flaw: TaskFlaw) -> Problem {
    problem("crew", labels::task_field("crew"), flaw)
}

fn is_of_notice(problem: &Problem) -> bool {
    matches!(&problem.place, crate::Place::Field { field } if field == "notice")
}
