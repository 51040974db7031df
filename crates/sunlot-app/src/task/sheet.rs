//! Tasks in the list, and one task with everything about it.

use std::collections::BTreeMap;

use strum::VariantArray as _;
use sunlot_rules::crew::slots::Role;
use sunlot_rules::profile::RuleProfile;
use sunlot_rules::roster::words::{InspectionMode, TaskKind};
use sunlot_rules::{pool, share};
use sunlot_store::task::{self, Stored, TaskRow};
use sunlot_store::{Connection, inspector, plan, rule_profile};

use super::acts::{may_now, require};
use super::document::{Crew, TaskDocument};
use super::labels;
use super::patterns::{self, Bounded};
use super::people::labels::{self as people_labels, AskedBy};
use super::people::skills_in;
use super::people_wire::LeftOutView;
use super::places::Place;
use super::planned::labels::{beyond, beyond_choices};
use super::planned::lines;
use super::wire::{
    ClauseChoices, ClauseForm, CrewForm, LeftOutForm, StratumForm, TaskChoices, TaskId, TaskItemView,
    TaskLine, TaskSave, TaskView, TasksView,
};
use super::{joint, loans, requests};
use crate::ceremony::task_draw;
use crate::commands::Act;
use crate::inspector::inspector_number;
use crate::item::{TaskItems, item_number};
use crate::outside::outside_of_task;
use crate::registry::check::day_of;
use crate::registry::labels::{all, told, word};
use crate::registry::{FieldView, Told, story};
use crate::target::TargetIndex;
use crate::{Desk, Error, ObjectKind, Reason, Result};

impl Desk {
    /// Shows the tasks.
    pub fn tasks_view(&self) -> Result<TasksView> {
        self.read(Act::TasksView, |office| {
            let mut lines = Vec::new();
            for stored in task::all(office)?.into_iter().rev() {
                let document = TaskDocument::read(&stored.row)?;
                lines.push(line(office, &stored, &document)?);
            }
            Ok(TasksView { lines })
        })
    }

    /// Shows everything about one task.
    pub fn task_open(&self, request: &TaskId) -> Result<TaskView> {
        self.read(Act::TaskOpen, |office| self.task_of(office, request.id))
    }

    pub(super) fn task_of(&self, office: &Connection, id: i64) -> Result<TaskView> {
        let stored = require(office, id)?;
        let document = TaskDocument::read(&stored.row)?;
        let form = form(&stored, &document);
        let (rules, profile) = self.task_rules(office, &document)?;
        let approval = document.approval.as_ref();
        Ok(TaskView {
            line: line(office, &stored, &document)?,
            version: stored.version,
            fields: fields(&form.values),
            scope: document.scope.iter().map(labels::clause).collect(),
            strata: strata_told(&document, &profile),
            crew: crew_told(&document, &profile),
            obstacles: self
                .to_be_mended(office, &stored)?
                .into_iter()
                .map(Into::into)
                .collect(),
            rules,
            approval: approval.map_or_else(String::new, |approval| {
                labels::approval(&approval.by, &approval.on)
            }),
            ceremony: people_labels::ceremony(document.crew.later).to_owned(),
            left_out: left_out(office, &document)?,
            loans: loans::views(office, id, &document)?,
            joint: joint::views(office, &document.crew)?,
            requests: requests::views(office, id)?,
            exclusions: super::exclusions::of(office, id)?,
            notices: self.notices_of(office, &stored)?,
            outside: outside_of_task(office, id)?,
            next: may_now(office, &stored)?,
            story: story::of(office, ObjectKind::Task, labels::number(id), [])?,
            notes: Vec::new(),
            form,
        })
    }

    /// Says what a task's form chooses among.
    pub fn task_choices(&self) -> Result<TaskChoices> {
        self.read(Act::TaskChoices, |office| {
            let today =
                day_of(self.today()).ok_or_else(|| Error::new(Reason::Internal, "the clock shows no day"))?;
            let items = TaskItems::read(office, today)?;
            let bounded = Bounded::of(items.all().map(|item| &item.bounds));
            let clauses = self
                .targets()
                .with(office, self.today(), |index| Ok(clauses(index)))?;
            let people = inspector::all(office)?;
            let of = |column: inspector::Column| {
                let mut found: Vec<&str> = people.iter().map(|person| person.get(column)).collect();
                found.sort_unstable();
                found.dedup();
                let found = found.into_iter().filter(|name| !name.is_empty());
                found.map(|name| told(name, name)).collect::<Vec<Told>>()
            };
            Ok(TaskChoices {
                fields: fields(&BTreeMap::new()),
                clauses,
                patterns: patterns::of(None),
                items: items
                    .all()
                    .map(|item| item_view(item, bounded.place(&item.bounds)))
                    .collect(),
                bounded: bounded.patterns(),
                edition: items.edition.clone().unwrap_or_default(),
                departments: of(inspector::Column::Department),
                units: of(inspector::Column::Unit),
                by: people_labels::names_of(),
                roles: Role::VARIANTS
                    .iter()
                    .copied()
                    .map(people_labels::role_told)
                    .collect(),
                skills: skills(&people, &items),
                asked_by: AskedBy::VARIANTS.iter().copied().map(AskedBy::told).collect(),
                rules: rules_choices(office)?,
                lines: lines(office)?,
            })
        })
    }
}

/// Each stratum in words.
fn strata_told(document: &TaskDocument, profile: &RuleProfile) -> Vec<String> {
    let strata = document.strata.iter().enumerate();
    strata
        .map(|(at, rule)| labels::stratum_told(at, rule, profile))
        .collect()
}

/// Who inspects, in sentences.
fn crew_told(document: &TaskDocument, profile: &RuleProfile) -> Vec<String> {
    let crew = &document.crew;
    let mut told = Vec::new();
    if crew.joint {
        told.push(people_labels::joint(&crew.lead, &crew.partners));
    }
    let least = crew.size.unwrap_or(0).max(profile.minimum_crew);
    told.push(people_labels::size(least, crew.joint));
    if let cap @ 1.. = crew.cap.unwrap_or(profile.crew_cap) {
        told.push(people_labels::cap(cap));
    }
    told
}

/// The inspectors whom a task leaves out, as people know them.
fn left_out(office: &Connection, document: &TaskDocument) -> Result<Vec<LeftOutView>> {
    let all = &document.crew.left_out;
    let view = |left: &super::document::LeftOut| {
        let known = inspector::by_id(office, left.inspector)?;
        let text = |column: inspector::Column| {
            known
                .as_ref()
                .map_or_else(String::new, |known| known.get(column).to_owned())
        };
        Ok(LeftOutView {
            inspector: left.inspector,
            number: inspector_number(left.inspector),
            name: text(inspector::Column::Name),
            dept: text(inspector::Column::Department),
            basis: left.basis.clone(),
        })
    };
    all.iter().map(view).collect()
}

/// What people are good at, and items ask for.
fn skills(people: &[inspector::StoredInspector], items: &TaskItems) -> Vec<Told> {
    let theirs = people
        .iter()
        .flat_map(|person| skills_in(person.get(inspector::Column::Skills)));
    let mut all: Vec<String> = theirs.chain(items.all().map(|item| item.skill.clone())).collect();
    all.retain(|skill| !skill.is_empty());
    all.sort();
    all.dedup();
    all.iter().map(|skill| told(skill, skill)).collect()
}

/// The profiles, the one in force among them.
fn rules_choices(office: &Connection) -> Result<Vec<Told>> {
    let all = rule_profile::all(office)?.into_iter();
    let told = all.map(|stored| {
        told(
            &stored.id.to_string(),
            &labels::rules_choice(&stored.row.name, stored.row.in_force),
        )
    });
    Ok(told.collect())
}

fn item_view(item: &crate::item::TaskItem, bounded: u32) -> TaskItemView {
    TaskItemView {
        id: item.id,
        number: item.number.clone(),
        name: item.name.clone(),
        ratio: item.ratio.clone(),
        tags: item.tags.clone(),
        merge_group: item.merge_group.clone(),
        bounded,
        why_not: item.why_not.clone(),
    }
}

fn clauses(index: &TargetIndex) -> Vec<ClauseChoices> {
    use sunlot_store::target::Column;
    let view = |field: &pool::Field| {
        let column = match field {
            pool::Field::Tags => Some(Column::Tags),
            pool::Field::Industry => Some(Column::Industry),
            pool::Field::Township => Some(Column::Township),
            pool::Field::Supervisor => Some(Column::Supervisor),
            pool::Field::Source => Some(Column::Source),
            _ => None,
        };
        let mut values: Vec<String> = match (field.choices(), column) {
            (Some(names), _) => names.into_iter().map(str::to_owned).collect(),
            (None, Some(column)) => {
                let texts = index.values_of(column).0.iter();
                let parts = texts.flat_map(|text| match field {
                    pool::Field::Tags => text.split(['、', ',']).map(str::trim).collect::<Vec<_>>(),
                    _ => vec![text.as_str()],
                });
                let mut parts: Vec<String> =
                    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect();
                parts.sort();
                parts.dedup();
                parts
            }
            (None, None) => Vec::new(),
        };
        values.push(String::new());
        ClauseChoices {
            field: field.name().to_owned(),
            label: labels::field(*field).to_owned(),
            choices: values.iter().map(|value| labels::value(*field, value)).collect(),
            free: *field == pool::Field::Industry,
        }
    };
    pool::Field::ALL.iter().map(view).collect()
}

fn line(office: &Connection, stored: &Stored<TaskRow>, document: &TaskDocument) -> Result<TaskLine> {
    let plan = match (stored.row.plan, stored.row.line) {
        (Some(id), Some(line)) => plan::by_id(office, id)?
            .map(|stored| labels::plan_line(&stored.row.title, line))
            .unwrap_or_default(),
        _ => String::new(),
    };
    Ok(TaskLine {
        id: stored.id,
        number: labels::number(stored.id),
        task_no: stored.row.number.clone().unwrap_or_default(),
        title: stored.row.title.clone(),
        state: labels::standing(&stored.row.state, task_draw(office, stored.id)?.as_ref()),
        kind: word::<TaskKind>(&document.kind),
        period: labels::period(&document.from, &document.to),
        items: document.items.iter().map(|id| item_number(*id)).collect(),
        plan,
        unit: document.unit.clone(),
    })
}

/// A task as it was typed.
fn form(stored: &Stored<TaskRow>, document: &TaskDocument) -> TaskSave {
    let values = [
        ("title", stored.row.title.clone()),
        ("kind", document.kind.clone()),
        ("basis", document.basis.clone()),
        ("superior", document.superior.clone()),
        ("from", document.from.clone()),
        ("to", document.to.clone()),
        ("unit", document.unit.clone()),
        ("person", document.person.clone()),
        ("modes", document.modes.join("、")),
        ("beyond", document.beyond_code().to_owned()),
        (
            "beyond_why",
            document
                .beyond
                .as_ref()
                .map_or_else(String::new, |beyond| beyond.why.clone()),
        ),
    ];
    TaskSave {
        id: Some(stored.id),
        version: Some(stored.version),
        values: values
            .into_iter()
            .map(|(field, value)| (field.to_owned(), value))
            .collect(),
        plan: stored.row.plan,
        line: stored.row.line,
        rules: document.rules,
        items: document.items.clone(),
        scope: document.scope.iter().map(clause).collect(),
        strata: strata(document),
        crew: crew(&document.crew),
        reason: String::new(),
    }
}

fn clause(clause: &pool::Clause) -> ClauseForm {
    ClauseForm {
        field: clause.field.name().to_owned(),
        any_of: clause.any_of.clone(),
        not: clause.not,
    }
}

fn strata(document: &TaskDocument) -> Vec<StratumForm> {
    let strata = document.strata.iter().enumerate();
    strata
        .map(|(at, rule)| stratum(rule, document.crew.slots.get(at).map_or(&[], Vec::as_slice)))
        .collect()
}

/// A stratum as it was typed.
pub(super) fn stratum(rule: &pool::StratumRule, places: &[Place]) -> StratumForm {
    let some = |number: Option<u32>| number.map_or_else(String::new, |number| number.to_string());
    let mut form = StratumForm {
        label: rule.label.clone(),
        meaning: rule.meaning.clone(),
        clauses: rule.clauses.iter().map(clause).collect(),
        reserve: some(rule.reserve),
        items: rule.items.iter().filter_map(|code| id_of(code)).collect(),
        slots: places.iter().map(Place::form).collect(),
        ..StratumForm::default()
    };
    match rule.quota {
        pool::Quota::All => form.quota = "all".to_owned(),
        pool::Quota::Count { n } => {
            form.quota = "count".to_owned();
            form.count = n.to_string();
        }
        pool::Quota::Rate {
            share: rate,
            min,
            max,
        } => {
            form.quota = "rate".to_owned();
            form.share = share::text(rate);
            form.min = some((min > 0).then_some(min));
            form.max = some(max);
        }
    }
    form
}

/// The number behind an item's code, SX-000012.
pub(super) fn id_of(code: &str) -> Option<i64> {
    code.rsplit_once('-')?.1.parse().ok()
}

fn crew(crew: &Crew) -> CrewForm {
    let some = |number: Option<u32>| number.map_or_else(String::new, |number| number.to_string());
    CrewForm {
        later: crew.later,
        joint: crew.joint,
        lead: crew.lead.clone(),
        partners: crew.partners.clone(),
        size: some(crew.size),
        cap: some(crew.cap),
        by: crew.by.clone().unwrap_or_default(),
        left_out: crew
            .left_out
            .iter()
            .map(|left| LeftOutForm {
                inspector: left.inspector,
                basis: left.basis.clone(),
            })
            .collect(),
    }
}

/// The fields of the form, with what stands there.
fn fields(values: &BTreeMap<String, String>) -> Vec<FieldView> {
    labels::FORM
        .iter()
        .map(|field| {
            let value = values.get(*field).cloned().unwrap_or_default();
            let choices = match *field {
                "kind" => all::<TaskKind>(),
                "modes" => all::<InspectionMode>(),
                "beyond" => beyond_choices(),
                _ => Vec::new(),
            };
            let shown = match *field {
                "kind" if !value.is_empty() => word::<TaskKind>(&value).label,
                "beyond" if !value.is_empty() => beyond(&value).label,
                "modes" => {
                    let modes = value.split('、').filter(|mode| !mode.is_empty());
                    let modes: Vec<String> = modes.map(|mode| word::<InspectionMode>(mode).label).collect();
                    modes.join("、")
                }
                _ => value.clone(),
            };
            FieldView {
                field: (*field).to_owned(),
                label: labels::task_field(field).to_owned(),
                group: labels::group(field).to_owned(),
                value,
                shown,
                choices,
                date: matches!(*field, "from" | "to"),
                required: matches!(*field, "title" | "kind" | "from" | "to"),
                bulk: false,
            }
        })
        .collect()
}
