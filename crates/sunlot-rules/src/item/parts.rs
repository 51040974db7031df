//! The parts of cells in which lists of items put several things: laws with their articles, and points that are looked at.

/// Laws of a cell, each with its article; empty where it names none. Titles stand in brackets, or else laws are apart by lines
/// and semicolons.
pub fn laws(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    if !text.contains('\u{300A}') {
        let pieces = text.split(['\n', '；', ';']).map(unnumbered);
        for piece in pieces.filter(|piece| !piece.is_empty()) {
            let article = piece.find('第').filter(|place| *place > 0);
            let (law, article) = piece.split_at(article.unwrap_or(piece.len()));
            found.push((bare(law).to_owned(), bare(article).to_owned()));
        }
    }
    for piece in text.split('\u{300A}').skip(1) {
        // A title within a title has its own brackets; what is not closed is all title.
        let (law, rest) = piece.split_once('\u{300B}').unwrap_or((piece, ""));
        let closed = law.len() < piece.len();
        let article = rest.split('\n').next().unwrap_or_default();
        let article = article.trim_start_matches(['\u{300B}', '：', ':']);
        // Brackets make a name of what would be none without them.
        let law = match bare(law) {
            law if closed && !law.is_empty() && !is_title(law) => format!("\u{300A}{law}\u{300B}"),
            law => law.to_owned(),
        };
        found.push((law, bare(article).to_owned()));
    }
    found.retain(|(law, _)| !law.is_empty());
    let mut seen: Vec<(String, String)> = Vec::new();
    for law in found {
        if !seen.contains(&law) {
            seen.push(law);
        }
    }
    seen
}

/// What the names of laws, rules and official papers end in.
const KINDS: [&str; 23] = [
    "法", "法典", "条例", "规定", "办法", "规则", "细则", "规程", "规范", "标准", "决定", "决议", "命令",
    "通知", "通告", "公告", "意见", "解释", "批复", "章程", "目录", "清单", "方案",
];

/// What a text begins with that only says that there must be a law somewhere.
const VAGUE: [&str; 25] = [
    "按照",
    "按规定",
    "按有关",
    "按相关",
    "按国家",
    "依照",
    "依据",
    "依法",
    "根据",
    "遵照",
    "参照",
    "有关",
    "相关",
    "国家有关",
    "国家相关",
    "国家规定",
    "国家标准",
    "上级",
    "其他",
    "其它",
    "法律法规",
    "法律、",
    "现行",
    "见附",
    "详见",
];

/// Whether a text names a law: by a title in brackets, by the number of a document, or by a name as laws have one.
pub fn names_a_law(text: &str) -> bool {
    let titled = text
        .split_once('\u{300A}')
        .and_then(|(_, rest)| rest.split_once('\u{300B}'))
        .is_some_and(|(title, _)| !title.trim().is_empty());
    titled || has_document_number(text) || is_title(text)
}

/// A law's name without the brackets of titles around it, where it is known as one without them too: they are put there where it
/// is shown.
pub fn untitled(law: &str) -> &str {
    let inner = law
        .strip_prefix('\u{300A}')
        .and_then(|law| law.strip_suffix('\u{300B}'));
    match inner {
        Some(inner) if !inner.contains(['\u{300A}', '\u{300B}']) && is_title(inner) => inner,
        _ => law,
    }
}

/// Whether a text is a name as laws have one. What is for a trial, or of a year, says so behind it in brackets.
pub fn is_title(text: &str) -> bool {
    let mut name = text.trim();
    while let Some(open) = name
        .rfind(['(', '\u{FF08}'])
        .filter(|_| name.ends_with([')', '\u{FF09}']))
    {
        name = name.get(..open).unwrap_or_default().trim_end();
    }
    name.chars().count() >= 3
        && !VAGUE.iter().any(|vague| name.starts_with(vague))
        && KINDS.iter().any(|kind| name.ends_with(kind))
}

/// The number of an official document: a year in brackets, a number, and the word for it.
fn has_document_number(text: &str) -> bool {
    let mut opened = text.split(['\u{3014}', '[', '(', '\u{FF08}', '\u{FF3B}']).skip(1);
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    opened.any(|rest| {
        let Some((year, rest)) = rest.split_once(['\u{3015}', ']', ')', '\u{FF09}', '\u{FF3D}']) else {
            return false;
        };
        let number = rest.split_once('号').map(|(number, _)| number.trim());
        let number = number.map(|number| number.strip_prefix('第').unwrap_or(number));
        year.trim().len() == 4 && is_number(year.trim()) && number.is_some_and(is_number)
    })
}

/// Points of a cell: apart by lines, semicolons and numbers before them.
pub fn points(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for piece in text.split(['\n', '；', ';']) {
        let mut rest = unnumbered(piece);
        // A number within a line begins another point where a sentence has ended before it.
        while let Some(place) = numbered_inside(rest) {
            let (point, next) = rest.split_at(place);
            found.push(bare(point).to_owned());
            rest = unnumbered(next);
        }
        found.push(bare(rest).to_owned());
    }
    found.retain(|point| !point.is_empty());
    found
}

/// Points as this program writes them: each begins a line with its number, and what follows without one belongs to it. `None`
/// where the lines are not so.
pub fn numbered(text: &str) -> Option<Vec<(usize, String)>> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let last = found.last().map_or(0, |(number, _)| *number);
        match own_number(line).filter(|(number, _)| *number > last) {
            Some((number, rest)) => found.push((number, rest.to_owned())),
            None => {
                let (_, point) = found.last_mut()?;
                point.push('\n');
                point.push_str(line);
            }
        }
    }
    // Other lists put several into one line.
    let parted = |text: &str| {
        let parts = text.split(['；', ';', '\u{3002}', ' ']).skip(1);
        parts.map(str::trim).any(|part| own_number(part).is_some())
    };
    let whole = !found.is_empty() && !found.iter().any(|(_, point)| parted(point));
    whole.then_some(found)
}

/// A number as this program writes it before a point, and the point.
fn own_number(text: &str) -> Option<(usize, &str)> {
    let (number, rest) = text.split_once('\u{FF0E}')?;
    Some((number.parse().ok()?, rest.trim()))
}

fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{3002}' | '；' | ';' | '、' | '\u{FF0C}' | ',' | '和' | '及')
    })
}

/// Where a number begins behind a sentence.
fn numbered_inside(text: &str) -> Option<usize> {
    let ends = text
        .char_indices()
        .filter(|(_, c)| matches!(c, '\u{3002}' | ' ' | '\u{3000}'));
    let mut starts = ends.map(|(place, c)| place + c.len_utf8());
    starts.find(|place| {
        text.get(*place..)
            .is_some_and(|rest| number_before(rest).is_some())
    })
}

/// A text without the number before it.
fn unnumbered(text: &str) -> &str {
    let text = text.trim();
    match number_before(text) {
        Some(length) => text.get(length..).unwrap_or_default().trim_start(),
        None => text,
    }
}

/// How long the number before a text is: 1. 2、 (3) ④; `None` where there is none. A decimal is no number of a point.
fn number_before(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if matches!(first, '\u{2460}'..='\u{2473}') {
        return Some(first.len_utf8());
    }
    let opened = matches!(first, '(' | '\u{FF08}');
    let start = if opened { first.len_utf8() } else { 0 };
    let rest = text.get(start..)?;
    let is_number = |c: &char| {
        c.is_ascii_digit()
            || matches!(
                c,
                '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
            )
    };
    let digits: usize = rest.chars().take_while(is_number).map(char::len_utf8).sum();
    let sign = rest.get(digits..)?.chars().next().filter(|_| digits > 0)?;
    let after = rest.get(digits + sign.len_utf8()..)?;
    let ends = if opened {
        matches!(sign, ')' | '\u{FF09}')
    } else {
        matches!(sign, '.' | '\u{FF0E}' | '、') && !after.starts_with(|c: char| c.is_ascii_digit())
    };
    ends.then(|| start + digits + sign.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_law_of_a_cell_is_one() {
        let told = |text: &str| {
            let laws = laws(text);
            let told: Vec<String> = laws
                .iter()
                .map(|(law, article)| format!("{law}|{article}"))
                .collect();
            told.join(" ")
        };
        for (text, expected) in [
            (
                "《气象法》第三十一条；《气象灾害防御条例》第二十三条、第二十四条",
                "气象法|第三十一条 气象灾害防御条例|第二十三条、第二十四条",
            ),
            (
                "《食品安全法》、《食品安全法实施条例》",
                "食品安全法| 食品安全法实施条例|",
            ),
            (
                "1.《粮食流通管理条例》第九条\n2.《粮油仓储管理办法》",
                "粮食流通管理条例|第九条 粮油仓储管理办法|",
            ),
            (
                "粮食流通管理条例第九条；气象法",
                "粮食流通管理条例|第九条 气象法|",
            ),
            ("《气象法》《气象法》", "气象法|"),
            ("《没有关上", "没有关上|"),
            ("《》", ""),
            ("", ""),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn a_law_is_named_or_it_is_none() {
        for (text, named, why) in [
            ("粮食流通管理条例", true, "a name as laws have one"),
            ("气象法", true, "a short one"),
            ("食品生产经营监督检查管理办法（试行）", true, "for a trial"),
            (
                "《关于加强粮食安全工作的函》",
                true,
                "brackets make a title of anything",
            ),
            ("冀市监〔2024〕3号", true, "the number of a document"),
            ("国粮发[2021]第12号", true, "as typed on a keyboard"),
            ("国家安全法", true, "that of the nation is a law"),
            ("按规定", false, "which?"),
            ("根据有关法律法规的规定", false, "which?"),
            ("国家有关规定", false, "which?"),
            ("有关规定", false, "which?"),
            ("上级通知", false, "which?"),
            ("无", false, "none"),
            ("《》", false, "an empty title"),
            ("〔2024〕号", false, "a number without one"),
            ("日常监管", false, "no law at all"),
        ] {
            assert_eq!(names_a_law(text), named, "{text}: {why}");
        }
        assert_eq!(untitled("《气象法》"), "气象法", "known without its brackets");
        assert_eq!(
            untitled("《关于某事的函》"),
            "《关于某事的函》",
            "known by them alone"
        );
        assert_eq!(
            laws("《关于某事的函》第二条"),
            [("《关于某事的函》".to_owned(), "第二条".to_owned())],
            "in a cell, too"
        );
    }

    #[test]
    fn points_are_apart_by_lines_semicolons_and_numbers() {
        for (text, expected) in [
            ("1.是否备案；2.是否公示价格。", vec!["是否备案", "是否公示价格"]),
            ("1、是否备案。2、是否公示价格", vec!["是否备案", "是否公示价格"]),
            ("（1）甲\n（2）乙", vec!["甲", "乙"]),
            ("①甲；②乙", vec!["甲", "乙"]),
            ("水分不超过 13.5%", vec!["水分不超过 13.5%"]),
            (
                "粮食收购资格、质量检验和付款情况",
                vec!["粮食收购资格、质量检验和付款情况"],
            ),
            ("", vec![]),
            ("；；", vec![]),
        ] {
            assert_eq!(points(text), expected, "{text}");
        }
    }

    #[test]
    fn points_that_were_written_here_come_back_as_they_were() {
        assert_eq!(
            numbered("1．是否备案；是否公示\n2．收购价格\n（含等级价）\n4．台账"),
            Some(vec![
                (1, "是否备案；是否公示".to_owned()),
                (2, "收购价格\n（含等级价）".to_owned()),
                (4, "台账".to_owned()),
            ]),
            "a point may have several parts and lines; the third has nothing to be told"
        );
        for other in [
            "1．是否备案；2．是否公示",
            "是否备案\n是否公示",
            "1、是否备案\n2、是否公示",
            "",
        ] {
            assert_eq!(numbered(other), None, "{other}: another list's points");
        }
    }
}
