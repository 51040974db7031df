//! `sunlot key …`: the same acts for people and programs; passphrases from files alone.

use std::fs;
use std::process::Output;

use super::office::{FIRST, SECOND, Station};
use crate::support::{PEOPLE, json, program, said};

struct Shell {
    station: Station,
    files: tempfile::TempDir,
}

impl Shell {
    fn new() -> Self {
        let shell = Self {
            station: Station::new("shell"),
            files: tempfile::tempdir().unwrap(),
        };
        for (name, text) in [
            ("lina", PEOPLE[0].password),
            ("wang", PEOPLE[1].password),
            ("first", FIRST),
            ("second", &format!("{SECOND}\r\n")),
        ] {
            fs::write(shell.files.path().join(name), text).unwrap();
        }
        shell
    }

    fn run(&self, arguments: &[&str]) -> Output {
        std::process::Command::new(program())
            .current_dir(self.files.path())
            .env("SUNLOT_HOME", self.station.office.path())
            .env("XDG_STATE_HOME", self.station.office.state())
            .args(arguments)
            .output()
            .unwrap()
    }

    fn two(&self, arguments: &[&str]) -> Output {
        let people = [
            "--as",
            "lina",
            "--password-file",
            "lina",
            "--second",
            "wang",
            "--second-password-file",
            "wang",
        ];
        self.run(&[&people[..], arguments].concat())
    }
}

#[test]
fn a_key_is_made_rotated_published_and_verified_without_an_office() {
    let shell = Shell::new();
    let made = shell.two(&["key", "make", "--passphrase-file", "first"]);
    assert_eq!(made.status.code(), Some(0), "{}", said(&made.stderr));
    let rotated = shell.two(&[
        "key",
        "rotate",
        "--passphrase-file",
        "first",
        "--new-passphrase-file",
        "second",
        "--reason",
        "每年更换",
    ]);
    assert_eq!(rotated.status.code(), Some(0), "{}", said(&rotated.stderr));
    assert!(
        said(&rotated.stdout).contains("与前一把互签"),
        "{}",
        said(&rotated.stdout)
    );
    let exported = shell.two(&[
        "key",
        "export",
        "--out",
        "chain.json",
        "--certificate",
        "station.cer",
    ]);
    assert_eq!(exported.status.code(), Some(0), "{}", said(&exported.stderr));

    let told = shell.run(&["--office", "nowhere", "key", "verify", "chain.json"]);
    assert_eq!(
        told.status.code(),
        Some(0),
        "nobody is asked who they are: {}",
        said(&told.stderr)
    );
    let text = said(&told.stdout);
    assert!(
        text.contains("│ 互签") && text.contains("没有对照张贴的指纹"),
        "{text}"
    );

    let shown = json(&shell.two(&["--json", "key", "show"]));
    let fingerprint = shown["current"]["fingerprint"].as_str().unwrap();
    let report = json(&shell.run(&["--json", "key", "verify", "chain.json", "--station", fingerprint]));
    assert_eq!(report["valid"], true, "the sheet on the wall leads to it");
    assert_eq!(
        report["chains"][0]["keys"][0]["trust"], "pinned",
        "and on to the one before"
    );
    let foreign = shell.run(&["key", "verify", "chain.json", "--station", "0000"]);
    assert_eq!(foreign.status.code(), Some(1), "another sheet does not");
}

#[test]
fn a_loss_is_printed_as_a_break() {
    let shell = Shell::new();
    shell.two(&["key", "make", "--passphrase-file", "first"]);
    let lost = shell.two(&[
        "key",
        "lost",
        "--new-passphrase-file",
        "second",
        "--reason",
        "口令忘了",
    ]);
    assert!(said(&lost.stdout).contains("从此断代"), "{}", said(&lost.stderr));
    shell.two(&["key", "export", "--out", "chain.json"]);
    let told = said(&shell.run(&["key", "verify", "chain.json"]).stdout);
    assert!(told.contains("╳ 断代：没有互签，前后两把密钥互不证明"), "{told}");
}

#[test]
fn refusals_are_told_in_chinese_and_as_codes() {
    let shell = Shell::new();
    let alone = shell.run(&[
        "--as",
        "lina",
        "--password-file",
        "lina",
        "key",
        "make",
        "--passphrase-file",
        "first",
    ]);
    assert_eq!(alone.status.code(), Some(1), "two people");
    let none = json(&shell.two(&[
        "--json",
        "key",
        "rewrap",
        "--passphrase-file",
        "first",
        "--new-passphrase-file",
        "second",
    ]));
    assert_eq!(
        none["code"], "station_key_missing",
        "with what to do: {}",
        none["hint"]
    );
    shell.two(&["key", "make", "--passphrase-file", "first"]);
    let wrong = shell.two(&[
        "key",
        "rotate",
        "--passphrase-file",
        "second",
        "--new-passphrase-file",
        "first",
        "--reason",
        "每年更换",
    ]);
    let told = said(&wrong.stderr);
    assert!(told.contains("密钥口令不对。"), "{told}");
    assert!(
        !told.contains(SECOND) && !told.contains(FIRST),
        "no passphrase is ever shown: {told}"
    );
    let missing = shell.two(&["key", "make", "--passphrase-file", "nowhere"]);
    assert_eq!(missing.status.code(), Some(2), "no such file");
    fs::write(shell.station.key_file(), "{}").unwrap();
    let damaged = shell.two(&[
        "key",
        "rewrap",
        "--passphrase-file",
        "first",
        "--new-passphrase-file",
        "second",
    ]);
    assert_eq!(
        damaged.status.code(),
        Some(2),
        "unreadable is 2: {}",
        said(&damaged.stderr)
    );
    let argument = shell.two(&["key", "make", "--passphrase", FIRST]);
    assert_eq!(
        argument.status.code(),
        Some(2),
        "a passphrase on the command line is no option at all"
    );
    fs::write(
        shell.files.path().join("chain.json"),
        "{\"format\":\"sunlot-station/9\",\"statements\":[]}",
    )
    .unwrap();
    let newer = shell.run(&["key", "verify", "chain.json"]);
    assert_eq!(
        newer.status.code(),
        Some(1),
        "a chain of another form: {}",
        said(&newer.stderr)
    );
}
