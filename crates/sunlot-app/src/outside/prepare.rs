//! What a draw of another system would become: its values, each of its rows with the target that it is about, its people, and
//! everything that stands in the way. Looking and registering ask the same.

use std::collections::{BTreeMap, BTreeSet};

use sunlot_rules::roster::cell::{RawCell, clean};
use sunlot_store::Connection;
use sunlot_store::outside_draw::OutsideDrawRow;
use sunlot_store::target::{self, Column};

use super::check;
use super::document::OutsideDocument;
use super::fault::OutsideFlaw;
use super::labels;
use super::matching::{self, Asked, Fate, Known};
use super::read::{Named, Sheet, one};
use super::wire::{OutsideAnswer, OutsidePerson, OutsideRowView, OutsideTake};
use crate::messages;
use crate::registry::Told;
use crate::registry::check::problem;
use crate::registry::labels::told;
use crate::target::target_number;
use crate::{Desk, Place, Problem, Result};

/// What a draw would become.
pub(super) struct Prepared {
    pub row: OutsideDrawRow,
    pub document: OutsideDocument,
    pub rows: Vec<(Asked, Fate)>,
    pub people: Vec<(Option<i64>, OutsidePerson)>,
    pub notices: Vec<Told>,
    pub problems: Vec<Problem>,
}

impl Desk {
    /// Works it out against the registry as it is now.
    pub(super) fn outside_prepared(
        &self,
        office: &Connection,
        request: &OutsideTake,
        sheet: Option<&Sheet>,
    ) -> Result<Prepared> {
        let (row, document, mut problems) = {
            let told = sheet.map(|sheet| sheet.values.clone()).unwrap_or_default();
            check::read(office, request, &told, self.today())?
        };
        let mut notices: Vec<Told> = sheet.map(|sheet| sheet.notices.clone()).unwrap_or_default();
        let (asked, twice) = asked(request, sheet);
        if twice > 0 {
            notices.push(told("same", &labels::same(twice)));
        }
        let answers: Vec<Asked> = request
            .answers
            .iter()
            .map(|said| Asked::typed(&said.target))
            .collect();
        let mut rows = self.targets().with(office, self.today(), |index| {
            let known = Known::of(office, index, asked.iter().chain(&answers));
            let rows = asked.iter().map(|asked| Ok((asked.clone(), known.find(asked)?)));
            let mut rows: Vec<(Asked, Fate)> = rows.collect::<Result<_>>()?;
            for (said, answer) in request.answers.iter().zip(&answers) {
                answered(&mut rows, said, answer, &known, &mut problems)?;
            }
            Ok(rows)
        })?;
        once(&mut rows, &mut notices);
        if rows.is_empty() {
            problems.push(problem(
                "rows",
                labels::field("rows"),
                OutsideFlaw::OutsideRowsMissing,
            ));
        }
        for (at, (asked, fate)) in rows.iter_mut().enumerate() {
            let Fate::Open(flaw) = fate else { continue };
            if request.leave_rest {
                *fate = Fate::Stranger;
            } else {
                problems.push(open(asked, flaw, at, sheet));
            }
        }
        let named = named(request, sheet, &mut problems);
        let alone: Vec<String> = named
            .iter()
            .filter(|named| named.cert.is_empty())
            .map(|named| named.name.clone())
            .collect();
        if !alone.is_empty() {
            notices.push(told("without_cert", &labels::without_cert(&alone)));
        }
        Ok(Prepared {
            row,
            document,
            rows,
            people: matching::people(office, &named)?,
            notices,
            problems,
        })
    }
}

/// The rows of the file and what was typed, each once; and how many rows only repeated others.
fn asked(request: &OutsideTake, sheet: Option<&Sheet>) -> (Vec<Asked>, usize) {
    let typed = request.targets.iter().map(|text| Asked::typed(text));
    let typed = typed.filter(|asked| !asked.told().is_empty());
    let mut all: Vec<Asked> = Vec::new();
    let mut known: BTreeSet<(String, String)> = BTreeSet::new();
    let mut twice = 0;
    let of_file = sheet.map(|sheet| sheet.targets.as_slice()).unwrap_or_default();
    for asked in of_file.iter().cloned().chain(typed) {
        if !known.insert(asked.key()) {
            twice += 1;
        } else {
            all.push(asked);
        }
    }
    (all, twice)
}

/// What somebody said of a row that was not found.
fn answered(
    rows: &mut [(Asked, Fate)],
    said: &OutsideAnswer,
    answer: &Asked,
    known: &Known<'_>,
    problems: &mut Vec<Problem>,
) -> Result<()> {
    let mut wrong = |flaw: OutsideFlaw| problems.push(problem("answers", labels::field("answers"), flaw));
    let row = rows
        .iter_mut()
        .find(|(asked, _)| asked.row == said.row && said.row > 0);
    let Some((_, fate)) = row.filter(|(_, fate)| matches!(fate, Fate::Open(_))) else {
        wrong(OutsideFlaw::AnswerStray { row: said.row });
        return Ok(());
    };
    if said.target.trim().is_empty() {
        *fate = Fate::Stranger;
        return Ok(());
    }
    match known.find(answer)? {
        Fate::Ours { target, .. } => {
            *fate = Fate::Ours {
                target,
                how: "chosen",
                note: String::new(),
            };
        }
        Fate::Stranger | Fate::Open(_) => {
            let found = said.target.trim().to_owned();
            wrong(OutsideFlaw::AnswerUnknown { found });
        }
    }
    Ok(())
}

/// A target that several rows turned out to be about stands once.
fn once(rows: &mut Vec<(Asked, Fate)>, notices: &mut Vec<Told>) {
    let mut known: BTreeSet<i64> = BTreeSet::new();
    let before = rows.len();
    rows.retain(|(_, fate)| match fate {
        Fate::Ours { target, .. } => known.insert(*target),
        _ => true,
    });
    let twice = before - rows.len();
    if twice > 0 {
        notices.push(told("same", &labels::same(twice)));
    }
}

/// The place of a row that somebody must look at.
fn open(asked: &Asked, flaw: &OutsideFlaw, at: usize, sheet: Option<&Sheet>) -> Problem {
    let place = match sheet.filter(|_| asked.row > 0) {
        Some(sheet) => Place::File {
            file: sheet.file.clone(),
            sheet: Some(sheet.name.clone()),
            row: Some(asked.row),
            column: None,
        },
        None => Place::Field {
            field: format!("targets.{at}"),
        },
    };
    Problem {
        place,
        label: labels::field("targets").to_owned(),
        flaw: flaw.clone().into(),
    }
}

/// The people of the file and those who were typed.
fn named(request: &OutsideTake, sheet: Option<&Sheet>, problems: &mut Vec<Problem>) -> Vec<Named> {
    let mut all: Vec<Named> = sheet.map(|sheet| sheet.people.clone()).unwrap_or_default();
    for (at, text) in request.inspectors.iter().enumerate() {
        match one(&clean(&RawCell::Text(text))) {
            Ok(None) => {}
            Ok(Some(cert)) => all.push(Named {
                name: String::new(),
                cert,
            }),
            Err(found) => {
                let field = format!("inspectors.{at}");
                let flaw = OutsideFlaw::CertUnread { found };
                problems.push(problem(&field, labels::field(&field), flaw));
            }
        }
    }
    let mut once: Vec<Named> = Vec::new();
    for named in all {
        let same = |known: &Named| match named.cert.as_str() {
            "" => known.name == named.name,
            cert => known.cert == cert,
        };
        if !once.iter().any(same) {
            once.push(named);
        }
    }
    once
}

/// Rows for people, those that somebody must look at first.
pub(super) fn shown(office: &Connection, rows: &[(Asked, Fate)]) -> Result<Vec<OutsideRowView>> {
    let ids: Vec<i64> = rows
        .iter()
        .filter_map(|(_, fate)| match fate {
            Fate::Ours { target, .. } => Some(*target),
            _ => None,
        })
        .collect();
    let names: BTreeMap<i64, String> = target::by_ids(office, &ids)?
        .into_iter()
        .map(|stored| {
            let name = labels::entry(&target_number(stored.id), stored.get(Column::Name));
            (stored.id, name)
        })
        .collect();
    Ok(rows
        .iter()
        .map(|(asked, fate)| view(asked, fate, &names))
        .collect())
}

fn view(asked: &Asked, fate: &Fate, names: &BTreeMap<i64, String>) -> OutsideRowView {
    let view = OutsideRowView {
        row: asked.row,
        name: asked.name.clone(),
        code: asked.code.clone(),
        state: labels::fate("open"),
        target: 0,
        known: String::new(),
        message: String::new(),
        hint: String::new(),
    };
    match fate {
        Fate::Ours { target, how, note } => OutsideRowView {
            state: labels::fate(how),
            target: *target,
            known: names.get(target).cloned().unwrap_or_default(),
            message: note.clone(),
            ..view
        },
        Fate::Stranger => OutsideRowView {
            state: labels::fate("stranger"),
            ..view
        },
        Fate::Open(flaw) => {
            let words = messages::of_outside(labels::field("targets"), flaw);
            OutsideRowView {
                message: words.message,
                hint: words.hint,
                ..view
            }
        }
    }
}
