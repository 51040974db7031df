//! The parts of a pool by name: a stratum, a reason why somebody is left out, an exception, a condition that somebody does not meet.

use sunlot_rules::pool::{Place, key};

use super::Held;
use crate::Result;
use crate::registry::Told;
use crate::task::fault::{TaskFault, fault};
use crate::task::labels;

impl Held {
    /// The places of a part, which is asked for as programs or as people call it; everybody in scope where none is.
    pub(super) fn places(&self, of: &str) -> Result<Vec<usize>> {
        let all = self.pool.places.iter().enumerate();
        if of.is_empty() {
            let inside = all.filter(|(_, place)| !matches!(place, Place::Outside(_)));
            return Ok(inside.map(|(at, _)| at).collect());
        }
        let is = |told: &Told| told.value == of || told.label == of;
        let strata = self.source.document.strata.iter().zip(&self.pool.strata);
        for (at, (rule, members)) in strata.enumerate() {
            if key(at).is_some_and(|key| of.eq_ignore_ascii_case(&key.to_string())) || rule.label == of {
                return Ok(members.clone());
            }
        }
        if let Some(why) = labels::EXCLUDED
            .into_iter()
            .find(|why| is(&labels::excluded(*why, &self.source.profile)))
        {
            let out = self.pool.excluded.iter().filter(|(_, reason)| *reason == why);
            return Ok(out.map(|(at, _)| *at).collect());
        }
        let excepted = self.exceptions.iter();
        let excepted: Vec<usize> = excepted
            .filter(|(_, why)| is(&labels::exception(why)))
            .map(|(at, _)| *at)
            .collect();
        if !excepted.is_empty() {
            return Ok(excepted);
        }
        let scope = &self.source.document.scope;
        let outside = |place: &Place| match place {
            Place::Outside(why) => is(&labels::outside(*why, scope, self.source.tags())),
            _ => false,
        };
        let found: Vec<usize> = all
            .filter(|(_, place)| outside(place))
            .map(|(at, _)| at)
            .collect();
        if found.is_empty() {
            let asked = of.to_owned();
            return Err(fault(TaskFault::PartUnknown { asked }));
        }
        Ok(found)
    }
}
