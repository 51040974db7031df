//! What the window may not do: each line of the security rules as a test over the files that decide it.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};
use sunlot_app::commands::COMMANDS;

use crate::support::{dependencies, root, text};

fn config() -> Value {
    serde_json::from_str(&text("src-tauri/tauri.conf.json")).unwrap()
}

#[test]
fn pages_come_from_the_program_alone_and_run_nothing_inline() {
    let csp = config()["app"]["security"]["csp"]
        .as_str()
        .expect("templates default to null: never")
        .to_owned();
    let rules: BTreeSet<&str> = csp.split("; ").collect();
    let expected = [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src ipc: http://ipc.localhost",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ];
    assert_eq!(
        rules,
        BTreeSet::from(expected),
        "no remote source, no inline script, no eval, no frame"
    );
}

#[test]
fn the_doors_that_tauri_leaves_open_are_shut() {
    let config = config();
    let app = &config["app"];
    assert_eq!(
        app["withGlobalTauri"],
        json!(false),
        "a script that got in finds no window.__TAURI__"
    );
    assert_eq!(
        app["security"]["dangerousDisableAssetCspModification"],
        json!(false),
        "our CSP gets its nonces"
    );
    assert_eq!(
        app["security"]["assetProtocol"]["enable"],
        json!(false),
        "no file of the disk is served to a page"
    );
    assert_eq!(
        app["windows"],
        json!([]),
        "windows are made in code, where navigation is guarded"
    );
    assert_eq!(
        config["build"]["removeUnusedCommands"],
        json!(true),
        "what no capability allows is not built in"
    );
    assert!(
        config["build"]["devUrl"].is_null(),
        "no page is ever loaded from a server"
    );
}

#[test]
fn one_capability_file_per_window_and_only_our_commands_in_it() {
    let mut windows = Vec::new();
    for entry in fs::read_dir(root().join("src-tauri/capabilities")).unwrap() {
        let path = entry.unwrap().path();
        let capability: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert_eq!(
            capability["windows"],
            json!([stem]),
            "{stem}.json speaks of the window {stem} alone"
        );
        assert!(
            capability["remote"].is_null(),
            "no address outside may call anything"
        );
        for permission in capability["permissions"].as_array().unwrap() {
            let permission = permission
                .as_str()
                .expect("a permission without a scope of its own");
            let ours = permission.starts_with("allow-");
            let core = [
                "core:event:allow-listen",
                "core:event:allow-unlisten",
                "core:window:allow-destroy",
            ];
            assert!(
                ours || core.contains(&permission),
                "{permission} is more than this window needs"
            );
        }
        windows.push(stem);
    }
    windows.sort();
    assert_eq!(windows, ["console", "stage"], "a new window brings its own file");
    assert_eq!(
        config()["app"]["security"]["capabilities"],
        json!(windows),
        "and no other file counts"
    );
}

#[test]
fn the_stage_may_only_look() {
    let capability: Value = serde_json::from_str(&text("src-tauri/capabilities/stage.json")).unwrap();
    assert_eq!(
        capability["permissions"],
        json!(["allow-stage-view", "core:event:allow-listen"]),
        "whatever gets into the page in front of witnesses can change nothing, and asks for nothing but its picture"
    );
    let page = text("ui/stage.html");
    assert!(
        page.contains("data-window=\"stage\"") && !page.contains("<style") && !page.contains("style=\""),
        "the page brings no style of its own"
    );
    assert_eq!(
        page.matches("<script").count(),
        page.matches("<script type=\"module\" src=\"/src/").count(),
        "and no script but its start"
    );
}

#[test]
fn the_lists_of_commands_are_one_list() {
    let expected: BTreeSet<String> = COMMANDS.iter().map(|command| command.name.to_owned()).collect();
    let declared = text("src-tauri/build.rs");
    let declared = declared
        .split("CONSOLE: &[&str] = &[")
        .nth(1)
        .unwrap()
        .split("];")
        .next()
        .unwrap();
    assert_eq!(
        words(declared),
        expected,
        "build.rs declares exactly the commands of sunlot-app"
    );
    let handled = text("src-tauri/src/commands.rs");
    let handled = handled
        .split("generate_handler![")
        .nth(1)
        .unwrap()
        .split(']')
        .next()
        .unwrap();
    assert_eq!(words(handled), expected, "the window answers exactly these");
    let capability: Value = serde_json::from_str(&text("src-tauri/capabilities/console.json")).unwrap();
    let permissions = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_str);
    let allowed = permissions
        .filter_map(|p| p.strip_prefix("allow-"))
        .map(|p| p.replace('-', "_"))
        .collect();
    assert_eq!(expected, allowed, "and the console may call them");
}

fn words(list: &str) -> BTreeSet<String> {
    list.split(',')
        .map(|word| word.trim().trim_matches('"'))
        // A command may stand in a room of its own.
        .map(|word| word.rsplit("::").next().unwrap_or(word).to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

#[test]
fn no_plugin_and_no_developer_tools_in_what_people_get() {
    let lock = text("Cargo.lock");
    assert!(
        !lock.contains("name = \"tauri-plugin-"),
        "no shell, file or network plugin is anywhere in the tree"
    );
    for manifest in ["Cargo.toml", "src-tauri/Cargo.toml"] {
        assert!(
            !text(manifest).contains("devtools"),
            "{manifest}: the tools stay in debug builds"
        );
    }
    let tree = dependencies("sunlot-window");
    for client in ["reqwest", "hyper", "openssl-sys", "native-tls", "rustls"] {
        assert!(
            !tree.contains(client),
            "{client}: an offline program has no client"
        );
    }
}

#[test]
fn a_window_is_never_led_elsewhere() {
    for (window, guard) in [
        ("console", ".on_navigation(is_our_own)"),
        ("stage", ".on_navigation(console::is_our_own)"),
    ] {
        let source = text(&format!("src-tauri/src/{window}.rs"));
        assert!(source.contains(guard), "{window}: navigation is asked about");
        assert!(
            source.contains("NewWindowResponse::Deny"),
            "{window}: and new windows are refused"
        );
    }
    let opened: usize = ["console", "stage"]
        .iter()
        .map(|window| text(&format!("src-tauri/src/{window}.rs")))
        .map(|source| source.matches("WebviewWindowBuilder::new").count())
        .sum();
    assert_eq!(opened, 2, "each window is opened in one place");
}
