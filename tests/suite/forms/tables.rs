//! Tables: every row once, the head on every page, nothing outside its field, however much or little there is.

use sunlot_forms::{
    Align, Block, Borders, Cell, Laid, Paragraph, Problem, Row, Stand, Style, Table, Typeface, Width,
};

use super::{SONG, assert_in_place, drawn, laid, lines_of};

fn text(text: impl Into<String>) -> Cell {
    Cell::new(text, SONG, Align::Left)
}

/// A roster as long as asked for, whose rows are of many heights.
fn roster(rows: usize) -> Table {
    let names = [
        "安肃臧记饲料有限公司",
        "徐水区遂城镇王记加油站",
        "河北安肃城镇建设投资开发集团有限责任公司徐水物业服务分公司第三项目部（筹）",
    ];
    let row = |n: usize| {
        let name = names[n % names.len()].repeat(n % 4 + 1);
        Row::new(vec![text(format!("#{n}；")), text(name), text("备注")])
    };
    Table::form(
        vec![Width::Mm(20.0), Width::Share(2.0), Width::Share(1.0)],
        (0..rows).map(row).collect(),
    )
    .head(vec![Row::new(vec![
        text("序号"),
        text("检查对象名称"),
        text("说明"),
    ])])
}

fn heads(laid: &Laid) -> Vec<usize> {
    laid.pages
        .iter()
        .map(|page| drawn(page).matches("检查对象名称").count())
        .collect()
}

#[test]
fn every_row_stands_once_and_the_head_on_every_page() {
    for rows in [0, 1, 2, 37, 3000] {
        let laid = laid(vec![roster(rows).into()]);
        assert_in_place(&laid);
        let all: String = laid.pages.iter().map(|page| drawn(page)).collect();
        for n in 0..rows {
            assert_eq!(
                all.matches(&format!("#{n}；")).count(),
                1,
                "row {n} of {rows} stands once"
            );
        }
        assert_eq!(
            heads(&laid),
            vec![1; laid.pages.len()],
            "{rows} rows: one head on each page"
        );
        assert!(laid.problems.is_empty(), "{:?}", laid.problems);
    }
}

#[test]
fn rows_come_in_order_and_none_is_divided_if_it_fits_on_a_page() {
    let laid = laid(vec![roster(300).into()]);
    let mut last = None;
    for page in &laid.pages {
        for line in lines_of(page) {
            let Some(number) = line
                .strip_prefix('#')
                .and_then(|rest| rest.split('；').next()?.parse::<usize>().ok())
            else {
                continue;
            };
            assert_eq!(
                number,
                last.map_or(0, |last| last + 1),
                "rows follow each other over pages"
            );
            last = Some(number);
        }
        assert_eq!(
            drawn(page).matches('#').count(),
            drawn(page).matches("备注").count(),
            "all fields of a row stand on its page"
        );
    }
}

#[test]
fn a_row_higher_than_a_page_is_divided_between_lines() {
    let long = "检查情况记录如下，".repeat(900);
    let rows = vec![
        Row::new(vec![text("一"), text(long.clone())]),
        Row::new(vec![text("二"), text("完")]),
    ];
    let table = Table::form(vec![Width::Mm(20.0), Width::Share(1.0)], rows)
        .head(vec![Row::new(vec![text("序"), text("检查对象名称")])]);
    let laid = laid(vec![table.into()]);
    assert_in_place(&laid);
    assert!(laid.pages.len() > 1, "it needs several pages");
    assert_eq!(heads(&laid), vec![1; laid.pages.len()], "each has the head");
    let all: String = laid.pages.iter().map(|page| drawn(page)).collect();
    assert_eq!(all.matches('录').count(), 900, "nothing of it is lost");
    assert!(
        laid.problems.is_empty(),
        "and nothing hangs over: {:?}",
        laid.problems
    );
}

#[test]
fn what_no_page_can_hold_is_reported() {
    let giant = Style::new(Typeface::Title, 60.0).leading(900.0);
    let giant = laid(vec![Paragraph::new("大", giant).into()]);
    assert_eq!(
        giant.problems,
        [Problem::TallerThanPage { page: 1 }],
        "a line higher than a page"
    );
    let narrow = Table::form(
        vec![Width::Mm(3.0), Width::Share(1.0)],
        vec![Row::new(vec![text("宽"), text("窄")])],
    );
    let narrow = laid(vec![narrow.into()]);
    assert_eq!(
        narrow.problems,
        [Problem::WiderThanLine { text: "宽".into() }],
        "a sign wider than its field"
    );
    let code = Block::Qr {
        text: "长".repeat(2000),
        size: 100.0,
        align: Align::Left,
    };
    assert_eq!(
        laid(vec![code]).problems,
        [Problem::QrTooLong { bytes: 6000 }],
        "a code of too much"
    );
}

#[test]
fn long_names_in_narrow_fields_stay_in_them() {
    let names = [
        "买买提·吐尔逊·阿不都热合曼江",
        "MuhammadIbnMusaAlKhwarizmi",
        "91130609MA0000015B",
        "𠅤𡈽㐱",
    ];
    let cell = |name: &&str| text(*name);
    for columns in [4, 8, 12] {
        let row = |_| Row::new(names.iter().cycle().take(columns).map(cell).collect());
        let table = Table::form(vec![Width::Share(1.0); columns], (0..5).map(row).collect());
        let laid = laid(vec![table.into()]);
        assert_in_place(&laid);
        assert!(laid.problems.is_empty(), "{:?}", laid.problems);
    }
}

#[test]
fn a_field_over_several_columns_has_their_room() {
    let rows = vec![
        Row::new(vec![text("甲"), text("乙"), text("丙")]),
        Row::new(vec![text("长".repeat(25)).over(2), text("丁")]),
        Row::new(vec![text("更长".repeat(20)).over(3)]),
    ];
    let laid = laid(vec![Table::form(vec![Width::Share(1.0); 3], rows).into()]);
    assert_in_place(&laid);
    let lines = lines_of(&laid.pages[0]);
    assert!(
        lines.iter().any(|line| line.contains(&"长".repeat(25))),
        "two columns hold 25 characters: {lines:?}"
    );
    assert!(
        lines.contains(&"更长".repeat(20)),
        "three columns hold 40: {lines:?}"
    );
}

#[test]
fn a_place_to_sign_is_never_divided() {
    let sign = || {
        let cell = Cell::of(vec![
            Paragraph::new("检查人员（签名）：", SONG).into(),
            Block::Space(40.0),
            Paragraph::new("年　月　日", SONG).align(Align::Right).into(),
        ])
        .stand(Stand::Top);
        let row = Row::new(vec![cell]).at_least(90.0);
        Block::Whole(vec![
            Table::form(vec![Width::Share(1.0)], vec![row])
                .borders(Borders::FORM)
                .into(),
        ])
    };
    for rows in 0..60 {
        let laid = laid(vec![roster(rows).into(), sign()]);
        let place = |what: &str| laid.pages.iter().position(|page| drawn(page).contains(what));
        assert_eq!(
            place("检查人员（签名）"),
            place("年月日"),
            "after {rows} rows name and date stand together"
        );
    }
}

#[test]
fn what_goes_to_the_bottom_stands_at_the_bottom() {
    let paper = 297.0 - sunlot_forms::Paper::FORM.bottom;
    for rows in [0, 10, 24, 25, 26, 27, 28, 29, 60] {
        let seal = Block::Whole(vec![Block::Space(50.0), Paragraph::new("（公章）", SONG).into()]);
        let laid = laid(vec![roster(rows).into(), Block::Fill, seal]);
        let last = laid.pages.last().unwrap();
        let baseline = last.iter().rev().find_map(|item| match item {
            sunlot_forms::Item::Text(text) => Some(text.baseline),
            _ => None,
        });
        let below = paper * sunlot_forms::MM - baseline.unwrap();
        assert!(
            (0.0..8.0).contains(&below),
            "after {rows} rows: {below} points above the margin"
        );
    }
}

/// The lines across the whole width of a page: height and thickness.
fn rulers(page: &[sunlot_forms::Item]) -> Vec<(f32, f32)> {
    let mut rulers: Vec<(f32, f32)> = page
        .iter()
        .filter_map(|item| match item {
            sunlot_forms::Item::Line { from, to, width, .. } if (from.1 - to.1).abs() < 0.01 => {
                Some((from.1, *width))
            }
            _ => None,
        })
        .collect();
    // Where two lie upon each other, the thicker one is seen.
    rulers.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    rulers
}

#[test]
fn a_table_is_closed_on_the_page_that_it_leaves_and_opened_on_the_next() {
    let with_head = roster(100);
    let below = roster(100).borders(Borders::BELOW);
    let mut without_head = roster(100);
    without_head.head.clear();
    for (name, table) in [
        ("with a head", with_head),
        ("without", without_head),
        ("below another", below),
    ] {
        let laid = laid(vec![table.into()]);
        assert!(laid.pages.len() > 2, "{name}: it goes over pages");
        for (number, page) in laid.pages.iter().enumerate() {
            let rulers = rulers(page);
            let thick = |at: f32| {
                let lines = rulers.iter().filter(|line| (line.0 - at).abs() < 0.01);
                lines.map(|line| line.1).fold(0.0, f32::max)
            };
            let (top, bottom) = (rulers[0].0, rulers[rulers.len() - 1].0);
            assert!(thick(bottom) > 1.0, "{name}, page {}: a frame below", number + 1);
            assert!(
                thick(top) > 1.0 || (number == 0 && name == "below another"),
                "{name}, page {}: a frame above",
                number + 1
            );
        }
    }
}

#[test]
fn a_new_page_is_asked_for_and_never_left_empty() {
    let text = || Block::from(Paragraph::new("字", SONG));
    for (blocks, pages) in [
        (vec![Block::NewPage, text()], 1),
        (vec![text(), Block::NewPage, Block::NewPage, text()], 2),
        (vec![text(), Block::NewPage], 1),
        (vec![text(), Block::NewPage, Block::Space(900.0), text()], 2),
    ] {
        let laid = laid(blocks.clone());
        assert_eq!(laid.pages.len(), pages, "{blocks:?}");
        assert!(
            laid.pages.iter().all(|page| drawn(page) == "字"),
            "each has its text: {blocks:?}"
        );
    }
}

#[test]
fn what_the_margin_cannot_hold_ends_in_dots() {
    let running = |left: String| sunlot_forms::Running {
        left,
        right: None,
        style: SONG,
        from_second: false,
        rule: true,
    };
    for (name, dots) in [
        ("徐水区气象局".to_owned(), false),
        ("积石山保安族东乡族撒拉族自治县".repeat(5), true),
    ] {
        let mut sheet = super::sheet(vec![Paragraph::new("字", SONG).into()]);
        sheet.footer = Some(running(name.clone()));
        let laid = sunlot_forms::lay(&super::fonts(), &sheet);
        assert_in_place(&laid);
        let text = lines_of(&laid.pages[0]).pop().unwrap();
        assert_eq!(text.contains('…'), dots, "what is cut shows it: {text}");
        assert!(text.ends_with("第 1 页 共 1 页"), "the number stays: {text}");
        assert!(dots || text.starts_with(&name), "what fits is whole: {text}");
    }
}

#[test]
fn a_code_too_fine_to_be_copied_is_reported() {
    let code = |text: &str, mm: f32| Block::Qr {
        text: text.into(),
        size: mm * sunlot_forms::MM,
        align: Align::Left,
    };
    let link = "SUNLOT1:KWY7M-1M2VQ-JG8N3-5S9JX-4Z60T-T3QDA-9H5B7-E2RXC";
    assert_eq!(
        laid(vec![code(link, 20.0)]).problems,
        [],
        "two centimetres are enough for a sentence"
    );
    assert_eq!(
        laid(vec![code(link, 8.0)]).problems,
        [Problem::QrTooFine { bytes: 55 }],
        "eight millimetres are not"
    );
}
