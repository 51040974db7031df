//! The acts on the station's keys: made, replaced, lost, revoked, wrapped anew.
//!
//! Each is one transaction around one file. First the new file is laid beside the old one and made durable; then the
//! change commits, with the file's digest in a row; then the file is put in its place. Dying before the commit leaves
//! everything as it was, and dying after it leaves a file that the row's digest finds.

use sunlot_draw::station::Act;
use sunlot_store::station::{self, KeyState};

use super::acting::{Acting, unwrap};
use super::keys::StationSigner;
use super::request::{Findings, StationMake, StationReportLost, StationRevoke, StationRewrap, StationRotate};
use super::state::{State, find};
use super::{StationFault, StationView};
use crate::account::{Second, Typed};
use crate::commands::Act as What;
use crate::event::station::{KeyLost, KeyMade, KeyRotated};
use crate::{Desk, Error, Kind, Result};

impl Desk {
    /// Makes the station's keys: the first ones, or new ones where none are in force.
    pub fn station_make(&self, request: &StationMake) -> Result<StationView> {
        self.station_by_two(What::StationMake, request.second.as_ref(), |act| {
            if let Some(key) = &act.state.in_force {
                let fingerprint = key.row.fingerprint.clone();
                return Err(Error::new(StationFault::StationKeyExists { fingerprint }, ""));
            }
            let mut findings = Findings::default();
            findings.passphrase(
                act.change.tx(),
                "passphrase",
                &request.passphrase,
                &act.office.name,
            )?;
            findings.refuse()?;
            let come = act.come(Act::Made, None, "", &request.passphrase)?;
            Ok(Kind::StationMade(KeyMade {
                fingerprint: come.fingerprint,
                certificate: come.certificate,
                epoch: come.epoch,
            }))
        })
    }

    /// Puts a new key in the place of the one in force; each signs for the other.
    pub fn station_rotate(&self, request: &StationRotate) -> Result<StationView> {
        self.station_by_two(What::StationRotate, request.second.as_ref(), |act| {
            let key = act.state.key()?.clone();
            let mut findings = Findings::default();
            let reason = findings.reason(&request.reason);
            findings.passphrase(
                act.change.tx(),
                "new_passphrase",
                &request.new_passphrase,
                &act.office.name,
            )?;
            findings.differ("new_passphrase", &request.passphrase, &request.new_passphrase);
            findings.refuse()?;
            let old = act.unwrap(&key, &request.passphrase)?;
            act.end(&key, KeyState::Retired, &act.at(), &reason)?;
            let come = act.come(
                Act::Rotated,
                Some((&key, Some(&old))),
                &reason,
                &request.new_passphrase,
            )?;
            Ok(Kind::StationRotated(KeyRotated {
                former: key.row.fingerprint,
                fingerprint: come.fingerprint,
                certificate: come.certificate,
                reason,
            }))
        })
    }

    /// Puts a new key in the place of one that is lost; nobody vouches for it.
    pub fn station_report_lost(&self, request: &StationReportLost) -> Result<StationView> {
        self.station_by_two(What::StationReportLost, request.second.as_ref(), |act| {
            let key = act.state.key()?.clone();
            let mut findings = Findings::default();
            let reason = findings.reason(&request.reason);
            findings.passphrase(
                act.change.tx(),
                "new_passphrase",
                &request.new_passphrase,
                &act.office.name,
            )?;
            findings.refuse()?;
            act.end(&key, KeyState::Lost, &act.at(), &reason)?;
            let come = act.come(Act::Lost, Some((&key, None)), &reason, &request.new_passphrase)?;
            Ok(Kind::StationLost(KeyLost {
                former: key.row.fingerprint,
                fingerprint: come.fingerprint,
                certificate: come.certificate,
                reason,
            }))
        })
    }

    /// Says that a key does not count from some moment on.
    pub fn station_revoke(&self, request: &StationRevoke) -> Result<StationView> {
        self.station_by_two(What::StationRevoke, request.second.as_ref(), |act| {
            act.revoke(request)
        })
    }

    /// Wraps the same keys under another passphrase.
    pub fn station_rewrap(&self, request: &StationRewrap) -> Result<StationView> {
        self.station_alone(|act| {
            let key = act.state.key()?.clone();
            // First of all the old one: whoever does not know it learns nothing of what others' passwords are.
            let keys = act.unwrap(&key, &request.old)?;
            let mut findings = Findings::default();
            findings.passphrase(act.change.tx(), "new", &request.new, &act.office.name)?;
            findings.differ("new", &request.old, &request.new);
            findings.refuse()?;
            act.rewrap(&key, &keys, &request.new)
        })
    }

    /// The keys, ready to sign what is sealed. Without them, or after their end, the answer says what is to be done first.
    pub(crate) fn signer(&self, passphrase: &Typed) -> Result<StationSigner> {
        let folder = self.folder();
        let opened = self.read(What::StationView, |office| {
            let state = State::read(office)?;
            let key = state.key()?;
            let found = find(self.env(), folder, &state, key)?;
            let keys = unwrap(folder, &found, passphrase)?;
            Ok((keys, key.row.certificate.clone(), found.file.work()))
        });
        let (keys, certificate, work) = opened?;
        if work.is_below(self.env().vault.work()) {
            // It signs all the same where this cannot be done now.
            let _ = self.station_alone(|act| {
                let key = act.state.key()?.clone();
                act.rewrap(&key, &keys, passphrase)
            });
        }
        Ok(StationSigner::new(keys, certificate))
    }

    /// One transaction around one file, by two people.
    fn station_by_two(
        &self,
        what: What,
        second: Option<&Second>,
        write: impl FnOnce(&Acting<'_, '_>) -> Result<Kind>,
    ) -> Result<StationView> {
        self.change_by_two(what, second, |change| {
            Ok(((), Some(write(&Acting::begin(self, change)?)?)))
        })?;
        self.station_done()
    }

    /// The same by one alone.
    fn station_alone(&self, write: impl FnOnce(&Acting<'_, '_>) -> Result<Kind>) -> Result<StationView> {
        self.change(What::StationRewrap, |change| {
            Ok(((), Some(write(&Acting::begin(self, change)?)?)))
        })?;
        self.station_done()
    }

    /// What was committed stands; where the file cannot be put in its place now, it is found beside it, and the next act
    /// moves it.
    fn station_done(&self) -> Result<StationView> {
        let _ = self.station_settle();
        self.station_view()
    }

    /// Puts the file where the last act that was committed wants it.
    fn station_settle(&self) -> Result<()> {
        let key = self.read(What::StationView, |office| Ok(station::in_force(office)?))?;
        match key.and_then(|key| key.row.file_digest) {
            Some(digest) => self.env().vault.settle(self.folder(), &digest),
            None => self.env().vault.remove(self.folder()),
        }
    }
}
