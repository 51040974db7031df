//! Whether every target of a task can be manned, told before the ceremony.

pub(super) mod labels;

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};
use sunlot_draw::{Digest, Manifest};
use sunlot_rules::crew::dry_run::{DryRun, dry_run};
use sunlot_rules::crew::gaps::Gap;
use sunlot_rules::fairness::load::expected_loads;
use sunlot_store::Connection;
use sunlot_store::target::{self, Column};

use super::crews_wire::{CrewLeftOut, CrewPerson, CrewsView, DemandView, GapView, RecusalView, SlotsView};
use super::joint;
use super::manifest::Made;
use super::people::{People, labels as people_labels};
use super::pool::{Held, narrow, small};
use super::source::number_at;
use super::wire::TaskId;
use crate::commands::Act;
use crate::{Desk, Result};

/// So many draws are tried where they cost little, and one where they are many.
const TRIALS: u8 = 5;
const MANY_ROWS: u64 = 5_000;

/// From so many rows on trying takes longer than anybody waits, and what is exact is enough.
const TOO_MANY_ROWS: u64 = 200_000;

/// So many pairs are shown.
const SHOWN: usize = 200;

/// So many requests are named in a sentence.
const SHOWN_OPEN: usize = 10;

impl Desk {
    /// Says whether every target of a task can be manned.
    pub fn task_crews(&self, request: &TaskId) -> Result<CrewsView> {
        self.read(Act::TaskCrews, |office| {
            let held = self.pool_of(office, request.id)?;
            let made = self.manifest_of(office, request.id, &held)?.manned()?;
            let run = dry_run_of(&made);
            Ok(CrewsView {
                verdict: labels::verdict(run.verdict),
                sentences: sentences(office, &held, &made, &run)?,
                help: run
                    .help
                    .iter()
                    .map(|help| labels::help(help, &made.manifest))
                    .collect(),
                slots: slots(&made.manifest),
                demand: demand(&run),
                gaps: gaps(&run, &made.manifest),
                people: people(&made),
                left_out: left_out(&made.people),
                recusals: apart(office, &made)?,
                recusals_total: small(made.manifest.recusals.len()),
            })
        })
    }
}

/// What is said of a dry run: first when it is for a second ceremony, last which requests are still to be decided.
fn sentences(office: &Connection, held: &Held, made: &Made, run: &DryRun) -> Result<Vec<String>> {
    let mut said = labels::sentences(run, made.people.eligible.len());
    if made.later.is_some() {
        said.insert(0, people_labels::LATER_RUN.to_owned());
    }
    let source = &held.source;
    said.extend(joint::cap_told(
        &source.document.crew,
        source.profile.crew_cap,
        &made.people,
    ));
    if !made.undecided.is_empty() {
        let shown: Vec<_> = made.undecided.iter().take(SHOWN_OPEN).collect();
        let names = names_of(office, shown.iter().map(|(_, target)| *target))?;
        let pairs: Vec<String> = shown
            .into_iter()
            .map(|(inspector, target)| {
                let target = names.get(&number_at(*target)).map_or("", String::as_str);
                people_labels::pair(made.people.name(*inspector), target)
            })
            .collect();
        said.push(people_labels::undecided(&pairs));
    }
    Ok(said)
}

/// What targets are called, by their numbers.
fn names_of(office: &Connection, places: impl Iterator<Item = usize>) -> Result<BTreeMap<i64, String>> {
    let ids: Vec<i64> = places.map(number_at).collect();
    Ok(target::by_ids(office, &ids)?
        .into_iter()
        .map(|stored| (stored.id, stored.get(Column::Name).to_owned()))
        .collect())
}

/// Tries the crews of a list.
pub(crate) fn dry_run_of(made: &Made) -> DryRun {
    dry_run(&made.manifest, &seeds(&made.manifest), &made.rotation)
}

/// Why no draw can man every target, in a few words: what is missing, or the first target for whom there is nobody.
pub(super) fn unfilled(run: &DryRun, manifest: &Manifest) -> String {
    if let Some(neck) = &run.bottleneck {
        return labels::bottleneck(neck);
    }
    let mut spots = [Gap::Nobody, Gap::TooFew]
        .into_iter()
        .flat_map(|gap| run.spots(gap));
    spots
        .next()
        .map_or_else(String::new, |spot| labels::spot(spot, manifest))
}

/// The seeds of the draws that are tried: the same every time, so that the same list has the same answer.
fn seeds(manifest: &Manifest) -> Vec<Digest> {
    let rows: u64 = manifest.strata.iter().map(|stratum| stratum.quota).sum();
    let trials = match rows {
        rows if rows > TOO_MANY_ROWS => 0,
        rows if rows > MANY_ROWS => 1,
        _ => TRIALS,
    };
    let seed = |trial: u8| {
        let mut hash = Sha256::new();
        hash.update(b"sunlot dry run\0");
        hash.update([trial]);
        Digest::new(hash.finalize().into())
    };
    (0..trials).map(seed).collect()
}

fn slots(manifest: &Manifest) -> Vec<SlotsView> {
    let strata = manifest.strata.iter();
    strata
        .map(|stratum| SlotsView {
            stratum: labels::stratum(stratum),
            slots: stratum.slots.iter().map(labels::slot).collect(),
        })
        .collect()
}

fn demand(run: &DryRun) -> Vec<DemandView> {
    let demand = run.demand.iter();
    demand
        .map(|demand| DemandView {
            wanted: labels::requirement(&demand.requirement),
            places: narrow(demand.slots),
            people: narrow(demand.people),
            capacity: demand
                .supply
                .map_or_else(String::new, |supply| supply.to_string()),
            short: narrow(demand.short),
        })
        .collect()
}

fn gaps(run: &DryRun, manifest: &Manifest) -> Vec<GapView> {
    let all = [Gap::Nobody, Gap::TooFew, Gap::Order, Gap::Thin];
    let view = |gap: Gap| GapView {
        label: labels::gap(gap).to_owned(),
        count: narrow(run.targets(gap)),
        examples: run.spots(gap).map(|spot| labels::spot(spot, manifest)).collect(),
    };
    let found = all.into_iter().filter(|gap| run.targets(*gap) > 0);
    found.map(view).collect()
}

/// Who may be drawn, with the load that each can expect.
pub(super) fn people(made: &Made) -> Vec<CrewPerson> {
    let loads = expected_loads(&made.manifest);
    let loads: BTreeMap<&str, u128> = loads
        .loads
        .iter()
        .map(|load| (load.inspector.as_str(), load.expected))
        .collect();
    let mut away: BTreeMap<&str, u32> = BTreeMap::new();
    for recusal in &made.manifest.recusals {
        *away.entry(&recusal.inspector).or_default() += 1;
    }
    let eligible = made.people.eligible.iter();
    eligible
        .filter_map(|at| made.people.all.get(*at))
        .map(|person| {
            let millionths = loads.get(&*person.id).copied().unwrap_or(0);
            CrewPerson {
                inspector: person.inspector.unwrap_or(0),
                borrowed: person.borrowed.clone(),
                cert: person.id.to_string(),
                name: person.name.clone(),
                dept: person.dept.clone(),
                expected: labels::tenths(millionths),
                thousandths: thousandths(millionths),
                actual: None,
                recusals: away.get(&*person.id).copied().unwrap_or(0),
            }
        })
        .collect()
}

fn left_out(people: &People) -> Vec<CrewLeftOut> {
    let out = people.left_out.iter();
    out.filter_map(|(at, reasons)| {
        let person = people.all.get(*at)?;
        Some(CrewLeftOut {
            inspector: person.inspector.unwrap_or(0),
            borrowed: person.borrowed.clone(),
            name: person.name.clone(),
            dept: person.dept.clone(),
            reasons: reasons.clone(),
        })
    })
    .collect()
}

fn apart(office: &Connection, made: &Made) -> Result<Vec<RecusalView>> {
    let shown: Vec<_> = made.apart.iter().take(SHOWN).collect();
    let names = names_of(office, shown.iter().map(|pair| pair.target))?;
    let told = shown.into_iter().map(|pair| RecusalView {
        inspector: made.people.name(pair.inspector).to_owned(),
        target: names.get(&number_at(pair.target)).cloned().unwrap_or_default(),
        reasons: pair.reasons.clone(),
    });
    Ok(told.collect())
}

pub(super) fn thousandths(millionths: u128) -> u64 {
    u64::try_from(millionths / 1_000).unwrap_or(u64::MAX)
}
