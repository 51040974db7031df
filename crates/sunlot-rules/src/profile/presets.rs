//! Profiles ready to be taken over: where one of the five offices' documents says something, that; where it is silent, what the
//! stricter of them say.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{CappedAreas, PublicationStart, RuleProfile};
use crate::roster::words::TriggerFlag;

/// An office whose rules stand as an example.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Preset {
    /// None of them: the stricter of all.
    General,
    /// The weather bureau of Xushui.
    Xushui,
    /// The grain bureau of Dawa.
    Dawa,
    /// The bureau of science and industry of Xiping.
    Xiping,
    /// The government of Shancheng.
    Shancheng,
    /// The government of Huantai.
    Huantai,
}

impl Preset {
    /// All of them.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name, which never changes.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What it says.
    pub fn profile(self) -> RuleProfile {
        let general = RuleProfile::default();
        match self {
            Self::General => general,
            Self::Xushui => RuleProfile {
                // The two visits a year stand for “other fields”; food, work safety and the environment are looked at more.
                capped_areas: CappedAreas::Ordinary,
                risk_flags: vec![
                    TriggerFlag::NewlyFounded,
                    TriggerFlag::ManyComplaints,
                    TriggerFlag::AbnormalListing,
                    TriggerFlag::Dishonest,
                    TriggerFlag::SeriousViolation,
                ],
                ..general
            },
            Self::Dawa => RuleProfile {
                publication_start: PublicationStart::DrawDay,
                // What an office above orders follows its own rules.
                count_superior: false,
                risk_flags: vec![
                    TriggerFlag::ManyComplaints,
                    TriggerFlag::AbnormalListing,
                    TriggerFlag::Dishonest,
                    TriggerFlag::SeriousViolation,
                ],
                ..general
            },
            Self::Xiping => RuleProfile {
                publication_start: PublicationStart::RoundEnd,
                risk_flags: vec![TriggerFlag::Blacklist],
                // With two certified people in all, nobody can stay away from where they were before.
                rotation: false,
                ..general
            },
            Self::Shancheng => RuleProfile {
                risk_flags: vec![TriggerFlag::ManyComplaints, TriggerFlag::SeriousViolation],
                ..general
            },
            Self::Huantai => RuleProfile {
                risk_flags: vec![
                    TriggerFlag::ManyComplaints,
                    TriggerFlag::AbnormalListing,
                    TriggerFlag::SeriousViolation,
                    TriggerFlag::PublicConcern,
                    TriggerFlag::LifeAndPropertySafety,
                ],
                ..general
            },
        }
    }
}
