//! The sheet with a recovery code: printed once, sealed in an envelope, opened when a password is lost.

use super::parts::{
    GROUND, SMALL, STRONG, TEXT, below_title, foot, heading, label, points, signatures, title, value,
};
use crate::block::{Align, Block, MM, Paragraph};
use crate::font::Typeface;
use crate::page::{Paper, Sheet};
use crate::table::{Borders, Cell, Row, Table, Width};
use crate::text::Style;

/// What the sheet is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoverySheet {
    /// The office.
    pub office: String,
    /// Whose account it opens.
    pub person: String,
    /// By what name that person logs in.
    pub login: String,
    /// What the person does in the office.
    pub role: String,
    /// The number of the sheet.
    pub number: String,
    /// The code in groups, each with its check digit at its end.
    pub groups: Vec<String>,
    /// The code as it is scanned.
    pub scanned: String,
    /// When it was made, as it is to be read.
    pub made: String,
    /// The program and its version.
    pub program: String,
}

/// Four groups or fewer, to be read without glasses; a longer code has to be smaller.
const LARGE: Style = Style::new(Typeface::Mono, 28.0).leading(37.0).spaced(2.0);
const SMALLER: Style = Style::new(Typeface::Mono, 19.0).leading(27.0).spaced(1.2);
const ORDINAL: Style = Style::new(Typeface::Hei, 8.0).leading(11.0).grey(0.35);

const USE: [&str; 4] = [
    "忘记密码时，在登录窗口选“用恢复码登录”，逐组输入上面的码，不分大小写，横线可以不输；也可以用扫码枪扫。",
    "码里没有数字 0、1 和字母 I、O、Z。每组最后一位是校验位，输错一组，程序当场指出是哪一组。",
    "验证通过后，由本人当场设置新密码；这件事记入留痕，监督员能看到。",
    "恢复码用过一次就失效。程序随即另发新码，请照样打印、封存，并把本单剪角作废后归档。",
];

const CARE: [&str; 4] = [
    "本单只打印一次，程序里不保存恢复码原文，丢失后不能补打，只能换发。",
    "打印后当面核对，立即装入信封，封口处由本人和监督员签名，交给本人以外的人，锁进保险柜或者档案柜保管。",
    "不得拍照、复印，不得用微信、邮件等方式传送。",
    "信封破损、去向不明或者怀疑有人看过的，立即换发，旧码随之失效。",
];

impl RecoverySheet {
    /// The sheet.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let mut blocks = vec![
            title("恢复码单"),
            below_title(self.office.clone(), format!("编号：{}", self.number)),
            self.whose().into(),
            self.code().into(),
        ];
        blocks.push(heading("怎样使用"));
        blocks.push(points(&USE, TEXT));
        blocks.push(heading("注意"));
        blocks.push(points(&CARE, TEXT));
        blocks.push(Block::Fill);
        blocks.push(Block::Whole(vec![
            heading("封存"),
            signatures(&["本　人", "监督员", "保管人"], 19.0 * MM).into(),
            sealed().into(),
            heading("启封记录"),
            opened().into(),
        ]));
        Sheet {
            title: format!("恢复码单 {}", self.number),
            paper: Paper::FORM,
            header: None,
            footer: Some(foot(format!("{}　{}　恢复码单", self.program, self.office))),
            watermark: None,
            blocks,
        }
    }

    fn whose(&self) -> Table {
        let columns = vec![
            Width::Mm(24.0),
            Width::Share(3.0),
            Width::Mm(24.0),
            Width::Share(2.0),
        ];
        let person = Cell::new(self.person.clone(), STRONG, Align::Left);
        Table::form(
            columns,
            vec![
                Row::new(vec![
                    label("姓　　名"),
                    person,
                    label("岗　　位"),
                    value(self.role.clone()),
                ]),
                Row::new(vec![
                    label("登 录 名"),
                    value(self.login.clone()),
                    label("制作时间"),
                    value(self.made.clone()),
                ]),
            ],
        )
    }

    /// The groups, two or four in a row, each below its number; the code to be scanned beside them.
    fn code(&self) -> Table {
        let (in_a_row, style) = if self.groups.len() > 4 {
            (4, SMALLER)
        } else {
            (2, LARGE)
        };
        let rows = self.groups.chunks(in_a_row).enumerate().map(|(row, groups)| {
            let cells = groups.iter().enumerate().map(|(column, group)| {
                let ordinal = format!("第 {} 组", row * in_a_row + column + 1);
                Cell::of(vec![
                    Paragraph::new(ordinal, ORDINAL).align(Align::Centre).into(),
                    Paragraph::new(group.clone(), style).align(Align::Centre).into(),
                ])
            });
            Row::new(cells.collect())
        });
        let groups = Table::form(vec![Width::Share(1.0); in_a_row], rows.collect())
            .borders(Borders::NONE)
            .padding(0.0, 1.5 * MM);
        let qr = Block::Qr {
            text: self.scanned.clone(),
            size: 34.0 * MM,
            align: Align::Centre,
        };
        let row = Row::new(vec![Cell::of(vec![groups.into()]), Cell::of(vec![qr])]);
        Table::form(vec![Width::Share(1.0), Width::Mm(40.0)], vec![row])
            .borders(Borders::BELOW)
            .padding(1.5 * MM, 2.5 * MM)
    }
}

fn sealed() -> Table {
    let blank = |text: &str| Cell::new(text, TEXT, Align::Left);
    let row = Row::new(vec![label("存放地点"), blank(""), label("信封编号"), blank("")]);
    let columns = vec![
        Width::Mm(24.0),
        Width::Share(1.0),
        Width::Mm(24.0),
        Width::Mm(44.0),
    ];
    Table::form(columns, vec![row.at_least(9.0 * MM)]).borders(Borders::BELOW)
}

fn opened() -> Table {
    let columns = [34.0, 0.0, 34.0, 34.0].map(|mm| {
        if mm > 0.0 {
            Width::Mm(mm)
        } else {
            Width::Share(1.0)
        }
    });
    let head = ["启封时间", "事由", "启封人（签名）", "监督员（签名）"];
    let head = head.map(|text| Cell::new(text, SMALL, Align::Centre).ground(GROUND));
    let empty = || Row::new(vec![value(""), value(""), value(""), value("")]).at_least(9.0 * MM);
    Table::form(columns.to_vec(), vec![empty(), empty()]).head(vec![Row::new(head.to_vec())])
}
