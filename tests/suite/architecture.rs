//! The invariants of `docs/ARCHITECTURE.md`, each as a test over the sources.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{dependencies, root, text};

/// Who may know whom. A crate that is not here does not belong to the house.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("sunlot-draw", &[]),
    ("sunlot-rules", &["sunlot-draw"]),
    ("sunlot-roster", &[]),
    ("sunlot-store", &["sunlot-draw", "sunlot-rules"]),
    ("sunlot-forms", &[]),
    (
        "sunlot-app",
        &[
            "sunlot-draw",
            "sunlot-roster",
            "sunlot-rules",
            "sunlot-store",
            "sunlot-forms",
        ],
    ),
    ("sunlot-cli", &["sunlot-app"]),
    ("sunlot-window", &["sunlot-app"]),
];

fn sources(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&root().join(folder), ending, &mut found);
    assert!(!found.is_empty(), "no {ending} in {folder}: the test is blind");
    found.sort();
    let named = |path: PathBuf| {
        let name = path
            .strip_prefix(root())
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        (name, fs::read_to_string(&path).unwrap())
    };
    found.into_iter().map(named).collect()
}

fn collect(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !["node_modules", "dist", "target", "gen", "generated"].contains(&name.as_str()) {
            collect(&path, ending, found);
        } else if name.ends_with(ending) {
            found.push(path);
        }
    }
}

/// All Rust of the product: crates and window.
fn product() -> Vec<(String, String)> {
    [sources("crates", ".rs"), sources("src-tauri", ".rs")].concat()
}

fn without_tests(source: &str) -> &str {
    source.split("#[cfg(test)]").next().unwrap_or_default()
}

#[test]
fn the_direction_of_dependencies_is_law() {
    let mut manifests = sources("crates", "Cargo.toml");
    manifests.extend(sources("src-tauri", "Cargo.toml"));
    for (path, manifest) in manifests {
        let name = manifest
            .lines()
            .find_map(|l| l.strip_prefix("name = \""))
            .unwrap()
            .trim_end_matches('"');
        let allowed = MAY_KNOW.iter().find(|(crate_name, _)| *crate_name == name);
        let allowed = allowed
            .unwrap_or_else(|| panic!("{path}: {name} has no place in the house"))
            .1;
        for known in manifest
            .lines()
            .filter(|l| l.starts_with("sunlot-"))
            .map(|l| l.split('.').next().unwrap())
        {
            assert!(allowed.contains(&known), "{name} must not know {known}");
        }
    }
}

#[test]
fn the_pure_crates_know_neither_clock_nor_disk_nor_chance_nor_window() {
    for name in ["sunlot-draw", "sunlot-rules"] {
        let tree = dependencies(name);
        for stranger in ["tauri", "rusqlite", "getrandom", "tokio", "chrono"] {
            assert!(
                !tree.contains(stranger),
                "{name} must stay pure, but its tree has {stranger}"
            );
        }
        for (path, source) in sources(&format!("crates/{name}/src"), ".rs") {
            for stranger in [
                "std::fs",
                "std::env",
                "std::time",
                "std::net",
                // The standard one seeds itself from the system.
                "std::collections::Hash",
                "RandomState",
                "f32",
                "as usize",
                "as u32",
            ] {
                assert!(
                    !without_tests(&source).contains(stranger),
                    "{path} must not use {stranger}"
                );
            }
        }
    }
}

#[test]
fn the_draw_computes_with_integers_alone() {
    for (path, source) in sources("crates/sunlot-draw/src", ".rs") {
        // A reader has to name the numbers that it refuses.
        let computing = source.replace("visit_f64<E: Error>(self, _: f64)", "");
        assert!(
            !computing.contains("f64"),
            "{path}: a float rounds, and another machine rounds otherwise"
        );
    }
}

#[test]
fn paper_knows_neither_clock_nor_disk_nor_chance() {
    for (path, source) in sources("crates/sunlot-forms/src", ".rs") {
        for stranger in [
            "std::fs",
            "std::env",
            "std::time",
            "std::net",
            "std::process",
            "std::collections::Hash",
            "RandomState",
        ] {
            assert!(
                !without_tests(&source).contains(stranger),
                "{path} must not use {stranger}: the same sheet gives the same bytes"
            );
        }
    }
}

#[test]
fn of_a_random_library_the_draw_takes_the_keystream_alone() {
    let tree = dependencies("sunlot-draw");
    let random: Vec<&String> = tree.iter().filter(|name| name.contains("rand")).collect();
    assert_eq!(
        random,
        ["rand_chacha", "rand_core"],
        "how words become numbers is the protocol's"
    );
}

#[test]
fn only_the_store_knows_sql() {
    for (path, source) in product() {
        if path.starts_with("crates/sunlot-store/") {
            continue;
        }
        for word in [
            "rusqlite",
            "SELECT ",
            "INSERT ",
            "PRAGMA ",
            ".execute(",
            ".prepare(",
            ".query_row(",
        ] {
            assert!(!source.contains(word), "{path} speaks SQL: {word}");
        }
    }
}

#[test]
fn only_the_window_knows_tauri() {
    for (path, source) in sources("crates", ".rs") {
        assert!(!source.contains("tauri"), "{path} must work without a window");
    }
}

#[test]
fn a_command_is_one_call() {
    let commands = text("src-tauri/src/commands.rs") + &text("src-tauri/src/commands/registry.rs");
    for command in commands.split("#[tauri::command(async)]").skip(1) {
        let body = command.split_once("{\n").unwrap().1.split_once("\n}").unwrap().0;
        assert_eq!(
            body.lines().count(),
            1,
            "no rule, no path, no format, no if:\n{body}"
        );
        assert!(
            ["desk.", "console::", "stage."]
                .iter()
                .any(|one| body.contains(one)),
            "one call, please: {body}"
        );
    }
}

#[test]
fn time_comes_in_through_the_env_alone() {
    for (path, source) in product() {
        let source = without_tests(&source);
        let clock = path == "crates/sunlot-app/src/env.rs";
        for now in [
            "Local::now",
            "Utc::now",
            "SystemTime::now",
            "CURRENT_TIMESTAMP",
            "datetime('now'",
        ] {
            assert!(
                clock || !source.contains(now),
                "{path} asks for the time itself: {now}"
            );
        }
    }
}

#[test]
fn all_wording_of_errors_stands_in_one_place() {
    // Where Chinese may stand in Rust: messages, labels, sentences of the trail, the command line's own help, and what is
    // printed on sheets.
    let homes = [
        "labels.rs",
        "event.rs",
        "actor.rs",
        "trail.rs",
        "check.rs",
        "punctuation.rs",
    ];
    for (path, source) in product() {
        let file = path.rsplit('/').next().unwrap();
        let at_home = path.starts_with("crates/sunlot-cli/")
            || path.contains("/src/messages/")
            || path.starts_with("crates/sunlot-forms/src/sheets/")
            // Labels of something large have a folder of their own.
            || path.contains("/labels/")
            // Tests that fill a file of their own, as `without_tests` leaves out those beside the code.
            || file == "tests.rs"
            || homes.contains(&file);
        // Rules and windows may know characters and their own title, but no sentence.
        let sentence = without_tests(&source)
            .lines()
            .find(|line| line.contains('。') || line.contains('，'));
        assert!(
            at_home || sentence.is_none(),
            "{path} words something: {}",
            sentence.unwrap_or_default()
        );
    }
}

#[test]
fn every_module_says_what_it_is_and_fits_on_a_few_screens() {
    for (path, source) in [product(), sources("tests", ".rs")].concat() {
        assert!(
            source.starts_with("//!"),
            "{path} must begin with what it is and what it leaves to others"
        );
        assert!(
            source.lines().count() <= 500,
            "{path} has more than 500 lines: one room each"
        );
    }
}

#[test]
fn comments_are_english() {
    let mut all = [product(), sources("tests", ".rs")].concat();
    for ending in [".ts", ".vue", ".css"] {
        all.extend(sources("ui/src", ending));
    }
    for (path, source) in all {
        for (number, line) in source.lines().enumerate() {
            let comment = line.trim_start();
            let comment = ["//", "/*", "* ", "<!--"]
                .iter()
                .any(|mark| comment.starts_with(mark));
            let chinese = line.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
            assert!(
                !(comment && chinese),
                "{path}:{}: comments are English: {line}",
                number + 1
            );
        }
    }
}
