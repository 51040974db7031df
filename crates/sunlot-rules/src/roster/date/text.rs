//! Texts that are dates: digits with anything between them, Chinese numerals, two-digit years, a time behind, a beginning
//! before.

use super::{Date, DateFault, Meaning, from_serial};
use crate::day::Day;
use crate::text::half_width;

/// What is written for no end.
const ENDLESS: [&str; 11] = [
    "长期",
    "长期有效",
    "永久",
    "永久有效",
    "永续",
    "永续经营",
    "无固定期限",
    "无期限",
    "无限期",
    "不约定期限",
    "长久",
];

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// What a time of day, or a day of the week, is written with beside digits.
const TIME: &str = ":.()时分秒点上下午星期周一二三四五六日";

pub(super) fn read(text: &str, meaning: Meaning, today: Day) -> Result<Date, DateFault> {
    // By far the most are written as we write them.
    if let Some(day) = Day::parse(text) {
        return Ok(Date::Day(day));
    }
    let plain = half_width(text).to_lowercase();
    let plain = plain.trim();
    if ENDLESS.contains(&plain) {
        return Ok(Date::LongTerm);
    }
    if meaning == Meaning::ValidTo
        && let Some(end) = end_of_period(plain)
    {
        return one(end, meaning, today);
    }
    one(plain, meaning, today)
}

/// The end of a period `from … to …`, or of `to …` alone.
fn end_of_period(text: &str) -> Option<&str> {
    if let Some((_, end)) = text.rsplit_once(['至', '到', '~']) {
        return Some(end);
    }
    // A dash between two dates that have no dashes inside.
    let (beginning, end) = text.split_once(['-', '—', '–'])?;
    let whole = |part: &str| part.matches(['.', '/', '年', '月']).count() >= 2;
    (whole(beginning) && (whole(end) || ENDLESS.contains(&end.trim()))).then_some(end)
}

fn one(text: &str, meaning: Meaning, today: Day) -> Result<Date, DateFault> {
    let text = text.trim();
    if ENDLESS.contains(&text) {
        return Ok(Date::LongTerm);
    }
    let text = without_time(text.trim_start_matches(['自', '从']).trim_end_matches('止'));
    let says_year = text.contains('年');
    let (parts, named) = parts(text).ok_or(DateFault::Unreadable)?;
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    match parts[..] {
        [day, month, year] if named == Some(1) => three(year, month, day, meaning, today),
        [month, day, year] if named == Some(0) => three(year, month, day, meaning, today),
        [digits] => unbroken(digits, says_year, meaning, today),
        [year, month] if year.len() == 4 => month_of(year, month),
        [month, year] if year.len() == 4 && !says_year => month_of(year, month),
        [year, month] if year.len() == 2 && says_year => {
            let year = century(value(year)?, 1, 1, meaning, today);
            month_of(&year.to_string(), month)
        }
        [first, second, third] => three(first, second, third, meaning, today),
        _ => Err(DateFault::Unreadable),
    }
}

/// What stands before the time of day.
fn without_time(text: &str) -> &str {
    if let Some((date, time)) = text.split_once(['日', '号']) {
        let is_time = |c: char| c.is_ascii_digit() || c.is_whitespace() || TIME.contains(c);
        return if time.chars().all(is_time) { date } else { text };
    }
    // The last word with a colon in it, and what stands behind it.
    match text.find(':') {
        None => text.trim_end_matches('z'),
        Some(colon) => {
            let before = text.get(..colon).unwrap_or_default();
            let blank = before.rfind(|c: char| c.is_whitespace() || c == 't');
            blank
                .and_then(|blank| text.get(..blank))
                .unwrap_or(text)
                .trim_end()
        }
    }
}

/// The numbers of a date, whatever stands between them; Chinese numerals and English months as digits. And which of them was
/// the name of a month.
fn parts(text: &str) -> Option<(Vec<String>, Option<usize>)> {
    let between = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '-' | '/' | '.' | ',' | '\\' | '年' | '月' | '、' | '—' | '–' | '―' | '\u{B7}' | '\u{3002}'
            )
    };
    let mut parts = Vec::new();
    let mut named = None;
    for part in text.split(between).filter(|part| !part.is_empty()) {
        parts.push(match part {
            digits if digits.bytes().all(|b| b.is_ascii_digit()) => digits.to_owned(),
            word if word.is_ascii() => {
                named = Some(parts.len());
                english_month(word)?
            }
            numerals => chinese(numerals)?,
        });
    }
    (!parts.is_empty()).then_some((parts, named))
}

fn english_month(word: &str) -> Option<String> {
    let month = MONTHS
        .iter()
        .position(|month| word.len() >= 3 && word.starts_with(month))?;
    Some((month + 1).to_string())
}

/// Chinese numerals as digits: digits in a row, as years are written, or tens and ones.
fn chinese(numerals: &str) -> Option<String> {
    const DIGITS: [&[char]; 10] = [
        &['〇', '零', '○', 'o'],
        &['一', '壹', '元'],
        &['二', '贰', '两'],
        &['三', '叁'],
        &['四', '肆'],
        &['五', '伍'],
        &['六', '陆'],
        &['七', '柒'],
        &['八', '捌'],
        &['九', '玖'],
    ];
    let digit = |c: char| {
        (0..)
            .zip(DIGITS)
            .find(|(_, all)| all.contains(&c))
            .map(|(d, _)| d)
    };
    let digits = |text: &str| text.chars().map(digit).collect::<Option<Vec<u32>>>();
    let plain = numerals
        .replace('廿', "二十")
        .replace('卅', "三十")
        .replace('拾', "十");
    let Some((tens, ones)) = plain.split_once('十') else {
        let digits = digits(&plain)?;
        return Some(digits.iter().map(ToString::to_string).collect());
    };
    let one_digit = |text: &str, absent: u32| match digits(text)?[..] {
        [] => Some(absent),
        [digit] => Some(digit),
        _ => None,
    };
    Some((one_digit(tens, 1)? * 10 + one_digit(ones, 0)?).to_string())
}

/// One run of digits.
fn unbroken(digits: &str, says_year: bool, meaning: Meaning, today: Day) -> Result<Date, DateFault> {
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    match digits.len() {
        4 => Ok(Date::Year(year(digits)?)),
        2 if says_year => Ok(Date::Year(century(value(digits)?, 1, 1, meaning, today))),
        5 => {
            let serial = digits
                .parse()
                .ok()
                .and_then(|serial: i32| from_serial(serial, false));
            Err(serial.map_or(DateFault::Unreadable, DateFault::SerialAsText))
        }
        6 => {
            let month = month_of(part(0, 4), part(4, 6)).ok();
            let month =
                month.filter(|month| matches!(month, Date::Month(year, _) if (1900..2100).contains(year)));
            let day = short(part(0, 2), part(2, 4), part(4, 6), meaning, today).ok();
            match (month, day) {
                (Some(_), Some(_)) => Err(DateFault::Ambiguous),
                (Some(date), None) | (None, Some(date)) => Ok(date),
                (None, None) => Err(DateFault::Unreadable),
            }
        }
        // A time may follow without anything between.
        8 | 12 | 14 => long(part(0, 4), part(4, 6), part(6, 8)),
        _ => Err(DateFault::Unreadable),
    }
}

/// Three numbers: the year stands first, or its four digits last.
fn three(first: &str, second: &str, third: &str, meaning: Meaning, today: Day) -> Result<Date, DateFault> {
    match (first.len(), second.len(), third.len()) {
        (4, 1 | 2, 1 | 2) => long(first, second, third),
        (1 | 2, 1 | 2, 4) => {
            let month_first = long(third, first, second);
            let day_first = long(third, second, first);
            match (month_first, day_first) {
                (Ok(one), Ok(other)) if one != other => Err(DateFault::Ambiguous),
                (Ok(date), _) | (_, Ok(date)) => Ok(date),
                (fault, _) => fault,
            }
        }
        (1 | 2, 1 | 2, 1 | 2) => short(first, second, third, meaning, today).or_else(|fault| {
            // Only the American order is left, if anything.
            if third.len() == 2 {
                short(third, first, second, meaning, today).map_err(|_| fault)
            } else {
                Err(fault)
            }
        }),
        _ => Err(DateFault::Unreadable),
    }
}

fn long(year: &str, month: &str, day: &str) -> Result<Date, DateFault> {
    let day = Day::new(self::year(year)?, small(month)?, small(day)?);
    day.map(Date::Day).ok_or(DateFault::NoSuchDay)
}

/// A year of two digits, a month and a day.
fn short(year: &str, month: &str, day: &str, meaning: Meaning, today: Day) -> Result<Date, DateFault> {
    let (month, day) = (small(month)?, small(day)?);
    let year = century(value(year)?, month, day, meaning, today);
    let day = Day::new(year, month, day);
    day.map(Date::Day).ok_or(DateFault::NoSuchDay)
}

/// The century of a two-digit year: ours, unless that would be in the future where the past is meant.
fn century(year: u16, month: u8, day: u8, meaning: Meaning, today: Day) -> u16 {
    let ours = 2000 + year;
    let future = Day::new(ours, month, day).is_some_and(|day| day > today) || ours > today.year();
    if meaning != Meaning::ValidTo && future {
        1900 + year
    } else {
        ours
    }
}

fn month_of(year: &str, month: &str) -> Result<Date, DateFault> {
    match (self::year(year)?, small(month)?) {
        (year, month @ 1..=12) => Ok(Date::Month(year, month)),
        _ => Err(DateFault::NoSuchDay),
    }
}

fn year(digits: &str) -> Result<u16, DateFault> {
    match value(digits)? {
        0 => Err(DateFault::NoSuchDay),
        year => Ok(year),
    }
}

fn value(digits: &str) -> Result<u16, DateFault> {
    digits.parse().map_err(|_| DateFault::Unreadable)
}

fn small(digits: &str) -> Result<u8, DateFault> {
    u8::try_from(value(digits)?).map_err(|_| DateFault::NoSuchDay)
}
