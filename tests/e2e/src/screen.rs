//! A screen without hardware: Xvfb, one per test, so that tests neither see nor disturb a real desktop. Two monitors has only Xorg, with a
//! driver that draws nowhere.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use tempfile::TempDir;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, ImageFormat};
use x11rb::rust_connection::RustConnection;

use crate::Group;

/// What the driver calls its monitors.
const DESK: &str = "DUMMY0";
const HALL: &str = "DUMMY1";

const DUMMY: &str = r#"
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 3288 1080
  EndSubSection
EndSection
"#;

/// A screen.
pub struct Screen {
    display: String,
    _server: Group,
    /// What the server was told, and what it wrote.
    _folder: Option<TempDir>,
}

impl Screen {
    /// A screen of this size.
    pub fn new(width: u32, height: u32) -> Self {
        let size = format!("{width}x{height}x24");
        Self::start("Xvfb", &["-screen", "0", &size], None)
    }

    /// Two monitors: the one of the console, of 1368 by 768, and right of it the projector, of 1920 by 1080.
    pub fn pair() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name).display().to_string();
        std::fs::write(path("conf"), DUMMY).expect("a file");
        let (conf, log) = (path("conf"), path("log"));
        let screen = Self::start("Xorg", &["-config", &conf, "-logfile", &log], Some(folder));
        screen.arrange(&["--addmode", HALL, "1920x1080"]);
        screen.arrange(&["--output", DESK, "--mode", "1368x768", "--pos", "0x0"]);
        screen.plug_in();
        screen
    }

    /// The cable of the projector is pulled out.
    pub fn pull_out(&self) {
        self.arrange(&["--output", HALL, "--off"]);
    }

    /// It is plugged in again.
    pub fn plug_in(&self) {
        self.arrange(&["--output", HALL, "--mode", "1920x1080", "--pos", "1368x0"]);
        // Only whoever asks for everything makes the server see that something is plugged in.
        self.arrange(&["--query"]);
    }

    fn arrange(&self, words: &[&str]) {
        let mut xrandr = Command::new("xrandr");
        let done = xrandr
            .env("DISPLAY", &self.display)
            .args(words)
            .stdout(Stdio::null())
            .status();
        assert!(
            done.expect("xrandr starts").success(),
            "{words:?}: monitors can be arranged"
        );
    }

    fn start(program: &str, words: &[&str], folder: Option<TempDir>) -> Self {
        let mut server = Group::start(
            Command::new(program)
                .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset"])
                .args(words)
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let mut number = String::new();
        let answer = server.child().stdout.take().expect("a pipe");
        BufReader::new(answer)
            .read_line(&mut number)
            .expect("the screen says which display it took");
        Self {
            display: format!(":{}", number.trim()),
            _server: server,
            _folder: folder,
        }
    }

    /// Its name, for `DISPLAY`.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// Closes the window of this title, as the cross of its frame or Alt+F4 would: it is asked to go.
    pub fn close_window(&self, title: &str) {
        let (connection, screen) = x11rb::connect(Some(&self.display)).expect("the screen answers");
        let atom = |name: &str| {
            let asked = connection.intern_atom(false, name.as_bytes());
            asked.expect("a request").reply().expect("an atom").atom
        };
        let (name, protocols, delete) = (
            atom("_NET_WM_NAME"),
            atom("WM_PROTOCOLS"),
            atom("WM_DELETE_WINDOW"),
        );
        let root = connection.setup().roots[screen].root;
        let tree = connection.query_tree(root).expect("a request").reply();
        let titled = |window: &u32| {
            let asked = connection.get_property(false, *window, name, AtomEnum::ANY, 0, 256);
            let told = asked.expect("a request").reply();
            told.is_ok_and(|told| told.value == title.as_bytes())
        };
        let window = tree.expect("windows").children.into_iter().find(titled);
        let window = window.unwrap_or_else(|| panic!("no window is called {title}"));
        let message = ClientMessageEvent::new(32, window, protocols, [delete, 0, 0, 0, 0]);
        let sent = connection.send_event(false, window, EventMask::NO_EVENT, message);
        sent.expect("a message").check().expect("it arrives");
    }

    /// An eye on single points of it, quick enough to time a window by.
    pub fn eye(&self) -> Eye {
        let (connection, screen) = x11rb::connect(Some(&self.display)).expect("the screen answers");
        let root = connection.setup().roots[screen].root;
        Eye { connection, root }
    }
}

/// Looks at single points of a screen.
pub struct Eye {
    connection: RustConnection,
    root: u32,
}

impl Eye {
    /// The colour at a point, as red, green, blue.
    pub fn colour(&self, x: i16, y: i16) -> [u8; 3] {
        let image = self
            .connection
            .get_image(ImageFormat::Z_PIXMAP, self.root, x, y, 1, 1, u32::MAX);
        let image = image.expect("a request").reply().expect("a picture of one point");
        [image.data[2], image.data[1], image.data[0]]
    }
}
