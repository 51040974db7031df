//! The console window: opened hidden, shown once its page is ready, and never led anywhere else.

use std::thread;
use std::time::Duration;

use tauri::utils::config::Color;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

/// The window's label, which its capabilities name.
const LABEL: &str = "console";

/// A page that cannot say that it is ready is shown all the same, so that its failure can be seen.
const PATIENCE: Duration = Duration::from_secs(3);

/// The ground of the pages, so that nothing flashes before they are painted.
const GROUND: Color = Color(0xf6, 0xf7, 0xf9, 0xff);

/// The size for which the pages are drawn, and the smallest at which they can still be used.
const USUAL: (f64, f64) = (1366.0, 768.0);
const SMALLEST: (f64, f64) = (1024.0, 640.0);

/// The title bar and the desktop's own bar, which no window may cover.
const BARS: f64 = 72.0;

/// The usual size, or what the screen has room for; a screen without room to spare is filled.
fn size(app: &AppHandle) -> (f64, f64) {
    let Ok(Some(monitor)) = app.primary_monitor() else {
        return USUAL;
    };
    let room = monitor.size().to_logical::<f64>(monitor.scale_factor());
    (USUAL.0.min(room.width), USUAL.1.min(room.height - BARS))
}

/// Opens the window.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    let (width, height) = size(app);
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("阳光摇号")
        .inner_size(width, height)
        .min_inner_size(SMALLEST.0.min(width), SMALLEST.1.min(height))
        .maximized(width < USUAL.0 || height < USUAL.1)
        .center()
        .visible(false)
        .background_color(GROUND)
        .on_navigation(is_our_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_document_title_changed(|window, title| {
            let _ = window.set_title(&title);
        })
        .build()?;
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        show(&window);
    });
    Ok(())
}

/// Shows the window; once it is visible, does nothing.
pub(crate) fn show(window: &WebviewWindow) {
    if !window.is_visible().unwrap_or(false) {
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Whether this is the label of the console.
pub(crate) fn is_labelled(label: &str) -> bool {
    label == LABEL
}

/// The window, once it is open.
pub(crate) fn window(app: &AppHandle) -> Option<WebviewWindow> {
    app.get_webview_window(LABEL)
}

/// Brings the window to the front, wherever it was.
pub(crate) fn bring_forward(app: &AppHandle) {
    if let Some(window) = window(app) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Pages embedded in this program, under the address that the operating system's web view gives them.
pub(crate) fn is_our_own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}
