//! `./dev bench start`: how long from the start of the program to the first usable screen, ten times.
//!
//! The window stays hidden until its page holds the office's data, so the moment is when the header's colour
//! appears on the screen. Nothing in the program is instrumented for it.
#![allow(clippy::print_stdout, clippy::panic, reason = "a measurement is printed")]

use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use sunlot_e2e::{Eye, Group, Office, PATIENCE, Screen, named};

/// The header's ground, `--bar` of `ui/src/styles/tokens.css`.
const HEADER: [u8; 3] = [0x12, 0x23, 0x3d];

/// A screen with room for the window, which opens in its middle, and a point of the header there.
const WIDTH: u32 = 1600;
const HEIGHT: u32 = 900;
const HEADER_AT: (i16, i16) = (800, 72);

const RUNS: usize = 10;

fn main() {
    let office = Office::sample();
    let screen = Screen::new(WIDTH, HEIGHT);
    let eye = screen.eye();
    let mut took: Vec<Duration> = (0..RUNS).map(|_| start(&screen, &eye, &office)).collect();
    println!(
        "每次：{}",
        took.iter()
            .map(|t| format!("{} ms", t.as_millis()))
            .collect::<Vec<_>>()
            .join("、")
    );
    took.sort();
    let (low, high) = (took[(RUNS - 1) / 2], took[RUNS / 2]);
    println!(
        "从启动到第一屏可用，{RUNS} 次的中位数：{} ms",
        ((low + high) / 2).as_millis()
    );
}

fn start(screen: &Screen, eye: &Eye, office: &Office) -> Duration {
    let begun = Instant::now();
    let _window = Group::start(
        Command::new(named("SUNLOT_WINDOW_BIN"))
            .env("DISPLAY", screen.display())
            .env("SUNLOT_HOME", office.path())
            .env("XDG_STATE_HOME", office.state())
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env("NO_AT_BRIDGE", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null()),
    );
    while eye.colour(HEADER_AT.0, HEADER_AT.1) != HEADER {
        assert!(begun.elapsed() < PATIENCE, "the window never appeared");
        thread::sleep(Duration::from_millis(2));
    }
    begun.elapsed()
}
