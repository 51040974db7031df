//! Backups: where they go, when they are made, what lies there, and the way back, which two people go together.
//!
//! The file itself, and replacing an office so that nothing is half done, is `sunlot-store`'s.

mod fault;
mod labels;
mod look;
mod make;
mod place;
mod restore;
mod sticks;
mod wire;
mod work;

pub use fault::BackupFault;
pub(crate) use fault::reason_of;
pub use labels::{bytes, occasion_label};
pub use sunlot_store::backup::{Foreign, Phase};
pub use wire::{
    BackupChecked, BackupDifference, BackupDone, BackupFile, BackupInspected, BackupItem, BackupLast,
    BackupPlace, BackupProgress, BackupRequest, BackupRestore, BackupRestored, BackupSettings, BackupView,
};
pub use work::Tell;
pub(crate) use work::Work;
