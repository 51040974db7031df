//! The window of files of systems without GTK.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;

use rfd::FileDialog;
use sunlot_app::picker::{FileQuestion, FileSort};
use tauri::AppHandle;

use crate::console;

/// Opens it and sends what was chosen. It has a thread of its own: the console goes on being painted behind it.
pub(super) fn ask(app: &AppHandle, question: &FileQuestion, answer: Sender<Option<PathBuf>>) {
    let mut dialog = FileDialog::new().set_title(question.title);
    for kind in &question.kinds {
        let endings: &[&str] = if kind.endings.is_empty() {
            &["*"]
        } else {
            kind.endings
        };
        dialog = dialog.add_filter(kind.label, endings);
    }
    if let Some(folder) = &question.folder {
        dialog = dialog.set_directory(folder);
    }
    if let Some(name) = &question.name {
        dialog = dialog.set_file_name(name);
    }
    if let Some(window) = console::window(app) {
        dialog = dialog.set_parent(&window);
    }
    let sort = question.sort;
    thread::spawn(move || {
        let chosen = match sort {
            FileSort::Open => dialog.pick_file(),
            FileSort::Save => dialog.save_file(),
            FileSort::Folder => dialog.pick_folder(),
        };
        answer.send(chosen)
    });
}
