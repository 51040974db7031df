//! The list of a task, announced days before the draw: digest, counts and reasons, never a name. A change after it is a new notice
//! that names the old one (contract 11).

mod ahead;
mod changes;
pub(super) mod labels;
mod taken_out;

use serde::{Deserialize, Serialize};
use sunlot_draw::announced::pool_digest;
use sunlot_forms::sheets::{NoticeReplaced, NoticeSheet, NoticeStratum};
use sunlot_store::pool_notice::{self, PoolNoticeRow, Stored};
use sunlot_store::pool_salt::{self, PoolSaltRow};
use sunlot_store::task::{self, TaskRow};
use sunlot_store::whole_file::Readers;
use sunlot_store::{Connection, office_profile};

use super::acts::{DRAFT, require, require_open, require_unsealed};
use super::crews_wire::{NoticePaper, TaskAnnounce};
use super::document::TaskDocument;
use super::fault::{TaskFault, TaskFlaw, fault, invalid};
use super::labels as shared;
use super::pool::{Held, wide};
use super::wire::{NoticeView, TaskView};
use crate::commands::Act;
use crate::error::Flaw;
use crate::event::plan::PoolNotice;
use crate::item::TaskItems;
use crate::messages::of_changes;
use crate::paper::{Paper, PaperMade};
use crate::registry::Told;
use crate::registry::check::{bound, problem, some_text};
use crate::registry::limits::{MIDDLE, SHORT};
use crate::{Desk, Error, Kind, Problem, Reason, Result};

/// With more candidates than this, whether a notice still holds is only said when the list is sealed.
const COMPARED: usize = 20_000;

/// What a notice says beside its digest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Counts {
    strata: Vec<Part>,
    excluded: Vec<(String, u64)>,
    /// Those who are in the list although they were visited often enough. Notices of earlier versions do not say.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    exceptions: Vec<(String, u64)>,
    outside: u64,
    scope: String,
    rules: String,
    channels: String,
    reason: String,
}

/// A stratum as it was announced.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Part {
    label: String,
    rule: String,
    size: u64,
    quota: u64,
    reserve: u64,
}

impl Desk {
    /// Announces the list of a task as it is now.
    pub fn task_announce(&self, request: &TaskAnnounce) -> Result<TaskView> {
        self.change(Act::TaskAnnounce, |change| {
            let stored = require_open(change.tx(), request.id)?;
            if stored.row.state == DRAFT {
                let number = shared::number(stored.id);
                return Err(fault(TaskFault::AnnounceDraft { number }));
            }
            require_unsealed(change.tx(), &stored)?;
            let held = self.pool_of(change.tx(), stored.id)?;
            let obstacles = held.obstacles();
            if !obstacles.is_empty() {
                let count = obstacles.len();
                return Err(Error::of_problems(TaskFault::PoolNotReady { count }, obstacles));
            }
            let mut before = pool_notice::of_task(change.tx(), stored.id)?;
            let number = numbered(before.len());
            let last = before.pop();
            let visits = held.source.from.to_string();
            let (draw_on, channels, reason) = self.announced(request, last.is_some(), &visits)?;
            if pool_salt::of_task(change.tx(), stored.id)?.is_none() {
                let mut salt = [0; 32];
                self.env().entropy.fill(&mut salt)?;
                let task = stored.id;
                pool_salt::add(change, &PoolSaltRow { task, salt })?;
            }
            let made = self.manifest_of(change.tx(), stored.id, &held)?;
            let digest = *pool_digest(&made.manifest).bytes();
            let rewritten = match &last {
                Some(last) => task::redrafted_since(change.tx(), stored.id, last.event)?,
                None => false,
            };
            let same = last.as_ref().is_some_and(|last| last.row.digest == digest);
            // Whoever reads the old one would come on the wrong day: another day is another notice.
            let postponed = last.as_ref().is_some_and(|last| last.row.draw_on != draw_on);
            if same && !rewritten && !postponed {
                return Err(fault(TaskFault::NoticeSame { notice: number - 1 }));
            }
            let rules = self.rules_told(change.tx(), &held.source.document)?;
            let counts = Counts {
                channels,
                reason,
                rules,
                ..counts(&held)
            };
            let row = PoolNoticeRow {
                task: stored.id,
                digest,
                replaces: last.as_ref().map(|last| last.id),
                announced_on: self.today().to_string(),
                draw_on,
                document: serde_json::to_string(&counts)
                    .map_err(|error| Error::new(Reason::Internal, error.to_string()))?,
            };
            pool_notice::add(change, &row)?;
            let differs = match &last {
                Some(last) => changes::changes(&read(last)?, &counts, same, postponed),
                None => Vec::new(),
            };
            let kind = Kind::PoolAnnounced(PoolNotice {
                task: shared::number(stored.id),
                title: stored.row.title.clone(),
                notice: number,
                digest: hex::encode(digest),
                candidates: wide(held.pool.size()),
                excluded: wide(held.pool.excluded.len()),
                replaces: number - 1,
                differs,
                reason: counts.reason,
                taken_out: self.taken_out(change.tx(), &held)?,
            });
            Ok(((), Some(kind)))
        })?;
        self.read(Act::TaskOpen, |office| {
            let mut view = self.task_of(office, request.id)?;
            let held = self.pool_of(office, request.id)?;
            view.notes.extend(self.ahead_remark(office, request.id, &held)?);
            Ok(view)
        })
    }

    /// The day, the places and the reason of an announcement, read.
    fn announced(
        &self,
        request: &TaskAnnounce,
        again: bool,
        visits: &str,
    ) -> Result<(String, String, String)> {
        let mut problems: Vec<Problem> = Vec::new();
        let mut take = |field: &str, read: std::result::Result<String, Flaw>| {
            read.unwrap_or_else(|flaw| {
                problems.push(problem(field, shared::task_field(field), flaw));
                String::new()
            })
        };
        let day = bound(&request.draw_on, self.today()).and_then(|day| match day.as_str() {
            "" => Err(Flaw::Required),
            day if *day < *self.today().to_string() => {
                let found = day.to_owned();
                Err(TaskFlaw::DrawDayPast { found }.into())
            }
            // D-01: whoever is visited was drawn before.
            day if *day > *visits => {
                let from = visits.to_owned();
                Err(TaskFlaw::DrawAfterVisits { from }.into())
            }
            _ => Ok(day),
        });
        let draw_on = take("draw_on", day);
        let channels = take("channels", some_text(&request.channels, SHORT));
        let reason = if again {
            take("reason", some_text(&request.reason, MIDDLE))
        } else {
            String::new()
        };
        if problems.is_empty() {
            Ok((draw_on, channels, reason))
        } else {
            Err(invalid(problems))
        }
    }

    /// Prints or saves a notice.
    pub fn notice_paper(&self, request: &NoticePaper) -> Result<PaperMade> {
        let sheet = self.read(Act::NoticePaper, |office| sheet(office, request))?;
        let paper = Paper {
            name: labels::NOTICE.to_owned(),
            sheet: sheet.sheet(),
            readers: Readers::Anybody,
        };
        self.send_paper(Act::NoticePaper, &paper, &request.way)
    }

    /// The notices of a task, the newest first, and whether the list is still the one of the newest.
    pub(super) fn notices_of(&self, office: &Connection, task: &Stored<TaskRow>) -> Result<Vec<NoticeView>> {
        let stored = pool_notice::of_task(office, task.id)?;
        let mut views = Vec::new();
        for (at, notice) in stored.iter().enumerate().rev() {
            let holds = match stored.get(at + 1) {
                Some(next) => labels::replaced(numbered(at + 1), &next.row.announced_on),
                None => self.holds(office, task.id, notice)?,
            };
            let before = at.checked_sub(1).and_then(|before| stored.get(before));
            views.push(view(task, numbered(at), notice, before, holds)?);
        }
        Ok(views)
    }

    fn holds(&self, office: &Connection, task: i64, notice: &Stored<PoolNoticeRow>) -> Result<Told> {
        if task::redrafted_since(office, task, notice.event)? {
            return Ok(labels::rewritten());
        }
        let held = self.pool_of(office, task)?;
        if held.pool.size() > COMPARED {
            return Ok(labels::not_compared());
        }
        Ok(labels::holds(self.is_announced(office, task, &held, notice)))
    }
}

/// The number among those of its task of the notice that has so many before it.
fn numbered(before: usize) -> i64 {
    i64::try_from(before).map_or(i64::MAX, |before| before + 1)
}

/// What a task is called on its notices.
fn task_number(task: &Stored<TaskRow>) -> String {
    let given = task.row.number.clone();
    given.unwrap_or_else(|| shared::number(task.id))
}

fn counts(held: &Held) -> Counts {
    let document = &held.source.document;
    let strata = held.drawn().into_iter().enumerate();
    let part = |(at, (rule, drawn)): (
        usize,
        (&sunlot_rules::pool::StratumRule, sunlot_rules::pool::Drawn),
    )| {
        let key = sunlot_rules::pool::key(at).map(String::from).unwrap_or_default();
        Part {
            label: format!("{key} {}", rule.label),
            rule: shared::quota(rule.quota, &held.source.profile),
            size: drawn.size,
            quota: drawn.quota,
            reserve: drawn.reserve,
        }
    };
    let excluded = held.pool.excluded_by().into_iter();
    Counts {
        strata: strata.map(part).collect(),
        excluded: excluded
            .map(|(why, count)| (shared::excluded(why, &held.source.profile).label, count))
            .collect(),
        exceptions: held.exceptions_by(),
        outside: held.pool.outside.values().sum(),
        scope: labels::scope_told(&document.scope, held.source.tags()),
        ..Counts::default()
    }
}

fn read(notice: &Stored<PoolNoticeRow>) -> Result<Counts> {
    serde_json::from_str(&notice.row.document)
        .map_err(|error| Error::new(Reason::OfficeDamaged, format!("pool_notice: {error}")))
}

/// A notice only ever takes the place of the one before it.
fn view(
    task: &Stored<TaskRow>,
    number: i64,
    notice: &Stored<PoolNoticeRow>,
    before: Option<&Stored<PoolNoticeRow>>,
    holds: Told,
) -> Result<NoticeView> {
    let counts = read(notice)?;
    let replaces_told = match before {
        Some(before) => {
            let differs = of_changes(&changes::between(before, notice)?);
            labels::replaces(number - 1, &before.row, &differs)
        }
        None => String::new(),
    };
    let mut told: Vec<String> = counts
        .strata
        .iter()
        .map(|part| labels::announced(&part.label, part.size, part.quota))
        .collect();
    told.extend(
        counts
            .excluded
            .iter()
            .map(|(why, count)| labels::sum_told(why, *count)),
    );
    let exceptions = counts.exceptions.iter();
    told.extend(exceptions.map(|(why, count)| labels::exception_told(why, *count)));
    Ok(NoticeView {
        id: number,
        number: labels::notice_number(&task_number(task), number),
        digest: hex::encode(notice.row.digest),
        announced_on: notice.row.announced_on.clone(),
        draw_on: notice.row.draw_on.clone(),
        counts: told,
        channels: counts.channels,
        reason: counts.reason,
        replaces: number - 1,
        replaces_told,
        holds,
    })
}

fn sheet(office: &Connection, asked: &NoticePaper) -> Result<NoticeSheet> {
    let stored = require(office, asked.task)?;
    let number = task_number(&stored);
    let said = labels::notice_number(&number, asked.notice);
    let all = pool_notice::of_task(office, stored.id)?;
    let at = asked
        .notice
        .checked_sub(1)
        .and_then(|at| usize::try_from(at).ok());
    let found = at.and_then(|at| all.get(at).map(|notice| (at, notice)));
    let (at, notice) = found.ok_or_else(|| fault(TaskFault::NoticeMissing { asked: said.clone() }))?;
    let document = TaskDocument::read(&stored.row)?;
    let counts = read(notice)?;
    let profile = office_profile::latest(office)?;
    let items = TaskItems::read(office, document.period()?.0)?;
    Ok(NoticeSheet {
        office: profile
            .as_ref()
            .map_or_else(String::new, |stored| stored.row.name.clone()),
        number: said,
        task: format!("{} {}", number, stored.row.title),
        items: document
            .items
            .iter()
            .filter_map(|id| items.get(*id))
            .map(|item| item.name.clone())
            .collect(),
        period: shared::period(&document.from, &document.to),
        announced: notice.row.announced_on.clone(),
        draw_on: notice.row.draw_on.clone(),
        scope: counts.scope,
        strata: counts
            .strata
            .iter()
            .map(|part| NoticeStratum {
                label: part.label.clone(),
                size: part.size.to_string(),
                rule: part.rule.clone(),
                quota: part.quota.to_string(),
                reserve: part.reserve.to_string(),
                chance: shared::chance(part.quota, part.size),
            })
            .collect(),
        excluded: counts
            .excluded
            .iter()
            .map(|(why, count)| (why.clone(), labels::households(*count)))
            .collect(),
        exceptions: counts
            .exceptions
            .iter()
            .map(|(why, count)| (why.clone(), labels::households(*count)))
            .collect(),
        outside: labels::households(counts.outside),
        rules: counts.rules,
        digest: hex::encode(notice.row.digest),
        replaces: replaced(&number, &all, at)?,
        replaced_by: all.get(at + 1).map_or_else(String::new, |next| {
            let by = labels::notice_number(&number, numbered(at + 1));
            labels::replaced_by(&by, &next.row.announced_on)
        }),
        channels: counts.channels,
        telephone: profile.map_or_else(String::new, |stored| stored.row.supervision_phone),
        program: labels::PROGRAM.to_owned(),
    })
}

/// The notice that one took the place of, as its paper names it.
fn replaced(task: &str, all: &[Stored<PoolNoticeRow>], at: usize) -> Result<Option<NoticeReplaced>> {
    let before = at.checked_sub(1).and_then(|before| all.get(before));
    let (Some(before), Some(notice)) = (before, all.get(at)) else {
        return Ok(None);
    };
    let number = labels::notice_number(task, numbered(at.saturating_sub(1)));
    Ok(Some(NoticeReplaced {
        notice: labels::replaced_notice(&number, &before.row),
        digest: hex::encode(before.row.digest),
        changes: of_changes(&changes::between(before, notice)?),
        reason: read(notice)?.reason,
    }))
}
