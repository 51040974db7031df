//! Where the header of a sheet is, and what its columns mean.
//!
//! A header is found by its headings, wherever it stands: under titles and notes, beside empty columns, in one row or in up to
//! three. What a person said about a file before goes before what is found here.

pub mod aliases;
mod mapping;
mod notes;

use std::collections::BTreeSet;
use std::ops::Range;

use aliases::Meaning;

use super::fields::Field;
pub use mapping::{Mapping, MappingFault, column_letters};
pub use notes::{is_note_sheet, is_running};

/// So many rows a header may have.
const MOST_ROWS: usize = 3;

/// So many columns are looked at: no list has more, and a damaged file may claim any number.
const MOST_COLUMNS: usize = 1_024;

/// So many merged cells are looked at.
const MOST_AREAS: usize = 4_096;

/// What a recognised heading counts beside one that nobody knows.
const KNOWN: u32 = 10;

/// Cells of a sheet that are one; all places from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Area {
    /// The first row.
    pub top: usize,
    /// The first column.
    pub left: usize,
    /// The last row.
    pub bottom: usize,
    /// The last column.
    pub right: usize,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column<F> {
    /// Its place, from 0.
    pub index: usize,
    /// Its heading; where the header has several rows, from the upper to the lower one with strokes between.
    pub heading: String,
    /// What it is read for.
    pub field: Option<F>,
    /// The field that it would be read for, if no column before it were.
    pub duplicate_of: Option<F>,
    /// Whether it is known to hold nothing that is kept, or a person said so.
    pub ignored: bool,
}

/// A header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header<F> {
    /// Its rows, from 0.
    pub rows: Range<usize>,
    /// The columns that have a heading.
    pub columns: Vec<Column<F>>,
    /// How sure it is: more fields, more points.
    pub score: u32,
}

impl<F: Field> Header<F> {
    /// The columns that a field is read from: one, or several where they are taken together.
    pub fn columns_of(&self, field: F) -> impl Iterator<Item = usize> {
        let of = move |column: &&Column<F>| column.field == Some(field);
        self.columns.iter().filter(of).map(|column| column.index)
    }

    /// The fields that are read, each once.
    pub fn fields(&self) -> BTreeSet<F> {
        self.columns.iter().filter_map(|column| column.field).collect()
    }

    /// The fields that two columns claim.
    pub fn duplicates(&self) -> BTreeSet<F> {
        let twice = self.columns.iter().filter_map(|column| column.duplicate_of);
        twice.collect()
    }
}

/// The header of a sheet: its first rows as cleaned texts, the cells that are merged, and what a person said before.
pub fn find<F: Field, R, S>(rows: &[R], merged: &[Area], mapping: Option<&Mapping>) -> Option<Header<F>>
where
    R: AsRef<[S]>,
    S: AsRef<str>,
{
    let sheet = Sheet::new(rows, merged);
    let starts = match mapping.and_then(Mapping::header_index) {
        Some(row) => row..(row + 1).min(rows.len()),
        None => 0..rows.len(),
    };
    let told = mapping.is_some_and(|mapping| mapping.header.is_some());
    let mut best: Option<Header<F>> = None;
    for top in starts {
        for length in 1..=MOST_ROWS.min(rows.len().saturating_sub(top)) {
            let header = sheet.read(top..top + length, mapping);
            let better = best.as_ref().is_none_or(|best| header.score > best.score);
            if better && (told || believable(&header)) {
                best = Some(header);
            }
        }
    }
    best
}

/// The sheet whose header is surest; the first of several.
pub fn best_sheet<F>(headers: &[Option<Header<F>>]) -> Option<usize> {
    let scores = headers.iter().enumerate();
    let scores = scores.filter_map(|(index, header)| Some((header.as_ref()?.score, index)));
    scores
        .fold(None, |best: Option<(u32, usize)>, found| match best {
            Some(best) if best.0 >= found.0 => Some(best),
            _ => Some(found),
        })
        .map(|(_, index)| index)
}

/// A header knows a row by something, and nearly nothing else may speak against it: two known headings at least, or one where
/// the sheet has no other.
fn believable<F: Field>(header: &Header<F>) -> bool {
    let known = header.fields().len();
    header.fields().iter().any(|field| field.is_key()) && (known >= 2 || header.columns.len() == 1)
}

/// The first rows of a sheet, with what merged cells cover filled in.
struct Sheet {
    rows: Vec<Vec<String>>,
    has_merged: bool,
}

impl Sheet {
    fn new<R: AsRef<[S]>, S: AsRef<str>>(rows: &[R], merged: &[Area]) -> Self {
        let texts = |row: &R| {
            let cells = row.as_ref().iter().take(MOST_COLUMNS);
            cells.map(|text| text.as_ref().trim().to_owned()).collect()
        };
        let mut sheet = Self {
            rows: rows.iter().map(texts).collect(),
            has_merged: !merged.is_empty(),
        };
        for area in merged.iter().take(MOST_AREAS) {
            sheet.spread(area);
        }
        sheet
    }

    /// What stands in the corner of merged cells stands in all of them.
    fn spread(&mut self, area: &Area) {
        let corner = self.rows.get(area.top).and_then(|row| row.get(area.left));
        // A text in thousands of cells would be a great deal of text.
        let short = |text: &&String| !text.is_empty() && text.len() <= aliases::LONGEST;
        let Some(text) = corner.filter(short).cloned() else {
            return;
        };
        let right = area.right.min(MOST_COLUMNS - 1);
        for row in self
            .rows
            .iter_mut()
            .take(area.bottom.saturating_add(1))
            .skip(area.top)
        {
            if row.len() <= right {
                row.resize(right + 1, String::new());
            }
            let covered = row.iter_mut().take(right + 1).skip(area.left);
            covered
                .filter(|cell| cell.is_empty())
                .for_each(|cell| cell.clone_from(&text));
        }
    }

    fn read<F: Field>(&self, rows: Range<usize>, mapping: Option<&Mapping>) -> Header<F> {
        let mut columns = Vec::new();
        for (index, heading) in self.headings(&rows).into_iter().enumerate() {
            let named = |mapping: &Mapping| mapping.names(&heading, index);
            if !heading.is_empty() || mapping.is_some_and(named) {
                columns.push(column(index, heading, mapping));
            }
        }
        settle(&mut columns);
        let score = score(&columns, rows.len());
        Header { rows, columns, score }
    }

    /// The texts over each column, from the top down. In files of text alone, which know no merged cells, an upper row goes on
    /// to the right over what has a text below.
    fn headings(&self, rows: &Range<usize>) -> Vec<String> {
        let lines = self.rows.get(rows.clone()).unwrap_or_default();
        let width = lines.iter().map(Vec::len).max().unwrap_or_default();
        let mut headings = vec![Vec::<&str>::new(); width];
        for (place, line) in lines.iter().enumerate() {
            let mut last = "";
            for (column, parts) in headings.iter_mut().enumerate() {
                let own = line.get(column).map_or("", String::as_str);
                if !own.is_empty() {
                    last = own;
                }
                let below = || {
                    let mut below = lines.iter().skip(place + 1);
                    below.any(|line| line.get(column).is_some_and(|text| !text.is_empty()))
                };
                let text = if own.is_empty() && !self.has_merged && below() {
                    last
                } else {
                    own
                };
                if !text.is_empty() && parts.last() != Some(&text) {
                    parts.push(text);
                }
            }
        }
        headings.iter().map(|parts| parts.join("/")).collect()
    }
}

fn column<F: Field>(index: usize, heading: String, mapping: Option<&Mapping>) -> Column<F> {
    let told = mapping.and_then(|mapping| mapping.field(&heading, index));
    let meaning = told.unwrap_or_else(|| F::aliases().find(&heading));
    Column {
        index,
        field: meaning.field(),
        heading,
        duplicate_of: None,
        ignored: meaning == Meaning::Nothing,
    }
}

/// The first column has the field; and where only second certificates are named, they are the first ones.
fn settle<F: Field>(columns: &mut [Column<F>]) {
    let mut seen = BTreeSet::new();
    for column in columns.iter_mut() {
        if let Some(field) = column.field
            && !seen.insert(field)
            && !field.repeats()
        {
            column.duplicate_of = column.field.take();
        }
    }
    let first = |field: F| field.name().strip_prefix("second_")?.parse::<F>().ok();
    let firsts: Vec<F> = seen.iter().filter_map(|field| first(*field)).collect();
    if firsts.iter().any(|first| seen.contains(first)) {
        return;
    }
    for column in columns {
        column.field = column.field.map(|field| first(field).unwrap_or(field));
    }
}

/// Known fields count; unknown headings and further rows count a little against it, so that a row of data is never taken in.
fn score<F: Field>(columns: &[Column<F>], rows: usize) -> u32 {
    let known: BTreeSet<F> = columns.iter().filter_map(|column| column.field).collect();
    let keys = known.iter().filter(|field| field.is_key()).count();
    let ignored = columns.iter().filter(|column| column.ignored).count();
    let unknown = columns.len() - columns.iter().filter(|c| c.field.is_some()).count() - ignored;
    let points = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let good = points(known.len()) * KNOWN + points(keys) * KNOWN + points(ignored);
    good.saturating_sub(points(unknown) + points(rows) - 1)
}

#[cfg(test)]
mod tests;
