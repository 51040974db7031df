//! The places of the crews of each stratum: as they follow from the profile, the items and whoever takes part; or as somebody wrote
//! them, where those rules allow it.

use serde::{Deserialize, Serialize};
use sunlot_rules::crew::slots::{NeededSkill, Role, SlotFault, SlotPlan, Wanted, check_slots, plan};
use sunlot_rules::profile::RuleProfile;

use super::document::Crew;
use super::people_wire::SlotForm;
use crate::error::Flaw;
use crate::item::TaskItem;
use crate::registry::check::any_text;
use crate::registry::limits::SHORT;
use crate::target::TargetFlaw;

/// A place as a task keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Place {
    /// What whoever takes it does.
    pub role: String,
    /// The department that it asks for; empty: any.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub dept: String,
    /// The skill that it asks for; empty: any.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub skill: String,
}

/// What the places of one stratum follow from.
pub(super) struct Asked {
    profile: RuleProfile,
    depts: Vec<String>,
    skills: Vec<NeededSkill>,
    joint: bool,
    /// Everybody who takes part in the task, whether or not their items are inspected in this stratum.
    all: Vec<String>,
}

impl Asked {
    /// For the stratum with these codes of items; without any it is inspected for all.
    pub fn of(profile: &RuleProfile, crew: &Crew, items: &[TaskItem], codes: &[String]) -> Self {
        let all = departments(crew);
        let here: Vec<&TaskItem> = items
            .iter()
            .filter(|item| codes.is_empty() || codes.contains(&item.number))
            .collect();
        let owns = |dept: &String, item: &TaskItem| item.unit == *dept;
        // A partner whose items are inspected elsewhere has nothing to do here; one without items of its own helps everywhere.
        let comes = |(at, dept): &(usize, &String)| {
            *at == 0 || here.iter().any(|item| owns(dept, item)) || !items.iter().any(|item| owns(dept, item))
        };
        let depts: Vec<String> = all
            .iter()
            .enumerate()
            .filter(comes)
            .map(|(_, dept)| dept.clone())
            .collect();
        let needed = here.iter().filter(|item| !item.skill.is_empty());
        let skills = needed.map(|item| NeededSkill {
            skill: item.skill.clone(),
            dept: all.contains(&item.unit).then(|| item.unit.clone()),
        });
        Self {
            profile: profile.clone(),
            skills: skills.collect(),
            joint: crew.joint,
            depts,
            all,
        }
    }

    fn wanted<'a>(&'a self, profile: &'a RuleProfile) -> Wanted<'a> {
        Wanted {
            profile,
            depts: &self.depts,
            skills: &self.skills,
            joint: self.joint,
        }
    }

    /// As they follow: as few as the profile allows, or as many as the task says.
    pub fn plan(&self, size: Option<u32>) -> Vec<SlotPlan> {
        let mut profile = self.profile.clone();
        profile.minimum_crew = size.unwrap_or(0).max(profile.minimum_crew);
        plan(&self.wanted(&profile))
    }

    /// Everything that stands against places that somebody wrote. Whoever takes part in the task may be asked for in a stratum
    /// where none of their items are inspected, too, and a stratum of one department is still part of a joint inspection.
    pub fn faults(&self, places: &[SlotPlan]) -> Vec<SlotFault> {
        let joint = self.all.len() > 1;
        let mut faults = check_slots(places, &self.wanted(&self.profile));
        faults.retain(|fault| match fault {
            SlotFault::NotJoint { .. } => !joint,
            SlotFault::DeptUnknown { dept, .. } => !self.all.contains(dept),
            _ => true,
        });
        faults
    }
}

/// Who takes part, the lead first.
pub(super) fn departments(crew: &Crew) -> Vec<String> {
    let lead = Some(&crew.lead).filter(|lead| !lead.is_empty());
    lead.into_iter().chain(&crew.partners).cloned().collect()
}

/// The places of the stratum that stands there.
pub(super) fn of(
    profile: &RuleProfile,
    crew: &Crew,
    items: &[TaskItem],
    at: usize,
    codes: &[String],
) -> Vec<SlotPlan> {
    match crew.slots.get(at).filter(|written| !written.is_empty()) {
        Some(written) => written.iter().map(Place::plan).collect(),
        None => Asked::of(profile, crew, items, codes).plan(crew.size),
    }
}

impl Place {
    /// As the rules know one. Of what nobody can read, somebody assists.
    pub fn plan(&self) -> SlotPlan {
        let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        SlotPlan {
            role: self.role.parse().unwrap_or(Role::Assist),
            dept: some(&self.dept),
            skill: some(&self.skill),
        }
    }

    /// As it is typed on.
    pub fn form(&self) -> SlotForm {
        SlotForm {
            role: self.role.clone(),
            dept: self.dept.clone(),
            skill: self.skill.clone(),
        }
    }

    /// From what was typed.
    pub fn read(typed: &SlotForm) -> Result<Self, Flaw> {
        let role = typed.role.trim();
        if role.parse::<Role>().is_err() {
            let found = role.to_owned();
            return Err(TargetFlaw::ChoiceUnknown { found }.into());
        }
        Ok(Self {
            role: role.to_owned(),
            dept: any_text(&typed.dept, SHORT)?,
            skill: any_text(&typed.skill, SHORT)?,
        })
    }
}
