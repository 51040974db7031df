//! Joint inspections with departments that have no line to this office: each partner is asked by a workbook whom it sends, how
//! many targets each takes and who stays away from whom; the answer comes back, is looked at, and is taken as a whole or not at
//! all. What a partner said is kept in the task, with its file.

pub(super) mod asked;
pub(super) mod document;
pub(super) mod labels;
mod part;
mod prepare;
mod read;
mod send;
mod take;
pub(super) mod wire;

pub(super) use document::{Answer, kept};
pub(super) use part::{cap, cap_told, caps, stays, views};
