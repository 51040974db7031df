//! The switches of a profile by name: what each may be, and from text and back.

use std::str::FromStr;

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{CapPeriod, CappedAreas, Disclosure, PublicationStart, Rounding, RuleProfile, ThirdParty};
use crate::roster::words::{InspectionMode, TargetKind, TriggerFlag};

/// One switch, in the order in which they are shown.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Switch {
    /// How often a target may be visited in a year.
    AnnualCap,
    /// What a year is.
    CapPeriod,
    /// Whether the other way of counting warns.
    CapWarning,
    /// Which fields the cap holds for.
    CappedAreas,
    /// Which kinds of targets the cap holds for.
    CappedKinds,
    /// Which ways of inspecting count.
    CountedModes,
    /// Whether visits that an office above ordered count.
    CountSuperior,
    /// Whether visits by other departments count.
    CountOtherDepts,
    /// Whether cases count.
    CountCases,
    /// Which flags make a target one that is visited more often.
    RiskFlags,
    /// Whether a high risk level does so too.
    HighRiskExempt,
    /// A target visited so many days ago is left out.
    VisitedWithinDays,
    /// Which way a fraction goes.
    Rounding,
    /// At least so many of a part that has any.
    AtLeast,
    /// A larger share than this warns.
    ShareWarning,
    /// Whether a target that is gone is replaced.
    Replacement,
    /// How many inspectors there are at least.
    MinimumCrew,
    /// How many of each department.
    MinimumPerDept,
    /// So many targets one inspector takes at most.
    CrewCap,
    /// Whether whoever has least goes first.
    Balance,
    /// Whether rotation keeps inspectors away.
    Rotation,
    /// How long before the draw the list is announced.
    NoticeDays,
    /// When names leave the room.
    Disclosure,
    /// Within how many working days a result is published.
    PublicationDays,
    /// From when those days run.
    PublicationStart,
    /// What a third party may do.
    ThirdParty,
}

/// What a switch may be set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choices {
    /// One of these names.
    One(Vec<&'static str>),
    /// Any of these names, between commas.
    Several(Vec<&'static str>),
    /// `yes` or `no`.
    YesNo,
    /// A whole number from the first to the second.
    Number(u32, u32),
    /// A share in percent with up to two places, from the first to the second in ten-thousandths.
    Share(u32, u32),
}

/// Why a switch cannot be set so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SwitchFault {
    /// It is none of the choices.
    NoChoice,
    /// It is no number.
    NoNumber,
    /// It is outside these bounds.
    OutOfBounds {
        /// Not less than this.
        min: u32,
        /// Not more than this.
        max: u32,
    },
    /// Nothing at all is chosen where something must be.
    NothingChosen,
}

impl Switch {
    /// All of them.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name, which never changes.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// What it may be set to.
    pub fn choices(self) -> Choices {
        match self {
            Self::AnnualCap => Choices::Number(0, 12),
            Self::CapPeriod => Choices::One(names(CapPeriod::VARIANTS)),
            Self::CappedAreas => Choices::One(names(CappedAreas::VARIANTS)),
            Self::CappedKinds => Choices::Several(names(TargetKind::ALL)),
            Self::CountedModes => Choices::Several(names(InspectionMode::ALL)),
            Self::RiskFlags => Choices::Several(names(TriggerFlag::ALL)),
            Self::VisitedWithinDays => Choices::Number(0, 366),
            Self::Rounding => Choices::One(names(Rounding::VARIANTS)),
            Self::AtLeast => Choices::Number(0, 10),
            Self::ShareWarning => Choices::Share(0, 10_000),
            // Two is the law's own number (Penalties Law, article 42), so no office goes below it.
            Self::MinimumCrew => Choices::Number(2, 9),
            Self::MinimumPerDept => Choices::Number(1, 9),
            Self::CrewCap => Choices::Number(0, 1_000),
            Self::NoticeDays => Choices::Number(0, 60),
            Self::Disclosure => Choices::One(names(Disclosure::VARIANTS)),
            // Twenty working days is what all documents allow at most.
            Self::PublicationDays => Choices::Number(1, 20),
            Self::PublicationStart => Choices::One(names(PublicationStart::VARIANTS)),
            Self::ThirdParty => Choices::One(names(ThirdParty::VARIANTS)),
            Self::CapWarning
            | Self::CountSuperior
            | Self::CountOtherDepts
            | Self::CountCases
            | Self::HighRiskExempt
            | Self::Replacement
            | Self::Balance
            | Self::Rotation => Choices::YesNo,
        }
    }
}

fn names<T: Copy + Into<&'static str>>(all: &[T]) -> Vec<&'static str> {
    all.iter().map(|value| (*value).into()).collect()
}

pub(super) fn get(profile: &RuleProfile, switch: Switch) -> String {
    match switch {
        Switch::AnnualCap => profile.annual_cap.to_string(),
        Switch::CapPeriod => profile.cap_period.name().to_owned(),
        Switch::CapWarning => yes_no(profile.cap_warning),
        Switch::CappedAreas => profile.capped_areas.name().to_owned(),
        Switch::CappedKinds => names(&profile.capped_kinds).join(","),
        Switch::CountedModes => names(&profile.counted_modes).join(","),
        Switch::CountSuperior => yes_no(profile.count_superior),
        Switch::CountOtherDepts => yes_no(profile.count_other_depts),
        Switch::CountCases => yes_no(profile.count_cases),
        Switch::RiskFlags => names(&profile.risk_flags).join(","),
        Switch::HighRiskExempt => yes_no(profile.high_risk_exempt),
        Switch::VisitedWithinDays => profile.visited_within_days.to_string(),
        Switch::Rounding => profile.rounding.name().to_owned(),
        Switch::AtLeast => profile.at_least.to_string(),
        Switch::ShareWarning => crate::share::text(profile.share_warning),
        Switch::Replacement => yes_no(profile.replacement),
        Switch::MinimumCrew => profile.minimum_crew.to_string(),
        Switch::MinimumPerDept => profile.minimum_per_dept.to_string(),
        Switch::CrewCap => profile.crew_cap.to_string(),
        Switch::Balance => yes_no(profile.balance),
        Switch::Rotation => yes_no(profile.rotation),
        Switch::NoticeDays => profile.notice_days.to_string(),
        Switch::Disclosure => profile.disclosure.name().to_owned(),
        Switch::PublicationDays => profile.publication_days.to_string(),
        Switch::PublicationStart => profile.publication_start.name().to_owned(),
        Switch::ThirdParty => profile.third_party.name().to_owned(),
    }
}

pub(super) fn set(profile: &mut RuleProfile, switch: Switch, text: &str) -> Result<(), SwitchFault> {
    let text = text.trim();
    match switch {
        Switch::AnnualCap => profile.annual_cap = number(switch, text)?,
        Switch::CapPeriod => profile.cap_period = one(text)?,
        Switch::CapWarning => profile.cap_warning = truth(text)?,
        Switch::CappedAreas => profile.capped_areas = one(text)?,
        Switch::CappedKinds => profile.capped_kinds = several(text, TargetKind::ALL)?,
        Switch::CountedModes => {
            profile.counted_modes = several(text, InspectionMode::ALL)?;
            // A cap that nothing counts against would be none, and would not say so.
            if profile.counted_modes.is_empty() {
                return Err(SwitchFault::NothingChosen);
            }
        }
        Switch::CountSuperior => profile.count_superior = truth(text)?,
        Switch::CountOtherDepts => profile.count_other_depts = truth(text)?,
        Switch::CountCases => profile.count_cases = truth(text)?,
        Switch::RiskFlags => profile.risk_flags = several(text, TriggerFlag::ALL)?,
        Switch::HighRiskExempt => profile.high_risk_exempt = truth(text)?,
        Switch::VisitedWithinDays => profile.visited_within_days = number(switch, text)?,
        Switch::Rounding => profile.rounding = one(text)?,
        Switch::AtLeast => profile.at_least = number(switch, text)?,
        Switch::ShareWarning => {
            profile.share_warning = crate::share::parse(text).ok_or(SwitchFault::NoNumber)?;
        }
        Switch::Replacement => profile.replacement = truth(text)?,
        Switch::MinimumCrew => profile.minimum_crew = number(switch, text)?,
        Switch::MinimumPerDept => profile.minimum_per_dept = number(switch, text)?,
        Switch::CrewCap => profile.crew_cap = number(switch, text)?,
        Switch::Balance => profile.balance = truth(text)?,
        Switch::Rotation => profile.rotation = truth(text)?,
        Switch::NoticeDays => profile.notice_days = number(switch, text)?,
        Switch::Disclosure => profile.disclosure = one(text)?,
        Switch::PublicationDays => profile.publication_days = number(switch, text)?,
        Switch::PublicationStart => profile.publication_start = one(text)?,
        Switch::ThirdParty => profile.third_party = one(text)?,
    }
    Ok(())
}

fn yes_no(value: bool) -> String {
    if value { "yes" } else { "no" }.to_owned()
}

fn truth(text: &str) -> Result<bool, SwitchFault> {
    match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(SwitchFault::NoChoice),
    }
}

fn one<T: FromStr>(text: &str) -> Result<T, SwitchFault> {
    text.parse().map_err(|_| SwitchFault::NoChoice)
}

/// In the order in which the values are declared, each once.
fn several<T: FromStr + PartialEq + Copy>(text: &str, all: &[T]) -> Result<Vec<T>, SwitchFault> {
    let words = text.split(',').map(str::trim).filter(|word| !word.is_empty());
    let chosen: Vec<T> = words.map(one).collect::<Result<_, _>>()?;
    Ok(all
        .iter()
        .copied()
        .filter(|value| chosen.contains(value))
        .collect())
}

fn number(switch: Switch, text: &str) -> Result<u32, SwitchFault> {
    let number: u32 = text.parse().map_err(|_| SwitchFault::NoNumber)?;
    match switch.choices() {
        Choices::Number(min, max) if number < min || number > max => {
            Err(SwitchFault::OutOfBounds { min, max })
        }
        _ => Ok(number),
    }
}
