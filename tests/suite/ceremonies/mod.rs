//! Ceremonies: from the preparation in the room to the archive, and what is changed afterwards.

mod amended;
mod fairness;
mod manned;
mod merged;
mod papers;
mod published;
mod restored;
mod room;
mod settled;
mod void;
mod walks;
mod wandering;
pub mod words;

use sunlot_app::Desk;
use sunlot_app::account::Typed;
use sunlot_app::ceremony::{
    CeremonyCard, CeremonyId, CeremonyNumber, CeremonyPrepare, CeremonyPublish, CeremonySeal, CeremonyView,
    CeremonyVoid,
};
use sunlot_app::station::StationMake;
use sunlot_app::task::TaskMove;

use crate::support::{Office, Someone, TestClock, someone};
use crate::tasks::{item, people, request, saved, target};
use sunlot_app::account::Role;

/// The passphrase of the station's keys.
pub const PASSPHRASE: &str = "雨过天青云破处者般颜色做将来";

/// What three witnesses wrote on their cards.
pub const CARDS: [&str; 3] = ["4829137", "1103726", "9917358"];

/// An office with accounts, a list, six targets, four inspectors, keys, and an approved task that draws half of them.
pub struct Room {
    pub office: Office,
    pub task: i64,
}

impl Room {
    pub fn ready() -> Self {
        Self::with_targets(6)
    }

    pub fn with_targets(count: usize) -> Self {
        let office = Office::sample();
        let desk = office.desk();
        let item = item(&desk);
        for at in 0..count {
            target(&desk, &format!("徐水第{at}粮站"), &[]);
        }
        people(&desk, &["李娜", "王建国", "张伟", "赵敏"]);
        let task = saved(&desk, &request(item));
        desk.task_approve(&TaskMove {
            id: task.line.id,
            version: task.version,
            by: "局长".to_owned(),
            on: "2026-11-12".to_owned(),
            reason: String::new(),
        })
        .unwrap();
        drop(desk);
        office.begin_accounts();
        let room = Self {
            task: task.line.id,
            office,
        };
        let desk = room.desk();
        desk.station_make(&StationMake {
            passphrase: Typed::new(PASSPHRASE),
            second: Some(supervisor().second()),
        })
        .unwrap();
        drop(desk);
        room
    }

    /// The clerk sits at the program, started anew.
    pub fn desk(&self) -> Desk {
        self.desk_at(&TestClock::default())
    }

    /// The same with this clock on the wall.
    pub fn desk_at(&self, clock: &TestClock) -> Desk {
        let desk = self.office.desk_at(clock);
        desk.account_enter(&someone(Role::Handler).entering()).unwrap();
        desk
    }

    /// The record of a draw as it goes out.
    pub fn published(&self, desk: &Desk, id: i64) -> String {
        let request = CeremonyPublish { id, folder: None };
        let folder = desk.ceremony_publish(&request).unwrap().folder;
        std::fs::read_to_string(format!("{folder}/record.sunlot.json")).unwrap()
    }

    /// Prepares a ceremony of the task.
    pub fn prepared(&self, desk: &Desk, rehearsal: bool) -> CeremonyView {
        let request = CeremonyPrepare {
            task: self.task,
            rehearsal,
            basis: None,
        };
        desk.ceremony_prepare(&request).unwrap()
    }

    /// Prepares and seals one formally.
    pub fn sealed(&self, desk: &Desk) -> CeremonyView {
        let id = self.prepared(desk, false).line.id;
        desk.ceremony_seal(&seal(id)).unwrap()
    }

    /// Prepares, seals and draws one formally.
    pub fn drawn(&self, desk: &Desk) -> CeremonyView {
        let view = self.sealed(desk);
        finish(desk, view.line.id)
    }
}

pub fn supervisor() -> &'static Someone {
    someone(Role::Supervisor)
}

/// What it takes to seal.
pub fn seal(id: i64) -> CeremonySeal {
    CeremonySeal {
        id,
        challenge: "482913".to_owned(),
        second: Some(supervisor().second()),
    }
}

/// What it takes to give up.
pub fn void(id: i64, code: &str) -> CeremonyVoid {
    CeremonyVoid {
        id,
        code: code.to_owned(),
        reason: String::new(),
        second: Some(supervisor().second()),
    }
}

/// All cards down.
pub fn cards(desk: &Desk, id: i64) -> CeremonyView {
    for seat in 1..=3 {
        desk.ceremony_card(&CeremonyCard { id, seat, down: true })
            .unwrap();
    }
    desk.ceremony_turn(&CeremonyId { id }).unwrap()
}

/// The number of a seat, typed and confirmed.
pub fn number(desk: &Desk, id: i64, seat: u32, digits: &str) -> CeremonyView {
    let number = given(id, seat, digits);
    desk.ceremony_number(&number).unwrap();
    desk.ceremony_confirm(&number).unwrap()
}

pub fn given(id: i64, seat: u32, digits: &str) -> CeremonyNumber {
    CeremonyNumber {
        id,
        seat,
        digits: digits.to_owned(),
    }
}

/// From the seal to the result.
pub fn finish(desk: &Desk, id: i64) -> CeremonyView {
    cards(desk, id);
    let mut view = None;
    for (seat, digits) in (1..).zip(CARDS) {
        view = Some(number(desk, id, seat, digits));
    }
    view.unwrap()
}
