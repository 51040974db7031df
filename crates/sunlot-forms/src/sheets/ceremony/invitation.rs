//! Invitations to witness a draw: a page for each, in the manner of an official letter.

use super::DrawHead;
use crate::block::{Align, Block, MM, Paragraph};
use crate::font::Typeface;
use crate::page::{Paper, Sheet};
use crate::text::{Span, Style};

/// What the invitations are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationSheet {
    /// Which draw.
    pub head: DrawHead,
    /// How many minutes it is likely to take.
    pub minutes: String,
    /// Those who are invited.
    pub guests: Vec<Invitation>,
}

/// Somebody who is invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The name, or the unit; empty: to be written in.
    pub to: String,
    /// As what.
    pub role: String,
}

const TITLE: Style = Style::new(Typeface::Title, 22.0).leading(34.0).spaced(6.0);
const BODY: Style = Style::new(Typeface::Fang, 15.0).leading(25.5);

const WHAT: &str = "您不需要懂电脑。现场请您做三件事：看封存码先公布、后写数；自己摸几位数字写在卡上扣好；全部扣好以后一起翻开，看结果当场算出。您带走一张回执，以后可以用它核对公开的记录。";
const HOW: &str = "请带身份证件或者工作证，提前十分钟到场签到。是否公开您的姓名，由您在签到时决定。有事不能来的，请提前告知，我们另请他人；当场缺席的席位不能由别人代坐。";

impl InvitationSheet {
    /// The invitations; where nobody is named, one to write the name in.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let nobody = [Invitation {
            to: String::new(),
            role: "见证人".to_owned(),
        }];
        let guests = if self.guests.is_empty() {
            &nobody[..]
        } else {
            &self.guests
        };
        let mut blocks = Vec::new();
        for (at, guest) in guests.iter().enumerate() {
            if at > 0 {
                blocks.push(Block::NewPage);
            }
            blocks.extend(self.letter(guest));
        }
        let sheet = self.head.paper("邀请函", blocks);
        Sheet {
            paper: Paper::OFFICIAL,
            ..sheet
        }
    }

    fn letter(&self, guest: &Invitation) -> Vec<Block> {
        let head = &self.head;
        let day = super::or_line(&head.day, "　　　　年　　月　　日");
        let what = Paragraph::of(vec![
            Span::new(format!("我单位定于{day}　　时　　分在"), BODY),
            written(&head.place, 60.0),
            Span::new(
                format!(
                    "，对“{}”公开摇号，抽取检查对象和检查人员，大约用时{}。诚邀您作为{}到场见证。",
                    head.task, self.minutes, guest.role
                ),
                BODY,
            ),
        ])
        .align(Align::Justify)
        .first_indent(2.0 * BODY.size);
        let said = |text: &str| {
            Paragraph::new(text, BODY)
                .align(Align::Justify)
                .first_indent(2.0 * BODY.size)
                .into()
        };
        let mut blocks = vec![
            Paragraph::new("邀请函", TITLE)
                .align(Align::Centre)
                .space(0.0, 8.0 * MM)
                .into(),
            Paragraph::of(vec![written(&guest.to, 45.0), Span::new("：", BODY)]).into(),
            what.into(),
            said(WHAT),
            said(HOW),
        ];
        if !head.telephone.is_empty() {
            blocks.push(said(&format!("联系电话：{}", head.telephone)));
        }
        let right = |text: &str| Paragraph::new(text, BODY).align(Align::Right).into();
        blocks.push(Block::Whole(vec![
            Block::Space(12.0 * MM),
            right(&head.office),
            right("（公章）"),
            right("年　　月　　日"),
        ]));
        blocks
    }
}

/// What is there, or a line to write it on, this many millimetres long.
fn written(text: &str, length: f32) -> Span {
    if text.is_empty() {
        Span::Blank(length * MM, BODY)
    } else {
        Span::new(text, BODY)
    }
}
