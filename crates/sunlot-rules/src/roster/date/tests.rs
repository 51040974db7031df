//! Dates as they stand in real lists.

use super::*;
use crate::roster::cell::{RawCell, clean};

fn today() -> Day {
    Day::new(2026, 11, 22).unwrap()
}

fn of_text(text: &str, meaning: Meaning) -> Result<Option<Date>, DateFault> {
    read(&clean(&RawCell::Text(text)), meaning, today())
}

fn of_number(text: &str, meaning: Meaning) -> Result<Option<Date>, DateFault> {
    read(&clean(&RawCell::Number { text, shown: None }), meaning, today())
}

fn told(found: Result<Option<Date>, DateFault>) -> String {
    match found {
        Ok(Some(date)) => date.to_string(),
        Ok(None) => "nothing".to_owned(),
        Err(fault) => format!("{fault:?}"),
    }
}

#[test]
fn case_21_every_way_to_write_a_day_is_the_same_day() {
    for text in [
        "2016-10-08",
        "2016年10月8日",
        "2016年10月08日",
        "2016.10.8",
        "2016/10/8",
        "2016-10-8",
        "20161008",
        "16.10.8",
        "16/10/8",
        "16年10月8日",
        "二〇一六年十月八日",
        "二零一六年十月八日",
        "二○一六年十月八日",
        "２０１６．１０．８",
        "2016 10 8",
        "2016、10、8",
        "2016年10月8号",
        "2016—10—08",
        "2016年 10月 8日",
        "2016-10-08 00:00:00",
        "2016-10-08T08:30:00.000Z",
        "2016/10/8 8:30",
        "2016年10月8日 8时30分",
        "20161008083000",
        "2016。10。8",
        "8-Oct-2016",
        "Oct 8, 2016",
        "08-OCT-16",
        "2016年10月8日（星期六）",
        "161008",
    ] {
        assert_eq!(told(of_text(text, Meaning::Founded)), "2016-10-08", "{text}");
    }
    for (text, day) in [
        ("二〇二一年二月二十八日", "2021-02-28"),
        ("二〇二一年十二月卅一日", "2021-12-31"),
        ("一九九八年廿月一日", "NoSuchDay"),
        ("二〇二一年十月廿日", "2021-10-20"),
        ("13/10/2016", "2016-10-13"),
        ("10/13/2016", "2016-10-13"),
        ("10/13/16", "2016-10-13"),
        ("8/8/2016", "2016-08-08"),
        ("85.3.1", "1985-03-01"),
        ("26.12.1", "1926-12-01"),
    ] {
        assert_eq!(told(of_text(text, Meaning::Founded)), day, "{text}");
    }
}

#[test]
fn case_21_a_month_stays_a_month_and_a_year_a_year() {
    for (text, kept) in [
        ("2016年10月", "2016-10"),
        ("2016.10", "2016-10"),
        ("2016-1", "2016-01"),
        ("二〇一六年十月", "2016-10"),
        ("10/2016", "2016-10"),
        ("201610", "2016-10"),
        ("2016年", "2016"),
        ("2016", "2016"),
        ("98年", "1998"),
        ("16年10月", "2016-10"),
    ] {
        assert_eq!(told(of_text(text, Meaning::Founded)), kept, "{text} says no more");
    }
    let month = Date::Month(2026, 2);
    assert_eq!(
        month.first().unwrap().to_string(),
        "2026-02-01",
        "it may mean its first day"
    );
    assert_eq!(
        month.last().unwrap().to_string(),
        "2026-02-28",
        "what is valid to a month, to its end"
    );
    assert!(!month.is_exact(), "and it says so");
}

#[test]
fn case_21_what_has_no_end_is_said_in_many_words_and_kept_in_one() {
    for text in [
        "长期",
        "长期有效",
        "永久",
        "无固定期限",
        "9999-09-09",
        "9999-12-31",
        "9999年12月31日",
        "99991231",
        "2999-12-31",
    ] {
        assert_eq!(
            of_text(text, Meaning::ValidTo),
            Ok(Some(Date::LongTerm)),
            "{text}"
        );
        assert_eq!(
            of_text(text, Meaning::Founded),
            Err(DateFault::Endless),
            "{text}: nothing is founded so"
        );
    }
    assert_eq!(
        of_number("2958465", Meaning::ValidTo),
        Ok(Some(Date::LongTerm)),
        "as a day's number"
    );
    assert_eq!(Date::LongTerm.to_string(), "9999-12-31", "one form is kept");
}

#[test]
fn case_21_of_a_period_its_end_counts_where_an_end_is_asked_for() {
    for (text, kept) in [
        ("2022-01-01至2027-01-01", "2027-01-01"),
        ("自2022年1月1日至2027年1月1日止", "2027-01-01"),
        ("2022.01.01-2027.01.01", "2027-01-01"),
        ("2022/1/1—2027/1/1", "2027-01-01"),
        ("2022.1.1-长期", "9999-12-31"),
        ("至2027年3月", "2027-03"),
        ("2022.01.01~2027.01.01", "2027-01-01"),
    ] {
        assert_eq!(told(of_text(text, Meaning::ValidTo)), kept, "{text}");
    }
    assert_eq!(
        of_text("2022-01-01至2027-01-01", Meaning::Founded),
        Err(DateFault::Unreadable),
        "nothing is founded for a period"
    );
}

#[test]
fn case_21_what_can_be_read_in_two_ways_is_not_read() {
    for (text, fault) in [
        ("8/10/2016", "Ambiguous"),
        ("201012", "Ambiguous"),
        ("2016108", "Unreadable"),
        ("10月8日", "Unreadable"),
        ("腊月初八", "Unreadable"),
        ("2016-02-30", "NoSuchDay"),
        ("2016-13-01", "NoSuchDay"),
        ("2016-10-00", "NoSuchDay"),
        ("0000-00-00", "NoSuchDay"),
        ("2016-10-08-09", "Unreadable"),
        ("甲", "Unreadable"),
        ("2016年10月8日和2017年", "Unreadable"),
    ] {
        assert_eq!(told(of_text(text, Meaning::Founded)), fault, "{text}");
    }
    for nothing in ["", "-", "/", "无", "不详"] {
        assert_eq!(
            of_text(nothing, Meaning::Founded),
            Ok(None),
            "{nothing:?} is no date and no fault"
        );
    }
}

#[test]
fn case_20_numbers_of_days_are_days() {
    for (number, day) in [
        ("42473", "2016-04-13"),
        ("42473.0", "2016-04-13"),
        ("42473.75", "2016-04-13"),
        ("20161008", "2016-10-08"),
        ("2016", "2016"),
        ("201610", "2016-10"),
        ("2016.11", "2016-11"),
        ("2016.1", "Ambiguous"),
        ("1", "Unreadable"),
        ("913300000000000", "Unreadable"),
        ("9.13E+17", "Unreadable"),
        ("-42473", "Unreadable"),
    ] {
        assert_eq!(told(of_number(number, Meaning::Founded)), day, "{number}");
    }
    assert_eq!(
        of_text("42473", Meaning::Founded),
        Err(DateFault::SerialAsText(Day::new(2016, 4, 13).unwrap())),
        "as text it is told, and not taken"
    );
    for (serial, base_1904, day) in [
        (1, false, Some("1900-01-01")),
        (59, false, Some("1900-02-28")),
        (60, false, None),
        (61, false, Some("1900-03-01")),
        (0, true, Some("1904-01-01")),
        (41_011, true, Some("2016-04-13")),
        (-1, false, None),
        (i32::MAX, true, None),
    ] {
        let found = from_serial(serial, base_1904).map(|day| day.to_string());
        assert_eq!(found.as_deref(), day, "{serial} from 1904: {base_1904}");
    }
}

#[test]
fn case_22_a_date_of_the_wrong_kind_shows_by_when_it_is() {
    let day = |y, m, d| Day::new(y, m, d).unwrap();
    for (text, meaning, found) in [
        (
            "1989-07-19",
            Meaning::ValidTo,
            Err(DateFault::TooEarly {
                earliest: day(2000, 1, 1),
            }),
        ),
        (
            "2101-01-01",
            Meaning::ValidTo,
            Err(DateFault::TooLate {
                latest: day(2100, 12, 31),
            }),
        ),
        (
            "2020-07-19",
            Meaning::ValidTo,
            Ok(Some(Date::Day(day(2020, 7, 19)))),
        ),
        (
            "1900-01-01",
            Meaning::Founded,
            Err(DateFault::TooEarly {
                earliest: day(1900, 1, 2),
            }),
        ),
        (
            "1953-05-01",
            Meaning::Founded,
            Ok(Some(Date::Day(day(1953, 5, 1)))),
        ),
        (
            "2026-11-23",
            Meaning::Founded,
            Err(DateFault::TooLate { latest: today() }),
        ),
        ("2026-11-22", Meaning::Past, Ok(Some(Date::Day(today())))),
        ("2026-11", Meaning::Past, Ok(Some(Date::Month(2026, 11)))),
        (
            "2026-12",
            Meaning::Past,
            Err(DateFault::TooLate { latest: today() }),
        ),
        (
            "1949-10-01",
            Meaning::Past,
            Err(DateFault::TooEarly {
                earliest: day(1950, 1, 1),
            }),
        ),
        (
            "1965-03-05",
            Meaning::Visited,
            Err(DateFault::TooEarly {
                earliest: day(1980, 1, 1),
            }),
        ),
        (
            "1980-01-01",
            Meaning::Visited,
            Ok(Some(Date::Day(day(1980, 1, 1)))),
        ),
        ("9999-12-31", Meaning::Visited, Err(DateFault::Endless)),
    ] {
        assert_eq!(of_text(text, meaning), found, "{text} as {meaning:?}");
    }
    let born = RawCell::Date("1989-07-19T00:00:00");
    assert!(
        read(&clean(&born), Meaning::ValidTo, today()).is_err(),
        "a real date of the wrong kind as well"
    );
}

#[test]
fn what_is_kept_reads_back_and_nothing_else_does() {
    for date in [
        Date::Day(today()),
        Date::Month(2016, 1),
        Date::Month(2016, 12),
        Date::Year(1998),
        Date::LongTerm,
    ] {
        assert_eq!(Date::parse(&date.to_string()), Some(date), "{date}");
    }
    for text in [
        "",
        "2016-13",
        "2016-00",
        "0000",
        "2016/10",
        "2016-10-8",
        "+998",
        "201-610",
    ] {
        assert_eq!(Date::parse(text), None, "{text:?} was never written");
    }
}

#[test]
fn every_day_of_a_century_reads_back_from_every_writing_of_it() {
    let mut day = Day::new(1950, 1, 1).unwrap();
    while day < today() {
        let (y, m, d) = (day.year(), day.month(), day.day());
        for text in [
            format!("{y}年{m}月{d}日"),
            format!("{y}.{m}.{d}"),
            format!("{y}{m:02}{d:02}"),
            format!("{y}/{m}/{d} 0:00"),
        ] {
            assert_eq!(
                of_text(&text, Meaning::Founded),
                Ok(Some(Date::Day(day))),
                "{text}"
            );
        }
        let serial = (day.number() - Day::new(1899, 12, 30).unwrap().number()).to_string();
        assert_eq!(
            of_number(&serial, Meaning::Founded),
            Ok(Some(Date::Day(day))),
            "{serial}"
        );
        day = day.plus(17).unwrap();
    }
}
