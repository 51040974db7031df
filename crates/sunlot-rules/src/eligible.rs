//! Who may be drawn as an inspector on a day, and if not, why: every reason, not only the first.
//!
//! Only persons with a valid enforcement certificate inspect (Penalties Law, article 42; P-02, P-05). Conflicts of interest are
//! between a person and a target, and so are not asked here.

use crate::day::Day;
use crate::roster::date::Date;
use crate::roster::words::InspectorStatus;

/// An enforcement certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Its number, as it is kept.
    pub number: String,
    /// Until when it is valid, as far as anybody knows.
    pub valid_to: Option<Date>,
}

impl Certificate {
    /// Its last day, if it is known.
    pub fn last_day(&self) -> Option<Day> {
        self.valid_to?.last()
    }

    /// Whether it is valid on a day. Of what nobody knows the end, nobody knows that it is.
    pub fn is_valid(&self, on: Day) -> bool {
        !self.number.trim().is_empty() && self.last_day().is_some_and(|last| on <= last)
    }

    /// Whether it is valid on a day and no longer so many days later.
    pub fn expires_within(&self, days: i32, today: Day) -> bool {
        let left = self.last_day().map(|last| last.number() - today.number());
        self.is_valid(today) && left.is_some_and(|left| left <= days)
    }
}

/// What of a person counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// The name.
    pub name: &'a str,
    /// Up to two certificates.
    pub certificates: &'a [Certificate],
    /// Whether the person is at work.
    pub status: InspectorStatus,
    /// Whether the registry in force has the person.
    pub listed: bool,
    /// Whether the person is an expert or an assistant, who inspects beside those who enforce and never in their place.
    pub assistant_only: bool,
}

/// Why a person may not be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ineligible {
    /// Without a name nobody can be called.
    NameMissing,
    /// Not in the registry.
    NotListed,
    /// An expert or an assistant.
    AssistantOnly,
    /// Not at work.
    Status(InspectorStatus),
    /// No certificate.
    NoCertificate,
    /// Of no certificate is known until when it is valid.
    ValidityUnknown,
    /// All have expired; the last of them on this day.
    Expired {
        /// The last valid day.
        last: Day,
    },
}

/// Every reason why a person may not be drawn for an inspection on a day; none where they may.
pub fn reasons(candidate: &Candidate<'_>, on: Day) -> Vec<Ineligible> {
    let mut reasons = Vec::new();
    if candidate.name.trim().is_empty() {
        reasons.push(Ineligible::NameMissing);
    }
    if !candidate.listed {
        reasons.push(Ineligible::NotListed);
    }
    if candidate.status != InspectorStatus::Active {
        reasons.push(Ineligible::Status(candidate.status));
    }
    reasons.extend(of_certificates(candidate.certificates, on));
    if candidate.assistant_only {
        reasons.push(Ineligible::AssistantOnly);
    }
    reasons
}

/// One valid certificate is enough.
fn of_certificates(certificates: &[Certificate], on: Day) -> Option<Ineligible> {
    let numbered = || certificates.iter().filter(|c| !c.number.trim().is_empty());
    if numbered().any(|certificate| certificate.is_valid(on)) {
        return None;
    }
    if numbered().next().is_none() {
        return Some(Ineligible::NoCertificate);
    }
    let last = numbered().filter_map(Certificate::last_day).max();
    Some(last.map_or(Ineligible::ValidityUnknown, |last| Ineligible::Expired { last }))
}

/// The last day on which a person has a valid certificate, where they have one now and it ends within so many days. Whoever has
/// a second one that is valid longer is not meant.
pub fn expiring_within(days: i32, certificates: &[Certificate], today: Day) -> Option<Day> {
    let valid = certificates
        .iter()
        .filter(|certificate| certificate.is_valid(today));
    let last = valid.filter_map(Certificate::last_day).max()?;
    (last.number() - today.number() <= days).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn certificate(valid_to: &str) -> Certificate {
        Certificate {
            number: "13060901001".to_owned(),
            valid_to: Date::parse(valid_to),
        }
    }

    fn reasons_of(certificates: &[Certificate], on: &str) -> Vec<Ineligible> {
        let candidate = Candidate {
            name: "张三",
            certificates,
            status: InspectorStatus::Active,
            listed: true,
            assistant_only: false,
        };
        reasons(&candidate, day(on))
    }

    #[test]
    fn case_44_one_valid_certificate_is_enough() {
        for (certificates, on, expected, why) in [
            (
                &["2026-12-31"][..],
                "2026-12-31",
                None,
                "its last day belongs to it",
            ),
            (
                &["2026-12-31"],
                "2027-01-01",
                Some(Ineligible::Expired {
                    last: day("2026-12-31"),
                }),
                "the next day does not",
            ),
            (
                &["2020-01-01", "2027-01-01"],
                "2026-12-31",
                None,
                "the second is valid",
            ),
            (
                &["2020-01-01", "2021-01-01"],
                "2026-12-31",
                Some(Ineligible::Expired {
                    last: day("2021-01-01"),
                }),
                "both have expired",
            ),
            (&["2026-12"], "2026-12-31", None, "valid to a month is to its end"),
            (&["9999-12-31"], "2099-01-01", None, "without an end"),
            (
                &[""],
                "2026-12-31",
                Some(Ineligible::ValidityUnknown),
                "nobody knows until when",
            ),
            (&["", "2027-01-01"], "2026-12-31", None, "but one is known"),
            (
                &[],
                "2026-12-31",
                Some(Ineligible::NoCertificate),
                "there is none",
            ),
        ] {
            let certificates: Vec<Certificate> = certificates.iter().map(|to| certificate(to)).collect();
            let expected: Vec<Ineligible> = expected.into_iter().collect();
            assert_eq!(reasons_of(&certificates, on), expected, "on {on}: {why}");
        }
        let unnumbered = Certificate {
            number: " ".to_owned(),
            ..certificate("2027-01-01")
        };
        assert_eq!(
            reasons_of(&[unnumbered], "2026-12-31"),
            [Ineligible::NoCertificate],
            "a day without a number is no certificate"
        );
    }

    #[test]
    fn every_reason_is_told_and_not_only_the_first() {
        let candidate = Candidate {
            name: " ",
            certificates: &[],
            status: InspectorStatus::Retired,
            listed: false,
            assistant_only: false,
        };
        assert_eq!(
            reasons(&candidate, day("2026-11-22")),
            [
                Ineligible::NameMissing,
                Ineligible::NotListed,
                Ineligible::Status(InspectorStatus::Retired),
                Ineligible::NoCertificate,
            ],
            "whoever puts one right learns of the others"
        );
        for status in InspectorStatus::ALL {
            let candidate = Candidate {
                name: "张三",
                certificates: &[certificate("2027-01-01")],
                status: *status,
                listed: true,
                assistant_only: false,
            };
            assert_eq!(
                reasons(&candidate, day("2026-11-22")).is_empty(),
                *status == InspectorStatus::Active,
                "{status:?}: only who is at work is sent out"
            );
        }
    }

    #[test]
    fn certificates_that_expire_soon_are_told_in_time() {
        let today = day("2026-11-22");
        for (certificates, expiring, why) in [
            (&["2027-01-21"][..], true, "sixty days from now"),
            (&["2027-01-22"], false, "sixty-one"),
            (&["2026-11-22"], true, "today is its last day"),
            (&["2026-11-21"], false, "it has expired: that is told elsewhere"),
            (&["2026-12-01", "2030-01-01"], false, "the other one lasts"),
            (&["2026-12-01", "2020-01-01"], true, "the other one has gone"),
            (&["9999-12-31"], false, "without an end"),
            (&[""], false, "nobody knows"),
            (&[], false, "there is none"),
        ] {
            let certificates: Vec<Certificate> = certificates.iter().map(|to| certificate(to)).collect();
            assert_eq!(
                expiring_within(60, &certificates, today).is_some(),
                expiring,
                "{certificates:?}: {why}"
            );
        }
        assert!(
            certificate("2026-12-01").expires_within(60, today),
            "each by itself, too"
        );
    }
}
