//! The sentences of all events, kept in memory one behind the other, so that words can be looked for in a million
//! of them at once. They are worded when somebody first looks for words, and only new events are added later.

use std::sync::{Mutex, MutexGuard, PoisonError};

use sunlot_store::Connection;
use sunlot_store::trail::{self, Hash};

use super::view::sentence;
use crate::account::Names;
use crate::{Error, Result};

/// The sentences of the office that is open.
#[derive(Default)]
pub(crate) struct Sentences(Mutex<Kept>);

#[derive(Default)]
pub(crate) struct Kept {
    text: String,
    /// Where the sentence of each event ends; the first event is the first.
    ends: Vec<usize>,
    /// The hash of the last event that is kept: after a restoring, the history is another.
    last: Option<Hash>,
    /// By which names people were called in them.
    names: Names,
}

impl Sentences {
    /// Every sentence up to the newest event.
    pub(super) fn up_to_now(&self, office: &Connection) -> Result<MutexGuard<'_, Kept>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let names = Names::read(office)?;
        let known = i64::try_from(kept.ends.len()).unwrap_or(0);
        let same = names == kept.names && (known == 0 || trail::hash_at(office, known)? == kept.last);
        if !same {
            *kept = Kept {
                names,
                ..Kept::default()
            };
        }
        let after = i64::try_from(kept.ends.len()).unwrap_or(0);
        trail::each_after(office, after, &mut |stored| {
            // A number that is missing has no sentence, and the next one still stands in its own place.
            let place = usize::try_from(stored.event.seq).unwrap_or(0);
            while kept.ends.len() + 1 < place {
                let end = kept.text.len();
                kept.ends.push(end);
            }
            let said = sentence(&stored.event, &kept.names);
            kept.text += &said;
            let end = kept.text.len();
            kept.ends.push(end);
            kept.last = Some(stored.hash);
            Ok::<(), Error>(())
        })?;
        Ok(kept)
    }
}

impl Kept {
    /// Whether the sentence of this event holds these words.
    pub(super) fn hold(&self, seq: i64, words: &str) -> bool {
        let Some(place) = usize::try_from(seq).ok().and_then(|seq| seq.checked_sub(1)) else {
            return false;
        };
        let Some(end) = self.ends.get(place) else {
            return false;
        };
        let begin = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text
            .get(begin..*end)
            .is_some_and(|sentence| sentence.contains(words))
    }
}
