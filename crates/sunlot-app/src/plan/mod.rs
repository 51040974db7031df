//! Plans of a year or a half: their lines, how far they have come, and what is due.

pub(crate) mod labels;
