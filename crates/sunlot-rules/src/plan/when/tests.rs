//! Times as they stand in real plans and tables of tasks.

use super::*;

fn months(text: &str) -> String {
    match read(text).and_then(|times| times.months()) {
        Some((Some(year), months)) => format!("{year}:{months}"),
        Some((None, months)) => months.to_string(),
        None => "-".to_owned(),
    }
}

#[test]
fn n_11_the_months_of_a_line_are_read_in_every_writing() {
    for (text, expected) in [
        ("3月-6月", "3-6"),
        ("3-6月", "3-6"),
        ("３—６月", "3-6"),
        ("3月至6月底前", "3-6"),
        ("三月至六月", "3-6"),
        ("上半年", "1-6"),
        ("下半年", "7-12"),
        ("二季度", "4-6"),
        ("第二、三季度", "4-9"),
        ("第4季度", "10-12"),
        ("全年", "1-12"),
        ("2026年", "2026:1-12"),
        ("2026年全年", "2026:1-12"),
        ("2026年度", "2026:1-12"),
        ("2026年内", "2026:1-12"),
        ("2026年5月至8月", "2026:5-8"),
        ("2026年5月-2026年8月", "2026:5-8"),
        ("2026.5-2026.8", "2026:5-8"),
        ("2026-05-01至2026-08-31", "2026:5-8"),
        ("2026/5/1~2026/8/31", "2026:5-8"),
        ("2026年5月1日—8月31日", "2026:5-8"),
        ("5月1-10日", "5"),
        ("11月份", "11"),
        ("十一月", "11"),
        ("3月、4月", "3-4"),
        ("每年3月至6月", "3-6"),
    ] {
        assert_eq!(months(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_stretch_of_one_year_keeps_its_words() {
    for (text, why) in [
        ("", "nothing"),
        ("长期坚持", "no time at all"),
        ("根据实际情况", "somebody decides later"),
        ("3月、9月", "two times with months between them"),
        ("2025年11月-2026年3月", "over the turn of the year"),
        ("11月-3月", "over the turn of the year, unsaid"),
        ("5月10日至5月1日", "it ends before it begins"),
        ("2026年3月-2025年6月", "so does this"),
        ("6月底前", "since when?"),
        ("3月起", "until when?"),
        ("13月", "no month"),
        ("五季度", "no quarter"),
        ("2月30日", "no day"),
        ("3-6", "of what?"),
        ("3月-6月（第一批）", "and the second batch?"),
        ("3月-6月-9月", "three ends"),
        ("12日", "of which month?"),
        ("99999999999999999999月", "no number"),
    ] {
        assert_eq!(months(text), "-", "{text:?}: {why}");
    }
}

#[test]
fn no_text_makes_the_reader_fall() {
    let pieces = [
        "2026", "年", "5", "月", "-", "至", "底", "前", "、", "日", "季度", ".", "十", "每年", "喆",
    ];
    let count = pieces.len();
    for number in 0..count.pow(4) {
        let text: String = [1, count, count * count, count * count * count]
            .iter()
            .map(|place| pieces[number / place % count])
            .collect();
        if let Some(times) = read(&text) {
            assert!(!times.points.is_empty(), "{text}: what was read is some time");
        }
    }
}
