//! The codes of `tests/vectors/codes.csv`: each is taken or refused as the table says.

use sunlot_rules::codes::reg_no::RegNo;
use sunlot_rules::codes::uscc::{Uscc, UsccFault};

use crate::support::text;

#[test]
fn every_credit_code_of_the_table_is_judged_as_it_says() {
    let table = text("tests/vectors/codes.csv");
    let mut judged = 0;
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.splitn(4, ',').collect();
        let &[kind, code, expected, note] = cells.as_slice() else {
            panic!("four cells, please: {row}")
        };
        if kind != "uscc" {
            continue;
        }
        let found = Uscc::parse(code);
        match expected {
            "invalid" => assert!(found.is_err(), "{code} must be refused: {note}"),
            "PASSES-check-but-damaged" => {
                assert_eq!(
                    found,
                    Err(UsccFault::CutBySpreadsheet),
                    "{code} must be recognised: {note}"
                );
            }
            // Valid as it stands, or once read for what it means.
            _ => assert!(found.is_ok(), "{code} must be taken: {note}"),
        }
        judged += 1;
    }
    assert!(
        judged >= 15,
        "only {judged} codes were judged: is the table still there?"
    );
}

#[test]
fn every_registration_number_of_the_table_is_judged_as_it_says() {
    let table = text("tests/vectors/codes.csv");
    let mut judged = 0;
    for row in table.lines().skip(1).filter(|row| row.starts_with("reg")) {
        let cells: Vec<&str> = row.splitn(4, ',').collect();
        let &[_, number, expected, note] = cells.as_slice() else {
            panic!("four cells, please: {row}")
        };
        let found = RegNo::parse(number);
        match expected {
            "invalid" => assert!(found.is_err(), "{number} must be refused: {note}"),
            "legacy" => assert!(
                found.is_ok_and(|found| found.is_legacy()),
                "{number} must be taken and marked: {note}"
            ),
            _ => assert!(
                found.is_ok_and(|found| !found.is_legacy()),
                "{number} must be taken: {note}"
            ),
        }
        judged += 1;
    }
    assert!(
        judged >= 6,
        "only {judged} numbers were judged: is the table still there?"
    );
}
