//! What a file could not hold although its types can: numbers beyond 2^53 − 1, fields too deep, keys used twice.
//!
//! Whatever the reader has read fulfils this; what a program has put together may not, and would be sealed for good in a
//! form that no verifier accepts.

use crate::free::Fields;
use crate::leaf::Leaf;
use crate::manifest::{Manifest, QuotaRule};
use crate::problem::{Breach, Problems};
use crate::read::reader::{DEEPEST, LARGEST};

/// Where the manifest stands in a published file, before each path.
const MANIFEST: &str = "record.manifest";

/// Levels above the parts of a published file that hold fields of the office's own.
const ABOVE_CEREMONY: usize = 2;
const ABOVE_EXT: usize = 3;
const ABOVE_LIST: usize = 4;
const ABOVE_TARGET: usize = 6;

/// What of this manifest a file could not hold.
pub(crate) fn check_form(manifest: &Manifest, found: &mut Problems<Breach>) {
    check_number("sequence", manifest.sequence, found);
    check_number("attempt", manifest.attempt, found);
    check_number("crew.cap", manifest.crew.cap, found);
    for (at, stratum) in manifest.strata.iter().enumerate() {
        let largest = match &stratum.rule {
            QuotaRule::Count(count) => count.n,
            QuotaRule::Rate(rate) => rate.min.max(rate.max.unwrap_or_default()),
        };
        check_number(&format!("strata[{at}].rule"), largest, found);
        for (place, leaf) in stratum.targets.iter().enumerate() {
            let own = ["id", "leaf", "name", "salt"];
            let path = || format!("{MANIFEST}.strata[{at}].targets[{place}]");
            check_more(
                leaf.open().map(|target| &target.more),
                ABOVE_TARGET,
                &own,
                path,
                found,
            );
        }
    }
    for (at, leaf) in manifest.exclusions.iter().enumerate() {
        let own = ["id", "leaf", "name", "reason", "salt"];
        let more = Leaf::open(leaf).map(|exclusion| &exclusion.more);
        check_more(
            more,
            ABOVE_LIST,
            &own,
            || format!("{MANIFEST}.exclusions[{at}]"),
            found,
        );
    }
    for (at, inspector) in manifest.inspectors.iter().enumerate() {
        let own = ["dept", "id", "leaf", "name", "salt", "skills"];
        let path = || format!("{MANIFEST}.inspectors[{at}]");
        check_more(Some(&inspector.more), ABOVE_LIST, &own, path, found);
    }
    for (at, recusal) in manifest.recusals.iter().enumerate() {
        let own = ["inspector", "leaf", "number", "reason", "salt", "stratum"];
        let path = || format!("{MANIFEST}.recusals[{at}]");
        check_more(Some(&recusal.more), ABOVE_LIST, &own, path, found);
    }
    check_more(
        manifest.ext.as_ref(),
        ABOVE_EXT,
        &[],
        || format!("{MANIFEST}.ext"),
        found,
    );
}

/// What of a ceremony a file could not hold.
pub(crate) fn check_ceremony(ceremony: Option<&Fields>, found: &mut Problems<Breach>) {
    check_more(
        ceremony,
        ABOVE_CEREMONY,
        &[],
        || "record.ceremony".to_owned(),
        found,
    );
}

fn check_number(path: &str, number: u64, found: &mut Problems<Breach>) {
    if number > LARGEST {
        found.add(|| format!("{MANIFEST}.{path}"), Breach::TooLarge(number));
    }
}

fn check_more(
    more: Option<&Fields>,
    above: usize,
    own: &[&'static str],
    path: impl Fn() -> String,
    found: &mut Problems<Breach>,
) {
    let Some(more) = more.filter(|more| !more.is_empty()) else {
        return;
    };
    if above + more.levels() > DEEPEST {
        found.add(&path, Breach::TooDeep);
    }
    if more.largest() > LARGEST {
        found.add(&path, Breach::TooLarge(more.largest()));
    }
    for (key, _) in more.iter() {
        if let Some(own) = own.iter().find(|own| **own == key) {
            found.add(&path, Breach::OwnKey(own));
        }
    }
}
