//! The same on the command line: whoever acts is named by `--as`, whoever it is about by the verb.

use sunlot_app::account::Role;

use crate::support::{Office, Someone, json, said, someone};

fn file(office: &Office, name: &str, text: &str) -> String {
    let path = office.path().join(name);
    std::fs::write(&path, text).expect("the file can be written");
    path.display().to_string()
}

fn run_as(office: &Office, person: &Someone, arguments: &[&str]) -> std::process::Output {
    let password = file(office, "mine", person.password);
    office.run(
        &[
            &["--json", "--as", person.login, "--password-file", &password],
            arguments,
        ]
        .concat(),
    )
}

#[test]
fn whoever_acts_is_not_whoever_it_is_about() {
    let office = Office::with_people();
    let for_once = file(&office, "for-once", "Linshi-mima26");
    let reset = ["account", "reset", "zhao", "--new-password-file", &for_once];
    let answer = run_as(&office, someone(Role::Administrator), &reset);
    assert!(
        answer.status.success(),
        "guan sets it, zhao has it: {}",
        said(&answer.stderr)
    );
    let accounts = json(&answer)["accounts"].take();
    let zhao = accounts
        .as_array()
        .unwrap()
        .iter()
        .find(|account| account["person"]["login"] == "zhao");
    assert_eq!(zhao.unwrap()["passwordReset"], true, "and it shows");

    let second = file(&office, "second", someone(Role::Supervisor).password);
    let change = [
        "--second",
        "wang",
        "--second-password-file",
        &second,
        "account",
        "change",
        "zhao",
        "--suspend",
    ];
    let answer = run_as(&office, someone(Role::Administrator), &change);
    assert!(
        answer.status.success(),
        "two of them suspend a third: {}",
        said(&answer.stderr)
    );
    let refused = run_as(&office, someone(Role::Reader), &["account", "list"]);
    assert_eq!(refused.status.code(), Some(1), "who may not enter any more");
}

#[test]
fn a_name_without_a_password_is_misuse() {
    let office = Office::with_people();
    let answer = office.run(&["--as", "guan", "account", "list"]);
    assert_eq!(answer.status.code(), Some(2), "nobody acts by a name alone");
    let password = file(&office, "mine", someone(Role::Administrator).password);
    let answer = office.run(&["--password-file", &password, "account", "list"]);
    assert_eq!(answer.status.code(), Some(2), "nor by a password of nobody");
}

#[test]
fn passwords_come_as_windows_editors_save_them_and_one_line_each_from_the_standard_input() {
    let office = Office::with_people();
    let saved = file(&office, "mine", "\u{FEFF}Bao-zhanghao26\r\n下一行不算\r\n");
    let list = ["--as", "guan", "--password-file", &saved, "account", "list"];
    let answer = office.run(&list);
    assert!(
        answer.status.success(),
        "a mark in front and lines behind are no part of it: {}",
        said(&answer.stderr)
    );
    let both = [
        "--as",
        "guan",
        "--password-file",
        "-",
        "--second",
        "wang",
        "--second-password-file",
        "-",
        "account",
        "change",
        "zhao",
        "--suspend",
    ];
    let answer = office.run_with_input(&both, "Bao-zhanghao26\nJiandu-yuan26\n");
    assert!(
        answer.status.success(),
        "two passwords, two lines: {}",
        said(&answer.stderr)
    );
}

#[test]
fn the_command_line_looks_before_it_begins_and_says_what_is_not_well() {
    let office = Office::with_people();
    let quiet = run_as(&office, someone(Role::Reader), &["account", "list"]);
    assert_eq!(said(&quiet.stderr), "", "nothing is said where all is well");
    let second = file(&office, "second", someone(Role::Supervisor).password);
    let named = [
        "--second",
        "wang",
        "--second-password-file",
        &second,
        "account",
        "list",
    ];
    let answer = run_as(&office, someone(Role::Reader), &named);
    assert!(
        said(&answer.stderr).contains("没有用到 --second"),
        "whoever was named for nothing is told: {}",
        said(&answer.stderr)
    );
    let sealing = [
        &named[..4],
        &["ceremony", "seal", "YS-0001", "--challenge", "482913"],
    ]
    .concat();
    let answer = run_as(&office, someone(Role::Handler), &sealing);
    assert!(
        !said(&answer.stderr).contains("没有用到 --second"),
        "a list is sealed by two: {}",
        said(&answer.stderr)
    );
    crate::trail::forge(
        &office,
        "UPDATE account SET administrator = 1, reader = 0 WHERE id = 4",
    );
    let answer = run_as(&office, someone(Role::Reader), &["account", "idle", "60"]);
    assert!(
        said(&answer.stderr).contains("留痕核对不符"),
        "an edited file is said to be one: {}",
        said(&answer.stderr)
    );
    assert_eq!(
        json(&answer)["code"],
        "accounts_altered",
        "and a reader does not become an administrator by it"
    );
}
