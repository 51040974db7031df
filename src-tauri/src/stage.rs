//! The stage: the window in front of witnesses, on a monitor of its own where there is one. There is nothing in it to press, and
//! the keys stay with the console even where it is covered.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;
use std::{io, thread};

use sunlot_app::stage_window::{StageMonitor, StageOpen, StageWindow};
use sunlot_app::{ThisProgram, Windows};
use tauri::utils::config::Color;
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, Emitter, Manager, Monitor, PhysicalPosition, PhysicalSize, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, WindowEvent,
};

use crate::console;

/// The window's label, which its capabilities name.
const LABEL: &str = "stage";

/// Carries nothing: whoever shows the picture, or a small one of it, asks what there is to see.
const CHANGED: &str = "stage-changed";

/// Carries nothing: the console asks how the window stands.
const MOVED: &str = "stage-window";

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
    stands: Mutex<Stands>,
}

/// Where it belongs, and where it was put.
#[derive(Default)]
struct Stands {
    /// The id of its monitor, which may be unplugged; none: nobody wants it open. Empty: the system tells of no monitor.
    wanted: Option<String>,
    /// The rectangle that it fills; none: its monitor is gone, and it is out of sight.
    fills: Option<Rectangle>,
}

type Rectangle = (PhysicalPosition<i32>, PhysicalSize<u32>);

impl Windows for Stage {
    fn open_sample(&self, folder: &Path) -> io::Result<()> {
        ThisProgram.open_sample(folder)
    }

    fn stage_changed(&self) {
        // A page that misses it looks again by itself.
        self.tell(CHANGED);
    }
}

impl Stage {
    /// From now on there is a program whose window it can be; one watch for as long as it runs, however often the stage is opened.
    pub(crate) fn begin(&self, app: &AppHandle) {
        if self.0.app.set(app.clone()).is_err() {
            return;
        }
        let (stage, app) = (self.clone(), app.clone());
        thread::spawn(move || {
            loop {
                thread::sleep(LOOK);
                stage.look(&app);
            }
        });
    }

    /// Opens it, closes it, or only says how it stands.
    pub(crate) fn set(&self, app: &AppHandle, request: &StageOpen) -> StageWindow {
        let monitors = app.available_monitors().unwrap_or_default();
        let ids = ids(&monitors);
        let here = console::window(app).and_then(|window| window.current_monitor().ok().flatten());
        let console = |at: usize| {
            here.as_ref()
                .is_some_and(|here| area(here) == area(&monitors[at]))
        };
        let wanted = self.stands().wanted.clone();
        let asked = match &wanted {
            Some(wanted) if request.monitor.is_empty() => wanted,
            _ => &request.monitor,
        };
        let chosen = chosen(&ids, asked, console);
        let monitor = chosen.map(|at| (ids[at].clone(), &monitors[at]));
        let open = match request.open {
            Some(true) => self.open(app, monitor).is_ok(),
            Some(false) => {
                self.stands().wanted = None;
                close(app);
                false
            }
            None => window(app).is_some(),
        };
        let stands = self.stands();
        StageWindow {
            open,
            closed: stands.wanted.is_some() && !open,
            away: open && stands.is_away(),
            monitor: match &stands.wanted {
                Some(wanted) => wanted.clone(),
                None => chosen.map_or_else(String::new, |at| ids[at].clone()),
            },
            monitors: monitors
                .iter()
                .enumerate()
                .map(|(at, monitor)| StageMonitor {
                    id: ids[at].clone(),
                    name: monitor.name().cloned().unwrap_or_default(),
                    width: monitor.size().width,
                    height: monitor.size().height,
                    console: console(at),
                })
                .collect(),
        }
    }

    /// It is gone, whoever closed it.
    pub(crate) fn gone(&self) {
        self.tell(MOVED);
    }

    fn open(&self, app: &AppHandle, monitor: Option<(String, &Monitor)>) -> tauri::Result<()> {
        // The watch waits meanwhile: it would place a window that is only just being placed.
        let mut stands = self.stands();
        stands.wanted = Some(monitor.as_ref().map(|(id, _)| id.clone()).unwrap_or_default());
        stands.fills = monitor.as_ref().map(|(_, monitor)| area(monitor));
        let window = match window(app) {
            Some(window) => window,
            None => build(app)?,
        };
        match monitor {
            Some((_, monitor)) => place(&window, monitor),
            None => window.show(),
        }
    }

    /// A stage whose cable was pulled would be moved over the console: it goes out of sight, and comes back with the cable. One whose
    /// monitor has another size now fills it anew.
    fn look(&self, app: &AppHandle) {
        let Ok(monitors) = app.available_monitors() else {
            return;
        };
        let mut stands = self.stands();
        let (Some(window), Some(wanted)) = (window(app), stands.wanted.as_deref()) else {
            return;
        };
        let at = ids(&monitors).iter().position(|id| id == wanted);
        let found = at.map(|at| &monitors[at]);
        if wanted.is_empty() || stands.fills == found.map(area) {
            return;
        }
        stands.fills = found.map(area);
        let _ = found.map_or_else(|| window.hide(), |monitor| place(&window, monitor));
        drop(stands);
        self.tell(MOVED);
    }

    fn stands(&self) -> MutexGuard<'_, Stands> {
        self.0.stands.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self, event: &str) {
        if let Some(app) = self.0.app.get() {
            let _ = app.emit(event, ());
        }
    }
}

impl Stands {
    fn is_away(&self) -> bool {
        self.fills.is_none() && self.wanted.as_deref().is_some_and(|wanted| !wanted.is_empty())
    }
}

/// Whether this is the label of the stage.
pub(crate) fn is_labelled(label: &str) -> bool {
    label == LABEL
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
fn chosen(ids: &[String], asked: &str, console: impl Fn(usize) -> bool) -> Option<usize> {
    let asked = ids.iter().position(|id| id == asked);
    asked
        .or_else(|| (0..ids.len()).find(|at| !console(*at)))
        .or_else(|| (!ids.is_empty()).then_some(0))
}

/// What each is called, which stays the same wherever it stands on the desk; of several of one name the later ones are counted.
fn ids(monitors: &[Monitor]) -> Vec<String> {
    let names = monitors
        .iter()
        .map(|monitor| monitor.name().map_or("", String::as_str));
    numbered(&names.collect::<Vec<_>>())
}

fn numbered(names: &[&str]) -> Vec<String> {
    let id = |(at, name): (usize, &&str)| match names[..at].iter().filter(|before| before == &name).count() {
        0 if !name.is_empty() => (*name).to_owned(),
        before => format!("{name}#{}", before + 1),
    };
    names.iter().enumerate().map(id).collect()
}

fn area(monitor: &Monitor) -> Rectangle {
    (*monitor.position(), *monitor.size())
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

#[cfg(test)]
mod tests {
    use super::{chosen, numbered};

    #[test]
    fn a_monitor_is_known_by_its_name_wherever_it_stands() {
        assert_eq!(
            numbered(&["DELL", "EPSON", "DELL", "", ""]),
            ["DELL", "EPSON", "DELL#2", "#1", "#2"],
            "the name alone, with a number where there are several"
        );
    }

    #[test]
    fn the_stage_stands_where_it_was_put_and_else_not_over_the_console() {
        let ids = numbered(&["LAPTOP", "EPSON"]);
        let laptop = |at: usize| at == 0;
        assert_eq!(chosen(&ids, "LAPTOP", laptop), Some(0), "as it was asked");
        assert_eq!(chosen(&ids, "", laptop), Some(1), "the one without the console");
        assert_eq!(
            chosen(&ids, "BENQ", laptop),
            Some(1),
            "one that is gone is replaced"
        );
        assert_eq!(chosen(&ids[..1], "EPSON", laptop), Some(0), "the only one");
        assert_eq!(chosen(&[], "EPSON", laptop), None, "there is none");
    }
}
