//! What is damaged, missing or in the wrong place: a clear reason, and everything else goes on.

use std::fs;

use sunlot_app::Failure;
use sunlot_app::account::Role;
use sunlot_app::personal::PersonalField;

use super::{ID, PHONE, keep, keeping, show, shown, trail_fits};
use crate::accounts::{code, seated};
use crate::support::{Office, someone};

/// An office that keeps two values, after somebody was at its files.
fn after(harm: impl FnOnce(&Office)) -> (Office, sunlot_app::Desk) {
    let (office, desk) = keeping();
    drop(desk);
    harm(&office);
    let desk = seated(&office, someone(Role::Administrator));
    (office, desk)
}

const PHONE_KEPT: (&str, PersonalField) = ("lina", PersonalField::MobilePhone);

#[test]
fn a_damaged_value_is_named_and_the_others_are_shown() {
    let (office, desk) = after(|office| {
        office.tamper("UPDATE personal_field SET sealed = zeroblob(length(sealed)) WHERE note = 1");
    });
    let view = desk.personal_view().unwrap();
    assert_eq!(
        shown(&view),
        ["personal_value_damaged", "320301********0039"],
        "one that is damaged hides no other"
    );
    let failure = view.items[0].failure.as_ref().unwrap();
    assert!(
        failure.message.contains("李娜（lina）的手机号码") && failure.hint.contains("备份"),
        "whose, which, and what to do: {failure:?}"
    );
    assert_eq!(
        code(show(&desk, PHONE_KEPT.0, PHONE_KEPT.1)),
        "personal_value_damaged",
        "in clear neither"
    );
    assert_eq!(
        show(&desk, "lina", PersonalField::IdNumber).unwrap(),
        ID,
        "the other opens"
    );
    keep(&desk, "wang", PersonalField::MobilePhone, PHONE).expect("and more can be kept");
    assert!(trail_fits(&office), "the trail does not rest on it");
}

#[test]
fn a_value_put_under_another_note_is_refused() {
    let (_office, desk) = after(|office| {
        let desk = seated(office, someone(Role::Administrator));
        keep(&desk, "wang", PersonalField::MobilePhone, "13812345678").unwrap();
        drop(desk);
        // lina's number becomes wang's, and wang's hers.
        office.tamper(
            "UPDATE personal_field SET note = 99 WHERE note = 1;
             UPDATE personal_field SET note = 1 WHERE note = 3;
             UPDATE personal_field SET note = 3 WHERE note = 99;",
        );
    });
    assert_eq!(
        shown(&desk.personal_view().unwrap()),
        [
            "personal_value_damaged",
            "320301********0039",
            "personal_value_damaged"
        ],
        "neither opens as the other's"
    );
}

#[test]
fn a_value_that_was_taken_away_is_missed() {
    let (_office, desk) = after(|office| office.tamper("DELETE FROM personal_field WHERE note = 1"));
    assert_eq!(
        shown(&desk.personal_view().unwrap()),
        ["personal_value_gone", "320301********0039"],
        "its note says that it should be there"
    );
}

#[test]
fn a_value_of_no_possible_form_is_damaged_and_no_mistake_of_the_program() {
    let (_office, desk) = after(|office| {
        office.tamper(
            "PRAGMA ignore_check_constraints = ON;
             UPDATE personal_field SET nonce = x'00', sealed = x'' WHERE note = 1;",
        );
    });
    assert_eq!(
        shown(&desk.personal_view().unwrap())[0],
        "personal_value_damaged",
        "whatever stands there"
    );
}

#[test]
fn a_note_that_is_edited_is_found_by_the_trail() {
    let (office, desk) = after(|office| {
        office.tamper(
            "DROP TRIGGER personal_note_update;
             UPDATE personal_note SET holder = 'wang' WHERE id = 1;
             CREATE TRIGGER personal_note_update BEFORE UPDATE ON personal_note
BEGIN SELECT RAISE(ABORT, 'personal_note is append-only'); END;",
        );
    });
    assert_eq!(
        shown(&desk.personal_view().unwrap())[0],
        "personal_value_damaged",
        "the value does not open as somebody else's"
    );
    drop(desk);
    assert!(!trail_fits(&office), "and the trail vouches for the note");
}

#[test]
fn without_its_key_file_nothing_opens_and_the_file_is_named() {
    type Harm = fn(&std::path::Path);
    let harms: [(&str, Harm, &str); 5] = [
        (
            "away",
            |file| fs::remove_file(file).unwrap(),
            "personal_key_missing",
        ),
        (
            "emptied",
            |file| fs::write(file, "").unwrap(),
            "personal_key_damaged",
        ),
        (
            "cut",
            |file| fs::write(file, &fs::read(file).unwrap()[..60]).unwrap(),
            "personal_key_damaged",
        ),
        (
            "huge",
            |file| fs::write(file, vec![b' '; 1 << 20]).unwrap(),
            "personal_key_damaged",
        ),
        (
            "newer",
            |file| fs::write(file, r#"{"format":"sunlot-personal-key/2","wrapped":""}"#).unwrap(),
            "personal_key_newer",
        ),
    ];
    for (how, harm, expected) in harms {
        let (office, desk) = after(|office| harm(&office.path().join("keys/personal.key")));
        let view = desk.personal_view().unwrap();
        assert_eq!(shown(&view), [expected; 2], "{how}");
        let failure = view.items[0].failure.clone().unwrap();
        assert!(
            failure.message.contains("personal.key") && !failure.hint.is_empty(),
            "{how}: which file, and what to do: {failure:?}"
        );
        let refused = keep(&desk, "wang", PersonalField::MobilePhone, PHONE).unwrap_err();
        assert_eq!(
            Failure::from(refused).code,
            expected,
            "{how}: a new key beside values of the old one would only hide the loss"
        );
        assert!(desk.accounts_view().is_ok(), "{how}: everything else goes on");
        drop(desk);
        assert!(trail_fits(&office), "{how}: and the trail fits");
    }
}

#[test]
fn the_key_of_another_office_is_told_from_the_right_one() {
    let (other, _desk) = keeping();
    let (_office, desk) = after(|office| {
        let key = "keys/personal.key";
        fs::copy(other.path().join(key), office.path().join(key)).unwrap();
    });
    assert_eq!(
        shown(&desk.personal_view().unwrap()),
        ["personal_key_foreign"; 2],
        "nothing is damaged: the file is the wrong one"
    );
}
