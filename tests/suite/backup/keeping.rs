//! Where backups go, when one is due, which old ones make room.

use sunlot_app::account::Role;
use sunlot_app::backup::BackupSettings;
use sunlot_app::{Desk, Reason};

use super::{busy_office, made, names};
use crate::accounts::{code, seated};
use crate::support::{Office, TestClock, sample_profile, someone};

fn settings(folder: &str, keep: u32) -> BackupSettings {
    BackupSettings {
        folder: folder.to_owned(),
        keep,
        automatic: true,
    }
}

fn change(desk: &Desk, number: u32) {
    let mut draft = sample_profile();
    draft.address = format!("清源县朝阳路 {number} 号");
    desk.office_profile_save(&draft).unwrap();
}

#[test]
fn a_place_is_chosen_once_and_then_it_is_one_click() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let desk = seated(&office, someone(Role::Administrator));
    let one_click = || desk.backup_create(&sunlot_app::backup::BackupRequest::default(), &mut |_| ());
    assert_eq!(
        code(one_click()),
        "backup_place_missing",
        "first it must be chosen"
    );
    let view = desk
        .backup_settings_save(&settings(&stick.path().display().to_string(), 3))
        .unwrap();
    assert_eq!(view.settings.keep, 3, "it is remembered");
    one_click().unwrap();
    let view = desk.backup_view().unwrap();
    assert_eq!(
        view.changes_since, 0,
        "everything is in it, for its own note does not count"
    );
    let item = &view.items[0];
    assert!(
        item.verified && !item.own && item.failure.is_none(),
        "it lies there, good: {item:?}"
    );
    assert_eq!(
        (item.age.as_str(), item.occasion.as_str()),
        ("刚才", "手工"),
        "and is told in words"
    );
}

#[test]
fn at_the_end_of_the_day_what_changed_is_backed_up_in_both_places() {
    let (office, stick) = (Office::sample(), tempfile::tempdir().unwrap());
    let desk = office.desk();
    desk.backup_settings_save(&settings(&stick.path().display().to_string(), 10))
        .unwrap();
    desk.end_of_day();
    let own = office.path().join("backups");
    assert_eq!(
        (names(&own).len(), names(stick.path()).len()),
        (1, 1),
        "one in each place"
    );
    let desk = office.desk();
    desk.console_view().unwrap();
    desk.end_of_day();
    assert_eq!(
        (names(&own).len(), names(stick.path()).len()),
        (1, 1),
        "looking around is no reason for another"
    );
    drop(stick);
    let desk = office.desk();
    change(&desk, 1);
    desk.end_of_day();
    assert_eq!(
        names(&own).len(),
        2,
        "without the stick, the office's own place still gets one"
    );
}

#[test]
fn old_automatic_ones_make_room_and_nothing_else_does() {
    let (office, stick) = (Office::sample(), tempfile::tempdir().unwrap());
    let clock = TestClock::default();
    let desk = office.desk_at(&clock);
    desk.backup_settings_save(&settings(&stick.path().display().to_string(), 2))
        .unwrap();
    let by_hand = made(&desk, stick.path());
    desk.leave();
    let stranger = Office::sample();
    stranger
        .desk()
        .backup_settings_save(&settings(&stick.path().display().to_string(), 2))
        .unwrap();
    stranger.desk().end_of_day();
    let mut automatic = Vec::new();
    for number in 1..=5 {
        clock.turn(60);
        let desk = office.desk_at(&clock);
        change(&desk, number);
        desk.end_of_day();
        let name = format!(
            "清源县应急管理局（示例单位）-自动-20261120-094{}.sunlot-backup",
            1 + number
        );
        automatic.push(name);
        if number == 2 {
            // Somebody keeps this one under another name.
            let kept = stick.path().join("年终留存.sunlot-backup");
            std::fs::rename(stick.path().join(automatic.remove(0)), kept).unwrap();
        }
    }
    let left = names(stick.path());
    let holds = |name: &str| left.iter().any(|found| found == name);
    assert!(
        holds(&by_hand.file_name().unwrap().to_string_lossy()),
        "what a person made stays"
    );
    assert!(holds("年终留存.sunlot-backup"), "and what a person named");
    assert_eq!(
        left.len(),
        5,
        "by hand, by name, of another office, and the last two: {left:?}"
    );
    assert!(
        holds(&automatic[3]) && holds(&automatic[2]),
        "the last two of ours"
    );
}

#[test]
fn what_is_no_backup_is_listed_with_its_fault() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    std::fs::write(stick.path().join("a.sunlot-backup"), "%PDF-1.7").unwrap();
    std::fs::write(stick.path().join("b.docx"), "somebody's").unwrap();
    let desk = seated(&office, someone(Role::Administrator));
    let view = desk
        .backup_settings_save(&settings(&stick.path().display().to_string(), 2))
        .unwrap();
    assert_eq!(view.items.len(), 1, "other files are nobody's business");
    let failure = view.items[0].failure.as_ref().unwrap();
    assert_eq!(failure.code, "backup_foreign", "it only has the name of one");
    drop(stick);
    let gone = desk.backup_view().unwrap().unreachable.unwrap();
    assert_eq!(
        gone.code, "backup_place_gone",
        "a stick that was pulled out is said to be"
    );
}

#[test]
fn settings_that_make_no_sense_are_refused() {
    let office = busy_office();
    let desk = seated(&office, someone(Role::Administrator));
    for keep in [0, 1001, u32::MAX] {
        assert_eq!(
            code(desk.backup_settings_save(&settings("", keep))),
            "backup_keep_wrong",
            "{keep}"
        );
    }
    let inside = office.path().join("attachments").display().to_string();
    assert_eq!(
        code(desk.backup_settings_save(&settings(&inside, 5))),
        "backup_place_inside",
        "a copy on the same shelf is no copy"
    );
    let handler = seated(&Office::with_people(), someone(Role::Handler));
    let refused = handler.backup_settings_save(&settings("", 5)).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::Access(_)),
        "settings are the administrator's"
    );
}
