//! The sealed edition: the published file with every leaf sealed that may be, and every digest as it was.

use hashbrown::HashSet;
use rustc_hash::FxBuildHasher;

use crate::leaf::{Leaf, Row as _};
use crate::ledger::Ledger;
use crate::manifest::StrataByKey;
use crate::protocol::Protocol;
use crate::record::{Place, Published};

impl Published {
    /// Seals all exclusions, and all targets never selected nor standing after any amendment.
    pub fn seal(&mut self) {
        let open = self.ever_named();
        let protocol = self.record.manifest.protocol;
        let strata = &mut self.record.manifest.strata;
        for (stratum, open) in strata.iter_mut().zip(&open) {
            for (leaf, number) in stratum.targets.iter_mut().zip(1..) {
                if !open.contains(&number) {
                    seal(leaf, protocol);
                }
            }
        }
        for leaf in &mut self.record.manifest.exclusions {
            seal(leaf, protocol);
        }
    }

    /// By stratum: the numbers that were drawn, or stood at any time, and so must stay open.
    pub(crate) fn ever_named(&self) -> Vec<HashSet<u64, FxBuildHasher>> {
        let strata = &self.record.manifest.strata;
        let mut named = vec![HashSet::with_hasher(FxBuildHasher); strata.len()];
        let by_key = StrataByKey::new(&self.record.manifest);
        let mut name = |place: &Place| {
            let stratum = by_key.position(&place.stratum);
            if let Some(numbers) = stratum.and_then(|at| named.get_mut(at)) {
                numbers.insert(place.number);
            }
        };
        self.standing.iter().for_each(|row| name(&row.place));
        if let Some(outcome) = &self.record.result {
            outcome.selected.iter().for_each(|row| name(&row.place));
            // A void record is never amended: whatever says otherwise moves no row.
            let amendments = self.amendments.iter().filter(|_| self.record.void.is_none());
            let ledger = Ledger::settled(&self.record.manifest, outcome, amendments);
            ledger.ever_standing().for_each(name);
        }
        named
    }
}

fn seal<T>(leaf: &mut Leaf<T>, protocol: Protocol)
where
    Leaf<T>: crate::leaf::Row,
{
    *leaf = Leaf::Sealed(leaf.digest(protocol));
}
