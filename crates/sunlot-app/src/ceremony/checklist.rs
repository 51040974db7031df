//! What is looked at before sealing: the list in force, pool and exclusions, crews, certificates, keys, clock, disk and printer. What the
//! program can judge it judges; props and the room people look at themselves.

use sunlot_store::ceremony::{CeremonyRow, Stored};
use sunlot_store::{Connection, account, epoch, pool_notice, station};

use super::acts::require;
use super::chain::Draws;
use super::document::CeremonyDocument;
use super::fault::CeremonyFlaw;
use super::labels;
use super::wire::{CeremonyChecklist, CeremonyId, CheckLine};
use crate::commands::Act;
use crate::error::Flaw;
use crate::registry::check::problem;
use crate::task::{Held, Made, Sealing, dry_run_of};
use crate::{Desk, Place, Problem, Result};

impl Desk {
    /// Looks at everything that matters before sealing.
    pub fn ceremony_checklist(&self, request: &CeremonyId) -> Result<CeremonyChecklist> {
        self.read(Act::CeremonyChecklist, |office| {
            let (stored, document) = require(office, request.id)?;
            let held = self.pool_of(office, stored.row.task)?;
            let (problems, made) = obstacles(self, office, &stored, &document)?;
            let mut lines = vec![line_of_pool(&held, &problems)];
            lines.extend(self.line_of_notice(office, &stored, &problems)?);
            if let Some(made) = &made {
                lines.push(line_of_crews(made, &problems));
            }
            if !stored.row.rehearsal {
                lines.push(labels::two_people(account::any(office)?));
            }
            lines.push(line_of_seats(&document));
            lines.push(line_of_keys(office, stored.row.rehearsal)?);
            lines.push(self.line_of_clock(office, stored.row.rehearsal)?);
            lines.push(self.line_of_printer());
            if epoch::latest(office)?.is_some_and(|epoch| epoch.number > 1) {
                lines.push(labels::restored());
            }
            lines.extend(labels::by_hand());
            Ok(CeremonyChecklist {
                lines,
                problems: problems.into_iter().map(Into::into).collect(),
            })
        })
    }

    fn line_of_notice(
        &self,
        office: &Connection,
        stored: &Stored<CeremonyRow>,
        problems: &[Problem],
    ) -> Result<Option<CheckLine>> {
        let last = pool_notice::of_task(office, stored.row.task)?.pop();
        let differs = problems.iter().any(|problem| is_about(problem, &["notice"]));
        Ok(Some(match last {
            None => labels::unannounced(),
            Some(notice) => labels::announced(&notice.row.announced_on, !differs),
        }))
    }

    fn line_of_clock(&self, office: &Connection, rehearsal: bool) -> Result<CheckLine> {
        let draws = Draws::read(office, rehearsal)?;
        let last = draws.seals.last().map(|seal| seal.row.sealed_at.clone());
        let now = self.moment();
        let back = last.as_ref().is_some_and(|last| {
            let (last, now) = (
                sunlot_draw::Time::new(last.clone()),
                sunlot_draw::Time::new(now.clone()),
            );
            matches!((last, now), (Some(last), Some(now)) if now.is_before(&last))
        });
        Ok(labels::clock(&now, back))
    }

    fn line_of_printer(&self) -> CheckLine {
        match self.env().printer.printers() {
            Ok(found) => labels::printers(found.len()),
            Err(_) => labels::printers(0),
        }
    }
}

/// Everything that keeps a ceremony from being sealed, and the list where nothing does that comes before it.
pub(super) fn obstacles(
    desk: &Desk,
    office: &Connection,
    stored: &Stored<CeremonyRow>,
    document: &CeremonyDocument,
) -> Result<(Vec<Problem>, Option<Made>)> {
    let id = stored.row.task;
    let Sealing {
        mut problems, made, ..
    } = match document.basis {
        // Who was drawn is settled; only who goes there is drawn now.
        Some(basis) => manning(desk, office, id, basis)?,
        None => {
            let held = desk.pool_of(office, id)?;
            desk.sealing_of(office, id, &held)?
        }
    };
    let mut add = |field: &str, flaw: CeremonyFlaw| {
        let flaw: Flaw = flaw.into();
        problems.push(problem(field, labels::field(field), flaw));
    };
    if document.seats.is_empty() && !stored.row.rehearsal {
        add("seats", CeremonyFlaw::SeatsMissing);
    }
    if let Some(public) = &document.public
        && public.date <= desk.today().to_string()
    {
        let found = public.date.clone();
        add("public_date", CeremonyFlaw::PublicDatePast { found });
    }
    Ok((problems, made))
}

/// What keeps those who were drawn from being manned.
fn manning(desk: &Desk, office: &Connection, task: i64, basis: i64) -> Result<Sealing> {
    let manned = desk.manned(office, basis)?;
    let held = desk.pool_of_drawn(office, task, &manned.targets)?;
    let made = desk.manifest_of(office, task, &held)?;
    let found = |field: &str, flaw: CeremonyFlaw| problem(field, labels::field(field), Flaw::from(flaw));
    let unknown = manned.unknown.into_iter();
    let unknown = unknown.map(|number| found("target", CeremonyFlaw::BasisUnknown { number }));
    let strata = made.manifest.strata.iter();
    let bare = strata.filter(|stratum| !stratum.targets.is_empty() && stratum.slots.is_empty());
    let bare = bare.map(|stratum| {
        let label = stratum.label.to_string();
        found("crew", CeremonyFlaw::PlacesMissing { label })
    });
    let mut problems: Vec<Problem> = unknown.chain(bare).collect();
    problems.extend(made.people_problems(&held));
    Ok(Sealing::of(problems, Some(made)))
}

fn line_of_pool(held: &Held, problems: &[Problem]) -> CheckLine {
    let bad = problems
        .iter()
        .any(|problem| is_about(problem, &["items", "strata", "scope", "target"]));
    labels::pool(held.candidates(), held.excluded_count(), held.quota(), bad)
}

fn line_of_crews(made: &Made, problems: &[Problem]) -> CheckLine {
    if made.crew_size() == 0 {
        return labels::crews_later();
    }
    let run = dry_run_of(made);
    let bad = problems.iter().any(|problem| is_about(problem, &["crew"]));
    labels::crews(run.verdict, made.people_count(), made.left_out_count(), bad)
}

fn line_of_seats(document: &CeremonyDocument) -> CheckLine {
    labels::seats(document)
}

fn line_of_keys(office: &Connection, rehearsal: bool) -> Result<CheckLine> {
    let key = station::in_force(office)?;
    Ok(labels::keys(key.map(|key| key.row.fingerprint), rehearsal))
}

/// Whether a problem stands at one of these places.
fn is_about(problem: &Problem, fields: &[&str]) -> bool {
    match &problem.place {
        Place::Field { field } => fields
            .iter()
            .any(|known| field == known || field.starts_with(&format!("{known}."))),
        _ => false,
    }
}
