//! The second ceremony: targets that were drawn before are manned now, on the morning of the visit. Its list is exactly what stands
//! of the first draw, every one of them is drawn, and the record names the first one's digest.

use std::collections::BTreeMap;
use std::sync::Arc;

use sunlot_draw::manifest::{QuotaRule, Stratum};
use sunlot_draw::record::Place;
use sunlot_draw::{Digest, Leaf, Manifest, Published, Recusal};
use sunlot_store::{Connection, draw_seal};

use super::document::CeremonyDocument;
use super::record::impossible;
use super::rows::Names;
use super::standing::number_of;
use crate::task::Made;
use crate::{Desk, Result};

/// Who is to be manned.
pub(super) struct Manned {
    /// By stratum and by the number in the registry.
    pub targets: Vec<(String, i64)>,
    /// Whom the registry knows by that code no more, as they are called on the stage.
    pub unknown: Vec<String>,
}

impl Desk {
    /// The digest of the record whose targets are manned.
    pub(super) fn basis_digest(
        &self,
        office: &Connection,
        document: &CeremonyDocument,
    ) -> Result<Option<Digest>> {
        match document.basis {
            Some(basis) => Ok(Some(self.first(office, basis)?.digest)),
            None => Ok(None),
        }
    }

    /// The draw whose targets are manned.
    fn first(&self, office: &Connection, basis: i64) -> Result<Arc<Published>> {
        let seal = draw_seal::by_id(office, basis)?.ok_or_else(|| impossible("a basis without a seal"))?;
        let published = self.published(office, &seal)?;
        published.ok_or_else(|| impossible("a basis that has not ended"))
    }

    /// Who is to be manned.
    pub(super) fn manned(&self, office: &Connection, basis: i64) -> Result<Manned> {
        let first = self.first(office, basis)?;
        let names = Names::of(&first);
        let mut manned = Manned {
            targets: Vec::new(),
            unknown: Vec::new(),
        };
        for row in &first.standing {
            let (_, id) = names.target(&row.place);
            match number_of(office, id)? {
                Some(number) => manned.targets.push((row.place.stratum.to_string(), number)),
                None => manned.unknown.push(names.number(&row.place)),
            }
        }
        Ok(manned)
    }

    /// The manifest of a list; on a basis exactly what stands of it. Slots, people and who stays away from whom are those of today, the targets
    /// are those of the first draw, as it wrote them.
    pub(super) fn on_basis(
        &self,
        office: &Connection,
        document: &CeremonyDocument,
        made: Made,
    ) -> Result<Manifest> {
        let Some(basis) = document.basis else {
            return Ok(made.manifest);
        };
        let first = self.first(office, basis)?;
        let mut numbers = BTreeMap::new();
        let mut strata = Vec::new();
        for stratum in &first.record.manifest.strata {
            let slots = made.manifest.strata.iter().find(|today| today.key == stratum.key);
            let mut manned = standing_of(&first, stratum);
            if manned.targets.is_empty() {
                continue;
            }
            manned.slots = slots.map(|today| today.slots.clone()).unwrap_or_default();
            for (number, leaf) in (1..).zip(&manned.targets) {
                if let Some(target) = leaf.open()
                    && let Some(known) = number_of(office, &target.id)?
                {
                    numbers.insert(known, Place::new(manned.key.clone(), number));
                }
            }
            strata.push(manned);
        }
        let recusals = recusals(&made, &numbers);
        let mut manifest = made.manifest;
        manifest.strata = strata;
        manifest.recusals = recusals;
        // Whom the first draw left out stands in its own record.
        manifest.exclusions = Vec::new();
        manifest.items = first.record.manifest.items.clone();
        Ok(manifest)
    }
}

/// What stands of a stratum, all of it drawn.
fn standing_of(first: &Published, stratum: &Stratum) -> Stratum {
    let rows = first.standing.iter();
    let rows = rows.filter(|row| row.place.stratum == stratum.key);
    let mut targets: Vec<Leaf<_>> = rows
        .filter_map(|row| stratum.target(row.place.number))
        .cloned()
        .collect();
    targets.sort_by(|a, b| {
        a.open()
            .map(|target| &*target.id)
            .cmp(&b.open().map(|target| &*target.id))
    });
    let count = u64::try_from(targets.len()).unwrap_or(u64::MAX);
    Stratum {
        rule: QuotaRule::count(count),
        quota: count,
        reserve: 0,
        targets,
        ..stratum.clone()
    }
}

/// Who stays away from whom, at the numbers of this draw.
fn recusals(made: &Made, numbers: &BTreeMap<i64, Place>) -> Vec<Recusal> {
    let manifest = &made.manifest;
    let moved = |recusal: &Recusal| {
        let stratum = manifest
            .strata
            .iter()
            .position(|stratum| stratum.key == recusal.stratum)?;
        let place = numbers.get(&made.target_at(stratum, recusal.number)?)?;
        Some(Recusal {
            stratum: place.stratum.clone(),
            number: place.number,
            ..recusal.clone()
        })
    };
    manifest.recusals.iter().filter_map(moved).collect()
}
