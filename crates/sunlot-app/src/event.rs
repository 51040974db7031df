//! Every kind of event that the trail can hold, declared once: its name, its payload, its Chinese sentence.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use strum::EnumCount;
use sunlot_store::trail::Event;
use sunlot_store::{Migrated, NewEvent};

use crate::Actor;
use crate::office::Field;

/// What happened. The name on disk is `noun.verbed` and never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, EnumCount)]
#[serde(tag = "kind", content = "payload")]
pub enum Kind {
    /// An office began.
    #[serde(rename = "office.created")]
    OfficeCreated {
        /// The schema it began with.
        schema: u32,
    },
    /// The file was brought up to date by a newer program.
    #[serde(rename = "office.upgraded")]
    OfficeUpgraded {
        /// The schema it had.
        from: u32,
        /// The schema it has now.
        to: u32,
        /// The copy made before.
        backup: String,
    },
    /// A version of the office profile was saved.
    #[serde(rename = "profile.saved")]
    ProfileSaved {
        /// The version.
        version: i64,
        /// What differs from the version before.
        changed: Vec<Field>,
    },
}

impl Kind {
    /// The event for the trail.
    pub(crate) fn by(&self, actor: &Actor, at: DateTime<FixedOffset>) -> NewEvent {
        let value = json!(self);
        let mut event = NewEvent::new(at, actor.in_trail(), value["kind"].as_str().unwrap_or_default());
        if let Value::Object(payload) = &value["payload"] {
            for (key, value) in payload {
                event = event.with(key, value.clone());
            }
        }
        event
    }

    /// Reads an event back; `None` for a kind that this program does not know.
    pub(crate) fn of(event: &Event) -> Option<Self> {
        serde_json::from_value(json!({ "kind": event.kind, "payload": event.payload })).ok()
    }

    /// What happened, for people.
    pub fn sentence(&self) -> String {
        match self {
            Self::OfficeCreated { schema } => format!("建立单位文件夹（数据结构第 {schema} 版）"),
            Self::OfficeUpgraded { from, to, backup } => {
                format!("数据结构从第 {from} 版升到第 {to} 版，升级前的副本是 {backup}")
            }
            Self::ProfileSaved { version, changed } => {
                let changed: Vec<_> = changed.iter().map(|field| field.label()).collect();
                format!("保存单位资料第 {version} 版，改动：{}", changed.join("、"))
            }
        }
    }
}

impl From<&Migrated> for Kind {
    fn from(migrated: &Migrated) -> Self {
        match migrated {
            Migrated::Created { schema } => Self::OfficeCreated { schema: *schema },
            Migrated::Upgraded { from, to, backup } => Self::OfficeUpgraded {
                from: *from,
                to: *to,
                backup: backup.clone(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn one_of_each() -> Vec<Kind> {
        vec![
            Kind::OfficeCreated { schema: 1 },
            Kind::OfficeUpgraded {
                from: 1,
                to: 2,
                backup: "before.db".to_owned(),
            },
            Kind::ProfileSaved {
                version: 3,
                changed: vec![Field::Name, Field::SupervisionPhone],
            },
        ]
    }

    #[test]
    fn every_kind_has_a_name_of_its_own_and_a_sentence() {
        let all = one_of_each();
        assert_eq!(all.len(), Kind::COUNT, "a new kind must be added to this list");
        let names: BTreeSet<String> = all.iter().map(|kind| json!(kind)["kind"].to_string()).collect();
        assert_eq!(
            names.len(),
            Kind::COUNT,
            "two kinds with one name could not be told apart on disk"
        );
        for kind in all {
            assert!(!kind.sentence().is_empty(), "{kind:?} must say what happened");
        }
        assert_eq!(
            one_of_each()[2].sentence(),
            "保存单位资料第 3 版，改动：单位名称、监督电话",
            "fields are called what the form calls them"
        );
    }
}
