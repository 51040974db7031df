//! The witnesses' cards, two on a page, each with a slip that is torn off and taken home.

use super::super::parts::{SMALL, STRONG, TEXT, label, points, value};
use super::{DrawHead, boxes, code_lines, or_line, qr, small};
use crate::block::{Align, Block, MM, Paragraph};
use crate::font::Typeface;
use crate::page::Sheet;
use crate::table::{Borders, Cell, Row, Stand, Table, Width};
use crate::text::{Span, Style};

/// What the cards are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessCards {
    /// Which draw.
    pub head: DrawHead,
    /// How many digits each seat draws.
    pub digits_each: u32,
    /// How many digits each seat draws before sealing.
    pub challenge_each: u32,
    /// The digits that all seats drew before sealing; empty: not yet.
    pub challenge: String,
    /// The short code; empty: not sealed yet, it is copied by hand.
    pub code: String,
    /// The commitment: 64 hexadecimal digits; empty: not sealed yet.
    pub commitment: String,
    /// Where the record is made public.
    pub published: String,
    /// The seats.
    pub seats: Vec<CardSeat>,
}

/// A seat of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardSeat {
    /// Its number, from 1.
    pub number: String,
    /// What the witness is.
    pub role: String,
    /// What the room calls the witness.
    pub alias: String,
}

const NAME: Style = Style::new(Typeface::Title, 17.0).leading(24.0).spaced(3.0);
const SEAT: Style = Style::new(Typeface::Hei, 15.0).leading(24.0);
const CODE: Style = Style::new(Typeface::Mono, 11.5).leading(17.0);

const WRITE: [&str; 4] = [
    "摸一个、记一个、放回去再摸；不要自己编，也不要给人看。",
    "写好正面朝下扣在桌上。全部扣好以前谁也不翻；扣好以后不能再改。",
    "一起翻开后念号，屏幕上看对了再点头。以卡上写的为准。",
    "写错了划去重写一张，原卡作废，一起装进封袋。",
];

const HOME: [&str; 3] = [
    "封存码与大屏逐组对照，应当相同。",
    "公布以后用 verify.html 打开公开文件，输入封存码和自己的号码，都应相符。",
    "对不上的当场提出，或者打监督电话。",
];

impl WitnessCards {
    /// The cards.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let mut blocks = Vec::new();
        if self.seats.is_empty() {
            blocks.push(
                Paragraph::new("这次抽取没有见证席，不需要见证卡。", TEXT)
                    .align(Align::Centre)
                    .into(),
            );
        }
        for (at, seat) in self.seats.iter().enumerate() {
            blocks.push(self.one(seat, at % 2 == 0));
            if at % 2 == 1 && at + 1 < self.seats.len() {
                blocks.push(Block::NewPage);
            }
        }
        self.head.paper("见证卡", blocks)
    }

    fn one(&self, seat: &CardSeat, is_upper: bool) -> Block {
        let row = Row::new(vec![
            Cell::of(self.card(seat)).stand(Stand::Top),
            Cell::of(self.slip(seat)).stand(Stand::Top),
        ])
        .at_least(124.0 * MM);
        let borders = Borders {
            outer: (if is_upper { 0.0 } else { 0.6 }, 0.0),
            sides: 0.0,
            ..Borders::CUT
        };
        Table::form(vec![Width::Share(1.0), Width::Mm(68.0)], vec![row])
            .borders(borders)
            .padding(2.5 * MM, 2.5 * MM)
            .into()
    }

    /// What stays in the room.
    fn card(&self, seat: &CardSeat) -> Vec<Block> {
        let mut blocks = vec![
            Paragraph::of(vec![
                Span::new("见证卡　", NAME),
                Span::new(format!("第 {} 席", seat.number), SEAT),
            ])
            .into(),
            Block::Space(0.8 * MM),
            self.facts(seat).into(),
            Block::Space(1.5 * MM),
        ];
        if self.challenge.is_empty() {
            blocks.push(asked(
                "现场随机数",
                &format!("封存之前摸 {} 位", self.challenge_each),
            ));
            blocks.extend(boxes(self.challenge_each, 9.6));
        } else {
            let text = vec![
                Span::new("现场随机数　", STRONG),
                Span::new(self.challenge.clone(), CODE),
                Span::new("　各席合在一起，已封存", SMALL),
            ];
            blocks.push(Paragraph::of(text).space(0.0, 1.5 * MM).into());
        }
        blocks.push(asked(
            "我的号码",
            &format!("封存以后摸 {} 位，一格一位", self.digits_each),
        ));
        blocks.extend(boxes(self.digits_each, 9.6));
        blocks.push(points(&WRITE, SMALL));
        let sign = vec![
            Span::new("见证人（签名）", TEXT),
            Span::Blank(34.0 * MM, TEXT),
            Span::new("　时间", TEXT),
            Span::Blank(18.0 * MM, TEXT),
        ];
        blocks.push(Paragraph::of(sign).space(5.0 * MM, 0.0).into());
        blocks
    }

    fn facts(&self, seat: &CardSeat) -> Table {
        let head = &self.head;
        // Cards are handed out before anything is sealed: the number is written down when there is one.
        let draw = match &*head.draw {
            "" => "＿＿＿＿＿＿＿＿（封存以后写编号）".to_owned(),
            draw => [&*head.told, draw].join("　"),
        };
        let rows = [
            ("身份", format!("{}　{}", seat.role, seat.alias)),
            ("抽取", draw.trim_start().to_owned()),
            ("任务", head.task.clone()),
        ];
        let rows = rows.map(|(name, text)| Row::new(vec![label(name), value(text)]));
        Table::form(vec![Width::Mm(14.0), Width::Share(1.0)], rows.into()).padding(1.2 * MM, 0.7 * MM)
    }

    /// What is taken home.
    fn slip(&self, seat: &CardSeat) -> Vec<Block> {
        let head = &self.head;
        let title = vec![
            Span::new("回执　", NAME),
            Span::new(format!("第 {} 席", seat.number), SEAT),
        ];
        let draw = or_line(&head.draw, "抽取编号＿＿＿＿＿＿＿＿");
        let mut blocks = vec![
            Paragraph::of(title).into(),
            small(format!("{}\n{draw}", head.office)).into(),
            Block::Space(1.2 * MM),
            Paragraph::new("封存码", STRONG).into(),
        ];
        if self.code.is_empty() {
            blocks.push(small("照大屏抄，一格一组，共八组：").into());
            let empty = || Row::new((0..2).map(|_| value("")).collect()).at_least(8.0 * MM);
            let rows = (0..4).map(|_| empty()).collect();
            blocks.push(Table::form(vec![Width::Share(1.0); 2], rows).into());
        } else {
            blocks.extend(code_lines(&self.code, CODE));
            blocks.push(qr(&self.commitment, 24.0));
        }
        blocks.push(Block::Space(0.8 * MM));
        blocks.push(Paragraph::new("我的号码", STRONG).into());
        blocks.push(Paragraph::of(vec![Span::Blank(61.0 * MM, SEAT.leading(20.0))]).into());
        blocks.push(Block::Space(0.8 * MM));
        blocks.push(points(&HOME, SMALL));
        blocks.push(Block::Space(1.0 * MM));
        blocks.push(small(format!("公布在：{}", or_line(&self.published, "（当场告知）"))).into());
        if !head.telephone.is_empty() {
            blocks.push(small(format!("监督电话：{}", head.telephone)).into());
        }
        blocks
    }
}

/// What is to be written below, and how much of it.
fn asked(what: &str, how: &str) -> Block {
    Paragraph::of(vec![
        Span::new(format!("{what}　"), STRONG),
        Span::new(how, SMALL),
    ])
    .keep_with_next()
    .space(0.0, 0.8 * MM)
    .into()
}
