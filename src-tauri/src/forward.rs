//! A second window of the same office is not opened: it asks the first one to come forward and goes away.
//!
//! They meet at a local socket named after the office folder. It is a courtesy only; that there is one writer
//! is the work of the lock in the folder.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Read, Write};
use std::path::Path;
use std::thread;

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericNamespaced, ListenerOptions, Name, Stream};
use tauri::AppHandle;

use crate::console;

/// What the first window answers.
const COMING: &[u8] = b"coming";

/// Asks the window of this office to come forward; `false` where there is none.
pub(crate) fn ask(folder: &Path) -> bool {
    let Some(mut first) = name(folder).and_then(|name| Stream::connect(name).ok()) else {
        return false;
    };
    let mut answer = Vec::new();
    first.read_to_end(&mut answer).is_ok() && answer == COMING
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
