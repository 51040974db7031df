//! The rows that stand, with their crews: what the inspectors go by after every amendment.
//!
//! A crew is a function of who is in force and recused at the end, never of the order in which that came about.

use crate::amendment::Colleague;
use crate::crews::Tickets;
use crate::hex::Digest;
use crate::ledger::Ledger;
use crate::manifest::Slot;
use crate::record::{Crew, Outcome, Place, Row};
use crate::text::{Id, Text};

/// What a slot asks of whoever takes it.
struct Vacancy<'a> {
    place: &'a Place,
    index: usize,
    slot: &'a Slot,
}

/// The rows that stand, each in its place, one after the other: a hostile file may ask for more than memory holds.
pub(crate) fn standing<'o>(
    ledger: &'o Ledger<'_>,
    outcome: &'o Outcome,
    seed: &'o Digest,
) -> impl Iterator<Item = Row> {
    places(ledger, outcome).map(move |(place, drawn)| Row {
        place: place.clone(),
        crew: crew_of(ledger, place, drawn, seed, &mut |_, _| {}),
    })
}

/// How many rows stand.
pub(crate) fn standing_rows(ledger: &Ledger<'_>, outcome: &Outcome) -> usize {
    places(ledger, outcome).count()
}

/// The places that stand, each with the crew that the draw made for it; nobody was drawn into a reserve's slots.
fn places<'o>(
    ledger: &'o Ledger<'_>,
    outcome: &'o Outcome,
) -> impl Iterator<Item = (&'o Place, Option<&'o Crew>)> {
    let drawn = outcome.selected.iter().filter(|_| !ledger.is_cancelled());
    drawn
        .enumerate()
        .filter_map(|(at, drawn)| match ledger.moved(at) {
            None => Some((&drawn.place, Some(&drawn.crew))),
            Some(moved) => moved.map(|reserve| (reserve, None)),
        })
}

/// How a slot that the draw did not fill for good was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refill {
    /// Which slot, from 0.
    pub slot: usize,
    /// Who of the manifest fitted, the least ticket first.
    pub tickets: Vec<(Digest, Id)>,
}

/// How the slots of a standing row were filled after the draw.
pub(crate) fn refills(ledger: &Ledger<'_>, outcome: &Outcome, seed: &Digest, place: &Place) -> Vec<Refill> {
    let Some((place, drawn)) = places(ledger, outcome).find(|(standing, _)| *standing == place) else {
        return Vec::new();
    };
    let mut refills = Vec::new();
    let mut watch = |vacancy: &Vacancy<'_>, crew: &Crew| {
        let mut tickets: Vec<(Digest, Id)> = fitting(ledger, vacancy, crew, seed)
            .map(|(ticket, id)| (ticket, id.clone()))
            .collect();
        tickets.sort();
        let slot = vacancy.index;
        refills.push(Refill { slot, tickets });
    };
    crew_of(ledger, place, drawn, seed, &mut watch);
    refills
}

/// The crew of one row. `drawn` is what the draw put into its slots; `watch` is shown each vacancy before it is filled.
fn crew_of(
    ledger: &Ledger<'_>,
    place: &Place,
    drawn: Option<&Crew>,
    seed: &Digest,
    watch: &mut impl FnMut(&Vacancy<'_>, &Crew),
) -> Crew {
    let Some(slots) = ledger.pool().slots(place) else {
        return drawn.cloned().unwrap_or_default();
    };
    let drawn_into = |index: usize| drawn.and_then(|crew| crew.get(index)).and_then(Option::as_ref);
    let stays = |id: &&Id| ledger.in_force(id) && !ledger.is_recused(id, place);
    let mut crew: Crew = (0..slots.len())
        .map(|index| drawn_into(index).filter(stays).cloned())
        .collect();
    for (index, slot) in slots.iter().enumerate() {
        let left_empty = drawn.is_some() && drawn_into(index).is_none();
        if crew[index].is_none() && (ledger.fills() || !left_empty) {
            let vacancy = Vacancy { place, index, slot };
            watch(&vacancy, &crew);
            crew[index] = fill(ledger, &vacancy, &crew, seed);
        }
    }
    crew
}

/// Of the manifest's inspectors who fit the one with the least ticket, else the first borrowed one who fits.
fn fill(ledger: &Ledger<'_>, vacancy: &Vacancy<'_>, crew: &Crew, seed: &Digest) -> Option<Id> {
    let own = fitting(ledger, vacancy, crew, seed).min().map(|(_, id)| id);
    let borrowed = || {
        let mut borrowed = ledger.borrowed().iter();
        let fits = |c: &&&Colleague| fits(ledger, vacancy, crew, &c.id, &c.dept, &c.skills);
        borrowed.find(fits).map(|c| &c.id)
    };
    own.or_else(borrowed).cloned()
}

/// The manifest's inspectors who fit a vacancy, with their tickets.
fn fitting<'l>(
    ledger: &'l Ledger<'_>,
    vacancy: &Vacancy<'_>,
    crew: &Crew,
    seed: &Digest,
) -> impl Iterator<Item = (Digest, &'l Id)> {
    let tickets = Tickets::new(ledger.manifest().protocol, seed, vacancy.place, vacancy.index);
    let own = ledger.pool().inspectors();
    own.filter(|(_, i)| fits(ledger, vacancy, crew, &i.id, &i.dept, &i.skills))
        .map(move |(_, i)| (tickets.ticket(&i.id), &i.id))
}

fn fits(
    ledger: &Ledger<'_>,
    vacancy: &Vacancy<'_>,
    crew: &Crew,
    id: &Id,
    dept: &Text,
    skills: &[Text],
) -> bool {
    let free = ledger.in_force(id)
        && !ledger.is_recused(id, vacancy.place)
        && !crew.iter().flatten().any(|in_crew| in_crew == id);
    free && vacancy.slot.suits(dept, skills)
}
