//! Chance that can be repeated: the same seed gives the same moments, faults and torn sectors again.

/// The seed of every sample; `SUNLOT_PROOF_SEED` gives another.
fn seed() -> u64 {
    std::env::var("SUNLOT_PROOF_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(26)
}

/// A stream of numbers (`SplitMix64`).
pub struct Dice(u64);

impl Dice {
    /// A stream of its own for each purpose.
    pub fn of(purpose: &str) -> Self {
        let salt = purpose.bytes().fold(seed(), |salt, byte| {
            (salt ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(salt)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    /// A part of one.
    pub fn part(&mut self) -> f64 {
        self.below(1 << 24) as f64 / f64::from(1 << 24)
    }

    /// Heads.
    pub fn heads(&mut self) -> bool {
        self.below(2) == 0
    }

    /// So many of these, in their order; all of them where there are no more.
    pub fn some<T>(&mut self, mut of: Vec<T>, count: usize) -> Vec<T> {
        while of.len() > count {
            of.remove(self.below(of.len()));
        }
        of
    }
}
