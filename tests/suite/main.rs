//! What Sunlot promises, as tests: one binary, so that it is linked once.
//!
//! Each module is a promise. Rules that concern one crate alone are tested beside their code.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    missing_docs,
    reason = "a test that cannot go on says so and stops"
)]

mod accounts;
mod architecture;
mod backup;
mod ceremonies;
mod codes;
mod command_line;
mod diagnostics;
mod draw;
mod durability;
mod forms;
mod generated_types;
mod items;
mod messages;
mod office_profile;
mod opening;
mod outside;
mod personal;
mod picker;
mod plans;
mod print_queues;
mod printing;
mod reader;
mod reasons;
mod registry;
mod roster;
mod rules;
mod schema;
mod security;
mod station;
mod support;
mod tampering;
mod tasks;
mod trail;
