//! The acts on the station's keys: made, replaced, lost, revoked, wrapped anew.
//!
//! Each is one transaction around one file. First the new file is laid beside the old one and made durable; then the
//! change commits, with the file's digest in a row; then the file is put in its place. Dying before the commit leaves
//! everything as it was, and dying after it leaves a file that the row's digest finds.

use chrono::{DateTime, FixedOffset, SecondsFormat};
use sunlot_draw::manifest::Office;
use sunlot_draw::station::{Act, Signed, Statement};
use sunlot_draw::{Digest, Protocol, PublicKey, Text, Time, commitment::fingerprint};
use sunlot_store::station::{self, KeyRow, KeyState, StoredKey};
use sunlot_store::{Change, Connection, OfficeFolder, key_file, office_profile};

use super::keys::{Keys, StationSigner};
use super::request::{Findings, StationMake, StationReportLost, StationRevoke, StationRewrap, StationRotate};
use super::state::{Fit, Found, State, find, shown};
use super::wrapped::{About, KeyFile};
use super::{Passphrase, StationView, certificate};
use crate::{Desk, Env, Error, Kind, Reason, Result};

impl Desk {
    /// Makes the station's keys: the first ones, or new ones where none are in force.
    pub fn station_make(&self, request: &StationMake) -> Result<StationView> {
        self.station_change(|act| {
            if let Some(key) = &act.state.in_force {
                let fingerprint = key.row.fingerprint.clone();
                return Err(Error::new(Reason::StationKeyExists { fingerprint }, ""));
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
            Ok(Kind::StationMade {
                fingerprint: come.fingerprint,
                certificate: come.certificate,
                epoch: come.epoch,
            })
        })
    }

    /// Puts a new key in the place of the one in force; each signs for the other.
    pub fn station_rotate(&self, request: &StationRotate) -> Result<StationView> {
        self.station_change(|act| {
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
            Ok(Kind::StationRotated {
                former: key.row.fingerprint,
                fingerprint: come.fingerprint,
                certificate: come.certificate,
                reason,
            })
        })
    }

    /// Puts a new key in the place of one that is lost; nobody vouches for it.
    pub fn station_report_lost(&self, request: &StationReportLost) -> Result<StationView> {
        self.station_change(|act| {
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
            Ok(Kind::StationLost {
                former: key.row.fingerprint,
                fingerprint: come.fingerprint,
                certificate: come.certificate,
                reason,
            })
        })
    }

    /// Says that a key does not count from some moment on.
    pub fn station_revoke(&self, request: &StationRevoke) -> Result<StationView> {
        self.station_change(|act| act.revoke(request))
    }

    /// Wraps the same keys under another passphrase.
    pub fn station_rewrap(&self, request: &StationRewrap) -> Result<StationView> {
        self.station_change(|act| {
            let key = act.state.key()?.clone();
            let mut findings = Findings::default();
            findings.passphrase(act.change.tx(), "new", &request.new, &act.office.name)?;
            findings.differ("new", &request.old, &request.new);
            findings.refuse()?;
            let keys = act.unwrap(&key, &request.old)?;
            act.rewrap(&key, &keys, &request.new)
        })
    }

    /// The keys, ready to sign what is sealed. Without them, or after their end, the answer says what is to be done first.
    #[cfg_attr(not(test), expect(dead_code, reason = "the first formal sealing asks for it"))]
    pub(crate) fn signer(&self, passphrase: &Passphrase) -> Result<StationSigner> {
        let folder = self.folder();
        let opened = self.read(|office| {
            let state = State::read(office)?;
            let key = state.key()?;
            let found = find(self.env(), folder, &state, key)?;
            let keys = unwrap(folder, &found, passphrase)?;
            Ok((keys, key.row.certificate.clone(), found.file.work()))
        });
        let (keys, certificate, work) = opened?;
        if work.is_below(self.env().vault.work()) {
            // It signs all the same where this cannot be done now.
            let _ = self.station_change(|act| {
                let key = act.state.key()?.clone();
                act.rewrap(&key, &keys, passphrase)
            });
        }
        Ok(StationSigner::new(keys, certificate))
    }

    /// One transaction around one file.
    fn station_change(&self, write: impl FnOnce(&Acting<'_, '_>) -> Result<Kind>) -> Result<StationView> {
        self.change(|change| {
            let acting = Acting {
                env: self.env(),
                desk: self,
                state: State::read(change.tx())?,
                office: office(change.tx())?,
                now: self.now(),
                change,
            };
            Ok(((), Some(write(&acting)?)))
        })?;
        // What was committed stands; where this step fails, the file is found beside its place, and the next act moves it.
        let _ = self.station_settle();
        self.station_view()
    }
}

impl Desk {
    /// Puts the file where the last act that was committed wants it.
    fn station_settle(&self) -> Result<()> {
        let key = self.read(|office| Ok(station::in_force(office)?))?;
        match key.and_then(|key| key.row.file_digest) {
            Some(digest) => self.env().vault.settle(self.folder(), &digest),
            None => self.env().vault.remove(self.folder()),
        }
    }
}

/// An act under way.
struct Acting<'a, 'o> {
    env: &'a Env,
    desk: &'a Desk,
    change: &'a Change<'o>,
    state: State,
    office: Office,
    now: DateTime<FixedOffset>,
}

/// What is told of a key that came.
struct Come {
    fingerprint: String,
    certificate: String,
    epoch: u64,
}

impl Acting<'_, '_> {
    fn at(&self) -> String {
        written(self.now)
    }

    fn unwrap(&self, key: &StoredKey, passphrase: &Passphrase) -> Result<Keys> {
        let found = find(self.env, self.desk.folder(), &self.state, key)?;
        unwrap(self.desk.folder(), &found, passphrase)
    }

    /// A new key comes; the one it replaces, and its private part where it is at hand, are named.
    fn come(
        &self,
        act: Act,
        former: Option<(&StoredKey, Option<&Keys>)>,
        reason: &str,
        passphrase: &Passphrase,
    ) -> Result<Come> {
        let keys = Keys::make(self.env)?;
        let Office { code, name } = &self.office;
        let certificate = certificate::make(&keys, name, code, self.now)?;
        let mut statement = self.statement(act, keys.public_key(), reason)?;
        statement.certificate = Some(certificate.digest);
        statement.former = former.map(|(key, _)| PublicKey::new(key.row.public_key));
        let signers = former.and_then(|(_, old)| old).into_iter().chain([&keys]);
        let epoch = statement.epoch;
        self.state_it(statement, signers)?;
        let file_digest = self.stage(&keys, &certificate.der, &self.at(), passphrase)?;
        let row = KeyRow {
            public_key: *keys.public_key().bytes(),
            fingerprint: fingerprint(Protocol::Sunlot1, &keys.public_key()),
            certificate: certificate.der,
            certificate_digest: *certificate.digest.bytes(),
            certificate_until: certificate.until,
            epoch,
            state: KeyState::InForce,
            made_at: self.at(),
            ended_at: None,
            reason: reason.to_owned(),
            file_digest: Some(file_digest),
        };
        let told = Come {
            fingerprint: row.fingerprint.clone(),
            certificate: certificate.digest.to_string(),
            epoch,
        };
        station::insert(self.change, &row)?;
        Ok(told)
    }

    /// A key ends.
    fn end(&self, key: &StoredKey, state: KeyState, at: &str, reason: &str) -> Result<()> {
        let row = KeyRow {
            state,
            ended_at: Some(at.to_owned()),
            reason: reason.to_owned(),
            file_digest: None,
            ..key.row.clone()
        };
        Ok(station::update(self.change, key.id, &row)?)
    }

    fn rewrap(&self, key: &StoredKey, keys: &Keys, passphrase: &Passphrase) -> Result<Kind> {
        let file_digest = self.stage(keys, &key.row.certificate, &key.row.made_at, passphrase)?;
        let row = KeyRow {
            file_digest: Some(file_digest),
            ..key.row.clone()
        };
        station::update(self.change, key.id, &row)?;
        Ok(Kind::StationRewrapped {
            fingerprint: row.fingerprint,
        })
    }

    fn revoke(&self, request: &StationRevoke) -> Result<Kind> {
        let key = match request.fingerprint.as_deref().map(plain) {
            None => self.state.key()?.clone(),
            Some(asked) => {
                let known = self.state.keys.iter().find(|key| key.row.fingerprint == asked);
                let unknown = || Error::new(Reason::StationKeyUnknown { asked: asked.clone() }, "");
                known.ok_or_else(unknown)?.clone()
            }
        };
        if key.row.state == KeyState::Revoked {
            let fingerprint = key.row.fingerprint;
            return Err(Error::new(Reason::StationKeyRevoked { fingerprint }, ""));
        }
        let mut findings = Findings::default();
        let reason = findings.reason(&request.reason);
        let since = findings.since(&request.at, &key.row.made_at, self.now);
        findings.refuse()?;
        let since = since.map_or_else(|| self.at(), written);
        let signer = match (&request.passphrase, &self.state.in_force) {
            (Some(passphrase), Some(in_force)) => Some(self.unwrap(in_force, passphrase)?),
            _ => None,
        };
        let mut statement = self.statement(Act::Revoked, PublicKey::new(key.row.public_key), &reason)?;
        statement.since = time(&since);
        self.state_it(statement, signer.as_ref())?;
        // A key that had ended earlier does not come back for the time between.
        let earlier = key
            .row
            .ended_at
            .as_deref()
            .filter(|ended| is_before(ended, &since));
        self.end(&key, KeyState::Revoked, earlier.unwrap_or(&since), &reason)?;
        Ok(Kind::StationRevoked {
            fingerprint: key.row.fingerprint,
            since,
            reason,
            signed: signer.is_some(),
        })
    }

    /// The next statement, to be completed.
    fn statement(&self, act: Act, key: PublicKey, reason: &str) -> Result<Statement> {
        let last = self.state.chain.statements.last().map(|signed| &signed.statement);
        let at = time(&self.at()).ok_or_else(|| Error::new(Reason::Internal, "the clock tells no time"))?;
        if let Some(last) = last.filter(|last| at.is_before(&last.at)) {
            let last = last.at.to_string();
            return Err(Error::new(Reason::StationClockBack { last }, ""));
        }
        let epoch = last.map_or(1, |last| last.epoch);
        Ok(Statement {
            at,
            certificate: None,
            epoch: epoch.max(epoch_of(self.change.tx())?),
            former: None,
            key,
            office: self.office.clone(),
            previous: last.map_or(Digest::ZERO, Statement::digest),
            reason: Text::new(reason).ok_or_else(|| Error::new(Reason::Internal, "reason"))?,
            sequence: last.map_or(1, |last| last.sequence + 1),
            since: None,
            act,
        })
    }

    /// Signs a statement and appends it.
    fn state_it<'k>(&self, statement: Statement, signers: impl IntoIterator<Item = &'k Keys>) -> Result<()> {
        let signatures = signers.into_iter().map(|keys| keys.state(&statement)).collect();
        let digest = statement.digest();
        let signed = Signed {
            signatures,
            statement,
        };
        let text = serde_json::to_string(&signed).map_err(|e| Error::new(Reason::Internal, e.to_string()))?;
        Ok(station::state(self.change, digest.bytes(), &text)?)
    }

    /// Lays the new file beside the old one.
    fn stage(
        &self,
        keys: &Keys,
        certificate: &[u8],
        made_at: &str,
        passphrase: &Passphrase,
    ) -> Result<[u8; 32]> {
        let about = About {
            code: &self.office.code,
            name: &self.office.name,
            made_at,
            certificate,
        };
        let bytes = KeyFile::wrap(self.env, keys, &about, passphrase)?.bytes();
        self.env.vault.stage(self.desk.folder(), &bytes)?;
        Ok(key_file::digest(&bytes))
    }
}

/// Opens a file; where that fails, a file that is to the byte what was written leaves only one cause.
fn unwrap(folder: &OfficeFolder, found: &Found, passphrase: &Passphrase) -> Result<Keys> {
    found.file.unwrap(passphrase)?.ok_or_else(|| match found.fit {
        Fit::Exact => Error::new(Reason::PassphraseWrong, ""),
        Fit::Otherwise => Error::new(Reason::KeyFileDoubtful { file: shown(folder) }, ""),
    })
}

/// Whose keys they are: both name and code stand in the certificate and in every statement.
fn office(connection: &Connection) -> Result<Office> {
    let profile = office_profile::latest(connection)?.map(|stored| stored.row);
    let named = profile.filter(|row| !row.name.is_empty() && !row.code.is_empty());
    let office = named.and_then(|row| {
        Some(Office {
            code: Text::new(row.code)?,
            name: Text::new(row.name)?,
        })
    });
    office.ok_or_else(|| Error::new(Reason::StationOfficeUnnamed, ""))
}

/// Which life of the office's data this is: the first, as long as nothing opens another.
fn epoch_of(_: &Connection) -> Result<u64> {
    Ok(1)
}

/// A fingerprint as it is meant, however it was copied from paper.
pub(super) fn plain(typed: &str) -> String {
    let digits = typed.chars().filter(|c| !c.is_whitespace() && *c != '-');
    digits.collect::<String>().to_ascii_lowercase()
}

fn written(at: DateTime<FixedOffset>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, false)
}

fn time(written: &str) -> Option<Time> {
    Time::new(written)
}

fn is_before(one: &str, other: &str) -> bool {
    matches!((time(one), time(other)), (Some(one), Some(other)) if one.is_before(&other))
}
