//! The window of files of GTK.

use std::path::PathBuf;
use std::sync::mpsc::Sender;

use gtk::glib::MainContext;
use gtk::prelude::*;
use gtk::{FileChooserAction, FileChooserNative, FileFilter, ResponseType};
use sunlot_app::picker::{FileKind, FileQuestion, FileSort};
use tauri::AppHandle;

use crate::console;

/// Opens it and sends what was chosen. The console goes on being painted behind it.
pub(super) fn ask(app: &AppHandle, question: &FileQuestion, answer: Sender<Option<PathBuf>>) {
    let parent = console::window(app).and_then(|window| window.gtk_window().ok());
    let action = match question.sort {
        FileSort::Open => FileChooserAction::Open,
        FileSort::Save => FileChooserAction::Save,
        FileSort::Folder => FileChooserAction::SelectFolder,
    };
    let dialog = FileChooserNative::new(
        Some(question.title),
        parent.as_ref(),
        action,
        Some(question.verb),
        Some(question.stop),
    );
    dialog.set_modal(true);
    dialog.set_do_overwrite_confirmation(true);
    for kind in &question.kinds {
        dialog.add_filter(filter(kind));
    }
    if let Some(folder) = &question.folder {
        dialog.set_current_folder(folder);
    }
    if let Some(name) = &question.name {
        dialog.set_current_name(name);
    }
    MainContext::default().spawn_local(async move {
        let pressed = dialog.run_future().await;
        let chosen = (pressed == ResponseType::Accept).then(|| dialog.filename());
        let _ = answer.send(chosen.flatten());
        dialog.destroy();
    });
}

fn filter(kind: &FileKind) -> FileFilter {
    let filter = FileFilter::new();
    filter.set_name(Some(kind.label));
    for ending in kind.endings {
        filter.add_pattern(&format!("*.{ending}"));
        // Old programs wrote their endings in capitals.
        filter.add_pattern(&format!("*.{}", ending.to_uppercase()));
    }
    if kind.endings.is_empty() {
        filter.add_pattern("*");
    }
    filter
}
