//! What lines with separators become: separators, quotes, encodings.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::io::Cursor;

use super::super::part::{Ask, Book, Cell, Note, Part, ReadFault, SheetEnd};

struct Told {
    book: Book,
    rows: Vec<(u32, Vec<String>)>,
    end: SheetEnd,
}

fn told(bytes: &[u8]) -> Result<Told, ReadFault> {
    let mut book = None;
    let mut rows = Vec::new();
    let mut end = None;
    super::super::read(&mut Cursor::new(bytes), &Ask::default(), &mut |part| {
        match part {
            Part::Book(found) => book = Some(found),
            Part::Sheet(_) => {}
            Part::Row { number, cells } => {
                let text = |cell: &Cell<'_>| match cell {
                    Cell::Text(text) => (*text).to_owned(),
                    _ => String::new(),
                };
                rows.push((number, cells.iter().map(text).collect()));
            }
            Part::SheetEnd(found) => end = Some(found),
        }
        Ok(())
    })?;
    Ok(Told {
        book: book.unwrap(),
        rows,
        end: end.unwrap(),
    })
}

#[test]
fn the_separator_is_the_one_that_lines_agree_on() {
    let tables = [
        ("名称,代码\n甲,1\n乙,2\n", Some(',')),
        ("名称\t代码\n甲，乙\t1\n", Some('\t')),
        ("名称;代码;地址\n甲;1;一路，二号\n", Some(';')),
        ("名称，代码\n甲，1\n", Some('，')),
        ("名称|代码\n甲|1\n", Some('|')),
        ("sep=;\n名称;代码\n甲;1\n", Some(';')),
        ("名称\n甲\n乙\n", None),
    ];
    for (text, expected) in tables {
        let told = told(text.as_bytes()).unwrap();
        assert_eq!(told.book.separator, expected, "{text}");
        let last = &told.rows.last().unwrap().1;
        assert_eq!(
            last.len() > 1,
            expected.is_some(),
            "and the lines are divided by it: {last:?}"
        );
    }
}

#[test]
fn a_quoted_cell_may_hold_separators_quotes_and_lines() {
    let told =
        told("名称,地址,备注\r\n\"甲\"\"店\"\"\",\"一路,\r\n二号\",x\r\n\r\n乙,y,z\r\n".as_bytes()).unwrap();
    assert_eq!(
        told.rows[1],
        (2, vec!["甲\"店\"".into(), "一路,\r\n二号".into(), "x".into()]),
        "as whoever wrote it meant it"
    );
    assert_eq!(
        told.rows[2].0, 4,
        "a record of two lines is one row, and a blank line is one too"
    );
    assert!(
        told.end.notes.is_empty(),
        "nothing is odd about it: {:?}",
        told.end.notes
    );
}

#[test]
fn a_stray_quote_swallows_nothing() {
    let tables = [
        "名称,代码\n\"甲,1\n乙,2\n丙,3\n",
        "名称,代码\n\"甲\"店,1\n乙,2\n丙,3\n",
        "名称,代码\n\"甲,1\n乙,2\n\"丙\",3\n",
        "名称,代码\n\"甲,1\n乙\",2\n丙,3\n",
    ];
    for text in tables {
        let told = told(text.as_bytes()).unwrap();
        assert_eq!(
            told.rows.len(),
            4,
            "every line is still a row: {text} became {:?}",
            told.rows
        );
        assert!(
            matches!(told.end.notes[..], [Note::QuotesTaken { row: 2, .. }]),
            "and it is told where: {:?}",
            told.end.notes
        );
    }
}

#[test]
fn the_encoding_is_found_from_the_bytes() {
    let text = "名称,代码\n徐水区第一加油站,91130609MA0EXAMPLE\n";
    let utf16 = |big: bool, mark: bool| {
        let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
        units
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect::<Vec<u8>>()
    };
    let tables = [
        (text.as_bytes().to_vec(), "UTF-8"),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), "UTF-8"),
        (encoding_rs::GB18030.encode(text).0.into_owned(), "GB18030"),
        (utf16(false, true), "UTF-16LE"),
        (utf16(true, true), "UTF-16BE"),
        (utf16(false, false), "UTF-16LE"),
        (utf16(true, false), "UTF-16BE"),
    ];
    for (bytes, expected) in tables {
        let told = told(&bytes).unwrap();
        assert_eq!(
            told.book.encoding.as_deref(),
            Some(expected),
            "by mark, zeros or sense"
        );
        assert_eq!(
            told.rows[1].1[0], "徐水区第一加油站",
            "{expected} is read as it was meant"
        );
    }
}

#[test]
fn characters_that_moved_in_2022_are_where_they_belong_now() {
    let mut bytes = encoding_rs::GB18030.encode("名称,代码\n甲").0.into_owned();
    bytes.extend_from_slice(b"\xA8\xBC\xA6\xD9\xFE\x59\xFE\x61\xFE\x51,1\n");
    let told = told(&bytes).unwrap();
    let name = &told.rows[1].1[0];
    assert_eq!(
        name, "甲\u{1E3F}\u{FE10}\u{9FB4}\u{9FB5}\u{20087}",
        "no character stays in the private use area"
    );
}

#[test]
fn bytes_that_are_no_characters_are_told_with_their_row() {
    let mut bytes = "名称,代码\n甲甲甲甲甲甲甲甲甲甲甲甲甲,1\n乙乙乙乙乙乙乙乙乙乙乙乙乙乙"
        .as_bytes()
        .to_vec();
    bytes.extend_from_slice(b"\xE4\xB8,2\n");
    let told = told(&bytes).unwrap();
    assert_eq!(
        told.book.encoding.as_deref(),
        Some("UTF-8"),
        "one cut character makes no other encoding"
    );
    assert!(
        matches!(told.end.notes[..], [Note::Undecodable { row: 3, places: 1 }]),
        "{:?}",
        told.end.notes
    );
}

#[test]
fn what_is_no_text_is_refused() {
    let noise: Vec<u8> = (0..4000_u32)
        .map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[2])
        .collect();
    assert!(
        matches!(told(&noise), Err(ReadFault::NotATable(_))),
        "bytes of something else are not shown as rows"
    );
    assert!(
        matches!(told(b" \r\n\r\n"), Err(ReadFault::Empty)),
        "blanks are nothing"
    );
}
