//! Running another program: what it is told, what it says, and no longer than one is willing to wait.

use std::ffi::OsString;
use std::io::{ErrorKind, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// How often a program is asked whether it has ended.
const PACE: Duration = Duration::from_millis(20);
/// More than any listing of printers or jobs has.
const LONGEST: u64 = 4 * 1024 * 1024;

/// What a program said.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) succeeded: bool,
    pub(super) told: String,
    pub(super) complained: String,
}

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Trouble {
    Missing,
    TimedOut,
    Failed(String),
}

/// Runs a program with these arguments, never through a shell, and gives it these bytes to read.
///
/// It speaks English, because its words are read by `listing`. One that does not end in time is ended.
pub(super) fn run(
    program: &Path,
    arguments: &[OsString],
    input: Vec<u8>,
    patience: Duration,
) -> Result<Answer, Trouble> {
    let mut child = Command::new(program)
        .args(arguments)
        .env("LC_ALL", "C")
        .env_remove("LANGUAGE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => Trouble::Missing,
            _ => Trouble::Failed(format!("{}: {error}", program.display())),
        })?;
    if let Some(mut stdin) = child.stdin.take() {
        // A program that refuses does not read to the end: what it says tells more than the broken pipe.
        thread::spawn(move || stdin.write_all(&input));
    }
    let told = listen(child.stdout.take());
    let complained = listen(child.stderr.take());
    let succeeded = wait(&mut child, patience)?;
    Ok(Answer {
        succeeded,
        told: heard(&told),
        complained: heard(&complained),
    })
}

/// Whether it ended well. Without a clock: so many short naps are as long as the patience.
fn wait(child: &mut Child, patience: Duration) -> Result<bool, Trouble> {
    let naps = patience.as_millis() / PACE.as_millis();
    for _ in 0..naps.max(1) {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status.success()),
            Ok(None) => thread::sleep(PACE),
            Err(error) => return Err(Trouble::Failed(error.to_string())),
        }
    }
    // It may have ended just now; either way nothing is left behind.
    let _ = child.kill();
    let _ = child.wait();
    Err(Trouble::TimedOut)
}

fn listen(stream: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (tell, told) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(stream) = stream {
            // What was read before an error is told all the same.
            let _ = stream.take(LONGEST).read_to_end(&mut bytes);
        }
        tell.send(bytes)
    });
    told
}

/// A program that has ended has said everything, unless it left another one holding the line.
fn heard(told: &Receiver<Vec<u8>>) -> String {
    let bytes = told.recv_timeout(Duration::from_secs(2)).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}
