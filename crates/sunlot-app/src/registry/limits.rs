//! How long a text may be, in one table: what may be typed may stand in a roster, and the other way round.

use crate::import::Registry;

/// The longest text of one line.
pub(crate) const SHORT: usize = 200;

/// The longest of several sentences.
pub(crate) const MIDDLE: usize = 500;

/// The longest at all.
pub(crate) const LONG: usize = 4_000;

/// The longest name of a target, and of a person.
const NAME: usize = 120;
const PERSON: usize = 60;

/// The most characters of a field, by its name.
pub(crate) fn most(registry: Registry, field: &str) -> usize {
    match (registry, field) {
        (Registry::Targets, "name") => NAME,
        (Registry::Inspectors, "name") => PERSON,
        (Registry::Targets | Registry::Inspectors, "scope" | "remark") | (Registry::Visits, "remark") => LONG,
        (Registry::Visits, _) => MIDDLE,
        (
            Registry::Items,
            "basis" | "content" | "target_scope" | "procedure" | "standard" | "range" | "means"
            | "requirement" | "method" | "materials" | "remark",
        ) => LONG,
        _ => SHORT,
    }
}
