//! Why nothing can be done with a task, and what is wrong with one of its values or keeps its pool from being sealed. The names in
//! snake case are the codes on the wire: stable.

use strum::{EnumCount, IntoStaticStr};
use sunlot_rules::crew::borrowed::LoanFault;
use sunlot_rules::crew::slots::SlotFault;
use sunlot_rules::pool::{BoundFault, ClauseFault, StratumFault};

use crate::error::{Flaw, Reason};
use crate::{Error, Problem};

/// Why nothing can be done with a task.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
pub enum TaskFault {
    /// Values of a request are not right; the problems say which.
    TaskInvalid {
        /// How many.
        count: usize,
    },
    /// There is no such task.
    TaskMissing {
        /// What was asked for.
        asked: String,
    },
    /// Somebody else saved it meanwhile.
    TaskMoved {
        /// Its number, for people.
        number: String,
        /// What it is called.
        title: String,
    },
    /// A step does not follow from where a task stands.
    TaskStep {
        /// Its number, for people.
        number: String,
        /// Where it stands, for people.
        state: String,
    },
    /// Its pool cannot be sealed, nor announced; the problems say why.
    PoolNotReady {
        /// How many.
        count: usize,
    },
    /// The target is not in scope, so that nothing has to be decided about it.
    OutOfScope {
        /// What it is called.
        name: String,
    },
    /// The target is left out by a decision already.
    ExclusionStands {
        /// What it is called.
        name: String,
    },
    /// There is no such exclusion, or it was taken back.
    ExclusionMissing {
        /// Its number.
        id: i64,
    },
    /// The list is the same as when it was last announced.
    NoticeSame {
        /// The number of that notice.
        notice: i64,
    },
    /// The list of a draft is not announced: it may still change in everything.
    AnnounceDraft {
        /// The task's number, for people.
        number: String,
    },
    /// Its list is sealed, or it was drawn: nothing of it changes any more.
    TaskSealed {
        /// Its number, for people.
        number: String,
        /// The draw.
        draw: String,
        /// Whether the draw has ended.
        drawn: bool,
    },
    /// There is no such notice.
    NoticeMissing {
        /// What was asked for.
        asked: String,
    },
    /// There is no such stratum and no such reason.
    PartUnknown {
        /// What was asked for.
        asked: String,
    },
    /// The inspector is lent for the task already.
    LoanStands {
        /// The name.
        name: String,
    },
    /// There is no such loan, or whoever it was of was given back.
    LoanMissing {
        /// Its number.
        id: i64,
    },
    /// The same was asked for already, and is not refused.
    RequestStands {
        /// The request.
        id: i64,
    },
    /// There is no such request, or it was taken back.
    RequestMissing {
        /// Its number.
        id: i64,
    },
    /// The request was decided.
    RequestDecided {
        /// Its number.
        id: i64,
    },
    /// There are no partners to be asked.
    JointSingle {
        /// The task's number, for people.
        number: String,
    },
    /// A file is no workbook that asked a partner.
    JointForeign {
        /// The file.
        file: String,
    },
    /// It is about another task.
    JointOther {
        /// The file.
        file: String,
        /// The task's number, for people.
        number: String,
    },
    /// It is about the task as it stood before.
    JointStale {
        /// The file.
        file: String,
        /// The task's number, for people.
        number: String,
    },
    /// It is not the file that was looked at.
    JointFileMoved {
        /// The file.
        file: String,
    },
    /// Nobody in it can be sent.
    JointEmpty {
        /// The file.
        file: String,
        /// The department.
        dept: String,
    },
    /// Nobody can tell what its recusals are about.
    JointStaysOpen {
        /// The file.
        file: String,
        /// How many.
        count: usize,
    },
}

/// In what a task differs from the line of the plan that it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// The line has no such item.
    Item {
        /// The item.
        item: String,
        /// What the line is called.
        line: String,
    },
    /// Its visits are not in the days of the line.
    Days {
        /// The first day of the line.
        from: String,
        /// The last one.
        to: String,
    },
    /// The line draws from everybody, and the task under a condition.
    Targeted {
        /// The condition.
        clause: String,
    },
    /// The line draws under a condition, and the task has none.
    Untargeted {
        /// The line's condition.
        condition: String,
    },
    /// Several departments inspect together by the line, and one alone by the task.
    NotJoint {
        /// The department that leads.
        lead: String,
        /// The others.
        partners: String,
    },
    /// They inspect together, and are other departments than those of the line.
    OtherDepts {
        /// The department that leads by the line.
        lead: String,
        /// The others by the line.
        partners: String,
        /// Whom the line has and the task has not.
        lacking: String,
        /// Whom the task has and the line has not.
        beside: String,
    },
    /// Its plan is a draft.
    PlanDraft {
        /// What the plan is called.
        plan: String,
    },
    /// More are drawn than the line says.
    More {
        /// How many are drawn.
        quota: u64,
        /// How many of them would be within it.
        left: u64,
        /// What other tasks take of the line, each in words.
        others: Vec<String>,
        /// How many may be, all together.
        most: u64,
        /// What the line says.
        amount: String,
    },
    /// More are drawn than the line says, and not of targets of risk, although that is the reason written down (N-05).
    MoreBesideRisk {
        /// How many are drawn of those that are not of risk.
        quota: u64,
        /// How many of those may be.
        most: u64,
        /// What the line says.
        amount: String,
    },
    /// Nothing keeps the scope to that of the line, and it is wider.
    Wider {
        /// How many are in scope.
        in_scope: u64,
        /// How many the line says there are.
        base: u64,
        /// Who they are, in the line's words.
        scope: String,
    },
}

/// That everybody in scope is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EverybodyOut {
    /// For which reasons, and how many for each.
    pub reasons: Vec<(String, u64)>,
    /// The first day on which one of those who were visited often enough may be drawn again.
    pub again: Option<String>,
}

/// What is wrong with one value of a task, or keeps it from being sealed.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "snake_case")]
#[allow(missing_docs, reason = "the wording beside each in messages says what it is")]
pub enum TaskFlaw {
    ItemsMissing,
    ItemUnknown { found: String },
    ItemUnusable { item: String, why: String },
    EditionMissing,
    TaskPeriodReversed,
    PeriodLong { days: u32 },
    TaskBasisMissing,
    CaseNotDrawn,
    ConditionUnknown { found: String },
    ScopeClause { fault: ClauseFault },
    StratumShareUnread { found: String },
    CountUnread { found: String },
    QuotaUnknown { found: String },
    Stratum { fault: StratumFault },
    CrewSmall { least: u32 },
    LeadMissing,
    PartnersMissing,
    LeadTwice,
    OutsideBounds { fault: BoundFault, share: Option<u32> },
    PoolEmpty,
    NothingDrawn,
    FallenThrough { count: u64 },
    NameUnwritable { number: String },
    IdTwice { id: String },
    LineStrataMissing,
    TaskLineUnknown,
    NamesAmbiguous { name: String },
    Slot { fault: SlotFault },
    Loan { fault: LoanFault, why: String },
    LoanNameDiffers { known: String },
    LoanDeptOutside { found: String },
    DecidedEarly { asked_on: String },
    NotAsPlanned { fault: LineFault },
    VisitsBegun { from: String },
    DrawAfterVisits { from: String },
    AllExcluded { out: EverybodyOut },
    DrawDayPast { found: String },
    CrewShort { people: usize, least: u32 },
    DeptUnmanned { dept: String },
    CrewsUnfilled { why: String },
    NoticeDiffers { notice: usize },
    NoticeBefore { notice: usize },
}

impl From<TaskFault> for Reason {
    fn from(fault: TaskFault) -> Self {
        Self::Task(fault)
    }
}

impl From<TaskFlaw> for Flaw {
    fn from(flaw: TaskFlaw) -> Self {
        Self::Task(flaw)
    }
}

pub(super) fn fault(fault: TaskFault) -> Error {
    Error::new(fault, "")
}

pub(super) fn invalid(problems: Vec<Problem>) -> Error {
    let count = problems.len();
    Error::of_problems(TaskFault::TaskInvalid { count }, problems)
}
