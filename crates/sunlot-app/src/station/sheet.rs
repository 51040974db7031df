//! The fingerprint sheet, to be stamped and posted: everything on it comes from the view.

use std::path::Path;

use chrono::{Datelike, Timelike};
use sunlot_forms::sheets::{CertificateFingerprint, FingerprintSheet, FormerKey};
use sunlot_forms::{Imprint, Made, Problem};

use super::export::write;
use super::view::{StationKeyView, StationView};
use super::{StationFault, labels};
use crate::labels::moment;
use crate::paper::{fonts, not_made};
use crate::{Desk, Error, Result};

/// A sheet, made.
pub struct StationSheet {
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// Characters that no font has; a mark stands in their place.
    pub missing: Vec<char>,
}

impl Desk {
    /// Makes the sheet of the key in force.
    pub fn station_sheet(&self) -> Result<StationSheet> {
        let view = self.station_view()?;
        let now = self.now();
        let key = view
            .current
            .as_ref()
            .ok_or_else(|| Error::new(StationFault::StationKeyMissing, "no sheet without a key"))?;
        let told = told(&view, key, &moment(&now.to_rfc3339()));
        let small = |number: u32| u8::try_from(number).unwrap_or_default();
        let imprint = Imprint {
            author: view.office.clone(),
            producer: program(),
            made: Made {
                date: (
                    u16::try_from(now.year()).unwrap_or_default(),
                    small(now.month()),
                    small(now.day()),
                ),
                time: (small(now.hour()), small(now.minute()), small(now.second())),
                ahead: i16::try_from(now.offset().local_minus_utc() / 60).unwrap_or_default(),
            },
            id: id(key),
        };
        let printed =
            sunlot_forms::print(&fonts()?, &told.sheet(), &imprint).map_err(|fault| not_made(&fault))?;
        let missing = printed.problems.iter().filter_map(|problem| match problem {
            Problem::MissingGlyph { character, .. } => Some(*character),
            _ => None,
        });
        Ok(StationSheet {
            missing: missing.collect(),
            bytes: printed.bytes,
        })
    }

    /// Writes the sheet into a file; answers with the characters that no font has.
    pub fn station_sheet_save(&self, place: &Path) -> Result<Vec<char>> {
        let sheet = self.station_sheet()?;
        write(place, &sheet.bytes)?;
        Ok(sheet.missing)
    }
}

fn told(view: &StationView, key: &StationKeyView, made: &str) -> FingerprintSheet {
    let former = view.former.iter().map(|key| FormerKey {
        fingerprint: key.fingerprint.clone(),
        in_force: labels::span(&key.since, key.until.as_deref()),
        ended: format!("{}：{}", key.state_label, key.reason),
    });
    FingerprintSheet {
        office: view.office.clone(),
        fingerprint: key.fingerprint.clone(),
        scanned: view.scanned.clone().unwrap_or_default(),
        certificate: Some(CertificateFingerprint {
            sha256: key.certificate.clone(),
            until: labels::day(&key.certificate_until),
        }),
        epoch: u64::from(key.epoch),
        since: moment(&key.since),
        made: made.to_owned(),
        telephone: Some(view.telephone.clone()).filter(|number| !number.is_empty()),
        former: former.collect(),
        program: program(),
    }
}

fn program() -> String {
    format!("阳光摇号 {}", env!("CARGO_PKG_VERSION"))
}

/// Part of the certificate's digest: one key, one sheet.
fn id(key: &StationKeyView) -> [u8; 16] {
    let mut id = [0; 16];
    let digits = key.certificate.get(..32).unwrap_or_default();
    if let Ok(bytes) = hex::decode(digits) {
        id.iter_mut().zip(bytes).for_each(|(to, from)| *to = from);
    }
    id
}
