//! What the console and its shell say about the stage's window: where it can stand, and whether it does. What it shows is the
//! ceremony's business.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// To open the stage, to close it, or only to look.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct StageOpen {
    /// Whether it shall be open; none: as it is.
    pub open: Option<bool>,
    /// The monitor that was chosen before, by its id; empty or gone: one that the console does not stand on, where there is one.
    pub monitor: String,
}

/// Where the stage stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageWindow {
    /// Whether it is open.
    pub open: bool,
    /// Whether somebody closed it who is not the console.
    pub closed: bool,
    /// Whether it is open but out of sight, because its monitor is gone; it comes back with it.
    pub away: bool,
    /// The monitor that it stands on, or would, by its id; empty: there is none.
    pub monitor: String,
    /// All monitors.
    pub monitors: Vec<StageMonitor>,
}

/// A monitor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageMonitor {
    /// What tells it from the others, wherever it stands: its name, and a number where several have the same.
    pub id: String,
    /// What the system calls it; empty: nothing.
    pub name: String,
    /// How many dots it is wide.
    pub width: u32,
    /// How many dots it is high.
    pub height: u32,
    /// Whether the console stands on it.
    pub console: bool,
}
