//! From a row of cells to a draft: each cell is read by the rule of its field, and whatever cannot be taken as it stands is
//! said. Damaged codes are never guessed, and nothing is corrected.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use sunlot_rules::day::Day;
use sunlot_rules::roster::cell::{CellForm, Cleaned, RawCell, clean};
use sunlot_rules::roster::date::{self, DateFault, Meaning};
use sunlot_rules::roster::fields::{Field, FieldForm};
use sunlot_rules::roster::fill::Filler;
use sunlot_rules::roster::header::{self, Header};
use sunlot_rules::roster::list;
use sunlot_rules::roster::name;
use sunlot_rules::roster::row::{RowKind, Rows};
use sunlot_rules::roster::words::{ExtraWords, Read, WordSet, is_nothing};
use sunlot_store::Values;

use super::draft::{Draft, What};
use super::labels;
use super::register::Register;
use super::wire::UnknownWord;
use crate::reader::Cell;
use crate::registry::check::day_of;
use crate::registry::limits::most;

/// A column of a roster and where it goes.
#[derive(Clone, Copy)]
struct Place<F> {
    index: usize,
    field: F,
    column: Option<u8>,
}

/// The headings of the columns that are read, in their order.
fn headings_of<F: Field>(header: &Header<F>) -> Vec<String> {
    let read = header.columns.iter().filter(|column| column.field.is_some());
    read.map(|column| column.heading.clone()).collect()
}

/// Reads the rows below a header.
pub(super) struct Judge<R: Register> {
    columns: Vec<Place<R::Field>>,
    headings: Vec<String>,
    rows: Rows,
    filler: Option<Filler>,
    words: ExtraWords,
    /// What words were found to mean, by the column's place among the columns.
    known: Vec<HashMap<String, Read<&'static str>>>,
    unknown: BTreeMap<(R::Field, String), u32>,
    /// Words that are read as somebody said, with what they mean.
    answered: BTreeMap<(R::Field, String), (&'static str, u32)>,
    today: Day,
    /// The year in which the roster is read.
    pub year: String,
    source: String,
    texts: Vec<String>,
}

impl<R: Register> Judge<R> {
    pub(super) fn new(
        header: &Header<R::Field>,
        filler: Option<Filler>,
        words: ExtraWords,
        today: NaiveDate,
        source: &str,
    ) -> Option<Self> {
        let place = |column: &header::Column<R::Field>| {
            let field = column.field?;
            Some(Place {
                index: column.index,
                field,
                column: R::column(field),
            })
        };
        let columns: Vec<Place<R::Field>> = header.columns.iter().filter_map(place).collect();
        Some(Self {
            known: vec![HashMap::new(); columns.len()],
            columns,
            headings: headings_of(header),
            rows: Rows::below(header),
            filler,
            words,
            unknown: BTreeMap::new(),
            answered: BTreeMap::new(),
            today: day_of(today)?,
            year: today.format("%Y").to_string(),
            source: source.to_owned(),
            texts: vec![String::new(); R::PLACES.count],
        })
    }

    /// One row; nothing where it is blank but for what was filled in from above. `hidden`: it is left out because the file
    /// hides it.
    pub(super) fn read(&mut self, row: u32, cells: &[Cell<'_>], hidden: bool) -> Option<Draft<R>> {
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
            beside: R::Beside::default(),
            remarks: Vec::new(),
        };
        self.texts.iter_mut().for_each(String::clear);
        for place in &self.columns {
            if filled.contains(&place.index) {
                draft.say(Some(place.field), What::FilledDown);
            }
        }
        let hidden = hidden.then_some(What::HiddenRow);
        match hidden.or_else(|| left_out(kind)) {
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
        let column = self.columns.iter().find(|place| place.field == R::NAME);
        let text = column
            .and_then(|place| cleaned.get(place.index))
            .map(|cell| cell.text.to_string());
        self.set(R::PLACES.name, &text.unwrap_or_default());
    }

    fn take(&mut self, cleaned: &[Cleaned<'_>], draft: &mut Draft<R>) {
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
                // What stands for nothing must not take the place of what is known. In a choice it may be an answer.
                _ if field != R::NAME && is_plain(field.form()) && is_nothing(&cell.text) => continue,
                _ => {}
            }
            R::take(self, place, cell, draft);
        }
    }

    /// The field that a column is read as.
    pub(super) fn field(&self, place: usize) -> R::Field {
        self.columns[place].field
    }

    /// The heading of a column, as it stands in the file.
    pub(super) fn heading(&self, place: usize) -> &str {
        self.headings.get(place).map_or("", String::as_str)
    }

    /// Whether a column is read as this field.
    pub(super) fn has(&self, field: R::Field) -> bool {
        self.columns.iter().any(|place| place.field == field)
    }

    /// Reads a cell by the form of its field.
    pub(super) fn plain(&mut self, place: usize, cell: &Cleaned<'_>, draft: &mut Draft<R>) {
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
            FieldForm::Visited => self.date(field, column, cell, Meaning::Visited, draft),
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
    fn word(&mut self, place: usize, set: WordSet, text: &str, draft: &mut Draft<R>) -> Option<&'static str> {
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
            Read::Known(name) => {
                if self.words.tells(set, text) {
                    let told = (field, text.trim().to_owned());
                    self.answered.entry(told).or_insert((name, 0)).1 += 1;
                }
                if set.not_known() == Some(name) {
                    let word = text.to_owned();
                    draft.say(Some(field), What::StatusUnknown { word });
                }
                Some(name)
            }
            Read::Missing => None,
            Read::Unknown(word) => {
                *self.unknown.entry((field, word.clone())).or_default() += 1;
                let what = match set.not_known() {
                    // Left out, it would be taken for the status of whoever is at work.
                    Some(_) => What::StatusUnread { word },
                    None => What::WordUnknown { word },
                };
                draft.say(Some(field), what);
                set.not_known()
            }
        }
    }

    fn date(
        &mut self,
        field: R::Field,
        column: u8,
        cell: &Cleaned<'_>,
        meaning: Meaning,
        draft: &mut Draft<R>,
    ) {
        let day = self.day(field, cell, meaning, draft);
        self.set(column, &day);
    }

    pub(super) fn day(
        &mut self,
        field: R::Field,
        cell: &Cleaned<'_>,
        meaning: Meaning,
        draft: &mut Draft<R>,
    ) -> String {
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

    /// A text; a second column of the same field comes behind the first.
    pub(super) fn add(&mut self, column: u8, text: &str, draft: &mut Draft<R>, field: R::Field) {
        let max = most(R::REGISTRY, field.name());
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

    /// What stands in a column so far.
    pub(super) fn text(&self, column: u8) -> &str {
        self.texts.get(usize::from(column)).map_or("", String::as_str)
    }

    /// Writes into a column.
    pub(super) fn set(&mut self, column: u8, text: &str) {
        if let Some(place) = self.texts.get_mut(usize::from(column)) {
            place.clear();
            place.push_str(text);
        }
    }

    /// What a row says as a whole.
    fn finish(&mut self, draft: &mut Draft<R>) {
        let name = self.text(R::PLACES.name);
        if name.is_empty() && !R::NAMED_BY_CODE {
            draft.say(Some(R::NAME), What::NameMissing);
        } else if let Some(sign) = name::missing_characters(name) {
            let sign = labels::sign(&sign);
            draft.say(Some(R::NAME), What::NameBroken { sign });
        }
        let rare = name::rare(name);
        if !rare.is_empty() {
            let characters = rare.into_iter().collect();
            draft.say(Some(R::NAME), What::Rare { characters });
        }
        R::finish(self, draft);
        let doubts = draft.doubts();
        self.set(R::PLACES.doubts, &doubts);
        if let Some(place) = self.texts.get_mut(usize::from(R::PLACES.source)) {
            place.push_str(&self.source);
        }
    }
}

/// A whole number that another program wrote with a fraction of nothing, as in 201312142.0 (case 19).
pub(super) fn without_fraction<'c>(cell: &Cleaned<'c>) -> Cleaned<'c> {
    let whole = cell
        .text
        .strip_suffix(".0")
        .filter(|whole| whole.bytes().all(|b| b.is_ascii_digit()));
    Cleaned {
        text: whole.map_or_else(|| cell.text.clone(), |whole| Cow::Owned(whole.to_owned())),
        ..*cell
    }
}

fn is_plain(form: FieldForm) -> bool {
    matches!(
        form,
        FieldForm::Text
            | FieldForm::Name
            | FieldForm::List
            | FieldForm::Number
            | FieldForm::Phones
            | FieldForm::Region
    )
}

pub(crate) fn raw_cell<'a>(cell: &Cell<'a>) -> RawCell<'a> {
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

/// For people: the words whose meaning nobody has said, and those that were read as somebody said.
pub(super) fn told_words<R: Register>(judges: &[Judge<R>]) -> (Vec<UnknownWord>, Vec<UnknownWord>) {
    let mut words = BTreeMap::<(bool, R::Field, &str), (&str, u32)>::new();
    for judge in judges {
        let unknown = judge.unknown.iter();
        let unknown = unknown.map(|((field, word), count)| ((false, *field, word.as_str()), ("", *count)));
        let answered = judge.answered.iter();
        let answered = answered
            .map(|((field, word), (meaning, count))| ((true, *field, word.as_str()), (*meaning, *count)));
        for (word, (meaning, count)) in unknown.chain(answered) {
            words.entry(word).or_insert((meaning, 0)).1 += count;
        }
    }
    let told = |((_, field, word), (meaning, count)): ((bool, R::Field, &str), (&str, u32))| UnknownWord {
        field: field.name().to_owned(),
        label: field.heading().to_owned(),
        word: word.to_owned(),
        count,
        choices: R::choices(field),
        meaning: meaning.to_owned(),
    };
    let (answered, unknown): (Vec<_>, Vec<_>) = words.into_iter().partition(|((known, ..), _)| *known);
    let all = |words: Vec<_>| words.into_iter().map(told).collect();
    (all(unknown), all(answered))
}
