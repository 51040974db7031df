//! Writing a workbook of several small sheets, some of them to be filled in by somebody else: their cells are texts, so that no
//! number of a certificate loses its end.

use std::io::{self, Seek, Write};

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::write::{failed, lay_out, properties};
use crate::{Cell, Table};

/// A sheet of a workbook.
#[derive(Clone, Debug)]
pub struct BookSheet {
    /// What it is called, headed with and made by; and its columns.
    pub table: Table,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
    /// Whether somebody fills it in: whatever is typed there stays a text.
    pub to_fill_in: bool,
}

/// Writes a workbook as xlsx.
pub fn write_book(out: impl Write + Seek + Send, sheets: &[BookSheet]) -> io::Result<()> {
    write(out, sheets).map_err(failed)
}

fn write(out: impl Write + Seek + Send, sheets: &[BookSheet]) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    if let Some(first) = sheets.first() {
        workbook.set_properties(&properties(&first.table)?);
    }
    for sheet in sheets {
        fill(workbook.add_worksheet(), sheet)?;
    }
    workbook.save_to_writer(out)
}

fn fill(sheet: &mut Worksheet, told: &BookSheet) -> Result<(), XlsxError> {
    let text = Format::new().set_num_format("@").set_align(FormatAlign::Top);
    let text = text.set_text_wrap();
    if told.to_fill_in {
        for (_, number) in told.table.columns.iter().zip(0u16..) {
            sheet.set_column_format(number, &text)?;
        }
    }
    lay_out(sheet, &told.table)?;
    for (row, number) in told.rows.iter().zip(1u32..) {
        for (cell, column) in row.iter().zip(0u16..) {
            match cell {
                Cell::Text(words) => sheet.write_string_with_format(number, column, words, &text)?,
                #[allow(
                    clippy::cast_precision_loss,
                    reason = "what a spreadsheet calls a number is a float"
                )]
                Cell::Number(value) => sheet.write_number(number, column, *value as f64)?,
            };
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use chrono::NaiveDate;

    use super::*;
    use crate::{Column, Imprint};

    #[test]
    fn sheets_stand_in_their_order_and_codes_are_texts() {
        let made = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let sheet = |name: &str, to_fill_in| BookSheet {
            table: Table {
                sheet: name.to_owned(),
                title: "征询".to_owned(),
                columns: vec![Column {
                    heading: "执法证号".to_owned(),
                    width: 20.0,
                }],
                imprint: Imprint {
                    program: "Sunlot".to_owned(),
                    made: made.and_hms_opt(9, 0, 0).unwrap(),
                },
            },
            rows: vec![vec![Cell::Text("013060901000".to_owned())]],
            to_fill_in,
        };
        let mut out = Cursor::new(Vec::new());
        write_book(&mut out, &[sheet("任务", false), sheet("检查人员", true)]).unwrap();
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(out).unwrap();
        assert_eq!(
            book.sheet_names(),
            ["任务", "检查人员"],
            "whoever opens it begins with what it is about"
        );
        let rows = book.worksheet_range("检查人员").unwrap();
        assert_eq!(
            rows.get_value((1, 0)),
            Some(&Data::String("013060901000".to_owned())),
            "a number of a certificate keeps its zero"
        );
    }
}
