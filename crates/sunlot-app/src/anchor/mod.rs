//! Anchors: how far the trail had come, kept in a second place, so that a trail that was cut off, set back or
//! rewritten as a whole shows (contracts 10; T6, T7, T8).
//!
//! Where anchors lie is `place`'s business, when they are written and what a difference stops `watch`'s, and what
//! people do about it `acts`'. An anchor on the same computer deceives nobody who owns that computer; one on the
//! supervisor's stick does better.

mod acts;
mod compare;
mod place;
mod watch;
mod wire;

pub use compare::Standing;
pub use place::{AnchorPlace, FolderOfAnchors};
pub(crate) use watch::Watch;
pub use wire::{
    AnchorAcknowledge, AnchorCheck, AnchorFacts, AnchorFile, AnchorView, AnchorWrite, AnchorWritten,
    TrailStanding,
};

use serde::{Deserialize, Serialize};
use sunlot_store::trail::{self, Hash};
use sunlot_store::{Checkpoint, Connection, account};

use crate::access::AccessFault;
use crate::ceremony::anchor_point;
use crate::event::draw::DrawsKnown;
use crate::{Error, Reason, Result};

/// How far the trail had come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Anchor {
    /// Which office: the first half of the hash of its first event.
    pub office: String,
    /// Where the office lay.
    pub folder: String,
    /// The last event.
    pub seq: i64,
    /// Its hash.
    pub head: String,
    /// The number of the last draw; 0 before the first.
    pub last_sequence: i64,
    /// The number of the last draw that ended; 0: none.
    #[serde(default)]
    pub last_ended: i64,
    /// The digest of that one's record.
    pub last_digest: Option<String>,
    /// How many times the office was restored, and one.
    pub epoch: u64,
    /// Whether the office had accounts.
    #[serde(default)]
    pub accounts: bool,
    /// When the anchor was written.
    pub at: String,
}

impl Anchor {
    /// Where the trail stands now; `None` before the first event.
    pub(crate) fn of(connection: &Connection, folder: &str, at: &str) -> Result<Option<Self>> {
        let (Some(office), Some(head)) = (trail::office_id(connection)?, trail::head(connection)?) else {
            return Ok(None);
        };
        let draws = anchor_point(connection)?;
        Ok(Some(Self {
            office,
            folder: folder.to_owned(),
            seq: head.seq,
            head: head.head.to_string(),
            last_sequence: draws.sealed,
            last_ended: draws.ended,
            last_digest: draws.digest,
            epoch: trail::epoch(connection)?,
            accounts: account::any(connection)?,
            at: at.to_owned(),
        }))
    }

    /// How far the formal draws had come.
    pub(crate) fn draws(&self) -> DrawsKnown {
        DrawsKnown {
            sealed: self.last_sequence,
            ended: self.last_ended,
            digest: self.last_digest.clone(),
        }
    }

    /// Reads an anchor as it was written.
    pub(crate) fn read(text: &str) -> std::result::Result<Self, String> {
        let anchor: Self = serde_json::from_str(text).map_err(|e| e.to_string())?;
        match Hash::parse(&anchor.head) {
            Some(_) if anchor.seq > 0 => Ok(anchor),
            _ => Err(format!(
                "no anchor has seq {} and head {:?}",
                anchor.seq, anchor.head
            )),
        }
    }

    /// Data from before the accounts were begun have nobody who could judge: they are no way around the accounts.
    pub(crate) fn require_accounts(&self, office: &Connection) -> Result<()> {
        if self.accounts && !account::any(office)? {
            return Err(Error::new(AccessFault::AccountsForgotten, ""));
        }
        Ok(())
    }

    pub(crate) fn text(&self) -> Result<String> {
        let text = serde_json::to_string_pretty(self);
        text.map(|text| text + "\n")
            .map_err(|e| Error::new(Reason::Internal, e.to_string()))
    }
}

/// How far the trail was verified, and when it was last verified from the beginning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Verified {
    /// The last event.
    seq: i64,
    head: String,
    digest: String,
    at: String,
    /// When everything was last verified from the beginning.
    pub(crate) whole_at: Option<String>,
    /// The epoch of the trail.
    #[serde(default)]
    epoch: u64,
}

impl Verified {
    /// A verification came this far.
    pub(crate) fn to(reached: &Checkpoint, at: &str, whole_at: Option<String>) -> Self {
        Self {
            seq: reached.seq,
            head: reached.head.to_string(),
            digest: reached.digest.to_string(),
            at: at.to_owned(),
            whole_at,
            epoch: 0,
        }
    }

    /// The same in this epoch.
    pub(crate) fn in_epoch(&self, epoch: u64) -> Self {
        Self {
            epoch,
            ..self.clone()
        }
    }

    /// Whether it says something of a trail of this epoch. What was verified before a restore went with the replaced data,
    /// and whether that restore was in order is the anchor's to say.
    pub(crate) fn is_of(&self, epoch: u64) -> bool {
        self.epoch == epoch
    }

    /// Where the next verification may begin.
    pub(crate) fn checkpoint(&self) -> Option<Checkpoint> {
        Some(Checkpoint {
            seq: self.seq,
            head: Hash::parse(&self.head)?,
            digest: Hash::parse(&self.digest)?,
        })
    }
}
