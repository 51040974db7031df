//! The domain's rules, pure: what a code, a text, a telephone number or a document prefix must look like, what the cells of a
//! spreadsheet mean, how risk is graded, who may inspect, what a plan may say, which visits are one, who may be drawn and whether
//! crews can be had.
//!
//! Every check takes text in and gives a value or a *typed reason* back. How a reason is told to a clerk is
//! `sunlot-app`'s business; where values are kept is `sunlot-store`'s.

pub mod account;
pub mod cap;
pub mod codes;
pub mod crew;
pub mod day;
pub mod digits;
pub mod doc_prefix;
pub mod eligible;
pub mod fairness;
pub mod flag;
pub mod item;
pub mod mask;
pub mod merging;
pub mod numbering;
pub mod personal;
pub mod phone;
pub mod plan;
pub mod pool;
pub mod profile;
pub mod risk;
pub mod roster;
pub mod share;
pub mod text;
