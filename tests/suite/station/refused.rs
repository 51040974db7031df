//! What is typed wrong is refused with all its faults, and changes nothing.

use serde_json::json;
use sunlot_app::account::{Role, Typed};
use sunlot_app::station::{StationReportLost, StationView};
use sunlot_app::{Error, Failure, Result};

use super::office::{FIRST, SECOND, Station, code, second};
use crate::support::someone;

/// Codes and fields of everything wrong.
fn problems(answer: Result<StationView>) -> Vec<(String, String)> {
    let failure = Failure::from(answer.expect_err("this must be refused"));
    let place = |place| json!(place)["field"].as_str().unwrap().to_owned();
    let told = failure.problems.into_iter();
    told.map(|problem| (place(problem.place), problem.code)).collect()
}

#[test]
fn passphrases_that_can_be_guessed_make_no_key() {
    let station = Station::new("weak");
    let desk = station.desk();
    for (weak, why) in [
        ("", "required"),
        ("短的口令", "passphrase_short"),
        ("aaaaaaaaaaaaaaa", "passphrase_plain"),
        ("2026-11-20 09 41 00", "passphrase_digits"),
        ("清源县应急管理局（示例单位）的密钥", "passphrase_holds_name"),
        ("guan min bao guan", "passphrase_holds_name"),
        ("春眠不觉晓\u{200b}处处闻啼鸟", "passphrase_invisible"),
        ("Shuang-suiji26", "passphrase_is_password"),
        ("Jiandu-yuan26", "passphrase_is_password"),
    ] {
        let found = problems(station.make(&desk, weak));
        assert!(
            found.contains(&("passphrase".to_owned(), why.to_owned())),
            "{weak:?} must be refused as {why}: {found:?}"
        );
    }
    let long = "长而又长的口令".repeat(60);
    assert_eq!(
        problems(station.make(&desk, &long))[0].1,
        "passphrase_long",
        "hashing must end some time"
    );
    assert_eq!(
        desk.station_view().unwrap().statements,
        0,
        "none of them made anything"
    );
    assert_eq!(station.files(), Vec::<String>::new(), "or left a file");
}

#[test]
fn everything_wrong_in_a_request_is_told_at_once() {
    let station = Station::made("at once");
    let desk = station.desk();
    let found = problems(desk.station_report_lost(&StationReportLost {
        reason: "  ".to_owned(),
        new_passphrase: Typed::new("短"),
        second: second(),
    }));
    let codes: Vec<&str> = found.iter().map(|(_, code)| code.as_str()).collect();
    assert_eq!(
        codes,
        ["required", "passphrase_short", "passphrase_plain"],
        "one correction, not three"
    );
    let hidden = desk.station_report_lost(&StationReportLost {
        reason: "丢\u{202e}了".to_owned(),
        new_passphrase: Typed::new(SECOND),
        second: second(),
    });
    assert_eq!(
        problems(hidden)[0],
        ("reason".to_owned(), "invisible".to_owned()),
        "it will be published"
    );
    let long = desk.station_report_lost(&StationReportLost {
        reason: "长".repeat(201),
        new_passphrase: Typed::new(SECOND),
        second: second(),
    });
    assert_eq!(problems(long)[0].1, "too_long", "and printed");
    assert_eq!(
        problems(station.rotate(&desk, FIRST, FIRST))[0].1,
        "passphrase_same",
        "no change at all"
    );
    assert_eq!(
        problems(station.rewrap(&desk, FIRST, FIRST))[0].1,
        "passphrase_same",
        "nor here"
    );
}

#[test]
fn a_moment_from_which_a_key_does_not_count_lies_between_its_making_and_now() {
    let station = Station::made("moments");
    let desk = station.desk();
    for (at, why) in [
        ("", "required"),
        ("昨天", "moment_unreadable"),
        ("2026-13-01", "moment_unreadable"),
        ("2026-11-20 09:41", "moment_unreadable"),
        ("2026-11-21", "moment_to_come"),
        ("2026-11-20T10:41:01+08:00", "moment_to_come"),
        ("2026-11-19", "moment_before_key"),
        ("2025-11-20T09:41:00+08:00", "moment_before_key"),
    ] {
        let found = problems(station.revoke(&desk, at, None));
        assert_eq!(found, [("at".to_owned(), why.to_owned())], "{at:?}");
    }
    assert!(
        desk.station_view().unwrap().current.is_some(),
        "the key is still in force"
    );
}

#[test]
fn a_wrong_passphrase_says_so_whatever_it_is_and_changes_nothing() {
    let station = Station::made("wrong");
    let desk = station.desk();
    let before = desk.station_view().unwrap();
    let long = "长".repeat(5000);
    let refused = |answer: Result<StationView>| -> Error { answer.expect_err("the passphrase is wrong") };
    let usual = refused(station.rotate(&desk, "春眠不觉晓处处闻啼鸟夜来。", SECOND));
    assert_eq!(usual.reason.code(), "passphrase_wrong", "one character more");
    for wrong in ["", " ", "x", &FIRST[3..], &long, "春眠不觉晓处处闻啼鸟夜來"] {
        let told = refused(station.rotate(&desk, wrong, SECOND));
        assert_eq!(told, usual, "the answer gives nothing away of {wrong:?}");
        let told = refused(station.rewrap(&desk, wrong, SECOND));
        assert_eq!(told, usual, "here neither");
        let guessed = someone(Role::Supervisor).password;
        assert!(guessed.chars().count() >= 12, "long enough for a passphrase");
        let told = refused(station.rewrap(&desk, wrong, guessed));
        assert_eq!(told, usual, "nor of what the supervisor's password is");
    }
    let signed = station.revoke(&desk, "2026-11-20", Some("x"));
    assert_eq!(
        code(signed),
        "passphrase_wrong",
        "a revocation to be signed is signed or not done"
    );
    assert_eq!(desk.station_view().unwrap(), before, "everything is as it was");
    assert_eq!(station.files(), ["station.json"], "and nothing lies about");
}

#[test]
fn a_passphrase_typed_on_another_keyboard_is_the_same() {
    let station = Station::new("keyboards");
    let desk = station.desk();
    station.make(&desk, "cafe\u{301} au lait noir").unwrap();
    station.rewrap(&desk, "caf\u{e9} au lait noir", SECOND).unwrap();
}
