//! The papers of the room: what is sealed, what witnesses write and take home, what stands on the table and is said.
//!
//! Everything of a draw that is only tried out says so, behind the text and above it.

mod attendance;
mod cards;
mod envelope;
mod explanation;
mod invitation;
mod plates;
mod result;
mod script;
mod seal;
mod slips;

pub use attendance::{AttendanceRow, AttendanceSheet};
pub use cards::{CardSeat, WitnessCards};
pub use envelope::EnvelopeSheet;
pub use explanation::ExplanationSheet;
pub use invitation::{Invitation, InvitationSheet};
pub use plates::{NamePlate, NamePlates};
pub use result::{ResultRow, ResultSheet, ResultWitness};
pub use script::{ScriptPart, ScriptSheet};
pub use seal::{SealSheet, SealWitness};
pub use slips::DigitSlips;

use super::notice::NoticeStratum;
use super::parts::{LABEL, SMALL, TEXT, below_title, foot, label, title, value};
use crate::block::{Align, Block, MM, Paragraph};
use crate::font::Typeface;
use crate::page::{Paper, Running, Sheet};
use crate::table::{Borders, Cell, Row, Table, Width};
use crate::text::Style;

/// Which draw a paper belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DrawHead {
    /// The office.
    pub office: String,
    /// What the task is called, with its number.
    pub task: String,
    /// Which draw, and which try of its task; before it is sealed, that it is being prepared.
    pub told: String,
    /// The name of the draw; empty: nothing is sealed yet.
    pub draw: String,
    /// Whether it is only tried out.
    pub rehearsal: bool,
    /// Where it is held; empty: to be written in.
    pub place: String,
    /// On which day; empty: to be written in.
    pub day: String,
    /// Whom to call; empty: nobody is named.
    pub telephone: String,
    /// When the paper was made.
    pub made: String,
    /// The program and its version.
    pub program: String,
}

/// What stands behind every page of a draw that is only tried out.
const WATERMARK: &str = "彩排";
const REHEARSED: &str = "彩　排　——　只作练习，不产生正式的抽取记录";
const MARK: Style = Style::new(Typeface::Hei, 10.5).leading(14.0);
/// A code in groups, to be compared by eye.
const GROUPS: Style = Style::new(Typeface::Mono, 19.0).leading(28.0);
const HEX: Style = Style::new(Typeface::Mono, 9.5).leading(14.5);
/// What is written with a pen needs so much room.
const BY_HAND: f32 = 12.0 * MM;

impl DrawHead {
    /// A sheet of this draw.
    fn paper(&self, name: &str, blocks: Vec<Block>) -> Sheet {
        let own = [name, &self.draw].join(" ");
        let left = [
            own.trim_end(),
            &self.office,
            &self.program,
            &format!("制作 {}", self.made),
        ];
        Sheet {
            title: own.trim_end().to_owned(),
            paper: Paper::FORM,
            header: self.rehearsal.then(|| Running {
                left: REHEARSED.to_owned(),
                right: Some(WATERMARK.to_owned()),
                style: MARK,
                from_second: false,
                rule: true,
            }),
            footer: Some(foot(left.join("　"))),
            watermark: self.rehearsal.then(|| WATERMARK.to_owned()),
            blocks,
        }
    }

    /// A form: its title, and which draw it is of.
    fn form(&self, name: &str, blocks: Vec<Block>) -> Sheet {
        let number = match &*self.draw {
            "" => self.told.clone(),
            draw => format!("抽取编号：{draw}"),
        };
        let mut all = vec![title(name), below_title(self.office.clone(), number)];
        all.extend(blocks);
        self.paper(name, all)
    }
}

/// Labels and values, two of each in a row.
fn facts(rows: Vec<Row>) -> Table {
    let columns = vec![
        Width::Mm(24.0),
        Width::Share(1.0),
        Width::Mm(24.0),
        Width::Share(1.0),
    ];
    Table::form(columns, rows)
}

fn wide(name: &str, text: &str) -> Row {
    Row::new(vec![label(name), value(text).over(3)])
}

fn pair(left: (&str, &str), right: (&str, &str)) -> Row {
    Row::new(vec![label(left.0), value(left.1), label(right.0), value(right.1)])
}

/// The headings of columns.
fn headings(texts: &[&str]) -> Vec<Row> {
    let cell = |text: &&str| Cell::new(*text, LABEL, Align::Centre).ground(super::parts::GROUND);
    vec![Row::new(texts.iter().map(cell).collect())]
}

fn centred(text: &str) -> Cell {
    Cell::new(text, TEXT, Align::Centre)
}

/// What is there, or room to write it.
fn or_line(text: &str, blank: &str) -> String {
    if text.is_empty() { blank } else { text }.to_owned()
}

/// Digits in groups of four.
fn fours(digits: &str) -> Vec<String> {
    let digits: Vec<char> = digits.chars().filter(char::is_ascii_hexdigit).collect();
    digits.chunks(4).map(|group| group.iter().collect()).collect()
}

/// The short code, four groups in a line.
fn code_lines(code: &str, style: Style) -> Vec<Block> {
    let groups: Vec<&str> = code.split('-').collect();
    let line = |groups: &[&str]| {
        Paragraph::new(groups.join(" "), style)
            .align(Align::Centre)
            .into()
    };
    groups.chunks(4).map(line).collect()
}

/// All 64 digits, eight groups in a line.
fn hex_lines(digits: &str) -> Vec<Block> {
    let line = |groups: &[String]| Paragraph::new(groups.join(" "), HEX).align(Align::Centre).into();
    fours(digits).chunks(8).map(line).collect()
}

fn qr(text: &str, millimetres: f32) -> Block {
    Block::Qr {
        text: text.to_owned(),
        size: millimetres * MM,
        align: Align::Centre,
    }
}

/// Empty boxes for digits, so many, at most ten in a line.
fn boxes(count: u32, width: f32) -> Vec<Block> {
    let mut left = usize::try_from(count).unwrap_or(0);
    let mut lines = Vec::new();
    while left > 0 {
        let now = left.min(10);
        left -= now;
        let cells = (0..now).map(|_| Cell::new("", TEXT, Align::Centre)).collect();
        let row = Row::new(cells).at_least(width * MM * 1.1);
        let borders = Borders {
            outer: (0.8, 0.8),
            sides: 0.8,
            ..Borders::FORM
        };
        lines.push(
            Table::form(vec![Width::Mm(width); now], vec![row])
                .borders(borders)
                .padding(0.0, 0.0)
                .into(),
        );
        lines.push(Block::Space(1.5 * MM));
    }
    lines
}

fn small(text: impl Into<String>) -> Paragraph {
    Paragraph::new(text, SMALL)
}

/// A place to sign for each, three beside each other.
fn places_to_sign(who: &[String]) -> Vec<Block> {
    let cell = |name: Option<&String>| {
        let text = name.map_or_else(String::new, |name| format!("{name}\n（签名）："));
        Cell::new(text, TEXT, Align::Left).stand(crate::table::Stand::Top)
    };
    let rows = who.chunks(3).map(|three| {
        let cells = (0..3).map(|at| cell(three.get(at)));
        Row::new(cells.collect()).at_least(BY_HAND + 5.0 * MM)
    });
    vec![Table::form(vec![Width::Share(1.0); 3], rows.collect()).into()]
}

/// How many of each stratum there are, are drawn and stand by.
fn strata(strata: &[NoticeStratum]) -> Table {
    let rows = strata.iter().map(|stratum| {
        Row::new(vec![
            value(stratum.label.clone()),
            centred(&stratum.size),
            value(stratum.rule.clone()),
            centred(&stratum.quota),
            centred(&stratum.reserve),
            centred(&stratum.chance),
        ])
    });
    let columns = vec![
        Width::Share(1.2),
        Width::Mm(20.0),
        Width::Share(1.8),
        Width::Mm(18.0),
        Width::Mm(18.0),
        Width::Mm(36.0),
    ];
    let texts = ["层", "参加户数", "规则", "应抽", "备选", "每户的机会"];
    Table::form(columns, rows.collect()).head(headings(&texts))
}
