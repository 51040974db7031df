//! What would become of each row: which target it is about, what it would change, and which of several rows about one
//! target counts. Nothing is written here.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use sunlot_rules::roster::fields::TargetField;
use sunlot_rules::roster::name;
use sunlot_rules::roster::township::{Guess, Townships};
use sunlot_store::Values;
use sunlot_store::target::{Column, StoredTarget};

use super::draft::{Draft, Weight, What};
use super::finder::{Finder, Numbering};
use super::known::{Known, code_of};
use super::wire::{DuplicateRule, Fate};
use crate::target::{new_target, target_number};

/// A row with what would become of it.
#[derive(Clone, Debug)]
pub(super) struct Judged {
    /// The row.
    pub draft: Draft,
    /// How many of its remarks it had before it was compared.
    own: usize,
    /// What would become of it.
    pub fate: Fate,
    /// The target it is about.
    pub target: Option<i64>,
    /// The group of rows about one target.
    pub group: Option<u32>,
    /// What it tells together with the other rows of its group.
    merged: Option<Values>,
    /// What a target that is known would say.
    changed: Values,
}

/// Rows about one target that do not say the same.
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
pub(super) fn compare(
    rows: &mut [Judged],
    known: &Known,
    default: DuplicateRule,
    rules: &HashMap<String, DuplicateRule>,
) -> Vec<Group> {
    for row in rows.iter_mut() {
        row.begin(known);
    }
    let groups = settle(rows, default, rules);
    let others = same_names(rows, known);
    let townships = townships(rows, known);
    let guesser = Townships::new(&townships);
    for (place, row) in rows.iter_mut().enumerate() {
        if row.draft.weight() >= Weight::Skip {
            row.fate = fate_of(row.draft.weight());
            continue;
        }
        row.suggest(others.get(&place).copied(), &townships, &guesser);
        row.lay_over(known);
    }
    groups
}

/// Which rows have a name that other targets have, of the roster and of the registry together; how many others.
fn same_names(rows: &[Judged], known: &Known) -> HashMap<usize, usize> {
    let numbering = Numbering::default();
    let told = rows
        .iter()
        .map(|row| (row.draft.weight() < Weight::Skip, row.told()));
    let told: Vec<(bool, &Values)> = told
        .chain(known.all().map(|stored| (true, &stored.values)))
        .collect();
    let name = |values: &Values| name::key(values.get(Column::Name.place()));
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
        let mut codes = group.iter().map(|(_, place)| code_of(values(*place)));
        let first = codes.next();
        if codes.all(|code| Some(code) == first) {
            continue;
        }
        let mut by_name: HashMap<String, (HashSet<&str>, Vec<usize>)> = HashMap::new();
        for (_, place) in group {
            let (codes, places) = by_name.entry(name(values(*place))).or_default();
            codes.insert(code_of(values(*place)));
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

/// The townships that the roster and the registry know.
fn townships(rows: &[Judged], known: &Known) -> Vec<String> {
    let told = rows
        .iter()
        .map(|row| row.draft.values.get(Column::Township.place()));
    let kept = known.all().map(|stored| stored.get(Column::Township));
    let found: HashSet<&str> = told.chain(kept).filter(|name| !name.is_empty()).collect();
    let mut found: Vec<String> = found.into_iter().map(str::to_owned).collect();
    found.sort_unstable();
    found
}

fn fate_of(weight: Weight) -> Fate {
    match weight {
        Weight::Error => Fate::Errors,
        Weight::Skip => Fate::Skipped,
        Weight::Doubt | Weight::Note => Fate::Added,
    }
}

/// Finds rows about one target, and lets the decided ones count.
fn settle(rows: &mut [Judged], default: DuplicateRule, rules: &HashMap<String, DuplicateRule>) -> Vec<Group> {
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

/// Places of rows about one target, where there are several; in the order of the first of them.
fn together(rows: &[Judged]) -> Vec<(String, Vec<usize>)> {
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

fn apply(judged: &mut [Judged], rows: &[usize], rule: DuplicateRule) {
    let (Some(first), Some(last)) = (rows.first().copied(), rows.last().copied()) else {
        return;
    };
    let number = |judged: &[Judged], place: usize| judged[place].draft.row;
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
            (_, None) => What::Undecided {
                row: number(judged, first),
            },
        };
        judged[place].leave_out(what);
    }
}

impl Draft {
    fn says_the_same(&self, other: &Self) -> bool {
        self.values == other.values && self.visits == other.visits && self.flags == other.flags
    }
}

impl Judged {
    /// A row as it was read, before it is compared.
    pub(super) fn new(draft: Draft) -> Self {
        Self {
            own: draft.remarks.len(),
            fate: fate_of(draft.weight()),
            draft,
            target: None,
            group: None,
            merged: None,
            changed: Values::default(),
        }
    }

    /// What it tells, with what the other rows of its group add.
    fn told(&self) -> &Values {
        self.merged.as_ref().unwrap_or(&self.draft.values)
    }

    /// What its target would say.
    pub(super) fn after(&self) -> Cow<'_, Values> {
        match self.target {
            Some(_) => Cow::Borrowed(&self.changed),
            None => Cow::Owned(new_target().under(self.told())),
        }
    }

    /// Forgets what was found before, and looks for its target.
    fn begin(&mut self, known: &Known) {
        self.draft.remarks.truncate(self.own);
        self.target = None;
        self.group = None;
        self.merged = None;
        self.changed = Values::default();
        if self.draft.weight() < Weight::Skip {
            self.target = known.find(&mut self.draft);
        } else {
            self.name_perhaps(known);
        }
        self.fate = fate_of(self.draft.weight());
    }

    /// A damaged code is never guessed; a target of the same name is named, for somebody to look.
    fn name_perhaps(&mut self, known: &Known) {
        let name = self.draft.values.get(Column::Name.place());
        let found = match known.named(name).as_slice() {
            [one] => Some((target_number(one.id), code_of(&one.values).to_owned())),
            _ => None,
        };
        for remark in &mut self.draft.remarks {
            if let What::CodeDamaged { perhaps, .. } = &mut remark.what {
                perhaps.clone_from(&found);
            }
        }
    }

    fn leave_out(&mut self, what: What) {
        self.draft.say(None, what);
        self.fate = Fate::Skipped;
    }

    /// By what rows of one target are known to be so.
    fn identity(&self) -> Cow<'_, str> {
        if let Some(id) = self.target.or(self.draft.number) {
            return Cow::Owned(target_number(id));
        }
        match code_of(&self.draft.values) {
            "" => Cow::Owned(name::key(self.draft.values.get(Column::Name.place()))),
            code => Cow::Borrowed(code),
        }
    }

    /// What somebody may want to know: that another has its name, and in which township its address may lie (case 45).
    fn suggest(&mut self, others: Option<usize>, townships: &[String], guesser: &Townships) {
        let text = |column: Column| self.told().get(column.place());
        let guess = if text(Column::Township).is_empty() && !text(Column::Address).is_empty() {
            guesser.guess(text(Column::Address))
        } else {
            Guess::None
        };
        if let Some(count) = others.filter(|_| !code_of(self.told()).is_empty()) {
            self.draft.say(None, What::SameName { count });
        }
        if let Guess::One { place, .. } = guess
            && let Some(township) = townships.get(place).cloned()
        {
            self.draft
                .say(Some(TargetField::Township), What::TownshipGuessed { township });
        }
    }

    /// What the target would say, and whether that is anything new.
    fn lay_over(&mut self, known: &Known) {
        let Some(stored) = self.target.and_then(|id| known.get(id)) else {
            self.fate = Fate::Added;
            return;
        };
        let after = self.renamed(stored);
        if stored.get(Column::Membership) != "in" {
            let number = target_number(stored.id);
            self.draft.say(None, What::NotInRegistry { number });
        }
        let learns = known.learns_from(stored.id, &self.draft);
        if learns {
            self.draft.say(None, What::TellsMore);
        }
        self.fate = if after == stored.values && !learns {
            Fate::Same
        } else {
            Fate::Updated
        };
        self.changed = after;
    }

    /// What is known with what is told laid over it. A new name makes the one before a former one.
    fn renamed(&mut self, stored: &StoredTarget) -> Values {
        let told = self.told();
        let mut after = stored.values.under(told);
        let doubts = told.get(Column::Doubts.place());
        if after.get(Column::Doubts.place()) != doubts {
            after = after.with(Column::Doubts.place(), doubts);
        }
        let (old, new) = (stored.get(Column::Name), told.get(Column::Name.place()));
        if old == new {
            return after;
        }
        if name::key(old) == name::key(new) {
            // The same name in other brackets is no change (case 23).
            return after.with(Column::Name.place(), old);
        }
        if !new.is_empty() {
            let former = with_former(after.get(Column::FormerName.place()), old);
            after = after.with(Column::FormerName.place(), &former);
            let before = old.to_owned();
            self.draft.say(None, What::Renamed { before });
        }
        after
    }
}

/// The former names with one more.
fn with_former(former: &str, name: &str) -> String {
    if former.split('、').any(|known| known == name) || former.is_empty() {
        return if former.is_empty() {
            name.to_owned()
        } else {
            former.to_owned()
        };
    }
    format!("{former}、{name}")
}
