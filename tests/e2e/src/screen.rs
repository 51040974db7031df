//! A screen without hardware: Xvfb, one per test, so that tests neither see nor disturb a real desktop.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, ImageFormat};
use x11rb::rust_connection::RustConnection;

use crate::Group;

/// A screen.
pub struct Screen {
    display: String,
    _server: Group,
}

impl Screen {
    /// A screen of this size.
    pub fn new(width: u32, height: u32) -> Self {
        let size = format!("{width}x{height}x24");
        let mut server = Group::start(
            Command::new("Xvfb")
                .args([
                    "-displayfd",
                    "1",
                    "-screen",
                    "0",
                    &size,
                    "-nolisten",
                    "tcp",
                    "-noreset",
                ])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let mut number = String::new();
        let answer = server.child().stdout.take().expect("a pipe");
        BufReader::new(answer)
            .read_line(&mut number)
            .expect("Xvfb says which display it took");
        Self {
            display: format!(":{}", number.trim()),
            _server: server,
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
