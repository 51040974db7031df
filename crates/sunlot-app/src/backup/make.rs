//! Making backups: when somebody asks, before an act that replaces much, and when the program is left.

use std::path::{Path, PathBuf};

use sunlot_store::backup::{self, Checked, Fresh, Occasion, Order, Passphrase};
use sunlot_store::backup_record::{self, MadeRow, SettingRow};

use super::fault::{BackupFault, while_making};
use super::labels::{bytes, occasion_label};
use super::wire::{BackupChecked, BackupDone, BackupRequest};
use super::work::{Running, Tell};
use crate::account::{Names, Typed};
use crate::commands::Act;
use crate::messages::personal;
use crate::station::Signer as _;
use crate::{Actor, Desk, Error, Kind, Result};

/// Long enough that nobody tries them all.
const SHORTEST_PASSPHRASE: usize = 8;

/// An office that was only just begun has nothing to lose.
const BEGINNINGS: i64 = 1;

/// Which program writes.
const PROGRAM: &str = concat!("Sunlot ", env!("CARGO_PKG_VERSION"));

/// What is to be made.
struct Making<'a> {
    to: &'a Path,
    occasion: Occasion,
    by: &'a Actor,
    passphrase: Option<&'a Passphrase>,
    sign: Option<backup::Signer<'a>>,
}

impl Desk {
    /// Makes a backup in the chosen folder, or in another, and reads it back whole.
    pub fn backup_create(&self, request: &BackupRequest, tell: Tell<'_>) -> Result<BackupDone> {
        let running = self.work().begin()?;
        let (setting, by) = self.read(Act::BackupCreate, |office| {
            let (_, setting) = backup_record::setting(office)?;
            Ok((setting, self.admit(office, Act::BackupCreate)?.actor))
        })?;
        let passphrase = passphrase(request.passphrase.as_ref());
        if let Some(passphrase) = &request.passphrase
            && passphrase.as_str().chars().count() < SHORTEST_PASSPHRASE
        {
            let least = SHORTEST_PASSPHRASE;
            return Err(Error::new(BackupFault::BackupPassphraseShort { least }, ""));
        }
        let chosen = request
            .to
            .clone()
            .filter(|to| !to.is_empty())
            .unwrap_or(setting.folder);
        if chosen.is_empty() {
            return Err(Error::new(BackupFault::BackupPlaceMissing, ""));
        }
        let to = std::path::absolute(&chosen).unwrap_or_else(|_| chosen.into());
        self.hold()?;
        // What could not be written down afterwards is not begun.
        self.may_write(Act::BackupCreate)?;
        let signer = request
            .station_passphrase
            .as_ref()
            .map(|typed| self.signer(typed));
        let signer = signer.transpose()?;
        let sign = |message: &[u8]| signer.as_ref().map(|signer| signer.sign_backup(message));
        let order = Making {
            to: &to,
            occasion: Occasion::Hand,
            by: &by,
            passphrase: passphrase.as_ref(),
            sign: Some(&sign),
        };
        let checked = self.make(&running, &order, tell)?;
        let row = row(&checked);
        let kind = kind(&checked);
        self.change(Act::BackupCreate, |change| {
            backup_record::insert_made(change, &row)?;
            Ok(((), Some(kind)))
        })?;
        let open = checked.manifest.has_personal_key() && !checked.sealed;
        Ok(BackupDone {
            backup: self.told(&checked),
            removed: Vec::new(),
            remarks: open.then(personal::key_in_the_open).into_iter().collect(),
        })
    }

    /// Makes a backup in the office's own folder before an act that replaces much.
    pub(crate) fn before_risky_act(&self, running: &Running<'_>, tell: Tell<'_>) -> Result<()> {
        let (_, setting) = self.setting()?;
        self.automatic(
            running,
            &self.folder().backups(),
            Occasion::RiskyAct,
            &setting,
            tell,
        )
    }

    /// The program is left: backups are made of what changed, in the office's own folder and in the chosen one
    /// where that is there, and the office is closed. What fails keeps nobody in the office after hours.
    pub fn end_of_day(&self) {
        let _ = self.backup_at_exit();
        self.leave();
    }

    fn backup_at_exit(&self) -> Result<()> {
        let running = self.work().begin()?;
        let (_, setting) = self.setting()?;
        if !setting.automatic {
            return Ok(());
        }
        let mut places = vec![self.folder().backups()];
        if !setting.folder.is_empty() && Path::new(&setting.folder).is_dir() {
            places.push(PathBuf::from(&setting.folder));
        }
        for place in places {
            if self.is_due(&place)? {
                // A stick that fails must not take the other place's backup with it.
                let _ = self.automatic(&running, &place, Occasion::Exit, &setting, &mut |_| ());
            }
        }
        Ok(())
    }

    /// Whether the office has something that the last backup in this place has not.
    fn is_due(&self, place: &Path) -> Result<bool> {
        self.read_aside(Act::ConsoleView, |office| {
            let last = backup_record::last_made_in(office, &place.display().to_string())?;
            let last = last.filter(|made| place.join(&made.file).is_file());
            let seq = last.map_or(BEGINNINGS, |made| made.seq);
            Ok(backup_record::changes_since(office, seq)? > 0)
        })
    }

    fn automatic(
        &self,
        running: &Running<'_>,
        to: &Path,
        occasion: Occasion,
        setting: &SettingRow,
        tell: Tell<'_>,
    ) -> Result<()> {
        self.hold()?;
        self.may_write(Act::BackupCreate)?;
        let order = Making {
            to,
            occasion,
            by: &Actor::program(),
            passphrase: None,
            // Nobody is there to type the passphrase of the keys.
            sign: None,
        };
        let checked = self.make(running, &order, tell)?;
        self.change_by_itself(Act::BackupCreate, |change| {
            backup_record::insert_made(change, &row(&checked))?;
            Ok(kind(&checked))
        })?;
        backup::prune(&checked, setting.keep)?;
        Ok(())
    }

    fn make(&self, running: &Running<'_>, making: &Making<'_>, tell: Tell<'_>) -> Result<Checked> {
        let seal = match making.passphrase {
            Some(passphrase) => {
                let mut fresh = [0; 35];
                self.env().entropy.fill(&mut fresh)?;
                Some((passphrase, Fresh(fresh)))
            }
            None => None,
        };
        let order = Order {
            office: self.folder(),
            to: making.to,
            occasion: making.occasion,
            at: self.now(),
            by: making.by.in_trail(),
            program: PROGRAM,
            seal,
            sign: making.sign,
        };
        self.read_aside(Act::ConsoleView, |office| {
            backup::create(office, &order, &mut |progress| running.at(progress, tell)).map_err(while_making)
        })
    }

    fn setting(&self) -> Result<(i64, SettingRow)> {
        self.read_aside(Act::ConsoleView, |office| Ok(backup_record::setting(office)?))
    }

    /// What was verified, for people; names are those of the office here, where there is one.
    pub(crate) fn told(&self, checked: &Checked) -> BackupChecked {
        let names = self.read_aside(Act::ConsoleView, Names::read).unwrap_or_default();
        told(checked, &names)
    }
}

pub(crate) fn told(checked: &Checked, names: &Names) -> BackupChecked {
    let manifest = &checked.manifest;
    BackupChecked {
        file: checked.file.display().to_string(),
        office: manifest.office.name.clone(),
        office_id: manifest.office.id.clone(),
        made_at: manifest.made_at.clone(),
        made_by: names.told(&manifest.made_by),
        occasion: occasion_label(manifest.occasion).to_owned(),
        program: manifest.program.clone(),
        schema: manifest.schema,
        epoch: manifest.epoch,
        seq: manifest.trail.seq,
        head: manifest.trail.head.clone(),
        rows: manifest.counts.rows,
        attachments: manifest.counts.attachments,
        keys: manifest.counts.keys,
        size: checked.size,
        size_told: bytes(checked.size),
        sealed: checked.sealed,
        signed_by: checked.signature.as_ref().map(|signature| signature.key.clone()),
        manifest: checked.manifest_digest.clone(),
        digest: checked.digest.clone(),
    }
}

/// What somebody typed, as the store takes it.
pub(crate) fn passphrase(typed: Option<&Typed>) -> Option<Passphrase> {
    typed
        .filter(|typed| !typed.as_str().is_empty())
        .map(|typed| Passphrase::new(typed.as_str()))
}

fn row(checked: &Checked) -> MadeRow {
    let (folder, file) = place_of(checked);
    MadeRow {
        file,
        folder,
        size: i64::try_from(checked.size).unwrap_or(i64::MAX),
        digest: checked.digest.clone(),
        manifest: checked.manifest_digest.clone(),
        occasion: checked.manifest.occasion.name().to_owned(),
        sealed: checked.sealed,
        seq: checked.manifest.trail.seq,
        made_at: checked.manifest.made_at.clone(),
    }
}

fn kind(checked: &Checked) -> Kind {
    let (folder, file) = place_of(checked);
    Kind::BackupMade {
        file,
        folder,
        occasion: checked.manifest.occasion,
        sealed: checked.sealed,
        seq: checked.manifest.trail.seq,
    }
}

fn place_of(checked: &Checked) -> (String, String) {
    let part = |part: Option<&std::ffi::OsStr>| part.map(|part| part.to_string_lossy().into_owned());
    let folder = part(checked.file.parent().map(Path::as_os_str)).unwrap_or_default();
    let file = part(checked.file.file_name()).unwrap_or_default();
    (folder, file)
}
