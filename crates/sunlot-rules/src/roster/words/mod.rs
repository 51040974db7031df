//! Words that mean a value: what offices write in columns with a fixed choice. The words stand in `words.csv`, one value a
//! line; an office may add its own.
//!
//! A word that is not there is unknown, however likely its meaning: grades such as A to D mean something else in every
//! office, so an office says it once and then it is known.

mod table;

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

pub(crate) use table::cells;
pub use table::{is_nothing, word_key};

/// Declares vocabularies: their values have stable names, and words in `words.csv`.
macro_rules! vocabularies {
    ($($(#[$doc:meta])* $name:ident $set:ident { $($(#[$value_doc:meta])* $value:ident,)* })*) => {
        /// Which choice a column offers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, EnumString,
                 IntoStaticStr, VariantArray)]
        #[serde(rename_all = "snake_case")]
        #[strum(serialize_all = "snake_case")]
        pub enum WordSet {
            $($(#[$doc])* $set,)*
        }

        impl WordSet {
            /// All of them.
            pub const ALL: &'static [Self] = Self::VARIANTS;

            /// The names of its values.
            pub fn values(self) -> Vec<&'static str> {
                match self {
                    $(Self::$set => $name::ALL.iter().map(|value| value.name()).collect(),)*
                }
            }

            /// Reads a word for the name of its value.
            pub fn read(self, text: &str, extra: &ExtraWords) -> Read<&'static str> {
                match self {
                    $(Self::$set => match read::<$name>(text, extra) {
                        Read::Missing => Read::Missing,
                        Read::Known(value) => Read::Known(value.name()),
                        Read::Unknown(word) => Read::Unknown(word),
                    },)*
                }
            }
        }

        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumString,
                     IntoStaticStr, VariantArray)]
            #[serde(rename_all = "snake_case")]
            #[strum(serialize_all = "snake_case")]
            pub enum $name {
                $($(#[$value_doc])* $value,)*
            }

            impl $name {
                /// All of them.
                pub const ALL: &'static [Self] = Self::VARIANTS;

                /// Its name, which never changes.
                pub fn name(self) -> &'static str {
                    self.into()
                }
            }

            impl Vocabulary for $name {
                const SET: WordSet = WordSet::$set;

                fn all() -> &'static [Self] {
                    Self::ALL
                }
            }
        )*
    };
}

vocabularies! {
    /// What kind of thing a target is.
    TargetKind TargetKind {
        /// An enterprise.
        Enterprise,
        /// An individual business.
        IndividualBusiness,
        /// A farmers' cooperative.
        FarmerCooperative,
        /// A public institution or an authority.
        Institution,
        /// A social organisation.
        SocialOrganisation,
        /// A product.
        Product,
        /// A project.
        Project,
        /// A place.
        Place,
        /// Anything else.
        Other,
    }
    /// How a target stands in the register of the authority that registered it.
    RegistrationStatus RegistrationStatus {
        /// It is in business.
        Active,
        /// Taken from the register.
        Deregistered,
        /// Its licence was revoked.
        Revoked,
        /// Its licence was revoked and it is still in the register.
        RevokedNotDeregistered,
        /// It moved to another authority.
        MovedOut,
        /// Business is suspended.
        Suspended,
        /// It rests, as the register knows.
        Dormant,
        /// Its registration was rescinded.
        Rescinded,
        /// It is being wound up.
        Liquidating,
        /// It was closed.
        Closed,
        /// Nobody knows. Until somebody does, it is not drawn.
        Unknown,
    }
    /// The three classes of credit (Xushui rules, article 2 (2)).
    CreditClass CreditClass {
        /// Good.
        Good,
        /// Fair.
        Fair,
        /// Poor.
        Poor,
    }
    /// Levels of risk, the lowest first.
    RiskLevel RiskLevel {
        /// Low.
        Low,
        /// Medium.
        Medium,
        /// Between medium and high.
        MediumHigh,
        /// High.
        High,
    }
    /// What calls for more visits than others get (T-10), and the blacklist.
    TriggerFlag TriggerFlag {
        /// It was founded not long ago.
        NewlyFounded,
        /// Many have complained.
        ManyComplaints,
        /// It is on the list of abnormal operations.
        AbnormalListing,
        /// It was dishonest.
        Dishonest,
        /// It broke the law seriously.
        SeriousViolation,
        /// The public watches it.
        PublicConcern,
        /// Its trade touches life and property.
        LifeAndPropertySafety,
        /// It is on the blacklist.
        Blacklist,
    }
    /// Yes or no.
    YesNo YesNo {
        /// Yes.
        Yes,
        /// No.
        No,
    }
    /// Of a person.
    Gender Gender {
        /// A man.
        Male,
        /// A woman.
        Female,
    }
    /// Whether an inspector is at work.
    InspectorStatus InspectorStatus {
        /// At work.
        Active,
        /// No longer qualified.
        Lapsed,
        /// Not at work for a time.
        Suspended,
        /// Retired.
        Retired,
        /// Works elsewhere.
        Transferred,
        /// Nobody knows. Until somebody does, they are not drawn.
        Unknown,
    }
    /// Whether an item is inspected now and then or is among the key ones.
    ItemClass ItemClass {
        /// General.
        General,
        /// Key.
        Key,
    }
    /// How something is inspected.
    InspectionMode InspectionMode {
        /// On site.
        Onsite,
        /// By documents.
        Document,
        /// Watched on the net.
        OnlineMonitoring,
        /// Sampled and tested.
        LabTest,
        /// By what another authority found.
        OtherAgencyResult,
        /// With the help of a third party, which never counts as an inspector.
        ThirdPartyAssist,
    }
    /// Why an inspection takes place (Regulation on Optimizing the Business Environment, article 54).
    TaskKind TaskKind {
        /// By chance.
        DoubleRandom,
        /// Because the trade is under key supervision.
        KeySupervision,
        /// Because of one case: a complaint, a lead, a referral.
        CaseInspection,
        /// As part of a campaign.
        SpecialCampaign,
    }
    /// Whether one department inspects, or several together (N-12).
    TaskScope TaskScope {
        /// One, perhaps with several of its units.
        IntraDept,
        /// Several.
        CrossDept,
    }
    /// Among which targets is drawn (the public information regulation's two kinds, rules 2.1).
    DrawScope DrawScope {
        /// Among all of the scope.
        Untargeted,
        /// Among those that meet a condition.
        Targeted,
    }
    /// Who made a visit that is imported.
    VisitOrigin VisitOrigin {
        /// The office itself, outside this program.
        Own,
        /// The authority above it.
        UpperLevel,
        /// Another department.
        OtherDept,
        /// Several together.
        Joint,
    }
}

impl WordSet {
    /// The value for what nobody knows, in the choices where nothing at all would be taken for the best there is.
    pub const fn not_known(self) -> Option<&'static str> {
        match self {
            Self::RegistrationStatus | Self::InspectorStatus => Some("unknown"),
            _ => None,
        }
    }
}

impl RegistrationStatus {
    /// Whether a target of this status can be inspected; another one stays in the registry and is left out of draws.
    pub const fn is_active(self) -> bool {
        matches!(self, Self::Active)
    }
}

/// Values with a fixed choice of words.
pub trait Vocabulary: Copy + FromStr + Into<&'static str> + 'static {
    /// Which choice it is.
    const SET: WordSet;

    /// All values.
    fn all() -> &'static [Self];
}

/// What a word was read for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read<T> {
    /// Nothing stands there, or a word for nothing.
    Missing,
    /// This value.
    Known(T),
    /// A word that nobody has said the meaning of.
    Unknown(String),
}

impl<T> Read<T> {
    /// The value, if it is known.
    pub fn known(self) -> Option<T> {
        match self {
            Self::Known(value) => Some(value),
            _ => None,
        }
    }
}

/// Words that an office added: by choice, what each of them means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ExtraWords(BTreeMap<WordSet, BTreeMap<String, String>>);

impl ExtraWords {
    /// Adds a word; `false` where the choice has no such value, and then nothing is added.
    pub fn add(&mut self, set: WordSet, word: &str, value: &str) -> bool {
        let good = set.values().contains(&value) && !word_key(word).is_empty();
        if good {
            let words = self.0.entry(set).or_default();
            words.insert(word_key(word), value.to_owned());
        }
        good
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(BTreeMap::is_empty)
    }

    /// Whether a word is read as an office said.
    pub fn tells(&self, set: WordSet, text: &str) -> bool {
        !self.is_empty() && self.value(set, &word_key(text)).is_some()
    }

    fn value(&self, set: WordSet, key: &str) -> Option<&str> {
        let words = self.0.get(&set)?;
        // A file written by hand may hold the word as it was typed.
        let typed = || words.iter().find(|(word, _)| word_key(word) == key);
        words
            .get(key)
            .or_else(|| typed().map(|(_, value)| value))
            .map(String::as_str)
    }
}

/// Reads a word. What an office added goes before what is built in.
pub fn read<T: Vocabulary>(text: &str, extra: &ExtraWords) -> Read<T> {
    let key = word_key(text);
    let added = extra.value(T::SET, &key).and_then(|value| value.parse().ok());
    if let Some(value) = added.or_else(|| table::known(T::SET, &key)) {
        return Read::Known(value);
    }
    if key.is_empty() || is_nothing(text) {
        return Read::Missing;
    }
    Read::Unknown(text.trim().to_owned())
}

/// Reads several words of one cell: the values, each once, and the words that nobody has said the meaning of.
pub fn read_all<T: Vocabulary + PartialEq>(text: &str, extra: &ExtraWords) -> (Vec<T>, Vec<String>) {
    // A word with a stop in it is one word.
    if let Read::Known(value) = read::<T>(text, extra) {
        return (vec![value], Vec::new());
    }
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for word in super::list::values(text) {
        match read::<T>(&word, extra) {
            Read::Known(value) if known.contains(&value) => {}
            Read::Known(value) => known.push(value),
            Read::Unknown(word) => unknown.push(word),
            Read::Missing => {}
        }
    }
    (known, unknown)
}

/// The word that stands for a value first: what pull-downs of templates offer.
pub fn first_word<T: Vocabulary>(value: T) -> &'static str {
    table::first_word(T::SET, value.into())
}

#[cfg(test)]
mod tests;
