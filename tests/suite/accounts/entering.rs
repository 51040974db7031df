//! Entering and leaving, wrong passwords, the locked screen, and the paper for whoever forgot.

use std::time::Instant;

use sunlot_app::account::{
    AccountEnter, AccountRecover, Door, IdleSave, OwnPassword, OwnRecovery, RecoveryPaper, Role, Typed,
};
use sunlot_app::paper::PaperWay;
use sunlot_app::{AccessFault, Desk, EntryFault, Reason};

use super::{code, mistype, problems, reason, seated, told};
use crate::support::{Office, Someone, TestClock, someone};

fn lina() -> &'static Someone {
    someone(Role::Handler)
}

fn fault(error: &sunlot_app::Error) -> EntryFault {
    match error.reason {
        Reason::Access(AccessFault::EntryRefused { why }) => why,
        ref other => panic!("expected a refusal at the door, got {other:?}"),
    }
}

#[test]
fn whoever_has_not_entered_sees_nothing_and_whoever_has_is_named_in_the_trail() {
    let office = Office::with_people();
    let desk = office.desk();
    assert_eq!(
        desk.console_view().unwrap().door,
        Door::Closed,
        "the door is shut"
    );
    assert_eq!(code(desk.office_profile()), "enter_first", "even for a look");
    desk.account_enter(&AccountEnter {
        login: " ＬｉＮａ".to_owned(),
        password: Typed::new(lina().password),
    })
    .expect("however the input method stood");
    assert!(desk.office_profile().is_ok(), "inside, everybody may look");
    desk.account_leave().unwrap();
    assert_eq!(code(desk.office_profile()), "enter_first", "left is left");
    desk.account_enter(&lina().entering()).unwrap();
    assert_eq!(
        told(&desk, 3),
        [
            "李娜（lina）：李娜（lina）登录",
            "李娜（lina）：李娜（lina）退出登录",
            "李娜（lina）：李娜（lina）登录"
        ],
        "coming and going stand in the trail"
    );
}

#[test]
fn wrong_passwords_cost_time_and_at_last_the_account() {
    let office = Office::with_people();
    let clock = TestClock::default();
    let desk = office.desk_at(&clock);
    for wrong in 1..=4 {
        let refused = mistype(&desk, "lina");
        assert_eq!(
            fault(&refused),
            EntryFault::Wrong { pause: 0 },
            "{wrong} wrong: anybody mistypes"
        );
    }
    let mut pause = 15;
    for wrong in 5..15 {
        let refused = mistype(&desk, "lina");
        assert_eq!(
            fault(&refused),
            EntryFault::Wrong { pause },
            "{wrong} wrong: the pause doubles"
        );
        let early = desk.account_enter(&lina().entering()).unwrap_err();
        assert_eq!(
            fault(&early),
            EntryFault::Early { seconds: pause },
            "even the right one is not heard now"
        );
        clock.turn(i64::try_from(pause).unwrap());
        pause *= 2;
    }
    assert_eq!(
        fault(&mistype(&desk, "lina")),
        EntryFault::Locked,
        "the fifteenth is no mistyping"
    );
    clock.turn(7 * 24 * 3600);
    let locked = desk.account_enter(&lina().entering()).unwrap_err();
    assert_eq!(fault(&locked), EntryFault::Locked, "and a week changes nothing");
    desk.account_enter(&someone(Role::Supervisor).entering())
        .expect("nobody else is locked out by it");
}

#[test]
fn a_right_password_ends_the_row_and_a_clock_set_back_shortens_no_pause() {
    let office = Office::with_people();
    let clock = TestClock::default();
    let desk = office.desk_at(&clock);
    for _ in 0..4 {
        mistype(&desk, "lina");
    }
    desk.account_enter(&lina().entering()).unwrap();
    for _ in 0..4 {
        assert_eq!(
            fault(&mistype(&desk, "lina")),
            EntryFault::Wrong { pause: 0 },
            "after the right one it begins anew"
        );
    }
    mistype(&desk, "lina");
    clock.turn(-3600);
    let early = desk.account_enter(&lina().entering()).unwrap_err();
    assert_eq!(
        fault(&early),
        EntryFault::Early { seconds: 15 },
        "an hour earlier, nothing has passed"
    );
}

#[test]
fn an_unknown_name_is_answered_like_a_wrong_password_and_as_slowly() {
    let office = Office::with_people();
    let desk = office.desk();
    let time = |login: &str| {
        let begun = Instant::now();
        let refused = mistype(&desk, login);
        (fault(&refused), begun.elapsed())
    };
    let (known, known_took) = time("lina");
    let (unknown, unknown_took) = time("nobody");
    assert_eq!(known, unknown, "the same words");
    // Hashing is nearly all of it; without it the answer would come a hundred times sooner.
    assert!(
        unknown_took * 4 > known_took,
        "as slowly: {unknown_took:?} beside {known_took:?}"
    );
    desk.account_enter(&lina().entering()).unwrap();
    assert_eq!(
        told(&desk, 3)[1],
        "lina（没有登录）：登录未通过，登录名不存在",
        "the name that was typed is not written down: it might be a password"
    );
}

#[test]
fn the_screen_locks_when_nobody_stirs_and_opens_for_the_same_person() {
    let office = Office::with_people();
    let clock = TestClock::default();
    let desk = office.desk_at(&clock);
    desk.account_enter(&lina().entering()).unwrap();
    clock.turn(19 * 60);
    desk.console_stir();
    clock.turn(19 * 60);
    assert!(desk.office_profile().is_ok(), "somebody stirred in between");
    clock.turn(60);
    assert_eq!(
        code(desk.office_profile()),
        "screen_locked",
        "twenty minutes of nobody"
    );
    let Door::Locked { person } = desk.console_view().unwrap().door else {
        panic!("the screen says whose it is");
    };
    assert_eq!(person.login, "lina", "so that she comes back to it");
    desk.console_stir();
    assert_eq!(
        code(desk.office_profile()),
        "screen_locked",
        "moving the mouse proves nothing"
    );
    desk.account_enter(&lina().entering()).unwrap();
    assert!(desk.office_profile().is_ok(), "the password does");
    desk.account_lock().unwrap();
    assert_eq!(
        code(desk.office_profile()),
        "screen_locked",
        "or by hand, before lunch"
    );
}

#[test]
fn a_new_password_is_no_old_one() {
    let office = Office::with_people();
    let desk = seated(&office, lina());
    let change = |old: &str, new: &str, again: &str| {
        desk.account_password(&OwnPassword {
            old: Typed::new(old),
            password: Typed::new(new),
            again: Typed::new(again),
        })
    };
    for (old, new, again, field, flaw, why) in [
        (
            "Wrong-password1",
            "Mai-shou2026",
            "Mai-shou2026",
            "old",
            "password_wrong",
            "the chair was left open",
        ),
        (
            lina().password,
            "Mai1",
            "Mai1",
            "password",
            "password_too_short",
            "too short",
        ),
        (
            lina().password,
            "Mai-shou2026",
            "Mai-shou2027",
            "again",
            "passwords_differ",
            "mistyped",
        ),
        (
            lina().password,
            "Mai-lina2026",
            "Mai-lina2026",
            "password",
            "password_holds_login",
            "her own name",
        ),
        (
            lina().password,
            lina().password,
            lina().password,
            "password",
            "password_used",
            "the same again",
        ),
    ] {
        let found = problems(change(old, new, again));
        assert!(
            found.contains(&(field.to_owned(), flaw.to_owned())),
            "{why}: {found:?}"
        );
    }
    change(lina().password, "Mai-shou2026", "Mai-shou2026").unwrap();
    assert_eq!(
        problems(change("Mai-shou2026", lina().password, lina().password)),
        [("password".to_owned(), "password_used".to_owned())],
        "nor one of the last five"
    );
    assert_eq!(
        told(&desk, 1),
        ["李娜（lina）：李娜（lina）改了自己的密码"],
        "and it is told"
    );
}

fn recover(desk: &Desk, code: &str) -> sunlot_app::Result<sunlot_app::account::RecoveryCode> {
    desk.account_recover(&AccountRecover {
        login: "lina".to_owned(),
        code: Typed::new(code),
        password: Typed::new("Mai-shou2026"),
        again: Typed::new("Mai-shou2026"),
    })
}

#[test]
fn the_paper_opens_even_a_locked_account_once() {
    let office = Office::with_people();
    let clock = TestClock::default();
    let desk = office.desk_at(&clock);
    desk.account_enter(&lina().entering()).unwrap();
    let made = desk
        .account_recovery_make(&OwnRecovery {
            password: Typed::new(lina().password),
        })
        .unwrap();
    desk.account_leave().unwrap();
    for _ in 0..15 {
        mistype(&desk, "lina");
        clock.turn(3 * 3600);
    }
    let paper = made.groups.join("-");
    let mistyped = paper.replacen(|c: char| c != '-', "0", 1);
    assert_eq!(
        problems(recover(&desk, &mistyped)),
        [("code".to_owned(), "recovery_group".to_owned())],
        "a slip of the finger is found before anything is judged"
    );
    let new_paper = recover(&desk, &paper.to_lowercase()).expect("the paper was made for this");
    assert!(
        matches!(desk.console_view().unwrap().door, Door::Open { .. }),
        "and she is in"
    );
    assert_ne!(new_paper.groups, made.groups, "with a new paper");
    desk.account_leave().unwrap();
    assert!(
        matches!(
            reason(recover(&desk, &paper)),
            Reason::Access(AccessFault::EntryRefused {
                why: EntryFault::CodeWrong { .. }
            })
        ),
        "the old one is worth nothing now"
    );
}

#[test]
fn the_paper_is_printed_only_with_the_code_in_force() {
    let office = Office::with_people();
    let desk = seated(&office, lina());
    let made = desk
        .account_recovery_make(&OwnRecovery {
            password: Typed::new(lina().password),
        })
        .unwrap();
    let paper = |code: &str| {
        desk.account_recovery_paper(&RecoveryPaper {
            login: "lina".to_owned(),
            code: Typed::new(code),
            to: PaperWay::Save { file: None },
        })
    };
    assert_eq!(
        problems(paper("222222-222222-222222-222222")),
        [("code".to_owned(), "code_not_in_force".to_owned())],
        "nobody seals away a paper that opens nothing"
    );
    let saved = paper(&made.groups.join("-")).unwrap();
    assert_eq!(
        (saved.pages, saved.remarks.len()),
        (1, 0),
        "one sheet, every character on it"
    );
    let file = saved.file.expect("it was saved");
    let text = std::process::Command::new("pdftotext")
        .args(["-layout", &file, "-"])
        .output()
        .unwrap();
    let text = crate::support::said(&text.stdout);
    for wanted in made
        .groups
        .iter()
        .map(String::as_str)
        .chain(["恢复码单", "李娜", "经办员"])
    {
        assert!(text.contains(wanted), "{wanted} must stand on the paper:\n{text}");
    }
    assert_eq!(
        paper("ABC").unwrap_err().reason.code(),
        "account_invalid",
        "what is no code at all"
    );
}

#[test]
fn a_wrong_password_of_ones_own_counts_like_one_at_the_door() {
    let office = Office::with_people();
    let clock = TestClock::default();
    let desk = office.desk_at(&clock);
    desk.account_enter(&lina().entering()).unwrap();
    let guessed = |desk: &Desk| {
        desk.account_password(&OwnPassword {
            old: Typed::new("Wrong-password1"),
            password: Typed::new("Shuang-suiji27"),
            again: Typed::new("Shuang-suiji27"),
        })
    };
    for wrong in 1..=4 {
        assert_eq!(
            problems(guessed(&desk)),
            [("old".to_owned(), "password_wrong".to_owned())],
            "{wrong} wrong: anybody mistypes"
        );
    }
    let refused = guessed(&desk).unwrap_err();
    assert_eq!(
        fault(&refused),
        EntryFault::Wrong { pause: 15 },
        "at a chair that was left open nobody guesses without end"
    );
    let recovery = OwnRecovery {
        password: Typed::new(lina().password),
    };
    assert_eq!(
        fault(&desk.account_recovery_make(&recovery).unwrap_err()),
        EntryFault::Early { seconds: 15 },
        "nor by the other door"
    );
    assert!(
        told(&desk, 1)[0].contains("5"),
        "and every attempt is written down: {:?}",
        told(&desk, 1)
    );
    clock.turn(16);
    assert!(
        desk.account_recovery_make(&recovery).is_ok(),
        "the right one, in time, is heard"
    );
}

#[test]
fn the_office_chooses_after_how_long_the_screen_is_locked() {
    let office = Office::with_people();
    let clock = TestClock::default();
    let desk = office.desk_at(&clock);
    desk.account_enter(&someone(Role::Administrator).entering())
        .unwrap();
    for minutes in [0, 4, 61, u32::MAX] {
        assert_eq!(
            problems(desk.idle_save(&IdleSave { minutes })),
            [("minutes".to_owned(), "idle_outside".to_owned())],
            "{minutes} would lock people out, or leave the screen open"
        );
    }
    let view = desk.idle_save(&IdleSave { minutes: 5 }).unwrap();
    assert_eq!(view.idle_minutes, 5, "the window counts by it");
    assert_eq!(
        told(&desk, 1),
        ["关敏（guan）：无人操作 5 分钟后锁定屏幕"],
        "and the trail tells of it"
    );
    desk.idle_save(&IdleSave { minutes: 5 }).unwrap();
    assert!(
        told(&desk, 2)[1].contains("登录"),
        "what is no change is not written"
    );
    clock.turn(5 * 60);
    assert!(
        matches!(desk.console_view().unwrap().door, Door::Locked { .. }),
        "it holds at once, for whoever sits here"
    );
    desk.account_enter(&lina().entering()).unwrap();
    assert_eq!(
        code(desk.idle_save(&IdleSave { minutes: 60 })),
        "not_permitted",
        "it is the administrator's to choose"
    );
}
