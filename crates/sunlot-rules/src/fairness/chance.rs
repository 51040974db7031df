//! The chance of a target, exactly: quota out of N, the same for each of a stratum.

use sunlot_draw::Manifest;

/// A chance as a fraction in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chance {
    /// So many …
    pub numerator: u64,
    /// … of so many; never 0.
    pub denominator: u64,
}

impl Chance {
    /// So many of so many; of nobody it is none.
    pub fn of(part: u64, whole: u64) -> Self {
        match divisor(part, whole) {
            divisor if whole > 0 => Self {
                numerator: part / divisor,
                denominator: whole / divisor,
            },
            _ => Self {
                numerator: 0,
                denominator: 1,
            },
        }
    }

    /// In ten-thousandths, a half and more going up.
    pub fn ten_thousandths(self) -> u32 {
        let (part, whole) = (u128::from(self.numerator), u128::from(self.denominator));
        u32::try_from((part * 20_000 + whole) / (2 * whole)).unwrap_or(u32::MAX)
    }
}

fn divisor(mut one: u64, mut other: u64) -> u64 {
    while other > 0 {
        (one, other) = (other, one % other);
    }
    one.max(1)
}

/// The chances in one stratum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StratumChance {
    /// The stratum's key.
    pub stratum: String,
    /// N.
    pub targets: u64,
    /// How many are drawn.
    pub quota: u64,
    /// How many stand by.
    pub reserve: u64,
    /// The chance of being drawn.
    pub drawn: Chance,
    /// The chance of standing by.
    pub standing_by: Chance,
}

/// The chances in every stratum, in the manifest's order.
pub fn chances(manifest: &Manifest) -> Vec<StratumChance> {
    let strata = manifest.strata.iter();
    let chance = |stratum: &sunlot_draw::manifest::Stratum| StratumChance {
        stratum: stratum.key.to_string(),
        targets: stratum.size(),
        quota: stratum.quota,
        reserve: stratum.reserve,
        drawn: Chance::of(stratum.quota, stratum.size()),
        standing_by: Chance::of(stratum.reserve, stratum.size()),
    };
    strata.map(chance).collect()
}
