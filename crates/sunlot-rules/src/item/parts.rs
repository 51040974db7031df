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
        let article = rest.split('\n').next().unwrap_or_default();
        let article = article.trim_start_matches(['\u{300B}', '：', ':']);
        found.push((bare(law).to_owned(), bare(article).to_owned()));
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
