//! Spreadsheets as rows and columns: ours are written here. It knows formats and nothing of what the rows mean.
//!
//! A text is always written as a text, whatever it begins with: a cell that a name could turn into a formula would
//! run in somebody else's program (T19).

mod write;

pub use write::{Cell, Column, Imprint, MAX_ROWS, Table, write_table};
