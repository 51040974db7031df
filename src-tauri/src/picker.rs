//! The system's own window of files, in front of the console. What it asks and what its answer means is `sunlot-app`'s.

#[cfg_attr(feature = "e2e", path = "picker/told.rs")]
#[cfg_attr(all(not(feature = "e2e"), target_os = "linux"), path = "picker/gtk.rs")]
#[cfg_attr(all(not(feature = "e2e"), not(target_os = "linux")), path = "picker/other.rs")]
mod window;

use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::sync::{Arc, OnceLock};

use sunlot_app::picker::{FileQuestion, Picker};
use tauri::AppHandle;

// Proof that no release answers by itself what only a person may answer.
#[cfg(all(feature = "e2e", not(debug_assertions)))]
compile_error!("a release has no feature e2e: its windows of files would be answered by the environment");

/// Asks people.
#[derive(Clone, Default)]
pub(crate) struct SystemPicker(Arc<OnceLock<AppHandle>>);

impl SystemPicker {
    /// From now on there is a window in front of which it can ask.
    pub(crate) fn begin(&self, app: &AppHandle) {
        let _ = self.0.set(app.clone());
    }
}

impl Picker for SystemPicker {
    fn ask(&self, question: &FileQuestion) -> Option<PathBuf> {
        let app = self.0.get()?;
        let (answer, answered) = channel();
        let (asked, console) = (question.clone(), app.clone());
        // Windows belong to the thread that the program began on; this one waits.
        app.run_on_main_thread(move || window::ask(&console, &asked, answer))
            .ok()?;
        // Where the console is closed over it, nobody answers any more.
        answered.recv().ok().flatten()
    }
}
