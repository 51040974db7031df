//! Accounts as they travel between shells and use cases.

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};
use sunlot_rules::account::role;
use ts_rs::TS;
use zeroize::Zeroizing;

use crate::paper::PaperWay;
use crate::{ConsoleView, ProblemView};

/// What somebody may do in the program.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    TS,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// Prepares and runs draws, keeps the registries.
    Handler,
    /// Confirms what may not be done alone, reads everything, changes nothing.
    Supervisor,
    /// Keeps accounts, settings and backups; draws nothing.
    Administrator,
    /// Looks.
    Reader,
}

impl From<Role> for role::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Handler => Self::Handler,
            Role::Supervisor => Self::Supervisor,
            Role::Administrator => Self::Administrator,
            Role::Reader => Self::Reader,
        }
    }
}

/// A password, passphrase or recovery code as it was typed. It is never shown, not even in a message about a mistake, and
/// wiped when it is done with.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(as = "String")]
pub struct Typed(Zeroizing<String>);

impl Typed {
    /// What was typed.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// The text, for whoever checks it or shows it to the one who asked.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed(…)")
    }
}

/// After how long without anybody the screen is locked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IdleSave {
    /// Minutes.
    pub minutes: u32,
}

/// Somebody who enters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AccountEnter {
    /// The login name as typed.
    pub login: String,
    /// The password.
    pub password: Typed,
}

/// The second person of an act that nobody does alone, who types the own password in place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Second {
    /// The login name as typed.
    pub login: String,
    /// The password.
    pub password: Typed,
}

/// An account that is to be, its owner typing the password.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct NewAccount {
    /// The login name.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// What the person does.
    pub roles: Vec<Role>,
    /// The password.
    pub password: Typed,
    /// The password once more.
    pub again: Typed,
}

/// The first accounts, made in one act.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AccountsBegin {
    /// Whoever works, and whoever watches.
    pub accounts: Vec<NewAccount>,
}

/// What is still wrong with the first accounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccountsCheck {
    /// Every problem with its field.
    pub problems: Vec<ProblemView>,
}

/// The first accounts were made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccountsBegun {
    /// The console, with the first of them sitting at it.
    pub console: ConsoleView,
    /// A recovery code for each, shown this once.
    pub recovery: Vec<RecoveryCode>,
}

/// A recovery code, shown once and kept on paper.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecoveryCode {
    /// Whose.
    pub login: String,
    /// Whose, by name.
    pub name: String,
    /// The code in groups, each with its check character at its end.
    pub groups: Vec<String>,
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecoveryCode")
            .field("login", &self.login)
            .finish_non_exhaustive()
    }
}

/// A new account, approved by the one who watches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AccountAdd {
    /// The account.
    pub account: NewAccount,
    /// Who approves.
    #[serde(default)]
    pub second: Option<Second>,
}

/// What an account is to be from now on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AccountChange {
    /// Which one.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// What the person does.
    pub roles: Vec<Role>,
    /// Whether nobody may enter by it any more.
    pub suspended: bool,
    /// Who approves.
    #[serde(default)]
    pub second: Option<Second>,
}

/// A password set by the administrator; its owner changes it on entering.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AccountReset {
    /// Whose.
    pub login: String,
    /// The password for one entering.
    pub password: Typed,
    /// The same once more.
    pub again: Typed,
}

/// Opens what wrong passwords have locked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AccountUnlock {
    /// Which one.
    pub login: String,
    /// Who joins in.
    #[serde(default)]
    pub second: Option<Second>,
}

/// A password of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnPassword {
    /// The one until now.
    pub old: Typed,
    /// The one from now on.
    pub password: Typed,
    /// The same once more.
    pub again: Typed,
}

/// A new recovery code of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OwnRecovery {
    /// The password.
    pub password: Typed,
}

/// A recovery code that is to be printed, shown just now and still in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RecoveryPaper {
    /// Whose.
    pub login: String,
    /// The code.
    pub code: Typed,
    /// Where the paper goes.
    pub to: PaperWay,
}

/// A way in for whoever forgot the password and has the paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AccountRecover {
    /// Who.
    pub login: String,
    /// The code as typed or scanned.
    pub code: Typed,
    /// The password from now on.
    pub password: Typed,
    /// The same once more.
    pub again: Typed,
}

/// A person, as the head of the window shows one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonView {
    /// The login name.
    pub login: String,
    /// The name.
    pub name: String,
    /// What the person does.
    pub roles: Vec<Role>,
    /// The same in words.
    pub role_label: String,
}

/// The door of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Door {
    /// There are no accounts: everybody is a guest.
    Guests,
    /// Nobody has entered.
    Closed,
    /// Somebody is here.
    Open {
        /// Who.
        person: PersonView,
    },
    /// Somebody is here whose password was set by another, and must be changed first.
    OwnPasswordFirst {
        /// Who.
        person: PersonView,
    },
    /// The screen is locked.
    Locked {
        /// Whose it is.
        person: PersonView,
    },
}

/// An account in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountView {
    /// Who.
    pub person: PersonView,
    /// Whether nobody may enter by it any more.
    pub suspended: bool,
    /// Whether wrong passwords have locked it.
    pub locked: bool,
    /// Wrong passwords in a row.
    pub wrong: u32,
    /// Whether its password was set by another and waits to be changed.
    pub password_reset: bool,
    /// Whether a recovery code is in force.
    pub has_recovery: bool,
    /// Whether it is the one who looks.
    pub you: bool,
}

/// All accounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccountsView {
    /// In the order of their making.
    pub accounts: Vec<AccountView>,
    /// What an office would do well to add, such as a deputy for the one who watches.
    pub advice: Vec<String>,
}
