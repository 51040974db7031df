//! What would become of each row: which entry it is about, what it would change, and which of several rows about one
//! entry counts. Nothing is written here.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use sunlot_rules::day::Day;
use sunlot_rules::roster::name;
use sunlot_store::Values;

use super::draft::{Draft, Weight, What};
use super::finder::{Finder, Numbering};
use super::register::{Known, Register};
use super::wire::{DuplicateRule, Fate};

/// A row with what would become of it.
#[derive(Clone, Debug)]
pub(super) struct Judged<R: Register> {
    /// The row.
    pub draft: Draft<R>,
    /// How many of its remarks it had before it was compared.
    own: usize,
    /// What would become of it.
    pub fate: Fate,
    /// The entry it is about.
    pub entry: Option<i64>,
    /// The group of rows about one entry.
    pub group: Option<u32>,
    /// What it tells together with the other rows of its group.
    merged: Option<Values>,
    /// What an entry that is known would say.
    changed: Values,
}

/// Rows about one entry that do not say the same.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// By what they belong together, as it stands in the file.
    pub key: String,
    /// Their places among the rows.
    pub rows: Vec<usize>,
    /// What was decided.
    pub rule: DuplicateRule,
}

/// Finds out what would become of every row, whatever was found before. `rules` is what was decided about groups.
pub(super) fn compare<R: Register>(
    rows: &mut [Judged<R>],
    known: &R::Known,
    today: Day,
    default: DuplicateRule,
    rules: &HashMap<String, DuplicateRule>,
) -> Vec<Group> {
    for row in rows.iter_mut() {
        row.begin(known);
    }
    let groups = settle(rows, default, rules);
    R::suggest(rows, known);
    for row in rows.iter_mut() {
        if row.draft.weight() >= Weight::Skip {
            row.fate = fate_of(row.draft.weight());
            continue;
        }
        row.lay_over(known);
        R::weigh(row, today);
    }
    groups
}

/// Which rows have a name that other entries have, of the roster and of the registry together; how many others.
pub(super) fn same_names<R: Register>(rows: &[Judged<R>], known: &R::Known) -> HashMap<usize, usize> {
    let numbering = Numbering::default();
    let told = rows
        .iter()
        .map(|row| (row.draft.weight() < Weight::Skip, row.told()));
    let told: Vec<(bool, &Values)> = told
        .chain(known.all().map(|(_, values)| (true, values)))
        .collect();
    let name = |values: &Values| name::key(values.get(R::PLACES.name));
    let numbered = (0u32..).zip(&told).filter(|(_, (counts, _))| *counts);
    let finder = Finder::new(
        numbered
            .map(|(place, (_, values))| (numbering.of(&name(values)), place))
            .collect(),
    );
    let mut others = HashMap::new();
    for group in finder.shared() {
        let values = |place: u32| told[place as usize].1;
        // A roster that comes again has every name twice, with the same code.
        let mut codes = group.iter().map(|(_, place)| R::code_of(values(*place)));
        let first = codes.next();
        if codes.all(|code| Some(code) == first) {
            continue;
        }
        let mut by_name: HashMap<String, (HashSet<&str>, Vec<usize>)> = HashMap::new();
        for (_, place) in group {
            let (codes, places) = by_name.entry(name(values(*place))).or_default();
            codes.insert(R::code_of(values(*place)));
            places.push(*place as usize);
        }
        for (codes, places) in by_name.into_values() {
            let count = codes.iter().filter(|code| !code.is_empty()).count();
            if count > 1 {
                others.extend(places.into_iter().map(|place| (place, count - 1)));
            }
        }
    }
    others
}

fn fate_of(weight: Weight) -> Fate {
    match weight {
        Weight::Error => Fate::Errors,
        Weight::Skip => Fate::Skipped,
        Weight::Doubt | Weight::Note => Fate::Added,
    }
}

/// Finds rows about one entry, and lets the decided ones count.
fn settle<R: Register>(
    rows: &mut [Judged<R>],
    default: DuplicateRule,
    rules: &HashMap<String, DuplicateRule>,
) -> Vec<Group> {
    let mut groups = Vec::new();
    for (key, mut places) in together(rows) {
        // Rows that say the same are no question.
        let first = rows[places[0]].draft.clone();
        places.retain(|place| {
            let row = &mut rows[*place];
            let again = row.draft.row != first.row && row.draft.says_the_same(&first);
            if again {
                row.leave_out(What::SameAsRow { row: first.row });
            }
            !again
        });
        if places.len() < 2 {
            continue;
        }
        let number = u32::try_from(groups.len()).unwrap_or(u32::MAX);
        let rule = rules.get(&key).copied().unwrap_or(default);
        for place in &places {
            rows[*place].group = Some(number);
        }
        apply(rows, &places, rule);
        groups.push(Group {
            key,
            rows: places,
            rule,
        });
    }
    groups
}

/// Places of rows about one entry, where there are several; in the order of the first of them.
fn together<R: Register>(rows: &[Judged<R>]) -> Vec<(String, Vec<usize>)> {
    let numbering = Numbering::default();
    let counting = (0u32..)
        .zip(rows)
        .filter(|(_, row)| row.draft.weight() < Weight::Skip);
    let finder = Finder::new(
        counting
            .map(|(place, row)| (numbering.of(&row.identity()), place))
            .collect(),
    );
    let mut several: Vec<(String, Vec<usize>)> = Vec::new();
    for group in finder.shared() {
        let mut by_identity: HashMap<Cow<'_, str>, Vec<usize>> = HashMap::new();
        for (_, place) in group {
            let place = *place as usize;
            by_identity.entry(rows[place].identity()).or_default().push(place);
        }
        let found = by_identity.into_iter().filter(|(_, places)| places.len() > 1);
        several.extend(found.map(|(key, places)| (key.into_owned(), places)));
    }
    several.sort_by(|a, b| a.1.cmp(&b.1));
    several
}

fn apply<R: Register>(judged: &mut [Judged<R>], rows: &[usize], rule: DuplicateRule) {
    let (Some(first), Some(last)) = (rows.first().copied(), rows.last().copied()) else {
        return;
    };
    let number = |judged: &[Judged<R>], place: usize| judged[place].draft.row;
    let kept = match rule {
        DuplicateRule::First | DuplicateRule::Merge => Some(first),
        DuplicateRule::Last => Some(last),
        DuplicateRule::Ask | DuplicateRule::Neither => None,
    };
    if rule == DuplicateRule::Merge {
        let others = rows[1..].iter().rev().map(|place| &judged[*place].draft.values);
        let filled = others.fold(Values::default(), |filled, other| filled.under(other));
        judged[first].merged = Some(filled.under(&judged[first].draft.values));
    }
    for place in rows.iter().copied().filter(|place| Some(*place) != kept) {
        let what = match (rule, kept) {
            (DuplicateRule::Merge, Some(kept)) => What::MergedInto {
                row: number(judged, kept),
            },
            (_, Some(kept)) => What::Outvoted {
                row: number(judged, kept),
            },
            (DuplicateRule::Neither, None) => What::Neither,
            // A row does not name itself as the other one.
            (_, None) => What::Undecided {
                row: number(judged, if place == first { last } else { first }),
            },
        };
        judged[place].leave_out(what);
    }
}

impl<R: Register> Draft<R> {
    fn says_the_same(&self, other: &Self) -> bool {
        R::says_the_same(&self.values, &other.values) && self.beside == other.beside
    }
}

impl<R: Register> Judged<R> {
    /// A row as it was read, before it is compared.
    pub(super) fn new(draft: Draft<R>) -> Self {
        Self {
            own: draft.remarks.len(),
            fate: fate_of(draft.weight()),
            draft,
            entry: None,
            group: None,
            merged: None,
            changed: Values::default(),
        }
    }

    /// What it tells, with what the other rows of its group add.
    pub(super) fn told(&self) -> &Values {
        self.merged.as_ref().unwrap_or(&self.draft.values)
    }

    /// What its entry would say.
    pub(super) fn after(&self) -> Cow<'_, Values> {
        match self.entry {
            Some(_) => Cow::Borrowed(&self.changed),
            None => Cow::Owned(self.begun_with(&R::fresh())),
        }
    }

    /// What a new entry would say that begins like this.
    pub(super) fn begun_with(&self, fresh: &Values) -> Values {
        fresh.under(self.told())
    }

    /// Forgets what was found before, and looks for its entry.
    fn begin(&mut self, known: &R::Known) {
        self.draft.remarks.truncate(self.own);
        self.entry = None;
        self.group = None;
        self.merged = None;
        self.changed = Values::default();
        if self.draft.weight() < Weight::Skip {
            self.entry = known.find(&mut self.draft);
        } else {
            known.help(&mut self.draft);
        }
        self.fate = fate_of(self.draft.weight());
    }

    fn leave_out(&mut self, what: What) {
        self.draft.say(None, what);
        self.fate = Fate::Skipped;
    }

    /// By what rows of one entry are known to be so.
    fn identity(&self) -> Cow<'_, str> {
        match self.entry {
            Some(id) => Cow::Owned(R::number(id)),
            None => R::identity(&self.draft.values),
        }
    }

    /// What the entry would say, and whether that is anything new.
    fn lay_over(&mut self, known: &R::Known) {
        let Some((id, stored)) = self.entry.and_then(|id| Some((id, known.get(id)?))) else {
            self.fate = Fate::Added;
            return;
        };
        let after = self.renamed(stored);
        let after = known.held_to(id, after, &mut self.draft);
        if stored.get(R::PLACES.membership) != "in" {
            let number = R::number(id);
            self.draft.say(None, What::NotInRegistry { number });
        }
        let learns = known.learns_from(id, &self.draft);
        if learns {
            self.draft.say(None, What::TellsMore);
        }
        self.fate = if after == *stored && !learns {
            Fate::Same
        } else {
            Fate::Updated
        };
        self.changed = after;
    }

    /// What is known with what is told laid over it.
    fn renamed(&mut self, stored: &Values) -> Values {
        let told = R::comparable(self.told());
        let mut after = stored.under(&told);
        let doubts = told.get(R::PLACES.doubts);
        if after.get(R::PLACES.doubts) != doubts {
            after = after.with(R::PLACES.doubts, doubts);
        }
        let (old, new) = (stored.get(R::PLACES.name), told.get(R::PLACES.name));
        if old == new {
            return after;
        }
        if name::key(old) == name::key(new) {
            // The same name in other brackets is no change (case 23).
            return after.with(R::PLACES.name, old);
        }
        if !new.is_empty() {
            after = R::renamed(after, old);
            let before = old.to_owned();
            self.draft.say(None, What::Renamed { before });
        }
        after
    }
}
