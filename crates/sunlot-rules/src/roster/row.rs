//! What a row below the header is: data, or one of the rows that people put between and behind.
//!
//! Careful on purpose: whatever could be data is data, and then its faults are told. A row is left out only for what it says,
//! and only where that by which a row is known is missing.

use std::sync::LazyLock;

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::fields::{Field, Need};
use super::header::Header;
use super::header::aliases::heading_key;
use super::name;

/// Words that tell a row: what they tell, how they stand in the cell, the words.
const SIGNS: &str = include_str!("words/rows.csv");

/// Every word that tells an example has one of these, and hardly any other cell has.
const EXAMPLE: [char; 3] = ['例', '范', '删'];

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum RowKind {
    /// A row of the roster.
    Data,
    /// It says how to fill in the columns.
    Hint,
    /// It shows how a row looks.
    Example,
    /// The header once more.
    RepeatedHeader,
    /// Sums, or who filled in the form and when.
    Total,
    /// A text across the columns.
    Note,
    /// Only a running number, or what was filled in from above.
    Numbered,
    /// Nothing.
    Blank,
}

impl RowKind {
    /// All of them.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// Its name, which never changes.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Tells rows by the header above them.
#[derive(Debug)]
pub struct Rows {
    /// By column, its heading and the lowest part of it, as they are compared.
    headings: Vec<(usize, Vec<String>)>,
    /// Columns by which a row is known.
    keys: Vec<usize>,
    /// Those of them that hold codes.
    codes: Vec<usize>,
    /// Columns whose heading says that nothing in them is kept.
    running: Vec<usize>,
}

impl Rows {
    /// For the rows below a header.
    pub fn below<F: Field>(header: &Header<F>) -> Self {
        let heading = |column: &super::header::Column<F>| {
            let parts = column.heading.split('/').chain([column.heading.as_str()]);
            (column.index, parts.map(heading_key).collect())
        };
        let of = |wanted: fn(Need) -> bool| {
            let columns = header.columns.iter();
            let columns = columns.filter(move |c| c.field.is_some_and(|field| wanted(field.need())));
            columns.map(|c| c.index).collect()
        };
        let running = header.columns.iter().filter(|c| c.ignored);
        Self {
            headings: header.columns.iter().map(heading).collect(),
            keys: of(|need| need != Need::Optional),
            codes: of(|need| need == Need::Key),
            running: running.map(|c| c.index).collect(),
        }
    }

    /// What a row of cleaned texts is; `filled` are the columns that were filled in from above.
    pub fn kind<S: AsRef<str>>(&self, cells: &[S], filled: &[usize]) -> RowKind {
        let texts = || cells.iter().map(|cell| cell.as_ref().trim()).enumerate();
        let own = || texts().filter(|(column, text)| !text.is_empty() && !filled.contains(column));
        if own().next().is_none() {
            return RowKind::Blank;
        }
        if own()
            .take(3)
            .any(|(_, text)| text.contains(EXAMPLE) && says(Sign::Example, &name::key(text)))
        {
            return RowKind::Example;
        }
        // By far the most rows are told by their code.
        if own().any(|(column, text)| self.codes.contains(&column) && has_code(text)) {
            return RowKind::Data;
        }
        let own: Vec<(usize, String)> = own().map(|(column, text)| (column, name::key(text))).collect();
        if let Some(kind) = self.told(&own, filled.is_empty()) {
            return kind;
        }
        if own
            .iter()
            .all(|(column, text)| self.running.contains(column) && is_number(text))
        {
            return RowKind::Numbered;
        }
        RowKind::Data
    }

    /// What a row without a code says that it is. Its own cells, as they are compared.
    fn told(&self, own: &[(usize, String)], alone: bool) -> Option<RowKind> {
        if self.repeats(own) {
            return Some(RowKind::RepeatedHeader);
        }
        let is_key = |(column, _): &&(usize, String)| self.keys.contains(column);
        let keys: Vec<&str> = own.iter().filter(is_key).map(|(_, text)| text.as_str()).collect();
        // The name itself may be the word, but then it is nothing else.
        let nameless = |sign| {
            keys.iter()
                .all(|text| says(sign, text) || (sign != Sign::Hint && is_number(text)))
        };
        let first = |sign| own.iter().take(3).any(|(_, text)| says(sign, text));
        if own.iter().any(|(_, text)| says(Sign::Hint, text)) && nameless(Sign::Hint) {
            return Some(RowKind::Hint);
        }
        // Who signs stands beside the word, and that may be where names stand.
        let signed = own.first().is_some_and(|(_, text)| says(Sign::Signature, text));
        if signed || (first(Sign::Total) && nameless(Sign::Total)) {
            return Some(RowKind::Total);
        }
        let single = alone && own.len() == 1 && keys.is_empty() && !is_number(&own[0].1);
        (single || (first(Sign::Note) && nameless(Sign::Note))).then_some(RowKind::Note)
    }

    /// Two headings at least stand where they stand in the header, and little else does.
    fn repeats(&self, own: &[(usize, String)]) -> bool {
        let same = |(column, text): &&(usize, String)| {
            let key = heading_key(text);
            let heading = self.headings.iter().find(|(index, _)| index == column);
            heading.is_some_and(|(_, parts)| parts.contains(&key))
        };
        let count = own.iter().filter(same).count();
        count >= 2 && count * 3 >= own.len() * 2
    }
}

/// What words tell of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString)]
#[strum(serialize_all = "snake_case")]
enum Sign {
    Example,
    Hint,
    Total,
    Signature,
    Note,
}

/// The words of a sign, by how they stand in a cell.
#[derive(Debug)]
struct Words {
    sign: Sign,
    how: &'static str,
    words: Vec<String>,
}

static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| {
    let lines = SIGNS.lines().filter_map(|line| {
        let mut cells = super::words::cells(line);
        Some(Words {
            sign: cells.next()?.parse().ok()?,
            how: cells.next()?,
            words: cells.map(name::key).collect(),
        })
    });
    lines.collect()
});

/// Whether a cell says something: as a whole, at its beginning, or anywhere in it.
fn says(sign: Sign, key: &str) -> bool {
    let mut lines = WORDS.iter().filter(|line| line.sign == sign);
    lines.any(|line| {
        line.words.iter().any(|word| match line.how {
            "whole" => word == key,
            "begins" => key.strip_prefix(word.as_str()).is_some_and(ends_word),
            _ => key.contains(word.as_str()),
        })
    })
}

/// Whether a word has ended here: at a colon, a bracket, a number of things, the end. Firms whose name goes on stay firms.
fn ends_word(rest: &str) -> bool {
    let counted = rest.trim_end_matches(['户', '家', '人', '个', '项', '条', '页']);
    rest.is_empty()
        || rest.starts_with([':', '(', '_', '-', '\u{3001}'])
        || (!counted.is_empty() && counted.bytes().all(|b| b.is_ascii_digit()))
}

fn is_number(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_numeric() || matches!(c, '.' | '%' | ','))
}

/// Whether something stands there that can be a code: sums and words have fewer digits.
fn has_code(text: &str) -> bool {
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    let only = || text.bytes().all(|b| b.is_ascii_alphanumeric());
    digits >= 8
        && (only() || {
            let key = name::key(text);
            ![Sign::Hint, Sign::Total, Sign::Signature]
                .iter()
                .any(|sign| says(*sign, &key))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::fields::{InspectorField, TargetField};
    use crate::roster::header;

    fn kinds<F: Field>(heading: &str, rows: &[&str]) -> Vec<RowKind> {
        let split = |line: &str| line.split('|').map(str::to_owned).collect::<Vec<_>>();
        let header: Header<F> = header::find(&[split(heading)], &[], None).unwrap();
        let told = Rows::below(&header);
        rows.iter().map(|row| told.kind(&split(row), &[])).collect()
    }

    const TARGETS: &str = "序号|企业名称|统一社会信用代码|地址|成立日期";
    const PEOPLE: &str = "单位工号|姓名|性别|执法证号|执法证有效期|执法人员状态";

    fn target(row: &str) -> RowKind {
        kinds::<TargetField>(TARGETS, &[row])[0]
    }

    #[test]
    fn case_05_notes_on_filling_in_are_no_people() {
        for row in [
            "|必填|从“男、女”中单选||YYYY-MM-DD|",
            "|必填|从下拉列表中单选|从执法证抄写|YYYY-MM-DD|",
            "||||YYYY-MM-DD|从3个中单选",
            "选填|必填|选填|必填|格式：2016-10-08|",
            "|与身份证一致|||年月日；长期有效写 9999-09-09|从下拉框选择",
        ] {
            let kind = kinds::<InspectorField>(PEOPLE, &[row])[0];
            let expected = if row.contains("与身份证一致") {
                RowKind::Data
            } else {
                RowKind::Hint
            };
            assert_eq!(
                kind, expected,
                "{row}: where a name could stand it is left to people"
            );
        }
        assert_eq!(
            kinds::<InspectorField>(PEOPLE, &["1|张三|男|13060901001|YYYY-MM-DD|在职"]),
            [RowKind::Data],
            "a person with a certificate and a date that was never filled in is a person"
        );
    }

    #[test]
    fn case_06_the_example_of_a_template_is_no_person() {
        for row in [
            "案例（请删除）|张三|男|13060901001|2027-01-01|在职",
            "|示例|男|||",
            "例：001|张三|男|1||",
            "0010|张三（示例）|男|13060901001||",
            "0010|张三（案例，请删除）|男|13060901001||",
        ] {
            assert_eq!(
                kinds::<InspectorField>(PEOPLE, &[row]),
                [RowKind::Example],
                "{row}"
            );
        }
        assert_eq!(
            target("1|示例科技有限公司|91130609MA0000015B||"),
            RowKind::Data,
            "a firm of that name is a firm"
        );
    }

    #[test]
    fn case_06_every_word_of_an_example_is_looked_for() {
        let lines: Vec<&Words> = WORDS.iter().collect();
        assert_eq!(
            lines.len(),
            SIGNS.lines().count(),
            "no line of the table was left unread"
        );
        for word in lines
            .iter()
            .filter(|line| line.sign == Sign::Example)
            .flat_map(|line| &line.words)
        {
            assert!(word.contains(EXAMPLE), "{word} would never be found");
        }
    }

    #[test]
    fn case_10_blank_rows_are_blank_and_numbered_ones_say_so() {
        for (row, kind) in [
            ("||||", RowKind::Blank),
            (" |  |||", RowKind::Blank),
            ("", RowKind::Blank),
            ("17||||", RowKind::Numbered),
            ("17|甲|||", RowKind::Data),
            ("|||某路1号|2016", RowKind::Data),
        ] {
            assert_eq!(target(row), kind, "{row:?}");
        }
        let split: Vec<String> = ["", "执法科"].map(str::to_owned).to_vec();
        let header: Header<InspectorField> = header::find(&[["姓名", "所在业务部门"]], &[], None).unwrap();
        assert_eq!(
            Rows::below(&header).kind(&split, &[1]),
            RowKind::Blank,
            "case 12: what was only filled in from above is no row"
        );
    }

    #[test]
    fn case_11_sums_and_signatures_are_no_targets() {
        for row in [
            "合计|35|||",
            "|填表人：张三|审核人：李四13800000000||",
            "|合计|35||",
            "总计||||",
            "本页小计|||12|",
            "合计：35户||||",
            "|||合计|",
            "填表人：张三||审核人：李四|制表日期：2016年10月8日|",
            "填表人|张三|||",
            "审核：||||",
            "制表日期：2016-10-08||||",
            "单位（盖章）||||",
            "共35户||||",
        ] {
            assert_eq!(target(row), RowKind::Total, "{row}");
        }
    }

    #[test]
    fn case_11_a_firm_whose_name_begins_like_a_sum_is_a_firm() {
        for row in [
            "1|合计汽修|91130609MA0000015B||",
            "1|合计汽修|||",
            "|合计汽修|||",
            "1|总计算机公司|||",
            "1|审核通信息咨询|||",
            "1|备注餐饮店|||",
            "1|说明书印刷厂|||",
            "1|共和镇35号店|||",
            "1|合计|91130609MA0000015B||",
        ] {
            assert_eq!(target(row), RowKind::Data, "{row}");
        }
    }

    #[test]
    fn case_47_headers_that_every_page_repeats_are_dropped() {
        for row in [
            TARGETS,
            "序号|企业名称|统一社会信用代码|地址|成立日期",
            "序 号|企业 名称*|||",
        ] {
            assert_eq!(target(row), RowKind::RepeatedHeader, "{row}");
        }
        assert_eq!(
            target("1|企业名称|91130609MA0000015B|a|b"),
            RowKind::Data,
            "one word alone is no header"
        );
    }

    #[test]
    fn case_07_texts_across_the_columns_are_notes() {
        for row in [
            "注：以上企业均已核实||||",
            "备注：||||",
            "说明：1.本表一式两份||||",
            "第 2 页||||",
            "|||以下空白|",
            "某县市场监督管理局2016年度企业名录||||",
        ] {
            assert_eq!(target(row), RowKind::Note, "{row}");
        }
    }

    #[test]
    fn every_row_with_a_code_is_data_whatever_else_it_says() {
        for word in ["合计", "注：", "YYYY-MM-DD", "填表人", "第1页", "小计"] {
            let row = format!("{word}|{word}|91130609MA0000015B|{word}|{word}");
            assert_eq!(target(&row), RowKind::Data, "{row}: it must not be lost");
        }
    }
}
