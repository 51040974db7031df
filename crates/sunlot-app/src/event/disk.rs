//! How an event is written into the trail and read back; what the store tells becomes an event here.

use chrono::{DateTime, FixedOffset};
use serde_json::{Value, json};
use sunlot_store::backup::restore::Restored;
use sunlot_store::trail::Event;
use sunlot_store::{Migrated, NewEvent};

use super::draw::DrawsKnown;
use super::{Kind, TrailPoint};
use crate::account::Person;
use crate::{Actor, actor};

impl Kind {
    /// The event for the trail.
    pub(crate) fn by(&self, actor: &Actor, second: Option<&Person>, at: DateTime<FixedOffset>) -> NewEvent {
        let value = json!(self);
        // Whoever enters does so in person, though nobody sat there before.
        let actor = match self {
            Self::AccountEntered { login } | Self::AccountRecovered { login } => actor.entered_as(login),
            _ => actor.clone(),
        };
        let mut event = NewEvent::new(at, actor.in_trail(), value["kind"].as_str().unwrap_or_default());
        if let Some(second) = second {
            event = event.and_second(actor::account_in_trail(&second.login));
        }
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

    /// Reads an event back; `None` for a kind that this program does not know.
    pub(crate) fn of(event: &Event) -> Option<Self> {
        // A million events are told in a few seconds: what the store adds to every payload is not even copied.
        let fields = event.payload.as_object()?.iter();
        let own = fields.filter(|(key, _)| !["rows", "objects"].contains(&key.as_str()));
        let payload = own.map(|(key, value)| (key.clone(), value.clone())).collect();
        let parts = [
            ("kind".to_owned(), Value::String(event.kind.clone())),
            ("payload".to_owned(), Value::Object(payload)),
        ];
        serde_json::from_value(Value::Object(parts.into_iter().collect())).ok()
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

impl Kind {
    /// What is written down about a restore; `anchored` is where the anchor said that the trail stood.
    pub(crate) fn of_restore(
        restored: &Restored,
        anchored: Option<TrailPoint>,
        erased: usize,
        revived: Option<String>,
        draws: DrawsKnown,
    ) -> Self {
        Self::OfficeRestored {
            backup: restored.backup.clone(),
            epoch: restored.epoch,
            restored: restored.restored.into(),
            replaced: restored.replaced.map(Into::into),
            anchored,
            aside: restored.aside.clone(),
            erased,
            revived,
            draws,
        }
    }
}
