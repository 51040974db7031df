//! An act on the station's keys under way, inside its transaction: what is read, stated, signed, wrapped and written.
//!
//! In which order an act does these, and what happens around the transaction, stands in `acts`.

use chrono::{DateTime, FixedOffset, SecondsFormat};
use sunlot_draw::manifest::Office;
use sunlot_draw::station::{Act, Signed, Statement};
use sunlot_draw::{Digest, Protocol, PublicKey, Text, Time, commitment::fingerprint};
use sunlot_store::station::{self, KeyRow, KeyState, StoredKey};
use sunlot_store::{Change, Connection, OfficeFolder, epoch, key_file, office_profile};

use super::keys::Keys;
use super::request::{Findings, StationRevoke};
use super::state::{Fit, Found, State, find, shown};
use super::wrapped::{About, KeyFile};
use super::{StationFault, certificate};
use crate::account::Typed;
use crate::event::station::KeyRevoked;
use crate::{Desk, Env, Error, Kind, Reason, Result};

/// An act under way.
pub(super) struct Acting<'a, 'o> {
    env: &'a Env,
    desk: &'a Desk,
    pub(super) change: &'a Change<'o>,
    pub(super) state: State,
    pub(super) office: Office,
    now: DateTime<FixedOffset>,
}

/// What is told of a key that came.
pub(super) struct Come {
    pub(super) fingerprint: String,
    pub(super) certificate: String,
    pub(super) epoch: u64,
}

impl<'a, 'o> Acting<'a, 'o> {
    pub(super) fn begin(desk: &'a Desk, change: &'a Change<'o>) -> Result<Self> {
        Ok(Self {
            env: desk.env(),
            desk,
            state: State::read(change.tx())?,
            office: office(change.tx())?,
            now: desk.now(),
            change,
        })
    }

    pub(super) fn at(&self) -> String {
        written(self.now)
    }

    pub(super) fn unwrap(&self, key: &StoredKey, passphrase: &Typed) -> Result<Keys> {
        let found = find(self.env, self.desk.folder(), &self.state, key)?;
        unwrap(self.desk.folder(), &found, passphrase)
    }

    /// A new key comes; the one it replaces, and its private part where it is at hand, are named.
    pub(super) fn come(
        &self,
        act: Act,
        former: Option<(&StoredKey, Option<&Keys>)>,
        reason: &str,
        passphrase: &Typed,
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
    pub(super) fn end(&self, key: &StoredKey, state: KeyState, at: &str, reason: &str) -> Result<()> {
        let row = KeyRow {
            state,
            ended_at: Some(at.to_owned()),
            reason: reason.to_owned(),
            file_digest: None,
            ..key.row.clone()
        };
        Ok(station::update(self.change, key.id, &row)?)
    }

    pub(super) fn rewrap(&self, key: &StoredKey, keys: &Keys, passphrase: &Typed) -> Result<Kind> {
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

    pub(super) fn revoke(&self, request: &StationRevoke) -> Result<Kind> {
        let key = match request.fingerprint.as_deref().map(plain) {
            None => self.state.key()?.clone(),
            Some(asked) => {
                let known = self.state.keys.iter().find(|key| key.row.fingerprint == asked);
                let unknown = || Error::new(StationFault::StationKeyUnknown { asked: asked.clone() }, "");
                known.ok_or_else(unknown)?.clone()
            }
        };
        if key.row.state == KeyState::Revoked {
            let fingerprint = key.row.fingerprint;
            return Err(Error::new(StationFault::StationKeyRevoked { fingerprint }, ""));
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
        Ok(Kind::StationRevoked(KeyRevoked {
            fingerprint: key.row.fingerprint,
            since,
            reason,
            signed: signer.is_some(),
        }))
    }

    /// The next statement, to be completed.
    fn statement(&self, act: Act, key: PublicKey, reason: &str) -> Result<Statement> {
        let last = self.state.chain.statements.last().map(|signed| &signed.statement);
        let at = time(&self.at()).ok_or_else(|| Error::new(Reason::Internal, "the clock tells no time"))?;
        if let Some(last) = last.filter(|last| at.is_before(&last.at)) {
            let last = last.at.to_string();
            return Err(Error::new(StationFault::StationClockBack { last }, ""));
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
    fn stage(&self, keys: &Keys, certificate: &[u8], made_at: &str, passphrase: &Typed) -> Result<[u8; 32]> {
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
pub(super) fn unwrap(folder: &OfficeFolder, found: &Found, passphrase: &Typed) -> Result<Keys> {
    found.file.unwrap(passphrase)?.ok_or_else(|| match found.fit {
        Fit::Exact => Error::new(StationFault::PassphraseWrong, ""),
        Fit::Otherwise => Error::new(StationFault::KeyFileDoubtful { file: shown(folder) }, ""),
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
    office.ok_or_else(|| Error::new(StationFault::StationOfficeUnnamed, ""))
}

/// Which life of the office's data this is: a restored backup opens the next.
fn epoch_of(office: &Connection) -> Result<u64> {
    let number = epoch::latest(office)?.map_or(1, |epoch| epoch.number);
    u64::try_from(number).map_err(|error| Error::new(Reason::Internal, error.to_string()))
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
