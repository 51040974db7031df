//! What a station says of its own keys, signed, so that anybody can follow them: `docs/station-key.md`, to the byte.
//!
//! A [`Statement`] makes, replaces, gives up or revokes a key; a [`Chain`] is all of them in order, and [`judge`] says
//! which keys it names, and where one does not vouch for the next. Private keys, and where they lie, are not known here.

mod chain;
mod life;
mod read;
mod statement;

pub use chain::{Flaw, Judged, agree, judge};
pub use life::{Ending, KeyLife, Opening, Standing, Trust};
pub use read::chain;
pub use statement::{Act, Chain, Format, Signed, Statement, StatementSignature};
