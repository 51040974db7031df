//! What the station publishes of its keys: all statements in one file, and the certificate for viewers of PDF files.

use std::fs;
use std::path::{Path, PathBuf};

use sunlot_store::whole_file::{self, Readers};

use super::StationFault;
use super::state::State;
use crate::commands::Act;
use crate::{Desk, Error, Reason, Result};

/// What was written, and where.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct StationExported {
    /// The chain.
    pub chain: PathBuf,
    /// How many statements it holds.
    pub statements: usize,
    /// The certificate in force.
    pub certificate: Option<PathBuf>,
}

const CHAIN: &str = "station-chain.json";

impl Desk {
    /// Writes the chain, into `outbox` where no place is named, and the certificate where one is.
    pub fn station_export(
        &self,
        chain: Option<&Path>,
        certificate: Option<&Path>,
    ) -> Result<StationExported> {
        let (state, der) = self.read(Act::StationView, |office| {
            let state = State::read(office)?;
            let der = match certificate {
                Some(_) => Some(state.key()?.row.certificate.clone()),
                None => None,
            };
            Ok((state, der))
        })?;
        if state.chain.statements.is_empty() {
            return Err(Error::new(
                StationFault::StationKeyMissing,
                "nothing was ever stated",
            ));
        }
        let place = match chain {
            Some(place) => place.to_owned(),
            None => self.outbox()?.join(CHAIN),
        };
        let mut bytes = serde_json::to_vec_pretty(&state.chain)
            .map_err(|e| Error::new(Reason::Internal, e.to_string()))?;
        bytes.push(b'\n');
        write(&place, &bytes)?;
        if let (Some(place), Some(der)) = (certificate, &der) {
            write(place, der)?;
        }
        Ok(StationExported {
            chain: place,
            statements: state.chain.statements.len(),
            certificate: certificate.map(Path::to_owned),
        })
    }

    /// The folder for what leaves the office.
    fn outbox(&self) -> Result<PathBuf> {
        let outbox = self.folder().path().join("outbox");
        fs::create_dir_all(&outbox).map_err(|error| unwritten(&outbox, error.to_string()))?;
        Ok(outbox)
    }
}

pub(super) fn write(place: &Path, bytes: &[u8]) -> Result<()> {
    whole_file::write(place, bytes, Readers::Anybody).map_err(|error| match error {
        sunlot_store::Error::DiskFull(_) => error.into(),
        other => unwritten(place, other.to_string()),
    })
}

fn unwritten(place: &Path, detail: String) -> Error {
    let file = place.display().to_string();
    Error::new(Reason::FileUnwritten { file }, detail)
}
