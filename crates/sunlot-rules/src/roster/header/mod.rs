//! Where the header of a sheet is, and what its columns mean.
//!
//! A header is found by its headings, wherever it stands: under titles and notes, beside empty columns, in one row or in up to
//! three. What a person said about a file before goes before what is found here.

pub mod aliases;
mod mapping;

use std::collections::BTreeSet;
use std::ops::Range;

use aliases::Meaning;

use super::fields::Field;
pub use mapping::{Mapping, MappingFault, column_letters};

/// So many rows a header may have.
const MOST_ROWS: usize = 3;

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

impl Area {
    fn covers(&self, row: usize, column: usize) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
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
    let texts = |row: &R| {
        row.as_ref()
            .iter()
            .map(|text| text.as_ref().trim().to_owned())
            .collect()
    };
    let sheet = Sheet {
        rows: rows.iter().map(texts).collect(),
        merged,
    };
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

struct Sheet<'a> {
    rows: Vec<Vec<String>>,
    merged: &'a [Area],
}

impl Sheet<'_> {
    fn read<F: Field>(&self, rows: Range<usize>, mapping: Option<&Mapping>) -> Header<F> {
        let width = self.rows[rows.clone()].iter().map(Vec::len).max();
        let width = width.unwrap_or_default();
        let mut columns = Vec::new();
        for index in 0..width {
            let heading = self.heading(&rows, index);
            let named = |m: &Mapping| m.names(&heading, index);
            if !heading.is_empty() || mapping.is_some_and(named) {
                columns.push(column(index, heading, mapping));
            }
        }
        settle(&mut columns);
        let score = score(&columns, rows.len());
        Header { rows, columns, score }
    }

    /// The texts over a column, from the top down. What a merged cell covers has its text; an upper row without merged cells,
    /// as in files of text alone, goes on to the right over what has a text below.
    fn heading(&self, rows: &Range<usize>, column: usize) -> String {
        let mut parts: Vec<&str> = Vec::new();
        for row in rows.clone() {
            let below = (row + 1..rows.end).any(|below| !self.text(below, column).is_empty());
            let text = match self.text(row, column) {
                "" if below && self.merged.is_empty() => self.left_of(row, column),
                text => text,
            };
            if !text.is_empty() && parts.last() != Some(&text) {
                parts.push(text);
            }
        }
        parts.join("/")
    }

    fn text(&self, row: usize, column: usize) -> &str {
        let area = self.merged.iter().find(|area| area.covers(row, column));
        let (row, column) = area.map_or((row, column), |area| (area.top, area.left));
        let text = self.rows.get(row).and_then(|cells| cells.get(column));
        text.map_or("", String::as_str)
    }

    fn left_of(&self, row: usize, column: usize) -> &str {
        let mut left = (0..column).rev().map(|column| self.text(row, column));
        left.find(|text| !text.is_empty()).unwrap_or_default()
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
