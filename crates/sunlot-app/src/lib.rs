//! The use cases of Sunlot, and the only door for the shells (window and command line).
//!
//! A use case takes one request, runs in one transaction that also appends its event to the trail, and answers
//! with the new view. Time comes in through [`Env`]. How rows are kept is `sunlot-store`'s business, what a
//! good value is `sunlot-rules`', and how a view looks the shells'.

mod access;
pub mod account;
mod actor;
pub mod anchor;
pub mod backup;
pub mod ceremony;
pub mod codes;
pub mod commands;
mod concern;
mod console;
mod desk;
pub mod diagnostics;
mod env;
mod error;
mod event;
mod file;
pub mod import;
pub mod inspector;
pub mod item;
pub mod labels;
pub mod messages;
pub mod office;
pub mod outside;
pub mod paper;
pub mod personal;
pub mod picker;
mod place;
pub mod plan;
pub mod printer;
pub mod published;
pub mod reader;
pub mod registry;
pub mod rules;
pub mod sample;
pub mod stage_window;
pub mod station;
pub mod target;
pub mod task;
pub mod trail;

pub use access::{AccessFault, AccountFlaw, EntryFault, Permit, Who};
pub use actor::{Actor, Shell};
pub use concern::ObjectKind;
pub use console::ConsoleView;
pub use desk::Desk;
pub use env::{Clock, Entropy, Env, SystemClock, SystemEntropy, ThisProgram, Windows};
pub use error::{Error, Failure, Flaw, Place, Problem, ProblemView, Reason, Result};
pub use event::{Kind, KindName, MadeAccount, TrailPoint};
pub use place::{WindowStart, office_folder, window_start};
