//! The code of a target as a cell gives it: one column often holds credit codes and registration numbers together, and a number
//! cell has ruined every credit code that was put into it.

use super::cell::{CellForm, Cleaned, EXACT_DIGITS};
use super::words::is_nothing;
use crate::codes::reg_no::RegNo;
use crate::codes::uscc::{Uscc, UsccFault};
use crate::codes::{CodeKind, CodeReason, check};

/// A target's code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Code {
    /// Nothing.
    Missing,
    /// A credit code that can be right.
    Uscc(Uscc),
    /// A registration number that can be right, or an old one for somebody to look at.
    RegNo {
        /// The number.
        number: RegNo,
        /// Whether it is an old one, which nothing vouches for.
        legacy: bool,
    },
    /// Not right. It is kept as it stands, for somebody to look at.
    Invalid {
        /// What stands there, in half-width capitals.
        text: String,
        /// Why.
        reason: CodeReason,
        /// What it was perhaps meant to be.
        suggestions: Vec<String>,
    },
    /// A person's identity number, which belongs into no list of targets. It is neither kept nor told.
    Personal,
    /// A spreadsheet took its end away; nobody can bring it back but whoever has the licence.
    Damaged {
        /// What is left.
        text: String,
    },
}

impl Code {
    /// What is kept as the code, where there is one that can be right.
    pub fn kept(&self) -> Option<&str> {
        match self {
            Self::Uscc(code) => Some(code.as_str()),
            Self::RegNo { number, .. } => Some(number.as_str()),
            _ => None,
        }
    }
}

/// Reads a cell.
pub fn read(cell: &Cleaned<'_>) -> Code {
    let text = cell.text.as_ref();
    // By far the most are credit codes written as they should be.
    if cell.form == CellForm::Text
        && let Ok(code) = Uscc::parse(text)
        && !text.bytes().all(|b| b.is_ascii_digit())
        && !text.ends_with(['x', 'X'])
    {
        return Code::Uscc(code);
    }
    if text.is_empty() || is_nothing(text) {
        return Code::Missing;
    }
    if cell.form == CellForm::Number && !fits_a_number(text) {
        return Code::Damaged {
            text: text.to_owned(),
        };
    }
    let checked = check(text);
    let damage = CodeReason::Uscc(UsccFault::Scientific);
    let cut = CodeReason::Uscc(UsccFault::CutBySpreadsheet);
    match (checked.kind, checked.reason) {
        (_, Some(reason)) if reason == damage || reason == cut || ends_in_zeros(&checked.code) => {
            Code::Damaged { text: checked.code }
        }
        // Among targets a number that passes as theirs is theirs.
        (CodeKind::LegacyIdNumber, Some(CodeReason::AlsoRegNo)) => reg_no(checked.code),
        (CodeKind::IdNumber | CodeKind::LegacyIdNumber, _) => Code::Personal,
        (CodeKind::Uscc, None | Some(CodeReason::AlsoIdNumber)) => match Uscc::parse(&checked.code) {
            Ok(code) => Code::Uscc(code),
            Err(fault) => invalid(checked.code, CodeReason::Uscc(fault), Vec::new()),
        },
        (CodeKind::RegNo | CodeKind::LegacyRegNo, None | Some(CodeReason::Legacy)) => reg_no(checked.code),
        (_, reason) => invalid(
            checked.code,
            reason.unwrap_or(CodeReason::Empty),
            checked.suggestions,
        ),
    }
}

fn reg_no(code: String) -> Code {
    match RegNo::parse(&code) {
        Ok(number) => Code::RegNo {
            legacy: number.is_legacy(),
            number,
        },
        Err(fault) => invalid(code, CodeReason::RegNo(fault), Vec::new()),
    }
}

fn invalid(text: String, reason: CodeReason, suggestions: Vec<String>) -> Code {
    Code::Invalid {
        text,
        reason,
        suggestions,
    }
}

/// Whether a number cell can hold such a code: whole, and with no more digits than a number has.
fn fits_a_number(text: &str) -> bool {
    text.len() <= EXACT_DIGITS && text.bytes().all(|b| b.is_ascii_digit())
}

/// More digits than a number holds, and zeros from there on: 16 to 20 of them, all that a spreadsheet left.
fn ends_in_zeros(code: &str) -> bool {
    (EXACT_DIGITS + 1..=20).contains(&code.len())
        && code.bytes().all(|b| b.is_ascii_digit())
        && code
            .get(EXACT_DIGITS..)
            .is_some_and(|end| end.bytes().all(|b| b == b'0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::reg_no::RegNoFault;
    use crate::roster::cell::{RawCell, clean};

    fn text(raw: &str) -> Code {
        read(&clean(&RawCell::Text(raw)))
    }

    fn number(text: &str) -> Code {
        read(&clean(&RawCell::Number { text, shown: None }))
    }

    fn damaged(text: &str) -> Code {
        Code::Damaged {
            text: text.to_owned(),
        }
    }

    #[test]
    fn case_14_one_column_holds_codes_of_every_age() {
        assert_eq!(
            text("91130609MA0000015B"),
            Code::Uscc(Uscc::parse("91130609MA0000015B").unwrap()),
            "the code of today"
        );
        for (raw, legacy) in [
            ("110108000000016", false),
            ("4106032000001", true),
            ("41060320000010", true),
        ] {
            assert_eq!(
                text(raw),
                Code::RegNo {
                    number: RegNo::parse(raw).unwrap(),
                    legacy
                },
                "{raw}: the number before it; old ones are marked, never dropped"
            );
        }
        for nothing in ["", " ", "-", "无", "/", "NULL"] {
            assert_eq!(
                text(nothing),
                Code::Missing,
                "{nothing:?} is no code and no fault"
            );
        }
    }

    #[test]
    fn case_15_a_number_cell_cannot_hold_a_credit_code() {
        for ruin in [
            "913301007161036000",
            "9.13301007161036E+17",
            "911306090000013000",
            "124117214000000182",
            "1101080000000161",
            "9113060900000.5",
        ] {
            assert_eq!(
                number(ruin),
                damaged(ruin),
                "{ruin}: its end is lost, whatever passes"
            );
        }
        assert_eq!(
            number("110108000000016").kept(),
            Some("110108000000016"),
            "fifteen digits it can hold, and the check digit fits"
        );
        assert!(
            matches!(
                number("110108000000015"),
                Code::Invalid {
                    reason: CodeReason::RegNo(RegNoFault::CheckDigit { .. }),
                    ..
                }
            ),
            "and where it does not fit nothing is taken"
        );
        assert!(
            matches!(number("4106032000001.0"), Code::RegNo { legacy: true, .. }),
            "an old number"
        );
    }

    #[test]
    fn case_15_the_ruins_are_ruins_as_text_too() {
        for ruin in [
            "911306090000013000",
            "913301007161036000",
            "1101080000000160",
            "9133010071610360000",
        ] {
            assert_eq!(text(ruin), damaged(ruin), "{ruin}");
        }
    }

    #[test]
    fn case_16_notation_with_an_exponent_is_damage() {
        for ruin in [
            "9.13301007161036E+17",
            "9.1130609E+17",
            "4.10604E+14",
            "9.13301007161036e+17",
        ] {
            assert!(
                matches!(text(ruin), Code::Damaged { .. }),
                "{ruin}: the digits are gone"
            );
        }
    }

    #[test]
    fn case_23_full_width_and_lower_case_are_what_they_mean() {
        for raw in [
            "９１１３０６０９ＭＡ０００００１５Ｂ",
            "91130609ma0000015b",
            "9113 0609 MA00 0001 5B",
        ] {
            assert_eq!(text(raw).kept(), Some("91130609MA0000015B"), "{raw}");
        }
    }

    #[test]
    fn case_25_look_alikes_are_suggested_and_never_put_in() {
        let Code::Invalid {
            text: kept,
            suggestions,
            ..
        } = text("9113O609MA0000015B")
        else {
            panic!("the letter O is in no code")
        };
        assert_eq!(kept, "9113O609MA0000015B", "what stood there is kept");
        assert_eq!(suggestions, ["91130609MA0000015B"], "and somebody may choose");
        let Code::Invalid { suggestions, .. } = text("11O10800000OO16") else {
            panic!("nor in a number")
        };
        assert_eq!(suggestions, ["110108000000016"], "the check digit speaks for it");
    }

    #[test]
    fn case_26_a_wrong_check_digit_is_told_and_the_code_is_kept() {
        assert!(
            matches!(
                text("91136009MA0000015B"),
                Code::Invalid { reason: CodeReason::Uscc(UsccFault::CheckCharacter { .. }), ref suggestions, .. }
                    if suggestions.is_empty()
            ),
            "neighbours swapped: it waits for somebody who has the licence"
        );
        assert!(
            matches!(
                text("110108000000015"),
                Code::Invalid {
                    reason: CodeReason::RegNo(_),
                    ..
                }
            ),
            "a number"
        );
    }

    #[test]
    fn case_27_made_up_codes_are_invalid() {
        for fake in [
            "ARBG48543289076GFE",
            "123456789012345679",
            "111111111111111111",
            "测试",
            "12345",
            "1",
        ] {
            assert!(
                matches!(text(fake), Code::Invalid { .. }),
                "{fake}: {:?}",
                text(fake)
            );
        }
    }

    #[test]
    fn case_28_what_kept_a_code_a_text_is_taken_off() {
        for raw in [
            "'91130609MA0000015B",
            "=\"91130609MA0000015B\"",
            "\t91130609MA0000015B",
        ] {
            assert_eq!(text(raw).kept(), Some("91130609MA0000015B"), "{raw:?}");
        }
    }

    #[test]
    fn an_identity_number_in_the_place_of_a_code_is_nobodys_to_keep() {
        for id in ["11010519491231002X", "110105194912310021", "110105491231003"] {
            assert_eq!(text(id), Code::Personal, "{id}: an owner's own number");
            assert_eq!(text(id).kept(), None, "it is neither kept nor told");
        }
    }

    #[test]
    fn case_30_the_organisations_own_part_ties_the_old_to_the_new() {
        let code = Uscc::parse("91130609MA0000015B").unwrap();
        assert_eq!(
            code.organisation(),
            "MA0000015",
            "nine characters without the check character"
        );
    }
}
