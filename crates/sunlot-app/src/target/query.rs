//! Which targets a filter lets through, and in which order: one walk over the registry in memory.

use std::collections::HashMap;

use memchr::memmem;
use sunlot_store::target::Column;

use super::index::{TargetIndex, Texts, id_at};
use super::labels::{self, Bar};
use super::wire::{TargetFacet, TargetFilter, TargetSort, TargetSortKey};
use super::{flags, list};

impl TargetIndex {
    /// The places of the targets that a filter lets through, in the order asked for.
    pub fn find(&self, filter: &TargetFilter, sort: TargetSort) -> Vec<u32> {
        let mut kept = self.searched(&filter.text);
        for (facet, values) in filter.values.iter().filter(|(_, values)| !values.is_empty()) {
            match list::column(*facet) {
                Some(column) => self.keep_values(&mut kept, column, values),
                None if *facet == TargetFacet::Doubts => self.keep_doubts(&mut kept, values),
                None => self.keep_each(&mut kept, *facet, values),
            }
        }
        let mut found: Vec<u32> = (0u32..)
            .zip(&kept)
            .filter_map(|(at, kept)| kept.then_some(at))
            .collect();
        self.order(&mut found, sort);
        found
    }

    /// In whose names or codes words stand, in the order of the registry.
    pub fn found_by(&self, words: &str) -> Vec<usize> {
        let kept = self.searched(words).into_iter().enumerate();
        kept.filter_map(|(at, kept)| kept.then_some(at)).collect()
    }

    /// Who is called just so.
    pub fn called(&self, name: &str) -> Vec<usize> {
        let mut wanted = sunlot_rules::text::searchable(name);
        wanted.push('\n');
        let mut found = Vec::new();
        self.words().each_found(&memmem::Finder::new(&wanted), |at| {
            // The name comes first; a former one, or a person, may say the same.
            if self.words().of(at).starts_with(&wanted) {
                found.push(at);
            }
        });
        found.sort_unstable();
        found
    }

    /// Who is called just so, for many names in one walk: by what a name is searched by, the numbers of the targets.
    pub fn each_called(&self, names: &[&str]) -> HashMap<String, Vec<i64>> {
        let names = names.iter().map(|name| sunlot_rules::text::searchable(name));
        let mut found: HashMap<String, Vec<i64>> = names.map(|name| (name, Vec::new())).collect();
        if found.is_empty() {
            return found;
        }
        for at in 0..self.count() {
            let name = self.words().of(at).lines().next().unwrap_or_default();
            if let Some(ids) = found.get_mut(name) {
                ids.push(id_at(at));
            }
        }
        found
    }

    /// How many targets have which value of a column.
    pub fn counts(&self, column: Column) -> Vec<(&str, u32)> {
        let Some(facet) = self.facet(column) else {
            return Vec::new();
        };
        let mut counts = vec![0; facet.texts.len()];
        for value in &facet.of {
            if let Some(count) = counts.get_mut(*value as usize) {
                *count += 1;
            }
        }
        facet.texts.iter().map(String::as_str).zip(counts).collect()
    }

    /// The values that a target has of a facet without a column.
    pub fn each_value(&self, facet: TargetFacet, at: usize, each: &mut dyn FnMut(&str)) {
        match facet {
            TargetFacet::Flag => {
                let mut none = true;
                for flag in self.flags_of(at) {
                    none = false;
                    each(flag.into());
                }
                if none {
                    each("");
                }
                if self.flag_ends_soon(at) {
                    each(flags::ENDING_VALUE);
                }
            }
            TargetFacet::Visits => {
                let visits = usize::from(self.tally(at).year()).min(labels::VISITS.len() - 1);
                each(labels::VISITS[visits].0);
            }
            TargetFacet::Draw => {
                let mut may = true;
                for bar in self.bars(at) {
                    may = false;
                    each(bar.name());
                }
                if may {
                    each(Bar::MAY);
                }
            }
            _ => {}
        }
    }

    /// Who is found by a text: by name, former name or person, by a code, or by the office's own number.
    fn searched(&self, text: &str) -> Vec<bool> {
        let wanted = sunlot_rules::text::searchable(text);
        if wanted.is_empty() {
            return vec![true; self.count()];
        }
        let mut found = vec![false; self.count()];
        mark(self.words(), &wanted, &mut found);
        if wanted.is_ascii() {
            mark(self.codes(), &wanted, &mut found);
            let number = wanted
                .strip_prefix("dx-")
                .and_then(|digits| digits.parse::<usize>().ok());
            if let Some(place) = number.and_then(|number| found.get_mut(number.checked_sub(1)?)) {
                *place = true;
            }
        }
        found
    }

    fn keep_values(&self, kept: &mut [bool], column: Column, values: &[String]) {
        let Some(facet) = self.facet(column) else {
            return;
        };
        let has = |text: &String, value: &String| match column {
            // Several tags stand in one text; each is looked for by itself.
            Column::Tags if !value.is_empty() => text.split('、').any(|tag| tag == value),
            _ => text == value,
        };
        let wanted: Vec<bool> = facet
            .texts
            .iter()
            .map(|text| values.iter().any(|value| has(text, value)))
            .collect();
        keep(kept, &facet.of, &wanted);
    }

    fn keep_doubts(&self, kept: &mut [bool], values: &[String]) {
        if let Some(facet) = self.facet(Column::Doubts) {
            let asked = |value: &str| values.iter().any(|asked| asked == value);
            let wanted: Vec<bool> = facet
                .texts
                .iter()
                .map(|text| asked(if text.is_empty() { "no" } else { "yes" }))
                .collect();
            keep(kept, &facet.of, &wanted);
        }
    }

    fn keep_each(&self, kept: &mut [bool], facet: TargetFacet, values: &[String]) {
        for (at, place) in kept.iter_mut().enumerate().filter(|(_, place)| **place) {
            let mut has = false;
            self.each_value(facet, at, &mut |value| {
                has |= values.iter().any(|asked| asked == value)
            });
            *place = has;
        }
    }

    fn order(&self, found: &mut [u32], sort: TargetSort) {
        let column = match sort.by {
            TargetSortKey::Number => None,
            TargetSortKey::Name => return self.order_by_text(found, self.words(), sort.descending),
            TargetSortKey::Code => return self.order_by_text(found, self.codes(), sort.descending),
            TargetSortKey::Visits => {
                found.sort_by_key(|at| self.tally(*at as usize).year());
                None
            }
            TargetSortKey::LastVisit => {
                found.sort_by_key(|at| self.tally(*at as usize).last);
                None
            }
            TargetSortKey::Kind => Some(Column::Kind),
            TargetSortKey::Credit => Some(Column::Credit),
            TargetSortKey::Risk => Some(Column::Risk),
            TargetSortKey::Township => Some(Column::Township),
            TargetSortKey::Industry => Some(Column::Industry),
            TargetSortKey::Status => Some(Column::Status),
        };
        if let Some(facet) = column.and_then(|column| self.facet(column).map(|facet| (column, facet))) {
            let (column, facet) = facet;
            // Each value's place among the values: some texts are compared once, and not a million.
            let ranks = ranks(column, &facet.texts);
            let rank = |at: u32| {
                facet
                    .of
                    .get(at as usize)
                    .and_then(|value| ranks.get(*value as usize))
                    .copied()
            };
            found.sort_by_key(|at| rank(*at));
        }
        if sort.descending {
            found.reverse();
        }
    }

    fn order_by_text(&self, found: &mut [u32], texts: &Texts, descending: bool) {
        found.sort_unstable_by(|a, b| {
            let (one, other) = (texts.of(*a as usize), texts.of(*b as usize));
            // Whoever has none comes last.
            one.is_empty()
                .cmp(&other.is_empty())
                .then_with(|| one.cmp(other))
                .then(a.cmp(b))
        });
        if descending {
            found.reverse();
        }
    }
}

fn ranks(column: Column, texts: &[String]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by_cached_key(|value| (labels::weight(column, &texts[*value]), texts[*value].clone()));
    let mut ranks = vec![0; order.len()];
    for (rank, value) in (0u32..).zip(order) {
        ranks[value] = rank;
    }
    ranks
}

fn keep(kept: &mut [bool], of: &[u32], wanted: &[bool]) {
    for (place, value) in kept.iter_mut().zip(of) {
        *place &= wanted.get(*value as usize).copied().unwrap_or(false);
    }
}

/// Marks at whom a text is found: one walk through all texts, from find to find.
fn mark(texts: &Texts, wanted: &str, found: &mut [bool]) {
    texts.each_found(&memmem::Finder::new(wanted), |at| {
        if let Some(place) = found.get_mut(at) {
            *place = true;
        }
    });
}
