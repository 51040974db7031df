//! `sunlot table`: what a table is read as, before anything is made of it.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use serde_json::{Value, json};
use sunlot_app::messages::reader::{of_note, of_warning};
use sunlot_app::reader::{Ask, Cell, Part, Reading, SheetHead, TableSource};
use sunlot_app::{Env, Error, Reason, Result};

use crate::args::Table;
use crate::output::{Output, Status};

/// Reads it and shows it.
pub(crate) fn show(table: &Table, output: &Output) -> Result<Status> {
    let source = source(&table.file)?;
    let ask = Ask {
        sheet: table.sheet.map(|sheet| sheet.saturating_sub(1)),
        rows: table.rows,
    };
    let mut shown = Shown::default();
    let env = Env::of_this_computer();
    let reading = env.reader.read(
        &source,
        &ask,
        &mut |part| {
            shown.take(&part, output.json());
            Ok(())
        },
        &AtomicBool::new(false),
    )?;
    let answer = shown.answer(&reading);
    output.answer(&answer, |_| shown.told(&reading));
    Ok(Status::Done)
}

fn source(file: &Path) -> Result<TableSource> {
    if file != Path::new("-") {
        return Ok(TableSource::File(file.to_owned()));
    }
    let pasted = std::io::read_to_string(std::io::stdin());
    let refused = |error: std::io::Error| {
        let file = "-".to_owned();
        Error::new(Reason::FileUnread { file }, error.to_string())
    };
    pasted.map(TableSource::Pasted).map_err(refused)
}

/// What is shown: for programs as JSON, for people as lines.
#[derive(Default)]
struct Shown {
    book: Value,
    sheets: Vec<Value>,
    text: String,
}

impl Shown {
    fn take(&mut self, part: &Part<'_>, as_json: bool) {
        match part {
            Part::Book(book) => {
                let names: Vec<Value> = book
                    .sheets
                    .iter()
                    .map(|sheet| json!({"name": sheet.name, "hidden": sheet.hidden}))
                    .collect();
                let format = format!("{:?}", book.format);
                let notes: Vec<String> = book.notes.iter().map(of_note).collect();
                self.text += &format;
                for part in [
                    book.encoding.clone(),
                    book.separator.map(|c| format!("分隔符 {c:?}")),
                ] {
                    self.text += &part.map_or(String::new(), |part| format!("，{part}"));
                }
                self.text += &format!("，{} 张工作表\n", book.sheets.len());
                notes
                    .iter()
                    .for_each(|note| self.text += &format!("注意：{note}\n"));
                self.book = json!({"format": format, "encoding": book.encoding, "separator": book.separator, "sheets": names, "notes": notes});
            }
            Part::Sheet(head) => self.begin(head),
            Part::Row { number, cells } => {
                if as_json {
                    let cells: Vec<Value> = cells.iter().map(as_value).collect();
                    if let Some(rows) = self
                        .sheets
                        .last_mut()
                        .and_then(|sheet| sheet["rows"].as_array_mut())
                    {
                        rows.push(json!({"row": number, "cells": cells}));
                    }
                } else {
                    let cells: Vec<String> = cells.iter().map(as_text).collect();
                    self.text += &format!("{number:>7}  {}\n", cells.join(" ｜ "));
                }
            }
            Part::SheetEnd(end) => {
                let notes: Vec<String> = end.notes.iter().map(of_note).collect();
                notes
                    .iter()
                    .for_each(|note| self.text += &format!("注意：{note}\n"));
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet["count"] = json!(end.rows);
                    sheet["complete"] = json!(end.complete);
                    sheet["notes"] = json!(notes);
                }
            }
        }
    }

    fn begin(&mut self, head: &SheetHead) {
        let hidden = if head.hidden { "（隐藏）" } else { "" };
        self.text += &format!("\n工作表 {}“{}”{hidden}\n", head.index + 1, head.name);
        if head.hidden_row_count > 0 || !head.hidden_columns.is_empty() {
            let columns = head.hidden_columns.len();
            self.text += &format!(
                "注意：含隐藏行 {} 行、隐藏列 {columns} 列\n",
                head.hidden_row_count
            );
        }
        let merges: Vec<Value> = head
            .merges
            .iter()
            .map(|area| json!([area.top, area.left, area.bottom, area.right]))
            .collect();
        self.sheets.push(json!({
            "index": head.index, "name": head.name, "hidden": head.hidden, "merges": merges,
            "hidden_rows": head.hidden_rows, "hidden_row_count": head.hidden_row_count,
            "hidden_columns": head.hidden_columns, "filtered": head.filtered, "rows": [],
        }));
    }

    fn answer(&self, reading: &Reading) -> Value {
        let warnings: Vec<String> = reading.warnings.iter().map(of_warning).collect();
        json!({"book": self.book, "sheets": self.sheets, "rows": reading.rows, "warnings": warnings})
    }

    fn told(&self, reading: &Reading) -> String {
        let mut text = self.text.clone();
        for warning in &reading.warnings {
            text += &format!("注意：{}\n", of_warning(warning));
        }
        text + &format!("\n共 {} 行。\n", reading.rows)
    }
}

fn as_value(cell: &Cell<'_>) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => json!(text),
        Cell::Number { text, shown } => json!({"number": text, "shown": shown}),
        Cell::Date(text) => json!({"date": text}),
        Cell::Bool(yes) => json!(yes),
        Cell::Error(text) => json!({"error": text}),
        Cell::NoValue => json!({"error": "no value"}),
    }
}

fn as_text(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.replace(['\r', '\n'], "↵"),
        Cell::Number {
            shown: Some(shown), ..
        } => format!("{shown}（数字）"),
        Cell::Number { text, .. } => format!("{text}（数字）"),
        Cell::Date(text) => format!("{text}（日期）"),
        Cell::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        Cell::Error(text) => (*text).to_owned(),
        Cell::NoValue => "（公式没有算出的值）".to_owned(),
    }
}
