//! Taking files over: read, checked, compared and stored by ours; read, or read and stored without a check, by others.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::{LINES, ROWS, memory, program};

pub fn measure(folder: &Path, workbook: &Path, utf_8: &Path, gb_18030: &Path, alone: f64) {
    println!("\nimport, part 2: taken over (one run each)");
    println!(
        "{:<58} {:>9} {:>9} {:>12} {:>10}",
        "", "ms", "times", "rows/s", "MiB"
    );
    let base = ("100,000-row xlsx: calamine's cell reader alone", alone, None);
    told(base, alone, ROWS);
    told(
        ours(folder, "  ours: checked, compared, stored", workbook),
        alone,
        ROWS,
    );
    for (name, what) in [
        ("  openpyxl: read", "openpyxl"),
        ("  pandas: read", "pandas_xlsx"),
        ("  polars: read", "polars_xlsx"),
    ] {
        if let Some(took) = python(what, workbook) {
            told((name, took, None), alone, ROWS);
        }
    }
    let sqlite = sqlite(folder, utf_8);
    let base = sqlite.unwrap_or(alone);
    if let Some(sqlite) = sqlite {
        let name = "1,000,000-row csv: sqlite3 .import, unique index";
        told((name, sqlite, None), base, LINES);
    }
    told(
        ours(folder, "  ours, UTF-8: checked, compared, stored", utf_8),
        base,
        LINES,
    );
    told(
        ours(folder, "  ours, GB18030: checked, compared, stored", gb_18030),
        base,
        LINES,
    );
    for (name, what) in [
        ("  DuckDB: read and stored, unique index", "duckdb"),
        ("  pandas: read", "pandas_csv"),
        ("  polars: read", "polars_csv"),
    ] {
        if let Some(took) = python(what, utf_8) {
            told((name, took, None), base, LINES);
        }
    }
}

fn told((name, took, memory): (&str, f64, Option<u64>), base: f64, rows: u32) {
    let memory = memory.map_or(String::new(), |kib| (kib / 1024).to_string());
    println!(
        "{name:<58} {took:>9.0} {:>8.2}× {:>12.0} {memory:>10}",
        took / base,
        f64::from(rows) / took * 1000.0
    );
}

/// Milliseconds, and the memory of both processes at their worst.
fn ours<'n>(folder: &Path, name: &'n str, file: &Path) -> (&'n str, f64, Option<u64>) {
    let office = folder.join("office");
    let _ = fs::remove_dir_all(&office);
    let state = folder.join("state").join(begun_name(file));
    let profile = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/sample/profile.json");
    let made = Command::new(program())
        .arg("--office")
        .arg(&office)
        .args(["office", "set", "--from"])
        .arg(profile)
        .env("XDG_STATE_HOME", &state)
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert!(made.success(), "an office to import into");
    let begun = Instant::now();
    let timed = Command::new("time")
        .args(["-f", "%M"])
        .arg(program())
        .arg("--office")
        .arg(&office)
        .args(["import", "targets"])
        .arg(file)
        .args(["--reason", "测量"])
        .env("XDG_STATE_HOME", state)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    let took = begun.elapsed().as_secs_f64() * 1000.0;
    let said = String::from_utf8_lossy(&timed.stderr).into_owned();
    let parent = said
        .lines()
        .last()
        .and_then(|line| line.trim().parse::<u64>().ok());
    assert!(timed.status.success(), "{said}");
    (name, took, parent.map(|parent| parent + memory(file)))
}

/// Each import begins an office of its own, which no anchor knows yet.
fn begun_name(file: &Path) -> String {
    file.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// Into a bare table with a unique index, as a person at a terminal would.
fn sqlite(folder: &Path, file: &Path) -> Option<f64> {
    let database = folder.join("bare.db");
    let _ = fs::remove_file(&database);
    let begun = Instant::now();
    let done = Command::new("sqlite3")
        .arg(&database)
        .arg("CREATE TABLE t (a, b, c, d, e, f, g, h, i, j, k, l); CREATE UNIQUE INDEX u ON t (c);")
        .arg(".mode csv")
        .arg(format!(".import --skip 1 {} t", file.display()))
        .arg("SELECT count(*) FROM t")
        .output();
    let took = begun.elapsed().as_secs_f64() * 1000.0;
    let Ok(done) = done else {
        println!("sqlite3 is not installed");
        return None;
    };
    assert_eq!(
        String::from_utf8_lossy(&done.stdout).trim(),
        LINES.to_string(),
        "every row was stored"
    );
    Some(took)
}

/// One of the programs of `peers_import.py`; it measures itself, so that starting Python does not count.
fn python(what: &str, file: &Path) -> Option<f64> {
    let python = std::env::var_os("SUNLOT_PEERS_PYTHON")?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers_import.py");
    let done = Command::new(python)
        .arg(script)
        .arg(what)
        .arg(file)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stdout).trim().parse().ok();
    if said.is_none() {
        println!("{what}: {}", String::from_utf8_lossy(&done.stderr).trim());
    }
    said
}
