//! An extract of the trail: which events, by which filter, up to which hash; for files and for those who ask.

use super::parts::{
    GROUND, HEADING, LABEL, SMALL, TEXT, below_title, foot, label, points, signatures, title, value,
};
use crate::block::{Align, Block, MM, Paragraph};
use crate::font::Typeface;
use crate::page::{Paper, Running, Sheet};
use crate::table::{Cell, Row, Stand, Table, Width};
use crate::text::Style;

/// What the sheet is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailExtract {
    /// The office.
    pub office: String,
    /// What it is about, below the title.
    pub subject: String,
    /// The filter: what was asked for, label and value.
    pub filter: Vec<(String, String)>,
    /// The events that it left, oldest first.
    pub rows: Vec<TrailRow>,
    /// How many events the whole trail has.
    pub events: u64,
    /// The hash of the last event of the whole trail: hexadecimal digits.
    pub head: String,
    /// What was verified before printing.
    pub verification: Verification,
    /// When it was made, as it is to be read.
    pub made: String,
    /// Who made it.
    pub made_by: String,
    /// The program and its version.
    pub program: String,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailRow {
    /// Its number in the trail.
    pub seq: u64,
    /// When, as it is to be read.
    pub at: String,
    /// Who.
    pub person: String,
    /// Who else, where it took two.
    pub second: Option<String>,
    /// What.
    pub act: String,
    /// More of it.
    pub note: String,
}

/// What was verified before printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verification {
    /// Every event and every row.
    Whole,
    /// What came after this event; what came before was verified earlier.
    Since(u64),
    /// Something did not fit at this event.
    Broken(u64),
}

const CELL: Style = Style::new(Typeface::Song, 9.5).leading(13.0);
const NUMBER: Style = Style::new(Typeface::Mono, 8.5).leading(13.0);
const HEX: Style = Style::new(Typeface::Mono, 10.0).leading(15.5);
const COLUMNS: [(&str, Width); 6] = [
    ("序号", Width::Mm(13.0)),
    ("时间", Width::Mm(32.0)),
    ("人员", Width::Mm(19.0)),
    ("第二人", Width::Mm(19.0)),
    ("事项", Width::Mm(29.0)),
    ("说明", Width::Share(1.0)),
];

const NOTES: [&str; 2] = [
    "本摘录按上面的条件从留痕中取出。未列出的各条仍在留痕中，序号不连续，不等于有缺失。",
    "核对办法：在程序的“留痕”页按序号逐条对照；或者运行 sunlot audit verify。留痕全文完好，而且上面所说的最后一条仍是这个摘要，本摘录才可以采信。",
];

impl TrailExtract {
    /// The sheet.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let head = Running {
            left: format!("{}　留痕摘录　{}", self.office, self.subject),
            right: Some(self.made.clone()),
            style: super::parts::FOOT,
            from_second: true,
            rule: true,
        };
        Sheet {
            title: format!("留痕摘录 {}", self.subject),
            paper: Paper::FORM,
            header: Some(head),
            footer: Some(foot(format!(
                "{}　留痕共 {} 条，末条摘要 {}…",
                self.program,
                self.events,
                groups(&self.head, 4)
            ))),
            watermark: None,
            blocks: vec![
                title("留痕摘录"),
                Paragraph::new(self.subject.clone(), HEADING)
                    .align(Align::Centre)
                    .into(),
                below_title(
                    self.office.clone(),
                    format!("制表：{}　{}", self.made_by, self.made),
                ),
                self.asked().into(),
                Block::Space(2.0 * MM),
                self.table().into(),
                self.close(),
            ],
        }
    }

    /// What was asked for, and how much of the trail that is.
    fn asked(&self) -> Table {
        let mut rows: Vec<Row> = self
            .filter
            .iter()
            .map(|(name, asked)| Row::new(vec![label(name), value(asked.clone())]))
            .collect();
        if rows.is_empty() {
            rows.push(Row::new(vec![label("筛　　选"), value("不筛选，全部留痕")]));
        }
        let found = match (self.rows.first(), self.rows.last()) {
            (Some(first), Some(last)) if self.rows.len() > 1 => format!(
                "摘录 {} 条（第 {} 条至第 {} 条之间），留痕全文 {} 条",
                self.rows.len(),
                first.seq,
                last.seq,
                self.events
            ),
            (Some(only), _) => format!("摘录 1 条（第 {} 条），留痕全文 {} 条", only.seq, self.events),
            _ => format!("没有符合条件的留痕，留痕全文 {} 条", self.events),
        };
        rows.push(Row::new(vec![label("条　　数"), value(found)]));
        Table::form(vec![Width::Mm(24.0), Width::Share(1.0)], rows).padding(1.8 * MM, 0.7 * MM)
    }

    fn table(&self) -> Table {
        let head = COLUMNS.map(|(name, _)| Cell::new(name, LABEL, Align::Centre).ground(GROUND));
        let mut rows: Vec<Row> = self.rows.iter().map(row).collect();
        if rows.is_empty() {
            let none = Cell::new("（无）", TEXT, Align::Centre).over(COLUMNS.len());
            rows.push(Row::new(vec![none]).at_least(9.0 * MM));
        }
        Table::form(COLUMNS.map(|(_, width)| width).to_vec(), rows)
            .padding(1.2 * MM, 0.9 * MM)
            .head(vec![Row::new(head.to_vec())])
    }

    /// How to hold the extract against the trail, and who signs for it.
    fn close(&self) -> Block {
        let verified = match self.verification {
            Verification::Whole => "打印前已核验全部留痕，链条完整，各行数据与留痕相符。".to_owned(),
            Verification::Since(seq) => {
                format!("打印前已核验第 {seq} 条以后的留痕，链条完整；此前各条以上一次全文核验为准。")
            }
            Verification::Broken(seq) => {
                format!("打印前核验发现：从第 {seq} 条起与数据不符。本摘录不能作为完整留痕使用。")
            }
        };
        let head = Cell::of(vec![
            Paragraph::new(format!("第 {} 条（全文最后一条）", self.events), SMALL).into(),
            Paragraph::new(groups(&self.head, usize::MAX), HEX).into(),
        ]);
        let facts = Table::form(
            vec![Width::Mm(24.0), Width::Share(1.0)],
            vec![
                Row::new(vec![label("末条摘要"), head]),
                Row::new(vec![label("核验情况"), value(verified)]),
            ],
        );
        Block::Whole(vec![
            Block::Space(3.0 * MM),
            facts.into(),
            Block::Space(1.5 * MM),
            points(&NOTES, SMALL),
            Block::Space(1.0 * MM),
            signatures(&["制表人", "监督员"], 20.0 * MM).into(),
        ])
    }
}

fn row(event: &TrailRow) -> Row {
    let cell = |text: &str, style, align| Cell::new(text, style, align).stand(Stand::Top);
    Row::new(vec![
        cell(&event.seq.to_string(), NUMBER, Align::Centre),
        cell(&event.at, NUMBER, Align::Left),
        cell(&event.person, CELL, Align::Left),
        cell(event.second.as_deref().unwrap_or_default(), CELL, Align::Left),
        cell(&event.act, CELL, Align::Left),
        cell(&event.note, CELL, Align::Left),
    ])
}

/// The first groups of four hexadecimal digits.
fn groups(digits: &str, count: usize) -> String {
    let digits: Vec<char> = digits.chars().collect();
    let groups: Vec<String> = digits
        .chunks(4)
        .take(count)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(" ")
}
