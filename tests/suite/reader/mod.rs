//! Other people's tables, through the process that reads them: what comes out of the fixtures, what it may not do, and
//! that nothing it meets takes the program with it.

mod confined;
mod fixtures;
mod hostile;
mod made;
mod mutations;
mod sources;
pub mod words;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use sunlot_app::reader::{Ask, Book, Cell, Part, Reading, SheetEnd, SheetHead, TableReader, TableSource};
use sunlot_app::{Error, Failure};

use crate::support::{reader, root};

/// A sheet as it was read.
#[derive(Debug, Default)]
pub struct Sheet {
    pub head: SheetHead,
    pub rows: Vec<(u32, Vec<String>)>,
    pub end: SheetEnd,
}

/// A table as it was read.
#[derive(Debug)]
pub struct Table {
    pub book: Book,
    pub sheets: Vec<Sheet>,
    pub reading: Reading,
}

/// A cell so that its kind shows.
pub fn shown(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => (*text).to_owned(),
        Cell::Number { text, shown: None } => format!("#{text}"),
        Cell::Number {
            text,
            shown: Some(shown),
        } => format!("#{text}={shown}"),
        Cell::Date(text) => format!("@{text}"),
        Cell::Bool(yes) => format!("?{yes}"),
        Cell::Error(text) => format!("!{text}"),
        Cell::NoValue => "!".to_owned(),
    }
}

/// Reads with the real process.
pub fn read_with(reader: &dyn TableReader, source: &TableSource, ask: &Ask) -> Result<Table, Error> {
    let mut book = None;
    let mut sheets: Vec<Sheet> = Vec::new();
    let reading = reader.read(
        source,
        ask,
        &mut |part| {
            match part {
                Part::Book(found) => book = Some(found),
                Part::Sheet(head) => sheets.push(Sheet {
                    head,
                    ..Sheet::default()
                }),
                Part::Row { number, cells } => {
                    let cells = cells.iter().map(shown).collect();
                    sheets
                        .last_mut()
                        .expect("a head comes first")
                        .rows
                        .push((number, cells));
                }
                Part::SheetEnd(end) => sheets.last_mut().expect("a head comes first").end = end,
            }
            Ok(())
        },
        &AtomicBool::new(false),
    )?;
    Ok(Table {
        book: book.expect("a reading begins with its book"),
        sheets,
        reading,
    })
}

pub fn read_file(path: &Path) -> Result<Table, Error> {
    read_with(&reader(), &TableSource::File(path.to_owned()), &Ask::default())
}

/// Bytes under a name, in a folder that goes with the test.
pub fn read_bytes(name: &str, bytes: &[u8]) -> Result<Table, Error> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).expect("a file");
    read_file(&path)
}

pub fn rosters() -> PathBuf {
    root().join("tests/fixtures/rosters")
}

pub fn fixture(name: &str) -> Table {
    read_file(&rosters().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Names and bytes of every fixture that is a table or was meant as one.
pub fn all_fixtures() -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<(String, Vec<u8>)> = std::fs::read_dir(rosters())
        .expect("fixtures")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| !path.ends_with("make.py") && !path.ends_with("README.md"))
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read(&path).expect("bytes"))
        })
        .collect();
    all.sort();
    assert!(all.len() > 60, "the fixtures are where they belong");
    all
}

/// The code of a refusal, after a look at its sentence.
pub fn code_of(error: Error) -> String {
    let failure = Failure::from(error);
    assert!(
        failure.message.ends_with('。') && failure.hint.ends_with('。'),
        "whoever imports gets sentences: {} {}",
        failure.message,
        failure.hint
    );
    failure.code
}
