//! Who may inspect for a task, who may not and why, and who stays away from whom.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sunlot_draw::amendment::Colleague;
use sunlot_draw::{Id, Text};
use sunlot_rules::crew::left_out::{LeftOut, Registered, left_out};
use sunlot_rules::crew::recusals::{Conflict, Known, Pair, PastVisit, recusals};
use sunlot_rules::crew::slots::{NeededSkill, SlotPlan, Wanted, plan};
use sunlot_rules::day::Day;
use sunlot_rules::eligible::{Candidate, Certificate};
use sunlot_rules::roster::cert;
use sunlot_rules::roster::words::InspectorStatus;
use sunlot_store::inspector::{self, Column, StoredInspector};
use sunlot_store::inspector_conflict::{self, StoredConflict};
use sunlot_store::{Connection, rotation_setting, visit};

use super::labels;
use super::pool::Held;
use super::source::{fact, place};
use crate::inspector::{certificates_of, inspector_bar, inspector_number};
use crate::registry::check::day_of;
use crate::{Error, Reason, Result};

/// Somebody of the registry.
pub(crate) struct Person {
    pub stored: StoredInspector,
    /// What stands for them in a draw: the number of the certificate, else the office's own (contract 7).
    pub id: Id,
    pub dept: String,
    pub skills: Vec<String>,
    certificates: Vec<Certificate>,
    excluded: Option<String>,
}

/// The people of a task.
pub(crate) struct People {
    /// Everybody in the registry.
    pub all: Vec<Person>,
    /// Who may be drawn, by place in `all`, sorted by id.
    pub eligible: Vec<usize>,
    /// Who may not, with every reason.
    pub left_out: Vec<(usize, Vec<String>)>,
    /// The places of a crew.
    pub slots: Vec<SlotPlan>,
}

/// Somebody who stays away from a target: places in `all` and in the registry of targets.
pub(crate) struct Apart {
    pub inspector: usize,
    pub target: usize,
    pub reasons: Vec<String>,
    /// Whether only the rule of rotation says so.
    pub rotation: bool,
}

impl People {
    pub fn read(office: &Connection, held: &Held) -> Result<Self> {
        let source = &held.source;
        let crew = &source.document.crew;
        let mut depts: Vec<String> = Vec::new();
        if !crew.lead.is_empty() {
            depts.push(crew.lead.clone());
        }
        depts.extend(crew.partners.iter().cloned());
        let stored = inspector::all(office)?;
        let by_unit = stored
            .iter()
            .any(|person| depts.contains(&person.get(Column::Unit).to_owned()));
        let excluded: BTreeMap<i64, String> = crew
            .left_out
            .iter()
            .map(|left| (left.inspector, left.basis.clone()))
            .collect();
        let all: Vec<Person> = stored
            .into_iter()
            .map(|stored| person(stored, by_unit, &excluded, source.to))
            .collect::<Result<_>>()?;
        let registered: Vec<Registered<'_>> = all.iter().map(Person::registered).collect();
        let out = left_out(&registered, &depts, source.to);
        let told: Vec<(usize, Vec<String>)> =
            out.iter().map(|out| (out.inspector, told(&all, out))).collect();
        let mut eligible: Vec<usize> = (0..all.len())
            .filter(|at| !told.iter().any(|(out, _)| out == at))
            .collect();
        eligible.sort_by(|a, b| all.get(*a).map(|p| &*p.id).cmp(&all.get(*b).map(|p| &*p.id)));
        let slots = if crew.later {
            Vec::new()
        } else {
            slots(held, &depts)
        };
        Ok(Self {
            eligible,
            left_out: told,
            slots,
            all,
        })
    }

    /// Who stays away from which target of the pool.
    pub fn apart(&self, office: &Connection, held: &Held) -> Result<Vec<Apart>> {
        let source = &held.source;
        let by_id: BTreeMap<i64, usize> = self
            .eligible
            .iter()
            .filter_map(|at| self.all.get(*at).map(|person| (person.stored.id, *at)))
            .collect();
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
        let found = recusals(&Known {
            from: source.from,
            to: source.to,
            conflicts: &conflicts,
            rotation_months: months,
            visits: &visits,
            requests: &[],
        });
        let told = |pair: &Pair<'_>| Apart {
            inspector: pair.inspector,
            target: pair.target,
            rotation: pair.is_rotation_alone(),
            reasons: pair.reasons.iter().map(labels::recusal).collect(),
        };
        Ok(found.pairs.iter().map(told).collect())
    }

    /// Which of them was where: by certificate, or by a name that only one of them has.
    fn past(&self, office: &Connection, inside: &dyn Fn(i64) -> Option<usize>) -> Result<Vec<PastVisit>> {
        let mut known: BTreeMap<String, Option<usize>> = BTreeMap::new();
        for at in &self.eligible {
            let Some(person) = self.all.get(*at) else {
                continue;
            };
            let names = [person.stored.get(Column::Name).to_owned(), person.id.to_string()];
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
            let names = stored.row.inspectors.split(labels::BETWEEN_NAMES);
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

/// What stands for an inspector in a draw, and who that is for people, where the certificate is valid on a day.
pub(crate) fn drawable_inspector(stored: &StoredInspector, on: NaiveDate) -> Result<Option<(Id, String)>> {
    let Some(on) = day_of(on) else {
        return Ok(None);
    };
    let person = person(stored.clone(), false, &BTreeMap::new(), on)?;
    let registered = [person.registered()];
    let fits = left_out(&registered, &[], on).is_empty();
    let label = labels::person(person.name(), &person.dept);
    Ok(fits.then(|| (person.id.clone(), label)))
}

/// The same as somebody who comes into a draw later.
pub(crate) fn as_colleague(stored: &StoredInspector, id: Id) -> Result<Option<Colleague>> {
    let text = |words: &str| Text::new(words.to_owned());
    let (unit, department) = (stored.get(Column::Unit), stored.get(Column::Department));
    let dept = if department.is_empty() { unit } else { department };
    let skills = stored.get(Column::Skills).split(labels::BETWEEN).map(str::trim);
    let skills: Option<Vec<Text>> = skills.filter(|skill| !skill.is_empty()).map(text).collect();
    let colleague = (text(dept), text(stored.get(Column::Name)), skills);
    Ok(match colleague {
        (Some(dept), Some(name), Some(skills)) => Some(Colleague {
            dept,
            id,
            name,
            skills,
        }),
        _ => None,
    })
}

impl Person {
    pub fn name(&self) -> &str {
        self.stored.get(Column::Name)
    }

    fn registered(&self) -> Registered<'_> {
        Registered {
            candidate: Candidate {
                name: self.name(),
                certificates: &self.certificates,
                // Of what nobody can read, nobody knows that they are at work.
                status: self
                    .stored
                    .get(Column::Status)
                    .parse()
                    .unwrap_or(InspectorStatus::Suspended),
                listed: self.stored.get(Column::Membership) == "in",
            },
            dept: &self.dept,
            assistant_only: self.stored.get(Column::Expert) == "yes",
            excluded: self.excluded.as_deref(),
        }
    }
}

fn person(
    stored: StoredInspector,
    by_unit: bool,
    excluded: &BTreeMap<i64, String>,
    on: Day,
) -> Result<Person> {
    let certificates = certificates_of(&stored.values);
    // Of two certificates the one that is valid on the day stands for the person.
    let valid = certificates.iter().find(|certificate| certificate.is_valid(on));
    let number = valid
        .or(certificates.first())
        .map(|certificate| cert::kept(&certificate.number));
    let own = inspector_number(stored.id);
    let id = number.and_then(Id::new).or_else(|| Id::new(own));
    let (unit, department) = (stored.get(Column::Unit), stored.get(Column::Department));
    let dept = if by_unit || department.is_empty() {
        unit
    } else {
        department
    };
    let skills = stored.get(Column::Skills).split(labels::BETWEEN);
    Ok(Person {
        dept: dept.to_owned(),
        skills: skills
            .map(|skill| skill.trim().to_owned())
            .filter(|skill| !skill.is_empty())
            .collect(),
        excluded: excluded.get(&stored.id).cloned(),
        id: id.ok_or_else(|| Error::new(Reason::Internal, "a person without a number"))?,
        certificates,
        stored,
    })
}

fn told(all: &[Person], out: &LeftOut<'_>) -> Vec<String> {
    use sunlot_rules::crew::left_out::Why;
    let values = all.get(out.inspector).map(|person| &person.stored.values);
    let one = |why: &Why<'_>| match (why, values) {
        (Why::Ineligible(reason), Some(values)) => inspector_bar(*reason, values).label,
        _ => labels::left_out_for(why),
    };
    out.reasons.iter().map(one).collect()
}

/// The places of a crew: as few as the profile allows, or as many as the task says.
fn slots(held: &Held, depts: &[String]) -> Vec<SlotPlan> {
    let source = &held.source;
    let crew = &source.document.crew;
    let mut profile = source.profile.clone();
    profile.minimum_crew = crew
        .size
        .unwrap_or(profile.minimum_crew)
        .max(profile.minimum_crew);
    let skills: Vec<NeededSkill> = source
        .items
        .iter()
        .filter(|item| !item.skill.is_empty())
        .map(|item| NeededSkill {
            skill: item.skill.clone(),
            dept: depts.contains(&item.unit).then(|| item.unit.clone()),
        })
        .collect();
    plan(&Wanted {
        profile: &profile,
        depts,
        skills: &skills,
        joint: crew.joint,
    })
}
