//! Plans of random inspections: their lines, their way from draft to publication, what is due when, how far they have got, and
//! how those of other offices are read (N-01, N-02, N-11, N-12, N-14, R-04, Z-12).
//!
//! Which targets a line reaches, and how they are drawn, is not known here; nor is what day it is.

pub mod amount;
pub mod check;
pub mod drawn;
pub mod headings;
pub mod line;
pub mod milestone;
pub mod period;
pub mod progress;
pub mod reminders;
pub mod state;
pub mod when;

pub use period::{Months, Period};
