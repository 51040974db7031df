//! What is read of the fixtures: every row that their README speaks of, and what only a reader of formats can know.

use std::io::Cursor;

use calamine::{Data, Reader, Xls, Xlsx};
use sunlot_app::reader::{Area, Ask, Format, Note, TableSource};

use super::{Table, all_fixtures, code_of, fixture, read_file, read_with, rosters};
use crate::support::{reader, text};

#[test]
fn every_row_that_the_readme_speaks_of_is_read() {
    let readme = text("tests/fixtures/rosters/README.md");
    let mut rows = 0;
    for line in readme.lines().filter(|line| line.contains("| `")) {
        let columns: Vec<&str> = line.split(" | ").collect();
        let name = columns[1].trim_matches('`');
        let told = columns.last().expect("a column");
        if told.contains("整份拒绝") {
            continue;
        }
        let table = fixture(name);
        for group in told.trim_end_matches(" |").split('；') {
            let numbers = group.split(' ').next().expect("row numbers");
            let Some(first) = numbers
                .split('–')
                .next()
                .and_then(|number| number.parse::<u32>().ok())
            else {
                continue;
            };
            let last = numbers
                .split('–')
                .nth(1)
                .map_or(first, |number| number.parse().expect("a number"));
            for row in first..=last {
                let found = table
                    .sheets
                    .iter()
                    .any(|sheet| sheet.rows.iter().any(|(number, _)| *number == row));
                assert!(found, "{name}: row {row} must not be lost");
                rows += 1;
            }
        }
    }
    assert!(rows > 250, "the table was read: {rows} rows");
}

#[test]
fn what_a_file_is_shows_in_its_bytes_and_not_in_its_name() {
    let formats = [
        ("01-xlsx-named-xls.xls", Format::Xlsx),
        ("02-spreadsheetml.xlsx", Format::SpreadsheetMl),
        ("02-html.xls", Format::Html),
        ("02-pasted.html", Format::Html),
        ("02-csv.xls", Format::Delimited),
        ("02-old.et", Format::Xls),
        ("12-merged-word.docx", Format::Docx),
        ("20-serial-dates.xls", Format::Xls),
    ];
    for (name, format) in formats {
        assert_eq!(fixture(name).book.format, format, "{name} is what it is");
    }
}

#[test]
fn the_same_list_is_the_same_in_every_format() {
    let plain = fixture("31-utf8.csv").sheets[0].rows.clone();
    let names = [
        "01-xlsx-named-xls.xls",
        "02-spreadsheetml.xlsx",
        "02-html.xls",
        "02-csv.xls",
        "02-old.et",
        "02-pasted.html",
        "31-gb18030.csv",
        "31-utf8-bom.csv",
        "31-utf16le.txt",
        "32-semicolons.csv",
        "32-tabs.tsv",
        "32-bars.txt",
        "32-full-width-commas.csv",
        "39-macros.xlsm",
        "39-protected-sheet.xlsx",
    ];
    for name in names {
        let rows = fixture(name).sheets.remove(0).rows;
        let list: Vec<&Vec<String>> = rows
            .iter()
            .map(|(_, cells)| cells)
            .filter(|cells| cells.len() == 6)
            .collect();
        let meant: Vec<&Vec<String>> = plain.iter().map(|(_, cells)| cells).collect();
        assert_eq!(list, meant, "{name} says the same to the letter");
    }
}

fn cell(table: &Table, row: u32, column: usize) -> String {
    let sheet = &table.sheets[0];
    let (_, cells) = sheet
        .rows
        .iter()
        .find(|(number, _)| *number == row)
        .expect("the row");
    cells.get(column).cloned().unwrap_or_default()
}

#[test]
fn a_code_that_became_a_number_shows_as_one() {
    let table = fixture("15-code-as-number.xlsx");
    assert!(
        cell(&table, 2, 1).starts_with("#911306097") && cell(&table, 2, 1).ends_with("000"),
        "the caller sees that it had been a number: {}",
        cell(&table, 2, 1)
    );
    assert!(
        !cell(&table, 4, 1).starts_with('#'),
        "a code that stayed a text is one"
    );
}

#[test]
fn a_format_that_keeps_zeros_is_told() {
    let table = fixture("17-leading-zeros.xlsx");
    assert_eq!(cell(&table, 2, 1), "#10=0010", "the sheet shows 0010");
    assert_eq!(cell(&table, 4, 3), "#3127000000=0312-7000000", "and an area code");
    let old = fixture("17-leading-zeros.xls");
    assert_eq!(
        (cell(&old, 2, 1), cell(&old, 4, 3)),
        ("#10=0010".into(), "#3127000002=0312-7000002".into()),
        "in old workbooks too"
    );
    assert_eq!(
        cell(&fixture("17-lost-zeros.xls"), 2, 1),
        "#10",
        "nobody knows of zeros that no format keeps"
    );
}

#[test]
fn days_are_days_by_the_base_of_their_book() {
    for (name, row) in [("20-serial-dates.xls", 2), ("20-serial-dates-1904.xlsx", 2)] {
        assert_eq!(cell(&fixture(name), row, 2), "@2016-04-13", "{name}");
    }
    assert_eq!(
        cell(&fixture("20-serial-dates.xls"), 4, 2),
        "@9999-12-31",
        "the last of all days"
    );
}

#[test]
fn a_formula_has_its_value_its_error_or_none() {
    let table = fixture("37-formulas.xlsx");
    assert_eq!(cell(&table, 2, 1), "!", "never computed");
    assert_eq!(cell(&table, 3, 1), "!#REF!", "an error");
    assert!(
        cell(&table, 5, 1).starts_with("93"),
        "a value that was kept: {}",
        cell(&table, 5, 1)
    );
}

#[test]
fn what_is_hidden_merged_and_filtered_is_known_before_the_rows() {
    let table = fixture("38-hidden.xlsx");
    let head = &table.sheets[0].head;
    assert_eq!(
        (&head.hidden_rows[..], head.hidden_row_count),
        (&[3, 5][..], 2),
        "two rows"
    );
    assert_eq!(head.hidden_columns, [3], "column D");
    assert!(head.filtered, "a filter is set");
    assert!(
        table.book.sheets[1].hidden && table.sheets[1].head.hidden,
        "and a sheet is hidden"
    );
    let old = fixture("38-hidden.xls");
    let head = &old.sheets[0].head;
    assert_eq!(
        (&head.hidden_rows[..], &head.hidden_columns[..]),
        (&[3, 5][..], &[3][..]),
        "in old workbooks too"
    );
    assert!(old.book.notes.is_empty(), "so nothing is left unknown");
    let merged = &fixture("12-merged-cells.xlsx").sheets[0].head.merges[..];
    let area = |top, bottom| Area {
        top,
        left: 4,
        bottom,
        right: 4,
    };
    assert_eq!(merged, [area(2, 3), area(4, 7)], "the townships reach down");
    let words = &fixture("12-merged-word.docx").sheets[0].head.merges;
    let area = |top| Area {
        top,
        left: 3,
        bottom: top + 1,
        right: 3,
    };
    assert_eq!(words[..], [area(2), area(4)], "in a document too");
}

#[test]
fn what_is_odd_about_a_file_is_noted() {
    assert!(
        fixture("39-macros.xlsm").book.notes.contains(&Note::Macros),
        "macros are there and do not run"
    );
    let notes = fixture("32-stray-quote.csv").sheets.remove(0).end.notes;
    assert_eq!(
        notes,
        [Note::QuotesTaken { row: 3, rows: 2 }],
        "quotes that are characters"
    );
    for (name, code) in [
        ("39-encrypted.xlsx", "table_encrypted"),
        ("01-zero-bytes.xlsx", "table_empty"),
    ] {
        let error = read_file(&rosters().join(name)).expect_err("there is nothing to be read");
        assert_eq!(code_of(error), code, "{name}");
    }
}

#[test]
fn a_look_takes_the_first_rows_of_every_sheet() {
    let ask = Ask {
        sheet: None,
        rows: Some(3),
    };
    let source = TableSource::File(rosters().join("08-extra-sheets.xlsx"));
    let table = read_with(&reader(), &source, &ask).expect("it is read");
    let rows: Vec<usize> = table.sheets.iter().map(|sheet| sheet.rows.len()).collect();
    assert_eq!(rows, [3, 3, 0, 0], "three at most of each");
    assert!(
        !table.sheets[0].end.complete,
        "and it is told that there are more"
    );
    let ask = Ask {
        sheet: Some(1),
        rows: None,
    };
    let table = read_with(&reader(), &source, &ask).expect("it is read");
    assert_eq!(
        (
            table.sheets.len(),
            table.sheets[0].head.name.as_str(),
            table.sheets[0].rows.len()
        ),
        (1, "名单", 7),
        "one sheet as a whole, by its place"
    );
    let ask = Ask {
        sheet: Some(9),
        rows: None,
    };
    let error = read_with(&reader(), &source, &ask).expect_err("there are four");
    assert_eq!(code_of(error), "sheet_missing", "there is no tenth sheet");
}

/// Two readers that share nothing say the same of a workbook.
#[test]
fn calamine_reads_the_same_cells() {
    let mut cells = 0;
    for (name, bytes) in all_fixtures() {
        let sheets: Vec<(String, calamine::Range<Data>)> =
            if let Ok(mut book) = Xlsx::new(Cursor::new(&bytes)) {
                book.worksheets()
            } else if let Ok(mut book) = Xls::new(Cursor::new(&bytes)) {
                book.worksheets()
            } else {
                continue;
            };
        let table = fixture(&name);
        for ((_, range), sheet) in sheets.iter().zip(&table.sheets) {
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, value) in range.used_cells() {
                let number = u32::try_from(row).expect("few rows") + top + 1;
                let ours = sheet.rows.iter().find(|(ours, _)| *ours == number);
                let ours = ours
                    .and_then(|(_, cells)| cells.get(column + left as usize))
                    .cloned()
                    .unwrap_or_default();
                match value {
                    // A formula without a value is nothing to calamine, and what is only blanks it leaves out.
                    Data::String(text) if !text.is_empty() => {
                        assert_eq!(ours.trim(), text.trim(), "{name} row {number}: the same text");
                    }
                    Data::Float(value) => {
                        let digits = ours
                            .trim_start_matches('#')
                            .split('=')
                            .next()
                            .expect("digits")
                            .to_owned();
                        if ours != "!" {
                            assert_eq!(
                                digits.parse().ok(),
                                Some(*value),
                                "{name} row {number}: the same number"
                            );
                        }
                    }
                    Data::DateTime(_) => assert!(ours.starts_with('@'), "{name} row {number}: a day: {ours}"),
                    _ => continue,
                }
                cells += 1;
            }
        }
    }
    assert!(cells > 1_200, "there was something to compare: {cells}");
}
