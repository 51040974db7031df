//! Characters: every one that a name may have is shown, and one that no font has is shown as missing, and reported.

use std::collections::BTreeSet;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha12Rng;
use sunlot_forms::{Align, Cell, Paragraph, Problem, Row, Style, Table, Typeface, Width, print};

use super::{ask, fonts, imprint, lines_of, sheet, without_blanks};
use crate::support::text;

const TYPEFACES: [Typeface; 6] = [
    Typeface::Song,
    Typeface::Title,
    Typeface::Hei,
    Typeface::Fang,
    Typeface::Kai,
    Typeface::Mono,
];

/// One from each block and from the edges of each slice, then names that officials really met.
const RARE: &str = "㛃㐱䶮𠀀𠅤𡈽𣿯𤀀𧿿𨀀𪛖𪜀𫜴𫝀𫠝𫠠𬺡𬺰𬱖𮯠堃喆犇䲜𬍛𬬻𬭊";

#[test]
fn every_character_of_the_national_standards_is_covered() {
    let fonts = fonts();
    let standard: Vec<char> = text("assets/fonts/tgh8105.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.trim().chars().collect::<Vec<_>>())
        .collect();
    assert_eq!(standard.len(), 8105, "the whole table");
    let unified = ('\u{4E00}'..='\u{9FA5}')
        .chain('\u{3400}'..='\u{4DB5}')
        .chain(('\u{20}'..='\u{7E}').collect::<Vec<_>>());
    let extensions = ('\u{20000}'..='\u{2A6D6}')
        .chain('\u{2A700}'..='\u{2B734}')
        .chain('\u{2B740}'..='\u{2B81D}')
        .chain('\u{2B820}'..='\u{2CEA1}')
        .chain('\u{2CEB0}'..='\u{2EBE0}');
    let signs =
        "，。、；：？！…—·“”‘’（）《》〔〕【】「」『』〈〉％‰℃㎡①⑩⑴Ⅰ〇□■☐☑☒✓○●△▲→←↑↓№￥×÷±≤≥～＿〓".chars();
    let lacking: String = standard
        .into_iter()
        .chain(unified)
        .chain(extensions)
        .chain(signs)
        .filter(|character| !fonts.covers(*character))
        .collect();
    assert_eq!(lacking, "", "GB 18030-2022, level 3, asks for all of these");
}

#[test]
fn rare_characters_come_back_from_the_file_in_every_typeface() {
    for typeface in TYPEFACES {
        let paragraph = Paragraph::new(RARE, Style::new(typeface, 14.0));
        let printed = print(&fonts(), &sheet(vec![paragraph.into()]), &imprint()).unwrap();
        assert_eq!(printed.problems, [], "{typeface:?} shows all of them");
        let back = ask("pdftotext", &["-raw"], &printed.bytes, &["-"]);
        assert_eq!(
            without_blanks(&back),
            RARE,
            "{typeface:?}: the text is in the file"
        );
    }
}

#[test]
fn characters_that_share_a_glyph_come_back_as_what_they_are() {
    let twins = "支⽀金⾦一⼀支";
    let printed = print(
        &fonts(),
        &sheet(vec![Paragraph::new(twins, super::SONG).into()]),
        &imprint(),
    )
    .unwrap();
    let back = ask("pdftotext", &["-raw"], &printed.bytes, &["-"]);
    assert_eq!(
        without_blanks(&back),
        twins,
        "a radical is not turned into a character"
    );
    // Wide and narrow letters, one of them twice in one glyph: what follows stands where it must.
    let latin = "Wiµiμ|";
    let laid = super::laid(vec![Paragraph::new(latin, super::SONG).into()]);
    let printed = print(
        &fonts(),
        &sheet(vec![Paragraph::new(latin, super::SONG).into()]),
        &imprint(),
    )
    .unwrap();
    let boxes = ask("pdftotext", &["-bbox"], &printed.bytes, &["-"]);
    let end: f32 = boxes
        .split("xMax=\"")
        .last()
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    let sunlot_forms::Item::Text(last) = laid.pages[0].last().unwrap() else {
        panic!("a text")
    };
    assert!((end - last.x - last.width).abs() < 0.1, "{end} in {boxes}");
}

#[test]
fn a_character_without_a_glyph_is_visible_and_reported() {
    let paragraph = |text: &str| Paragraph::new(text, super::SONG).into();
    let blocks = vec![
        paragraph("张\u{30000}伟"),
        paragraph("张\u{30000}伟"),
        paragraph("꧁"),
    ];
    let laid = super::laid(blocks.clone());
    let missing = |character, line: &str| Problem::MissingGlyph {
        character,
        line: line.into(),
        page: 1,
    };
    assert_eq!(
        laid.problems,
        [missing('\u{30000}', "张\u{30000}伟"), missing('꧁', "꧁")],
        "each once, with the line that it stands in"
    );
    let printed = print(&fonts(), &sheet(blocks), &imprint()).unwrap();
    assert_eq!(printed.problems, laid.problems, "the one who prints is told");
    assert!(
        !fonts().covers('\u{30000}'),
        "and can know it when the name is typed"
    );
}

#[test]
fn whatever_is_typed_is_drawn_or_reported() {
    let mut random = ChaCha12Rng::seed_from_u64(9);
    for round in 0..60 {
        let text: String = (0..200)
            .map(|_| match round % 3 {
                0 => random.random::<char>(),
                1 => char::from_u32(random.random_range(0..0x3000)).unwrap_or(' '),
                _ => char::from_u32(random.random_range(0x2000..0x1_0000)).unwrap_or('\n'),
            })
            .collect();
        let cell = Cell::new(text.clone(), super::SONG, Align::Justify);
        let rows = vec![Row::new(vec![cell.clone(), cell])];
        let table = Table::form(vec![Width::Mm(30.0), Width::Share(1.0)], rows);
        let printed = print(&fonts(), &sheet(vec![table.into()]), &imprint()).unwrap();
        let reported: BTreeSet<char> = printed
            .problems
            .iter()
            .filter_map(|problem| match problem {
                Problem::MissingGlyph { character, .. } => Some(*character),
                _ => None,
            })
            .collect();
        let lacking: BTreeSet<char> = text
            .chars()
            .filter(|c| *c != '\n' && !fonts().covers(*c))
            .collect();
        assert_eq!(reported, lacking, "round {round}: each once, and nothing else");
    }
}

#[test]
fn what_others_read_differently_is_reported_and_never_guessed() {
    let fonts = fonts();
    let private: String = ('\u{E000}'..='\u{F8FF}')
        .chain('\u{F0000}'..='\u{F00FF}')
        .filter(|character| fonts.covers(*character))
        .collect();
    assert_eq!(
        private, "",
        "a private character is another one in every font: ours may not stand in for the one that was typed"
    );
    for text in ["😀", "👨\u{200D}👩\u{200D}👧", "ئۇيغۇر", "བོད", "ᠮᠣᠩᠭᠣᠯ"] {
        let laid = super::laid(vec![Paragraph::new(text, super::SONG).into()]);
        let expected = text.chars().filter(|c| *c != '\u{200D}').collect::<BTreeSet<_>>();
        let reported: BTreeSet<char> = laid
            .problems
            .iter()
            .filter_map(|problem| match problem {
                Problem::MissingGlyph { character, .. } => Some(*character),
                _ => None,
            })
            .collect();
        assert_eq!(reported, expected, "{text}: nothing of it is set half right");
    }
}

#[test]
fn what_has_no_shape_needs_no_glyph() {
    let laid = super::laid(vec![
        Paragraph::new("葛\u{E0100}\u{200B}城\u{FE00}\u{FEFF}", super::SONG).into(),
    ]);
    assert_eq!(
        lines_of(&laid.pages[0]),
        ["葛城"],
        "selectors and joiners are not drawn"
    );
    assert_eq!(laid.problems, [], "and nobody is bothered with them");
}
