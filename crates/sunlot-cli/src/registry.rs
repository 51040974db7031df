//! What the commands of the list and the registries share: conditions, pairs, numbers, and what is told alike.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use sunlot_app::registry::{Facet, FieldChange, FormChecked, Moment, Told};
use sunlot_app::{Error, Reason, Result};

/// Conditions `facet=value,value`. A value is written as programs or as people know it; one that no entry can have is no filter
/// that finds nothing, but a slip.
pub(crate) fn conditions<F: Facet>(typed: &[String]) -> Result<BTreeMap<F, Vec<String>>> {
    let mut values: BTreeMap<F, Vec<String>> = BTreeMap::new();
    for condition in typed {
        let (key, wanted) = condition
            .split_once('=')
            .ok_or_else(|| wrong("--where", condition))?;
        let facets = || {
            F::VARIANTS.iter().map(|facet| {
                let name: &'static str = (*facet).into();
                (name, facet.called())
            })
        };
        let facet: F = key
            .trim()
            .parse()
            .map_err(|_| not_among("--where", key.trim(), facets()))?;
        let among = facet.among();
        for value in wanted.split([',', '，']).map(str::trim) {
            let value = match &among {
                Some(among) if !value.is_empty() => named(among, value)
                    .ok_or_else(|| not_among(&format!("--where {key}"), value, pairs_of(among)))?,
                _ => value,
            };
            values.entry(facet).or_default().push(value.to_owned());
        }
    }
    Ok(values)
}

/// A value of a list by what it is called, for programs or for people.
pub(crate) fn named<'l>(among: &'l [Told], typed: &str) -> Option<&'l str> {
    let found = among
        .iter()
        .find(|told| told.value == typed || told.label == typed);
    found.map(|told| told.value.as_str())
}

pub(crate) fn pairs_of(among: &[Told]) -> impl Iterator<Item = (&str, &str)> {
    among
        .iter()
        .map(|told| (told.value.as_str(), told.label.as_str()))
}

/// A value that is not among those that there are.
pub(crate) fn not_among<'l>(
    argument: &str,
    value: &str,
    among: impl Iterator<Item = (&'l str, &'l str)>,
) -> Error {
    let told = |(value, label): (&str, &str)| match label {
        "" => value.to_owned(),
        label => format!("{value} {label}"),
    };
    let among = among.map(told).collect();
    let (argument, value) = (argument.to_owned(), value.to_owned());
    Error::new(
        Reason::ArgumentNotAmong {
            argument,
            value,
            among,
        },
        "",
    )
}

/// Pairs of a field and a value.
pub(crate) fn pairs(argument: &str, typed: &[String]) -> Result<BTreeMap<String, String>> {
    let pair = |typed: &String| {
        let (field, value) = typed.split_once('=').ok_or_else(|| wrong(argument, typed))?;
        Ok((field.trim().to_owned(), value.to_owned()))
    };
    typed.iter().map(pair).collect()
}

/// A text out of a file; `-`: out of the standard input.
pub(crate) fn text_in(file: &Path) -> Result<String> {
    let text = if file == Path::new("-") {
        std::io::read_to_string(std::io::stdin())
    } else {
        fs::read_to_string(file)
    };
    let text = text.map_err(|error| {
        let file = file.display().to_string();
        Error::new(Reason::FileUnread { file }, error.to_string())
    })?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// What is asked for out of a JSON file.
pub(crate) fn request_in<T: DeserializeOwned>(file: &Path) -> Result<T> {
    serde_json::from_str(&text_in(file)?)
        .map_err(|error| Error::new(Reason::RequestUnreadable, error.to_string()))
}

/// The office's own number, with or without what stands before the digits.
pub(crate) fn number(prefix: &str, typed: &str) -> Result<i64> {
    let digits = typed.trim().to_ascii_uppercase();
    let digits = digits.strip_prefix(prefix).unwrap_or(&digits);
    digits.parse().map_err(|_| wrong("编号", typed))
}

pub(crate) fn wrong(argument: &str, value: &str) -> Error {
    let (argument, value) = (argument.to_owned(), value.to_owned());
    Error::new(Reason::ArgumentValueWrong { argument, value }, "")
}

pub(crate) fn missing(argument: &str) -> Error {
    let argument = argument.to_owned();
    Error::new(Reason::ArgumentMissing { argument }, "")
}

/// That an entry was saved, and what else is to be said; or that nothing was different.
pub(crate) fn saved(entry: &str, notices: &[Told]) -> String {
    let unchanged = notices.iter().any(|notice| notice.value == "unchanged");
    let mut text = if unchanged {
        format!("{entry}：")
    } else {
        format!("已保存：{entry}\n")
    };
    for notice in notices {
        text += &format!("{}\n", notice.label);
    }
    text
}

/// What stands in the way of saving.
pub(crate) fn told_problems(checked: &FormChecked) -> String {
    if checked.problems.is_empty() {
        return "没有问题，可以保存。\n".to_owned();
    }
    let mut text = String::new();
    for problem in &checked.problems {
        text += &format!("{}\n    {}\n", problem.message, problem.hint);
    }
    text
}

/// What else is known of an entry, a line each; what is empty has none.
pub(crate) fn said(parts: &[(&str, &String)]) -> String {
    let some = parts.iter().filter(|(_, said)| !said.is_empty());
    some.map(|(what, said)| format!("      {what}：{said}\n"))
        .collect()
}

/// What happened to an entry.
pub(crate) fn story(moments: &[Moment]) -> String {
    let mut text = String::new();
    for moment in moments {
        text += &format!(
            "  {} {} {}（第 {} 条留痕）\n",
            sunlot_app::labels::moment(&moment.at),
            moment.by,
            moment.sentence,
            moment.seq
        );
        text += &changes(&moment.changes);
    }
    text
}

/// What is different, field by field.
pub(crate) fn changes(changes: &[FieldChange]) -> String {
    let mut text = String::new();
    for change in changes {
        let told = |text: &str| {
            if text.is_empty() {
                "（空）".to_owned()
            } else {
                text.to_owned()
            }
        };
        text += &format!(
            "      {}：{} → {}\n",
            change.label,
            told(&change.before),
            told(&change.after)
        );
    }
    text
}
