//! What can be wrong with one value.

use strum::{EnumCount, IntoStaticStr};
use sunlot_draw::problem::{Breach, Fault};

use crate::access::AccountFlaw;
use crate::ceremony::CeremonyFlaw;
use crate::inspector::InspectorFlaw;
use crate::item::ItemFlaw;
use crate::outside::OutsideFlaw;
use crate::personal::PersonalFlaw;
use crate::plan::PlanFlaw;
use crate::rules::RulesFlaw;
use crate::station::StationFlaw;
use crate::target::TargetFlaw;
use crate::task::TaskFlaw;

/// What is wrong with one value. The name in snake case is the code on the wire.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs, reason = "the wording beside each in messages says what it is")]
pub enum Flaw {
    Required,
    TooLong {
        max: usize,
        found: usize,
    },
    Invisible {
        place: usize,
        found: char,
    },
    UsccScientific,
    UsccCutBySpreadsheet,
    UsccLength {
        found: usize,
    },
    UsccCharacter {
        place: usize,
        found: char,
    },
    UsccCheckCharacter {
        expected: char,
        found: char,
    },
    RegionCharacter {
        place: usize,
        found: char,
    },
    RegionLength {
        found: usize,
    },
    RegionProvince {
        found: String,
    },
    RegionNameMissing,
    PhoneCharacter {
        place: usize,
        found: char,
    },
    PhoneDigits {
        number: String,
        found: usize,
    },
    PhoneTooLong {
        max: usize,
    },
    DocPrefixCharacter {
        place: usize,
        found: char,
    },
    DocPrefixWholeNumber,
    DocPrefixTooLong {
        max: usize,
        found: usize,
    },
    EntrustingAuthorityMissing,
    EntrustingAuthorityUnwanted,
    ChannelDetailMissing,
    ChannelTwice {
        first: usize,
    },
    TooManyChannels {
        max: usize,
        found: usize,
    },
    FileFault(Fault),
    RuleBroken(Breach),
    IdNumberInText,
    NotADay {
        found: String,
    },
    DaysReversed,
    Account(AccountFlaw),
    Station(StationFlaw),
    Personal(PersonalFlaw),
    Target(TargetFlaw),
    Inspector(InspectorFlaw),
    Item(ItemFlaw),
    Task(TaskFlaw),
    /// Something about a ceremony.
    Ceremony(CeremonyFlaw),
    Rules(RulesFlaw),
    Plan(PlanFlaw),
    Outside(OutsideFlaw),
}

impl Flaw {
    /// The code on the wire.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Account(flaw) => flaw.into(),
            Self::Station(flaw) => flaw.into(),
            Self::Personal(flaw) => flaw.into(),
            Self::Target(flaw) => flaw.into(),
            Self::Inspector(flaw) => flaw.into(),
            Self::Item(flaw) => flaw.into(),
            Self::Task(flaw) => flaw.into(),
            Self::Ceremony(flaw) => flaw.into(),
            Self::Rules(flaw) => flaw.into(),
            Self::Plan(flaw) => flaw.into(),
            Self::Outside(flaw) => flaw.into(),
            other => other.into(),
        }
    }
}
