//! Strata ready to be taken over. Their shares are those that offices have published (30%, 10%, 2% and 1% by risk in Henan;
//! 3 to 5% of the ordinary ones in Shenzhen), to be changed to what the office's own list allows.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::bounds::ItemBounds;
use super::clause::{Clause, Field};
use super::stratum::{Quota, StratumRule};
use crate::plan::drawn::is_of_risk;

/// A usual way to divide a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Pattern {
    /// One stratum with everybody.
    Whole,
    /// By the three classes of credit.
    Credit,
    /// By the four levels of risk (F-03).
    Risk,
    /// Those that are looked at more, and the others.
    KeyAndRest,
}

impl Pattern {
    /// All of them.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name, which never changes.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Its parts: the clauses of each and its share. What each is called comes from whoever words things.
    pub fn parts(self) -> Vec<(Vec<Clause>, u32)> {
        match self {
            Self::Whole => vec![(Vec::new(), 500)],
            Self::Credit => vec![
                (vec![Clause::any(Field::Credit, &["poor"])], 2_000),
                (vec![Clause::any(Field::Credit, &["fair"])], 500),
                (Vec::new(), 100),
            ],
            Self::Risk => vec![
                (vec![Clause::any(Field::Risk, &["high"])], 3_000),
                (vec![Clause::any(Field::Risk, &["medium_high"])], 1_000),
                (vec![Clause::any(Field::Risk, &["medium"])], 200),
                (Vec::new(), 100),
            ],
            Self::KeyAndRest => {
                let flags = Field::Flags.choices().unwrap_or_default();
                vec![
                    (vec![Clause::any(Field::Flags, &flags)], 2_000),
                    (Vec::new(), 300),
                ]
            }
        }
    }

    /// Its strata, called `label(0)`, `label(1)` … and explained by `meaning`; their shares are within what an item allows, where
    /// one is given (N-09).
    pub fn strata(
        self,
        bounds: Option<&ItemBounds>,
        label: impl Fn(usize) -> String,
        meaning: impl Fn(Self, usize) -> String,
    ) -> Vec<StratumRule> {
        let parts = self.parts().into_iter().enumerate();
        let within = |share, clauses: &[Clause]| match bounds {
            Some(bounds) => bounds.nearest(share, is_of_risk(clauses)),
            None => share,
        };
        let stratum = |(at, (clauses, share)): (usize, (Vec<Clause>, u32))| StratumRule {
            label: label(at),
            meaning: meaning(self, at),
            quota: Quota::Rate {
                share: within(share, &clauses),
                min: 0,
                max: None,
            },
            clauses,
            reserve: None,
            items: Vec::new(),
        };
        parts.map(stratum).collect()
    }
}
