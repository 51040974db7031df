//! Backups: one file with everything of an office in it, verified after it was written, and the way back.
//!
//! The format is described in `docs/backup-format.md`, the reasons in `docs/decisions/0009-backup.md`. Reading
//! goes from the outside in (`container`, `manifest`, `check`), writing the other way (`snapshot`, `write`,
//! `create`); `keep` knows the folder they lie in, `restore` puts one in the office's place. Who may do what,
//! when it is done, and how it is told, is left to `sunlot-app`.

mod check;
mod compare;
mod container;
mod create;
mod digest;
mod entry;
mod flaw;
mod header;
mod keep;
mod manifest;
mod place;
mod progress;
pub mod restore;
mod seal;
mod signature;
mod snapshot;
mod upgrade;
mod write;

pub use check::{Checked, Glimpse, check, glimpse};
pub use compare::{Difference, Inspected, inspect};
pub(crate) use create::tidy;
pub use create::{Order, create};
pub(crate) use entry::Entry;
pub use flaw::{Flaw, Foreign, PlaceFault};
pub use keep::{Listed, list, prune};
pub use manifest::{Counts, Manifest, Occasion, OfficeMark, TrailMark};
pub use place::{ENDING, judge as judge_place};
pub use progress::{Phase, Progress, Watch};
pub use seal::{Fresh, Passphrase};
pub use signature::{Signature, Signer};
pub(crate) use upgrade::before_migration;
