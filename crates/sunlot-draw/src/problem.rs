//! What can be wrong with a file, as data: every kind of problem, each with where it stands.
//!
//! No wording here: sentences are made where people are talked to.

use std::fmt;

use crate::hex::Digest;
use crate::ledger::Refusal;
use crate::record::{Crew, Place};
use crate::text::{Id, is_forbidden};

/// How many problems of one check are kept with their place. A hostile file has millions.
pub const KEPT: usize = 1000;

/// A problem, and where in the file it stands; the path is empty where it concerns a check as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem<K> {
    /// Such as `record.manifest.strata[0].targets[3].id`.
    pub path: String,
    /// What is wrong.
    pub kind: K,
}

/// Problems in the order in which they were found: the first [`KEPT`], and how many in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems<K> {
    kept: Vec<Problem<K>>,
    total: usize,
}

impl<K> Default for Problems<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K> Problems<K> {
    /// None.
    pub const fn new() -> Self {
        Self {
            kept: Vec::new(),
            total: 0,
        }
    }

    /// Adds one. The path is written only if it is kept.
    pub fn add(&mut self, path: impl FnOnce() -> String, kind: K) {
        if self.kept.len() < KEPT {
            self.kept.push(Problem { path: path(), kind });
        }
        self.total += 1;
    }

    /// Those that were kept.
    pub fn kept(&self) -> &[Problem<K>] {
        &self.kept
    }

    /// How many there are.
    pub const fn total(&self) -> usize {
        self.total
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// The same problems as another kind.
    pub fn map<L>(self, into: impl Fn(K) -> L) -> Problems<L> {
        let kept = self
            .kept
            .into_iter()
            .map(|p| Problem {
                path: p.path,
                kind: into(p.kind),
            })
            .collect();
        Problems {
            kept,
            total: self.total,
        }
    }

    /// These, then others.
    pub fn join(&mut self, others: Self) {
        let room = KEPT - self.kept.len().min(KEPT);
        self.kept.extend(others.kept.into_iter().take(room));
        self.total += others.total;
    }
}

/// A piece of a file's text that can be shown: short, and with what is hidden made visible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote(String);

impl Quote {
    /// The longest quotation, in characters.
    const LONGEST: usize = 60;

    /// Quotes this text.
    pub fn of(text: &str) -> Self {
        use fmt::Write as _;
        let mut quote = String::new();
        for c in text.chars().take(Self::LONGEST) {
            if is_forbidden(c) {
                // Writing to a String cannot fail.
                let _ = write!(quote, "<U+{:04X}>", u32::from(c));
            } else {
                quote.push(c);
            }
        }
        if text.chars().nth(Self::LONGEST).is_some() {
            quote.push('…');
        }
        Self(quote)
    }
}

impl fmt::Display for Quote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What kind of value stands somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An object.
    Object,
    /// An array.
    List,
    /// A string.
    Text,
    /// A number.
    Number,
    /// true or false.
    Truth,
    /// null.
    Null,
}

/// What kind of value should stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    /// The kind.
    pub kind: Kind,
    /// Another that will do.
    pub other: Option<Kind>,
}

impl Expected {
    /// This kind and no other.
    pub const fn only(kind: Kind) -> Self {
        Self { kind, other: None }
    }

    /// Another kind will do as well.
    pub const fn or(self, other: Kind) -> Self {
        Self {
            kind: self.kind,
            other: Some(other),
        }
    }

    /// Whether this kind will do.
    pub fn takes(self, kind: Kind) -> bool {
        kind == self.kind || Some(kind) == self.other
    }
}

/// What is wrong with the form of a file (check `format`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A byte order mark.
    ByteOrderMark,
    /// A key a second time in one object.
    DuplicateKey,
    /// A key that the protocol does not know.
    UnknownKey,
    /// A key that is not there.
    MissingKey,
    /// A key of the office's own that is not spelt as keys are.
    KeySpelling,
    /// More than 16 levels.
    TooDeep,
    /// Another kind of value.
    Type {
        /// What should stand there.
        expected: Expected,
        /// What does.
        found: Kind,
    },
    /// Not an integer 0 … 2^53 − 1 written plainly.
    Number,
    /// A character that no string may hold.
    Character {
        /// Its place from 1.
        place: usize,
        /// The character.
        character: char,
    },
    /// No id.
    Id(Quote),
    /// No task number.
    Task(Quote),
    /// Not so many lower-case hex digits.
    Hex(usize),
    /// No RFC 3339 time.
    Time(Quote),
    /// A version that this program does not know.
    Protocol(Quote),
    /// None of the words that may stand there.
    Word {
        /// Those words.
        allowed: &'static [&'static str],
        /// What stands there.
        found: Quote,
    },
    /// A leaf with its digest and more.
    LeafAndMore,
    /// A leaf that must stay open.
    SealedHere,
    /// A drawn record with a void note.
    VoidInDrawn,
    /// A drawn record without a secret, seed or result.
    NullInDrawn,
    /// Half a surrogate pair, or a number beyond any double: reading stops.
    Unreadable,
    /// The sealed leaf of a target that was drawn or stood.
    SealedRow,
}

/// A rule of the manifest that is broken (check `manifest`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Breach {
    /// Sequences begin at 1.
    Sequence,
    /// The first record has nothing before it.
    PreviousOfFirst,
    /// Any other has.
    PreviousMissing,
    /// An attempt lies between 1 and the sequence.
    Attempt {
        /// The sequence.
        sequence: u64,
        /// The attempt.
        attempt: u64,
    },
    /// Amended records ascend and are earlier.
    Amended {
        /// This record's sequence.
        sequence: u64,
        /// What is named.
        found: u64,
    },
    /// With seats there is a challenge of 6 to 64 digits.
    Challenge,
    /// Without seats there is none.
    ChallengeWithoutSeats,
    /// There is a stratum.
    NoStratum,
    /// Strata have keys of their own.
    StratumTwice(Quote),
    /// A rate is at most 100%.
    Rate(u64),
    /// A quota follows from rule and size.
    Quota {
        /// N.
        size: u64,
        /// What follows.
        expected: u64,
        /// What is written.
        quota: u64,
    },
    /// Quota and reserve are no more than there are.
    Reserve {
        /// N.
        size: u64,
        /// The quota.
        quota: u64,
        /// The reserve.
        reserve: u64,
    },
    /// An id stands once.
    Twice(Id),
    /// Ids ascend.
    Order {
        /// The one out of order.
        id: Id,
        /// The one before it, which is greater.
        before: Id,
    },
    /// Nobody is excluded and in the pool.
    ExcludedInPool(Id),
    /// A recusal names somebody of the list.
    UnknownInspector(Id),
    /// A recusal names a stratum.
    UnknownStratum(Quote),
    /// A recusal names a number that exists.
    UnknownPlace(Place),
    /// One number per seat.
    Contributions {
        /// Seats.
        seats: usize,
        /// Numbers.
        contributions: usize,
    },
    /// A number has 6 to 64 digits.
    Digits,
    /// Larger than any number that a file may hold.
    TooLarge(u64),
    /// Fields of the office's own that stand too deep.
    TooDeep,
    /// A further field by a name that the protocol uses.
    OwnKey(&'static str),
    /// Only a void record may miss a number.
    NumberMissing,
    /// No card was down, so there is no number.
    NumberBeforeCards,
}

/// The beginning of a crew, which may be longer than anybody reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrewExcerpt {
    /// The first slots.
    pub first: Crew,
    /// How many there are.
    pub slots: usize,
}

impl CrewExcerpt {
    /// How many slots are told.
    const TOLD: usize = 20;

    fn of(crew: &Crew) -> Self {
        Self {
            first: crew.iter().take(Self::TOLD).cloned().collect(),
            slots: crew.len(),
        }
    }
}

impl Mismatch {
    pub(crate) fn crew(expected: &Crew, found: &Crew) -> Self {
        Self::Crew(Difference {
            expected: CrewExcerpt::of(expected),
            found: CrewExcerpt::of(found),
        })
    }
}

/// Two values that should be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference<T> {
    /// What follows from the rest of the file.
    pub expected: T,
    /// What is written.
    pub found: T,
}

/// What is wrong with a computed part (checks `commitment` to `signatures`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mismatch {
    /// Another digest.
    Digest(Difference<Option<Digest>>),
    /// A result where there can be none.
    ResultWithoutSeed,
    /// A seed, and no result.
    SeedWithoutResult,
    /// More or fewer rows.
    Rows(Difference<usize>),
    /// Another number.
    Place(Difference<Place>),
    /// Another crew.
    Crew(Difference<CrewExcerpt>),
    /// A row of a stratum that is not there.
    UnknownStratum(Quote),
    /// A void record that was amended.
    VoidAmended,
    /// A void record with standing rows.
    VoidStanding,
    /// An amendment that must not be accepted.
    Refused(Refusal),
    /// A signature of something that is not in this file.
    SignatureOf,
    /// A signature that does not hold.
    Signature,
    /// The station did not sign the record (0) or this amendment.
    Unsigned(usize),
}
