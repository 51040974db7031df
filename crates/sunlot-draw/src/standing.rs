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

/// The rows that stand, each in its place. Without a seed no vacancy can be filled: then none where one has to be.
pub(crate) fn standing(ledger: &Ledger<'_>, outcome: &Outcome, seed: Option<&Digest>) -> Option<Vec<Row>> {
    if ledger.is_cancelled() {
        return Some(Vec::new());
    }
    let mut rows = Vec::with_capacity(outcome.selected.len());
    for (at, drawn) in outcome.selected.iter().enumerate() {
        let (place, crew) = match ledger.moved(at) {
            None => (&drawn.place, Some(&drawn.crew)),
            Some(Some(reserve)) => (reserve, None),
            Some(None) => continue,
        };
        rows.push(Row {
            place: place.clone(),
            crew: crew_of(ledger, place, crew, seed)?,
        });
    }
    Some(rows)
}

/// The crew of one row. `drawn` is what the draw put into its slots; nobody was drawn into those of a reserve.
fn crew_of(ledger: &Ledger<'_>, place: &Place, drawn: Option<&Crew>, seed: Option<&Digest>) -> Option<Crew> {
    let Some(stratum) = ledger.manifest().stratum(&place.stratum) else {
        return Some(drawn.cloned().unwrap_or_default());
    };
    let drawn_into = |index: usize| drawn.and_then(|crew| crew.get(index)).and_then(Option::as_ref);
    let stays = |id: &&Id| ledger.in_force(id) && !ledger.is_recused(id, place);
    let mut crew: Crew = (0..stratum.slots.len())
        .map(|index| drawn_into(index).filter(stays).cloned())
        .collect();
    for (index, slot) in stratum.slots.iter().enumerate() {
        let left_empty = drawn.is_some() && drawn_into(index).is_none();
        if crew[index].is_none() && (ledger.fills() || !left_empty) {
            crew[index] = fill(ledger, &Vacancy { place, index, slot }, &crew, seed?);
        }
    }
    Some(crew)
}

/// Of the manifest's inspectors who fit the one with the least ticket, else the first borrowed one who fits.
fn fill(ledger: &Ledger<'_>, vacancy: &Vacancy<'_>, crew: &Crew, seed: &Digest) -> Option<Id> {
    let Vacancy { place, index, slot } = *vacancy;
    let fits = |id: &Id, dept: &Text, skills: &[Text]| {
        let free = ledger.in_force(id)
            && !ledger.is_recused(id, place)
            && !crew.iter().flatten().any(|in_crew| in_crew == id);
        free && slot.suits(dept, skills)
    };
    let protocol = ledger.manifest().protocol;
    let own = ledger.pool().inspectors();
    let fitting = own
        .filter(|(_, i)| fits(&i.id, &i.dept, &i.skills))
        .map(|(_, i)| &i.id);
    let tickets = Tickets::new(protocol, seed, place, index);
    let drawn = fitting.min_by_key(|id| tickets.ticket(id));
    let borrowed = || {
        ledger
            .borrowed()
            .iter()
            .find(|c: &&&Colleague| fits(&c.id, &c.dept, &c.skills))
            .map(|c| &c.id)
    };
    drawn.or_else(borrowed).cloned()
}
