//! Import in three parts: reading files, taking them over beside programs that read or store the same files, and what a
//! registry of a million answers. The memory is that of the processes, told by GNU time.

mod files;
mod registry;
mod storing;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use calamine::{Reader, Xlsx, open_workbook};
use sunlot_app::reader::{Ask, ChildReader, Part, TableReader, TableSource};

const ROWS: u32 = 100_000;
const LINES: u32 = 1_000_000;
const TIMES: usize = 5;

pub fn measure() {
    let folder = tempfile::tempdir().unwrap();
    println!("import, part 1: reading (median of {TIMES})");
    println!(
        "{:<34} {:>9} {:>9} {:>12} {:>10}",
        "", "ms", "times", "rows/s", "child MiB"
    );
    let workbook = folder.path().join("list.xlsx");
    files::make_workbook(&workbook);
    let alone = median(|| calamine_alone(&workbook));
    told("xlsx: calamine's cell reader alone", alone, alone, ROWS, None);
    let (utf_8, gb_18030) = (folder.path().join("utf-8.csv"), folder.path().join("gb18030.csv"));
    files::make_list(&utf_8, false);
    files::make_list(&gb_18030, true);
    for (name, path, rows) in [
        ("xlsx: through the process", &workbook, ROWS),
        ("csv, UTF-8", &utf_8, LINES),
        ("csv, GB18030", &gb_18030, LINES),
    ] {
        let took = median(|| through_the_process(path, rows));
        told(name, took, alone, rows, Some(memory(path)));
    }
    storing::measure(folder.path(), &workbook, &utf_8, &gb_18030, alone);
    registry::measure(folder.path());
}

fn told(name: &str, took: f64, alone: f64, rows: u32, memory: Option<u64>) {
    let memory = memory.map_or(String::new(), |kib| (kib / 1024).to_string());
    println!(
        "{name:<34} {took:>9.0} {:>8.2}× {:>12.0} {memory:>10}",
        took / alone,
        f64::from(rows) / took * 1000.0
    );
}

fn median(mut once: impl FnMut()) -> f64 {
    let mut took: Vec<f64> = (0..TIMES)
        .map(|_| {
            let begun = Instant::now();
            once();
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    took.sort_by(f64::total_cmp);
    took[TIMES / 2]
}

fn calamine_alone(path: &Path) {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let name = book.sheet_names()[0].clone();
    let mut cells = book.worksheet_cells_reader(&name).unwrap();
    let mut count = 0;
    while let Some(cell) = cells.next_cell().unwrap() {
        std::hint::black_box(cell.get_value());
        count += 1;
    }
    assert_eq!(count, (ROWS + 1) * 12, "every cell was read");
}

fn through_the_process(path: &Path, rows: u32) {
    let reader = ChildReader::at(program());
    let mut cells = 0_u64;
    let source = TableSource::File(path.to_owned());
    let mut take = |part: Part<'_>| {
        if let Part::Row { cells: row, .. } = part {
            cells += std::hint::black_box(row).len() as u64;
        }
        Ok(())
    };
    let reading = reader.read(&source, &Ask::default(), &mut take, &AtomicBool::new(false));
    assert_eq!(reading.unwrap().rows, u64::from(rows) + 1, "every row was read");
    assert_eq!(cells, (u64::from(rows) + 1) * 12, "and every cell");
}

/// The most memory that the process that reads had, in KiB.
fn memory(path: &Path) -> u64 {
    let timed = Command::new("time")
        .args(["-f", "%M"])
        .arg(program())
        .arg("read-table")
        .stdin(File::open(path).unwrap())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    String::from_utf8_lossy(&timed.stderr).trim().parse().unwrap()
}

pub(crate) fn program() -> PathBuf {
    std::env::var_os("SUNLOT_BIN")
        .expect("./dev bench names the program")
        .into()
}
