//! The workbook of a partner department, as somebody fills it in with another program.

use std::fs;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};

/// A cell that somebody fills in.
#[derive(Clone)]
pub enum Typed {
    Text(String),
    /// What a spreadsheet makes of a long number.
    Number(String),
}

pub type Rows = Vec<Vec<Typed>>;

/// A workbook of a partner, as somebody fills it in.
pub struct Filled(pub Vec<(String, Rows)>);

/// What somebody types.
pub fn text(text: &str) -> Typed {
    Typed::Text(text.to_owned())
}

impl Filled {
    pub fn open(path: &str) -> Self {
        let mut book: Xlsx<_> = open_workbook(path).unwrap();
        let names = book.sheet_names();
        let rows = |range: &calamine::Range<Data>| -> Rows {
            let cell = |cell: &Data| text(&cell.to_string());
            range.rows().map(|row| row.iter().map(cell).collect()).collect()
        };
        Self(
            names
                .into_iter()
                .map(|name| {
                    let range = book.worksheet_range(&name).unwrap();
                    (name, rows(&range))
                })
                .collect(),
        )
    }

    pub fn sheet(&mut self, name: &str) -> &mut Rows {
        let found = self.0.iter_mut().find(|(sheet, _)| sheet == name);
        &mut found.expect("the sheet is there").1
    }

    pub fn texts(&mut self, name: &str) -> Vec<Vec<String>> {
        let cell = |cell: &Typed| match cell {
            Typed::Text(text) | Typed::Number(text) => text.clone(),
        };
        let rows = self.sheet(name).iter();
        rows.map(|row| row.iter().map(cell).collect()).collect()
    }

    /// Somebody who is sent: name, certificate, until when, and the most targets.
    pub fn sends(&mut self, name: &str, cert: Typed, until: &str, cap: &str) {
        let row = vec![
            text(name),
            cert,
            text(until),
            text(""),
            text(""),
            text(""),
            text(cap),
        ];
        self.sheet("检查人员").push(row);
    }

    pub fn recuses(&mut self, who: &str, whom: &str, why: &str) {
        self.sheet("回避").push(vec![text(who), text(whom), text(why)]);
    }

    /// Saves it as another program may: as a table of XML.
    pub fn save(&self, folder: &Path, name: &str) -> PathBuf {
        let cell = |cell: &Typed| match cell {
            Typed::Text(text) => format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>"),
            Typed::Number(number) => format!("<Cell><Data ss:Type=\"Number\">{number}</Data></Cell>"),
        };
        let row = |row: &Vec<Typed>| format!("<Row>{}</Row>", row.iter().map(cell).collect::<String>());
        let sheet = |(name, rows): &(String, Rows)| {
            let rows: String = rows.iter().map(row).collect();
            format!("<Worksheet ss:Name=\"{name}\"><Table>{rows}</Table></Worksheet>")
        };
        let sheets: String = self.0.iter().map(sheet).collect();
        let file = folder.join(name);
        let xml = format!(
            "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
             xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">{sheets}</Workbook>"
        );
        fs::write(&file, xml).unwrap();
        file
    }
}
