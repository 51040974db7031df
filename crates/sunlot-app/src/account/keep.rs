//! Keeping accounts: the first ones, more of them, what they may do, and helping those who cannot enter.

use std::collections::BTreeSet;

use sunlot_rules::account::lockout::{Door, after};
use sunlot_rules::account::login;
use sunlot_store::Connection;
use sunlot_store::account::{self, AccountRow, Origin, StoredAccount};

use super::check::{NEEDED, check_change, check_first, check_new, check_password, roles_of};
use super::wire::{
    AccountAdd, AccountChange, AccountReset, AccountUnlock, AccountView, AccountsBegin, AccountsBegun,
    AccountsCheck, AccountsView, NewAccount, Role,
};
use super::{Person, hash, invalid};
use crate::access::AccessFault;
use crate::commands::Act;
use crate::event::MadeAccount;
use crate::{Desk, Error, Kind, Result, labels};

impl Desk {
    /// Lists the accounts.
    pub fn accounts_view(&self) -> Result<AccountsView> {
        let you = self.sitter().map(|(sitter, _)| sitter.id);
        self.read(Act::AccountsView, |office| {
            let all = account::all(office)?;
            let views = all.iter().map(|stored| view(office, stored, you));
            Ok(AccountsView {
                accounts: views.collect::<Result<_>>()?,
                advice: labels::account_advice(&missing_deputies(&all)),
            })
        })
    }

    /// Checks the first accounts without making them.
    pub fn accounts_check(&self, request: &AccountsBegin) -> Result<AccountsCheck> {
        self.may(Act::AccountsCheck)?;
        let problems = check_first(&request.accounts).err().unwrap_or_default();
        Ok(AccountsCheck {
            problems: problems.into_iter().map(Into::into).collect(),
        })
    }

    /// Makes the first accounts in one act; the first of them who works sits down.
    pub fn accounts_begin(&self, request: &AccountsBegin) -> Result<AccountsBegun> {
        let rows = check_first(&request.accounts).map_err(invalid)?;
        let ((first, recovery), _) = self.change(Act::AccountsBegin, |change| {
            let mut people = Vec::new();
            let mut recovery = Vec::new();
            for (row, draft) in rows.iter().zip(&request.accounts) {
                let person = self.write_new(change, row, draft)?;
                recovery.push(self.new_recovery(change, &person)?);
                people.push(person);
            }
            let accounts = people.iter().map(MadeAccount::of).collect();
            let first = people.into_iter().find(|person| person.holds(&[Role::Handler]));
            Ok(((first, recovery), Some(Kind::AccountsBegun { accounts })))
        })?;
        if let Some(first) = first {
            self.sit(&first)?;
        }
        Ok(AccountsBegun {
            console: self.console_view()?,
            recovery,
        })
    }

    /// Makes one more account, whose owner typed the password.
    pub fn account_add(&self, request: &AccountAdd) -> Result<AccountsView> {
        // Mistakes are told before a second person is called to the desk, and judged again within the change.
        self.read(Act::AccountAdd, |office| {
            check_new(&request.account, &account::all(office)?).map_err(invalid)
        })?;
        self.change_by_two(Act::AccountAdd, request.second.as_ref(), |change| {
            let row = check_new(&request.account, &account::all(change.tx())?).map_err(invalid)?;
            let person = self.write_new(change, &row, &request.account)?;
            let account = MadeAccount::of(&person);
            Ok(((), Some(Kind::AccountAdded { account })))
        })?;
        self.accounts_view()
    }

    /// Changes what an account may do. Where nothing differs, nothing is written.
    pub fn account_change(&self, request: &AccountChange) -> Result<AccountsView> {
        // Mistakes are told before a second person is called to the desk, and judged again within the change.
        self.read(Act::AccountChange, |office| self.wanted(office, request))?;
        self.change_by_two(Act::AccountChange, request.second.as_ref(), |change| {
            let (stored, row) = self.wanted(change.tx(), request)?;
            if row == stored.row {
                return Ok(((), None));
            }
            account::update(change, stored.id, &row)?;
            let account = MadeAccount::of(&Person::of(
                StoredAccount {
                    row,
                    ..stored.clone()
                },
                false,
            ));
            let kind = Kind::AccountChanged {
                account,
                suspended: request.suspended,
            };
            Ok(((), Some(kind)))
        })?;
        self.accounts_view()
    }

    /// The account as it is and as it is to be, if the office can do with that.
    fn wanted(&self, office: &Connection, request: &AccountChange) -> Result<(StoredAccount, AccountRow)> {
        let you = self.sitter().map(|(sitter, _)| sitter.id);
        let all = account::all(office)?;
        let stored = find(office, &request.login)?;
        let wanted = (request.name.as_str(), request.roles.as_slice(), request.suspended);
        let row = check_change(wanted, &stored, &all).map_err(invalid)?;
        if row.suspended && Some(stored.id) == you {
            return Err(Error::new(AccessFault::OwnAccount, ""));
        }
        keep_every_role(&all, &stored, &row)?;
        Ok((stored, row))
    }

    /// Sets a password for one entering. Everybody can see that it was done.
    pub fn account_reset(&self, request: &AccountReset) -> Result<AccountsView> {
        let you = self.sitter().map(|(sitter, _)| sitter.id);
        self.change(Act::AccountReset, |change| {
            let stored = find(change.tx(), &request.login)?;
            if Some(stored.id) == you {
                return Err(Error::new(AccessFault::OwnAccount, ""));
            }
            check_password(&request.password, &request.again, &stored.row.login).map_err(invalid)?;
            let hash = hash::hash(self.env(), request.password.as_str())?;
            account::set_password(change, stored.id, &hash, Origin::Reset)?;
            let login = stored.row.login;
            Ok(((), Some(Kind::AccountReset { login })))
        })?;
        self.accounts_view()
    }

    /// Opens what wrong passwords have locked.
    pub fn account_unlock(&self, request: &AccountUnlock) -> Result<AccountsView> {
        self.change_by_two(Act::AccountUnlock, request.second.as_ref(), |change| {
            let stored = find(change.tx(), &request.login)?;
            let login = stored.row.login;
            let wrong = account::attempts(change.tx(), stored.id)?.map_or(0, |attempts| attempts.wrong);
            if after(wrong) == Door::Open {
                return Err(Error::new(AccessFault::NotLocked { login }, ""));
            }
            account::note_attempt(change, stored.id, 0)?;
            Ok(((), Some(Kind::AccountUnlocked { login, wrong })))
        })?;
        self.accounts_view()
    }

    fn write_new(
        &self,
        change: &sunlot_store::Change<'_>,
        row: &AccountRow,
        draft: &NewAccount,
    ) -> Result<Person> {
        let id = account::insert(change, row)?;
        let hash = hash::hash(self.env(), draft.password.as_str())?;
        account::set_password(change, id, &hash, Origin::Own)?;
        let stored = StoredAccount {
            id,
            version: 1,
            row: row.clone(),
        };
        Ok(Person::of(stored, false))
    }
}

fn find(office: &Connection, typed: &str) -> Result<StoredAccount> {
    let found = match login::parse(typed) {
        Ok(login) => account::by_login(office, &login)?,
        Err(_) => None,
    };
    found.ok_or_else(|| {
        let login = typed.to_owned();
        Error::new(AccessFault::AccountUnknown { login }, "")
    })
}

/// No change may leave an office without somebody who works, watches, or keeps accounts.
fn keep_every_role(all: &[StoredAccount], changed: &StoredAccount, to: &AccountRow) -> Result<()> {
    let rows = all
        .iter()
        .map(|stored| if stored.id == changed.id { to } else { &stored.row });
    let held: BTreeSet<Role> = rows.filter(|row| !row.suspended).flat_map(roles_of).collect();
    match NEEDED.into_iter().find(|role| !held.contains(role)) {
        None => Ok(()),
        Some(role) => Err(Error::new(AccessFault::LastOfRole { role }, "")),
    }
}

/// Roles that only one person holds: whoever is ill stops the office.
fn missing_deputies(all: &[StoredAccount]) -> Vec<Role> {
    let held = |role: Role| {
        let active = all.iter().filter(|stored| !stored.row.suspended);
        active
            .filter(|stored| roles_of(&stored.row).contains(&role))
            .count()
    };
    if all.is_empty() {
        return Vec::new();
    }
    let mut roles = NEEDED.to_vec();
    roles.retain(|role| held(*role) < 2);
    roles
}

fn view(office: &Connection, stored: &StoredAccount, you: Option<i64>) -> Result<AccountView> {
    let wrong = account::attempts(office, stored.id)?.map_or(0, |attempts| attempts.wrong);
    let password = account::passwords(office, stored.id, 1)?.into_iter().next();
    Ok(AccountView {
        person: Person::of(stored.clone(), false).view(),
        suspended: stored.row.suspended,
        locked: after(wrong) == Door::Locked,
        wrong,
        password_reset: password.is_some_and(|password| password.origin == Origin::Reset),
        has_recovery: account::recovery(office, stored.id)?.is_some(),
        you: Some(stored.id) == you,
    })
}
