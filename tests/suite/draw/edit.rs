//! Edits of a worked case, as `tests/vectors/negatives.json` writes them: `[what, where, with what]`.

use serde_json::{Value, json};

/// A file under edit: its text, which is also a value as long as it is JSON.
pub struct Draft {
    pub bytes: Vec<u8>,
}

impl Draft {
    pub fn value(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap()
    }

    /// Applies one edit, unless it is for the forger.
    pub fn apply(&mut self, edit: &[Value]) {
        let word = |at: usize| edit[at].as_str().unwrap();
        match word(0) {
            "bytes" => self.bytes.splice(0..0, unhex(word(1))).for_each(drop),
            "append" => self.bytes.extend(word(1).bytes()),
            "cut" => self
                .bytes
                .truncate(self.bytes.len() - usize::try_from(edit[1].as_u64().unwrap()).unwrap()),
            "whole" => self.bytes = word(1).into(),
            "text" => {
                let text = String::from_utf8(self.bytes.clone()).unwrap();
                assert!(text.contains(word(1)), "the file has {}", word(1));
                self.bytes = text.replacen(word(1), word(2), 1).into_bytes();
            }
            _ => {
                let mut value = self.value();
                change(&mut value, edit);
                self.bytes = serde_json::to_vec(&value).unwrap();
            }
        }
    }
}

/// An edit of the value.
fn change(value: &mut Value, edit: &[Value]) {
    let path = edit[1].as_str().map(pointer).unwrap_or_default();
    let other = || pointer(edit[2].as_str().unwrap());
    match edit[0].as_str().unwrap() {
        "set" => put(value, &path, edit[2].clone()),
        "remove" => drop(take(value, &path)),
        "insert" => {
            let (list, at) = split(&path);
            value
                .pointer_mut(list)
                .unwrap()
                .as_array_mut()
                .unwrap()
                .insert(at.parse().unwrap(), edit[2].clone());
        }
        "copy" => {
            let copied = value.pointer(&path).unwrap().clone();
            put(value, &other(), copied);
        }
        "swap" => {
            let (one, two) = (
                value.pointer(&path).unwrap().clone(),
                value.pointer(&other()).unwrap().clone(),
            );
            put(value, &path, two);
            put(value, &other(), one);
        }
        "upper" => {
            let text = value.pointer(&path).unwrap().as_str().unwrap().to_uppercase();
            put(value, &path, json!(text));
        }
        other => panic!("no edit is called {other}"),
    }
}

/// `a.b[2].c` as a JSON pointer.
pub fn pointer(path: &str) -> String {
    let steps = path.replace('[', ".").replace(']', "");
    steps
        .split('.')
        .filter(|step| !step.is_empty())
        .map(|step| format!("/{step}"))
        .collect()
}

fn split(pointer: &str) -> (&str, &str) {
    pointer.rsplit_once('/').unwrap()
}

/// Puts a value where there is one, or where a key or the next element may be.
pub fn put(value: &mut Value, pointer: &str, new: Value) {
    let (parent, last) = split(pointer);
    match value.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}")) {
        Value::Object(map) => drop(map.insert(last.to_owned(), new)),
        Value::Array(list) => {
            let at: usize = last.parse().unwrap();
            if at == list.len() {
                list.push(new);
            } else {
                list[at] = new;
            }
        }
        other => panic!("{parent} holds no values: {other}"),
    }
}

fn take(value: &mut Value, pointer: &str) -> Value {
    let (parent, last) = split(pointer);
    match value.pointer_mut(parent).unwrap() {
        Value::Object(map) => map.remove(last).unwrap(),
        Value::Array(list) => list.remove(last.parse().unwrap()),
        other => panic!("{parent} holds no values: {other}"),
    }
}

pub fn unhex(digits: &str) -> Vec<u8> {
    (0..digits.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap())
        .collect()
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
