//! Whose people a task draws: those of the office itself, and of other offices only where they inspect together or lend somebody with
//! a document (A-03, rules 2.4).

use std::collections::BTreeSet;

use sunlot_store::inspector::{Column, StoredInspector};
use sunlot_store::{Connection, inspector, office_profile};

use super::document::Crew;
use super::people::labels;
use super::pool::Held;
use crate::Result;
use crate::registry::Told;

/// A name of fewer characters is part of too many others.
const TELLING: usize = 3;

/// Which units of the registry are the office's own.
pub(super) struct Own {
    /// Those that are another office's; nobody of them is drawn.
    others: BTreeSet<String>,
    /// Whether none of several units is the office's, so that nobody can tell.
    unclear: Option<(String, Vec<String>)>,
}

impl Own {
    /// For these people. Where they are all of one unit it is the office's, however it is written.
    pub fn of(office: &Connection, crew: &Crew, people: &[StoredInspector]) -> Result<Self> {
        let mut own = Self {
            others: BTreeSet::new(),
            unclear: None,
        };
        let name = office_profile::latest(office)?.map_or_else(String::new, |stored| stored.row.name);
        let units: BTreeSet<&str> = people
            .iter()
            .filter(|person| person.get(Column::Membership) == "in")
            .map(|person| person.get(Column::Unit))
            .filter(|unit| !unit.is_empty())
            .collect();
        // Several offices that inspect together name themselves.
        if crew.joint || units.len() < 2 {
            return Ok(own);
        }
        let (ours, others): (Vec<&str>, Vec<&str>) = units.into_iter().partition(|unit| is_of(unit, &name));
        if ours.is_empty() {
            own.unclear = Some((name, others.into_iter().map(str::to_owned).collect()));
        } else {
            own.others = others.into_iter().map(str::to_owned).collect();
        }
        Ok(own)
    }

    /// Whether people of a unit are another office's.
    pub fn is_other(&self, unit: &str) -> bool {
        self.others.contains(unit)
    }
}

/// Whether a unit is the office, or a part of it.
fn is_of(unit: &str, office: &str) -> bool {
    let telling = |name: &str| name.chars().count() >= TELLING;
    telling(office) && unit.contains(office) || telling(unit) && office.contains(unit)
}

/// What is to be said where nobody can tell whose people they are.
pub(super) fn remark(office: &Connection, held: &Held) -> Result<Option<Told>> {
    let own = Own::of(office, &held.source.document.crew, &inspector::all(office)?)?;
    Ok(own
        .unclear
        .map(|(name, units)| labels::units_unclear(&name, &units)))
}

#[cfg(test)]
mod tests {
    use super::is_of;

    #[test]
    fn a_unit_is_the_offices_by_its_name_or_a_part_of_it() {
        for (unit, office, own, why) in [
            ("清源县应急管理局", "清源县应急管理局", true, "the same name"),
            ("应急管理局", "清源县应急管理局", true, "without the county"),
            (
                "清源县应急管理局执法大队",
                "清源县应急管理局",
                true,
                "a part of it",
            ),
            (
                "清源县市场监督管理局",
                "清源县应急管理局",
                false,
                "another office",
            ),
            ("局", "清源县应急管理局", false, "a word that tells nothing"),
            ("清源县应急管理局", "", false, "nobody knows the office"),
        ] {
            assert_eq!(is_of(unit, office), own, "{unit} of {office}: {why}");
        }
    }
}
