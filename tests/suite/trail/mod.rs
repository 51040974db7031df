//! What the trail promises: nothing can be changed, cut off, set back or dated falsely without being named, and
//! whoever looks for something finds it.

mod anchors;
mod carried;
mod clock;
mod edits;
mod exported;
mod flags;
mod forged;
mod found;
mod told;

use rusqlite::Connection;
use sunlot_app::trail::TrailVerdict;

use crate::support::{Office, sample_profile};

/// An office with so many saves of its profile, and its anchor.
fn office_with_saves(saves: i64) -> Office {
    let office = Office::none();
    save(&office, 1..=saves);
    office
}

fn save(office: &Office, numbers: impl Iterator<Item = i64>) {
    let desk = office.desk();
    let mut draft = sample_profile();
    for number in numbers {
        draft.address = format!("清源县朝阳路 {number} 号");
        desk.office_profile_save(&draft)
            .expect("the sample profile is right");
    }
}

/// Verifies everything from the beginning.
fn verdict(office: &Office) -> TrailVerdict {
    office
        .desk()
        .trail_verify(&mut |_, _| true)
        .expect("the file can be read")
}

/// Takes the triggers away, does the edit, and puts them back exactly as they were: what a patient forger does.
pub fn forge(office: &Office, edit: &str) {
    let connection = Connection::open(office.database()).unwrap();
    let mut query = connection
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap();
    let triggers: Vec<(String, String)> = query
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let drop: String = triggers
        .iter()
        .map(|(name, _)| format!("DROP TRIGGER {name};"))
        .collect();
    let make: String = triggers.iter().map(|(_, sql)| format!("{sql};")).collect();
    let whole = format!("PRAGMA foreign_keys = OFF; {drop} {edit}; {make}");
    connection
        .execute_batch(&whole)
        .unwrap_or_else(|e| panic!("{edit}: {e}"));
}
