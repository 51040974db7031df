//! The draws of the sample office: accounts and keys, then two tasks in front of three witnesses. One draw is given up and held anew, and
//! of another two things are changed afterwards.
//!
//! What lies on the cards stands in the script; the secret is as random as everywhere, so nobody knows what comes of it. Each step goes
//! on from what stands in the office.

use std::path::Path;

use serde::Serialize;
use sunlot_store::account;

use super::course::SampleStep;
use super::read;
use super::script::{Ceremonies, Changed, Drawn, Try};
use crate::account::{AccountEnter, AccountsBegin, NewAccount, Role, Second, Typed};
use crate::ceremony::{
    CeremonyCard, CeremonyId, CeremonyLine, CeremonyNumber, CeremonyPrepare, CeremonyPublish, CeremonySave,
    CeremonySeal, CeremonySign, CeremonyView, CeremonyVoid, DrawAmend, DrawRow, DrawRowsRequest,
};
use crate::commands::Act;
use crate::plan::PlanView;
use crate::station::StationMake;
use crate::task::{TaskId, TaskLine, TaskView};
use crate::{Desk, Error, Reason, Result};

/// How many rows of a draw are told.
const TOLD: u32 = 3;

/// What became of a task that was drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SampleDraw {
    /// The task.
    pub task: TaskLine,
    /// Every draw of it, the last one counts.
    pub ceremonies: Vec<CeremonyView>,
    /// The first of those who stand now.
    pub rows: Vec<DrawRow>,
    /// The record of each, as anybody can recompute it.
    pub records: Vec<String>,
}

/// Somebody of the sample. The password is everybody's: nobody is to use it for anything else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SamplePerson {
    /// By which name one enters.
    pub login: String,
    /// The name.
    pub name: String,
    /// What the person does here.
    pub roles: Vec<Role>,
    /// The password.
    pub password: String,
}

/// What every draw needs: where it is held and who sits there, and the supervisor.
struct Room<'a> {
    ceremonies: &'a Ceremonies,
    second: Second,
}

impl Desk {
    /// Whoever runs the sample's draws sits down, where there are accounts already.
    pub(super) fn sample_enter(&self, sample: &Path) -> Result<()> {
        let begun = self.read(Act::ConsoleView, |office| Ok(account::any(office)?))?;
        if !begun || self.sitter().is_some() {
            return Ok(());
        }
        let accounts = accounts(sample)?;
        let handler = with(&accounts, Role::Handler)?;
        self.account_enter(&AccountEnter {
            login: handler.login.clone(),
            password: handler.password.clone(),
        })
        .map(drop)
    }

    /// Makes the accounts and the keys, where there are none.
    pub(super) fn sample_people(&self, sample: &Path, ceremonies: &Ceremonies) -> Result<()> {
        if !self.read(Act::ConsoleView, |office| Ok(account::any(office)?))? {
            self.accounts_begin(&accounts(sample)?)?;
        }
        if self.station_view()?.current.is_none() {
            self.station_make(&StationMake {
                passphrase: Typed::new(&ceremonies.passphrase),
                second: Some(second(sample)?),
            })?;
        }
        Ok(())
    }

    /// Draws what is to be drawn.
    pub(super) fn sample_draws(
        &self,
        sample: &Path,
        ceremonies: &Ceremonies,
        plan: &PlanView,
        told: &mut dyn FnMut(SampleStep),
    ) -> Result<Vec<SampleDraw>> {
        let room = Room {
            ceremonies,
            second: second(sample)?,
        };
        let drawn = ceremonies.draws.iter();
        drawn
            .map(|drawn| self.sample_draw(&room, drawn, plan, told))
            .collect()
    }

    fn sample_draw(
        &self,
        room: &Room<'_>,
        drawn: &Drawn,
        plan: &PlanView,
        told: &mut dyn FnMut(SampleStep),
    ) -> Result<SampleDraw> {
        let task = self.sample_task(&drawn.task, plan)?;
        let task = self.sample_notice(&drawn.announce, task)?;
        let mut views = Vec::new();
        for (at, one) in drawn.tries.iter().enumerate() {
            views.push(self.sample_try(room, &task, (at, one), told)?);
        }
        let Some(last) = views.last_mut() else {
            return Err(Error::new(Reason::Internal, "no draw of the sample task"));
        };
        let id = last.line.id;
        let before = changes(last);
        for changed in drawn.changes.iter().skip(before) {
            *last = self.draw_amend(&self.sample_change(id, changed, &room.second)?)?;
        }
        for view in views.iter_mut().filter(|view| !is_signed(view)) {
            *view = self.ceremony_sign(&CeremonySign {
                id: view.line.id,
                passphrase: Typed::new(&room.ceremonies.passphrase),
            })?;
        }
        let mut records = Vec::new();
        for view in &views {
            let id = view.line.id;
            let record = self.record_in_outbox(id)?;
            // What was changed since is published, too; what went out as it stands is not told again.
            if !record.is_file() || drawn.changes.len() > before {
                self.ceremony_publish(&CeremonyPublish { id, folder: None })?;
            }
            records.push(record.display().to_string());
        }
        Ok(SampleDraw {
            task: self.task_open(&TaskId { id: task.line.id })?.line,
            ceremonies: views,
            rows: self.sample_standing(id, TOLD)?,
            records,
        })
    }

    /// The draw with this place among those of its task, from where it stands to its end.
    fn sample_try(
        &self,
        room: &Room<'_>,
        task: &TaskView,
        (at, one): (usize, &Try),
        told: &mut dyn FnMut(SampleStep),
    ) -> Result<CeremonyView> {
        let mut known: Vec<CeremonyLine> = self.ceremonies_view()?.lines;
        known.retain(|line| {
            line.task_no == task.line.task_no && !line.rehearsal && line.state.value != "dropped"
        });
        let mut view = match known.iter().rev().nth(at) {
            Some(line) => self.ceremony_view(&CeremonyId { id: line.id })?,
            None => self.ceremony_prepare(&CeremonyPrepare {
                task: task.line.id,
                rehearsal: false,
                basis: None,
            })?,
        };
        let id = view.line.id;
        if state(&view) == "prepared" {
            self.ceremony_save(&CeremonySave {
                place: room.ceremonies.place.clone(),
                seats: room.ceremonies.seats.clone(),
                ..view.form
            })?;
            view = self.ceremony_seal(&CeremonySeal {
                id,
                challenge: one.challenge.clone(),
                second: Some(room.second.clone()),
            })?;
            told(SampleStep::Sealed);
        }
        if let Some(void) = one.void.as_ref().filter(|_| state(&view) == "sealed") {
            return self.ceremony_void(&CeremonyVoid {
                id,
                code: void.code.clone(),
                reason: void.reason.clone(),
                second: Some(room.second.clone()),
            });
        }
        view = self.sample_numbers(view, &one.cards)?;
        told(SampleStep::Drawn);
        Ok(view)
    }

    /// Every card laid, then every number told and confirmed.
    fn sample_numbers(&self, mut view: CeremonyView, cards: &[String]) -> Result<CeremonyView> {
        let id = view.line.id;
        if state(&view) == "sealed" {
            for seat in (1..).take(cards.len()) {
                view = self.ceremony_card(&CeremonyCard { id, seat, down: true })?;
            }
        }
        for (seat, digits) in (1..).zip(cards) {
            if state(&view) == "cards" {
                let digits = digits.clone();
                let number = CeremonyNumber { id, seat, digits };
                self.ceremony_number(&number)?;
                view = self.ceremony_confirm(&number)?;
            }
        }
        Ok(view)
    }

    /// A change, of the row and of the person that the draw has put there.
    fn sample_change(&self, id: i64, changed: &Changed, second: &Second) -> Result<DrawAmend> {
        let rows = self.sample_standing(id, u32::MAX)?;
        let row = changed.row.checked_sub(1).and_then(|at| rows.get(at));
        let person = row
            .and_then(|row| row.crew.first())
            .filter(|_| changed.first_of_crew);
        Ok(DrawAmend {
            id,
            kind: changed.kind.clone(),
            place: row.map(|row| row.number.clone()).unwrap_or_default(),
            replace: changed.replace,
            inspector: person.map(|person| person.cert.clone()).unwrap_or_default(),
            code: changed.code.clone(),
            reason: changed.reason.clone(),
            second: Some(second.clone()),
            ..DrawAmend::default()
        })
    }

    fn sample_standing(&self, id: i64, limit: u32) -> Result<Vec<DrawRow>> {
        let asked = DrawRowsRequest {
            id,
            standing: true,
            from: 0,
            limit,
        };
        Ok(self.draw_rows(&asked)?.rows)
    }
}

fn state(view: &CeremonyView) -> &str {
    &view.line.state.value
}

fn changes(view: &CeremonyView) -> usize {
    view.ended.as_ref().map_or(0, |ended| ended.amendments.len())
}

fn is_signed(view: &CeremonyView) -> bool {
    view.ended.as_ref().is_some_and(|ended| ended.signed)
}

fn accounts(sample: &Path) -> Result<AccountsBegin> {
    read(&sample.join("accounts.json"))
}

/// Who can enter the sample.
pub(super) fn people(sample: &Path) -> Result<Vec<SamplePerson>> {
    let known = accounts(sample)?.accounts.into_iter();
    let person = |account: NewAccount| SamplePerson {
        login: account.login,
        name: account.name,
        roles: account.roles,
        password: account.password.as_str().to_owned(),
    };
    Ok(known.map(person).collect())
}

fn with(accounts: &AccountsBegin, role: Role) -> Result<&NewAccount> {
    let mut all = accounts.accounts.iter();
    all.find(|account| account.roles.contains(&role))
        .ok_or_else(|| Error::new(Reason::Internal, "an account of the sample is missing"))
}

fn second(sample: &Path) -> Result<Second> {
    let accounts = accounts(sample)?;
    let supervisor = with(&accounts, Role::Supervisor)?;
    Ok(Second {
        login: supervisor.login.clone(),
        password: supervisor.password.clone(),
    })
}
