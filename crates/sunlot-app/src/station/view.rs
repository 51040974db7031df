//! The station's keys as people look at them: which is in force, since when, what came before, and how its file is.
//!
//! It holds every value of the fingerprint sheet. Nothing here needs the passphrase, and nothing is written.

use serde::Serialize;
use sunlot_draw::station::{KeyLife, Opening};
use sunlot_draw::{PublicKey, station::Judged};
use sunlot_store::office_profile;
use sunlot_store::station::{KeyState, StoredKey};
use ts_rs::TS;

use super::labels::{opening_label, state_label};
use super::state::{Fit, State, find};
use crate::commands::Act;
use crate::messages::{self, Words};
use crate::{Desk, Error, Reason, Result};

/// What a phone reads off the sheet's code, before the fingerprint.
const SCANNED: &str = "sunlot:key:ed25519:";

/// The station's keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StationView {
    /// The office's name; empty while none is given.
    pub office: String,
    /// Where one complains; empty while none is given.
    pub telephone: String,
    /// The key in force.
    pub current: Option<StationKeyView>,
    /// The keys before it, the latest first.
    pub former: Vec<StationKeyView>,
    /// The file that holds the private parts.
    pub file: StationFileView,
    /// What the code on the sheet says.
    pub scanned: Option<String>,
    /// How many statements there are.
    pub statements: u32,
    /// Whether the statements fit together; where they do not, the verification of the trail says more.
    pub consistent: bool,
}

/// One key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StationKeyView {
    /// Its fingerprint: 32 hexadecimal digits.
    pub fingerprint: String,
    /// The Ed25519 public key.
    pub public_key: String,
    /// SHA-256 of its certificate: 64 hexadecimal digits.
    pub certificate: String,
    /// Until when the certificate is valid.
    pub certificate_until: String,
    /// Which life of the office's data it came in with.
    pub epoch: u32,
    /// Keys that vouch for each other have one number.
    pub generation: u32,
    /// How it came in: `first`, `crossed`, `broken`.
    pub opening: String,
    /// The same, for people.
    pub opening_label: String,
    /// What became of it: `in_force`, `retired`, `lost`, `revoked`.
    pub state: String,
    /// The same, for people.
    pub state_label: String,
    /// Since when it is in force.
    pub since: String,
    /// From when it does not count.
    pub until: Option<String>,
    /// Why it ended; for one in force, why it came.
    pub reason: String,
    /// Whether its revocation is signed.
    pub signed_off: bool,
}

/// How the file with the private parts is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StationFileView {
    /// `none`, `in_place`, `beside`, `otherwise`, `leftover`, or the code of what is wrong with it.
    pub state: String,
    /// Whether it can be opened with its passphrase, as far as can be told without one.
    pub usable: bool,
    /// What is to be said of it.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl Desk {
    /// The station's keys.
    pub fn station_view(&self) -> Result<StationView> {
        self.read(Act::StationView, |office| {
            let state = State::read(office)?;
            let profile = office_profile::latest(office)?.map(|stored| stored.row);
            let (name, telephone) =
                profile.map_or_else(Default::default, |row| (row.name, row.supervision_phone));
            let judged = state.judged();
            let shown = |key: &StoredKey| told(key, &judged);
            let former = state
                .keys
                .iter()
                .rev()
                .filter(|key| key.row.state != KeyState::InForce);
            Ok(StationView {
                office: name,
                telephone,
                former: former.map(shown).collect(),
                file: file(self, &state),
                scanned: state
                    .in_force
                    .as_ref()
                    .map(|key| format!("{SCANNED}{}", key.row.fingerprint)),
                current: state.in_force.as_ref().map(shown),
                statements: u32::try_from(state.chain.statements.len()).unwrap_or(u32::MAX),
                consistent: state.chain.statements.is_empty() && state.keys.is_empty()
                    || fits(&state, &judged),
            })
        })
    }
}

/// Whether the signed statements and the rows tell the same.
fn fits(state: &State, judged: &Judged) -> bool {
    let same = |key: &StoredKey| {
        judged
            .life(&PublicKey::new(key.row.public_key))
            .is_some_and(|life| {
                state_of(life) == key.row.state
                    && life.until.as_ref().map(ToString::to_string) == key.row.ended_at
                    && life
                        .certificate
                        .is_some_and(|digest| *digest.bytes() == key.row.certificate_digest)
            })
    };
    judged.is_valid() && judged.keys.len() == state.keys.len() && state.keys.iter().all(same)
}

fn state_of(life: &KeyLife) -> KeyState {
    use sunlot_draw::station::Ending;
    match life.ending {
        None => KeyState::InForce,
        Some(Ending::Retired) => KeyState::Retired,
        Some(Ending::Lost) => KeyState::Lost,
        Some(Ending::Revoked) => KeyState::Revoked,
    }
}

fn told(key: &StoredKey, judged: &Judged) -> StationKeyView {
    let row = &key.row;
    let life = judged.life(&PublicKey::new(row.public_key));
    let opening = life.map_or(Opening::Broken, |life| life.opening);
    StationKeyView {
        fingerprint: row.fingerprint.clone(),
        public_key: PublicKey::new(row.public_key).to_string(),
        certificate: sunlot_draw::Digest::new(row.certificate_digest).to_string(),
        certificate_until: row.certificate_until.clone(),
        epoch: u32::try_from(row.epoch).unwrap_or(u32::MAX),
        generation: life.map_or(0, |life| u32::try_from(life.generation).unwrap_or(u32::MAX)),
        opening: opening_name(opening).to_owned(),
        opening_label: opening_label(opening).to_owned(),
        state: state_name(row.state).to_owned(),
        state_label: state_label(row.state).to_owned(),
        since: row.made_at.clone(),
        until: row.ended_at.clone(),
        reason: row.reason.clone(),
        signed_off: life.is_some_and(|life| life.signed_off),
    }
}

fn state_name(state: KeyState) -> &'static str {
    match state {
        KeyState::InForce => "in_force",
        KeyState::Retired => "retired",
        KeyState::Lost => "lost",
        KeyState::Revoked => "revoked",
    }
}

pub(super) fn opening_name(opening: Opening) -> &'static str {
    match opening {
        Opening::First => "first",
        Opening::Crossed => "crossed",
        Opening::Broken => "broken",
    }
}

fn file(desk: &Desk, state: &State) -> StationFileView {
    let vault = &desk.env().vault;
    let current = vault.current(desk.folder());
    let Some(key) = &state.in_force else {
        return match current {
            Ok(None) => good("none", false),
            Ok(Some(_)) => good("leftover", false),
            Err(error) => bad(&error),
        };
    };
    let digest = key.row.file_digest.unwrap_or_default();
    let in_place = matches!(&current, Ok(Some(bytes)) if sunlot_store::key_file::digest(bytes) == digest);
    match find(desk.env(), desk.folder(), state, key) {
        Ok(found) if found.fit == Fit::Exact && in_place => good("in_place", true),
        Ok(found) if found.fit == Fit::Exact => good("beside", true),
        Ok(_) => good("otherwise", true),
        Err(error) => bad(&error),
    }
}

fn good(state: &'static str, usable: bool) -> StationFileView {
    let Words { message, hint } = messages::station::of_file(state);
    StationFileView {
        state: state.to_owned(),
        usable,
        message,
        hint,
    }
}

fn bad(error: &Error) -> StationFileView {
    let reason: &Reason = &error.reason;
    let Words { message, hint } = messages::of_reason(reason);
    StationFileView {
        state: reason.code().to_owned(),
        usable: false,
        message,
        hint,
    }
}
