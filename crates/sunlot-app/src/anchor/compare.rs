//! Holding a trail against an anchor: how the two stand to each other, and whether work may go on.

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;
use sunlot_store::trail::{self, Hash};
use sunlot_store::{Checkpoint, Connection};

use super::Anchor;
use crate::Result;

/// How a trail stands to its anchor. The name in snake case is the code on the wire and in the trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case", tag = "standing")]
#[strum(serialize_all = "snake_case")]
pub enum Standing {
    /// The trail goes through the anchor.
    Fits,
    /// There was never an anchor: the office has only begun, or comes from a program without anchors.
    Fresh,
    /// The trail itself says that no anchor could be written.
    Unkept,
    /// There was an anchor, and it is gone.
    Missing,
    /// The anchor is there and cannot be read.
    Unreadable {
        /// Why.
        why: String,
    },
    /// The trail ends before the anchor (T6, T8).
    Shorter {
        /// How many events there were.
        anchored: i64,
        /// How many there are.
        found: i64,
    },
    /// Another event stands where the anchor is (T7).
    Different {
        /// Where the anchor is.
        anchored: i64,
        /// How many events there are.
        found: i64,
        /// Up to here the trail is known to be the same.
        same_until: Option<i64>,
    },
    /// The anchor knows of a restoring that this trail does not.
    EpochBehind {
        /// The anchor's epoch.
        anchored: u64,
        /// The trail's.
        found: u64,
    },
    /// The office was restored after somebody carried this anchor away; what it tells of went with the replaced data.
    RestoredSince {
        /// The anchor's epoch.
        anchored: u64,
        /// The trail's.
        found: u64,
    },
    /// In this folder there was another office.
    Replaced {
        /// How many events that one had.
        anchored: i64,
        /// How many this one has.
        found: i64,
    },
}

impl Standing {
    /// Whether nothing may be written before two people have acknowledged it.
    pub fn blocks(&self) -> bool {
        !matches!(
            self,
            Self::Fits | Self::Fresh | Self::Unkept | Self::RestoredSince { .. }
        )
    }

    /// The code on the wire.
    pub fn code(&self) -> &'static str {
        self.into()
    }
}

/// Holds the trail against the anchor of this computer. A restore that was done here moved the anchor with it, so that an
/// epoch which the anchor does not know explains nothing.
pub(crate) fn held(
    connection: &Connection,
    anchor: &Anchor,
    verified: Option<&Checkpoint>,
) -> Result<Standing> {
    let found = trail::head(connection)?.map_or(0, |head| head.seq);
    let epoch = trail::epoch(connection)?;
    if anchor.epoch > epoch {
        return Ok(Standing::EpochBehind {
            anchored: anchor.epoch,
            found: epoch,
        });
    }
    let anchored = anchor.seq;
    if anchored > found {
        return Ok(Standing::Shorter { anchored, found });
    }
    if trail::hash_at(connection, anchored)? == Hash::parse(&anchor.head) {
        return Ok(Standing::Fits);
    }
    let mut same_until = None;
    if let Some(verified) = verified.filter(|verified| verified.seq < anchored) {
        let same = trail::hash_at(connection, verified.seq)? == Some(verified.head);
        same_until = same.then_some(verified.seq);
    }
    Ok(Standing::Different {
        anchored,
        found,
        same_until,
    })
}

/// Holds the trail against an anchor that somebody carried away: it did not follow when the office was restored.
pub(crate) fn held_apart(
    connection: &Connection,
    anchor: &Anchor,
    verified: Option<&Checkpoint>,
) -> Result<Standing> {
    let standing = held(connection, anchor, verified)?;
    let epoch = trail::epoch(connection)?;
    Ok(if standing.blocks() && anchor.epoch < epoch {
        Standing::RestoredSince {
            anchored: anchor.epoch,
            found: epoch,
        }
    } else {
        standing
    })
}
