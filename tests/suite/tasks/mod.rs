//! Tasks and their pools: legal items only, the cap with its coded exceptions, nobody lost between strata and reasons, and what is
//! said before anything is sealed.

mod begun;
mod crews;
mod export;
mod flags;
mod joint;
mod lines;
mod loans;
mod notices;
mod places;
mod pool;
mod recusals;
mod remarks;
mod rewritten;
mod sealing;
mod told;
pub mod words;
mod writing;

use std::collections::BTreeMap;

use sunlot_app::inspector::InspectorSave;
use sunlot_app::target::{TargetId, TargetSave, VisitAdd};
use sunlot_app::task::{
    ClauseForm, StratumForm, TaskAnnounce, TaskId, TaskManifest, TaskMove, TaskSave, TaskView,
};
use sunlot_app::{Desk, Error, Place, Problem};

use crate::items;

/// Values by field.
pub fn values(values: &[(&str, &str)]) -> BTreeMap<String, String> {
    let pair = |(field, value): &(&str, &str)| ((*field).to_owned(), (*value).to_owned());
    values.iter().map(pair).collect()
}

/// A target; answers with its number.
pub fn target(desk: &Desk, name: &str, fields: &[(&str, &str)]) -> i64 {
    let mut all = values(&[("kind", "enterprise"), ("name", name), ("status", "active")]);
    all.extend(values(fields));
    let save = TargetSave {
        values: all,
        reason: "首次登记".to_owned(),
        ..TargetSave::default()
    };
    desk.target_save(&save).unwrap().line.id
}

/// Visits that were made outside of the program.
pub fn visited(desk: &Desk, target: i64, days: &[&str]) {
    for day in days {
        desk.visit_add(&VisitAdd {
            target,
            held_on: (*day).to_owned(),
            task_kind: "double_random".to_owned(),
            counted: true,
            ..VisitAdd::default()
        })
        .unwrap();
    }
    let view = desk.target_open(&TargetId { id: target }).unwrap();
    assert_eq!(view.visits.len(), days.len(), "every visit was entered");
}

/// Certified people of the same department.
pub fn people(desk: &Desk, names: &[&str]) {
    for (at, name) in names.iter().enumerate() {
        let cert = format!("1306090100{at}");
        desk.inspector_save(&InspectorSave {
            values: values(&[
                ("name", name),
                ("department", "执法一科"),
                ("cert_no", &cert),
                ("cert_valid_to", "2029-12-31"),
                ("status", "active"),
            ]),
            reason: "首次登记".to_owned(),
            ..InspectorSave::default()
        })
        .unwrap();
    }
}

/// An item in an edition that is in force; answers with its number. Its ratio is the office's own, at least 1%.
pub fn item(desk: &Desk) -> i64 {
    let save = sunlot_app::item::ItemSave {
        values: {
            let mut all = items::request("粮食收购检查").values;
            all.insert("ratio".to_owned(), "不低于1%".to_owned());
            all
        },
        ..items::request("粮食收购检查")
    };
    let id = desk.item_save(&save).unwrap().line.id;
    items::ratified(desk, "2026-11-11");
    id
}

/// One stratum with everybody.
pub fn everybody(quota: &str, number: &str) -> StratumForm {
    StratumForm {
        label: "甲类".to_owned(),
        quota: quota.to_owned(),
        share: number.to_owned(),
        count: number.to_owned(),
        ..StratumForm::default()
    }
}

/// A condition.
pub fn clause(field: &str, values: &[&str]) -> ClauseForm {
    ClauseForm {
        field: field.to_owned(),
        any_of: values.iter().map(|value| (*value).to_owned()).collect(),
        not: false,
    }
}

/// A task that draws half of everybody.
pub fn request(item: i64) -> TaskSave {
    TaskSave {
        values: values(&[
            ("title", "粮食收购检查第一批"),
            ("kind", "double_random"),
            ("basis", "徐粮〔2026〕12号"),
            ("from", "2026-12-01"),
            ("to", "2026-12-18"),
        ]),
        items: vec![item],
        strata: vec![everybody("rate", "50%")],
        reason: "年度安排".to_owned(),
        ..TaskSave::default()
    }
}

/// Saves it.
pub fn saved(desk: &Desk, request: &TaskSave) -> TaskView {
    desk.task_save(request).unwrap()
}

/// Tries to approve it.
pub fn approve(desk: &Desk, view: &TaskView) -> Result<TaskView, Error> {
    desk.task_approve(&TaskMove {
        id: view.line.id,
        version: view.version,
        on: "2026-11-20".to_owned(),
        by: "局长".to_owned(),
        reason: String::new(),
    })
}

/// Approves it.
pub fn approved(desk: &Desk, view: &TaskView) -> TaskView {
    approve(desk, view).unwrap()
}

/// What announces its list a week before the draw; a reason stands in every announcement but the first.
pub fn announcement(task: i64, reason: &str) -> TaskAnnounce {
    TaskAnnounce {
        id: task,
        draw_on: "2026-11-27".to_owned(),
        channels: "区政府门户网站".to_owned(),
        reason: reason.to_owned(),
    }
}

/// Announces its list for a draw on a day.
pub fn announced(desk: &Desk, task: i64, draw_on: &str, reason: &str) -> TaskView {
    let draw_on = draw_on.to_owned();
    desk.task_announce(&TaskAnnounce {
        draw_on,
        ..announcement(task, reason)
    })
    .unwrap()
}

/// Saves and approves it.
pub fn ready(desk: &Desk, request: &TaskSave) -> TaskView {
    approved(desk, &saved(desk, request))
}

/// Which task a view is of.
pub fn id(view: &TaskView) -> TaskId {
    TaskId { id: view.line.id }
}

/// The manifest that would be sealed.
pub fn manifest(desk: &Desk, task: &TaskView) -> serde_json::Value {
    let written = desk
        .task_manifest(&TaskManifest {
            id: task.line.id,
            path: None,
            overwrite: false,
        })
        .unwrap();
    serde_json::from_slice(&std::fs::read(written.path).unwrap()).unwrap()
}

/// The field that a problem is about.
pub fn field_of(problem: &Problem) -> &str {
    match &problem.place {
        Place::Field { field } => field,
        place => panic!("a form has fields: {place:?}"),
    }
}
