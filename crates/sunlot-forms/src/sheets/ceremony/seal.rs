//! The sealing sheet: what was sealed, printed right after it and before any number is given. A witness holds the file against it.

use super::super::notice::NoticeStratum;
use super::super::parts::{SMALL, TEXT, heading, label, points, value};
use super::{DrawHead, GROUPS, code_lines, facts, fours, hex_lines, pair, places_to_sign, qr, strata, wide};
use crate::block::{Block, MM, Paragraph};
use crate::page::Sheet;
use crate::table::{Borders, Cell, Row, Table, Width};
use crate::text::Span;

/// What the sheet is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealSheet {
    /// Which draw.
    pub head: DrawHead,
    /// When it was sealed.
    pub sealed_at: String,
    /// The commitment: 64 hexadecimal digits.
    pub commitment: String,
    /// The short code: eight groups of four.
    pub code: String,
    /// The fingerprint of the station's key; empty: none.
    pub fingerprint: String,
    /// The digits that the witnesses drew before; empty: nobody sits there.
    pub challenge: String,
    /// The announcement before it, with the beginning of its digest; empty: none.
    pub notice: String,
    /// The public number that takes the witnesses' place; empty: none does.
    pub public: String,
    /// The strata.
    pub strata: Vec<NoticeStratum>,
    /// How many are left out, by reason.
    pub excluded: Vec<(String, String)>,
    /// How many inspectors there are, and how many must not go where.
    pub people: String,
    /// Who sits where.
    pub witnesses: Vec<SealWitness>,
    /// The earlier draws of the task, with why they were given up.
    pub earlier: Vec<String>,
}

/// A witness of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealWitness {
    /// Which seat.
    pub seat: String,
    /// What the witness is.
    pub role: String,
    /// What the room calls the witness.
    pub alias: String,
}

const CHECK: [&str; 3] = [
    "封存码在各席写数之前公布。名单、规则、席位、现场随机数和电脑的密数都封在里面，以后改一个字，封存码就对不上。",
    "抽取以后，在另一台电脑上用离线网页 verify.html 打开公开文件，照本单输入封存码和现场随机数，照自己的回执输入号码，应当全部相符。",
    "扫方码得到同一串 64 位的封存值；短码是它的前一部分，便于手抄。",
];

impl SealSheet {
    /// The sheet.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let mut blocks = vec![
            self.facts().into(),
            heading("封存码（写数之前公布，请拍照留存）"),
            self.code().into(),
            heading("名单"),
            strata(&self.strata).into(),
        ];
        blocks.push(self.beside().into());
        blocks.push(Block::Space(2.0 * MM));
        blocks.push(points(&CHECK, SMALL));
        blocks.push(Block::Whole(vec![
            heading("在场签名"),
            Block::Whole(places_to_sign(&self.signers())),
        ]));
        self.head.form("封存单", blocks)
    }

    fn facts(&self) -> Table {
        let head = &self.head;
        let mut rows = vec![
            wide("抽查任务", &head.task),
            pair(("第几次", &head.told), ("封存时间", &self.sealed_at)),
            pair(("地　　点", &head.place), ("检查人员", &self.people)),
        ];
        if !self.notice.is_empty() {
            rows.push(wide("名单预公告", &self.notice));
        }
        if !self.public.is_empty() {
            rows.push(wide("公 开 数", &self.public));
        }
        if !self.fingerprint.is_empty() {
            rows.push(wide("密钥指纹", &fours(&self.fingerprint).join(" ")));
        }
        facts(rows)
    }

    /// The code as large as it goes, then all of it, the digits that were drawn, and the square beside them.
    fn code(&self) -> Table {
        let mut content = code_lines(&self.code, GROUPS);
        content.push(Block::Space(1.5 * MM));
        content.extend(hex_lines(&self.commitment));
        let row = Row::new(vec![
            Cell::of(content),
            Cell::of(vec![qr(&self.commitment, 34.0)]),
        ]);
        let columns = vec![Width::Share(1.0), Width::Mm(44.0)];
        let mut rows = vec![row];
        if !self.challenge.is_empty() {
            let digits = Paragraph::of(vec![
                Span::new("现场随机数（封存之前由各席摸出）：", TEXT),
                Span::new(self.challenge.clone(), GROUPS),
            ]);
            rows.push(Row::new(vec![Cell::of(vec![digits.into()]).over(2)]));
        }
        Table::form(columns, rows).padding(2.0 * MM, 1.5 * MM)
    }

    /// Who is not in the list, and what was given up before.
    fn beside(&self) -> Table {
        let told = |(why, count): &(String, String)| format!("{why} {count}");
        let left_out: Vec<String> = self.excluded.iter().map(told).collect();
        let earlier = match self.earlier.as_slice() {
            [] => "没有，这是本任务第一次封存".to_owned(),
            earlier => earlier.join("\n"),
        };
        let row = |name: &str, text: String| Row::new(vec![label(name), value(text)]);
        let mut rows = vec![row("以前的抽取", earlier)];
        if !left_out.is_empty() {
            rows.insert(0, row("没有列入的", left_out.join("；")));
        }
        Table::form(vec![Width::Mm(24.0), Width::Share(1.0)], rows).borders(Borders::BELOW)
    }

    fn signers(&self) -> Vec<String> {
        let mut who: Vec<String> = ["经办员", "监督员", "记录人"].map(str::to_owned).into();
        who.extend(
            self.witnesses
                .iter()
                .map(|witness| format!("{} {} {}", witness.seat, witness.role, witness.alias)),
        );
        who
    }
}
