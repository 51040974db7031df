//! Writing a table as lines with commas, for programs that read nothing else.
//!
//! A cell that a spreadsheet would take for a formula gets an apostrophe in front (case 48); reading takes it away again.

use std::io::{self, Write};

use encoding_rs::GB18030;

use crate::Cell;

/// How characters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 with the mark that tells Excel so.
    Utf8,
    /// GB 18030: every character has a place there, rare ones too.
    Gb18030,
}

/// Writes a table. A row that cannot be had ends the writing with its error.
pub fn write_csv(
    mut out: impl Write,
    headings: &[String],
    rows: impl Iterator<Item = io::Result<Vec<Cell>>>,
    encoding: Encoding,
) -> io::Result<()> {
    if encoding == Encoding::Utf8 {
        out.write_all("\u{feff}".as_bytes())?;
    }
    let headings = headings
        .iter()
        .map(|heading| Cell::Text(heading.clone()))
        .collect();
    let mut line = String::new();
    for row in std::iter::once(Ok(headings)).chain(rows) {
        line.clear();
        for (place, cell) in row?.iter().enumerate() {
            if place > 0 {
                line.push(',');
            }
            match cell {
                Cell::Text(text) => push_text(&mut line, text),
                Cell::Number(number) => line.push_str(&number.to_string()),
            }
        }
        line.push_str("\r\n");
        match encoding {
            Encoding::Utf8 => out.write_all(line.as_bytes())?,
            Encoding::Gb18030 => out.write_all(&GB18030.encode(&line).0)?,
        }
    }
    Ok(())
}

fn push_text(line: &mut String, text: &str) {
    let escaped = is_formula(text);
    let quoted = escaped || text.contains([',', '"', '\n', '\r']);
    if quoted {
        line.push('"');
    }
    if escaped {
        line.push('\'');
    }
    line.push_str(&text.replace('"', "\"\""));
    if quoted {
        line.push('"');
    }
}

/// Whether a spreadsheet would take it for a formula: full-width signs too, and blanks before them.
fn is_formula(text: &str) -> bool {
    let begins = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let sign = begins.starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    sign || text.starts_with(['\t', '\r', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(rows: Vec<Vec<Cell>>, encoding: Encoding) -> Vec<u8> {
        let mut out = Vec::new();
        let headings = ["名称".to_owned(), "次数".to_owned()];
        write_csv(&mut out, &headings, rows.into_iter().map(Ok), encoding).unwrap();
        out
    }

    fn text(value: &str) -> Cell {
        Cell::Text(value.to_owned())
    }

    #[test]
    fn what_could_be_a_formula_is_written_as_a_text_case_48() {
        for dangerous in ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "＝1", "＠x"] {
            let found = String::from_utf8(written(vec![vec![text(dangerous)]], Encoding::Utf8)).unwrap();
            let line = found.lines().nth(1).unwrap();
            assert!(
                line.starts_with("\"'"),
                "{dangerous:?} must not run in somebody's spreadsheet: {line}"
            );
        }
    }

    #[test]
    fn quotes_commas_and_line_breaks_stay_in_their_cell() {
        let found = written(
            vec![vec![text("甲\"乙\",丙\n丁"), Cell::Number(-3)]],
            Encoding::Utf8,
        );
        assert_eq!(
            String::from_utf8(found).unwrap(),
            "\u{feff}名称,次数\r\n\"甲\"\"乙\"\",丙\n丁\",-3\r\n",
            "doubled quotes inside of quotes; a number is a number"
        );
    }

    #[test]
    fn rare_characters_survive_in_both_encodings() {
        let name = "䶮㛃𠅤𬱖喆";
        let utf8 = written(vec![vec![text(name)]], Encoding::Utf8);
        assert!(
            String::from_utf8(utf8).unwrap().contains(name),
            "UTF-8 has them all"
        );
        let gb = written(vec![vec![text(name)]], Encoding::Gb18030);
        let (back, wrong) = GB18030.decode_without_bom_handling(&gb);
        assert!(!wrong && back.contains(name), "and so has GB 18030: {back}");
    }
}
