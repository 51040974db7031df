//! Ratios and frequencies of real lists.

use super::*;

fn told(text: &str, column: Column) -> String {
    let reading = read(text, column);
    let bounds = |bounds: Bounds| {
        let end = |end: Option<u32>| end.map(|end| end.to_string()).unwrap_or_default();
        format!("{}..{}", end(bounds.min), end(bounds.max))
    };
    let way = |terms: &Terms| {
        let ratio = terms.ratio.map(|ratio| format!("r{}", bounds(ratio)));
        let times = terms.times.map(|times| {
            let months = times
                .months
                .map(|months| format!("/{months}"))
                .unwrap_or_default();
            format!("t{}{months}", bounds(times.times))
        });
        let targets = terms.targets.map(|targets| format!("n{}", bounds(targets)));
        [ratio, times, targets]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let ways: Vec<String> = reading.ways.iter().map(way).collect();
    ways.join(" | ") + if reading.open { " | ?" } else { "" }
}

#[test]
fn ratios_of_real_lists_are_read_for_their_bounds() {
    for (text, expected) in [
        ("不低于3%或按专项计划确定", "r300.. | ?"),
        ("抽查比例不少于2‰", "r20.."),
        ("5%—10%", "r500..1000"),
        ("5-10%", "r500..1000"),
        ("2-5‰", "r20..50"),
        ("10-5%", " | ?"),
        ("5%-10户", " | ?"),
        ("3至5户", "n3..5"),
        ("5%", "r500..500"),
        ("5％", "r500..500"),
        ("０．５％", "r50..50"),
        ("0.05%", "r5..5"),
        ("12.5%", "r1250..1250"),
        ("≥5%", "r500.."),
        ("不超过20%", "r..2000"),
        ("3%以上", "r300.."),
        ("百分之五", "r500..500"),
        ("100%", "r10000..10000"),
        ("全覆盖", "r10000..10000"),
        ("全覆盖/100%", "r10000..10000"),
        ("每年5%", "r500..500"),
        ("10%、20%", "r1000..1000 | ?"),
        ("年度抽查比例不低于5%", "r500.."),
        ("10户", "n10..10"),
        ("不少于10家", "n10.."),
        ("监管对象总数的5%", "r500..500"),
    ] {
        assert_eq!(told(text, Column::Ratio), expected, "{text}");
    }
}

#[test]
fn frequencies_of_real_lists_are_read_for_their_bounds() {
    for (text, expected) in [
        ("对同一单位每2年抽查不超过1次", "t..1/24"),
        ("每季度一次", "t1..1/3"),
        ("每年1次", "t1..1/12"),
        ("1次/年", "t1..1/12"),
        ("每年不少于两次", "t2../12"),
        ("每半年1次", "t1..1/6"),
        ("每月1-2次", "t1..2/1"),
        ("=1", "t1..1"),
        (">=1", "t1.."),
        ("≥1", "t1.."),
        ("1", "t1..1"),
        ("每两年一次", "t1..1/24"),
        ("每6个月一次", "t1..1/6"),
        ("年度1次", "t1..1/12"),
    ] {
        assert_eq!(told(text, Column::Frequency), expected, "{text}");
    }
}

#[test]
fn both_in_one_text_are_read_way_by_way() {
    assert_eq!(
        told("每年1次20%；或者每年2次各10%", Column::Both),
        "r2000..2000 t1..1/12 | r1000..1000 t2..2/12",
        "two ways, each with its own ratio"
    );
    let reading = read("每年1次20%；或者每年2次各10%", Column::Both);
    assert_eq!(
        reading.ratio(),
        Some(Bounds {
            min: Some(1000),
            max: Some(2000)
        }),
        "over both ways"
    );
    assert_eq!(
        reading.times(),
        Some(Times {
            times: Bounds {
                min: Some(1),
                max: Some(2)
            },
            months: Some(12)
        }),
        "both count by the year"
    );
    assert!(!reading.open, "and nothing was left over");
    assert_eq!(
        told("5%，每年1次", Column::Both),
        "r500..500 t1..1/12",
        "the usual form"
    );
}

#[test]
fn what_cannot_be_read_has_no_bounds() {
    for text in [
        "根据实际情况确定",
        "按上级要求",
        "适时",
        "5",
        "0.05",
        "0.123%",
        "200%",
        "详见附件",
        "按计划",
        "99999999999%",
    ] {
        assert_eq!(
            told(text, Column::Ratio),
            " | ?",
            "{text} binds nobody to a number"
        );
    }
    assert_eq!(
        told("", Column::Both),
        "",
        "nothing says nothing, and that is understood"
    );
    assert_eq!(told("  ", Column::Both), "", "and so do blanks");
    let half = read("不低于3%或按专项计划确定", Column::Ratio);
    assert!(
        half.open,
        "a way that is not understood keeps the bounds from being the whole truth"
    );
    assert_eq!(
        half.ratio(),
        Some(Bounds {
            min: Some(300),
            max: None
        }),
        "those that are, are there"
    );
}

#[test]
fn bounds_hold_what_lies_within_them() {
    let from = Bounds {
        min: Some(300),
        max: None,
    };
    assert!(from.hold(300) && from.hold(10_000), "the end belongs to them");
    assert!(!from.hold(299), "and nothing below");
    assert!(
        Bounds::exactly(5).hold(5) && !Bounds::exactly(5).hold(6),
        "just this"
    );
}

#[test]
fn no_text_makes_the_reader_fall() {
    let pieces = [
        "每",
        "年",
        "5",
        "%",
        "‰",
        "或",
        "至",
        "不低于",
        "次",
        "户",
        "百分之",
        "十",
        ".",
        "/",
        "x",
        "，",
        "全覆盖",
    ];
    // Texts of four of them, evenly spread over all.
    let count = pieces.len();
    for number in (0..count.pow(4)).step_by(23) {
        let text: String = (0..4u32)
            .map(|place| pieces[number / count.pow(place) % count])
            .collect();
        let reading = read(&text, Column::Both);
        for bounds in [reading.ratio(), reading.targets()].into_iter().flatten() {
            let both = bounds.min.zip(bounds.max);
            assert!(both.is_none_or(|(min, max)| min <= max), "{text}: {bounds:?}");
        }
        assert!(
            reading
                .ratio()
                .and_then(|ratio| ratio.max)
                .is_none_or(|max| max <= 10_000),
            "{text}: nobody inspects more than all"
        );
    }
}
