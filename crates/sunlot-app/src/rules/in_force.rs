//! The profile that a draw uses: the one that a task names, or the one in force, or what is built in.

use strum::VariantArray;
use sunlot_rules::profile::{RuleProfile, Switch};
use sunlot_store::{Connection, rotation_setting, rule_profile};

use super::document::{BUILT_IN, Document, require};
use super::labels;
use super::wire::{RulesInForce, RulesTold};
use crate::Result;

/// The rules of a draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InForce {
    /// Its number; 0: nothing was saved, and what is built in holds.
    pub id: i64,
    /// Its version; 0 likewise.
    pub version: i64,
    /// The office's own number, as XZ-01.
    pub number: String,
    /// What it is called.
    pub name: String,
    /// What it says.
    pub profile: RuleProfile,
    /// So many months two people, or a person and a target, should not meet again; 0: that is no matter. It is set with the
    /// registry of inspectors, and held only where the profile says so.
    pub months: u32,
}

/// The profile of this number in its latest version, or else the one in force, or else what is built in.
pub(crate) fn profile_of(office: &Connection, id: Option<i64>) -> Result<InForce> {
    let document = match id {
        Some(BUILT_IN) => Document::built_in(),
        Some(id) => require(office, id)?,
        None => in_force(office)?.unwrap_or_else(Document::built_in),
    };
    Ok(InForce {
        id: document.id,
        version: document.version,
        number: document.number(),
        name: document.name,
        profile: document.profile,
        months: rotation_setting::months(office)?.unwrap_or(0),
    })
}

/// The one that is in force. Others are not even read: what is in force holds although one of them is not understood.
pub(super) fn in_force(office: &Connection) -> Result<Option<Document>> {
    let stored = rule_profile::all(office)?
        .into_iter()
        .find(|stored| stored.row.in_force);
    stored.map(Document::read).transpose()
}

impl InForce {
    /// Everything that it says, in words: each draw prints which rules it used.
    pub fn told(&self) -> Vec<RulesTold> {
        let mut told: Vec<RulesTold> = Switch::VARIANTS
            .iter()
            .map(|switch| RulesTold {
                label: labels::label(*switch).to_owned(),
                value: labels::value(*switch, &self.profile.get(*switch)),
            })
            .collect();
        told.push(RulesTold {
            label: labels::ROTATION_MONTHS.to_owned(),
            value: labels::months(self.months),
        });
        told
    }

    fn sentence(&self) -> String {
        if self.id == BUILT_IN {
            return labels::STANDS_IN.to_owned();
        }
        labels::holds(&self.number, &self.name, self.version)
    }

    /// The same for a window.
    pub fn view(&self) -> RulesInForce {
        RulesInForce {
            id: self.id,
            version: self.version,
            number: self.number.clone(),
            name: self.name.clone(),
            built_in: self.id == BUILT_IN,
            sentence: self.sentence(),
            told: self.told(),
        }
    }
}
