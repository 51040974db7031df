//! What wrong passwords cost: after the fifth a pause that doubles, after the fifteenth the door stays shut.
//!
//! Slow enough against guessing, short enough for a clerk whose keyboard was on capitals. Who opens the door again is
//! not said here.

/// Wrong passwords in a row that cost nothing.
const FREE: u32 = 4;

/// With this many the account is locked.
const LOCKED: u32 = 15;

/// The first pause, in seconds.
const FIRST_PAUSE: u64 = 15;

/// What so many wrong passwords in a row have come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// The next attempt may come at once.
    Open,
    /// The next attempt is heard so many seconds after the last wrong one.
    Pause(u64),
    /// No attempt is heard until others unlock the account.
    Locked,
}

/// What so many wrong passwords in a row come to.
pub const fn after(wrong: u32) -> Door {
    if wrong >= LOCKED {
        return Door::Locked;
    }
    match wrong.checked_sub(FREE + 1) {
        None => Door::Open,
        Some(doublings) => Door::Pause(FIRST_PAUSE << doublings),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_four_cost_nothing_and_then_every_pause_is_twice_the_last() {
        for (wrong, door, why) in [
            (0, Door::Open, "nobody has tried"),
            (4, Door::Open, "anybody mistypes"),
            (5, Door::Pause(15), "the fifth"),
            (6, Door::Pause(30), "twice as long"),
            (10, Door::Pause(480), "eight minutes"),
            (14, Door::Pause(7_680), "two hours: the last chance"),
            (15, Door::Locked, "this is no mistyping"),
            (u32::MAX, Door::Locked, "and stays so"),
        ] {
            assert_eq!(after(wrong), door, "{wrong} wrong in a row: {why}");
        }
    }

    #[test]
    fn guessing_through_all_pauses_takes_hours_for_ten_guesses() {
        let pauses = (0..LOCKED).map(|wrong| match after(wrong) {
            Door::Pause(seconds) => seconds,
            _ => 0,
        });
        assert_eq!(
            pauses.sum::<u64>(),
            15 * 1_023,
            "four and a quarter hours, and then the account is locked"
        );
    }
}
