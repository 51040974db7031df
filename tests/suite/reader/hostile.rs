//! Files made to do harm, each through the real process: it ends in a sentence or in a reading, and the program lives.

use sunlot_app::reader::Note;
use zip::CompressionMethod;

use super::made::{Parts, one_string, sheet_of, workbook, zipped};
use super::{all_fixtures, code_of, read_bytes};

const SHEET: &str = "xl/worksheets/sheet1.xml";

fn stored(parts: &Parts) -> Vec<u8> {
    zipped(parts, CompressionMethod::Stored)
}

fn first_row() -> &'static str {
    r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#
}

#[test]
fn a_cell_in_the_last_corner_takes_no_memory() {
    let corner = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let parts = workbook(&sheet_of(&format!("{}{corner}", first_row())), &one_string(""));
    let table = read_bytes("a.xlsx", &stored(&parts)).expect("it is a workbook");
    assert_eq!(
        table.sheets[0].rows,
        [(1, vec!["徐水区粮站".to_owned()])],
        "the list is read"
    );
    assert_eq!(
        table.sheets[0].end.notes,
        [Note::BeyondColumns {
            cells: 1,
            row: 1_048_576
        }],
        "and it is told what was left out"
    );
}

#[test]
fn a_number_of_shared_texts_is_not_believed() {
    let strings = one_string(r#"count="4294967295" uniqueCount="4294967295""#);
    let parts = workbook(&sheet_of(first_row()), &strings);
    let table = read_bytes("a.xlsx", &stored(&parts)).expect("it is a workbook");
    assert_eq!(table.sheets[0].rows.len(), 1, "there is one, whatever it says");
}

#[test]
fn entities_become_nothing_more_than_they_are() {
    let laughs: String = (1..10)
        .map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10)))
        .collect();
    let declared =
        format!(r#"<!DOCTYPE x [<!ENTITY l0 "哈">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>"#);
    let row = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>甲&l9;&f;乙</t></is></c></row>"#;
    let sheet = sheet_of(row).replacen("?>", &format!("?>{declared}"), 1);
    let strings = one_string("").replacen("<sst", &format!("{declared}<sst"), 1);
    let xlsx = stored(&workbook(&sheet, &strings));
    let xml = format!(
        r#"<?xml version="1.0"?>{declared}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet Name="a"><Table><Row><Cell><Data>甲&l9;&f;乙</Data></Cell></Row></Table></Worksheet></Workbook>"#
    );
    for (name, bytes) in [("a.xlsx", xlsx), ("a.xml", xml.into_bytes())] {
        let table = read_bytes(name, &bytes).expect("it is a table");
        assert_eq!(
            table.sheets[0].rows[0].1,
            ["甲&l9;&f;乙"],
            "{name}: neither laughter nor files"
        );
    }
}

/// Bits as deflate writes them.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    held: u32,
    count: u32,
}

impl Bits {
    fn put(&mut self, value: u32, width: u32) {
        self.held |= value << self.count;
        self.count += width;
        while self.count >= 8 {
            self.bytes.push((self.held & 0xFF) as u8);
            self.held >>= 8;
            self.count -= 8;
        }
    }

    /// Codes are written from their first bit on.
    fn code(&mut self, code: u32, width: u32) {
        self.put(code.reverse_bits() >> (32 - width), width);
    }
}

/// So many bytes of the letter A as a deflate stream: one letter, and then copies of 258 of it.
fn letters(count: u32) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.put(0b011, 3);
    bits.code(0x30 + u32::from(b'A'), 8);
    for _ in 0..count / 258 {
        // Length 258 is code 285, and the distance of one is code 0.
        bits.code(0b1100_0101, 8);
        bits.code(0, 5);
    }
    bits.code(0, 7);
    bits.put(0, 7);
    bits.bytes
}

/// A zip in which one part is such a stream: the packed bytes are put where a stored part had others.
fn bomb(inflated: u32) -> Vec<u8> {
    let packed = letters(inflated);
    let mut parts = workbook("", &one_string(""));
    let mark = vec![b'#'; packed.len()];
    parts.insert(SHEET.to_owned(), mark);
    let mut zip = stored(&parts);
    let at = zip
        .windows(64)
        .position(|bytes| bytes == [b'#'; 64])
        .expect("the part");
    zip[at..at + packed.len()].copy_from_slice(&packed);
    // The method and the size, in the header before the part and in the directory.
    let name = SHEET.as_bytes();
    let places: Vec<usize> = (0..zip.len() - name.len())
        .filter(|at| zip[*at..].starts_with(name))
        .collect();
    for place in places {
        let local = zip[place - 30..].starts_with(b"PK\x03\x04");
        let (method, size) = if local {
            (place - 22, place - 8)
        } else {
            (place - 36, place - 22)
        };
        zip[method] = 8;
        zip[size..size + 4].copy_from_slice(&inflated.to_le_bytes());
    }
    zip
}

#[test]
fn what_unpacks_without_end_is_stopped() {
    let error = read_bytes("a.xlsx", &bomb(512 * 1024 * 1024)).expect_err("it is no list");
    assert_eq!(
        code_of(error),
        "table_too_large",
        "512 MiB out of three are no list"
    );
}

#[test]
fn an_element_that_never_ends_is_no_list() {
    let endless = sheet_of(&"<row><c>".repeat(200_000));
    let parts = workbook(&endless, &one_string(""));
    match read_bytes("a.xlsx", &zipped(&parts, CompressionMethod::Deflated)) {
        Ok(table) => assert!(table.reading.rows < 2, "nothing stands in it"),
        Err(error) => assert_eq!(code_of(error), "table_damaged", "it is said to be damaged"),
    }
}

#[test]
fn a_workbook_that_leads_outside_is_not_followed() {
    let mut parts = workbook(&sheet_of(first_row()), &one_string(""));
    let relations = parts.get_mut("xl/_rels/workbook.xml.rels").expect("relations");
    let text = String::from_utf8(relations.clone()).expect("text");
    let outside = text
        .replace(
            "worksheets/sheet1.xml\"",
            "file:///etc/passwd\" TargetMode=\"External\"",
        )
        .replace("sharedStrings.xml", "../../../../etc/passwd");
    *relations = outside.into_bytes();
    match read_bytes("a.xlsx", &stored(&parts)) {
        Ok(table) => assert_eq!(table.reading.rows, 0, "there is nothing outside of the file"),
        Err(error) => assert_eq!(code_of(error), "table_damaged", "or it is said to be damaged"),
    }
}

#[test]
fn random_bytes_are_no_table() {
    for seed in 0..8_u64 {
        let noise = super::mutations::noise(seed, 4_096);
        for begin in [
            &b""[..],
            b"PK\x03\x04",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            b"<?xml version=\"1.0\"?>",
        ] {
            let bytes = [begin, &noise].concat();
            let error = read_bytes("a.xlsx", &bytes).expect_err("noise is no list");
            let code = code_of(error);
            assert!(
                ["not_a_table", "table_damaged", "table_too_large", "reading_died"].contains(&code.as_str()),
                "noise {seed} is refused, by {code}"
            );
        }
    }
}

#[test]
fn a_file_cut_anywhere_ends_in_a_sentence_or_with_what_was_there() {
    let names = [
        "01-xlsx-named-xls.xls",
        "02-old.et",
        "02-html.xls",
        "02-spreadsheetml.xlsx",
        "12-merged-word.docx",
        "31-gb18030.csv",
    ];
    for (name, bytes) in all_fixtures() {
        if !names.contains(&name.as_str()) {
            continue;
        }
        for eighth in 1..8 {
            let cut = &bytes[..bytes.len() * eighth / 8 + eighth % 3];
            if let Err(error) = read_bytes(&name, cut) {
                let code = code_of(error);
                assert!(
                    ["table_damaged", "not_a_table", "table_too_large", "reading_died"]
                        .contains(&code.as_str()),
                    "{name} cut after {} bytes: {code}",
                    cut.len()
                );
            } else {
                assert!(
                    name.ends_with(".csv") || name.contains("html") || name.ends_with(".et"),
                    "{name} cut after {} bytes: a container and an XML know their end",
                    cut.len()
                );
            }
        }
    }
}
