//! Spreadsheets as rows and columns: other people's are read here, ours are written. It knows formats and nothing of
//! what the rows mean.
//!
//! A text is always written as a text, whatever it begins with: a cell that a name could turn into a formula would
//! run in somebody else's program (T19).

mod book;
pub mod read;
mod template;
mod write;
mod write_csv;

pub use book::{BookSheet, write_book};
pub use template::{Template, TemplateColumn, write_template};
pub use write::{Cell, Column, Imprint, MAX_ROWS, Table, write_table};
pub use write_csv::{Encoding, write_csv};
