//! One of each fault and flaw of the registry and of imports, for the golden file of all texts.

use sunlot_app::import::{ImportFault, Registry};
use sunlot_app::inspector::{InspectorFault, InspectorFlaw};
use sunlot_app::target::{TargetFault, TargetFlaw};

/// One of each.
pub fn target_faults() -> Vec<TargetFault> {
    let number = || "DX-000012".to_owned();
    let name = || "安肃臧记饲料有限公司".to_owned();
    vec![
        TargetFault::TargetInvalid { count: 2 },
        TargetFault::TargetMissing { asked: number() },
        TargetFault::TargetMoved {
            number: number(),
            name: name(),
        },
        TargetFault::TargetCodeTaken {
            code: "91130609MA0000015B".to_owned(),
            number: number(),
            name: name(),
        },
        TargetFault::TargetEntryMissing { id: 7 },
        TargetFault::TargetEntryWithdrawn { id: 7 },
        TargetFault::FlagStands {
            id: 7,
            flag: sunlot_app::target::FlagKind::Blacklist,
            since: "2026-01-01".to_owned(),
            until: String::new(),
        },
        TargetFault::FlagStands {
            id: 7,
            flag: sunlot_app::target::FlagKind::NewlyFounded,
            since: "2026-01-01".to_owned(),
            until: "2026-12-31".to_owned(),
        },
        TargetFault::VisitStands {
            id: 7,
            held_on: "2026-03-05".to_owned(),
        },
        TargetFault::InquiryStands {
            id: 7,
            inquired_on: "2026-11-20".to_owned(),
            source: "国家企业信用信息公示系统".to_owned(),
        },
        TargetFault::BulkMoved {
            expected: 187,
            found: 188,
        },
    ]
}

/// One of each.
pub fn target_flaws() -> Vec<TargetFlaw> {
    let found = || "2026-13-01".to_owned();
    vec![
        TargetFlaw::FieldUnknown,
        TargetFlaw::FieldNotBulk,
        TargetFlaw::ChoiceUnknown {
            found: "优秀".to_owned(),
        },
        TargetFlaw::DateUnread { found: found() },
        TargetFlaw::DateBeforeAll {
            found: "1016-10-08".to_owned(),
        },
        TargetFlaw::DateInFuture {
            found: "2036-10-08".to_owned(),
        },
        TargetFlaw::RegNoCharacter { place: 3, found: 'O' },
        TargetFlaw::RegNoLength { found: 12 },
        TargetFlaw::RegNoCheckDigit {
            expected: '6',
            found: '5',
        },
        TargetFlaw::PeriodReversed,
        TargetFlaw::PointsUnread {
            found: "30".to_owned(),
        },
        TargetFlaw::NotLower,
        TargetFlaw::LevelGraded {
            whose: "DX-000012 安肃臧记饲料有限公司".to_owned(),
            on: "2026-10-08".to_owned(),
        },
        TargetFlaw::ReviewDay,
        TargetFlaw::FlagUnknown {
            found: "大户".to_owned(),
        },
    ]
}

/// One of each.
pub fn import_faults() -> Vec<ImportFault> {
    vec![
        ImportFault::ImportGone,
        ImportFault::ImportRunning,
        ImportFault::SheetUnknown {
            asked: "名单".to_owned(),
        },
        ImportFault::HeaderMissing {
            sheet: "Sheet1".to_owned(),
        },
        ImportFault::ColumnsUnknown {
            field: "名称".to_owned(),
        },
        ImportFault::WrongKind {
            sheet: "Sheet1".to_owned(),
            asked: Registry::Targets,
            looks: Registry::Items,
        },
        ImportFault::MappingUnreadable {
            file: "mapping.json".to_owned(),
        },
        ImportFault::MappingWrong {
            problem: "表头的行号从 1 数起。".to_owned(),
        },
        ImportFault::ImportUndecided {
            groups: 3,
            rows: vec![4, 5, 7, 9, 12, 13],
            more: 2,
        },
        ImportFault::HiddenRowsOpen { count: 2 },
        ImportFault::ImportMoved,
        ImportFault::NothingToImport,
    ]
}

/// One of each.
pub fn inspector_faults() -> Vec<InspectorFault> {
    let number = || "RY-000012".to_owned();
    let name = || "王芳".to_owned();
    vec![
        InspectorFault::InspectorInvalid { count: 2 },
        InspectorFault::InspectorMissing { asked: number() },
        InspectorFault::InspectorMoved {
            number: number(),
            name: name(),
        },
        InspectorFault::CertificateTaken {
            cert: "13060901001".to_owned(),
            whose: "RY-000012 王芳".to_owned(),
        },
        InspectorFault::ConflictMissing { id: 7 },
        InspectorFault::ConflictWithdrawn { id: 7 },
        InspectorFault::ConflictStands { id: 7 },
        InspectorFault::InspectionDayWrong {
            found: "下周三".to_owned(),
        },
    ]
}

/// One of each, with the field it is about.
pub fn inspector_flaws() -> Vec<(&'static str, InspectorFlaw)> {
    vec![
        (
            "执法证号",
            InspectorFlaw::CertificateDamaged {
                found: "1.30609E+10".to_owned(),
            },
        ),
        (
            "执法证号",
            InspectorFlaw::CertificateWords {
                found: "正在办理".to_owned(),
            },
        ),
        ("执法证号", InspectorFlaw::CertificateMissing),
        ("第二执法证号", InspectorFlaw::CertificateTwice),
        (
            "利害关系",
            InspectorFlaw::RelationUnknown {
                found: "同乡".to_owned(),
            },
        ),
        ("轮换期", InspectorFlaw::MonthsTooMany { max: 120, found: 121 }),
    ]
}
