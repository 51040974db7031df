//! One of each kind: its name on disk, and that it says what happened.

mod draws;
mod plans;

use std::collections::BTreeSet;

use serde_json::json;

use super::inspector::ConflictBetween;
use super::*;
use crate::account::{Names, Role};
use crate::import::Registry;
use crate::inspector::Relation;
use crate::personal::{Holder, HolderKind, PersonalField};
use crate::target::FlagKind;

mod samples;

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

fn holder() -> Holder {
    let kind = HolderKind::Account;
    Holder { kind, id: login() }
}

fn inspector() -> String {
    "RY-000012".to_owned()
}

fn between() -> ConflictBetween {
    ConflictBetween {
        inspector: inspector(),
        name: "王芳".to_owned(),
        target: target(),
        target_name: name(),
        relation: Relation::Kinship,
    }
}

fn target() -> String {
    "DX-000012".to_owned()
}

fn item() -> String {
    "SX-000001".to_owned()
}

fn matter() -> String {
    "雷电防护装置安全检测情况的检查".to_owned()
}

fn edition() -> String {
    "2026年第1版".to_owned()
}

fn name() -> String {
    "安肃臧记饲料有限公司".to_owned()
}

fn point() -> TrailPoint {
    TrailPoint {
        seq: 57,
        head: "00".repeat(32),
    }
}

fn one_of_each() -> Vec<Kind> {
    let mut all = others();
    all.extend(plans::plans());
    all.extend(draws::draws());
    all.extend(outside::samples());
    all
}

fn others() -> Vec<Kind> {
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
        Kind::StationMade(KeyMade {
            fingerprint: "7c1e".to_owned(),
            certificate: "9f3c".to_owned(),
            epoch: 1,
        }),
        Kind::StationRotated(KeyRotated {
            former: "7c1e".to_owned(),
            fingerprint: "02ab".to_owned(),
            certificate: "9f3c".to_owned(),
            reason: "每年更换".to_owned(),
        }),
        Kind::StationLost(KeyLost {
            former: "02ab".to_owned(),
            fingerprint: "55d0".to_owned(),
            certificate: "9f3c".to_owned(),
            reason: "口令忘了".to_owned(),
        }),
        Kind::StationRevoked(KeyRevoked {
            fingerprint: "55d0".to_owned(),
            since: "2026-11-20T09:41:00+08:00".to_owned(),
            reason: "U 盘丢失".to_owned(),
            signed: false,
        }),
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
            draws: DrawsKnown::default(),
        },
        Kind::AnchorFailed {
            place: "/home/lina/.local/state/sunlot/anchors".to_owned(),
            why: "Permission denied".to_owned(),
        },
        Kind::AnchorResumed {
            place: "/home/lina/.local/state/sunlot/anchors".to_owned(),
        },
        Kind::PersonalKept(ValueKept {
            holder: holder(),
            field: PersonalField::IdNumber,
            reason: "办理执法证".to_owned(),
        }),
        Kind::PersonalShown(ValueShown {
            holder: holder(),
            field: PersonalField::MobilePhone,
            reason: "夜间联系".to_owned(),
        }),
        Kind::PersonalErased(ValueErased {
            holder: holder(),
            field: PersonalField::MobilePhone,
            reason: "调离".to_owned(),
        }),
        Kind::IdleSaved { minutes: 15 },
        Kind::FlagSeen { events: vec![7, 9] },
        Kind::TargetAdded {
            target: target(),
            name: name(),
            reason: "新开业".to_owned(),
        },
        Kind::TargetChanged {
            target: target(),
            name: name(),
            fields: vec!["township".to_owned(), "credit".to_owned()],
            reason: "年度复核".to_owned(),
        },
        Kind::TargetPlaced {
            target: target(),
            name: name(),
            membership: "removed".to_owned(),
            reason: "已注销".to_owned(),
        },
        Kind::TargetsChanged {
            count: 187,
            which: "信用：不良、一般".to_owned(),
            fields: vec!["supervisor".to_owned()],
            reason: "科室调整".to_owned(),
        },
        Kind::TriggerSet(FlagSet {
            target: target(),
            name: name(),
            flag: FlagKind::ManyComplaints,
            since: "2026-11-01".to_owned(),
            evidence: "12345 转办 7 件".to_owned(),
        }),
        Kind::TriggerEnded(FlagOver {
            target: target(),
            name: name(),
            flag: FlagKind::Blacklist,
            until: "2026-11-20".to_owned(),
            reason: "信用修复".to_owned(),
        }),
        Kind::VisitEntered {
            target: target(),
            name: name(),
            held_on: "2026-03-05".to_owned(),
        },
        Kind::VisitWithdrawn(VisitTakenBack {
            target: target(),
            name: name(),
            held_on: "2026-03-05".to_owned(),
            reason: "录重了".to_owned(),
        }),
        Kind::RiskGraded(RiskGraded {
            target: target(),
            name: name(),
            score: 58,
            graded: "medium_high".to_owned(),
            level: "medium".to_owned(),
            lowered_for: "已装自动报警，试运行三个月".to_owned(),
            newer: String::new(),
        }),
        Kind::CreditInquired(CreditInquired {
            target: target(),
            name: name(),
            inquired_on: "2026-11-20".to_owned(),
            source: "国家企业信用信息公示系统".to_owned(),
        }),
        Kind::CreditWithdrawn(InquiryWithdrawn {
            target: target(),
            name: name(),
            inquired_on: "2026-11-20".to_owned(),
            reason: "查错了户".to_owned(),
        }),
        Kind::InspectorAdded(InspectorMade {
            inspector: inspector(),
            name: "王芳".to_owned(),
            reason: "新招录".to_owned(),
        }),
        Kind::InspectorChanged(InspectorEdit {
            inspector: inspector(),
            name: "王芳".to_owned(),
            fields: vec!["cert_valid_to".to_owned(), "department".to_owned()],
            reason: "换证".to_owned(),
        }),
        Kind::InspectorPlaced(InspectorMove {
            inspector: inspector(),
            name: "王芳".to_owned(),
            membership: "suspended".to_owned(),
            reason: "借调半年".to_owned(),
        }),
        Kind::ConflictAdded(ConflictMade {
            between: between(),
            told_by: "本人申报".to_owned(),
            since: "2026-11-01".to_owned(),
            until: String::new(),
        }),
        Kind::ConflictEnded(ConflictOver {
            between: between(),
            until: "2026-11-20".to_owned(),
            reason: "亲属已离职".to_owned(),
        }),
        Kind::RotationSaved(Rotation {
            months: 24,
            reason: "细则第九条".to_owned(),
        }),
        Kind::ItemAdded(ItemMade {
            item: item(),
            name: matter(),
            reason: "新增职权".to_owned(),
        }),
        Kind::ItemChanged(ItemEdit {
            item: item(),
            name: matter(),
            fields: vec!["ratio".to_owned(), "bases".to_owned()],
            reason: "条例修订".to_owned(),
        }),
        Kind::ItemPlaced(ItemMove {
            item: item(),
            name: matter(),
            membership: "removed".to_owned(),
            reason: "职权划转".to_owned(),
        }),
        Kind::StartersTaken(StartersMade {
            count: 2,
            trades: vec!["气象防雷".to_owned()],
            first: item(),
            last: "SX-000002".to_owned(),
            reason: "初次建清单".to_owned(),
        }),
        Kind::CatalogSubmitted(CatalogSent {
            edition: edition(),
            title: "2026年随机抽查事项清单".to_owned(),
            items: 2,
            on: "2026-01-05".to_owned(),
            to: "徐水区司法局".to_owned(),
            reason: "年度调整".to_owned(),
        }),
        Kind::CatalogReturned(CatalogBack {
            edition: edition(),
            on: "2026-01-08".to_owned(),
            reason: "第二项依据要写到条款".to_owned(),
        }),
        Kind::CatalogRatified(CatalogDecided {
            edition: edition(),
            by: "徐水区司法局".to_owned(),
            on: "2026-01-12".to_owned(),
            no: "徐司审〔2026〕3号".to_owned(),
            effective_on: "2026-02-01".to_owned(),
        }),
        Kind::CatalogPublished(CatalogShown {
            edition: edition(),
            on: "2026-01-15".to_owned(),
            channels: "区政府门户网站“双随机一公开”专栏".to_owned(),
        }),
        Kind::RosterImported(RosterTaken {
            import: 3,
            registry: Registry::Targets,
            file: "企业名单.xlsx".to_owned(),
            digest: "9f".repeat(32),
            sums: RosterSums {
                read: 12,
                added: 5,
                updated: 2,
                same: 1,
                skipped: 3,
                errors: 1,
            },
            reason: "年度更新".to_owned(),
        }),
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
            erased: 2,
            revived: Some("0123456789abcdef".repeat(2)),
            draws: DrawsKnown {
                sealed: 7,
                ended: 6,
                digest: Some("22".repeat(32)),
            },
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
        one_of_each()[8].sentence(&Names::default()),
        "设立账户：李娜（lina，经办员、管理员）、王建国（wang，监督员）",
        "who may enter, and as what, is plain to everybody who reads the trail"
    );
}
