//! Names: a key by which two writings of one name are the same, signs that a character is missing, and characters that other
//! systems cannot show. The name itself is never changed.

use unicode_normalization::UnicodeNormalization;

use crate::text::{is_han, is_invisible};

/// What is the same for two writings of one name: width, brackets, blanks, middle dots, dashes and case do not count.
pub fn key(name: &str) -> String {
    // By far the most names need no table of Unicode to be looked up.
    if name.chars().all(is_simple) {
        let seen = name.chars().filter(|c| !c.is_ascii() || c.is_ascii_graphic());
        return seen.map(|c| alike(c).to_ascii_uppercase()).collect();
    }
    let counts = |c: &char| !c.is_whitespace() && !is_invisible(*c);
    name.nfkc()
        .filter(counts)
        .map(alike)
        .flat_map(char::to_uppercase)
        .collect()
}

/// Characters that stand for themselves wherever they stand, but for what is `alike`.
fn is_simple(c: char) -> bool {
    c.is_ascii() || is_basic(c) || matches!(c, '\u{B7}' | '\u{3001}' | '\u{3002}' | '\u{FF08}' | '\u{FF09}')
}

/// The first and largest block of Chinese characters.
fn is_basic(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// One character for all that mean the same in a name.
fn alike(c: char) -> char {
    match c {
        '(' | '[' | '{' | '<' | '\u{3008}' | '\u{300A}' | '\u{3010}' | '\u{3014}' | '\u{3016}'
        | '\u{2329}' | '\u{FF08}' => '(',
        ')' | ']' | '}' | '>' | '\u{3009}' | '\u{300B}' | '\u{3011}' | '\u{3015}' | '\u{3017}'
        | '\u{232A}' | '\u{FF09}' => ')',
        '.' | '\u{B7}' | '\u{2022}' | '\u{2027}' | '\u{2219}' | '\u{22C5}' | '\u{30FB}' | '\u{318D}'
        | '\u{387}' => '\u{B7}',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FC}' => '-',
        '\u{201C}' | '\u{201D}' => '"',
        '\u{2018}' | '\u{2019}' => '\'',
        c => c,
    }
}

/// A sign that somebody's system could not write a character of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MissingSign {
    /// A mark in its place: a question mark, an empty box, the replacement character.
    Mark(char),
    /// A character of a private area, which every system shows differently.
    PrivateUse(char),
    /// Its sound: `Yan3`.
    Sound(String),
    /// Its parts: `(A+B)`.
    Parts(String),
}

/// The first sign that a character of this name is missing.
pub fn missing_characters(name: &str) -> Option<MissingSign> {
    // A sign is a mark, a plus sign or a letter; most names have nothing of the kind.
    if name
        .chars()
        .all(|c| is_simple(c) && !c.is_ascii_alphabetic() && !matches!(c, '?' | '+'))
    {
        return None;
    }
    let plain: Vec<char> = name.nfkc().filter(|c| !c.is_whitespace()).collect();
    let single = plain.iter().find_map(|c| match c {
        // Boxes and marks, and the signs that describe how a character is put together.
        '?'
        | '\u{25A1}'
        | '\u{25A0}'
        | '\u{25AF}'
        | '\u{25FB}'
        | '\u{2B1C}'
        | '\u{FFFD}'
        | '\u{2FF0}'..='\u{2FFF}' => Some(MissingSign::Mark(*c)),
        '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => Some(MissingSign::PrivateUse(*c)),
        _ => None,
    });
    single.or_else(|| parts(&plain)).or_else(|| sound(&plain))
}

/// Parts joined by a plus sign: between brackets, or right between two Chinese characters.
fn parts(name: &[char]) -> Option<MissingSign> {
    let place = name
        .windows(3)
        .position(|three| is_han(three[0]) && three[1] == '+' && is_han(three[2]))?;
    let open = |c: &char| alike(*c) == '(';
    let close = |c: &char| alike(*c) == ')';
    let from = name[..=place].iter().rposition(open).unwrap_or(place);
    let to = name[place..]
        .iter()
        .position(close)
        .map_or(place + 3, |length| place + length + 1);
    Some(MissingSign::Parts(name[from..to].iter().collect()))
}

/// A syllable with its tone as a digit beside a Chinese character; without the digit only at the end of a name that is as
/// short as a person's.
fn sound(name: &[char]) -> Option<MissingSign> {
    let mut from = 0;
    while from < name.len() {
        let run = name[from..]
            .iter()
            .take_while(|c| c.is_ascii_alphabetic() || **c == '\u{FC}');
        let letters = run.count();
        let to = from + letters;
        let beside = |place: Option<usize>| place.and_then(|p| name.get(p)).is_some_and(|c| is_han(*c));
        if letters > 0 && (beside(from.checked_sub(1)) || beside(Some(to + 1))) {
            let syllable: String = name[from..to].iter().collect::<String>().to_lowercase();
            let tone = name.get(to).is_some_and(|c| ('1'..='5').contains(c))
                && !name.get(to + 1).is_some_and(char::is_ascii_alphanumeric);
            let person = to == name.len() && from <= 3 && letters >= 2;
            let end = if tone { to + 1 } else { to };
            if (tone || person) && is_syllable(&syllable) && (letters >= 2 || person) {
                return Some(MissingSign::Sound(name[from..end].iter().collect()));
            }
        }
        from = to.max(from + 1);
    }
    None
}

/// Whether letters are a syllable of Mandarin: an initial, if any, and a final.
fn is_syllable(letters: &str) -> bool {
    const INITIALS: [&str; 24] = [
        "", "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z",
        "c", "s", "y", "w",
    ];
    const FINALS: [&str; 38] = [
        "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "er", "i", "ia", "ie", "iao",
        "iu", "ian", "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ue",
        "v", "ve", "van", "vn", "\u{FC}", "\u{FC}e",
    ];
    INITIALS.iter().any(|initial| {
        letters
            .strip_prefix(initial)
            .is_some_and(|rest| FINALS.contains(&rest))
    })
}

/// Characters of a name that systems with GBK cannot write. They are right, and worth a look where the list goes elsewhere.
pub fn rare(name: &str) -> Vec<char> {
    let mut found: Vec<char> = Vec::new();
    for c in name.chars().filter(|c| is_han(*c) && !is_in_gbk(*c)) {
        if !found.contains(&c) {
            found.push(c);
        }
    }
    found
}

/// Whether GBK has a Chinese character: the first 20,902 of Unicode, the zero, and 21 of the compatibility block.
fn is_in_gbk(c: char) -> bool {
    matches!(c,
        '\u{4E00}'..='\u{9FA5}' | '\u{3007}' | '\u{F92C}' | '\u{F979}' | '\u{F995}' | '\u{F9E7}' | '\u{F9F1}'
        | '\u{FA0C}'..='\u{FA0F}' | '\u{FA11}' | '\u{FA13}' | '\u{FA14}' | '\u{FA18}' | '\u{FA1F}'..='\u{FA21}'
        | '\u{FA23}' | '\u{FA24}' | '\u{FA27}'..='\u{FA29}')
}

#[cfg(test)]
mod tests {
    use super::*;

    // Case 43 for the dots and the blank inside a person's name, case 23 for width and mixed brackets.
    #[test]
    fn case_23_two_writings_of_one_name_have_one_key() {
        for same in [
            &[
                "徐水（集团）公司",
                "徐水(集团)公司",
                "徐水（集团)公司",
                "徐水(集团）公司",
                "徐水〔集团〕公司",
            ][..],
            &["王刚", "王  刚", "王\u{3000}刚", "王\u{200B}刚"],
            &[
                "买买提·艾力",
                "买买提．艾力",
                "买买提・艾力",
                "买买提•艾力",
                "买买提.艾力",
                "买买提 · 艾力",
            ],
            &["ＡＢＣ商店", "abc商店", "ABC 商店"],
            &["A.B [C]", "Ａ．ｂ（ｃ）", "a·b(c)"],
            &["甲—乙店", "甲-乙店", "甲－乙店"],
        ] {
            for name in same {
                assert_eq!(key(name), key(same[0]), "{name} is {}", same[0]);
            }
        }
        for (one, other) in [
            ("张伟1", "张伟2"),
            ("徐水（集团）公司", "徐水集团公司"),
            ("王刚", "王钢"),
            ("第一店", "第二店"),
        ] {
            assert_ne!(key(one), key(other), "{one} and {other} may be two");
        }
    }

    #[test]
    fn case_23_simple_names_are_compared_like_all_others() {
        for c in '\u{0}'..='\u{FFFF}' {
            if is_simple(c) {
                let name = format!("甲{c}乙");
                let slow: String = name
                    .nfkc()
                    .filter(|c| !c.is_whitespace() && !c.is_control() && !is_invisible(*c))
                    .map(alike)
                    .flat_map(char::to_uppercase)
                    .collect();
                assert_eq!(key(&name), slow, "{c:?}: a shortcut leads to the same place");
            }
        }
    }

    #[test]
    fn case_23_a_key_is_its_own_key() {
        for name in [
            "徐水（集团）①ﬁ㈱公司",
            "ǅ 店",
            "ß店",
            "买买提．艾力",
            "㎏·Å",
            "\u{2F81A}\u{FA0E}",
            "a.b [c] 'd'",
        ] {
            let once = key(name);
            assert_eq!(key(&once), once, "{name:?} has nothing left to make alike");
        }
    }

    #[test]
    fn case_33_signs_of_a_missing_character_are_found() {
        for (name, sign) in [
            ("王?", MissingSign::Mark('?')),
            ("王？", MissingSign::Mark('?')),
            ("王□林", MissingSign::Mark('□')),
            ("王\u{FFFD}", MissingSign::Mark('\u{FFFD}')),
            ("王\u{E863}", MissingSign::PrivateUse('\u{E863}')),
            ("王Yan3", MissingSign::Sound("Yan3".to_owned())),
            ("王Ｙａｎ３", MissingSign::Sound("Yan3".to_owned())),
            ("王yan", MissingSign::Sound("yan".to_owned())),
            ("Yan3王", MissingSign::Sound("Yan3".to_owned())),
            ("李（王+文）", MissingSign::Parts("(王+文)".to_owned())),
            ("李(王＋文)", MissingSign::Parts("(王+文)".to_owned())),
            ("李⿰王文", MissingSign::Mark('⿰')),
        ] {
            assert_eq!(
                missing_characters(name),
                Some(sign),
                "{name}: somebody's system could not write it"
            );
        }
        for name in [
            "王刚",
            "䶮㛃公司",
            "TCL王牌电器",
            "西平县A1汽修店",
            "海尔Haier3C旗舰店",
            "买买提·艾力",
            "张伟1",
            "百脑汇IT广场",
            "城关镇KTV1店",
            "中石化（集团）",
            "小米之家Mi",
            "〇八一电子",
            "李＋",
        ] {
            assert_eq!(missing_characters(name), None, "{name} is whole");
        }
    }

    #[test]
    fn case_33_rare_characters_are_flagged_and_are_no_fault() {
        assert_eq!(
            rare("王䶮㛃𬭎䶮𠮷"),
            ['䶮', '㛃', '𬭎', '𠮷'],
            "GBK has none of them; each is told once"
        );
        assert_eq!(
            rare("昇碶璟喆玥垟犇垚〇王（ＡＢ）"),
            [],
            "outside GB 2312, but GBK has them"
        );
        assert_eq!(rare("\u{FA0E}\u{9FA6}"), ['\u{9FA6}'], "the edges of GBK");
    }
}
