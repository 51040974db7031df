//! Random walks over everything that two nervous people could do around a draw, with the program killed, the clock set, and backups put back
//! in between. Wherever a walk leads, no draw ever gets a second code or a second result, and no number is left out (T1, T4, T7).
//!
//! Each test run takes a few walks by a seed; `SUNLOT_PROOF=long` takes a thousand.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::OnceLock;

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use sunlot_app::Desk;
use sunlot_app::account::Role;
use sunlot_app::ceremony::{CeremonyCard, CeremonyDrop, CeremonyId, CeremonyPrepare, DrawAmend, StageShow};
use sunlot_app::task::{TaskId, TaskMove};

use super::{CARDS, Room, given, seal, supervisor, void};
use crate::backup::{made, restore};
use crate::durability::long;
use crate::support::{Office, TestClock, someone};

/// How far a walk goes.
const STEPS: usize = 40;

/// An office in the middle of its walk.
struct Walk {
    office: Office,
    task: i64,
    clock: TestClock,
    desk: Option<Desk>,
    stick: tempfile::TempDir,
    backups: Vec<PathBuf>,
    /// What was seen of each draw: its code and, once it ended, its digest.
    seen: BTreeMap<String, (String, Option<String>)>,
}

impl Walk {
    fn begin() -> Self {
        static READY: OnceLock<Room> = OnceLock::new();
        let ready = READY.get_or_init(Room::ready);
        let office = ready.office.copied(&["office.db", "office.db-wal"]);
        let mut walk = Self {
            office,
            task: ready.task,
            clock: TestClock::default(),
            desk: None,
            stick: tempfile::tempdir().unwrap(),
            backups: Vec::new(),
            seen: BTreeMap::new(),
        };
        walk.sit_down(Role::Handler);
        walk
    }

    /// The program is started anew, whatever was going on.
    fn sit_down(&mut self, role: Role) {
        self.desk = None;
        let desk = self.office.desk_at(&self.clock);
        desk.account_enter(&someone(role).entering()).unwrap();
        self.desk = Some(desk);
    }

    fn desk(&self) -> &Desk {
        self.desk.as_ref().expect("somebody sits there")
    }

    fn backup(&mut self) {
        self.sit_down(Role::Administrator);
        self.backups.push(made(self.desk(), self.stick.path()));
        self.sit_down(Role::Handler);
        // A backup has the second in its name.
        self.clock.turn(1);
    }

    fn put_back(&mut self, which: usize) {
        if let Some(backup) = self.backups.get(which % self.backups.len().max(1)).cloned() {
            self.sit_down(Role::Administrator);
            restore(self.desk(), &backup).unwrap();
            self.sit_down(Role::Handler);
        }
    }

    /// The newest ceremony, formal or not.
    fn newest(&self) -> i64 {
        let view = self.desk().ceremonies_view().unwrap();
        view.lines.first().map_or(1, |line| line.id)
    }

    /// Tries something. Whether it is refused is not the question: what it leaves behind is.
    fn step(&mut self, chance: &mut StdRng) {
        let (id, seat) = (self.newest(), chance.random_range(1..4));
        let place = usize::try_from(seat - 1).unwrap();
        let number = given(id, seat, CARDS[place]);
        let task = self.task;
        match chance.random_range(0..30) {
            0 => self.sit_down(Role::Handler),
            1 => {
                self.clock.turn(chance.random_range(-200_000..200_000));
                self.sit_down(Role::Handler);
            }
            2 if chance.random_range(0..3) == 0 => self.backup(),
            3 => self.put_back(chance.random_range(0..8)),
            // A task that is given up ends the walk; most go on.
            28 if chance.random_range(0..5) > 0 => {}
            act => {
                let _ = attempt(self.desk(), task, id, seat, &number, act);
            }
        }
    }

    /// Holds what there is now against everything that was seen before.
    fn look(&mut self, walk: u64) {
        let view = self.desk().ceremonies_view().unwrap();
        let formal: Vec<_> = view
            .lines
            .iter()
            .filter(|line| !line.draw.is_empty() && !line.rehearsal)
            .collect();
        let open = formal
            .iter()
            .filter(|line| matches!(line.state.value.as_str(), "sealed" | "cards"));
        assert!(open.count() <= 1, "walk {walk}: one open draw per office");
        for line in view.lines.iter().filter(|line| !line.draw.is_empty()) {
            let shown = self.desk().ceremony_view(&CeremonyId { id: line.id }).unwrap();
            let digest = shown.ended.map(|ended| ended.digest);
            let known = self
                .seen
                .entry(line.draw.clone())
                .or_insert_with(|| (line.code.clone(), None));
            if line.rehearsal {
                // What is tried out is outside the chain, and may go with a restore.
                *known = (line.code.clone(), digest);
                continue;
            }
            assert_eq!(
                known.0, line.code,
                "walk {walk}: {} has one code for ever",
                line.draw
            );
            if let (Some(before), Some(now)) = (&known.1, &digest) {
                assert_eq!(before, now, "walk {walk}: {} has one result for ever", line.draw);
            }
            known.1 = known.1.take().or(digest);
        }
        let numbers: Vec<usize> = self
            .seen
            .keys()
            .filter(|draw| draw.starts_with("YH"))
            .map(|draw| draw.rsplit('-').next().unwrap().parse().unwrap())
            .collect();
        let mut sorted = numbers.clone();
        sorted.sort_unstable();
        let whole: Vec<usize> = (1..=numbers.len()).collect();
        assert_eq!(
            sorted, whole,
            "walk {walk}: numbers follow one another, whatever was put back"
        );
    }
}

fn attempt(
    desk: &Desk,
    task: i64,
    id: i64,
    seat: u32,
    number: &sunlot_app::ceremony::CeremonyNumber,
    act: u32,
) -> sunlot_app::Result<()> {
    let prepare = |rehearsal| CeremonyPrepare {
        task,
        rehearsal,
        basis: None,
    };
    match act {
        4 => desk.ceremony_prepare(&prepare(false)).map(drop),
        5 => desk.ceremony_prepare(&prepare(true)).map(drop),
        6 | 7 => desk.ceremony_seal(&seal(id)).map(drop),
        8 => desk.rehearsal_seal(&seal(id)).map(drop),
        9..=12 => desk
            .ceremony_card(&CeremonyCard { id, seat, down: true })
            .map(drop),
        13 => desk
            .ceremony_card(&CeremonyCard {
                id,
                seat,
                down: false,
            })
            .map(drop),
        14 => desk.ceremony_turn(&CeremonyId { id }).map(drop),
        15..=18 => {
            desk.ceremony_number(number)?;
            desk.ceremony_confirm(number).map(drop)
        }
        19 => desk.ceremony_number(&given(id, seat, "7777777")).map(drop),
        20 => desk.ceremony_number(&given(id, seat, "")).map(drop),
        21 => desk.ceremony_void(&void(id, "objection")).map(drop),
        22 => desk.ceremony_void(&void(id, "card_refused")).map(drop),
        23 => desk.ceremony_void(&void(id, "restored")).map(drop),
        24 => desk.rehearsal_void(&void(id, "list_wrong")).map(drop),
        25 => desk
            .ceremony_drop(&CeremonyDrop {
                id,
                reason: String::new(),
            })
            .map(drop),
        26 => desk
            .stage_show(&StageShow {
                id,
                step: "result".to_owned(),
                place: seat,
                pace: 0,
            })
            .map(drop),
        27 => desk
            .draw_amend(&DrawAmend {
                id,
                kind: "cancel".to_owned(),
                code: "superior".to_owned(),
                reason: "市局〔2026〕31号".to_owned(),
                second: Some(supervisor().second()),
                ..DrawAmend::default()
            })
            .map(drop),
        28 => {
            let version = desk.task_open(&TaskId { id: task })?.version;
            desk.task_cancel(&TaskMove {
                id: task,
                version,
                reason: "不办了".to_owned(),
                ..TaskMove::default()
            })
            .map(drop)
        }
        _ => desk.stage_view().map(drop),
    }
}

#[test]
fn wherever_a_walk_leads_no_draw_gets_a_second_code_or_a_second_result() {
    let walks = if long() { 1_000 } else { 6 };
    let mut ended = 0;
    for walk in 0..walks {
        let mut chance = StdRng::seed_from_u64(walk);
        let mut office = Walk::begin();
        for _ in 0..STEPS {
            office.step(&mut chance);
            office.look(walk);
        }
        ended += office
            .seen
            .values()
            .filter(|(_, digest)| digest.is_some())
            .count();
    }
    assert!(ended > 0, "walks that end no draw would prove nothing");
    println!("walks | {walks} | {STEPS} steps each | {ended} draws ended");
}
