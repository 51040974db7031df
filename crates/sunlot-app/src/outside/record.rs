//! The published record of a draw that another office made with this program: judged by the draw protocol before a word of it is
//! believed, and then a list like any other. A joint draw's partners take their coming visits from it (A-03, Z-11).

use std::collections::BTreeMap;
use std::path::Path;

use sunlot_draw::{Free, Id, Leaf, Published, Target};
use sunlot_rules::roster::cell::CellForm;

use super::fault::{OutsideFault, fault};
use super::labels;
use super::matching::Asked;
use super::read::{Named, Sheet};
use crate::import::digest_of;
use crate::published;
use crate::reader::TableSource;
use crate::registry::labels::told;
use crate::{Error, Result};

/// What such a file ends with; no list that somebody typed does.
const ENDING: &str = "json";

/// Whether a file is a record rather than a list.
pub(super) fn is_record(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
}

/// Its rows as they stand after all amendments.
pub(super) fn read(path: &Path, file: String) -> Result<Sheet> {
    let source = TableSource::File(path.to_owned());
    let digest = digest_of(&source)?;
    let record = published::valid(path)?;
    if digest_of(&source)? != digest {
        return Err(fault(OutsideFault::OutsideFileMoved { file }));
    }
    let manifest = &record.record.manifest;
    let ext = manifest.ext.as_ref();
    if ext.and_then(|ext| ext.get("rehearsal")) == Some(&Free::Truth(true)) {
        return Err(fault(OutsideFault::OutsideRehearsal { file }));
    }
    if record.standing.is_empty() {
        return Err(fault(OutsideFault::OutsideNothingStands { file }));
    }
    let targets = targets(&record).ok_or_else(|| sealed(&file))?;
    let items: Vec<String> = manifest.items.iter().map(|item| item.name.to_string()).collect();
    let day = manifest.created_at.as_str().get(..10).unwrap_or_default();
    let values = [
        ("system", labels::SUNLOT.to_owned()),
        ("office", manifest.office.name.to_string()),
        ("drawn_on", day.to_owned()),
        ("doc_no", manifest.draw_id.to_string()),
        ("items", labels::joined(&items)),
    ];
    let station = sunlot_draw::commitment::fingerprint(manifest.protocol, &manifest.station);
    let verified = labels::verified(&manifest.draw_id, &record.digest.to_string(), &station);
    Ok(Sheet {
        name: labels::RECORD.to_owned(),
        digest: hex::encode(digest),
        sheets: vec![labels::RECORD.to_owned()],
        columns: Vec::new(),
        people: people(&record),
        notices: vec![told("verified", &verified)],
        values: values
            .into_iter()
            .map(|(field, value)| (field.to_owned(), value))
            .collect(),
        file,
        targets,
        items,
    })
}

/// Whom somebody goes to; nothing where names are sealed.
fn targets(record: &Published) -> Option<Vec<Asked>> {
    let strata: BTreeMap<&str, &[Leaf<Target>]> = record
        .record
        .manifest
        .strata
        .iter()
        .map(|stratum| (&*stratum.key, stratum.targets.as_slice()))
        .collect();
    let rows = record.standing.iter().zip(1u32..);
    rows.map(|(standing, row)| {
        let place = usize::try_from(standing.place.number).ok()?.checked_sub(1)?;
        let target = strata.get(&*standing.place.stratum)?.get(place)?.open()?;
        Some(Asked {
            row,
            name: target.name.to_string(),
            code: code(&target.id),
            form: CellForm::Text,
        })
    })
    .collect()
}

/// The code of a target. What begins like a number of a registry is one of theirs, and says nothing in ours.
fn code(id: &Id) -> String {
    match id.starts_with("DX-") {
        true => String::new(),
        false => id.to_string(),
    }
}

/// Everybody who is sent, each once.
fn people(record: &Published) -> Vec<Named> {
    let mut sent: Vec<&Id> = record
        .standing
        .iter()
        .flat_map(|row| row.crew.iter().flatten())
        .collect();
    sent.sort_unstable();
    sent.dedup();
    let named = |id: &Id| {
        let inspectors = record.record.manifest.inspectors.iter();
        let person = inspectors.into_iter().find(|person| person.id == *id);
        Named {
            name: person.map_or_else(String::new, |person| person.name.to_string()),
            cert: match id.starts_with("RY-") {
                true => String::new(),
                false => id.to_string(),
            },
        }
    };
    sent.into_iter().map(named).collect()
}

fn sealed(file: &str) -> Error {
    let file = file.to_owned();
    fault(OutsideFault::OutsideNamesSealed { file })
}
