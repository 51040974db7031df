//! The way to the printer: what is handed over, and what is said when no paper will come out.
//!
//! Programs of our own stand in the place of `lp` and `lpstat`. A real CUPS is asked in `print_queues`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use sunlot_app::printer::{
    Cups, JobId, JobState, NotPrinted, OtherSystem, PageRange, PrintJob, Printer, PrinterState, Sides,
};
use sunlot_app::{Error, Reason};

const PATIENCE: Duration = Duration::from_secs(30);
pub const PDF: &[u8] = b"%PDF-1.7 \x00\xFF whatever";

/// What lpstat says where all is well: two printers, and one of them the default.
const TWO: &str = "\
scheduler is running
system default destination: 二楼
printer 二楼 is idle.  enabled since Sat Nov 21 19:32:56 2026
\tDescription: 二楼 HP 打印机
printer PDF is idle.  enabled since Sat Nov 21 19:32:56 2026
";

/// Programs that write down what they are told, and say what they are given to say.
const LPSTAT: &str = r#"#!/bin/sh
cd "${0%/*}" || exit 1
[ "$LC_ALL" = C ] || { echo "打印机 二楼 空闲"; exit 0; }
case "$*" in
  "-r -d -a -l -p") cat listing; cat complaint >&2; exit "$(cat listed)" ;;
  "-l -W not-completed -o") cat waiting ;;
  "-l -W completed -o") cat completed ;;
  *) echo "lpstat: unknown option $*" >&2; exit 1 ;;
esac
"#;
const LP: &str = r#"#!/bin/sh
cd "${0%/*}" || exit 1
printf '%s\n' "$@" > arguments
cat > received
cat answer; cat refusal >&2
exit "$(cat taken)"
"#;

struct System {
    folder: tempfile::TempDir,
}

impl System {
    fn saying(listing: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let system = Self { folder };
        for (name, text) in [
            ("listing", listing),
            ("complaint", ""),
            ("listed", "0"),
            ("waiting", ""),
            ("completed", ""),
            ("answer", "request id is 二楼-7 (0 file(s))\n"),
            ("refusal", ""),
            ("taken", "0"),
        ] {
            system.put(name, text);
        }
        system.program("lpstat", LPSTAT);
        system.program("lp", LP);
        system
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("it is written");
    }

    /// Made by another process: a file that this one still held open could not be run.
    fn program(&self, name: &str, text: &str) {
        self.put("source", text);
        let made = Command::new("install")
            .args(["-m", "755"])
            .args([self.path("source"), self.path(name)])
            .status();
        assert!(made.expect("install runs").success(), "{name} is made");
    }

    fn cups(&self) -> Cups {
        Cups::of(self.path("lp"), self.path("lpstat"), PATIENCE)
    }

    fn arguments(&self) -> Option<String> {
        fs::read_to_string(self.path("arguments")).ok()
    }
}

pub fn job(pdf: &[u8]) -> PrintJob<'_> {
    PrintJob {
        title: "恢复码单 HF-2026-0003",
        pdf,
        printer: None,
        copies: 1,
        sides: Sides::One,
        pages: None,
    }
}

pub fn why<T: std::fmt::Debug>(result: Result<T, Error>) -> NotPrinted {
    match result.map_err(|error| error.reason) {
        Err(Reason::NotPrinted { why }) => why,
        other => panic!("nothing must be printed: {other:?}"),
    }
}

#[test]
fn a_job_is_handed_over_whole_to_the_default_printer() {
    let system = System::saying(TWO);
    let mut pdf = PDF.to_vec();
    pdf.extend((0..3_000_000_u32).map(|n| n.to_le_bytes()[1]));
    let id = system.cups().print(&job(&pdf)).expect("all is well");
    assert_eq!(id, JobId("二楼-7".into()), "as the system numbers it");
    assert!(
        fs::read(system.path("received")).unwrap() == pdf,
        "every byte arrived"
    );
    let expected = "-d 二楼 -n 1 -t 恢复码单_HF-2026-0003 -o sides=one-sided -o document-format=application/pdf \
                    -o media=A4 -o print-scaling=none";
    let told: Vec<String> = system
        .arguments()
        .unwrap()
        .lines()
        .map(|word| word.replace(' ', "_"))
        .collect();
    assert_eq!(told.join(" "), expected, "and lp knows what to do with them");
}

#[test]
fn what_is_asked_for_is_what_lp_is_told() {
    let system = System::saying(TWO);
    let asked = PrintJob {
        printer: Some("PDF"),
        copies: 3,
        sides: Sides::BothTurnedUp,
        pages: Some(PageRange { first: 2, last: 5 }),
        ..job(PDF)
    };
    system.cups().print(&asked).expect("all is well");
    let told = system.arguments().unwrap();
    for words in [
        "-d\nPDF\n",
        "-n\n3\n",
        "-o\nsides=two-sided-short-edge\n",
        "-P\n2-5\n",
    ] {
        assert!(told.contains(words), "{words:?} in {told:?}");
    }
}

#[test]
fn a_title_is_never_read_by_a_shell() {
    let system = System::saying(TWO);
    let mark = system.path("mark");
    let title = format!("$(touch {0}); `touch {0}` | tee {0} > {0} -d PDF", mark.display());
    let asked = PrintJob {
        title: &title,
        ..job(PDF)
    };
    system.cups().print(&asked).expect("it is a title like any other");
    assert!(!mark.exists(), "nothing of it was run");
    assert!(
        system.arguments().unwrap().starts_with("-d\n二楼\n"),
        "nor taken for an option"
    );
}

#[test]
fn printers_are_listed_in_the_systems_own_words() {
    let printers = System::saying(TWO).cups().printers().expect("all is well");
    let seen: Vec<_> = printers
        .iter()
        .map(|printer| (printer.description.as_str(), printer.is_default, printer.state))
        .collect();
    assert_eq!(
        seen,
        [
            ("二楼 HP 打印机", true, PrinterState::Ready),
            ("PDF", false, PrinterState::Ready)
        ],
        "whatever language the user has: lpstat is asked in English"
    );
}

#[test]
fn where_no_paper_will_come_out_nothing_is_handed_over() {
    let stopped = TWO
        .replace("printer 二楼 is idle.  enabled", "printer 二楼 disabled")
        .replace("\tDescription", "\t缺纸\n\tDescription");
    let refusing = format!("二楼 not accepting requests since Sat -\n\t维修中\n{TWO}");
    let undecided = TWO.replace(
        "system default destination: 二楼",
        "no system default destination",
    );
    let label = || "二楼 HP 打印机".to_owned();
    for (listing, named, expected) in [
        ("scheduler is not running\n", None, NotPrinted::NotRunning),
        (
            "scheduler is running\nno system default destination\n",
            None,
            NotPrinted::NoPrinter,
        ),
        (&undecided, None, NotPrinted::NoDefault { count: 2 }),
        (
            TWO,
            Some("三楼"),
            NotPrinted::NoSuchPrinter {
                printer: "三楼".into(),
            },
        ),
        (
            TWO,
            Some("二楼 HP 打印机"),
            NotPrinted::NoSuchPrinter {
                printer: "二楼 HP 打印机".into(),
            },
        ),
        (
            &stopped,
            None,
            NotPrinted::Stopped {
                printer: label(),
                said: "缺纸".into(),
            },
        ),
        (
            &refusing,
            None,
            NotPrinted::Refusing {
                printer: label(),
                said: "维修中".into(),
            },
        ),
    ] {
        let system = System::saying(listing);
        let asked = PrintJob {
            printer: named,
            ..job(PDF)
        };
        assert_eq!(why(system.cups().print(&asked)), expected, "{listing}");
        assert_eq!(system.arguments(), None, "lp was not even asked: {listing}");
    }
    let system = System::saying(&stopped);
    let other = PrintJob {
        printer: Some("PDF"),
        ..job(PDF)
    };
    assert!(
        system.cups().print(&other).is_ok(),
        "another printer may well print"
    );
}

#[test]
fn a_single_printer_needs_no_default() {
    let one = "no system default destination\nprinter PDF is idle.  enabled since\n";
    let system = System::saying(one);
    system
        .cups()
        .print(&job(PDF))
        .expect("there is no doubt which one");
    assert!(system.arguments().unwrap().starts_with("-d\nPDF\n"), "that one");
}

#[test]
fn what_makes_no_sense_is_refused_before_anybody_is_asked() {
    let nobody = Cups::of("/nowhere/lp", "/nowhere/lpstat", PATIENCE);
    for (asked, expected) in [
        (
            PrintJob {
                copies: 0,
                ..job(PDF)
            },
            NotPrinted::WrongCopies { asked: 0, most: 99 },
        ),
        (
            PrintJob {
                copies: 100,
                ..job(PDF)
            },
            NotPrinted::WrongCopies { asked: 100, most: 99 },
        ),
        (
            PrintJob {
                pages: Some(PageRange { first: 0, last: 1 }),
                ..job(PDF)
            },
            NotPrinted::WrongPages { first: 0, last: 1 },
        ),
        (
            PrintJob {
                pages: Some(PageRange { first: 3, last: 2 }),
                ..job(PDF)
            },
            NotPrinted::WrongPages { first: 3, last: 2 },
        ),
    ] {
        assert_eq!(why(nobody.print(&asked)), expected, "{asked:?}");
    }
    let error = nobody.print(&job(b"")).expect_err("an empty file is no paper");
    assert_eq!(error.reason, Reason::Internal, "and no clerk's mistake");
}

#[test]
fn a_system_without_its_printing_programs_says_which() {
    let without = |program: &str| {
        let system = System::saying(TWO);
        fs::remove_file(system.path(program)).unwrap();
        let missing = system.path(program).display().to_string();
        assert_eq!(
            why(system.cups().print(&job(PDF))),
            NotPrinted::NotInstalled { program: missing },
            "{program} is missing"
        );
    };
    without("lp");
    without("lpstat");
}

#[test]
fn a_job_that_the_system_refuses_comes_with_its_words() {
    let system = System::saying(TWO);
    system.put("answer", "");
    system.put("refusal", "lp: Unsupported document-format\n");
    system.put("taken", "1");
    let said = || "lp: Unsupported document-format".to_owned();
    let refused = NotPrinted::Refused { said: said() };
    assert_eq!(
        why(system.cups().print(&job(PDF))),
        refused,
        "they help whoever helps"
    );
    // One that says no before it has read the file.
    system.program(
        "lp",
        "#!/bin/sh\necho 'lp: Unsupported document-format' >&2; exit 1\n",
    );
    let mut large = PDF.to_vec();
    large.resize(2_000_000, 0);
    assert_eq!(
        why(system.cups().print(&job(&large))),
        refused,
        "not that a pipe broke"
    );
    // One that gives no id: whether anything is printed nobody could follow.
    system.program("lp", LP);
    system.put("answer", "request id is\n");
    system.put("taken", "0");
    assert_eq!(why(system.cups().print(&job(PDF))), refused, "no id is no job");
    // A listing that fails is not an empty one.
    system.put("listing", "");
    system.put("complaint", "lpstat: Bad file descriptor\n");
    system.put("listed", "1");
    let said = "lpstat: Bad file descriptor".to_owned();
    assert_eq!(
        why(system.cups().printers()),
        NotPrinted::Refused { said },
        "nobody knows"
    );
    system.put("complaint", "lpstat: No destinations added.\n");
    assert_eq!(
        system.cups().printers(),
        Ok(vec![]),
        "but without printers lpstat fails, too"
    );
}

#[test]
fn a_system_that_does_not_answer_is_not_waited_for_forever() {
    let system = System::saying(TWO);
    system.program("lp", "#!/bin/sh\nexec sleep 600\n");
    let hasty = Cups::of(system.path("lp"), system.path("lpstat"), Duration::from_secs(1));
    assert_eq!(
        why(hasty.print(&job(PDF))),
        NotPrinted::TimedOut { seconds: 1 },
        "lp hangs"
    );
    system.program("lpstat", "#!/bin/sh\nexec sleep 600\n");
    assert_eq!(
        why(hasty.printers()),
        NotPrinted::TimedOut { seconds: 1 },
        "lpstat hangs"
    );
    assert_eq!(
        why(hasty.job_state(&JobId("PDF-1".into()))),
        NotPrinted::TimedOut { seconds: 1 },
        "whatever it is asked"
    );
}

#[test]
fn a_job_is_followed_until_it_has_left_the_queue() {
    let system = System::saying(TWO);
    let state = || system.cups().job_state(&JobId("二楼-7".into())).unwrap().state;
    let entry = |alerts: &str| format!("%E4%BA%8C%E6%A5%BC-7 root  54272   Sat\n\tAlerts: {alerts}\n");
    assert_eq!(state(), JobState::Unknown, "a queue that has forgotten it");
    for (alerts, expected) in [
        ("none", JobState::Waiting),
        ("job-printing", JobState::Printing),
        ("printer-stopped", JobState::Stopped),
    ] {
        system.put("waiting", &entry(alerts));
        assert_eq!(state(), expected, "{alerts}");
    }
    system.put("waiting", "");
    for (alerts, expected) in [
        ("processing-to-stop-point", JobState::Left),
        ("job-completed-with-errors", JobState::Failed),
        ("job-canceled-by-user", JobState::Failed),
    ] {
        system.put("completed", &entry(alerts));
        assert_eq!(state(), expected, "{alerts}");
    }
}

#[test]
fn another_system_says_that_it_cannot_print_yet() {
    let id = JobId("1".into());
    assert_eq!(why(OtherSystem.printers()), NotPrinted::OtherSystem, "no list");
    assert_eq!(
        why(OtherSystem.print(&job(PDF))),
        NotPrinted::OtherSystem,
        "no paper"
    );
    assert_eq!(why(OtherSystem.job_state(&id)), NotPrinted::OtherSystem, "no job");
}
