//! Every kind of event that the trail can hold, declared once: its name and its payload. Its Chinese sentence stands in
//! `messages`.

pub(crate) mod crew;
mod disk;
pub(crate) mod draw;
pub(crate) mod inspector;
pub(crate) mod item;
pub(crate) mod joint;
pub(crate) mod labels;
pub(crate) mod outside;
mod parts;
pub(crate) mod personal;
pub(crate) mod plan;
pub(crate) mod station;
pub(crate) mod target;

use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumDiscriminants, IntoStaticStr, VariantArray};
use sunlot_store::backup::Occasion;

use self::crew::*;
use self::draw::*;
use self::inspector::*;
use self::item::*;
use self::personal::*;
use self::plan::*;
use self::station::*;
use self::target::*;
use crate::anchor::Standing;
use crate::office::Field;

pub use parts::{MadeAccount, RosterSums, TrailPoint};

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
    /// The station's keys were made.
    #[serde(rename = "station.made")]
    StationMade(KeyMade),
    /// New keys took the place of others, and each signed for the other.
    #[serde(rename = "station.rotated")]
    StationRotated(KeyRotated),
    /// New keys took the place of lost ones.
    #[serde(rename = "station.lost")]
    StationLost(KeyLost),
    /// A key was revoked.
    #[serde(rename = "station.revoked")]
    StationRevoked(KeyRevoked),
    /// The keys were wrapped anew.
    #[serde(rename = "station.rewrapped")]
    StationRewrapped {
        /// The fingerprint of the one that signs records.
        fingerprint: String,
    },
    /// The first accounts were made.
    #[serde(rename = "account.begun")]
    AccountsBegun {
        /// Whose.
        accounts: Vec<MadeAccount>,
    },
    /// An account was added.
    #[serde(rename = "account.added")]
    AccountAdded {
        /// Whose.
        account: MadeAccount,
    },
    /// What an account may do was changed.
    #[serde(rename = "account.changed")]
    AccountChanged {
        /// What it is now.
        account: MadeAccount,
        /// Whether nobody may enter by it any more.
        suspended: bool,
    },
    /// Somebody entered.
    #[serde(rename = "account.entered")]
    AccountEntered {
        /// Who.
        login: String,
    },
    /// Somebody left.
    #[serde(rename = "account.left")]
    AccountLeft {
        /// Who.
        login: String,
    },
    /// Somebody was not let in.
    #[serde(rename = "account.refused")]
    AccountRefused {
        /// By whose account; none where there is no such account.
        login: Option<String>,
        /// Wrong ones in a row now.
        wrong: u32,
        /// Whether as the second person of an act.
        second: bool,
    },
    /// What wrong passwords had shut was opened.
    #[serde(rename = "account.unlocked")]
    AccountUnlocked {
        /// Whose.
        login: String,
        /// Wrong ones in a row until then.
        wrong: u32,
    },
    /// A password was set by the administrator.
    #[serde(rename = "account.reset")]
    AccountReset {
        /// Whose.
        login: String,
    },
    /// Somebody chose another password.
    #[serde(rename = "password.changed")]
    PasswordChanged {
        /// Who.
        login: String,
    },
    /// Somebody entered by the recovery code and chose another password.
    #[serde(rename = "account.recovered")]
    AccountRecovered {
        /// Who.
        login: String,
    },
    /// Somebody had a recovery code made.
    #[serde(rename = "recovery.made")]
    RecoveryMade {
        /// Who.
        login: String,
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
        /// How far the draws had come by the anchor.
        #[serde(default, skip_serializing_if = "DrawsKnown::is_nothing")]
        draws: DrawsKnown,
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
    /// A backup was written and read back whole.
    #[serde(rename = "backup.made")]
    BackupMade {
        /// The file's name.
        file: String,
        /// The folder it was written into.
        folder: String,
        /// Why.
        occasion: Occasion,
        /// Whether it has a passphrase.
        sealed: bool,
        /// The last event in it.
        seq: i64,
    },
    /// Where backups go, and when they are made.
    #[serde(rename = "backup.settings_saved")]
    BackupSettingsSaved {
        /// The version.
        version: i64,
        /// The folder; empty: none.
        folder: String,
        /// How many automatic ones are kept.
        keep: u32,
        /// Whether one is made when the program is left.
        automatic: bool,
    },
    /// Two people agreed that a backup shall take this office's place.
    #[serde(rename = "restore.approved")]
    RestoreApproved {
        /// The file's name.
        backup: String,
        /// Where its trail ends.
        restored: TrailPoint,
    },
    /// Nothing came of a restore; the office went on.
    #[serde(rename = "restore.abandoned")]
    RestoreAbandoned {
        /// The file's name, where it is known.
        backup: Option<String>,
    },
    /// The office was put back from a backup, and an epoch began.
    #[serde(rename = "office.restored")]
    OfficeRestored {
        /// The file's name.
        backup: String,
        /// The epoch.
        epoch: i64,
        /// Where the backup's trail ended.
        restored: TrailPoint,
        /// Where the replaced trail ended; nothing where there was none, or it could not be read.
        replaced: Option<TrailPoint>,
        /// Where the anchor said that the trail stood.
        anchored: Option<TrailPoint>,
        /// The folder that keeps what was replaced.
        aside: Option<String>,
        /// How many personal values were erased again that had been erased since the backup.
        #[serde(default, skip_serializing_if = "is_none")]
        erased: usize,
        /// The fingerprint of a key that had been replaced, lost or revoked since the backup, and is in force again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        revived: Option<String>,
        /// How far the draws had come before.
        #[serde(default, skip_serializing_if = "DrawsKnown::is_nothing")]
        draws: DrawsKnown,
    },
    /// A personal value was kept, sealed. The value is nowhere in the trail.
    #[serde(rename = "personal.kept")]
    PersonalKept(ValueKept),
    /// A personal value was shown in clear.
    #[serde(rename = "personal.shown")]
    PersonalShown(ValueShown),
    /// A personal value was erased for good.
    #[serde(rename = "personal.erased")]
    PersonalErased(ValueErased),
    /// After how long without anybody the screen is locked.
    #[serde(rename = "idle.saved")]
    IdleSaved {
        /// Minutes.
        minutes: u32,
    },
    /// A target was entered.
    #[serde(rename = "target.added")]
    TargetAdded {
        /// Its number.
        target: String,
        /// What it is called.
        name: String,
        /// Why.
        reason: String,
    },
    /// Values of a target were changed.
    #[serde(rename = "target.changed")]
    TargetChanged {
        /// Its number.
        target: String,
        /// What it is called.
        name: String,
        /// Which, by their names.
        fields: Vec<String>,
        /// Why.
        reason: String,
    },
    /// A target was suspended in the registry, removed from it, or taken in again.
    #[serde(rename = "target.placed")]
    TargetPlaced {
        /// Its number.
        target: String,
        /// What it is called.
        name: String,
        /// Where it stands now.
        membership: String,
        /// Why.
        reason: String,
    },
    /// Values of many targets were changed at once.
    #[serde(rename = "targets.changed")]
    TargetsChanged {
        /// How many.
        count: u32,
        /// Which, by the filter, for people.
        which: String,
        /// Which values, by their names.
        fields: Vec<String>,
        /// Why.
        reason: String,
    },
    /// Something began that makes a target be looked at more often.
    #[serde(rename = "trigger.set")]
    TriggerSet(FlagSet),
    /// It ended, or was a mistake.
    #[serde(rename = "trigger.ended")]
    TriggerEnded(FlagOver),
    /// A visit that was made outside of the program was entered.
    #[serde(rename = "visit.entered")]
    VisitEntered {
        /// The number of the target.
        target: String,
        /// What it is called.
        name: String,
        /// When.
        held_on: String,
    },
    /// A visit was taken back as a mistake.
    #[serde(rename = "visit.withdrawn")]
    VisitWithdrawn(VisitTakenBack),
    /// A target was graded by its risk.
    #[serde(rename = "risk.graded")]
    RiskGraded(RiskGraded),
    /// A target's credit was looked up.
    #[serde(rename = "credit.inquired")]
    CreditInquired(CreditInquired),
    /// An inquiry was taken back as a mistake.
    #[serde(rename = "credit.withdrawn")]
    CreditWithdrawn(InquiryWithdrawn),
    /// An inspector was entered.
    #[serde(rename = "inspector.added")]
    InspectorAdded(InspectorMade),
    /// Values of an inspector were changed.
    #[serde(rename = "inspector.changed")]
    InspectorChanged(InspectorEdit),
    /// An inspector was suspended in the registry, removed from it, or taken in again.
    #[serde(rename = "inspector.placed")]
    InspectorPlaced(InspectorMove),
    /// A conflict of interest between an inspector and a target was entered.
    #[serde(rename = "conflict.added")]
    ConflictAdded(ConflictMade),
    /// It ended, or was a mistake.
    #[serde(rename = "conflict.ended")]
    ConflictEnded(ConflictOver),
    /// Somebody chose how long two should not meet again.
    #[serde(rename = "rotation.saved")]
    RotationSaved(Rotation),
    /// An inspection item was entered.
    #[serde(rename = "item.added")]
    ItemAdded(ItemMade),
    /// Values of an item were changed.
    #[serde(rename = "item.changed")]
    ItemChanged(ItemEdit),
    /// An item was removed from the working list, or taken in again.
    #[serde(rename = "item.placed")]
    ItemPlaced(ItemMove),
    /// Items of the library became examples in the working list.
    #[serde(rename = "starters.taken")]
    StartersTaken(StartersMade),
    /// The working list was handed in as an edition.
    #[serde(rename = "catalog.submitted")]
    CatalogSubmitted(CatalogSent),
    /// An edition was sent back.
    #[serde(rename = "catalog.returned")]
    CatalogReturned(CatalogBack),
    /// An edition was decided.
    #[serde(rename = "catalog.ratified")]
    CatalogRatified(CatalogDecided),
    /// An edition was made public.
    #[serde(rename = "catalog.published")]
    CatalogPublished(CatalogShown),
    /// A roster was taken over.
    #[serde(rename = "roster.imported")]
    RosterImported(RosterTaken),
    /// A rule profile was saved, or put in force.
    #[serde(rename = "rules.saved")]
    RulesSaved(RulesChange),
    /// A plan was written down or changed.
    #[serde(rename = "plan.saved")]
    PlanSaved(PlanEdit),
    /// A plan was approved, handed in, published, or taken back to be changed.
    #[serde(rename = "plan.moved")]
    PlanMoved(PlanStep),
    /// A task was written down or changed.
    #[serde(rename = "task.saved")]
    TaskSaved(TaskEdit),
    /// A task was approved or given up.
    #[serde(rename = "task.moved")]
    TaskMoved(TaskStep),
    /// A target was left out of a task's pool by a decision, or taken in again.
    #[serde(rename = "exclusion.moved")]
    ExclusionMoved(HandExclusion),
    /// The list of a task was announced.
    #[serde(rename = "pool.announced")]
    PoolAnnounced(PoolNotice),
    /// An inspector was lent for a task, or given back.
    #[serde(rename = "loan.moved")]
    LoanMoved(LoanStep),
    /// Somebody asked that an inspector stay away from a target, or it was decided or taken back.
    #[serde(rename = "recusal.moved")]
    RecusalMoved(RecusalStep),
    /// Partner departments were asked whom they send, or the answer of one was taken.
    #[serde(rename = "joint.moved")]
    JointMoved(joint::JointStep),
    /// A ceremony was begun, or its seats written down.
    #[serde(rename = "ceremony.saved")]
    CeremonySaved(CeremonyEdit),
    /// A ceremony came a step further.
    #[serde(rename = "ceremony.moved")]
    CeremonyMoved(CeremonyStep),
    /// Something was said in the room.
    #[serde(rename = "ceremony.noted")]
    CeremonyNoted(CeremonyRemark),
    /// A draw was sealed.
    #[serde(rename = "draw.sealed")]
    DrawSealed(DrawSeal),
    /// The second copy of a secret went to the printer.
    #[serde(rename = "envelope.printed")]
    EnvelopePrinted(SecretCopy),
    /// A card was laid down, or taken up again.
    #[serde(rename = "card.laid")]
    CardLaid(CardLaid),
    /// A number was typed.
    #[serde(rename = "number.typed")]
    NumberTyped(NumberGiven),
    /// A number was confirmed.
    #[serde(rename = "number.confirmed")]
    NumberConfirmed(NumberGiven),
    /// A sealed draw ended, drawn or given up.
    #[serde(rename = "draw.ended")]
    DrawEnded(DrawEnd),
    /// The station signed a draw.
    #[serde(rename = "draw.signed")]
    DrawSigned(DrawSigned),
    /// The published folder of a draw was written.
    #[serde(rename = "draw.published")]
    DrawPublished(DrawShown),
    /// A draw was changed afterwards.
    #[serde(rename = "draw.amended")]
    DrawAmended(DrawChange),
    /// A draw of another system was registered.
    #[serde(rename = "outside.taken")]
    OutsideTaken(outside::OutsideTaken),
    /// A draw of another system counts no more.
    #[serde(rename = "outside.withdrawn")]
    OutsideWithdrawn(outside::OutsideWithdrawn),
    /// The supervisor has seen red flags.
    #[serde(rename = "flag.seen")]
    FlagSeen {
        /// The events that raise them.
        events: Vec<i64>,
    },
}

/// Events from before there was anything to count have no such number.
fn is_none(count: &usize) -> bool {
    *count == 0
}

#[cfg(test)]
mod tests;
