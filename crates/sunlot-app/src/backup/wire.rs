//! Backups as they travel between shells and use cases.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Failure;
use crate::account::{Second, Typed};
use crate::trail::TrailEntry;

/// Where backups go, and when they are made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupSettings {
    /// The chosen folder; empty: none.
    pub folder: String,
    /// How many automatic ones are kept in each place.
    pub keep: u32,
    /// Whether one is made when the program is left.
    pub automatic: bool,
}

/// Everything the page of backups shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupView {
    /// The settings in force.
    pub settings: BackupSettings,
    /// Why the chosen folder cannot be used now; `None`: it can, or none is chosen.
    pub unreachable: Option<Failure>,
    /// The last backup that was made and verified.
    pub last: Option<BackupLast>,
    /// How many changes the last backup does not have; all of them where there is none.
    pub changes_since: i64,
    /// How the office stands, in a sentence: whether a backup is due.
    pub advice: String,
    /// What lies in the office's own folder and in the chosen one, newest first.
    pub items: Vec<BackupItem>,
    /// The sticks and disks that are plugged in now.
    pub places: Vec<BackupPlace>,
    /// The epoch in force; above 1 after a restore.
    pub epoch: i64,
    /// What was found at the start of a restore that was interrupted.
    pub notice: Option<String>,
}

/// A stick or disk that backups could go to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupPlace {
    /// What people call it.
    pub label: String,
    /// Its folder.
    pub folder: String,
}

/// The last backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupLast {
    /// The file's name.
    pub name: String,
    /// The folder it was written into.
    pub folder: String,
    /// When.
    pub made_at: String,
    /// How long ago, for people.
    pub age: String,
    /// How large, for people.
    pub size: String,
}

/// A backup that lies in a folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupItem {
    /// The file with its folder.
    pub file: String,
    /// Its name.
    pub name: String,
    /// Whether it lies in the office's own folder, on the same disk as the office.
    pub own: bool,
    /// The office's name as the file gives it.
    pub office: String,
    /// When it was made; empty where it cannot be read.
    pub made_at: String,
    /// How long ago, for people.
    pub age: String,
    /// How large, for people.
    pub size: String,
    /// Why it was made, for people; empty where a passphrase hides it.
    pub occasion: String,
    /// Whether it has a passphrase.
    pub sealed: bool,
    /// Whether this office made it and read it back whole.
    pub verified: bool,
    /// Why it cannot be read.
    pub failure: Option<Failure>,
}

/// What is to be made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupRequest {
    /// Another folder than the chosen one.
    pub to: Option<String>,
    /// A passphrase.
    pub passphrase: Option<Typed>,
    /// The passphrase of the station's keys, where they are to sign it.
    #[serde(default)]
    #[ts(optional)]
    pub station_passphrase: Option<Typed>,
}

/// A backup that was made and verified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupDone {
    /// What it is.
    pub backup: BackupChecked,
    /// Old automatic ones that made room.
    pub removed: Vec<String>,
    /// What people should know of it, a sentence each.
    pub remarks: Vec<String>,
}

/// A file to look at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupFile {
    /// The file.
    pub file: String,
    /// Its passphrase.
    pub passphrase: Option<Typed>,
}

/// A backup that was verified whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupChecked {
    /// The file with its folder.
    pub file: String,
    /// The office's name.
    pub office: String,
    /// The office's random number.
    pub office_id: String,
    /// When it was made.
    pub made_at: String,
    /// By whom.
    pub made_by: String,
    /// Why, for people.
    pub occasion: String,
    /// By which program.
    pub program: String,
    /// The schema of its database.
    pub schema: u32,
    /// Its epoch.
    pub epoch: i64,
    /// The last event in it.
    pub seq: i64,
    /// Its hash.
    pub head: String,
    /// Rows that the trail vouches for.
    pub rows: u64,
    /// Attachments.
    pub attachments: u64,
    /// Wrapped keys.
    pub keys: u64,
    /// Bytes.
    pub size: u64,
    /// How large, for people.
    pub size_told: String,
    /// Whether it has a passphrase.
    pub sealed: bool,
    /// The key that signed it; the signature holds, but whose key it is must be compared.
    pub signed_by: Option<String>,
    /// The digest of the manifest.
    pub manifest: String,
    /// The digest at the end of the file.
    pub digest: String,
}

/// A backup beside the office as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupInspected {
    /// What it is.
    pub backup: BackupChecked,
    /// The difference to now; `None` where there is no office here, or none that can be read.
    pub difference: Option<BackupDifference>,
    /// Why it cannot be put back here; `None`: it can.
    pub refused: Option<Failure>,
    /// What a restore would do, a sentence each.
    pub consequences: Vec<String>,
    /// Whether the two people are asked by the accounts in the backup, because there are none here.
    pub ask_both: bool,
}

/// What would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupDifference {
    /// The last event that both have.
    pub common: i64,
    /// Events in the backup.
    pub in_backup: i64,
    /// Events now.
    pub in_office: i64,
    /// How many events would be lost.
    pub lost_count: i64,
    /// The last of them, newest first.
    pub lost: Vec<TrailEntry>,
    /// Attachments that would be lost.
    pub attachments_lost: u64,
    /// Attachments that would come back.
    pub attachments_gained: u64,
}

/// A backup to put in the office's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupRestore {
    /// The file.
    pub file: String,
    /// Its passphrase.
    pub passphrase: Option<Typed>,
    /// The hash of its last event, as it was shown: what was looked at is what is put back.
    pub confirm: String,
    /// Who asks for it, where nobody could enter because there is no office, or none with accounts.
    pub first: Option<Second>,
    /// Who joins in.
    pub second: Option<Second>,
}

/// What was put back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupRestored {
    /// What it is.
    pub backup: BackupChecked,
    /// The epoch that began.
    pub epoch: i64,
    /// The event that tells of it.
    pub seq: i64,
    /// Where what was replaced is kept; `None` where nothing was.
    pub aside: Option<String>,
    /// What people should know of it, a sentence each.
    pub remarks: Vec<String>,
}

/// How far a backup is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupProgress {
    /// What is being done, with numbers.
    pub told: String,
    /// How much is done.
    pub done: u64,
    /// Of how much.
    pub total: u64,
}
