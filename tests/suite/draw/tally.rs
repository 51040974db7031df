//! What is counted over many draws, and how far from even chance lets the counts stray.
//!
//! It knows nothing of how a draw is made, so the true draw (`statistics`) and the wrong ones (`controls`) are held to
//! the same measure.

use std::fmt;
use std::iter::Sum;

use sha2::{Digest as _, Sha256};
use sunlot_draw::{Digest, Protocol, stream::Stream};

/// One in a million on either side: the normal quantile of 1 − 10⁻⁶. The seeds are fixed, so a draw that passes always
/// passes; this is the chance that a draw without fault fails on the day when somebody changes seeds or protocol.
const STRAY: f64 = 4.753_424;

/// The seed of this round: the digest of its number, so that nobody chose it.
pub fn seed(round: usize) -> Digest {
    Digest::new(Sha256::digest(format!("round {round}")).into())
}

/// The words that this seed opens for a test.
pub fn words(seed: &Digest) -> Stream {
    Stream::new(Protocol::Sunlot1, seed, "test")
}

/// A sum of squares that chance spreads like chi-square, with its degrees of freedom.
#[derive(Debug, Clone, Copy)]
pub struct ChiSquare {
    pub value: f64,
    pub freedom: usize,
}

/// What a sum of squares says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Counts lie closer together than chance lets them: somebody has been making them even.
    TooEven,
    /// Nothing speaks against chance.
    Chance,
    /// Counts lie further apart than chance lets them: somebody is preferred.
    TooUneven,
}

impl ChiSquare {
    pub fn verdict(self) -> Verdict {
        match self.value {
            low if low < self.quantile(-STRAY) => Verdict::TooEven,
            high if high > self.quantile(STRAY) => Verdict::TooUneven,
            _ => Verdict::Chance,
        }
    }

    /// What chance exceeds as rarely as a normal number exceeds `z`, as Wilson and Hilferty found it (1931): the cube
    /// root of chi-square over its freedom is nearly normal, with variance 2/9 per degree.
    fn quantile(self, z: f64) -> f64 {
        let variance = 2.0 / (9.0 * self.freedom as f64);
        let root = 1.0 - variance + z * variance.sqrt();
        self.freedom as f64 * root.max(0.0).powi(3)
    }
}

/// Sums that do not depend on each other make one.
impl Sum for ChiSquare {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(
            Self {
                value: 0.0,
                freedom: 0,
            },
            |sum, part| Self {
                value: sum.value + part.value,
                freedom: sum.freedom + part.freedom,
            },
        )
    }
}

impl fmt::Display for ChiSquare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (least, most) = (self.quantile(-STRAY), self.quantile(STRAY));
        let Self { value, freedom } = self;
        write!(
            f,
            "chi-square {value:.1} at {freedom} degrees of freedom, where chance stays between {least:.1} and {most:.1}"
        )
    }
}

/// The same number drawn from the same list, again and again, each time in the order in which they fell.
///
/// Within one draw nobody falls twice, so counts hang together, and Pearson's plain sum would be too small. Each
/// statistic divides by the variance that drawing without replacement has in its own direction, and the directions are
/// at right angles: who, then with whom, then in which place. None of the three sees what the other two see.
pub struct Sample {
    list: usize,
    each: usize,
    draws: Vec<Vec<u32>>,
}

impl Sample {
    /// These draws from a list of so many, counted from 0.
    pub fn new(list: usize, draws: Vec<Vec<u32>>) -> Self {
        let each = draws.first().map_or(0, Vec::len);
        for draw in &draws {
            let mut seen = vec![false; list];
            draw.iter().for_each(|drawn| seen[*drawn as usize] = true);
            let different = seen.iter().filter(|seen| **seen).count();
            assert_eq!(
                (draw.len(), different),
                (each, each),
                "so many, each once: {draw:?}"
            );
        }
        Self { list, each, draws }
    }

    /// One draw for each of the first seeds.
    pub fn drawn(list: usize, rounds: usize, mut draw: impl FnMut(&Digest) -> Vec<u32>) -> Self {
        Self::new(list, (0..rounds).map(|round| draw(&seed(round))).collect())
    }

    /// N, k and how many draws.
    fn sizes(&self) -> (f64, f64, f64) {
        (self.list as f64, self.each as f64, self.draws.len() as f64)
    }

    /// How often each was drawn.
    fn counts(&self) -> Vec<f64> {
        let mut counts = vec![0.0; self.list];
        self.draws
            .iter()
            .flatten()
            .for_each(|drawn| counts[*drawn as usize] += 1.0);
        counts
    }

    /// The variance of a count over one draw, in any direction that sums to zero: k/N·(1 − k/N)·N/(N−1).
    fn variance(&self) -> f64 {
        let (n, k, _) = self.sizes();
        k / n * (1.0 - k / n) * n / (n - 1.0)
    }

    /// Who: is each drawn equally often? N − 1 degrees of freedom, as the counts sum to k per draw.
    pub fn selection(&self) -> ChiSquare {
        let (n, k, draws) = self.sizes();
        let strays = self
            .counts()
            .into_iter()
            .map(|count| (count - draws * k / n).powi(2));
        ChiSquare {
            value: strays.sum::<f64>() / (draws * self.variance()),
            freedom: self.list - 1,
        }
    }

    /// With whom: is each pair drawn together equally often, once it is known how often each of the two is drawn?
    ///
    /// Of the N(N−1)/2 counts of pairs, N follow from the counts of single ones: N(N−3)/2 degrees of freedom. There the
    /// covariance of pairs has one eigenvalue (they form a Johnson scheme): p2 − 2·p3 + p4, where pm is the chance that
    /// m given ones are all drawn.
    pub fn pairs(&self) -> ChiSquare {
        let (n, k, draws) = self.sizes();
        let mut together = vec![vec![0.0; self.list]; self.list];
        for draw in &self.draws {
            for (one, other) in draw
                .iter()
                .flat_map(|one| draw.iter().map(move |other| (one, other)))
            {
                together[*one as usize][*other as usize] += 1.0;
            }
        }
        let expected = draws * k * (k - 1.0) / (n * (n - 1.0));
        let counts = self.counts();
        let explained = |of: usize| (k - 1.0) * (counts[of] - draws * k / n) / (n - 2.0);
        let stray =
            |one: usize, other: usize| together[one][other] - expected - explained(one) - explained(other);
        let strays = (0..self.list).flat_map(|one| (0..one).map(move |other| (one, other)));
        let squares: f64 = strays.map(|(one, other)| stray(one, other).powi(2)).sum();
        let variance = k * (k - 1.0) * (n - k) * (n - k - 1.0) / (n * (n - 1.0) * (n - 2.0) * (n - 3.0));
        ChiSquare {
            value: squares / (draws * variance),
            freedom: self.list * (self.list - 3) / 2,
        }
    }

    /// In which place: does each fall in each place equally often, once it is known how often it is drawn?
    ///
    /// (k − 1)·(N − 1) degrees of freedom: the counts of one place sum to the draws, and those of one target are known.
    /// The variance of what remains is 1/(N − 1) per draw.
    pub fn places(&self) -> ChiSquare {
        let (n, k, draws) = self.sizes();
        let mut at = vec![vec![0.0; self.each]; self.list];
        for draw in &self.draws {
            draw.iter()
                .enumerate()
                .for_each(|(place, drawn)| at[*drawn as usize][place] += 1.0);
        }
        let strays = |places: Vec<f64>| {
            let mean = places.iter().sum::<f64>() / k;
            places.into_iter().map(move |count| (count - mean).powi(2))
        };
        ChiSquare {
            value: at.into_iter().flat_map(strays).sum::<f64>() * (n - 1.0) / draws,
            freedom: (self.each - 1) * (self.list - 1),
        }
    }

    /// Whether two draws of each round know of each other: one's target × the other's, (N − 1)·(M − 1) degrees.
    pub fn beside(&self, other: &Self) -> ChiSquare {
        assert_eq!(self.draws.len(), other.draws.len(), "round by round");
        let mut both = vec![vec![0.0; other.list]; self.list];
        for (draw, beside) in self.draws.iter().zip(&other.draws) {
            for (one, two) in draw
                .iter()
                .flat_map(|one| beside.iter().map(move |two| (one, two)))
            {
                both[*one as usize][*two as usize] += 1.0;
            }
        }
        let ((n, k, draws), (m, l, _)) = (self.sizes(), other.sizes());
        let (ones, twos) = (self.counts(), other.counts());
        let stray = |(one, two): (usize, usize)| {
            let explained = l / m * ones[one] + k / n * twos[two] - draws * k / n * l / m;
            (both[one][two] - explained).powi(2)
        };
        let cells = (0..self.list).flat_map(|one| (0..other.list).map(move |two| (one, two)));
        ChiSquare {
            value: cells.map(stray).sum::<f64>() / (draws * self.variance() * other.variance()),
            freedom: (self.list - 1) * (other.list - 1),
        }
    }

    /// How many draws came out, place for place, as an earlier one did.
    pub fn repeats(&self) -> usize {
        let mut different: Vec<&Vec<u32>> = self.draws.iter().collect();
        different.sort_unstable();
        different.dedup();
        self.draws.len() - different.len()
    }
}

#[test]
fn the_limits_of_chance_are_those_of_the_exact_distribution() {
    // Exact quantiles at 10⁻⁶ and 1 − 10⁻⁶, from the incomplete gamma function at 15 digits.
    for (freedom, least, most) in [
        (7, 0.0785, 40.52),
        (8, 0.142, 42.70),
        (20, 2.554, 65.42),
        (49, 15.32, 111.14),
        (546, 403.05, 717.71),
    ] {
        let chi = ChiSquare { value: 0.0, freedom };
        let (low, high) = (chi.quantile(-STRAY), chi.quantile(STRAY));
        assert!(
            (0.0..0.5).contains(&(least - low)) && (0.0..1.5).contains(&(high - most)),
            "{freedom} degrees: {low} … {high} lets chance stray a little more than {least} … {most}, never less"
        );
    }
}
