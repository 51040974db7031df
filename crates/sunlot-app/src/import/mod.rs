//! Rosters that are taken over: what a file holds, what would become of each of its rows, and accepting all of it or
//! nothing (contracts 12, 13, 21).
//!
//! A file is looked at (`look`), its rows are understood (`judge`) and compared with the registry (`known`,
//! `compare`), somebody decides what cannot be decided by rule (`acts`), and then it is taken over (`accept`). Files are read by `reader`, in a
//! process of its own.

mod accept;
mod acts;
mod compare;
mod draft;
mod fault;
mod finder;
mod judge;
mod known;
mod labels;
mod look;
mod problems;
mod sheet;
mod whole;
mod wire;
mod work;

pub(crate) use draft::What;
pub use fault::ImportFault;
pub use wire::*;
pub(crate) use work::Imports;
