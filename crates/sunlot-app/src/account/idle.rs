//! After how long without anybody the screen is locked: the office's choice, within bounds.

use sunlot_store::idle_setting;

use super::check::{Field, Findings};
use super::invalid;
use super::wire::IdleSave;
use crate::access::AccountFlaw;
use crate::commands::Act;
use crate::{ConsoleView, Desk, Kind, Result};

/// Where nobody has chosen.
pub(crate) const USUAL_MINUTES: u32 = 20;

/// Less, and people would lock themselves out while they read.
const LEAST: u32 = 5;

/// More, and the screen would stand open through a lunch break.
const MOST: u32 = 60;

impl Desk {
    /// Chooses after how long the screen is locked. Where nothing differs, nothing is written.
    pub fn idle_save(&self, request: &IdleSave) -> Result<ConsoleView> {
        let minutes = request.minutes;
        self.change(Act::IdleSave, |change| {
            if !(LEAST..=MOST).contains(&minutes) {
                let mut found = Findings::default();
                let (least, most) = (LEAST, MOST);
                found.add(Field::Minutes, AccountFlaw::IdleOutside { least, most });
                return Err(invalid(found.into_problems()));
            }
            if idle_setting::minutes(change.tx())?.unwrap_or(USUAL_MINUTES) == minutes {
                return Ok(((), None));
            }
            idle_setting::insert(change, minutes)?;
            Ok(((), Some(Kind::IdleSaved { minutes })))
        })?;
        self.idle_after(minutes);
        self.console_view()
    }

    /// The minutes in force.
    pub(crate) fn idle_minutes(&self) -> Result<u32> {
        self.read(Act::ConsoleView, |office| {
            Ok(idle_setting::minutes(office)?.unwrap_or(USUAL_MINUTES))
        })
    }
}
