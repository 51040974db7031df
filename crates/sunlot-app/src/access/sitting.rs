//! Who sits at the desk: nobody known, or a person who entered; and whether the screen is locked because nobody
//! stirred.
//!
//! It lives in memory only: closing the program is leaving.

use chrono::{DateTime, FixedOffset, TimeDelta};

/// Hours after which a person must enter anew, however busy.
const LONGEST_HOURS: i64 = 12;

/// A person who entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sitter {
    /// The account's number.
    pub id: i64,
    /// Its login name.
    pub login: String,
    /// Minutes without anybody stirring after which the screen is locked.
    idle: u32,
    entered: DateTime<FixedOffset>,
    stirred: DateTime<FixedOffset>,
    locked: bool,
}

/// The chair.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sitting(Option<Sitter>);

impl Sitting {
    /// Somebody enters.
    pub(crate) fn enter(&mut self, id: i64, login: &str, idle: u32, now: DateTime<FixedOffset>) {
        self.0 = Some(Sitter {
            id,
            login: login.to_owned(),
            idle,
            entered: now,
            stirred: now,
            locked: false,
        });
    }

    /// The office chose another time.
    pub(crate) fn idle_after(&mut self, minutes: u32) {
        if let Some(sitter) = &mut self.0 {
            sitter.idle = minutes;
        }
    }

    /// Gets up.
    pub(crate) fn leave(&mut self) {
        self.0 = None;
    }

    /// Locks the screen.
    pub(crate) fn lock(&mut self) {
        if let Some(sitter) = &mut self.0 {
            sitter.locked = true;
        }
    }

    /// A key or the mouse was moved. It does not open what is locked.
    pub(crate) fn stir(&mut self, now: DateTime<FixedOffset>) {
        self.settle(now);
        if let Some(sitter) = &mut self.0 {
            sitter.stirred = now;
        }
    }

    /// Who sits here now, and whether the screen is locked.
    pub(crate) fn now(&mut self, now: DateTime<FixedOffset>) -> Option<(Sitter, bool)> {
        self.settle(now);
        self.0.clone().map(|sitter| {
            let locked = sitter.locked;
            (sitter, locked)
        })
    }

    fn settle(&mut self, now: DateTime<FixedOffset>) {
        let Some(sitter) = &mut self.0 else { return };
        let idle = now - sitter.stirred >= TimeDelta::minutes(i64::from(sitter.idle));
        let long = now - sitter.entered >= TimeDelta::hours(LONGEST_HOURS);
        // A clock that was set back says nothing about how long nobody stirred: better ask again.
        let back = now < sitter.stirred - TimeDelta::minutes(1);
        sitter.locked |= idle || long || back;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(&format!("2026-11-20T{time}:00+08:00")).unwrap()
    }

    fn entered_at_nine() -> Sitting {
        let mut sitting = Sitting::default();
        sitting.enter(1, "lina", 20, at("09:00"));
        sitting
    }

    fn locked(sitting: &mut Sitting, time: &str) -> bool {
        sitting
            .now(at(time))
            .expect("a locked screen is still somebody's")
            .1
    }

    #[test]
    fn a_screen_that_nobody_touches_is_locked_and_stays_so() {
        let mut sitting = entered_at_nine();
        assert!(!locked(&mut sitting, "09:19"), "a telephone call is no absence");
        sitting.stir(at("09:19"));
        assert!(!locked(&mut sitting, "09:38"), "stirring counts anew");
        assert!(locked(&mut sitting, "09:39"), "twenty minutes without anybody");
        sitting.stir(at("09:40"));
        assert!(
            locked(&mut sitting, "09:40"),
            "whoever moves the mouse now may be somebody else"
        );
    }

    #[test]
    fn twelve_hours_end_every_sitting_and_so_does_a_clock_set_back() {
        let mut sitting = entered_at_nine();
        for hour in 9..21 {
            for minute in [0, 15, 30, 45] {
                sitting.stir(at(&format!("{hour:02}:{minute:02}")));
            }
        }
        assert!(!locked(&mut sitting, "20:59"), "a long day, never idle");
        assert!(locked(&mut sitting, "21:00"), "nobody works that long unasked");
        let mut sitting = entered_at_nine();
        assert!(
            locked(&mut sitting, "08:30"),
            "with the clock set back, an absence could look like a moment"
        );
    }

    #[test]
    fn nobody_sits_where_nobody_entered_or_somebody_left() {
        let mut sitting = Sitting::default();
        sitting.lock();
        assert_eq!(sitting.now(at("09:00")), None, "there was nobody to lock out");
        let mut sitting = entered_at_nine();
        sitting.leave();
        assert_eq!(sitting.now(at("09:01")), None, "left is left");
    }
}
