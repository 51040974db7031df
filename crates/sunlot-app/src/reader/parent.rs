//! Starting the process that reads, listening to it, and not for longer than a list takes.

use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use sunlot_roster::read::wire::{self, WireFault};
use sunlot_roster::read::{Ask, Part, Stop};

use super::ahead::Ahead;
use super::fault::{ReaderFault, SourceName, of_bytes};
use super::{Reading, TableReader, TableSource, VERB, beside, open};
use crate::{Error, Result};

/// How often the process is looked at.
const PACE: Duration = Duration::from_millis(20);
/// So long it may be silent on the whole, in seconds.
const PATIENCE: u64 = 60;
/// A whole second more for so many rows.
const ROWS_A_SECOND: u64 = 20_000;
/// So many naps are left to a process that has stopped talking.
const LAST_NAPS: u32 = 100;
/// So much of what it complained about is told.
const COMPLAINT: usize = 2_000;

/// Reads tables in a process of its own.
#[derive(Clone, Debug)]
pub struct ChildReader {
    program: PathBuf,
    patience: u64,
    attempt: Option<&'static str>,
}

impl ChildReader {
    /// With the program that is running.
    pub fn of_this_program() -> Self {
        Self::at(std::env::current_exe().unwrap_or_default())
    }

    /// With this program.
    pub fn at(program: impl Into<PathBuf>) -> Self {
        Self {
            program: program.into(),
            patience: PATIENCE,
            attempt: None,
        }
    }

    /// With another patience, in seconds: for tests of the end of it.
    #[must_use]
    pub fn patient_for(mut self, seconds: u64) -> Self {
        self.patience = seconds;
        self
    }

    /// With a process that tries what it may not: for tests of its limits.
    #[must_use]
    pub fn attempting(mut self, what: &'static str) -> Self {
        self.attempt = Some(what);
        self
    }

    fn start(&self, ask: &Ask, input: Stdio) -> Result<Child> {
        let mut command = Command::new(&self.program);
        command.arg(VERB);
        for (name, value) in [("--sheet", ask.sheet), ("--rows", ask.rows)] {
            if let Some(value) = value {
                command.arg(name).arg(value.to_string());
            }
        }
        if let Some(attempt) = self.attempt {
            command.arg("--attempt").arg(attempt);
        }
        // It needs to know nothing of where it runs. Windows programs do not start without theirs.
        if cfg!(unix) {
            command.env_clear();
        }
        command
            .stdin(input)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| {
                let detail = format!("{}: {error}", self.program.display());
                Error::new(ReaderFault::ReadingNotStarted, detail)
            })
    }
}

impl TableReader for ChildReader {
    fn read(
        &self,
        source: &TableSource,
        ask: &Ask,
        on_part: &mut dyn FnMut(Part<'_>) -> Result<()>,
        stop: &AtomicBool,
    ) -> Result<Reading> {
        let mut reading = Reading::default();
        let child = match source {
            TableSource::File(path) => {
                let file = open::open(path, source.name())?;
                reading.warnings = beside::warnings(path);
                self.start(ask, Stdio::from(file))?
            }
            TableSource::Pasted(text) if text.trim().is_empty() => {
                let source = source.name();
                return Err(Error::new(
                    ReaderFault::TableEmpty { source },
                    "nothing was pasted",
                ));
            }
            TableSource::Pasted(text) => {
                let mut child = self.start(ask, Stdio::piped())?;
                feed(child.stdin.take(), text.clone());
                child
            }
        };
        let mut running = Running::of(child, self.patience);
        let ended = running.listen(on_part, stop);
        reading.rows = running.rows.load(Ordering::Relaxed);
        match ended {
            Ok(()) => Ok(reading),
            Err(Trouble::Told(error)) => Err(error),
            Err(Trouble::Faulty(fault)) => {
                let (fault, detail) = of_bytes(fault, source.name(), reading.rows);
                Err(Error::new(fault, detail))
            }
            Err(Trouble::Wire(fault)) => Err(running.explain(&fault, source.name())),
        }
    }
}

/// A pasted text goes through a pipe, beside the reading.
fn feed(stdin: Option<ChildStdin>, text: String) {
    if let Some(mut stdin) = stdin {
        // A process that refuses does not read to the end: what it says tells more than the broken pipe.
        thread::spawn(move || stdin.write_all(text.as_bytes()));
    }
}

/// Why a reading did not come to its end.
enum Trouble {
    /// Whoever asked for it said so.
    Told(Error),
    /// The bytes are such.
    Faulty(sunlot_roster::read::ReadFault),
    /// The process is such.
    Wire(WireFault),
}

/// Why the process was ended from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    Stopped,
    TooSlow,
}

/// A process that reads.
struct Running {
    child: Mutex<Child>,
    complaint: Mutex<Receiver<Vec<u8>>>,
    patience: u64,
    rows: AtomicU64,
    /// Only the time is counted in which one waits for it, not what is done with its rows.
    waiting: AtomicBool,
    ended: Mutex<Option<Ended>>,
}

impl Running {
    fn of(mut child: Child, patience: u64) -> Self {
        let complaint = complaint_of(child.stderr.take());
        Self {
            child: Mutex::new(child),
            complaint: Mutex::new(complaint),
            patience,
            rows: AtomicU64::new(0),
            waiting: AtomicBool::new(false),
            ended: Mutex::new(None),
        }
    }

    fn listen(
        &mut self,
        on_part: &mut dyn FnMut(Part<'_>) -> Result<()>,
        stop: &AtomicBool,
    ) -> std::result::Result<(), Trouble> {
        let stdout = held(&self.child).stdout.take();
        let Some(stdout) = stdout else {
            return Err(Trouble::Wire(WireFault::Cut));
        };
        let running = &*self;
        let (over, is_over) = channel::<()>();
        let heard = thread::scope(|scope| {
            let watch = Watch { running, stop };
            scope.spawn(move || watch.until(&is_over));
            let heard = running.hear(stdout, on_part, stop);
            drop::<Sender<()>>(over);
            heard
        });
        // Whatever it still does is not wanted any more.
        let mut child = held(&self.child);
        if heard.is_err()
            && matches!(child.try_wait(), Ok(None))
            && !matches!(heard, Err(Trouble::Wire(WireFault::Cut)))
        {
            let _ = child.kill();
        }
        heard
    }

    fn hear(
        &self,
        stdout: impl Read + Send + 'static,
        on_part: &mut dyn FnMut(Part<'_>) -> Result<()>,
        stop: &AtomicBool,
    ) -> std::result::Result<(), Trouble> {
        let mut refused = None;
        let mut from = Patient {
            inner: Ahead::of(stdout),
            waiting: &self.waiting,
        };
        let heard = wire::receive(&mut from, &mut |part| {
            if stop.load(Ordering::Relaxed) {
                return Err(Stop);
            }
            if matches!(part, Part::Row { .. }) {
                self.rows.fetch_add(1, Ordering::Relaxed);
            }
            on_part(part).map_err(|error| {
                refused = Some(error);
                Stop
            })
        });
        match (heard, refused) {
            (_, Some(error)) => Err(Trouble::Told(error)),
            (Ok(Ok(())), None) => Ok(()),
            (Ok(Err(fault)), None) => Err(Trouble::Faulty(fault)),
            (Err(fault), None) => Err(Trouble::Wire(fault)),
        }
    }

    /// What it means that the process said no last word.
    fn explain(&self, fault: &WireFault, source: SourceName) -> Error {
        let status = self.status();
        let complaint = held(&self.complaint)
            .recv_timeout(Duration::from_secs(1))
            .unwrap_or_default();
        let complaint = String::from_utf8_lossy(&complaint).trim().to_owned();
        let detail = match &status {
            Ok(status) => format!("{fault:?}; {status}; {complaint}"),
            Err(error) => format!("{fault:?}; {error}; {complaint}"),
        };
        let fault = match (*held(&self.ended), fault) {
            (Some(Ended::Stopped), _) | (None, WireFault::Stopped) => ReaderFault::ReadingStopped,
            (Some(Ended::TooSlow), _) => ReaderFault::ReadingTooSlow {
                source,
                seconds: self.seconds(),
            },
            (None, WireFault::Garbled { .. }) => ReaderFault::ReadingGarbled { source },
            (None, _) if ran_out_of_memory(&complaint) => ReaderFault::ReadingTooBig { source },
            (None, _) if ran_out_of_time(status.ok()) => ReaderFault::ReadingTooSlow {
                source,
                seconds: self.seconds(),
            },
            (None, _) => ReaderFault::ReadingDied { source },
        };
        Error::new(fault, detail)
    }

    /// How it ended. One that only stopped talking is ended.
    fn status(&self) -> io::Result<ExitStatus> {
        let mut child = held(&self.child);
        for _ in 0..LAST_NAPS {
            if let Some(status) = child.try_wait()? {
                return Ok(status);
            }
            thread::sleep(PACE);
        }
        child.kill()?;
        child.wait()
    }

    fn seconds(&self) -> u64 {
        self.patience + self.rows.load(Ordering::Relaxed) / ROWS_A_SECOND
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let mut child = held(&self.child);
        // It has said its last word, or nobody listens: nothing is left behind either way.
        if !matches!(child.try_wait(), Ok(Some(_))) {
            let _ = child.kill();
        }
        let _ = child.wait();
    }
}

/// Whoever looks at the process while it is listened to.
struct Watch<'w> {
    running: &'w Running,
    stop: &'w AtomicBool,
}

impl Watch<'_> {
    /// Without a clock: so many short naps are as long as the patience.
    fn until(&self, over: &Receiver<()>) {
        let mut naps = 0_u64;
        let naps_a_second = 1_000 / 20;
        loop {
            match over.recv_timeout(PACE) {
                Err(RecvTimeoutError::Timeout) => {}
                _ => return,
            }
            if self.stop.load(Ordering::Relaxed) {
                return self.end(Ended::Stopped);
            }
            if self.running.waiting.load(Ordering::Relaxed) {
                naps += 1;
            }
            if naps > self.running.seconds() * naps_a_second {
                return self.end(Ended::TooSlow);
            }
        }
    }

    fn end(&self, why: Ended) {
        *held(&self.running.ended) = Some(why);
        // It may have ended just now.
        let _ = held(&self.running.child).kill();
    }
}

/// Tells whether somebody waits for it.
struct Patient<'p, R> {
    inner: R,
    waiting: &'p AtomicBool,
}

impl<R: Read> Read for Patient<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.waiting.store(true, Ordering::Relaxed);
        let read = self.inner.read(into);
        self.waiting.store(false, Ordering::Relaxed);
        read
    }
}

/// Nobody panics while holding these; if somebody did, the process is still to be ended.
fn held<T>(lock: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The last of what it complained about.
fn complaint_of(stderr: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (tell, told) = channel();
    thread::spawn(move || {
        let mut tail = Vec::new();
        let mut bytes = [0; 4096];
        if let Some(mut stderr) = stderr {
            while let Ok(read @ 1..) = stderr.read(&mut bytes) {
                tail.extend_from_slice(&bytes[..read]);
                let from = tail.len().saturating_sub(COMPLAINT);
                tail.drain(..from);
            }
        }
        tell.send(tail)
    });
    told
}

/// Rust says so before it gives up.
fn ran_out_of_memory(complaint: &str) -> bool {
    complaint.contains("memory allocation of") || complaint.contains("capacity overflow")
}

#[cfg(unix)]
fn ran_out_of_time(status: Option<ExitStatus>) -> bool {
    use std::os::unix::process::ExitStatusExt;

    /// Of Linux: the limit of computing was reached.
    const SIGXCPU: i32 = 24;
    status.and_then(|status| status.signal()) == Some(SIGXCPU)
}

#[cfg(not(unix))]
fn ran_out_of_time(_: Option<ExitStatus>) -> bool {
    false
}
