//! What a file is, by its bytes.

use std::io::{Read, Seek, SeekFrom};

use super::encoding::{self, Decoded, Found};
use super::package::Package;
use super::part::{Format, ReadFault, Stranger};

/// Enough to know a text by.
const BEGIN: usize = 8 * 1024;

/// The family of a file.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Zip,
    Ole,
    /// A text of this format.
    Text(Format, Found),
}

/// What begins so is no table.
const STRANGERS: &[(&[u8], Stranger)] = &[
    (b"%PDF", Stranger::Pdf),
    (b"\x89PNG", Stranger::Picture),
    (b"\xFF\xD8\xFF", Stranger::Picture),
    (b"GIF8", Stranger::Picture),
    (b"BM", Stranger::Picture),
    (b"II*\0", Stranger::Picture),
    (b"MM\0*", Stranger::Picture),
    (b"Rar!", Stranger::Archive),
    (b"7z\xBC\xAF", Stranger::Archive),
    (b"\x1F\x8B", Stranger::Archive),
    (b"{\\rtf", Stranger::OldWord),
    (b"SQLite format 3", Stranger::Database),
    (b"\0\x01\0\0Standard", Stranger::Database),
    (b"MZ", Stranger::Binary),
    (b"\x7FELF", Stranger::Binary),
    // Excel before its files were containers.
    (b"\x09\x08\x10\0", Stranger::OldOffice),
    (b"\x09\x08\x08\0", Stranger::OldOffice),
    (b"\x09\x04\x06\0", Stranger::OldOffice),
    (b"\x09\x02\x06\0", Stranger::OldOffice),
];

/// Looks at the begin of a file.
pub(super) fn sniff(source: &mut (impl Read + Seek)) -> Result<Kind, ReadFault> {
    source.seek(SeekFrom::Start(0))?;
    let mut begin = Vec::with_capacity(BEGIN);
    source.take(BEGIN as u64).read_to_end(&mut begin)?;
    if begin.is_empty() {
        return Err(ReadFault::Empty);
    }
    if begin.starts_with(b"PK\x03\x04") || begin.starts_with(b"PK\x05\x06") {
        source.seek(SeekFrom::Start(0))?;
        return Ok(Kind::Zip);
    }
    if begin.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        source.seek(SeekFrom::Start(0))?;
        return Ok(Kind::Ole);
    }
    let known = |(mark, stranger): &&(&[u8], Stranger)| {
        // Two letters alone may be the begin of a list, too.
        begin.starts_with(mark)
            && (mark.len() > 2 || begin.iter().take(64).any(|b| *b == 0) || *stranger == Stranger::Archive)
    };
    if let Some((_, stranger)) = STRANGERS.iter().find(known) {
        return Err(ReadFault::NotATable(*stranger));
    }
    let found = encoding::find(source)?;
    let mut text = Vec::new();
    Decoded::new(&mut *source, found)?.fill(&mut text)?;
    text.truncate(BEGIN);
    let format = of_text(&String::from_utf8_lossy(&text));
    source.seek(SeekFrom::Start(0))?;
    Ok(Kind::Text(format, found))
}

/// A text is a document if it begins as one.
fn of_text(text: &str) -> Format {
    let begin = text
        .trim_start_matches(['\u{FEFF}', '\0'])
        .trim_start()
        .to_ascii_lowercase();
    if begin.starts_with("version:") && begin.contains("starthtml:") {
        return Format::Html;
    }
    if !begin.starts_with('<') {
        return Format::Delimited;
    }
    if begin.contains("urn:schemas-microsoft-com:office:spreadsheet") && !begin.contains("<html") {
        return Format::SpreadsheetMl;
    }
    let html = [
        "<html",
        "<!doctype html",
        "<table",
        "<meta",
        "<body",
        "<head",
        "<style",
        "<div",
        "<!--startfragment",
        "<span",
        "<p",
    ];
    if html.iter().any(|mark| begin.contains(mark)) {
        return Format::Html;
    }
    Format::Delimited
}

/// What a zip is, by its parts.
pub(super) fn of_package<R: Read + Seek>(package: &mut Package<R>) -> Result<Format, ReadFault> {
    if package.has("xl/workbook.bin") {
        return Ok(Format::Xlsb);
    }
    if package.has("word/document.xml") {
        return Ok(Format::Docx);
    }
    if package.has("xl/workbook.xml") {
        return Ok(Format::Xlsx);
    }
    if let Some(mut part) = package.part("mimetype")? {
        let mut kind = String::new();
        // What is no text is no type that is known.
        let _ = (&mut part).take(256).read_to_string(&mut kind);
        if kind.contains("opendocument.spreadsheet") {
            return Ok(Format::Ods);
        }
        return Err(ReadFault::NotATable(Stranger::Archive));
    }
    let main = super::xlsx::main_part(package)?;
    if main.ends_with(".xml") && !main.starts_with("ppt/") && package.has(&main) {
        return Ok(Format::Xlsx);
    }
    Err(ReadFault::NotATable(Stranger::Archive))
}
