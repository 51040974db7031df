//! Which slots the crews of a stratum have, in the order in which the draw fills them; and what is wrong with slots that somebody
//! wrote by hand.
//!
//! The draw fills slots in order and does not look ahead: whoever a loose slot takes is gone for a strict one. So the strictest
//! stand first. Whether there are people enough for them is asked in the dry run.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::profile::RuleProfile;

#[cfg(test)]
mod tests;

/// Fewer never inspect, whatever a profile says (A-01; Penalties Law, article 42).
pub const FEWEST: usize = 2;

/// More do not go through one door.
pub const MOST: usize = 9;

/// What somebody in a slot does.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// Leads the inspection.
    Lead,
    /// Assists, of the department that leads.
    Assist,
    /// Comes from a partner.
    Joint,
}

impl Role {
    /// Its name, which never changes.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// One slot of a crew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotPlan {
    /// What whoever takes it does.
    pub role: Role,
    /// The department that it asks for.
    pub dept: Option<String>,
    /// The skill that it asks for.
    pub skill: Option<String>,
}

/// A skill that an item needs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NeededSkill {
    /// The skill.
    pub skill: String,
    /// Whose item it is; where nobody says so, the lead's.
    pub dept: Option<String>,
}

/// What the slots follow from.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// How many there are at least, and of each department.
    pub profile: &'a RuleProfile,
    /// The departments that take part, the lead first.
    pub depts: &'a [String],
    /// The skills that the items need.
    pub skills: &'a [NeededSkill],
    /// Whether departments go together.
    pub joint: bool,
}

/// What is wrong with slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlotFault {
    /// Fewer than may inspect.
    TooFew {
        /// How many there are.
        slots: usize,
        /// How many there must be.
        minimum: usize,
    },
    /// More than one crew has.
    TooMany {
        /// How many there are.
        slots: usize,
        /// How many there may be.
        most: usize,
    },
    /// Too few of a department that takes part in a joint inspection.
    DeptTooFew {
        /// The department.
        dept: String,
        /// How many slots ask for it.
        slots: usize,
        /// How many must.
        minimum: usize,
    },
    /// A department that does not take part: nobody of it would be there.
    DeptUnknown {
        /// The slot's place, from 0.
        slot: usize,
        /// What it asks for.
        dept: String,
    },
    /// A joint inspection of fewer than two departments.
    NotJoint {
        /// How many take part.
        depts: usize,
    },
    /// No slot asks for a skill that an item needs.
    SkillMissing(NeededSkill),
    /// Not exactly one leads.
    Leads {
        /// How many do.
        leads: usize,
    },
    /// A looser slot stands before a stricter one, and would take the only one who fits both.
    Order {
        /// The looser one's place, from 0.
        loose: usize,
        /// The stricter one's.
        strict: usize,
    },
}

impl Wanted<'_> {
    /// At least so many in all.
    fn minimum(&self) -> usize {
        number(self.profile.minimum_crew).max(FEWEST)
    }

    /// At least so many of each department. None of a department that takes part would be no part.
    fn per_dept(&self) -> usize {
        number(self.profile.minimum_per_dept).max(1)
    }

    /// The departments, each once.
    fn departments(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for dept in self.depts {
            if !dept.trim().is_empty() && !all.contains(&dept.as_str()) {
                all.push(dept);
            }
        }
        all
    }

    /// The skills that a department's people need, each once; what belongs to no department that takes part is the lead's.
    fn skills_of<'s>(&'s self, dept: Option<&str>, lead: Option<&str>, depts: &[&str]) -> Vec<&'s str> {
        let mut skills: Vec<&str> = Vec::new();
        for needed in self.skills {
            let named = needed.dept.as_deref().filter(|named| depts.contains(named));
            let whose = named.or(lead);
            let theirs = dept.is_none() || whose == dept;
            if theirs && !needed.skill.trim().is_empty() && !skills.contains(&needed.skill.as_str()) {
                skills.push(&needed.skill);
            }
        }
        skills
    }
}

/// A number that comes from a profile. A word of this machine holds it.
fn number(of: u32) -> usize {
    usize::try_from(of).unwrap_or(usize::MAX)
}

/// The slots that follow, the strictest first. There may be more than [`MOST`]: [`check_slots`] says so.
pub fn plan(wanted: &Wanted<'_>) -> Vec<SlotPlan> {
    if wanted.joint {
        joint(wanted)
    } else {
        alone(wanted)
    }
}

/// Of one department: one slot for each skill, and as many without as are missing.
fn alone(wanted: &Wanted<'_>) -> Vec<SlotPlan> {
    let skills = wanted.skills_of(None, None, &[]);
    let count = wanted.minimum().max(skills.len()).min(MOST.max(skills.len()));
    let slot = |at: usize| SlotPlan {
        role: if at == 0 { Role::Lead } else { Role::Assist },
        dept: None,
        skill: skills.get(at).map(|skill| (*skill).to_owned()),
    };
    (0..count).map(slot).collect()
}

/// Of several: so many of each. Every slot with a skill names its department too, or it could take another department's last
/// one; so no slot is in the way of one behind it.
fn joint(wanted: &Wanted<'_>) -> Vec<SlotPlan> {
    let depts = wanted.departments();
    let lead = depts.first().copied();
    let (mut strict, mut plain) = (Vec::new(), Vec::new());
    for dept in &depts {
        let role = if Some(*dept) == lead {
            Role::Assist
        } else {
            Role::Joint
        };
        let slot = |skill: Option<&str>| SlotPlan {
            role,
            dept: Some((*dept).to_owned()),
            skill: skill.map(str::to_owned),
        };
        let skills = wanted.skills_of(Some(dept), lead, &depts);
        let missing = wanted.per_dept().min(MOST).saturating_sub(skills.len());
        strict.extend(skills.into_iter().map(|skill| slot(Some(skill))));
        plain.extend((0..missing).map(|_| slot(None)));
    }
    let mut slots = strict;
    slots.append(&mut plain);
    let anybody = || SlotPlan {
        role: Role::Assist,
        dept: None,
        skill: None,
    };
    slots.resize_with(wanted.minimum().min(MOST).max(slots.len()), anybody);
    let first = slots.iter_mut().find(|slot| slot.role == Role::Assist);
    if let Some(slot) = first {
        slot.role = Role::Lead;
    }
    slots
}

/// Everything that is wrong with slots; nothing where they may stand.
pub fn check_slots(slots: &[SlotPlan], wanted: &Wanted<'_>) -> Vec<SlotFault> {
    let mut faults = Vec::new();
    let minimum = wanted.minimum();
    if slots.len() < minimum {
        faults.push(SlotFault::TooFew {
            slots: slots.len(),
            minimum,
        });
    }
    if slots.len() > MOST {
        faults.push(SlotFault::TooMany {
            slots: slots.len(),
            most: MOST,
        });
    }
    let leads = slots.iter().filter(|slot| slot.role == Role::Lead).count();
    if leads != 1 && !slots.is_empty() {
        faults.push(SlotFault::Leads { leads });
    }
    check_departments(slots, wanted, &mut faults);
    check_skills(slots, wanted, &mut faults);
    check_order(slots, &mut faults);
    faults
}

fn check_departments(slots: &[SlotPlan], wanted: &Wanted<'_>, faults: &mut Vec<SlotFault>) {
    let depts = wanted.departments();
    for (at, slot) in slots.iter().enumerate() {
        let unknown = slot.dept.as_ref().filter(|dept| !depts.contains(&dept.as_str()));
        if let Some(dept) = unknown.filter(|_| !depts.is_empty()) {
            faults.push(SlotFault::DeptUnknown {
                slot: at,
                dept: dept.clone(),
            });
        }
    }
    if !wanted.joint {
        return;
    }
    if depts.len() < 2 {
        faults.push(SlotFault::NotJoint { depts: depts.len() });
    }
    for dept in depts {
        let count = slots
            .iter()
            .filter(|slot| slot.dept.as_deref() == Some(dept))
            .count();
        if count < wanted.per_dept() {
            faults.push(SlotFault::DeptTooFew {
                dept: dept.to_owned(),
                slots: count,
                minimum: wanted.per_dept(),
            });
        }
    }
}

/// In a joint inspection, somebody of another department does not do for a skill that a department's item needs.
fn check_skills(slots: &[SlotPlan], wanted: &Wanted<'_>, faults: &mut Vec<SlotFault>) {
    let depts = wanted.departments();
    let mut missing: Vec<&NeededSkill> = Vec::new();
    for needed in wanted.skills {
        let whose = needed
            .dept
            .as_deref()
            .filter(|dept| wanted.joint && depts.contains(dept));
        let asked = slots.iter().any(|slot| {
            let theirs = whose.is_none() || slot.dept.as_deref() == whose;
            theirs && slot.skill.as_deref() == Some(&needed.skill)
        });
        if !asked && !needed.skill.trim().is_empty() && !missing.contains(&needed) {
            missing.push(needed);
        }
    }
    faults.extend(missing.into_iter().cloned().map(SlotFault::SkillMissing));
}

/// For each slot the first before it that everybody fits who fits this one, and others too.
fn check_order(slots: &[SlotPlan], faults: &mut Vec<SlotFault>) {
    for (strict, slot) in slots.iter().enumerate() {
        let before = slots.iter().take(strict);
        let loose = before.into_iter().position(|other| is_looser(other, slot));
        faults.extend(loose.map(|loose| SlotFault::Order { loose, strict }));
    }
}

fn is_looser(one: &SlotPlan, other: &SlotPlan) -> bool {
    let asks_no_more =
        (one.dept.is_none() || one.dept == other.dept) && (one.skill.is_none() || one.skill == other.skill);
    asks_no_more && (&one.dept, &one.skill) != (&other.dept, &other.skill)
}
