//! Whether a file is of the kind that it is taken for: the headings of a sheet are held against those of every registry. A list
//! of items has names and notes, too, and would make many targets that do not exist.

use strum::VariantArray;

use super::fault::ImportFault;
use super::look::{headings, warning};
use super::register::{Register, for_registry};
use super::sheet::Sheet;
use super::wire::{ImportWarning, Registry};
use crate::{Desk, Error, Result};

/// By so many points another registry must fit better: two headings that only it knows.
const MARGIN: u32 = 20;

/// The registry whose headings a sheet clearly fits better than those of this one; none: it may be what it is taken for.
fn better(sheet: &Sheet, registry: Registry) -> Option<Registry> {
    let score = |registry: Registry| {
        for_registry!(registry, R => {
            sheet.header::<<R as Register>::Field>(None).map_or(0, |header| header.score)
        })
    };
    let others = Registry::VARIANTS.iter().copied();
    let best = others
        .filter(|other| *other != registry)
        .max_by_key(|other| score(*other))?;
    (score(best) >= score(registry) + MARGIN).then_some(best)
}

impl Desk {
    /// Refuses a sheet that is clearly a roster of another registry. One with these headings that was taken over before is what
    /// somebody said that it is.
    pub(super) fn fits<R: Register>(&self, sheet: &Sheet) -> Result<()> {
        let Some(looks) = better(sheet, R::REGISTRY) else {
            return Ok(());
        };
        if let Some(header) = sheet.header::<R::Field>(None)
            && self.remembered(R::REGISTRY, &headings(&header))?.is_some()
        {
            return Ok(());
        }
        let fault = ImportFault::WrongKind {
            sheet: sheet.head.name.clone(),
            asked: R::REGISTRY,
            looks,
        };
        Err(Error::new(fault, ""))
    }

    /// The same as something that somebody should know.
    pub(super) fn looks_like_another<R: Register>(&self, sheet: &Sheet) -> Option<ImportWarning> {
        let refused = self.fits::<R>(sheet).err()?;
        Some(warning(crate::messages::of_reason(&refused.reason)))
    }
}
