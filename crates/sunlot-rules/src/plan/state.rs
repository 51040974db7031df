//! The way of a plan: draft, approved, submitted, published, and back to draft only as an amendment (N-01, N-02, L-10).
//!
//! Which step may follow which, and what each needs. That a step is written down, and who may take it, is for others.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::Period;
use crate::day::Day;

/// How far a plan is on its way.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum State {
    /// It is being drawn up; only now may its lines change.
    Draft,
    /// The head of the office has approved it.
    Approved,
    /// It was handed in above.
    Submitted,
    /// Everybody can read it.
    Published,
}

impl State {
    /// All of them.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name, which never changes.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether tasks may be made of its lines: nothing is drawn by a draft.
    pub const fn is_usable(self) -> bool {
        !matches!(self, Self::Draft)
    }
}

/// A step on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The head of the office approves.
    Approve {
        /// Who.
        by: String,
        /// When.
        on: Option<Day>,
        /// The number of the document.
        document: String,
    },
    /// It is handed in; to several offices, one after the other.
    Submit {
        /// To whom.
        to: String,
        /// When.
        on: Option<Day>,
        /// What shows that it arrived (N-02).
        receipt: String,
    },
    /// It is published.
    Publish {
        /// Where.
        channels: Vec<String>,
        /// When.
        on: Option<Day>,
    },
    /// It goes back to draft, because something changes.
    Amend {
        /// Why.
        reason: String,
        /// By which document or rule.
        basis: String,
        /// When.
        on: Option<Day>,
    },
}

/// What a step needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum StepField {
    /// Who approved.
    By,
    /// When.
    On,
    /// The number of the document.
    Document,
    /// To whom it was handed in.
    To,
    /// What shows that it arrived.
    Receipt,
    /// Where it was published.
    Channels,
    /// Why it is amended.
    Reason,
    /// By which document or rule.
    Basis,
}

/// Why a step cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepFault {
    /// It does not follow the state that the plan is in.
    Order {
        /// That state.
        state: State,
    },
    /// Something is missing.
    Missing(StepField),
    /// It is dated before the step before it.
    Back {
        /// When that one was.
        last: Day,
    },
    /// It is dated after today.
    Future {
        /// Today.
        today: Day,
    },
}

/// Where a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Course {
    /// How far it is.
    pub state: State,
    /// The day of the last step, or of its drawing up.
    pub last: Day,
    /// How often it was handed in since it was last a draft.
    pub submissions: u32,
    /// How often it was amended.
    pub amendments: u32,
}

impl Course {
    /// A plan drawn up on a day.
    pub const fn drawn_up(on: Day) -> Self {
        Self {
            state: State::Draft,
            last: on,
            submissions: 0,
            amendments: 0,
        }
    }

    /// Where it stands after a step, or everything that is wrong with it.
    pub fn take(self, step: &Step, today: Day) -> Result<Self, Vec<StepFault>> {
        let mut faults = Vec::new();
        let after = step.after(self.state);
        if after.is_none() {
            faults.push(StepFault::Order { state: self.state });
        }
        faults.extend(step.missing().into_iter().map(StepFault::Missing));
        if let Some(on) = step.on() {
            if on < self.last {
                faults.push(StepFault::Back { last: self.last });
            }
            if on > today {
                faults.push(StepFault::Future { today });
            }
        }
        match (after, step.on()) {
            (Some(state), Some(last)) if faults.is_empty() => Ok(self.at(step, state, last)),
            _ => Err(faults),
        }
    }

    fn at(self, step: &Step, state: State, last: Day) -> Self {
        let (submissions, amendments) = match step {
            Step::Submit { .. } => (self.submissions.saturating_add(1), self.amendments),
            Step::Amend { .. } => (0, self.amendments.saturating_add(1)),
            Step::Approve { .. } | Step::Publish { .. } => (self.submissions, self.amendments),
        };
        Self {
            state,
            last,
            submissions,
            amendments,
        }
    }
}

impl Step {
    /// When it was taken.
    pub const fn on(&self) -> Option<Day> {
        match self {
            Self::Approve { on, .. }
            | Self::Submit { on, .. }
            | Self::Publish { on, .. }
            | Self::Amend { on, .. } => *on,
        }
    }

    /// What it leads to from a state, if it may follow.
    pub const fn after(&self, state: State) -> Option<State> {
        match (self, state) {
            (Self::Approve { .. }, State::Draft) => Some(State::Approved),
            (Self::Submit { .. }, State::Approved | State::Submitted) => Some(State::Submitted),
            // Another office asks for a plan that everybody can read, or it is published in another place.
            (Self::Submit { .. }, State::Published) => Some(State::Published),
            (Self::Publish { .. }, State::Submitted | State::Published) => Some(State::Published),
            (Self::Amend { .. }, State::Approved | State::Submitted | State::Published) => Some(State::Draft),
            _ => None,
        }
    }

    fn missing(&self) -> Vec<StepField> {
        let empty = |text: &str| text.trim().is_empty();
        let mut missing = match self {
            // The rules of the offices ask who and when; a document's number or a receipt not every one of them gives.
            Self::Approve { by, .. } => vec![(empty(by), StepField::By)],
            Self::Submit { to, .. } => vec![(empty(to), StepField::To)],
            Self::Publish { channels, .. } => {
                vec![(channels.iter().all(|name| empty(name)), StepField::Channels)]
            }
            Self::Amend { reason, basis, .. } => {
                vec![
                    (empty(reason), StepField::Reason),
                    (empty(basis), StepField::Basis),
                ]
            }
        };
        missing.push((self.on().is_none(), StepField::On));
        missing
            .into_iter()
            .filter(|(lacks, _)| *lacks)
            .map(|(_, field)| field)
            .collect()
    }
}

/// So many days after it was due a plan was handed in; 0 where it was in time (N-02, rules 2.4).
pub fn days_late(period: Period, year: u16, submitted: Day) -> Option<u32> {
    let due = period.plan_due(year)?;
    Some(u32::try_from(submitted.number() - due.number()).unwrap_or_default())
}

#[cfg(test)]
mod tests;
