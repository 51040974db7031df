//! The sheets: one module per sheet, with its fixed texts. A plain struct in, a [`Sheet`](crate::Sheet) out.
//!
//! The texts follow the language of official documents; what a sheet is told comes ready as text.

mod ceremony;
mod fingerprint;
mod notice;
mod parts;
mod plan;
mod recovery;
mod trail;

pub use ceremony::*;
pub use fingerprint::{CertificateFingerprint, FingerprintSheet, FormerKey};
pub use notice::{NoticeReplaced, NoticeSheet, NoticeStratum};
pub use plan::{PlanMilestoneRow, PlanSheet, PlanSheetRow};
pub use recovery::RecoverySheet;
pub use trail::{TrailExtract, TrailRow, Verification};
