//! What the use cases need from the world, as arguments: tests hand in their own.

use chrono::{DateTime, FixedOffset, Local};

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// Now, with the offset of this place.
    fn now(&self) -> DateTime<FixedOffset>;
}

/// The computer's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }
}

/// The world.
pub struct Env {
    /// The time.
    pub clock: Box<dyn Clock>,
}

impl Env {
    /// The real one.
    pub fn of_this_computer() -> Self {
        Self {
            clock: Box::new(SystemClock),
        }
    }
}
