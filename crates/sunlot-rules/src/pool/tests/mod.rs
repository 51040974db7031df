//! The pool, read like an office's rules: given these targets, these visits, this day → in, or out, because …

mod obligations;
mod people;
mod strata;

use std::collections::BTreeMap;

use strum::VariantArray;

use super::*;
use crate::cap::{VisitBy, VisitFact};
use crate::item::RatioAuthority;
use crate::profile::{Preset, Rounding};
use crate::roster::ratio::Bounds;
use crate::roster::words::{ItemClass, TriggerFlag};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A registry to be written down quickly: each target a list of values by column.
#[derive(Default)]
struct Sample {
    texts: Vec<Vec<String>>,
    of: Vec<Vec<u32>>,
    flags: Vec<u16>,
    visits: Vec<(usize, VisitFact)>,
    ready: Visits,
}

impl Sample {
    fn new() -> Self {
        let columns = Column::VARIANTS.len();
        Self {
            texts: vec![Vec::new(); columns],
            of: vec![Vec::new(); columns],
            ..Self::default()
        }
    }

    /// Adds an enterprise that is in business, but for what is said.
    fn target(&mut self, said: &[(Column, &str)]) -> usize {
        let at = self.flags.len();
        for (place, column) in Column::VARIANTS.iter().enumerate() {
            let usual = match column {
                Column::Kind => "enterprise",
                Column::Status => "active",
                Column::Membership => "in",
                _ => "",
            };
            let value = said
                .iter()
                .find(|(said, _)| said == column)
                .map_or(usual, |(_, value)| value);
            let known = self.texts[place].iter().position(|text| text == value);
            let known = known.unwrap_or_else(|| {
                self.texts[place].push(value.to_owned());
                self.texts[place].len() - 1
            });
            self.of[place].push(u32::try_from(known).unwrap());
        }
        self.flags.push(0);
        at
    }

    fn visited(&mut self, at: usize, days: &[&str]) {
        for (id, on) in days.iter().enumerate() {
            let fact = VisitFact {
                id: i64::try_from(id).unwrap(),
                first: day(on),
                last: day(on),
                times: 1,
                told: false,
                counted: true,
                modes: Vec::new(),
                by: VisitBy::Own,
                case: false,
            };
            self.visits.push((at, fact));
        }
        self.ready = Visits::new(self.visits.clone());
    }

    fn registry(&self) -> Registry<'_> {
        let column = |column: Column| {
            let place = Column::VARIANTS
                .iter()
                .position(|other| *other == column)
                .unwrap();
            Values {
                texts: &self.texts[place],
                of: &self.of[place],
            }
        };
        Registry::new(self.flags.len(), column, &self.flags, &self.ready)
    }
}

fn stratum(label: &str, clauses: Vec<Clause>, quota: Quota) -> StratumRule {
    StratumRule {
        label: label.to_owned(),
        meaning: String::new(),
        clauses,
        quota,
        reserve: None,
        items: Vec::new(),
    }
}

const fn rate(share: u32) -> Quota {
    Quota::Rate {
        share,
        min: 0,
        max: None,
    }
}

fn everybody() -> Vec<StratumRule> {
    vec![stratum("甲类", Vec::new(), rate(500))]
}

/// What a task says, with nothing out of the ordinary.
struct Asked {
    scope: Vec<Clause>,
    tags: Vec<String>,
    strata: Vec<StratumRule>,
    profile: RuleProfile,
    superior: String,
    key_area: bool,
    by_hand: BTreeMap<usize, i64>,
    due: BTreeMap<usize, i64>,
}

fn asked() -> Asked {
    Asked {
        scope: Vec::new(),
        tags: Vec::new(),
        strata: everybody(),
        profile: RuleProfile::default(),
        superior: String::new(),
        key_area: false,
        by_hand: BTreeMap::new(),
        due: BTreeMap::new(),
    }
}

impl Asked {
    fn request(&self) -> PoolRequest<'_> {
        PoolRequest {
            scope: &self.scope,
            item_tags: &self.tags,
            strata: &self.strata,
            from: day("2026-11-20"),
            profile: &self.profile,
            superior: &self.superior,
            key_area: self.key_area,
            by_hand: &self.by_hand,
            due: &self.due,
        }
    }

    fn place(&self, sample: &Sample, at: usize) -> Place {
        build(&sample.registry(), &self.request()).places[at]
    }
}
