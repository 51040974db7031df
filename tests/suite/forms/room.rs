//! The papers of the room as people read them: in golden files, on as many pages as they may take, and marked where they do not count.

use expect_test::expect_file;
use sunlot_forms::sheets::DrawHead;
use sunlot_forms::{Item, Laid, Sheet, lay};

use super::room_samples::{self as samples, COMMITMENT, LONG};
use super::sheets::{as_read, scanned};
use super::{drawn, fonts, keep};

/// Reads a sheet and, where somebody asked for it, keeps its file to be looked at.
fn read(name: &str, sheet: &Sheet) -> (Laid, String) {
    keep(name, sheet);
    as_read(sheet)
}

/// Everything long is still there; a name is told in full wherever it stands.
fn says(laid: &Laid, wanted: &str) -> usize {
    let pages: Vec<String> = laid.pages.iter().map(|page| drawn(page)).collect();
    pages.iter().map(|page| page.matches(wanted).count()).sum()
}

#[test]
fn the_sealing_sheet_reads_well_and_scans() {
    let (laid, text) = read("seal", &samples::seal(3).sheet());
    assert_eq!(
        scanned(&laid.pages[0]),
        [COMMITMENT],
        "the square says the whole commitment"
    );
    assert!(
        text.contains("现场停电"),
        "why the draw before was given up stands on it (D-04)"
    );
    assert!(
        laid.pages.len() == 1,
        "three seats sign on the page itself: {} pages",
        laid.pages.len()
    );
    expect_file!["../../golden/paper/seal.txt"].assert_eq(&text);
}

#[test]
fn a_sealing_sheet_without_seats_or_with_many_is_whole() {
    let (_, nobody) = read("seal-none", &samples::seal(0).sheet());
    assert!(!nobody.contains("现场随机数（"), "nobody drew any digits");
    let mut told = samples::seal(32);
    told.head = samples::long_head();
    let (laid, _) = read("seal-many", &told.sheet());
    assert_eq!(says(&laid, "第32席"), 1, "everybody has a place to sign");
}

#[test]
fn a_card_has_a_box_for_every_digit_and_a_slip_to_take_home() {
    let (laid, text) = read("cards", &samples::cards(3, false).sheet());
    assert_eq!(laid.pages.len(), 2, "two cards on a page");
    assert_eq!(text.matches("回执").count(), 3, "a slip for each seat");
    expect_file!["../../golden/paper/cards.txt"].assert_eq(&text);
    let (laid, text) = read("cards-sealed", &samples::cards(5, true).sheet());
    assert_eq!(laid.pages.len(), 3, "two cards on a page");
    assert_eq!(
        scanned(&laid.pages[0]),
        [COMMITMENT, COMMITMENT],
        "each slip carries what was sealed"
    );
    assert_eq!(
        text.matches("385201").count(),
        5,
        "and each card the digits of the room"
    );
}

#[test]
fn cards_of_one_seat_and_of_none_are_whole() {
    let (laid, text) = read("cards-one", &samples::cards(1, false).sheet());
    assert_eq!(laid.pages.len(), 1, "one card");
    assert!(text.contains("摸 20 位"), "who sits alone draws twenty digits");
    let (laid, text) = read("cards-none", &samples::cards(0, false).sheet());
    assert!(laid.pages.len() == 1 && text.contains("没有见证席"), "{text}");
    let mut told = samples::cards(2, true);
    told.head = samples::long_head();
    told.published = LONG.repeat(2);
    let (laid, _) = read("cards-long", &told.sheet());
    assert_eq!(
        laid.pages.len(),
        1,
        "two cards still share a page where all names are long"
    );
}

#[test]
fn everybody_who_is_expected_has_a_line_to_sign() {
    let (laid, text) = read("attendance", &samples::attendance(3).sheet());
    assert_eq!(laid.pages.len(), 1, "one page goes round");
    expect_file!["../../golden/paper/attendance.txt"].assert_eq(&text);
    let (_, nobody) = read("attendance-none", &samples::attendance(0).sheet());
    assert!(nobody.contains("没有见证席"), "{nobody}");
    let (laid, _) = read("attendance-many", &samples::attendance(32).sheet());
    assert_eq!(says(&laid, "□同意"), 32, "each is asked about the name");
}

#[test]
fn a_plate_says_the_same_on_both_sides_and_stands_on_its_head_on_one() {
    let (laid, text) = read("plates", &samples::plates(3).sheet());
    assert_eq!(laid.pages.len(), 3, "a page for each seat");
    let large = |turned: bool| {
        let texts = laid.pages[0].iter().filter_map(|item| match item {
            Item::Text(text) if text.turned == turned && text.size > 40.0 => Some(text.text()),
            _ => None,
        });
        texts.collect::<String>()
    };
    assert_eq!(large(true), "人大代表", "one side is read from behind");
    assert_eq!(large(false), large(true), "the other one from before");
    expect_file!["../../golden/paper/plates.txt"].assert_eq(&text);
    let (laid, _) = read("plates-none", &samples::plates(0).sheet());
    assert_eq!(laid.pages.len(), 1, "nobody sits there");
    let mut told = samples::plates(1);
    told.plates[0].large = LONG.into();
    let (laid, _) = read("plates-long", &told.sheet());
    assert_eq!(laid.pages.len(), 1, "forty characters stand on one page");
}

#[test]
fn each_set_of_slips_has_every_digit_once() {
    let (laid, text) = read("slips", &samples::slips().sheet());
    assert_eq!(laid.pages.len(), 1, "two sets on one page");
    let digits: Vec<String> = laid.pages[0]
        .iter()
        .filter_map(|item| match item {
            Item::Text(text) if text.size > 40.0 => Some(text.text()),
            _ => None,
        })
        .collect();
    for digit in 0..10 {
        let digit = digit.to_string();
        assert_eq!(
            digits.iter().filter(|other| **other == digit).count(),
            2,
            "{digit} once in each set: a set that has one twice is loaded"
        );
    }
    expect_file!["../../golden/paper/slips.txt"].assert_eq(&text);
}

#[test]
fn the_script_reads_well() {
    let (laid, text) = read("script", &samples::script().sheet());
    assert_eq!(laid.pages.len(), 1, "two parts are one page");
    expect_file!["../../golden/paper/script.txt"].assert_eq(&text);
}

#[test]
fn the_envelope_tells_the_secret_who_opens_it_and_when() {
    let told = samples::envelope();
    let (laid, text) = read("envelope", &told.sheet());
    assert_eq!(laid.pages.len(), 1, "it goes into one envelope");
    assert_eq!(scanned(&laid.pages[0]), [told.secret], "the secret scans");
    expect_file!["../../golden/paper/envelope.txt"].assert_eq(&text);
    let mut long = samples::envelope();
    long.head = samples::long_head();
    let (laid, _) = read("envelope-long", &long.sheet());
    assert_eq!(laid.pages.len(), 1, "and so it does for a long name");
}

#[test]
fn each_guest_has_a_letter() {
    let (laid, text) = read("invitation", &samples::invitation(2).sheet());
    assert_eq!(laid.pages.len(), 2, "a page for each");
    expect_file!["../../golden/paper/invitation.txt"].assert_eq(&text);
    let mut told = samples::invitation(0);
    told.head = samples::unsealed();
    let (laid, text) = read("invitation-none", &told.sheet());
    assert_eq!(laid.pages.len(), 1, "one to write a name in");
    let lines = laid.pages[0]
        .iter()
        .filter(|item| matches!(item, Item::Line { .. }));
    assert!(lines.count() > 2, "there are lines for name and place: {text}");
    let mut told = samples::invitation(2);
    told.head = samples::long_head();
    let (laid, _) = read("invitation-long", &told.sheet());
    assert_eq!(laid.pages.len(), 2, "long names do not spill over");
}

#[test]
fn the_explanation_hangs_on_a_door() {
    let (laid, text) = read("explanation", &samples::explanation().sheet());
    assert_eq!(laid.pages.len(), 1, "one page");
    expect_file!["../../golden/paper/explanation.txt"].assert_eq(&text);
    let mut told = samples::explanation();
    told.head = samples::long_head();
    assert_eq!(
        read("explanation-long", &told.sheet()).0.pages.len(),
        1,
        "with long names, too"
    );
}

#[test]
fn the_record_reads_well_with_names_and_without() {
    let (laid, text) = read("result", &samples::result(4, true).sheet());
    assert_eq!(
        scanned(&laid.pages[0]),
        [samples::result(0, true).scanned],
        "the digest scans"
    );
    expect_file!["../../golden/paper/result.txt"].assert_eq(&text);
    let (laid, _) = read("result-many", &samples::result(120, false).sheet());
    assert_eq!(says(&laid, "A-"), 120, "every row stands there once");
    assert_eq!(says(&laid, "安肃"), 0, "and no name before it may be told");
    let (_, nothing) = read("result-none", &samples::result(0, false).sheet());
    assert!(nothing.contains("（无）"), "nothing came of it");
}

/// A sheet of that draw.
fn all(head: DrawHead) -> Vec<Sheet> {
    let mut sheets = vec![];
    macro_rules! of {
        ($($told:expr),*) => { $({
            let mut told = $told;
            told.head = head.clone();
            sheets.push(told.sheet());
        })* };
    }
    of!(
        samples::seal(32),
        samples::cards(3, true),
        samples::attendance(32),
        samples::plates(2),
        samples::slips(),
        samples::script(),
        samples::envelope(),
        samples::invitation(2),
        samples::explanation(),
        samples::result(120, true)
    );
    sheets
}

#[test]
fn every_page_of_a_rehearsal_says_so_behind_and_above_its_text() {
    let tried = DrawHead {
        rehearsal: true,
        draw: "CP-2026-001".into(),
        told: "第 1 次彩排 · 本任务第 1 次抽取".into(),
        ..samples::head()
    };
    for (at, sheet) in all(tried).iter().enumerate() {
        let (laid, _) = read(&format!("rehearsal-{at}"), sheet);
        for (number, page) in laid.pages.iter().enumerate() {
            let pale = page
                .iter()
                .filter(|item| matches!(item, Item::Text(text) if text.grey > 0.8 && text.text() == "彩排"))
                .count();
            assert!(pale > 1, "{} page {}: behind the text", sheet.title, number + 1);
            assert!(
                drawn(page).contains("只作练习，不产生正式的抽取记录"),
                "{} page {}: in black above it, where a copier lost the pale words",
                sheet.title,
                number + 1
            );
        }
    }
    for sheet in all(samples::head()) {
        let laid = lay(&fonts(), &sheet);
        let text: String = laid.pages.iter().map(|page| drawn(page)).collect();
        assert!(!text.contains("彩排"), "{} counts", sheet.title);
    }
}

#[test]
fn every_page_says_what_it_is_of_which_draw_and_how_many_there_are() {
    for sheet in all(samples::head()) {
        let laid = lay(&fonts(), &sheet);
        for (number, page) in laid.pages.iter().enumerate() {
            let text = drawn(page);
            assert!(
                text.contains("YH-2026-007") && text.contains("阳光摇号1.0"),
                "{}: draw and program",
                sheet.title
            );
            let foot = format!("第{}页共{}页", number + 1, laid.pages.len());
            assert!(text.contains(&foot), "{}: {foot}", sheet.title);
        }
    }
}
