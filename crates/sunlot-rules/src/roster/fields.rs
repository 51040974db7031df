//! The fields of the rosters: their names, what their cells hold, and by which of them a row is known.
//!
//! Their Chinese headings, and all the others that offices use, stand in `aliases/`.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::Roster;
use super::header::aliases::Aliases;
use super::words::WordSet;

/// What the cells of a field hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldForm {
    /// Any text.
    Text,
    /// The name of a person, a target or an item.
    Name,
    /// A unified social credit code or a registration number.
    Code,
    /// The number of an enforcement certificate.
    Certificate,
    /// A number that somebody gives out, kept as text: leading zeros belong to it.
    Number,
    /// Telephone numbers, perhaps with names.
    Phones,
    /// An identity number: personal, and only read where the office keeps it.
    IdNumber,
    /// A mobile number: personal as well.
    Mobile,
    /// A region code.
    Region,
    /// The day when something was founded.
    Founded,
    /// The day until which something is valid.
    ValidTo,
    /// A day in the past.
    Past,
    /// A day on which somebody was inspected.
    Visited,
    /// A word out of a fixed choice.
    Word(WordSet),
    /// Several words out of a fixed choice.
    Words(WordSet),
    /// Several texts.
    List,
    /// A whole number.
    Count,
    /// A ratio, a frequency or both, in words.
    Ratio,
}

/// How much a row needs a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Without it the row is an error.
    Required,
    /// A row is known by it; one of these is enough.
    Key,
    /// It may be missing.
    Optional,
}

/// A field of a roster.
pub trait Field: Copy + Eq + Ord + fmt::Debug + FromStr + Into<&'static str> + Send + Sync + 'static {
    /// Whose field it is.
    const ROSTER: Roster;

    /// All fields, in the order of templates.
    fn all() -> &'static [Self];

    /// What its cells hold.
    fn form(self) -> FieldForm;

    /// How much a row needs it.
    fn need(self) -> Need;

    /// The headings of this roster.
    fn aliases() -> &'static Aliases<Self>;

    /// Its name, which never changes.
    fn name(self) -> &'static str {
        self.into()
    }

    /// The heading by which people know it.
    fn heading(self) -> &'static str {
        Self::aliases().heading(self)
    }

    /// Whether a row is known by it.
    fn is_key(self) -> bool {
        self.need() != Need::Optional
    }

    /// Whether several columns may hold it together.
    fn repeats(self) -> bool {
        matches!(
            self.form(),
            FieldForm::List | FieldForm::Phones | FieldForm::Words(_)
        ) || self.name() == "remark"
    }
}

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident $roster:ident $aliases:literal {
        $($(#[$field_doc:meta])* $field:ident $need:ident $form:expr,)*
    })*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, EnumString,
                 IntoStaticStr, VariantArray)]
        #[serde(rename_all = "snake_case")]
        #[strum(serialize_all = "snake_case")]
        pub enum $name {
            $($(#[$field_doc])* $field,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = Self::VARIANTS;
        }

        impl Field for $name {
            const ROSTER: Roster = Roster::$roster;

            fn all() -> &'static [Self] {
                Self::ALL
            }

            fn form(self) -> FieldForm {
                match self {
                    $(Self::$field => $form,)*
                }
            }

            fn need(self) -> Need {
                match self {
                    $(Self::$field => Need::$need,)*
                }
            }

            fn aliases() -> &'static Aliases<Self> {
                static ALIASES: LazyLock<Aliases<$name>> =
                    LazyLock::new(|| Aliases::read(include_str!($aliases)));
                &ALIASES
            }
        }
    )* };
}

fields! {
    /// Of a target (rosters 5.1).
    TargetField Targets "aliases/targets.csv" {
        /// The office's own number of it.
        Number Optional FieldForm::Number,
        /// What kind of thing it is.
        Kind Optional FieldForm::Word(WordSet::TargetKind),
        /// Its name.
        Name Required FieldForm::Name,
        /// What it was called before.
        FormerName Optional FieldForm::List,
        /// Its credit code or its registration number, whichever stands there.
        Code Key FieldForm::Code,
        /// Its unified social credit code.
        Uscc Key FieldForm::Code,
        /// Its registration number.
        RegNo Key FieldForm::Code,
        /// Its legal representative, head or operator.
        LegalRep Optional FieldForm::Name,
        /// Whom to ask.
        Contact Optional FieldForm::Name,
        /// How to reach them.
        Phone Optional FieldForm::Phones,
        /// Where it is registered.
        Address Optional FieldForm::Text,
        /// Where it really works.
        Premises Optional FieldForm::Text,
        /// Its township.
        Township Optional FieldForm::Text,
        /// Its region by GB/T 2260.
        RegionCode Optional FieldForm::Region,
        /// Its trade.
        Industry Optional FieldForm::Text,
        /// Its trade by GB/T 4754.
        IndustryCode Optional FieldForm::Text,
        /// Its legal form.
        Nature Optional FieldForm::Text,
        /// What it may do.
        Scope Optional FieldForm::Text,
        /// When it was founded.
        Founded Optional FieldForm::Founded,
        /// Who registered it.
        Registrar Optional FieldForm::Text,
        /// Who supervises it.
        Supervisor Optional FieldForm::Text,
        /// How it stands in the register.
        Status Optional FieldForm::Word(WordSet::RegistrationStatus),
        /// The name of a permit.
        PermitName Optional FieldForm::Text,
        /// The number of that permit.
        PermitNo Optional FieldForm::Number,
        /// Until when that permit is valid.
        PermitValidTo Optional FieldForm::ValidTo,
        /// Fields of supervision that it belongs to.
        Tags Optional FieldForm::List,
        /// Its class of credit.
        Credit Optional FieldForm::Word(WordSet::CreditClass),
        /// When that class was given.
        CreditOn Optional FieldForm::Past,
        /// Why that class was given.
        CreditBasis Optional FieldForm::Text,
        /// Its level of risk.
        Risk Optional FieldForm::Word(WordSet::RiskLevel),
        /// What calls for more visits.
        Flags Optional FieldForm::Words(WordSet::TriggerFlag),
        /// When it was last visited.
        LastVisit Optional FieldForm::Visited,
        /// How often it was visited this year.
        VisitsThisYear Optional FieldForm::Count,
        /// Anything else.
        Remark Optional FieldForm::Text,
    }
    /// Of an inspector (rosters 5.2).
    InspectorField Inspectors "aliases/inspectors.csv" {
        /// The office's own number of the person.
        StaffNo Optional FieldForm::Number,
        /// The person's name.
        Name Required FieldForm::Name,
        /// A man or a woman.
        Gender Optional FieldForm::Word(WordSet::Gender),
        /// The person's identity number.
        IdNumber Optional FieldForm::IdNumber,
        /// The person's mobile number.
        Mobile Optional FieldForm::Mobile,
        /// The unit that the person works for.
        Unit Optional FieldForm::Text,
        /// The department within it.
        Department Optional FieldForm::Text,
        /// The person's post.
        Duty Optional FieldForm::Text,
        /// What the person is good at.
        Skills Optional FieldForm::List,
        /// Which matters the person may inspect.
        Scope Optional FieldForm::List,
        /// Where the person may inspect.
        Region Optional FieldForm::Text,
        /// Whether the person is an expert.
        Expert Optional FieldForm::Word(WordSet::YesNo),
        /// The number of the enforcement certificate.
        CertNo Key FieldForm::Certificate,
        /// Until when it is valid.
        CertValidTo Optional FieldForm::ValidTo,
        /// Who gave it out.
        CertIssuer Optional FieldForm::Text,
        /// The number of a second certificate.
        SecondCertNo Key FieldForm::Certificate,
        /// Until when that one is valid.
        SecondCertValidTo Optional FieldForm::ValidTo,
        /// Who gave that one out.
        SecondCertIssuer Optional FieldForm::Text,
        /// Whether the person is at work.
        Status Optional FieldForm::Word(WordSet::InspectorStatus),
        /// The result of a test.
        Score Optional FieldForm::Text,
        /// Why the person is in the registry.
        Basis Optional FieldForm::Text,
        /// Anything else.
        Remark Optional FieldForm::Text,
    }
    /// Of an inspection item (forms 3.12 and requirements L-02 to L-06, L-14).
    ItemField Items "aliases/items.csv" {
        /// Its number.
        Number Optional FieldForm::Number,
        /// The group that it belongs to.
        Category Optional FieldForm::Text,
        /// Its name.
        Name Required FieldForm::Text,
        /// A part of it.
        SubItem Optional FieldForm::Text,
        /// General or key.
        ItemClass Optional FieldForm::Word(WordSet::ItemClass),
        /// What law it rests on.
        Basis Optional FieldForm::Text,
        /// Who inspects.
        Authority Optional FieldForm::Text,
        /// In whose name the law is enforced.
        EnforcementAuthority Optional FieldForm::Text,
        /// What is inspected.
        TargetScope Optional FieldForm::Text,
        /// What is looked at.
        Content Optional FieldForm::Text,
        /// How it is inspected.
        Modes Optional FieldForm::Words(WordSet::InspectionMode),
        /// In which steps.
        Procedure Optional FieldForm::Text,
        /// By which standard.
        Standard Optional FieldForm::Text,
        /// How far it reaches.
        Range Optional FieldForm::Text,
        /// With what means.
        Means Optional FieldForm::Text,
        /// What is asked of the inspection.
        Requirement Optional FieldForm::Text,
        /// How many of the targets.
        Ratio Optional FieldForm::Ratio,
        /// How often.
        Frequency Optional FieldForm::Ratio,
        /// Both in one.
        RatioAndFrequency Optional FieldForm::Ratio,
        /// Of how many.
        Base Optional FieldForm::Count,
        /// Who decides how many.
        RatioAuthority Optional FieldForm::Text,
        /// Its code in the list of powers and duties.
        DutyCode Optional FieldForm::Number,
        /// Its name in that list.
        DutyName Optional FieldForm::Text,
        /// When in the year.
        Season Optional FieldForm::Text,
        /// The unit that answers for it.
        Unit Optional FieldForm::Text,
        /// The person who answers for it.
        Person Optional FieldForm::Name,
        /// What the inspector must be able to do.
        Skill Optional FieldForm::List,
        /// What the target has to show.
        Materials Optional FieldForm::Text,
        /// How a point is looked at.
        Method Optional FieldForm::Text,
        /// Items with the same one are inspected together.
        MergeGroup Optional FieldForm::Text,
        /// Anything else.
        Remark Optional FieldForm::Text,
        /// The tags of targets that it applies to.
        Tags Optional FieldForm::List,
        /// Whether it belongs to a field that needs particular care.
        KeyArea Optional FieldForm::Word(WordSet::YesNo),
        /// The least ratio that the superior allows.
        RatioMin Optional FieldForm::Ratio,
        /// The greatest one.
        RatioMax Optional FieldForm::Ratio,
        /// Where the superior says so.
        RatioDocument Optional FieldForm::Text,
        /// Who leads where items are inspected together.
        GroupLead Optional FieldForm::Text,
        /// The points that are looked at, where the content says it in short.
        CheckPoints Optional FieldForm::Text,
    }
    /// Of a visit that was made elsewhere.
    VisitField Visits "aliases/visits.csv" {
        /// The target's code.
        Code Key FieldForm::Code,
        /// The target's name.
        Name Key FieldForm::Name,
        /// When.
        Date Required FieldForm::Visited,
        /// Why it took place.
        TaskKind Optional FieldForm::Word(WordSet::TaskKind),
        /// How.
        Modes Optional FieldForm::Words(WordSet::InspectionMode),
        /// What was inspected.
        Items Optional FieldForm::List,
        /// By which unit.
        Unit Optional FieldForm::Text,
        /// By whom.
        Inspectors Optional FieldForm::List,
        /// What was found.
        Result Optional FieldForm::Text,
        /// Whose visit it was.
        Origin Optional FieldForm::Word(WordSet::VisitOrigin),
        /// Anything else.
        Remark Optional FieldForm::Text,
    }
    /// Of a line of another office's plan (forms 3.11). A line is known by whichever says what is to be done.
    PlanField Plans "aliases/plans.csv" {
        /// The number of the plan.
        PlanNo Optional FieldForm::Number,
        /// What the plan is called.
        PlanName Key FieldForm::Text,
        /// Its year.
        Year Optional FieldForm::Text,
        /// What the task is called.
        TaskName Key FieldForm::Text,
        /// Within the department or across, among all targets or some: whichever stands there.
        Type Optional FieldForm::List,
        /// Within the department or across departments.
        TaskScope Optional FieldForm::Word(WordSet::TaskScope),
        /// Among all targets or some.
        DrawScope Optional FieldForm::Word(WordSet::DrawScope),
        /// The items.
        Items Key FieldForm::List,
        /// What is looked at.
        Content Key FieldForm::Text,
        /// What law it rests on.
        Basis Optional FieldForm::Text,
        /// Which targets.
        TargetScope Optional FieldForm::Text,
        /// Which of them.
        Condition Optional FieldForm::Text,
        /// General or key.
        ItemClass Optional FieldForm::Word(WordSet::ItemClass),
        /// How many targets there are.
        Base Optional FieldForm::Ratio,
        /// How many of them, mostly as a share.
        Ratio Optional FieldForm::Ratio,
        /// How many, as a number.
        Number Optional FieldForm::Ratio,
        /// How many and how often.
        RatioAndFrequency Optional FieldForm::Ratio,
        /// Which targets and how many.
        ScopeAndRatio Optional FieldForm::Ratio,
        /// How often.
        Frequency Optional FieldForm::Ratio,
        /// From when to when.
        Months Optional FieldForm::Text,
        /// From when.
        From Optional FieldForm::Text,
        /// To when.
        To Optional FieldForm::Text,
        /// The unit that carries it out.
        Unit Optional FieldForm::Text,
        /// The person who answers for it.
        Person Optional FieldForm::Text,
        /// Who inspects.
        Authority Optional FieldForm::List,
        /// The department that leads.
        LeadDept Optional FieldForm::Text,
        /// The departments that take part.
        PartnerDepts Optional FieldForm::List,
        /// How it is inspected.
        Modes Optional FieldForm::Words(WordSet::InspectionMode),
        /// Whether one office draws for all, or each for itself.
        Arrangement Optional FieldForm::Text,
        /// The document by which it was sent.
        Document Optional FieldForm::Text,
        /// Anything else.
        Remark Optional FieldForm::Text,
    }
    /// Of a row of a draw that another system made (Z-11).
    DrawField Draws "aliases/draws.csv" {
        /// The target's code.
        Code Key FieldForm::Code,
        /// The target's name.
        Name Key FieldForm::Name,
        /// What it is inspected for.
        Items Optional FieldForm::List,
        /// Who inspects.
        Inspectors Optional FieldForm::List,
        /// The numbers of their certificates.
        CertNo Optional FieldForm::Certificate,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole<F: Field>() {
        for field in F::all() {
            let name = field.name();
            assert_eq!(
                name.parse().ok(),
                Some(*field),
                "{name} names itself in a mapping"
            );
            let heading = field.heading();
            assert_eq!(
                F::aliases().find(heading).field(),
                Some(*field),
                "{name}: its own heading {heading:?} is known"
            );
        }
        assert!(
            F::all().iter().any(|field| field.is_key()),
            "{:?}: something makes a row",
            F::ROSTER
        );
    }

    #[test]
    fn every_field_is_named_and_known_by_its_own_heading() {
        whole::<TargetField>();
        whole::<InspectorField>();
        whole::<ItemField>();
        whole::<VisitField>();
        whole::<PlanField>();
        whole::<DrawField>();
    }
}
