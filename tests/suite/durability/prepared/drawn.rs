//! Offices in the middle of a ceremony: approved, ready, sealed, turned, drawn.

use std::path::Path;

use super::{at_desk, make_key, run};

/// One clerk alone, or the clerk with the supervisor.
fn by(two: bool) -> Vec<String> {
    let mut words = vec![
        "--as".to_owned(),
        "lina".to_owned(),
        "--password-file".to_owned(),
        at_desk("lina"),
    ];
    if two {
        let second = ["--second", "wang", "--second-password-file"];
        words.extend(second.map(str::to_owned));
        words.push(at_desk("wang"));
    }
    words
}

fn done(site: &Path, two: bool, words: &[&str]) {
    let by = by(two);
    let by: Vec<&str> = by.iter().map(String::as_str).collect();
    run(site, &[&by[..], words].concat());
}

/// From an office that plans to one whose task may be drawn.
pub(super) fn approve(site: &Path) {
    run(
        site,
        &["task", "approve", "RW-0001", "--by", "局长", "--on", "2026-11-19"],
    );
    run(site, &["account", "begin", "--from", &at_desk("accounts.json")]);
    make_key(site);
}

pub(super) fn prepare(site: &Path) {
    done(site, false, &["ceremony", "prepare", "RW-0001"]);
}

pub(super) fn seal(site: &Path) {
    done(
        site,
        true,
        &["ceremony", "seal", "YS-0001", "--challenge", "482913"],
    );
}

/// Cards down, and two of three numbers confirmed.
pub(super) fn turn(site: &Path) {
    done(site, false, &["ceremony", "card", "YS-0001", "1", "2", "3"]);
    done(site, false, &["ceremony", "number", "YS-0001", "1", "4829137"]);
    done(site, false, &["ceremony", "number", "YS-0001", "2", "1103726"]);
}

pub(super) fn draw(site: &Path) {
    done(site, false, &["ceremony", "number", "YS-0001", "3", "9917358"]);
}
