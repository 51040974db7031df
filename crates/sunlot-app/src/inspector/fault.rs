//! Why nothing can be done with an inspector, and what is wrong with one of the values. The names in snake case are the codes
//! on the wire: stable.

use strum::{EnumCount, IntoStaticStr};

use crate::error::{Flaw, Reason};

/// Why nothing can be done with an inspector.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
pub enum InspectorFault {
    /// Values of a request are not right; the problems say which.
    InspectorInvalid {
        /// How many.
        count: usize,
    },
    /// There is no such inspector.
    InspectorMissing {
        /// What was asked for.
        asked: String,
    },
    /// Somebody else saved it meanwhile.
    InspectorMoved {
        /// The number, for people.
        number: String,
        /// What they are called.
        name: String,
    },
    /// Another inspector has this certificate.
    CertificateTaken {
        /// Its number.
        cert: String,
        /// Whose it is: number and name.
        whose: String,
    },
    /// The conflict does not exist.
    ConflictMissing {
        /// Its number.
        id: i64,
    },
    /// It was taken back already.
    ConflictWithdrawn {
        /// Its number.
        id: i64,
    },
    /// The same one is in force already.
    ConflictStands {
        /// Its number.
        id: i64,
    },
    /// The day of the planned inspection is none.
    InspectionDayWrong {
        /// What stands there.
        found: String,
    },
}

/// What is wrong with one value of an inspector.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs, reason = "the wording beside each in messages says what it is")]
pub enum InspectorFlaw {
    CertificateDamaged {
        found: String,
    },
    /// Words stand where the number of a certificate should.
    CertificateWords {
        found: String,
    },
    CertificateMissing,
    CertificateTwice,
    RelationUnknown {
        found: String,
    },
    MonthsTooMany {
        max: u32,
        found: u32,
    },
}

impl From<InspectorFault> for Reason {
    fn from(fault: InspectorFault) -> Self {
        Self::Inspector(fault)
    }
}

impl From<InspectorFlaw> for Flaw {
    fn from(flaw: InspectorFlaw) -> Self {
        Self::Inspector(flaw)
    }
}
