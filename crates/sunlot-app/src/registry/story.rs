//! What happened to an entry: its versions, and the events about it that wrote none.

use std::collections::BTreeMap;

use sunlot_store::filter::{self, Filter, Mark};
use sunlot_store::{Connection, trail};

use super::{FieldChange, Moment};
use crate::account::Names;
use crate::trail::told;
use crate::{ObjectKind, Result};

/// The story of the thing of this kind and number, the newest first. `versions` says what each event that wrote a version
/// changed.
pub(crate) fn of(
    office: &Connection,
    kind: ObjectKind,
    number: String,
    versions: impl IntoIterator<Item = (i64, Vec<FieldChange>)>,
) -> Result<Vec<Moment>> {
    let names = Names::read(office)?;
    let mut moments: BTreeMap<i64, Vec<FieldChange>> = versions.into_iter().collect();
    let about = Filter {
        all_of: vec![vec![Mark::Object {
            kind: <&str>::from(kind).to_owned(),
            id: number,
        }]],
        ..Filter::default()
    };
    filter::seqs(office, &about, None, &mut |seq| {
        moments.entry(seq).or_default();
        Ok(true)
    })?;
    let mut story = Vec::new();
    for (seq, changes) in moments.into_iter().rev() {
        let Some(stored) = trail::event(office, seq)? else {
            continue;
        };
        let entry = told(stored, &names);
        story.push(Moment {
            at: entry.at,
            by: entry.actor,
            sentence: entry.sentence,
            changes,
            seq,
        });
    }
    Ok(story)
}
