//! An inspector of another unit who helps out: with a document that says so, for days that cover the visits, and with a
//! certificate that is valid to their end.
//!
//! Whether the skills fit is asked by the slots, as of anybody else.

use crate::day::Day;
use crate::eligible::{Candidate, Ineligible, reasons};

/// What a unit wrote when it lent somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loan<'a> {
    /// The number of the document.
    pub document: &'a str,
    /// The unit that lends.
    pub unit: &'a str,
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
}

/// Why somebody cannot be borrowed for these visits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoanFault {
    /// No document says so.
    DocumentMissing,
    /// Nobody knows whose inspector it is.
    UnitMissing,
    /// The document does not say for which days.
    DaysMissing,
    /// Its days end before they begin.
    DaysReversed {
        /// The first day.
        from: Day,
        /// The last one.
        to: Day,
    },
    /// Its days begin after the first visit may be made.
    StartsLate {
        /// The first day.
        from: Day,
    },
    /// Its days end before the last visit may be made.
    EndsEarly {
        /// The last day.
        to: Day,
    },
    /// Could not be drawn at home either, on the last day of the visits.
    Ineligible(Ineligible),
}

/// Everything that stands against borrowing somebody for visits from one day to another.
pub fn check(loan: &Loan<'_>, candidate: &Candidate<'_>, from: Day, to: Day) -> Vec<LoanFault> {
    let mut faults = Vec::new();
    if loan.document.trim().is_empty() {
        faults.push(LoanFault::DocumentMissing);
    }
    if loan.unit.trim().is_empty() {
        faults.push(LoanFault::UnitMissing);
    }
    let (first, last) = (from.min(to), from.max(to));
    match (loan.from, loan.to) {
        (Some(from), Some(to)) if from > to => faults.push(LoanFault::DaysReversed { from, to }),
        (Some(from), Some(to)) => {
            faults.extend((from > first).then_some(LoanFault::StartsLate { from }));
            faults.extend((to < last).then_some(LoanFault::EndsEarly { to }));
        }
        _ => faults.push(LoanFault::DaysMissing),
    }
    // The document stands for the registry: who is lent is in the registry of whoever lends.
    let lent = Candidate {
        listed: true,
        ..candidate.clone()
    };
    faults.extend(reasons(&lent, last).into_iter().map(LoanFault::Ineligible));
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eligible::Certificate;
    use crate::roster::date::Date;
    use crate::roster::words::InspectorStatus;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn faults(loan: &Loan<'_>, valid_to: Option<&str>) -> Vec<LoanFault> {
        let certificates: Vec<_> = valid_to
            .map(|to| Certificate {
                number: "13060901001".to_owned(),
                valid_to: Date::parse(to),
            })
            .into_iter()
            .collect();
        let candidate = Candidate {
            name: "李四",
            certificates: &certificates,
            status: InspectorStatus::Active,
            listed: false,
            assistant_only: false,
        };
        check(loan, &candidate, day("2026-09-01"), day("2026-09-30"))
    }

    fn loan<'a>(document: &'a str, from: &str, to: &str) -> Loan<'a> {
        Loan {
            document,
            unit: "大王店镇人民政府",
            from: Day::parse(from),
            to: Day::parse(to),
        }
    }

    #[test]
    fn a_02_whoever_is_borrowed_comes_with_a_document_for_all_the_days() {
        for (document, from, to, expected, why) in [
            ("借〔2026〕3号", "2026-09-01", "2026-09-30", &[][..], "to the day"),
            (
                " ",
                "2026-01-01",
                "2026-12-31",
                &[LoanFault::DocumentMissing],
                "a word is no document",
            ),
            (
                "借〔2026〕3号",
                "",
                "2026-12-31",
                &[LoanFault::DaysMissing],
                "since when?",
            ),
            (
                "借〔2026〕3号",
                "2026-01-01",
                "",
                &[LoanFault::DaysMissing],
                "until when?",
            ),
            (
                "借〔2026〕3号",
                "2026-09-02",
                "2026-09-29",
                &[
                    LoanFault::StartsLate {
                        from: day("2026-09-02"),
                    },
                    LoanFault::EndsEarly {
                        to: day("2026-09-29"),
                    },
                ],
                "a day is missing on either side: an inspector who was not lent is a stranger",
            ),
            (
                "借〔2026〕3号",
                "2026-12-31",
                "2026-01-01",
                &[LoanFault::DaysReversed {
                    from: day("2026-12-31"),
                    to: day("2026-01-01"),
                }],
                "it ends before it begins",
            ),
        ] {
            let found = faults(&loan(document, from, to), Some("2026-09-30"));
            assert_eq!(found, expected, "{document:?} from {from} to {to}: {why}");
        }
        let nowhere = Loan {
            unit: "",
            ..loan("借〔2026〕3号", "2026-09-01", "2026-09-30")
        };
        assert_eq!(
            faults(&nowhere, Some("2026-09-30")),
            [LoanFault::UnitMissing],
            "somebody must have lent them"
        );
    }

    #[test]
    fn p_02_a_borrowed_certificate_is_valid_to_the_last_day_of_the_visits() {
        let good = loan("借〔2026〕3号", "2026-01-01", "2026-12-31");
        for (valid_to, expected, why) in [
            (Some("2026-09-30"), None, "its last day is theirs"),
            (
                Some("2026-09-29"),
                Some(Ineligible::Expired {
                    last: day("2026-09-29"),
                }),
                "on the last day it has expired",
            ),
            (Some(""), Some(Ineligible::ValidityUnknown), "nobody knows"),
            (
                None,
                Some(Ineligible::NoCertificate),
                "a document does not replace it",
            ),
        ] {
            let expected: Vec<_> = expected.map(LoanFault::Ineligible).into_iter().collect();
            assert_eq!(faults(&good, valid_to), expected, "{valid_to:?}: {why}");
        }
    }
}
