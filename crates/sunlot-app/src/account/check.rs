//! From what was typed to rows: every value is read by its rule, and every fault is reported with its field.

use std::collections::BTreeSet;

use strum::VariantArray;
use sunlot_rules::account::login::{self, LoginFault};
use sunlot_rules::account::password::{self, KINDS, LONGEST_BYTES, PasswordFault, SHORTEST};
use sunlot_rules::account::recovery::{GROUPS, RANDOM, RecoveryFault};
use sunlot_rules::account::role::{self, RolesFault};
use sunlot_rules::text;
use sunlot_store::account::{AccountRow, StoredAccount};

use super::wire::{NewAccount, Role, Typed};
use crate::access::AccountFlaw;
use crate::error::Flaw;
use crate::{Place, Problem};

const MAX_NAME: usize = 30;

/// The fields of an account's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Login,
    Name,
    Roles,
    Password,
    Again,
    Old,
    Code,
    Minutes,
}

impl Field {
    const fn name(self) -> &'static str {
        match self {
            Self::Login => "login",
            Self::Name => "name",
            Self::Roles => "roles",
            Self::Password => "password",
            Self::Again => "again",
            Self::Old => "old",
            Self::Code => "code",
            Self::Minutes => "minutes",
        }
    }

    const fn label(self) -> &'static str {
        match self {
            Self::Login => "登录名",
            Self::Name => "姓名",
            Self::Roles => "岗位",
            Self::Password => "密码",
            Self::Again => "再输一遍的密码",
            Self::Old => "原密码",
            Self::Code => "恢复码",
            Self::Minutes => "锁屏时间",
        }
    }
}

/// What is wrong so far, and where: in a form of its own, or in one of several.
#[derive(Default)]
pub(super) struct Findings {
    problems: Vec<Problem>,
    prefix: String,
}

impl Findings {
    /// Everything found, once nothing more is looked at.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    pub(super) fn add(&mut self, field: Field, flaw: impl Into<Flaw>) {
        self.problems.push(Problem {
            place: Place::Field {
                field: format!("{}{}", self.prefix, field.name()),
            },
            label: field.label().to_owned(),
            flaw: flaw.into(),
        });
    }

    fn within(&mut self, prefix: String) {
        self.prefix = prefix;
    }

    fn take<F: Into<Flaw>>(&mut self, field: Field, value: Result<String, F>) -> String {
        value.unwrap_or_else(|fault| {
            self.add(field, fault.into());
            String::new()
        })
    }
}

/// Reads the first accounts. Together they must fill every role that an office cannot do without.
pub(super) fn check_first(drafts: &[NewAccount]) -> Result<Vec<AccountRow>, Vec<Problem>> {
    let mut found = Findings::default();
    let mut rows: Vec<AccountRow> = Vec::new();
    for (index, draft) in drafts.iter().enumerate() {
        found.within(format!("accounts.{index}."));
        let row = read_new(draft, &mut found);
        taken(&row, rows.iter(), &mut found);
        let shared = drafts[..index]
            .iter()
            .any(|earlier| !draft.password.as_str().is_empty() && earlier.password == draft.password);
        if shared {
            found.add(Field::Password, AccountFlaw::PasswordShared);
        }
        rows.push(row);
    }
    let held: BTreeSet<Role> = drafts
        .iter()
        .flat_map(|draft| draft.roles.iter().copied())
        .collect();
    for role in NEEDED.into_iter().filter(|role| !held.contains(role)) {
        found.problems.push(Problem {
            place: Place::Field {
                field: "accounts".to_owned(),
            },
            label: Field::Roles.label().to_owned(),
            flaw: AccountFlaw::RoleUnfilled { role }.into(),
        });
    }
    done(rows, found)
}

/// The roles without which an office cannot work.
pub(super) const NEEDED: [Role; 3] = [Role::Handler, Role::Supervisor, Role::Administrator];

/// Reads one more account beside those that there are.
pub(super) fn check_new(draft: &NewAccount, others: &[StoredAccount]) -> Result<AccountRow, Vec<Problem>> {
    let mut found = Findings::default();
    found.within("account.".to_owned());
    let row = read_new(draft, &mut found);
    taken(&row, others.iter().map(|other| &other.row), &mut found);
    done(row, found)
}

/// Reads what an account is to be from now on; its login name stays.
pub(super) fn check_change(
    (name, roles, suspended): (&str, &[Role], bool),
    account: &StoredAccount,
    others: &[StoredAccount],
) -> Result<AccountRow, Vec<Problem>> {
    let mut found = Findings::default();
    let mut row = with_roles(roles, &mut found);
    row.login.clone_from(&account.row.login);
    row.name = found.take(Field::Name, text::required(name, MAX_NAME));
    row.suspended = suspended;
    let others = others.iter().filter(|other| other.id != account.id);
    taken(&row, others.map(|other| &other.row), &mut found);
    done(row, found)
}

/// Reads a password that is to be, typed twice.
pub(super) fn check_password(password: &Typed, again: &Typed, login: &str) -> Result<(), Vec<Problem>> {
    let mut found = Findings::default();
    read_password(password, again, login, &mut found);
    done((), found)
}

fn done<T>(value: T, found: Findings) -> Result<T, Vec<Problem>> {
    if found.problems.is_empty() {
        Ok(value)
    } else {
        Err(found.problems)
    }
}

fn read_new(draft: &NewAccount, found: &mut Findings) -> AccountRow {
    let mut row = with_roles(&draft.roles, found);
    row.login = found.take(Field::Login, login::parse(&draft.login));
    row.name = found.take(Field::Name, text::required(&draft.name, MAX_NAME));
    read_password(&draft.password, &draft.again, &row.login, found);
    row
}

fn read_password(password: &Typed, again: &Typed, login: &str, found: &mut Findings) {
    if password.as_str().is_empty() {
        found.add(Field::Password, Flaw::Required);
        return;
    }
    for fault in password::faults(password.as_str(), login) {
        found.add(Field::Password, AccountFlaw::from(fault));
    }
    if again != password {
        found.add(Field::Again, AccountFlaw::PasswordsDiffer);
    }
}

fn with_roles(roles: &[Role], found: &mut Findings) -> AccountRow {
    let plain: Vec<role::Role> = roles.iter().map(|role| (*role).into()).collect();
    if let Err(fault) = role::check(&plain) {
        found.add(Field::Roles, AccountFlaw::from(fault));
    }
    let holds = |role| roles.contains(&role);
    AccountRow {
        login: String::new(),
        name: String::new(),
        handler: holds(Role::Handler),
        supervisor: holds(Role::Supervisor),
        administrator: holds(Role::Administrator),
        reader: holds(Role::Reader),
        suspended: false,
    }
}

/// A login name is one account's for ever, and two accounts of one name would look like one person with two hats.
fn taken<'a>(row: &AccountRow, others: impl Iterator<Item = &'a AccountRow>, found: &mut Findings) {
    let (mut login, mut name) = (false, false);
    for other in others {
        login |= !row.login.is_empty() && other.login == row.login;
        name |= !row.name.is_empty() && other.name == row.name;
    }
    if login {
        found.add(Field::Login, AccountFlaw::LoginTaken);
    }
    if name {
        found.add(Field::Name, AccountFlaw::PersonTaken);
    }
}

/// The roles of a row, in their order.
pub(super) fn roles_of(row: &AccountRow) -> Vec<Role> {
    let holds = |role: &Role| match role {
        Role::Handler => row.handler,
        Role::Supervisor => row.supervisor,
        Role::Administrator => row.administrator,
        Role::Reader => row.reader,
    };
    Role::VARIANTS.iter().copied().filter(holds).collect()
}

impl From<LoginFault> for Flaw {
    fn from(fault: LoginFault) -> Self {
        match fault {
            LoginFault::Empty => Self::Required,
            LoginFault::TooLong { found } => Self::TooLong {
                max: login::LONGEST,
                found,
            },
            LoginFault::Character { place, found } => AccountFlaw::LoginCharacter { place, found }.into(),
        }
    }
}

impl From<PasswordFault> for AccountFlaw {
    fn from(fault: PasswordFault) -> Self {
        match fault {
            PasswordFault::TooShort { found } => Self::PasswordTooShort { min: SHORTEST, found },
            PasswordFault::TooLong { .. } => Self::PasswordTooLong { max: LONGEST_BYTES },
            PasswordFault::Kinds { found } => Self::PasswordKinds { min: KINDS, found },
            PasswordFault::HoldsLogin => Self::PasswordHoldsLogin,
            PasswordFault::Invisible { place } => Self::PasswordInvisible { place },
        }
    }
}

impl From<RolesFault> for AccountFlaw {
    fn from(fault: RolesFault) -> Self {
        match fault {
            RolesFault::None => Self::RolesMissing,
            RolesFault::SupervisorAlone => Self::SupervisorAlone,
            RolesFault::ReaderAlone => Self::ReaderAlone,
        }
    }
}

impl From<RecoveryFault> for AccountFlaw {
    fn from(fault: RecoveryFault) -> Self {
        match fault {
            RecoveryFault::Length { found } => Self::RecoveryLength {
                expected: RANDOM + GROUPS,
                found,
            },
            RecoveryFault::Group { group } => Self::RecoveryGroup { group },
        }
    }
}
