//! The table of a plan: who draws it up, what is inspected, how many, when and by whom, what has to be done by when, and where
//! it is signed.

use super::parts::{GROUND, LABEL, TEXT, below_title, foot, heading, label, signatures, title, value};
use crate::block::{Align, Block, MM, Paragraph};
use crate::font::Typeface;
use crate::page::{Paper, Running, Sheet};
use crate::table::{Cell, Row, Stand, Table, Width};
use crate::text::Style;

/// What the sheet is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanSheet {
    /// What the plan is called.
    pub title: String,
    /// The office.
    pub office: String,
    /// The unit that draws it up.
    pub unit: String,
    /// The office's own number.
    pub number: String,
    /// Year and period.
    pub period: String,
    /// When it was drawn up.
    pub drawn_up: String,
    /// How far it is.
    pub state: String,
    /// Who approved it, when, and by which document; none: nobody did yet.
    pub approved: Option<(String, String, String)>,
    /// Its lines.
    pub rows: Vec<PlanSheetRow>,
    /// How many targets all of them come to.
    pub planned: u32,
    /// What has to be done by when.
    pub milestones: Vec<PlanMilestoneRow>,
    /// When it was printed.
    pub made: String,
    /// By whom.
    pub made_by: String,
    /// The program and its version.
    pub program: String,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanSheetRow {
    /// Its place.
    pub position: u32,
    /// What the task is called.
    pub name: String,
    /// Within the department or across, among whom, general or key.
    pub kind: Vec<String>,
    /// Its items.
    pub items: Vec<String>,
    /// Which targets.
    pub scope: String,
    /// Of how many.
    pub base: String,
    /// Which share.
    pub ratio: String,
    /// How many.
    pub number: String,
    /// How often.
    pub frequency: String,
    /// When.
    pub months: String,
    /// How.
    pub modes: String,
    /// The unit and the person.
    pub unit: Vec<String>,
    /// Who leads and who takes part.
    pub departments: String,
}

/// Something that has to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanMilestoneRow {
    /// What.
    pub task: String,
    /// Which unit.
    pub unit: String,
    /// Who answers for it.
    pub person: String,
    /// By when.
    pub time: String,
    /// When it was done.
    pub done: String,
}

const CELL: Style = Style::new(Typeface::Song, 9.0).leading(12.5);
const NUMBER: Style = Style::new(Typeface::Song, 9.0).leading(12.5);
const COLUMNS: [(&str, Width); 12] = [
    ("序号", Width::Mm(9.0)),
    ("抽查任务", Width::Share(2.2)),
    ("类型", Width::Mm(17.0)),
    ("抽查事项", Width::Share(3.0)),
    ("抽查对象", Width::Share(2.0)),
    ("基数", Width::Mm(13.0)),
    ("比例", Width::Mm(13.0)),
    ("数量", Width::Mm(13.0)),
    ("频次", Width::Mm(17.0)),
    ("实施时间", Width::Mm(18.0)),
    ("检查方式", Width::Mm(20.0)),
    ("承办机构、责任人", Width::Share(1.6)),
];
const MILESTONES: [(&str, Width); 6] = [
    ("序号", Width::Mm(12.0)),
    ("工作任务", Width::Share(3.0)),
    ("责任单位", Width::Share(1.2)),
    ("责任人", Width::Mm(26.0)),
    ("完成时限", Width::Mm(46.0)),
    ("完成日期", Width::Mm(28.0)),
];

impl PlanSheet {
    /// The sheet.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let mut blocks = vec![
            title(&self.title),
            below_title(
                format!("填报单位：{}　　编号：{}", self.filled_by(), self.number),
                format!("{}　　编制日期：{}　　{}", self.period, self.drawn_up, self.state),
            ),
            self.table().into(),
        ];
        if !self.milestones.is_empty() {
            blocks.push(heading("工作任务和完成时限"));
            blocks.push(self.tasks().into());
        }
        blocks.push(self.close());
        Sheet {
            title: self.title.clone(),
            paper: Paper::FORM_WIDE,
            header: Some(Running {
                left: format!("{}　{}", self.office, self.title),
                right: Some(self.number.clone()),
                style: super::parts::FOOT,
                from_second: true,
                rule: true,
            }),
            footer: Some(foot(format!(
                "{}　打印：{} {}",
                self.program, self.made_by, self.made
            ))),
            watermark: None,
            blocks,
        }
    }

    fn filled_by(&self) -> &str {
        if self.unit.is_empty() {
            &self.office
        } else {
            &self.unit
        }
    }

    fn table(&self) -> Table {
        let mut rows: Vec<Row> = self.rows.iter().map(row).collect();
        if rows.is_empty() {
            let none = Cell::new("（无）", TEXT, Align::Centre).over(COLUMNS.len());
            rows.push(Row::new(vec![none]).at_least(9.0 * MM));
        } else {
            rows.push(self.total());
        }
        Table::form(COLUMNS.map(|(_, width)| width).to_vec(), rows)
            .padding(1.0 * MM, 0.8 * MM)
            .head(vec![head(&COLUMNS)])
    }

    fn total(&self) -> Row {
        let sum = Cell::new(self.planned.to_string(), NUMBER, Align::Right);
        Row::new(vec![
            Cell::new(format!("合计 {} 行", self.rows.len()), LABEL, Align::Centre).over(7),
            sum,
            Cell::new("", CELL, Align::Left).over(4),
        ])
    }

    fn tasks(&self) -> Table {
        let row = |(milestone, place): (&PlanMilestoneRow, usize)| {
            let cell = |text: &str| Cell::new(text, CELL, Align::Left).stand(Stand::Top);
            Row::new(vec![
                Cell::new(place.to_string(), NUMBER, Align::Centre).stand(Stand::Top),
                cell(&milestone.task),
                cell(&milestone.unit),
                cell(&milestone.person),
                cell(&milestone.time),
                cell(&milestone.done),
            ])
        };
        let rows = self.milestones.iter().zip(1..).map(row).collect();
        Table::form(MILESTONES.map(|(_, width)| width).to_vec(), rows)
            .padding(1.2 * MM, 0.8 * MM)
            .head(vec![head(&MILESTONES)])
    }

    /// Who approved it, and who signs.
    fn close(&self) -> Block {
        let approval = match &self.approved {
            Some((by, on, no)) => format!("{by}　{on}　{no}"),
            None => "（未审批）".to_owned(),
        };
        let facts = Table::form(
            vec![Width::Mm(24.0), Width::Share(1.0)],
            vec![Row::new(vec![label("审　　批"), value(approval)])],
        );
        Block::Whole(vec![
            Block::Space(3.0 * MM),
            facts.into(),
            Block::Space(1.5 * MM),
            signatures(&["填报人", "承办机构负责人", "审批人"], 18.0 * MM).into(),
        ])
    }
}

fn head<const N: usize>(columns: &[(&str, Width); N]) -> Row {
    let cell = |(name, _): &(&str, Width)| Cell::new(*name, LABEL, Align::Centre).ground(GROUND);
    Row::new(columns.iter().map(cell).collect())
}

fn row(line: &PlanSheetRow) -> Row {
    let cell = |text: &str| Cell::new(text, CELL, Align::Left).stand(Stand::Top);
    let number = |text: &str| Cell::new(text, NUMBER, Align::Right).stand(Stand::Top);
    let several = |texts: &[String]| {
        let some = texts.iter().filter(|text| !text.is_empty());
        let blocks = some.map(|text| Paragraph::new(text.clone(), CELL).into());
        Cell::of(blocks.collect()).stand(Stand::Top)
    };
    let mut answer = line.unit.clone();
    answer.push(line.departments.clone());
    let numbered: Vec<String> = match line.items.as_slice() {
        [one] => vec![one.clone()],
        items => items
            .iter()
            .zip(1..)
            .map(|(item, number)| format!("{number}. {item}"))
            .collect(),
    };
    Row::new(vec![
        Cell::new(line.position.to_string(), NUMBER, Align::Centre).stand(Stand::Top),
        cell(&line.name),
        several(&line.kind),
        several(&numbered),
        cell(&line.scope),
        number(&line.base),
        number(&line.ratio),
        number(&line.number),
        cell(&line.frequency),
        cell(&line.months),
        cell(&line.modes),
        several(&answer),
    ])
}
