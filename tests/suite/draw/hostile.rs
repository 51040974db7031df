//! Files made to hurt: each ends in a clear refusal, within a bound of memory that is set from outside.

use std::fs;
use std::process::{Command, Output};

use serde_json::{Value, json};

use super::bytes;
use crate::support::{json as answer, program, said};

/// What the program may use: a few times the largest file here, which has 100 MB.
const LIMIT_KB: u32 = 700_000;

/// Verifies a file with no more memory than allowed.
fn verify(bytes: &[u8]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hostile.json");
    fs::write(&file, bytes).unwrap();
    Command::new("sh")
        .arg("-c")
        .arg(format!("ulimit -v {LIMIT_KB}; exec \"$0\" verify --json \"$1\""))
        .arg(program())
        .arg(&file)
        .output()
        .unwrap()
}

fn format_reason(ended: &Output) -> String {
    let report = answer(ended);
    report["files"][0]["checks"][0]["reason"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// The smallest worked case with a text in place of another.
fn with(old: &str, new: &str) -> Vec<u8> {
    let text = String::from_utf8(bytes("01-small.record.json")).unwrap();
    assert!(text.contains(old), "the file has {old}");
    text.replacen(old, new, 1).into_bytes()
}

/// The same with one more key in the record.
fn with_key(value: &str) -> Vec<u8> {
    with("\"record\": {", &format!("\"record\": {{\"x\": {value}, "))
}

#[track_caller]
fn refused(what: &str, file: &[u8], status: i32, reason: &str) {
    let ended = verify(file);
    assert_eq!(
        ended.status.code(),
        Some(status),
        "{what} must end in a refusal, not in a crash: {}",
        said(&ended.stderr)
    );
    let told = format_reason(&ended);
    assert!(
        told.contains(reason),
        "{what}: {reason:?} is missing in {told:.300}"
    );
    assert!(
        told.chars().count() < 2000,
        "{what}: a reason stays short enough to read"
    );
}

#[test]
fn depth_without_end() {
    let deep = 1_000_000;
    refused("only brackets", "[".repeat(deep).as_bytes(), 2, "不是 JSON 文本");
    let closed = format!("{}{}", "[".repeat(deep), "]".repeat(deep));
    refused("closed brackets", closed.as_bytes(), 2, "顶层不是对象");
    let objects = "{\"a\":".repeat(deep);
    refused("only objects", objects.as_bytes(), 2, "不是 JSON 文本");
    refused("deep under an unknown key", &with_key(&closed), 1, "不认识的键");
    let ext = with(
        "\"createdAt\"",
        &format!("\"ext\": {{\"a\": {closed}}}, \"createdAt\""),
    );
    refused("deep where the office's own stands", &ext, 1, "嵌套超过 16 层");
}

#[test]
fn a_hundred_megabytes_in_one_string() {
    let long = "长".repeat(35_000_000);
    refused(
        "as an unknown value",
        &with_key(&format!("\"{long}\"")),
        1,
        "不认识的键",
    );
    let key = with("\"record\": {", &format!("\"record\": {{\"{long}\": 1, "));
    refused("as a key", &key, 1, "不认识的键");
    let id = format!("\"id\": \"{}", "A".repeat(100_000_000));
    refused("as an id", &with("\"id\": \"", &id), 1, "不是合规的编号");
}

#[test]
fn a_million_of_anything() {
    let many = |one: &str| vec![one; 1_000_000].join(",");
    let keys = with(
        "\"record\": {",
        &format!("\"record\": {{{}, ", many("\"protocol\":\"sunlot/1\"")),
    );
    refused("one key a million times", &keys, 1, "键重复");
    let unknown: Vec<String> = (0..1_000_000).map(|at| format!("\"k{at}\":0")).collect();
    let unknown = with("\"record\": {", &format!("\"record\": {{{}, ", unknown.join(",")));
    refused("a million unknown keys", &unknown, 1, "另有 999992 处");
    let list = with("\"amendments\": [", &format!("\"amendments\": [{}", many("0")));
    refused("a list of a million wrong things", &list, 1, "应为对象，实为数");
}

#[test]
fn numbers_and_letters_beyond_all_bounds() {
    let digits = "9".repeat(1_000_000);
    refused("a million digits, unknown", &with_key(&digits), 1, "不认识的键");
    let number = with("\"sequence\": 9", &format!("\"sequence\": {digits}"));
    refused("a million digits", &number, 1, "数大得读不出");
    let exponent = with("\"sequence\": 9", "\"sequence\": 1e999999999");
    refused("an exponent without end", &exponent, 1, "数大得读不出");
    let fraction = with("\"sequence\": 9", &format!("\"sequence\": 9.{digits}"));
    refused(
        "a fraction without end",
        &fraction,
        1,
        "应为 0 至 9007199254740991 的整数",
    );
    let surrogate = with("\"title\": \"", "\"title\": \"\\ud800");
    refused("half a letter", &surrogate, 1, "不成对的代理码");
    let wide: Vec<u8> = "{\"record\"}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    refused("UTF-16", &wide, 2, "不是");
    refused("nothing but zeros", &vec![0; 1_000_000], 2, "不是 JSON 文本");
    refused("nothing at all", b"", 2, "不是 JSON 文本");
}

/// The smallest worked case after some edits of its value.
fn edited(edit: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut value: Value = serde_json::from_slice(&bytes("01-small.record.json")).unwrap();
    edit(&mut value);
    serde_json::to_vec(&value).unwrap()
}

/// Every reason of a file that can be read is short enough to read.
#[track_caller]
fn judged(what: &str, file: &[u8]) {
    let ended = verify(file);
    assert_eq!(
        ended.status.code(),
        Some(1),
        "{what} must be judged, not crash: {}",
        said(&ended.stderr)
    );
    for check in answer(&ended)["files"][0]["checks"].as_array().unwrap() {
        let reason = check["reason"].as_str().unwrap();
        assert!(
            reason.chars().count() < 20_000,
            "{what}, {}: a reason of {} characters",
            check["name"],
            reason.chars().count()
        );
    }
}

#[test]
fn what_multiplies_is_not_multiplied_out() {
    let salt = "00".repeat(16);
    let inspector = |at: usize| json!({"salt": salt, "id": format!("F{at:06}"), "name": "甲", "dept": "乙", "skills": ["丙"]});
    let people = edited(|value| {
        let manifest = &mut value["record"]["manifest"];
        manifest["inspectors"] = (0..12_000).map(inspector).collect();
        manifest["strata"][0]["slots"] = (0..12_000).map(|_| json!({"role": "丁"})).collect();
        value["record"]["result"]["selected"] = json!([]);
        value["standing"] = json!([]);
    });
    judged("12,000 slots for 12,000 inspectors", &people);

    let rows = edited(|value| {
        value["record"]["manifest"]["inspectors"] = json!([]);
        value["record"]["manifest"]["strata"][0]["slots"] =
            (0..10_000).map(|_| json!({"role": "丁"})).collect();
        let rows: Value = (0..300)
            .map(|_| json!({"stratum": "A", "number": 1, "crew": []}))
            .collect();
        value["record"]["result"]["selected"] = rows.clone();
        value["standing"] = rows;
    });
    judged("300 rows of 10,000 slots", &rows);
}

#[test]
fn many_strata_are_found_by_their_keys() {
    let salt = "00".repeat(16);
    let many = edited(|value| {
        let record = &mut value["record"];
        let stratum = |at: usize| {
            json!({"key": format!("K{at}"), "label": "甲", "items": [], "rule": {"kind": "count", "n": 1}, "quota": 1, "reserve": 0,
                   "slots": [], "targets": [{"salt": salt, "id": format!("T{at:06}"), "name": "乙"}]})
        };
        record["manifest"]["strata"] = (0..15_000).map(stratum).collect();
        let row = |at: usize| json!({"stratum": format!("K{at}"), "number": 1, "crew": []});
        record["result"]["selected"] = (0..15_000).map(row).collect();
        value["standing"] = (0..15_000).map(row).collect();
    });
    judged("15,000 strata of one target each", &many);
}
