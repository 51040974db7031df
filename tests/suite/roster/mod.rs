//! The registry of targets, and the rosters that fill it.

mod conflicts;
mod credit_file;
mod fixtures;
mod import;
mod inspectors;
mod ledger;
mod list;
mod people;
mod sample;
mod targets;
pub mod words;

use std::path::{Path, PathBuf};

use sunlot_app::import::{
    ImportAccept, ImportCompare, ImportCompared, ImportDone, ImportReading, ImportSource, Registry,
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

/// Compares it and takes it over.
pub fn import(desk: &Desk, file: &Path) -> Result<ImportDone> {
    let compared = compare(desk, file, ImportReading::default())?;
    desk.import_accept(&ImportAccept {
        import: compared.import,
        reason: "年度更新".to_owned(),
    })
}
