//! The second copy of the secret: printed right after sealing, folded so that it is inside, sealed, and kept by the supervisor.

use super::super::parts::{SMALL, heading, points, signatures, value};
use super::{DrawHead, facts, headings, pair, qr, small, wide};
use crate::block::{Align, Block, MM, Paragraph};
use crate::font::Typeface;
use crate::page::Sheet;
use crate::table::{Borders, Cell, Row, Stand, Table, Width};
use crate::text::Style;

/// What the sheet is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnvelopeSheet {
    /// Which draw.
    pub head: DrawHead,
    /// When it was sealed.
    pub sealed_at: String,
    /// The short code of what it belongs to.
    pub code: String,
    /// The secret: 64 hexadecimal digits.
    pub secret: String,
    /// Which print it is.
    pub print: String,
}

const SECRET: Style = Style::new(Typeface::Mono, 21.0).leading(32.0);
const ORDINAL: Style = Style::new(Typeface::Hei, 8.0).leading(11.0);

const OPEN: [&str; 4] = [
    "什么时候可以启封：只有封存以后电脑或者数据坏了、程序打不开这次抽取的，才启封；作废、抽完以后都不用启封。",
    "谁可以启封：监督员，当着经办员和到场见证人的面，先验封口，再在下面登记、签名。",
    "启封以后：密数和各席卡片上的号码一起，可以按公布的办法在别的电脑上算出结果；启封的事写进记录。",
    "卡片翻开以前，谁看过密数都要当场说明，这次抽取作废重来。",
];

const CARE: [&str; 3] = [
    "打印后不看、不抄、不拍照，沿折线折两次盖住密数，装进信封，封口由监督员和经办员签名，监督员保管。",
    "本单只送打印机，不存成文件；每打印一次，留痕里记一次。印坏的当场剪碎。",
    "抽取结束，密数随记录公布，本单就没有秘密了：原封放进档案袋；作废的同样处理。",
];

impl EnvelopeSheet {
    /// The sheet. The secret stands in the middle third, which is inside when the sheet is folded; who may open it and when, in the
    /// upper one, which is outside.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let head = &self.head;
        let outside = vec![
            facts(vec![
                wide("抽查任务", &head.task),
                pair(("第几次", &head.told), ("封存时间", &self.sealed_at)),
                wide("封 存 码", &self.code.replace('-', " ")),
                pair(("第几次打印", &self.print), ("信封编号", "")),
            ])
            .into(),
            Block::Space(1.5 * MM),
            points(&OPEN, SMALL),
        ];
        let inside = vec![
            Block::Space(2.0 * MM),
            small("折线一：最后沿这条线把上面三分之一向后折，字朝外，露在信封里最上面。").into(),
            heading("密数（64 位，从左到右、从上到下读）"),
            self.secret().into(),
            Block::Space(2.0 * MM),
            small("折线二：先沿下面这条线向上折，盖住密数。").into(),
        ];
        let below = vec![
            heading("怎样保管"),
            points(&CARE, SMALL),
            heading("封存和启封"),
            signatures(&["监督员", "经办员"], 15.0 * MM).into(),
            opened().into(),
        ];
        let third = |blocks: Vec<Block>, height: f32| {
            let row = Row::new(vec![Cell::of(blocks).stand(Stand::Top)]);
            row.at_least(height * MM)
        };
        // The first fold lies a third of the paper below its upper edge; title and margin are above the table.
        let rows = vec![third(outside, 65.0), third(inside, 99.0)];
        let borders = Borders {
            outer: (0.0, 0.0),
            sides: 0.0,
            ..Borders::CUT
        };
        let thirds = Table::form(vec![Width::Share(1.0)], rows)
            .borders(borders)
            .padding(0.0, 0.5 * MM);
        let mut blocks = vec![thirds.into()];
        blocks.extend(below);
        head.form("封存码副本（密数）", blocks)
    }

    /// Sixteen groups of four, each below its number, with what is scanned beside them.
    fn secret(&self) -> Table {
        let groups = super::fours(&self.secret);
        let rows = groups.chunks(4).enumerate().map(|(line, groups)| {
            let cells = groups.iter().enumerate().map(|(at, group)| {
                Cell::of(vec![
                    Paragraph::new((line * 4 + at + 1).to_string(), ORDINAL)
                        .align(Align::Centre)
                        .into(),
                    Paragraph::new(group.clone(), SECRET).align(Align::Centre).into(),
                ])
            });
            Row::new(cells.collect())
        });
        let groups = Table::form(vec![Width::Share(1.0); 4], rows.collect())
            .borders(Borders::NONE)
            .padding(0.0, 0.4 * MM);
        let row = Row::new(vec![
            Cell::of(vec![groups.into()]),
            Cell::of(vec![qr(&self.secret, 36.0)]),
        ]);
        Table::form(vec![Width::Share(1.0), Width::Mm(42.0)], vec![row]).padding(1.0 * MM, 1.5 * MM)
    }
}

fn opened() -> Table {
    let empty = Row::new(vec![value(""), value(""), value(""), value("")]).at_least(10.0 * MM);
    let columns = vec![
        Width::Mm(34.0),
        Width::Share(1.0),
        Width::Mm(34.0),
        Width::Mm(34.0),
    ];
    let texts = ["启封时间", "为什么启封", "监督员（签名）", "见证人（签名）"];
    Table::form(columns, vec![empty])
        .borders(Borders::BELOW)
        .head(headings(&texts))
}
