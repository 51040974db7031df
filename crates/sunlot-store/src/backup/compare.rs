//! What a restore would change: how far backup and office went together, and what only one of them has.

use std::path::Path;

use rusqlite::Connection;

use super::check::{Checked, Taken, check_into};
use super::create;
use super::entry::Entry;
use super::progress::Watch;
use super::seal::Passphrase;
use crate::open::connect_frozen;
use crate::station::{self, KeyState};
use crate::trail::{self, StoredEvent};
use crate::{Error, OfficeFolder, Result, epoch, schema};

/// How many of the events that would be lost are shown.
const SHOWN: u32 = 20;

/// The difference between a backup and the office as it is now.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The last event that both have.
    pub common: i64,
    /// Events in the backup.
    pub in_backup: i64,
    /// Events in the office.
    pub in_office: i64,
    /// The last events that the office would lose, newest first.
    pub lost: Vec<StoredEvent>,
    /// Parts that only the office has.
    pub attachments_lost: u64,
    /// Parts that only the backup has.
    pub attachments_gained: u64,
    /// The fingerprint of the key in force in the backup, where the office has given it up since.
    pub revived: Option<String>,
}

/// Compares two trails. A hash vouches for everything before it, so the last common event can be searched for.
fn difference(backup: &Connection, office: &Connection) -> Result<Difference> {
    let length = |connection| Ok::<_, Error>(trail::head(connection)?.map_or(0, |head| head.seq));
    let (in_backup, in_office) = (length(backup)?, length(office)?);
    let same = |seq: i64| Ok::<_, Error>(trail::hash_at(backup, seq)? == trail::hash_at(office, seq)?);
    let (mut common, mut apart) = (0, in_backup.min(in_office) + 1);
    while apart - common > 1 {
        let middle = common + (apart - common) / 2;
        if same(middle)? {
            common = middle;
        } else {
            apart = middle;
        }
    }
    let mut lost = trail::newest(office, None, SHOWN)?;
    lost.retain(|stored| stored.event.seq > common);
    Ok(Difference {
        common,
        in_backup,
        in_office,
        lost,
        attachments_lost: 0,
        attachments_gained: 0,
        revived: revived(backup, office)?,
    })
}

fn revived(backup: &Connection, office: &Connection) -> Result<Option<String>> {
    // A backup from before there were keys has no such table.
    if !schema::statements(backup)?.contains_key("table station_key") {
        return Ok(None);
    }
    let Some(then) = station::in_force(backup)? else {
        return Ok(None);
    };
    let given_up = station::keys(office)?
        .into_iter()
        .any(|key| key.row.public_key == then.row.public_key && key.row.state != KeyState::InForce);
    Ok(given_up.then_some(then.row.fingerprint))
}

/// A backup that was looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Inspected {
    /// What was verified.
    pub checked: Checked,
    /// The difference to the office; `None` where there is no office to compare with.
    pub difference: Option<Difference>,
    /// Whether it is of this office; `None` where there is no office to compare with.
    pub same_office: Option<bool>,
}

/// Verifies a backup whole and compares it with the office; leaves nothing on the disk.
pub fn inspect(
    folder: &OfficeFolder,
    office: Option<&Connection>,
    file: &Path,
    passphrase: Option<&Passphrase>,
    watch: Watch<'_>,
) -> Result<Inspected> {
    let stage = tempfile::Builder::new()
        .prefix("sunlot-inspect-")
        .tempdir()
        .map_err(|e| Error::io(std::env::temp_dir(), e))?;
    let checked = check_into(stage.path(), file, passphrase, Taken::DatabaseAlone, watch)?;
    let Some(office) = office else {
        return Ok(Inspected {
            checked,
            difference: None,
            same_office: None,
        });
    };
    let backup = connect_frozen(&stage.path().join(Entry::Database.place()))?;
    let mut difference = difference(&backup, office)?;
    let ours = create::attachments(folder)?;
    let theirs = checked.manifest.attachments();
    difference.attachments_lost = ours.difference(&theirs).count() as u64;
    difference.attachments_gained = theirs.difference(&ours).count() as u64;
    let here = epoch::latest(office)?.map(|epoch| epoch.office);
    Ok(Inspected {
        same_office: Some(here.is_none_or(|here| here == checked.manifest.office.id)),
        checked,
        difference: Some(difference),
    })
}
