//! What the answers of partners mean for a task: the cap, who stays away, and how they are shown.

use std::collections::BTreeMap;

use sunlot_store::Connection;
use sunlot_store::inspector::{self, Column};

use super::document::Stay;
use super::labels;
use super::wire::JointAnswerView;
use crate::Result;
use crate::task::document::Crew;
use crate::task::people::People;

/// The caps that partners wrote for those who may be drawn, by number in the registry.
pub(crate) fn caps(crew: &Crew) -> BTreeMap<i64, u32> {
    let people = crew.answers.iter().flat_map(|answer| &answer.people);
    people
        .filter_map(|sent| Some((sent.inspector, sent.cap?)))
        .collect()
}

/// How many targets one takes at most; 0: there is no limit. A draw has one cap for everybody (draw protocol), so that the least
/// of all that were written holds: nobody is sent to more than they may be.
pub(crate) fn cap(crew: &Crew, of_profile: u32, people: &People) -> u32 {
    let own = crew.cap.unwrap_or(of_profile);
    let least = least(crew, people).map(|(cap, _)| cap);
    let both = least.into_iter().chain((own > 0).then_some(own));
    both.min().unwrap_or(0)
}

/// That a partner's cap is the one that holds, and for whom it was written.
pub(crate) fn cap_told(crew: &Crew, of_profile: u32, people: &People) -> Option<String> {
    let own = crew.cap.unwrap_or(of_profile);
    let (least, name) = least(crew, people)?;
    (own == 0 || least < own).then(|| labels::cap_holds(least, &name))
}

fn least(crew: &Crew, people: &People) -> Option<(u32, String)> {
    let caps = caps(crew);
    let eligible = people.eligible.iter().filter_map(|at| people.all.get(*at));
    let written = eligible.filter_map(|person| {
        let cap = caps.get(&person.inspector?)?;
        Some((*cap, person.name.clone()))
    });
    written.min_by_key(|(cap, _)| *cap)
}

/// Who stays away from which target because a partner said so; and how it is told.
pub(crate) fn stays(crew: &Crew) -> impl Iterator<Item = (&Stay, String)> {
    let answers = crew.answers.iter();
    answers.flat_map(|answer| {
        let stays = answer.stays.iter();
        stays.map(|stay| (stay, labels::stay(&answer.dept, &stay.reason)))
    })
}

/// What each partner said, those that have not answered too.
pub(crate) fn views(office: &Connection, crew: &Crew) -> Result<Vec<JointAnswerView>> {
    if !crew.joint {
        return Ok(Vec::new());
    }
    let view = |dept: &String| {
        let Some(answer) = crew.answers.iter().find(|answer| answer.dept == *dept) else {
            return Ok(JointAnswerView {
                dept: dept.clone(),
                file: String::new(),
                digest: String::new(),
                on: String::new(),
                told: labels::UNANSWERED.to_owned(),
                people: Vec::new(),
            });
        };
        let mut people = Vec::new();
        for sent in &answer.people {
            if let Some(known) = inspector::by_id(office, sent.inspector)? {
                people.push(labels::sent(known.get(Column::Name), sent.cap));
            }
        }
        Ok(JointAnswerView {
            dept: dept.clone(),
            file: answer.file.clone(),
            digest: answer.digest.clone(),
            on: answer.on.clone(),
            told: labels::answered(people.len(), answer.stays.len()),
            people,
        })
    };
    crew.partners.iter().map(view).collect()
}
