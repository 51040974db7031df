//! The registry in memory, to be filtered, searched, sorted and counted: a million targets are looked through in
//! milliseconds, and no list of words has to be kept and protected on the disk.
//!
//! It follows the database: what newer events touched is read again before anything is answered. What the answers look like is
//! `list`'s business.

use std::collections::HashMap;

use chrono::NaiveDate;
use memchr::memmem::Finder;
use sunlot_store::target::{self, Column, StoredTarget};
use sunlot_store::{Connection, target_flag, visit};

use super::flags::{self, FlagKind};
use super::tally::Tally;
use crate::Result;

/// So many touched targets are read one by one; with more the whole registry is.
const FEW: usize = 2_000;

/// The columns that have few different values, and are filtered by them.
pub(super) const FACETS: [Column; 11] = [
    Column::Kind,
    Column::Credit,
    Column::Risk,
    Column::Status,
    Column::Membership,
    Column::Township,
    Column::Industry,
    Column::Tags,
    Column::Source,
    Column::Supervisor,
    Column::Doubts,
];

/// The registry as it was after an event, on a day.
pub(crate) struct TargetIndex {
    seq: i64,
    day: NaiveDate,
    words: Texts,
    codes: Texts,
    facets: Vec<Facet>,
    flags: Vec<u16>,
    tallies: Vec<Tally>,
}

/// A column with few different values.
#[derive(Default)]
pub(super) struct Facet {
    /// The values, in the order in which they came.
    pub texts: Vec<String>,
    known: HashMap<String, u32>,
    /// Which of them each target has.
    pub of: Vec<u32>,
}

/// Texts one behind the other, and where each stands.
#[derive(Default)]
pub(super) struct Texts {
    text: String,
    /// Where each target's text begins and ends.
    spans: Vec<(u32, u32)>,
    /// Where texts begin, and whose each was when it was written down.
    begins: Vec<u32>,
    owners: Vec<u32>,
}

impl TargetIndex {
    /// Reads the whole registry.
    pub fn load(office: &Connection, day: NaiveDate) -> Result<Self> {
        let mut index = Self {
            seq: target::newest_event(office)?,
            day,
            words: Texts::default(),
            codes: Texts::default(),
            facets: FACETS.iter().map(|_| Facet::default()).collect(),
            flags: Vec::new(),
            tallies: Vec::new(),
        };
        target::walk(office, &mut |stored| {
            index.put(&stored);
            Ok(())
        })?;
        target_flag::walk(office, &mut |stored| {
            if let Some(bit) = flags::bits_in_force(&stored.row, day)
                && let Some(flags) = position(stored.row.target).and_then(|at| index.flags.get_mut(at))
            {
                *flags |= bit;
            }
        })?;
        visit::walk(office, &mut |stored| {
            if let Some(tally) = position(stored.row.target).and_then(|at| index.tallies.get_mut(at)) {
                tally.count(&stored.row, day);
            }
        })?;
        Ok(index)
    }

    /// Brings it up to what the database says now; `false` where it must be loaded anew.
    pub fn catch_up(&mut self, office: &Connection, day: NaiveDate) -> Result<bool> {
        if day != self.day {
            return Ok(false);
        }
        let newest = target::newest_event(office)?;
        if newest == self.seq {
            return Ok(true);
        }
        let touched = target::touched_since(office, self.seq, FEW)?;
        // An office that was put back from a backup may have fewer events than were known.
        if newest < self.seq || touched.len() > FEW {
            return Ok(false);
        }
        for id in touched {
            self.renew(office, id)?;
        }
        self.seq = newest;
        Ok(true)
    }

    fn renew(&mut self, office: &Connection, id: i64) -> Result<()> {
        let (Some(stored), Some(at)) = (target::by_id(office, id)?, position(id)) else {
            return Ok(());
        };
        self.put(&stored);
        let day = self.day;
        if let Some(flags) = self.flags.get_mut(at) {
            *flags = target_flag::of_target(office, id)?
                .iter()
                .filter_map(|stored| flags::bits_in_force(&stored.row, day))
                .fold(0, |flags, bit| flags | bit);
        }
        if let Some(tally) = self.tallies.get_mut(at) {
            *tally = Tally::default();
            for stored in visit::of_target(office, id)? {
                tally.count(&stored.row, day);
            }
        }
        Ok(())
    }

    /// Takes a target in, or takes note of what it says now.
    fn put(&mut self, stored: &StoredTarget) {
        let Some(at) = position(stored.id) else {
            return;
        };
        let words = [Column::Name, Column::FormerName, Column::LegalRep].map(|column| stored.get(column));
        self.words.put(at, &words);
        let codes = [Column::Uscc, Column::RegNo, Column::DoubtfulCode].map(|column| stored.get(column));
        self.codes.put(at, &codes);
        for (facet, column) in self.facets.iter_mut().zip(FACETS) {
            facet.put(at, stored.get(column));
        }
        if self.flags.len() <= at {
            self.flags.resize(at + 1, 0);
            self.tallies.resize(at + 1, Tally::default());
        }
    }

    /// After which event it stands so.
    pub fn seq(&self) -> i64 {
        self.seq
    }

    /// How many targets there are.
    pub fn count(&self) -> usize {
        self.words.spans.len()
    }

    pub(super) fn words(&self) -> &Texts {
        &self.words
    }

    pub(super) fn codes(&self) -> &Texts {
        &self.codes
    }

    pub(super) fn facet(&self, column: Column) -> Option<&Facet> {
        let place = FACETS.iter().position(|facet| *facet == column)?;
        self.facets.get(place)
    }

    /// The different values of a column, and which of them each target has.
    pub fn values_of(&self, column: Column) -> (&[String], &[u32]) {
        self.facet(column)
            .map_or((&[], &[]), |facet| (&facet.texts, &facet.of))
    }

    /// One value of a target.
    pub fn value(&self, at: usize, column: Column) -> &str {
        self.facet(column).map_or("", |facet| facet.value(at))
    }

    /// Whether one of the flags in force ends soon.
    pub fn flag_ends_soon(&self, at: usize) -> bool {
        flags::is_ending(self.flags.get(at).copied().unwrap_or(0))
    }

    /// The flags in force.
    pub fn flags_of(&self, at: usize) -> impl Iterator<Item = FlagKind> + use<> {
        flags::of_bits(self.flags.get(at).copied().unwrap_or(0))
    }

    /// How often it was visited.
    pub fn tally(&self, at: usize) -> Tally {
        self.tallies.get(at).copied().unwrap_or_default()
    }
}

impl Facet {
    fn put(&mut self, at: usize, text: &str) {
        let value = match self.known.get(text) {
            Some(value) => *value,
            None => {
                let value = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
                self.texts.push(text.to_owned());
                self.known.insert(text.to_owned(), value);
                value
            }
        };
        if self.of.len() <= at {
            self.of.resize(at + 1, 0);
        }
        if let Some(place) = self.of.get_mut(at) {
            *place = value;
        }
    }

    pub(super) fn value(&self, at: usize) -> &str {
        let value = self.of.get(at).map_or(usize::MAX, |value| *value as usize);
        self.texts.get(value).map_or("", String::as_str)
    }
}

impl Texts {
    /// Writes down what is searched of a target. What it said before stays behind, out of reach of any span.
    fn put(&mut self, at: usize, parts: &[&str]) {
        let begin = self.text.len();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            sunlot_rules::text::push_searchable(&mut self.text, part);
            self.text.push('\n');
        }
        if self.spans.len() <= at {
            self.spans.resize(at + 1, (0, 0));
        }
        let number = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        if let Some(span) = self.spans.get_mut(at) {
            *span = (number(begin), number(self.text.len()));
        }
        self.begins.push(number(begin));
        self.owners.push(number(at));
    }

    /// Says at whom a text is found, each once.
    pub(super) fn each_found(&self, finder: &Finder<'_>, mut each: impl FnMut(usize)) {
        let (mut from, mut entry) = (0, 0);
        while let Some(place) = self
            .text
            .as_bytes()
            .get(from..)
            .and_then(|rest| finder.find(rest))
            .map(|place| from + place)
        {
            entry += begun(self.begins.get(entry..).unwrap_or_default(), place);
            from = self
                .begins
                .get(entry)
                .map_or(self.text.len(), |next| *next as usize);
            let Some(owner) = entry.checked_sub(1).and_then(|entry| self.owners.get(entry)) else {
                continue;
            };
            let at = *owner as usize;
            // What a target said before stays behind in the text, and is found no more.
            if self
                .spans
                .get(at)
                .is_some_and(|(begin, end)| (*begin as usize..*end as usize).contains(&place))
            {
                each(at);
            }
        }
    }

    /// What is searched of a target.
    pub(super) fn of(&self, at: usize) -> &str {
        let (begin, end) = self.spans.get(at).copied().unwrap_or_default();
        self.text.get(begin as usize..end as usize).unwrap_or("")
    }
}

/// How many of these rising numbers are no larger than a place: near the begin for texts that almost everybody has, so it is looked
/// for from there on in growing steps.
fn begun(begins: &[u32], place: usize) -> usize {
    let is_before = |begin: &u32| *begin as usize <= place;
    let mut reach = 1;
    while begins.get(reach - 1).is_some_and(is_before) {
        reach *= 2;
    }
    let known = reach / 2;
    let rest = begins.get(known..begins.len().min(reach)).unwrap_or_default();
    known + rest.partition_point(is_before)
}

/// Where a target stands: numbers begin at 1 and have no gaps.
pub(super) fn position(id: i64) -> Option<usize> {
    usize::try_from(id - 1).ok()
}

/// The number of the target that stands there.
pub(super) fn id_at(at: usize) -> i64 {
    i64::try_from(at).map_or(i64::MAX, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growing_steps_find_what_halving_finds() {
        let begins: Vec<u32> = (0..100).map(|number| number * 7).collect();
        for from in [0, 1, 50, 99, 100] {
            for place in 0..720 {
                let rest = &begins[from..];
                let expected = rest.partition_point(|begin| *begin as usize <= place);
                assert_eq!(begun(rest, place), expected, "{place} from {from} on");
            }
        }
    }
}
