//! Lines of plans as a task begins with them: their values, their items, and how many they say are drawn.

pub(super) mod labels;

use sunlot_rules::plan::amount::share_of;
use sunlot_rules::plan::line::Line;
use sunlot_rules::pool;
use sunlot_rules::profile::RuleProfile;
use sunlot_store::{Connection, inspector};

use super::labels as task_labels;
use super::of_line::joint;
use super::sheet::{id_of, stratum};
use super::wire::{PatternView, PlanLineChoice};
use crate::Result;
use crate::plan::planned_tasks;
use crate::rules::profile_of;

/// The lines that a task may be of, with what each says.
pub(super) fn lines(office: &Connection) -> Result<Vec<PlanLineChoice>> {
    let people = inspector::all(office)?;
    let profile = profile_of(office, None)?.profile;
    let lines = planned_tasks(office)?.into_iter().map(|planned| {
        let said = &planned.said;
        let kind = if said.special_campaign {
            "special_campaign"
        } else {
            "double_random"
        };
        let modes: Vec<&str> = said.modes.iter().map(|mode| (*mode).into()).collect();
        let (from, to) = planned
            .days
            .map_or_else(Default::default, |(from, to)| (from.to_string(), to.to_string()));
        let values = [
            ("title", said.name.clone()),
            ("kind", kind.to_owned()),
            ("from", from),
            ("to", to),
            ("unit", said.unit.clone()),
            ("person", said.person.clone()),
            ("modes", modes.join("、")),
        ];
        let (lead, partners) = joint::planned(said).unwrap_or_default();
        let known = |name: &str| joint::known_as(name, &people);
        PlanLineChoice {
            plan: planned.plan,
            line: planned.line,
            label: task_labels::plan_choice(&planned.title, said.position, &said.name),
            values: values
                .into_iter()
                .map(|(field, value)| (field.to_owned(), value))
                .collect(),
            items: said.items.iter().filter_map(|code| id_of(code)).collect(),
            lead: if lead.is_empty() {
                String::new()
            } else {
                known(lead)
            },
            partners: partners.into_iter().map(known).collect(),
            amount: labels::amount(said.ratio, said.number),
            pattern: planned_pattern(said, &profile),
        }
    });
    Ok(lines.collect())
}

/// One stratum that draws as many as a line says: by its ratio, or else by its number (N-01). Who is left out of the pool makes the
/// plan no smaller: where the line says of how many its ratio is, at least what that comes to is drawn.
fn planned_pattern(said: &Line, profile: &RuleProfile) -> Option<PatternView> {
    let of_base = |base, ratio| share_of(base, ratio, profile.rounding);
    let rate = |share| pool::Quota::Rate {
        share,
        min: said
            .number
            .or_else(|| said.base.map(|base| of_base(base, share)))
            .unwrap_or(0),
        max: None,
    };
    let count = |n| pool::Quota::Count { n };
    let quota = said.ratio.map(rate).or_else(|| said.number.map(count))?;
    let whole = pool::Pattern::Whole.strata(None, task_labels::neutral, task_labels::meaning);
    let strata = whole.into_iter().map(|rule| pool::StratumRule { quota, ..rule });
    Some(PatternView {
        name: labels::NAME.to_owned(),
        label: labels::LABEL.to_owned(),
        about: labels::about(&labels::amount(said.ratio, said.number)),
        strata: strata.map(|rule| stratum(&rule, &[])).collect(),
    })
}
