//! Every act × everybody who could stand at the desk, tried through the use case itself and written down as a table
//! that a clerk can read.

use std::sync::OnceLock;

use expect_test::expect_file;
use strum::VariantArray;
use sunlot_app::account::{
    AccountAdd, AccountChange, AccountEnter, AccountRecover, AccountReset, AccountUnlock, AccountsBegin,
    IdleSave, NewAccount, OwnPassword, OwnRecovery, RecoveryPaper, Role, Second, Typed,
};
use sunlot_app::anchor::{AnchorAcknowledge, AnchorFile, AnchorWrite};
use sunlot_app::backup::{BackupFile, BackupRequest, BackupRestore, BackupSettings};
use sunlot_app::commands::{Act, COMMANDS};
use sunlot_app::office::OfficeProfile;
use sunlot_app::paper::PaperWay;
use sunlot_app::personal::{Holder, HolderKind, PersonalErase, PersonalField, PersonalKeep, PersonalShow};
use sunlot_app::station::{StationMake, StationReportLost, StationRevoke, StationRewrap, StationRotate};
use sunlot_app::trail::{
    FlagsRequest, FlagsSeen, TrailExport, TrailFilter, TrailPaper, TrailRequest, TrailSeq,
};
use sunlot_app::{AccessFault, Desk, Reason, Result, Who};

use super::registry;
use crate::support::{Office, root, someone};

/// Asks for an act in a way that is permitted or not, and otherwise comes to nothing.
fn ask(desk: &Desk, act: Act, second: Option<Second>) -> Result<()> {
    let nobody = || "nobody".to_owned();
    let nothing = || Typed::new("");
    if let Some(answer) = super::ceremonies::ask_two(desk, act, second.clone()) {
        return answer;
    }
    match act {
        Act::ConsoleView => desk.console_view().map(drop),
        // The windows alone show themselves; stirring says nothing.
        Act::ConsoleReady | Act::StageOpen => Ok(()),
        Act::ConsoleStir => {
            desk.console_stir();
            Ok(())
        }
        Act::OfficeProfile => desk.office_profile().map(drop),
        Act::OfficeProfileCheck => desk.office_profile_check(&OfficeProfile::default()).map(drop),
        Act::OfficeProfileSave => desk
            .office_profile_edit(|mut profile| {
                "换了名的单位".clone_into(&mut profile.name);
                profile
            })
            .map(drop),
        Act::AccountsView => desk.accounts_view().map(drop),
        Act::AccountsCheck => desk.accounts_check(&AccountsBegin::default()).map(drop),
        Act::AccountsBegin => {
            let accounts = [Role::Handler, Role::Administrator, Role::Supervisor]
                .map(|role| someone(role).new_account());
            desk.accounts_begin(&AccountsBegin {
                accounts: accounts.to_vec(),
            })
            .map(drop)
        }
        Act::AccountEnter => desk
            .account_enter(&AccountEnter {
                login: nobody(),
                password: nothing(),
            })
            .map(drop),
        Act::TargetExclude => desk
            .target_exclude(&sunlot_app::task::TargetExclude {
                second,
                ..Default::default()
            })
            .map(drop),
        Act::TargetInclude => desk
            .target_include(&sunlot_app::task::TargetInclude { id: 1, second })
            .map(drop),
        Act::AccountLeave => desk.account_leave().map(drop),
        Act::AccountLock => desk.account_lock().map(drop),
        Act::AccountRecover => desk
            .account_recover(&AccountRecover {
                login: nobody(),
                code: nothing(),
                password: nothing(),
                again: nothing(),
            })
            .map(drop),
        Act::AccountPassword => desk
            .account_password(&OwnPassword {
                old: nothing(),
                password: nothing(),
                again: nothing(),
            })
            .map(drop),
        Act::AccountRecoveryMake => desk
            .account_recovery_make(&OwnRecovery { password: nothing() })
            .map(drop),
        Act::StationView => desk.station_view().map(drop),
        Act::StationMake => desk
            .station_make(&StationMake {
                passphrase: nothing(),
                second,
            })
            .map(drop),
        Act::StationRotate => desk
            .station_rotate(&StationRotate {
                passphrase: nothing(),
                new_passphrase: nothing(),
                reason: String::new(),
                second,
            })
            .map(drop),
        Act::StationReportLost => desk
            .station_report_lost(&StationReportLost {
                reason: String::new(),
                new_passphrase: nothing(),
                second,
            })
            .map(drop),
        Act::StationRevoke => desk
            .station_revoke(&StationRevoke {
                fingerprint: None,
                reason: String::new(),
                at: String::new(),
                passphrase: None,
                second,
            })
            .map(drop),
        Act::StationRewrap => desk
            .station_rewrap(&StationRewrap {
                old: nothing(),
                new: nothing(),
            })
            .map(drop),
        Act::AccountRecoveryPaper => desk
            .account_recovery_paper(&RecoveryPaper {
                login: nobody(),
                code: Typed::new("222222-222222-222222-222222"),
                to: PaperWay::Save { file: None },
            })
            .map(drop),
        Act::PersonalView => desk.personal_view().map(drop),
        Act::PersonalKeep => desk
            .personal_keep(&PersonalKeep {
                holder: holder(),
                field: PersonalField::MobilePhone,
                value: nothing(),
                reason: String::new(),
            })
            .map(drop),
        Act::PersonalShow => desk
            .personal_show(&PersonalShow {
                holder: holder(),
                field: PersonalField::MobilePhone,
                reason: String::new(),
            })
            .map(drop),
        Act::PersonalErase => desk
            .personal_erase(&PersonalErase {
                holder: holder(),
                field: PersonalField::MobilePhone,
                reason: String::new(),
            })
            .map(drop),
        Act::PrintersView => desk.printers_view().map(drop),
        Act::AccountAdd => desk
            .account_add(&AccountAdd {
                // Right as it stands: mistakes are told before anybody is asked to join in.
                account: NewAccount {
                    login: "liu".to_owned(),
                    name: "刘洋".to_owned(),
                    roles: vec![Role::Reader],
                    password: Typed::new("Kankan-eryi27"),
                    again: Typed::new("Kankan-eryi27"),
                },
                second,
            })
            .map(drop),
        Act::AccountChange => desk
            .account_change(&AccountChange {
                login: someone(Role::Reader).login.to_owned(),
                name: someone(Role::Reader).name.to_owned(),
                roles: vec![Role::Reader],
                suspended: false,
                second,
            })
            .map(drop),
        Act::AccountReset => desk
            .account_reset(&AccountReset {
                login: nobody(),
                password: nothing(),
                again: nothing(),
            })
            .map(drop),
        Act::AccountUnlock => desk
            .account_unlock(&AccountUnlock {
                login: nobody(),
                second,
            })
            .map(drop),
        Act::IdleSave => desk.idle_save(&IdleSave { minutes: 30 }).map(drop),
        Act::AnchorWrite => desk
            .anchor_write(&AnchorWrite {
                folder: String::new(),
            })
            .map(drop),
        Act::AnchorCheck => desk.anchor_check(&AnchorFile { file: String::new() }).map(drop),
        Act::DiagnosticsView => desk.diagnostics_view().map(drop),
        Act::DiagnosticsSave => desk.diagnostics_save(None).map(drop),
        Act::TrailStanding => desk.trail_standing().map(drop),
        Act::AnchorAcknowledge => desk
            .anchor_acknowledge(&AnchorAcknowledge {
                reason: String::new(),
                second,
            })
            .map(drop),
        Act::TrailView => desk.trail_view(&TrailRequest::default()).map(drop),
        Act::TrailFind => desk.trail_find(&TrailFilter::default()).map(drop),
        Act::TrailChoices => desk.trail_choices().map(drop),
        Act::TrailEntry => desk.trail_entry(TrailSeq { seq: 0 }).map(drop),
        Act::TrailExport => desk
            .trail_export(&TrailExport {
                filter: TrailFilter::default(),
                file: None,
                overwrite: false,
            })
            .map(drop),
        Act::TrailPaper => desk
            .trail_paper(&TrailPaper {
                filter: TrailFilter::default(),
                to: PaperWay::Save { file: None },
            })
            .map(drop),
        Act::StationSheet => desk.station_sheet(&PaperWay::Save { file: None }).map(drop),
        Act::TrailFlags => desk.trail_flags(&FlagsRequest::default()).map(drop),
        Act::FlagsSeen => desk.flags_seen(&FlagsSeen::default()).map(drop),
        Act::TrailProgress => {
            desk.trail_progress();
            Ok(())
        }
        Act::TrailStop => {
            desk.trail_stop();
            Ok(())
        }
        Act::TrailVerify => desk.trail_verify(&mut |_, _| true).map(drop),
        Act::BackupView => desk.backup_view().map(drop),
        Act::BackupCreate => desk
            .backup_create(&BackupRequest::default(), &mut |_| ())
            .map(drop),
        Act::BackupProgress => {
            desk.backup_progress();
            Ok(())
        }
        Act::BackupStop => {
            desk.backup_stop();
            Ok(())
        }
        Act::BackupSettingsSave => desk
            .backup_settings_save(&BackupSettings {
                folder: String::new(),
                keep: 7,
                automatic: false,
            })
            .map(drop),
        Act::BackupVerify => desk.backup_verify(&BackupFile::default(), &mut |_| ()).map(drop),
        Act::BackupInspect => desk.backup_inspect(&BackupFile::default(), &mut |_| ()).map(drop),
        Act::BackupRestore => desk.backup_restore(&to_restore(second), &mut |_| ()).map(drop),
        other => registry::ask(desk, other),
    }
}

/// Nobody whose values could be kept.
fn holder() -> Holder {
    Holder {
        kind: HolderKind::Account,
        id: "nobody".to_owned(),
    }
}

/// A backup of the office with people. Whether somebody may put it back shows only where it could be put back.
fn to_restore(second: Option<Second>) -> BackupRestore {
    static MADE: OnceLock<(tempfile::TempDir, String, String)> = OnceLock::new();
    let (_, file, head) = MADE.get_or_init(|| {
        let (office, stick) = (Office::with_people(), tempfile::tempdir().unwrap());
        let desk = crate::accounts::seated(&office, someone(Role::Administrator));
        let request = BackupRequest {
            to: Some(stick.path().display().to_string()),
            ..BackupRequest::default()
        };
        let made = desk.backup_create(&request, &mut |_| ()).unwrap().backup;
        (stick, made.file, made.head)
    });
    BackupRestore {
        file: file.clone(),
        passphrase: None,
        confirm: head.clone(),
        first: None,
        second,
    }
}

/// What came of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cell {
    /// Let through, whatever came of it then.
    May,
    /// Let through with a second person, and not without.
    MayWith(Role),
    /// Turned away.
    MayNot,
}

fn turned_away(answer: &Result<()>) -> bool {
    let reason = answer.as_ref().err().map(|error| &error.reason);
    matches!(
        reason,
        Some(Reason::Access(
            AccessFault::AccountsNeeded { .. }
                | AccessFault::AccountsBegunAlready
                | AccessFault::EnterFirst
                | AccessFault::ScreenLocked
                | AccessFault::OwnPasswordFirst
                | AccessFault::NotPermitted { .. }
        ))
    )
}

fn asks_for_second(answer: &Result<()>) -> bool {
    let reason = answer.as_ref().err().map(|error| &error.reason);
    matches!(
        reason,
        Some(Reason::Access(
            AccessFault::SecondMissing { .. } | AccessFault::SecondNotPermitted { .. }
        ))
    )
}

/// Everybody who could stand at the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Visitor {
    Guest,
    AtTheDoor,
    Holding(Role),
    BeforeLockedScreen,
    WithResetPassword,
}

impl Visitor {
    const ALL: [Self; 8] = [
        Self::Guest,
        Self::AtTheDoor,
        Self::Holding(Role::Handler),
        Self::Holding(Role::Supervisor),
        Self::Holding(Role::Administrator),
        Self::Holding(Role::Reader),
        Self::BeforeLockedScreen,
        Self::WithResetPassword,
    ];

    fn label(self) -> &'static str {
        match self {
            Self::Guest => "未设账户时",
            Self::AtTheDoor => "没有登录",
            Self::Holding(role) => role.label(),
            Self::BeforeLockedScreen => "屏幕锁定",
            Self::WithResetPassword => "密码被重设",
        }
    }

    /// In an office of their own.
    fn arrive(self) -> (Office, Desk) {
        let office = match self {
            Self::Guest => Office::sample(),
            _ => Office::with_people(),
        };
        let desk = office.desk();
        match self {
            Self::Guest | Self::AtTheDoor => {}
            Self::Holding(role) => {
                desk.account_enter(&someone(role).entering()).unwrap();
            }
            Self::BeforeLockedScreen => {
                desk.account_enter(&someone(Role::Administrator).entering())
                    .unwrap();
                desk.account_lock().unwrap();
            }
            Self::WithResetPassword => {
                desk.account_enter(&someone(Role::Administrator).entering())
                    .unwrap();
                let password = Typed::new("Linshi-mima26");
                desk.account_reset(&AccountReset {
                    login: "lina".to_owned(),
                    again: password.clone(),
                    password: password.clone(),
                })
                .unwrap();
                let login = "lina".to_owned();
                desk.account_enter(&AccountEnter { login, password }).unwrap();
            }
        }
        (office, desk)
    }

    /// Whoever was turned away has changed nothing and stays for the next act. After everything else somebody new
    /// arrives, so that no cell disturbs the next: hashing passwords takes its time.
    fn tries(self, act: Act, staying: &mut Option<(Office, Desk)>) -> Cell {
        let (office, desk) = staying.take().unwrap_or_else(|| self.arrive());
        let alone = ask(&desk, act, None);
        if turned_away(&alone) {
            *staying = Some((office, desk));
            return Cell::MayNot;
        }
        if !asks_for_second(&alone) {
            return Cell::May;
        }
        let mut joined = Role::VARIANTS.iter().filter(|role| {
            let second = Some(someone(**role).second());
            Self::Holding(**role) != self && !asks_for_second(&ask(&desk, act, second))
        });
        joined.next().map_or(Cell::MayNot, |role| Cell::MayWith(*role))
    }

    /// What the registry of commands says.
    fn should(self, act: Act) -> Cell {
        let permit = act.permit();
        if permit.who == Who::Anybody {
            return Cell::May;
        }
        match (self, permit.who) {
            (Self::Guest, _) if permit.guests => Cell::May,
            (Self::WithResetPassword, _) if permit.with_reset_password => Cell::May,
            (Self::Holding(role), Who::One(roles)) if roles.contains(&role) => Cell::May,
            (Self::Holding(role), Who::Two(one, other)) if one.contains(&role) => Cell::MayWith(other[0]),
            (Self::Holding(role), Who::Two(one, other)) if other.contains(&role) => {
                Cell::MayWith(one_of(one))
            }
            _ => Cell::MayNot,
        }
    }
}

/// The first of these roles, in the order of all roles.
fn one_of(roles: &[Role]) -> Role {
    let found = Role::VARIANTS.iter().find(|role| roles.contains(role));
    *found.expect("no permit is for nobody")
}

#[test]
fn every_cell_is_as_the_registry_says() {
    let mut text =
        "# 谁可以办什么\n\n由命令的登记表生成，测试逐格试过。“＋”后面是必须一起在场的第二个人。\n\n"
            .to_owned();
    let heads: Vec<_> = Visitor::ALL.iter().map(|visitor| visitor.label()).collect();
    text += &format!("| 事项 | 命令 | {} |\n", heads.join(" | "));
    text += &format!("|---|---|{}\n", "---|".repeat(heads.len()));
    let mut staying = Visitor::ALL.map(|_| None);
    for command in COMMANDS {
        let act = command.act;
        let mut cells = Vec::new();
        for (visitor, staying) in Visitor::ALL.into_iter().zip(&mut staying) {
            let found = visitor.tries(act, staying);
            assert_eq!(
                found,
                visitor.should(act),
                "{} × {}: the desk and the registry must agree",
                command.name,
                visitor.label()
            );
            cells.push(match found {
                Cell::May => "可以".to_owned(),
                Cell::MayWith(role) => format!("＋{}", role.label()),
                Cell::MayNot => "—".to_owned(),
            });
        }
        text += &format!(
            "| {} | `{}` | {} |\n",
            act.label(),
            command.name,
            cells.join(" | ")
        );
    }
    expect_file![root().join("docs/permits.md")].assert_eq(&text);
}
