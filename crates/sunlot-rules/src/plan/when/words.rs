//! The words of a time, one after the other.

use super::Part;
use crate::text::half_width;

/// What a word of a time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A number and how many digits it was written in; a Chinese numeral has none.
    Number(u16, usize),
    Every,
    Year,
    Month,
    Day,
    Quarter,
    /// From this month to that one.
    Span(u8, u8),
    YearEnd,
    Part(Part),
    To,
    And,
    /// A stop, a stroke or a dash between numbers; a dash may also part the ends of a stretch.
    Stroke(char),
    Before,
    From,
    /// It changes nothing.
    Filler,
}

/// Words and what they are; of those that fit, the longest goes.
const WORDS: &[(&str, Token)] = &[
    ("每年", Token::Every),
    ("年度", Token::Year),
    ("年", Token::Year),
    ("月份", Token::Month),
    ("月", Token::Month),
    ("日", Token::Day),
    ("号", Token::Day),
    ("季度", Token::Quarter),
    ("上半年", Token::Span(1, 6)),
    ("下半年", Token::Span(7, 12)),
    ("全年", Token::Span(1, 12)),
    ("全年度", Token::Span(1, 12)),
    ("年内", Token::Span(1, 12)),
    ("年底", Token::YearEnd),
    ("年年底", Token::YearEnd),
    ("年末", Token::YearEnd),
    ("年年末", Token::YearEnd),
    ("底", Token::Part(Part::Late)),
    ("末", Token::Part(Part::Late)),
    ("下旬", Token::Part(Part::Late)),
    ("中旬", Token::Part(Part::Middle)),
    ("上旬", Token::Part(Part::Early)),
    ("初", Token::Part(Part::Early)),
    ("至", Token::To),
    ("到", Token::To),
    ("~", Token::To),
    ("\u{2014}", Token::To),
    ("\u{2014}\u{2014}", Token::To),
    ("\u{2013}", Token::To),
    ("--", Token::To),
    ("-", Token::Stroke('-')),
    (".", Token::Stroke('.')),
    ("/", Token::Stroke('/')),
    ("、", Token::And),
    ("和", Token::And),
    ("及", Token::And),
    (",", Token::And),
    (";", Token::And),
    ("前", Token::Before),
    ("之前", Token::Before),
    ("以前", Token::Before),
    ("止", Token::Before),
    ("起", Token::From),
    ("开始", Token::From),
    ("以后", Token::From),
    ("自", Token::Filler),
    ("从", Token::Filler),
    ("于", Token::Filler),
    ("第", Token::Filler),
    ("完成", Token::Filler),
    ("开展", Token::Filler),
    ("实施", Token::Filler),
    ("期间", Token::Filler),
    ("分批", Token::Filler),
];

/// Chinese numerals, as far as months and quarters need them; the longest goes first.
const NUMERALS: [(&str, u16); 12] = [
    ("十一", 11),
    ("十二", 12),
    ("十", 10),
    ("一", 1),
    ("二", 2),
    ("三", 3),
    ("四", 4),
    ("五", 5),
    ("六", 6),
    ("七", 7),
    ("八", 8),
    ("九", 9),
];

/// The words of a text; `None` where one is no word of a time.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let plain: String = half_width(text).chars().filter(|c| !c.is_whitespace()).collect();
    let mut rest = plain.as_str();
    let mut tokens = Vec::new();
    while !rest.is_empty() {
        let (token, length) = next(rest)?;
        if token != Token::Filler {
            tokens.push(token);
        }
        rest = rest.get(length..)?;
    }
    Some(tokens)
}

fn next(text: &str) -> Option<(Token, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let number = text.get(..digits)?.parse().ok()?;
        return Some((Token::Number(number, digits), digits));
    }
    if let Some((numeral, value)) = NUMERALS.iter().find(|(numeral, _)| text.starts_with(numeral)) {
        return Some((Token::Number(*value, 0), numeral.len()));
    }
    let fitting = WORDS.iter().filter(|(word, _)| text.starts_with(word));
    let (word, token) = fitting.max_by_key(|(word, _)| word.len())?;
    Some((*token, word.len()))
}
