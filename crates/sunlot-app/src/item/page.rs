//! The list as one page for a website: it needs nothing but itself, and nothing in it can run.

use std::fmt::Write as _;

use sunlot_rules::roster::fields::ItemField;
use sunlot_store::{Connection, office_profile};

use super::export::Sheet;
use super::labels;
use super::lists::Editions;
use crate::{Desk, Result};

/// What is the office's own affair.
pub(super) const INTERNAL: [ItemField; 3] = [ItemField::Person, ItemField::Base, ItemField::Remark];

const STYLE: &str = "body{font-family:sans-serif;margin:2em auto;max-width:96%;color:#1a1a1a}\
h1{font-size:1.5em;text-align:center}p{text-align:center}\
table{border-collapse:collapse;width:100%;font-size:.9em}\
th,td{border:1px solid #888;padding:.4em .5em;text-align:left;vertical-align:top;white-space:pre-line}\
th{background:#eee}p.draft{color:#a00;font-weight:bold}";

impl Desk {
    /// The page of a list.
    pub(super) fn items_page(
        &self,
        office: &Connection,
        edition: Option<i64>,
        sheet: &Sheet,
    ) -> Result<String> {
        let editions = Editions::read(office, self.item_day()?)?;
        let name = office_profile::latest(office)?.map_or_else(String::new, |profile| profile.row.name);
        let title = format!("{name}{}", labels::PAGE_TITLE);
        let mut page = format!(
            "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>{0}</title>\n\
             <style>{STYLE}</style>\n</head>\n<body>\n<h1>{0}</h1>\n",
            escaped(&title)
        );
        let said = match edition {
            None => Some(labels::PAGE_DRAFT.to_owned()),
            Some(id) => {
                let edition = editions.require(id)?;
                let row = &edition.stored.row;
                paragraph(&mut page, "", &labels::page_edition(&edition.number, &row.title));
                if edition.ratified() {
                    let (by, on) = (&row.ratified_by, &row.ratified_on);
                    let decided = labels::page_decided(by, on, &row.ratified_no, &row.effective_on);
                    paragraph(&mut page, "", &decided);
                    None
                } else {
                    Some(labels::PAGE_UNRATIFIED.to_owned())
                }
            }
        };
        if let Some(said) = said {
            paragraph(&mut page, " class=\"draft\"", &said);
        }
        table(&mut page, sheet);
        page.push_str("</body>\n</html>\n");
        Ok(page)
    }
}

fn paragraph(page: &mut String, class: &str, text: &str) {
    let _ = writeln!(page, "<p{class}>{}</p>", escaped(text));
}

/// The columns in which something stands, with a number before each row.
fn table(page: &mut String, sheet: &Sheet) {
    let filled: Vec<usize> = (0..sheet.headings.len())
        .filter(|column| {
            sheet
                .rows
                .iter()
                .any(|row| row.get(*column).is_some_and(|text| !text.is_empty()))
        })
        .collect();
    page.push_str("<table>\n<thead><tr>");
    let _ = write!(page, "<th>{}</th>", labels::PAGE_NUMBER);
    for heading in filled.iter().filter_map(|column| sheet.headings.get(*column)) {
        let _ = write!(page, "<th>{}</th>", escaped(heading));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for (row, number) in sheet.rows.iter().zip(1..) {
        let _ = write!(page, "<tr><td>{number}</td>");
        for text in filled.iter().filter_map(|column| row.get(*column)) {
            let _ = write!(page, "<td>{}</td>", escaped(text));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody>\n</table>\n");
}

/// A text that a browser shows as it stands.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_looks_like_a_page_is_shown_and_does_not_run() {
        let sheet = Sheet {
            heading: String::new(),
            headings: vec!["a", "b"],
            rows: vec![vec!["<script>alert(\"1\")</script>&'".to_owned(), String::new()]],
        };
        let mut page = String::new();
        table(&mut page, &sheet);
        assert!(!page.contains("<script"), "nothing runs: {page}");
        assert!(
            page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;"),
            "it stands there as it was typed: {page}"
        );
        assert!(
            !page.contains("<th>b</th>"),
            "a column without anything is left out"
        );
    }
}
