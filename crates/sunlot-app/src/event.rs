//! Every kind of event that the trail can hold, declared once: its name, its payload, its Chinese sentence.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use strum::{EnumCount, EnumDiscriminants, EnumString, IntoStaticStr, VariantArray};
use sunlot_store::trail::Event;
use sunlot_store::{Migrated, NewEvent};
use ts_rs::TS;

use crate::Actor;
use crate::anchor::Standing;
use crate::labels::{moment, span};
use crate::office::Field;

/// What happened. The name on disk is `noun.verbed` and never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, EnumCount, EnumDiscriminants)]
#[serde(tag = "kind", content = "payload")]
#[strum_discriminants(name(KindName), derive(PartialOrd, Ord, IntoStaticStr, VariantArray))]
#[strum_discriminants(strum(serialize_all = "snake_case"))]
#[strum_discriminants(doc = "The kinds without what belongs to them.")]
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
    /// An act is dated earlier than the one before it. The store says so itself.
    #[serde(rename = "clock.set_back")]
    ClockSetBack {
        /// The act.
        seq: i64,
        /// When the act before it was done.
        from: String,
        /// When it was done.
        to: String,
        /// How much earlier.
        seconds: i64,
    },
    /// The computer's zone is another. The store says so itself.
    #[serde(rename = "clock.zone_changed")]
    ClockZoneChanged {
        /// The first act in the new zone.
        seq: i64,
        /// The offset before.
        from: String,
        /// The offset since.
        to: String,
    },
    /// Two people acknowledged that the trail is not the one that the anchor tells of.
    #[serde(rename = "anchor.acknowledged")]
    AnchorAcknowledged {
        /// How they stood to each other.
        difference: Standing,
        /// The anchor, where there was one that could be read.
        anchored: Option<TrailPoint>,
        /// The trail that counts from now on.
        found: TrailPoint,
        /// What the people know of it.
        reason: String,
    },
    /// The anchor could not be written.
    #[serde(rename = "anchor.failed")]
    AnchorFailed {
        /// Where.
        place: String,
        /// What the system says.
        why: String,
    },
    /// The anchor can be written again.
    #[serde(rename = "anchor.resumed")]
    AnchorResumed {
        /// Where.
        place: String,
    },
    /// The supervisor has seen red flags.
    #[serde(rename = "flag.seen")]
    FlagSeen {
        /// The events that raise them.
        events: Vec<i64>,
    },
}

/// A place in the history of an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrailPoint {
    /// The number of the event.
    pub seq: i64,
    /// Its hash.
    pub head: String,
}

/// What sorts of things events concern. The name in snake case stands in the trail and never changes.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    TS,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ObjectKind {
    /// The office profile.
    Profile,
    /// The anchor in the second place.
    Anchor,
    /// Another event of the trail.
    Event,
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
        for (kind, id) in self.objects() {
            event = event.about(kind.into(), &id);
        }
        event
    }

    /// What it concerns, so that the story of a thing can be told. Who did it need not be named again. An event
    /// that wrote thousands of rows names what it is about; the rows name the event.
    pub fn objects(&self) -> Vec<(ObjectKind, String)> {
        let one = |kind, id: &str| vec![(kind, id.to_owned())];
        match self {
            // An office upgraded step by step writes these before there is a list of objects.
            Self::OfficeCreated { .. } | Self::OfficeUpgraded { .. } => Vec::new(),
            Self::ProfileSaved { version, .. } => vec![(ObjectKind::Profile, version.to_string())],
            // Written by the store, which names no objects: the act it is about stands right before it.
            Self::ClockSetBack { .. } | Self::ClockZoneChanged { .. } => Vec::new(),
            Self::AnchorAcknowledged { found, .. } => {
                vec![(ObjectKind::Anchor, found.seq.to_string())]
            }
            Self::AnchorFailed { place, .. } | Self::AnchorResumed { place } => {
                one(ObjectKind::Anchor, place)
            }
            Self::FlagSeen { events } => {
                let seen = events.iter().map(|seq| (ObjectKind::Event, seq.to_string()));
                seen.collect()
            }
        }
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
            Self::ClockSetBack {
                seq,
                from,
                to,
                seconds,
            } => format!(
                "电脑时钟倒退了 {}：上一条记在 {}，第 {seq} 条记在 {}",
                span(*seconds),
                moment(from),
                moment(to)
            ),
            Self::ClockZoneChanged { seq, from, to } => {
                format!("电脑时区变了：从 {from} 变为 {to}，从第 {seq} 条起")
            }
            Self::AnchorAcknowledged {
                difference,
                anchored,
                found,
                reason,
            } => {
                let anchored = anchored.as_ref().map_or("没有可用的锚点".to_owned(), |anchored| {
                    format!("锚点记到第 {} 条", anchored.seq)
                });
                format!(
                    "确认锚点差异（{}）：{anchored}，现有 {} 条；理由：{reason}",
                    difference.label(),
                    found.seq
                )
            }
            Self::AnchorFailed { place, why } => format!("锚点写不进“{place}”（{why}）"),
            Self::AnchorResumed { place } => format!("锚点又能写进“{place}”"),
            Self::FlagSeen { events } => {
                let events: Vec<_> = events.iter().map(|seq| format!("第 {seq} 条")).collect();
                format!("监督员已看红旗：{}", events.join("、"))
            }
        }
    }
}

impl KindName {
    /// Its name on disk: the first word is the thing, the rest what happened to it.
    pub fn on_disk(self) -> String {
        let name: &'static str = self.into();
        name.replacen('_', ".", 1)
    }

    /// The kind of this name.
    pub fn of_disk(name: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|kind| kind.on_disk() == name)
    }

    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::OfficeCreated => "建立单位文件夹",
            Self::OfficeUpgraded => "数据结构升级",
            Self::ProfileSaved => "保存单位资料",
            Self::ClockSetBack => "时钟倒退",
            Self::ClockZoneChanged => "时区改变",
            Self::AnchorAcknowledged => "确认锚点差异",
            Self::AnchorFailed => "锚点写不进",
            Self::AnchorResumed => "锚点恢复",
            Self::FlagSeen => "红旗已看",
        }
    }
}

impl ObjectKind {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Profile => "单位资料",
            Self::Anchor => "锚点",
            Self::Event => "留痕",
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
            Kind::ClockSetBack {
                seq: 7,
                from: "2026-11-20T09:41:00+08:00".to_owned(),
                to: "2026-11-19T09:41:00+08:00".to_owned(),
                seconds: 86_400,
            },
            Kind::ClockZoneChanged {
                seq: 7,
                from: "+08:00".to_owned(),
                to: "+00:00".to_owned(),
            },
            Kind::AnchorAcknowledged {
                difference: Standing::Shorter {
                    anchored: 57,
                    found: 51,
                },
                anchored: Some(TrailPoint {
                    seq: 57,
                    head: "00".repeat(32),
                }),
                found: TrailPoint {
                    seq: 51,
                    head: "11".repeat(32),
                },
                reason: "硬盘坏了，用旧硬盘上的文件夹继续".to_owned(),
            },
            Kind::AnchorFailed {
                place: "/home/lina/.local/state/sunlot/anchors".to_owned(),
                why: "Permission denied".to_owned(),
            },
            Kind::AnchorResumed {
                place: "/home/lina/.local/state/sunlot/anchors".to_owned(),
            },
            Kind::FlagSeen { events: vec![7, 9] },
        ]
    }

    #[test]
    fn what_the_store_says_itself_is_known_here() {
        for (kind, name) in [
            (KindName::ClockSetBack, sunlot_store::CLOCK_SET_BACK),
            (KindName::ClockZoneChanged, sunlot_store::CLOCK_ZONE_CHANGED),
        ] {
            assert_eq!(kind.on_disk(), name, "one thing, one name");
        }
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
            let name = json!(kind)["kind"].as_str().unwrap().to_owned();
            assert_eq!(
                KindName::from(&kind).on_disk(),
                name,
                "a filter by kind looks for the name that stands on disk"
            );
            assert_eq!(
                KindName::of_disk(&name),
                Some(KindName::from(&kind)),
                "and finds it again"
            );
        }
        assert_eq!(
            one_of_each()[2].sentence(),
            "保存单位资料第 3 版，改动：单位名称、监督电话",
            "fields are called what the form calls them"
        );
    }
}
