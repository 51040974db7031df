//! Files that cannot be had, files that somebody else has open, and what was pasted.

use std::fs;

use sunlot_app::reader::{Ask, TableSource, Warning};

use super::{code_of, read_file, read_with, rosters};
use crate::support::reader;

fn pasted(text: &str) -> Result<super::Table, sunlot_app::Error> {
    read_with(&reader(), &TableSource::Pasted(text.to_owned()), &Ask::default())
}

#[test]
fn what_was_pasted_is_read_as_a_file_is() {
    let table =
        pasted("企业名称\t统一社会信用代码\n徐水区𬭎记\t92130609MA0001026K\n").expect("lines with tabs");
    assert_eq!(table.sheets[0].rows[1].1[0], "徐水区𬭎记", "from WPS and Excel");
    let html = fs::read_to_string(rosters().join("02-pasted.html")).expect("a page");
    let table = pasted(&html).expect("a table of a page");
    assert_eq!(table.sheets[0].rows.len(), 8, "title, head and six rows");
    let table = pasted("企业名称\n").expect("one cell");
    assert_eq!(table.reading.rows, 1, "one cell is a table too");
    assert_eq!(
        code_of(pasted(" \n").expect_err("nothing")),
        "table_empty",
        "blanks are nothing"
    );
}

#[test]
fn a_file_that_cannot_be_had_is_said_to_be_that() {
    let folder = tempfile::tempdir().expect("a folder");
    let missing = folder.path().join("没有.xlsx");
    assert_eq!(
        code_of(read_file(&missing).expect_err("none")),
        "table_missing",
        "it is not there"
    );
    assert_eq!(
        code_of(read_file(folder.path()).expect_err("none")),
        "table_no_file",
        "a folder is no list"
    );
    let strangers: [(&str, &[u8]); 5] = [
        ("a.xlsx", b"%PDF-1.7\n%binary"),
        ("b.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("c.xls", b"{\\rtf1\\ansi}"),
        ("d.csv", b"SQLite format 3\0\x10\0"),
        ("e.html", "<html><body><p>没有表格</p></body></html>".as_bytes()),
    ];
    for (name, bytes) in strangers {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("a file");
        assert_eq!(
            code_of(read_file(&path).expect_err("none")),
            "not_a_table",
            "{name} is something else"
        );
    }
}

#[test]
fn a_file_that_another_program_has_open_is_read_with_a_warning() {
    let name = "𬭎达名单（2026）.xlsx";
    for owner_file in [
        format!("~${name}"),
        format!(".~{name}"),
        format!(".~lock.{name}#"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(name);
        fs::copy(rosters().join("01-xlsx-named-xls.xls"), &path).expect("a copy");
        assert!(
            read_file(&path).expect("it is read").reading.warnings.is_empty(),
            "nobody has it open"
        );
        fs::write(folder.path().join(&owner_file), b"x").expect("a file beside it");
        let reading = read_file(&path).expect("it is read all the same").reading;
        assert_eq!(
            reading.warnings,
            [Warning::OpenElsewhere { owner_file }],
            "the last edits may not be in it"
        );
    }
}
