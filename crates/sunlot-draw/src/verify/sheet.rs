//! Holding a file against paper: what a witness typed from the sealing sheet and the own card.

use crate::commitment::{ShortCode, fingerprint};
use crate::hex::Digest;
use crate::problem::{Problems, Quote};
use crate::record::Published;
use crate::text::Text;

use super::report::{Reason, Skip, Verdict};

/// What stands on paper, as typed. Whatever is not given is not compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The commitment, as 64 hex digits or as short code.
    pub commitment: Option<String>,
    /// The challenge digits.
    pub challenge: Option<String>,
    /// The station's fingerprint.
    pub station: Option<String>,
    /// The seat, from 1.
    pub seat: Option<u64>,
    /// The number on that seat's card.
    pub number: Option<String>,
}

/// What paper says and the file does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetMismatch {
    /// Another commitment.
    Commitment {
        /// On paper.
        paper: String,
        /// In the file.
        file: String,
    },
    /// Other challenge digits.
    Challenge {
        /// On paper.
        paper: String,
        /// In the file.
        file: Quote,
    },
    /// Another station.
    Station {
        /// On paper.
        paper: String,
        /// In the file.
        file: String,
    },
    /// Another number for this seat.
    Number {
        /// Which seat.
        seat: u64,
        /// On paper.
        paper: String,
        /// In the file; none where it is null.
        file: Option<Quote>,
    },
    /// No seat has this number.
    NoSuchNumber(String),
    /// There is no such seat.
    NoSuchSeat(u64),
}

/// What is meant by something typed: without spaces and hyphens, full-width letters and digits as plain ones.
pub(super) fn plain(typed: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    typed
        .chars()
        .map(narrow)
        .filter(|c| !c.is_whitespace() && *c != '-')
        .collect()
}

impl Sheet {
    /// The same as it is meant; none where nothing can be compared. A seat says only whose number it is.
    pub(super) fn plain(&self) -> Option<Self> {
        let meant = |typed: &Option<String>| typed.as_deref().map(plain).filter(|text| !text.is_empty());
        let sheet = Self {
            commitment: meant(&self.commitment),
            challenge: meant(&self.challenge),
            station: meant(&self.station).map(|typed| typed.to_ascii_lowercase()),
            seat: self.seat,
            number: meant(&self.number),
        };
        let texts = [&sheet.commitment, &sheet.challenge, &sheet.station, &sheet.number];
        texts.iter().any(|text| text.is_some()).then_some(sheet)
    }
}

/// Holds a file against a sheet as it is meant.
pub(super) fn judge(published: &Published, sheet: Option<Sheet>) -> Verdict {
    let Some(sheet) = sheet else {
        return Verdict::Skipped(Skip::NoSheet);
    };
    let mut found = Problems::new();
    let mut add = |mismatch: Option<SheetMismatch>| {
        if let Some(mismatch) = mismatch {
            found.add(String::new, Reason::Sheet(mismatch));
        }
    };
    let manifest = &published.record.manifest;
    add(sheet
        .commitment
        .and_then(|paper| commitment(paper, &published.record.commitment)));
    add(sheet.challenge.and_then(|paper| {
        let file = Quote::of(&manifest.challenge);
        (*paper != *manifest.challenge).then_some(SheetMismatch::Challenge { paper, file })
    }));
    add(sheet.station.and_then(|paper| {
        let file = fingerprint(manifest.protocol, &manifest.station);
        (paper != file).then_some(SheetMismatch::Station { paper, file })
    }));
    add(sheet
        .number
        .and_then(|paper| number(paper, sheet.seat, &published.record.contributions)));
    Verdict::of(found)
}

fn commitment(paper: String, commitment: &Digest) -> Option<SheetMismatch> {
    let code = ShortCode::of(commitment);
    let lower = paper.to_ascii_lowercase();
    let (paper, file) = match (Digest::parse(&lower), ShortCode::parse(&paper)) {
        (Some(_), _) => (lower, commitment.to_string()),
        (_, Some(typed)) => (typed.to_string(), code.to_string()),
        _ => (paper, code.to_string()),
    };
    (paper != file).then_some(SheetMismatch::Commitment { paper, file })
}

fn number(paper: String, seat: Option<u64>, contributions: &[Option<Text>]) -> Option<SheetMismatch> {
    let Some(seat) = seat else {
        let known = contributions.iter().flatten().any(|number| **number == *paper);
        return (!known).then_some(SheetMismatch::NoSuchNumber(paper));
    };
    let place = usize::try_from(seat).ok().and_then(|seat| seat.checked_sub(1));
    let Some(file) = place.and_then(|place| contributions.get(place)) else {
        return Some(SheetMismatch::NoSuchSeat(seat));
    };
    let same = file.as_ref().is_some_and(|number| **number == *paper);
    let file = file.as_ref().map(|number| Quote::of(number));
    (!same).then_some(SheetMismatch::Number { seat, paper, file })
}
