//! What the use cases need from the world, as arguments: tests hand in their own.

use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, io, thread};

use chrono::{DateTime, FixedOffset, Local};

use crate::anchor::{AnchorPlace, FolderOfAnchors};
use crate::picker::{NoPicker, Picker};
use crate::printer::{Cups, OtherSystem, Printer};
use crate::reader::{ChildReader, TableReader};
use crate::station::{FolderVault, Vault};
use crate::{Error, Reason, Result};

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// Now, with the offset of this place.
    fn now(&self) -> DateTime<FixedOffset>;
}

/// The computer's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }
}

/// Where chance comes from.
pub trait Entropy: Send + Sync {
    /// Fills these bytes with ones that nobody can foresee.
    fn fill(&self, bytes: &mut [u8]) -> Result<()>;
}

/// The operating system's own.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) -> Result<()> {
        getrandom::fill(bytes).map_err(|error| Error::new(Reason::NoEntropy, error.to_string()))
    }
}

/// What opens a window of another office.
pub trait Windows: Send + Sync {
    /// Opens one of the sample office in this folder.
    fn open_sample(&self, folder: &Path) -> io::Result<()>;

    /// Something may have changed that the stage shows: where there is one, it looks again.
    fn stage_changed(&self) {}
}

/// The program that is running, once more.
#[derive(Clone, Copy, Debug, Default)]
pub struct ThisProgram;

impl Windows for ThisProgram {
    fn open_sample(&self, folder: &Path) -> io::Result<()> {
        Command::new(env::current_exe()?)
            .arg("--office")
            .arg(folder)
            .arg("--sample")
            .stdin(Stdio::null())
            .spawn()
            // Somebody must hear of its end, or the system remembers it as long as this window lives.
            .map(|mut window| drop(thread::spawn(move || window.wait())))
    }
}

/// The world.
pub struct Env {
    /// The time.
    pub clock: Box<dyn Clock>,
    /// Chance.
    pub entropy: Box<dyn Entropy>,
    /// The second place, outside the office folder.
    pub anchors: Box<dyn AnchorPlace>,
    /// Paper.
    pub printer: Box<dyn Printer>,
    /// Where the station's wrapped keys lie.
    pub vault: Box<dyn Vault>,
    /// Other people's tables.
    pub reader: Box<dyn TableReader>,
    /// Windows of other offices.
    pub windows: Box<dyn Windows>,
    /// The system's own window of files.
    pub picker: Box<dyn Picker>,
}

impl Env {
    /// The real one, without windows of its own.
    pub fn of_this_computer() -> Self {
        Self {
            clock: Box::new(SystemClock),
            entropy: Box::new(SystemEntropy),
            anchors: Box::new(FolderOfAnchors::of_this_user()),
            printer: if cfg!(target_os = "linux") {
                Box::new(Cups::of_this_computer())
            } else {
                Box::new(OtherSystem)
            },
            vault: Box::new(FolderVault),
            reader: Box::new(ChildReader::of_this_program()),
            windows: Box::new(ThisProgram),
            picker: Box::new(NoPicker),
        }
    }
}
