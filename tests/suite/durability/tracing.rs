//! What strace writes, read line by line: calls with their arguments, in the order in which they ended.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// One system call.
#[derive(Clone, Debug)]
pub struct Call {
    pub name: String,
    pub arguments: Vec<String>,
    pub result: i64,
}

impl Call {
    /// An argument that is a text, as bytes.
    pub fn bytes(&self, place: usize) -> Vec<u8> {
        let text = self.arguments.get(place).map_or("", String::as_str);
        assert!(
            !text.ends_with("..."),
            "strace cut an argument of {} short",
            self.name
        );
        let digits = text.trim_matches('"').split("\\x").skip(1);
        digits
            .map(|digits| u8::from_str_radix(digits, 16).expect("strace was asked for hexadecimal"))
            .collect()
    }

    /// An argument that is a path.
    pub fn path(&self, place: usize) -> String {
        String::from_utf8_lossy(&self.bytes(place)).into_owned()
    }

    /// An argument that is a number.
    pub fn number(&self, place: usize) -> i64 {
        let text = self.arguments.get(place).map_or("", String::as_str);
        text.parse()
            .unwrap_or_else(|_| panic!("argument {place} of {} is no number: {text}", self.name))
    }

    /// Whether an argument names this flag.
    pub fn flag(&self, flag: &str) -> bool {
        self.arguments
            .iter()
            .any(|argument| argument.split('|').any(|found| found == flag))
    }
}

/// Reads what `strace -f -xx` wrote.
pub fn calls(trace: &str) -> Vec<Call> {
    let mut unfinished: BTreeMap<&str, String> = BTreeMap::new();
    let mut calls = Vec::new();
    for line in trace.lines() {
        let Some((process, rest)) = line.split_once(' ') else {
            continue;
        };
        let rest = rest.trim_start();
        if let Some(begun) = rest.strip_suffix(" <unfinished ...>") {
            unfinished.insert(process, begun.to_owned());
            continue;
        }
        let resumed = rest
            .strip_prefix("<... ")
            .and_then(|rest| rest.split_once(" resumed>"));
        let whole = match resumed {
            Some((_, end)) => unfinished.remove(process).unwrap_or_default() + end,
            None => rest.to_owned(),
        };
        calls.extend(call(&whole));
    }
    calls
}

fn call(line: &str) -> Option<Call> {
    // Signals and exits are no calls.
    if line.starts_with("---") || line.starts_with("+++") {
        return None;
    }
    let (name, rest) = line.split_once('(')?;
    let (arguments, result) = rest.rsplit_once(") ")?;
    let result = result.trim_start().strip_prefix("= ")?;
    Some(Call {
        name: name.to_owned(),
        arguments: arguments.split(", ").map(str::to_owned).collect(),
        result: result.split(' ').next()?.parse().unwrap_or(-1),
    })
}

/// Whether one process may trace another here. A container or a hardened kernel can forbid it; then these tests are not
/// run, and say so.
pub fn may_trace() -> bool {
    static MAY: OnceLock<bool> = OnceLock::new();
    *MAY.get_or_init(|| {
        let tried = Command::new("strace")
            .args(["-f", "-o", "/dev/null", "-e", "trace=close", "--", "true"])
            .stderr(Stdio::null())
            .status()
            .expect("strace is needed: apt-get install strace");
        if !tried.success() {
            println!("NOT RUN: strace may not trace here (ptrace is forbidden)");
        }
        tried.success()
    })
}
