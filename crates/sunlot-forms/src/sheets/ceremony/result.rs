//! The record of a draw as it is signed in the room: how it was held, what every seat gave, what came of it. The file is the truth; this
//! shows it.

use super::super::notice::NoticeStratum;
use super::super::parts::{TEXT, heading, label, value};
use super::{DrawHead, HEX, centred, facts, fours, headings, pair, places_to_sign, qr, small, strata, wide};
use crate::block::{Align, Block, MM, Paragraph};
use crate::page::Sheet;
use crate::table::{Borders, Cell, Row, Table, Width};

/// What the sheet is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultSheet {
    /// Which draw.
    pub head: DrawHead,
    /// When it was sealed, and when it ended.
    pub times: (String, String),
    /// How it ended: drawn, or given up and why.
    pub outcome: String,
    /// How the rows are headed.
    pub rows_told: String,
    /// The strata.
    pub strata: Vec<NoticeStratum>,
    /// What can be recomputed: its name and its digits.
    pub digests: Vec<(String, String)>,
    /// The digits that were drawn before sealing.
    pub challenge: String,
    /// The witnesses with their numbers.
    pub witnesses: Vec<ResultWitness>,
    /// What was said in the room.
    pub notes: Vec<String>,
    /// The earlier draws of the task.
    pub earlier: Vec<String>,
    /// The rows.
    pub rows: Vec<ResultRow>,
    /// What is scanned: the digest of the record.
    pub scanned: String,
}

/// A witness and the number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultWitness {
    /// Which seat.
    pub seat: String,
    /// What the witness is, and how the room calls the witness.
    pub who: String,
    /// The digits, or why there are none.
    pub number: String,
}

/// A row of the result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultRow {
    /// Its place.
    pub place: String,
    /// Its number.
    pub number: String,
    /// The name; empty: it is not told yet.
    pub name: String,
    /// Who goes there.
    pub crew: String,
}

const SEEN: &str = "我们在场看到：封存码在写数之前公布；各人的数写在卡片上、正面朝下，全部放好后同时翻开；录入的数与卡片一致；结果由大屏当场显示，未见重来。（与所见不符的，请划去并写明。）";
const RECOMPUTE: &str =
    "任何人可以用公开文件和离线网页 verify.html 复算本次结果。本表只是记录的样子，以公开文件为准。";

impl ResultSheet {
    /// The sheet.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let mut blocks = vec![self.facts().into(), self.digests().into()];
        blocks.push(heading("名单和规则"));
        blocks.push(strata(&self.strata).into());
        blocks.push(heading("各席的号码"));
        blocks.push(self.numbers().into());
        for (name, texts) in [
            ("现场异议和监督意见", &self.notes),
            ("本任务以前的抽取", &self.earlier),
        ] {
            blocks.push(heading(name));
            blocks.push(listed(texts));
        }
        blocks.push(heading(&self.rows_told));
        blocks.push(self.rows().into());
        let mut signed = vec![
            Paragraph::new(SEEN, TEXT)
                .align(Align::Justify)
                .space(3.0 * MM, 2.0 * MM)
                .into(),
        ];
        let mut who: Vec<String> = ["经办员", "监督员", "记录人"].map(str::to_owned).into();
        who.extend(
            self.witnesses
                .iter()
                .map(|witness| format!("{} {}", witness.seat, witness.who)),
        );
        signed.extend(places_to_sign(&who));
        blocks.push(Block::Whole(signed));
        self.head.form("双随机抽取（摇号）记录表", blocks)
    }

    fn facts(&self) -> Table {
        let head = &self.head;
        facts(vec![
            wide("抽查任务", &head.task),
            pair(("第几次", &head.told), ("地　　点", &head.place)),
            pair(("封存时间", &self.times.0), ("结束时间", &self.times.1)),
            wide("结　　果", &self.outcome),
        ])
    }

    /// What can be recomputed, beside what is scanned.
    fn digests(&self) -> Table {
        let mut rows: Vec<Row> = Vec::new();
        let mut digests = self.digests.clone();
        if !self.challenge.is_empty() {
            digests.push(("现场随机数".to_owned(), self.challenge.clone()));
        }
        for (name, digits) in &digests {
            // A short code keeps its own groups; only long digits are grouped here.
            let text = if digits.len() == 64 {
                fours(digits).join(" ")
            } else {
                digits.clone()
            };
            rows.push(Row::new(vec![label(name), Cell::new(text, HEX, Align::Left)]));
        }
        let texts = Table::form(vec![Width::Mm(24.0), Width::Share(1.0)], rows)
            .borders(Borders {
                outer: (0.0, 0.0),
                sides: 0.0,
                ..Borders::FORM
            })
            .padding(1.8 * MM, 0.8 * MM);
        let scanned = vec![
            qr(&self.scanned, 30.0),
            small(RECOMPUTE).indent(1.8 * MM, 1.8 * MM).into(),
        ];
        let row = Row::new(vec![Cell::of(vec![texts.into()]), Cell::of(scanned)]);
        Table::form(vec![Width::Share(1.0), Width::Mm(42.0)], vec![row])
            .borders(Borders::BELOW)
            .padding(0.0, 0.0)
    }

    fn numbers(&self) -> Table {
        let mut rows: Vec<Row> = self
            .witnesses
            .iter()
            .map(|witness| {
                Row::new(vec![
                    centred(&witness.seat),
                    value(witness.who.clone()),
                    Cell::new(witness.number.clone(), HEX, Align::Left),
                ])
            })
            .collect();
        if rows.is_empty() {
            rows.push(Row::new(vec![centred("没有见证席").over(3)]));
        }
        let columns = vec![Width::Mm(20.0), Width::Share(1.0), Width::Share(1.0)];
        Table::form(columns, rows).head(headings(&["席位", "见证人", "号码"]))
    }

    fn rows(&self) -> Table {
        let named = self.rows.iter().any(|row| !row.name.is_empty());
        let manned = self.rows.iter().any(|row| !row.crew.is_empty());
        let mut columns = vec![Width::Mm(14.0), Width::Mm(30.0)];
        let mut texts = vec!["序号", "编号"];
        if named {
            columns.push(Width::Share(1.2));
            texts.push("检查对象");
        }
        if manned {
            columns.push(Width::Share(1.0));
            texts.push("检查人员");
        }
        if !named && !manned {
            columns.push(Width::Share(1.0));
            texts.push("备注");
        }
        let mut rows: Vec<Row> = self
            .rows
            .iter()
            .map(|row| {
                let mut cells = vec![centred(&row.place), centred(&row.number)];
                if named {
                    cells.push(value(row.name.clone()));
                }
                if manned {
                    cells.push(value(row.crew.clone()));
                }
                if !named && !manned {
                    cells.push(value(""));
                }
                Row::new(cells)
            })
            .collect();
        if rows.is_empty() {
            rows.push(Row::new(vec![centred("（无）").over(texts.len())]));
        }
        Table::form(columns, rows)
            .padding(1.8 * MM, 0.8 * MM)
            .head(headings(&texts))
    }
}

fn listed(texts: &[String]) -> Block {
    if texts.is_empty() {
        return Paragraph::new("无。", TEXT).into();
    }
    let rows = texts.iter().map(|text| Row::new(vec![value(text.clone())]));
    Table::form(vec![Width::Share(1.0)], rows.collect()).into()
}
