//! What nobody does alone: the second person types the own password in place.

use sunlot_app::account::{AccountAdd, AccountChange, NewAccount, Role, Second, Typed};
use sunlot_app::{Desk, Result};

use super::{code, problems, seated, told};
use crate::support::{Office, someone};

fn deputy() -> NewAccount {
    NewAccount {
        login: "liu".to_owned(),
        name: "刘洋".to_owned(),
        roles: vec![Role::Supervisor],
        password: Typed::new("Fu-jiandu2026"),
        again: Typed::new("Fu-jiandu2026"),
    }
}

fn add(desk: &Desk, second: Option<Second>) -> Result<usize> {
    let account = deputy();
    desk.account_add(&AccountAdd { account, second })
        .map(|view| view.accounts.len())
}

#[test]
fn an_act_of_two_names_both() {
    let office = Office::with_people();
    let desk = seated(&office, someone(Role::Administrator));
    let made = add(&desk, Some(someone(Role::Supervisor).second()));
    assert_eq!(made, Ok(5), "the fifth account");
    assert_eq!(
        told(&desk, 1),
        ["关敏（guan）、王建国（wang）：增设账户：刘洋（liu，监督员）"],
        "one acted, the other agreed"
    );
}

#[test]
fn whoever_sits_there_may_be_either_of_the_two() {
    let office = Office::with_people();
    let desk = seated(&office, someone(Role::Supervisor));
    let made = add(&desk, Some(someone(Role::Administrator).second()));
    assert_eq!(made, Ok(5), "the same two people, the other way round");
}

#[test]
fn without_the_right_second_person_nothing_happens() {
    let wrong_password = Second {
        login: "wang".to_owned(),
        password: Typed::new("Wrong-password1"),
    };
    for (second, expected, why) in [
        (None, "second_missing", "nobody joined in"),
        (
            Some(someone(Role::Administrator).second()),
            "second_is_first",
            "one person with one password twice",
        ),
        (
            Some(someone(Role::Handler).second()),
            "second_not_permitted",
            "two people, but nobody who watches",
        ),
        (
            Some(someone(Role::Reader).second()),
            "second_not_permitted",
            "a guest of the office",
        ),
        (Some(wrong_password), "second_refused", "not the password"),
    ] {
        let office = Office::with_people();
        let desk = seated(&office, someone(Role::Administrator));
        assert_eq!(code(add(&desk, second)), expected, "{why}");
        assert_eq!(
            desk.accounts_view().unwrap().accounts.len(),
            4,
            "{why}: nobody was added"
        );
    }
}

#[test]
fn a_wrong_second_password_is_counted_and_told() {
    let office = Office::with_people();
    let desk = seated(&office, someone(Role::Administrator));
    let wrong = || {
        Some(Second {
            login: "wang".to_owned(),
            password: Typed::new("Wrong-password1"),
        })
    };
    for _ in 0..5 {
        let _ = add(&desk, wrong());
    }
    assert_eq!(
        code(add(&desk, Some(someone(Role::Supervisor).second()))),
        "second_refused",
        "after five the right one has to wait as well"
    );
    assert_eq!(
        told(&desk, 1),
        ["关敏（guan）：第二人确认未通过，王建国（wang）的密码连续第 5 次不对"],
        "guessing over somebody's shoulder leaves a trace"
    );
}

#[test]
fn mistakes_are_told_before_anybody_is_called_to_the_desk() {
    let office = Office::with_people();
    let desk = seated(&office, someone(Role::Administrator));
    let account = NewAccount {
        login: "wang".to_owned(),
        again: Typed::new("Fu-jiandu2027"),
        ..deputy()
    };
    let found = problems(desk.account_add(&AccountAdd {
        account,
        second: None,
    }));
    let found: Vec<_> = found
        .iter()
        .map(|(field, flaw)| (field.as_str(), flaw.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ("account.again", "passwords_differ"),
            ("account.login", "login_taken")
        ],
        "a second person who came in vain does not like to come again"
    );
    let change = |roles: &[Role]| AccountChange {
        login: "wang".to_owned(),
        name: "王建国".to_owned(),
        roles: roles.to_vec(),
        suspended: false,
        second: None,
    };
    assert_eq!(
        code(desk.account_change(&change(&[Role::Reader]))),
        "last_of_role",
        "the office would be left without anybody who watches"
    );
    assert_eq!(
        code(desk.account_change(&change(&[Role::Supervisor]))),
        "second_missing",
        "what is right still needs the second person"
    );
}
