//! Everybody of the registry who is not among those that may be drawn, with every reason (A-02, P-02): a pool is only fair if it
//! shows whom it does not hold.
//!
//! Conflicts of interest are between a person and a target, and leave nobody out of the pool: they are `recusals`'.

use crate::day::Day;
use crate::eligible::{Candidate, Ineligible, reasons};

/// Somebody in the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered<'a> {
    /// What decides whether they may inspect at all.
    pub candidate: Candidate<'a>,
    /// The department.
    pub dept: &'a str,
    /// On what basis somebody left them out by hand, if somebody did.
    pub excluded: Option<&'a str>,
}

/// Why somebody is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why<'a> {
    /// May not inspect on the last day of the visits.
    Ineligible(Ineligible),
    /// The department does not take part.
    OtherDept,
    /// By hand, on this basis.
    ByHand {
        /// The basis.
        basis: &'a str,
    },
    /// By hand, and nobody wrote down why. The list must not be sealed like that.
    ByHandWithoutBasis,
}

/// Somebody who is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut<'a> {
    /// The place in the registry that was handed in.
    pub inspector: usize,
    /// Every reason.
    pub reasons: Vec<Why<'a>>,
}

/// Everybody who is left out, in the registry's order. `depts` are the departments that take part; with none, all do. Visits end
/// on `last`: whoever may inspect then, and is not left out for another reason, stays.
pub fn left_out<'a>(registry: &[Registered<'a>], depts: &[String], last: Day) -> Vec<LeftOut<'a>> {
    let all = registry.iter().enumerate();
    all.map(|(inspector, registered)| LeftOut {
        inspector,
        reasons: why(registered, depts, last),
    })
    .filter(|left_out| !left_out.reasons.is_empty())
    .collect()
}

fn why<'a>(registered: &Registered<'a>, depts: &[String], last: Day) -> Vec<Why<'a>> {
    let mut found: Vec<Why<'a>> = reasons(&registered.candidate, last)
        .into_iter()
        .map(Why::Ineligible)
        .collect();
    if !depts.is_empty() && !depts.iter().any(|dept| dept == registered.dept) {
        found.push(Why::OtherDept);
    }
    found.extend(registered.excluded.map(|basis| match basis.trim() {
        "" => Why::ByHandWithoutBasis,
        basis => Why::ByHand { basis },
    }));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eligible::Certificate;
    use crate::roster::date::Date;
    use crate::roster::words::InspectorStatus;

    #[test]
    fn everybody_who_is_left_out_is_told_every_reason() {
        let certificate = |to: &str| Certificate {
            number: "13060901001".to_owned(),
            valid_to: Date::parse(to),
        };
        let (good, expired) = ([certificate("2026-09-30")], [certificate("2026-09-29")]);
        let person = |certificates| Registered {
            candidate: Candidate {
                name: "张三",
                certificates,
                status: InspectorStatus::Active,
                listed: true,
                assistant_only: false,
            },
            dept: "执法一科",
            excluded: None,
        };
        let registry = [
            person(&good[..]),
            person(&expired),
            Registered {
                dept: "办公室",
                candidate: Candidate {
                    assistant_only: true,
                    ..person(&expired).candidate
                },
                ..person(&expired)
            },
            Registered {
                excluded: Some("援疆，组织部〔2026〕5号"),
                ..person(&good)
            },
            Registered {
                excluded: Some(" "),
                ..person(&good)
            },
        ];
        let last = Day::parse("2026-09-30").unwrap();
        let expired = Why::Ineligible(Ineligible::Expired {
            last: Day::parse("2026-09-29").unwrap(),
        });
        let assistant = Why::Ineligible(Ineligible::AssistantOnly);
        let left = |inspector, reasons| LeftOut { inspector, reasons };
        let by_hand = Why::ByHand {
            basis: "援疆，组织部〔2026〕5号",
        };
        assert_eq!(
            left_out(&registry, &["执法一科".to_owned()], last),
            [
                left(1, vec![expired]),
                left(2, vec![expired, assistant, Why::OtherDept]),
                left(3, vec![by_hand]),
                left(4, vec![Why::ByHandWithoutBasis]),
            ],
            "the last day of the visits decides, and who puts one thing right learns of the others"
        );
        let all: Vec<_> = left_out(&registry, &[], last)
            .into_iter()
            .flat_map(|l| l.reasons)
            .collect();
        assert!(
            !all.contains(&Why::OtherDept),
            "where no department is named, all take part"
        );
        assert_eq!(left_out(&[], &[], last), [], "of nobody nobody is left out");
    }
}
