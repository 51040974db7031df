//! Rosters that are taken over: what a file holds, what would become of each of its rows, and accepting all of it or
//! nothing (contracts 12, 13, 21).
//!
//! A file is looked at (`look`), its rows are understood (`judge`, by several at once: `judges`) and compared with the registry (`compare`), somebody
//! decides what cannot be decided by rule (`acts`), and then it is taken over (`accept`). What differs between the
//! registries each of them says itself (`register`). Files are read by `reader`, in a process of its own.

mod accept;
mod acts;
mod columns;
mod compare;
mod digest;
mod draft;
mod fault;
mod finder;
mod fits;
mod inspectors;
mod items;
mod judge;
mod judges;
mod labels;
mod look;
mod people;
mod problems;
mod register;
mod sheet;
mod shown;
mod tables;
mod targets;
mod visits;
mod wire;
mod work;

pub(crate) use columns::Why;
pub(crate) use digest::of as digest_of;
pub(crate) use draft::{Weight, What};
pub use fault::ImportFault;
use inspectors::KnownPeople;
pub(crate) use judge::raw_cell;
pub(crate) use labels::Nouns;
pub(crate) use people::{PeopleCompared, PeopleRead, PersonRow};
pub(crate) use tables::{Row, Tables};
pub use wire::*;
pub(crate) use work::Imports;
