//! The office on disk: one folder, one SQLite file, one trail.
//!
//! This is the only crate that knows SQL. A reader takes `&Connection`, a writer takes `&Transaction`, so a
//! signature shows what needs a transaction; and the only way to commit one is [`Change::commit`], which
//! appends the event that says who did what. What the rows *mean*, who may write them and how a failure is
//! told to people is left to `sunlot-app`.

pub mod account;
pub mod attachment;
pub mod backup;
pub mod backup_record;
pub mod catalog;
pub mod ceremony;
mod change;
mod clock;
pub mod credit_inquiry;
pub mod crew_loan;
mod cursor;
mod documents;
pub mod draw_amendment;
pub mod draw_record;
pub mod draw_seal;
pub mod draw_signature;
pub mod epoch;
mod error;
pub mod filter;
mod folder;
pub mod idle_setting;
pub mod inspector;
pub mod inspector_conflict;
pub mod item;
pub mod key_file;
mod lock;
mod objects;
pub mod office_profile;
mod open;
pub mod outside_draw;
pub mod outside_row;
mod packed;
pub mod personal;
pub mod plan;
pub mod pool_exclusion;
pub mod pool_notice;
pub mod pool_salt;
pub mod recusal_request;
pub mod risk_grading;
pub mod roster_import;
pub mod rotation_setting;
mod row_bytes;
pub mod rule_profile;
mod schema;
mod set_aside;
pub mod stage_cursor;
pub mod station;
pub mod target;
pub mod target_flag;
pub mod task;
pub mod trail;
mod values;
mod verify;
pub mod visit;
pub mod vouched;
pub mod whole_file;

pub use change::{Change, NewEvent, Recorded};
pub use clock::{CLOCK_SET_BACK, CLOCK_ZONE_CHANGED};
pub use error::{Error, Result};
pub use folder::OfficeFolder;
pub use open::{Opening, Reader, Writer};
pub use rusqlite::{Connection, InterruptHandle, Transaction};
pub use schema::{
    Migrated, anchored_since, personal_since, schema_version, statements as schema_statements, table_sizes,
};
pub use values::{Texts, Values};
pub use verify::{Checkpoint, Fault, Progress, Verdict, verify, verify_since};
