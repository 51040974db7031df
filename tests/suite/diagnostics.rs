//! The technical log and what is handed to whoever helps: enough to find a fault, and nothing of anybody.

use std::fs;

use sunlot_app::account::Role;

use crate::support::{Office, PEOPLE, TestClock, json, sample_profile, someone};

fn logs(office: &Office) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(office.path().join("logs"))
        .map(|entries| {
            entries
                .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
                .collect()
        })
        .unwrap_or_default();
    names.sort();
    names
}

fn log(office: &Office) -> String {
    fs::read_to_string(office.path().join("logs/sunlot-2026-11.log")).unwrap_or_default()
}

#[test]
fn what_was_done_and_what_failed_is_there_and_nobodys_name() {
    let office = Office::with_people();
    let desk = office.desk();
    desk.account_enter(&someone(Role::Administrator).entering())
        .unwrap();
    desk.office_profile_edit(|mut profile| {
        "0312-8682345".clone_into(&mut profile.phone);
        "县城东大街 1 号".clone_into(&mut profile.address);
        profile
    })
    .unwrap();
    office
        .desk()
        .account_enter(&someone(Role::Handler).entering())
        .expect_err("somebody else is writing");
    let log = log(&office);
    assert!(
        log.contains(r#""act":"office_profile_save""#) && log.contains(r#""code":"done""#),
        "an act and how it ended: {log}"
    );
    assert!(
        log.contains(r#""code":"office_in_use""#),
        "and what failed for the sake of the machine: {log}"
    );
    let mut planted: Vec<String> = vec!["8682345".to_owned(), "东大街".to_owned(), sample_profile().name];
    for person in PEOPLE {
        planted.extend([person.login, person.name, person.password].map(str::to_owned));
    }
    planted.push(office.path().display().to_string());
    for secret in planted {
        assert!(
            !log.contains(&secret),
            "{secret} has no business in the technical log"
        );
    }
}

#[test]
fn a_year_is_kept_and_the_thirteenth_month_forgotten() {
    let office = Office::sample();
    let clock = TestClock::default();
    let desk = office.desk_at(&clock);
    for month in 0..20 {
        desk.office_profile_edit(|mut profile| {
            profile.address = format!("{month} 号");
            profile
        })
        .unwrap();
        clock.turn(31 * 24 * 3600);
    }
    let names = logs(&office);
    assert_eq!(names.len(), 13, "this month and a year back: {names:?}");
    assert_eq!(names[12], "sunlot-2028-07.log", "the newest is there");
    fs::write(office.path().join("logs/note.txt"), "mine").unwrap();
    assert!(
        logs(&office).contains(&"note.txt".to_owned()),
        "somebody else's file is left alone"
    );
}

#[test]
fn a_log_that_cannot_be_written_stops_nobody() {
    let office = Office::sample();
    let _ = fs::remove_dir_all(office.path().join("logs"));
    fs::write(office.path().join("logs"), "in the way").unwrap();
    office
        .desk()
        .office_profile_edit(|mut profile| {
            "别处".clone_into(&mut profile.address);
            profile
        })
        .expect("the log is a courtesy");
}

#[test]
fn the_file_is_what_was_shown() {
    let office = Office::sample();
    let desk = office.desk();
    let view = desk.diagnostics_view().unwrap();
    let saved = desk.diagnostics_save(None).unwrap();
    let text = fs::read_to_string(&saved.file).unwrap();
    for part in &view.parts {
        assert!(
            text.contains(&part.title) && text.contains(part.text.trim_end()),
            "{} was shown and must be in the file",
            part.title
        );
    }
    let shown: usize = view
        .parts
        .iter()
        .map(|part| part.title.len() + part.text.trim_end().len())
        .sum();
    let frames = view.parts.len() * "==  ==\n\n\n".len();
    assert_eq!(text.len(), shown + frames, "and nothing else is");
    assert!(
        !text.contains(&sample_profile().name),
        "sizes of the office, not its name"
    );
    drop(desk);
    let taken = office.path().join("office.db").join("x.txt");
    let refused = office.run(&[
        "--json",
        "diagnostics",
        "save",
        "--out",
        &taken.display().to_string(),
    ]);
    assert_eq!(
        json(&refused)["code"],
        "file_unwritten",
        "a place where no file can be"
    );
}
