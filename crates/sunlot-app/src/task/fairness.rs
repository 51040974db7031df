//! How even the draw of a task is (A-04, D-06, N-10): before it is sealed by the list as it is now, afterwards by what was sealed and
//! what was drawn of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use sunlot_draw::record::Outcome;
use sunlot_draw::{Free, Inspector, Manifest, Published};
use sunlot_rules::cap;
use sunlot_rules::day::Day;
use sunlot_rules::fairness::burden::{self, Burden, CLASSES};
use sunlot_rules::fairness::chance::chances;
use sunlot_rules::fairness::load::beside;
use sunlot_store::Connection;

use super::crews::{labels, people, thousandths};
use super::crews_wire::{BurdenView, ChanceView, CrewPerson, FairnessView};
use super::labels as task_labels;
use super::pool::{Held, narrow};
use super::source::place;
use super::wire::TaskId;
use crate::commands::Act;
use crate::{Desk, Result};

impl Desk {
    /// Says how even the draw of a task is.
    pub fn task_fairness(&self, request: &TaskId) -> Result<FairnessView> {
        self.read(Act::TaskFairness, |office| {
            let held = self.pool_of(office, request.id)?;
            let drawn = self.standing_draws(office, request.id)?;
            match drawn.iter().find(|draw| draw.record.manifest.basis.is_none()) {
                Some(first) => self.fairness_drawn(office, &held, first, &drawn),
                None => self.fairness_ahead(office, request.id, &held),
            }
        })
    }

    /// Of a list that is not sealed.
    fn fairness_ahead(&self, office: &Connection, task: i64, held: &Held) -> Result<FairnessView> {
        let made = self.manifest_of(office, task, held)?.manned()?;
        let visits = self.visits_of(office, held, &made.order, held.source.from)?;
        let visits: Vec<&[u16]> = visits.iter().map(Vec::as_slice).collect();
        let burden = burden::burden(&made.manifest, &visits).ok();
        Ok(FairnessView {
            about: labels::about_list().to_owned(),
            strata: strata(&made.manifest),
            people: people(&made),
            burden: burden
                .as_ref()
                .map(|burden| burdens(burden, None))
                .unwrap_or_default(),
            sentences: burden.map(|burden| labels::burden(&burden)).unwrap_or_default(),
        })
    }

    /// Of what was sealed, with what was drawn of it. Crews that were drawn later stand in a record of their own.
    fn fairness_drawn(
        &self,
        office: &Connection,
        held: &Held,
        first: &Arc<Published>,
        drawn: &[Arc<Published>],
    ) -> Result<FairnessView> {
        let manifest = &first.record.manifest;
        let on = manifest.created_at.to_string();
        let day = on.get(..10).and_then(Day::parse).unwrap_or(held.source.from);
        let order = places_of(office, manifest)?;
        let visits = self.visits_of(office, held, &order, day)?;
        let visits: Vec<&[u16]> = visits.iter().map(Vec::as_slice).collect();
        let burden = burden::burden(manifest, &visits).ok();
        let outcome = first.record.result.as_ref();
        let after = outcome.and_then(|outcome| burden::after(manifest, &visits, outcome).ok());
        let mut sentences = burden
            .as_ref()
            .map(|burden| labels::burden_at(burden, after))
            .unwrap_or_default();
        let crews = drawn.iter().rev().find(|draw| is_manned(&draw.record.manifest));
        let people = crews.and_then(|draw| {
            let outcome = draw.record.result.as_ref()?;
            Some(loads(&draw.record.manifest, outcome))
        });
        sentences.extend(labels::loads(people.as_deref()));
        let changes = drawn.iter().map(|draw| draw.amendments.len()).sum::<usize>();
        sentences.extend(labels::amended(changes));
        Ok(FairnessView {
            about: labels::about_draw(&manifest.draw_id, day),
            strata: strata(manifest),
            people: people.unwrap_or_default(),
            burden: burden.map(|burden| burdens(&burden, after)).unwrap_or_default(),
            sentences,
        })
    }

    /// How often each target was visited in twelve months when a day came, by stratum, in the order of the manifest. Whoever is no
    /// longer in the registry was not visited as far as the office knows.
    fn visits_of(
        &self,
        office: &Connection,
        held: &Held,
        order: &[Vec<usize>],
        on: Day,
    ) -> Result<Vec<Vec<u16>>> {
        let source = &held.source;
        self.targets().with(office, self.today(), |index| {
            let registry = source.registry(index);
            let count = |at: &usize| {
                let count = cap::count(registry.visits(*at), &source.profile, on);
                u16::try_from(count.twelve_months).unwrap_or(u16::MAX)
            };
            Ok(order
                .iter()
                .map(|members| members.iter().map(count).collect())
                .collect())
        })
    }
}

/// The places in the registry of the targets of a manifest, by stratum.
fn places_of(office: &Connection, manifest: &Manifest) -> Result<Vec<Vec<usize>>> {
    let mut all = Vec::new();
    for stratum in &manifest.strata {
        let mut members = Vec::new();
        for leaf in &stratum.targets {
            let number = match leaf.open() {
                Some(target) => crate::ceremony::number_of(office, &target.id)?,
                None => None,
            };
            members.push(number.and_then(place).unwrap_or(usize::MAX));
        }
        all.push(members);
    }
    Ok(all)
}

fn is_manned(manifest: &Manifest) -> bool {
    manifest.strata.iter().any(|stratum| !stratum.slots.is_empty())
}

/// The load of each inspector: what was to be expected, and what the draw gave.
fn loads(manifest: &Manifest, outcome: &Outcome) -> Vec<CrewPerson> {
    let mut away: BTreeMap<&str, u32> = BTreeMap::new();
    for recusal in &manifest.recusals {
        *away.entry(&recusal.inspector).or_default() += 1;
    }
    let all = beside(manifest, outcome).into_iter().zip(&manifest.inspectors);
    all.map(|(load, person)| CrewPerson {
        inspector: 0,
        borrowed: borrowed(person),
        cert: person.id.to_string(),
        name: person.name.to_string(),
        dept: person.dept.to_string(),
        expected: labels::tenths(load.expected),
        thousandths: thousandths(load.expected),
        actual: Some(narrow(load.actual)),
        recusals: away.get(&*person.id).copied().unwrap_or(0),
    })
    .collect()
}

fn borrowed(person: &Inspector) -> String {
    match person.more.get("borrowed") {
        Some(Free::Text(lent)) => lent.to_string(),
        _ => String::new(),
    }
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

/// How often targets were visited before, will have been, and have been with what was drawn.
fn burdens(burden: &Burden, drawn: Option<[u64; CLASSES]>) -> Vec<BurdenView> {
    let classes = burden.before.iter().zip(burden.expected).enumerate();
    let view = |(times, (before, after)): (usize, (&u64, u128))| BurdenView {
        times: labels::times(times),
        before: narrow(*before),
        after: labels::tenths(after),
        after_thousandths: thousandths(after),
        drawn: drawn.and_then(|drawn| drawn.get(times).copied()).map(narrow),
    };
    classes.map(view).collect()
}
