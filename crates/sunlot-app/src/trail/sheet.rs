//! The printed extract of the trail: what a filter lets through, oldest first, with what was verified before printing.

use sunlot_forms::sheets::{TrailExtract, TrailRow, Verification};
use sunlot_store::office_profile;
use sunlot_store::trail;
use sunlot_store::whole_file::Readers;

use super::TrailEntry;
use super::filter::{conditions, heading};
use super::view::told_if;
use super::wire::{TrailPaper, TrailVerdict};
use crate::account::Names;
use crate::commands::Act;
use crate::labels::{TRAIL_EXTRACT, moment_exactly};
use crate::paper::{Paper, PaperMade};
use crate::{Desk, Error, Reason, Result};

/// More than this nobody reads on paper: a hundred sheets.
const MAX_ROWS: i64 = 2_000;

impl Desk {
    /// Prints or saves an extract.
    pub fn trail_paper(&self, request: &TrailPaper) -> Result<PaperMade> {
        let verified = verification(&self.trail_verify_new()?);
        let made = self.now().to_rfc3339();
        let extract = self.read_aside(Act::TrailPaper, |office| {
            let names = Names::read(office)?;
            let mut rows = Vec::new();
            let mut found = 0;
            let mut broken = None;
            self.each_found(office, &request.filter, None, &mut |seq| {
                found += 1;
                if found <= MAX_ROWS {
                    let stands = trail::stands(office, seq)? != Some(false);
                    if !stands {
                        broken = Some(seq);
                    }
                    let stored = trail::event(office, seq)?;
                    rows.extend(stored.map(|stored| row(told_if(stored, &names, stands))));
                }
                Ok(true)
            })?;
            if found > MAX_ROWS {
                return Err(Error::new(Reason::TooManyRows { found, max: MAX_ROWS }, ""));
            }
            rows.reverse();
            let head = trail::head(office)?;
            Ok(TrailExtract {
                office: office_profile::latest(office)?
                    .map(|stored| stored.row.name)
                    .unwrap_or_default(),
                subject: heading(&request.filter, &names),
                filter: conditions(&request.filter, &names),
                rows,
                events: head
                    .as_ref()
                    .map_or(0, |head| u64::try_from(head.seq).unwrap_or_default()),
                head: head.map(|head| head.head.to_string()).unwrap_or_default(),
                verification: broken.map_or(verified, |seq| Verification::Broken(number(seq))),
                made: moment_exactly(&made),
                made_by: names.told(&self.admit(office, Act::TrailPaper)?.actor.in_trail()),
                program: concat!("阳光摇号 ", env!("CARGO_PKG_VERSION")).to_owned(),
            })
        })?;
        let paper = Paper {
            name: TRAIL_EXTRACT.to_owned(),
            sheet: extract.sheet(),
            readers: Readers::Anybody,
        };
        self.send_paper(Act::TrailPaper, &paper, &request.to)
    }
}

fn number(seq: i64) -> u64 {
    u64::try_from(seq).unwrap_or_default()
}

fn verification(verdict: &TrailVerdict) -> Verification {
    match (verdict.valid, verdict.faulty.first()) {
        (true, _) if verdict.since == 0 => Verification::Whole,
        (true, _) => Verification::Since(number(verdict.since)),
        (false, Some(first)) => Verification::Broken(number(*first)),
        (false, None) => Verification::Broken(number(verdict.since)),
    }
}

fn row(entry: TrailEntry) -> TrailRow {
    TrailRow {
        seq: u64::try_from(entry.seq).unwrap_or_default(),
        at: moment_exactly(&entry.at),
        person: entry.actor,
        second: entry.second,
        act: entry.label,
        note: entry.sentence,
    }
}
