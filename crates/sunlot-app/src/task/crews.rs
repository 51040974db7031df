//! Whether every target of a task can be manned, told before the ceremony; and how even its draw is (A-02, A-04, D-06, N-10).

pub(super) mod labels;

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};
use sunlot_draw::{Digest, Manifest};
use sunlot_rules::cap;
use sunlot_rules::crew::dry_run::{DryRun, dry_run};
use sunlot_rules::crew::gaps::Gap;
use sunlot_rules::fairness::burden::{Burden, burden};
use sunlot_rules::fairness::chance::chances;
use sunlot_rules::fairness::load::expected_loads;
use sunlot_store::Connection;
use sunlot_store::target::{self, Column};

use super::crews_wire::{
    BurdenView, ChanceView, CrewLeftOut, CrewPerson, CrewsView, DemandView, FairnessView, GapView,
    RecusalView, SlotsView,
};
use super::labels as task_labels;
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
                sentences: sentences(office, &made, &run)?,
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

    /// Says how even the draw of a task is.
    pub fn task_fairness(&self, request: &TaskId) -> Result<FairnessView> {
        self.read(Act::TaskFairness, |office| {
            let held = self.pool_of(office, request.id)?;
            let made = self.manifest_of(office, request.id, &held)?.manned()?;
            let visits = visits(self, office, &held, &made)?;
            let visits: Vec<&[u16]> = visits.iter().map(Vec::as_slice).collect();
            let burden = burden(&made.manifest, &visits).ok();
            Ok(FairnessView {
                strata: strata(&made.manifest),
                people: people(&made),
                burden: burden.as_ref().map(burdens).unwrap_or_default(),
                sentences: burden.map(|burden| labels::burden(&burden)).unwrap_or_default(),
            })
        })
    }
}

/// What is said of a dry run: first when it is for a second ceremony, last which requests are still to be decided.
fn sentences(office: &Connection, made: &Made, run: &DryRun) -> Result<Vec<String>> {
    let mut said = labels::sentences(run, made.people.eligible.len());
    if made.later.is_some() {
        said.insert(0, people_labels::LATER_RUN.to_owned());
    }
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
fn people(made: &Made) -> Vec<CrewPerson> {
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

fn strata(manifest: &Manifest) -> Vec<ChanceView> {
    let chances = chances(manifest).into_iter().zip(&manifest.strata);
    chances
        .map(|(chance, stratum)| ChanceView {
            stratum: labels::stratum(stratum),
            size: narrow(chance.targets),
            quota: narrow(chance.quota),
            drawn: task_labels::chance(chance.quota, chance.targets),
            ten_thousandths: chance.drawn.ten_thousandths(),
            stands_by: match chance.reserve {
                0 => String::new(),
                reserve => task_labels::chance(reserve, chance.targets),
            },
        })
        .collect()
}

/// How often each candidate was visited in twelve months, in the order of the manifest.
fn visits(desk: &Desk, office: &Connection, held: &Held, made: &Made) -> Result<Vec<Vec<u16>>> {
    let source = &held.source;
    desk.targets().with(office, desk.today(), |index| {
        let registry = source.registry(index);
        let count = |at: &usize| {
            let count = cap::count(registry.visits(*at), &source.profile, source.from);
            u16::try_from(count.twelve_months).unwrap_or(u16::MAX)
        };
        Ok(made
            .order
            .iter()
            .map(|members| members.iter().map(count).collect())
            .collect())
    })
}

fn burdens(burden: &Burden) -> Vec<BurdenView> {
    let classes = burden.before.iter().zip(burden.expected).enumerate();
    classes
        .map(|(times, (before, after))| BurdenView {
            times: labels::times(times),
            before: narrow(*before),
            after: labels::tenths(after),
            after_thousandths: thousandths(after),
        })
        .collect()
}

fn thousandths(millionths: u128) -> u64 {
    u64::try_from(millionths / 1_000).unwrap_or(u64::MAX)
}
