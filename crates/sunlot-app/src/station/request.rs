//! What the acts on the station's keys are asked with, and whether it will do: every fault with its field.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use serde::Deserialize;
use sunlot_rules::account::passphrase::{self, PassphraseFault};
use sunlot_rules::account::password;
use sunlot_rules::text;
use sunlot_store::{Connection, account};
use ts_rs::TS;

use super::labels::field_label;
use super::{StationFault, StationFlaw};
use crate::account::hash::{Judged, judge};
use crate::account::{Second, Typed};
use crate::error::Flaw;
use crate::{Error, Place, Problem, Result};

/// Makes the first key, or one after which none is in force.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StationMake {
    /// What wraps the private keys.
    pub passphrase: Typed,
    /// Who joins in.
    #[serde(default)]
    pub second: Option<Second>,
}

/// Puts a new key in the place of the one in force.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StationRotate {
    /// What wraps the key in force.
    pub passphrase: Typed,
    /// What is to wrap the new one.
    pub new_passphrase: Typed,
    /// Why.
    pub reason: String,
    /// Who joins in.
    #[serde(default)]
    pub second: Option<Second>,
}

/// Puts a new key in the place of one that is lost.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StationReportLost {
    /// How it was lost.
    pub reason: String,
    /// What is to wrap the new one.
    pub new_passphrase: Typed,
    /// Who joins in.
    #[serde(default)]
    pub second: Option<Second>,
}

/// Says that a key does not count from some moment on.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StationRevoke {
    /// Which key, by its fingerprint; the one in force where none is named.
    #[serde(default)]
    pub fingerprint: Option<String>,
    /// Why.
    pub reason: String,
    /// From when: a moment (RFC 3339) or a day.
    pub at: String,
    /// What wraps the key in force, so that it can sign; without it only the stamped notice tells that this is true.
    #[serde(default)]
    pub passphrase: Option<Typed>,
    /// Who joins in.
    #[serde(default)]
    pub second: Option<Second>,
}

/// Wraps the same keys under another passphrase.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StationRewrap {
    /// What wraps them now.
    pub old: Typed,
    /// What is to wrap them.
    pub new: Typed,
}

/// The longest reason, in characters.
const MAX_REASON: usize = 200;

/// What was found wrong in a request.
#[derive(Default)]
pub(super) struct Findings(Vec<Problem>);

impl Findings {
    fn add(&mut self, field: &'static str, flaw: impl Into<Flaw>) {
        self.0.push(Problem {
            place: Place::Field {
                field: field.to_owned(),
            },
            label: field_label(field).to_owned(),
            flaw: flaw.into(),
        });
    }

    /// Refuses the request if anything is wrong.
    pub(super) fn refuse(self) -> Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        let reason = StationFault::StationRequestInvalid { count: self.0.len() };
        Err(Error::of_problems(reason, self.0))
    }

    /// A reason that will stand in a published file.
    pub(super) fn reason(&mut self, typed: &str) -> String {
        match text::required(typed, MAX_REASON) {
            Ok(reason) => {
                if let Some((place, found)) = sunlot_draw::forbidden_character(&reason) {
                    self.add("reason", Flaw::Invisible { place, found });
                }
                reason
            }
            Err(fault) => {
                self.add("reason", Flaw::from(fault));
                String::new()
            }
        }
    }

    /// A new passphrase: long, nobody's name, and nobody's password.
    pub(super) fn passphrase(
        &mut self,
        office: &Connection,
        field: &'static str,
        new: &Typed,
        office_name: &str,
    ) -> Result<()> {
        let accounts = account::all(office)?;
        let logins = accounts.iter().map(|account| account.row.login.as_str());
        let faults = passphrase::faults(new.as_str(), logins.chain([office_name]));
        if !faults.is_empty() {
            faults
                .into_iter()
                .for_each(|fault| self.add(field, Flaw::from(fault)));
            return Ok(());
        }
        // What could be nobody's password is compared with none: each comparison takes its time.
        let possible = |login: &str| password::faults(new.as_str(), login).is_empty();
        for account in accounts.iter().filter(|account| possible(&account.row.login)) {
            let password = account::passwords(office, account.id, 1)?.into_iter().next();
            if let Some(password) = password
                && judge(new.as_str(), Some(&password.hash))? != Judged::Wrong
            {
                self.add(field, StationFlaw::PassphraseIsPassword);
                break;
            }
        }
        Ok(())
    }

    /// The new one must be another.
    pub(super) fn differ(&mut self, field: &'static str, old: &Typed, new: &Typed) {
        if old.as_str() == new.as_str() {
            self.add(field, StationFlaw::PassphraseSame);
        }
    }

    /// From when a key does not count: not before it was made, and not in the future.
    pub(super) fn since(
        &mut self,
        typed: &str,
        made_at: &str,
        now: DateTime<FixedOffset>,
    ) -> Option<DateTime<FixedOffset>> {
        let Some(since) = moment(typed.trim(), now) else {
            let flaw = if typed.trim().is_empty() {
                Flaw::Required
            } else {
                StationFlaw::MomentUnreadable.into()
            };
            self.add("at", flaw);
            return None;
        };
        let made = DateTime::parse_from_rfc3339(made_at).unwrap_or(now);
        // On the day on which it was made, a day means all of what it signed.
        let since = if since < made && since.date_naive() == made.date_naive() {
            made
        } else {
            since
        };
        if since > now {
            self.add("at", StationFlaw::MomentToCome);
            return None;
        }
        if since < made {
            self.add("at", StationFlaw::MomentBeforeKey);
            return None;
        }
        Some(since)
    }
}

/// A moment as RFC 3339 writes it, or the beginning of a day at this place.
fn moment(typed: &str, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
    if let Ok(moment) = DateTime::parse_from_rfc3339(typed) {
        return Some(moment);
    }
    let day = NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok()?;
    day.and_time(NaiveTime::MIN)
        .and_local_timezone(*now.offset())
        .single()
}

impl From<PassphraseFault> for Flaw {
    fn from(fault: PassphraseFault) -> Self {
        let flaw = match fault {
            PassphraseFault::TooShort { found: 0 } => return Self::Required,
            PassphraseFault::TooShort { found } => StationFlaw::PassphraseShort { found },
            PassphraseFault::TooLong { .. } => StationFlaw::PassphraseLong,
            PassphraseFault::TooPlain => StationFlaw::PassphrasePlain,
            PassphraseFault::OnlyDigits => StationFlaw::PassphraseDigits,
            PassphraseFault::HoldsName { name } => StationFlaw::PassphraseHoldsName { name },
            PassphraseFault::Invisible { place } => StationFlaw::PassphraseInvisible { place },
        };
        Self::Station(flaw)
    }
}
