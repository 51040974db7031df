//! What happened to one thing of a registry: its versions, and the events about it that wrote none.

use std::collections::BTreeMap;

use sunlot_store::filter::{self, Filter, Mark};
use sunlot_store::{Connection, trail};

use super::told;
use crate::account::Names;
use crate::registry::{FieldChange, Moment};
use crate::{ObjectKind, Result};

/// Tells it, newest first; `versions` says what each event changed, field by field.
pub(crate) fn story(
    office: &Connection,
    kind: ObjectKind,
    number: &str,
    versions: BTreeMap<i64, Vec<FieldChange>>,
) -> Result<Vec<Moment>> {
    let names = Names::read(office)?;
    let mut moments = versions;
    let about = Filter {
        all_of: vec![vec![Mark::Object {
            kind: <&str>::from(kind).to_owned(),
            id: number.to_owned(),
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
