//! How an inspector stands on a day: the certificates, and every reason against being drawn.

use sunlot_rules::day::Day;
use sunlot_rules::eligible::{self, Candidate, Certificate, Ineligible, expiring_within};
use sunlot_rules::roster::date::Date;
use sunlot_rules::roster::words::InspectorStatus;
use sunlot_store::Values;
use sunlot_store::inspector::Column;

use super::labels;
use crate::registry::Told;
use crate::registry::labels::joined;

/// So many days before its end a certificate is said to expire.
const SOON: i32 = 60;

/// The columns of the two certificates: number, last day, issuer.
pub(crate) const CERTIFICATES: [[Column; 3]; 2] = [
    [Column::CertNo, Column::CertValidTo, Column::CertIssuer],
    [
        Column::SecondCertNo,
        Column::SecondCertValidTo,
        Column::SecondCertIssuer,
    ],
];

/// The two days that count: today, and the day of the inspection.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    pub today: Day,
    pub on: Day,
}

/// How the certificates of an inspector, or one of them, stand today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Valid,
    Expiring,
    Expired,
    Unknown,
    None,
}

impl State {
    pub(super) const ALL: [Self; 5] = [
        Self::Valid,
        Self::Expiring,
        Self::Expired,
        Self::Unknown,
        Self::None,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Expiring => "expiring",
            Self::Expired => "expired",
            Self::Unknown => "unknown",
            Self::None => "none",
        }
    }

    /// How these stand together: one valid certificate is enough, and the one that is valid longest counts.
    pub(super) fn of(certificates: &[Certificate], today: Day) -> Self {
        let valid = |certificate: &Certificate| certificate.is_valid(today);
        match () {
            () if certificates.is_empty() => Self::None,
            () if expiring_within(SOON, certificates, today).is_some() => Self::Expiring,
            () if certificates.iter().any(valid) => Self::Valid,
            () if certificates
                .iter()
                .any(|certificate| certificate.last_day().is_some()) =>
            {
                Self::Expired
            }
            () => Self::Unknown,
        }
    }
}

/// The certificates that have a number.
pub(crate) fn certificates(values: &Values) -> Vec<Certificate> {
    let read = |[number, valid_to, _]: &[Column; 3]| Certificate {
        number: values.get(number.place()).to_owned(),
        valid_to: Date::parse(values.get(valid_to.place())),
    };
    let all = CERTIFICATES.iter().map(read);
    all.filter(|certificate| !certificate.number.is_empty()).collect()
}

/// Whether somebody is an expert or an assistant, who does not count as one who enforces.
pub(crate) fn is_expert(values: &Values) -> bool {
    values.get(Column::Expert.place()) == "yes"
}

/// Every reason why an inspector may not be drawn on a day.
pub(super) fn reasons(values: &Values, on: Day) -> Vec<Ineligible> {
    let candidate = Candidate {
        name: values.get(Column::Name.place()),
        certificates: &certificates(values),
        // Of what nobody can read, nobody knows that they are at work.
        status: values
            .get(Column::Status.place())
            .parse()
            .unwrap_or(InspectorStatus::Suspended),
        listed: values.get(Column::Membership.place()) == "in",
        assistant_only: is_expert(values),
    };
    eligible::reasons(&candidate, on)
}

/// The last day of the last valid certificate where that ends soon, and in how many days.
pub(super) fn expiring(values: &Values, today: Day) -> Option<(Day, i32)> {
    let last = expiring_within(SOON, &certificates(values), today)?;
    Some((last, last.number() - today.number()))
}

/// Why an inspector may not be drawn on a day, in words; empty: they may.
pub(crate) fn why_not_drawn(values: &Values, on: Day) -> String {
    let told: Vec<Told> = reasons(values, on)
        .into_iter()
        .map(|reason| labels::bar(reason, values))
        .collect();
    joined(&told)
}
