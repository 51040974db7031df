//! Systems whose printers the program cannot reach yet: it says so, and paper goes by way of a saved PDF.

use super::{JobId, JobView, NotPrinted, PrintJob, Printer, PrinterView};
use crate::Result;

/// A system without a way to its printers.
#[derive(Clone, Copy, Debug, Default)]
pub struct OtherSystem;

impl Printer for OtherSystem {
    fn printers(&self) -> Result<Vec<PrinterView>> {
        Err(NotPrinted::OtherSystem.because(std::env::consts::OS))
    }

    fn print(&self, _: &PrintJob<'_>) -> Result<JobId> {
        Err(NotPrinted::OtherSystem.because(std::env::consts::OS))
    }

    fn job_state(&self, _: &JobId) -> Result<JobView> {
        Err(NotPrinted::OtherSystem.because(std::env::consts::OS))
    }
}
