//! The fingerprint sheet, to be stamped and posted: everything on it comes from the view.

use sunlot_forms::sheets::{CertificateFingerprint, FingerprintSheet, FormerKey};
use sunlot_store::whole_file::Readers;

use super::view::{StationKeyView, StationView};
use super::{StationFault, labels};
use crate::commands::Act;
use crate::labels::moment;
use crate::paper::{Paper, PaperMade, PaperWay};
use crate::{Desk, Error, Result};

impl Desk {
    /// Prints or saves the sheet of the key in force.
    pub fn station_sheet(&self, to: &PaperWay) -> Result<PaperMade> {
        let view = self.station_view()?;
        let key = view
            .current
            .as_ref()
            .ok_or_else(|| Error::new(StationFault::StationKeyMissing, "no sheet without a key"))?;
        let told = told(&view, key, &moment(&self.now().to_rfc3339()));
        let paper = Paper {
            name: labels::SHEET.to_owned(),
            sheet: told.sheet(),
            readers: Readers::Anybody,
        };
        self.send_paper(Act::StationSheet, &paper, to)
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
        program: concat!("阳光摇号 ", env!("CARGO_PKG_VERSION")).to_owned(),
    }
}
