//! Every kind of event that the trail can hold, declared once: its name and its payload. Its Chinese sentence stands in
//! `messages`.

mod disk;
mod parts;

use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumDiscriminants, IntoStaticStr, VariantArray};
use sunlot_store::backup::Occasion;

use crate::anchor::Standing;
use crate::office::Field;

pub use parts::{MadeAccount, TrailPoint};

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
    StationMade {
        /// The fingerprint of the one that signs records.
        fingerprint: String,
        /// SHA-256 of the certificate.
        certificate: String,
        /// Which life of the office's data this is.
        epoch: u64,
    },
    /// New keys took the place of others, and each signed for the other.
    #[serde(rename = "station.rotated")]
    StationRotated {
        /// The fingerprint of the one before.
        former: String,
        /// The fingerprint of the new one.
        fingerprint: String,
        /// SHA-256 of the new certificate.
        certificate: String,
        /// Why.
        reason: String,
    },
    /// New keys took the place of lost ones.
    #[serde(rename = "station.lost")]
    StationLost {
        /// The fingerprint of the lost one.
        former: String,
        /// The fingerprint of the new one.
        fingerprint: String,
        /// SHA-256 of the new certificate.
        certificate: String,
        /// How it was lost.
        reason: String,
    },
    /// A key was revoked.
    #[serde(rename = "station.revoked")]
    StationRevoked {
        /// Its fingerprint.
        fingerprint: String,
        /// From when it does not count.
        since: String,
        /// Why.
        reason: String,
        /// Whether a key signed that.
        signed: bool,
    },
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
    },
    /// The supervisor has seen red flags.
    #[serde(rename = "flag.seen")]
    FlagSeen {
        /// The events that raise them.
        events: Vec<i64>,
    },
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;

    use super::*;
    use crate::account::{Names, Role};

    fn login() -> String {
        "lina".to_owned()
    }

    fn lina() -> MadeAccount {
        MadeAccount {
            login: login(),
            name: "李娜".to_owned(),
            roles: vec![Role::Handler, Role::Administrator],
        }
    }

    fn wang() -> MadeAccount {
        MadeAccount {
            login: "wang".to_owned(),
            name: "王建国".to_owned(),
            roles: vec![Role::Supervisor],
        }
    }

    fn point() -> TrailPoint {
        TrailPoint {
            seq: 57,
            head: "00".repeat(32),
        }
    }

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
            Kind::StationMade {
                fingerprint: "7c1e".to_owned(),
                certificate: "9f3c".to_owned(),
                epoch: 1,
            },
            Kind::StationRotated {
                former: "7c1e".to_owned(),
                fingerprint: "02ab".to_owned(),
                certificate: "9f3c".to_owned(),
                reason: "每年更换".to_owned(),
            },
            Kind::StationLost {
                former: "02ab".to_owned(),
                fingerprint: "55d0".to_owned(),
                certificate: "9f3c".to_owned(),
                reason: "口令忘了".to_owned(),
            },
            Kind::StationRevoked {
                fingerprint: "55d0".to_owned(),
                since: "2026-11-20T09:41:00+08:00".to_owned(),
                reason: "U 盘丢失".to_owned(),
                signed: false,
            },
            Kind::StationRewrapped {
                fingerprint: "55d0".to_owned(),
            },
            Kind::AccountsBegun {
                accounts: vec![lina(), wang()],
            },
            Kind::AccountAdded { account: wang() },
            Kind::AccountChanged {
                account: wang(),
                suspended: true,
            },
            Kind::AccountEntered { login: login() },
            Kind::AccountLeft { login: login() },
            Kind::AccountRefused {
                login: Some(login()),
                wrong: 5,
                second: true,
            },
            Kind::AccountUnlocked {
                login: login(),
                wrong: 15,
            },
            Kind::AccountReset { login: login() },
            Kind::PasswordChanged { login: login() },
            Kind::AccountRecovered { login: login() },
            Kind::RecoveryMade { login: login() },
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
                anchored: Some(point()),
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
            Kind::BackupMade {
                file: "清源县应急管理局-20261120-0941.sunlot-backup".to_owned(),
                folder: "E:\\".to_owned(),
                occasion: Occasion::Hand,
                sealed: true,
                seq: 57,
            },
            Kind::BackupSettingsSaved {
                version: 1,
                folder: String::new(),
                keep: 10,
                automatic: true,
            },
            Kind::RestoreApproved {
                backup: "a.sunlot-backup".to_owned(),
                restored: point(),
            },
            Kind::RestoreAbandoned { backup: None },
            Kind::OfficeRestored {
                backup: "a.sunlot-backup".to_owned(),
                epoch: 2,
                restored: point(),
                replaced: None,
                anchored: None,
                aside: None,
            },
        ]
    }

    #[test]
    fn a_filter_by_kind_looks_for_the_name_that_stands_on_disk() {
        for kind in one_of_each() {
            let name = json!(kind)["kind"].as_str().unwrap().to_owned();
            assert_eq!(
                KindName::from(&kind).on_disk(),
                name,
                "{kind:?} by its name alone"
            );
            assert_eq!(KindName::of_disk(&name), Some(KindName::from(&kind)), "and back");
        }
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
            assert!(
                !kind.sentence(&Names::default()).is_empty(),
                "{kind:?} must say what happened"
            );
        }
        assert_eq!(
            one_of_each()[2].sentence(&Names::default()),
            "保存单位资料第 3 版，改动：单位名称、监督电话",
            "fields are called what the form calls them"
        );
        assert_eq!(
            one_of_each()[3].sentence(&Names::default()),
            "设立账户：李娜（lina，经办员、管理员）、王建国（wang，监督员）",
            "who may enter, and as what, is plain to everybody who reads the trail"
        );
    }
}
