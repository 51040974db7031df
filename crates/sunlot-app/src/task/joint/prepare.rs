//! What would become of a department's answer: its people compared with the registry, its recusals with people and candidates, and
//! who of the department would be left out. Looking and taking ask the same.

use std::collections::{BTreeMap, BTreeSet};

use sunlot_draw::Leaf;
use sunlot_rules::roster::{cert, name};
use sunlot_store::Connection;
use sunlot_store::inspector::{self, Column, StoredInspector};

use super::asked::{Joint, are_units, dept_of};
use super::labels::{self, Wrong};
use super::read::{StayRow, Workbook};
use super::wire::{JointLooked, JointRow};
use crate::import::{Fate, ImportRemark, PeopleCompared, PersonRow, Weight};
use crate::inspector::inspector_number;
use crate::registry::Told;
use crate::target::target_number;
use crate::task::document::LeftOut;
use crate::task::manifest::Made;
use crate::{Desk, Result};

/// What was understood of a row, or what is wrong with it.
type Understood<T> = std::result::Result<T, Wrong>;

/// The longest cap that anybody means.
const MOST: u32 = 10_000;

/// An answer as it would be taken.
pub(super) struct Prepared {
    pub dept: String,
    pub people: PeopleCompared,
    /// The rows of the people.
    pub rows: Vec<PersonRow>,
    /// By row how many targets at most.
    pub caps: BTreeMap<u32, u32>,
    /// Who stays away: the row of the person, the target, the reason.
    pub stays: Vec<(u32, i64, String)>,
    /// Who would be left out.
    pub left_out: Vec<LeftOut>,
    wrong: BTreeMap<u32, Vec<Wrong>>,
    stay_rows: Vec<(StayRow, Understood<i64>)>,
}

/// Candidates by number, code and name; of a name that several have there are several.
struct Candidates {
    by_number: BTreeMap<String, i64>,
    by_code: BTreeMap<String, i64>,
    by_name: BTreeMap<String, Vec<i64>>,
}

impl Desk {
    /// Works it out against task and registry as they are now.
    pub(super) fn joint_prepared(
        &self,
        office: &Connection,
        joint: &Joint,
        workbook: Workbook,
    ) -> Result<Prepared> {
        let dept = joint.dept(&workbook.file, &workbook.code)?;
        let all = inspector::all(office)?;
        let units = are_units(&joint.document.crew, &all);
        let mut read = workbook.people;
        read.fill(if units { Column::Unit } else { Column::Department }, &dept);
        let mut people = self.people_against(office, read)?;
        let (caps, wrong) = weighed(&people.rows(), &workbook.caps, units, &dept);
        for row in wrong.keys() {
            people.refuse(*row);
        }
        let rows = people.rows();
        let held = self.pool_of(office, joint.stored.id)?;
        let candidates = Candidates::of(&self.manifest_of(office, joint.stored.id, &held)?);
        let mut stays = Vec::new();
        let mut stay_rows = Vec::new();
        for asked in workbook.stays {
            let found = stay(&asked, &rows, &candidates);
            if let Ok((person, target)) = &found {
                stays.push((*person, *target, asked.why.clone()));
            }
            stay_rows.push((asked, found.map(|(_, target)| target)));
        }
        Ok(Prepared {
            left_out: left_out(joint, &all, &rows, units, &dept),
            dept,
            people,
            rows,
            caps,
            stays,
            wrong,
            stay_rows,
        })
    }
}

/// The caps, and what is wrong with rows beside what the registry's rules say.
fn weighed(
    rows: &[PersonRow],
    told: &BTreeMap<u32, String>,
    units: bool,
    dept: &str,
) -> (BTreeMap<u32, u32>, BTreeMap<u32, Vec<Wrong>>) {
    let (mut caps, mut wrong) = (BTreeMap::new(), BTreeMap::<u32, Vec<Wrong>>::new());
    for row in rows.iter().filter(|row| row.is_taken()) {
        if let Some(text) = told.get(&row.row) {
            match text.parse().ok().filter(|cap| (1..=MOST).contains(cap)) {
                Some(cap) => drop(caps.insert(row.row, cap)),
                None => wrong.entry(row.row).or_default().push(labels::cap_wrong(text)),
            }
        }
        let found = dept_of(&row.unit, &row.department, units);
        if found != dept {
            let of = labels::dept_wrong(units, &found, dept);
            wrong.entry(row.row).or_default().push(of);
        }
    }
    (caps, wrong)
}

impl PersonRow {
    fn is_taken(&self) -> bool {
        matches!(self.fate, Fate::Added | Fate::Updated | Fate::Same)
    }
}

/// The person and the target of a row about a recusal.
fn stay(asked: &StayRow, rows: &[PersonRow], candidates: &Candidates) -> Understood<(u32, i64)> {
    let (number, key) = (cert::kept(&asked.who), name::key(&asked.who));
    let taken = || rows.iter().filter(|row| row.is_taken());
    let by_cert = taken().find(|row| row.certs.contains(&number));
    let mut by_name = taken().filter(|row| name::key(&row.name) == key);
    let person = match (by_cert, by_name.next(), by_name.next()) {
        (Some(row), ..) | (None, Some(row), None) => row.row,
        (None, Some(_), Some(_)) => return Err(labels::who_several(&asked.who)),
        (None, None, _) => return Err(labels::who_unknown(&asked.who)),
    };
    let target = candidates.find(&asked.whom)?;
    if asked.why.is_empty() {
        return Err(labels::why_missing());
    }
    Ok((person, target))
}

impl Candidates {
    fn of(made: &Made) -> Self {
        let mut all = Self {
            by_number: BTreeMap::new(),
            by_code: BTreeMap::new(),
            by_name: BTreeMap::new(),
        };
        for (at, stratum) in made.manifest.strata.iter().enumerate() {
            for (target, number) in stratum.targets.iter().filter_map(Leaf::open).zip(1u64..) {
                let Some(id) = made.target_at(at, number) else {
                    continue;
                };
                let place = usize::try_from(number).unwrap_or(usize::MAX);
                let number = squeezed(&labels::candidate(&stratum.key, place));
                all.by_number.insert(number, id);
                all.by_code.insert(squeezed(&target.id), id);
                all.by_code.insert(squeezed(&target_number(id)), id);
                all.by_name.entry(name::key(&target.name)).or_default().push(id);
            }
        }
        all
    }

    fn find(&self, typed: &str) -> Understood<i64> {
        let short = squeezed(typed);
        if let Some(id) = self.by_number.get(&short).or(self.by_code.get(&short)) {
            return Ok(*id);
        }
        match self.by_name.get(&name::key(typed)).map(Vec::as_slice) {
            Some([one]) => Ok(*one),
            Some([_, _, ..]) => Err(labels::whom_several(typed)),
            _ => Err(labels::whom_unknown(typed)),
        }
    }
}

/// A number or code as people type it: A-12, a12, A 12.
fn squeezed(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
    kept.collect::<String>().to_ascii_uppercase()
}

/// Who of a department does not come: whom it does not name, and whose row could not be taken. Whoever is left out for another
/// reason stays so for that.
fn left_out(
    joint: &Joint,
    all: &[StoredInspector],
    rows: &[PersonRow],
    units: bool,
    dept: &str,
) -> Vec<LeftOut> {
    let known = &joint.document.crew.left_out;
    let coming: BTreeSet<i64> = rows
        .iter()
        .filter(|row| row.is_taken())
        .filter_map(|row| row.entry)
        .collect();
    let theirs = |person: &&StoredInspector| {
        let of = dept_of(person.get(Column::Unit), person.get(Column::Department), units);
        person.get(Column::Membership) == "in" && of == dept
    };
    let by_hand = |person: &&StoredInspector| {
        let own = |left: &&LeftOut| left.inspector == person.id && !is_ours(left);
        known.iter().any(|left| own(&left))
    };
    let out = all.iter().filter(theirs);
    out.filter(|person| !coming.contains(&person.id) && !by_hand(person))
        .map(|person| {
            let key = name::key(person.get(Column::Name));
            let told = |row: &&PersonRow| {
                !row.is_taken() && (row.entry == Some(person.id) || name::key(&row.name) == key)
            };
            let basis = match rows.iter().find(told) {
                Some(_) => labels::NOT_TAKEN,
                None => labels::NOT_SENT,
            };
            LeftOut {
                inspector: person.id,
                basis: basis.to_owned(),
            }
        })
        .collect()
}

/// Whether somebody is left out because of what a department answered, and for no other reason.
pub(super) fn is_ours(left: &LeftOut) -> bool {
    left.basis == labels::NOT_SENT || left.basis == labels::NOT_TAKEN
}

impl Prepared {
    /// How many recusals nobody can tell what they are about: one that is lost sends somebody to a relative.
    pub fn open_stays(&self) -> usize {
        self.stay_rows.iter().filter(|(_, found)| found.is_err()).count()
    }

    /// Whether anybody comes.
    pub fn is_empty(&self) -> bool {
        !self.rows.iter().any(PersonRow::is_taken)
    }

    /// For people.
    pub fn looked(&self, office: &Connection, notices: Vec<Told>) -> Result<JointLooked> {
        let fates: Vec<Fate> = self.rows.iter().map(|row| row.fate).collect();
        let mut left_out = Vec::new();
        for left in &self.left_out {
            let known = inspector::by_id(office, left.inspector)?;
            let name = known.as_ref().map_or("", |known| known.get(Column::Name));
            let number = inspector_number(left.inspector);
            left_out.push(labels::left_out(&number, name, &left.basis));
        }
        let mut rows = self.people_told(office)?;
        rows.extend(
            self.stay_rows
                .iter()
                .map(|(asked, found)| stay_told(asked, found)),
        );
        Ok(JointLooked {
            file: String::new(),
            digest: String::new(),
            told: labels::sums(&self.dept, &fates, self.stays.len(), left_out.len()),
            dept: self.dept.clone(),
            rows,
            left_out,
            notices,
            obstacles: Vec::new(),
        })
    }

    fn people_told(&self, office: &Connection) -> Result<Vec<JointRow>> {
        let told = self.people.told(office)?.into_iter();
        let rows = told.map(|(fate, row)| {
            let wrong = self.wrong.get(&row.number).into_iter().flatten();
            let mut remarks: Vec<ImportRemark> = wrong.map(remark).collect();
            remarks.extend(row.remarks);
            let cap = self.caps.get(&row.number).map(u32::to_string);
            JointRow {
                sheet: labels::PEOPLE.to_owned(),
                row: row.number,
                name: row.name,
                number: row.target,
                fate: labels::fate(fate),
                cap: cap.unwrap_or_default(),
                changes: row.changes,
                remarks,
            }
        });
        Ok(rows.collect())
    }
}

fn stay_told(asked: &StayRow, found: &Understood<i64>) -> JointRow {
    let (fate, number) = match found {
        Ok(target) => (Fate::Added, target_number(*target)),
        Err(_) => (Fate::Errors, String::new()),
    };
    JointRow {
        sheet: labels::STAYS.to_owned(),
        row: asked.row,
        name: labels::pair(&asked.who, &asked.whom),
        number,
        fate: labels::fate(fate),
        cap: String::new(),
        changes: Vec::new(),
        remarks: found.as_ref().err().map(remark).into_iter().collect(),
    }
}

fn remark((column, message, hint): &Wrong) -> ImportRemark {
    ImportRemark {
        column: (*column).to_owned(),
        code: "joint".to_owned(),
        weight: Weight::Error,
        message: message.clone(),
        hint: (*hint).to_owned(),
    }
}
