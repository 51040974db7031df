//! What lies where, whether a backup is due, and the settings.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use sunlot_store::backup::{self, Listed};
use sunlot_store::backup_record::{self, SettingRow};
use sunlot_store::{Connection, epoch, trail};

use super::fault::{BackupFault, while_reading};
use super::labels::{age, bytes, occasion_label};
use super::sticks;
use super::wire::{BackupItem, BackupLast, BackupSettings, BackupView};
use crate::commands::Act;
use crate::messages::backup as messages;
use crate::{Desk, Error, Failure, Kind, Result};

/// More than anybody can want to keep.
const MOST_KEPT: u32 = 1000;

impl Desk {
    /// Shows the settings, the last backup, and what lies in both places.
    pub fn backup_view(&self) -> Result<BackupView> {
        let (mut view, own) = self.read(Act::BackupView, |office| {
            Ok((self.standing(office)?, self.folder().backups()))
        })?;
        let mut listed = listed(&own).unwrap_or_default();
        let chosen = view.settings.folder.clone();
        if !chosen.is_empty() && Path::new(&chosen) != own {
            match backup::list(Path::new(&chosen)) {
                Ok(more) => listed.extend(more),
                Err(error) => view.unreachable = Some(Failure::from(Error::from(error))),
            }
        }
        view.items = self.read(Act::BackupView, |office| {
            let item = |listed: Listed| self.item(office, &own, listed);
            listed.into_iter().map(item).collect()
        })?;
        view.items
            .sort_by(|a, b| (&b.made_at, &b.name).cmp(&(&a.made_at, &a.name)));
        Ok(view)
    }

    /// Saves where backups go and when they are made. Where nothing differs, nothing is written.
    pub fn backup_settings_save(&self, settings: &BackupSettings) -> Result<BackupView> {
        if settings.keep == 0 || settings.keep > MOST_KEPT {
            return Err(Error::new(BackupFault::BackupKeepWrong { most: MOST_KEPT }, ""));
        }
        let row = SettingRow {
            folder: settings.folder.trim().to_owned(),
            keep: settings.keep,
            automatic: settings.automatic,
        };
        self.may(Act::BackupSettingsSave)?;
        if !row.folder.is_empty() {
            backup::judge_place(Path::new(&row.folder), self.folder())?;
        }
        self.change(Act::BackupSettingsSave, |change| {
            let (_, before) = backup_record::setting(change.tx())?;
            if before == row {
                return Ok(((), None));
            }
            let version = backup_record::insert_setting(change, &row)?;
            let kind = Kind::BackupSettingsSaved {
                version,
                folder: row.folder.clone(),
                keep: row.keep,
                automatic: row.automatic,
            };
            Ok(((), Some(kind)))
        })?;
        self.backup_view()
    }

    fn standing(&self, office: &Connection) -> Result<BackupView> {
        let (_, setting) = backup_record::setting(office)?;
        let last = backup_record::last_made(office)?;
        let changes_since = match &last {
            Some(made) => backup_record::changes_since(office, made.seq)?,
            None => trail::head(office)?.map_or(0, |head| head.seq),
        };
        let last = last.map(|made| BackupLast {
            age: age(&made.made_at, self.now()),
            size: bytes(u64::try_from(made.size).unwrap_or(0)),
            name: made.file,
            folder: made.folder,
            made_at: made.made_at,
        });
        let days = last.as_ref().map(|last| days_since(&last.made_at, self.now()));
        Ok(BackupView {
            settings: BackupSettings {
                folder: setting.folder,
                keep: setting.keep,
                automatic: setting.automatic,
            },
            unreachable: None,
            advice: messages::advice(days, changes_since),
            last,
            changes_since,
            items: Vec::new(),
            places: sticks::plugged_in(),
            epoch: epoch::latest(office)?.map_or(1, |epoch| epoch.number),
            notice: self.found().map(messages::interrupted),
        })
    }

    fn item(&self, office: &Connection, own: &Path, listed: Listed) -> Result<BackupItem> {
        let Listed { file, glimpse } = listed;
        let mut item = BackupItem {
            name: file
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
            own: file.parent() == Some(own),
            file: file.display().to_string(),
            office: String::new(),
            made_at: String::new(),
            age: String::new(),
            size: String::new(),
            occasion: String::new(),
            sealed: false,
            verified: false,
            failure: None,
        };
        match glimpse {
            Ok(glimpse) => {
                item.verified = backup_record::made_with(office, &glimpse.digest)?.is_some();
                item.age = age(&glimpse.made_at, self.now());
                item.size = bytes(glimpse.size);
                item.occasion = glimpse
                    .manifest
                    .map(|manifest| occasion_label(manifest.occasion).to_owned())
                    .unwrap_or_default();
                item.office = glimpse.office;
                item.made_at = glimpse.made_at;
                item.sealed = glimpse.sealed;
            }
            Err(error) => item.failure = Some(while_reading(&file)(error).into()),
        }
        Ok(item)
    }
}

/// What lies in the office's own folder; before the first backup there is none.
fn listed(own: &Path) -> Result<Vec<Listed>> {
    if own.is_dir() {
        Ok(backup::list(own)?)
    } else {
        Ok(Vec::new())
    }
}

fn days_since(made_at: &str, now: DateTime<FixedOffset>) -> i64 {
    DateTime::parse_from_rfc3339(made_at).map_or(0, |made| (now - made).num_days())
}
