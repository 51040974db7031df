//! Everything about one event: what belongs to it in plain words, what it concerns, whether its hash is right.

use serde_json::Value;
use sunlot_store::trail;

use super::filter::{object_label, object_name};
use super::view::told;
use super::wire::{ObjectRef, Pair, TrailDetail, TrailObject, TrailSeq};
use crate::account::Names;
use crate::commands::Act;
use crate::event::labels::{part, value};
use crate::labels::{moment, payload_label, payload_value, rows_written, table_label};
use crate::{Desk, Error, Reason, Result};

impl Desk {
    /// Shows one event with everything that belongs to it, and verifies it.
    pub fn trail_entry(&self, TrailSeq { seq }: TrailSeq) -> Result<TrailDetail> {
        self.read(Act::TrailEntry, |office| {
            let names = Names::read(office)?;
            let stored =
                trail::event(office, seq)?.ok_or_else(|| Error::new(Reason::EventUnknown { seq }, ""))?;
            let objects = stored.event.objects().into_iter().map(|(kind, id)| {
                let object = ObjectRef { kind, id };
                TrailObject {
                    label: format!("{} {}", object_label(&object.kind), object_name(&object, &names)),
                    object,
                }
            });
            Ok(TrailDetail {
                facts: facts(&stored.event.kind, &stored.event.payload),
                objects: objects.collect(),
                previous: trail::hash_at(office, seq - 1)?.map(|hash| hash.to_string()),
                fits: trail::event_fits(office, seq)? == Some(true),
                entry: told(stored, &names),
            })
        })
    }
}

/// A payload in plain words, one line each; what it concerns is shown elsewhere.
fn facts(kind: &str, payload: &Value) -> Vec<Pair> {
    let Value::Object(fields) = payload else {
        return Vec::new();
    };
    let mut facts = Vec::new();
    for (key, value) in fields {
        match key.as_str() {
            "objects" => {}
            "rows" => facts.extend(rows(value)),
            _ => pairs(kind, label(kind, key), (key, value), &mut facts),
        }
    }
    facts
}

/// What people call a part of an event.
fn label<'k>(kind: &str, key: &'k str) -> &'k str {
    part(kind, key).unwrap_or_else(|| payload_label(key))
}

/// What stands in it, for people.
fn told_value(kind: &str, key: &str, text: &str) -> String {
    value(kind, key, text)
        .or_else(|| payload_value(key, text))
        .unwrap_or_else(|| moment(text))
}

fn pairs(kind: &str, called: &str, (key, value): (&str, &Value), facts: &mut Vec<Pair>) {
    let mut say = |value: String| {
        facts.push(Pair {
            label: called.to_owned(),
            value,
        });
    };
    match value {
        Value::Null => {}
        Value::String(text) => say(told_value(kind, key, text)),
        Value::Array(values) if values.iter().any(Value::is_object) => {
            for value in values {
                say(in_one_line(kind, key, value));
            }
        }
        Value::Array(_) => say(in_one_line(kind, key, value)),
        Value::Object(inner) => {
            for (part, value) in inner {
                let called = format!("{called} · {}", label(kind, part));
                pairs(kind, &called, (part, value), facts);
            }
        }
        Value::Bool(_) | Value::Number(_) => say(value.to_string()),
    }
}

/// One of several things that belong together, with everything that is known of it.
fn in_one_line(kind: &str, key: &str, value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let known = fields.iter().filter(|(_, value)| !value.is_null());
            let told = known
                .map(|(part, value)| format!("{} {}", label(kind, part), in_one_line(kind, part, value)));
            told.collect::<Vec<_>>().join("；")
        }
        Value::Array(values) => {
            let told = values.iter().map(|value| in_one_line(kind, key, value));
            told.collect::<Vec<_>>().join("、")
        }
        Value::String(text) => told_value(kind, key, text),
        other => other.to_string(),
    }
}

fn rows(tables: &Value) -> Vec<Pair> {
    let Value::Object(tables) = tables else {
        return Vec::new();
    };
    let row = |(table, written): (&String, &Value)| Pair {
        label: format!("{} · {}", payload_label("rows"), table_label(table)),
        value: rows_written(&written["count"], written["digest"].as_str().unwrap_or_default()),
    };
    tables.iter().map(row).collect()
}
