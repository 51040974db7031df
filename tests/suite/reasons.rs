//! One of each reason that comes in a group of its own, for the golden file of texts.

use sunlot_app::account::Role;
use sunlot_app::backup::{BackupFault, Foreign};
use sunlot_app::commands::Act;
use sunlot_app::printer::NotPrinted;
use sunlot_app::{AccessFault, AccountFlaw, EntryFault};

pub fn not_printed() -> Vec<NotPrinted> {
    let printer = || "办公室二楼 HP 打印机".to_owned();
    vec![
        NotPrinted::OtherSystem,
        NotPrinted::NotInstalled {
            program: "lp".to_owned(),
        },
        NotPrinted::NotRunning,
        NotPrinted::NoPrinter,
        NotPrinted::NoDefault { count: 2 },
        NotPrinted::NoSuchPrinter { printer: printer() },
        NotPrinted::Stopped {
            printer: printer(),
            said: String::new(),
        },
        NotPrinted::Stopped {
            printer: printer(),
            said: "media-empty-error".to_owned(),
        },
        NotPrinted::Refusing {
            printer: printer(),
            said: "维修中".to_owned(),
        },
        NotPrinted::Refused {
            said: "lp: Unsupported document-format".to_owned(),
        },
        NotPrinted::TimedOut { seconds: 30 },
        NotPrinted::WrongCopies { asked: 0, most: 99 },
        NotPrinted::WrongPages { first: 3, last: 2 },
    ]
}

pub fn backup_faults() -> Vec<BackupFault> {
    let folder = || "E:\\备份".to_owned();
    let file = || "清源县应急管理局-20261120-0941.sunlot-backup".to_owned();
    let foreign = |what| BackupFault::BackupForeign { file: file(), what };
    let mut all = vec![
        BackupFault::BackupPlaceMissing,
        BackupFault::BackupPlaceGone { folder: folder() },
        BackupFault::BackupPlaceFull { folder: folder() },
        BackupFault::BackupPlaceReadOnly { folder: folder() },
        BackupFault::BackupPlaceDenied { folder: folder() },
        BackupFault::BackupPlaceSmallFiles { folder: folder() },
        BackupFault::BackupPlaceFailed { folder: folder() },
        BackupFault::BackupPlaceInside { folder: folder() },
        BackupFault::BackupNameTaken { file: file() },
        BackupFault::BackupKeepWrong { most: 1000 },
        BackupFault::BackupStopped,
        BackupFault::BackupRunning,
        BackupFault::BackupOfficeInvalid,
        BackupFault::BackupAttachmentDamaged {
            name: format!("attachments/ab/{}", "ab".repeat(32)),
        },
        BackupFault::BackupKeyOpen {
            name: "station.json".to_owned(),
        },
        BackupFault::BackupCutOff {
            file: file(),
            expected: 40_960,
            found: 1_000,
        },
        BackupFault::BackupLonger {
            file: file(),
            expected: 40_960,
            found: 40_961,
        },
        BackupFault::BackupDamaged { file: file() },
        BackupFault::BackupInvalid { file: file() },
        BackupFault::BackupTooLarge { file: file() },
        BackupFault::BackupNewer {
            file: file(),
            found: 7,
            known: 5,
        },
        BackupFault::BackupPassphraseWanted { file: file() },
        BackupFault::BackupPassphraseWrong { file: file() },
        BackupFault::BackupPassphraseShort { least: 8 },
        BackupFault::BackupOtherOffice {
            name: "临河县应急管理局".to_owned(),
        },
        BackupFault::BackupChanged { file: file() },
        BackupFault::RestoreNeedsBoth,
        BackupFault::RestoreNotPermitted,
    ];
    all.extend([
        foreign(Foreign::Empty),
        foreign(Foreign::Pdf),
        foreign(Foreign::OfficeDocument),
        foreign(Foreign::Archive),
        foreign(Foreign::OfficeDatabase),
        foreign(Foreign::Database),
        foreign(Foreign::Picture),
        foreign(Foreign::Text),
        foreign(Foreign::Folder),
        foreign(Foreign::Unknown),
    ]);
    all
}

pub fn access_faults() -> Vec<AccessFault> {
    let login = || "lina".to_owned();
    let entry = |why| AccessFault::EntryRefused { why };
    vec![
        AccessFault::AccountsNeeded { act: Act::AccountAdd },
        AccessFault::AccountsBegunAlready,
        AccessFault::AccountsForgotten,
        AccessFault::AccountsAltered,
        AccessFault::AccountsMissing,
        AccessFault::EnterFirst,
        AccessFault::ScreenLocked,
        AccessFault::OwnPasswordFirst,
        AccessFault::NotPermitted {
            act: Act::OfficeProfileSave,
        },
        AccessFault::NotPermitted { act: Act::AccountAdd },
        entry(EntryFault::Wrong { pause: 0 }),
        entry(EntryFault::Wrong { pause: 15 }),
        entry(EntryFault::Early { seconds: 300 }),
        entry(EntryFault::Locked),
        entry(EntryFault::Suspended),
        entry(EntryFault::CodeWrong { pause: 0 }),
        entry(EntryFault::CodeWrong { pause: 7680 }),
        AccessFault::SecondMissing {
            act: Act::AccountUnlock,
        },
        AccessFault::SecondRefused {
            why: EntryFault::Wrong { pause: 0 },
        },
        AccessFault::SecondRefused {
            why: EntryFault::PasswordReset,
        },
        AccessFault::SecondIsFirst,
        AccessFault::SecondNotPermitted { act: Act::AccountAdd },
        AccessFault::AccountInvalid { count: 2 },
        AccessFault::AccountUnknown { login: login() },
        AccessFault::LastOfRole {
            role: Role::Supervisor,
        },
        AccessFault::OwnAccount,
        AccessFault::NotLocked { login: login() },
    ]
}

pub fn account_flaws() -> Vec<(&'static str, AccountFlaw)> {
    vec![
        ("登录名", AccountFlaw::LoginCharacter { place: 3, found: ' ' }),
        ("登录名", AccountFlaw::LoginTaken),
        ("姓名", AccountFlaw::PersonTaken),
        ("密码", AccountFlaw::PasswordTooShort { min: 8, found: 5 }),
        ("密码", AccountFlaw::PasswordTooLong { max: 128 }),
        ("密码", AccountFlaw::PasswordKinds { min: 3, found: 1 }),
        ("密码", AccountFlaw::PasswordHoldsLogin),
        ("密码", AccountFlaw::PasswordInvisible { place: 4 }),
        ("密码", AccountFlaw::PasswordUsed { last: 5 }),
        ("密码", AccountFlaw::PasswordShared),
        ("再输一遍的密码", AccountFlaw::PasswordsDiffer),
        ("原密码", AccountFlaw::PasswordWrong),
        ("岗位", AccountFlaw::RolesMissing),
        ("岗位", AccountFlaw::SupervisorAlone),
        ("岗位", AccountFlaw::ReaderAlone),
        (
            "岗位",
            AccountFlaw::RoleUnfilled {
                role: Role::Supervisor,
            },
        ),
        (
            "恢复码",
            AccountFlaw::RecoveryLength {
                expected: 24,
                found: 22,
            },
        ),
        ("恢复码", AccountFlaw::CodeNotInForce),
        ("锁屏时间", AccountFlaw::IdleOutside { least: 5, most: 60 }),
        ("恢复码", AccountFlaw::RecoveryGroup { group: 3 }),
    ]
}
