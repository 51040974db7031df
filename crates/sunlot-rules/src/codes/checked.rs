//! A code of which nobody said what kind it is: told by its form, judged by its check digit.
//!
//! It says what a code can be, never whose it is. What a spreadsheet damaged is said to be damaged even where it passes.

use serde::Serialize;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::lookalike;
use super::reg_no::{RegNo, RegNoFault};
use super::region::RegionCode;
use super::uscc::{Uscc, UsccFault, is_scientific};
use crate::personal::{PersonalFault, id_number, id_of_fifteen, is_birth};
use crate::text::half_width;

/// What kind of code it is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum CodeKind {
    /// A unified social credit code.
    Uscc,
    /// A registration number of fifteen digits.
    RegNo,
    /// An older one, without a check digit.
    LegacyRegNo,
    /// An identity number of eighteen characters.
    IdNumber,
    /// An identity number of fifteen digits.
    LegacyIdNumber,
    /// None of these.
    Unknown,
}

impl CodeKind {
    /// All of them.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name, which never changes.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What there is to say of a code: why it is wrong, or what to know of one that is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeReason {
    /// Nothing stands there.
    Empty,
    /// No kind of code has so many characters.
    Length {
        /// How many there are.
        found: usize,
    },
    /// It is no credit code.
    Uscc(UsccFault),
    /// It is no registration number.
    RegNo(RegNoFault),
    /// It is no identity number.
    IdNumber(PersonalFault),
    /// Right, as far as can be said: nothing vouches for an old number.
    Legacy,
    /// Right, and right as an identity number as well.
    AlsoIdNumber,
    /// An old identity number by its form, and right as a registration number as well: where targets are listed, it is one.
    AlsoRegNo,
}

/// A code, judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The code in half-width capitals without blanks: what is kept where it is right.
    pub code: String,
    /// What kind it is, or was meant to be.
    pub kind: CodeKind,
    /// Whether it can be right.
    pub valid: bool,
    /// What there is to say.
    pub reason: Option<CodeReason>,
    /// What it was perhaps meant to be. Never taken without somebody who looks.
    pub suggestions: Vec<String>,
}

/// Judges a code.
pub fn check(text: &str) -> Checked {
    let plain = half_width(text).to_uppercase();
    let code: String = plain
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .collect();
    let (kind, reason) = judge(&code);
    let valid = matches!(
        reason,
        None | Some(CodeReason::Legacy | CodeReason::AlsoIdNumber | CodeReason::AlsoRegNo)
    );
    Checked {
        suggestions: suggestions(text, kind, valid),
        code,
        kind,
        valid,
        reason,
    }
}

fn judge(code: &str) -> (CodeKind, Option<CodeReason>) {
    let digits = !code.is_empty() && code.bytes().all(|b| b.is_ascii_digit());
    match code.chars().count() {
        0 => (CodeKind::Unknown, Some(CodeReason::Empty)),
        _ if is_scientific(code) => scientific(code),
        18 => eighteen(code),
        15 if digits => fifteen(code),
        13 | 14 if digits => (CodeKind::LegacyRegNo, Some(CodeReason::Legacy)),
        15 if mostly_digits(code) => (CodeKind::RegNo, RegNo::parse(code).err().map(CodeReason::RegNo)),
        found => (CodeKind::Unknown, Some(CodeReason::Length { found })),
    }
}

/// The exponent tells how long it was; what begins with 9 was no identity number.
fn scientific(code: &str) -> (CodeKind, Option<CodeReason>) {
    let kind = match code.rsplit_once("E+") {
        Some((head, "17")) if head.starts_with('9') => CodeKind::Uscc,
        Some((_, "14")) => CodeKind::RegNo,
        _ => CodeKind::Unknown,
    };
    (kind, Some(CodeReason::Uscc(UsccFault::Scientific)))
}

/// A credit code or an identity number. What passes as one of them is that one; what passes as both is what its beginning says;
/// what passes as neither is what it looks like.
fn eighteen(code: &str) -> (CodeKind, Option<CodeReason>) {
    let (uscc, id) = (Uscc::parse(code), id_number(code));
    match (uscc, id) {
        // Whichever it was: its end is lost, and passing is chance.
        (Err(fault @ UsccFault::CutBySpreadsheet), _) if !looks_like_id(code) => {
            (CodeKind::Uscc, Some(CodeReason::Uscc(fault)))
        }
        (Err(fault @ UsccFault::CutBySpreadsheet), _) => (CodeKind::IdNumber, Some(CodeReason::Uscc(fault))),
        (Ok(_), Ok(_)) if begins_as_uscc(code) => (CodeKind::Uscc, Some(CodeReason::AlsoIdNumber)),
        (_, Ok(_)) => (CodeKind::IdNumber, None),
        (Ok(_), Err(_)) => (CodeKind::Uscc, None),
        (Err(_), Err(fault)) if looks_like_id(code) => {
            (CodeKind::IdNumber, Some(CodeReason::IdNumber(fault)))
        }
        (Err(fault), Err(_)) => (CodeKind::Uscc, Some(CodeReason::Uscc(fault))),
    }
}

/// Seventeen digits and one more, a province, and a year of birth: the day need not exist.
fn looks_like_id(code: &str) -> bool {
    let part = |from: usize, to: usize| code.get(from..to).unwrap_or_default();
    let digits = part(0, 17).bytes().all(|b| b.is_ascii_digit()) && code.len() == 18;
    let province = RegionCode::parse(part(0, 6)).is_ok();
    let birth = is_birth(&format!("{}0101", part(6, 10)))
        && ("01"..="12").contains(&part(10, 12))
        && ("01"..="31").contains(&part(12, 14));
    digits && province && birth
}

/// The registering authority and kind of organisation that exist, and then a province or the whole country.
fn begins_as_uscc(code: &str) -> bool {
    const KINDS: [&str; 30] = [
        "11", "12", "13", "19", "21", "29", "31", "32", "33", "34", "35", "39", "41", "49", "51", "52", "53",
        "54", "55", "59", "61", "62", "69", "71", "72", "79", "81", "89", "91", "92",
    ];
    let part = |from: usize, to: usize| code.get(from..to).unwrap_or_default();
    let region = part(2, 8) == "100000" || RegionCode::parse(part(2, 8)).is_ok();
    (KINDS.contains(&part(0, 2)) || part(0, 1) == "9") && region
}

/// A registration number, or an old identity number. What has a day of birth in the right place is rarely anything else; what
/// has not and fails is a registration number with a fault.
fn fifteen(code: &str) -> (CodeKind, Option<CodeReason>) {
    match (RegNo::parse(code), id_of_fifteen(code)) {
        (Ok(_), None) => (CodeKind::RegNo, None),
        (Ok(_), Some(_)) => (CodeKind::LegacyIdNumber, Some(CodeReason::AlsoRegNo)),
        (Err(_), Some(_)) => (CodeKind::LegacyIdNumber, Some(CodeReason::Legacy)),
        (Err(fault), None) => (CodeKind::RegNo, Some(CodeReason::RegNo(fault))),
    }
}

/// So few letters that digits were meant.
fn mostly_digits(code: &str) -> bool {
    code.chars().filter(|c| !c.is_ascii_digit()).count() <= 4
}

fn suggestions(text: &str, kind: CodeKind, valid: bool) -> Vec<String> {
    match kind {
        CodeKind::LegacyIdNumber => id_of_fifteen(text).into_iter().collect(),
        _ if valid => Vec::new(),
        CodeKind::RegNo => lookalike::reg_no(text).iter().map(ToString::to_string).collect(),
        _ => lookalike::suggestions(text)
            .iter()
            .map(ToString::to_string)
            .collect(),
    }
}
