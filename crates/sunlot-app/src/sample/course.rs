//! The course of the sample office: its list is decided and made public, its rules are put in force, a plan is approved, handed in
//! and made public, a task is made of one of its lines, its pool explained and announced, and its papers lie in the outbox.
//!
//! All of it goes through the use cases that a clerk goes through. What was done stands in the office, so that whoever comes after an
//! interruption goes on where it stopped; files are written anew each time.

use std::path::Path;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Serialize;
use sunlot_store::{Connection, filter, office_profile, roster_import};

use super::drawing::{SampleDraw, SamplePerson, people};
use super::script::{Announced, Asked, Course, Files, Planned, Rules, SampleUnready};
use super::{SampleRoster, parse, read, same_file, sample_folder};
use crate::commands::Act;
use crate::item::{
    EditionId, EditionLine, EditionPublish, EditionRatify, EditionView, ItemId, ItemMembership, ItemsRequest,
};
use crate::office::OfficeProfile;
use crate::paper::PaperWay;
use crate::plan::{PlanId, PlanMove, PlanPaper, PlanSummary, PlanView};
use crate::registry::{ListFormat, Membership};
use crate::rules::RulesLine;
use crate::task::{
    CrewsView, NoticePaper, NoticeView, PoolExport, PoolRowsRequest, PoolView, TargetExplained, TaskAnnounce,
    TaskId, TaskLine, TaskManifest, TaskMove, TaskSave, TaskTarget, TaskView,
};
use crate::{Desk, Error, KindName, Reason, Result};

/// How many days after today things happen: the draw, the first and the last of the visits.
const DRAW: u64 = 7;
const FIRST: u64 = 10;
const LAST: u64 = 24;

/// A part of the course that is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleStep {
    /// The list of items is public.
    Edition,
    /// The rules are in force.
    Rules,
    /// The plan is public.
    Plan,
    /// The task is approved.
    Task,
    /// Its list is announced.
    Notice,
    /// There are accounts and keys.
    People,
    /// A list is sealed.
    Sealed,
    /// A draw has ended.
    Drawn,
    /// The files are written.
    Files,
}

/// What the course comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SampleCourse {
    /// Whether everything stood there already.
    pub there: bool,
    /// The list of items.
    pub edition: EditionLine,
    /// What was taken out of it.
    pub unready: Vec<SampleUnready>,
    /// The rules in force.
    pub rules: RulesLine,
    /// The plan.
    pub plan: PlanSummary,
    /// The task.
    pub task: TaskLine,
    /// Its pool.
    pub pool: PoolView,
    /// The first target that can be drawn, explained.
    pub inside: Option<TargetExplained>,
    /// The first target that is left out for the last of the reasons, explained.
    pub outside: Option<TargetExplained>,
    /// Whether everybody can be manned.
    pub crews: CrewsView,
    /// The list as it was announced.
    pub notice: Option<NoticeView>,
    /// Who can enter.
    pub people: Vec<SamplePerson>,
    /// The tasks that were drawn.
    pub draws: Vec<SampleDraw>,
    /// The files, with what each is.
    pub files: Vec<SampleFile>,
}

/// A file of the course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SampleFile {
    /// Which: plan, pool, excluded, notice, manifest.
    pub file: &'static str,
    /// Where it lies.
    pub path: String,
}

impl Desk {
    /// Takes the sample office through its course, or goes on where that was interrupted. `told` hears of each part that is done.
    /// An office that is not the sample is left alone.
    pub fn sample_course(&self, told: &mut dyn FnMut(SampleStep)) -> Result<SampleCourse> {
        let sample = sample_folder()?;
        if !self.read(Act::ConsoleView, |office| is_sample(office, &sample))? {
            let folder = self.folder().path().display().to_string();
            return Err(Error::new(Reason::OfficeThere { folder }, ""));
        }
        let course = self.course(&sample.join("course.json"))?;
        self.hold()?;
        self.sample_enter(&sample)?;
        let before = self.trail_length()?;
        let edition = self.sample_edition(&course)?;
        told(SampleStep::Edition);
        let rules = self.sample_rules(&course.rules)?;
        told(SampleStep::Rules);
        let plan = self.sample_plan(&course.plan)?;
        told(SampleStep::Plan);
        let task = self.sample_task(&course.task, &plan)?;
        told(SampleStep::Task);
        let task = self.sample_notice(&course.announce, task)?;
        told(SampleStep::Notice);
        self.sample_people(&sample, &course.ceremonies)?;
        told(SampleStep::People);
        let draws = self.sample_draws(&sample, &course.ceremonies, &plan, told)?;
        let there = self.trail_length()? == before;
        let pool = self.task_pool(&TaskId { id: task.line.id })?;
        let files = self.sample_files(&course.files, &plan, &task, &pool)?;
        told(SampleStep::Files);
        Ok(SampleCourse {
            there,
            edition: edition.line,
            unready: course.unready,
            rules,
            plan: plan.head,
            inside: self.first_of(&task, pool.strata.first().map(|stratum| stratum.key.as_str()))?,
            outside: self.first_of(&task, pool.excluded.last().map(|sum| sum.value.as_str()))?,
            crews: self.task_crews(&TaskId { id: task.line.id })?,
            notice: task.notices.into_iter().next(),
            task: task.line,
            pool,
            people: people(&sample)?,
            draws,
            files,
        })
    }

    /// The course, with the days that follow from today's.
    fn course(&self, file: &Path) -> Result<Course> {
        let today = self.today();
        let after = |days| today.checked_add_days(Days::new(days)).unwrap_or(today);
        let first = worked(after(FIRST));
        let mut text = super::text_of(file)?;
        for (name, value) in [
            ("{today}", today.to_string()),
            ("{year}", first.year().to_string()),
            ("{month}", first.month().to_string()),
            ("{draw}", worked(after(DRAW)).to_string()),
            ("{from}", first.to_string()),
            ("{to}", worked(after(LAST)).to_string()),
        ] {
            text = text.replace(name, &value);
        }
        parse(file, &text)
    }

    fn trail_length(&self) -> Result<i64> {
        self.read(Act::ConsoleView, |office| {
            Ok(sunlot_store::trail::head(office)?.map_or(0, |head| head.seq))
        })
    }

    fn sample_edition(&self, course: &Course) -> Result<EditionView> {
        let decided = &course.edition;
        let list = self.items_view(&ItemsRequest::default())?;
        let known = list
            .editions
            .iter()
            .find(|edition| edition.title == decided.submit.title);
        let mut view = match known {
            Some(edition) => self.edition_open(&EditionId { id: edition.id })?,
            None => {
                for unready in &course.unready {
                    let named = |line: &&crate::item::ItemLine| line.name == unready.item;
                    let line = list.lines.iter().find(named);
                    if let Some(line) = line.filter(|line| line.membership.value == "in") {
                        self.leave_out(line.id, &unready.reason)?;
                    }
                }
                self.edition_submit(&decided.submit)?
            }
        };
        let today = self.today().to_string();
        if view.line.state.value == "submitted" {
            view = self.edition_ratify(&EditionRatify {
                id: view.line.id,
                version: view.version,
                ratified_by: decided.ratified_by.clone(),
                ratified_on: today.clone(),
                ratified_no: decided.ratified_no.clone(),
                effective_on: today.clone(),
            })?;
        }
        if view.line.state.value == "ratified" {
            view = self.edition_publish(&EditionPublish {
                id: view.line.id,
                version: view.version,
                published_on: today,
                channels: decided.channels.clone(),
            })?;
        }
        Ok(view)
    }

    fn leave_out(&self, id: i64, reason: &str) -> Result<()> {
        let version = self.item_open(&ItemId { id, edition: None })?.version;
        self.item_membership(&ItemMembership {
            id,
            version,
            membership: Membership::Removed,
            reason: reason.to_owned(),
        })
        .map(drop)
    }

    fn sample_rules(&self, rules: &Rules) -> Result<RulesLine> {
        let view = self.rules_view()?;
        let name = rules.save.name.as_deref().unwrap_or_default();
        if let Some(line) = view.profiles.into_iter().find(|line| line.name == name) {
            return Ok(line);
        }
        let preset = view
            .presets
            .into_iter()
            .find(|preset| preset.preset == rules.preset);
        let mut save = rules.save.clone();
        let own = std::mem::take(&mut save.values);
        save.values = preset.map(|preset| preset.values).unwrap_or_default();
        save.values.extend(own);
        Ok(self.rules_save(&save)?.line)
    }

    fn sample_plan(&self, planned: &Planned) -> Result<PlanView> {
        let title = planned.save.values.get("title").map_or("", String::as_str);
        let plans = self.plans_view()?.plans;
        let mut view = match plans.iter().find(|plan| plan.title == title) {
            Some(plan) => self.plan_open(&PlanId { id: plan.id })?,
            None => self.plan_save(&planned.save)?,
        };
        for step in &planned.steps {
            let offered = view.next.first().map(|offer| offer.step);
            // What was done before the interruption is offered behind what is new.
            if offered != Some(step.step) {
                continue;
            }
            view = self.plan_move(&PlanMove {
                id: view.head.id,
                version: view.version,
                step: step.step,
                on: self.today().to_string(),
                who: step.who.clone(),
                no: step.no.clone(),
                reason: String::new(),
                half: String::new(),
            })?;
        }
        Ok(view)
    }

    pub(super) fn sample_task(&self, asked: &Asked, plan: &PlanView) -> Result<TaskView> {
        let title = asked.save.values.get("title").map_or("", String::as_str);
        let tasks = self.tasks_view()?.lines;
        let mut view = match tasks.iter().find(|task| task.title == title) {
            Some(task) => self.task_open(&TaskId { id: task.id })?,
            None => self.task_save(&self.of_line(asked, plan.head.id)?)?,
        };
        if view.line.state.value == "draft" {
            view = self.task_approve(&TaskMove {
                id: view.line.id,
                version: view.version,
                on: self.today().to_string(),
                by: asked.approved_by.clone(),
                reason: String::new(),
            })?;
        }
        Ok(view)
    }

    /// A task as the line of the plan fills it in, and what somebody types beside that.
    fn of_line(&self, asked: &Asked, plan: i64) -> Result<TaskSave> {
        let lines = self.task_choices()?.lines;
        let line = lines
            .into_iter()
            .find(|line| line.plan == plan && line.line == asked.line);
        let mut save = asked.save.clone();
        if let Some(line) = line {
            let typed = std::mem::replace(&mut save.values, line.values);
            save.values.extend(typed);
            save.items = line.items;
            (save.plan, save.line) = (Some(line.plan), Some(line.line));
        }
        Ok(save)
    }

    pub(super) fn sample_notice(&self, announced: &Announced, task: TaskView) -> Result<TaskView> {
        if !task.notices.is_empty() {
            return Ok(task);
        }
        self.task_announce(&TaskAnnounce {
            id: task.line.id,
            draw_on: announced.draw_on.clone(),
            channels: announced.channels.clone(),
            reason: String::new(),
        })
    }

    /// Writes the files; those of an earlier run are replaced, for they say the same.
    fn sample_files(
        &self,
        files: &Files,
        plan: &PlanView,
        task: &TaskView,
        pool: &PoolView,
    ) -> Result<Vec<SampleFile>> {
        let place = |name: &str| self.folder().outbox().join(name).display().to_string();
        let way = |name: &str| PaperWay::Save {
            file: Some(place(name)),
        };
        let (id, mut written) = (task.line.id, Vec::new());
        let mut note = |file: &'static str, path: String| written.push(SampleFile { file, path });
        let made = self.plan_paper(&PlanPaper {
            id: plan.head.id,
            way: way(&files.plan),
        })?;
        note("plan", made.file.unwrap_or_default());
        let part = |of: &str, name: &str| PoolExport {
            id,
            of: of.to_owned(),
            text: String::new(),
            format: ListFormat::Xlsx,
            path: Some(place(name)),
            overwrite: true,
        };
        note("pool", self.task_pool_export(&part("", &files.pool))?.path);
        if let Some(last) = pool.excluded.last() {
            let out = part(&last.value, &files.excluded);
            note("excluded", self.task_pool_export(&out)?.path);
        }
        if let Some(notice) = task.notices.first() {
            let made = self.notice_paper(&NoticePaper {
                task: id,
                notice: notice.id,
                way: way(&files.notice),
            })?;
            note("notice", made.file.unwrap_or_default());
        }
        let manifest = TaskManifest {
            id,
            path: Some(place(&files.manifest)),
            overwrite: true,
        };
        note("manifest", self.task_manifest(&manifest)?.path);
        Ok(written)
    }

    /// The first target of a part of the pool, explained.
    fn first_of(&self, task: &TaskView, part: Option<&str>) -> Result<Option<TargetExplained>> {
        let Some(part) = part else {
            return Ok(None);
        };
        let rows = self.task_pool_rows(&PoolRowsRequest {
            id: task.line.id,
            of: part.to_owned(),
            limit: 1,
            ..PoolRowsRequest::default()
        })?;
        let first = rows.rows.first().map(|row| TaskTarget {
            task: task.line.id,
            target: row.target,
        });
        first.map(|first| self.task_explain(&first)).transpose()
    }
}

/// A day, or the first one after it on which an office works. What is moved from year to year only a table of holidays would know.
fn worked(day: NaiveDate) -> NaiveDate {
    let holiday = |day: &NaiveDate| matches!((day.month(), day.day()), (1, 1) | (5, 1..=3) | (10, 1..=7));
    let rest = |day: &NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun) || holiday(day);
    day.iter_days().find(|day| !rest(day)).unwrap_or(day)
}

/// Whether an office is the sample, whole, and nobody did anything in it that the course would not do.
fn is_sample(office: &Connection, sample: &Path) -> Result<bool> {
    const COURSE: [KindName; 29] = [
        KindName::OfficeCreated,
        KindName::RosterImported,
        KindName::TriggerSet,
        KindName::ProfileSaved,
        KindName::ItemPlaced,
        KindName::CatalogSubmitted,
        KindName::CatalogRatified,
        KindName::CatalogPublished,
        KindName::RulesSaved,
        KindName::PlanSaved,
        KindName::PlanMoved,
        KindName::TaskSaved,
        KindName::TaskMoved,
        KindName::PoolAnnounced,
        KindName::AccountsBegun,
        KindName::AccountEntered,
        KindName::AccountLeft,
        KindName::StationMade,
        KindName::RecoveryMade,
        KindName::CeremonySaved,
        KindName::CeremonyMoved,
        KindName::DrawSealed,
        KindName::CardLaid,
        KindName::NumberTyped,
        KindName::NumberConfirmed,
        KindName::DrawEnded,
        KindName::DrawAmended,
        KindName::DrawSigned,
        KindName::DrawPublished,
    ];
    let rosters = read::<Vec<SampleRoster>>(&sample.join("rosters.json"))?;
    let profile = read::<OfficeProfile>(&sample.join("profile.json"))?;
    let taken = roster_import::all(office)?;
    let same = taken.len() == rosters.len() && taken.iter().rev().zip(&rosters).all(same_file);
    let named = office_profile::latest(office)?.is_some_and(|stored| stored.row.name == profile.name);
    let ours = |name: &String| KindName::of_disk(name).is_some_and(|kind| COURSE.contains(&kind));
    Ok(same && named && filter::kinds(office)?.iter().all(ours))
}
