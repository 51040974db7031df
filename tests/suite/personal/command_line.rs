//! The same on the command line: values come from files, answers for people are Chinese, for programs JSON.

use std::fs;

use sunlot_app::account::Role;

use super::scan::{holding, written};
use super::{PHONE, trail_fits};
use crate::support::{Office, Someone, json, said, someone};

struct Clerk {
    office: Office,
    desk: tempfile::TempDir,
}

impl Clerk {
    fn new() -> Self {
        let clerk = Self {
            office: Office::with_people(),
            desk: tempfile::tempdir().unwrap(),
        };
        for person in [Role::Administrator, Role::Supervisor, Role::Reader].map(someone) {
            clerk.lay(person.login, person.password);
        }
        clerk.lay("number", &format!("{PHONE}\n"));
        clerk
    }

    fn lay(&self, name: &str, text: &str) -> String {
        let file = self.desk.path().join(name);
        fs::write(&file, text).unwrap();
        file.display().to_string()
    }

    fn run(&self, person: &Someone, words: &[&str]) -> std::process::Output {
        let password = self.desk.path().join(person.login).display().to_string();
        let who = ["--as", person.login, "--password-file", &password];
        self.office.run(&[&who[..], words].concat())
    }
}

const WHICH: [&str; 6] = [
    "--account",
    "lina",
    "--field",
    "mobile_phone",
    "--reason",
    "值班联系",
];

#[test]
fn a_value_is_kept_listed_shown_and_erased() {
    let clerk = Clerk::new();
    let [guan, wang, zhao] = [Role::Administrator, Role::Supervisor, Role::Reader].map(someone);
    let number = clerk.desk.path().join("number").display().to_string();
    let keep = [&["personal", "keep"], &WHICH[..], &["--value-file", &number]].concat();
    let kept = clerk.run(guan, &keep);
    assert_eq!(kept.status.code(), Some(0), "{}", said(&kept.stderr));
    let told = said(&kept.stdout);
    assert!(
        told.contains("139****0123") && !told.contains(PHONE),
        "masked: {told}"
    );
    let listed = clerk.run(zhao, &["--json", "personal", "list"]);
    assert_eq!(
        json(&listed)["items"][0]["masked"],
        "139****0123",
        "a reader sees the mask"
    );
    let shown = clerk.run(wang, &[&["personal", "show"], &WHICH[..]].concat());
    assert!(
        said(&shown.stdout).contains(PHONE),
        "the supervisor sees the number: {}",
        said(&shown.stderr)
    );
    let refused = clerk.run(zhao, &[&["personal", "show"], &WHICH[..]].concat());
    assert_eq!(refused.status.code(), Some(1), "a reader is turned away");
    assert!(!said(&refused.stdout).contains(PHONE), "and told nothing");
    let erased = clerk.run(guan, &[&["personal", "erase"], &WHICH[..]].concat());
    assert!(
        said(&erased.stdout).contains("已经抹去"),
        "{}",
        said(&erased.stderr)
    );
    let again = clerk.run(guan, &[&["--json", "personal", "erase"], &WHICH[..]].concat());
    assert_eq!(json(&again)["code"], "personal_not_kept", "once");
    assert!(
        holding(clerk.office.path(), &written(PHONE)).is_empty(),
        "it never stood in a file of ours"
    );
    assert!(trail_fits(&clerk.office), "the trail fits");
}

#[test]
fn a_word_that_is_no_field_is_misuse() {
    let clerk = Clerk::new();
    let words = [
        "personal",
        "show",
        "--account",
        "lina",
        "--field",
        "address",
        "--reason",
        "看看",
    ];
    let answer = clerk.run(someone(Role::Supervisor), &words);
    assert_eq!(answer.status.code(), Some(2), "addresses are not kept at all");
    assert!(
        said(&answer.stderr).contains("--field"),
        "which word: {}",
        said(&answer.stderr)
    );
}
