//! The second ceremony: targets that were drawn before are manned now, on the morning of the visit. Its list is exactly what stands
//! of the first draw, every one of them is drawn, and the record names the first one's digest.

use std::collections::BTreeMap;

use sunlot_draw::manifest::QuotaRule;
use sunlot_draw::{Digest, Id, Leaf, Manifest};
use sunlot_store::{Connection, draw_seal};

use super::document::CeremonyDocument;
use super::record::impossible;
use crate::task::Made;
use crate::{Desk, Result};

impl Desk {
    /// The digest of the record whose targets are manned.
    pub(super) fn basis_digest(
        &self,
        office: &Connection,
        document: &CeremonyDocument,
    ) -> Result<Option<Digest>> {
        let Some(basis) = document.basis else {
            return Ok(None);
        };
        let seal = draw_seal::by_id(office, basis)?.ok_or_else(|| impossible("a basis without a seal"))?;
        Ok(self.published(office, &seal)?.map(|published| published.digest))
    }

    /// The manifest of a list; on a basis only what stands of it.
    pub(super) fn on_basis(
        &self,
        office: &Connection,
        document: &CeremonyDocument,
        made: Made,
    ) -> Result<Manifest> {
        let Some(basis) = document.basis else {
            return Ok(made.manifest);
        };
        let seal = draw_seal::by_id(office, basis)?.ok_or_else(|| impossible("a basis without a seal"))?;
        let published = self.published(office, &seal)?;
        let published = published.ok_or_else(|| impossible("a basis that has not ended"))?;
        let mut manifest = made.manifest;
        // Who stays away from whom is known by the task's own list; a number of the first draw is another one there.
        let mut known: BTreeMap<(String, u64), Id> = BTreeMap::new();
        for stratum in &manifest.strata {
            for (number, leaf) in (1..).zip(&stratum.targets) {
                if let Some(target) = leaf.open() {
                    known.insert((stratum.key.to_string(), number), target.id.clone());
                }
            }
        }
        let slots: BTreeMap<String, _> = manifest
            .strata
            .iter()
            .map(|stratum| (stratum.key.to_string(), stratum.slots.clone()))
            .collect();
        let first = &published.record.manifest;
        let mut numbers: BTreeMap<Id, (usize, u64)> = BTreeMap::new();
        let mut strata = Vec::new();
        for stratum in &first.strata {
            let stands = published
                .standing
                .iter()
                .filter(|row| row.place.stratum == stratum.key);
            let mut targets: Vec<Leaf<_>> = stands
                .filter_map(|row| stratum.target(row.place.number))
                .cloned()
                .collect();
            if targets.is_empty() {
                continue;
            }
            targets.sort_by(|a, b| {
                a.open()
                    .map(|target| &*target.id)
                    .cmp(&b.open().map(|target| &*target.id))
            });
            let count = u64::try_from(targets.len()).unwrap_or(u64::MAX);
            for (number, leaf) in (1..).zip(&targets) {
                if let Some(target) = leaf.open() {
                    numbers.insert(target.id.clone(), (strata.len(), number));
                }
            }
            let mut stratum = stratum.clone();
            stratum.slots = slots.get(&*stratum.key).cloned().unwrap_or_default();
            stratum.rule = QuotaRule::count(count);
            stratum.quota = count;
            stratum.reserve = 0;
            stratum.targets = targets;
            strata.push(stratum);
        }
        let mut recusals = Vec::new();
        for recusal in &manifest.recusals {
            let target = known.get(&(recusal.stratum.to_string(), recusal.number));
            let place = target.and_then(|target| numbers.get(target));
            if let Some((stratum, number)) = place
                && let Some(stratum) = strata.get(*stratum)
            {
                let mut recusal = recusal.clone();
                recusal.stratum = stratum.key.clone();
                recusal.number = *number;
                recusals.push(recusal);
            }
        }
        manifest.strata = strata;
        manifest.recusals = recusals;
        // Whom the first draw left out stands in its own record.
        manifest.exclusions = Vec::new();
        manifest.items = first.items.clone();
        Ok(manifest)
    }
}
