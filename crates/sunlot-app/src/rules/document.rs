//! A rule profile as one document: its switches, what it rests on, the texts of the office's own rules and the files that are
//! attached. It is kept as JSON with its keys in one order and without what is empty, so that the same profile has the same
//! bytes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use strum::{EnumString, IntoStaticStr, VariantArray};
use sunlot_rules::profile::{RuleProfile, Switch};
use sunlot_store::Connection;
use sunlot_store::rule_profile::{self, RuleProfileRow, Stored};

use super::fault::{RulesFault, fault};
use super::labels;
use super::wire::AttachmentKind;
use crate::{Error, Reason, Result};

/// The number of what is built in: it was never saved, and holds where nothing was.
pub(super) const BUILT_IN: i64 = 0;

/// The six parts that an office's own rules have (R-01).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub(super) enum TextPart {
    /// How an inspection goes.
    Procedure,
    /// By what means.
    Means,
    /// What is looked at.
    Content,
    /// How much a penalty is.
    PenaltyStandard,
    /// How one is decided.
    PenaltyProcedure,
    /// How results are made public.
    Publication,
}

impl TextPart {
    /// Its name, which never changes.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A file that is attached, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KeptAttachment {
    pub kind: AttachmentKind,
    pub title: String,
    pub file: String,
    pub digest: String,
    pub size: u64,
}

/// What stands in the table.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Written {
    switches: BTreeMap<String, String>,
    basis: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    texts: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<KeptAttachment>,
}

/// A profile, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Document {
    pub id: i64,
    pub version: i64,
    pub event: i64,
    pub name: String,
    pub in_force: bool,
    pub profile: RuleProfile,
    pub basis: String,
    pub texts: BTreeMap<TextPart, String>,
    pub attachments: Vec<KeptAttachment>,
}

impl Document {
    /// What holds as long as nothing is saved: the stricter of what the documents say.
    pub fn built_in() -> Self {
        Self {
            id: BUILT_IN,
            version: 0,
            event: 0,
            name: labels::GENERAL.to_owned(),
            in_force: false,
            profile: RuleProfile::default(),
            basis: String::new(),
            texts: BTreeMap::new(),
            attachments: Vec::new(),
        }
    }

    /// One that nobody has filled in yet.
    pub fn blank() -> Self {
        Self {
            name: String::new(),
            ..Self::built_in()
        }
    }

    /// Reads a version. A switch that is not in it stands as it stands where nobody has decided; one that this program does not
    /// know would be passed over in silence, so nothing is read at all.
    pub fn read(stored: Stored<RuleProfileRow>) -> Result<Self> {
        let newer = |found: &str| {
            let number = labels::number(stored.id);
            let found = found.to_owned();
            fault(RulesFault::RulesNewer { number, found })
        };
        let damaged = |error: serde_json::Error| Error::new(Reason::OfficeDamaged, error.to_string());
        // By way of an object: an empty list would else be read as a document that says nothing.
        let object: Map<String, Value> = serde_json::from_str(&stored.row.document).map_err(damaged)?;
        let written: Written = serde_json::from_value(Value::Object(object)).map_err(damaged)?;
        let mut profile = RuleProfile::default();
        for (name, text) in &written.switches {
            let switch: Switch = name.parse().map_err(|_| newer(name))?;
            profile
                .set(switch, text)
                .map_err(|_| newer(&format!("{name}={text}")))?;
        }
        let mut texts = BTreeMap::new();
        for (name, text) in written.texts {
            let part: TextPart = name.parse().map_err(|_| newer(&name))?;
            texts.insert(part, text);
        }
        Ok(Self {
            id: stored.id,
            version: stored.version,
            event: stored.event,
            name: stored.row.name,
            in_force: stored.row.in_force,
            profile,
            basis: written.basis,
            texts,
            attachments: written.attachments,
        })
    }

    /// As it is kept. Every switch is written down, so that what was decided stays decided where a default becomes another.
    pub fn row(&self) -> Result<RuleProfileRow> {
        let value = |switch: &Switch| (switch.name().to_owned(), self.profile.get(*switch));
        let text = |(part, text): (&TextPart, &String)| (part.name().to_owned(), text.clone());
        let written = Written {
            switches: Switch::ALL.iter().map(value).collect(),
            basis: self.basis.clone(),
            texts: self.texts.iter().map(text).collect(),
            attachments: self.attachments.clone(),
        };
        let document = serde_json::to_string(&written)
            .map_err(|error| Error::new(Reason::Internal, error.to_string()))?;
        Ok(RuleProfileRow {
            name: self.name.clone(),
            in_force: self.in_force,
            document,
        })
    }

    /// The office's own number.
    pub fn number(&self) -> String {
        labels::number(self.id)
    }
}

/// All profiles, in the order of their numbers.
pub(super) fn all(office: &Connection) -> Result<Vec<Document>> {
    rule_profile::all(office)?
        .into_iter()
        .map(Document::read)
        .collect()
}

/// The profile of this number.
pub(super) fn require(office: &Connection, id: i64) -> Result<Document> {
    match rule_profile::by_id(office, id)? {
        Some(stored) => Document::read(stored),
        None => Err(missing(id)),
    }
}

pub(super) fn missing(id: i64) -> Error {
    let asked = labels::number(id);
    fault(RulesFault::RulesMissing { asked })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored(document: &str) -> Stored<RuleProfileRow> {
        Stored {
            id: 1,
            version: 1,
            event: 3,
            row: RuleProfileRow {
                name: "本局细则".to_owned(),
                in_force: true,
                document: document.to_owned(),
            },
        }
    }

    fn refused(document: &str) -> Reason {
        Document::read(stored(document)).unwrap_err().reason
    }

    #[test]
    fn a_document_of_a_newer_program_is_refused_and_not_passed_over() {
        let newer = |found: &str| {
            Reason::Rules(RulesFault::RulesNewer {
                number: "XZ-01".to_owned(),
                found: found.to_owned(),
            })
        };
        for (document, found, why) in [
            (
                r#"{"switches":{"moon_phase":"full"}}"#,
                "moon_phase",
                "a switch of tomorrow",
            ),
            (
                r#"{"switches":{"rounding":"to_even"}}"#,
                "rounding=to_even",
                "a choice of tomorrow would else be read as another",
            ),
            (r#"{"texts":{"appeal":"…"}}"#, "appeal", "a seventh part"),
        ] {
            assert_eq!(refused(document), newer(found), "{why}");
        }
        assert_eq!(
            refused("[]"),
            Reason::OfficeDamaged,
            "and what is no document is damaged"
        );
    }

    #[test]
    fn what_a_document_does_not_say_stands_as_where_nobody_has_decided() {
        let read = Document::read(stored(r#"{"switches":{"annual_cap":"1"}}"#)).unwrap();
        let expected = RuleProfile {
            annual_cap: 1,
            ..RuleProfile::default()
        };
        assert_eq!(read.profile, expected, "one visit a year, all else as it is");
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let mut document = Document::read(stored("{}")).unwrap();
        document.profile.set(Switch::Rounding, "up").unwrap();
        document.basis = "徐气发〔2026〕3号".to_owned();
        document.texts.insert(TextPart::Means, "实地检查".to_owned());
        document.attachments.push(KeptAttachment {
            kind: AttachmentKind::Discretion,
            title: "裁量基准".to_owned(),
            file: "裁量基准.docx".to_owned(),
            digest: "ab".repeat(32),
            size: 5,
        });
        let row = document.row().unwrap();
        let again = Document::read(Stored { row, ..stored("{}") }).unwrap();
        assert_eq!(again, document, "nothing is lost on the way");
        for switch in Switch::ALL {
            assert!(
                document.row().unwrap().document.contains(switch.name()),
                "{switch:?}: decided once, it stays so where a default becomes another"
            );
        }
    }
}
