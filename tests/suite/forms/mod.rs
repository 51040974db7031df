//! Paper: what stands on it, where, and that a file says the same as the sheet that it was made from.

pub mod file;
mod lines;
mod rare;
mod room;
mod room_samples;
pub mod samples;
mod sheets;
mod tables;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use sunlot_forms::{Block, FontFiles, Fonts, Imprint, Item, Laid, Made, Paper, Sheet, Style, Typeface, lay};

use crate::support::root;

const SONG: Style = Style::new(Typeface::Song, 10.5);

/// The committed fonts, read once.
fn files() -> &'static FontFiles {
    static FILES: OnceLock<FontFiles> = OnceLock::new();
    FILES.get_or_init(|| {
        FontFiles::gather(|file| {
            let path = root()
                .join("assets/fonts")
                .join(file.path().expect("ours has a place"));
            std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))
        })
        .expect("all fonts are in the tree")
    })
}

pub fn fonts() -> Fonts<'static> {
    Fonts::new(files()).expect("the committed fonts are fonts")
}

pub fn imprint() -> Imprint {
    Imprint {
        author: "徐水区气象局".into(),
        producer: "阳光摇号 1.0".into(),
        made: Made {
            date: (2026, 11, 20),
            time: (9, 41, 0),
            ahead: 480,
        },
        id: [7; 16],
    }
}

/// A sheet of these blocks with nothing in its margins.
fn sheet(blocks: Vec<Block>) -> Sheet {
    Sheet {
        title: "试".into(),
        paper: Paper::FORM,
        header: None,
        footer: None,
        watermark: None,
        blocks,
    }
}

fn laid(blocks: Vec<Block>) -> Laid {
    lay(&fonts(), &sheet(blocks))
}

/// The lines of a page as they are read: from the top, and from the left.
fn lines_of(page: &[Item]) -> Vec<String> {
    let mut lines: BTreeMap<i64, Vec<(f32, String)>> = BTreeMap::new();
    for item in page {
        if let Item::Text(text) = item {
            #[allow(clippy::cast_possible_truncation, reason = "a page is not that high")]
            let height = (text.baseline * 10.0).round() as i64;
            lines.entry(height).or_default().push((text.x, text.text()));
        }
    }
    lines
        .into_values()
        .map(|mut runs| {
            runs.sort_by(|a, b| a.0.total_cmp(&b.0));
            runs.into_iter().map(|(_, text)| text).collect()
        })
        .collect()
}

/// A page as the eye takes it in: what stands at about one height is one line, with blanks between fields.
fn as_seen(page: &[Item]) -> String {
    let mut runs: Vec<(f32, f32, f32, String)> = page
        .iter()
        .filter_map(|item| match item {
            Item::Text(text) if !is_watermark(text) => Some((text.baseline, text.x, text.width, text.text())),
            _ => None,
        })
        .collect();
    runs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut lines: Vec<Vec<(f32, f32, f32, String)>> = Vec::new();
    for run in runs {
        match lines.last_mut() {
            Some(line) if run.0 - line[0].0 < 3.5 => line.push(run),
            _ => lines.push(vec![run]),
        }
    }
    let mut seen = String::new();
    for mut line in lines {
        line.sort_by(|a, b| a.1.total_cmp(&b.1));
        let mut end = line[0].1;
        for (_, x, width, text) in line {
            seen.push_str(if x - end > 3.0 { "  " } else { "" });
            seen.push_str(&text);
            end = x + width;
        }
        seen.push('\n');
    }
    seen
}

/// What a page says in the order in which it is drawn, without blanks.
pub fn drawn(page: &[Item]) -> String {
    let texts = page.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text.text()),
        _ => None,
    });
    without_blanks(&texts.collect::<String>())
}

pub fn without_blanks(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{C}')
        .collect()
}

/// Runs a program on a file in a folder of its own and gives what it printed, as text.
pub fn ask(program: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> String {
    String::from_utf8_lossy(&ask_bytes(program, before, pdf, after)).into_owned()
}

fn ask_bytes(program: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sheet.pdf");
    std::fs::write(&path, pdf).expect("the file is written");
    let output = Command::new(program)
        .args(before)
        .arg(Path::new("sheet.pdf"))
        .args(after)
        .current_dir(folder.path())
        .output()
        .unwrap_or_else(|e| panic!("{program} is missing (see ./dev): {e}"));
    assert!(
        output.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output.stdout
}

/// What stands behind the text, and is no part of it.
fn is_watermark(text: &sunlot_forms::TextItem) -> bool {
    text.grey > 0.8
}

/// Keeps a file to be looked at, in the folder that `SUNLOT_PAPER` names.
fn keep(name: &str, sheet: &Sheet) {
    if let Some(folder) = std::env::var_os("SUNLOT_PAPER") {
        let printed = sunlot_forms::print(&fonts(), sheet, &imprint()).expect("it is written");
        std::fs::write(Path::new(&folder).join(format!("{name}.pdf")), printed.bytes).expect("it is kept");
    }
}

/// Everything drawn stands between the margins, and nothing of a text crosses an upright line.
fn assert_in_place(laid: &Laid) {
    let on_its_side = laid.size.0 > laid.size.1;
    let paper = if on_its_side {
        Paper::FORM_WIDE
    } else {
        Paper::FORM
    };
    assert_within(laid, paper);
}

/// The same on paper with these margins.
fn assert_within(laid: &Laid, paper: Paper) {
    let (left, right) = (
        paper.left * sunlot_forms::MM,
        (paper.width - paper.right) * sunlot_forms::MM,
    );
    for (number, page) in laid.pages.iter().enumerate() {
        let uprights: Vec<(f32, f32, f32)> = page
            .iter()
            .filter_map(|item| match item {
                Item::Line { from, to, .. } if (from.0 - to.0).abs() < 0.01 => Some((from.0, from.1, to.1)),
                _ => None,
            })
            .collect();
        for item in page {
            let Item::Text(text) = item else { continue };
            if is_watermark(text) {
                continue;
            }
            let (begin, end) = (text.x, text.x + text.width);
            assert!(
                begin >= left - 0.1 && end <= right + 0.1,
                "page {}: {} leaves the margins",
                number + 1,
                text.text()
            );
            assert!(
                text.baseline > 20.0 && text.baseline < laid.size.1 - 20.0,
                "page {}: {} leaves the paper",
                number + 1,
                text.text()
            );
            for (x, top, bottom) in &uprights {
                let beside =
                    end <= x + 0.1 || begin >= x - 0.1 || text.baseline < *top || text.baseline > *bottom;
                assert!(beside, "page {}: {} crosses a line", number + 1, text.text());
            }
        }
    }
}
