//! Personal values that are kept on purpose: nobody reads one in clear without a trace, none stands in any file, and one
//! that was erased is gone (T22).

mod command_line;
mod damaged;
mod erased;
mod kept;
mod restored;
mod scan;
mod secret;
pub mod words;

use std::sync::{Arc, Mutex};

use sunlot_app::account::{Role, Typed};
use sunlot_app::anchor::FolderOfAnchors;
use sunlot_app::personal::{
    Holder, HolderKind, PersonalErase, PersonalErased, PersonalField, PersonalKeep, PersonalShow,
    PersonalView,
};
use sunlot_app::printer::OtherSystem;
use sunlot_app::station::FolderVault;
use sunlot_app::{Actor, Desk, Entropy, Env, Failure, Result, Shell, SystemEntropy};
use sunlot_store::OfficeFolder;

use crate::accounts::seated;
use crate::support::{Office, TestClock, someone};

/// A mobile number that stands nowhere else.
pub const PHONE: &str = "13987650123";
/// An identity number that stands nowhere else, with its right check character.
pub const ID: &str = "320301198805120039";
/// Why they are kept.
pub const REASON: &str = "汛期值班联系，本人书面同意";

pub fn holder(login: &str) -> Holder {
    Holder {
        kind: HolderKind::Account,
        id: login.to_owned(),
    }
}

/// Keeps a value of somebody.
pub fn keep(desk: &Desk, login: &str, field: PersonalField, value: &str) -> Result<PersonalView> {
    desk.personal_keep(&PersonalKeep {
        holder: holder(login),
        field,
        value: Typed::new(value),
        reason: REASON.to_owned(),
    })
}

/// Reads a value in clear.
pub fn show(desk: &Desk, login: &str, field: PersonalField) -> Result<String> {
    let shown = desk.personal_show(&PersonalShow {
        holder: holder(login),
        field,
        reason: "夜间联系不上，需要打电话".to_owned(),
    })?;
    Ok(shown.value.as_str().to_owned())
}

/// Erases a value.
pub fn erase(desk: &Desk, login: &str, field: PersonalField) -> Result<PersonalErased> {
    desk.personal_erase(&PersonalErase {
        holder: holder(login),
        field,
        reason: "已经调离".to_owned(),
    })
}

/// The administrator at an office that keeps two values of the handler.
pub fn keeping() -> (Office, Desk) {
    let office = Office::with_people();
    let desk = seated(&office, someone(Role::Administrator));
    keep(&desk, "lina", PersonalField::MobilePhone, PHONE).expect("a right number");
    keep(&desk, "lina", PersonalField::IdNumber, ID).expect("a right number");
    (office, desk)
}

/// What the list shows of each value: the mask, or the code of why there is none.
pub fn shown(view: &PersonalView) -> Vec<String> {
    let shown = |item: &sunlot_app::personal::PersonalItem| match (&item.masked, &item.failure) {
        (Some(masked), None) => masked.clone(),
        (None, Some(Failure { code, .. })) => code.clone(),
        both => panic!("a mask or a failure, and not {both:?}"),
    };
    view.items.iter().map(shown).collect()
}

/// Whether the whole trail fits, by a verification from its first event.
pub fn trail_fits(office: &Office) -> bool {
    let verdict = office
        .desk()
        .trail_verify(&mut |_, _| true)
        .expect("it can be verified");
    assert!(verdict.events > 0, "nothing was verified");
    verdict.valid
}

/// The system's chance, and what it gave.
#[derive(Clone, Default)]
pub struct Recorded(Arc<Mutex<Vec<Vec<u8>>>>);

impl Entropy for Recorded {
    fn fill(&self, bytes: &mut [u8]) -> Result<()> {
        SystemEntropy.fill(bytes)?;
        self.0.lock().unwrap().push(bytes.to_vec());
        Ok(())
    }
}

impl Recorded {
    /// Everything of this length, in order.
    pub fn of_length(&self, length: usize) -> Vec<Vec<u8>> {
        let mut all = self.0.lock().unwrap().clone();
        all.retain(|bytes| bytes.len() == length);
        all
    }
}

/// The administrator, with chance that is written down by the test.
pub fn recorded(office: &Office) -> (Desk, Recorded) {
    let chance = Recorded::default();
    let env = Env {
        clock: Box::new(TestClock::default()),
        entropy: Box::new(chance.clone()),
        anchors: Box::new(FolderOfAnchors::at(office.anchors())),
        printer: Box::new(OtherSystem),
        vault: Box::new(FolderVault),
        reader: Box::new(crate::support::reader()),
        windows: Box::new(crate::support::NoWindows),
        picker: Box::new(sunlot_app::picker::NoPicker),
    };
    let actor = Actor::named(Shell::Console, "guan");
    let desk = Desk::new(env, OfficeFolder::new(office.path()), actor);
    desk.account_enter(&someone(Role::Administrator).entering())
        .expect("the right password");
    (desk, chance)
}
