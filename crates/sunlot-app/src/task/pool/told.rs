//! What becomes of each target of a pool, in words.

use sunlot_rules::pool::{Excluded, Place, StratumRule, key};

use super::Held;
use crate::registry::Told;
use crate::task::labels;
use crate::task::merged::labels as merged_labels;

impl Held {
    /// What each part is called outside the office, by its name.
    pub fn sums(&self) -> Vec<Told> {
        let strata = self.source.document.strata.iter().enumerate();
        let mut parts: Vec<Told> = strata.map(|(at, rule)| stratum_told(at, rule)).collect();
        let excluded = |why| labels::excluded(why, &self.source.profile);
        parts.extend(labels::EXCLUDED.into_iter().map(excluded));
        parts.extend(self.exceptions.values().map(labels::exception));
        let scope = &self.source.document.scope;
        let outside = self.pool.outside.keys();
        parts.extend(outside.map(|why| labels::outside(*why, scope, self.source.tags())));
        parts
    }

    /// What becomes of a target, and why, for papers that leave the office: what a stratum means stays there.
    pub fn told_outside(&self, at: usize) -> (Told, String) {
        let (told, why) = self.told(at);
        match self.pool.places.get(at) {
            Some(Place::In(_)) => {
                let exception = self.exceptions.get(&at).map(labels::exception);
                (told, exception.map(|told| told.label).unwrap_or_default())
            }
            _ => (told, why),
        }
    }

    /// What becomes of a target, and why.
    pub fn told(&self, at: usize) -> (Told, String) {
        let scope = &self.source.document.scope;
        match self.pool.places.get(at) {
            Some(Place::In(stratum)) => {
                let stratum = usize::from(*stratum);
                let rule = self.source.document.strata.get(stratum);
                let place = rule.map_or_else(labels::fallen, |rule| stratum_told(stratum, rule));
                let clauses = rule.map(labels::clauses).unwrap_or_default().join(labels::AND);
                let why = match self.exceptions.get(&at) {
                    Some(why) => format!("{clauses}；{}", labels::exception_told(why)),
                    None => clauses,
                };
                (place, why)
            }
            Some(Place::Excluded(why)) => {
                let told = labels::excluded(*why, &self.source.profile).label;
                let due = (*why == Excluded::Merged).then(|| self.source.due_of(at).next());
                let why = match due.flatten() {
                    Some(draw) => labels::with_source(&told, &merged_labels::because(draw)),
                    None => told,
                };
                (labels::left_out(), why)
            }
            Some(Place::Outside(why)) => {
                let told = labels::outside(*why, scope, self.source.tags());
                (labels::out_of_scope(), told.label)
            }
            Some(Place::Fallen) | None => (labels::fallen(), String::new()),
        }
    }
}

fn stratum_told(at: usize, rule: &StratumRule) -> Told {
    let key = key(at).map(String::from).unwrap_or_default();
    let label = format!("{key} {}", rule.label);
    Told { value: key, label }
}
