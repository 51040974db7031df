//! The registry of inspectors as the rows of a roster are compared with it.

use chrono::NaiveDate;
use sunlot_rules::roster::fields::InspectorField;
use sunlot_rules::roster::name;
use sunlot_store::inspector::{self, Column, StoredInspector};
use sunlot_store::{Connection, Values};

use super::Inspectors;
use crate::Result;
use crate::import::draft::{Draft, What};
use crate::import::register::Known;
use crate::inspector::inspector_number;

/// The registry: a few hundred people, who are looked through one by one.
#[derive(Default)]
pub(in crate::import) struct KnownInspectors {
    seq: i64,
    all: Vec<StoredInspector>,
}

/// The numbers of the certificates.
pub(super) fn certificates(values: &Values) -> impl Iterator<Item = &str> {
    [Column::CertNo, Column::SecondCertNo]
        .into_iter()
        .map(|column| values.get(column.place()))
        .filter(|number| !number.is_empty())
}

impl KnownInspectors {
    /// Whoever has this certificate; whoever was removed only where nobody else has it.
    fn certified(&self, cert: &str) -> Option<i64> {
        let has = |stored: &&StoredInspector| certificates(&stored.values).any(|known| known == cert);
        let removed = |stored: &StoredInspector| stored.get(Column::Membership) == "removed";
        let found = self.all.iter().filter(has);
        found
            .min_by_key(|stored| (removed(stored), std::cmp::Reverse(stored.id)))
            .map(|stored| stored.id)
    }

    /// Those of this name, not those who were removed.
    fn named(&self, name: &str) -> Vec<&StoredInspector> {
        let key = name::key(name);
        let of_name = |stored: &&StoredInspector| {
            stored.get(Column::Membership) != "removed" && name::key(stored.get(Column::Name)) == key
        };
        self.all.iter().filter(of_name).collect()
    }

    fn find_by_name(&self, draft: &mut Draft<Inspectors>) -> Option<i64> {
        let text = |column: Column| draft.values.get(column.place());
        let same = self.named(text(Column::Name));
        let certified = certificates(&draft.values).next();
        if let Some(cert) = certified {
            // A number cell loses the zeros before a number: the same person must not be there twice for that.
            let lost = draft.remarks.iter().any(|remark| {
                remark.field == Some(InspectorField::CertNo) && matches!(remark.what, What::NumberLost { .. })
            });
            let whole = |known: &&str| known.starts_with('0') && known.trim_start_matches('0') == cert;
            let found = same.iter().find_map(|stored| {
                let known = certificates(&stored.values).find(whole)?;
                Some((stored.id, known.to_owned()))
            });
            if let Some((id, cert)) = found.filter(|_| lost) {
                let number = inspector_number(id);
                draft.say(None, What::CertZeros { number, cert });
                return None;
            }
        }
        let staff_no = text(Column::StaffNo);
        let by_number = same.iter().find(|stored| {
            let without = certified.is_none() || certificates(&stored.values).next().is_none();
            !staff_no.is_empty() && stored.get(Column::StaffNo) == staff_no && without
        });
        if let Some(id) = by_number.map(|stored| stored.id) {
            let number = inspector_number(id);
            draft.say(None, What::LinkedByName { number });
            return Some(id);
        }
        if certified.is_some() {
            // Whoever has got a certificate since would be there twice.
            let without = same
                .iter()
                .find(|stored| certificates(&stored.values).next().is_none());
            if let Some(stored) = without {
                draft.say(None, perhaps(stored));
            }
            return None;
        }
        // Without a certificate a name says who it is only where there is one of that name, who has none either.
        match same.as_slice() {
            [] => None,
            [one] if certificates(&one.values).next().is_none() => Some(one.id),
            [one] => {
                draft.say(None, perhaps(one));
                None
            }
            several => {
                let count = several.len();
                draft.say(None, What::NameOfSeveral { count });
                None
            }
        }
    }
}

/// Somebody of the same name, who may be the same person.
fn perhaps(stored: &StoredInspector) -> What {
    What::SamePerson {
        number: inspector_number(stored.id),
        cert: certificates(&stored.values).next().unwrap_or("").to_owned(),
    }
}

impl Known<Inspectors> for KnownInspectors {
    fn read(office: &Connection, _today: NaiveDate) -> Result<Self> {
        Ok(Self {
            seq: inspector::newest_event(office)?,
            all: inspector::all(office)?,
        })
    }

    fn seq(&self) -> i64 {
        self.seq
    }

    fn all(&self) -> impl Iterator<Item = (i64, &Values)> {
        self.all.iter().map(|stored| (stored.id, &stored.values))
    }

    fn get(&self, id: i64) -> Option<&Values> {
        let place = self.all.binary_search_by_key(&id, |stored| stored.id).ok()?;
        self.all.get(place).map(|stored| &stored.values)
    }

    fn find(&self, draft: &mut Draft<Inspectors>) -> Option<i64> {
        let known: Vec<i64> = certificates(&draft.values)
            .filter_map(|cert| self.certified(cert))
            .collect();
        match known.as_slice() {
            [] => self.find_by_name(draft),
            [one, other] if one != other => {
                let (one, other) = (inspector_number(*one), inspector_number(*other));
                draft.say(None, What::TwoTargets { one, other });
                None
            }
            [one, ..] => Some(*one),
        }
    }
}
