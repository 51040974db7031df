//! An office with people, chance that can be foreseen, and a vault that breaks where a test wants it to.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use sha2::{Digest, Sha256};
use sunlot_app::account::{Role, Second, Typed};
use sunlot_app::anchor::FolderOfAnchors;
use sunlot_app::station::{
    FolderVault, StationMake, StationReportLost, StationRevoke, StationRewrap, StationRotate, StationView,
    Vault, Work,
};
use sunlot_app::{Actor, Desk, Entropy, Env, Error, Reason, Result, Shell};
use sunlot_store::OfficeFolder;

use crate::support::{Office, TestClock, someone};

pub const FIRST: &str = "春眠不觉晓处处闻啼鸟夜来";
pub const SECOND: &str = "夜来风雨声 花落知多少 又一年";
pub const THIRD: &str = "correct horse battery staple";

/// SHA-256 of a seed and a counter: the same bytes in every run.
#[derive(Clone)]
pub struct Foreseen {
    seed: &'static str,
    asked: Arc<Mutex<u64>>,
}

impl Entropy for Foreseen {
    fn fill(&self, bytes: &mut [u8]) -> Result<()> {
        for chunk in bytes.chunks_mut(32) {
            let mut asked = self.asked.lock().expect("nobody panicked over it");
            let block = Sha256::new()
                .chain_update(self.seed)
                .chain_update(asked.to_be_bytes())
                .finalize();
            *asked += 1;
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
        Ok(())
    }
}

/// Where the vault breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// Before the new file is written.
    BeforeStaging,
    /// When half of it is written.
    HalfStaged,
    /// When it is there, but nobody knows yet.
    Staged,
    /// After the commit, before the file is in its place.
    BeforeSettling,
    /// When it is in its place, before the rest is cleared away.
    Settled,
}

impl Broken {
    pub const ALL: [Self; 5] = [
        Self::BeforeStaging,
        Self::HalfStaged,
        Self::Staged,
        Self::BeforeSettling,
        Self::Settled,
    ];

    /// Whether the change was committed before.
    pub fn after_commit(self) -> bool {
        matches!(self, Self::BeforeSettling | Self::Settled)
    }
}

/// The office folder, until it breaks; and less work than in earnest, so that a test is not slow.
#[derive(Clone)]
pub struct TestVault {
    pub broken: Arc<Mutex<Option<Broken>>>,
    pub work: Arc<Mutex<Work>>,
}

impl Default for TestVault {
    fn default() -> Self {
        Self {
            broken: Arc::default(),
            work: Arc::new(Mutex::new(LITTLE)),
        }
    }
}

pub const LITTLE: Work = Work {
    memory_kib: 64,
    passes: 1,
    lanes: 1,
};

impl TestVault {
    fn breaks(&self, at: Broken) -> Result<()> {
        if *self.broken.lock().expect("nobody panicked over it") == Some(at) {
            return Err(Error::new(Reason::DiskFailure, format!("{at:?}")));
        }
        Ok(())
    }
}

impl Vault for TestVault {
    fn current(&self, folder: &OfficeFolder) -> Result<Option<Vec<u8>>> {
        FolderVault.current(folder)
    }

    fn of_digest(&self, folder: &OfficeFolder, digest: &[u8; 32]) -> Result<Option<Vec<u8>>> {
        FolderVault.of_digest(folder, digest)
    }

    fn stage(&self, folder: &OfficeFolder, bytes: &[u8]) -> Result<()> {
        self.breaks(Broken::BeforeStaging)?;
        if let Err(error) = self.breaks(Broken::HalfStaged) {
            fs::create_dir_all(folder.keys()).expect("a folder");
            let unfinished = folder.keys().join("station-0011223344556677.staged.unfinished");
            fs::write(unfinished, &bytes[..bytes.len() / 2]).expect("half a file");
            return Err(error);
        }
        FolderVault.stage(folder, bytes)?;
        self.breaks(Broken::Staged)
    }

    fn settle(&self, folder: &OfficeFolder, digest: &[u8; 32]) -> Result<()> {
        self.breaks(Broken::BeforeSettling)?;
        FolderVault.settle(folder, digest)?;
        self.breaks(Broken::Settled)
    }

    fn remove(&self, folder: &OfficeFolder) -> Result<()> {
        self.breaks(Broken::BeforeSettling)?;
        FolderVault.remove(folder)?;
        self.breaks(Broken::Settled)
    }

    fn work(&self) -> Work {
        *self.work.lock().expect("nobody panicked over it")
    }
}

/// The sample office with people, and what its desks are made with.
pub struct Station {
    pub office: Office,
    pub clock: TestClock,
    pub vault: TestVault,
    chance: Foreseen,
}

impl Station {
    pub fn new(seed: &'static str) -> Self {
        Self {
            office: Office::with_people(),
            clock: TestClock::default(),
            vault: TestVault::default(),
            chance: Foreseen {
                seed,
                asked: Arc::default(),
            },
        }
    }

    /// The same with its first key made.
    pub fn made(seed: &'static str) -> Self {
        let station = Self::new(seed);
        station
            .make(&station.desk(), FIRST)
            .expect("two people and a good passphrase");
        station.clock.turn(3600);
        station
    }

    /// Somebody who works here has entered.
    pub fn desk(&self) -> Desk {
        let env = Env {
            printer: Box::new(sunlot_app::printer::OtherSystem),
            anchors: Box::new(FolderOfAnchors::at(self.office.anchors())),
            clock: Box::new(self.clock.clone()),
            entropy: Box::new(self.chance.clone()),
            vault: Box::new(self.vault.clone()),
            reader: Box::new(crate::support::reader()),
            windows: Box::new(crate::support::NoWindows),
            picker: Box::new(sunlot_app::picker::NoPicker),
        };
        let folder = OfficeFolder::new(self.office.path());
        let desk = Desk::new(env, folder, Actor::named(Shell::Console, "lina"));
        desk.account_enter(&someone(Role::Handler).entering())
            .expect("she may enter");
        desk
    }

    pub fn folder(&self) -> OfficeFolder {
        OfficeFolder::new(self.office.path())
    }

    pub fn key_file(&self) -> PathBuf {
        self.folder().key_file()
    }

    /// What lies in the folder of the keys.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder().keys()).into_iter().flatten();
        let mut names: Vec<String> = entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }

    pub fn make(&self, desk: &Desk, passphrase: &str) -> Result<StationView> {
        desk.station_make(&StationMake {
            passphrase: Typed::new(passphrase),
            second: second(),
        })
    }

    pub fn rotate(&self, desk: &Desk, old: &str, new: &str) -> Result<StationView> {
        desk.station_rotate(&StationRotate {
            passphrase: Typed::new(old),
            new_passphrase: Typed::new(new),
            reason: "每年更换".to_owned(),
            second: second(),
        })
    }

    pub fn lose(&self, desk: &Desk, new: &str) -> Result<StationView> {
        desk.station_report_lost(&StationReportLost {
            reason: "口令忘了".to_owned(),
            new_passphrase: Typed::new(new),
            second: second(),
        })
    }

    pub fn revoke(&self, desk: &Desk, at: &str, passphrase: Option<&str>) -> Result<StationView> {
        desk.station_revoke(&revoking(at, None, passphrase))
    }

    pub fn rewrap(&self, desk: &Desk, old: &str, new: &str) -> Result<StationView> {
        desk.station_rewrap(&StationRewrap {
            old: Typed::new(old),
            new: Typed::new(new),
        })
    }
}

pub fn revoking(at: &str, fingerprint: Option<&str>, passphrase: Option<&str>) -> StationRevoke {
    StationRevoke {
        fingerprint: fingerprint.map(str::to_owned),
        reason: "U 盘丢失".to_owned(),
        at: at.to_owned(),
        passphrase: passphrase.map(Typed::new),
        second: second(),
    }
}

pub fn second() -> Option<Second> {
    Some(someone(Role::Supervisor).second())
}

/// The code of a refusal.
pub fn code<T>(answer: Result<T>) -> &'static str {
    match answer {
        Ok(_) => "done",
        Err(error) => error.reason.code(),
    }
}
