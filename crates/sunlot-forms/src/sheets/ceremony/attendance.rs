//! Who was in the room: signed on arrival, with whether a witness agrees to be named.

use super::super::parts::{SMALL, TEXT, heading, points, signatures, value};
use super::{BY_HAND, DrawHead, centred, facts, headings, pair, wide};
use crate::block::{Align, Block, MM};
use crate::page::Sheet;
use crate::table::{Cell, Row, Table, Width};

/// What the sheet is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttendanceSheet {
    /// Which draw.
    pub head: DrawHead,
    /// The witnesses.
    pub rows: Vec<AttendanceRow>,
}

/// Somebody who is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttendanceRow {
    /// Which seat.
    pub seat: String,
    /// What the witness is.
    pub role: String,
    /// The name; empty: to be written in.
    pub name: String,
    /// Where the witness comes from; empty: to be written in.
    pub unit: String,
}

const AGREED: &str = "□同意　\n□不同意";

const NOTE: [&str; 3] = [
    "“公开姓名”由见证人自己勾选：不同意的，公开文件和大屏只写“见证人”加席位号。",
    "本表不登电话和身份证号码，由本单位留存，不随公开文件公布。",
    "到场时间由本人写。没有到的席位写“未到”，在扣卡以前作废重新封存，不得由别人代坐。",
];

impl AttendanceSheet {
    /// The sheet.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let head = &self.head;
        let day = or_blank(&head.day);
        let blocks = vec![
            facts(vec![
                wide("抽查任务", &head.task),
                pair(("第几次", &head.told), ("日　　期", &day)),
                wide("地　　点", &head.place),
            ])
            .into(),
            heading("见证人"),
            self.witnesses().into(),
            heading("本单位人员和其他到场的人"),
            staff().into(),
            Block::Space(2.0 * MM),
            points(&NOTE, SMALL),
            Block::Fill,
            Block::Whole(vec![signatures(&["记录人", "监督员"], 20.0 * MM).into()]),
        ];
        head.form("签到表", blocks)
    }

    fn witnesses(&self) -> Table {
        let mut rows: Vec<Row> = self
            .rows
            .iter()
            .map(|row| {
                Row::new(vec![
                    centred(&row.seat),
                    value(row.role.clone()),
                    value(row.name.clone()),
                    value(row.unit.clone()),
                    value(""),
                    value(""),
                    Cell::new(AGREED, SMALL, Align::Centre),
                ])
                .at_least(BY_HAND)
            })
            .collect();
        if rows.is_empty() {
            let none = Cell::new("没有见证席，用公开数代替。", TEXT, Align::Centre).over(7);
            rows.push(Row::new(vec![none]).at_least(BY_HAND));
        }
        let columns = vec![
            Width::Mm(14.0),
            Width::Mm(26.0),
            Width::Mm(28.0),
            Width::Share(1.0),
            Width::Mm(28.0),
            Width::Mm(19.0),
            Width::Mm(20.0),
        ];
        let texts = ["席位", "身份", "姓名", "单位", "签名", "到场时间", "公开姓名"];
        Table::form(columns, rows).head(headings(&texts))
    }
}

fn staff() -> Table {
    let roles = ["主持人", "经办员", "监督员", "记录人", "", "", ""];
    let row = |role: &&str| {
        let cells = [*role, "", "", "", ""].map(value);
        Row::new(cells.into()).at_least(10.0 * MM)
    };
    let columns = vec![
        Width::Mm(26.0),
        Width::Mm(36.0),
        Width::Share(1.0),
        Width::Mm(34.0),
        Width::Mm(22.0),
    ];
    let texts = ["身份", "姓名", "单位", "签名", "到场时间"];
    Table::form(columns, roles.iter().map(row).collect()).head(headings(&texts))
}

fn or_blank(day: &str) -> String {
    super::or_line(day, "　　　　年　　月　　日")
}
