//! The files that are measured: twelve columns as a county's roster has them, every code with its right check character.

use std::fmt::Write as _;
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook};

use super::{LINES, ROWS};

const HEADINGS: [&str; 12] = [
    "序号",
    "企业名称",
    "统一社会信用代码",
    "法定代表人",
    "联系电话",
    "住所",
    "乡镇街道",
    "信用类别",
    "成立日期",
    "本年已查次数",
    "登记状态",
    "备注",
];
const ALPHABET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

fn cells(row: u32) -> [String; 12] {
    let place = row as usize;
    [
        (row + 1).to_string(),
        format!("徐水区第{row}商贸服务有限公司"),
        code(row),
        format!("刘{}国", ["建", "卫", "爱", "立"][place % 4]),
        format!("1380000{:04}", row % 10_000),
        format!("河北省保定市徐水区安肃镇振兴西路{}号", row % 900),
        ["安肃镇", "崔庄镇", "大因镇", "遂城镇"][place % 4].to_owned(),
        ["良好", "一般", "不良"][place % 3].to_owned(),
        format!("20{:02}-{:02}-{:02}", row % 26, row % 12 + 1, row % 28 + 1),
        (row % 3).to_string(),
        "存续".to_owned(),
        format!("备注{}", row % 50),
    ]
}

/// A credit code: the eighteenth character follows from the others (GB 32100-2015).
fn code(row: u32) -> String {
    let body = format!("91130609MA{:07}", row % 10_000_000);
    let (mut sum, mut weight) = (0, 1);
    for byte in body.bytes() {
        let value = ALPHABET.iter().position(|known| *known == byte).unwrap_or(0);
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    format!("{body}{}", char::from(ALPHABET[(31 - sum % 31) % 31]))
}

pub fn make_workbook(path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write_string(0, column, heading).unwrap();
    }
    for row in 0..ROWS {
        for (column, text) in (0..).zip(cells(row)) {
            match column {
                0 | 9 => sheet.write_number(row + 1, column, text.parse::<f64>().unwrap()),
                8 => sheet.write_number_with_format(row + 1, column, f64::from(36_526 + row % 9_000), &day),
                _ => sheet.write_string(row + 1, column, text),
            }
            .unwrap();
        }
    }
    book.save(path).unwrap();
}

pub fn make_list(path: &Path, old: bool) {
    let mut text = HEADINGS.join(",");
    text.push('\n');
    for row in 0..LINES {
        writeln!(text, "{}", cells(row).join(",")).unwrap();
    }
    let bytes = if old {
        encoding_rs::GB18030.encode(&text).0.into_owned()
    } else {
        text.into_bytes()
    };
    std::fs::write(path, bytes).unwrap();
}
