//! Paper: how long documents of one, of a hundred and of a thousand pages take, and how large they become.

use std::path::Path;
use std::time::Instant;

use sunlot_forms::sheets::{TrailExtract, TrailRow, Verification};
use sunlot_forms::{FontFiles, Fonts, Imprint, Made, lay, write};

pub fn measure() {
    let files = files();
    println!("paper: an extract of the trail, laid and written");
    println!(
        "{:>8} {:>8} {:>10} {:>10} {:>12}",
        "rows", "pages", "lay ms", "write ms", "bytes"
    );
    for rows in [1, 2_300, 23_000] {
        // The fonts are read anew each time, as for each print.
        let begun = Instant::now();
        let fonts = Fonts::new(&files).unwrap();
        let laid = lay(&fonts, &extract(rows).sheet());
        let laid_in = begun.elapsed();
        let bytes = write(&fonts, &laid, &imprint()).unwrap();
        println!(
            "{rows:>8} {:>8} {:>10.1} {:>10.1} {:>12}",
            laid.pages.len(),
            laid_in.as_secs_f64() * 1000.0,
            (begun.elapsed() - laid_in).as_secs_f64() * 1000.0,
            bytes.len()
        );
    }
}

fn files() -> FontFiles {
    let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/fonts");
    FontFiles::gather(|file| std::fs::read(fonts.join(file.path().unwrap()))).unwrap()
}

fn imprint() -> Imprint {
    Imprint {
        author: "徐水区气象局".into(),
        producer: "阳光摇号".into(),
        made: Made {
            date: (2026, 11, 20),
            time: (9, 41, 0),
            ahead: 480,
        },
        id: [7; 16],
    }
}

/// Every row has characters of its own, so that the subsets grow with the document.
fn extract(rows: u32) -> TrailExtract {
    let row = |n: u32| {
        let some = |step: u32| char::from_u32(0x4E00 + (n * step) % 20_000).unwrap();
        TrailRow {
            seq: u64::from(n) + 1,
            at: "2026-11-20 09:41:00".into(),
            person: format!("{}{}", some(7), some(11)),
            second: None,
            act: "修改检查对象".into(),
            note: format!("{}{}饲料有限公司：住所由安肃镇改为遂城镇", some(13), some(17)),
        }
    };
    TrailExtract {
        office: "徐水区气象局".into(),
        subject: "2026年全年".into(),
        filter: vec![],
        rows: (0..rows).map(row).collect(),
        events: u64::from(rows),
        head: "d41c88f021be90aa5f13c7e20b9648d177a5e3f02c49b8d61e0795fa63cb4a20".into(),
        verification: Verification::Whole,
        made: "2026年11月20日 09:41".into(),
        made_by: "臧凤金".into(),
        program: "阳光摇号 1.0".into(),
    }
}
