//! What would become of each row: which target it is about, what it would change, and which of several rows about one
//! target counts. Nothing is written here.

use std::collections::{BTreeSet, HashMap};

use sunlot_rules::roster::fields::TargetField;
use sunlot_rules::roster::name;
use sunlot_rules::roster::township::{Guess, Townships};
use sunlot_store::target::{self, Column, StoredTarget};
use sunlot_store::{Connection, Values, target_flag, visit};

use super::draft::{Draft, Weight, What};
use super::wire::{DuplicateRule, Fate};
use crate::Result;
use crate::target::{FlagKind, target_number};

/// The registry as rows are compared with it.
pub(super) struct Known {
    /// After which event it stands so.
    pub seq: i64,
    targets: HashMap<i64, StoredTarget>,
    by_code: HashMap<String, i64>,
    by_name: HashMap<String, Vec<i64>>,
    /// Visits that rosters told of, and flags that were set.
    visits: HashMap<i64, Vec<(String, u32)>>,
    flags: HashMap<i64, Vec<String>>,
}

/// A row with what would become of it.
#[derive(Clone, Debug)]
pub(super) struct Judged {
    /// The row.
    pub draft: Draft,
    /// What would become of it.
    pub fate: Fate,
    /// The target it is about.
    pub target: Option<i64>,
    /// What that target would say.
    pub after: Values,
    /// The group of rows about one target.
    pub group: Option<u32>,
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

impl Known {
    pub(super) fn read(office: &Connection) -> Result<Self> {
        let mut known = Self {
            seq: target::newest_event(office)?,
            targets: HashMap::new(),
            by_code: HashMap::new(),
            by_name: HashMap::new(),
            visits: HashMap::new(),
            flags: HashMap::new(),
        };
        target::walk(office, &mut |stored| {
            for column in [Column::Uscc, Column::RegNo, Column::DoubtfulCode] {
                let code = stored.get(column);
                if !code.is_empty() {
                    known.by_code.insert(code.to_owned(), stored.id);
                }
            }
            let name = name::key(stored.get(Column::Name));
            known.by_name.entry(name).or_default().push(stored.id);
            known.targets.insert(stored.id, stored);
            Ok(())
        })?;
        visit::walk(office, &mut |stored| {
            if stored.row.origin == "roster" {
                let told = (stored.row.held_on, stored.row.times);
                known.visits.entry(stored.row.target).or_default().push(told);
            }
        })?;
        target_flag::walk(office, &mut |stored| {
            known
                .flags
                .entry(stored.row.target)
                .or_default()
                .push(stored.row.flag);
        })?;
        Ok(known)
    }

    /// An office that has none yet.
    pub(super) fn nothing() -> Self {
        Self {
            seq: 0,
            targets: HashMap::new(),
            by_code: HashMap::new(),
            by_name: HashMap::new(),
            visits: HashMap::new(),
            flags: HashMap::new(),
        }
    }

    pub(super) fn get(&self, id: i64) -> Option<&StoredTarget> {
        self.targets.get(&id)
    }

    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = &StoredTarget> {
        self.targets.values()
    }

    /// Whether a row tells of visits or flags that are not known yet.
    fn learns_from(&self, id: i64, draft: &Draft) -> bool {
        let visits = self.visits.get(&id).map(Vec::as_slice).unwrap_or_default();
        let flags = self.flags.get(&id).map(Vec::as_slice).unwrap_or_default();
        let told = |(last, count): &(String, u32)| visits.contains(&(last.clone(), (*count).max(1)));
        let set = |flag: &FlagKind| flags.iter().any(|known| known == <&str>::from(*flag));
        !draft.visits.iter().all(told) || !draft.flags.iter().all(set)
    }

    fn named(&self, name: &str) -> &[i64] {
        self.by_name
            .get(&name::key(name))
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The target that a row is about; or what keeps it from being told.
    fn find(&self, draft: &mut Draft) -> Option<i64> {
        if let Some(id) = draft.number {
            if self.get(id).is_none() {
                let text = target_number(id);
                draft.say(None, What::NumberUnknown { text });
            }
            return self.get(id).map(|_| id);
        }
        let mut found: Option<i64> = None;
        for column in [Column::Uscc, Column::RegNo, Column::DoubtfulCode] {
            let Some(id) = self.by_code.get(draft.values.get(column.place())).copied() else {
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

    fn find_by_name(&self, draft: &mut Draft) -> Option<i64> {
        let text = |column: Column| draft.values.get(column.place()).to_owned();
        let same: Vec<&StoredTarget> = self
            .named(&text(Column::Name))
            .iter()
            .filter_map(|id| self.get(*id))
            .collect();
        let has_code = !code_of(&draft.values).is_empty();
        if !has_code {
            // Products, projects and places have none: among those without a code the name tells which.
            let without: Vec<i64> = same
                .iter()
                .filter(|stored| code_of(&stored.values).is_empty())
                .map(|stored| stored.id)
                .collect();
            return match without.as_slice() {
                [] => None,
                [one] => Some(*one),
                several => {
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
        if !person.is_empty() && name::key(&person) == name::key(renewed.get(Column::LegalRep)) {
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

/// By which code a target is known.
pub(super) fn code_of(values: &Values) -> &str {
    [Column::Uscc, Column::RegNo, Column::DoubtfulCode]
        .into_iter()
        .map(|column| values.get(column.place()))
        .find(|code| !code.is_empty())
        .unwrap_or("")
}

/// What would become of every row. `rules` is what was decided about groups.
pub(super) fn compare(
    drafts: Vec<Draft>,
    known: &Known,
    default: DuplicateRule,
    rules: &HashMap<String, DuplicateRule>,
) -> (Vec<Judged>, Vec<Group>) {
    let mut judged: Vec<Judged> = drafts.into_iter().map(|draft| judge(draft, known)).collect();
    let groups = settle(&mut judged, default, rules);
    let counts = same_names(&judged, known);
    let townships = townships(&judged, known);
    let guesser = Townships::new(&townships);
    for row in &mut judged {
        if row.draft.weight() >= Weight::Skip {
            row.fate = fate_of(row.draft.weight());
            continue;
        }
        row.suggest(&counts, &townships, &guesser);
        row.overlay(known);
    }
    (judged, groups)
}

/// Names that several targets have, of the roster and of the registry together: by name, their codes.
fn same_names(judged: &[Judged], known: &Known) -> HashMap<String, usize> {
    let mut codes: HashMap<String, Vec<&str>> = HashMap::new();
    let rows = judged.iter().filter(|row| row.draft.weight() < Weight::Skip);
    let told = rows.map(|row| &row.draft.values);
    for values in told.chain(known.all().map(|stored| &stored.values)) {
        let code = code_of(values);
        let of_name = codes
            .entry(name::key(values.get(Column::Name.place())))
            .or_default();
        if !code.is_empty() && !of_name.contains(&code) {
            of_name.push(code);
        }
    }
    codes
        .into_iter()
        .filter(|(_, codes)| codes.len() > 1)
        .map(|(name, codes)| (name, codes.len()))
        .collect()
}

/// The townships that the roster and the registry know.
fn townships(judged: &[Judged], known: &Known) -> Vec<String> {
    let told = judged
        .iter()
        .map(|row| row.draft.values.get(Column::Township.place()));
    let kept = known.all().map(|stored| stored.get(Column::Township));
    let found: BTreeSet<&str> = told.chain(kept).filter(|name| !name.is_empty()).collect();
    found.into_iter().map(str::to_owned).collect()
}

fn judge(mut draft: Draft, known: &Known) -> Judged {
    let mut target = None;
    if draft.weight() < Weight::Skip {
        target = known.find(&mut draft);
    } else if let Some(damaged) = draft
        .remarks
        .iter_mut()
        .find_map(|remark| match &mut remark.what {
            What::CodeDamaged { perhaps, .. } => Some(perhaps),
            _ => None,
        })
    {
        // A damaged code is never guessed; a target of the same name is named, for somebody to look.
        if let [one] = known.named(draft.values.get(Column::Name.place()))
            && let Some(stored) = known.get(*one)
        {
            *damaged = Some((target_number(*one), code_of(&stored.values).to_owned()));
        }
    }
    Judged {
        fate: fate_of(draft.weight()),
        draft,
        target,
        after: Values::default(),
        group: None,
    }
}

fn fate_of(weight: Weight) -> Fate {
    match weight {
        Weight::Error => Fate::Errors,
        Weight::Skip => Fate::Skipped,
        Weight::Doubt | Weight::Note => Fate::Added,
    }
}

/// Finds rows about one target, and lets the decided ones count.
fn settle(
    judged: &mut [Judged],
    default: DuplicateRule,
    rules: &HashMap<String, DuplicateRule>,
) -> Vec<Group> {
    let mut together: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, row) in judged.iter().enumerate() {
        if row.draft.weight() < Weight::Skip {
            together.entry(row.identity()).or_default().push(place);
        }
    }
    let mut several: Vec<(String, Vec<usize>)> =
        together.into_iter().filter(|(_, rows)| rows.len() > 1).collect();
    several.sort_by(|a, b| a.1.cmp(&b.1));
    let mut groups = Vec::new();
    for (key, mut rows) in several {
        // Rows that say the same are no question.
        let first = judged[rows[0]].draft.clone();
        rows.retain(|place| {
            let row = &mut judged[*place];
            let again = row.draft.row != first.row && row.draft.says_the_same(&first);
            if again {
                row.leave_out(What::SameAsRow { row: first.row });
            }
            !again
        });
        if rows.len() < 2 {
            continue;
        }
        let number = u32::try_from(groups.len()).unwrap_or(u32::MAX);
        let rule = rules.get(&key).copied().unwrap_or(default);
        for place in &rows {
            judged[*place].group = Some(number);
        }
        apply(judged, &rows, rule);
        groups.push(Group { key, rows, rule });
    }
    groups
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
        let mut values = judged[first].draft.values.clone();
        for place in &rows[1..] {
            values = overlaid(&judged[*place].draft.values, &values);
        }
        judged[first].draft.values = values;
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

/// What is there, with what is told laid over it; what is not told stays.
fn overlaid(before: &Values, told: &Values) -> Values {
    let mut after = before.clone();
    for (place, text) in told.iter() {
        if after.get(place) != text {
            after = after.with(place, text);
        }
    }
    after
}

impl Draft {
    fn says_the_same(&self, other: &Self) -> bool {
        self.values == other.values && self.visits == other.visits && self.flags == other.flags
    }
}

impl Judged {
    fn leave_out(&mut self, what: What) {
        self.draft.say(None, what);
        self.fate = Fate::Skipped;
    }

    /// By what rows of one target are known to be so.
    fn identity(&self) -> String {
        if let Some(id) = self.target.or(self.draft.number) {
            return target_number(id);
        }
        match code_of(&self.draft.values) {
            "" => name::key(self.draft.values.get(Column::Name.place())),
            code => code.to_owned(),
        }
    }

    /// What somebody may want to know: that another has its name, and in which township its address may lie (case 45).
    fn suggest(&mut self, counts: &HashMap<String, usize>, townships: &[String], guesser: &Townships) {
        let text = |column: Column| self.draft.values.get(column.place());
        let others = counts.get(&name::key(text(Column::Name))).map(|count| count - 1);
        let guess = if text(Column::Township).is_empty() && !text(Column::Address).is_empty() {
            guesser.guess(text(Column::Address))
        } else {
            Guess::None
        };
        if let Some(count) = others.filter(|_| !code_of(&self.draft.values).is_empty()) {
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
    fn overlay(&mut self, known: &Known) {
        let told = self.draft.values.clone();
        let Some(stored) = self.target.and_then(|id| known.get(id)) else {
            self.after = overlaid(&crate::target::new_target(), &told);
            self.fate = Fate::Added;
            return;
        };
        let mut after = overlaid(&stored.values, &told);
        let (old, new) = (stored.get(Column::Name), told.get(Column::Name.place()));
        if name::key(old) == name::key(new) {
            // The same name in other brackets is no change (case 23).
            after = after.with(Column::Name.place(), old);
        } else if !new.is_empty() {
            let former = with_former(after.get(Column::FormerName.place()), old);
            after = after.with(Column::FormerName.place(), &former);
            let before = old.to_owned();
            self.draft.say(None, What::Renamed { before });
        }
        after = after.with(Column::Doubts.place(), told.get(Column::Doubts.place()));
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
        self.after = after;
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
