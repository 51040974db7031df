//! Import, its first part: reading. A workbook of 100,000 rows through calamine's own cell reader and through the process
//! that reads, and lists of a million lines. The memory is that of the process, told by GNU time.

use std::fmt::Write as _;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use calamine::{Reader, Xlsx, open_workbook};
use rust_xlsxwriter::{Format, Workbook};
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
    make_workbook(&workbook);
    let alone = median(|| calamine_alone(&workbook));
    told("xlsx: calamine's cell reader alone", alone, alone, ROWS, None);
    for (name, path, rows) in [
        ("xlsx: through the process", workbook.clone(), ROWS),
        ("csv, UTF-8", list(folder.path(), false), LINES),
        ("csv, GB18030", list(folder.path(), true), LINES),
    ] {
        let took = median(|| through_the_process(&path, rows));
        told(name, took, alone, rows, Some(memory(&path)));
    }
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

fn program() -> PathBuf {
    std::env::var_os("SUNLOT_BIN")
        .expect("./dev bench names the program")
        .into()
}

fn cells(row: u32) -> [String; 12] {
    [
        (row + 1).to_string(),
        format!("徐水区第{row}商贸服务有限公司"),
        format!("91130609MA{:07}X", row % 10_000_000),
        format!("刘{}国", ["建", "卫", "爱", "立"][row as usize % 4]),
        format!("1380000{:04}", row % 10_000),
        format!("河北省保定市徐水区安肃镇振兴西路{}号", row % 900),
        ["安肃镇", "崔庄镇", "大因镇", "遂城镇"][row as usize % 4].to_owned(),
        ["良好", "一般", "不良"][row as usize % 3].to_owned(),
        format!("20{:02}-{:02}-{:02}", row % 26, row % 12 + 1, row % 28 + 1),
        (row % 3).to_string(),
        "存续".to_owned(),
        format!("备注{}", row % 50),
    ]
}

fn make_workbook(path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for column in 0..12 {
        sheet.write_string(0, column, format!("列{column}")).unwrap();
    }
    for row in 0..ROWS {
        for (column, text) in (0..).zip(cells(row)) {
            match column {
                0 | 9 => sheet.write_number(row + 1, column, text.parse::<f64>().unwrap()),
                8 => sheet.write_number_with_format(row + 1, column, f64::from(36_526 + row % 9_000), &day),
                _ => sheet.write_string(row + 1, column, text),
            }
            .unwrap();
        }
    }
    book.save(path).unwrap();
}

fn list(folder: &Path, old: bool) -> PathBuf {
    let path = folder.join(if old { "gb18030.csv" } else { "utf-8.csv" });
    let mut text = (0..12)
        .map(|column| format!("列{column}"))
        .collect::<Vec<_>>()
        .join(",");
    text.push('\n');
    for row in 0..LINES {
        writeln!(text, "{}", cells(row).join(",")).unwrap();
    }
    let bytes = if old {
        encoding_rs::GB18030.encode(&text).0.into_owned()
    } else {
        text.into_bytes()
    };
    std::fs::write(&path, bytes).unwrap();
    path
}
