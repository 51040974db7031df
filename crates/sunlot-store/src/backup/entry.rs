//! What a backup may hold: the database, the attachments, the wrapped keys. Names come from this list alone;
//! nothing is ever written to a place that a file names.

use std::path::PathBuf;

/// The longest name that any entry has.
const LONGEST: usize = 128;

/// One thing in a backup.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Entry {
    /// `office.db`.
    Database,
    /// A file of `attachments/`, named after its content.
    Attachment(String),
    /// A wrapped key of `keys/`.
    Key(String),
    /// The key of personal values: without it they would not come back.
    PersonalKey,
}

/// The one key of `keys/` that is not wrapped.
const PERSONAL_KEY: &str = "personal.key";

impl Entry {
    /// Reads a name; `None` for whatever is not on the list.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        if name.len() > LONGEST {
            return None;
        }
        match name.split('/').collect::<Vec<_>>()[..] {
            ["office.db"] => Some(Self::Database),
            ["attachments", shelf, digest] => Self::attachment(shelf, digest),
            ["keys", PERSONAL_KEY] => Some(Self::PersonalKey),
            ["keys", key] => Self::key(key),
            _ => None,
        }
    }

    /// A file that lies in `attachments/`.
    pub(crate) fn attachment(shelf: &str, digest: &str) -> Option<Self> {
        let hex = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let named_after_content = digest.len() == 64 && digest.bytes().all(hex);
        (named_after_content && digest.get(..2) == Some(shelf)).then(|| Self::Attachment(digest.to_owned()))
    }

    /// A file that lies in `keys/`.
    pub(crate) fn key(name: &str) -> Option<Self> {
        let stem = name.strip_suffix(".json")?;
        let plain = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'z' | b'-');
        let good = (1..=40).contains(&stem.len()) && stem.bytes().all(plain) && !stem.starts_with('-');
        (good && !is_device(stem)).then(|| Self::Key(name.to_owned()))
    }

    /// The name in the manifest.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Database => "office.db".to_owned(),
            Self::Attachment(digest) => format!("attachments/{}/{digest}", shelf(digest)),
            Self::Key(name) => format!("keys/{name}"),
            Self::PersonalKey => format!("keys/{PERSONAL_KEY}"),
        }
    }

    /// Where it lies below an office folder.
    pub(crate) fn place(&self) -> PathBuf {
        match self {
            Self::Database => PathBuf::from("office.db"),
            Self::Attachment(digest) => ["attachments", shelf(digest), digest].iter().collect(),
            Self::Key(name) => ["keys", name].iter().collect(),
            Self::PersonalKey => ["keys", PERSONAL_KEY].iter().collect(),
        }
    }
}

fn shelf(digest: &str) -> &str {
    digest.get(..2).unwrap_or_default()
}

/// Names that Windows gives to devices, with whatever ending.
fn is_device(stem: &str) -> bool {
    let numbered = |name: &str| {
        stem.strip_prefix(name)
            .is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    matches!(stem, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_an_office_are_read_and_written_alike() {
        let digest = "ab".repeat(32);
        for name in [
            "office.db".to_owned(),
            format!("attachments/ab/{digest}"),
            "keys/station.json".to_owned(),
            "keys/station-2.json".to_owned(),
            "keys/personal.key".to_owned(),
        ] {
            let entry = Entry::parse(&name).unwrap_or_else(|| panic!("{name} is on the list"));
            assert_eq!(entry.name(), name, "one name, one spelling");
        }
    }

    #[test]
    fn whatever_is_not_on_the_list_is_no_entry() {
        let digest = "ab".repeat(32);
        for name in [
            "",
            "/office.db",
            "./office.db",
            "../office.db",
            "OFFICE.DB",
            "office.db\0",
            "office.db/",
            "office.db-wal",
            "backups/x.db",
            "attachments/ab",
            "attachments/ab/../../office.db",
            &format!("attachments/cd/{digest}"),
            &format!("attachments/AB/{}", digest.to_uppercase()),
            &format!("attachments\\ab\\{digest}"),
            &format!("C:/attachments/ab/{digest}"),
            "keys/.json",
            "keys/..json",
            "keys/a/b.json",
            "keys/station.pem",
            "keys/personal.key/",
            "keys/Personal.key",
            "keys/other.key",
            "keys/con.json",
            "keys/com1.json",
            "keys/STATION.json",
            &format!("keys/{}.json", "a".repeat(200)),
        ] {
            assert_eq!(
                Entry::parse(name),
                None,
                "{name:?} must not be given a place on the disk"
            );
        }
    }
}
