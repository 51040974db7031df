//! `sunlot`: exit status 0, 1 and 2, Chinese for people on stderr or stdout, JSON for programs on stdout.

use serde_json::json;
use sunlot_app::commands::COMMANDS;

use crate::support::{Office, json, program, root, said, sample_profile};

#[test]
fn a_profile_is_set_from_a_file_and_by_option_and_shown_again() {
    let office = Office::none();
    let sample = root().join("assets/sample/profile.json");
    let set = office.run(&[
        "office",
        "set",
        "--from",
        &sample.display().to_string(),
        "--phone",
        "8680000",
    ]);
    assert_eq!(
        set.status.code(),
        Some(0),
        "the sample is right: {}",
        said(&set.stderr)
    );

    let shown = json(&office.run(&["--json", "office", "show"]));
    let mut expected = sample_profile();
    expected.phone = "8680000".to_owned();
    assert_eq!(
        shown["profile"],
        json!(expected),
        "options come after the file, the rest is the file's"
    );
    assert_eq!(shown["version"], 1, "one set is one version");

    let told = said(&office.run(&["office", "show"]).stdout);
    for part in [
        "清源县应急管理局（示例单位）",
        "法定行政机关",
        "政务服务中心一楼大厅",
        "（命令行，未设账户）",
    ] {
        assert!(told.contains(part), "people must find {part:?} in:\n{told}");
    }
}

#[test]
fn what_is_not_named_stays_as_it_was() {
    let office = Office::sample();
    let set = office.run(&["office", "set", "--address", "清源县人民路 1 号"]);
    assert_eq!(
        said(&set.stdout),
        "已保存第 2 版，改动：地址。\n",
        "only the address changed"
    );
    let channels = office.run(&[
        "office",
        "set",
        "--channel",
        "公示栏=大门口",
        "--channel",
        "portal=网站",
    ]);
    assert_eq!(
        channels.status.code(),
        Some(0),
        "a kind may be named in Chinese or as on the wire"
    );
    let shown = json(&office.run(&["--json", "office", "show"]));
    assert_eq!(
        shown["profile"]["channels"],
        json!([{ "kind": "notice_board", "detail": "大门口" }, { "kind": "portal", "detail": "网站" }]),
        "channels are given as a whole"
    );
    office.run(&["office", "set", "--channel", "", "--authority", ""]);
    let shown = json(&office.run(&["--json", "office", "show"]));
    assert_eq!(
        shown["profile"]["channels"],
        json!([]),
        "an empty one clears them"
    );
    assert_eq!(
        shown["profile"]["authority"],
        json!(null),
        "and so it does with a choice"
    );
}

#[test]
fn a_refusal_exits_1_with_every_problem_in_chinese_and_as_json() {
    let office = Office::none();
    let arguments = ["office", "set", "--name", "甲", "--code", "123", "--phone", "x"];
    let refused = office.run(&arguments);
    assert_eq!(refused.status.code(), Some(1), "refused is 1");
    assert!(refused.stdout.is_empty(), "stdout is for answers");
    let told = said(&refused.stderr);
    for part in [
        "单位代码应为 18 位，现在是 3 位。",
        "电话的第 1 个字符“x”不是电话号码里的字符。",
    ] {
        assert!(told.contains(part), "every problem is told: {part:?} in\n{told}");
    }
    let refused = json(&office.run(&[&["--json"], &arguments[..]].concat()));
    assert_eq!(refused["code"], "profile_invalid", "programs get the code");
    assert_eq!(
        refused["problems"][0]["place"],
        json!({ "field": "code" }),
        "and each problem with its place"
    );
    assert!(!office.database().exists(), "and no office was made of it");
}

#[test]
fn a_dry_run_tells_the_same_and_writes_nothing() {
    let office = Office::sample();
    let checked = office.run(&["office", "set", "--check", "--code", "123"]);
    assert_eq!(checked.status.code(), Some(1), "it would be refused");
    let checked = office.run(&["office", "set", "--check", "--address", "别处"]);
    assert_eq!(checked.status.code(), Some(0), "it would be saved");
    assert_eq!(
        json(&office.run(&["--json", "office", "show"]))["version"],
        1,
        "but it was not"
    );
}

#[test]
fn misuse_and_unreadable_things_exit_2_and_say_in_chinese_what_to_do() {
    let office = Office::none();
    let cases: &[(&[&str], &str)] = &[
        (&["office", "fly"], "没有“fly”这个命令。"),
        (&["office", "set", "--colour", "red"], "不认识参数“--colour”。"),
        (&["office", "set", "--name"], "后面要写值。"),
        (&["audit", "show", "--last", "many"], "的值“many”不能用。"),
        (&["office", "show"], "里还没有单位数据。"),
        (&["audit", "verify"], "里还没有单位数据。"),
        (
            &["office", "set", "--from", "/no/such/file.json"],
            "收到的内容看不懂",
        ),
        (
            &["office", "set", "--name", "甲", "--channel", "moon=1"],
            "的值“moon=1”不能用。",
        ),
        (&[], "用法：sunlot"),
    ];
    for (arguments, part) in cases {
        let run = office.run(arguments);
        assert_eq!(
            run.status.code(),
            Some(2),
            "{arguments:?} is misuse or unreadable: {}",
            said(&run.stderr)
        );
        let told = said(&run.stderr);
        assert!(
            told.contains(part),
            "{arguments:?} must say {part:?}, said:\n{told}"
        );
    }
}

#[test]
fn misuse_is_told_to_programs_as_well() {
    let run = Office::none().run(&["--json", "office", "set", "--colour", "red"]);
    assert_eq!(
        json(&run)["code"],
        "argument_unknown",
        "a program that misspells an option can see it"
    );
}

#[test]
fn a_form_that_names_a_field_twice_or_not_rightly_is_refused() {
    let office = Office::none();
    for form in [
        r#"{"name": "甲", "name": "乙"}"#,
        r#"["甲"]"#,
        r#"{"channels": [{"kind": "other", "place": "x"}]}"#,
    ] {
        let file = office.path().with_extension("json");
        std::fs::write(&file, form).unwrap();
        let run = office.run(&["--json", "office", "set", "--from", &file.display().to_string()]);
        std::fs::remove_file(&file).unwrap();
        assert_eq!(
            json(&run)["code"],
            "request_unreadable",
            "{form}: nobody can know what was meant"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_said_and_one_that_nobody_wants_is_not() {
    let office = Office::sample();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let run = |stdout: std::process::Stdio| {
        let mut command = std::process::Command::new(program());
        command
            .env("SUNLOT_HOME", office.path())
            .env("XDG_STATE_HOME", office.state())
            .args(["office", "show"])
            .stdout(stdout)
            .output()
            .unwrap()
    };
    let refused = run(full.into());
    assert_eq!(
        refused.status.code(),
        Some(1),
        "a full disk behind > must not look like success"
    );
    assert!(
        said(&refused.stderr).contains("结果没能全部写出来"),
        "and it is told"
    );
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    assert_eq!(
        run(writer.into()).status.code(),
        Some(0),
        "who pipes into head has seen enough"
    );
}

#[test]
fn two_saves_at_once_lose_neither() {
    let office = Office::sample();
    for round in 0..12 {
        let (address, region) = (format!("{round} 号"), format!("{round} 县"));
        let start = |field: &str, value: &str| {
            let mut command = std::process::Command::new(program());
            command
                .env("SUNLOT_HOME", office.path())
                .env("XDG_STATE_HOME", office.state())
                .args(["office", "set", field, value]);
            command
                .stdout(std::process::Stdio::null())
                .stderr(std::process::Stdio::null())
                .spawn()
                .unwrap()
        };
        let mut saves = [start("--address", &address), start("--region-name", &region)];
        let done = saves.each_mut().map(|save| save.wait().unwrap().success());
        let profile = json(&office.run(&["--json", "office", "show"]))["profile"].take();
        assert!(
            !done[0] || profile["address"] == address.as_str(),
            "round {round}: an acknowledged save is kept"
        );
        assert!(
            !done[1] || profile["regionName"] == region.as_str(),
            "round {round}: and so is the other"
        );
    }
}

#[test]
fn a_form_with_an_unknown_field_is_refused_and_names_it() {
    let office = Office::none();
    let form = office.path().join("form.json");
    std::fs::write(&form, r#"{"name": "甲", "telephone": "1"}"#).unwrap();
    let run = office.run(&["--json", "office", "set", "--from", &form.display().to_string()]);
    assert_eq!(
        run.status.code(),
        Some(2),
        "a misspelled field must not be swallowed"
    );
    assert!(
        json(&run)["detail"].as_str().unwrap().contains("telephone"),
        "the field is named"
    );
}

#[test]
fn the_audit_verb_exits_1_when_somebody_touched_the_file() {
    let office = Office::sample();
    let whole = office.run(&["audit", "verify", "--whole"]);
    assert_eq!(whole.status.code(), Some(0), "nobody touched it");
    assert!(
        said(&whole.stdout).starts_with("核对无误：2 条留痕、5 行数据。"),
        "and it says so"
    );
    office.tamper("DROP TRIGGER office_profile_update; UPDATE office_profile SET phone = '110';");
    let broken = office.run(&["audit", "verify", "--whole"]);
    assert_eq!(broken.status.code(), Some(1), "not valid is 1");
    let told = said(&broken.stdout);
    assert!(
        told.contains("第 2 号留痕写下的单位资料（1 行）内容被改动过。"),
        "it names the row:\n{told}"
    );
    assert_eq!(
        json(&office.run(&["--json", "audit", "verify", "--whole"]))["valid"],
        false,
        "programs see it too"
    );
}

#[test]
fn a_second_writer_exits_1_while_a_window_is_open() {
    let office = Office::sample();
    let window = office.desk();
    window.console_view().unwrap();
    let refused = office.run(&["--json", "office", "set", "--name", "乙"]);
    assert_eq!(refused.status.code(), Some(1), "it is refused, not queued");
    assert_eq!(json(&refused)["code"], "office_in_use", "and says why");
    assert_eq!(
        office.run(&["office", "show"]).status.code(),
        Some(0),
        "reading goes on beside the window"
    );
}

#[test]
fn whatever_the_window_can_do_has_its_words_here() {
    let without: Vec<_> = COMMANDS
        .iter()
        .filter(|command| command.cli.is_none())
        .map(|c| c.name)
        .collect();
    assert_eq!(
        without,
        [
            "console_ready",
            "console_stir",
            "stage_open",
            "account_enter",
            "account_leave",
            "account_lock",
            "file_choose",
            "stage_typing",
            "import_forget",
            "import_progress",
            "import_stop",
            "trail_progress",
            "trail_stop",
            "backup_progress",
            "backup_stop"
        ],
        "only showing a window needs a window, and sitting at it; a command says --as instead and ends by Ctrl+C"
    );
    for words in COMMANDS.iter().filter_map(|command| command.cli) {
        let help = std::process::Command::new(program())
            .args(words)
            .arg("--help")
            .output()
            .unwrap();
        assert_eq!(help.status.code(), Some(0), "{words:?} must exist");
        assert!(
            !said(&help.stdout).contains("[OPTIONS]"),
            "{words:?}: help is Chinese throughout"
        );
    }
}
