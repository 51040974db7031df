//! The workbooks that ask partner departments whom they send: one each, all of them or none.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use sunlot_draw::Leaf;
use sunlot_roster::{BookSheet, Cell, Column as Wide, Table, write_book};
use sunlot_rules::crew::slots::SlotPlan;
use sunlot_store::Connection;
use sunlot_store::inspector::{self, Column};

use super::asked::{Joint, are_units, dept_of};
use super::labels::{self, Letter};
use super::wire::{JointFile, JointSent, TaskJointSend};
use crate::commands::Act;
use crate::event::joint::{JointPaper, JointStep};
use crate::file::{self, Named};
use crate::registry::check::{bound, problem};
use crate::task::fault::invalid;
use crate::task::labels as task_labels;
use crate::task::manifest::Made;
use crate::task::pool::{Held, small};
use crate::{Desk, Error, Kind, Reason, Result};

/// A file that is to be written.
struct Paper {
    dept: String,
    place: PathBuf,
    /// Whether a file stood there before: then it is not ours to take away.
    replaces: bool,
    bytes: Vec<u8>,
    people: u32,
}

impl Desk {
    /// Writes for each partner department of a task a workbook that asks whom it sends.
    pub fn task_joint_send(&self, request: &TaskJointSend) -> Result<JointSent> {
        let mut written: Vec<PathBuf> = Vec::new();
        let sent = self.change(Act::TaskJointSend, |change| {
            let office = change.tx();
            let joint = Joint::read(office, request.id)?;
            let papers = self.joint_papers(office, &joint, request)?;
            for paper in &papers {
                file::replace(&paper.place, |file| file.write_all(&paper.bytes))
                    .map_err(|error| file::failed(&paper.place, &error))?;
                if !paper.replaces {
                    written.push(paper.place.clone());
                }
            }
            let files: Vec<JointFile> = papers.iter().map(Paper::told).collect();
            let step = JointStep {
                task: joint.number(),
                title: joint.stored.row.title.clone(),
                papers: papers.iter().map(Paper::noted).collect(),
                ..JointStep::default()
            };
            Ok((JointSent { files }, Some(Kind::JointMoved(step))))
        });
        match sent {
            Ok((sent, _)) => Ok(sent),
            Err(error) => {
                // Half of the departments must not be asked.
                for place in written {
                    let _ = fs::remove_file(place);
                }
                Err(error)
            }
        }
    }

    fn joint_papers(
        &self,
        office: &Connection,
        joint: &Joint,
        request: &TaskJointSend,
    ) -> Result<Vec<Paper>> {
        let until = bound(&request.until, self.today())
            .map_err(|flaw| invalid(vec![problem("until", task_labels::task_field("to"), flaw)]))?;
        let held = self.pool_of(office, request.id)?;
        let made = self.manifest_of(office, request.id, &held)?.manned()?;
        let mut papers = Vec::new();
        for dept in &joint.document.crew.partners {
            let (place, replaces) = self.joint_place(request, dept)?;
            let (sheets, people) = self.joint_sheets(office, joint, (&held, &made), dept, &until)?;
            let mut bytes = Cursor::new(Vec::new());
            write_book(&mut bytes, &sheets).map_err(|error| file::failed(&place, &error))?;
            papers.push(Paper {
                dept: dept.clone(),
                place,
                replaces,
                bytes: bytes.into_inner(),
                people,
            });
        }
        Ok(papers)
    }

    /// Where the file for a department goes, and whether one stands there.
    fn joint_place(&self, request: &TaskJointSend, dept: &str) -> Result<(PathBuf, bool)> {
        let stem = labels::file(dept);
        let asked = match &request.folder {
            Some(folder) => {
                let folder = Path::new(folder);
                if !folder.is_dir() {
                    let file = folder.display().to_string();
                    return Err(Error::new(Reason::PlaceMissing { file }, "no folder"));
                }
                // A name may have a point in it, which begins no ending.
                Some(folder.join(format!("{stem}.xlsx")).display().to_string())
            }
            None => None,
        };
        let place = self.place_for(Named::of(asked.as_deref(), request.overwrite), &stem, "xlsx")?;
        let replaces = place.symlink_metadata().is_ok();
        Ok((place, replaces))
    }

    fn joint_sheets(
        &self,
        office: &Connection,
        joint: &Joint,
        (held, made): (&Held, &Made),
        dept: &str,
        until: &str,
    ) -> Result<(Vec<BookSheet>, u32)> {
        let (document, number) = (&joint.document, joint.number());
        let items: Vec<String> = held
            .source
            .items
            .iter()
            .map(|item| task_labels::item(&item.number, &item.name))
            .collect();
        let candidates = candidates(made);
        let unit = [document.unit.as_str(), document.person.as_str()];
        let contact: Vec<&str> = unit.into_iter().filter(|text| !text.is_empty()).collect();
        let letter = labels::letter(&Letter {
            lead: &document.crew.lead,
            dept,
            number: joint.stored.row.number.as_deref().unwrap_or(&number),
            title: &joint.stored.row.title,
            items: &items,
            period: &task_labels::period(&document.from, &document.to),
            needed: &needed(held, dept),
            until,
            contact: &contact.join(" "),
            candidates: candidates.len(),
            code: &joint.code(dept)?,
        });
        let letter = letter
            .into_iter()
            .map(|(name, text)| texts([name.to_owned(), text]));
        let people = known(office, joint, dept)?;
        let count = small(people.len());
        let title = labels::heading(&number, &joint.stored.row.title, dept);
        let sheet = |name: &str, columns: &[(&str, f64)], rows, to_fill_in| BookSheet {
            table: Table {
                sheet: name.to_owned(),
                title: title.clone(),
                columns: columns.iter().copied().map(wide).collect(),
                imprint: self.imprint(),
            },
            rows,
            to_fill_in,
        };
        let sheets = vec![
            sheet(labels::TASK, &labels::TASK_COLUMNS, letter.collect(), false),
            sheet(labels::PEOPLE, &labels::PEOPLE_COLUMNS, people, true),
            sheet(labels::STAYS, &labels::STAY_COLUMNS, Vec::new(), true),
            sheet(labels::TARGETS, &labels::TARGET_COLUMNS, candidates, false),
        ];
        Ok((sheets, count))
    }
}

impl Paper {
    fn told(&self) -> JointFile {
        JointFile {
            dept: self.dept.clone(),
            path: self.place.display().to_string(),
            digest: self.digest(),
            people: self.people,
        }
    }

    fn noted(&self) -> JointPaper {
        let name = self.place.file_name().unwrap_or_default();
        JointPaper {
            dept: self.dept.clone(),
            file: name.to_string_lossy().into_owned(),
            digest: self.digest(),
        }
    }

    fn digest(&self) -> String {
        hex::encode(Sha256::digest(&self.bytes))
    }
}

fn wide((heading, width): (&str, f64)) -> Wide {
    Wide {
        heading: heading.to_owned(),
        width,
    }
}

fn texts<const N: usize>(texts: [String; N]) -> Vec<Cell> {
    texts.into_iter().map(Cell::Text).collect()
}

/// How many people of a department each target needs, by stratum.
fn needed(held: &Held, dept: &str) -> Vec<String> {
    let strata = held.source.document.strata.iter().zip(held.source.slots());
    let told = strata.filter_map(|(stratum, places)| {
        let of = |place: &&SlotPlan| place.dept.as_deref() == Some(dept);
        let own: Vec<&SlotPlan> = places.iter().filter(of).collect();
        (!own.is_empty()).then(|| labels::needed(&stratum.label, &own))
    });
    told.collect()
}

/// The people of a department that the registry has.
fn known(office: &Connection, joint: &Joint, dept: &str) -> Result<Vec<Vec<Cell>>> {
    let all = inspector::all(office)?;
    let units = are_units(&joint.document.crew, &all);
    let theirs = all.iter().filter(|person| {
        let of = dept_of(person.get(Column::Unit), person.get(Column::Department), units);
        person.get(Column::Membership) == "in" && of == dept
    });
    let caps = super::caps(&joint.document.crew);
    let row = |person: &inspector::StoredInspector| {
        let text = |column| person.get(column).to_owned();
        texts([
            text(Column::Name),
            text(Column::CertNo),
            text(Column::CertValidTo),
            text(Column::Unit),
            text(Column::Department),
            text(Column::Skills),
            caps.get(&person.id).map(u32::to_string).unwrap_or_default(),
            String::new(),
        ])
    };
    Ok(theirs.map(row).collect())
}

/// Everybody who can be drawn, as they stand in the list.
fn candidates(made: &Made) -> Vec<Vec<Cell>> {
    let strata = made.manifest.strata.iter();
    let rows = strata.flat_map(|stratum| {
        let targets = stratum.targets.iter().filter_map(Leaf::open).zip(1usize..);
        targets.map(|(target, number)| {
            texts([
                labels::candidate(&stratum.key, number),
                target.id.to_string(),
                target.name.to_string(),
                stratum.label.to_string(),
            ])
        })
    });
    rows.collect()
}
