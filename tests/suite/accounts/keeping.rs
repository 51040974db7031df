//! Keeping accounts: deputies, suspended accounts, passwords that were reset, doors that were locked.

use sunlot_app::Desk;
use sunlot_app::account::{
    AccountChange, AccountReset, AccountUnlock, AccountsView, Door, OwnPassword, Role, Typed,
};

use super::{code, mistype, problems, seated, told};
use crate::support::{Office, Someone, TestClock, someone};

fn change(login: &str, name: &str, roles: &[Role], suspended: bool) -> AccountChange {
    AccountChange {
        login: login.to_owned(),
        name: name.to_owned(),
        roles: roles.to_vec(),
        suspended,
        second: Some(someone(Role::Supervisor).second()),
    }
}

fn reset(login: &str) -> AccountReset {
    AccountReset {
        login: login.to_owned(),
        password: Typed::new("Linshi-mima26"),
        again: Typed::new("Linshi-mima26"),
    }
}

fn administrator(office: &Office) -> Desk {
    seated(office, someone(Role::Administrator))
}

fn state<'v>(view: &'v AccountsView, login: &str) -> &'v sunlot_app::account::AccountView {
    view.accounts
        .iter()
        .find(|account| account.person.login == login)
        .unwrap()
}

#[test]
fn a_suspended_account_opens_no_door_and_its_name_stays_its_own() {
    let office = Office::with_people();
    let desk = administrator(&office);
    desk.account_change(&change("zhao", "赵䶮", &[Role::Reader], true))
        .unwrap();
    desk.account_leave().unwrap();
    assert_eq!(
        code(desk.account_enter(&someone(Role::Reader).entering())),
        "entry_refused",
        "whoever has gone does not come back"
    );
}

#[test]
fn an_office_never_loses_its_last_of_a_role() {
    let office = Office::with_people();
    let desk = administrator(&office);
    for (request, why) in [
        (
            change("lina", "李娜", &[Role::Handler], true),
            "nobody would work",
        ),
        (
            change("wang", "王建国", &[Role::Reader], false),
            "nobody would watch",
        ),
        (
            change("guan", "关敏", &[Role::Handler], false),
            "nobody would keep accounts",
        ),
    ] {
        assert_eq!(code(desk.account_change(&request)), "last_of_role", "{why}");
    }
    assert_eq!(
        code(desk.account_change(&change("guan", "关敏", &[Role::Administrator], true))),
        "own_account",
        "nobody locks themselves out"
    );
    assert_eq!(
        problems(desk.account_change(&change("zhao", "李娜", &[Role::Reader], false))),
        [("name".to_owned(), "person_taken".to_owned())],
        "and nobody becomes somebody else"
    );
    assert_eq!(
        code(desk.account_change(&change("nobody", "某人", &[Role::Reader], false))),
        "account_unknown",
        "a slip of the finger"
    );
}

#[test]
fn a_reset_password_is_for_one_entering_and_everybody_can_see_it() {
    let office = Office::with_people();
    let desk = administrator(&office);
    let view = desk.account_reset(&reset("wang")).unwrap();
    assert!(state(&view, "wang").password_reset, "the list shows it");
    assert_eq!(
        told(&desk, 1),
        ["关敏（guan）：管理员重设王建国（wang）的密码"],
        "and the trail"
    );
    let mut wang = someone(Role::Supervisor).entering();
    assert_eq!(
        code(desk.account_enter(&wang)),
        "entry_refused",
        "the old one is gone"
    );
    wang.password = Typed::new("Linshi-mima26");
    let Door::OwnPasswordFirst { person } = desk.account_enter(&wang).unwrap().door else {
        panic!("first of all a password of his own");
    };
    assert_eq!(person.name, "王建国", "for whom it was reset");
    assert_eq!(
        code(desk.office_profile()),
        "own_password_first",
        "before that, nothing"
    );
    let own = |password: &str| OwnPassword {
        old: Typed::new("Linshi-mima26"),
        password: Typed::new(password),
        again: Typed::new(password),
    };
    assert_eq!(
        problems(desk.account_password(&own("Linshi-mima26"))),
        [("password".to_owned(), "password_used".to_owned())],
        "the administrator knows that one"
    );
    let view = desk.account_password(&own("Chongxin-she26")).unwrap();
    assert!(matches!(view.door, Door::Open { .. }), "now he is in");
}

#[test]
fn a_reset_password_agrees_to_nothing() {
    let office = Office::with_people();
    let desk = administrator(&office);
    desk.account_reset(&reset("wang")).unwrap();
    let mut request = change("zhao", "赵䶮", &[Role::Reader], true);
    if let Some(second) = &mut request.second {
        second.password = Typed::new("Linshi-mima26");
    }
    assert_eq!(
        code(desk.account_change(&request)),
        "second_refused",
        "or the administrator could watch over himself"
    );
    assert_eq!(
        code(desk.account_reset(&reset("guan"))),
        "own_account",
        "one's own password is changed, not reset"
    );
}

#[test]
fn two_roles_open_what_wrong_passwords_have_locked() {
    let office = Office::with_people();
    let clock = TestClock::default();
    let desk = office.desk_at(&clock);
    for _ in 0..15 {
        mistype(&desk, "lina");
        clock.turn(3 * 3600);
    }
    desk.account_enter(&someone(Role::Administrator).entering())
        .unwrap();
    assert!(
        state(&desk.accounts_view().unwrap(), "lina").locked,
        "the list shows who is locked out"
    );
    let unlock = |second: Option<&Someone>| AccountUnlock {
        login: "lina".to_owned(),
        second: second.map(Someone::second),
    };
    assert_eq!(
        code(desk.account_unlock(&unlock(None))),
        "second_missing",
        "one role is not enough"
    );
    let view = desk
        .account_unlock(&unlock(Some(someone(Role::Supervisor))))
        .unwrap();
    assert!(!state(&view, "lina").locked, "two are");
    assert_eq!(
        code(desk.account_unlock(&unlock(Some(someone(Role::Supervisor))))),
        "not_locked",
        "and there is nothing more to open"
    );
    desk.account_enter(&someone(Role::Handler).entering())
        .expect("her password was right all along");
}
