//! The program is killed at any moment while it writes.

use std::fmt::{self, Display, Formatter};
use std::sync::Mutex;

use super::dice::Dice;
use super::known::known;
use super::operation::{Operation, Way, operations};
use super::oracle::{Again, Found, judge};
use super::round::Round;
use super::{Sweep, long, share, thinned};

/// What came of the kills of one operation.
#[derive(Default)]
struct Tally {
    rounds: usize,
    old: usize,
    between: usize,
    new: usize,
    acknowledged: usize,
}

impl Tally {
    fn add(&mut self, other: &Self) {
        self.rounds += other.rounds;
        self.old += other.old;
        self.between += other.between;
        self.new += other.new;
        self.acknowledged += other.acknowledged;
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self {
            rounds,
            old,
            between,
            new,
            acknowledged,
        } = self;
        write!(f, "{rounds} | {old} | {between} | {new} | {acknowledged}")
    }
}

/// Where the moment lies that tells old from new, as a part of the usual duration: half of the kills are spread over
/// everything, half are led there by what the last ones hit.
struct Aim {
    centre: f64,
}

impl Aim {
    fn moment(&self, dice: &mut Dice) -> f64 {
        if dice.heads() {
            (self.centre + 0.3).max(1.1) * dice.part()
        } else {
            (self.centre + 0.1 * (dice.part() - 0.5)).max(0.0)
        }
    }

    fn learn(&mut self, at: f64, found: Found) {
        let away = at - self.centre;
        // What was found far on its own side says nothing of where the other begins.
        let step = match found {
            Found::Old if away > -0.1 => 0.5 * away.max(0.0) + 0.02,
            Found::Between | Found::New if away < 0.1 => 0.5 * away.min(0.0) - 0.02,
            _ => 0.0,
        };
        // On a busy machine everything takes several times as long as it did when it was learned.
        self.centre = (self.centre + step).clamp(0.0, 6.0);
    }
}

fn kill(operation: &'static Operation, rounds: usize, sweep: &Sweep) -> Tally {
    let known = known(operation);
    let mut dice = Dice::of(&format!("kill {}", operation.name));
    let mut aim = Aim { centre: 0.9 };
    let mut tally = Tally::default();
    for number in 0..rounds {
        let at = aim.moment(&mut dice);
        let round = Round::of(operation);
        let answer = round.run_killed(known.took.mul_f64(at));
        let acknowledged = answer.says_done() || answer.ending() == known.ending;
        tally.rounds += 1;
        tally.acknowledged += usize::from(acknowledged);
        let again = if operation.is_slow() && dice.below(4) > 0 {
            Again::Untried
        } else {
            Again::Tried
        };
        match judge(&round, acknowledged, again) {
            Ok(found) => {
                // Where only a file is written, the answer is what tells.
                let writes_events = known.old.events != known.new.events;
                let hit = if writes_events || acknowledged {
                    found
                } else {
                    Found::Old
                };
                aim.learn(at, hit);
                *match found {
                    Found::Old => &mut tally.old,
                    Found::Between => &mut tally.between,
                    Found::New => &mut tally.new,
                } += 1;
            }
            Err(bad) => sweep.bad(format!("{}, kill {number} at {at:.3}: {bad}", operation.name)),
        }
    }
    tally
}

#[test]
fn killed_at_any_moment_there_is_the_old_or_the_new() {
    let sweep = Sweep::default();
    let sum = Mutex::new(Tally::default());
    let jobs: Vec<&'static Operation> = operations(Way::Kill);
    share(&jobs, |operation| {
        let rounds = match (long(), operation.is_slow()) {
            (true, true) => 130usize.div_ceil(thinned()),
            (true, false) => 260usize.div_ceil(thinned()),
            (false, true) => 2,
            (false, false) => 8,
        };
        let tally = kill(operation, rounds, &sweep);
        // Told at once: the long form takes its time.
        println!("kill | {} | {tally}", operation.name);
        sum.lock().unwrap().add(&tally);
    });
    let sum = sum.into_inner().unwrap();
    println!("kill | all | {sum}");
    let Tally { old, new, .. } = sum;
    sweep.nothing_bad();
    assert!(
        old > 0 && new > 0,
        "{old} old and {new} new: the kills missed the moment, so this proves nothing"
    );
}
