//! Several files as a chain: nothing is missing, nothing was put in another's place, nothing that was amended is
//! passed over in silence.

use std::collections::{BTreeMap, BTreeSet};

use crate::hex::Digest;
use crate::leaf::{Leaf, Target};
use crate::ledger::Ledger;
use crate::problem::Problems;
use crate::record::{Place, Published};
use crate::text::Id;

use super::report::{Reason, Skip, Verdict};

/// Where a chain breaks. Numbers are sequences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Break {
    /// So many files have no content to judge.
    Unread(usize),
    /// Another station than the first record's.
    Station(u64, u64),
    /// Another office than the first record's.
    Office(u64, u64),
    /// Two records of one number.
    Twice(u64),
    /// Records from … to … are missing.
    Missing(u64, u64),
    /// A record does not follow the one before it.
    Previous(u64, u64),
    /// A record is older than the one before it.
    ClockBack(u64, u64),
    /// A record no longer names an amended record.
    AmendedShrinks(u64, u64),
    /// A record names an earlier amendment than the one before it did.
    AmendedBack(u64, u64),
    /// Two records of one name.
    SameName(u64, u64),
    /// Another attempt than it should be: record, expected, found.
    Attempt(u64, u64, u64),
    /// A record names an amendment that nobody made.
    NoSuchAmendment(u64, u64),
    /// A record passes over an amendment made before it.
    AmendmentNotNamed(u64, u64),
    /// A record mans the targets of a void one.
    BasisVoid(u64, u64),
    /// A record's targets are not those that stood.
    BasisDiffers(u64, u64),
    /// A record mans the targets of one that is not there.
    BasisMissing(u64),
}

/// Files in the order of their sequences.
struct Chain<'f> {
    files: Vec<&'f Published>,
    found: Problems<Break>,
    /// Records whose targets could not be compared in full with those of another.
    unsure: Vec<(u64, u64)>,
}

pub(super) fn judge(mut files: Vec<&Published>) -> Verdict {
    files.sort_by_key(|file| sequence(file));
    let mut chain = Chain {
        files,
        found: Problems::new(),
        unsure: Vec::new(),
    };
    chain.same_house();
    chain.neighbours();
    chain.names_and_attempts();
    chain.amended();
    chain.bases();
    match (chain.found.is_empty(), chain.unsure.is_empty()) {
        (false, _) => Verdict::Fail(chain.found.map(Reason::Chain)),
        (true, false) => Verdict::Skipped(Skip::SealedBasis(chain.unsure)),
        (true, true) => Verdict::Pass,
    }
}

const fn sequence(file: &Published) -> u64 {
    file.record.manifest.sequence
}

/// The digest that a record names for the last amendment of another.
fn names(file: &Published, other: u64) -> Option<&Digest> {
    let named = file
        .record
        .manifest
        .amended
        .iter()
        .find(|amended| amended.sequence == other);
    named.map(|amended| &amended.digest)
}

/// The amended records that a record names, each with the digest, the first of two.
fn all_named(file: &Published) -> impl Iterator<Item = (u64, &Digest)> {
    let mut seen = BTreeSet::new();
    let amended = file.record.manifest.amended.iter();
    amended
        .filter(move |amended| seen.insert(amended.sequence))
        .map(|amended| (amended.sequence, &amended.digest))
}

/// How many amendments of a file a digest covers.
fn covered(file: &Published, digest: &Digest) -> Option<usize> {
    file.amendments
        .iter()
        .position(|entry| entry.digest == *digest)
        .map(|at| at + 1)
}

impl<'f> Chain<'f> {
    fn add(&mut self, broken: Break) {
        self.found.add(String::new, broken);
    }

    /// The earliest file of this number.
    fn of(&self, number: u64) -> Option<&'f Published> {
        self.files.iter().copied().find(|file| sequence(file) == number)
    }

    fn same_house(&mut self) {
        let Some((first, others)) = self.files.split_first() else {
            return;
        };
        let (first, others) = (*first, others.to_vec());
        for file in others {
            let (one, other) = (&first.record.manifest, &file.record.manifest);
            if one.station != other.station {
                self.add(Break::Station(other.sequence, one.sequence));
            }
            if one.office.code != other.office.code {
                self.add(Break::Office(other.sequence, one.sequence));
            }
        }
    }

    fn neighbours(&mut self) {
        let mut history = BTreeMap::new();
        for at in 0..self.files.len() {
            let file = self.files[at];
            if let Some(before) = at.checked_sub(1).map(|before| self.files[before]) {
                self.neighbour(before, file, &history);
            }
            for (number, digest) in all_named(file) {
                let seen: &mut Vec<Digest> = history.entry(number).or_default();
                if seen.last() != Some(digest) {
                    seen.push(*digest);
                }
            }
        }
    }

    fn neighbour(
        &mut self,
        before: &'f Published,
        file: &'f Published,
        history: &BTreeMap<u64, Vec<Digest>>,
    ) {
        let (earlier, this) = (sequence(before), sequence(file));
        if earlier == this {
            return self.add(Break::Twice(this));
        }
        if earlier + 1 < this {
            self.add(Break::Missing(earlier + 1, this - 1));
        } else if file.record.manifest.previous != before.digest {
            self.add(Break::Previous(this, earlier));
        }
        if file
            .record
            .manifest
            .created_at
            .is_before(&before.record.manifest.created_at)
        {
            self.add(Break::ClockBack(this, earlier));
        }
        let names_now: BTreeMap<u64, &Digest> = all_named(file).collect();
        let named_before: BTreeMap<u64, &Digest> = all_named(before).collect();
        for (number, _) in all_named(before) {
            if !names_now.contains_key(&number) {
                self.add(Break::AmendedShrinks(this, number));
            }
        }
        for (number, now) in all_named(file) {
            let earlier = named_before.get(&number);
            if earlier.is_some_and(|earlier| self.goes_back(number, earlier, now, history)) {
                self.add(Break::AmendedBack(this, number));
            }
        }
    }

    /// Whether a record is named with an earlier amendment than before: by its own list where it is among the files,
    /// else because that digest was named, and left, already.
    fn goes_back(
        &self,
        number: u64,
        before: &Digest,
        now: &Digest,
        history: &BTreeMap<u64, Vec<Digest>>,
    ) -> bool {
        if before == now {
            return false;
        }
        let by_list = self
            .of(number)
            .and_then(|file| Some(covered(file, now)? < covered(file, before)?));
        by_list == Some(true) || history.get(&number).is_some_and(|seen| seen.contains(now))
    }

    fn names_and_attempts(&mut self) {
        let mut named: BTreeMap<&str, u64> = BTreeMap::new();
        // By task: the last record, with its attempt.
        let mut last: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
        for file in self.files.clone() {
            let manifest = &file.record.manifest;
            let this = manifest.sequence;
            match named.get(&*manifest.draw_id) {
                // Of two records of one number that is said already.
                Some(earlier) if *earlier == this => {}
                Some(earlier) => self.add(Break::SameName(this, *earlier)),
                None => {
                    named.insert(&manifest.draw_id, this);
                }
            }
            let (number, attempt) = last.get(&*manifest.task).copied().unwrap_or_default();
            let expected = attempt.saturating_add(1);
            // What a missing record would have counted, nobody can say.
            if number < this && expected != manifest.attempt && self.is_whole(number, this) {
                self.add(Break::Attempt(this, expected, manifest.attempt));
            }
            last.insert(&manifest.task, (this, manifest.attempt));
        }
    }

    /// Whether every record between these two numbers is among the files.
    fn is_whole(&self, after: u64, before: u64) -> bool {
        let numbers: BTreeSet<u64> = self.files.iter().map(|file| sequence(file)).collect();
        let between = numbers.range(after.saturating_add(1)..before).count();
        between as u64 == before - after - 1
    }

    fn amended(&mut self) {
        for file in self.files.clone() {
            let this = sequence(file);
            let names: BTreeMap<u64, &Digest> = all_named(file).collect();
            let mut unknown = BTreeSet::new();
            for amended in &file.record.manifest.amended {
                let other = self.of(amended.sequence);
                if other.is_some_and(|other| covered(other, &amended.digest).is_none()) {
                    unknown.insert(amended.sequence);
                    self.add(Break::NoSuchAmendment(this, amended.sequence));
                }
            }
            for other in self.files.clone() {
                let number = sequence(other);
                if number >= this || unknown.contains(&number) {
                    continue;
                }
                let named = names
                    .get(&number)
                    .and_then(|digest| covered(other, digest))
                    .unwrap_or(0);
                let passed_over = other.amendments.get(named..).unwrap_or_default();
                let created_at = &file.record.manifest.created_at;
                if passed_over
                    .iter()
                    .any(|entry| entry.amendment.at.is_before(created_at))
                {
                    self.add(Break::AmendmentNotNamed(this, number));
                }
            }
        }
    }

    fn bases(&mut self) {
        for file in self.files.clone() {
            let Some(basis) = &file.record.manifest.basis else {
                continue;
            };
            let this = sequence(file);
            let earlier = self.files.iter().copied().filter(|other| sequence(other) < this);
            match earlier.clone().find(|other| other.digest == *basis) {
                Some(other) => self.basis(file, other),
                None => {
                    // From the first record on, whatever a record can be based on is here.
                    let numbers: BTreeSet<u64> = earlier.map(sequence).collect();
                    if numbers.len() as u64 == this.saturating_sub(1) && !numbers.contains(&0) {
                        self.add(Break::BasisMissing(this));
                    }
                }
            }
        }
    }

    fn basis(&mut self, file: &Published, other: &Published) {
        let (this, number) = (sequence(file), sequence(other));
        if other.record.void.is_some() {
            return self.add(Break::BasisVoid(this, number));
        }
        let Some(rows) = rows_after(other, names(file, number)) else {
            return;
        };
        let leaf = |place: &Place| other.record.manifest.target(&place.stratum, place.number);
        let stood = Enterprises::of(rows.iter().filter_map(leaf));
        let targets = file.record.manifest.strata.iter().flat_map(|s| &s.targets);
        let count = targets.clone().count();
        let now = Enterprises::of(targets);
        let hidden = stood.hidden || now.hidden;
        let as_many = if hidden {
            rows.len() == count
        } else {
            stood.ids.len() == now.ids.len()
        };
        if !as_many || !now.ids.is_subset(&stood.ids) {
            return self.add(Break::BasisDiffers(this, number));
        }
        if hidden {
            self.unsure.push((this, number));
        }
    }
}

/// The targets behind some leaves, as far as they are open.
struct Enterprises<'f> {
    ids: BTreeSet<&'f Id>,
    hidden: bool,
}

impl<'f> Enterprises<'f> {
    fn of(leaves: impl Iterator<Item = &'f Leaf<Target>>) -> Self {
        let mut people = Self {
            ids: BTreeSet::new(),
            hidden: false,
        };
        for leaf in leaves {
            match leaf.open() {
                Some(target) => drop(people.ids.insert(&target.id)),
                None => people.hidden = true,
            }
        }
        people
    }
}

/// The rows of a record as they stood after this amendment, or as drawn.
fn rows_after(file: &Published, amendment: Option<&Digest>) -> Option<Vec<Place>> {
    let outcome = file.record.result.as_ref()?;
    let count = match amendment {
        None => 0,
        // One that nobody made is told elsewhere.
        Some(digest) => covered(file, digest)?,
    };
    let ledger = Ledger::settled(&file.record.manifest, outcome, file.amendments.iter().take(count));
    if ledger.is_cancelled() {
        return Some(Vec::new());
    }
    let rows = outcome
        .selected
        .iter()
        .enumerate()
        .filter_map(|(at, row)| match ledger.moved(at) {
            None => Some(row.place.clone()),
            Some(moved) => moved.cloned(),
        });
    Some(rows.collect())
}
