//! The first accounts: made in one act by whoever works and whoever watches, each with a password of their own.

use sunlot_app::account::{AccountsBegin, Door, NewAccount, Role, Typed};

use super::{code, problems, told};
use crate::support::{Office, PEOPLE, sample_profile, someone};

fn two_people() -> AccountsBegin {
    let mut lina = someone(Role::Handler).new_account();
    lina.roles = vec![Role::Handler, Role::Administrator];
    AccountsBegin {
        accounts: vec![lina, someone(Role::Supervisor).new_account()],
    }
}

#[test]
fn looking_around_needs_no_account_and_two_people_are_enough_to_begin() {
    let office = Office::sample();
    let desk = office.desk();
    assert_eq!(
        desk.console_view().unwrap().door,
        Door::Guests,
        "nobody has to enter anything to begin with"
    );
    desk.office_profile_save(&sample_profile())
        .expect("guests may fill in the profile");
    let begun = desk.accounts_begin(&two_people()).unwrap();
    let Door::Open { person } = begun.console.door else {
        panic!("whoever works sits down at once, got {:?}", begun.console.door);
    };
    assert_eq!(person.name, "李娜", "the one who works, not the one who watches");
    assert_eq!(
        begun.recovery.len(),
        2,
        "each gets a way back in, should the password be forgotten"
    );
    assert!(
        begun.recovery.iter().all(|code| code.groups.len() == 4),
        "in groups that can be read out"
    );
    assert_eq!(
        told(&desk, 1),
        ["lina（未设账户）：设立账户：李娜（lina，经办员、管理员）、王建国（wang，监督员）"],
        "before it there was nobody but the user of this computer"
    );
}

#[test]
fn it_is_done_once() {
    let office = Office::with_people();
    let desk = office.desk();
    for attempt in ["as nobody", "as somebody"] {
        assert_eq!(
            code(desk.accounts_begin(&two_people())),
            "accounts_begun_already",
            "{attempt}: who makes the first accounts owns the office, so there is no second time"
        );
        desk.account_enter(&someone(Role::Administrator).entering())
            .unwrap();
    }
}

#[test]
fn nobody_is_left_out_and_nobody_watches_over_themselves() {
    let person = |login: &str, name: &str, roles: &[Role], password: &str| NewAccount {
        login: login.to_owned(),
        name: name.to_owned(),
        roles: roles.to_vec(),
        password: Typed::new(password),
        again: Typed::new(password),
    };
    let one = |roles: &[Role]| vec![person("lina", "李娜", roles, "Shuang-suiji26")];
    let all = &[Role::Handler, Role::Administrator, Role::Supervisor];
    for (accounts, field, flaw, why) in [
        (vec![], "accounts", "role_unfilled", "nobody at all"),
        (
            one(&[Role::Handler, Role::Administrator]),
            "accounts",
            "role_unfilled",
            "nobody watches",
        ),
        (
            one(&[Role::Supervisor]),
            "accounts",
            "role_unfilled",
            "nobody works",
        ),
        (
            one(all),
            "accounts.0.roles",
            "supervisor_alone",
            "one person for everything",
        ),
        (
            one(&[]),
            "accounts.0.roles",
            "roles_missing",
            "somebody with nothing to do",
        ),
        (
            vec![
                person(
                    "lina",
                    "李娜",
                    &[Role::Handler, Role::Administrator],
                    "Shuang-suiji26",
                ),
                person("LINA", "王建国", &[Role::Supervisor], "Jiandu-yuan26"),
            ],
            "accounts.1.login",
            "login_taken",
            "one login name for two",
        ),
        (
            vec![
                person(
                    "lina",
                    "李娜",
                    &[Role::Handler, Role::Administrator],
                    "Shuang-suiji26",
                ),
                person("lina2", " 李娜 ", &[Role::Supervisor], "Jiandu-yuan26"),
            ],
            "accounts.1.name",
            "person_taken",
            "one person in two coats",
        ),
        (
            vec![
                person(
                    "lina",
                    "李娜",
                    &[Role::Handler, Role::Administrator],
                    "Shuang-suiji26",
                ),
                person("wang", "王建国", &[Role::Supervisor], "Shuang-suiji26"),
            ],
            "accounts.1.password",
            "password_shared",
            "one person typing for both",
        ),
        (
            vec![
                person("lina", "", &[Role::Handler, Role::Administrator], "lina1"),
                person("wa ng", "王建国", &[Role::Supervisor], ""),
            ],
            "accounts.0.name",
            "required",
            "many things at once",
        ),
    ] {
        let office = Office::sample();
        let request = AccountsBegin { accounts };
        let checked = office.desk().accounts_check(&request).unwrap();
        let found = problems(office.desk().accounts_begin(&request));
        assert!(
            found.contains(&(field.to_owned(), flaw.to_owned())),
            "{why}: expected {flaw} at {field}, found {found:?}"
        );
        assert_eq!(
            checked.problems.len(),
            found.len(),
            "{why}: checking beforehand says the same"
        );
        assert_eq!(
            office.desk().console_view().unwrap().door,
            Door::Guests,
            "{why}: nothing was made"
        );
    }
}

#[test]
fn a_password_and_a_code_are_nowhere_in_the_folder() {
    let office = Office::sample();
    let desk = office.desk();
    let begun = desk.accounts_begin(&two_people()).unwrap();
    desk.leave();
    let mut secrets: Vec<String> = PEOPLE.iter().map(|person| person.password.to_owned()).collect();
    secrets.extend(begun.recovery.iter().flat_map(|code| code.groups.clone()));
    for entry in std::fs::read_dir(office.path()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap_or_default();
        for secret in &secrets {
            assert!(
                !bytes
                    .windows(secret.len())
                    .any(|window| window == secret.as_bytes()),
                "{} holds {secret} as it was typed",
                path.display()
            );
        }
    }
    assert!(
        !format!("{:?}", two_people()).contains("Shuang"),
        "not even a message to programmers shows a password"
    );
}
