//! Flags and visits of a target: entered, ended, and taken back, never deleted.

use sunlot_rules::roster::date::Meaning;
use sunlot_rules::roster::words::{TaskKind, Vocabulary};
use sunlot_store::Connection;
use sunlot_store::target_flag::{self, FlagRow};
use sunlot_store::visit::{self, VisitRow};

use super::acts::{about, checked_reason, invalid};
use super::entry_wire::{TargetFlagAdd, TargetFlagEnd, VisitAdd, VisitWithdraw};
use super::fault::{TargetFault, TargetFlaw};
use super::flags::FlagKind;
use super::labels;
use super::tally::{ROSTER, period};
use super::wire::TargetView;
use crate::commands::Act;
use crate::error::Flaw;
use crate::event::target::VisitTakenBack;
use crate::event::target::{FlagOver, FlagSet};
use crate::import::Registry;
use crate::registry::check::{any_text, bound, day, problem, some_text};
use crate::registry::limits::{MIDDLE, most};
use crate::{Desk, Error, Kind, Problem, Result};

impl Desk {
    /// Sets what makes a target be looked at more often.
    pub fn target_flag_add(&self, request: &TargetFlagAdd) -> Result<TargetView> {
        self.change(Act::TargetFlagAdd, |change| {
            let (target, name) = about(change, request.target)?;
            let (flag, row) = self.flag_row(request).map_err(invalid)?;
            flag_is_new(change.tx(), flag, &row)?;
            target_flag::add(change, &row)?;
            let kind = Kind::TriggerSet(FlagSet {
                target,
                name,
                flag,
                since: row.since,
                evidence: row.evidence,
            });
            Ok(((), Some(kind)))
        })?;
        self.read(Act::TargetOpen, |office| self.target_of(office, request.target))
    }

    /// Ends a flag, or takes it back as a mistake.
    pub fn target_flag_end(&self, request: &TargetFlagEnd) -> Result<TargetView> {
        let (id, _) = self.change(Act::TargetFlagEnd, |change| {
            let missing = || Error::new(TargetFault::TargetEntryMissing { id: request.id }, "");
            let stored = target_flag::by_id(change.tx(), request.id)?.ok_or_else(missing)?;
            if stored.row.withdrawn {
                return Err(Error::new(
                    TargetFault::TargetEntryWithdrawn { id: request.id },
                    "",
                ));
            }
            let (target, name) = about(change, stored.row.target)?;
            let reason = checked_reason(&request.reason)?;
            let until = bound(&request.until, self.today())
                .map_err(|flaw| invalid(vec![problem("until", labels::UNTIL, flaw)]))?;
            if !until.is_empty() && until < stored.row.since {
                return Err(invalid(vec![problem(
                    "until",
                    labels::UNTIL,
                    TargetFlaw::PeriodReversed,
                )]));
            }
            let row = FlagRow {
                withdrawn: until.is_empty(),
                until: if until.is_empty() {
                    stored.row.until.clone()
                } else {
                    until.clone()
                },
                ..stored.row.clone()
            };
            target_flag::follow(change, stored.id, stored.version + 1, &row)?;
            let flag = stored.row.flag.parse().unwrap_or(FlagKind::Blacklist);
            let kind = Kind::TriggerEnded(FlagOver {
                target,
                name,
                flag,
                until,
                reason,
            });
            Ok((stored.row.target, Some(kind)))
        })?;
        self.read(Act::TargetOpen, |office| self.target_of(office, id))
    }

    /// Enters a visit that was made outside of the program.
    pub fn visit_add(&self, request: &VisitAdd) -> Result<TargetView> {
        self.change(Act::VisitAdd, |change| {
            let (target, name) = about(change, request.target)?;
            let row = self.visit_row(request).map_err(invalid)?;
            visit_is_new(change.tx(), &row)?;
            let held_on = row.held_on.clone();
            visit::add(change, &[row])?;
            Ok((
                (),
                Some(Kind::VisitEntered {
                    target,
                    name,
                    held_on,
                }),
            ))
        })?;
        self.read(Act::TargetOpen, |office| self.target_of(office, request.target))
    }

    /// Takes a visit back that was entered by mistake.
    pub fn visit_withdraw(&self, request: &VisitWithdraw) -> Result<TargetView> {
        let (id, _) = self.change(Act::VisitWithdraw, |change| {
            let missing = || Error::new(TargetFault::TargetEntryMissing { id: request.id }, "");
            let stored = visit::by_id(change.tx(), request.id)?.ok_or_else(missing)?;
            if stored.row.withdrawn {
                return Err(Error::new(
                    TargetFault::TargetEntryWithdrawn { id: request.id },
                    "",
                ));
            }
            let (target, name) = about(change, stored.row.target)?;
            let reason = checked_reason(&request.reason)?;
            let row = VisitRow {
                withdrawn: true,
                ..stored.row.clone()
            };
            visit::follow(change, stored.id, stored.version + 1, &row)?;
            let kind = Kind::VisitWithdrawn(VisitTakenBack {
                target,
                name,
                held_on: stored.row.held_on,
                reason,
            });
            Ok((stored.row.target, Some(kind)))
        })?;
        self.read(Act::TargetOpen, |office| self.target_of(office, id))
    }

    fn flag_row(&self, request: &TargetFlagAdd) -> std::result::Result<(FlagKind, FlagRow), Vec<Problem>> {
        let mut problems = Vec::new();
        let flag: Option<FlagKind> = request.flag.parse().ok();
        if flag.is_none() {
            let found = request.flag.clone();
            problems.push(problem("flag", labels::FLAG, TargetFlaw::FlagUnknown { found }));
        }
        let mut dated = |field: &str, label: &str, typed: &str| {
            bound(typed, self.today()).unwrap_or_else(|flaw| {
                problems.push(problem(field, label, flaw));
                String::new()
            })
        };
        let since = dated("since", labels::SINCE, &request.since);
        let until = dated("until", labels::UNTIL, &request.until);
        let evidence = some_text(&request.evidence, MIDDLE).unwrap_or_else(|fault| {
            problems.push(problem("evidence", labels::EVIDENCE, fault));
            String::new()
        });
        if request.since.trim().is_empty() {
            problems.push(problem("since", labels::SINCE, Flaw::Required));
        }
        if !until.is_empty() && until < since {
            problems.push(problem("until", labels::UNTIL, TargetFlaw::PeriodReversed));
        }
        let row = FlagRow {
            target: request.target,
            flag: request.flag.clone(),
            since,
            until,
            evidence,
            withdrawn: false,
        };
        flag.filter(|_| problems.is_empty())
            .map(|flag| (flag, row))
            .ok_or(problems)
    }

    fn visit_row(&self, request: &VisitAdd) -> std::result::Result<VisitRow, Vec<Problem>> {
        let mut problems = Vec::new();
        let held_on = day(&request.held_on, Meaning::Visited, self.today()).unwrap_or_else(|flaw| {
            problems.push(problem("heldOn", labels::HELD_ON, flaw));
            String::new()
        });
        if held_on.is_empty() && problems.is_empty() {
            problems.push(problem("heldOn", labels::HELD_ON, Flaw::Required));
        }
        if held_on.is_empty() || period(&held_on).is_some() {
            let known = TaskKind::all()
                .iter()
                .any(|kind| kind.name() == request.task_kind);
            if !known {
                let found = request.task_kind.clone();
                problems.push(problem(
                    "taskKind",
                    labels::TASK_KIND,
                    TargetFlaw::ChoiceUnknown { found },
                ));
            }
        }
        let mut short = |field: &str, label: &str, typed: &str| {
            any_text(typed, most(Registry::Visits, field)).unwrap_or_else(|fault| {
                problems.push(problem(field, label, fault));
                String::new()
            })
        };
        let row = VisitRow {
            target: request.target,
            held_on,
            times: 1,
            counted: request.counted,
            task_kind: request.task_kind.clone(),
            modes: short("modes", labels::MODES, &request.modes),
            items: short("items", labels::ITEMS, &request.items),
            unit: short("unit", labels::UNIT, &request.unit),
            inspectors: short("inspectors", labels::INSPECTORS, &request.inspectors),
            result: short("result", labels::RESULT, &request.result),
            remark: short("remark", labels::REMARK, &request.remark),
            origin: "entered".to_owned(),
            withdrawn: false,
        };
        if problems.is_empty() {
            Ok(row)
        } else {
            Err(problems)
        }
    }
}

/// Two flags of one kind would count as one on a day that both hold, and ending one would change nothing.
fn flag_is_new(office: &Connection, flag: FlagKind, row: &FlagRow) -> Result<()> {
    let ends_before = |one: &FlagRow, other: &FlagRow| !one.until.is_empty() && one.until < other.since;
    let there = target_flag::of_target(office, row.target)?;
    let overlaps = |other: &FlagRow| {
        other.flag == row.flag && !other.withdrawn && !ends_before(other, row) && !ends_before(row, other)
    };
    match there.into_iter().find(|other| overlaps(&other.row)) {
        None => Ok(()),
        Some(other) => {
            let fault = TargetFault::FlagStands {
                id: other.id,
                flag,
                since: other.row.since,
                until: other.row.until,
            };
            Err(Error::new(fault, ""))
        }
    }
}

/// A visit that is entered twice would count twice against how often somebody may be visited. Whoever was visited twice on a day
/// is said to be: by what was inspected, by whom, or in a remark.
fn visit_is_new(office: &Connection, row: &VisitRow) -> Result<()> {
    let differ = |one: &str, other: &str| !one.is_empty() && !other.is_empty() && one != other;
    let same = |other: &VisitRow| {
        !other.withdrawn
            && other.origin != ROSTER
            && other.held_on == row.held_on
            && other.task_kind == row.task_kind
            && !differ(&row.items, &other.items)
            && !differ(&row.unit, &other.unit)
            && (row.remark.is_empty() || row.remark == other.remark)
    };
    let there = visit::of_target(office, row.target)?;
    match there.into_iter().find(|other| same(&other.row)) {
        None => Ok(()),
        Some(other) => {
            let (id, held_on) = (other.id, other.row.held_on);
            Err(Error::new(TargetFault::VisitStands { id, held_on }, ""))
        }
    }
}
