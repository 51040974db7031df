//! One target held against a task: in scope or not, left out or not, and in which stratum.

use super::clause::{Matcher, flags_of, is_active};
use super::registry::{Column, Registry};
use super::{Clause, Excluded, Explained, Field, Outside, Place, PoolRequest};
use crate::cap::{self, CapCase, CapException, Count};
use crate::day::Day;

/// A task, made ready for one registry.
pub(super) struct Judge<'j> {
    registry: &'j Registry<'j>,
    request: &'j PoolRequest<'j>,
    scope: Matcher,
    items: Option<Matcher>,
    strata: Vec<Matcher>,
    /// By the places of their values: who is in business, and how each stands in the registry.
    active: Vec<bool>,
    membership: Vec<Membership>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Membership {
    In,
    Suspended,
    Removed,
}

/// What was found of a target.
pub(super) struct Judged {
    pub place: Place,
    pub exception: Option<CapException>,
    pub count: Count,
    /// Whether the other way of counting a year would leave it out.
    pub beside: bool,
}

impl<'j> Judge<'j> {
    pub fn new(registry: &'j Registry<'j>, request: &'j PoolRequest<'j>) -> Self {
        let items = (!request.item_tags.is_empty()).then(|| {
            let clause = Clause {
                field: Field::Tags,
                any_of: request.item_tags.to_vec(),
                not: false,
            };
            Matcher::new(&[clause], registry)
        });
        let membership = |text: &String| match text.as_str() {
            "in" => Membership::In,
            "removed" => Membership::Removed,
            _ => Membership::Suspended,
        };
        let strata = request.strata.iter();
        Self {
            registry,
            request,
            scope: Matcher::new(request.scope, registry),
            items,
            strata: strata
                .map(|stratum| Matcher::new(&stratum.clauses, registry))
                .collect(),
            active: registry
                .values(Column::Status)
                .iter()
                .map(|status| is_active(status))
                .collect(),
            membership: registry
                .values(Column::Membership)
                .iter()
                .map(membership)
                .collect(),
        }
    }

    /// What becomes of a target.
    pub fn judge(&self, at: usize) -> Judged {
        let out = |place| Judged {
            place,
            exception: None,
            count: Count::default(),
            beside: false,
        };
        if let Some(outside) = self.outside(at) {
            return out(Place::Outside(outside));
        }
        let count = self.count(at);
        let against = self.against(at, &count).next();
        if let Some(excluded) = against {
            return Judged {
                count,
                ..out(Place::Excluded(excluded))
            };
        }
        let profile = self.request.profile;
        let capped = profile.annual_cap > 0;
        let over = capped && count.of(profile.cap_period) >= profile.annual_cap;
        let beside = capped && profile.cap_warning && count.beside(profile.cap_period) >= profile.annual_cap;
        Judged {
            place: self.stratum(at),
            exception: over.then(|| self.exception(at)).flatten(),
            beside: beside && !over,
            count,
        }
    }

    /// The same, with every reason.
    pub fn explain(&self, at: usize) -> Explained {
        let judged = self.judge(at);
        let count = self.count(at);
        let reasons = match judged.place {
            Place::Outside(_) => Vec::new(),
            _ => self.against(at, &count).collect(),
        };
        Explained {
            place: judged.place,
            reasons,
            exception: judged.exception,
            status: self.registry.text(Column::Status, at).parse().ok(),
            count,
        }
    }

    fn outside(&self, at: usize) -> Option<Outside> {
        if self.membership(at) == Membership::Removed {
            return Some(Outside::Removed);
        }
        self.outside_scope(at)
    }

    /// The same, wherever it stands in the registry.
    fn outside_scope(&self, at: usize) -> Option<Outside> {
        if self
            .items
            .as_ref()
            .is_some_and(|items| !items.holds(self.registry, at))
        {
            return Some(Outside::NotOfItems);
        }
        let missed = self.scope.first_miss(self.registry, at)?;
        Some(Outside::Clause(u8::try_from(missed).unwrap_or(u8::MAX)))
    }

    /// Whether it would be in scope if it were in the registry.
    pub fn fits(&self, at: usize) -> bool {
        self.outside_scope(at).is_none()
    }

    /// Every reason against a target in scope, the weightiest first.
    fn against<'a>(&'a self, at: usize, count: &'a Count) -> impl Iterator<Item = Excluded> + 'a {
        let suspended = (self.membership(at) == Membership::Suspended).then_some(Excluded::Suspended);
        let inactive = (!self.is_active(at)).then_some(Excluded::Inactive);
        let by_hand = self.request.by_hand.contains_key(&at).then_some(Excluded::ByHand);
        let merged = self.request.due.contains_key(&at).then_some(Excluded::Merged);
        let lately = self.visited_lately(count).then_some(Excluded::VisitedLately);
        let first = [suspended, inactive, by_hand, merged, lately]
            .into_iter()
            .flatten();
        first.chain(self.cap_reached(at, count).then_some(Excluded::CapReached))
    }

    fn visited_lately(&self, count: &Count) -> bool {
        let within = self.request.profile.visited_within_days;
        let since = |last: Day| self.request.from.number().saturating_sub(last.number());
        within > 0
            && count
                .last
                .is_some_and(|last| since(last) <= i32::try_from(within).unwrap_or(i32::MAX))
    }

    fn cap_reached(&self, at: usize, count: &Count) -> bool {
        let profile = self.request.profile;
        profile.annual_cap > 0
            && count.of(profile.cap_period) >= profile.annual_cap
            && self.exception(at).is_none()
    }

    fn exception(&self, at: usize) -> Option<CapException> {
        let flags = flags_of(self.registry.flag_bits(at));
        let case = CapCase {
            kind: self.registry.text(Column::Kind, at).parse().ok(),
            flags: &flags,
            risk: self.registry.text(Column::Risk, at).parse().ok(),
            superior: self.request.superior,
            key_area: self.request.key_area,
        };
        cap::exception(&case, self.request.profile)
    }

    fn stratum(&self, at: usize) -> Place {
        let found = self
            .strata
            .iter()
            .position(|stratum| stratum.holds(self.registry, at));
        found
            .and_then(|stratum| u8::try_from(stratum).ok())
            .map_or(Place::Fallen, Place::In)
    }

    fn count(&self, at: usize) -> Count {
        cap::count(self.registry.visits(at), self.request.profile, self.request.from)
    }

    fn membership(&self, at: usize) -> Membership {
        let value = self.registry.value_at(Column::Membership, at);
        value
            .and_then(|value| self.membership.get(value))
            .copied()
            .unwrap_or(Membership::Suspended)
    }

    fn is_active(&self, at: usize) -> bool {
        let value = self.registry.value_at(Column::Status, at);
        value
            .and_then(|value| self.active.get(value))
            .copied()
            .unwrap_or(false)
    }
}
