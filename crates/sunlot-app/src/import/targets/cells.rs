//! The cells of a roster of targets whose fields have rules of their own: codes, the office's own number, visits, flags,
//! telephone numbers; and what a row says as a whole. Damaged codes are never guessed, and nothing is corrected.

use sunlot_rules::roster::cell::Cleaned;
use sunlot_rules::roster::code::{self, Code};
use sunlot_rules::roster::date::Meaning;
use sunlot_rules::roster::fields::TargetField;
use sunlot_rules::roster::list;
use sunlot_rules::roster::words::{self, ExtraWords, Read, YesNo, is_nothing};
use sunlot_store::target::Column;

use super::{Targets, whole};
use crate::import::draft::{Draft, What};
use crate::import::judge::{Judge, without_fraction};
use crate::import::labels;

pub(super) fn take(judge: &mut Judge<Targets>, place: usize, cell: &Cleaned<'_>, draft: &mut Draft<Targets>) {
    let field = judge.field(place);
    match field {
        TargetField::Code | TargetField::Uscc | TargetField::RegNo => take_code(judge, field, cell, draft),
        TargetField::Number => take_number(cell, draft),
        TargetField::Phone => phones(judge, &cell.text),
        TargetField::Flags => flags(judge.heading(place), &cell.text, draft),
        TargetField::LastVisit => {
            let last = judge.day(field, cell, Meaning::Visited, draft);
            draft.beside.visits.get_or_insert_default().0 = last;
        }
        TargetField::VisitsThisYear => {
            let text = without_fraction(cell).text;
            match text.trim_end_matches('次').parse::<u32>() {
                Ok(count) if count <= 366 => {
                    draft.beside.visits.get_or_insert_default().1 = count;
                    draft.beside.count = Some(count);
                }
                _ => {
                    let text = cell.text.to_string();
                    draft.say(Some(field), What::CountUnread { text });
                }
            }
        }
        _ => judge.plain(place, cell, draft),
    }
}

/// The flags of a cell: by their names, or yes and no under the name of one.
fn flags(heading: &str, text: &str, draft: &mut Draft<Targets>) {
    let own = labels::flag_of_heading(heading);
    for word in list::values(text) {
        let yes = words::read::<YesNo>(&word, &ExtraWords::default());
        let flag = match (own, yes) {
            (Some(flag), Read::Known(YesNo::Yes)) => Some(flag),
            (Some(_), Read::Known(YesNo::No) | Read::Missing) => continue,
            _ if is_nothing(&word) => continue,
            _ => labels::flag_of(&word),
        };
        match flag {
            Some(flag) if draft.beside.flags.contains(&flag) => {}
            Some(flag) => draft.beside.flags.push(flag),
            None => {
                let heading = heading.to_owned();
                draft.say(None, What::FlagUnread { heading, word });
            }
        }
    }
}

fn take_code(judge: &mut Judge<Targets>, field: TargetField, cell: &Cleaned<'_>, draft: &mut Draft<Targets>) {
    match code::read(&without_fraction(cell)) {
        Code::Missing => {}
        Code::Uscc(code) => judge.set(Column::Uscc.place(), code.as_str()),
        Code::RegNo { number, legacy } => {
            judge.set(Column::RegNo.place(), number.as_str());
            if legacy {
                draft.say(Some(field), What::CodeOld);
            }
        }
        Code::Invalid {
            text,
            reason,
            suggestions,
        } => {
            judge.set(Column::DoubtfulCode.place(), &text);
            let what = What::CodeInvalid {
                text,
                reason,
                perhaps: suggestions,
            };
            draft.say(Some(field), what);
        }
        Code::Personal => draft.say(Some(field), What::CodePersonal),
        Code::Damaged { text } => {
            let perhaps = None;
            draft.say(Some(field), What::CodeDamaged { text, perhaps });
        }
    }
}

/// The office's own number, with which a roster came out of this program and comes back.
fn take_number(cell: &Cleaned<'_>, draft: &mut Draft<Targets>) {
    let digits = cell
        .text
        .strip_prefix("DX-")
        .or_else(|| cell.text.strip_prefix("dx-"));
    // Another office's or an older system's number is nobody's here; the code tells who it is.
    draft.number = digits.and_then(|digits| digits.parse().ok());
}

/// Numbers into their column, and a name beside them to the person to be asked for, where there is none yet.
fn phones(judge: &mut Judge<Targets>, text: &str) {
    let found = list::phones(text);
    let numbers: Vec<&str> = found.numbers.iter().map(|phone| phone.number.as_str()).collect();
    let joined = if numbers.is_empty() {
        text.to_owned()
    } else {
        numbers.join("、")
    };
    let before = judge.text(Column::Phone.place());
    let all = if before.is_empty() {
        joined
    } else {
        format!("{before}、{joined}")
    };
    judge.set(Column::Phone.place(), &all);
    let name = found
        .names
        .into_iter()
        .chain(found.numbers.into_iter().filter_map(|phone| phone.name))
        .next();
    if let Some(name) = name
        && !numbers_only(&name)
        && judge.text(Column::Contact.place()).is_empty()
        && !judge.has(TargetField::Contact)
    {
        judge.set(Column::Contact.place(), &name);
    }
}

fn numbers_only(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit())
}

/// What sort of target it is, whether it lacks a code, and when its visits were.
pub(super) fn finish(judge: &mut Judge<Targets>, draft: &mut Draft<Targets>) {
    let damaged = draft
        .remarks
        .iter()
        .any(|remark| matches!(remark.what, What::CodeDamaged { .. } | What::CodePersonal));
    let codes = [Column::Uscc, Column::DoubtfulCode, Column::RegNo].map(|column| judge.text(column.place()));
    let coded = codes.iter().any(|code| !code.is_empty());
    let told = judge.text(Column::Kind.place());
    let kind = whole::kind(told, codes, judge.text(Column::Name.place())).to_owned();
    if !coded && !damaged && whole::needs_code(&kind) {
        draft.say(Some(TargetField::Code), What::CodeMissing);
    }
    if judge.text(Column::Kind.place()).is_empty() {
        judge.set(Column::Kind.place(), &kind);
    }
    count_visits(&judge.year, draft);
}

/// How many visits there were this year and when the last one was must not contradict each other: then the day counts as one
/// visit, and the number is told.
fn count_visits(year: &str, draft: &mut Draft<Targets>) {
    let told = draft.beside.count;
    let Some((last, count)) = &mut draft.beside.visits else {
        return;
    };
    if last.is_empty() && *count > 0 {
        year.clone_into(last);
    }
    if last.is_empty() {
        draft.beside.visits = None;
        return;
    }
    let Some(told) = told.filter(|told| last.starts_with(year) == (*told == 0)) else {
        return;
    };
    // Only the day tells of a visit, and only where it is not known already.
    *count = 0;
    let last = last.clone();
    draft.say(
        Some(TargetField::VisitsThisYear),
        What::VisitsDiffer { count: told, last },
    );
}
