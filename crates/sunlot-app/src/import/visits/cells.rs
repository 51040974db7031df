//! The cells of a ledger of visits whose fields have rules of their own: by which code the target is known, and when it was.

use sunlot_rules::roster::cell::Cleaned;
use sunlot_rules::roster::code::{self, Code};
use sunlot_rules::roster::fields::VisitField;
use sunlot_rules::roster::list;
use sunlot_rules::roster::words::{self, ExtraWords, TaskKind};

use super::{Column, Visits};
use crate::import::draft::{Draft, What};
use crate::import::judge::{Judge, without_fraction};

pub(super) fn take(judge: &mut Judge<Visits>, place: usize, cell: &Cleaned<'_>, draft: &mut Draft<Visits>) {
    match judge.field(place) {
        VisitField::Code => take_code(judge, cell, draft),
        VisitField::Modes => take_modes(judge, place, cell, draft),
        _ => judge.plain(place, cell, draft),
    }
}

/// Many ledgers say in one column how a visit was made and why it took place: what says why goes where it belongs.
fn take_modes(judge: &mut Judge<Visits>, place: usize, cell: &Cleaned<'_>, draft: &mut Draft<Visits>) {
    let (mut ways, mut kind) = (Vec::new(), None);
    for word in list::values(&cell.text) {
        match words::read::<TaskKind>(&word, &ExtraWords::default()).known() {
            Some(found) => kind = kind.or(Some(found)),
            None => ways.push(word),
        }
    }
    let Some(kind) = kind else {
        judge.plain(place, cell, draft);
        return;
    };
    judge.add(Column::Modes.place(), &ways.join("、"), draft, VisitField::Modes);
    if judge.text(Column::TaskKind.place()).is_empty() && !judge.has(VisitField::TaskKind) {
        judge.set(Column::TaskKind.place(), kind.name());
    }
}

fn take_code(judge: &mut Judge<Visits>, cell: &Cleaned<'_>, draft: &mut Draft<Visits>) {
    // The office's own number of a target, as an export of the registry has it.
    let own = cell.text.to_ascii_uppercase();
    if own.starts_with("DX-") {
        judge.set(Column::Code.place(), &own);
        return;
    }
    match code::read(&without_fraction(cell)) {
        Code::Missing => {}
        Code::Uscc(code) => judge.set(Column::Code.place(), code.as_str()),
        Code::RegNo { number, .. } => judge.set(Column::Code.place(), number.as_str()),
        Code::Invalid { text, .. } => judge.set(Column::Code.place(), &text),
        Code::Personal => draft.say(Some(VisitField::Code), What::CodePersonal),
        Code::Damaged { text } => {
            let perhaps = None;
            draft.say(Some(VisitField::Code), What::CodeDamaged { text, perhaps });
        }
    }
}

/// A visit is to somebody and on some day.
pub(super) fn finish(judge: &mut Judge<Visits>, draft: &mut Draft<Visits>) {
    let damaged = draft
        .remarks
        .iter()
        .any(|remark| matches!(remark.what, What::CodeDamaged { .. } | What::CodePersonal));
    let nobody = judge.text(Column::Code.place()).is_empty() && judge.text(Column::Name.place()).is_empty();
    if nobody && !damaged {
        draft.say(Some(VisitField::Name), What::NameMissing);
    }
    if judge.text(Column::Date.place()).is_empty() {
        draft.say(Some(VisitField::Date), What::DateMissing);
    }
}
