//! The workbook that a department sent back: its code, the caps beside its people, and its recusals, as they stand there. Files are
//! read by `reader`, in a process of its own; its people are read by the rules of rosters.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use sunlot_rules::roster::cell::clean;

use super::labels;
use super::wire::TaskJointAnswer;
use crate::import::{PeopleRead, digest_of, raw_cell};
use crate::reader::{Ask, Part, TableSource};
use crate::registry::Told;
use crate::registry::labels::told;
use crate::task::fault::{TaskFault, fault};
use crate::{Desk, Result};

/// So many rows of each sheet are read: no department sends more.
const MOST_ROWS: u32 = 20_000;

/// Such a workbook.
pub(super) struct Workbook {
    /// What it is called.
    pub file: String,
    /// SHA-256 of its bytes in lower-case hex.
    pub digest: String,
    pub code: String,
    pub people: PeopleRead,
    /// By row of the people what stands as the cap.
    pub caps: BTreeMap<u32, String>,
    pub stays: Vec<StayRow>,
    pub notices: Vec<Told>,
}

/// A row about who stays away from whom.
pub(super) struct StayRow {
    pub row: u32,
    pub who: String,
    pub whom: String,
    pub why: String,
}

#[derive(Default)]
struct Sheet {
    name: String,
    rows: Vec<(u32, Vec<String>)>,
}

impl Desk {
    pub(super) fn joint_workbook(&self, request: &TaskJointAnswer) -> Result<Workbook> {
        let path = request.path.trim();
        let source = TableSource::File(path.into());
        let file = Path::new(path).file_name().unwrap_or_default();
        let file = file.to_string_lossy().into_owned();
        let digest = hex::encode(digest_of(&source)?);
        let moved = |now: &str| !request.digest.is_empty() && request.digest != now;
        let (sheets, notices) = self.joint_raw(&source)?;
        let of = |name: &str| sheets.iter().find(|sheet| sheet.name == name);
        let code = of(labels::TASK).and_then(code).ok_or_else(|| {
            let file = file.clone();
            fault(TaskFault::JointForeign { file })
        })?;
        let people = self.people_of_sheet(&source, labels::PEOPLE)?;
        if moved(&digest) || hex::encode(digest_of(&source)?) != digest {
            return Err(fault(TaskFault::JointFileMoved { file }));
        }
        Ok(Workbook {
            caps: of(labels::PEOPLE).map(caps).unwrap_or_default(),
            stays: of(labels::STAYS).map(stays).unwrap_or_default(),
            file,
            digest,
            code,
            people,
            notices,
        })
    }

    fn joint_raw(&self, source: &TableSource) -> Result<(Vec<Sheet>, Vec<Told>)> {
        let mut sheets: Vec<Sheet> = Vec::new();
        let ask = Ask {
            sheet: None,
            rows: Some(MOST_ROWS),
        };
        let reading = self.env().reader.read(
            source,
            &ask,
            &mut |part| {
                match part {
                    Part::Sheet(head) => sheets.push(Sheet {
                        name: head.name,
                        rows: Vec::new(),
                    }),
                    Part::Row { number, cells } => {
                        let cells = cells.iter().map(|cell| clean(&raw_cell(cell)).text.into_owned());
                        if let Some(sheet) = sheets.last_mut() {
                            sheet.rows.push((number, cells.collect()));
                        }
                    }
                    Part::Book(_) | Part::SheetEnd(_) => {}
                }
                Ok(())
            },
            &AtomicBool::new(false),
        )?;
        let warnings = reading.warnings.iter().map(crate::messages::reader::of_warning);
        Ok((sheets, warnings.map(|text| told("file", &text)).collect()))
    }
}

/// What stands beside the name of the code.
fn code(sheet: &Sheet) -> Option<String> {
    sheet.rows.iter().find_map(|(_, cells)| {
        let at = cells.iter().position(|cell| cell == labels::CODE)?;
        let code = cells.iter().skip(at + 1).find(|cell| !cell.is_empty())?;
        Some(code.to_ascii_lowercase())
    })
}

/// Where columns stand, and in which row their headings are.
fn columns<const N: usize>(sheet: &Sheet, headings: [&str; N]) -> Option<(u32, [usize; N])> {
    sheet.rows.iter().find_map(|(row, cells)| {
        let mut places = [0; N];
        for (place, heading) in places.iter_mut().zip(headings) {
            *place = cells.iter().position(|cell| cell == heading)?;
        }
        Some((*row, places))
    })
}

fn caps(sheet: &Sheet) -> BTreeMap<u32, String> {
    let Some((head, [at])) = columns(sheet, [labels::CAP]) else {
        return BTreeMap::new();
    };
    let below = sheet.rows.iter().filter(|(row, _)| *row > head);
    let told = below.filter_map(|(row, cells)| Some((*row, cells.get(at)?.clone())));
    told.filter(|(_, text)| !text.is_empty()).collect()
}

fn stays(sheet: &Sheet) -> Vec<StayRow> {
    let (head, [who, whom, why]) =
        columns(sheet, [labels::WHO, labels::WHOM, labels::WHY]).unwrap_or((0, [0, 1, 2]));
    let below = sheet.rows.iter().filter(|(row, _)| *row > head);
    let rows = below.map(|(row, cells)| {
        let text = |at: usize| cells.get(at).cloned().unwrap_or_default();
        StayRow {
            row: *row,
            who: text(who),
            whom: text(whom),
            why: text(why),
        }
    });
    rows.filter(|stay| !(stay.who.is_empty() && stay.whom.is_empty() && stay.why.is_empty()))
        .collect()
}
