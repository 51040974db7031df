//! The file: the same bytes each time, clean for other programs, and its text is the text of the sheet.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use sunlot_forms::{
    Align, Block, Fault, FontFile, FontFiles, Fonts, Imprint, Item, Paragraph, Picture, Printed, Sheet,
    Style, Typeface, lay, print,
};

use super::{SONG, ask, ask_bytes, drawn, files, fonts, imprint, samples, sheet, without_blanks};

fn sheets() -> Vec<(&'static str, Sheet)> {
    vec![
        ("recovery", samples::recovery().sheet()),
        (
            "recovery of a long name",
            samples::recovery_of_a_long_name().sheet(),
        ),
        ("fingerprint", samples::fingerprint().sheet()),
        (
            "fingerprint after replacing",
            samples::fingerprint_after_replacing().sheet(),
        ),
        ("trail of nothing", samples::trail(0).sheet()),
        ("trail of one", samples::trail(1).sheet()),
        ("trail of a thousand", samples::trail(1000).sheet()),
    ]
}

/// Where SUNLOT_PAPER names a folder the file is kept there, to be looked at.
fn printed(name: &str, sheet: &Sheet) -> Printed {
    let printed = print(&fonts(), sheet, &imprint()).expect("it is printed");
    assert_eq!(printed.problems, [], "{} has no problem", sheet.title);
    if let Some(folder) = std::env::var_os("SUNLOT_PAPER") {
        let path = std::path::Path::new(&folder).join(format!("{name}.pdf"));
        std::fs::write(&path, &printed.bytes).expect("it is kept");
    }
    printed
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    for (name, sheet) in sheets() {
        assert!(
            printed(name, &sheet).bytes == printed(name, &sheet).bytes,
            "{name}: no chance, no clock"
        );
    }
    let (name, sheet) = sheets().remove(0);
    let other = Imprint {
        id: [8; 16],
        ..imprint()
    };
    let other = print(&fonts(), &sheet, &other).unwrap();
    assert!(
        other.bytes != printed(name, &sheet).bytes,
        "the imprint is part of it"
    );
}

#[test]
fn the_same_sheet_gives_the_same_bytes_in_other_years() {
    let digests: Vec<String> = sheets()
        .into_iter()
        .map(|(name, sheet)| {
            let bytes = printed(name, &sheet).bytes;
            format!("{}  {:>7}  {name}", hex(&bytes), bytes.len())
        })
        .collect();
    // Another digest means that papers printed again differ from those in the files: never without a reason.
    expect_test::expect_file!["../../golden/paper/digests.txt"].assert_eq(&(digests.join("\n") + "\n"));
}

#[test]
fn the_text_of_the_file_is_the_text_of_the_sheet() {
    for (name, sheet) in sheets() {
        let laid = lay(&fonts(), &sheet);
        let back = ask("pdftotext", &["-raw"], &printed(name, &sheet).bytes, &["-"]);
        let pages: Vec<String> = back.split_terminator('\u{C}').map(without_blanks).collect();
        assert_eq!(pages.len(), laid.pages.len(), "{name}: as many pages");
        for (number, (page, items)) in pages.iter().zip(&laid.pages).enumerate() {
            assert_eq!(*page, drawn(items), "{name}, page {}", number + 1);
        }
        // Blanks too: those within a run come back, and none comes between letters that are only spaced out.
        let back = one_blank(&back);
        for item in laid.pages.iter().flatten() {
            let Item::Text(text) = item else { continue };
            let text = one_blank(&text.text());
            assert!(back.contains(text.trim()), "{name}: “{text}” in\n{back}");
        }
    }
}

fn one_blank(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_font_is_embedded_in_part_and_once() {
    for (name, sheet) in sheets() {
        let fonts = ask("pdffonts", &[], &printed(name, &sheet).bytes, &[]);
        let mut names = Vec::new();
        for line in fonts.lines().skip(2) {
            let words: Vec<&str> = line.split_whitespace().collect();
            assert!(
                line.contains("yes yes yes"),
                "{name}: embedded, subset, readable: {line}"
            );
            names.push(words[0].split('+').nth(1).unwrap().to_owned());
        }
        let mut once = names.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), names.len(), "{name}: one subset per face: {names:?}");
        assert!(
            names.iter().any(|name| name.starts_with("Sunlot")),
            "{name}: {names:?}"
        );
    }
}

#[test]
fn other_programs_find_nothing_wrong() {
    for (name, sheet) in sheets() {
        let printed = printed(name, &sheet);
        let said = ask("qpdf", &["--check"], &printed.bytes, &[]);
        assert!(said.contains("PDF Version: 1.7"), "{name}: {said}");
        assert!(
            said.contains("No syntax or stream encoding errors found"),
            "{name}: {said}"
        );
        let said = ask("pdfinfo", &[], &printed.bytes, &[]);
        for expected in [
            format!("Title:           {}", sheet.title),
            "Author:          徐水区气象局".to_owned(),
            format!("Pages:           {}", printed.pages),
            "595.276 x 841.89 pts (A4)".to_owned(),
        ] {
            assert!(said.contains(&expected), "{name}: no “{expected}” in\n{said}");
        }
        let plain = String::from_utf8_lossy(&printed.bytes).into_owned();
        assert!(
            plain.contains("/Lang(zh-CN)"),
            "{name}: it is read aloud in Chinese"
        );
        assert!(
            plain.contains("/CreationDate(D:20261120094100+08'00')"),
            "{name}: made when the imprint says"
        );
        assert!(printed.bytes.len() < 300_000, "{name}: it goes by mail");
    }
}

/// A page as a copier gives it back: so many dots to the inch, each black or white.
pub fn copied(pdf: &[u8], dots: &str) -> (usize, usize, Vec<bool>) {
    let page = ask_bytes("pdftoppm", &["-r", dots, "-gray", "-l", "1"], pdf, &[]);
    let (mut numbers, mut place) = (Vec::new(), 2);
    assert!(page.starts_with(b"P5"), "a grey picture");
    while numbers.len() < 3 {
        let end = place
            + 1
            + page[place + 1..]
                .iter()
                .position(u8::is_ascii_whitespace)
                .unwrap();
        let number = std::str::from_utf8(&page[place + 1..end]).unwrap();
        numbers.push(number.parse::<usize>().unwrap());
        place = end;
    }
    let dots = page[place + 1..].iter().map(|dot| *dot < 128).collect();
    (numbers[0], numbers[1], dots)
}

/// What a telephone reads from a copy of the first page.
pub fn codes(pdf: &[u8]) -> Vec<String> {
    let (width, height, dots) = copied(pdf, "150");
    let grey = |x: usize, y: usize| if dots[y * width + x] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    image
        .detect_grids()
        .into_iter()
        .filter_map(|grid| Some(grid.decode().ok()?.1))
        .collect()
}

#[test]
fn codes_are_read_from_a_copy_of_the_paper() {
    let recovery = samples::recovery();
    let long = samples::recovery_of_a_long_name();
    let fingerprint = samples::fingerprint();
    for (name, sheet, scanned) in [
        ("recovery", recovery.sheet(), recovery.scanned),
        ("recovery of a long name", long.sheet(), long.scanned),
        ("fingerprint", fingerprint.sheet(), fingerprint.scanned),
    ] {
        let read = codes(&printed(name, &sheet).bytes);
        assert_eq!(read, [scanned], "{name}: what the copy says is what was told");
    }
}

#[test]
fn a_font_of_the_office_comes_first_in_its_typeface() {
    let mut fonts = fonts();
    fonts
        .prefer(Typeface::Fang, &files().kai, 0)
        .expect("any font that may be embedded");
    let paragraph = Paragraph::new("仿宋𪛖2026", Style::new(Typeface::Fang, 16.0));
    let printed = print(&fonts, &sheet(vec![paragraph.into()]), &imprint()).unwrap();
    let used = ask("pdffonts", &[], &printed.bytes, &[]);
    assert!(
        used.contains("SunlotKai") && !used.contains("SunlotFang"),
        "it is used: {used}"
    );
    assert!(
        used.contains("SunlotRare"),
        "and what it lacks comes from ours: {used}"
    );
}

#[test]
fn what_is_no_font_is_named() {
    let broken = FontFiles {
        kai: b"no font".to_vec(),
        ..files().clone()
    };
    let fault = Fonts::new(&broken).err();
    assert_eq!(
        fault,
        Some(Fault::UnreadableFont { file: FontFile::Kai }),
        "by its file"
    );
}

#[test]
fn a_picture_keeps_its_place_and_its_dots() {
    // The upper half is black, the lower half is white.
    let dots = (0..40 * 20).map(|n| if n < 40 * 10 { 0 } else { 255 }).collect();
    let picture = |dots| Picture {
        width: 40,
        height: 20,
        coloured: false,
        dots,
    };
    let block = |picture| Block::Picture {
        picture: Arc::new(picture),
        width: 120.0,
        height: 60.0,
        align: Align::Left,
    };
    let printed = print(&fonts(), &sheet(vec![block(picture(dots))]), &imprint()).unwrap();
    let said = ask("pdfimages", &["-list"], &printed.bytes, &[]);
    assert!(
        said.contains("gray") && said.contains("40    20"),
        "one grey picture of 40 by 20: {said}"
    );
    // At 72 dots to the inch a dot of the page is a point; the margins are 20 and 18 mm.
    let page = ask(
        "pdftoppm",
        &[
            "-r", "72", "-gray", "-x", "57", "-y", "51", "-W", "118", "-H", "58",
        ],
        &printed.bytes,
        &[],
    );
    // Read as text, a black dot is a zero and a white one is no text at all.
    let dots: Vec<char> = page
        .chars()
        .filter(|dot| ['\0', '\u{FFFD}'].contains(dot))
        .collect();
    let (black, white) = (118 * 27, 118 * 27);
    assert!(dots.len() >= black + white, "hardly anything is grey");
    assert!(dots[..black].iter().all(|dot| *dot == '\0'), "it is black above");
    assert!(
        dots[dots.len() - white..].iter().all(|dot| *dot != '\0'),
        "and white below"
    );
    let broken = print(&fonts(), &sheet(vec![block(picture(vec![0; 3]))]), &imprint());
    assert_eq!(
        broken.err(),
        Some(Fault::BrokenPicture),
        "too few dots are refused"
    );
}

#[test]
fn an_empty_sheet_is_one_empty_page() {
    let nothing = print(&fonts(), &sheet(vec![]), &imprint()).unwrap();
    assert_eq!(nothing.pages, 1, "a printer needs something");
    let blank = print(
        &fonts(),
        &sheet(vec![Paragraph::new("", SONG).into()]),
        &imprint(),
    )
    .unwrap();
    assert_eq!(
        without_blanks(&ask("pdftotext", &[], &blank.bytes, &["-"])),
        "",
        "with nothing on it"
    );
}

#[test]
fn a_program_that_is_installed_brings_every_font() {
    let config: serde_json::Value =
        serde_json::from_str(&crate::support::text("src-tauri/tauri.conf.json")).unwrap();
    let files = &config["bundle"]["linux"]["deb"]["files"];
    for line in crate::support::text("assets/fonts/SHA256SUMS").lines() {
        let (digest, name) = line.split_once("  ").expect("as sha256sum writes it");
        assert_eq!(
            files[format!("/usr/share/sunlot/fonts/{name}")],
            format!("../assets/fonts/{name}"),
            "the package puts it where the program looks"
        );
        let bytes = std::fs::read(crate::support::root().join("assets/fonts").join(name)).unwrap();
        assert_eq!(
            hex(&bytes),
            digest,
            "{name}: assets/fonts/build_pdf.py writes the list"
        );
    }
}
