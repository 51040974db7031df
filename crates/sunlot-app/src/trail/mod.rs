//! The trail as people read it: searched, told, verified, flagged for the supervisor, exported and printed.
//!
//! How events lie on disk is `sunlot-store`'s; what happened is worded in `event`, what does not fit in `messages`.

mod detail;
mod export;
mod filter;
mod flags;
mod sentences;
mod sheet;
mod verification;
mod view;
mod wire;

pub use flags::Flag;
pub(crate) use sentences::Sentences;
pub use verification::{Going, Verification};
pub(crate) use view::told;
pub use wire::{
    Choice, FlagCount, FlagEntry, FlagsRequest, FlagsSeen, FlagsView, ObjectRef, Pair, SeenBy, TrailChoices,
    TrailDetail, TrailEntry, TrailExport, TrailExported, TrailFilter, TrailFound, TrailObject, TrailPaper,
    TrailProgress, TrailRequest, TrailSeq, TrailVerdict, TrailView,
};
