//! What can be wrong with a line of a plan, which field it is about, and how much it matters.

use crate::item::Unusable;
use crate::plan::Months;
use crate::plan::line::LineField;
use crate::profile::Rounding;
use crate::roster::ratio::Bounds;
use crate::roster::words::ItemClass;

/// How much a flaw matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// So the plan cannot be approved.
    Error,
    /// Somebody should look at it.
    Warning,
    /// Somebody should know it.
    Note,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Something that has to stand there does not.
    Missing(LineField),
    /// Something that should stand there does not.
    Wanting(LineField),
    /// No list of items has such a one (L-01).
    ItemUnknown(String),
    /// An item may not be used (L-01, L-12).
    ItemUnusable {
        /// Its code.
        item: String,
        /// Why not, every reason.
        reasons: Vec<Unusable>,
    },
    /// An item is of another class than the line says.
    ClassDiffers {
        /// Its code.
        item: String,
        /// Its class.
        class: ItemClass,
    },
    /// There is nothing to draw from.
    BaseZero,
    /// More than there are in the whole registry.
    BaseOverRegistry {
        /// How many there are.
        registry: u32,
    },
    /// Nothing is drawn.
    NothingDrawn(LineField),
    /// More than there are.
    NumberOverBase {
        /// How many there are.
        base: u32,
    },
    /// No rounding makes this number of ratio and base.
    NumberDiffers {
        /// Those that some rounding makes.
        possible: Vec<u32>,
    },
    /// Another rounding than the office's made the number.
    RoundedOtherwise {
        /// Those that make it.
        by: Vec<Rounding>,
        /// What the office's makes.
        expected: u32,
    },
    /// The ratio of the base is less than one target: somebody has to say how many.
    LessThanOne,
    /// More or less than may be planned for an item (N-09).
    OutsideBounds {
        /// Its code.
        item: String,
        /// What may be planned, in ten-thousandths.
        bounds: Bounds,
        /// What that is in targets, where the line says of how many; a fraction of one is given.
        targets: Option<Bounds>,
    },
    /// The office above decides, and nothing says what it ordered (N-09).
    NotOrdered(String),
    /// Nobody knows who decides an item's ratio.
    AuthorityUnknown(String),
    /// More or less than the published list says, by an office that may decide it.
    OtherThanListed {
        /// The item's code.
        item: String,
        /// What the list says.
        listed: Bounds,
    },
    /// A share of general items above what the office's rules call much.
    ShareHigh {
        /// What they do, in ten-thousandths.
        warning: u32,
    },
    /// All of them: what is drawn is their order.
    RandomOrder,
    /// Months that do not belong to the plan.
    MonthsOutside {
        /// Those that do.
        period: Months,
    },
    /// The frequency was not understood, or not all of it.
    FrequencyUnread,
    /// Oftener than a target may be visited in a year (N-03).
    FrequencyOverCap {
        /// How often it may.
        cap: u32,
    },
    /// The frequency leaves open whether that happens.
    FrequencyMayPassCap {
        /// How often it may.
        cap: u32,
    },
    /// A line across departments has none beside the leading one (N-12).
    PartnerMissing,
    /// The leading department is among those that take part.
    PartnerIsLead,
    /// A line within the department names departments.
    DeptsWithin(LineField),
    /// A condition, and yet all of the scope.
    ConditionUntargeted,
    /// The number of a campaign's plan, and no campaign.
    CampaignNoAlone,
}

impl Flaw {
    /// The field that it is about.
    pub const fn field(&self) -> LineField {
        match self {
            Self::Missing(field)
            | Self::Wanting(field)
            | Self::NothingDrawn(field)
            | Self::DeptsWithin(field) => *field,
            Self::ItemUnknown(_) | Self::ItemUnusable { .. } | Self::AuthorityUnknown(_) => LineField::Items,
            Self::ClassDiffers { .. } => LineField::ItemClass,
            Self::BaseZero | Self::BaseOverRegistry { .. } => LineField::Base,
            Self::NumberOverBase { .. }
            | Self::NumberDiffers { .. }
            | Self::RoundedOtherwise { .. }
            | Self::LessThanOne => LineField::Number,
            Self::OutsideBounds { .. }
            | Self::NotOrdered(_)
            | Self::OtherThanListed { .. }
            | Self::ShareHigh { .. }
            | Self::RandomOrder => LineField::Ratio,
            Self::MonthsOutside { .. } => LineField::Months,
            Self::FrequencyUnread | Self::FrequencyOverCap { .. } | Self::FrequencyMayPassCap { .. } => {
                LineField::Frequency
            }
            Self::PartnerMissing | Self::PartnerIsLead => LineField::PartnerDepts,
            Self::ConditionUntargeted => LineField::Condition,
            Self::CampaignNoAlone => LineField::CampaignNo,
        }
    }

    /// How much it matters.
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Wanting(_)
            | Self::BaseOverRegistry { .. }
            | Self::ClassDiffers { .. }
            | Self::RoundedOtherwise { .. }
            | Self::AuthorityUnknown(_)
            | Self::OtherThanListed { .. }
            | Self::ShareHigh { .. }
            | Self::FrequencyUnread
            | Self::FrequencyMayPassCap { .. } => Severity::Warning,
            Self::RandomOrder => Severity::Note,
            _ => Severity::Error,
        }
    }
}
