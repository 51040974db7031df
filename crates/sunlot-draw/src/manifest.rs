//! The manifest: everything that is sealed before any random number exists.
//!
//! Types and their canonical form only. What a manifest must fulfil is `rules`, its digest and code `commitment`.

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::free::Fields;
use crate::hash::Tagged;
use crate::hex::{Digest, PublicKey};
use crate::leaf::{Exclusion, Inspector, Leaf, Recusal, Row, Target};
use crate::protocol::Protocol;
use crate::text::{Task, Text};
use crate::time::Time;

/// List, rules, seats and the place in the chain: what the commitment covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The version of the protocol.
    pub protocol: Protocol,
    /// The draw's own name, never used twice.
    pub draw_id: Text,
    /// The task it belongs to.
    pub task: Task,
    /// Its place among all sealed draws of the office, from 1.
    pub sequence: u64,
    /// The digest of the record before; zeros for the first.
    pub previous: Digest,
    /// 1 + the number of earlier records of this task.
    pub attempt: u64,
    /// The record whose drawn targets this draw mans.
    pub basis: Option<Digest>,
    /// Earlier records amended so far.
    pub amended: Vec<Amended>,
    /// The station's public key.
    pub station: PublicKey,
    /// The office.
    pub office: Office,
    /// What the draw is called.
    pub title: Text,
    /// When it was made.
    pub created_at: Time,
    /// The witnesses.
    pub seats: Vec<Seat>,
    /// Digits the witnesses drew before sealing.
    pub challenge: Text,
    /// What may be inspected.
    pub items: Vec<Item>,
    /// The pool, stratum by stratum.
    pub strata: Vec<Stratum>,
    /// In scope, but not in the pool.
    pub exclusions: Vec<Leaf<Exclusion>>,
    /// The inspectors. Never sealed: crews could not be recomputed.
    pub inspectors: Vec<Inspector>,
    /// Who must not go where. Never sealed, for the same reason.
    pub recusals: Vec<Recusal>,
    /// How work is shared out.
    pub crew: CrewRule,
    /// The office's own.
    pub ext: Option<Fields>,
}

/// An earlier record that was amended, with the digest of its last amendment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Amended {
    /// That amendment.
    pub digest: Digest,
    /// The record's sequence.
    pub sequence: u64,
}

/// An office: region code and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Office {
    /// Its code.
    pub code: Text,
    /// Its name.
    pub name: Text,
}

/// A witness's seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Seat {
    /// The name shown in public.
    pub alias: Text,
    /// What the witness is: a deputy, a member of the consultative conference, a reporter.
    pub role: Text,
}

/// An inspection item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its code.
    pub code: Text,
    /// Its name.
    pub name: Text,
}

/// One part of the pool, drawn from by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stratum {
    /// Its key: A, B, C …
    pub key: Text,
    /// A neutral name.
    pub label: Text,
    /// Codes of the items its targets are inspected for.
    pub items: Vec<Text>,
    /// How the quota follows from the number of targets.
    pub rule: QuotaRule,
    /// How many are drawn.
    pub quota: u64,
    /// How many stand by.
    pub reserve: u64,
    /// The places in each crew, the strictest first.
    pub slots: Vec<Slot>,
    /// The candidates, sorted by id; a number is a place from 1.
    pub targets: Vec<Leaf<Target>>,
}

/// How a quota follows from the number of targets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum QuotaRule {
    /// A share in hundredths of a percent, between bounds.
    Rate(Rate),
    /// A fixed number.
    Count(Count),
}

/// N·bp / 10000, rounded, raised to `min`, lowered to `max` and to N.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rate {
    /// Basis points.
    pub bp: u64,
    kind: RateKind,
    /// At most so many.
    pub max: Option<u64>,
    /// At least so many.
    pub min: u64,
    /// Which way a fraction goes.
    pub rounding: Rounding,
}

/// The smaller of n and N.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count {
    kind: CountKind,
    /// The number.
    pub n: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
enum RateKind {
    #[serde(rename = "rate")]
    Rate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
enum CountKind {
    #[serde(rename = "count")]
    Count,
}

/// Which way a fraction goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// Up.
    Up,
    /// A half and more goes up.
    HalfUp,
    /// Down.
    Down,
}

/// A place in a crew. `dept` and `skill` may be absent or null, which mean the same and hash differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Slot {
    /// The department asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dept: Option<Option<Text>>,
    /// Who leads, who assists.
    pub role: Text,
    /// The skill asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skill: Option<Option<Text>>,
}

/// How work is shared out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CrewRule {
    /// Whether the least loaded go first.
    pub balance: bool,
    /// The most that one inspector takes; 0: no limit.
    pub cap: u64,
}

impl QuotaRule {
    /// A rate rule.
    pub const fn rate(bp: u64, rounding: Rounding, min: u64, max: Option<u64>) -> Self {
        Self::Rate(Rate {
            bp,
            kind: RateKind::Rate,
            max,
            min,
            rounding,
        })
    }

    /// A count rule.
    pub const fn count(n: u64) -> Self {
        Self::Count(Count {
            kind: CountKind::Count,
            n,
        })
    }

    /// The quota for so many targets; none where the rate is above 100%.
    pub fn quota(&self, targets: u64) -> Option<u64> {
        match self {
            Self::Count(count) => Some(count.n.min(targets)),
            Self::Rate(rate) if rate.bp > 10_000 => None,
            Self::Rate(rate) => {
                let parts = u128::from(targets) * u128::from(rate.bp);
                let rounded = match rate.rounding {
                    Rounding::Up => parts.div_ceil(10_000),
                    Rounding::HalfUp => (parts + 5_000) / 10_000,
                    Rounding::Down => parts / 10_000,
                };
                // At 100% or less the share is no more than the targets, so it fits.
                let share = u64::try_from(rounded).unwrap_or(targets);
                let lowered = share.max(rate.min).min(rate.max.unwrap_or(u64::MAX));
                Some(lowered.min(targets))
            }
        }
    }
}

impl Slot {
    /// Whether somebody with this department and these skills may take the slot.
    pub fn suits(&self, dept: &Text, skills: &[Text]) -> bool {
        let dept_suits = self.dept.iter().flatten().all(|asked| asked == dept);
        dept_suits && self.skill.iter().flatten().all(|asked| skills.contains(asked))
    }
}

impl Stratum {
    /// N: how many targets it has.
    pub const fn size(&self) -> u64 {
        self.targets.len() as u64
    }

    /// The target of this number.
    pub fn target(&self, number: u64) -> Option<&Leaf<Target>> {
        let place = usize::try_from(number.checked_sub(1)?).ok()?;
        self.targets.get(place)
    }
}

/// The strata of a manifest by their keys, for whoever asks often; of two with one key the first.
pub(crate) struct StrataByKey<'m>(HashMap<&'m str, (usize, &'m Stratum), FxBuildHasher>);

impl<'m> StrataByKey<'m> {
    pub fn new(manifest: &'m Manifest) -> Self {
        let mut by_key = HashMap::with_hasher(FxBuildHasher);
        for (at, stratum) in manifest.strata.iter().enumerate() {
            by_key.entry(&*stratum.key).or_insert((at, stratum));
        }
        Self(by_key)
    }

    pub fn stratum(&self, key: &str) -> Option<&'m Stratum> {
        self.0.get(key).map(|(_, stratum)| *stratum)
    }

    pub fn position(&self, key: &str) -> Option<usize> {
        self.0.get(key).map(|(at, _)| *at)
    }
}

impl Manifest {
    /// The stratum of this key; of two with one key the first.
    pub fn stratum(&self, key: &str) -> Option<&Stratum> {
        self.strata.iter().find(|stratum| &*stratum.key == key)
    }

    /// The target of this number in this stratum.
    pub fn target(&self, stratum: &str, number: u64) -> Option<&Leaf<Target>> {
        self.stratum(stratum)?.target(number)
    }

    /// M: what the commitment, and every digest above it, covers of this manifest.
    pub fn digest(&self) -> Digest {
        let view = View {
            manifest: self,
            leaves: Leaves::AsDigests,
        };
        Tagged::new(self.protocol, "manifest").jcs(&view).digest()
    }
}

impl Serialize for Manifest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        View {
            manifest: self,
            leaves: Leaves::AsTheyStand,
        }
        .serialize(serializer)
    }
}

/// How leaves are written.
#[derive(Clone, Copy)]
enum Leaves {
    AsTheyStand,
    AsDigests,
}

/// A manifest, written in one of two ways: for the file, and for its digest.
struct View<'m> {
    manifest: &'m Manifest,
    leaves: Leaves,
}

struct StratumView<'m> {
    stratum: &'m Stratum,
    protocol: Protocol,
    leaves: Leaves,
}

struct LeafView<'m, L> {
    list: &'m [L],
    protocol: Protocol,
    leaves: Leaves,
}

impl View<'_> {
    const fn list<'m, L>(&self, list: &'m [L]) -> LeafView<'m, L> {
        LeafView {
            list,
            protocol: self.manifest.protocol,
            leaves: self.leaves,
        }
    }
}

impl Serialize for View<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let manifest = self.manifest;
        let (protocol, leaves) = (manifest.protocol, self.leaves);
        let strata: Vec<_> = manifest
            .strata
            .iter()
            .map(|stratum| StratumView {
                stratum,
                protocol,
                leaves,
            })
            .collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("amended", &manifest.amended)?;
        map.serialize_entry("attempt", &manifest.attempt)?;
        map.serialize_entry("basis", &manifest.basis)?;
        map.serialize_entry("challenge", &manifest.challenge)?;
        map.serialize_entry("createdAt", &manifest.created_at)?;
        map.serialize_entry("crew", &manifest.crew)?;
        map.serialize_entry("drawId", &manifest.draw_id)?;
        map.serialize_entry("exclusions", &self.list(&manifest.exclusions))?;
        if let Some(ext) = &manifest.ext {
            map.serialize_entry("ext", ext)?;
        }
        map.serialize_entry("inspectors", &self.list(&manifest.inspectors))?;
        map.serialize_entry("items", &manifest.items)?;
        map.serialize_entry("office", &manifest.office)?;
        map.serialize_entry("previous", &manifest.previous)?;
        map.serialize_entry("protocol", &protocol)?;
        map.serialize_entry("recusals", &self.list(&manifest.recusals))?;
        map.serialize_entry("seats", &manifest.seats)?;
        map.serialize_entry("sequence", &manifest.sequence)?;
        map.serialize_entry("station", &manifest.station)?;
        map.serialize_entry("strata", &strata)?;
        map.serialize_entry("task", &manifest.task)?;
        map.serialize_entry("title", &manifest.title)?;
        map.end()
    }
}

impl Serialize for StratumView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let stratum = self.stratum;
        let targets = LeafView {
            list: &stratum.targets,
            protocol: self.protocol,
            leaves: self.leaves,
        };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("items", &stratum.items)?;
        map.serialize_entry("key", &stratum.key)?;
        map.serialize_entry("label", &stratum.label)?;
        map.serialize_entry("quota", &stratum.quota)?;
        map.serialize_entry("reserve", &stratum.reserve)?;
        map.serialize_entry("rule", &stratum.rule)?;
        map.serialize_entry("slots", &stratum.slots)?;
        map.serialize_entry("targets", &targets)?;
        map.end()
    }
}

impl<L: Row> Serialize for LeafView<'_, L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.leaves {
            Leaves::AsTheyStand => serializer.collect_seq(self.list),
            Leaves::AsDigests => {
                serializer.collect_seq(self.list.iter().map(|leaf| leaf.digest(self.protocol)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quota_follows_from_the_rule() {
        use Rounding::{Down, HalfUp, Up};
        for (targets, rule, quota, why) in [
            (101, QuotaRule::rate(500, Up, 0, None), 6, "5.05 goes up"),
            (101, QuotaRule::rate(500, Down, 0, None), 5, "5.05 goes down"),
            (30, QuotaRule::rate(500, HalfUp, 0, None), 2, "1.5 goes up"),
            (29, QuotaRule::rate(500, HalfUp, 0, None), 1, "1.45 goes down"),
            (100, QuotaRule::rate(100, Up, 5, None), 5, "raised to min"),
            (100, QuotaRule::rate(5_000, Up, 0, Some(30)), 30, "lowered to max"),
            (3, QuotaRule::rate(1, Up, 5, None), 3, "lowered to N"),
            (
                9,
                QuotaRule::rate(1, Up, 5, Some(2)),
                2,
                "raised first, then lowered",
            ),
            (0, QuotaRule::rate(10_000, Up, 1, None), 0, "of nobody nobody"),
            (7, QuotaRule::rate(10_000, Down, 0, None), 7, "all"),
            (7, QuotaRule::count(3), 3, "a count"),
            (2, QuotaRule::count(3), 2, "the smaller of n and N"),
        ] {
            assert_eq!(rule.quota(targets), Some(quota), "{why}");
        }
        assert_eq!(
            QuotaRule::rate(10_001, Up, 0, None).quota(7),
            None,
            "more than all is no rate"
        );
    }
}
