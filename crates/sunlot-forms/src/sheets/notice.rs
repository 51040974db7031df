//! The announcement of a list before the draw: how many can be drawn, how many are left out and why, and the digest by which
//! anybody can hold the sealed list against it later. Names do not stand on it.

use super::parts::{
    GROUND, LABEL, SMALL, STRONG, TEXT, below_title, foot, heading, label, points_before_signing, title,
    value,
};
use crate::block::{Align, Block, MM, Paragraph};
use crate::font::Typeface;
use crate::page::{Paper, Running, Sheet};
use crate::table::{Borders, Cell, Row, Stand, Table, Width};
use crate::text::Style;

/// What the sheet is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeSheet {
    /// The office.
    pub office: String,
    /// The number of the notice.
    pub number: String,
    /// What the task is called, with its number.
    pub task: String,
    /// What is inspected.
    pub items: Vec<String>,
    /// When the visits are to be.
    pub period: String,
    /// When it was announced, and when the draw is to be.
    pub announced: String,
    /// The day of the draw.
    pub draw_on: String,
    /// The scope in words.
    pub scope: String,
    /// The strata.
    pub strata: Vec<NoticeStratum>,
    /// How many are left out, by reason.
    pub excluded: Vec<(String, String)>,
    /// How many stand in the list by an exception to the cap, by its kind.
    pub exceptions: Vec<(String, String)>,
    /// How many are outside the scope.
    pub outside: String,
    /// The rule profile.
    pub rules: String,
    /// The digest: 64 hexadecimal digits.
    pub digest: String,
    /// Which notice this one takes the place of.
    pub replaces: Option<NoticeReplaced>,
    /// Which notice took the place of this one, and when, for a mark that nobody overlooks; empty: none did.
    pub replaced_by: String,
    /// Where it is announced.
    pub channels: String,
    /// Whom to call.
    pub telephone: String,
    /// The program and its version.
    pub program: String,
}

/// A notice that another takes the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeReplaced {
    /// Its number, its day, and the day that it named for the draw.
    pub notice: String,
    /// Its digest: 64 hexadecimal digits.
    pub digest: String,
    /// In what the new one differs.
    pub changes: String,
    /// Why there is a new one.
    pub reason: String,
}

/// A stratum of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeStratum {
    /// Its letter and its neutral name.
    pub label: String,
    /// How many can be drawn.
    pub size: String,
    /// How the number follows.
    pub rule: String,
    /// How many are drawn.
    pub quota: String,
    /// How many stand by.
    pub reserve: String,
    /// The chance of each.
    pub chance: String,
}

const HEX: Style = Style::new(Typeface::Mono, 12.0).leading(18.0);

const OUTSIDE: &str = "名录中不在抽取范围的";

const CHECK: [&str; 3] = [
    "抽取当天封存的名单，用同样的办法算出的摘要应当与本公告相同；不同的，说明名单在公告以后变过，应当另有新的公告说明原因。",
    "本公告不登名称。检查对象可以向本单位查询自己在不在名单里、在哪一层、为什么。",
    "对名单有异议的，请在抽取以前向本单位或者监督电话反映。",
];

impl NoticeSheet {
    /// The sheet.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let mut blocks = vec![
            title("随机抽查名单预公告"),
            below_title(self.office.clone(), format!("编号：{}", self.number)),
        ];
        if !self.replaced_by.is_empty() {
            blocks.push(self.mark().into());
        }
        blocks.push(self.facts().into());
        blocks.push(heading("分层和应抽数"));
        blocks.push(self.table().into());
        if !self.excluded.is_empty() {
            blocks.push(heading("范围内没有列入的"));
            blocks.push(sums(&self.excluded).into());
        }
        if !self.exceptions.is_empty() {
            blocks.push(heading("按例外列入名单的（一年的次数已到上限，仍可以抽）"));
            blocks.push(sums(&self.exceptions).into());
        }
        blocks.push(heading("范围外的"));
        blocks.push(sums(&[(OUTSIDE.to_owned(), self.outside.clone())]).into());
        blocks.push(heading("名单摘要（SHA-256）"));
        blocks.push(self.code().into());
        blocks.push(heading("怎样核对"));
        blocks.push(points_before_signing(&CHECK, TEXT));
        blocks.push(Block::Fill);
        blocks.push(self.stamp());
        Sheet {
            title: format!("随机抽查名单预公告 {}", self.number),
            paper: Paper::FORM,
            header: self.header(),
            footer: Some(foot(format!("{}　{}", self.program, self.office))),
            watermark: None,
            blocks,
        }
    }

    /// That it holds no more, in a frame above everything else.
    fn mark(&self) -> Table {
        let cell = Cell::new(self.replaced_by.clone(), STRONG, Align::Centre).ground(GROUND);
        Table::form(vec![Width::Share(1.0)], vec![Row::new(vec![cell])]).padding(2.0 * MM, 2.0 * MM)
    }

    /// The same on every further page.
    fn header(&self) -> Option<Running> {
        (!self.replaced_by.is_empty()).then(|| Running {
            right: Some(String::new()),
            from_second: true,
            ..foot(self.replaced_by.clone())
        })
    }

    fn facts(&self) -> Table {
        let mut rows = vec![
            wide("抽查任务", &self.task),
            wide("抽查事项", &self.items.join("；")),
            wide("抽取范围", &self.scope),
            pair(("公告日期", &self.announced), ("抽取日期", &self.draw_on)),
            pair(("检查时间", &self.period), ("细则配置", &self.rules)),
        ];
        if !self.channels.is_empty() {
            rows.push(wide("公告渠道", &self.channels));
        }
        if let Some(replaced) = &self.replaces {
            rows.push(wide("代替公告", &replaced.notice));
            rows.push(wide("原名单摘要", &in_fours(&replaced.digest).join(" ")));
            rows.push(wide("变化", &replaced.changes));
            rows.push(wide("原因", &replaced.reason));
        }
        let columns = vec![
            Width::Mm(24.0),
            Width::Share(1.0),
            Width::Mm(24.0),
            Width::Share(1.0),
        ];
        Table::form(columns, rows)
    }

    fn table(&self) -> Table {
        let head = ["层", "候选户数", "抽取规则", "应抽户数", "递补户数", "抽中的机会"]
            .map(|text| Cell::new(text, LABEL, Align::Centre).ground(GROUND));
        let rows = self.strata.iter().map(|stratum| {
            let number = |text: &String| Cell::new(text.clone(), TEXT, Align::Centre);
            Row::new(vec![
                value(stratum.label.clone()),
                number(&stratum.size),
                value(stratum.rule.clone()),
                number(&stratum.quota),
                number(&stratum.reserve),
                number(&stratum.chance),
            ])
        });
        let columns = vec![
            Width::Share(1.2),
            Width::Mm(20.0),
            Width::Share(2.0),
            Width::Mm(20.0),
            Width::Mm(20.0),
            Width::Mm(34.0),
        ];
        Table::form(columns, rows.collect()).head(vec![Row::new(head.to_vec())])
    }

    fn code(&self) -> Table {
        let lines: Vec<Block> = in_fours(&self.digest)
            .chunks(8)
            .map(|line| Paragraph::new(line.join(" "), HEX).align(Align::Centre).into())
            .collect();
        let qr = Block::Qr {
            text: self.digest.clone(),
            size: 26.0 * MM,
            align: Align::Centre,
        };
        let row = Row::new(vec![Cell::of(lines), Cell::of(vec![qr])]);
        Table::form(vec![Width::Share(1.0), Width::Mm(34.0)], vec![row]).padding(1.0 * MM, 2.0 * MM)
    }

    fn stamp(&self) -> Block {
        let telephone = if self.telephone.is_empty() {
            String::new()
        } else {
            format!("监督电话：{}", self.telephone)
        };
        let right = vec![
            Paragraph::new(self.office.clone(), TEXT)
                .align(Align::Centre)
                .into(),
            Paragraph::new("（公章）", TEXT).align(Align::Centre).into(),
            Paragraph::new(self.announced.clone(), TEXT)
                .align(Align::Centre)
                .into(),
        ];
        let row = Row::new(vec![
            Cell::new(telephone, SMALL, Align::Left).stand(Stand::Bottom),
            Cell::of(right).stand(Stand::Bottom),
        ])
        .at_least(26.0 * MM);
        Block::Whole(vec![
            Table::form(vec![Width::Share(1.0), Width::Mm(80.0)], vec![row])
                .borders(Borders::NONE)
                .into(),
        ])
    }
}

/// A digest as people compare it.
fn in_fours(digest: &str) -> Vec<String> {
    let digits: Vec<char> = digest.chars().collect();
    digits.chunks(4).map(|group| group.iter().collect()).collect()
}

/// What there is so many of, a line each.
fn sums(sums: &[(String, String)]) -> Table {
    let row = |(why, count): &(String, String)| {
        let count = Cell::new(count.clone(), TEXT, Align::Centre);
        Row::new(vec![value(why.clone()), count])
    };
    Table::form(
        vec![Width::Share(1.0), Width::Mm(30.0)],
        sums.iter().map(row).collect(),
    )
}

fn wide(name: &str, text: &str) -> Row {
    Row::new(vec![label(name), value(text).over(3)])
}

fn pair(left: (&str, &str), right: (&str, &str)) -> Row {
    Row::new(vec![label(left.0), value(left.1), label(right.0), value(right.1)])
}
