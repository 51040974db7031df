//! What a department is asked, and the code by which its answer is known again: of this office's task, as it stands now. What only
//! this office decides, who of its own is left out or who approved, is not in it; nor is what other departments answered.

use serde::Serialize;
use sha2::{Digest as _, Sha256};
use sunlot_rules::pool::{Clause, StratumRule};
use sunlot_store::inspector::{Column, StoredInspector};
use sunlot_store::task::{Stored, TaskRow};
use sunlot_store::{Connection, office_profile};

use crate::task::acts::{require_open, require_unsealed};
use crate::task::document::{Crew, TaskDocument};
use crate::task::fault::{TaskFault, fault};
use crate::task::places::{Place, departments};
use crate::task::{labels as task_labels, people};
use crate::{Error, Reason, Result};

/// A task that is asked about.
pub(super) struct Joint {
    pub stored: Stored<TaskRow>,
    pub document: TaskDocument,
    /// Of which office, and which task.
    whose: String,
}

#[derive(Serialize)]
struct Asked<'a> {
    dept: &'a str,
    title: &'a str,
    kind: &'a str,
    items: &'a [i64],
    period: (&'a str, &'a str),
    scope: &'a [Clause],
    strata: &'a [StratumRule],
    lead: &'a str,
    partners: &'a [String],
    size: Option<u32>,
    slots: &'a [Vec<Place>],
}

impl Joint {
    /// A joint task that can still be changed.
    pub fn read(office: &Connection, id: i64) -> Result<Self> {
        let stored = require_open(office, id)?;
        require_unsealed(office, &stored)?;
        let document = TaskDocument::read(&stored.row)?;
        if !document.crew.joint || document.crew.partners.is_empty() {
            let number = task_labels::number(stored.id);
            return Err(fault(TaskFault::JointSingle { number }));
        }
        let profile = office_profile::latest(office)?;
        let profile = profile.as_ref().map(|stored| &stored.row);
        let name = profile.map_or("", |row| row.name.as_str());
        let region = profile.map_or("", |row| row.region_code.as_str());
        let whose = format!("{region}\0{name}\0{}", stored.id);
        Ok(Self {
            whose: digest("whose", &whose, 8),
            document,
            stored,
        })
    }

    /// What people call it.
    pub fn number(&self) -> String {
        task_labels::number(self.stored.id)
    }

    /// The code that the file for a department carries.
    pub fn code(&self, dept: &str) -> Result<String> {
        let (document, crew) = (&self.document, &self.document.crew);
        let asked = Asked {
            dept,
            title: &self.stored.row.title,
            kind: &document.kind,
            items: &document.items,
            period: (&document.from, &document.to),
            scope: &document.scope,
            strata: &document.strata,
            lead: &crew.lead,
            partners: &crew.partners,
            size: crew.size,
            slots: &crew.slots,
        };
        let asked =
            serde_json::to_string(&asked).map_err(|error| Error::new(Reason::Internal, error.to_string()))?;
        Ok(format!("{}-{}", self.whose, digest("asked", &asked, 16)))
    }

    /// The department whose file carries a code.
    pub fn dept(&self, file: &str, code: &str) -> Result<String> {
        for dept in &self.document.crew.partners {
            if self.code(dept)? == code {
                return Ok(dept.clone());
            }
        }
        let (file, number) = (file.to_owned(), self.number());
        Err(fault(if code.split('-').next() == Some(&self.whose) {
            TaskFault::JointStale { file, number }
        } else {
            TaskFault::JointOther { file, number }
        }))
    }
}

/// Whether the departments of a task are units. Of names that the registry does not have yet they are.
pub(super) fn are_units(crew: &Crew, all: &[StoredInspector]) -> bool {
    let depts = departments(crew);
    let known = |person: &StoredInspector| depts.iter().any(|dept| dept == person.get(Column::Department));
    people::by_unit(crew, &depts, all) || (crew.by.is_none() && !all.iter().any(known))
}

/// The department of somebody of the registry, as tasks know it.
pub(super) fn dept_of(unit: &str, department: &str, units: bool) -> String {
    let dept = if units || department.is_empty() {
        unit
    } else {
        department
    };
    dept.to_owned()
}

fn digest(what: &str, of: &str, bytes: usize) -> String {
    let mut hash = Sha256::new();
    hash.update(b"sunlot joint\0");
    hash.update(what.as_bytes());
    hash.update([0]);
    hash.update(of.as_bytes());
    let digest: [u8; 32] = hash.finalize().into();
    hex::encode(digest.get(..bytes).unwrap_or_default())
}
