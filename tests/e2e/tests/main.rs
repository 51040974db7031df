//! The whole way from the window to the disk and back, walked as a person would.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    missing_docs,
    reason = "a test that cannot go on says so and stops"
)]

mod accounts;
mod backup;
mod closing;
mod formal;
mod guard;
mod inspectors;
mod items;
mod paper;
mod personal;
mod planning;
mod profile;
mod roster;
mod sample;
mod stage;
mod start;
mod trail;
