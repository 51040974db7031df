//! The draw that anybody can recompute: `docs/draw-protocol.md`, to the byte.
//!
//! In the order of the protocol: a [`Manifest`] is sealed under a [`commitment`](commitment::commitment); secret and
//! the room's numbers make a [`seed`](draw::seed); from the seed follow [who is drawn](selection) and [who goes
//! where](crews); [amendments](amendment) change it in the open; a [`Published`] file holds it all, and
//! [`verify`] judges one. Beside it, [`station`] follows the keys that sign.
//!
//! Pure: no clock, no disk, no chance of its own, no wording. Whatever is random or told by a clock comes in as an
//! argument; whatever is wrong goes out as data.

pub mod amendment;
pub mod announced;
pub mod commitment;
pub mod crews;
pub mod draw;
mod edition;
pub mod explain;
mod form;
mod free;
mod hash;
mod hex;
mod leaf;
mod ledger;
pub mod manifest;
pub mod problem;
mod protocol;
pub mod read;
pub mod record;
pub mod rules;
pub mod selection;
pub mod signature;
mod standing;
pub mod station;
pub mod stream;
mod text;
mod time;
pub mod verify;

pub use draw::{Case, Impossible};
pub use free::{Fields, Free};
pub use hex::{Digest, PublicKey, Salt, Secret, SignatureBytes};
pub use leaf::{Exclusion, Inspector, Leaf, Recusal, Target};
pub use ledger::Refusal;
pub use manifest::Manifest;
pub use protocol::Protocol;
pub use record::{Place, Published, Record};
pub use text::{Id, Key, Task, Text, forbidden_character, is_digits};
pub use time::Time;
