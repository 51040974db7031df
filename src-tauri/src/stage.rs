//! The stage: the window in front of witnesses, on a monitor of its own where there is one. There is nothing in it to press, and
//! the keys stay with the console even where it is covered.

use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;
use std::{io, thread};

use sunlot_app::stage_window::{StageMonitor, StageOpen, StageWindow};
use sunlot_app::{ThisProgram, Windows};
use tauri::utils::config::Color;
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, Emitter, Manager, Monitor, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};

use crate::console;

/// The window's label, which its capabilities name.
const LABEL: &str = "stage";

/// Carries nothing: the page asks what there is to see.
const CHANGED: &str = "stage-changed";

/// The ground of a dark hall, so that nothing flashes before the picture is painted.
const GROUND: Color = Color(0x0b, 0x15, 0x26, 0xff);

/// How often it is seen whether the monitor is still there.
const LOOK: Duration = Duration::from_secs(1);

/// The stage, open or not.
#[derive(Clone, Default)]
pub(crate) struct Stage(Arc<Kept>);

#[derive(Default)]
struct Kept {
    app: OnceLock<AppHandle>,
    /// The monitor that it belongs on, which may be unplugged.
    monitor: Mutex<String>,
}

impl Windows for Stage {
    fn open_sample(&self, folder: &Path) -> io::Result<()> {
        ThisProgram.open_sample(folder)
    }

    fn stage_changed(&self) {
        if let Some(app) = self.0.app.get() {
            // A page that misses it looks again by itself.
            let _ = app.emit_to(LABEL, CHANGED, ());
        }
    }
}

impl Stage {
    /// From now on there is a program whose window it can be.
    pub(crate) fn begin(&self, app: &AppHandle) {
        let _ = self.0.app.set(app.clone());
    }

    /// Opens it, closes it, or only says how it stands.
    pub(crate) fn set(&self, app: &AppHandle, request: &StageOpen) -> StageWindow {
        let monitors = app.available_monitors().unwrap_or_default();
        let console = console::window(app).and_then(|window| window.current_monitor().ok().flatten());
        let at = |monitor: &Monitor| console.as_ref().is_some_and(|here| id(here) == id(monitor));
        let standing = window(app).map(|_| self.monitor());
        let asked = match &standing {
            Some(standing) if request.monitor.is_empty() => standing,
            _ => &request.monitor,
        };
        let chosen = chosen(&monitors, asked, at);
        let open = match request.open {
            Some(true) => self.open(app, chosen).is_ok(),
            Some(false) => {
                close(app);
                false
            }
            None => standing.is_some(),
        };
        StageWindow {
            open,
            monitor: chosen.map(id).unwrap_or_default(),
            monitors: monitors
                .iter()
                .map(|monitor| StageMonitor {
                    id: id(monitor),
                    name: monitor.name().cloned().unwrap_or_default(),
                    width: monitor.size().width,
                    height: monitor.size().height,
                    console: at(monitor),
                })
                .collect(),
        }
    }

    fn open(&self, app: &AppHandle, monitor: Option<&Monitor>) -> tauri::Result<()> {
        *self.0.monitor.lock().unwrap_or_else(PoisonError::into_inner) = monitor.map(id).unwrap_or_default();
        let window = match window(app) {
            Some(window) => window,
            None => {
                let window = build(app)?;
                self.watch(app.clone());
                window
            }
        };
        match monitor {
            Some(monitor) => place(&window, monitor),
            None => window.show(),
        }
    }

    fn monitor(&self) -> String {
        let monitor = self.0.monitor.lock().unwrap_or_else(PoisonError::into_inner);
        monitor.clone()
    }

    /// A stage whose cable was pulled would be moved over the console: it goes out of sight, and comes back with the cable.
    fn watch(&self, app: AppHandle) {
        let stage = self.clone();
        thread::spawn(move || {
            let mut there = true;
            while let (Some(window), Ok(monitors)) = (window(&app), app.available_monitors()) {
                let wanted = stage.monitor();
                let found = monitors.iter().find(|monitor| id(monitor) == wanted);
                if there != found.is_some() {
                    let _ = found.map_or_else(|| window.hide(), |monitor| place(&window, monitor));
                }
                there = found.is_some();
                thread::sleep(LOOK);
            }
        });
    }
}

/// Closes it; where it is not open, does nothing.
pub(crate) fn close(app: &AppHandle) {
    if let Some(window) = window(app) {
        let _ = window.destroy();
    }
}

fn window(app: &AppHandle) -> Option<WebviewWindow> {
    app.get_webview_window(LABEL)
}

/// The monitor that was asked for, else one without the console, else the only one.
fn chosen<'m>(
    monitors: &'m [Monitor],
    asked: &str,
    console: impl Fn(&Monitor) -> bool,
) -> Option<&'m Monitor> {
    let asked = monitors.iter().find(|monitor| id(monitor) == asked);
    asked
        .or_else(|| monitors.iter().find(|monitor| !console(monitor)))
        .or_else(|| monitors.first())
}

/// Two of the same make have the same name, but never the same place.
fn id(monitor: &Monitor) -> String {
    let place = monitor.position();
    let name = monitor.name().map_or("", String::as_str);
    format!("{name}@{},{}", place.x, place.y)
}

/// Without a frame, above everything, and never with the keyboard: on a single monitor the console goes on hearing its keys.
fn build(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("stage.html".into()))
        .title("阳光摇号大屏")
        .decorations(false)
        .always_on_top(true)
        .skip_taskbar(true)
        .focused(false)
        .focusable(false)
        .visible(false)
        .background_color(GROUND)
        .on_navigation(console::is_our_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    let app = app.clone();
    window.on_window_event(move |event| {
        // Where a system gives it the keyboard all the same.
        if let (WindowEvent::Focused(true), Some(console)) = (event, console::window(&app)) {
            let _ = console.set_focus();
        }
    });
    Ok(window)
}

/// Fills this monitor: by its size for systems that know no full screen, and then as a full screen.
fn place(window: &WebviewWindow, monitor: &Monitor) -> tauri::Result<()> {
    // A full screen stays where it is.
    window.set_fullscreen(false)?;
    window.set_position(*monitor.position())?;
    window.set_size(*monitor.size())?;
    window.show()?;
    window.set_fullscreen_on_monitor(monitor.position().cast())
}
