//! Keeping, showing and erasing personal values. Nothing that is written into the trail tells a value, masked or not.

use sunlot_rules::account::login;
use sunlot_rules::mask;
use sunlot_store::personal::{self, NoteRow, StoredNote};
use sunlot_store::{Connection, account, trail};

use super::check;
use super::fault::PersonalFault;
use super::key::PersonalKey;
use super::seal::Salted;
use super::wire::{
    Holder, HolderKind, PersonalErase, PersonalErased, PersonalField, PersonalItem, PersonalKeep,
    PersonalShow, PersonalShown, PersonalView,
};
use crate::account::{Names, Typed};
use crate::commands::Act;
use crate::event::personal::{ValueErased, ValueKept, ValueShown};
use crate::messages::personal as messages;
use crate::{Desk, Error, Failure, Kind, Result};

impl Desk {
    /// Lists what is kept, masked.
    pub fn personal_view(&self) -> Result<PersonalView> {
        self.read(Act::PersonalView, |office| self.personal_of(office))
    }

    /// Keeps a value, sealed.
    pub fn personal_keep(&self, request: &PersonalKeep) -> Result<PersonalView> {
        self.change(Act::PersonalKeep, |change| {
            let holder = find(change.tx(), &request.holder)?;
            let (value, reason) = check::read(request.field, &request.value, &request.reason)?;
            if kept(change.tx(), &holder, request.field)?.is_some() {
                let field = request.field;
                let holder = told(change.tx(), &holder)?;
                return Err(Error::new(
                    PersonalFault::PersonalKeptAlready { holder, field },
                    "",
                ));
            }
            let key = PersonalKey::to_seal(self.env(), self.folder(), change.tx())?;
            let salted = Salted::new(self.env(), &value)?;
            let row = NoteRow {
                holder_kind: <&str>::from(holder.kind).to_owned(),
                holder: holder.id.clone(),
                field: <&str>::from(request.field).to_owned(),
                commitment: salted.commitment(),
                key_mark: key.mark(),
                reason: reason.clone(),
            };
            let note = personal::note(change, &row)?;
            personal::lay(change, note, &salted.seal(self.env(), &key, note, &row)?)?;
            let field = request.field;
            Ok((
                (),
                Some(Kind::PersonalKept(ValueKept {
                    holder,
                    field,
                    reason,
                })),
            ))
        })?;
        self.personal_view()
    }

    /// Shows one value in clear, once it stands in the trail who asked for it and why.
    pub fn personal_show(&self, request: &PersonalShow) -> Result<PersonalShown> {
        let (shown, _) = self.change(Act::PersonalShow, |change| {
            let holder = find(change.tx(), &request.holder)?;
            let field = request.field;
            check::read_reason(&request.reason, None)?;
            let note = require(change.tx(), &holder, field)?;
            let salted = self.personal_value(change.tx(), &note, field)?;
            let value = salted.value().unwrap_or_default();
            let reason = check::read_reason(&request.reason, Some(value))?;
            let shown = PersonalShown {
                holder: told(change.tx(), &holder)?,
                field: field.label().to_owned(),
                value: Typed::new(value),
            };
            Ok((
                shown,
                Some(Kind::PersonalShown(ValueShown {
                    holder,
                    field,
                    reason,
                })),
            ))
        })?;
        Ok(shown)
    }

    /// Erases a value: it is then nowhere in the office folder but in copies made before. No key is needed for that.
    pub fn personal_erase(&self, request: &PersonalErase) -> Result<PersonalErased> {
        let (note, _) = self.change(Act::PersonalErase, |change| {
            let holder = find(change.tx(), &request.holder)?;
            let field = request.field;
            let reason = check::read_reason(&request.reason, None)?;
            let note = require(change.tx(), &holder, field)?;
            personal::erase(change, &note, &reason)?;
            Ok((
                note,
                Some(Kind::PersonalErased(ValueErased {
                    holder,
                    field,
                    reason,
                })),
            ))
        })?;
        // It is erased and stays so, whatever becomes of the log now.
        let emptied = self.empty_log().unwrap_or(false);
        self.read(Act::PersonalView, |office| {
            let mut remains = self.personal_left_behind(office, &note)?;
            if !emptied {
                remains.insert(0, messages::left_in_log());
            }
            Ok(PersonalErased {
                view: self.personal_of(office)?,
                remains,
            })
        })
    }

    fn personal_of(&self, office: &Connection) -> Result<PersonalView> {
        let names = Names::read(office)?;
        let mut items = Vec::new();
        for note in personal::kept(office)? {
            // A kind or a field that a newer program added never comes here: its schema is newer, too.
            let (Ok(kind), Ok(field)) = (note.row.holder_kind.parse(), note.row.field.parse()) else {
                continue;
            };
            items.push(self.personal_item(office, &names, &note, kind, field)?);
        }
        Ok(PersonalView { items })
    }

    fn personal_item(
        &self,
        office: &Connection,
        names: &Names,
        note: &StoredNote,
        kind: HolderKind,
        field: PersonalField,
    ) -> Result<PersonalItem> {
        let event = trail::event(office, note.event)?.map(|stored| stored.event);
        let (masked, failure) = match self.personal_value(office, note, field) {
            Ok(salted) => (salted.value().map(|value| masked(field, value)), None),
            // One that cannot be read keeps nobody from seeing the others.
            Err(error) => (None, Some(Failure::from(error))),
        };
        let id = note.row.holder.clone();
        Ok(PersonalItem {
            holder_label: names.person(&id),
            holder: Holder { kind, id },
            field,
            field_label: field.label().to_owned(),
            masked,
            failure,
            reason: note.row.reason.clone(),
            since: event.as_ref().map(|event| event.at.clone()).unwrap_or_default(),
            by: event.map(|event| names.told(&event.actor)).unwrap_or_default(),
        })
    }

    fn personal_value(&self, office: &Connection, note: &StoredNote, field: PersonalField) -> Result<Salted> {
        let holder = || Names::read(office).map(|names| names.person(&note.row.holder));
        let Some(value) = personal::sealed(office, note.id)? else {
            let holder = holder()?;
            return Err(Error::new(PersonalFault::PersonalValueGone { holder, field }, ""));
        };
        let key = PersonalKey::to_open(self.folder(), note)?;
        match Salted::open(&key, note.id, &note.row, &value) {
            Some(salted) => Ok(salted),
            None => {
                let holder = holder()?;
                Err(Error::new(
                    PersonalFault::PersonalValueDamaged { holder, field },
                    "",
                ))
            }
        }
    }
}

fn masked(field: PersonalField, value: &str) -> String {
    match field {
        PersonalField::MobilePhone => mask::phone(value),
        PersonalField::IdNumber => mask::id_number(value),
    }
}

/// The holder as the database names it. Later kinds are looked up in their registries.
fn find(office: &Connection, asked: &Holder) -> Result<Holder> {
    let found = match asked.kind {
        HolderKind::Account => match login::parse(&asked.id) {
            Ok(login) => account::by_login(office, &login)?.map(|stored| stored.row.login),
            Err(_) => None,
        },
    };
    let kind = asked.kind;
    found.map(|id| Holder { kind, id }).ok_or_else(|| {
        let asked = asked.id.clone();
        Error::new(PersonalFault::HolderUnknown { asked }, "")
    })
}

fn told(office: &Connection, holder: &Holder) -> Result<String> {
    Ok(Names::read(office)?.person(&holder.id))
}

fn kept(office: &Connection, holder: &Holder, field: PersonalField) -> Result<Option<StoredNote>> {
    Ok(personal::kept_of(
        office,
        holder.kind.into(),
        &holder.id,
        field.into(),
    )?)
}

fn require(office: &Connection, holder: &Holder, field: PersonalField) -> Result<StoredNote> {
    match kept(office, holder, field)? {
        Some(note) => Ok(note),
        None => {
            let holder = told(office, holder)?;
            Err(Error::new(PersonalFault::PersonalNotKept { holder, field }, ""))
        }
    }
}
