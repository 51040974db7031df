//! The sheet with the fingerprint of the station's key: hangs on the wall, so that anybody can compare.

use super::parts::{GROUND, LABEL, SMALL, TEXT, foot, label, value};
use crate::block::{Align, Block, MM, Paragraph};
use crate::font::Typeface;
use crate::page::{Paper, Sheet};
use crate::table::{Borders, Cell, Row, Stand, Table, Width};
use crate::text::Style;

/// What the sheet is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FingerprintSheet {
    /// The office.
    pub office: String,
    /// The fingerprint of the Ed25519 key: 32 hexadecimal digits.
    pub fingerprint: String,
    /// What is scanned.
    pub scanned: String,
    /// The fingerprint of the certificate that signs PDF files.
    pub certificate: Option<CertificateFingerprint>,
    /// Which life of the office's data this is.
    pub epoch: u64,
    /// Since when the key is in force, as it is to be read.
    pub since: String,
    /// When the sheet was made, as it is to be read.
    pub made: String,
    /// Whom to call.
    pub telephone: Option<String>,
    /// Keys that were in force before.
    pub former: Vec<FormerKey>,
    /// The program and its version.
    pub program: String,
}

/// The certificate that signs PDF files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateFingerprint {
    /// Its SHA-256: 64 hexadecimal digits.
    pub sha256: String,
    /// Until when it is valid, as it is to be read.
    pub until: String,
}

/// A key that was in force before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerKey {
    /// Its fingerprint: 32 hexadecimal digits.
    pub fingerprint: String,
    /// From when until when, as it is to be read.
    pub in_force: String,
    /// Why it is no longer: replaced, lost, revoked.
    pub ended: String,
}

const TITLE: Style = Style::new(Typeface::Title, 27.0).leading(38.0).spaced(3.0);
const OFFICE: Style = Style::new(Typeface::Hei, 18.0).leading(28.0);
const BODY: Style = Style::new(Typeface::Fang, 15.0).leading(24.0);
const STEP: Style = Style::new(Typeface::Fang, 13.5).leading(20.5);
const HEADING: Style = Style::new(Typeface::Hei, 14.0).leading(23.0);
const GROUP: Style = Style::new(Typeface::Mono, 33.0).leading(46.0).spaced(2.0);
const HEX: Style = Style::new(Typeface::Mono, 10.5).leading(15.5);
const SIGN: Style = Style::new(Typeface::Fang, 15.0).leading(23.0);

const INTRO: &str = "本单位用“阳光摇号”组织“双随机”抽查。每次抽取的公开文件，都由本单位的签名密钥签名，改动一个字，签名就不成立。下面是这把密钥的指纹。凡以本单位名义公布的抽取记录，密钥指纹都应当与它一致。";

const STEPS: [&str; 3] = [
    "在抽取现场：封存之前，大屏显示密钥指纹，请逐组与本单对照，八组都相同，才是本单位的密钥。",
    "在抽取之后：用离线网页 verify.html 打开公开文件，核验结果里的“公钥指纹”应当与本单相同；手机扫右上方的方码，里面也有同一串数字和字母。",
    "只要有一位不同，就不是本单位的密钥，请当场提出或者向本单位反映。",
];

impl FingerprintSheet {
    /// The sheet.
    #[must_use]
    pub fn sheet(&self) -> Sheet {
        let mut blocks = vec![
            Paragraph::new("签名密钥指纹公示单", TITLE)
                .align(Align::Centre)
                .into(),
            Paragraph::new(self.office.clone(), OFFICE)
                .align(Align::Centre)
                .space(0.0, 4.0 * MM)
                .into(),
            Paragraph::new(INTRO, BODY)
                .align(Align::Justify)
                .first_indent(2.0 * BODY.size)
                .space(0.0, 3.0 * MM)
                .into(),
            self.large().into(),
            self.facts().into(),
        ];
        if !self.former.is_empty() {
            blocks.push(self.formers().into());
        }
        blocks.push(
            Paragraph::new("怎样核对", HEADING)
                .space(3.0 * MM, 0.0)
                .keep_with_next()
                .into(),
        );
        blocks.extend(STEPS.iter().zip(["一是", "二是", "三是"]).map(|(text, number)| {
            Paragraph::new(format!("{number}{text}"), STEP)
                .align(Align::Justify)
                .first_indent(2.0 * STEP.size)
                .into()
        }));
        if let Some(telephone) = &self.telephone {
            let text = format!("监督电话：{telephone}");
            blocks.push(Paragraph::new(text, STEP).first_indent(2.0 * STEP.size).into());
        }
        blocks.push(Block::Fill);
        blocks.push(self.stamp());
        Sheet {
            title: format!("{}签名密钥指纹公示单", self.office),
            paper: Paper::FORM,
            header: None,
            footer: Some(foot(format!("{}　请张贴在抽取现场和政务公开栏", self.program))),
            watermark: None,
            blocks,
        }
    }

    /// Eight groups of four, to be read from two steps away; the code to be scanned beside them.
    fn large(&self) -> Table {
        let groups = groups_of_four(&self.fingerprint);
        let rows = groups.chunks(4).map(|row| {
            let cell = |group: &String| Cell::new(group.clone(), GROUP, Align::Centre);
            Row::new(row.iter().map(cell).collect())
        });
        let groups = Table::form(vec![Width::Share(1.0); 4], rows.collect())
            .borders(Borders::NONE)
            .padding(0.0, 1.0 * MM);
        let qr = Block::Qr {
            text: self.scanned.clone(),
            size: 36.0 * MM,
            align: Align::Centre,
        };
        let row = Row::new(vec![Cell::of(vec![groups.into()]), Cell::of(vec![qr])]);
        Table::form(vec![Width::Share(1.0), Width::Mm(40.0)], vec![row]).padding(1.0 * MM, 2.0 * MM)
    }

    fn facts(&self) -> Table {
        let columns = vec![
            Width::Mm(26.0),
            Width::Share(1.0),
            Width::Mm(26.0),
            Width::Share(1.0),
        ];
        let mut rows = vec![
            Row::new(vec![
                label("密钥种类"),
                value("Ed25519"),
                label("数据纪元"),
                value(format!("第 {} 纪元", self.epoch)),
            ]),
            Row::new(vec![
                label("启用时间"),
                value(self.since.clone()),
                label("制单时间"),
                value(self.made.clone()),
            ]),
        ];
        if let Some(certificate) = &self.certificate {
            let until = format!("（SHA-256，有效期至 {}）", certificate.until);
            let fingerprint = groups_of_four(&certificate.sha256).join(" ");
            let content = vec![
                Paragraph::new(fingerprint, HEX).into(),
                Paragraph::new(until, SMALL).into(),
            ];
            rows.push(Row::new(vec![
                label("PDF 签章\n证书指纹"),
                Cell::of(content).over(3),
            ]));
        }
        Table::form(columns, rows).borders(Borders::BELOW)
    }

    fn formers(&self) -> Table {
        let head = ["以前的密钥指纹", "使用期间", "停用原因"]
            .map(|text| Cell::new(text, LABEL, Align::Centre).ground(GROUND));
        let rows = self.former.iter().map(|key| {
            Row::new(vec![
                Cell::new(groups_of_four(&key.fingerprint).join(" "), HEX, Align::Left),
                Cell::new(key.in_force.clone(), TEXT, Align::Left),
                Cell::new(key.ended.clone(), TEXT, Align::Left),
            ])
        });
        let columns = vec![Width::Mm(82.0), Width::Mm(46.0), Width::Share(1.0)];
        Table::form(columns, rows.collect())
            .borders(Borders::BELOW)
            .head(vec![Row::new(head.to_vec())])
    }

    /// Name and date at the right, with room for a seal of 42 mm over them.
    fn stamp(&self) -> Block {
        let content = vec![
            Block::Space(5.0 * MM),
            Paragraph::new(self.office.clone(), SIGN)
                .align(Align::Centre)
                .into(),
            Paragraph::new("（公章）", SIGN).align(Align::Centre).into(),
            Paragraph::new("年　　月　　日", SIGN).align(Align::Centre).into(),
        ];
        let hint = Paragraph::new(
            "公章盖在单位名称和日期上。换发密钥后，旧单收回存档，当日换贴新单。",
            SMALL,
        );
        let row = Row::new(vec![
            Cell::of(vec![hint.into()]).stand(Stand::Bottom),
            Cell::of(content).stand(Stand::Bottom),
        ]);
        let columns = vec![Width::Share(1.0), Width::Mm(88.0)];
        Block::Whole(vec![
            Table::form(columns, vec![row])
                .borders(Borders::NONE)
                .padding(0.0, 0.0)
                .into(),
        ])
    }
}

/// Hexadecimal digits in groups of four.
fn groups_of_four(digits: &str) -> Vec<String> {
    let digits: Vec<char> = digits.chars().filter(|digit| !digit.is_whitespace()).collect();
    digits.chunks(4).map(|group| group.iter().collect()).collect()
}
