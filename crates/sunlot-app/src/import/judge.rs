//! From a row of cells to a draft: each cell is read by the rule of its field, and whatever cannot be taken as it stands is
//! said. Damaged codes are never guessed, and nothing is corrected.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use strum::EnumCount;
use sunlot_rules::day::Day;
use sunlot_rules::roster::cell::{CellForm, Cleaned, RawCell, clean};
use sunlot_rules::roster::code::{self, Code};
use sunlot_rules::roster::date::{self, DateFault, Meaning};
use sunlot_rules::roster::fields::{Field, FieldForm, TargetField};
use sunlot_rules::roster::fill::Filler;
use sunlot_rules::roster::header::{self, Header};
use sunlot_rules::roster::list;
use sunlot_rules::roster::name;
use sunlot_rules::roster::row::{RowKind, Rows};
use sunlot_rules::roster::words::{ExtraWords, Read, WordSet};
use sunlot_store::Values;
use sunlot_store::target::Column;

use super::draft::{Draft, What};
use super::wire::UnknownWord;
use super::{labels, whole};
use crate::reader::Cell;
use crate::registry::check::day_of;

const MAX_SHORT: usize = 200;
const MAX_LONG: usize = 4_000;

/// A column of a roster and where it goes.
#[derive(Clone, Copy)]
struct Place {
    index: usize,
    field: TargetField,
    column: Option<Column>,
}

/// Reads the rows below a header.
pub(super) struct Judge {
    columns: Vec<Place>,
    rows: Rows,
    filler: Option<Filler>,
    words: ExtraWords,
    /// What words were found to mean, by the column's place among the columns.
    known: Vec<HashMap<String, Read<&'static str>>>,
    unknown: BTreeMap<(TargetField, String), u32>,
    today: Day,
    year: String,
    source: String,
    texts: Vec<String>,
}

impl Judge {
    pub(super) fn new(
        header: &Header<TargetField>,
        filler: Option<Filler>,
        words: ExtraWords,
        today: NaiveDate,
        source: &str,
    ) -> Option<Self> {
        let place = |column: &header::Column<TargetField>| {
            let field = column.field?;
            Some(Place {
                index: column.index,
                field,
                column: column_of(field),
            })
        };
        let columns: Vec<Place> = header.columns.iter().filter_map(place).collect();
        Some(Self {
            known: vec![HashMap::new(); columns.len()],
            columns,
            rows: Rows::below(header),
            filler,
            words,
            unknown: BTreeMap::new(),
            today: day_of(today)?,
            year: today.format("%Y").to_string(),
            source: source.to_owned(),
            texts: vec![String::new(); Column::COUNT],
        })
    }

    /// Words whose meaning only the office knows, with how many rows have them.
    pub(super) fn unknown_words(&self) -> impl Iterator<Item = (TargetField, &str, u32)> {
        self.unknown
            .iter()
            .map(|((field, word), count)| (*field, word.as_str(), *count))
    }

    /// One row; nothing where it is blank but for what was filled in from above.
    pub(super) fn read(&mut self, row: u32, cells: &[Cell<'_>]) -> Option<Draft> {
        let mut cleaned: Vec<Cleaned<'_>> = cells.iter().map(|cell| clean(&raw_cell(cell))).collect();
        let filled = self.fill(row, &mut cleaned);
        let kind = self.rows.kind(&cleaned, &filled);
        if kind == RowKind::Blank {
            return None;
        }
        let mut draft = Draft {
            row,
            values: Values::default(),
            number: None,
            visits: None,
            flags: Vec::new(),
            remarks: Vec::new(),
        };
        self.texts.iter_mut().for_each(String::clear);
        for place in &self.columns {
            if filled.contains(&place.index) {
                draft.say(Some(place.field), What::FilledDown);
            }
        }
        match left_out(kind) {
            // Only what it is called, so that somebody can see which row it was.
            Some(what) => {
                draft.say(None, what);
                self.name_it(&cleaned);
            }
            None => {
                self.take(&cleaned, &mut draft);
                self.finish(&mut draft);
            }
        }
        draft.values = Values::of((0u8..).zip(self.texts.iter().map(String::as_str)));
        Some(draft)
    }

    fn fill(&mut self, row: u32, cleaned: &mut Vec<Cleaned<'_>>) -> Vec<usize> {
        let Some(filler) = &mut self.filler else {
            return Vec::new();
        };
        let mut texts: Vec<String> = cleaned.iter().map(|cell| cell.text.to_string()).collect();
        let filled = filler.fill((row as usize).saturating_sub(1), &mut texts);
        for place in &filled {
            while cleaned.len() <= *place {
                cleaned.push(clean(&RawCell::Empty));
            }
            cleaned[*place] = Cleaned {
                text: Cow::Owned(texts[*place].clone()),
                raw: "",
                form: CellForm::Text,
            };
        }
        filled
    }

    fn name_it(&mut self, cleaned: &[Cleaned<'_>]) {
        let column = self.columns.iter().find(|place| place.field == TargetField::Name);
        let text = column
            .and_then(|place| cleaned.get(place.index))
            .map(|cell| cell.text.to_string());
        self.set(Column::Name, &text.unwrap_or_default());
    }

    fn take(&mut self, cleaned: &[Cleaned<'_>], draft: &mut Draft) {
        let mut visits = (String::new(), None);
        for place in 0..self.columns.len() {
            let Place { index, field, .. } = self.columns[place];
            let Some(cell) = cleaned.get(index) else {
                continue;
            };
            match cell.form {
                CellForm::Error => {
                    let text = cell.raw.to_owned();
                    draft.say(Some(field), What::CellError { text });
                    continue;
                }
                CellForm::NoValue => {
                    draft.say(Some(field), What::NoValue);
                    continue;
                }
                _ if cell.is_empty() => continue,
                _ => {}
            }
            match field {
                TargetField::Code | TargetField::Uscc | TargetField::RegNo => self.code(field, cell, draft),
                TargetField::Number => self.number(cell, draft),
                TargetField::Flags => {
                    let flags = list::values(&cell.text);
                    draft
                        .flags
                        .extend(flags.iter().filter_map(|flag| labels::flag_of(flag)));
                }
                TargetField::LastVisit => visits.0 = self.day(field, cell, Meaning::Past, draft),
                TargetField::VisitsThisYear => match whole::without_fraction(cell)
                    .text
                    .trim_end_matches('次')
                    .parse::<u32>()
                {
                    Ok(count) if count <= 366 => visits.1 = Some(count),
                    _ => {
                        let text = cell.text.to_string();
                        draft.say(Some(field), What::CountUnread { text });
                    }
                },
                _ => self.plain(place, cell, draft),
            }
        }
        draft.visits = match visits {
            (last, Some(count)) if count > 0 => Some((last, count)),
            (last, _) if !last.is_empty() => Some((last, 0)),
            _ => None,
        };
    }

    fn code(&mut self, field: TargetField, cell: &Cleaned<'_>, draft: &mut Draft) {
        match code::read(&whole::without_fraction(cell)) {
            Code::Missing => {}
            Code::Uscc(code) => self.set(Column::Uscc, code.as_str()),
            Code::RegNo { number, legacy } => {
                self.set(Column::RegNo, number.as_str());
                if legacy {
                    draft.say(Some(field), What::CodeOld);
                }
            }
            Code::Invalid {
                text,
                reason,
                suggestions,
            } => {
                self.set(Column::DoubtfulCode, &text);
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
    fn number(&mut self, cell: &Cleaned<'_>, draft: &mut Draft) {
        let digits = cell
            .text
            .strip_prefix("DX-")
            .or_else(|| cell.text.strip_prefix("dx-"));
        // Another office's or an older system's number is nobody's here; the code tells who it is.
        draft.number = digits.and_then(|digits| digits.parse().ok());
    }

    fn plain(&mut self, place: usize, cell: &Cleaned<'_>, draft: &mut Draft) {
        let field = self.columns[place].field;
        let Some(column) = self.columns[place].column else {
            return;
        };
        match field.form() {
            FieldForm::Word(set) => {
                if let Some(name) = self.word(place, set, &cell.text, draft) {
                    self.set(column, name);
                }
            }
            FieldForm::Founded => self.date(field, column, cell, Meaning::Founded, draft),
            FieldForm::ValidTo => self.date(field, column, cell, Meaning::ValidTo, draft),
            FieldForm::Past => self.date(field, column, cell, Meaning::Past, draft),
            FieldForm::Phones => self.phones(column, &cell.text),
            FieldForm::List | FieldForm::Words(_) => {
                let joined = list::values(&cell.text).join("、");
                self.add(column, &joined, draft, field);
            }
            FieldForm::Number if cell.form == CellForm::Number && cell.text.len() > 11 => {
                let text = cell.text.to_string();
                draft.say(Some(field), What::NumberLost { text });
                self.add(column, &cell.text, draft, field);
            }
            _ => self.add(column, &cell.text, draft, field),
        }
    }

    /// What a word means; each is looked up once.
    fn word(&mut self, place: usize, set: WordSet, text: &str, draft: &mut Draft) -> Option<&'static str> {
        let field = self.columns[place].field;
        let known = &mut self.known[place];
        let read = match known.get(text) {
            Some(read) => read.clone(),
            None => {
                let read = set.read(text, &self.words);
                known.insert(text.to_owned(), read.clone());
                read
            }
        };
        match read {
            Read::Known(name) => Some(name),
            Read::Missing => None,
            Read::Unknown(word) => {
                *self.unknown.entry((field, word.clone())).or_default() += 1;
                draft.say(Some(field), What::WordUnknown { word });
                None
            }
        }
    }

    fn date(
        &mut self,
        field: TargetField,
        column: Column,
        cell: &Cleaned<'_>,
        meaning: Meaning,
        draft: &mut Draft,
    ) {
        let day = self.day(field, cell, meaning, draft);
        self.set(column, &day);
    }

    fn day(&mut self, field: TargetField, cell: &Cleaned<'_>, meaning: Meaning, draft: &mut Draft) -> String {
        let text = || cell.text.to_string();
        match date::read(cell, meaning, self.today) {
            Ok(date) => date.map(|date| date.to_string()).unwrap_or_default(),
            Err(DateFault::TooEarly { .. } | DateFault::TooLate { .. } | DateFault::Endless) => {
                draft.say(Some(field), What::DateOdd { text: text() });
                String::new()
            }
            Err(_) => {
                draft.say(Some(field), What::DateUnread { text: text() });
                String::new()
            }
        }
    }

    /// Numbers into their column, and a name beside them to the person to be asked for, where there is none yet.
    fn phones(&mut self, column: Column, text: &str) {
        let found = list::phones(text);
        let numbers: Vec<&str> = found.numbers.iter().map(|phone| phone.number.as_str()).collect();
        let joined = if numbers.is_empty() {
            text.to_owned()
        } else {
            numbers.join("、")
        };
        let before = self.text(column);
        let all = if before.is_empty() {
            joined
        } else {
            format!("{before}、{joined}")
        };
        self.set(column, &all);
        let name = found
            .names
            .into_iter()
            .chain(found.numbers.into_iter().filter_map(|phone| phone.name))
            .next();
        if let Some(name) = name
            && !numbers_only(&name)
            && self.text(Column::Contact).is_empty()
            && !self
                .columns
                .iter()
                .any(|place| place.field == TargetField::Contact)
        {
            self.set(Column::Contact, &name);
        }
    }

    /// A text; a second column of the same field comes behind the first.
    fn add(&mut self, column: Column, text: &str, draft: &mut Draft, field: TargetField) {
        let max = if matches!(column, Column::Scope | Column::Remark) {
            MAX_LONG
        } else {
            MAX_SHORT
        };
        let found = text.chars().count();
        if found > max {
            draft.say(Some(field), What::TooLong { max, found });
            return;
        }
        let before = self.text(column);
        let all = match (before.is_empty(), before == text) {
            (true, _) | (_, true) => text.to_owned(),
            _ => format!("{before}、{text}"),
        };
        self.set(column, &all);
    }

    fn text(&self, column: Column) -> &str {
        self.texts
            .get(usize::from(column.place()))
            .map_or("", String::as_str)
    }

    fn set(&mut self, column: Column, text: &str) {
        if let Some(place) = self.texts.get_mut(usize::from(column.place())) {
            place.clear();
            place.push_str(text);
        }
    }

    /// What a row says as a whole.
    fn finish(&mut self, draft: &mut Draft) {
        let name = self.text(Column::Name).to_owned();
        if name.is_empty() {
            draft.say(Some(TargetField::Name), What::NameMissing);
        } else if let Some(sign) = name::missing_characters(&name) {
            let sign = labels::sign(&sign);
            draft.say(Some(TargetField::Name), What::NameBroken { sign });
        }
        let rare = name::rare(&name);
        if !rare.is_empty() {
            let characters = rare.into_iter().collect();
            draft.say(Some(TargetField::Name), What::Rare { characters });
        }
        let damaged = draft
            .remarks
            .iter()
            .any(|remark| matches!(remark.what, What::CodeDamaged { .. } | What::CodePersonal));
        let coded = [Column::Uscc, Column::RegNo, Column::DoubtfulCode]
            .into_iter()
            .any(|column| !self.text(column).is_empty());
        let codes = [Column::Uscc, Column::DoubtfulCode, Column::RegNo].map(|column| self.text(column));
        let kind = whole::kind(self.text(Column::Kind), codes, &name).to_owned();
        if !coded && !damaged && draft.number.is_none() && whole::needs_code(&kind) {
            draft.say(Some(TargetField::Code), What::CodeMissing);
        }
        if self.text(Column::Kind).is_empty() {
            self.set(Column::Kind, &kind);
        }
        if let Some((last, count)) = &mut draft.visits
            && last.is_empty()
            && *count > 0
        {
            last.clone_from(&self.year);
        }
        let doubts = draft.doubts();
        self.set(Column::Doubts, &doubts);
        if let Some(place) = self.texts.get_mut(usize::from(Column::Source.place())) {
            place.push_str(&self.source);
        }
    }
}

pub(super) fn raw_cell<'a>(cell: &Cell<'a>) -> RawCell<'a> {
    match *cell {
        Cell::Empty => RawCell::Empty,
        Cell::Text(text) => RawCell::Text(text),
        Cell::Number { text, shown } => RawCell::Number { text, shown },
        Cell::Date(text) => RawCell::Date(text),
        Cell::Bool(yes) => RawCell::Bool(yes),
        Cell::Error(text) => RawCell::Error(text),
        Cell::NoValue => RawCell::NoValue,
    }
}

fn left_out(kind: RowKind) -> Option<What> {
    Some(match kind {
        RowKind::Hint => What::Hint,
        RowKind::Example => What::Example,
        RowKind::RepeatedHeader => What::RepeatedHeader,
        RowKind::Total => What::Total,
        RowKind::Note => What::Note,
        RowKind::Numbered => What::Numbered,
        RowKind::Data | RowKind::Blank => return None,
    })
}

fn numbers_only(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit())
}

/// The column that a field fills.
fn column_of(field: TargetField) -> Option<Column> {
    use strum::VariantArray;
    Column::VARIANTS
        .iter()
        .copied()
        .find(|column| column.name() == field.name())
}

/// Unknown words for people.
pub(super) fn told_words(judge: &Judge) -> Vec<UnknownWord> {
    judge
        .unknown_words()
        .map(|(field, word, count)| UnknownWord {
            field: field.name().to_owned(),
            label: field.heading().to_owned(),
            word: word.to_owned(),
            count,
            choices: crate::target::choices_of(field.name()),
        })
        .collect()
}
