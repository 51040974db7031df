//! The files around a database: forms, copies, what leaves the office. A file is there as it was, there as it was to be,
//! or not there at all; what is neither is half done.
//!
//! The technical log stands aside: a line of it may be lost, and nothing rests on it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use rusqlite::Connection;
use sunlot_app::backup::BackupFile;
use sunlot_app::{Actor, Desk, Shell};
use sunlot_store::OfficeFolder;

use super::aside::is_database_set_aside;
use super::contents::{Contents, leaves};
use super::prepared::{env_of, workshop};
use crate::forms::ask;

/// Files by the pattern of their names: moments in a name are digits, and digits are `#`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<Vec<u8>>>);

impl Files {
    /// The files of a round: of its office, and what went elsewhere.
    pub fn of_site(site: &Path) -> Self {
        let mut files = Self::default();
        files.collect(site, site);
        files
    }

    fn collect(&mut self, root: &Path, folder: &Path) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            let aside = [
                "office/office.db",
                "office/office.db-wal",
                "office/office.db-shm",
                "office/office.lock",
            ];
            // How far the last verification came is this oracle's own doing.
            let checked = name.ends_with(".checked.json");
            if name.starts_with("office/logs")
                || aside.contains(&name.as_str())
                || checked
                || is_database_set_aside(&name)
            {
                continue;
            }
            if path.is_dir() {
                self.collect(root, &path);
            } else {
                self.0
                    .entry(pattern(&name))
                    .or_default()
                    .push(fs::read(&path).unwrap());
            }
        }
    }

    /// The patterns of all names.
    pub fn names(&self) -> BTreeSet<String> {
        self.0.keys().cloned().collect()
    }

    /// The first file of `new` that is not here. An anchor may be missing where the trail says so, and the station's keys may
    /// still lie beside their place, where the digest in their row finds them.
    pub fn first_missing(&self, new: &Self, unanchored: bool) -> Option<String> {
        let is_there = |(name, contents): &(&String, &Vec<Vec<u8>>)| {
            self.0
                .get(*name)
                .is_some_and(|found| found.len() >= contents.len())
                || (unanchored && name.starts_with("state/"))
                || (name.as_str() == "office/keys/station.json" && self.0.keys().any(is_staged_key))
        };
        let missing = new.0.iter().find(|file| !is_there(file));
        missing.map(|(name, _)| name.clone())
    }

    /// The first file that is neither as it was nor as it was to be. Files by other names are left to whoever asks what
    /// was left lying about.
    pub fn first_half_done(&self, old: &Self, new: &Self) -> Option<String> {
        let known = self
            .0
            .iter()
            .filter_map(|(name, found)| Some((name, found, new.0.get(name)?)));
        for (name, found, wanted) in known {
            let was = old.0.get(name);
            let whole = |found: &Vec<u8>| {
                was.is_some_and(|was| was.contains(found))
                    || wanted.iter().any(|wanted| alike(name, found, wanted))
            };
            if !found.iter().all(whole) {
                return Some(name.clone());
            }
        }
        None
    }
}

fn is_staged_key(name: impl AsRef<str>) -> bool {
    let name = name.as_ref();
    name.starts_with("office/keys/station-") && name.ends_with(".staged")
}

/// A name without its moments and digests.
pub fn pattern(name: &str) -> String {
    let mut pattern = String::new();
    for word in name.split_inclusive(|c: char| !c.is_ascii_alphanumeric()) {
        let bare = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        if bare.len() >= 16 && bare.chars().all(|c| c.is_ascii_hexdigit()) {
            pattern.push('#');
            pattern.push_str(&word[bare.len()..]);
            continue;
        }
        for c in word.chars() {
            match c {
                '0'..='9' if pattern.ends_with('#') => {}
                '0'..='9' => pattern.push('#'),
                other => pattern.push(other),
            }
        }
    }
    // A second one of the same minute, or second, has a number behind it.
    pattern
        .replace("-#-#-#.sunlot-backup", "-#-#.sunlot-backup")
        .replace("replaced-#T#-#", "replaced-#T#")
}

/// Whether a file is what another run made of it, setting aside moments and chance.
fn alike(name: &str, found: &[u8], wanted: &[u8]) -> bool {
    if found == wanted {
        return true;
    }
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    match Path::new(name)
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default()
    {
        "db" => {
            database(found).is_ok_and(|found| Ok(found) == database(wanted))
                || is_between_steps(found).unwrap_or(false)
        }
        "json" => {
            let shape = |bytes: &[u8]| {
                let value = serde_json::from_slice(bytes).ok()?;
                Some(
                    leaves(&value)
                        .into_iter()
                        .map(|(path, _)| path)
                        .collect::<Vec<_>>(),
                )
            };
            shape(found).is_some() && shape(found) == shape(wanted)
        }
        "sunlot-backup" => backup_is_whole(found),
        "xlsx" => rows(found).is_some() && rows(found) == rows(wanted),
        // Its fonts hold the digits of the moment, so two of them differ in length; and the trail may tell of a disk that
        // failed. Its heads and its end are those of a whole one.
        "pdf" => {
            let heads = |bytes: &[u8]| {
                let text = pattern(&ask("pdftotext", &["-raw"], bytes, &["-"]));
                text.lines().take(3).map(str::to_owned).collect::<Vec<_>>()
            };
            found.trim_ascii_end().ends_with(b"%%EOF") && heads(found) == heads(wanted)
        }
        "txt" => pattern(&said(found)) == pattern(&said(wanted)),
        _ => found.len() == wanted.len(),
    }
}

/// A worksheet says in its properties when it was made; its rows do not.
fn rows(bytes: &[u8]) -> Option<Vec<Vec<String>>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).ok()?;
    let sheet = book.worksheet_range_at(0)?.ok()?;
    let told = |row: &[Data]| row.iter().map(ToString::to_string).collect();
    Some(sheet.rows().map(told).collect())
}

/// Whether a copy is of an office that stood between two steps of an upgrade: a step failed, and whoever tried again made a
/// copy of what there was by then. It is whole if the last thing in it is a step, and its schema that step's.
fn is_between_steps(bytes: &[u8]) -> rusqlite::Result<bool> {
    let file = tempfile::NamedTempFile::new().expect("there is room for a copy");
    fs::write(file.path(), bytes).expect("it can be written");
    let copy = Connection::open(file.path())?;
    let sound: String = copy.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    let schema: i64 = copy.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let last = "SELECT kind, json_extract(payload, '$.to') FROM audit_event ORDER BY seq DESC LIMIT 1";
    let (kind, to): (String, Option<i64>) = copy.query_row(last, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(sound == "ok" && kind == "office.upgraded" && to == Some(schema))
}

fn database(bytes: &[u8]) -> Result<Contents, String> {
    let file = tempfile::NamedTempFile::new().map_err(|e| e.to_string())?;
    fs::write(file.path(), bytes).map_err(|e| e.to_string())?;
    Contents::of_database(file.path())
}

/// What it holds is not looked at: restoring it is an operation of its own.
fn backup_is_whole(bytes: &[u8]) -> bool {
    let shop = workshop();
    let file = shop.path().join("found.sunlot-backup");
    fs::write(&file, bytes).unwrap();
    let nowhere = OfficeFolder::new(shop.path().join("office"));
    let desk = Desk::new(env_of(shop.path()), nowhere, Actor::named(Shell::Cli, "lina"));
    let request = BackupFile {
        file: file.display().to_string(),
        passphrase: None,
    };
    desk.backup_verify(&request, &mut |_| ()).is_ok()
}
