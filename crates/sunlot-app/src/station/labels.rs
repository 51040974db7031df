//! What the fields of the acts, and the states of keys, are called.

use chrono::DateTime;
use sunlot_draw::station::{Ending, Opening};
use sunlot_store::station::KeyState;

/// The sheet with the fingerprint.
pub(super) const SHEET: &str = "指纹公示单";

/// What people call a field of a request.
pub(super) fn field_label(field: &str) -> &'static str {
    match field {
        "passphrase" => "密钥口令",
        "new_passphrase" | "new" => "新的密钥口令",
        "old" => "原来的密钥口令",
        "reason" => "原因",
        _ => "起算时间",
    }
}

/// What became of a key.
pub(super) fn state_label(state: KeyState) -> &'static str {
    match state {
        KeyState::InForce => "在用",
        KeyState::Retired => "已更换",
        KeyState::Lost => "已挂失",
        KeyState::Revoked => "已作废",
    }
}

/// How a key ended.
pub(super) fn ending_label(ending: Option<Ending>) -> &'static str {
    match ending {
        None => "在用",
        Some(Ending::Retired) => "已更换",
        Some(Ending::Lost) => "已挂失",
        Some(Ending::Revoked) => "已作废",
    }
}

/// How a key came in.
pub(super) fn opening_label(opening: Opening) -> &'static str {
    match opening {
        Opening::First => "首把",
        Opening::Crossed => "与前一把互签",
        Opening::Broken => "断代",
    }
}

/// A day as papers write it.
pub(super) fn day(at: &str) -> String {
    DateTime::parse_from_rfc3339(at)
        .map_or_else(|_| at.to_owned(), |at| at.format("%Y年%-m月%-d日").to_string())
}

/// From when until when, by days.
pub(super) fn span(from: &str, until: Option<&str>) -> String {
    format!("{}至{}", day(from), until.map(day).unwrap_or_default())
}
