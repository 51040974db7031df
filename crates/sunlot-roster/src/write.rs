//! Writing a worksheet of one table: row after row, so that a million rows need no more memory than a few.

use std::io::{self, Seek, Write};
use std::panic::{self, AssertUnwindSafe};

use chrono::{Datelike, NaiveDateTime, Timelike};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// How many rows fit below the headings.
pub const MAX_ROWS: i64 = 1_048_575;

/// The longest text of a page's head that spreadsheet programs take.
const MAX_TITLE: usize = 200;

/// A table to be written.
#[derive(Clone, Debug)]
pub struct Table {
    /// What the worksheet is called.
    pub sheet: String,
    /// What stands above each printed page.
    pub title: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// Who made the file, and when.
    pub imprint: Imprint,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// How wide it is, in characters.
    pub width: f64,
}

/// Who made a file, and when.
#[derive(Clone, Debug)]
pub struct Imprint {
    /// The program.
    pub program: String,
    /// The moment, as clocks showed it there.
    pub made: NaiveDateTime,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A text, whatever it begins with.
    Text(String),
    /// A whole number that people count or sort by; a code is a text.
    Number(i64),
}

/// Writes a table as xlsx. A row that cannot be had ends the writing with its error.
pub fn write_table(
    out: impl Write + Seek + Send,
    table: &Table,
    rows: impl Iterator<Item = io::Result<Vec<Cell>>>,
) -> io::Result<()> {
    // The library keeps rows in a temporary file and gives up where the disk does. Nothing of it is used afterwards.
    let written = panic::catch_unwind(AssertUnwindSafe(|| write_rows(out, table, rows)));
    written.unwrap_or_else(|why| {
        let why = why.downcast_ref::<String>().cloned().unwrap_or_default();
        Err(io::Error::other(format!("the temporary file of rows: {why}")))
    })
}

fn write_rows(
    out: impl Write + Seek + Send,
    table: &Table,
    rows: impl Iterator<Item = io::Result<Vec<Cell>>>,
) -> io::Result<()> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(table).map_err(failed)?);
    let sheet = workbook.add_worksheet_with_constant_memory().map_err(failed)?;
    lay_out(sheet, table).map_err(failed)?;
    let plain = Format::new().set_align(FormatAlign::Top);
    let wrapped = plain.clone().set_text_wrap();
    for (row, number) in rows.zip(1u32..) {
        for (cell, column) in row?.into_iter().zip(0u16..) {
            match cell {
                Cell::Text(text) => sheet.write_string_with_format(number, column, text, &wrapped),
                // Numbers of rows and events are far below 2^53.
                #[allow(
                    clippy::cast_precision_loss,
                    reason = "what a spreadsheet calls a number is a float"
                )]
                Cell::Number(value) => sheet.write_number_with_format(number, column, value as f64, &plain),
            }
            .map_err(failed)?;
        }
    }
    workbook.save_to_writer(out).map_err(failed)
}

/// Headings that stay in sight and stand on every page; A4 on its side, as wide as the paper.
pub(crate) fn lay_out(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let heading = Format::new()
        .set_bold()
        .set_background_color("EDE8DC")
        .set_border_bottom(FormatBorder::Thin);
    sheet.set_name(&table.sheet)?;
    for (column, number) in table.columns.iter().zip(0u16..) {
        sheet.set_column_width(number, column.width)?;
        sheet.write_string_with_format(0, number, &column.heading, &heading)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    let title: String = table.title.chars().take(MAX_TITLE).collect();
    // An ampersand begins a command there; two are one.
    sheet.set_header(format!("&C{}", title.replace('&', "&&")));
    sheet.set_footer("&C&P / &N");
    Ok(())
}

pub(crate) fn properties(table: &Table) -> Result<DocProperties, XlsxError> {
    let made = table.imprint.made;
    let year = u16::try_from(made.year()).unwrap_or(1900).clamp(1900, 9999);
    let (month, day) = (small(made.month()), small(made.day()));
    let (hour, minute) = (u16::from(small(made.hour())), small(made.minute()));
    let moment = ExcelDateTime::from_ymd(year, month, day)?.and_hms(hour, minute, made.second())?;
    Ok(DocProperties::new()
        .set_title(&table.title)
        .set_author(&table.imprint.program)
        .set_creation_datetime(&moment))
}

fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

/// A full disk stays a full disk.
pub(crate) fn failed(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use chrono::NaiveDate;

    use super::*;

    fn table() -> Table {
        let column = |heading: &str, width| Column {
            heading: heading.to_owned(),
            width,
        };
        Table {
            sheet: "全部留痕".to_owned(),
            title: "经手人：李&娜".to_owned(),
            columns: vec![column("编号", 9.0), column("内容", 60.0)],
            imprint: Imprint {
                program: "Sunlot 0.1.0".to_owned(),
                made: NaiveDate::from_ymd_opt(2026, 11, 20)
                    .unwrap()
                    .and_hms_opt(9, 41, 0)
                    .unwrap(),
            },
        }
    }

    fn written(rows: Vec<Vec<Cell>>) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        write_table(&mut out, &table(), rows.into_iter().map(Ok)).unwrap();
        out.into_inner()
    }

    fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
        calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap()
    }

    /// What has made spreadsheets run things, plain and behind every disguise that has worked.
    fn dangerous() -> Vec<String> {
        let beginnings = [
            "=", "+", "-", "@", "\t=", "\n=", " =", "\u{a0}=", "＝", "＋", "－", "＠",
        ];
        let endings = [
            "1+1",
            "cmd|' /C calc'!A0",
            "HYPERLINK(\"http://example.invalid\",\"单位\")",
            "SUM(A1:A9)*",
            "'甲'!A1",
        ];
        let join = |begin: &&str| {
            let begin = (*begin).to_owned();
            endings.map(|end| format!("{begin}{end}")).to_vec()
        };
        beginnings.iter().flat_map(join).collect()
    }

    #[test]
    fn sixty_texts_that_could_be_formulas_stay_texts() {
        let texts = dangerous();
        assert_eq!(texts.len(), 60, "the table is as long as it says");
        let rows = texts
            .iter()
            .zip(1..)
            .map(|(text, number)| vec![Cell::Number(number), Cell::Text(text.clone())]);
        let mut book = opened(written(rows.collect()));
        let formulas = book.worksheet_formula("全部留痕").unwrap();
        assert_eq!(formulas.used_cells().count(), 0, "not one cell may be a formula");
        let range = book.worksheet_range("全部留痕").unwrap();
        for (text, row) in texts.iter().zip(range.rows().skip(1)) {
            assert_eq!(
                row[1],
                Data::String(text.clone()),
                "the reader gets back exactly what was written"
            );
        }
    }

    #[test]
    fn headings_come_first_and_numbers_are_numbers() {
        let mut book = opened(written(vec![vec![
            Cell::Number(1_000_000),
            Cell::Text("91110000MA01234567".to_owned()),
        ]]));
        let range = book.worksheet_range("全部留痕").unwrap();
        let rows: Vec<_> = range.rows().collect();
        assert_eq!(
            rows[0],
            [Data::String("编号".to_owned()), Data::String("内容".to_owned())],
            "the first row says what the columns are"
        );
        assert_eq!(
            rows[1][0],
            Data::Float(1_000_000.0),
            "so that a column can be sorted by it"
        );
        assert_eq!(
            rows[1][1],
            Data::String("91110000MA01234567".to_owned()),
            "a code is a text and loses nothing"
        );
    }

    #[test]
    fn the_same_rows_give_the_same_bytes() {
        let rows = || vec![vec![Cell::Number(1), Cell::Text("甲".to_owned())]];
        assert_eq!(written(rows()), written(rows()), "time and program are arguments");
    }

    #[test]
    fn a_row_that_cannot_be_had_ends_the_writing() {
        let rows = vec![
            Ok(vec![Cell::Number(1)]),
            Err(io::Error::other("event 2 is gone")),
        ];
        let ended = write_table(Cursor::new(Vec::new()), &table(), rows.into_iter());
        assert!(ended.is_err(), "half an export must not pass for a whole one");
    }

    #[test]
    fn a_text_too_long_for_a_cell_is_refused_and_not_cut() {
        let long = Cell::Text("长".repeat(32_768));
        let ended = write_table(
            Cursor::new(Vec::new()),
            &table(),
            std::iter::once(Ok(vec![Cell::Number(1), long])),
        );
        assert!(ended.is_err(), "a cut sentence could say the opposite");
    }
}
