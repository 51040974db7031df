//! Several values in one cell: names, tags, telephone numbers, certificates.

use super::cert;
use crate::text::{half_width, is_han};

/// What stands between values: every comma, stop and stroke of Chinese and Latin writing, and line breaks.
fn is_between(c: char) -> bool {
    matches!(
        c,
        '\u{3001}'
            | '\u{FF0C}'
            | ','
            | '\u{FF1B}'
            | ';'
            | '/'
            | '\u{FF0F}'
            | '|'
            | '\u{FF5C}'
            | '\n'
            | '\r'
            | '\t'
    )
}

/// The values of a cell. Blanks part values only where no sign does, and only Chinese ones of two characters at least: a name
/// may have a blank inside.
pub fn values(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for part in outside_brackets(text, is_between) {
        let words: Vec<&str> = part.split_whitespace().collect();
        let whole_words = words
            .iter()
            .all(|word| word.chars().filter(|c| is_han(*c)).count() >= 2);
        if words.len() > 1 && whole_words {
            found.extend(words.iter().map(ToString::to_string));
        } else {
            found.push(part.trim().to_owned());
        }
    }
    found.retain(|value| !value.is_empty());
    let mut seen: Vec<String> = Vec::new();
    found.retain(|value| {
        let new = !seen.contains(value);
        seen.push(value.clone());
        new
    });
    found
}

/// How many people a cell names: `raw` as it stood there, with its lines, and `text` as it was meant. A blank parts nobody,
/// because a name may have one inside, and neither does a line break within one name.
pub fn people(raw: &str, text: &str) -> usize {
    let lines = raw.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines: Vec<&str> = lines.collect();
    let names = lines.iter().all(|line| line.chars().count() > 1);
    let parts = outside_brackets(text, is_between);
    let parts = parts.iter().filter(|part| !part.trim().is_empty()).count();
    parts.max(if names { lines.len() } else { 1 })
}

/// Parts of a text between signs that stand outside of brackets.
fn outside_brackets(text: &str, between: impl Fn(char) -> bool) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut depth = 0u32;
    let mut from = 0;
    for (place, c) in text.char_indices() {
        match c {
            '(' | '\u{FF08}' => depth += 1,
            ')' | '\u{FF09}' => depth = depth.saturating_sub(1),
            c if depth == 0 && between(c) => {
                parts.push(text.get(from..place).unwrap_or_default());
                from = place + c.len_utf8();
            }
            _ => {}
        }
    }
    // A bracket that is never closed hides nothing.
    if depth > 0 {
        return text.split(between).collect();
    }
    parts.push(text.get(from..).unwrap_or_default());
    parts
}

/// What kind of number one dials.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneKind {
    /// A mobile number: personal, and masked where it is shown.
    Mobile,
    /// A fixed number, a hot line.
    Fixed,
    /// Digits that nobody can dial.
    Unclear,
}

/// A telephone number, and whose it is, where that stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// The number as it is written, in half-width.
    pub number: String,
    /// What kind it is.
    pub kind: PhoneKind,
    /// The name beside it.
    pub name: Option<String>,
}

/// What a cell of telephone numbers holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phones {
    /// The numbers.
    pub numbers: Vec<Phone>,
    /// Names without a number.
    pub names: Vec<String>,
}

/// Names and numbers of a cell, in any order and with anything between them.
pub fn phones(text: &str) -> Phones {
    // By far the most cells hold one number and nothing else.
    if let Some(kind) = plain_number(text) {
        let (number, name) = (text.to_owned(), None);
        return Phones {
            numbers: vec![Phone { number, kind, name }],
            ..Phones::default()
        };
    }
    let plain: String = half_width(text)
        .chars()
        .map(|c| {
            if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') {
                '-'
            } else {
                c
            }
        })
        .collect();
    let mut found = Phones::default();
    let mut waiting: Option<String> = None;
    for token in tokens(&plain) {
        match token {
            Token::Number(number) => {
                let kind = kind_of(&number);
                let name = waiting.take();
                found.numbers.push(Phone { number, kind, name });
            }
            Token::Name(name) => {
                // A name in brackets, or right behind a number that has none, is that number's.
                match found.numbers.last_mut() {
                    Some(last) if last.name.is_none() && waiting.is_none() && name.behind => {
                        last.name = Some(name.text);
                    }
                    _ => found.names.extend(waiting.replace(name.text)),
                }
            }
        }
    }
    found.names.extend(waiting);
    found
}

/// What a text is that is one number, written without anything around it.
fn plain_number(text: &str) -> Option<PhoneKind> {
    let (area, rest) = text.split_once('-').unwrap_or(("", text));
    let digits = area.len() + rest.len();
    if !area.bytes().chain(rest.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    match text.as_bytes() {
        [b'1', b'3'..=b'9', ..] if digits == 11 && area.is_empty() => Some(PhoneKind::Mobile),
        [b'0', ..] if (10..=12).contains(&digits) && (3..=4).contains(&area.len()) => Some(PhoneKind::Fixed),
        _ => None,
    }
}

enum Token {
    Number(String),
    Name(Named),
}

struct Named {
    text: String,
    /// Whether it stands right behind a number.
    behind: bool,
}

/// Runs of digits with what belongs to a number, and runs of letters.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut run = String::new();
    let mut in_number = false;
    let mut part_ended = true;
    let characters: Vec<char> = text.chars().chain(['\n']).collect();
    for (place, c) in characters.iter().copied().enumerate() {
        let next = characters.get(place + 1).copied().unwrap_or('\n');
        let dialled = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+');
        let goes_on = in_number
            && (dialled(c)
                || (matches!(c, '\u{8F6C}' | '(' | ')' | ' ')
                    && next.is_ascii_digit()
                    && !starts_mobile(&characters[place + 1..], &run)));
        let begins = !in_number && (c.is_ascii_digit() || c == '+' || (c == '(' && next == '0'));
        if goes_on || (begins && run.is_empty()) {
            in_number = true;
            run.push(c);
            continue;
        }
        if begins || in_number || is_name_end(c) {
            finish(&mut run, in_number, part_ended, &mut tokens);
            part_ended = is_between(c);
            in_number = begins;
        }
        if begins || !(is_name_end(c) || c == '-') {
            run.push(c);
        }
    }
    tokens
}

fn is_name_end(c: char) -> bool {
    is_between(c) || c.is_whitespace() || matches!(c, '(' | ')' | ':')
}

/// Whether behind a blank another number begins, and not the rest of this one.
fn starts_mobile(rest: &[char], run: &str) -> bool {
    let length = rest.iter().take_while(|c| c.is_ascii_digit()).count();
    let had = run.chars().filter(char::is_ascii_digit).count();
    length >= 7 && had >= 7
}

fn finish(run: &mut String, in_number: bool, part_ended: bool, tokens: &mut Vec<Token>) {
    let text = std::mem::take(run).trim().to_owned();
    if text.is_empty() {
        return;
    }
    let said = ["电话", "手机", "联系电话", "办公", "固话", "座机", "传真", "TEL"];
    tokens.push(match () {
        () if in_number => Token::Number(text),
        () if said.contains(&text.to_uppercase().as_str()) => return,
        () => Token::Name(Named {
            text,
            behind: !part_ended,
        }),
    });
}

fn kind_of(number: &str) -> PhoneKind {
    let bare = number.strip_prefix("+86").unwrap_or(number);
    if crate::personal::mobile_phone(bare).is_ok() {
        return PhoneKind::Mobile;
    }
    match crate::phone::parse(number) {
        Ok(_) => PhoneKind::Fixed,
        Err(_) => PhoneKind::Unclear,
    }
}

/// Case 44: the certificates of a cell, each as it is kept. What stands before a colon only says which one it is.
pub fn certificates(text: &str) -> Vec<String> {
    let bare = |value: &String| {
        let plain = half_width(value);
        let number = plain
            .rsplit_once(':')
            .map_or(plain.as_str(), |(_, number)| number);
        cert::kept(number)
    };
    // A number may end in a year in brackets, but a blank in it parts two when each has digits enough.
    let mut found = Vec::new();
    for value in values(text) {
        let words: Vec<&str> = value.split_whitespace().collect();
        let numbers = words
            .iter()
            .all(|word| word.chars().filter(char::is_ascii_digit).count() >= 5);
        match words.len() {
            2.. if numbers => found.extend(words.iter().map(|word| bare(&(*word).to_owned()))),
            _ => found.push(bare(&value)),
        }
    }
    found.retain(|number| !number.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_stands_in_a_cell_or_it_is_told() {
        for (raw, text, expected) in [
            ("张三", "张三", 1),
            ("张三、李四", "张三、李四", 2),
            ("张三/李四，王五", "张三/李四，王五", 3),
            ("张三\n李四", "张三 李四", 2),
            ("王  刚", "王  刚", 1),
            ("王\n刚", "王 刚", 1),
            ("欧阳 娜娜", "欧阳 娜娜", 1),
            ("阿卜杜拉·买买提", "阿卜杜拉·买买提", 1),
            ("李（王+文）", "李（王+文）", 1),
            ("", "", 0),
        ] {
            assert_eq!(people(raw, text), expected, "{raw:?}");
        }
    }

    #[test]
    fn case_34_a_number_alone_is_read_as_it_is_among_others() {
        for number in [
            "13800000000",
            "0312-8682345",
            "010-12345678",
            "0312-86823456",
            "19900000000",
        ] {
            assert!(plain_number(number).is_some(), "{number} needs no parting");
            let among = format!("{number}、12345");
            assert_eq!(
                phones(number).numbers,
                phones(&among).numbers[..1],
                "{number}: the shortcut leads to the same"
            );
        }
        for other in ["12345", "0312-8682345-1", "12800000000", "0312 8682345", "-", ""] {
            assert_eq!(plain_number(other), None, "{other:?} is looked at closely");
        }
    }

    // Case 35: separators mixed in one cell.
    #[test]
    fn case_34_values_are_parted_at_every_sign() {
        for (text, expected) in [
            ("张三、李四", &["张三", "李四"][..]),
            (
                "张三，李四,王五;赵六；钱七/孙八",
                &["张三", "李四", "王五", "赵六", "钱七", "孙八"],
            ),
            ("张三 李四", &["张三", "李四"]),
            ("王 刚", &["王 刚"]),
            ("张三\n李四", &["张三", "李四"]),
            ("、张三、、", &["张三"]),
            ("张三、张三", &["张三"]),
            ("", &[]),
            (
                "A01.直销检查，A02.商品质量检查",
                &["A01.直销检查", "A02.商品质量检查"],
            ),
            (
                "C08.特种设备生产（含设计、制造、安装）检查、C09.检测",
                &["C08.特种设备生产（含设计、制造、安装）检查", "C09.检测"],
            ),
            ("甲（乙、丙", &["甲（乙", "丙"]),
        ] {
            assert_eq!(values(text), expected, "{text:?}");
        }
    }

    fn read(text: &str) -> String {
        let found = phones(text);
        let numbers = found.numbers.iter().map(|phone| {
            let name = phone.name.as_deref().unwrap_or("?");
            format!("{name}={}:{:?}", phone.number, phone.kind)
        });
        let names = found.names.iter().map(|name| format!("{name}="));
        numbers.chain(names).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn case_34_names_and_numbers_of_one_cell_are_told_apart() {
        for (text, expected) in [
            (
                "张三 13800000000/0312-7000000",
                "张三=13800000000:Mobile ?=0312-7000000:Fixed",
            ),
            (
                "13800000000/0312-7000000",
                "?=13800000000:Mobile ?=0312-7000000:Fixed",
            ),
            (
                "张三13800000000、李四13900000000",
                "张三=13800000000:Mobile 李四=13900000000:Mobile",
            ),
            ("13800000000（张三）", "张三=13800000000:Mobile"),
            (
                "13800000000 张三，13900000000 李四",
                "张三=13800000000:Mobile 李四=13900000000:Mobile",
            ),
            ("138 0000 0000", "?=138 0000 0000:Mobile"),
            (
                "13800000000 13900000000",
                "?=13800000000:Mobile ?=13900000000:Mobile",
            ),
            ("(0312)7000000转802", "?=(0312)7000000转802:Fixed"),
            ("０３１２－７００００００", "?=0312-7000000:Fixed"),
            (
                "电话：0312-7000000 手机：13800000000",
                "?=0312-7000000:Fixed ?=13800000000:Mobile",
            ),
            ("张三", "张三="),
            ("1380000000", "?=1380000000:Unclear"),
            ("+86 13800000000", "?=+86 13800000000:Mobile"),
            ("", ""),
        ] {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }

    #[test]
    fn case_44_two_certificates_in_one_cell_are_two() {
        for (text, expected) in [
            ("13060901001、豫P-12345", &["13060901001", "豫P-12345"][..]),
            ("13060901001\n13060901002", &["13060901001", "13060901002"]),
            ("13060901001 13060901002", &["13060901001", "13060901002"]),
            (
                "省证：13060901001；部门证：豫p-12345",
                &["13060901001", "豫P-12345"],
            ),
            ("豫P 12345", &["豫P12345"]),
            ("", &[]),
        ] {
            assert_eq!(certificates(text), expected, "{text:?}");
        }
    }
}
