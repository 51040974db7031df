//! Which target of our registry a row is about: by our own number, by its code, and only then by a name that one alone has. Where
//! two things speak against each other somebody decides; nothing is guessed.

use std::collections::HashMap;

use sunlot_rules::roster::cell::{CellForm, Cleaned, RawCell, clean};
use sunlot_rules::roster::code::{self, Code};
use sunlot_rules::roster::name;
use sunlot_store::target::{self, Column, StoredTarget};
use sunlot_store::{Connection, inspector};

use super::fault::OutsideFlaw;
use super::labels;
use super::read::Named;
use super::wire::OutsidePerson;
use crate::Result;
use crate::inspector::inspector_number;
use crate::target::{TargetIndex, target_number};

/// What a row says of its target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// The row of the file; 0: it was typed.
    pub row: u32,
    pub name: String,
    pub code: String,
    /// What kind of cell the code stood in: a number cell may have lost digits.
    pub form: CellForm,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is this target; how that is known, and what is to be said.
    Ours {
        target: i64,
        how: &'static str,
        note: String,
    },
    /// It is not in our registry: somebody said so.
    Stranger,
    /// Somebody must look at it.
    Open(OutsideFlaw),
}

impl Asked {
    /// A target as somebody types one: by number, code or name.
    pub fn typed(text: &str) -> Self {
        let text = clean(&RawCell::Text(text)).text.into_owned();
        let coded = text.is_ascii();
        Self {
            row: 0,
            name: if coded { String::new() } else { text.clone() },
            code: if coded { text } else { String::new() },
            form: CellForm::Text,
        }
    }

    /// What it is called in a sentence.
    pub fn told(&self) -> &str {
        if self.name.is_empty() {
            &self.code
        } else {
            &self.name
        }
    }

    /// By which two rows are about the same.
    pub fn key(&self) -> (String, String) {
        (self.code.to_ascii_uppercase(), name::key(&self.name))
    }

    fn cell(&self) -> Cleaned<'_> {
        Cleaned {
            text: self.code.as_str().into(),
            raw: &self.code,
            form: if self.code.is_empty() {
                CellForm::Empty
            } else {
                self.form
            },
        }
    }
}

/// The registry, as rows are looked for in it.
pub(super) struct Known<'o> {
    office: &'o Connection,
    named: HashMap<String, Vec<i64>>,
}

impl<'o> Known<'o> {
    /// Looks all names up in one walk over the registry.
    pub fn of<'a>(
        office: &'o Connection,
        index: &TargetIndex,
        asked: impl Iterator<Item = &'a Asked>,
    ) -> Self {
        let names: Vec<&str> = asked
            .map(|asked| asked.name.as_str())
            .filter(|name| !name.is_empty())
            .collect();
        Self {
            office,
            named: index.each_called(&names),
        }
    }

    /// Which target a row is about.
    pub fn find(&self, asked: &Asked) -> Result<Fate> {
        if let Some(id) = own_number(&asked.code).or_else(|| own_number(&asked.name)) {
            return match target::by_id(self.office, id)? {
                Some(stored) => Ok(found(&stored, "found", note(&stored, ""))),
                None => Ok(unknown(asked)),
            };
        }
        let code = match code::read(&asked.cell()) {
            Code::Missing => return self.by_name(asked, None),
            Code::Uscc(code) => code.as_str().to_owned(),
            Code::RegNo { number, .. } => number.as_str().to_owned(),
            // What cannot be read says nothing against a name.
            Code::Invalid { .. } | Code::Damaged { .. } | Code::Personal => {
                return self.by_name(asked, Some(Unread));
            }
        };
        match self.coded(&code)? {
            Some(stored) => Ok(found(&stored, "found", note(&stored, &asked.name))),
            None => self.by_other_code(asked, &code),
        }
    }

    fn coded(&self, code: &str) -> Result<Option<StoredTarget>> {
        let id = match target::by_uscc(self.office, code)? {
            Some(id) => Some(id),
            None => target::by_reg_no(self.office, code)?,
        };
        Ok(match id {
            Some(id) => target::by_id(self.office, id)?,
            None => None,
        })
    }

    fn called(&self, name: &str) -> Result<Vec<StoredTarget>> {
        let ids = self.named.get(&sunlot_rules::text::searchable(name));
        Ok(target::by_ids(
            self.office,
            ids.map(Vec::as_slice).unwrap_or_default(),
        )?)
    }

    /// Nobody has this code. Somebody of the same name is the same only where the registry has no code of theirs.
    fn by_other_code(&self, asked: &Asked, code: &str) -> Result<Fate> {
        let same = self.called(&asked.name)?;
        let flaw = match same.as_slice() {
            [] => OutsideFlaw::DrawnCodeUnknown {
                found: asked.told().to_owned(),
                code: code.to_owned(),
            },
            [one] => match code_of(one) {
                "" => return Ok(found(one, "named", labels::by_name())),
                known => OutsideFlaw::DrawnCodeDiffers {
                    found: asked.name.clone(),
                    code: code.to_owned(),
                    number: target_number(one.id),
                    known: known.to_owned(),
                },
            },
            several => of_several(asked, several.len()),
        };
        Ok(Fate::Open(flaw))
    }

    fn by_name(&self, asked: &Asked, unread: Option<Unread>) -> Result<Fate> {
        let same = self.called(&asked.name)?;
        Ok(match (same.as_slice(), unread) {
            ([], _) => unknown(asked),
            ([one], None) => found(one, "named", labels::by_name()),
            ([one], Some(Unread)) => found(one, "named", labels::code_unread(&asked.code)),
            (several, _) => Fate::Open(of_several(asked, several.len())),
        })
    }
}

/// The code of a row cannot be read.
struct Unread;

fn unknown(asked: &Asked) -> Fate {
    let found = asked.told().to_owned();
    Fate::Open(OutsideFlaw::DrawnUnknown { found })
}

fn of_several(asked: &Asked, count: usize) -> OutsideFlaw {
    let found = asked.name.clone();
    OutsideFlaw::DrawnOfSeveral { found, count }
}

fn found(stored: &StoredTarget, how: &'static str, note: String) -> Fate {
    Fate::Ours {
        target: stored.id,
        how,
        note,
    }
}

/// What is to be said of a target that was found by its code.
fn note(stored: &StoredTarget, named: &str) -> String {
    let known = stored.get(Column::Name);
    let former = stored.get(Column::FormerName).split('、');
    let key = name::key(named);
    let same = named.is_empty()
        || std::iter::once(known)
            .chain(former)
            .any(|one| name::key(one) == key);
    let mut note = String::new();
    if !same {
        note += &labels::name_differs(named);
    }
    if stored.get(Column::Membership) == "removed" {
        note += &labels::removed();
    }
    note
}

fn code_of(stored: &StoredTarget) -> &str {
    let codes = [Column::Uscc, Column::RegNo].into_iter();
    let mut codes = codes.map(|column| stored.get(column));
    codes.find(|code| !code.is_empty()).unwrap_or_default()
}

/// The office's own number of a target, DX-000012.
fn own_number(text: &str) -> Option<i64> {
    let text = text.trim().to_ascii_uppercase();
    text.strip_prefix("DX-")?.parse().ok()
}

/// The people of a draw: ours are known by their certificates, and by nothing else.
pub(super) fn people(office: &Connection, named: &[Named]) -> Result<Vec<(Option<i64>, OutsidePerson)>> {
    let all = inspector::all(office)?;
    let of = |cert: &str| {
        let columns = [inspector::Column::CertNo, inspector::Column::SecondCertNo];
        let has = |stored: &&inspector::StoredInspector| {
            !cert.is_empty() && columns.iter().any(|column| stored.get(*column) == cert)
        };
        let removed = |stored: &&inspector::StoredInspector| {
            (stored.get(inspector::Column::Membership) == "removed", stored.id)
        };
        all.iter().filter(has).min_by_key(removed)
    };
    let told = |named: &Named| {
        let ours = of(&named.cert);
        let person = OutsidePerson {
            name: named.name.clone(),
            cert_no: named.cert.clone(),
            state: labels::person(ours.is_some(), &named.cert),
            known: ours.map_or_else(String::new, |stored| {
                labels::entry(&inspector_number(stored.id), stored.get(inspector::Column::Name))
            }),
        };
        (ours.map(|stored| stored.id), person)
    };
    Ok(named.iter().map(told).collect())
}
