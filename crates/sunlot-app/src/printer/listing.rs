//! What CUPS prints about printers and jobs, read into values.
//!
//! The words are those of `lpstat` under LC_ALL=C. What is not understood is passed over: a printer that is listed can be
//! printed to, whatever else is said of it.

use super::{JobState, JobView, PrinterState, PrinterView};

/// What `lpstat -r -d -a -l -p` says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Listing {
    pub(super) is_down: bool,
    pub(super) printers: Vec<PrinterView>,
}

/// Of which printer the lines that stand in are.
enum Told {
    Nothing,
    Refusal(String),
    Printer,
}

/// Reads it.
pub(super) fn printers(text: &str) -> Listing {
    let mut listing = Listing::default();
    let (mut default, mut refusing) = (None, Vec::new());
    let mut told = Told::Nothing;
    for line in text.lines() {
        if let Some(detail) = line.strip_prefix(['\t', ' ']) {
            match &told {
                Told::Nothing => {}
                Told::Refusal(name) => refusing.push((name.clone(), detail.trim().to_owned())),
                Told::Printer => describe(listing.printers.last_mut(), detail.trim()),
            }
            continue;
        }
        told = Told::Nothing;
        if line == "scheduler is not running" {
            listing.is_down = true;
        } else if let Some(name) = line.strip_prefix("system default destination: ") {
            // What follows a slash are options of this user.
            default = name.split('/').next().map(str::to_owned);
        } else if let Some((name, _)) = line.split_once(" not accepting requests") {
            refusing.push((name.to_owned(), String::new()));
            told = Told::Refusal(name.to_owned());
        } else if let Some((name, state)) = line
            .strip_prefix("printer ")
            .and_then(|rest| rest.split_once(' '))
        {
            listing.printers.push(PrinterView {
                name: name.to_owned(),
                description: String::new(),
                is_default: false,
                state: state_of(state),
                said: String::new(),
            });
            told = Told::Printer;
        }
    }
    for printer in &mut listing.printers {
        printer.is_default = default.as_deref() == Some(printer.name.as_str());
        if printer.description.is_empty() {
            printer.description.clone_from(&printer.name);
        }
        // The last word on a printer is the reason, where there is one.
        if let Some((_, why)) = refusing.iter().rfind(|(name, _)| *name == printer.name) {
            printer.state = PrinterState::Refusing;
            printer.said.clone_from(why);
        }
    }
    listing
}

fn state_of(words: &str) -> PrinterState {
    if words.starts_with("disabled") {
        PrinterState::Stopped
    } else if words.starts_with("now printing") {
        PrinterState::Busy
    } else {
        PrinterState::Ready
    }
}

/// A line below a printer: its description, what it reports, or, before these, what was said when it was stopped.
fn describe(printer: Option<&mut PrinterView>, detail: &str) {
    let Some(printer) = printer else { return };
    let nothing = ["", "none", "reason unknown"];
    if let Some(description) = detail.strip_prefix("Description: ") {
        description.trim().clone_into(&mut printer.description);
    } else if let Some(alerts) = detail.strip_prefix("Alerts: ") {
        if printer.said.is_empty() && !nothing.contains(&alerts) {
            alerts.clone_into(&mut printer.said);
        }
    } else if printer.said.is_empty()
        && printer.description.is_empty()
        && !nothing.contains(&detail)
        && !detail.starts_with("Form mounted:")
        && !detail.starts_with("Content types:")
        && !detail.starts_with("Printer types:")
    {
        detail.clone_into(&mut printer.said);
    }
}

/// The id of a job that was taken: `request id is PDF-12 (1 file(s))`.
pub(super) fn job_id(text: &str) -> Option<&str> {
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("request id is "))?;
    line.split_whitespace().next()
}

/// What `lpstat -l -o` says of a job that is still in its queue.
pub(super) fn in_queue(text: &str, id: &str) -> Option<JobView> {
    let (said, alerts) = entry(text, id)?;
    let state = if alerts.contains("printer-stopped") {
        JobState::Stopped
    } else if alerts.contains("job-printing") {
        JobState::Printing
    } else {
        JobState::Waiting
    };
    Some(JobView { state, said })
}

/// What `lpstat -l -W completed -o` says of a job that has left its queue.
pub(super) fn out_of_queue(text: &str, id: &str) -> Option<JobView> {
    let (said, alerts) = entry(text, id)?;
    let bad = ["aborted", "canceled", "with-errors"];
    let state = if bad.iter().any(|word| alerts.contains(word)) {
        JobState::Failed
    } else {
        JobState::Left
    };
    Some(JobView { state, said })
}

/// Status and alerts of one job.
fn entry(text: &str, id: &str) -> Option<(String, String)> {
    let heads = |line: &&str| {
        let name = line.split_whitespace().next().unwrap_or_default();
        !line.starts_with(['\t', ' ']) && (name == id || unescaped(name) == id)
    };
    let mut lines = text.lines().skip_while(|line| !heads(line));
    lines.next()?;
    let (mut said, mut alerts) = (String::new(), String::new());
    for line in lines.take_while(|line| line.starts_with(['\t', ' '])) {
        let line = line.trim();
        if let Some(status) = line.strip_prefix("Status:") {
            status.trim().clone_into(&mut said);
        } else if let Some(reasons) = line.strip_prefix("Alerts:") {
            reasons.trim().clone_into(&mut alerts);
        }
    }
    Some((said, alerts))
}

/// In lists of jobs CUPS writes the bytes of a printer's Chinese name as in an address: `%E6%89%93-7`.
fn unescaped(name: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = name.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = hex.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match byte.filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As CUPS 2.4 says it, of three printers.
    const LISTED: &str = "\
scheduler is running
system default destination: 办公室二楼
办公室二楼 accepting requests since Sat Nov 21 19:32:56 2026
库房 not accepting requests since Sat Nov 21 19:32:56 2026 -
\t维修中
PDF accepting requests since Sat Nov 21 19:33:06 2026
printer 办公室二楼 now printing 办公室二楼-7.  enabled since Sat Nov 21 19:32:56 2026
\tForm mounted:
\tContent types: any
\tPrinter types: unknown
\tDescription: 二楼 HP 打印机
\tAlerts: media-low-warning
\tLocation: 
\tConnection: direct
\tUsers allowed:
\t\t(all)
printer 库房 is idle.  enabled since Sat Nov 21 19:32:56 2026
\tForm mounted:
\tDescription: 库房
\tAlerts: none
printer PDF disabled since Sat Nov 21 19:33:06 2026 -
\t缺纸 out of paper
\tForm mounted:
\tDescription: 
\tAlerts: paused
";

    fn view(name: &str, description: &str, is_default: bool, state: PrinterState, said: &str) -> PrinterView {
        PrinterView {
            name: name.into(),
            description: description.into(),
            is_default,
            state,
            said: said.into(),
        }
    }

    #[test]
    fn every_printer_is_read_with_its_state_and_what_is_said_of_it() {
        let listing = printers(LISTED);
        assert_eq!(
            listing.printers,
            [
                view(
                    "办公室二楼",
                    "二楼 HP 打印机",
                    true,
                    PrinterState::Busy,
                    "media-low-warning"
                ),
                view("库房", "库房", false, PrinterState::Refusing, "维修中"),
                view("PDF", "PDF", false, PrinterState::Stopped, "缺纸 out of paper"),
            ],
            "one without a description goes by its name"
        );
        assert!(!listing.is_down, "the service runs");
    }

    #[test]
    fn no_service_and_no_printer_are_two_things() {
        assert!(printers("scheduler is not running\n").is_down, "nobody answers");
        assert_eq!(
            printers("scheduler is running\nno system default destination\n"),
            Listing::default(),
            "somebody answers that there is none"
        );
    }

    #[test]
    fn what_nobody_expected_is_no_printer() {
        for text in [
            "",
            "\t",
            "printer",
            "printer \n\t",
            "not accepting requests",
            "\u{FFFD}\u{FFFD}",
        ] {
            assert_eq!(printers(text).printers.len(), 0, "{text:?}");
        }
    }

    #[test]
    fn the_default_of_a_user_may_have_options() {
        let text = LISTED.replace("destination: 办公室二楼", "destination: PDF/双面");
        let chosen: Vec<bool> = printers(&text).printers.iter().map(|p| p.is_default).collect();
        assert_eq!(chosen, [false, false, true], "what follows the slash is no name");
    }

    #[test]
    fn a_job_is_known_by_what_stands_before_the_bracket() {
        assert_eq!(
            job_id("request id is 办公室-12 (1 file(s))\n"),
            Some("办公室-12"),
            "as lp says it"
        );
        assert_eq!(job_id("lp: something\n"), None, "anything else is no id");
        assert_eq!(job_id("request id is \n"), None, "not even half of one");
    }

    const JOBS: &str = "\
PDF-1                   root             54272   Sat Nov 21 19:33:06 2026
\tStatus: Rendering completed
\tAlerts: job-printing
\tqueued for PDF
PDF-12                  root             54272   Sat Nov 21 19:33:06 2026
\tAlerts: none
\tqueued for PDF
PDF-13                  root             54272   Sat Nov 21 19:33:06 2026
\tStatus: 
\tAlerts: printer-stopped
\tqueued for PDF
PDF-14                  root              1024   Sat Nov 21 19:33:35 2026
\tStatus: unable to find trailer
\tAlerts: job-completed-with-errors
\tqueued for PDF
";

    #[test]
    fn a_job_is_where_its_own_lines_say() {
        let queued = |id| in_queue(JOBS, id).map(|job| (job.state, job.said));
        let expected = (JobState::Printing, "Rendering completed".to_owned());
        assert_eq!(queued("PDF-1"), Some(expected), "not that of PDF-12");
        assert_eq!(
            queued("PDF-12"),
            Some((JobState::Waiting, String::new())),
            "nothing yet"
        );
        assert_eq!(
            queued("PDF-13"),
            Some((JobState::Stopped, String::new())),
            "it will wait long"
        );
        assert_eq!(queued("PDF-2"), None, "somebody else's");
        assert_eq!(queued("queued"), None, "a word of a line is no job");
        let escaped = JOBS.replace("PDF-12 ", "%E6%89%93%E5%8D%B0-12 ");
        assert!(
            in_queue(&escaped, "打印-12").is_some(),
            "a Chinese name is escaped here"
        );
        assert!(
            in_queue(&JOBS.replace("PDF-12", "100%-2"), "100%-2").is_some(),
            "and a name may have such signs itself"
        );
        let left = |id| out_of_queue(JOBS, id).map(|job| job.state);
        assert_eq!(left("PDF-12"), Some(JobState::Left), "out of the queue");
        assert_eq!(left("PDF-14"), Some(JobState::Failed), "and the system says how");
    }
}
