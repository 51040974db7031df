//! Who may enter, who may do what, and what a wrong password costs.

mod begin;
mod ceremonies;
mod command_line;
mod entering;
mod items;
mod keeping;
mod permits;
mod registry;
mod rules;
mod second_person;
mod tasks;

use sunlot_app::account::{AccountEnter, Typed};
use sunlot_app::trail::{TrailEntry, TrailRequest};
use sunlot_app::{Desk, Error, Failure, Reason, Result};

use crate::support::{Office, Someone};

/// Sits down as somebody.
pub fn seated(office: &Office, person: &Someone) -> Desk {
    let desk = office.desk();
    desk.account_enter(&person.entering())
        .expect("the right password");
    desk
}

/// Enters with another password than the right one.
pub fn mistype(desk: &Desk, login: &str) -> Error {
    desk.account_enter(&AccountEnter {
        login: login.to_owned(),
        password: Typed::new("Wrong-password1"),
    })
    .expect_err("that is not the password")
}

/// The code of a refusal.
pub fn code<T: std::fmt::Debug>(answer: Result<T>) -> &'static str {
    answer.expect_err("it must be refused").reason.code()
}

/// Fields and codes of what is wrong.
pub fn problems<T: std::fmt::Debug>(answer: Result<T>) -> Vec<(String, String)> {
    let error = answer.expect_err("it must be refused");
    assert_eq!(error.reason.code(), "account_invalid", "the problems say which");
    Failure::from(error)
        .problems
        .into_iter()
        .map(|problem| {
            let place = serde_json::to_value(&problem.place).unwrap();
            (place["field"].as_str().unwrap().to_owned(), problem.code)
        })
        .collect()
}

/// The newest entries of the trail, as the person at the desk reads them.
pub fn newest(desk: &Desk, limit: u32) -> Vec<TrailEntry> {
    let request = TrailRequest {
        before: None,
        limit,
        ..TrailRequest::default()
    };
    desk.trail_view(&request)
        .expect("whoever entered may read")
        .entries
}

/// What the trail says of the newest entries.
pub fn told(desk: &Desk, limit: u32) -> Vec<String> {
    let told = |entry: TrailEntry| {
        let second = entry
            .second
            .map(|second| format!("、{second}"))
            .unwrap_or_default();
        format!("{}{second}：{}", entry.actor, entry.sentence)
    };
    newest(desk, limit).into_iter().map(told).collect()
}

/// The reason of a refusal.
pub fn reason<T: std::fmt::Debug>(answer: Result<T>) -> Reason {
    answer.expect_err("it must be refused").reason
}
