//! Strata: parts of the pool that are drawn from by themselves, by rules of which the first that fits takes a target, and the table
//! that shows what each comes to.

use sunlot_draw::manifest::{QuotaRule, Rounding as DrawRounding};

use serde::{Deserialize, Serialize};

use super::clause::{self, Clause, ClauseFault};
use crate::profile::{Rounding, RuleProfile};
use crate::share::WHOLE;

/// A draw has at most so many strata: one for each letter.
pub const MOST: usize = 26;

/// How many of a stratum are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum Quota {
    /// A share in ten-thousandths; the bounds are in targets.
    Rate {
        /// The share.
        share: u32,
        /// At least so many.
        #[serde(default)]
        min: u32,
        /// At most so many.
        #[serde(default)]
        max: Option<u32>,
    },
    /// So many.
    Count {
        /// The number.
        n: u32,
    },
    /// All of them, in an order drawn by chance.
    All,
}

/// A stratum as it is declared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StratumRule {
    /// What it is called outside the office: a neutral word.
    pub label: String,
    /// What it means, for the office alone.
    pub meaning: String,
    /// Who belongs to it; without a clause everybody who is left.
    pub clauses: Vec<Clause>,
    /// How many are drawn.
    pub quota: Quota,
    /// How many stand by; without it as many as is usual.
    #[serde(default)]
    pub reserve: Option<u32>,
    /// Codes of the items that its targets are inspected for; empty: all of the task.
    #[serde(default)]
    pub items: Vec<String>,
}

/// What is wrong with the strata of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StratumFault {
    /// There is none.
    None,
    /// There are more than letters.
    TooMany,
    /// The last one is not for everybody who is left, so that somebody could fall through.
    NoRest,
    /// One before the last is for everybody, so that nobody comes to those behind it.
    Shadowed,
    /// It has no name.
    NoLabel,
    /// Its name tells outside the office what its targets are thought of.
    LabelTells {
        /// The word that does.
        word: String,
    },
    /// Another one has the same name.
    LabelTwice,
    /// A condition is wrong.
    Clause {
        /// Which, from 0.
        at: usize,
        /// What is wrong with it.
        fault: ClauseFault,
    },
    /// More than all of them.
    ShareTooLarge,
    /// It asks for at least more than at most.
    BoundsCross,
    /// It names an item that the task does not have.
    ItemUnknown {
        /// Its code.
        code: String,
    },
}

/// Words that must not stand in a name that is shown to the room.
const TELLING: [&str; 10] = [
    "不良",
    "失信",
    "黑名单",
    "异常",
    "违法",
    "高风险",
    "低风险",
    "投诉",
    "严重",
    "问题",
];

/// What is wrong with strata, each by its place; `None` where it is about all of them.
pub fn check(strata: &[StratumRule], items: &[String]) -> Vec<(Option<usize>, StratumFault)> {
    let mut faults = Vec::new();
    if strata.is_empty() {
        return vec![(None, StratumFault::None)];
    }
    if strata.len() > MOST {
        faults.push((None, StratumFault::TooMany));
    }
    let last = strata.len() - 1;
    for (at, stratum) in strata.iter().enumerate() {
        match stratum.clauses.is_empty() {
            true if at < last => faults.push((Some(at), StratumFault::Shadowed)),
            false if at == last => faults.push((Some(at), StratumFault::NoRest)),
            _ => {}
        }
        let twice = strata
            .iter()
            .take(at)
            .any(|other| other.label.trim() == stratum.label.trim());
        faults.extend(of_label(stratum, twice).map(|fault| (Some(at), fault)));
        faults.extend(of_quota(stratum.quota).map(|fault| (Some(at), fault)));
        let clauses = clause::check(&stratum.clauses).into_iter();
        faults.extend(clauses.map(|(clause, fault)| (Some(at), StratumFault::Clause { at: clause, fault })));
        let unknown = stratum.items.iter().filter(|code| !items.contains(code)).cloned();
        faults.extend(unknown.map(|code| (Some(at), StratumFault::ItemUnknown { code })));
    }
    faults
}

fn of_label(stratum: &StratumRule, twice: bool) -> Option<StratumFault> {
    let label = stratum.label.trim();
    if label.is_empty() {
        return Some(StratumFault::NoLabel);
    }
    if twice {
        return Some(StratumFault::LabelTwice);
    }
    let word = TELLING.into_iter().find(|word| label.contains(word))?;
    let word = word.to_owned();
    Some(StratumFault::LabelTells { word })
}

fn of_quota(quota: Quota) -> Option<StratumFault> {
    match quota {
        Quota::Rate { share, .. } if share > WHOLE => Some(StratumFault::ShareTooLarge),
        Quota::Rate {
            min, max: Some(max), ..
        } if min > max => Some(StratumFault::BoundsCross),
        Quota::Rate { .. } | Quota::Count { .. } | Quota::All => None,
    }
}

/// The letter of a stratum by its place.
pub fn key(at: usize) -> Option<char> {
    let at = u8::try_from(at).ok().filter(|at| usize::from(*at) < MOST)?;
    Some(char::from(b'A' + at))
}

impl Quota {
    /// As it is sealed. What the profile asks for at least holds where a share of anything is asked for at all.
    pub fn rule(self, profile: &RuleProfile) -> QuotaRule {
        let rounding = match profile.rounding {
            Rounding::HalfUp => DrawRounding::HalfUp,
            Rounding::Up => DrawRounding::Up,
            Rounding::Down => DrawRounding::Down,
        };
        match self {
            Self::Count { n } => QuotaRule::count(n.into()),
            Self::All => QuotaRule::rate(WHOLE.into(), DrawRounding::HalfUp, 0, None),
            Self::Rate { share, min, max } => {
                let least = if share == 0 {
                    min
                } else {
                    min.max(profile.at_least)
                };
                let max = max.map(|max| u64::from(max.max(least)));
                QuotaRule::rate(share.into(), rounding, least.into(), max)
            }
        }
    }
}

/// What a stratum comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// How many targets it has.
    pub size: u64,
    /// The rule as it is sealed.
    pub rule: QuotaRule,
    /// How many are drawn.
    pub quota: u64,
    /// How many stand by.
    pub reserve: u64,
    /// What there is to be said.
    pub remarks: Vec<StratumRemark>,
}

/// What is to be said of a stratum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StratumRemark {
    /// Nobody is in it.
    Empty,
    /// Of its targets none is drawn, although a share is asked for.
    RoundsToNone,
    /// Its share alone would have come to none; the least number lifts it to this.
    Raised {
        /// To how many.
        to: u64,
    },
    /// More are asked for than there are.
    AskedForMore {
        /// How many.
        asked: u64,
    },
    /// All are drawn: chance decides on the order.
    OrderOnly,
    /// So few that chance has little to choose from.
    Tiny,
    /// Fewer stand by than was asked for.
    FewerStandBy {
        /// How many were asked for.
        asked: u64,
    },
    /// Nobody stands by.
    NobodyStandsBy,
}

/// So few in a stratum call for a word, as the verifier's own notice does.
const TINY: u64 = 3;

/// As many stand by as is usual: five, or as many as are drawn.
const USUAL_RESERVE: u64 = 5;

impl StratumRule {
    /// What it comes to with so many targets.
    pub fn drawn(&self, size: u64, profile: &RuleProfile) -> Drawn {
        let rule = self.quota.rule(profile);
        let quota = rule.quota(size).unwrap_or(0);
        let left = size - quota.min(size);
        let usual = if profile.replacement {
            quota.max(USUAL_RESERVE)
        } else {
            0
        };
        let asked = self.reserve.map_or(usual, u64::from);
        let reserve = if quota == 0 { 0 } else { asked.min(left) };
        let mut drawn = Drawn {
            size,
            rule,
            quota,
            reserve,
            remarks: Vec::new(),
        };
        drawn.remarks = self.remarks(&drawn, profile);
        drawn
    }

    fn remarks(&self, drawn: &Drawn, profile: &RuleProfile) -> Vec<StratumRemark> {
        let Drawn {
            size, quota, reserve, ..
        } = *drawn;
        if size == 0 {
            return vec![StratumRemark::Empty];
        }
        let mut remarks = Vec::new();
        match self.quota {
            Quota::Rate { share, .. } if share > 0 && quota == 0 => remarks.push(StratumRemark::RoundsToNone),
            Quota::Rate { share, min: 0, max } if share > 0 => {
                let alone = RuleProfile {
                    at_least: 0,
                    ..profile.clone()
                };
                let alone = Quota::Rate { share, min: 0, max }.rule(&alone).quota(size);
                if alone == Some(0) {
                    remarks.push(StratumRemark::Raised { to: quota });
                }
            }
            Quota::Count { n } if u64::from(n) > size => {
                remarks.push(StratumRemark::AskedForMore { asked: n.into() });
            }
            Quota::Rate { .. } | Quota::Count { .. } | Quota::All => {}
        }
        if quota == size {
            remarks.push(StratumRemark::OrderOnly);
        } else if quota > 0 {
            let asked = self.reserve.map_or(0, u64::from);
            match reserve {
                0 => remarks.push(StratumRemark::NobodyStandsBy),
                reserve if reserve < asked => remarks.push(StratumRemark::FewerStandBy { asked }),
                _ => {}
            }
        }
        if quota > 0 && size < TINY {
            remarks.push(StratumRemark::Tiny);
        }
        remarks
    }
}
