//! Looking at a backup: whether it is whole, and what putting it back would change. Neither changes anything.

use std::path::Path;

use sunlot_store::backup::{self, Checked, Inspected};
use sunlot_store::{Connection, account, epoch, office_profile, personal, schema_version, station, vouched};

use super::fault::{BackupFault, while_reading};
use super::make::{self, passphrase};
use super::wire::{BackupChecked, BackupDifference, BackupFile, BackupInspected};
use super::work::Tell;
use crate::account::Names;
use crate::commands::Act;
use crate::messages::{backup as messages, personal as words};
use crate::{Desk, Error, Failure, Reason, Result, trail};

impl Desk {
    /// Verifies a backup whole. It needs no office, and nobody is asked who they are.
    pub fn backup_verify(&self, request: &BackupFile, tell: Tell<'_>) -> Result<BackupChecked> {
        let running = self.work().begin()?;
        let file = Path::new(&request.file);
        let passphrase = passphrase(request.passphrase.as_ref());
        let checked = backup::check(file, passphrase.as_ref(), &mut |progress| {
            running.at(progress, tell)
        })
        .map_err(while_reading(file))?;
        Ok(self.told(&checked))
    }

    /// Verifies a backup and shows what putting it back would change.
    pub fn backup_inspect(&self, request: &BackupFile, tell: Tell<'_>) -> Result<BackupInspected> {
        let running = self.work().begin()?;
        let file = Path::new(&request.file);
        let passphrase = passphrase(request.passphrase.as_ref());
        let mut look = |office: Option<&Connection>| -> Result<Inspected> {
            let watch = &mut |progress| running.at(progress, tell);
            backup::inspect(self.folder(), office, file, passphrase.as_ref(), watch)
                .map_err(while_reading(file))
        };
        let compared = self.read_aside(Act::BackupInspect, |office| {
            let blank = is_blank(office)?;
            let inspected = look((!blank).then_some(office))?;
            let names = Names::read(office)?;
            let backup = make::told(&inspected.checked, &names);
            let erased = match &inspected.difference {
                Some(found) => personal::erased_since(office, found.common)?,
                None => 0,
            };
            let erasures = Erasures::of(&inspected.checked, inspected.difference.is_some(), erased);
            let revived = inspected
                .difference
                .as_ref()
                .and_then(|found| found.revived.clone());
            let difference = inspected.difference.map(|found| difference(found, &names));
            let other = inspected.same_office == Some(false);
            let refused = other.then(|| other_office(&inspected.checked));
            let ask_both = !account::any(office)? || !vouched::accounts(office)?.is_empty();
            let key = revived.as_deref().map(messages::key_revived);
            let unsigned = backup.signed_by.is_none() && station::in_force(office)?.is_some();
            let unsigned = unsigned.then(|| messages::UNSIGNED.to_owned());
            let remarks = erasures.told().into_iter().chain(key).chain(unsigned);
            Ok(view(backup, difference, refused, ask_both, false, remarks))
        });
        match compared {
            Err(error) if can_be_replaced(&error.reason) => {
                let checked = look(None)?.checked;
                let backup = make::told(&checked, &Names::default());
                let unread = !matches!(error.reason, Reason::OfficeMissing { .. });
                let remarks = Erasures::of(&checked, false, 0).told().into_iter();
                Ok(view(backup, None, None, true, unread, remarks))
            }
            answer => answer,
        }
    }
}

/// What is known of personal values that were erased since the backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Erasures {
    /// There were none, or the backup has none of them.
    None,
    /// So many, which are erased again.
    Again(usize),
    /// Nobody knows.
    Unknown,
}

impl Erasures {
    fn of(checked: &Checked, compared: bool, erased: u64) -> Self {
        match usize::try_from(erased).unwrap_or(usize::MAX) {
            _ if !compared && checked.manifest.has_personal_key() => Self::Unknown,
            0 => Self::None,
            count => Self::Again(count),
        }
    }

    /// After a restore.
    pub(crate) fn after(checked: &Checked, compared: bool, again: usize) -> Self {
        Self::of(checked, compared, again as u64)
    }

    pub(crate) fn told(self) -> Option<String> {
        match self {
            Self::None => None,
            Self::Again(count) => Some(words::erased_again(count)),
            Self::Unknown => Some(words::erasures_unknown()),
        }
    }
}

fn other_office(checked: &Checked) -> Failure {
    let name = checked.manifest.office.name.clone();
    Failure::from(Error::new(BackupFault::BackupOtherOffice { name }, ""))
}

fn view(
    backup: BackupChecked,
    difference: Option<BackupDifference>,
    refused: Option<Failure>,
    ask_both: bool,
    unread: bool,
    remarks: impl Iterator<Item = String>,
) -> BackupInspected {
    let older = backup.schema < schema_version();
    let mut consequences = messages::consequences(&backup, difference.as_ref(), unread, older);
    consequences.extend(remarks);
    BackupInspected {
        consequences,
        backup,
        difference,
        refused,
        ask_both,
    }
}

fn difference(found: backup::Difference, names: &Names) -> BackupDifference {
    BackupDifference {
        common: found.common,
        in_backup: found.in_backup,
        in_office: found.in_office,
        lost_count: found.in_office - found.common,
        lost: found
            .lost
            .into_iter()
            .map(|event| trail::told(event, names))
            .collect(),
        attachments_lost: found.attachments_lost,
        attachments_gained: found.attachments_gained,
    }
}

/// An office that was only just begun: nobody has an account, nothing was saved.
pub(crate) fn is_blank(office: &Connection) -> Result<bool> {
    let untouched = epoch::latest(office)?.is_none_or(|epoch| epoch.number == 1);
    Ok(untouched && !account::any(office)? && office_profile::latest(office)?.is_none())
}

/// Whether there is no office, or none that anybody could still read.
pub(crate) fn can_be_replaced(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::OfficeMissing { .. } | Reason::OfficeDamaged | Reason::FileNotOffice { .. }
    )
}
