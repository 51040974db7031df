//! CUPS by its own programs, `lp` and `lpstat`: what they are told, and what their answers mean.
//!
//! The file goes to `lp` through a pipe, so that nothing secret is left in a temporary folder by us.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::child::{Answer, Trouble, run};
use super::{
    JobId, JobState, JobView, NotPrinted, PrintJob, Printer, PrinterView, Sides, check, choose, listing,
};
use crate::Result;

/// A queue that has not answered by then does not.
const PATIENCE: Duration = Duration::from_secs(30);
/// IPP cuts names at 255 bytes, and printers show far fewer.
const LONGEST_TITLE: usize = 120;

/// The print service of Linux.
#[derive(Clone, Debug)]
pub struct Cups {
    lp: PathBuf,
    lpstat: PathBuf,
    patience: Duration,
}

impl Cups {
    /// The one of this computer, wherever its programs are found.
    pub fn of_this_computer() -> Self {
        Self::of("lp", "lpstat", PATIENCE)
    }

    /// One by its programs, and how long it is waited for.
    pub fn of(lp: impl Into<PathBuf>, lpstat: impl Into<PathBuf>, patience: Duration) -> Self {
        Self {
            lp: lp.into(),
            lpstat: lpstat.into(),
            patience,
        }
    }

    fn ask(&self, program: &Path, arguments: Vec<OsString>, input: &[u8]) -> Result<Answer> {
        run(program, &arguments, input.to_vec(), self.patience).map_err(|trouble| match trouble {
            Trouble::Missing => {
                let program = program.display().to_string();
                NotPrinted::NotInstalled { program }.because("")
            }
            Trouble::TimedOut => {
                let seconds = self.patience.as_secs();
                NotPrinted::TimedOut { seconds }.because(program.display().to_string())
            }
            Trouble::Failed(said) => NotPrinted::Refused { said }.because(""),
        })
    }

    fn listed(&self, arguments: &[&str]) -> Result<Answer> {
        self.ask(&self.lpstat, arguments.iter().map(OsString::from).collect(), &[])
    }
}

impl Printer for Cups {
    fn printers(&self) -> Result<Vec<PrinterView>> {
        let answer = self.listed(&["-r", "-d", "-a", "-l", "-p"])?;
        let listing = listing::printers(&answer.told);
        let complained = answer.complained.trim();
        if listing.is_down {
            return Err(NotPrinted::NotRunning.because(complained));
        }
        // Where there are no printers lpstat complains, too, but of nothing else.
        if listing.printers.is_empty() && !answer.succeeded && !complained.contains("No destinations") {
            let said = complained.to_owned();
            return Err(NotPrinted::Refused { said }.because("lpstat"));
        }
        Ok(listing.printers)
    }

    fn print(&self, job: &PrintJob<'_>) -> Result<JobId> {
        check(job)?;
        let printers = self.printers()?;
        let printer = choose(&printers, job.printer)?;
        let answer = self.ask(&self.lp, arguments(job, &printer.name), job.pdf)?;
        match listing::job_id(&answer.told).filter(|_| answer.succeeded) {
            Some(id) => Ok(JobId(id.to_owned())),
            None => {
                let said = answer.complained.trim().to_owned();
                Err(NotPrinted::Refused { said }.because(answer.told.trim()))
            }
        }
    }

    fn job_state(&self, job: &JobId) -> Result<JobView> {
        // In this order: a job that goes out of the queue between the two questions is found by the second one.
        let waiting = self.listed(&["-l", "-W", "not-completed", "-o"])?;
        if let Some(view) = listing::in_queue(&waiting.told, &job.0) {
            return Ok(view);
        }
        let left = self.listed(&["-l", "-W", "completed", "-o"])?;
        Ok(listing::out_of_queue(&left.told, &job.0).unwrap_or(JobView {
            state: JobState::Unknown,
            said: String::new(),
        }))
    }
}

/// What `lp` is told. All our paper is A4, and is printed as large as it is.
fn arguments(job: &PrintJob<'_>, printer: &str) -> Vec<OsString> {
    let sides = match job.sides {
        Sides::One => "sides=one-sided",
        Sides::Both => "sides=two-sided-long-edge",
        Sides::BothTurnedUp => "sides=two-sided-short-edge",
    };
    let (copies, title) = (job.copies.to_string(), title(job.title));
    let mut words = vec!["-d", printer, "-n", &copies, "-t", &title];
    for option in [
        sides,
        "document-format=application/pdf",
        "media=A4",
        "print-scaling=none",
    ] {
        words.extend(["-o", option]);
    }
    let pages = job.pages.map(|pages| format!("{}-{}", pages.first, pages.last));
    if let Some(pages) = &pages {
        words.extend(["-P", pages]);
    }
    words.into_iter().map(OsString::from).collect()
}

/// A title as one line of moderate length.
fn title(title: &str) -> String {
    let mut line = String::new();
    for character in title.chars() {
        let character = if character.is_control() { ' ' } else { character };
        if line.len() + character.len_utf8() > LONGEST_TITLE {
            break;
        }
        line.push(character);
    }
    line.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::printer::PageRange;

    #[test]
    fn lp_is_told_everything_in_words_of_its_own() {
        let job = PrintJob {
            title: "-o 恢复码单\n\u{0}“双随机”; rm -rf /",
            pdf: b"%PDF-",
            printer: None,
            copies: 2,
            sides: Sides::Both,
            pages: Some(PageRange { first: 2, last: 3 }),
        };
        let words: Vec<_> = arguments(&job, "办公室");
        let expected = "-d|办公室|-n|2|-t|-o 恢复码单  “双随机”; rm -rf /|-o|sides=two-sided-long-edge\
                        |-o|document-format=application/pdf|-o|media=A4|-o|print-scaling=none|-P|2-3";
        assert_eq!(
            words,
            expected.split('|').map(OsString::from).collect::<Vec<_>>(),
            "a title is one word, whatever stands in it"
        );
    }

    #[test]
    fn a_title_is_cut_between_characters() {
        let long = title(&"留痕".repeat(100));
        assert_eq!(long, "留痕".repeat(20), "120 bytes are 40 characters of these");
    }
}
