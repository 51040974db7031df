//! Red flags: which events the supervisor should look at, and that they did.
//!
//! What raises a flag is a pure rule over an event. Every kind must decide; a new one does not compile before.

use std::collections::BTreeMap;

use strum::{IntoStaticStr, VariantArray};
use sunlot_store::Connection;
use sunlot_store::filter::{self, Filter, Mark};
use sunlot_store::trail::{self, Event};

use super::filter::days;
use super::view::told;
use super::wire::{FlagCount, FlagEntry, FlagsRequest, FlagsSeen, FlagsView, SeenBy};
use crate::account::Names;
use crate::commands::Act;
use crate::event::draw::{DrawChange, DrawEnd, DrawSeal};
use crate::messages::flags::{label, why};
use crate::{Desk, Error, Kind, KindName, Reason, Result};

/// The most events one answer holds.
const MAX_ENTRIES: usize = 500;

/// So many wrong passwords in a row are nobody's business.
const FREE_ATTEMPTS: u32 = 5;

/// So many targets at once are no longer the work of somebody who looks at each.
const MANY: u32 = 20;

/// Why an event is worth the supervisor's look. The name in snake case is the code on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Flag {
    /// An act is dated before the one before it.
    ClockSetBack,
    /// The computer's zone is another.
    ClockZoneChanged,
    /// Somebody went on with a trail that is not the one the anchor tells of.
    AnchorAcknowledged,
    /// The anchor could not be written.
    AnchorFailed,
    /// A password was set by the administrator.
    PasswordReset,
    /// What wrong passwords had shut was opened.
    Unlocked,
    /// Somebody came in by the recovery code.
    Recovered,
    /// Wrong passwords, one after the other.
    WrongPasswords,
    /// Who may do what was changed.
    PeopleChanged,
    /// The station's key was lost.
    KeyLost,
    /// The station's key was revoked.
    KeyRevoked,
    /// The station's key was replaced.
    KeyRotated,
    /// The office was put back from a backup, or was to be.
    Restored,
    /// Many entries of a registry were changed at once.
    ManyChanged,
    /// A target was left out of a draw by a decision, or taken in again.
    LeftOutByHand,
    /// A list was announced that takes the place of another.
    ListReplaced,
    /// Somebody was taken out of the registries by hand shortly before a list was announced.
    TakenOutBefore,
    /// What was approved is not what was announced.
    ApprovedOtherwise,
    /// A sealed draw was given up.
    DrawVoid,
    /// A task was sealed once more.
    DrawnAgain,
    /// A number was typed anew.
    NumberCorrected,
    /// A draw was changed afterwards.
    DrawAmended,
    /// One person did what takes two.
    WorkedAlone,
    /// An event that this program does not understand.
    UnknownKind,
}

impl Flag {
    /// The flags that an event raises.
    pub fn of(event: &Event) -> Vec<Self> {
        let Some(kind) = Kind::of(event) else {
            return vec![Self::UnknownKind];
        };
        let name = KindName::from(&kind);
        match &kind {
            // Nothing that is only tried out has consequences.
            Kind::DrawSealed(DrawSeal { rehearsal: true, .. })
            | Kind::DrawEnded(DrawEnd { rehearsal: true, .. })
            | Kind::DrawAmended(DrawChange { rehearsal: true, .. }) => return Vec::new(),
            _ => {}
        }
        let mut flags: Vec<Self> = match &kind {
            // Everybody mistypes; the fifth in a row is when the program itself begins to make people wait.
            Kind::AccountRefused { wrong, .. } if *wrong < FREE_ATTEMPTS => Vec::new(),
            Kind::TargetsChanged { count, .. } if *count < MANY => Vec::new(),
            // The first announcement is how it should be.
            Kind::PoolAnnounced(notice) => {
                let replaced = (notice.replaces > 0).then_some(Self::ListReplaced);
                let taken_out = (!notice.taken_out.nobody()).then_some(Self::TakenOutBefore);
                replaced.into_iter().chain(taken_out).collect()
            }
            Kind::TaskMoved(step) if step.announced_otherwise == 0 => Vec::new(),
            Kind::DrawSealed(seal) if seal.attempt > 1 => vec![Self::DrawnAgain],
            Kind::DrawEnded(end) if end.outcome != "drawn" => vec![Self::DrawVoid],
            Kind::NumberTyped(number) if number.again => vec![Self::NumberCorrected],
            _ => raised(name).into_iter().collect(),
        };
        if takes_two(name) && event.second.is_none() {
            flags.push(Self::WorkedAlone);
        }
        flags
    }
}

/// What a kind counts as by itself.
fn raised(kind: KindName) -> Option<Flag> {
    match kind {
        KindName::ClockSetBack => Some(Flag::ClockSetBack),
        KindName::ClockZoneChanged => Some(Flag::ClockZoneChanged),
        KindName::AnchorAcknowledged => Some(Flag::AnchorAcknowledged),
        KindName::AnchorFailed => Some(Flag::AnchorFailed),
        KindName::StationLost => Some(Flag::KeyLost),
        KindName::StationRevoked => Some(Flag::KeyRevoked),
        KindName::StationRotated => Some(Flag::KeyRotated),
        KindName::AccountReset => Some(Flag::PasswordReset),
        KindName::AccountUnlocked => Some(Flag::Unlocked),
        KindName::AccountRecovered => Some(Flag::Recovered),
        KindName::AccountRefused => Some(Flag::WrongPasswords),
        KindName::AccountAdded | KindName::AccountChanged => Some(Flag::PeopleChanged),
        KindName::OfficeRestored | KindName::RestoreApproved | KindName::RestoreAbandoned => {
            Some(Flag::Restored)
        }
        KindName::TargetsChanged => Some(Flag::ManyChanged),
        KindName::ExclusionMoved => Some(Flag::LeftOutByHand),
        KindName::PoolAnnounced => Some(Flag::ListReplaced),
        KindName::TaskMoved => Some(Flag::ApprovedOtherwise),
        // Ordinary work, and what takes a flag's reason away.
        KindName::OfficeCreated
        | KindName::OfficeUpgraded
        | KindName::ProfileSaved
        | KindName::StationMade
        | KindName::StationRewrapped
        | KindName::AccountsBegun
        | KindName::AccountEntered
        | KindName::AccountLeft
        | KindName::PasswordChanged
        | KindName::RecoveryMade
        | KindName::AnchorResumed
        | KindName::BackupMade
        | KindName::BackupSettingsSaved
        | KindName::PersonalKept
        | KindName::PersonalShown
        | KindName::PersonalErased
        | KindName::IdleSaved
        | KindName::TargetAdded
        | KindName::TargetChanged
        | KindName::TargetPlaced
        | KindName::TriggerSet
        | KindName::TriggerEnded
        | KindName::VisitEntered
        | KindName::VisitWithdrawn
        | KindName::RiskGraded
        | KindName::CreditInquired
        | KindName::CreditWithdrawn
        | KindName::InspectorAdded
        | KindName::InspectorChanged
        | KindName::InspectorPlaced
        | KindName::ConflictAdded
        | KindName::ConflictEnded
        | KindName::RotationSaved
        | KindName::ItemAdded
        | KindName::ItemChanged
        | KindName::ItemPlaced
        | KindName::StartersTaken
        | KindName::CatalogSubmitted
        | KindName::CatalogReturned
        | KindName::CatalogRatified
        | KindName::CatalogPublished
        | KindName::RosterImported
        | KindName::RulesSaved
        | KindName::PlanSaved
        | KindName::PlanMoved
        | KindName::TaskSaved
        | KindName::LoanMoved
        | KindName::RecusalMoved
        | KindName::JointMoved
        | KindName::CeremonySaved
        | KindName::CeremonyMoved
        | KindName::CeremonyNoted
        | KindName::DrawSealed
        | KindName::EnvelopePrinted
        | KindName::CardLaid
        | KindName::NumberTyped
        | KindName::NumberConfirmed
        | KindName::DrawEnded
        | KindName::DrawSigned
        | KindName::DrawPublished
        | KindName::OutsideTaken
        | KindName::OutsideWithdrawn
        | KindName::FlagSeen => None,
        KindName::DrawAmended => Some(Flag::DrawAmended),
    }
}

/// Whether an act of this kind is done by two as soon as there are accounts.
fn takes_two(kind: KindName) -> bool {
    match kind {
        KindName::AnchorAcknowledged
        | KindName::StationMade
        | KindName::StationRotated
        | KindName::StationLost
        | KindName::StationRevoked
        | KindName::AccountAdded
        | KindName::AccountChanged
        | KindName::AccountUnlocked
        | KindName::RestoreApproved
        | KindName::OfficeRestored
        | KindName::ExclusionMoved
        | KindName::DrawSealed
        | KindName::DrawAmended => true,
        KindName::OfficeCreated
        | KindName::OfficeUpgraded
        | KindName::ProfileSaved
        | KindName::StationRewrapped
        | KindName::AccountsBegun
        | KindName::AccountEntered
        | KindName::AccountLeft
        | KindName::AccountRefused
        | KindName::AccountReset
        | KindName::AccountRecovered
        | KindName::PasswordChanged
        | KindName::RecoveryMade
        | KindName::ClockSetBack
        | KindName::ClockZoneChanged
        | KindName::AnchorFailed
        | KindName::AnchorResumed
        | KindName::BackupMade
        | KindName::BackupSettingsSaved
        | KindName::RestoreAbandoned
        | KindName::PersonalKept
        | KindName::PersonalShown
        | KindName::PersonalErased
        | KindName::IdleSaved
        | KindName::TargetAdded
        | KindName::TargetChanged
        | KindName::TargetPlaced
        | KindName::TargetsChanged
        | KindName::TriggerSet
        | KindName::TriggerEnded
        | KindName::VisitEntered
        | KindName::VisitWithdrawn
        | KindName::RiskGraded
        | KindName::CreditInquired
        | KindName::CreditWithdrawn
        | KindName::InspectorAdded
        | KindName::InspectorChanged
        | KindName::InspectorPlaced
        | KindName::ConflictAdded
        | KindName::ConflictEnded
        | KindName::RotationSaved
        | KindName::ItemAdded
        | KindName::ItemChanged
        | KindName::ItemPlaced
        | KindName::StartersTaken
        | KindName::CatalogSubmitted
        | KindName::CatalogReturned
        | KindName::CatalogRatified
        | KindName::CatalogPublished
        | KindName::RosterImported
        | KindName::RulesSaved
        | KindName::PlanSaved
        | KindName::PlanMoved
        | KindName::TaskSaved
        | KindName::TaskMoved
        | KindName::PoolAnnounced
        | KindName::LoanMoved
        | KindName::RecusalMoved
        | KindName::JointMoved
        | KindName::CeremonySaved
        | KindName::CeremonyMoved
        | KindName::CeremonyNoted
        | KindName::EnvelopePrinted
        | KindName::CardLaid
        | KindName::NumberTyped
        | KindName::NumberConfirmed
        | KindName::DrawEnded
        | KindName::DrawSigned
        | KindName::DrawPublished
        | KindName::OutsideTaken
        | KindName::OutsideWithdrawn
        | KindName::FlagSeen => false,
    }
}

/// The names under which events may be found that raise flags: everything in the trail but ordinary work.
fn worth_reading(office: &Connection) -> Result<Vec<Mark>> {
    let kinds = filter::kinds(office)?.into_iter();
    let flagged = kinds
        .filter(|name| KindName::of_disk(name).is_none_or(|kind| raised(kind).is_some() || takes_two(kind)));
    Ok(flagged.map(Mark::Kind).collect())
}

impl Desk {
    /// What the supervisor should look at in these days.
    pub fn trail_flags(&self, request: &FlagsRequest) -> Result<FlagsView> {
        let (from, to) = days(request.from.as_deref(), request.to.as_deref())?;
        self.read(Act::TrailFlags, |office| {
            let names = Names::read(office)?;
            let seen = seen(office, &names)?;
            let filter = Filter {
                all_of: vec![worth_reading(office)?],
                from,
                to,
            };
            let mut view = FlagsView {
                counts: Vec::new(),
                entries: Vec::new(),
                total: 0,
                unseen: 0,
            };
            let mut counts: BTreeMap<Flag, (i64, i64)> = BTreeMap::new();
            filter::seqs(office, &filter, None, &mut |seq| {
                let Some(stored) = trail::event(office, seq)? else {
                    return Ok(true);
                };
                let flags = Flag::of(&stored.event);
                if flags.is_empty() {
                    return Ok(true);
                }
                let seen = seen.get(&seq);
                let unseen = i64::from(seen.is_none());
                view.total += 1;
                view.unseen += unseen;
                for flag in &flags {
                    let count = counts.entry(*flag).or_default();
                    *count = (count.0 + 1, count.1 + unseen);
                }
                if view.entries.len() < MAX_ENTRIES {
                    view.entries.push(FlagEntry {
                        entry: told(stored, &names),
                        flags: flags.iter().map(|flag| label(*flag).to_owned()).collect(),
                        seen: seen.cloned(),
                    });
                }
                Ok(true)
            })?;
            view.counts = Flag::VARIANTS
                .iter()
                .map(|flag| counted(*flag, &counts))
                .collect();
            Ok(view)
        })
    }

    /// Notes that the supervisor has seen these flags. What was seen before stays as it was.
    pub fn flags_seen(&self, request: &FlagsSeen) -> Result<FlagsView> {
        self.change(Act::FlagsSeen, |change| {
            let office = change.tx();
            let seen = seen(office, &Names::default())?;
            let mut events = request.events.clone();
            events.sort_unstable();
            events.dedup();
            for seq in &events {
                let stored = trail::event(office, *seq)?
                    .ok_or_else(|| Error::new(Reason::EventUnknown { seq: *seq }, ""))?;
                if Flag::of(&stored.event).is_empty() {
                    return Err(Error::new(Reason::NotFlagged { seq: *seq }, stored.event.kind));
                }
            }
            events.retain(|seq| !seen.contains_key(seq));
            let kind = (!events.is_empty()).then_some(Kind::FlagSeen { events });
            Ok(((), kind))
        })?;
        self.trail_flags(&request.period)
    }
}

fn counted(flag: Flag, counts: &BTreeMap<Flag, (i64, i64)>) -> FlagCount {
    let (count, unseen) = counts.get(&flag).copied().unwrap_or_default();
    let code: &'static str = flag.into();
    FlagCount {
        flag: code.to_owned(),
        label: label(flag).to_owned(),
        why: why(flag).to_owned(),
        count,
        unseen,
    }
}

/// Who saw which event first.
fn seen(office: &Connection, names: &Names) -> Result<BTreeMap<i64, SeenBy>> {
    let filter = Filter {
        all_of: vec![vec![Mark::Kind(KindName::FlagSeen.on_disk())]],
        ..Filter::default()
    };
    let mut seen = BTreeMap::new();
    // Newest first, so an older one takes the place of a newer one.
    filter::seqs(office, &filter, None, &mut |seq| {
        let Some(stored) = trail::event(office, seq)? else {
            return Ok(true);
        };
        if let Some(Kind::FlagSeen { events }) = Kind::of(&stored.event) {
            let by = names.told(&stored.event.actor);
            let at = stored.event.at;
            seen.extend(events.into_iter().map(|event| {
                let seen = SeenBy {
                    by: by.clone(),
                    at: at.clone(),
                };
                (event, seen)
            }));
        }
        Ok(true)
    })?;
    Ok(seen)
}
