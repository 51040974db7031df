//! Watching the anchor of the open office: it is held against the trail before anything is written, and moves on
//! with every commit. A place that cannot be written stops no commit; it is said, and the trail says it too.

use std::sync::{Mutex, MutexGuard, PoisonError};

use sunlot_store::trail;
use sunlot_store::{Connection, Migrated, Writer, vouched};

use super::compare::{self, Standing};
use super::{Anchor, Verified};
use crate::access::AccessFault;
use crate::commands::Act;
use crate::{Desk, Error, Kind, Reason, Result};

/// What is known of the anchor while the office is open for writing.
#[derive(Default)]
pub(crate) struct Watch(Mutex<Seen>);

#[derive(Clone, Default)]
struct Seen {
    standing: Option<Standing>,
    anchor: Option<Anchor>,
    /// Why the place could not be written last time.
    failing: Option<String>,
    /// Whether the accounts are not those that the trail vouches for.
    altered: bool,
    /// Two people have just put a backup in the office's place: its trail is the one that counts.
    restored: bool,
}

impl Watch {
    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How far the trail had come, as it is known outside.
    pub(crate) fn anchor(&self) -> Option<Anchor> {
        self.seen().anchor.clone()
    }

    /// Two people put a backup in the office's place, and the next opening takes its trail for the true one.
    pub(crate) fn restored(&self) {
        self.seen().restored = true;
    }

    /// The office was closed; the next opening looks anew.
    pub(crate) fn forget(&self) {
        *self.seen() = Seen::default();
    }
}

/// What an anchor is called in its place.
pub(crate) fn anchor_name(office: &str) -> String {
    format!("{office}.json")
}

fn verified_name(office: &str) -> String {
    format!("{office}.checked.json")
}

impl Desk {
    /// Holds the trail against its anchor when the office was opened for writing.
    pub(crate) fn take_bearings(&self, writer: &mut Writer, migrated: Option<&Migrated>) -> Result<()> {
        let began = match migrated {
            Some(Migrated::Created { .. }) => true,
            Some(Migrated::Upgraded { from, .. }) => *from < sunlot_store::anchored_since(),
            None => false,
        };
        let (mut standing, anchor) = self.standing_of(writer.connection(), began)?;
        let restored = self.watch().seen().restored;
        if standing.blocks() && restored {
            standing = Standing::Fits;
        }
        *self.watch().seen() = Seen {
            standing: Some(standing.clone()),
            anchor,
            altered: !vouched::accounts(writer.connection())?.is_empty(),
            ..Seen::default()
        };
        let said = if standing.blocks() {
            Ok(())
        } else {
            self.follow(writer)
        };
        // With neither a first anchor nor a word about it, whatever came next would look like a trail whose anchor is gone.
        if standing == Standing::Fresh && said.is_err() {
            self.watch().forget();
            return said;
        }
        Ok(())
    }

    /// Refuses to write as long as the trail is not the one that the anchor tells of, or the accounts are not those that the
    /// trail vouches for. Those who are to acknowledge that, or to restore, must be able to enter.
    pub(crate) fn may_write(&self, act: Act) -> Result<()> {
        // A trail that is not the true one may be replaced by a backup that is.
        let about_it = matches!(
            act,
            Act::AnchorAcknowledge
                | Act::AccountEnter
                | Act::AccountLeave
                | Act::AccountRecover
                | Act::AccountPassword
                | Act::AccountUnlock
                | Act::BackupRestore
        );
        let seen = self.watch().seen();
        match &seen.standing {
            Some(standing) if standing.blocks() && !about_it => Err(Error::new(
                Reason::AnchorDiffers(standing.clone()),
                standing.code(),
            )),
            _ if seen.altered && !about_it => Err(Error::new(AccessFault::AccountsAltered, "")),
            _ => Ok(()),
        }
    }

    /// No two people agree to anything by accounts that somebody wrote into the file meanwhile.
    pub(crate) fn require_accounts(&self, office: &Connection) -> Result<()> {
        if vouched::accounts(office)?.is_empty() {
            return Ok(());
        }
        self.watch().seen().altered = true;
        Err(Error::new(AccessFault::AccountsAltered, ""))
    }

    /// Lets the anchor follow the commit of this act, unless it tells of more than the trail: that is evidence, and
    /// stays until two people have acknowledged it.
    pub(crate) fn move_anchor(&self, writer: &mut Writer, act: Act) {
        let mut seen = self.watch().seen();
        if act == Act::AnchorAcknowledge {
            *seen = Seen {
                standing: Some(Standing::Fits),
                ..Seen::default()
            };
            self.forget_verified(writer.connection());
        }
        let blocks = seen.standing.as_ref().is_some_and(Standing::blocks);
        drop(seen);
        if !blocks {
            // What was committed is committed, and the anchor that there is stands on its way.
            let _ = self.follow(writer);
        }
    }

    /// Fails where neither the anchor could be written nor the trail say so.
    fn follow(&self, writer: &mut Writer) -> Result<()> {
        let before = self.watch().seen().clone();
        let moved = self.write_anchor(writer.connection(), before.anchor.as_ref());
        let failed_before = self.said_to_fail(writer.connection());
        let place = self.env().anchors.describe();
        let remark = match &moved {
            Ok(_) if failed_before => Some(Kind::AnchorResumed { place }),
            Err(why) if !failed_before => Some(Kind::AnchorFailed {
                place,
                why: why.clone(),
            }),
            _ => None,
        };
        {
            let mut seen = self.watch().seen();
            seen.failing = moved.as_ref().err().cloned();
            seen.anchor = moved.clone().ok().flatten().or(before.anchor);
        }
        // What the trail says of its anchor is an event, and the anchor, where it can be written, follows it.
        let Some(remark) = remark else { return Ok(()) };
        let event = remark.by(self.actor(), None, self.now());
        writer.change()?.commit(event)?;
        if let Ok(moved) = self.write_anchor(writer.connection(), None) {
            self.watch().seen().anchor = moved;
        }
        Ok(())
    }

    fn write_anchor(
        &self,
        connection: &Connection,
        before: Option<&Anchor>,
    ) -> std::result::Result<Option<Anchor>, String> {
        let folder = self.folder().path().display().to_string();
        let Some(anchor) = Anchor::of(connection, &folder, &self.moment()).map_err(|e| e.to_string())? else {
            return Ok(None);
        };
        if before.is_some_and(|before| (before.seq, &before.folder) == (anchor.seq, &anchor.folder)) {
            return Ok(before.cloned());
        }
        let text = anchor.text().map_err(|e| e.to_string())?;
        let written = self.env().anchors.write(&anchor_name(&anchor.office), &text);
        written.map_err(|e| e.to_string())?;
        Ok(Some(anchor))
    }

    /// Whether the last thing that the trail says of its anchor is that it could not be written.
    fn said_to_fail(&self, connection: &Connection) -> bool {
        trail::latest_of(connection, &["anchor.failed", "anchor.resumed"])
            .is_ok_and(|kind| kind.as_deref() == Some("anchor.failed"))
    }

    /// How the trail stands to its anchor, and the anchor. It is read before the trail is: a writer beside us may
    /// only ever have gone further than the anchor.
    pub(crate) fn standing_of(
        &self,
        connection: &Connection,
        began: bool,
    ) -> Result<(Standing, Option<Anchor>)> {
        let Some(office) = trail::office_id(connection)? else {
            return Ok((Standing::Fresh, None));
        };
        let unreadable = |why: String| Ok((Standing::Unreadable { why }, None));
        let text = match self.env().anchors.read(&anchor_name(&office)) {
            Ok(Some(text)) => text,
            Ok(None) => return Ok((self.standing_without(connection, began)?, None)),
            Err(error) => return unreadable(error.to_string()),
        };
        let anchor = match Anchor::read(&text) {
            Ok(anchor) if anchor.office == office => anchor,
            Ok(anchor) => return unreadable(format!("it is of office {}", anchor.office)),
            Err(why) => return unreadable(why),
        };
        let verified = self
            .verified(connection)
            .and_then(|verified| verified.checkpoint());
        let mut standing = compare::held(connection, &anchor, verified.as_ref())?;
        if standing.blocks() && self.is_explained(connection, &anchor)? {
            standing = Standing::Fits;
        }
        Ok((standing, Some(anchor)))
    }

    /// Whether the newest restore says itself that it took the place of the trail that the anchor tells of, whether that could
    /// still be read or not, and what it replaced is still there: the program was ended before the anchor could follow.
    fn is_explained(&self, connection: &Connection, anchor: &Anchor) -> Result<bool> {
        // A remark of the store may stand behind it.
        let newest = trail::newest(connection, None, 3)?;
        Ok(newest.iter().any(|stored| match Kind::of(&stored.event) {
            Some(Kind::OfficeRestored {
                replaced,
                anchored,
                aside: Some(aside),
                ..
            }) => {
                let mut known = [replaced, anchored].into_iter().flatten();
                let is_kept = || self.folder().backups().join(&aside).join("office.db").is_file();
                known.any(|known| (known.seq, &known.head) == (anchor.seq, &anchor.head)) && is_kept()
            }
            _ => false,
        }))
    }

    fn standing_without(&self, connection: &Connection, began: bool) -> Result<Standing> {
        let found = trail::head(connection)?.map_or(0, |head| head.seq);
        if let Some(anchored) = self.another_office_here() {
            return Ok(Standing::Replaced { anchored, found });
        }
        Ok(
            if began || found <= 1 || only_upgraded(connection)? || only_restored(connection)? {
                Standing::Fresh
            } else if self.said_to_fail(connection) {
                Standing::Unkept
            } else {
                Standing::Missing
            },
        )
    }

    /// How many events the office had that lay in this folder before, where an anchor tells of one.
    fn another_office_here(&self) -> Option<i64> {
        let anchors = &self.env().anchors;
        let here = self.folder().path().display().to_string();
        let known = anchors.names().into_iter().filter_map(|name| {
            let anchor = Anchor::read(&anchors.read(&name).ok()??).ok()?;
            (anchor.folder == here && name == anchor_name(&anchor.office)).then_some(anchor.seq)
        });
        known.max()
    }

    /// How far this trail was verified before, as the second place says.
    pub(crate) fn verified(&self, connection: &Connection) -> Option<Verified> {
        let office = trail::office_id(connection).ok()??;
        let text = self.env().anchors.read(&verified_name(&office)).ok()??;
        let verified: Verified = serde_json::from_str(&text).ok()?;
        let epoch = trail::epoch(connection).ok()?;
        verified.is_of(epoch).then_some(verified)
    }

    /// Keeps how far the trail was verified. Where it cannot be kept, the next verification begins earlier. On a
    /// trail that is not the anchor's nothing is kept: how far the true one went is evidence.
    pub(crate) fn keep_verified(&self, connection: &Connection, verified: &Verified) -> Result<()> {
        if self.bearings(connection)?.0.blocks() {
            return Ok(());
        }
        let Some(office) = trail::office_id(connection)? else {
            return Ok(());
        };
        let verified = verified.in_epoch(trail::epoch(connection)?);
        if let Ok(text) = serde_json::to_string_pretty(&verified) {
            let _ = self.env().anchors.write(&verified_name(&office), &(text + "\n"));
        }
        Ok(())
    }

    /// The history that was verified is not the one that two people have acknowledged: held against it, this one would be
    /// false for ever. How far the other went stands in the event.
    fn forget_verified(&self, connection: &Connection) {
        if let Ok(Some(office)) = trail::office_id(connection) {
            let _ = self.env().anchors.write(&verified_name(&office), "");
        }
    }

    /// What is known of the anchor: of the office that is open for writing, else as it is read now.
    pub(crate) fn bearings(
        &self,
        connection: &Connection,
    ) -> Result<(Standing, Option<Anchor>, Option<String>)> {
        let seen = self.watch().seen().clone();
        match seen.standing {
            Some(standing) => Ok((standing, seen.anchor, seen.failing)),
            None => {
                let (standing, anchor) = self.standing_of(connection, false)?;
                Ok((standing, anchor, None))
            }
        }
    }
}

/// Whether nothing was written since a program without anchors but the upgrade itself: the program was ended before the
/// first anchor could follow.
fn only_upgraded(connection: &Connection) -> Result<bool> {
    for stored in trail::newest(connection, None, sunlot_store::schema_version())? {
        match Kind::of(&stored.event) {
            Some(Kind::OfficeUpgraded { from, .. }) if from < sunlot_store::anchored_since() => {
                return Ok(true);
            }
            Some(Kind::OfficeUpgraded { .. }) => {}
            _ => return Ok(false),
        }
    }
    Ok(false)
}

/// Whether nothing was written since a restore on a computer that had no anchor of this office: the program was ended before
/// the first one could follow.
fn only_restored(connection: &Connection) -> Result<bool> {
    let newest = trail::newest(connection, None, 1)?;
    Ok(newest.iter().any(|stored| {
        let kind = Kind::of(&stored.event);
        matches!(kind, Some(Kind::OfficeRestored { anchored: None, .. }))
    }))
}
