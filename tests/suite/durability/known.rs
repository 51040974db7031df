//! What is true before and after an operation, learned from undisturbed runs: what two of them left differently is
//! chance or the time of day, everything else is what must be found again after an interruption.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use super::aside::Aside;
use super::contents::Contents;
use super::files::Files;
use super::operation::Operation;
use super::round::{Ending, Round};

/// An office before and after an operation.
pub struct Known {
    pub old: Contents,
    pub old_files: Files,
    pub new: Contents,
    pub new_files: Files,
    /// What it keeps of an office that it replaces.
    pub aside: Option<Aside>,
    /// Cells that no two runs fill alike.
    pub volatile: BTreeSet<String>,
    /// How it ends.
    pub ending: Ending,
    /// How it ends when it was done already.
    pub again: Ending,
    /// The names of all files that may be there in the end.
    pub names: BTreeSet<String>,
    /// How long it takes where nothing disturbs it.
    pub took: Duration,
}

/// Learned once in a process.
pub fn known(operation: &'static Operation) -> &'static Known {
    type Shelf = Mutex<BTreeMap<&'static str, &'static OnceLock<Known>>>;
    static KNOWN: Shelf = Mutex::new(BTreeMap::new());
    let lock = {
        let mut shelf = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        *shelf
            .entry(operation.name)
            .or_insert_with(|| Box::leak(Box::default()))
    };
    lock.get_or_init(|| learn(operation))
}

fn learn(operation: &'static Operation) -> Known {
    let name = operation.name;
    let read = |round: &Round| Contents::of_office(&round.office()).unwrap_or_else(|e| panic!("{name}: {e}"));
    let (first, second) = (Round::of(operation), Round::of(operation));
    let (old, old_files) = (read(&first), Files::of_site(&first.site()));
    let answer = first.run();
    // Moments are written down to the second; two runs within one would look alike.
    std::thread::sleep(Duration::from_millis(1_050));
    let other = second.run();
    let (new, new_files) = (read(&first), Files::of_site(&first.site()));
    let volatile = new.volatile(&read(&second));
    assert_eq!(
        answer.ending(),
        other.ending(),
        "{name} ends alike every time: {}",
        other.stderr
    );
    assert_eq!(
        new.events.wrapping_sub(old.events).cast_signed(),
        operation.events_appended(),
        "{name}: the table says how many events it appends; it said {}",
        answer.stderr
    );
    assert_eq!(
        read(&second).first_difference(&new, None, &volatile),
        None,
        "{name} fills the same cells every time"
    );
    let aside = Aside::of(&first.office(), &second.office()).unwrap_or_else(|e| panic!("{name}, aside: {e}"));
    let again = first.run().ending();
    let mut names = new_files.names();
    names.extend(Files::of_site(&first.site()).names());
    Known {
        old,
        old_files,
        new,
        new_files,
        aside,
        volatile,
        ending: answer.ending(),
        again,
        names,
        took: answer.took.min(other.took),
    }
}
