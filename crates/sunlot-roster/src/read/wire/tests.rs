//! What goes over the wire comes out as it was, and what was cut or changed on the way is noticed.

#![allow(clippy::unwrap_used, reason = "tests")]

use super::super::part::{
    Area, Book, Cell, Format, Limit, Note, Part, ReadFault, SheetEnd, SheetHead, SheetInfo, Stop, Stranger,
};
use super::{Sender, WireFault, receive};

fn parts() -> Vec<Part<'static>> {
    const CELLS: &[Cell<'static>] = &[
        Cell::Text("徐水区𬭎记饭店"),
        Cell::Empty,
        Cell::Empty,
        Cell::Number {
            text: "10",
            shown: Some("0010"),
        },
        Cell::Number {
            text: "913301007161036000",
            shown: None,
        },
        Cell::Date("2016-10-08"),
        Cell::Bool(true),
        Cell::Bool(false),
        Cell::Error("#REF!"),
        Cell::NoValue,
    ];
    vec![
        Part::Book(Book {
            format: Format::Delimited,
            encoding: Some("GB18030".into()),
            separator: Some('，'),
            sheets: vec![SheetInfo {
                name: "名单".into(),
                hidden: true,
            }],
            notes: vec![Note::Macros, Note::HiddenUnknown],
        }),
        Part::Sheet(SheetHead {
            index: 3,
            name: "名单".into(),
            hidden: true,
            merges: vec![Area {
                top: 1,
                left: 0,
                bottom: 1_048_576,
                right: 11,
            }],
            hidden_rows: vec![7, 300],
            hidden_row_count: 40_000,
            hidden_columns: vec![2],
            filtered: true,
        }),
        Part::Row {
            number: 1_048_576,
            cells: CELLS,
        },
        Part::Row {
            number: 5,
            cells: &CELLS[..1],
        },
        Part::SheetEnd(SheetEnd {
            rows: 2,
            complete: true,
            notes: vec![
                Note::QuotesTaken { row: 3, rows: 4 },
                Note::Undecodable { row: 5, places: 6 },
                Note::PrivateUse { characters: 7 },
                Note::BeyondColumns { cells: 8, row: 9 },
                Note::TooManyAreas,
            ],
        }),
    ]
}

fn sent(result: Result<(), ReadFault>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut sender = Sender::begin(&mut bytes).unwrap();
    for part in parts() {
        sender.part(&part).unwrap();
    }
    sender.end(result).unwrap();
    bytes
}

fn heard(bytes: &[u8]) -> (Vec<String>, Result<Result<(), ReadFault>, WireFault>) {
    let mut told = Vec::new();
    let ended = receive(&mut &bytes[..], &mut |part| {
        told.push(format!("{part:?}"));
        Ok(())
    });
    (told, ended)
}

#[test]
fn what_is_sent_is_what_is_heard() {
    let (told, ended) = heard(&sent(Ok(())));
    let meant: Vec<String> = parts().iter().map(|part| format!("{part:?}")).collect();
    assert_eq!(told, meant, "every part, every cell, in order");
    assert_eq!(ended, Ok(Ok(())), "and it ended well");
}

#[test]
fn a_fault_arrives_as_it_was() {
    let faults = [
        ReadFault::Empty,
        ReadFault::Encrypted,
        ReadFault::NotATable(Stranger::Pdf),
        ReadFault::Damaged { detail: "坏".into() },
        ReadFault::TooLarge(Limit::Inflated),
        ReadFault::NoSuchSheet { sheet: 4, sheets: 2 },
        ReadFault::Io { detail: "x".into() },
        ReadFault::Stopped,
    ];
    for fault in faults {
        let mut bytes = Vec::new();
        Sender::begin(&mut bytes)
            .unwrap()
            .end(Err(fault.clone()))
            .unwrap();
        assert_eq!(heard(&bytes).1, Ok(Err(fault)), "whoever asked learns why");
    }
}

#[test]
fn a_wire_that_is_cut_anywhere_is_noticed() {
    let bytes = sent(Ok(()));
    for length in 0..bytes.len() {
        let (_, ended) = heard(&bytes[..length]);
        assert_eq!(
            ended,
            Err(WireFault::Cut),
            "cut behind {length} bytes: the last word is missing"
        );
    }
}

#[test]
fn a_wire_that_was_changed_breaks_nothing() {
    let bytes = sent(Ok(()));
    for place in 0..bytes.len() {
        for change in [1_u8, 0x80, 0xFF] {
            let mut changed = bytes.clone();
            changed[place] ^= change;
            // Anything but a panic or a buffer as large as somebody else says.
            let _ = heard(&changed);
        }
    }
}

#[test]
fn whoever_wants_no_more_is_left_alone() {
    let bytes = sent(Ok(()));
    let mut parts = 0;
    let ended = receive(&mut &bytes[..], &mut |_| {
        parts += 1;
        if parts == 2 { Err(Stop) } else { Ok(()) }
    });
    assert_eq!(
        (parts, ended),
        (2, Err(WireFault::Stopped)),
        "no part comes after that"
    );
}
