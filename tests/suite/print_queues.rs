//! A sheet through a real CUPS: what comes out at the other end of its filters. `./dev proof` makes the queues.
//!
//! One is a printer in the network that takes PDF, which a test plays; one is a printer that takes PostScript, played by
//! cups-pdf; one was stopped, and one takes no jobs.

use std::fs;
use std::io::Read;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sunlot_app::printer::{Cups, JobId, JobState, NotPrinted, PrintJob, Printer, PrinterState};
use sunlot_forms::sheets::RecoverySheet;
use sunlot_forms::{Laid, lay, print};

use crate::forms::file::{codes, copied};
use crate::forms::{ask, drawn, fonts, imprint, samples, without_blanks};
use crate::printing::{PDF, job, why};

/// How much of a field, in hundredths, may be where nothing should be.
const UNLIKE: usize = 2;
const NETWORK: &str = "SunlotProof打印";
const POSTSCRIPT: &str = "SunlotProofPostScript";
/// Where the printer in the network listens.
const ADDRESS: &str = "127.0.0.1:19100";

fn made(told: &RecoverySheet) -> (Laid, Vec<u8>) {
    let sheet = told.sheet();
    let bytes = print(&fonts(), &sheet, &imprint()).expect("it is printed").bytes;
    (lay(&fonts(), &sheet), bytes)
}

/// Waits, but not forever, until this is so.
fn in_the_end<T>(mut happens: impl FnMut() -> Option<T>) -> T {
    for _ in 0..300 {
        if let Some(happened) = happens() {
            return happened;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("it did not happen within half a minute");
}

fn left(cups: &Cups, id: &JobId) {
    in_the_end(|| (cups.job_state(id).expect("CUPS knows it").state == JobState::Left).then_some(()));
}

#[test]
#[ignore = "needs a real CUPS with queues of its own; ./dev proof makes them"]
fn a_printer_that_takes_pdf_gets_every_character_and_the_code() {
    let told = samples::recovery_of_a_long_name();
    let (laid, bytes) = made(&told);
    let cups = Cups::of_this_computer();
    let queues = cups.printers().expect("CUPS runs");
    let queue = queues
        .iter()
        .find(|printer| printer.name == NETWORK)
        .expect("it was made");
    assert_eq!(queue.description, "样机（二楼）", "its description came through");
    assert_eq!(queue.state, PrinterState::Ready, "and it waits for a job");

    let printer = TcpListener::bind(ADDRESS).expect("nobody else plays this printer");
    let receive = std::thread::spawn(move || {
        let mut received = Vec::new();
        let (mut job, _) = printer.accept().expect("CUPS sends something");
        job.read_to_end(&mut received).expect("all of it");
        received
    });
    let asked = PrintJob {
        title: "恢复码单（证明）",
        printer: Some(NETWORK),
        ..job(&bytes)
    };
    let id = cups.print(&asked).expect("the queue takes it");
    left(&cups, &id);
    let received = receive.join().expect("it arrived");

    let text = ask("pdftotext", &["-raw"], &received, &["-"]);
    let page = drawn(&laid.pages[0]);
    assert_eq!(without_blanks(&text), page, "every character, rare ones too");
    assert_eq!(codes(&received), [told.scanned], "and the code still scans");
    let said = ask("pdfinfo", &[], &received, &[]);
    assert!(
        said.contains("(A4)") && said.contains("Pages:           1"),
        "one page of A4: {said}"
    );
}

/// A page in black and white, that may be asked beyond its edges, too.
struct Copy(usize, Vec<bool>);

impl Copy {
    fn of(pdf: &[u8]) -> Self {
        let (width, _, dots) = copied(pdf, "300");
        Self(width, dots)
    }

    fn dot(&self, x: usize, y: usize) -> bool {
        x < self.0 && self.1.get(y * self.0 + x) == Some(&true)
    }

    /// A line may be two dots thicker, or two dots further.
    fn near(&self, x: usize, y: usize) -> bool {
        let beside = |from: usize| from.saturating_sub(2)..=from + 2;
        beside(y).any(|y| beside(x).any(|x| self.dot(x, y)))
    }
}

/// In how many fields as large as a character two pages show another picture.
fn unlike(one: &[u8], other: &[u8]) -> usize {
    const FIELD: usize = 44;
    let pages = [Copy::of(one), Copy::of(other)];
    let strange = |left: usize, top: usize| {
        let (mut ink, mut strange) = (0, 0);
        for (x, y) in (top..top + FIELD).flat_map(|y| (left..left + FIELD).map(move |x| (x, y))) {
            for (here, there) in [(0, 1), (1, 0)] {
                let dot = pages[here].dot(x, y);
                ink += usize::from(dot);
                strange += usize::from(dot && !pages[there].near(x, y));
            }
        }
        ink > 190 && strange * 100 > ink * UNLIKE
    };
    // A4 at 300 dots to the inch.
    let fields = (0..3508)
        .step_by(FIELD / 2)
        .flat_map(|top| (0..2480).step_by(FIELD / 2).map(move |left| (left, top)));
    fields.filter(|(left, top)| strange(*left, *top)).count()
}

#[test]
#[ignore = "needs a real CUPS with queues of its own; ./dev proof makes them"]
fn a_printer_that_takes_postscript_draws_the_same_page() {
    let told = samples::recovery_of_a_long_name();
    let (_, bytes) = made(&told);
    let cups = Cups::of_this_computer();
    let mark = format!("sunlot-proof-{}", std::process::id());
    let asked = PrintJob {
        title: &mark,
        printer: Some(POSTSCRIPT),
        ..job(&bytes)
    };
    let id = cups.print(&asked).expect("the queue takes it");
    left(&cups, &id);
    let paper = in_the_end(|| found(&mark));
    let drawn = fs::read(&paper).expect("it is a file");
    fs::remove_file(&paper).expect("nothing is left behind");

    assert_eq!(unlike(&drawn, &bytes), 0, "every character looks as it should");
    assert_eq!(
        codes(&drawn),
        std::slice::from_ref(&told.scanned),
        "and the code still scans"
    );
    let mut other = told;
    other.person = other.person.replace('𬱖', "𬱗");
    let (_, other) = made(&other);
    assert!(
        unlike(&drawn, &other) > 0,
        "one other character would have been seen"
    );
}

/// The paper of cups-pdf, which lies in a folder of this user.
fn found(mark: &str) -> Option<PathBuf> {
    let home = std::env::var_os("HOME").expect("a user has a home");
    let entries = fs::read_dir(Path::new(&home).join("PDF")).ok()?;
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|path| path.to_string_lossy().contains(mark))
}

#[test]
#[ignore = "needs a real CUPS with queues of its own; ./dev proof makes them"]
fn a_queue_that_prints_nothing_is_noticed_before_anything_is_handed_over() {
    let cups = Cups::of_this_computer();
    let refused = |queue| {
        why(cups.print(&PrintJob {
            printer: Some(queue),
            ..job(PDF)
        }))
    };
    let stopped = NotPrinted::Stopped {
        printer: "SunlotProofStopped".into(),
        said: "缺纸".into(),
    };
    assert_eq!(
        refused("SunlotProofStopped"),
        stopped,
        "it would lie in the queue"
    );
    let refusing = NotPrinted::Refusing {
        printer: "SunlotProofRefusing".into(),
        said: "维修中".into(),
    };
    assert_eq!(refused("SunlotProofRefusing"), refusing, "CUPS would not take it");
    let printer = "SunlotProofNobody".to_owned();
    assert_eq!(
        refused(&printer),
        NotPrinted::NoSuchPrinter {
            printer: printer.clone()
        },
        "there is none"
    );
}
