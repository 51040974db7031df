//! The papers of the room: each at its time, with nothing on it that its reader may not know; and the copy of the secret, which goes to a
//! printer and nowhere else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use sunlot_app::account::Role;
use sunlot_app::ceremony::{
    CeremonyEnvelope, CeremonyFault, CeremonyPaper, CeremonySave, CeremonyView, RoomPaper, SeatForm,
};
use sunlot_app::paper::PaperWay;
use sunlot_app::printer::{JobId, JobView, PrintJob, Printer, PrinterState, PrinterView};
use sunlot_app::{Desk, Reason, Result};

use super::{Room, cards, finish, seal, supervisor, void};
use crate::accounts::{reason, told};
use crate::forms::{ask, without_blanks};
use crate::support::{Office, TestClock, said, someone};

/// A printer that keeps what it is given.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<Vec<u8>>>>);

impl Kept {
    fn papers(&self) -> Vec<Vec<u8>> {
        self.0.lock().unwrap().clone()
    }
}

impl Printer for Kept {
    fn printers(&self) -> Result<Vec<PrinterView>> {
        Ok(vec![PrinterView {
            name: "二楼".to_owned(),
            description: String::new(),
            state: PrinterState::Ready,
            is_default: true,
            said: String::new(),
        }])
    }

    fn print(&self, job: &PrintJob<'_>) -> Result<JobId> {
        self.0.lock().unwrap().push(job.pdf.to_vec());
        Ok(JobId("二楼-1".to_owned()))
    }

    fn job_state(&self, _: &JobId) -> Result<JobView> {
        unreachable!("nobody asks")
    }
}

/// Makes a paper and reads it back.
fn made(desk: &Desk, office: &Office, id: i64, paper: RoomPaper) -> Result<String> {
    let file = office.path().join("outbox").join("paper.pdf");
    let way = PaperWay::Save {
        file: Some(file.display().to_string()),
    };
    let made = desk.ceremony_paper(&CeremonyPaper { id, paper, way })?;
    assert_eq!(
        made.remarks,
        Vec::<String>::new(),
        "{}: every character has its shape",
        paper.label()
    );
    let bytes = fs::read(&file).unwrap();
    fs::remove_file(&file).unwrap();
    Ok(without_blanks(&ask("pdftotext", &["-raw"], &bytes, &["-"])))
}

/// Every paper that is offered can be made, and no other.
fn all_offered(desk: &Desk, office: &Office, view: &CeremonyView) -> BTreeSet<&'static str> {
    let mut labels = BTreeSet::new();
    for name in [
        "封存单",
        "见证卡",
        "签到表",
        "席位牌",
        "数字签",
        "主持词",
        "邀请函",
        "一分钟说明",
        "摇号记录表",
    ] {
        let paper = RoomPaper::named(name).expect("it is called so");
        let offered = view.papers.iter().any(|one| one.paper == paper);
        let text = made(desk, office, view.line.id, paper);
        assert_eq!(text.is_ok(), offered, "{name} in {:?}: {text:?}", view.line.state);
        if offered {
            labels.insert(paper.label());
            let marked = text.unwrap().contains("只作练习，不产生正式的抽取记录");
            assert_eq!(marked, view.line.rehearsal, "{name} says whether it counts");
        } else {
            let refused = reason(made(desk, office, view.line.id, paper));
            assert!(
                matches!(refused, Reason::Ceremony(CeremonyFault::CeremonyStep { .. })),
                "{name}: {refused:?}"
            );
        }
    }
    labels
}

#[test]
fn each_paper_is_made_when_its_time_has_come() {
    let room = Room::ready();
    let desk = room.desk();
    let prepared = room.prepared(&desk, false);
    let id = prepared.line.id;
    let before = all_offered(&desk, &room.office, &prepared);
    assert!(
        before.contains("见证卡") && !before.contains("封存单"),
        "nothing is sealed yet: {before:?}"
    );
    let sealed = desk.ceremony_seal(&seal(id)).unwrap();
    let after = all_offered(&desk, &room.office, &sealed);
    assert!(
        after.contains("封存单") && !after.contains("摇号记录表"),
        "it is sealed and not drawn: {after:?}"
    );
    let drawn = finish(&desk, id);
    let at_last = all_offered(&desk, &room.office, &drawn);
    assert!(
        at_last.contains("摇号记录表"),
        "the record is signed: {at_last:?}"
    );
}

#[test]
fn a_rehearsal_says_so_on_every_paper() {
    let room = Room::ready();
    let desk = room.desk();
    let prepared = room.prepared(&desk, true);
    all_offered(&desk, &room.office, &prepared);
    let mut request = seal(prepared.line.id);
    request.second = None;
    let sealed = desk.rehearsal_seal(&request).unwrap();
    all_offered(&desk, &room.office, &sealed);
    let drawn = finish(&desk, prepared.line.id);
    all_offered(&desk, &room.office, &drawn);
}

#[test]
fn the_sealing_sheet_carries_what_was_sealed_and_why_the_one_before_was_given_up() {
    let room = Room::ready();
    let desk = room.desk();
    let first = room.sealed(&desk);
    desk.ceremony_void(&void(first.line.id, "seat_empty")).unwrap();
    let second = room.sealed(&desk);
    let text = made(&desk, &room.office, second.line.id, RoomPaper::SealSheet).unwrap();
    let sealed = second.sealed.unwrap();
    for wanted in [
        sealed.code.replace('-', ""),
        sealed.commitment.clone(),
        second.told.replace(' ', ""),
        "482913".to_owned(),
        second.earlier[0].replace(' ', ""),
    ] {
        assert!(text.contains(&wanted), "{wanted} stands on it: {text}");
    }
    let cards = made(&desk, &room.office, second.line.id, RoomPaper::WitnessCards).unwrap();
    assert_eq!(
        cards.matches(&sealed.code.replace('-', "")).count(),
        3,
        "each slip carries the code"
    );
}

#[test]
fn the_host_reads_the_words_of_the_console() {
    let room = Room::ready();
    let desk = room.desk();
    let prepared = room.prepared(&desk, false);
    let id = prepared.line.id;
    let script = made(&desk, &room.office, id, RoomPaper::Script).unwrap();
    let mut said = prepared.prompt.clone();
    said.extend(desk.ceremony_seal(&seal(id)).unwrap().prompt);
    said.extend(cards(&desk, id).prompt);
    said.extend(finish_numbers(&desk, id).prompt);
    for line in said {
        assert!(
            script.contains(&without_blanks(&line)),
            "{line} stands in the script"
        );
    }
}

fn finish_numbers(desk: &Desk, id: i64) -> CeremonyView {
    let mut view = None;
    for (seat, digits) in (1..).zip(super::CARDS) {
        view = Some(super::number(desk, id, seat, digits));
    }
    view.unwrap()
}

#[test]
fn a_name_that_was_not_given_freely_stands_only_on_the_papers_of_those_who_hold_it() {
    let room = Room::ready();
    let desk = room.desk();
    let view = room.prepared(&desk, false);
    let mut seats: Vec<SeatForm> = view.form.seats.clone();
    seats[0].name = "臧凤金".to_owned();
    seats[0].unit = "漕河镇".to_owned();
    desk.ceremony_save(&CeremonySave {
        seats,
        ..view.form.clone()
    })
    .unwrap();
    for paper in [RoomPaper::Attendance, RoomPaper::Invitation] {
        let own = made(&desk, &room.office, view.line.id, paper).unwrap();
        assert!(
            own.contains("臧凤金"),
            "{} of the clerk names the guest",
            paper.label()
        );
    }
    for paper in [RoomPaper::NamePlates, RoomPaper::WitnessCards] {
        let public = made(&desk, &room.office, view.line.id, paper).unwrap();
        assert!(
            !public.contains("臧凤金"),
            "{} is seen by the whole room",
            paper.label()
        );
    }
    desk.leave();
    desk.account_enter(&someone(Role::Reader).entering()).unwrap();
    for paper in [RoomPaper::Attendance, RoomPaper::Invitation] {
        let other = made(&desk, &room.office, view.line.id, paper).unwrap();
        assert!(
            !other.contains("臧凤金") && !other.contains("漕河镇"),
            "{} of anybody else does not",
            paper.label()
        );
    }
}

/// Everything that lies in a folder, with its size.
fn files(folder: &Path) -> BTreeSet<(String, bool)> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let bytes = fs::read(&path).unwrap_or_default();
            found.insert((path.display().to_string(), bytes.starts_with(b"%PDF")));
        }
    }
    found
}

/// The clerk with a printer that keeps what it is given.
fn printing(room: &Room) -> (Desk, Kept) {
    let kept = Kept::default();
    let desk = room
        .office
        .desk_printing(&TestClock::default(), Box::new(kept.clone()));
    desk.account_enter(&someone(Role::Handler).entering()).unwrap();
    (desk, kept)
}

fn envelope(id: i64) -> CeremonyEnvelope {
    CeremonyEnvelope {
        id,
        printer: None,
        second: Some(supervisor().second()),
    }
}

#[test]
fn the_copy_of_the_secret_goes_to_the_printer_alone_and_each_print_is_told() {
    let room = Room::ready();
    let (desk, kept) = printing(&room);
    let id = room.sealed(&desk).line.id;
    let before = files(room.office.path());
    for _ in 0..2 {
        desk.ceremony_envelope(&envelope(id)).unwrap();
    }
    assert_eq!(
        files(room.office.path()),
        before,
        "nothing of it lies on the disk"
    );
    let papers = kept.papers();
    assert_eq!(papers.len(), 2, "and each print went to the printer");
    let read = |paper: &[u8]| without_blanks(&ask("pdftotext", &["-raw"], paper, &["-"]));
    assert!(
        read(&papers[1]).contains("第2次") && read(&papers[1]).contains("谁可以启封"),
        "it says which print it is, and who may open it"
    );
    let said = told(&desk, 50);
    let said: Vec<_> = said.iter().filter(|one| one.contains("封存码副本")).collect();
    assert_eq!(said.len(), 2, "each print is an event: {said:?}");
    finish(&desk, id);
    let record = made(&desk, &room.office, id, RoomPaper::Record).unwrap();
    let secret = record
        .split("密数")
        .nth(1)
        .and_then(|rest| rest.get(..64))
        .expect("the record tells the secret, now that it has ended");
    assert!(
        kept.papers().iter().all(|paper| reads(&read(paper), secret)),
        "the copy is the secret of this draw: {secret}"
    );
}

/// Whether a text holds these digits, whose groups stand below ordinals.
fn reads(text: &str, digits: &str) -> bool {
    let groups: Vec<&str> = (0..16).filter_map(|at| digits.get(at * 4..at * 4 + 4)).collect();
    groups.iter().all(|group| text.contains(group))
}

#[test]
fn the_copy_of_the_secret_takes_those_who_seal_and_only_before_the_cards_are_down() {
    let room = Room::ready();
    let (desk, kept) = printing(&room);
    let id = room.prepared(&desk, false).line.id;
    let early = reason(desk.ceremony_envelope(&envelope(id)));
    assert!(
        matches!(early, Reason::Ceremony(CeremonyFault::CeremonyStep { .. })),
        "there is no secret yet: {early:?}"
    );
    desk.ceremony_seal(&seal(id)).unwrap();
    let alone = desk.ceremony_envelope(&CeremonyEnvelope {
        second: None,
        ..envelope(id)
    });
    assert!(alone.is_err(), "one of the two alone does not read it");
    let other = reason(desk.rehearsal_envelope(&envelope(id)));
    assert_eq!(
        other,
        Reason::Ceremony(CeremonyFault::CeremonyKind { rehearsal: true }),
        "nor by the door of rehearsals"
    );
    cards(&desk, id);
    let late = reason(desk.ceremony_envelope(&envelope(id)));
    assert!(
        matches!(late, Reason::Ceremony(CeremonyFault::CeremonyStep { .. })),
        "with the cards down whoever reads it would know the result before the room: {late:?}"
    );
    assert_eq!(kept.papers().len(), 0, "nothing was printed");
}

#[test]
fn where_no_printer_is_reached_no_print_is_told() {
    let room = Room::ready();
    let desk = room.desk();
    let id = room.sealed(&desk).line.id;
    assert_eq!(
        reason(desk.ceremony_envelope(&envelope(id))),
        Reason::Ceremony(CeremonyFault::CopyNeedsPrinter),
        "there is no way to a printer, and no file to turn to"
    );
    assert!(
        !told(&desk, 50).iter().any(|said| said.contains("封存码副本")),
        "and the trail does not say that there was one"
    );
}

#[test]
fn the_command_line_saves_a_paper_by_the_name_that_people_use() {
    let room = Room::ready();
    let desk = room.desk();
    room.sealed(&desk);
    desk.leave();
    drop(desk);
    let clerk = someone(Role::Handler);
    let file = room.office.path().join("seal.pdf");
    let path = file.display().to_string();
    let run = |words: &[&str]| {
        let words = [&["--as", clerk.login, "--password-file", "-"], words].concat();
        room.office.run_with_input(&words, clerk.password)
    };
    let done = run(&["ceremony", "paper", "YS-0001", "封存单", "--out", &path]);
    assert_eq!(done.status.code(), Some(0), "{}", said(&done.stderr));
    assert!(fs::read(&file).unwrap().starts_with(b"%PDF"), "it is a paper");
    let by_code = run(&["ceremony", "paper", "YS-0001", "witness_cards", "-o", &path]);
    assert_eq!(by_code.status.code(), Some(0), "{}", said(&by_code.stderr));
    let early = run(&["ceremony", "paper", "YS-0001", "record", "-o", &path]);
    assert_eq!(early.status.code(), Some(1), "there is no result yet");
    let unknown = run(&["ceremony", "paper", "YS-0001", "奖状"]);
    assert_eq!(unknown.status.code(), Some(2), "there is no such paper");
}
