//! Flags that call for more visits, and how long they do: the seven of T-10 (Xushui article 2 (4), Dawa article 2 (4), Huantai
//! article 5), and the blacklist.
//!
//! Which weight a flag has in a draw is the rule profile's.

use crate::day::Day;

pub use crate::roster::words::TriggerFlag;

impl TriggerFlag {
    /// Whether it is one of the seven that raise the frequency; the blacklist is a register of its own.
    pub const fn is_trigger(self) -> bool {
        !matches!(self, Self::Blacklist)
    }
}

/// From when to when something holds; both days belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    from: Day,
    to: Option<Day>,
}

/// Why a flag cannot be set so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlagFault {
    /// It ends before it begins.
    EndsBeforeBeginning,
    /// Nothing shows why.
    EvidenceMissing,
}

impl Period {
    /// From a day on, to another if it ends.
    pub fn new(from: Day, to: Option<Day>) -> Result<Self, FlagFault> {
        match to {
            Some(to) if to < from => Err(FlagFault::EndsBeforeBeginning),
            to => Ok(Self { from, to }),
        }
    }

    /// Its first day.
    pub const fn from(self) -> Day {
        self.from
    }

    /// Its last day, if it has one.
    pub const fn to(self) -> Option<Day> {
        self.to
    }

    /// Whether it holds on a day.
    pub fn holds(self, on: Day) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }
}

/// A flag that was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetFlag {
    /// Which.
    pub flag: TriggerFlag,
    /// For how long.
    pub period: Period,
    /// What shows it: a document, a list, a number.
    pub evidence: String,
}

impl SetFlag {
    /// A flag with its evidence.
    pub fn new(flag: TriggerFlag, period: Period, evidence: &str) -> Result<Self, FlagFault> {
        let evidence = evidence.trim();
        if evidence.is_empty() {
            return Err(FlagFault::EvidenceMissing);
        }
        Ok(Self {
            flag,
            period,
            evidence: evidence.to_owned(),
        })
    }

    /// Whether it holds on a day.
    pub fn in_force(&self, on: Day) -> bool {
        self.period.holds(on)
    }
}

/// The flags that hold on a day, each once and in order.
pub fn in_force(flags: &[SetFlag], on: Day) -> Vec<TriggerFlag> {
    let mut found: Vec<TriggerFlag> = flags
        .iter()
        .filter(|set| set.in_force(on))
        .map(|set| set.flag)
        .collect();
    found.sort();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn set(flag: TriggerFlag, from: &str, to: Option<&str>) -> SetFlag {
        let period = Period::new(day(from), to.map(day)).unwrap();
        SetFlag::new(flag, period, "县局函〔2026〕3号").unwrap()
    }

    #[test]
    fn a_flag_holds_from_its_first_day_to_its_last() {
        let flags = [
            set(TriggerFlag::ManyComplaints, "2026-03-01", Some("2026-08-31")),
            set(TriggerFlag::NewlyFounded, "2026-01-01", Some("2026-12-31")),
            set(TriggerFlag::ManyComplaints, "2026-06-01", None),
            set(TriggerFlag::Blacklist, "2027-01-01", None),
        ];
        for (on, expected) in [
            ("2025-12-31", &[][..]),
            ("2026-01-01", &[TriggerFlag::NewlyFounded]),
            (
                "2026-03-01",
                &[TriggerFlag::NewlyFounded, TriggerFlag::ManyComplaints],
            ),
            (
                "2026-08-31",
                &[TriggerFlag::NewlyFounded, TriggerFlag::ManyComplaints],
            ),
            (
                "2027-01-01",
                &[TriggerFlag::ManyComplaints, TriggerFlag::Blacklist],
            ),
        ] {
            assert_eq!(
                in_force(&flags, day(on)),
                expected,
                "on {on}; set twice, it is told once"
            );
        }
    }

    #[test]
    fn a_flag_needs_evidence_and_an_end_after_its_beginning() {
        assert_eq!(
            Period::new(day("2026-03-02"), Some(day("2026-03-01"))),
            Err(FlagFault::EndsBeforeBeginning),
            "it would never hold"
        );
        let one_day = Period::new(day("2026-03-01"), Some(day("2026-03-01"))).unwrap();
        assert!(one_day.holds(day("2026-03-01")), "a single day is a period");
        assert_eq!(
            SetFlag::new(TriggerFlag::Dishonest, one_day, " "),
            Err(FlagFault::EvidenceMissing),
            "more visits need a reason that can be shown"
        );
    }

    #[test]
    fn seven_flags_raise_the_frequency() {
        let triggers = TriggerFlag::ALL.iter().filter(|flag| flag.is_trigger());
        assert_eq!(
            triggers.count(),
            7,
            "as T-10 lists them; the blacklist is a register of its own"
        );
    }
}
