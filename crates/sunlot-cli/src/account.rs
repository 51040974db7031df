//! `sunlot account …`: who may enter, listed, made and kept.

use std::io::{BufRead, Read};
use std::path::Path;

use strum::VariantArray;
use sunlot_app::account::{
    AccountAdd, AccountChange, AccountEnter, AccountRecover, AccountReset, AccountUnlock, AccountView,
    AccountsBegin, AccountsView, IdleSave, NewAccount, OwnPassword, OwnRecovery, RecoveryCode, RecoveryPaper,
    Role, Second, Typed,
};
use sunlot_app::{Desk, Error, Reason, Result};

use crate::args::account::{self, AccountVerb, Changed, NewPassword, People};
use crate::output::{Output, Status};
use crate::paper;

/// The longest file that can be a password or the first accounts.
const LONGEST: u64 = 64 * 1024;

/// Whoever acts enters, for this one command.
pub(crate) fn enter(desk: &Desk, people: &People) -> Result<()> {
    match (&people.login, &people.password_file) {
        (Some(login), Some(file)) => desk.enter_for_one_command(&AccountEnter {
            login: login.clone(),
            password: typed(file)?,
        }),
        _ => Ok(()),
    }
}

/// Whoever acts, by name, where there may be no office to enter.
pub(crate) fn named(people: &People) -> Result<Option<Second>> {
    match (&people.login, &people.password_file) {
        (Some(login), Some(file)) => Ok(Some(Second {
            login: login.clone(),
            password: typed(file)?,
        })),
        _ => Ok(None),
    }
}

/// Whoever joins in.
pub(crate) fn second(people: &People) -> Result<Option<Second>> {
    match (&people.second, &people.second_password_file) {
        (Some(login), Some(file)) => Ok(Some(Second {
            login: login.clone(),
            password: typed(file)?,
        })),
        _ => Ok(None),
    }
}

pub(crate) fn run(desk: &Desk, people: &People, verb: AccountVerb, output: &Output) -> Result<Status> {
    match verb {
        AccountVerb::List => listed(&desk.accounts_view()?, output),
        AccountVerb::Begin { from, check } => return begin(desk, &from, check, output),
        AccountVerb::Add(new) => listed(&add(desk, people, &new)?, output),
        AccountVerb::Change(changed) => listed(&change(desk, people, &changed)?, output),
        AccountVerb::Reset { login, password } => {
            let password = new_password(&password)?;
            let again = password.clone();
            listed(
                &desk.account_reset(&AccountReset {
                    login,
                    password,
                    again,
                })?,
                output,
            );
        }
        AccountVerb::Unlock { login } => {
            let second = second(people)?;
            listed(&desk.account_unlock(&AccountUnlock { login, second })?, output);
        }
        AccountVerb::Idle { minutes } => {
            let view = desk.idle_save(&IdleSave { minutes })?;
            output.answer(&view, |view| {
                format!("无人操作 {} 分钟后锁定屏幕。\n", view.idle_minutes)
            });
        }
        AccountVerb::Password(password) => {
            let (old, password) = (own(people)?, new_password(&password)?);
            let again = password.clone();
            let view = desk.account_password(&OwnPassword { old, password, again })?;
            output.answer(&view, |_| "密码已经改好。\n".to_owned());
        }
        AccountVerb::Recovery(out) => {
            let password = own(people)?;
            let made = desk.account_recovery_make(&OwnRecovery { password })?;
            code(&made, output);
            if let Some(to) = paper::way(&out) {
                let code = Typed::new(made.groups.join("-"));
                let login = made.login;
                let paper = desk.account_recovery_paper(&RecoveryPaper { login, code, to })?;
                output.remark(&paper::told(&paper));
            }
        }
        AccountVerb::Recover {
            login,
            code_file,
            password,
        } => {
            let (typed_code, password) = (typed(&code_file)?, new_password(&password)?);
            let again = password.clone();
            let made = desk.account_recover(&AccountRecover {
                login,
                code: typed_code,
                password,
                again,
            })?;
            code(&made, output);
        }
    }
    Ok(Status::Done)
}

fn begin(desk: &Desk, from: &Path, check: bool, output: &Output) -> Result<Status> {
    let request: AccountsBegin = serde_json::from_str(&read(from)?)
        .map_err(|error| Error::new(Reason::RequestUnreadable, error.to_string()))?;
    if check {
        let checked = desk.accounts_check(&request)?;
        let right = checked.problems.is_empty();
        output.answer(&checked, |checked| {
            let told = |p: &sunlot_app::ProblemView| format!("{}\n    {}\n", p.message, p.hint);
            if right {
                "没有需要改正的地方。\n".to_owned()
            } else {
                checked.problems.iter().map(told).collect()
            }
        });
        return Ok(if right { Status::Done } else { Status::Refused });
    }
    let begun = desk.accounts_begin(&request)?;
    output.answer(&begun, |begun| {
        let codes: String = begun.recovery.iter().map(told_code).collect();
        format!("账户已经设立。以后的命令要写 --as 登录名 --password-file 文件。\n{codes}")
    });
    Ok(Status::Done)
}

fn add(desk: &Desk, people: &People, new: &account::NewAccount) -> Result<AccountsView> {
    let password = new_password(&new.password)?;
    desk.account_add(&AccountAdd {
        account: NewAccount {
            login: new.login.clone(),
            name: new.name.clone(),
            roles: roles(&new.roles)?,
            again: password.clone(),
            password,
        },
        second: second(people)?,
    })
}

fn change(desk: &Desk, people: &People, changed: &Changed) -> Result<AccountsView> {
    let before = desk.accounts_view()?;
    let found = before
        .accounts
        .iter()
        .find(|account| account.person.login == changed.login);
    let (name, was, suspended) = found.map_or_else(
        || (String::new(), Vec::new(), false),
        |account| {
            (
                account.person.name.clone(),
                account.person.roles.clone(),
                account.suspended,
            )
        },
    );
    desk.account_change(&AccountChange {
        login: changed.login.clone(),
        name: changed.name.clone().unwrap_or(name),
        roles: if changed.roles.is_empty() {
            was
        } else {
            roles(&changed.roles)?
        },
        suspended: changed.suspend || (suspended && !changed.resume),
        second: second(people)?,
    })
}

fn roles(texts: &[String]) -> Result<Vec<Role>> {
    let role = |text: &String| {
        let named = |role: &&Role| Into::<&str>::into(**role) == text || role.label() == text;
        Role::VARIANTS.iter().find(named).copied().ok_or_else(|| {
            let (argument, value) = ("--role".to_owned(), text.clone());
            Error::new(Reason::ArgumentValueWrong { argument, value }, "")
        })
    };
    texts.iter().map(role).collect()
}

/// The password by which whoever acts has just entered.
fn own(people: &People) -> Result<Typed> {
    match &people.password_file {
        Some(file) if file.as_os_str() != "-" => typed(file),
        _ => {
            let argument = "--password-file".to_owned();
            Err(Error::new(Reason::ArgumentMissing { argument }, ""))
        }
    }
}

fn new_password(password: &NewPassword) -> Result<Typed> {
    typed(&password.new_password_file)
}

/// The first line of a file. From the standard input, several secrets come one line each, in the order of their options.
pub(crate) fn typed(file: &Path) -> Result<Typed> {
    let text = if file.as_os_str() == "-" {
        let mut line = String::new();
        let read = std::io::stdin().lock().take(LONGEST).read_line(&mut line);
        read.map(|_| line).map_err(|error| unread(file, &error))?
    } else {
        read(file)?
    };
    // A file saved by a Windows editor often begins with a byte order mark.
    let text = text.trim_start_matches('\u{FEFF}');
    Ok(Typed::new(text.lines().next().unwrap_or_default()))
}

fn read(file: &Path) -> Result<String> {
    let mut text = String::new();
    let read = if file.as_os_str() == "-" {
        std::io::stdin().lock().take(LONGEST).read_to_string(&mut text)
    } else {
        std::fs::File::open(file).and_then(|opened| opened.take(LONGEST).read_to_string(&mut text))
    };
    read.map(|_| text).map_err(|error| unread(file, &error))
}

fn unread(file: &Path, error: &std::io::Error) -> Error {
    let file = file.display().to_string();
    let reason = match error.kind() {
        std::io::ErrorKind::NotFound => Reason::FileMissing { file },
        _ => Reason::FileUnread { file },
    };
    Error::new(reason, error.to_string())
}

fn code(made: &RecoveryCode, output: &Output) {
    output.answer(made, told_code);
}

fn told_code(made: &RecoveryCode) -> String {
    format!(
        "{}（{}）的恢复码，只显示这一次，请抄下或打印后装进信封：\n    {}\n",
        made.name,
        made.login,
        made.groups.join("-")
    )
}

fn listed(view: &AccountsView, output: &Output) {
    output.answer(view, |view| {
        if view.accounts.is_empty() {
            return "还没有设立账户。\n".to_owned();
        }
        let mut text = format!("账户 {} 个\n", view.accounts.len());
        for account in &view.accounts {
            text += &format!(
                "  {}  {}  {}{}\n",
                account.person.login,
                account.person.name,
                account.person.role_label,
                remarks(account)
            );
        }
        for advice in &view.advice {
            text += &format!("提醒：{advice}\n");
        }
        text
    });
}

fn remarks(account: &AccountView) -> String {
    let marks = [
        (account.suspended, "已停用"),
        (account.locked, "已锁住"),
        (account.password_reset, "密码由管理员重设，待本人修改"),
        (!account.has_recovery, "没有恢复码"),
    ];
    let told: Vec<_> = marks
        .iter()
        .filter(|(is, _)| *is)
        .map(|(_, told)| *told)
        .collect();
    if told.is_empty() {
        String::new()
    } else {
        format!("（{}）", told.join("；"))
    }
}
