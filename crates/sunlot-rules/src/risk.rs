//! Grading by risk (Huantai article 9; F-01 to F-04): the highest risk of what a target does, four factors with points, the higher
//! of both, and a lowering by hand that has a reason and a day on which it is looked at again.
//!
//! Thresholds are data: the article names the factors and leaves the points to each office.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::day::Day;

pub use crate::roster::words::RiskLevel;

/// The four factors.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RiskFactor {
    /// How far safety has been built up.
    SafetyBuilding,
    /// How grave its hidden dangers are.
    HiddenDangers,
    /// How well it is managed within.
    InternalManagement,
    /// How well it keeps the law.
    LawAbidance,
}

impl RiskFactor {
    /// All of them.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name, which never changes.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// The most points that a factor may have: more points, more risk.
pub const MOST_POINTS: u8 = 25;

/// The most points of all four.
const MOST_SCORE: u8 = 100;

/// Points by factor, in the factors' order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreSheet {
    /// For how far safety has been built up.
    pub safety_building: u8,
    /// For its hidden dangers.
    pub hidden_dangers: u8,
    /// For its management.
    pub internal_management: u8,
    /// For how it keeps the law.
    pub law_abidance: u8,
}

/// Why something of the grading cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiskFault {
    /// More points than a factor may have.
    TooManyPoints {
        /// Which.
        factor: RiskFactor,
        /// How many it was given.
        found: u8,
    },
    /// The thresholds do not rise, or lie beyond what can be reached.
    Thresholds,
    /// The level by hand is not lower.
    NotLower,
    /// Lowered without a reason.
    ReasonMissing,
    /// The day on which it is looked at again is not in the future, or more than a year away.
    ReviewDay,
}

impl ScoreSheet {
    /// The points of a factor.
    pub const fn points(&self, factor: RiskFactor) -> u8 {
        match factor {
            RiskFactor::SafetyBuilding => self.safety_building,
            RiskFactor::HiddenDangers => self.hidden_dangers,
            RiskFactor::InternalManagement => self.internal_management,
            RiskFactor::LawAbidance => self.law_abidance,
        }
    }

    /// All points together; or every factor that has too many.
    pub fn total(&self) -> Result<u8, Vec<RiskFault>> {
        let mut faults = Vec::new();
        let mut total = 0u8;
        for factor in RiskFactor::ALL {
            match self.points(*factor) {
                found if found > MOST_POINTS => faults.push(RiskFault::TooManyPoints {
                    factor: *factor,
                    found,
                }),
                points => total += points,
            }
        }
        if faults.is_empty() { Ok(total) } else { Err(faults) }
    }
}

/// From how many points on a level begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// Medium.
    pub medium: u8,
    /// Between medium and high.
    pub medium_high: u8,
    /// High.
    pub high: u8,
}

impl Default for Thresholds {
    /// Quarters of all points.
    fn default() -> Self {
        Self {
            medium: 25,
            medium_high: 50,
            high: 75,
        }
    }
}

impl Thresholds {
    /// Whether each level can be reached.
    pub const fn check(self) -> Result<Self, RiskFault> {
        let rise = 0 < self.medium && self.medium < self.medium_high && self.medium_high < self.high;
        if rise && self.high <= MOST_SCORE {
            Ok(self)
        } else {
            Err(RiskFault::Thresholds)
        }
    }

    /// The level of so many points.
    pub const fn level(self, score: u8) -> RiskLevel {
        match score {
            score if score >= self.high => RiskLevel::High,
            score if score >= self.medium_high => RiskLevel::MediumHigh,
            score if score >= self.medium => RiskLevel::Medium,
            _ => RiskLevel::Low,
        }
    }
}

/// A grading, with what it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grading {
    /// The highest level of what the target does; `None` where nobody has said what it does.
    pub inherent: Option<RiskLevel>,
    /// All points together.
    pub score: u8,
    /// The level by points.
    pub scored: RiskLevel,
    /// The higher of both.
    pub level: RiskLevel,
}

/// Grades a target: by what it does (F-01), by the four factors (F-02), and by the higher of both.
pub fn grade(
    activities: &[RiskLevel],
    sheet: &ScoreSheet,
    thresholds: Thresholds,
) -> Result<Grading, Vec<RiskFault>> {
    let thresholds = thresholds.check().map_err(|fault| vec![fault])?;
    let score = sheet.total()?;
    let scored = thresholds.level(score);
    let inherent = activities.iter().max().copied();
    Ok(Grading {
        inherent,
        score,
        scored,
        level: inherent.map_or(scored, |inherent| inherent.max(scored)),
    })
}

/// A level that was lowered by hand, while the risk is under control (F-04).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lowering {
    to: RiskLevel,
    reason: String,
    review_on: Day,
}

/// The longest time after which a lowering is looked at again, in days.
const LONGEST: i32 = 366;

impl Lowering {
    /// Lowers a level from a day on.
    pub fn new(
        from: RiskLevel,
        to: RiskLevel,
        reason: &str,
        review_on: Day,
        today: Day,
    ) -> Result<Self, Vec<RiskFault>> {
        let reason = reason.trim();
        let review = (1..=LONGEST).contains(&(review_on.number() - today.number()));
        let faults: Vec<RiskFault> = [
            (to >= from).then_some(RiskFault::NotLower),
            reason.is_empty().then_some(RiskFault::ReasonMissing),
            (!review).then_some(RiskFault::ReviewDay),
        ]
        .into_iter()
        .flatten()
        .collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Self {
            to,
            reason: reason.to_owned(),
            review_on,
        })
    }

    /// The level.
    pub const fn to(&self) -> RiskLevel {
        self.to
    }

    /// Why.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// When it is looked at again.
    pub const fn review_on(&self) -> Day {
        self.review_on
    }

    /// The level on a day: the lower one until it is to be looked at again, then the graded one.
    pub fn level(&self, graded: RiskLevel, on: Day) -> RiskLevel {
        if on < self.review_on {
            graded.min(self.to)
        } else {
            graded
        }
    }
}

/// How often a level is inspected (F-03): a start that every office may change. In ten-thousandths, as the provincial bureau of
/// Henan had it in 2021.
pub const fn usual_ratio(level: RiskLevel) -> u32 {
    match level {
        RiskLevel::High => 3_000,
        RiskLevel::MediumHigh => 1_000,
        RiskLevel::Medium => 200,
        RiskLevel::Low => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use RiskLevel::{High, Low, Medium, MediumHigh};

    fn sheet(points: [u8; 4]) -> ScoreSheet {
        ScoreSheet {
            safety_building: points[0],
            hidden_dangers: points[1],
            internal_management: points[2],
            law_abidance: points[3],
        }
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn f_01_the_most_dangerous_thing_that_is_done_counts() {
        let low = sheet([0, 0, 0, 0]);
        for (activities, level) in [
            (&[][..], Low),
            (&[Low, High, Medium], High),
            (&[Medium], Medium),
            (&[Low, MediumHigh], MediumHigh),
        ] {
            let grading = grade(activities, &low, Thresholds::default()).unwrap();
            assert_eq!(grading.level, level, "{activities:?} without a single point");
            assert_eq!(
                grading.inherent,
                activities.iter().max().copied(),
                "and it says why"
            );
        }
    }

    #[test]
    fn f_02_points_of_four_factors_make_a_level_and_the_higher_one_counts() {
        for (points, score, level) in [
            ([0, 0, 0, 24], 24, Low),
            ([25, 0, 0, 0], 25, Medium),
            ([20, 20, 9, 0], 49, Medium),
            ([20, 20, 10, 0], 50, MediumHigh),
            ([25, 25, 24, 0], 74, MediumHigh),
            ([25, 25, 25, 0], 75, High),
            ([25, 25, 25, 25], 100, High),
        ] {
            let grading = grade(&[Low], &sheet(points), Thresholds::default()).unwrap();
            assert_eq!(
                (grading.score, grading.scored, grading.level),
                (score, level, level),
                "{points:?}"
            );
        }
        let both = grade(&[High], &sheet([1, 1, 1, 1]), Thresholds::default()).unwrap();
        assert_eq!(
            (both.scored, both.level),
            (Low, High),
            "good points do not make a dangerous trade harmless"
        );
    }

    #[test]
    fn more_points_never_lower_a_level() {
        let thresholds = Thresholds::default();
        for score in 1..=100 {
            assert!(
                thresholds.level(score) >= thresholds.level(score - 1),
                "{score} points"
            );
        }
    }

    #[test]
    fn points_and_thresholds_that_cannot_be_are_refused_all_at_once() {
        assert_eq!(
            sheet([26, 0, 200, 25]).total(),
            Err(vec![
                RiskFault::TooManyPoints {
                    factor: RiskFactor::SafetyBuilding,
                    found: 26
                },
                RiskFault::TooManyPoints {
                    factor: RiskFactor::InternalManagement,
                    found: 200
                },
            ]),
            "each factor has 25 at most"
        );
        for (medium, medium_high, high) in [(0, 50, 75), (50, 50, 75), (25, 80, 75), (25, 50, 101)] {
            let thresholds = Thresholds {
                medium,
                medium_high,
                high,
            };
            assert_eq!(
                thresholds.check(),
                Err(RiskFault::Thresholds),
                "{thresholds:?}: a level could not be reached"
            );
        }
    }

    #[test]
    fn f_04_a_lowering_needs_a_reason_and_a_day_to_look_again() {
        let today = day("2026-11-22");
        for (to, reason, review, faults) in [
            (High, "已整改", "2027-01-01", &[RiskFault::NotLower][..]),
            (Low, " ", "2027-01-01", &[RiskFault::ReasonMissing]),
            (Low, "已整改", "2026-11-22", &[RiskFault::ReviewDay]),
            (Low, "已整改", "2028-01-01", &[RiskFault::ReviewDay]),
            (
                High,
                "",
                "2020-01-01",
                &[
                    RiskFault::NotLower,
                    RiskFault::ReasonMissing,
                    RiskFault::ReviewDay,
                ],
            ),
        ] {
            let refused = Lowering::new(MediumHigh, to, reason, day(review), today);
            assert_eq!(
                refused.unwrap_err(),
                faults,
                "to {to:?} because {reason:?}, again on {review}"
            );
        }
        let lowering = Lowering::new(High, Medium, "已整改并复查合格", day("2027-05-22"), today).unwrap();
        for (on, graded, level) in [
            ("2026-11-22", High, Medium),
            ("2027-05-21", High, Medium),
            ("2027-05-22", High, High),
            ("2026-12-01", Low, Low),
        ] {
            assert_eq!(
                lowering.level(graded, day(on)),
                level,
                "on {on}, graded {graded:?}"
            );
        }
    }

    #[test]
    fn f_03_higher_risk_is_inspected_more() {
        let ratios: Vec<u32> = RiskLevel::ALL.iter().map(|level| usual_ratio(*level)).collect();
        assert!(ratios.is_sorted(), "{ratios:?} rise with the level");
    }
}
