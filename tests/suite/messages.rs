//! Every text about something that went wrong, in a file that a clerk could read and correct.

use std::collections::{BTreeSet, HashSet};

use expect_test::expect_file;
use strum::EnumCount;
use sunlot_app::anchor::Standing;
use sunlot_app::backup::BackupFault;
use sunlot_app::ceremony::{CeremonyFault, CeremonyFlaw};
use sunlot_app::import::ImportFault;
use sunlot_app::inspector::{InspectorFault, InspectorFlaw};
use sunlot_app::item::{ItemFault, ItemFlaw};
use sunlot_app::messages::{self, Words};
use sunlot_app::outside::{OutsideFault, OutsideFlaw};
use sunlot_app::personal::{PersonalFault, PersonalFlaw};
use sunlot_app::plan::{PlanFault, PlanFlaw};
use sunlot_app::printer::NotPrinted;
use sunlot_app::reader::ReaderFault;
use sunlot_app::rules::{RulesFault, RulesFlaw};
use sunlot_app::station::{StationFault, StationFlaw};
use sunlot_app::target::{TargetFault, TargetFlaw};
use sunlot_app::task::{TaskFault, TaskFlaw};
use sunlot_app::{AccessFault, AccountFlaw, Flaw, Reason};
use sunlot_draw::Refusal;
use sunlot_draw::problem::{Breach, Fault as FormFault};
use sunlot_draw::read::Unreadable;
use sunlot_store::Fault;

use crate::ceremonies::words::{ceremony_faults, ceremony_flaws};
use crate::items::words::{item_faults, item_flaws};
use crate::outside::words::{outside_faults, outside_flaws};
use crate::personal::words::{personal_faults, personal_flaws};
use crate::plans::words::{plan_faults, plan_flaws};
use crate::reader::words::reader_faults;
use crate::reasons::{access_faults, account_flaws, backup_faults, not_printed};
use crate::roster::words::{import_faults, inspector_faults, inspector_flaws, target_faults, target_flaws};
use crate::rules::words::{rules_faults, rules_flaws};
use crate::station::words::{station_faults, station_flaws};
use crate::support::root;
use crate::tasks::words::{task_faults, task_flaws};

fn reasons() -> Vec<Reason> {
    let folder = || "D:\\阳光摇号".to_owned();
    let record = || "record.sunlot.json".to_owned();
    let anchor = || "E:\\sunlot-anchor-0a1b2c3d.json".to_owned();
    let sheet = || "E:\\留痕.xlsx".to_owned();
    let mut reasons = vec![
        Reason::OfficeInUse,
        Reason::OfficeMissing { folder: folder() },
        Reason::FolderNotOffice { folder: folder() },
        Reason::OfficeThere { folder: folder() },
        Reason::WindowUnopened { folder: folder() },
        Reason::PlaceInOffice {
            file: folder() + "\\office.db",
        },
        Reason::PlaceTaken { file: sheet() },
        Reason::PlaceEnding {
            file: "E:\\名单.txt".to_owned(),
            ending: "xlsx".to_owned(),
        },
        Reason::FileNotOffice {
            file: folder() + "\\office.db",
        },
        Reason::OfficeNewer { found: 7, known: 5 },
        Reason::NoPlace,
        Reason::DiskUnsafe,
        Reason::UpgradeBackupFailed,
        Reason::OfficeDamaged,
        Reason::DiskFull,
        Reason::NotWritable,
        Reason::NotReadable,
        Reason::OfficeBusy,
        Reason::DiskFailure,
        Reason::ProfileInvalid { count: 3 },
        Reason::CommandUnknown {
            command: "fly".to_owned(),
        },
        Reason::CommandMissing,
        Reason::ArgumentUnknown {
            argument: "--colour".to_owned(),
        },
        Reason::ArgumentMissing {
            argument: "--name".to_owned(),
        },
        Reason::ArgumentValueMissing {
            argument: "--name".to_owned(),
        },
        Reason::ArgumentValueWrong {
            argument: "--last".to_owned(),
            value: "0".to_owned(),
        },
        Reason::ArgumentNotAmong {
            argument: "--where credit".to_owned(),
            value: "坏".to_owned(),
            among: ["good 良好".to_owned(), "poor 不良".to_owned()].into(),
        },
        Reason::ArgumentTwice {
            argument: "--name".to_owned(),
        },
        Reason::FileMissing { file: record() },
        Reason::FileUnread { file: record() },
        Reason::FileUnwritten {
            file: "E:\\公告.json".to_owned(),
        },
        Reason::DrawFileUnreadable {
            file: record(),
            why: Unreadable::NotJson,
        },
        Reason::DrawFileFaulty {
            file: record(),
            count: 2,
        },
        Reason::DrawRefused { count: 3 },
        Reason::DrawWithoutSecret,
        Reason::AmendmentRefused {
            number: 2,
            refusal: Refusal::NoSuchAmendment(7),
        },
        Reason::VoidAmended,
        Reason::DrawFileInvalid {
            file: record(),
            checks: "crews、digest".to_owned(),
        },
        Reason::TargetUnknown {
            asked: "91029724A58085012K".to_owned(),
            sealed: 0,
        },
        Reason::TargetUnknown {
            asked: "91029724A58085012K".to_owned(),
            sealed: 27,
        },
        Reason::FileTooLarge {
            file: "公开文件.json".to_owned(),
        },
        Reason::NumberUnknown {
            asked: "A-371".to_owned(),
            strata: vec![("A".to_owned(), 18), ("B".to_owned(), 42), ("C".to_owned(), 0)],
        },
        Reason::AnchorDiffers(Standing::Shorter {
            anchored: 57,
            found: 51,
        }),
        Reason::AnchorFits,
        Reason::AcknowledgementInvalid,
        Reason::AnchorFileUnreadable { file: anchor() },
        Reason::AnchorOfAnother { file: anchor() },
        Reason::AnchorWouldGoBack {
            file: anchor(),
            standing: Standing::Missing,
        },
        Reason::AlreadyVerifying,
        Reason::FilterInvalid,
        Reason::EventUnknown { seq: 99 },
        Reason::NotFlagged { seq: 2 },
        Reason::TooManyRows {
            found: 1_200_000,
            max: 1_048_575,
        },
        Reason::PlaceFull { file: sheet() },
        Reason::PlaceNotWritable { file: sheet() },
        Reason::PlaceMissing { file: sheet() },
        Reason::PlaceFailed { file: sheet() },
        Reason::SheetForSeveral,
        Reason::OutputFailed,
        Reason::FontsMissing {
            places: vec!["/opt/sunlot/assets".to_owned(), "/usr/share/sunlot".to_owned()],
        },
        Reason::FontDamaged {
            file: "fonts/pdf/song.otf".to_owned(),
        },
        Reason::RequestUnreadable,
        Reason::NoEntropy,
        Reason::Internal,
    ];
    reasons.extend(access_faults().into_iter().map(Reason::Access));
    reasons.extend(backup_faults().into_iter().map(Reason::Backup));
    reasons.extend(station_faults().into_iter().map(Reason::Station));
    reasons.extend(personal_faults().into_iter().map(Reason::Personal));
    reasons.extend(target_faults().into_iter().map(Reason::Target));
    reasons.extend(inspector_faults().into_iter().map(Reason::Inspector));
    reasons.extend(item_faults().into_iter().map(Reason::Item));
    reasons.extend(rules_faults().into_iter().map(Reason::Rules));
    reasons.extend(task_faults().into_iter().map(Reason::Task));
    reasons.extend(ceremony_faults().into_iter().map(Reason::Ceremony));
    reasons.extend(outside_faults().into_iter().map(Reason::Outside));
    reasons.extend(import_faults().into_iter().map(Reason::Import));
    reasons.extend(plan_faults().into_iter().map(Reason::Plan));
    reasons.extend(reader_faults().into_iter().map(Reason::Reader));
    reasons.extend(not_printed().into_iter().map(|why| Reason::NotPrinted { why }));
    reasons
}

fn flaws() -> Vec<(&'static str, Flaw)> {
    vec![
        ("单位名称", Flaw::Required),
        ("单位名称", Flaw::TooLong { max: 60, found: 72 }),
        ("备注", Flaw::IdNumberInText),
        (
            "单位名称",
            Flaw::Invisible {
                place: 4,
                found: '\u{200B}',
            },
        ),
        ("单位代码", Flaw::UsccScientific),
        ("单位代码", Flaw::UsccCutBySpreadsheet),
        ("单位代码", Flaw::UsccLength { found: 15 }),
        (
            "单位代码",
            Flaw::UsccCharacter {
                place: 10,
                found: 'O',
            },
        ),
        (
            "单位代码",
            Flaw::UsccCheckCharacter {
                expected: '3',
                found: '4',
            },
        ),
        ("行政区划代码", Flaw::RegionCharacter { place: 3, found: 'O' }),
        ("行政区划代码", Flaw::RegionLength { found: 7 }),
        (
            "行政区划代码",
            Flaw::RegionProvince {
                found: "99".to_owned(),
            },
        ),
        ("行政区划名称", Flaw::RegionNameMissing),
        (
            "监督电话",
            Flaw::PhoneCharacter {
                place: 14,
                found: '李',
            },
        ),
        (
            "监督电话",
            Flaw::PhoneDigits {
                number: "0312-86823".to_owned(),
                found: 9,
            },
        ),
        (
            "监督电话",
            Flaw::PhoneDigits {
                number: String::new(),
                found: 0,
            },
        ),
        ("监督电话", Flaw::PhoneTooLong { max: 60 }),
        (
            "机关代字",
            Flaw::DocPrefixCharacter {
                place: 4,
                found: '〔',
            },
        ),
        ("机关代字", Flaw::DocPrefixWholeNumber),
        ("机关代字", Flaw::DocPrefixTooLong { max: 12, found: 13 }),
        ("委托机关", Flaw::EntrustingAuthorityMissing),
        ("委托机关", Flaw::EntrustingAuthorityUnwanted),
        ("第 1 条公示渠道", Flaw::ChannelDetailMissing),
        ("第 3 条公示渠道", Flaw::ChannelTwice { first: 2 }),
        ("公示渠道", Flaw::TooManyChannels { max: 20, found: 21 }),
        (
            "起始日期",
            Flaw::NotADay {
                found: "2026-11-31".to_owned(),
            },
        ),
        ("截止日期", Flaw::DaysReversed),
        (
            "manifest.office.name",
            Flaw::FileFault(FormFault::Character {
                place: 3,
                character: '\u{200b}',
            }),
        ),
        (
            "manifest.strata[0].quota",
            Flaw::RuleBroken(Breach::Quota {
                size: 40,
                expected: 2,
                quota: 3,
            }),
        ),
    ]
    .into_iter()
    .chain(
        account_flaws()
            .into_iter()
            .map(|(label, flaw)| (label, Flaw::Account(flaw))),
    )
    .chain(
        station_flaws()
            .into_iter()
            .map(|(label, flaw)| (label, Flaw::Station(flaw))),
    )
    .chain(
        personal_flaws()
            .into_iter()
            .map(|(label, flaw)| (label, Flaw::Personal(flaw))),
    )
    .chain(
        target_flaws()
            .into_iter()
            .map(|flaw| ("成立日期", Flaw::Target(flaw))),
    )
    .chain(
        inspector_flaws()
            .into_iter()
            .map(|(label, flaw)| (label, Flaw::Inspector(flaw))),
    )
    .chain(
        item_flaws()
            .into_iter()
            .map(|(label, flaw)| (label, Flaw::Item(flaw))),
    )
    .chain(
        rules_flaws()
            .into_iter()
            .map(|(label, flaw)| (label, Flaw::Rules(flaw))),
    )
    .chain(
        task_flaws()
            .into_iter()
            .map(|(label, flaw)| (label, Flaw::Task(flaw))),
    )
    .chain(
        ceremony_flaws()
            .into_iter()
            .map(|(label, flaw)| (label, Flaw::Ceremony(flaw))),
    )
    .chain(
        plan_flaws()
            .into_iter()
            .map(|(label, flaw)| (label, Flaw::Plan(flaw))),
    )
    .chain(
        outside_flaws()
            .into_iter()
            .map(|(label, flaw)| (label, Flaw::Outside(flaw))),
    )
    .collect()
}

fn faults() -> Vec<Fault> {
    let table = || "office_profile".to_owned();
    vec![
        Fault::Damaged {
            detail: "row 3 missing from index".to_owned(),
        },
        Fault::Schema {
            object: "trigger audit_event_delete".to_owned(),
        },
        Fault::Gap {
            expected: 3,
            found: 4,
        },
        Fault::EventChanged { seq: 3 },
        Fault::RowsChanged {
            seq: 3,
            table: table(),
            expected: 1,
            found: 1,
        },
        Fault::RowsChanged {
            seq: 3,
            table: table(),
            expected: 1,
            found: 0,
        },
        Fault::ObjectsChanged { seq: 7 },
        Fault::CheckpointDiffers { seq: 40 },
        Fault::StrayRow {
            table: table(),
            key: "1/9".to_owned(),
        },
    ]
}

fn paragraph(code: &str, words: Words) -> String {
    format!("{code}\n  {}\n  {}\n", words.message, words.hint)
}

#[test]
fn every_text_stands_in_the_golden_file() {
    let codes: BTreeSet<_> = reasons().iter().map(Reason::code).collect();
    assert_eq!(
        codes.len(),
        // Each group of its own stands for all of its members.
        Reason::COUNT - 14
            + AccessFault::COUNT
            + BackupFault::COUNT
            + StationFault::COUNT
            + PersonalFault::COUNT
            + TargetFault::COUNT
            + InspectorFault::COUNT
            + ItemFault::COUNT
            + RulesFault::COUNT
            + ImportFault::COUNT
            + PlanFault::COUNT
            + OutsideFault::COUNT
            + TaskFault::COUNT
            + CeremonyFault::COUNT
            + ReaderFault::COUNT,
        "a new reason must be added to this list"
    );
    let codes: BTreeSet<&'static str> = flaws().iter().map(|(_, flaw)| flaw.code()).collect();
    assert_eq!(
        codes.len(),
        Flaw::COUNT - 11
            + AccountFlaw::COUNT
            + StationFlaw::COUNT
            + PersonalFlaw::COUNT
            + TargetFlaw::COUNT
            + InspectorFlaw::COUNT
            + ItemFlaw::COUNT
            + RulesFlaw::COUNT
            + PlanFlaw::COUNT
            + TaskFlaw::COUNT
            + CeremonyFlaw::COUNT
            + OutsideFlaw::COUNT,
        "a new flaw must be added to this list"
    );

    let kinds: HashSet<_> = not_printed().iter().map(std::mem::discriminant).collect();
    assert_eq!(
        kinds.len(),
        NotPrinted::COUNT,
        "a new reason not to print must be added to this list"
    );

    let mut text = "== 为什么没有办成 ==\n".to_owned();
    text.extend(
        reasons()
            .iter()
            .map(|reason| paragraph(reason.code(), messages::of_reason(reason))),
    );
    text += "\n== 哪一项不对 ==\n";
    text.extend(
        flaws()
            .iter()
            .map(|(label, flaw)| paragraph(flaw.code(), messages::of_flaw(label, flaw))),
    );
    text += "\n== 留痕哪里不符 ==\n";
    text.extend(
        faults()
            .iter()
            .map(|fault| paragraph("", messages::of_fault(fault))),
    );
    expect_file![root().join("tests/golden/messages.txt")].assert_eq(&text);
}

#[test]
fn every_text_says_what_to_do_and_blames_nobody() {
    let all = reasons()
        .iter()
        .map(messages::of_reason)
        .collect::<Vec<_>>()
        .into_iter();
    let all = all.chain(
        flaws()
            .iter()
            .map(|(label, flaw)| messages::of_flaw(label, flaw))
            .collect::<Vec<_>>(),
    );
    for Words { message, hint } in all.chain(faults().iter().map(messages::of_fault).collect::<Vec<_>>()) {
        for text in [&message, &hint] {
            assert!(text.ends_with('。'), "a whole sentence, please: {text}");
            assert!(
                !text.contains("您") && !text.contains("非法"),
                "plain official Chinese: {text}"
            );
        }
    }
}
