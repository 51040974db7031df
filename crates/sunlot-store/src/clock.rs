//! What the trail itself says of the computer's clock: it was set back, or moved to another zone.
//!
//! Time decides nothing in a draw and the order is the events' numbers; but whoever dates an act falsely must
//! do it where it can be read (T4). So the remark is an event of its own, in the same transaction as the act.

use chrono::{DateTime, FixedOffset, TimeDelta};
use rusqlite::Transaction;
use serde_json::{Value, json};

use crate::Result;
use crate::trail::{self, Event};

/// The kind of the event that says that the clock was set back; its payload is `{seq, from, to, seconds}`.
pub const CLOCK_SET_BACK: &str = "clock.set_back";

/// The kind of the event that says that the zone changed; its payload is `{seq, from, to}`.
pub const CLOCK_ZONE_CHANGED: &str = "clock.zone_changed";

/// A clock that is corrected over a network steps back by seconds; nobody dates an act falsely by so little.
const TOLERANCE: TimeDelta = TimeDelta::minutes(2);

/// What must be said of the moment of this event, beside the one before it.
pub(crate) fn remarks(tx: &Transaction<'_>, event: &Event) -> Result<Vec<Event>> {
    let Some(before) = trail::event(tx, event.seq - 1)? else {
        return Ok(Vec::new());
    };
    let (Some(from), Some(to)) = (moment(&before.event.at), moment(&event.at)) else {
        return Ok(Vec::new());
    };
    let mut said: Vec<(&str, Value)> = Vec::new();
    if from - to > TOLERANCE {
        let back = json!({
            "seq": event.seq,
            "from": before.event.at,
            "to": event.at,
            "seconds": (from - to).num_seconds(),
        });
        said.push((CLOCK_SET_BACK, back));
    }
    if from.offset() != to.offset() {
        let zones = json!({
            "seq": event.seq,
            "from": from.offset().to_string(),
            "to": to.offset().to_string(),
        });
        said.push((CLOCK_ZONE_CHANGED, zones));
    }
    let numbered = said.into_iter().zip(event.seq + 1..);
    let remark = |((kind, payload), seq): ((&str, Value), i64)| Event {
        seq,
        at: event.at.clone(),
        actor: event.actor.clone(),
        second: None,
        kind: kind.to_owned(),
        payload,
    };
    Ok(numbered.map(remark).collect())
}

fn moment(at: &str) -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Change, NewEvent, OfficeFolder, Opening, open::connect_writer, schema};

    fn at(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    /// The kinds in the trail after acts at these moments.
    fn kinds_after(moments: &[&str]) -> Vec<String> {
        let outside = tempfile::tempdir().unwrap();
        let folder = OfficeFolder::new(outside.path());
        let mut connection = connect_writer(&folder).unwrap();
        let note = |_: &schema::Migrated| NewEvent::new(at(moments[0]), "lina", "office.created");
        let opening = Opening {
            at: at(moments[0]),
            note: &note,
            office: [7; 16],
        };
        schema::migrate(&mut connection, &folder, &opening).unwrap();
        for moment in &moments[1..] {
            let change = Change::begin(&mut connection).unwrap();
            change
                .commit(NewEvent::new(at(moment), "lina", "act.done"))
                .unwrap();
        }
        let events = trail::newest(&connection, None, 100).unwrap();
        events.into_iter().rev().map(|stored| stored.event.kind).collect()
    }

    #[test]
    fn an_act_dated_before_the_one_before_it_is_remarked_at_once_and_once() {
        let kinds = kinds_after(&[
            "2026-11-20T09:41:00+08:00",
            "2026-11-19T09:41:00+08:00",
            "2026-11-19T09:42:00+08:00",
        ]);
        assert_eq!(
            kinds,
            ["office.created", "act.done", CLOCK_SET_BACK, "act.done"],
            "the remark follows the act; later acts follow the new time"
        );
    }

    #[test]
    fn a_correction_of_seconds_and_a_jump_ahead_are_nothing() {
        for second in [
            "2026-11-20T09:41:00+08:00",
            "2026-11-20T09:39:00+08:00",
            "2036-11-20T09:41:00+08:00",
        ] {
            let kinds = kinds_after(&["2026-11-20T09:41:00+08:00", second]);
            assert_eq!(
                kinds,
                ["office.created", "act.done"],
                "{second} goes on or is within two minutes"
            );
        }
        assert_eq!(
            kinds_after(&["2026-11-20T09:41:00+08:00", "2026-11-20T09:38:59+08:00"]).len(),
            3,
            "a second more than two minutes is remarked"
        );
    }

    #[test]
    fn another_zone_is_remarked_even_where_the_moment_goes_on() {
        assert_eq!(
            kinds_after(&["2026-11-20T09:41:00+08:00", "2026-11-20T01:45:00+00:00"]),
            ["office.created", "act.done", CLOCK_ZONE_CHANGED],
            "a changed zone moves every printed time"
        );
        assert_eq!(
            kinds_after(&["2026-11-20T09:41:00+08:00", "2026-11-20T09:45:00+09:00"]),
            ["office.created", "act.done", CLOCK_SET_BACK, CLOCK_ZONE_CHANGED],
            "and where the moment goes back as well, both are said"
        );
    }
}
