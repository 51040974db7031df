//! A target or an inspector as people write them: by the office's own number, by a code, or by the name. A name that several have
//! chooses nobody; they are listed instead.

use std::collections::BTreeMap;

use sunlot_app::inspector::{InspectorFault, InspectorFilter, InspectorsRequest};
use sunlot_app::target::{TargetFault, TargetFilter, TargetsRequest};
use sunlot_app::{Desk, Error, Reason, Result};

use crate::registry::{not_among, number};

/// So many are looked at, and listed where none is meant for certain.
const MOST: u32 = 200;
const LISTED: usize = 12;

/// Somebody of a registry by number, name, and what else tells them apart.
type Entry = (i64, String, String, String);

/// The number of a target.
pub(crate) fn target_of(desk: &Desk, typed: &str) -> Result<i64> {
    if is_own_number(typed, "DX-") {
        return number("DX-", typed);
    }
    let filter = TargetFilter {
        text: typed.trim().to_owned(),
        values: BTreeMap::new(),
    };
    let request = TargetsRequest {
        filter,
        limit: MOST,
        ..TargetsRequest::default()
    };
    let lines = desk.targets_view(&request)?.lines.into_iter();
    let found: Vec<Entry> = lines
        .map(|line| (line.id, line.number, line.name, line.code))
        .collect();
    one_of(found, "检查对象", typed, |asked| {
        TargetFault::TargetMissing { asked }.into()
    })
}

/// The number of an inspector.
pub(crate) fn inspector_of(desk: &Desk, typed: &str) -> Result<i64> {
    if is_own_number(typed, "RY-") {
        return number("RY-", typed);
    }
    let filter = InspectorFilter {
        text: typed.trim().to_owned(),
        ..InspectorFilter::default()
    };
    let request = InspectorsRequest {
        filter,
        ..InspectorsRequest::default()
    };
    let lines = desk.inspectors_view(&request)?.lines.into_iter();
    let found: Vec<Entry> = lines
        .map(|line| {
            let cert = line.certificates.into_iter().next();
            let cert = cert.map_or_else(String::new, |cert| cert.number);
            (line.id, line.number, line.name, cert)
        })
        .collect();
    one_of(found, "检查人员", typed, |asked| {
        InspectorFault::InspectorMissing { asked }.into()
    })
}

/// Whether it is the office's own number, with its letters or as digits alone that are too few for a code.
fn is_own_number(typed: &str, prefix: &str) -> bool {
    let typed = typed.trim().to_ascii_uppercase();
    typed.starts_with(prefix) || (typed.len() <= 9 && typed.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The one whose name or code it is, to the letter; where none is or several are, all that come near, and where nobody comes near, that.
fn one_of(found: Vec<Entry>, what: &str, typed: &str, nobody: impl FnOnce(String) -> Reason) -> Result<i64> {
    let asked = typed.trim();
    let exact: Vec<&Entry> = found
        .iter()
        .filter(|(_, _, name, code)| name == asked || code.eq_ignore_ascii_case(asked))
        .collect();
    if let [(id, ..)] = exact.as_slice() {
        return Ok(*id);
    }
    let near: Vec<&Entry> = if exact.is_empty() {
        found.iter().collect()
    } else {
        exact
    };
    if near.is_empty() {
        return Err(Error::new(nobody(asked.to_owned()), ""));
    }
    let told: Vec<(&str, String)> = near
        .iter()
        .take(LISTED)
        .map(|(_, number, name, code)| (number.as_str(), format!("{name} {code}")))
        .collect();
    let told = told.iter().map(|(number, name)| (*number, name.trim_end()));
    Err(not_among(what, typed, told))
}
