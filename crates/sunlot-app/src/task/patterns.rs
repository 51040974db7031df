//! Strata ready to be taken over, as they suit any items, and within what some of them allow (N-09).

use sunlot_rules::pool::{ItemBounds, Pattern};

use super::labels;
use super::sheet::stratum;
use super::wire::PatternView;

/// All of them, within what an item allows.
pub(super) fn of(bounds: Option<&ItemBounds>) -> Vec<PatternView> {
    let view = |pattern: &Pattern| {
        let (label, about) = labels::pattern(*pattern);
        let strata = pattern.strata(bounds, labels::neutral, labels::meaning);
        PatternView {
            name: pattern.name().to_owned(),
            label: label.to_owned(),
            about: about.to_owned(),
            strata: strata.iter().map(|rule| stratum(rule, &[])).collect(),
        }
    };
    Pattern::ALL.iter().map(view).collect()
}

/// Those that differ from what suits any items, the more that is asked for the later.
pub(super) struct Bounded(Vec<(u32, Vec<PatternView>)>);

impl Bounded {
    /// Of these items.
    pub fn of<'b>(all: impl Iterator<Item = &'b ItemBounds>) -> Self {
        let usual = of(None);
        let mut found: Vec<(u32, Vec<PatternView>)> = Vec::new();
        for bounds in all {
            let patterns = of(Some(bounds));
            if patterns != usual && found.iter().all(|(_, known)| *known != patterns) {
                found.push((bounds.limits.min.unwrap_or(0), patterns));
            }
        }
        found.sort_by_key(|(least, _)| *least);
        Self(found)
    }

    /// Where those of an item stand, from 1; 0: it is content with what suits any.
    pub fn place(&self, bounds: &ItemBounds) -> u32 {
        let patterns = of(Some(bounds));
        let at = self.0.iter().position(|(_, known)| *known == patterns);
        at.map_or(0, |at| super::pool::small(at + 1))
    }

    pub fn patterns(self) -> Vec<Vec<PatternView>> {
        self.0.into_iter().map(|(_, patterns)| patterns).collect()
    }
}
