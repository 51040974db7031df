//! Where a new draw stands in the chain of the office's draws: its number, the one before it, which try of its task it is, and which
//! earlier ones were changed. Draws that are only tried out have a chain of their own.

use std::collections::BTreeMap;

use sunlot_draw::Digest;
use sunlot_draw::manifest::Amended;
use sunlot_store::draw_record::RecordRow;
use sunlot_store::draw_seal::{SealRow, Stored};
use sunlot_store::{Connection, draw_amendment, draw_record, draw_seal, epoch, trail};

use crate::anchor::Anchor;
use crate::event::draw::DrawsKnown;
use crate::{Error, Kind, Reason, Result};

/// A place in the chain.
pub(super) struct ChainPlace {
    pub sequence: u64,
    pub previous: Digest,
    pub attempt: u64,
    pub amended: Vec<Amended>,
    /// When the one before it was sealed.
    pub last_sealed: Option<String>,
}

/// The seals of the office with how each ended, the oldest first.
pub(super) struct Draws {
    pub seals: Vec<Stored<SealRow>>,
    ended: BTreeMap<i64, RecordRow>,
}

impl Draws {
    pub fn read(office: &Connection, rehearsal: bool) -> Result<Self> {
        let ended = draw_record::all(office)?.into_iter();
        Ok(Self {
            seals: draw_seal::all(office, rehearsal)?,
            ended: ended.map(|stored| (stored.row.seal, stored.row)).collect(),
        })
    }

    /// How a sealed draw ended.
    pub fn end_of(&self, seal: i64) -> Option<&RecordRow> {
        self.ended.get(&seal)
    }

    /// Those of a task, with how each ended.
    pub fn of_task(&self, task: i64) -> impl Iterator<Item = (&Stored<SealRow>, Option<&RecordRow>)> {
        let seals = self.seals.iter().filter(move |seal| seal.row.task == task);
        seals.map(|seal| (seal, self.end_of(seal.id)))
    }
}

/// The place of the next draw of a task. After a restore the number goes on from what is known outside, so that lost records show
/// as missing and not as a fork (contract 9).
pub(super) fn next_place(
    office: &Connection,
    draws: &Draws,
    anchor: Option<&Anchor>,
    task: i64,
    rehearsal: bool,
) -> Result<ChainPlace> {
    let last = draws.seals.last();
    let here = last.map_or(0, |seal| seal.row.sequence);
    let outside = if rehearsal {
        DrawsKnown::default()
    } else {
        let anchored = anchor.map(Anchor::draws).unwrap_or_default();
        known_before(office)?.or_further(anchored)
    };
    let sequence = here.max(outside.sealed) + 1;
    let previous = match last {
        _ if sequence == 1 => Digest::ZERO,
        Some(seal) if seal.row.sequence + 1 == sequence => digest_of(draws, seal.id)?,
        _ => lost_record(office, &outside, sequence - 1)?,
    };
    let mut amended = Vec::new();
    for seal in &draws.seals {
        if let Some(change) = draw_amendment::of_seal(office, seal.id)?.pop() {
            amended.push(Amended {
                digest: Digest::new(change.row.digest),
                sequence: number(seal.row.sequence)?,
            });
        }
    }
    Ok(ChainPlace {
        sequence: number(sequence)?,
        previous,
        attempt: u64::try_from(draws.of_task(task).count()).unwrap_or(u64::MAX) + 1,
        amended,
        last_sealed: last.map(|seal| seal.row.sealed_at.clone()),
    })
}

fn digest_of(draws: &Draws, seal: i64) -> Result<Digest> {
    let ended = draws.end_of(seal);
    let ended = ended.ok_or_else(|| Error::new(Reason::Internal, "the draw before has not ended"))?;
    Ok(Digest::new(ended.digest))
}

/// How far the formal draws had come when data were put back, or taken for the true ones, that may have come less far.
pub(super) fn known_before(office: &Connection) -> Result<DrawsKnown> {
    let mut known = DrawsKnown {
        sealed: epoch::latest(office)?
            .and_then(|epoch| epoch.last_sequence)
            .unwrap_or(0),
        ..DrawsKnown::default()
    };
    for stored in trail::of_kinds(office, &["office.restored", "anchor.acknowledged"])? {
        if let Some(Kind::OfficeRestored { draws, .. } | Kind::AnchorAcknowledged { draws, .. }) =
            Kind::of(&stored.event)
        {
            known = known.or_further(draws);
        }
    }
    Ok(known)
}

/// What stands for a record that the office has lost: its digest where that is still known, else the head of the trail. Either way the
/// number before is missing, and every verifier says so.
pub(super) fn lost_record(office: &Connection, outside: &DrawsKnown, sequence: i64) -> Result<Digest> {
    let known = outside.digest.as_deref().filter(|_| outside.ended == sequence);
    if let Some(digest) = known.and_then(Digest::parse) {
        return Ok(digest);
    }
    let head = trail::head(office)?.and_then(|head| Digest::parse(&head.head.to_string()));
    head.ok_or_else(|| Error::new(Reason::Internal, "no trail"))
}

fn number(number: i64) -> Result<u64> {
    u64::try_from(number).map_err(|error| Error::new(Reason::Internal, error.to_string()))
}

/// How far the formal draws have come, for the anchor.
pub(crate) fn anchor_point(office: &Connection) -> Result<DrawsKnown> {
    let draws = Draws::read(office, false)?;
    let ended = draws
        .seals
        .iter()
        .rev()
        .find_map(|seal| Some((seal, draws.end_of(seal.id)?)));
    let here = DrawsKnown {
        sealed: draws.seals.last().map_or(0, |seal| seal.row.sequence),
        ended: ended.map_or(0, |(seal, _)| seal.row.sequence),
        digest: ended.map(|(_, ended)| hex::encode(ended.digest)),
    };
    Ok(known_before(office)?.or_further(here))
}
