//! How many may be planned of an item, and who decides it (N-09; Shancheng article 4 (2) 2).

use super::{Flaw, ItemFacts, find};
use crate::item::{RatioAuthority, read_ratio};
use crate::plan::amount::share_of;
use crate::plan::line::Line;
use crate::profile::Rounding;
use crate::roster::ratio::Bounds;

/// Flaws of all items that the line names and the list has.
pub(super) fn of_bounds(line: &Line, items: &[ItemFacts<'_>]) -> Vec<Flaw> {
    let known = line.items.iter().filter_map(|code| find(items, code));
    known.flat_map(|item| of_item(line, item)).collect()
}

fn of_item(line: &Line, item: &ItemFacts<'_>) -> Vec<Flaw> {
    let code = || item.code.to_owned();
    let reading = read_ratio(item.ratio);
    let listed = reading.ratio();
    let limits = Some(item.limits).filter(|limits| limits.min.is_some() || limits.max.is_some());
    let outside = |bounds: Bounds| {
        let (item, targets) = (code(), line.base.map(|base| of_base(bounds, base)));
        (!keeps(line, bounds)).then_some(Flaw::OutsideBounds {
            item,
            bounds,
            targets,
        })
    };
    // A draw keeps to what was ratified and made known, whoever decided it. Of risk more may be drawn than that, and of nobody less.
    let published = listed.filter(|_| !reading.open && limits.is_none());
    let below = || {
        let least = |listed: Bounds| Bounds { max: None, ..listed };
        published
            .filter(|listed| !keeps(line, least(*listed)))
            .and_then(outside)
    };
    let mut flaws = Vec::new();
    match item.authority {
        Some(RatioAuthority::Own) => {
            flaws.extend(limits.and_then(outside).or_else(below));
            let other = listed.filter(|listed| flaws.is_empty() && !keeps(line, *listed));
            flaws.extend(other.map(|listed| Flaw::OtherThanListed { item: code(), listed }));
        }
        Some(RatioAuthority::Superior) => match limits.or(listed) {
            Some(bounds) if item.document => flaws.extend(outside(bounds)),
            Some(bounds) => flaws.extend(outside(ordered(bounds))),
            None => flaws.push(Flaw::NotOrdered(code())),
        },
        None => {
            flaws.push(Flaw::AuthorityUnknown(code()));
            flaws.extend(limits.and_then(outside).or_else(below));
        }
    }
    flaws
}

/// A share of so many targets, either way rounded.
fn of_base(bounds: Bounds, base: u32) -> Bounds {
    Bounds {
        min: bounds.min.map(|min| share_of(base, min, Rounding::Down)),
        max: bounds.max.map(|max| share_of(base, max, Rounding::Up)),
    }
}

/// Without a document nobody may go beyond what was ordered: of “at least” that is the least.
const fn ordered(bounds: Bounds) -> Bounds {
    match (bounds.min, bounds.max) {
        (Some(min), None) => Bounds::exactly(min),
        _ => bounds,
    }
}

/// Whether what is planned lies within: the ratio, or else the number, which may have been rounded either way.
fn keeps(line: &Line, bounds: Bounds) -> bool {
    match (line.ratio, line.number, line.base) {
        (Some(ratio), ..) => bounds.hold(ratio),
        (None, Some(number), Some(base)) => of_base(bounds, base).hold(number),
        _ => true,
    }
}

#[cfg(test)]
mod tests;
