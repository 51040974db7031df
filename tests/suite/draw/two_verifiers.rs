//! Two verifiers, written apart from one text: on the same files they must say the same, to the letter.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, thread};

use serde_json::{Value, json};
use sunlot_app::published::{PaperSheet, VerifyRequest, verify};

use super::negatives::negatives;
use super::random_case::{amended, publish};
use super::{bytes, cases, forger, mutate};
use crate::support::root;

/// Files to judge together, with what is known besides.
struct Group {
    what: String,
    files: Vec<Vec<u8>>,
    station: Option<String>,
    sheet: Option<PaperSheet>,
}

impl Group {
    fn plain(what: impl Into<String>, files: Vec<Vec<u8>>) -> Self {
        Self {
            what: what.into(),
            files,
            station: None,
            sheet: None,
        }
    }
}

/// Lays the files down and asks both.
fn compare(groups: &[Group]) {
    let folder = tempfile::tempdir().unwrap();
    let requests: Vec<VerifyRequest> = groups
        .iter()
        .enumerate()
        .map(|(at, group)| lay_down(folder.path(), at, group))
        .collect();
    let theirs = ask_script(&requests);
    let mut differing = Vec::new();
    for ((group, request), theirs) in groups.iter().zip(&requests).zip(theirs) {
        let view = verify(request).unwrap();
        let ours = json!({"report": view, "unreadable": view.unreadable});
        if ours != theirs {
            differing.push(format!("{}\n{}", group.what, difference(&ours, &theirs)));
        }
    }
    let (count, of) = (differing.len(), groups.len());
    differing.truncate(12);
    assert!(
        count == 0,
        "{count} of {of} reports differ:\n{}",
        differing.join("\n")
    );
}

fn lay_down(folder: &Path, at: usize, group: &Group) -> VerifyRequest {
    let file = |(number, bytes): (usize, &Vec<u8>)| -> PathBuf {
        let path = folder.join(format!("{at}-{number}.json"));
        fs::write(&path, bytes).unwrap();
        path
    };
    let files = group.files.iter().enumerate().map(file).collect();
    VerifyRequest {
        files,
        station: group.station.clone(),
        sheet: group.sheet.clone(),
    }
}

/// The reports of the JavaScript verifier, in order.
fn ask_script(requests: &[VerifyRequest]) -> Vec<Value> {
    let mut script = Command::new("node")
        .arg(root().join("ui/verifier/test/batch.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node runs the other verifier");
    let mut asked = script.stdin.take().unwrap();
    let lines: Vec<String> = requests
        .iter()
        .map(|request| format!("{}\n", question(request)))
        .collect();
    let asking = thread::spawn(move || {
        lines
            .iter()
            .for_each(|line| asked.write_all(line.as_bytes()).unwrap())
    });
    let answers = BufReader::new(script.stdout.take().unwrap()).lines();
    let answers: Vec<Value> = answers
        .map(|line| serde_json::from_str(&line.unwrap()).unwrap())
        .collect();
    asking.join().unwrap();
    assert!(
        script.wait().unwrap().success(),
        "the other verifier ended in an error"
    );
    assert_eq!(answers.len(), requests.len(), "every question was answered");
    answers
}

fn question(request: &VerifyRequest) -> Value {
    let mut question = json!({"files": request.files});
    if let Some(station) = &request.station {
        question["station"] = json!(station);
    }
    if let Some(sheet) = &request.sheet {
        let given = [
            ("commitment", sheet.commitment.as_ref().map(|text| json!(text))),
            ("challenge", sheet.challenge.as_ref().map(|text| json!(text))),
            ("station", sheet.station.as_ref().map(|text| json!(text))),
            ("seat", sheet.seat.map(|seat| json!(seat))),
            ("number", sheet.number.as_ref().map(|text| json!(text))),
        ];
        question["sheet"] = given
            .into_iter()
            .filter_map(|(key, value)| Some((key.to_owned(), value?)))
            .collect();
    }
    question
}

/// The first check or notice on which two reports differ.
fn difference(ours: &Value, theirs: &Value) -> String {
    let lines = |report: &Value| {
        let files = report["report"]["files"].as_array().into_iter().flatten();
        let lines = files.flat_map(|file| {
            let checks = file["checks"].as_array().unwrap().iter().map(ToString::to_string);
            let notices = file["notices"]
                .as_array()
                .unwrap()
                .iter()
                .map(ToString::to_string);
            checks.chain(notices).collect::<Vec<_>>()
        });
        lines.collect::<Vec<_>>()
    };
    let (ours, theirs) = (lines(ours), lines(theirs));
    let differing = ours.iter().zip(&theirs).find(|(one, other)| one != other);
    let (one, other) = differing.map_or(
        (String::new(), format!("{} / {} lines", ours.len(), theirs.len())),
        |(one, other)| (one.clone(), other.clone()),
    );
    format!("   Rust: {one}\n   page: {other}")
}

#[test]
fn both_say_the_same_of_every_worked_case() {
    let mut groups: Vec<Group> = Vec::new();
    for name in cases(".json") {
        if name.starts_with("13-chain") {
            let chain: Value = serde_json::from_slice(&bytes(&format!("{name}.json"))).unwrap();
            let files = chain["files"]
                .as_array()
                .unwrap()
                .iter()
                .map(|file| file.to_string().into_bytes());
            groups.push(Group::plain(name, files.collect()));
        } else {
            groups.push(Group::plain(&name, vec![bytes(&format!("{name}.json"))]));
        }
    }
    let chain = |order: [usize; 3]| {
        order
            .map(|at| bytes(&format!("10-chain-{at}.record.json")))
            .to_vec()
    };
    groups.push(Group::plain("the whole chain", chain([1, 2, 3])));
    groups.push(Group::plain("the chain backwards", chain([3, 2, 1])));
    compare(&groups);
}

#[test]
fn both_say_the_same_of_every_negative() {
    let groups: Vec<Group> = negatives()
        .into_iter()
        .map(|negative| Group {
            what: negative.lesson,
            files: negative.files,
            station: negative.given.station,
            sheet: negative.given.sheet.map(|s| PaperSheet {
                commitment: s.commitment,
                challenge: s.challenge,
                station: s.station,
                seat: s.seat,
                number: s.number,
            }),
        })
        .collect();
    compare(&groups);
}

/// How many rounds; a run by hand may ask for thousands.
fn rounds() -> u64 {
    let asked = std::env::var("SUNLOT_MUTANTS").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(60)
}

#[test]
fn both_say_the_same_of_cases_made_up_by_chance() {
    let mut groups = Vec::new();
    for round in 0..rounds() {
        let mut file = publish(&amended(round, 10)).unwrap();
        if round % 3 == 0 {
            forger::sign_all(&mut file);
        }
        let open = serde_json::to_vec(&file).unwrap();
        file.seal();
        let sealed = serde_json::to_vec(&file).unwrap();
        groups.push(Group::plain(format!("case {round}"), vec![open.clone()]));
        groups.push(Group::plain(
            format!("case {round}, damaged"),
            vec![mutate::forged(&open, round)],
        ));
        groups.push(Group::plain(format!("case {round}, sealed"), vec![sealed]));
    }
    compare(&groups);
}

#[test]
fn both_say_the_same_of_what_fuzzing_found() {
    let found = fs::read_dir(root().join("tests/fuzz/corpus/record")).unwrap();
    let mut paths: Vec<PathBuf> = found.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let group = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        Group::plain(name, vec![fs::read(path).unwrap()])
    };
    let groups: Vec<Group> = paths.iter().map(group).collect();
    assert!(groups.len() > 100, "the corpus is kept: {} files", groups.len());
    compare(&groups);
}

#[test]
fn both_say_the_same_of_damaged_files() {
    let rounds = rounds();
    let bases = [
        "01-small.signed",
        "03-amended.signed",
        "08-void-after-cards.record",
        "12-cancelled.record",
        "06-two-inspectors.record",
    ];
    let mut groups = Vec::new();
    for name in bases {
        let base = bytes(&format!("{name}.json"));
        for round in 0..rounds {
            groups.push(Group::plain(
                format!("{name}, byte {round}"),
                vec![mutate::byte(&base, round)],
            ));
            groups.push(Group::plain(
                format!("{name}, value {round}"),
                vec![mutate::value(&base, round)],
            ));
            groups.push(Group::plain(
                format!("{name}, forged {round}"),
                vec![mutate::forged(&base, round)],
            ));
        }
    }
    compare(&groups);
}
