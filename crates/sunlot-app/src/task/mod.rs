//! Tasks: what is drawn and inspected together, from which pool, by whom; before anything is sealed.

pub(crate) mod labels;
