//! The steps of an edition: handed in, sent back or decided, made public (L-08, L-09). Each has its day, and no step is dated
//! before the one that it follows.

use sunlot_rules::day::Day;
use sunlot_store::catalog::{self, CatalogRow};

use super::check::day;
use super::edition_wire::{
    EditionId, EditionPublish, EditionRatify, EditionReturn, EditionState, EditionSubmit, EditionView,
};
use super::fault::{ItemFault, ItemFlaw, fault, invalid};
use super::labels;
use super::lists::{Edition, Editions};
use super::obstacles::obstacles;
use crate::commands::Act;
use crate::error::Flaw;
use crate::event::item::{CatalogBack, CatalogDecided, CatalogSent, CatalogShown};
use crate::registry::check::{problem, some_text};
use crate::registry::limits::SHORT;
use crate::registry::story;
use crate::target::TargetFlaw;
use crate::{Desk, Error, Kind, ObjectKind, Problem, Result};

impl Desk {
    /// Shows everything about one edition.
    pub fn edition_open(&self, request: &EditionId) -> Result<EditionView> {
        self.read(Act::EditionOpen, |office| {
            let editions = Editions::read(office, self.item_day()?)?;
            let edition = editions.require(request.id)?;
            Ok(EditionView {
                line: editions.line(edition),
                version: edition.stored.version,
                story: story::of(office, ObjectKind::Catalog, edition.number.clone(), [])?,
            })
        })
    }

    /// Hands the working list in: from now on the edition has its items, in the versions that they have now.
    pub fn edition_submit(&self, request: &EditionSubmit) -> Result<EditionView> {
        let (id, _) = self.change(Act::EditionSubmit, |change| {
            let today = self.item_day()?;
            let editions = Editions::read(change.tx(), today)?;
            let mut form = Form::new(today);
            let title = form.text("title", labels::TITLE, &request.title);
            let to = form.text("submitted_to", labels::SUBMITTED_TO, &request.submitted_to);
            let reason = form.text("reason", labels::EDITION_REASON, &request.reason);
            let on = form.past("submitted_on", labels::SUBMITTED_ON, &request.submitted_on);
            form.done()?;
            let items = editions.items_of(change.tx(), None)?;
            let obstacles = obstacles(change.tx(), &editions, &items, today)?;
            if !obstacles.is_empty() {
                let count = obstacles.len();
                return Err(Error::of_problems(
                    ItemFault::CatalogNotReady { count },
                    obstacles,
                ));
            }
            let row = CatalogRow {
                state: <&str>::from(EditionState::Submitted).to_owned(),
                title: title.clone(),
                submitted_on: on.to_string(),
                submitted_to: to.clone(),
                reason: reason.clone(),
                ..CatalogRow::default()
            };
            let pinned: Vec<(i64, i64)> = items.iter().map(|item| (item.id, item.version)).collect();
            let id = catalog::add(change, &row, &pinned)?;
            let kind = Kind::CatalogSubmitted(CatalogSent {
                edition: editions.next_number(on),
                title,
                items: super::list::small(items.len()),
                on: on.to_string(),
                to,
                reason,
            });
            Ok((id, Some(kind)))
        })?;
        self.edition_open(&EditionId { id })
    }

    /// Writes down that an edition was sent back.
    pub fn edition_return(&self, request: &EditionReturn) -> Result<EditionView> {
        let step = (request.id, request.version, EditionState::Submitted);
        self.edition_step(Act::EditionReturn, step, |edition, form| {
            let on = form.past("returned_on", labels::RETURNED_ON, &request.returned_on);
            form.not_before("returned_on", labels::RETURNED_ON, on, submitted(edition));
            let reason = form.text("reason", labels::RETURNED_FOR, &request.reason);
            let row = CatalogRow {
                state: <&str>::from(EditionState::Returned).to_owned(),
                returned_on: on.to_string(),
                returned_for: reason.clone(),
                ..edition.stored.row.clone()
            };
            let kind = Kind::CatalogReturned(CatalogBack {
                edition: edition.number.clone(),
                on: on.to_string(),
                reason,
            });
            (row, kind)
        })
    }

    /// Writes down that an edition was decided, by whom, when, by which document, and from when on it is in force.
    pub fn edition_ratify(&self, request: &EditionRatify) -> Result<EditionView> {
        let step = (request.id, request.version, EditionState::Submitted);
        self.edition_step(Act::EditionRatify, step, |edition, form| {
            let by = form.text("ratified_by", labels::RATIFIED_BY, &request.ratified_by);
            let on = form.past("ratified_on", labels::RATIFIED_ON, &request.ratified_on);
            form.not_before("ratified_on", labels::RATIFIED_ON, on, submitted(edition));
            let no = form.text("ratified_no", labels::RATIFIED_NO, &request.ratified_no);
            let effective = form.day("effective_on", labels::EFFECTIVE_ON, &request.effective_on);
            let decided = (labels::RATIFIED_ON, Some(on));
            form.not_before("effective_on", labels::EFFECTIVE_ON, effective, decided);
            let row = CatalogRow {
                state: <&str>::from(EditionState::Ratified).to_owned(),
                ratified_by: by.clone(),
                ratified_on: on.to_string(),
                ratified_no: no.clone(),
                effective_on: effective.to_string(),
                ..edition.stored.row.clone()
            };
            let kind = Kind::CatalogRatified(CatalogDecided {
                edition: edition.number.clone(),
                by,
                on: on.to_string(),
                no,
                effective_on: effective.to_string(),
            });
            (row, kind)
        })
    }

    /// Writes down where and when an edition was made public.
    pub fn edition_publish(&self, request: &EditionPublish) -> Result<EditionView> {
        let step = (request.id, request.version, EditionState::Ratified);
        self.edition_step(Act::EditionPublish, step, |edition, form| {
            let on = form.past("published_on", labels::PUBLISHED_ON, &request.published_on);
            let decided = (labels::RATIFIED_ON, Day::parse(&edition.stored.row.ratified_on));
            form.not_before("published_on", labels::PUBLISHED_ON, on, decided);
            let mut channels: Vec<String> = Vec::new();
            for channel in request
                .channels
                .iter()
                .filter(|channel| !channel.trim().is_empty())
            {
                let channel = form.text("channels", labels::CHANNELS, channel);
                if !channels.contains(&channel) {
                    channels.push(channel);
                }
            }
            if channels.is_empty() {
                form.wrong("channels", labels::CHANNELS, Flaw::Required);
            }
            let channels = channels.join(labels::THEN);
            let row = CatalogRow {
                state: <&str>::from(EditionState::Published).to_owned(),
                published_on: on.to_string(),
                channels: channels.clone(),
                ..edition.stored.row.clone()
            };
            let kind = Kind::CatalogPublished(CatalogShown {
                edition: edition.number.clone(),
                on: on.to_string(),
                channels,
            });
            (row, kind)
        })
    }

    /// Takes the next step of an edition that stands where the step begins.
    fn edition_step(
        &self,
        act: Act,
        (id, version, from): (i64, i64, EditionState),
        step: impl FnOnce(&Edition, &mut Form) -> (CatalogRow, Kind),
    ) -> Result<EditionView> {
        self.change(act, |change| {
            let today = self.item_day()?;
            let editions = Editions::read(change.tx(), today)?;
            let edition = editions.require(id)?;
            let number = edition.number.clone();
            if edition.state() != Some(from) {
                let state = labels::state(&edition.stored.row.state).label;
                return Err(fault(ItemFault::EditionStep { number, state }));
            }
            if edition.stored.version != version {
                return Err(fault(ItemFault::EditionMoved { number }));
            }
            let mut form = Form::new(today);
            let (row, kind) = step(edition, &mut form);
            form.done()?;
            catalog::follow(change, id, version + 1, &row)?;
            Ok(((), Some(kind)))
        })?;
        self.edition_open(&EditionId { id })
    }
}

/// When an edition was handed in, for whatever follows.
fn submitted(edition: &Edition) -> (&'static str, Option<Day>) {
    (labels::SUBMITTED_ON, Day::parse(&edition.stored.row.submitted_on))
}

/// A form whose faults are all told at once; what cannot be read stands as today until then.
struct Form {
    today: Day,
    problems: Vec<Problem>,
}

impl Form {
    fn new(today: Day) -> Self {
        let problems = Vec::new();
        Self { today, problems }
    }

    fn wrong(&mut self, field: &str, label: &str, flaw: impl Into<Flaw>) {
        self.problems.push(problem(field, label, flaw));
    }

    fn text(&mut self, field: &str, label: &str, typed: &str) -> String {
        some_text(typed, SHORT).unwrap_or_else(|fault| {
            self.wrong(field, label, fault);
            String::new()
        })
    }

    fn day(&mut self, field: &str, label: &str, typed: &str) -> Day {
        match day(typed, self.today) {
            Ok(Some(day)) => return day,
            Ok(None) => self.wrong(field, label, Flaw::Required),
            Err(flaw) => self.wrong(field, label, flaw),
        }
        self.today
    }

    fn past(&mut self, field: &str, label: &str, typed: &str) -> Day {
        let day = self.day(field, label, typed);
        if day > self.today {
            let found = typed.to_owned();
            self.wrong(field, label, TargetFlaw::DateInFuture { found });
        }
        day
    }

    fn not_before(&mut self, field: &str, label: &str, day: Day, (step, on): (&str, Option<Day>)) {
        if let Some(on) = on.filter(|on| day < *on) {
            let (step, on) = (step.to_owned(), on.to_string());
            self.wrong(field, label, ItemFlaw::StepBefore { step, on });
        }
    }

    fn done(self) -> Result<()> {
        if self.problems.is_empty() {
            Ok(())
        } else {
            Err(invalid(self.problems))
        }
    }
}
