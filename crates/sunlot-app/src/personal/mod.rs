//! Personal values that an office keeps on purpose: sealed each by itself, masked for everybody, shown to few and never
//! without a trace, erased for good.
//!
//! The program asks for none of them. What a good value is, and how it is masked, is `sunlot-rules`' business; where it
//! lies, `sunlot-store`'s (docs/decisions/0011-personal.md).

mod acts;
mod check;
mod fault;
mod key;
mod labels;
mod left;
mod seal;
mod wire;

pub(crate) use labels::ERASED_BEFORE;

pub use fault::{PersonalFault, PersonalFlaw};
pub use wire::{
    Holder, HolderKind, PersonalErase, PersonalErased, PersonalField, PersonalItem, PersonalKeep,
    PersonalShow, PersonalShown, PersonalView,
};
