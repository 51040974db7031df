//! What a registry can be filtered by, as far as it is known before anybody looks into it.

use std::str::FromStr;

use strum::VariantArray;

use super::Told;

/// Something that entries are filtered by.
pub trait Facet: Copy + Ord + FromStr + Into<&'static str> + VariantArray + 'static {
    /// What people call it.
    fn called(self) -> &'static str;

    /// The values that there can be; `None`: whatever the entries say.
    fn among(self) -> Option<Vec<Told>>;
}
