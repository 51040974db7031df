//! Items of the working list as plans and tasks ask for them: by their numbers, whether they may be used on a day, who decides
//! how many of the targets they are for, and which targets those are.

use sunlot_rules::day::Day;
use sunlot_rules::item::{RatioAuthority, Unusable};
use sunlot_rules::plan::check::ItemFacts;
use sunlot_rules::roster::list;
use sunlot_rules::text::searchable;
use sunlot_store::Connection;
use sunlot_store::item::Column;

use super::document::{Document, KeptBasis};
use super::labels;
use super::lists::working;
use crate::Result;
use crate::registry::Told;

/// An item that somebody may plan.
#[derive(Clone, Debug)]
pub(crate) struct PlannedItem {
    document: Document,
    /// The office's own number.
    pub number: String,
    /// What it is called, with its part.
    pub name: String,
}

impl PlannedItem {
    /// Why it may not be used on a day.
    pub fn unusable(&self, on: Day) -> Vec<Unusable> {
        self.document.facts().unusable(on)
    }

    /// What a line of a plan is checked by; `unusable` is what stands in the way on its day.
    pub fn facts<'i>(&'i self, unusable: &'i [Unusable]) -> ItemFacts<'i> {
        ItemFacts {
            code: &self.number,
            unusable,
            class: self.document.get(Column::ItemClass).parse().ok(),
            authority: self.authority(),
            limits: self.document.limits(),
            document: !self.document.get(Column::RatioDocument).is_empty(),
            ratio: self.document.get(Column::Ratio),
        }
    }

    /// Who decides its ratio.
    pub fn authority(&self) -> Option<RatioAuthority> {
        self.document.authority()
    }

    /// The tags of the targets that it is for.
    pub fn tags(&self) -> Vec<String> {
        list::values(self.document.get(Column::Tags))
    }

    /// The laws that it rests on, for people.
    pub fn bases(&self) -> Vec<String> {
        self.document.bases.iter().map(KeptBasis::told).collect()
    }

    /// Whether somebody means it by this text: its number, the list's own number, or its name.
    pub fn is_called(&self, text: &str) -> bool {
        let key = searchable(text);
        let own = [
            self.number.as_str(),
            self.document.get(Column::Code),
            self.document.get(Column::Name),
            self.name.as_str(),
        ];
        own.iter().any(|own| !own.is_empty() && searchable(own) == key)
    }
}

/// Every item of the working list, removed ones too: whoever names one is told that it was.
pub(crate) fn planned_items(office: &Connection) -> Result<Vec<PlannedItem>> {
    let item = |document: Document| PlannedItem {
        number: document.number(),
        name: document.full_name(),
        document,
    };
    Ok(working(office)?.into_iter().map(item).collect())
}

/// Why an item may not be used, for people.
pub(crate) fn told_unusable(reasons: &[Unusable]) -> Vec<Told> {
    reasons.iter().copied().map(labels::unusable).collect()
}
