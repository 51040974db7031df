//! The rule of rotation: how long two people, or a person and a target, should not meet again. The draw asks it.

use sunlot_store::{Connection, rotation_setting};

use super::acts::{checked_reason, invalid};
use super::fault::InspectorFlaw;
use super::labels;
use super::wire::{RotationSave, RotationView};
use crate::commands::Act;
use crate::event::inspector::Rotation;
use crate::registry::check::problem;
use crate::{Desk, Kind, Result};

/// Ten years: whoever means more means for ever, and that is a conflict of interest.
const MOST_MONTHS: u32 = 120;

impl Desk {
    /// Sets the rule.
    pub fn rotation_save(&self, request: &RotationSave) -> Result<RotationView> {
        self.change(Act::RotationSave, |change| {
            let months = request.months;
            if months > MOST_MONTHS {
                let (max, found) = (MOST_MONTHS, months);
                let flaw = InspectorFlaw::MonthsTooMany { max, found };
                return Err(invalid(vec![problem("months", labels::MONTHS, flaw)]));
            }
            let reason = checked_reason(&request.reason)?;
            if rotation_setting::months(change.tx())?.unwrap_or(0) == months {
                return Ok(((), None));
            }
            rotation_setting::insert(change, months)?;
            Ok(((), Some(Kind::RotationSaved(Rotation { months, reason }))))
        })?;
        self.read(Act::InspectorsView, view)
    }
}

/// The rule in force.
pub(super) fn view(office: &Connection) -> Result<RotationView> {
    let months = rotation_setting::months(office)?.unwrap_or(0);
    Ok(RotationView {
        months,
        told: labels::rotation(months),
    })
}
