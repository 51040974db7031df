//! The columns of a roster that are not taken over, and why: what a file says must not get lost without a word.

use sunlot_rules::roster::fields::Field;
use sunlot_rules::roster::header::aliases::Meaning;
use sunlot_rules::roster::header::{Column, Header, Mapping, column_letters, is_running};

use super::register::Register;
use super::wire::ColumnLeft;
use crate::messages::Words;
use crate::messages::import_columns as messages;

/// Why a column is not taken over.
#[derive(Clone, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub(crate) enum Why {
    /// Nobody has said what it is.
    Unknown,
    /// The registry has nothing of the sort.
    NotKept,
    /// Somebody said that it is left out.
    Said,
    /// Another column is read as the same.
    Twice {
        /// That column, as people find it.
        used: String,
        /// What both are.
        field: String,
    },
}

/// How the columns are read, for the next roster of the source: by their headings, or by their letters where they have none or
/// two have the same one.
pub(super) fn mapping_of<F: Field>(header: &Header<F>) -> Mapping {
    let alone = |heading: &str| {
        let same = header.columns.iter().filter(|other| other.heading == heading);
        !heading.is_empty() && same.count() == 1
    };
    let columns = header.columns.iter().map(|column| {
        let name = if alone(&column.heading) {
            column.heading.clone()
        } else {
            column_letters(column.index)
        };
        (name, column.field.map_or("-", |field| field.name()).to_owned())
    });
    Mapping {
        columns: columns.collect(),
        ..Mapping::default()
    }
}

/// All of them, but for running numbers, which nobody misses.
pub(super) fn left<R: Register>(header: &Header<R::Field>) -> Vec<ColumnLeft> {
    let told = |column: &Column<R::Field>| {
        let why = why::<R>(column, header)?;
        let letters = column_letters(column.index);
        let Words { message, hint } = messages::left(&letters, &column.heading, &why);
        Some(ColumnLeft {
            letters,
            heading: column.heading.clone(),
            code: <&str>::from(&why).to_owned(),
            message,
            hint,
        })
    };
    header.columns.iter().filter_map(told).collect()
}

/// What is said beside a column that another one has taken the place of; empty: nothing.
pub(super) fn taken_by<F: Field>(column: &Column<F>, header: &Header<F>) -> String {
    let letters = column_letters(column.index);
    let why = twice(column, header);
    why.map_or_else(String::new, |why| {
        messages::left(&letters, &column.heading, &why).message
    })
}

fn why<R: Register>(column: &Column<R::Field>, header: &Header<R::Field>) -> Option<Why> {
    if let Some(field) = column.field {
        return (!R::keeps(field)).then_some(Why::NotKept);
    }
    let known = R::Field::aliases().find(&column.heading);
    twice(column, header).or(match known {
        _ if is_running(&column.heading) => None,
        Meaning::Nothing => Some(Why::NotKept),
        _ if column.ignored => Some(Why::Said),
        _ => Some(Why::Unknown),
    })
}

fn twice<F: Field>(column: &Column<F>, header: &Header<F>) -> Option<Why> {
    let field = column.duplicate_of?;
    let used = header.columns.iter().find(|other| other.field == Some(field))?;
    Some(Why::Twice {
        used: column_letters(used.index),
        field: field.heading().to_owned(),
    })
}
