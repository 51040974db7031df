//! The credit file of a target: its gradings by risk, each with the points it came from (F-01 … F-04), and the looks at its
//! credit (T-09). A grading is never changed: a later one takes its place. One that is entered late, under a day before that of
//! the one in force, is kept and changes nothing.

use chrono::NaiveDate;
use sunlot_rules::day::Day;
use sunlot_rules::risk::{self, Grading, Lowering, RiskFactor, RiskFault, RiskLevel, ScoreSheet, Thresholds};
use sunlot_rules::roster::date::Meaning;
use sunlot_rules::text;
use sunlot_store::Connection;
use sunlot_store::Values;
use sunlot_store::credit_inquiry::{self, InquiryRow};
use sunlot_store::risk_grading::{self, GradingRow, StoredGrading};
use sunlot_store::target::{self, Column, StoredTarget};

use super::acts::{about, checked_reason, invalid};
use super::credit_wire::{
    InquiryAdd, InquiryView, InquiryWithdraw, RiskGrade, RiskGraded, RiskGradingView, RiskPoints,
};
use super::fault::{TargetFault, TargetFlaw};
use super::labels;
use super::sheet::require;
use super::wire::TargetView;
use crate::commands::Act;
use crate::error::Flaw;
use crate::event::target as event;
use crate::registry::Told;
use crate::registry::check::{any_text, bound, day, day_of, problem, some_text};
use crate::registry::labels::word;
use crate::registry::limits::MIDDLE;
use crate::{Desk, Error, Kind, Problem, ProblemView, Result};

impl Desk {
    /// Says what a grading would come to. Nothing is written.
    pub fn risk_check(&self, request: &RiskGrade) -> Result<RiskGraded> {
        let in_force = self.read(Act::RiskCheck, |office| grading_in_force(office, request.target))?;
        let (grading, read) = self.graded(request);
        let newer = |row: &GradingRow| in_force.filter(|other| other.row.graded_on > row.graded_on);
        let newer = read.as_ref().ok().and_then(newer);
        let problems = read.err().unwrap_or_default();
        Ok(RiskGraded {
            score: grading.map(|grading| grading.score.into()),
            graded: grading.map(|grading| level(grading.level)),
            notice: newer.map_or_else(String::new, |newer| {
                let level = word::<RiskLevel>(&newer.row.level).label;
                labels::graded_late(&newer.row.graded_on, &level)
            }),
            problems: problems.into_iter().map(ProblemView::from).collect(),
        })
    }

    /// Grades a target; its level in the registry follows, unless a later grading is in force.
    pub fn risk_grade(&self, request: &RiskGrade) -> Result<TargetView> {
        self.change(Act::RiskGrade, |change| {
            let (number, name) = about(change, request.target)?;
            let (grading, row) = self.graded(request);
            let row = row.map_err(invalid)?;
            let score = grading.map_or(0, |grading| grading.score);
            let in_force = grading_in_force(change.tx(), request.target)?;
            let newer = in_force.filter(|other| other.row.graded_on > row.graded_on);
            risk_grading::add(change, &row)?;
            let stored = require(change.tx(), request.target)?;
            if newer.is_none() && stored.get(Column::Risk) != row.level {
                let after = stored.values.with(Column::Risk.place(), &row.level);
                target::follow(change, stored.id, stored.version + 1, &after)?;
            }
            let kind = Kind::RiskGraded(event::RiskGraded {
                target: number,
                name,
                score,
                graded: row.graded,
                level: row.level,
                lowered_for: row.lowered_for,
                newer: newer.map(|newer| newer.row.graded_on).unwrap_or_default(),
            });
            Ok(((), Some(kind)))
        })?;
        self.read(Act::TargetOpen, |office| self.target_of(office, request.target))
    }

    /// Enters a look at a target's credit.
    pub fn inquiry_add(&self, request: &InquiryAdd) -> Result<TargetView> {
        self.change(Act::InquiryAdd, |change| {
            let (number, name) = about(change, request.target)?;
            let row = self.inquiry_row(request).map_err(invalid)?;
            inquiry_is_new(change.tx(), &row)?;
            credit_inquiry::add(change, &row)?;
            let kind = Kind::CreditInquired(event::CreditInquired {
                target: number,
                name,
                inquired_on: row.inquired_on,
                source: row.source,
            });
            Ok(((), Some(kind)))
        })?;
        self.read(Act::TargetOpen, |office| self.target_of(office, request.target))
    }

    /// Takes an inquiry back that was entered by mistake.
    pub fn inquiry_withdraw(&self, request: &InquiryWithdraw) -> Result<TargetView> {
        let (id, _) = self.change(Act::InquiryWithdraw, |change| {
            let entry = request.id;
            let missing = || Error::new(TargetFault::TargetEntryMissing { id: entry }, "");
            let stored = credit_inquiry::by_id(change.tx(), entry)?.ok_or_else(missing)?;
            if stored.row.withdrawn {
                return Err(Error::new(TargetFault::TargetEntryWithdrawn { id: entry }, ""));
            }
            let (number, name) = about(change, stored.row.target)?;
            let reason = checked_reason(&request.reason)?;
            let row = InquiryRow {
                withdrawn: true,
                ..stored.row.clone()
            };
            credit_inquiry::follow(change, entry, stored.version + 1, &row)?;
            let kind = Kind::CreditWithdrawn(event::InquiryWithdrawn {
                target: number,
                name,
                inquired_on: stored.row.inquired_on,
                reason,
            });
            Ok((stored.row.target, Some(kind)))
        })?;
        self.read(Act::TargetOpen, |office| self.target_of(office, id))
    }

    /// The grading as far as its points are there, and the row where nothing stands in the way.
    fn graded(
        &self,
        request: &RiskGrade,
    ) -> (Option<Grading>, std::result::Result<GradingRow, Vec<Problem>>) {
        let mut problems = Vec::new();
        let sheet = points(request, &mut problems);
        let inherent = read_level(&request.inherent, "inherent", labels::INHERENT, &mut problems);
        let activities: Vec<RiskLevel> = inherent.into_iter().collect();
        let grading = sheet.and_then(|sheet| risk::grade(&activities, &sheet, Thresholds::default()).ok());
        let graded_on = self.day_of_grading(request, &mut problems);
        let basis = some_text(&request.basis, MIDDLE).unwrap_or_else(|fault| {
            problems.push(problem("basis", labels::GRADING_BASIS, fault));
            String::new()
        });
        let said = any_text(&request.activities, MIDDLE).unwrap_or_else(|fault| {
            problems.push(problem("activities", labels::ACTIVITIES, fault));
            String::new()
        });
        let lowering = self.lowering(request, grading, &mut problems);
        let row = match (grading, sheet) {
            (Some(grading), Some(sheet)) if problems.is_empty() => Ok(GradingRow {
                target: request.target,
                graded_on,
                activities: said,
                inherent: inherent.map_or("", Into::into).to_owned(),
                points: [
                    sheet.safety_building,
                    sheet.hidden_dangers,
                    sheet.internal_management,
                    sheet.law_abidance,
                ],
                graded: <&str>::from(grading.level).to_owned(),
                level: <&str>::from(lowering.as_ref().map_or(grading.level, Lowering::to)).to_owned(),
                lowered_for: lowering.as_ref().map_or("", Lowering::reason).to_owned(),
                review_on: lowering.map_or_else(String::new, |lowering| lowering.review_on().to_string()),
                basis,
            }),
            _ => Err(problems),
        };
        (grading, row)
    }

    fn day_of_grading(&self, request: &RiskGrade, problems: &mut Vec<Problem>) -> String {
        match day(&request.graded_on, Meaning::Past, self.today()) {
            Ok(day) if day.is_empty() => self.today().to_string(),
            Ok(day) => day,
            Err(flaw) => {
                problems.push(problem("gradedOn", labels::GRADED_ON, flaw));
                String::new()
            }
        }
    }

    /// A level that is lower for now (F-04): with a reason, and a day on which it is looked at again.
    fn lowering(
        &self,
        request: &RiskGrade,
        grading: Option<Grading>,
        problems: &mut Vec<Problem>,
    ) -> Option<Lowering> {
        let to = read_level(&request.lowered_to, "loweredTo", labels::LOWERED_TO, problems)?;
        let review = bound(&request.review_on, self.today()).unwrap_or_default();
        let review_on = Day::parse(&review).or_else(|| day_of(self.today()))?;
        let today = day_of(self.today())?;
        match Lowering::new(grading?.level, to, &request.lowered_for, review_on, today) {
            Ok(lowering) => Some(lowering),
            Err(faults) => {
                problems.extend(faults.into_iter().map(lowering_problem));
                None
            }
        }
    }

    fn inquiry_row(&self, request: &InquiryAdd) -> std::result::Result<InquiryRow, Vec<Problem>> {
        let mut problems = Vec::new();
        let inquired_on = match day(&request.inquired_on, Meaning::Past, self.today()) {
            Ok(day) if day.is_empty() => {
                problems.push(problem("inquiredOn", labels::INQUIRED_ON, Flaw::Required));
                day
            }
            Ok(day) => day,
            Err(flaw) => {
                problems.push(problem("inquiredOn", labels::INQUIRED_ON, flaw));
                String::new()
            }
        };
        let mut said = |field: &str, label: &str, typed: &str, needed: bool| {
            let read = if needed {
                some_text(typed, MIDDLE)
            } else {
                any_text(typed, MIDDLE)
            };
            read.unwrap_or_else(|fault| {
                problems.push(problem(field, label, fault));
                String::new()
            })
        };
        let row = InquiryRow {
            target: request.target,
            inquired_on,
            source: said("source", labels::INQUIRY_SOURCE, &request.source, true),
            found: said("found", labels::INQUIRY_FOUND, &request.found, true),
            document: said("document", labels::INQUIRY_DOCUMENT, &request.document, false),
            withdrawn: false,
        };
        if problems.is_empty() {
            Ok(row)
        } else {
            Err(problems)
        }
    }
}

/// One look is one entry. Two of a day at one place have each a document of its own.
fn inquiry_is_new(office: &Connection, row: &InquiryRow) -> Result<()> {
    let place = |row: &InquiryRow| text::searchable(&row.source);
    let same = |other: &InquiryRow| {
        let told_apart = !row.document.is_empty() && row.document != other.document;
        !other.withdrawn && other.inquired_on == row.inquired_on && place(other) == place(row) && !told_apart
    };
    let there = credit_inquiry::of_target(office, row.target)?;
    match there.into_iter().find(|other| same(&other.row)) {
        None => Ok(()),
        Some(other) => {
            let fault = TargetFault::InquiryStands {
                id: other.id,
                inquired_on: other.row.inquired_on,
                source: other.row.source,
            };
            Err(Error::new(fault, ""))
        }
    }
}

fn points(request: &RiskGrade, problems: &mut Vec<Problem>) -> Option<ScoreSheet> {
    let mut one = |field: &str, factor: RiskFactor, typed: &str| {
        let label = labels::factor(factor);
        let typed = typed.trim();
        match typed.parse::<u8>() {
            Ok(points) if points <= risk::MOST_POINTS => Some(points),
            _ if typed.is_empty() => {
                problems.push(problem(field, label, Flaw::Required));
                None
            }
            _ => {
                let found = typed.to_owned();
                problems.push(problem(field, label, TargetFlaw::PointsUnread { found }));
                None
            }
        }
    };
    let sheet = [
        one(
            "safetyBuilding",
            RiskFactor::SafetyBuilding,
            &request.safety_building,
        ),
        one(
            "hiddenDangers",
            RiskFactor::HiddenDangers,
            &request.hidden_dangers,
        ),
        one(
            "internalManagement",
            RiskFactor::InternalManagement,
            &request.internal_management,
        ),
        one("lawAbidance", RiskFactor::LawAbidance, &request.law_abidance),
    ];
    match sheet {
        [
            Some(safety_building),
            Some(hidden_dangers),
            Some(internal_management),
            Some(law_abidance),
        ] => Some(ScoreSheet {
            safety_building,
            hidden_dangers,
            internal_management,
            law_abidance,
        }),
        _ => None,
    }
}

fn read_level(typed: &str, field: &str, label: &str, problems: &mut Vec<Problem>) -> Option<RiskLevel> {
    if typed.is_empty() {
        return None;
    }
    let read = typed.parse().ok();
    if read.is_none() {
        let found = typed.to_owned();
        problems.push(problem(field, label, TargetFlaw::ChoiceUnknown { found }));
    }
    read
}

fn lowering_problem(fault: RiskFault) -> Problem {
    match fault {
        RiskFault::NotLower => problem("loweredTo", labels::LOWERED_TO, TargetFlaw::NotLower),
        RiskFault::ReasonMissing => problem("loweredFor", labels::LOWERED_FOR, Flaw::Required),
        _ => problem("reviewOn", labels::REVIEW_ON, TargetFlaw::ReviewDay),
    }
}

fn level(level: RiskLevel) -> Told {
    word::<RiskLevel>(level.into())
}

/// The gradings of a target, the newest first.
pub(super) fn gradings(office: &Connection, target: i64, today: NaiveDate) -> Result<Vec<RiskGradingView>> {
    Ok(by_day(office, target)?
        .into_iter()
        .map(|stored| grading_view(stored, today))
        .collect())
}

/// The gradings of a target by their days, the latest first; of one day the last that was entered.
fn by_day(office: &Connection, target: i64) -> Result<Vec<StoredGrading>> {
    let mut stored = risk_grading::of_target(office, target)?;
    stored.sort_by(|one, other| other.row.graded_on.cmp(&one.row.graded_on));
    Ok(stored)
}

/// The grading that a target's level comes from.
pub(super) fn grading_in_force(office: &Connection, target: i64) -> Result<Option<StoredGrading>> {
    Ok(by_day(office, target)?.into_iter().next())
}

/// A level that follows from points is not typed over: the next grading changes it, or lowers it with a reason and a day on
/// which that is looked at again (F-02, F-04). `whose` names the target where it is one of several.
pub(super) fn level_is_free(
    office: &Connection,
    stored: &StoredTarget,
    after: &Values,
    whose: &str,
) -> Result<()> {
    let risk = Column::Risk;
    if stored.get(risk) == after.get(risk.place()) {
        return Ok(());
    }
    match grading_in_force(office, stored.id)? {
        None => Ok(()),
        Some(grading) => {
            let (whose, on) = (whose.to_owned(), grading.row.graded_on);
            let flaw = TargetFlaw::LevelGraded { whose, on };
            Err(invalid(vec![problem(risk.name(), labels::column(risk), flaw)]))
        }
    }
}

fn grading_view(stored: StoredGrading, today: NaiveDate) -> RiskGradingView {
    let row = stored.row;
    let points = RiskFactor::ALL.iter().zip(row.points);
    let told = |value: &str| word::<RiskLevel>(value);
    RiskGradingView {
        factors: points
            .map(|(factor, points)| RiskPoints {
                factor: labels::told(factor.name(), labels::factor(*factor)),
                points: points.into(),
            })
            .collect(),
        score: row.points.into_iter().map(u32::from).sum(),
        inherent: told(&row.inherent),
        graded: told(&row.graded),
        level: told(&row.level),
        review_due: !row.review_on.is_empty() && row.review_on <= today.to_string(),
        graded_on: row.graded_on,
        activities: row.activities,
        lowered_for: row.lowered_for,
        review_on: row.review_on,
        basis: row.basis,
    }
}

/// The looks at a target's credit, the newest first.
pub(super) fn inquiries(office: &Connection, target: i64) -> Result<Vec<InquiryView>> {
    let stored = credit_inquiry::of_target(office, target)?;
    let view = |stored: credit_inquiry::StoredInquiry| InquiryView {
        id: stored.id,
        inquired_on: stored.row.inquired_on,
        source: stored.row.source,
        found: stored.row.found,
        document: stored.row.document,
        withdrawn: stored.row.withdrawn,
    };
    Ok(stored.into_iter().map(view).collect())
}
