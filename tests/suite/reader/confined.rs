//! What the process that reads may not do, and what becomes of it when it dies.

use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use sunlot_app::reader::{Ask, ChildReader, TableReader, TableSource};
use sunlot_app::{Error, Reason};

use super::{code_of, read_with, rosters};
use crate::support::{program, reader};

fn list() -> TableSource {
    TableSource::File(rosters().join("31-utf8.csv"))
}

fn failing(reader: &ChildReader) -> Error {
    read_with(reader, &list(), &Ask::default()).expect_err("it must not succeed")
}

#[cfg(target_os = "linux")]
#[test]
fn the_process_cannot_open_write_connect_or_start_anything() {
    for attempt in ["write", "open", "connect", "listen", "start"] {
        let tried = Command::new(program())
            .args(["read-table", "--attempt", attempt])
            .output()
            .expect("the program starts");
        assert_eq!(
            tried.status.code(),
            Some(2),
            "{attempt} must fail, and the process must live to say so"
        );
        let said = String::from_utf8_lossy(&tried.stderr).into_owned();
        assert!(
            said.contains("os error 1)") || said.contains("os error 24)"),
            "{attempt} fails for want of the right, and not for another reason: {said}"
        );
    }
    let listening = Command::new(program())
        .args(["read-table", "--attempt", "listen"])
        .output()
        .expect("the program starts");
    assert!(
        String::from_utf8_lossy(&listening.stderr).contains("os error 1)"),
        "the filter of system calls is in force, and not the limits of resources alone"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn the_memory_of_the_process_has_an_end() {
    let error = failing(&reader().attempting("memory"));
    assert_eq!(
        code_of(error),
        "reading_too_big",
        "4 GiB are not given, and it is said so"
    );
}

#[test]
fn a_process_that_breaks_down_takes_nothing_with_it() {
    let error = failing(&reader().attempting("panic"));
    assert!(
        error.detail.contains("panic"),
        "what it complained about is kept: {}",
        error.detail
    );
    assert_eq!(code_of(error), "reading_died", "and whoever imports is told");
}

#[test]
fn patience_has_an_end() {
    let error = failing(&reader().attempting("sleep").patient_for(1));
    assert_eq!(
        code_of(error),
        "reading_too_slow",
        "a process that says nothing is ended"
    );
}

#[cfg(unix)]
#[test]
fn whatever_the_process_says_is_looked_at() {
    let said = [
        ("/bin/echo", "reading_garbled"),
        ("/bin/true", "reading_died"),
        ("/nonexistent", "reading_not_started"),
    ];
    for (other, code) in said {
        assert_eq!(
            code_of(failing(&ChildReader::at(other))),
            code,
            "{other} is no reader"
        );
    }
}

#[test]
fn a_reading_can_be_stopped_from_outside() {
    let stop = AtomicBool::new(false);
    let error = std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(Duration::from_millis(100));
            stop.store(true, Ordering::Relaxed);
        });
        let sleeping = reader().attempting("sleep");
        sleeping.read(&list(), &Ask::default(), &mut |_| Ok(()), &stop)
    });
    assert_eq!(
        code_of(error.expect_err("it was stopped")),
        "reading_stopped",
        "at once, and it says so"
    );
}

#[test]
fn an_error_of_whoever_takes_the_rows_comes_back_as_it_is() {
    let mut parts = 0;
    let result = reader().read(
        &list(),
        &Ask::default(),
        &mut |_| {
            parts += 1;
            if parts == 3 {
                Err(Error::new(Reason::DiskFull, "here"))
            } else {
                Ok(())
            }
        },
        &AtomicBool::new(false),
    );
    assert_eq!(
        result,
        Err(Error::new(Reason::DiskFull, "here")),
        "nothing else is made of it"
    );
    assert_eq!(parts, 3, "and no part comes afterwards");
}
