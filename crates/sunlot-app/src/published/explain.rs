//! What a draw means for one enterprise: its number, its chance, how it came out, and what decided it.

use std::path::Path;

use serde::Serialize;
use sunlot_draw::amendment::Change;
use sunlot_draw::explain::{Refill, SlotChoice, Step, afterwards, choices, steps};
use sunlot_draw::manifest::Stratum;
use sunlot_draw::record::{Outcome, Row};
use sunlot_draw::{Digest, Leaf, Published, Target};

use super::{DrawView, valid};
use crate::messages::verdict;
use crate::{Error, Reason, Result};

/// Whom somebody asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// By the number of the draw: A-37.
    Number(String),
    /// By the id.
    Id(String),
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// Which draw it was.
    pub draw: DrawView,
    /// The id; none where the leaf is sealed.
    pub id: Option<String>,
    /// The name; none where the leaf is sealed.
    pub name: Option<String>,
    /// How it came out.
    pub fate: Fate,
    /// Why it is not in the pool, where it is not.
    pub exclusion_reason: Option<String>,
    /// The number, such as A-37.
    pub number: Option<String>,
    /// The stratum's key and label.
    pub stratum: Option<(String, String)>,
    /// What the chance was.
    pub chance: Option<Chance>,
    /// The place among the selected or the reserves of its stratum, from 1.
    pub rank: Option<usize>,
    /// Who was drawn to go there.
    pub crew: Option<Crew>,
    /// Who goes there after all amendments.
    pub standing: Option<Crew>,
    /// The label of the stream that was read.
    pub stream: Option<String>,
    /// How many numbers the stratum's draw decided.
    pub decided: usize,
    /// The steps of the shuffle up to the one that decided, or the first few where none did.
    pub steps: Vec<StepView>,
    /// How work was shared out: at most so many slots each (0: no limit), and whether the least loaded go first.
    pub crew_rule: (u64, bool),
    /// The tickets that decided each slot.
    pub slots: Vec<SlotView>,
    /// The row in whose place this one stands, where it moved up.
    pub replaces: Option<String>,
    /// The tickets that decided each slot which was filled after the draw.
    pub refills: Vec<SlotView>,
    /// The amendments that count and touch this row.
    pub amendments: Vec<AmendmentView>,
}

/// An amendment that touches a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AmendmentView {
    /// Its number in the file, from 1.
    pub number: usize,
    /// What it changes.
    pub change: String,
    /// Why.
    pub reason: String,
    /// When, as written.
    pub at: String,
    /// Who decided.
    pub by: Vec<String>,
}

/// How it came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// Not in the pool.
    Excluded,
    /// Drawn, and standing.
    Selected,
    /// Drawn, and taken out by an amendment.
    Dropped,
    /// A reserve that has moved up.
    MovedUp,
    /// A reserve that had moved up, and was taken out again.
    MovedUpAndDropped,
    /// A reserve that stands by.
    Reserve,
    /// Not drawn.
    NotDrawn,
    /// The draw has no result.
    NoResult,
    /// Would have been drawn, had the draw not been given up.
    WouldBeSelected,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Chance {
    /// The quota.
    pub quota: u64,
    /// N.
    pub of: u64,
}

/// A crew, by slot.
pub type Crew = Vec<CrewMember>;

/// Who takes a slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CrewMember {
    /// The slot: who leads, who assists.
    pub role: String,
    /// Who; none where nobody fits.
    pub id: Option<String>,
    /// The name.
    pub name: Option<String>,
}

/// A step of the shuffle.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepView {
    /// Which, from 1.
    pub step: u64,
    /// How many were left.
    pub left: u64,
    /// The words read; all but the last were passed over.
    pub words: Vec<u32>,
    /// With which place it was swapped, from 0.
    pub swap: u64,
    /// The number that fell.
    pub number: u64,
}

/// How a slot was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SlotView {
    /// The slot: who leads, who assists.
    pub role: String,
    /// Who took it.
    pub taken: Option<String>,
    /// Among whom, the least ticket first.
    pub tickets: Vec<TicketView>,
}

/// A ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TicketView {
    /// Whose.
    pub inspector: String,
    /// Slots taken before; none after the draw, where loads do not count.
    pub load: Option<u64>,
    /// The ticket.
    pub ticket: String,
}

/// How many steps are shown where none of them decided.
const FIRST_STEPS: usize = 20;

/// Explains the draw to one enterprise. The file must verify.
pub fn explain(file: &Path, asked: &Asked) -> Result<Explanation> {
    let published = valid(file)?;
    let manifest = &published.record.manifest;
    let found = match asked {
        Asked::Number(number) => by_number(&manifest.strata, number),
        Asked::Id(id) => by_id(&manifest.strata, id),
    };
    if let Some((stratum, number)) = found {
        return Ok(in_pool(&published, stratum, number));
    }
    let asked = match asked {
        Asked::Id(asked) => plain(asked),
        Asked::Number(asked) => {
            let strata = manifest.strata.iter();
            let reason = Reason::NumberUnknown {
                asked: asked.clone(),
                strata: strata
                    .map(|stratum| (stratum.key.to_string(), stratum.size()))
                    .collect(),
            };
            return Err(Error::new(reason, ""));
        }
    };
    let excluded = manifest
        .exclusions
        .iter()
        .filter_map(Leaf::open)
        .find(|exclusion| *exclusion.id == *asked);
    if let Some(exclusion) = excluded {
        let (id, name) = (Some(exclusion.id.to_string()), Some(exclusion.name.to_string()));
        let exclusion_reason = Some(exclusion.reason.to_string());
        return Ok(Explanation {
            id,
            name,
            exclusion_reason,
            ..Explanation::of(&published, Fate::Excluded)
        });
    }
    let sealed = manifest
        .strata
        .iter()
        .flat_map(|stratum| &stratum.targets)
        .filter(|leaf| leaf.is_sealed())
        .count()
        + manifest.exclusions.iter().filter(|leaf| leaf.is_sealed()).count();
    Err(Error::new(Reason::TargetUnknown { asked, sealed }, ""))
}

impl Explanation {
    fn of(published: &Published, fate: Fate) -> Self {
        let rule = published.record.manifest.crew;
        Self {
            draw: DrawView::of(published),
            id: None,
            name: None,
            fate,
            exclusion_reason: None,
            number: None,
            stratum: None,
            chance: None,
            rank: None,
            crew: None,
            standing: None,
            stream: None,
            decided: 0,
            steps: Vec::new(),
            crew_rule: (rule.cap, rule.balance),
            slots: Vec::new(),
            replaces: None,
            refills: Vec::new(),
            amendments: Vec::new(),
        }
    }
}

/// What is meant by something typed: no blanks, plain letters for full-width ones, capitals.
fn plain(typed: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    let letters = typed.chars().map(narrow).filter(|c| !c.is_whitespace());
    letters.map(|c| c.to_ascii_uppercase()).collect()
}

/// A number may be padded with zeros, as on the stage, and typed without its hyphen: A-0037, a37.
fn by_number<'m>(strata: &'m [Stratum], number: &str) -> Option<(&'m Stratum, u64)> {
    let typed = plain(number);
    let in_stratum = |stratum: &'m Stratum| {
        let rest = typed.strip_prefix(&plain(&stratum.key))?;
        let number = rest.strip_prefix('-').unwrap_or(rest).parse().ok()?;
        stratum.target(number).map(|_| (stratum, number))
    };
    strata.iter().find_map(in_stratum)
}

fn by_id<'m>(strata: &'m [Stratum], id: &str) -> Option<(&'m Stratum, u64)> {
    let id = plain(id);
    strata.iter().find_map(|stratum| {
        let mut leaves = (1..).zip(&stratum.targets);
        let (number, _) =
            leaves.find(|(_, leaf)| leaf.open().is_some_and(|target: &Target| *target.id == *id))?;
        Some((stratum, number))
    })
}

fn in_pool(published: &Published, stratum: &Stratum, number: u64) -> Explanation {
    let record = &published.record;
    let target = stratum.target(number).and_then(Leaf::open);
    let known = Explanation {
        id: target.map(|target| target.id.to_string()),
        name: target.map(|target| target.name.to_string()),
        number: Some(format!("{}-{number}", stratum.key)),
        stratum: Some((stratum.key.to_string(), stratum.label.to_string())),
        chance: Some(Chance {
            quota: stratum.quota,
            of: stratum.size(),
        }),
        ..Explanation::of(published, Fate::NoResult)
    };
    match (&record.seed, &record.result) {
        (Some(seed), Some(outcome)) => drawn(published, stratum, number, seed, outcome, known),
        _ => known,
    }
}

fn drawn(
    published: &Published,
    stratum: &Stratum,
    number: u64,
    seed: &Digest,
    outcome: &Outcome,
    known: Explanation,
) -> Explanation {
    let manifest = &published.record.manifest;
    let here = |place: &sunlot_draw::Place| place.stratum == stratum.key && place.number == number;
    let in_stratum = |place: &sunlot_draw::Place| place.stratum == stratum.key;
    let rank = |mut places: Vec<&sunlot_draw::Place>| {
        places.retain(|place| in_stratum(place));
        places.iter().position(|place| here(place)).map(|at| at + 1)
    };
    let selected = rank(outcome.selected.iter().map(|row| &row.place).collect());
    let reserve = rank(outcome.reserves.iter().collect());
    let standing = published.standing.iter().find(|row| here(&row.place));
    let row = outcome.selected.iter().find(|row| here(&row.place));
    let after = afterwards(published, &sunlot_draw::Place::new(stratum.key.clone(), number));
    let fate = match (selected, reserve, standing) {
        (Some(_), _, _) if published.record.void.is_some() => Fate::WouldBeSelected,
        (Some(_), _, Some(_)) => Fate::Selected,
        (Some(_), _, None) => Fate::Dropped,
        (None, Some(_), Some(_)) => Fate::MovedUp,
        (None, Some(_), None) if after.stood => Fate::MovedUpAndDropped,
        (None, Some(_), None) => Fate::Reserve,
        _ => Fate::NotDrawn,
    };
    let all = steps(manifest, stratum, seed).unwrap_or_default();
    let until = all
        .iter()
        .position(|step| step.number == number)
        .map_or(FIRST_STEPS, |at| at + 1);
    let slots = row
        .and_then(|row| choices(manifest, outcome, seed, &row.place))
        .unwrap_or_default();
    let refill = |refill: Refill| {
        let slot = stratum.slots.get(refill.slot)?;
        let taken = standing
            .and_then(|row| row.crew.get(refill.slot))
            .and_then(Option::as_ref);
        Some(refill_view(&slot.role, taken, refill))
    };
    Explanation {
        fate,
        replaces: after.replaces.map(|place| place.to_string()),
        refills: after.refills.into_iter().filter_map(refill).collect(),
        amendments: after
            .amendments
            .into_iter()
            .filter_map(|at| amendment_view(published, at))
            .collect(),
        rank: selected.or(reserve),
        crew: row.map(|row| crew(published, stratum, row)),
        standing: standing.map(|row| crew(published, stratum, row)),
        stream: Some(sunlot_draw::selection::label(stratum)),
        decided: all.len(),
        steps: all.iter().take(until).map(step_view).collect(),
        slots: stratum
            .slots
            .iter()
            .zip(slots)
            .map(|(slot, choice)| slot_view(&slot.role, choice))
            .collect(),
        ..known
    }
}

fn crew(published: &Published, stratum: &Stratum, row: &Row) -> Crew {
    let manifest = &published.record.manifest;
    let name = |id: &sunlot_draw::Id| {
        let own = manifest
            .inspectors
            .iter()
            .find(|inspector| inspector.id == *id)
            .map(|inspector| &inspector.name);
        // One by this name is in force only where no earlier one by the id counts, so the last one's name holds.
        let borrowed = || {
            let entries = published.amendments.iter().rev();
            entries
                .filter_map(|entry| match &entry.amendment.change {
                    Change::InspectorIn(colleague) if colleague.id == *id => Some(&colleague.name),
                    _ => None,
                })
                .next()
        };
        own.or_else(borrowed).map(ToString::to_string)
    };
    let member = |(slot, id): (&sunlot_draw::manifest::Slot, &Option<sunlot_draw::Id>)| CrewMember {
        role: slot.role.to_string(),
        id: id.as_ref().map(ToString::to_string),
        name: id.as_ref().and_then(name),
    };
    stratum.slots.iter().zip(&row.crew).map(member).collect()
}

fn step_view(step: &Step) -> StepView {
    let Step {
        place,
        left,
        ref words,
        swap,
        number,
    } = *step;
    StepView {
        step: place + 1,
        left,
        words: words.clone(),
        swap,
        number,
    }
}

fn slot_view(role: &str, choice: SlotChoice) -> SlotView {
    let ticket = |(inspector, candidate): (sunlot_draw::Id, sunlot_draw::crews::Candidate)| TicketView {
        inspector: inspector.to_string(),
        load: Some(candidate.load),
        ticket: candidate.ticket.to_string(),
    };
    SlotView {
        role: role.to_owned(),
        taken: choice.taken.map(|id| id.to_string()),
        tickets: choice.candidates.into_iter().map(ticket).collect(),
    }
}

fn refill_view(role: &str, taken: Option<&sunlot_draw::Id>, refill: Refill) -> SlotView {
    let ticket = |(ticket, inspector): (Digest, sunlot_draw::Id)| TicketView {
        inspector: inspector.to_string(),
        load: None,
        ticket: ticket.to_string(),
    };
    SlotView {
        role: role.to_owned(),
        taken: taken.map(ToString::to_string),
        tickets: refill.tickets.into_iter().map(ticket).collect(),
    }
}

fn amendment_view(published: &Published, at: usize) -> Option<AmendmentView> {
    let amendment = &published.amendments.get(at)?.amendment;
    Some(AmendmentView {
        number: at + 1,
        change: verdict::of_change(&amendment.change),
        reason: amendment.reason.to_string(),
        at: amendment.at.to_string(),
        by: amendment.by.iter().map(ToString::to_string).collect(),
    })
}
