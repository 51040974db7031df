//! How many may be drawn for an item: its own bounds, or what the office above ordered (N-09), held against what the strata come
//! to. Outside of them nothing can be sealed.

use crate::item::RatioAuthority;
use crate::roster::ratio::Bounds;
use crate::roster::words::ItemClass;
use crate::share::WHOLE;

/// What an item allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemBounds {
    /// Its code.
    pub code: String,
    /// General or key: a key one has no upper bound of its own.
    pub class: Option<ItemClass>,
    /// Who decides the ratio.
    pub authority: Option<RatioAuthority>,
    /// Not less and not more than this, in ten-thousandths.
    pub limits: Bounds,
}

impl ItemBounds {
    /// The share nearest to this one that it allows of a stratum; of those of risk more may be drawn where the office decides the
    /// ratio (N-05), and of a key one always.
    pub fn nearest(&self, share: u32, of_risk: bool) -> u32 {
        let superior = self.authority == Some(RatioAuthority::Superior);
        let free = !superior && (of_risk || self.class == Some(ItemClass::Key));
        let most = self.limits.max.filter(|_| !free);
        share.min(most.unwrap_or(WHOLE)).max(self.limits.min.unwrap_or(0))
    }
}

/// Why a draw is outside of what an item allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoundFault {
    /// Fewer than it must be.
    TooFew {
        /// The item.
        code: String,
        /// How many are drawn.
        quota: u64,
        /// How many must be at least.
        least: u64,
    },
    /// More than it may be.
    TooMany {
        /// The item.
        code: String,
        /// How many are drawn.
        quota: u64,
        /// How many may be at most.
        most: u64,
    },
    /// An office above decides, and what it decided is not written down.
    NotDecided {
        /// The item.
        code: String,
    },
}

/// Holds what is drawn for an item against its bounds. `base` is how many targets in scope can be inspected for it at all. A
/// fraction of a target is given: whichever way the profile rounds lies within.
pub fn check(item: &ItemBounds, base: u64, quota: u64) -> Vec<BoundFault> {
    let superior = item.authority == Some(RatioAuthority::Superior);
    if superior && item.limits.min.is_none() && item.limits.max.is_none() {
        let code = item.code.clone();
        return vec![BoundFault::NotDecided { code }];
    }
    let parts = |share: u32| u128::from(base) * u128::from(share);
    let whole = u128::from(WHOLE);
    let small = |number: u128| u64::try_from(number).unwrap_or(u64::MAX);
    let mut faults = Vec::new();
    if let Some(min) = item.limits.min {
        let least = small(parts(min) / whole);
        if quota < least {
            let code = item.code.clone();
            faults.push(BoundFault::TooFew { code, quota, least });
        }
    }
    // The notice of 2019 on this supervision: of key items the office may always inspect more, unless one above decides.
    let upper = item
        .limits
        .max
        .filter(|_| superior || item.class != Some(ItemClass::Key));
    if let Some(max) = upper {
        let most = small(parts(max).div_ceil(whole));
        if quota > most {
            let code = item.code.clone();
            faults.push(BoundFault::TooMany { code, quota, most });
        }
    }
    faults
}
