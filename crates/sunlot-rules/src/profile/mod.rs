//! The rule profile: every switch on which the documents differ or leave the choice to the office
//! (requirements 1.16; R-01), as typed values and as texts that can be kept, shown and compared.
//!
//! What each switch does is said by whoever asks it: the pool asks the cap, the crews ask how many there must be. Which profile
//! is in force, and since when, is the office's business.

mod presets;
mod switch;

#[cfg(test)]
mod tests;

use strum::VariantArray;

use crate::roster::words::{InspectionMode, TargetKind, TriggerFlag};

pub use presets::Preset;
pub use switch::{Choices, Switch, SwitchFault};

/// Declares a choice of the office's own.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::EnumString, strum::IntoStaticStr,
                 VariantArray)]
        #[strum(serialize_all = "snake_case")]
        pub enum $name {
            $($(#[$value_doc])* $value,)*
        }

        impl $name {
            /// Its name, which never changes.
            pub fn name(self) -> &'static str {
                self.into()
            }
        }
    };
}

choice! {
    /// From when the twenty working days until publication run (requirements 1.16, 1).
    PublicationStart {
        /// From the day of the draw (Dawa).
        DrawDay,
        /// From the day on which the whole draw's inspections ended (Xiping).
        RoundEnd,
        /// From the end of each inspection; from the decision where a problem was found (Shancheng).
        InspectionOrDecision,
    }
}

choice! {
    /// What “within a year” means (requirements 1.16, 2).
    CapPeriod {
        /// From the first of January.
        CalendarYear,
        /// In the twelve months before.
        TwelveMonths,
    }
}

choice! {
    /// Which fields the cap holds for (requirements 1.16, 4).
    CappedAreas {
        /// All of them (Dawa).
        All,
        /// All but the key ones: food, work safety, the environment (Xushui; N-04).
        Ordinary,
    }
}

choice! {
    /// Which way a fraction of a target goes.
    Rounding {
        /// A half and more goes up, less goes down.
        HalfUp,
        /// Always up.
        Up,
        /// Always down.
        Down,
    }
}

choice! {
    /// When names leave the room.
    Disclosure {
        /// With the draw.
        AtOnce,
        /// After the visits; until then only numbers, digests and the sealing sheet.
        AfterVisits,
    }
}

choice! {
    /// What a third party may do (requirements 1.16, 8).
    ThirdParty {
        /// Nothing.
        None,
        /// Assist, without ever counting as an inspector.
        Assist,
    }
}

/// The values of all switches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleProfile {
    /// From when the days until publication run.
    pub publication_start: PublicationStart,
    /// Within how many working days a result is published.
    pub publication_days: u32,
    /// How often a target may be visited in a year; 0: there is no limit (N-03).
    pub annual_cap: u32,
    /// What a year is.
    pub cap_period: CapPeriod,
    /// Whether the other way of counting a year warns.
    pub cap_warning: bool,
    /// Which fields the cap holds for.
    pub capped_areas: CappedAreas,
    /// Which kinds of targets the cap holds for.
    pub capped_kinds: Vec<TargetKind>,
    /// Which ways of inspecting count as a visit (requirements 1.16, 3).
    pub counted_modes: Vec<InspectionMode>,
    /// Whether visits that an office above ordered count (N-06).
    pub count_superior: bool,
    /// Whether visits by other departments count.
    pub count_other_depts: bool,
    /// Whether cases count: complaints and reports that are looked into (N-07).
    pub count_cases: bool,
    /// Which flags make a target one that is visited more often (N-05, requirements 1.16, 5).
    pub risk_flags: Vec<TriggerFlag>,
    /// Whether a high risk level does so too.
    pub high_risk_exempt: bool,
    /// A target visited so many days ago, or fewer, is left out; 0: none is.
    pub visited_within_days: u32,
    /// Which way a fraction goes.
    pub rounding: Rounding,
    /// At least so many of a part that has any.
    pub at_least: u32,
    /// More than this share of all targets in scope warns, in ten-thousandths; 0: none does.
    pub share_warning: u32,
    /// Whether a target that is gone is replaced by the next number.
    pub replacement: bool,
    /// How many inspectors there are at least for a target.
    pub minimum_crew: u32,
    /// How many of each department there are at least in a joint inspection.
    pub minimum_per_dept: u32,
    /// So many targets one inspector takes at most; 0: there is no limit.
    pub crew_cap: u32,
    /// Whether whoever has least goes first.
    pub balance: bool,
    /// Whether whoever inspected a target not long ago stays away from it.
    pub rotation: bool,
    /// So many days before the draw the list is announced; 0: it is not.
    pub notice_days: u32,
    /// When names leave the room.
    pub disclosure: Disclosure,
    /// What a third party may do.
    pub third_party: ThirdParty,
}

impl Default for RuleProfile {
    /// What holds where an office has decided nothing: the stricter of what the documents say.
    fn default() -> Self {
        Self {
            publication_start: PublicationStart::InspectionOrDecision,
            publication_days: 20,
            annual_cap: 2,
            cap_period: CapPeriod::CalendarYear,
            cap_warning: true,
            capped_areas: CappedAreas::All,
            capped_kinds: TargetKind::ALL.to_vec(),
            counted_modes: InspectionMode::ALL.to_vec(),
            count_superior: true,
            count_other_depts: true,
            count_cases: false,
            risk_flags: TriggerFlag::ALL.to_vec(),
            high_risk_exempt: true,
            visited_within_days: 0,
            rounding: Rounding::HalfUp,
            at_least: 1,
            share_warning: 2_000,
            replacement: true,
            minimum_crew: 2,
            minimum_per_dept: 2,
            crew_cap: 0,
            balance: true,
            rotation: true,
            notice_days: 0,
            disclosure: Disclosure::AtOnce,
            third_party: ThirdParty::Assist,
        }
    }
}

impl RuleProfile {
    /// The value of a switch as text.
    pub fn get(&self, switch: Switch) -> String {
        switch::get(self, switch)
    }

    /// Sets a switch from text.
    pub fn set(&mut self, switch: Switch, text: &str) -> Result<(), SwitchFault> {
        switch::set(self, switch, text)
    }

    /// In which switches another profile differs.
    pub fn differences(&self, other: &Self) -> Vec<Switch> {
        let all = Switch::VARIANTS.iter().copied();
        all.filter(|switch| self.get(*switch) != other.get(*switch))
            .collect()
    }
}
