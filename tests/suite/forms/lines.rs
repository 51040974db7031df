//! Lines: no mark where none may stand, words whole, nothing lost and nothing outside.

use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha12Rng;
use sunlot_forms::{Align, Block, Paragraph, Span, Style, Typeface, may_not_begin, may_not_end};

use super::{SONG, assert_in_place, drawn, laid, lines_of, without_blanks};

const HAN: &str = "安肃镇振兴中路双随机抽查检查对象名录库执法人员见证封存摇号结果公示臧琚堃喆";
const MARKS: &str = "，。、；：？！）」』》】〕”（「『《【〔“％…—·";
const WORDS: [&str; 8] = [
    "3.14",
    "91130609MA0000015B",
    "09:30",
    "A-0371",
    "Ed25519",
    "100%",
    "verify.html",
    "2026",
];

/// A text as people type it: mostly characters, some marks (never more than two together), some words and blanks.
fn any_text(random: &mut impl Rng, length: usize) -> String {
    let han: Vec<char> = HAN.chars().collect();
    let marks: Vec<char> = MARKS.chars().collect();
    let mut text = String::new();
    let mut marks_together = 0;
    for _ in 0..length {
        match random.random_range(0..20) {
            0..4 if marks_together < 2 => {
                text.push(marks[random.random_range(0..marks.len())]);
                marks_together += 1;
                continue;
            }
            4 => text.push_str(WORDS[random.random_range(0..WORDS.len())]),
            5 => {
                // A blank keeps marks on both of its sides together.
                text.push(han[random.random_range(0..han.len())]);
                text.push(' ');
                text.push(han[random.random_range(0..han.len())]);
            }
            _ => text.push(han[random.random_range(0..han.len())]),
        }
        marks_together = 0;
    }
    text
}

#[test]
fn no_line_begins_or_ends_with_a_mark_that_may_not() {
    let mut random = ChaCha12Rng::seed_from_u64(3);
    let styles = [
        SONG,
        Style::new(Typeface::Fang, 16.0),
        Style::new(Typeface::Kai, 9.0).spaced(0.7),
        Style::new(Typeface::Hei, 12.0),
    ];
    for round in 0..400 {
        let length = random.random_range(1..300);
        let text = any_text(&mut random, length);
        let style = styles[round % styles.len()];
        // From a narrow field to a full line.
        let cut = random.random_range(0.0..300.0);
        let align = [Align::Left, Align::Justify, Align::Centre, Align::Right][round % 4];
        let paragraph = Paragraph::new(text.clone(), style)
            .align(align)
            .indent(0.0, cut)
            .first_indent(if round % 3 == 0 { 2.0 * style.size } else { 0.0 });
        let laid = laid(vec![paragraph.into()]);
        assert_in_place(&laid);
        let lines: Vec<String> = laid.pages.iter().flat_map(|page| lines_of(page)).collect();
        for (number, line) in lines.iter().enumerate() {
            let (first, last) = (line.chars().next().unwrap(), line.chars().last().unwrap());
            assert!(
                number == 0 || !may_not_begin(first),
                "“{line}” begins with a mark in:\n{text}"
            );
            assert!(
                number + 1 == lines.len() || !may_not_end(last),
                "“{line}” ends with a mark in:\n{text}"
            );
        }
        assert_eq!(
            without_blanks(&lines.concat()),
            without_blanks(&text),
            "every character once, in order"
        );
    }
}

#[test]
fn words_and_numbers_stay_whole() {
    let mut random = ChaCha12Rng::seed_from_u64(4);
    for _ in 0..100 {
        let text = any_text(&mut random, 200);
        let laid = laid(vec![Paragraph::new(text.clone(), SONG).indent(0.0, 250.0).into()]);
        let lines: Vec<String> = laid.pages.iter().flat_map(|page| lines_of(page)).collect();
        for word in WORDS {
            let whole: usize = lines.iter().map(|line| line.matches(word).count()).sum();
            assert_eq!(whole, text.matches(word).count(), "{word} was torn in {lines:?}");
        }
    }
}

#[test]
fn what_is_longer_than_a_line_is_torn_and_nothing_is_lost() {
    let digest = "9f3c71a05be208d4a6613e9920cc5f7b".repeat(8);
    let marks = "！".repeat(200);
    for text in [&digest, &marks] {
        let laid = laid(vec![Paragraph::new(text.clone(), SONG).indent(0.0, 300.0).into()]);
        assert_in_place(&laid);
        assert_eq!(drawn(&laid.pages[0]), *text, "all of it stands there");
        assert!(lines_of(&laid.pages[0]).len() > 1, "on several lines");
        assert!(laid.problems.is_empty(), "and fits");
    }
}

#[test]
fn a_break_that_was_typed_is_a_break() {
    let laid = laid(vec![
        Paragraph::new("甲\n\n乙丙", SONG).align(Align::Justify).into(),
    ]);
    assert_eq!(
        lines_of(&laid.pages[0]),
        ["甲", "乙丙"],
        "an empty line has no text"
    );
    let heights: Vec<f32> = laid.pages[0].iter().filter_map(baseline).collect();
    assert!(
        (heights[1] - heights[0] - 2.0 * SONG.leading).abs() < 0.01,
        "but it has its height"
    );
}

fn baseline(item: &sunlot_forms::Item) -> Option<f32> {
    match item {
        sunlot_forms::Item::Text(text) => Some(text.baseline),
        _ => None,
    }
}

#[test]
fn a_place_to_write_on_is_a_line_below_nothing() {
    let spans = vec![
        Span::new("检查地点：", SONG),
        Span::Blank(80.0, SONG),
        Span::new("（签名）", SONG),
    ];
    let laid = laid(vec![Paragraph::of(spans).into()]);
    let blank = laid.pages[0].iter().find_map(|item| match item {
        sunlot_forms::Item::Line { from, to, .. } => Some(to.0 - from.0),
        _ => None,
    });
    assert!(
        blank.is_some_and(|width| (width - 80.0).abs() < 0.01),
        "a line as wide as asked for"
    );
    assert_eq!(
        lines_of(&laid.pages[0]),
        ["检查地点：（签名）"],
        "and the words stand beside it"
    );
}

#[test]
fn a_heading_is_never_the_last_thing_on_a_page() {
    for lines in 35..60 {
        let mut blocks: Vec<Block> = (0..lines)
            .map(|n| Paragraph::new(format!("第{n}行"), SONG).into())
            .collect();
        blocks.push(Paragraph::new("标题", SONG).keep_with_next().into());
        blocks.push(Paragraph::new("正文".repeat(100), SONG).into());
        let laid = laid(blocks);
        let page = laid
            .pages
            .iter()
            .map(|page| lines_of(page))
            .find(|lines| lines.contains(&"标题".to_owned()));
        let page = page.expect("the heading stands somewhere");
        let place = page.iter().position(|line| line == "标题").unwrap();
        assert!(
            page.len() > place + 2,
            "two lines of its text stand below it: {page:?}"
        );
    }
}

#[test]
fn what_was_typed_to_hold_together_is_not_divided() {
    let mut random = ChaCha12Rng::seed_from_u64(5);
    for _ in 0..50 {
        let before = HAN
            .repeat(2)
            .chars()
            .take(random.random_range(1..60))
            .collect::<String>();
        let text = format!("{before}第\u{A0}12\u{A0}条{HAN}");
        let laid = laid(vec![Paragraph::new(text, SONG).indent(0.0, 250.0).into()]);
        let lines = lines_of(&laid.pages[0]);
        assert!(
            lines.iter().any(|line| line.contains("第\u{A0}12\u{A0}条")),
            "a blank that does not break: {lines:?}"
        );
    }
}
