//! A record of a million targets: drawn and verified by the command line, with time and memory.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

const TARGETS: u32 = 1_000_000;

pub fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case.json");
    let record = folder.path().join("record.json");
    write_case(&case, TARGETS);
    println!(
        "# A record of {TARGETS} targets: 5% drawn with two inspectors each out of 60 (quickest of 3; browser: once)"
    );
    println!("  case {} MB", case.metadata().unwrap().len() / 1_000_000);
    timed("sunlot draw", &["draw"], &case, Some(&record));
    println!("  record {} MB", record.metadata().unwrap().len() / 1_000_000);
    timed("sunlot verify", &["verify", "--json"], &record, None);
    browser(&record);
}

/// The page's engine under Node and in Chromium, as measured by its own script.
fn browser(record: &Path) {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/verifier/bench.mjs");
    let run = Command::new("node")
        .arg(script)
        .arg(record)
        .stderr(Stdio::inherit())
        .output();
    let run = run.expect("node is installed");
    assert!(run.status.success(), "the page's measurement failed");
    let said: Value = serde_json::from_slice(&run.stdout).unwrap();
    let figure = |key: &str| said[key].as_f64();
    if let Some(seconds) = figure("node_seconds") {
        println!("  {:<38} {seconds:>9.2} s", "verify.html's engine, Node");
    }
    if let (Some(seconds), Some(megabytes)) = (figure("chromium_seconds"), figure("peak_mb")) {
        println!(
            "  {:<38} {seconds:>9.2} s {megabytes:>6.0} MB",
            "verify.html, Chromium"
        );
    }
    if let Some(gap) = figure("longest_gap_ms") {
        println!("  {:<38} {gap:>9.0} ms", "its page never silent for longer than");
    }
}

/// Runs the command line three times and prints the quickest: what else a machine does only adds.
fn timed(name: &str, arguments: &[&str], file: &Path, into: Option<&Path>) {
    let runs = (0..3).map(|_| run(name, arguments, file, into));
    let (seconds, megabytes) = runs.min_by(|one, other| one.0.total_cmp(&other.0)).unwrap();
    println!("  {name:<38} {seconds:>9.2} s {megabytes:>6} MB");
}

/// One run under GNU time: seconds, and the most memory in MB.
fn run(name: &str, arguments: &[&str], file: &Path, into: Option<&Path>) -> (f64, u64) {
    let sunlot = std::env::var_os("SUNLOT_BIN").expect("SUNLOT_BIN names the program");
    let answer = into.map_or_else(Stdio::null, |path| File::create(path).unwrap().into());
    let run = Command::new("/usr/bin/time")
        .args(["-f", "%e %M"])
        .arg(sunlot)
        .args(arguments)
        .arg(file)
        .stdout(answer)
        .output();
    let run = run.expect("GNU time is installed");
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success(), "{name}: {said}");
    let (seconds, kilobytes) = said.trim().split_once(' ').unwrap();
    (seconds.parse().unwrap(), kilobytes.parse::<u64>().unwrap() / 1024)
}

/// A case with so many targets in four strata, each with a name and a township.
pub fn write_case(path: &Path, targets: u32) {
    let mut file = BufWriter::new(File::create(path).unwrap());
    let each = targets / 4;
    let strata: Vec<_> = ["A", "B", "C", "D"]
        .into_iter()
        .zip((0..).step_by(each as usize))
        .map(|(key, first)| stratum(key, first, each))
        .collect();
    let inspectors: Vec<_> = (0..60)
        .map(|at| {
            let dept = ["市场监管局", "应急局", "气象局"][at % 3];
            let skills = &["计量", "防雷", "食品"][at % 3..];
            json!({"salt": salt(9_000_000 + at as u64), "id": format!("冀F{:08}", at), "name": format!("检查员{at}"), "dept": dept,
                   "skills": skills})
        })
        .collect();
    let manifest = json!({
        "protocol": "sunlot/1", "drawId": "2026-1", "task": "〔2026〕1号", "sequence": 1, "previous": "0".repeat(64), "attempt": 1,
        "basis": null, "amended": [], "station": "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8",
        "office": {"code": "130609", "name": "徐水区市场监督管理局"}, "title": "2026年下半年“双随机”抽查",
        "createdAt": "2026-11-20T09:30:00+08:00", "seats": [{"role": "人大代表", "alias": "见证人1"}], "challenge": "868751",
        "items": [{"code": "QX-01", "name": "防雷装置检测"}], "strata": strata, "exclusions": [], "inspectors": inspectors,
        "recusals": [], "crew": {"cap": 0, "balance": true}
    });
    let case = json!({"manifest": manifest, "secret": "ab".repeat(32), "contributions": ["20261120093000123456"], "amendments": []});
    serde_json::to_writer(&mut file, &case).unwrap();
    file.flush().unwrap();
}

fn stratum(key: &str, first: u32, targets: u32) -> Value {
    let quota = targets / 20;
    let leaves: Vec<_> = (0..targets)
        .map(|at| {
            let name = format!("徐水区第{}号个体工商经营部", first + at);
            json!({"salt": salt(u64::from(first + at)), "id": format!("91{:016}", first + at), "name": name, "region": "大王店镇"})
        })
        .collect();
    json!({"key": key, "label": format!("{key}类"), "items": ["QX-01"],
           "rule": {"kind": "rate", "bp": 500, "rounding": "down", "min": 0, "max": null}, "quota": quota, "reserve": 5,
           "slots": [{"role": "主办"}, {"role": "协办", "dept": null}], "targets": leaves})
}

/// Looks random and is the same in every run.
fn salt(of: u64) -> String {
    format!(
        "{:032x}",
        u128::from(of).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
    )
}
