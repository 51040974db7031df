//! The registry as the rows of a roster are compared with it: every target by its codes and its name, and the visits and flags
//! that rosters told of.

use std::collections::HashMap;

use chrono::NaiveDate;
use sunlot_rules::roster::fields::TargetField;
use sunlot_rules::roster::name;
use sunlot_store::target::{self, Column, StoredTarget};
use sunlot_store::{Connection, Values, risk_grading, target_flag, visit};

use super::Targets;
use crate::Result;
use crate::import::draft::{Draft, What};
use crate::import::finder::{Finder, Numbering};
use crate::import::register::Known;
use crate::target::{FlagKind, ROSTER, Tally, target_number};

/// The columns with codes, the surest first.
const CODES: [Column; 3] = [Column::Uscc, Column::RegNo, Column::DoubtfulCode];

/// The registry as rows are compared with it.
#[derive(Default)]
pub(in crate::import) struct KnownTargets {
    /// After which event it stands so.
    seq: i64,
    /// In the order of their numbers.
    targets: Vec<StoredTarget>,
    numbering: Numbering,
    by_code: Finder,
    by_name: Finder,
    /// How often somebody was visited this year and when last, what rosters told of that, and flags that were set.
    tallies: HashMap<i64, Tally>,
    told: HashMap<i64, Vec<(String, u32)>>,
    flags: HashMap<i64, Vec<String>>,
    /// On which day points were last given, where they were.
    graded: HashMap<i64, String>,
}

impl KnownTargets {
    fn number(&mut self) {
        let (mut codes, mut names) = (Vec::new(), Vec::new());
        for (place, stored) in (0u32..).zip(&self.targets) {
            let there = CODES.map(|column| stored.get(column));
            for code in there.into_iter().filter(|code| !code.is_empty()) {
                codes.push((self.numbering.of(code), place));
            }
            let name = name::key(stored.get(Column::Name));
            names.push((self.numbering.of(&name), place));
        }
        self.by_code = Finder::new(codes);
        self.by_name = Finder::new(names);
    }

    /// The target that is known by this code in any column.
    pub(in crate::import) fn coded(&self, code: &str) -> Option<i64> {
        let may = self.by_code.places(self.numbering.of(code));
        let found = may.filter_map(|place| self.targets.get(place));
        let mut coded = found.filter(|stored| CODES.into_iter().any(|column| stored.get(column) == code));
        // Of several that doubtful codes let in, the newest.
        coded.by_ref().last().map(|stored| stored.id)
    }

    /// The targets that have this name.
    pub(in crate::import) fn named(&self, name: &str) -> Vec<&StoredTarget> {
        if self.targets.is_empty() {
            return Vec::new();
        }
        let key = name::key(name);
        let may = self.by_name.places(self.numbering.of(&key));
        let found = may.filter_map(|place| self.targets.get(place));
        found
            .filter(|stored| name::key(stored.get(Column::Name)) == key)
            .collect()
    }

    fn find_by_name(&self, draft: &mut Draft<Targets>) -> Option<i64> {
        let text = |column: Column| draft.values.get(column.place());
        let same = self.named(text(Column::Name));
        let has_code = !code_of(&draft.values).is_empty();
        if !has_code {
            // Products, projects and places have none: among those without a code the name tells which.
            let without: Vec<i64> = same
                .iter()
                .filter(|stored| code_of(&stored.values).is_empty())
                .map(|stored| stored.id)
                .collect();
            return match (without.as_slice(), same.as_slice()) {
                ([], []) => None,
                // Two chances for one would be unfair: it is taken for the one that is there, and told.
                ([], [one]) => {
                    let id = one.id;
                    let number = target_number(id);
                    draft.say(None, What::LinkedByNameAlone { number });
                    // The registry has the code that the row lacks.
                    let doubts = draft.values.get(Column::Doubts.place()).split(',');
                    let left: Vec<&str> = doubts.filter(|doubt| *doubt != "code_missing").collect();
                    let left = left.join(",");
                    draft.values = draft.values.with(Column::Doubts.place(), &left);
                    Some(id)
                }
                ([], several) => {
                    let count = several.len();
                    draft.say(None, What::NameOfSeveral { count });
                    None
                }
                ([one], _) => Some(*one),
                (several, _) => {
                    let count = several.len();
                    draft.say(None, What::NameOfSeveral { count });
                    None
                }
            };
        }
        // Whoever only has an old number may have got the unified code since (case 30).
        let renewed = same.iter().find(|stored| {
            stored.get(Column::Uscc).is_empty() != text(Column::Uscc).is_empty()
                && stored.get(Column::DoubtfulCode).is_empty()
        })?;
        let person = text(Column::LegalRep);
        if !person.is_empty() && name::key(person) == name::key(renewed.get(Column::LegalRep)) {
            let number = target_number(renewed.id);
            draft.say(None, What::LinkedByName { number });
            return Some(renewed.id);
        }
        let what = What::SameNameOldNumber {
            number: target_number(renewed.id),
            code: code_of(&renewed.values).to_owned(),
        };
        draft.say(None, what);
        None
    }
}

impl Known<Targets> for KnownTargets {
    fn read(office: &Connection, today: NaiveDate) -> Result<Self> {
        let mut known = Self {
            seq: target::newest_event(office)?,
            ..Self::default()
        };
        target::walk(office, &mut |stored| {
            known.targets.push(stored);
            Ok(())
        })?;
        known.number();
        visit::walk(office, &mut |stored| {
            let tally = known.tallies.entry(stored.row.target).or_default();
            tally.count(&stored.row, today);
            if stored.row.origin == ROSTER {
                let told = (stored.row.held_on, stored.row.times);
                known.told.entry(stored.row.target).or_default().push(told);
            }
        })?;
        target_flag::walk(office, &mut |stored| {
            known
                .flags
                .entry(stored.row.target)
                .or_default()
                .push(stored.row.flag);
        })?;
        risk_grading::walk(office, &mut |stored| {
            let day = known.graded.entry(stored.row.target).or_default();
            *day = stored.row.graded_on.max(std::mem::take(day));
        })?;
        Ok(known)
    }

    fn seq(&self) -> i64 {
        self.seq
    }

    fn all(&self) -> impl Iterator<Item = (i64, &Values)> {
        self.targets.iter().map(|stored| (stored.id, &stored.values))
    }

    fn get(&self, id: i64) -> Option<&Values> {
        let place = self.targets.binary_search_by_key(&id, |stored| stored.id).ok()?;
        self.targets.get(place).map(|stored| &stored.values)
    }

    fn learns_from(&self, id: i64, draft: &Draft<Targets>) -> bool {
        let told = self.told.get(&id).map(Vec::as_slice).unwrap_or_default();
        let tally = self.tallies.get(&id).copied().unwrap_or_default();
        let flags = self.flags.get(&id).map(Vec::as_slice).unwrap_or_default();
        // As many as are known, the last of them no later than the last that is known: that is no news.
        let told = |(last, count): &(String, u32)| {
            told.contains(&(last.clone(), (*count).max(1)))
                || (*count <= tally.year().into() && tally.reaches(last))
        };
        let set = |flag: &FlagKind| flags.iter().any(|known| known == <&str>::from(*flag));
        !draft.beside.visits.iter().all(told) || !draft.beside.flags.iter().all(set)
    }

    /// A level that follows from points is not written over by a roster either (F-02).
    fn held_to(&self, id: i64, after: Values, draft: &mut Draft<Targets>) -> Values {
        let place = Column::Risk.place();
        let (Some(on), Some(stored)) = (self.graded.get(&id), self.get(id)) else {
            return after;
        };
        if stored.get(place) == after.get(place) {
            return after;
        }
        let on = on.clone();
        draft.say(Some(TargetField::Risk), What::LevelGraded { on });
        after.with(place, stored.get(place))
    }

    fn find(&self, draft: &mut Draft<Targets>) -> Option<i64> {
        // Another office's list brings its own numbers along: they say nothing here.
        if let Some(id) = draft.number {
            let number = target_number(id);
            match self.get(id) {
                Some(known) if is_another(known, &draft.values) => {
                    let name = known.get(Column::Name.place()).to_owned();
                    draft.say(None, What::NumberOfAnother { number, name });
                }
                Some(_) => return Some(id),
                None => draft.say(None, What::NumberUnknown { text: number }),
            }
        }
        let mut found: Option<i64> = None;
        for column in CODES {
            let code = draft.values.get(column.place());
            let Some(id) = Some(code)
                .filter(|code| !code.is_empty())
                .and_then(|code| self.coded(code))
            else {
                continue;
            };
            match found {
                Some(one) if one != id => {
                    let (one, other) = (target_number(one), target_number(id));
                    draft.say(None, What::TwoTargets { one, other });
                    return None;
                }
                _ => found = Some(id),
            }
        }
        found.or_else(|| self.find_by_name(draft))
    }

    /// A damaged code is never guessed; a target of the same name is named, for somebody to look.
    fn help(&self, draft: &mut Draft<Targets>) {
        let name = draft.values.get(Column::Name.place());
        let found = match self.named(name).as_slice() {
            [one] => Some((target_number(one.id), code_of(&one.values).to_owned())),
            _ => None,
        };
        for remark in &mut draft.remarks {
            if let What::CodeDamaged { perhaps, .. } = &mut remark.what {
                perhaps.clone_from(&found);
            }
        }
    }
}

/// Whether a target can only be another one than a row tells of: neither the codes nor the names have anything in common.
fn is_another(known: &Values, told: &Values) -> bool {
    let codes = |values: &Values| CODES.map(|column| values.get(column.place()).to_owned());
    let (here, there) = (codes(known), codes(told));
    let some = |codes: &[String; 3]| codes.iter().any(|code| !code.is_empty());
    let shared = here.iter().any(|code| !code.is_empty() && there.contains(code));
    let key = name::key(told.get(Column::Name.place()));
    let former = known.get(Column::FormerName.place()).split('、');
    let named = std::iter::once(known.get(Column::Name.place()))
        .chain(former)
        .any(|name| name::key(name) == key);
    some(&here) && some(&there) && !shared && !named
}

/// By which code a target is known.
pub(in crate::import) fn code_of(values: &Values) -> &str {
    CODES
        .into_iter()
        .map(|column| values.get(column.place()))
        .find(|code| !code.is_empty())
        .unwrap_or("")
}
