//! The paper with a recovery code. The code is judged before it is printed, so that nobody seals a wrong one away.

use sunlot_forms::sheets::RecoverySheet;
use sunlot_rules::account::recovery;
use sunlot_store::account;
use sunlot_store::office_profile;
use sunlot_store::whole_file::Readers;

use super::check::{Field, Findings, roles_of};
use super::hash::{self, Judged};
use super::invalid;
use super::wire::{RecoveryPaper, Role};
use crate::access::{AccessFault, AccountFlaw};
use crate::commands::Act;
use crate::paper::{Paper, PaperMade};
use crate::{Desk, Error, Result, labels};

impl Desk {
    /// Prints or saves the paper of a recovery code that was made just now.
    pub fn account_recovery_paper(&self, request: &RecoveryPaper) -> Result<PaperMade> {
        let groups = request.code.as_str();
        let code = recovery::parse(groups).map_err(|fault| wrong(fault.into()))?;
        let now = self.now();
        let sheet = self.read(Act::AccountRecoveryPaper, |office| {
            let stored = account::by_login(office, &request.login)?.ok_or_else(|| {
                let login = request.login.clone();
                Error::new(AccessFault::AccountUnknown { login }, "")
            })?;
            let hash = account::recovery(office, stored.id)?;
            if hash::judge(&code, hash.as_deref())? == Judged::Wrong {
                return Err(wrong(AccountFlaw::CodeNotInForce));
            }
            let profile = office_profile::latest(office)?;
            Ok(RecoverySheet {
                office: profile.map(|stored| stored.row.name).unwrap_or_default(),
                role: Role::labels(&roles_of(&stored.row)),
                person: stored.row.name,
                number: format!("{}-{}", stored.row.login, now.format("%Y%m%d%H%M")),
                login: stored.row.login,
                groups: code.split('-').map(str::to_owned).collect(),
                scanned: code.clone(),
                made: labels::day(now),
                program: concat!("阳光摇号 Sunlot ", env!("CARGO_PKG_VERSION")).to_owned(),
            })
        })?;
        let paper = Paper {
            name: format!("{}-{}", labels::RECOVERY_SHEET, sheet.login),
            sheet: sheet.sheet(),
            readers: Readers::Owner,
        };
        self.send_paper(Act::AccountRecoveryPaper, &paper, &request.to)
    }
}

fn wrong(flaw: AccountFlaw) -> Error {
    let mut found = Findings::default();
    found.add(Field::Code, flaw);
    invalid(found.into_problems())
}
