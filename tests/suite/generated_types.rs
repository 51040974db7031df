//! The TypeScript of the wire is made from Rust, committed, and never drifts.
//!
//! `SUNLOT_UPDATE=1 cargo test -p sunlot-tests generated` writes it anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::json;
use strum::VariantArray;
use sunlot_app::Who;
use sunlot_app::account::Role;
use sunlot_app::commands::{COMMANDS, export_types};
use sunlot_app::office::{AuthorityKind, ChannelKind, Field};
use ts_rs::Config;

use crate::support::root;

const HEAD: &str = "// Generated from Rust by a test. Do not edit.\n";

#[test]
fn the_committed_types_are_those_of_the_program() {
    let made = tempfile::tempdir().unwrap();
    let config = Config::new().with_out_dir(made.path()).with_large_int("number");
    export_types(&config).expect("every type can be written");
    fs::write(made.path().join("commands.ts"), commands(&config)).unwrap();
    fs::write(made.path().join("labels.ts"), labels()).unwrap();
    fs::write(made.path().join("permits.ts"), permits()).unwrap();

    let committed = root().join("ui/src/ipc/generated");
    if std::env::var_os("SUNLOT_UPDATE").is_some() {
        replace(&committed, &files(made.path()));
    }
    let (expected, found) = (files(made.path()), files(&committed));
    let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        names(&found),
        names(&expected),
        "a type that is gone must not linger, a new one not be missing"
    );
    for (name, text) in expected {
        assert_eq!(found[&name], text, "{name} has drifted; run with SUNLOT_UPDATE=1");
    }
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                fs::read_to_string(path).unwrap(),
            )
        })
        .collect()
}

fn replace(folder: &Path, files: &BTreeMap<String, String>) {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
}

fn commands(config: &Config) -> String {
    let mut names: Vec<String> = COMMANDS
        .iter()
        .flat_map(|c| [(c.request)(config), (c.response)(config)])
        // Perhaps nothing: the type of what there is has the file.
        .map(|name| name.trim_end_matches(" | null").to_owned())
        .collect();
    names.sort();
    names.dedup();
    let mut text = HEAD.to_owned();
    for name in names.iter().filter(|name| *name != "null") {
        writeln!(text, "import type {{ {name} }} from './{name}'").unwrap();
    }
    text += "\nexport type Commands = {\n";
    for command in COMMANDS {
        let (request, response) = ((command.request)(config), (command.response)(config));
        writeln!(
            text,
            "  {}: {{ request: {request}; response: {response} }}",
            command.name
        )
        .unwrap();
    }
    text + "}\n"
}

fn labels() -> String {
    let mut text = HEAD.to_owned();
    for name in ["AuthorityKind", "ChannelKind", "OfficeProfile", "Role"] {
        writeln!(text, "import type {{ {name} }} from './{name}'").unwrap();
    }
    let authority = AuthorityKind::VARIANTS
        .iter()
        .map(|kind| (json!(kind), kind.label()));
    let channel = ChannelKind::VARIANTS
        .iter()
        .map(|kind| (json!(kind), kind.label()));
    let field = Field::VARIANTS.iter().map(|field| (json!(field), field.label()));
    let role = Role::VARIANTS.iter().map(|role| (json!(role), role.label()));
    table(&mut text, "AUTHORITY_KIND_LABELS", "AuthorityKind", authority);
    table(&mut text, "CHANNEL_KIND_LABELS", "ChannelKind", channel);
    table(&mut text, "OFFICE_PROFILE_LABELS", "keyof OfficeProfile", field);
    table(&mut text, "ROLE_LABELS", "Role", role);
    text
}

/// The acts of two people: one of the first roles and one of the second, whichever of them sits at the screen.
fn permits() -> String {
    let mut text = HEAD.to_owned();
    text += "import type { Commands } from './commands'\nimport type { Role } from './Role'\n\n";
    text += "export const TWO_PEOPLE: Partial<Record<keyof Commands, [Role[], Role[]]>> = {\n";
    for command in COMMANDS {
        if let Who::Two(first, second) = command.permit.who {
            writeln!(text, "  {}: [{}, {}],", command.name, json!(first), json!(second)).unwrap();
        }
    }
    text + "}\n"
}

fn table(
    text: &mut String,
    name: &str,
    key: &str,
    rows: impl Iterator<Item = (serde_json::Value, &'static str)>,
) {
    writeln!(text, "\nexport const {name}: Record<{key}, string> = {{").unwrap();
    for (key, label) in rows {
        writeln!(text, "  {}: '{label}',", key.as_str().unwrap()).unwrap();
    }
    *text += "}\n";
}
