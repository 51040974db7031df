//! Accounts on the command line: whoever acts is one person, whoever is acted on another, and neither is taken for the
//! other.

use std::fs;
use std::process::Output;

use sunlot_app::account::Role;

use crate::support::{Office, PEOPLE, Someone, json, said, someone};

/// The office with four people, and their passwords in files.
struct Terminal {
    office: Office,
    files: tempfile::TempDir,
}

impl Terminal {
    fn new() -> Self {
        let files = tempfile::tempdir().unwrap();
        for person in &PEOPLE {
            fs::write(files.path().join(person.login), person.password).unwrap();
        }
        fs::write(files.path().join("new"), "Linshi-mima26").unwrap();
        Self {
            office: Office::with_people(),
            files,
        }
    }

    fn file(&self, name: &str) -> String {
        self.files.path().join(name).display().to_string()
    }

    /// Two people at the terminal; the last word but one of a command that needs a new password is its option.
    fn run(&self, first: &Someone, second: Option<&Someone>, words: &[&str]) -> Output {
        let (mine, new) = (self.file(first.login), self.file("new"));
        let mut whole = vec!["--json", "--as", first.login, "--password-file", &mine];
        let theirs = second.map(|second| (second.login, self.file(second.login)));
        if let Some((login, file)) = &theirs {
            whole.extend(["--second", login, "--second-password-file", file]);
        }
        whole.extend(
            words
                .iter()
                .map(|word| if *word == "NEW" { new.as_str() } else { *word }),
        );
        self.office.run(&whole)
    }
}

#[test]
fn who_acts_is_not_taken_for_whoever_is_acted_on() {
    let terminal = Terminal::new();
    let (keeper, witness) = (someone(Role::Administrator), someone(Role::Supervisor));
    let done =
        |output: &Output, why: &str| assert!(output.status.success(), "{why}: {}", said(&output.stderr));
    let add = [
        "account",
        "add",
        "--login",
        "qian",
        "--name",
        "钱进",
        "--role",
        "reader",
        "--new-password-file",
        "NEW",
    ];
    done(
        &terminal.run(keeper, Some(witness), &add),
        "two people add a third",
    );
    let change = ["account", "change", "qian", "--name", "钱多多"];
    let changed = terminal.run(keeper, Some(witness), &change);
    done(&changed, "and give the third another name");
    assert!(
        said(&changed.stdout).contains("钱多多"),
        "the one who was named is the one who changed: {}",
        said(&changed.stdout)
    );
    let reset = ["account", "reset", "qian", "--new-password-file", "NEW"];
    done(
        &terminal.run(keeper, None, &reset),
        "the administrator alone resets a password",
    );
    let trail = json(&terminal.run(keeper, None, &["audit", "show", "--last", "3"]));
    for entry in trail["entries"].as_array().expect("the last three") {
        assert!(
            entry["actor"].as_str().unwrap_or_default().contains(keeper.name),
            "the trail names who acted: {entry}"
        );
    }
}

#[test]
fn a_person_without_the_role_is_refused_by_name_of_the_role() {
    let terminal = Terminal::new();
    let reset = ["account", "reset", "lina", "--new-password-file", "NEW"];
    let refused = terminal.run(someone(Role::Reader), None, &reset);
    assert_eq!(refused.status.code(), Some(1), "a reader only looks");
    assert_eq!(
        json(&refused)["code"],
        "not_permitted",
        "and is told so, instead of being taken for the one whose password it is"
    );
}
