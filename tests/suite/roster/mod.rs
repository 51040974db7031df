//! The registry of targets, and the rosters that fill it.

mod abroad;
mod conflicts;
mod credit_file;
mod dirt;
mod fixtures;
mod hidden;
mod import;
mod inspectors;
mod ledger;
mod list;
mod people;
mod remembered;
mod round_trip;
mod sample;
mod targets;
mod typed;
pub mod words;

use std::path::{Path, PathBuf};

use sunlot_app::import::{
    Fate, ImportAccept, ImportCompare, ImportCompared, ImportDone, ImportReading, ImportRow,
    ImportRowsRequest, ImportSource, Registry,
};
use sunlot_app::{Desk, Result};

use crate::support::root;

/// A roster that an office might bring.
pub fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures/rosters").join(name)
}

/// Compares a roster with the registry of targets.
pub fn compare(desk: &Desk, file: &Path, reading: ImportReading) -> Result<ImportCompared> {
    compare_with(desk, Registry::Targets, file, reading)
}

/// Compares a roster with a registry.
pub fn compare_with(
    desk: &Desk,
    registry: Registry,
    file: &Path,
    reading: ImportReading,
) -> Result<ImportCompared> {
    let look = desk.import_look(&ImportSource {
        registry,
        path: file.display().to_string(),
        pasted: None,
    })?;
    desk.import_compare(&ImportCompare {
        import: look.import,
        reading,
    })
}

/// Compares a roster that is written down here.
pub fn compare_text(
    desk: &Desk,
    registry: Registry,
    text: &str,
    reading: ImportReading,
) -> Result<ImportCompared> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("名单.csv");
    std::fs::write(&file, text).unwrap();
    compare_with(desk, registry, &file, reading)
}

/// Takes over what was compared.
pub fn accept(desk: &Desk, compared: &ImportCompared) -> Result<ImportDone> {
    desk.import_accept(&ImportAccept {
        import: compared.import,
        reason: "年度更新".to_owned(),
    })
}

/// The rows that end so.
pub fn rows_of(desk: &Desk, compared: &ImportCompared, fate: Fate) -> Vec<ImportRow> {
    let request = ImportRowsRequest {
        import: compared.import,
        fate,
        doubtful: false,
        from: 0,
        limit: 100,
    };
    desk.import_rows(&request).unwrap().rows
}

/// What is said of a row, as codes.
pub fn codes_of(row: &ImportRow) -> Vec<&str> {
    row.remarks.iter().map(|remark| remark.code.as_str()).collect()
}

/// Compares it and takes it over.
pub fn import(desk: &Desk, file: &Path) -> Result<ImportDone> {
    let compared = compare(desk, file, ImportReading::default())?;
    desk.import_accept(&ImportAccept {
        import: compared.import,
        reason: "年度更新".to_owned(),
    })
}
