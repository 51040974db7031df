//! The registry of inspectors (P-01 … P-06): whoever may be sent out, with up to two certificates each, who may not be drawn
//! on a day and why, with which targets they have a conflict of interest, and how long two should not meet again.
//!
//! Identity and mobile numbers are personal and not kept here. Taking over rosters is `import`'s work.

mod acts;
mod check;
mod conflict;
mod export;
mod fault;
mod labels;
mod line;
mod list;
mod query;
mod relation;
mod rotation;
mod sheet;
mod standing;
mod wire;

pub(crate) use acts::new_inspector;
pub(crate) use check::certificate as certificate_number;
pub(crate) use export::blank;
pub use export::columns;
pub use fault::{InspectorFault, InspectorFlaw};
pub(crate) use labels::{
    bar as inspector_bar, choices_of, column_label, number as inspector_number, rotation as rotation_told,
};
pub use relation::Relation;
pub(crate) use sheet::differences;
pub(crate) use standing::{CERTIFICATES, certificates as certificates_of, is_expert, why_not_drawn};
pub use wire::*;
