//! Who may inspect for a task, who may not and why, and who stays away from whom.

pub(crate) mod labels;

use std::collections::BTreeMap;

use sunlot_draw::Id;
use sunlot_rules::crew::borrowed::check;
use sunlot_rules::crew::left_out::{LeftOut, Registered, Why, left_out};
use sunlot_rules::crew::recusals::{Conflict, Decision, Known, Pair, PastVisit, Request, recusals};
use sunlot_rules::day::Day;
use sunlot_rules::eligible::{Candidate, Certificate};
use sunlot_rules::roster::cert;
use sunlot_rules::roster::words::InspectorStatus;
use sunlot_store::inspector::{self, Column, StoredInspector};
use sunlot_store::inspector_conflict::{self, StoredConflict};
use sunlot_store::{Connection, Values, rotation_setting, visit};

use super::document::{Crew, TaskDocument};
use super::joint;
use super::labels as task_labels;
use super::loans::{self, Lent};
use super::own_people::Own;
use super::pool::Held;
use super::source::{fact, place};
use super::{places, requests};
use crate::inspector::{certificates_of, inspector_bar, inspector_number, is_expert};
use crate::{Error, Reason, Result};

/// What stands in a task whose departments are named as units are.
pub(super) const UNIT: &str = "unit";

/// Somebody of the registry, or whom another unit lends.
pub(crate) struct Person {
    /// Who it is in the registry, where it has them.
    pub inspector: Option<i64>,
    /// By which loan they are here.
    pub loan: Option<i64>,
    /// Who lends them, on what document; empty: nobody.
    pub borrowed: String,
    /// What stands for them in a draw: the number of the certificate, else the office's own (contract 7).
    pub id: Id,
    pub name: String,
    pub dept: String,
    pub skills: Vec<String>,
    certificates: Vec<Certificate>,
    excluded: Option<String>,
    values: Values,
}

/// The people of a task.
pub(crate) struct People {
    /// Everybody in the registry, and then whoever else is lent.
    pub all: Vec<Person>,
    /// Who may be drawn, by place in `all`, sorted by id.
    pub eligible: Vec<usize>,
    /// Who may not, with every reason.
    pub left_out: Vec<(usize, Vec<String>)>,
}

/// Somebody who stays away from a target: places in `all` and in the registry of targets.
pub(crate) struct Apart {
    pub inspector: usize,
    pub target: usize,
    pub reasons: Vec<String>,
    /// Whether only the rule of rotation says so.
    pub rotation: bool,
}

/// Who stays away from whom, and which requests are not decided: places in `all` and in the registry of targets.
pub(super) struct Separated {
    pub pairs: Vec<Apart>,
    pub undecided: Vec<(usize, usize)>,
}

impl People {
    /// Of a task; one that is not saved yet has no number, and nobody is lent for it.
    pub fn read(office: &Connection, task: Option<i64>, document: &TaskDocument) -> Result<Self> {
        let (crew, (from, to)) = (&document.crew, document.period()?);
        let depts = places::departments(crew);
        let stored = inspector::all(office)?;
        let (by_unit, own) = (by_unit(crew, &depts, &stored), Own::of(office, crew, &stored)?);
        let excluded: BTreeMap<i64, String> = crew
            .left_out
            .iter()
            .map(|left| (left.inspector, left.basis.clone()))
            .collect();
        let mut all: Vec<Person> = stored
            .into_iter()
            .map(|stored| person(stored, by_unit, &excluded, to))
            .collect::<Result<_>>()?;
        let lent = match task {
            Some(task) => loans::in_force(office, task)?,
            None => Vec::new(),
        };
        let mut faults: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for loan in &lent {
            let at = place_of(&mut all, loan, to)?;
            if let Some(person) = all.get_mut(at) {
                person.lend(loan);
                faults.insert(at, person.loan_faults(loan, crew, (from, to)));
            }
        }
        let registered: Vec<Registered<'_>> = all.iter().map(Person::registered).collect();
        let mut told: Vec<(usize, Vec<String>)> = left_out(&registered, &depts, to)
            .iter()
            .filter(|out| !faults.contains_key(&out.inspector))
            .map(|out| (out.inspector, told(&all, out)))
            .collect();
        for (at, person) in all.iter().enumerate() {
            if own.is_other(person.value(Column::Unit)) && person.loan.is_none() {
                match told.iter_mut().find(|(out, _)| *out == at) {
                    Some((_, why)) => why.push(labels::OTHER_OFFICE.to_owned()),
                    None => told.push((at, vec![labels::OTHER_OFFICE.to_owned()])),
                }
            }
        }
        told.extend(faults.into_iter().filter(|(_, faults)| !faults.is_empty()));
        told.sort_by_key(|(at, _)| *at);
        let mut eligible: Vec<usize> = (0..all.len())
            .filter(|at| !told.iter().any(|(out, _)| out == at))
            .collect();
        eligible.sort_by(|a, b| all.get(*a).map(|p| &*p.id).cmp(&all.get(*b).map(|p| &*p.id)));
        Ok(Self {
            eligible,
            left_out: told,
            all,
        })
    }

    /// How many of a department may be drawn.
    pub fn of(&self, dept: &str) -> usize {
        let eligible = self.eligible.iter().filter_map(|at| self.all.get(*at));
        eligible.filter(|person| person.dept == dept).count()
    }

    /// Who stays away from which target of the pool.
    pub fn apart(&self, office: &Connection, held: &Held) -> Result<Separated> {
        let source = &held.source;
        let by_id = self.by(|person| person.inspector);
        let inside = |target: i64| place(target).filter(|at| held.is_candidate(*at));
        let known: Vec<StoredConflict> = inspector_conflict::all(office)?;
        let conflicts: Vec<Conflict<'_>> = known
            .iter()
            .filter(|stored| !stored.row.withdrawn)
            .filter_map(|stored| {
                Some(Conflict {
                    inspector: *by_id.get(&stored.row.inspector)?,
                    target: inside(stored.row.target)?,
                    relation: &stored.row.relation,
                    since: Day::parse(&stored.row.since),
                    until: Day::parse(&stored.row.until),
                })
            })
            .collect();
        let months = rotation_setting::months(office)?.unwrap_or(0);
        let months = if source.profile.rotation { months } else { 0 };
        let visits = if months > 0 {
            self.past(office, &inside)?
        } else {
            Vec::new()
        };
        let (requests, granted) = self.requests(office, held, &inside)?;
        let found = recusals(&Known {
            from: source.from,
            to: source.to,
            conflicts: &conflicts,
            rotation_months: months,
            visits: &visits,
            requests: &requests,
        });
        let told = |pair: &Pair<'_>| Apart {
            inspector: pair.inspector,
            target: pair.target,
            rotation: pair.is_rotation_alone(),
            reasons: pair
                .reasons
                .iter()
                .flat_map(
                    |reason| match (reason, granted.get(&(pair.inspector, pair.target))) {
                        (sunlot_rules::crew::recusals::Reason::Request, Some(told)) => told.clone(),
                        _ => vec![task_labels::recusal(reason)],
                    },
                )
                .collect(),
        };
        Ok(Separated {
            pairs: found.pairs.iter().map(told).collect(),
            undecided: found.undecided,
        })
    }

    /// The name of whoever stands there.
    pub fn name(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |person| &person.name)
    }

    /// Whoever is here by a loan, with what keeps them from being drawn.
    pub fn lent(&self, loan: i64) -> Option<(&Person, &[String])> {
        let at = self.all.iter().position(|person| person.loan == Some(loan))?;
        let why = self.left_out.iter().find(|(out, _)| *out == at);
        Some((self.all.get(at)?, why.map_or(&[][..], |(_, why)| why)))
    }

    /// Who may be drawn, by a number of theirs.
    fn by(&self, number: impl Fn(&Person) -> Option<i64>) -> BTreeMap<i64, usize> {
        self.eligible
            .iter()
            .filter_map(|at| Some((number(self.all.get(*at)?)?, *at)))
            .collect()
    }

    /// The requests about those who may be drawn and candidates, and what is told of each pair that was granted.
    fn requests(
        &self,
        office: &Connection,
        held: &Held,
        inside: &dyn Fn(i64) -> Option<usize>,
    ) -> Result<(Vec<Request>, Granted)> {
        let (mut found, mut granted) = (Vec::new(), Granted::new());
        let Some(task) = held.source.task else {
            return Ok((found, granted));
        };
        let (by_id, by_loan) = (self.by(|person| person.inspector), self.by(|person| person.loan));
        for (stay, reason) in joint::stays(&held.source.document.crew) {
            if let (Some(inspector), Some(target)) =
                (by_id.get(&stay.inspector).copied(), inside(stay.target))
            {
                found.push(Request {
                    inspector,
                    target,
                    decision: Decision::Granted,
                });
                granted.entry((inspector, target)).or_default().push(reason);
            }
        }
        for asked in requests::of_task(office, task)? {
            let who = asked.inspector.and_then(|id| by_id.get(&id));
            let who = who.or(asked.loan.and_then(|id| by_loan.get(&id)));
            if let (Some(decision), Some(inspector), Some(target)) =
                (asked.decision(), who.copied(), inside(asked.target))
            {
                found.push(Request {
                    inspector,
                    target,
                    decision,
                });
                if decision == Decision::Granted {
                    let told = granted.entry((inspector, target)).or_default();
                    told.push(asked.granted());
                }
            }
        }
        Ok((found, granted))
    }

    /// Which of them was where: by certificate, or by a name that only one of them has.
    fn past(&self, office: &Connection, inside: &dyn Fn(i64) -> Option<usize>) -> Result<Vec<PastVisit>> {
        let mut known: BTreeMap<String, Option<usize>> = BTreeMap::new();
        for at in &self.eligible {
            let Some(person) = self.all.get(*at) else {
                continue;
            };
            let names = [person.name.clone(), person.id.to_string()];
            for name in names {
                known
                    .entry(name)
                    .and_modify(|other| *other = None)
                    .or_insert(Some(*at));
            }
        }
        let mut past = Vec::new();
        visit::walk(office, &mut |stored| {
            let Some(target) = inside(stored.row.target) else {
                return;
            };
            let Some(fact) = fact(&stored) else {
                return;
            };
            let names = stored.row.inspectors.split(task_labels::BETWEEN_NAMES);
            for name in names.map(str::trim).filter(|name| !name.is_empty()) {
                if let Some(Some(inspector)) = known.get(name) {
                    past.push(PastVisit {
                        inspector: *inspector,
                        target,
                        day: fact.last,
                    });
                }
            }
        })?;
        Ok(past)
    }
}

impl Person {
    pub fn certificates(&self) -> &[Certificate] {
        &self.certificates
    }

    fn candidate(&self) -> Candidate<'_> {
        Candidate {
            name: &self.name,
            certificates: &self.certificates,
            // Of what nobody can read, nobody knows that they are at work. Whoever is only lent is.
            status: match self.inspector {
                Some(_) => self
                    .value(Column::Status)
                    .parse()
                    .unwrap_or(InspectorStatus::Suspended),
                None => InspectorStatus::Active,
            },
            listed: self.inspector.is_some() && self.value(Column::Membership) == "in",
            assistant_only: is_expert(&self.values),
        }
    }

    fn value(&self, column: Column) -> &str {
        self.values.get(column.place())
    }

    fn registered(&self) -> Registered<'_> {
        Registered {
            candidate: self.candidate(),
            dept: &self.dept,
            excluded: self.excluded.as_deref(),
        }
    }

    /// What the loan says beside what the registry knows.
    fn lend(&mut self, loan: &Lent) {
        self.loan = Some(loan.id);
        self.borrowed = loan.told();
        if !loan.document.dept.is_empty() {
            self.dept.clone_from(&loan.document.dept);
        }
        for skill in loan.skills() {
            if !self.skills.contains(&skill) {
                self.skills.push(skill);
            }
        }
    }

    /// Why somebody who is lent may not be drawn. The document stands for the registry, but not against it: whom the registry has
    /// suspended stays away, and so does whoever is left out by hand.
    fn loan_faults(&self, loan: &Lent, crew: &Crew, (from, to): (Day, Day)) -> Vec<String> {
        let faults = check(&loan.document.loan(), &self.candidate(), from, to);
        let mut told: Vec<String> = faults
            .iter()
            .map(|fault| labels::loan_fault(fault, &self.values))
            .collect();
        if self.value(Column::Membership) == "suspended" {
            told.push(labels::SUSPENDED.to_owned());
        }
        if crew.joint && !places::departments(crew).contains(&self.dept) {
            told.push(labels::OTHER_DEPT.to_owned());
        }
        let stays = self.registered();
        let alone = left_out(std::slice::from_ref(&stays), &[], to);
        let others = alone.iter().flat_map(|out| &out.reasons);
        told.extend(
            others
                .filter(|why| !matches!(why, Why::Ineligible(_)))
                .map(task_labels::left_out_for),
        );
        told
    }
}

/// What is told of granted requests, by places of inspector and target.
type Granted = BTreeMap<(usize, usize), Vec<String>>;

/// Whether the names of a task's departments are of units.
pub(super) fn by_unit(crew: &Crew, depts: &[String], all: &[StoredInspector]) -> bool {
    match crew.by.as_deref() {
        Some(by) => by == UNIT,
        None => all
            .iter()
            .any(|person| depts.contains(&person.get(Column::Unit).to_owned())),
    }
}

/// Where somebody who is lent stands among the people: as the registry knows them, by number or certificate, else behind them.
fn place_of(all: &mut Vec<Person>, loan: &Lent, on: Day) -> Result<usize> {
    let same = |person: &Person| {
        let by_number = loan.inspector.is_some() && person.inspector == loan.inspector;
        let mut certificates = person.certificates.iter();
        by_number || certificates.any(|certificate| loan.has(&certificate.number))
    };
    if let Some(at) = all.iter().position(same) {
        return Ok(at);
    }
    let certificates = loan.document.certificates(&loan.cert_no);
    all.push(Person {
        inspector: None,
        loan: Some(loan.id),
        borrowed: String::new(),
        id: id_of(&certificates, on, || loan.cert_no.clone())?,
        name: loan.document.name.clone(),
        dept: loan.document.office.clone(),
        skills: Vec::new(),
        certificates,
        excluded: None,
        values: Values::default(),
    });
    Ok(all.len() - 1)
}

/// Of two certificates the one that is valid on the day stands for the person.
fn id_of(certificates: &[Certificate], on: Day, own: impl Fn() -> String) -> Result<Id> {
    let valid = certificates.iter().find(|certificate| certificate.is_valid(on));
    let number = valid
        .or(certificates.first())
        .map(|certificate| cert::kept(&certificate.number));
    let id = number.and_then(Id::new).or_else(|| Id::new(own()));
    id.ok_or_else(|| Error::new(Reason::Internal, "a person without a number"))
}

fn person(
    stored: StoredInspector,
    by_unit: bool,
    excluded: &BTreeMap<i64, String>,
    on: Day,
) -> Result<Person> {
    let certificates = certificates_of(&stored.values);
    let id = id_of(&certificates, on, || inspector_number(stored.id))?;
    let (unit, department) = (stored.get(Column::Unit), stored.get(Column::Department));
    let dept = if by_unit || department.is_empty() {
        unit
    } else {
        department
    };
    Ok(Person {
        inspector: Some(stored.id),
        loan: None,
        borrowed: String::new(),
        id,
        name: stored.get(Column::Name).to_owned(),
        dept: dept.to_owned(),
        skills: skills_in(stored.get(Column::Skills)),
        excluded: excluded.get(&stored.id).cloned(),
        certificates,
        values: stored.values,
    })
}

/// The words of a list.
pub(super) fn skills_in(text: &str) -> Vec<String> {
    let skills = text.split(task_labels::BETWEEN).map(str::trim);
    skills
        .filter(|skill| !skill.is_empty())
        .map(str::to_owned)
        .collect()
}

fn told(all: &[Person], out: &LeftOut<'_>) -> Vec<String> {
    let values = all.get(out.inspector).map(|person| &person.values);
    let one = |why: &Why<'_>| match (why, values) {
        (Why::Ineligible(reason), Some(values)) => inspector_bar(*reason, values).label,
        _ => task_labels::left_out_for(why),
    };
    out.reasons.iter().map(one).collect()
}
