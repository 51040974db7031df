//! A second window of the same office is not opened: it asks the first one to come forward and goes away.
//!
//! They meet at a local socket named after the office folder. It is a courtesy only; that there is one writer
//! is the work of the lock in the folder.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericNamespaced, ListenerOptions, Name, Stream};
use sunlot_app::{Desk, Reason};
use tauri::AppHandle;

use crate::console;

/// What the first window answers.
const COMING: &[u8] = b"coming";

/// How long the first window may take to answer; it may be just starting itself.
const PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(50);

/// Whether another window has this office and has come forward. Only who finds the office locked asks at all, so
/// nobody can keep a window from opening by answering in another's place.
pub(crate) fn is_open_already(desk: &Desk, folder: &Path) -> bool {
    let begun = Instant::now();
    while desk
        .hold()
        .is_err_and(|error| error.reason == Reason::OfficeInUse)
    {
        if ask(folder) {
            return true;
        }
        if begun.elapsed() > PATIENCE {
            // A command is writing, or the window does not answer: this window opens and says so.
            return false;
        }
        thread::sleep(PAUSE);
    }
    false
}

/// Asks the window of this office to come forward. A window that hangs is not waited for.
fn ask(folder: &Path) -> bool {
    let Some(mut first) = name(folder).and_then(|name| Stream::connect(name).ok()) else {
        return false;
    };
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut answer = Vec::new();
        let came = first.read_to_end(&mut answer).is_ok() && answer == COMING;
        let _ = sender.send(came);
    });
    receiver.recv_timeout(PATIENCE).unwrap_or(false)
}

/// Comes forward whenever a second window asks.
pub(crate) fn listen(app: AppHandle, folder: &Path) {
    let listener = name(folder).and_then(|name| ListenerOptions::new().name(name).create_sync().ok());
    let Some(listener) = listener else { return };
    thread::spawn(move || {
        for mut second in listener.incoming().filter_map(Result::ok) {
            if second.write_all(COMING).is_ok() {
                console::bring_forward(&app);
            }
        }
    });
}

fn name(folder: &Path) -> Option<Name<'static>> {
    let mut hasher = DefaultHasher::new();
    folder.hash(&mut hasher);
    format!("sunlot-{:016x}", hasher.finish())
        .to_ns_name::<GenericNamespaced>()
        .ok()
}
