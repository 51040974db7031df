//! What is exported is what the pages show, row by row, and nothing in it can run.

use calamine::{Data, Reader, Xlsx, open_workbook};
use sunlot_app::Reason;
use sunlot_app::office::{Channel, ChannelKind};
use sunlot_app::trail::{TrailExport, TrailFilter, TrailRequest};

use super::office_with_saves;
use crate::support::{Office, json, said, sample_profile};

fn rows(file: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let range = book.worksheet_range("全部留痕").unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn the_sheet_holds_what_the_pages_show_oldest_first() {
    let office = office_with_saves(30);
    let out = tempfile::tempdir().unwrap();
    for filter in [
        TrailFilter::default(),
        TrailFilter {
            kinds: vec!["profile.saved".to_owned()],
            text: Some("第 1".to_owned()),
            ..TrailFilter::default()
        },
        TrailFilter {
            person: Some("nobody".to_owned()),
            ..TrailFilter::default()
        },
    ] {
        let file = out.path().join("留痕.xlsx").display().to_string();
        let request = TrailExport {
            filter: filter.clone(),
            file: Some(file.clone()),
            overwrite: true,
        };
        let done = office.desk().trail_export(&request).unwrap();
        let mut entries = office
            .desk()
            .trail_view(&TrailRequest {
                filter,
                before: None,
                limit: 500,
            })
            .unwrap()
            .entries;
        entries.reverse();
        let rows = rows(&file);
        assert_eq!(
            rows[0],
            ["编号", "时间", "经手人", "第二人", "事项", "内容", "校验值"]
                .map(|heading| Data::String(heading.to_owned())),
            "the headings come first"
        );
        assert_eq!(
            done.rows,
            i64::try_from(entries.len()).unwrap(),
            "and as many as were found"
        );
        assert_eq!(rows.len(), entries.len() + 1, "not one more");
        for (row, entry) in rows[1..].iter().zip(&entries) {
            #[allow(clippy::cast_precision_loss, reason = "small numbers")]
            let number = Data::Float(entry.seq as f64);
            assert_eq!(row[0], number, "the number");
            assert_eq!(row[2], Data::String(entry.actor.clone()), "who");
            assert_eq!(row[5], Data::String(entry.sentence.clone()), "what");
            assert_eq!(
                row[6],
                Data::String(entry.hash.clone()),
                "and the hash to hold it against"
            );
        }
    }
}

#[test]
fn a_text_that_a_spreadsheet_would_run_stays_a_text() {
    let office = Office::none();
    let mut draft = sample_profile();
    draft.channels = vec![Channel {
        kind: ChannelKind::Portal,
        detail: "=cmd|' /C calc'!A0".to_owned(),
    }];
    draft.name = "=1+1".to_owned();
    office.desk().office_profile_save(&draft).unwrap();
    // The user's name is the one text that reaches the sheet as it was typed.
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("a.xlsx").display().to_string();
    let request = TrailExport {
        filter: TrailFilter::default(),
        file: Some(file.clone()),
        overwrite: false,
    };
    office.desk().trail_export(&request).unwrap();
    let mut book: Xlsx<_> = open_workbook(&file).unwrap();
    let formulas = book.worksheet_formula("全部留痕").unwrap();
    assert_eq!(formulas.used_cells().count(), 0, "no cell is a formula");
}

#[test]
fn an_export_that_cannot_be_written_leaves_what_was_there() {
    let office = office_with_saves(1);
    let out = tempfile::tempdir().unwrap();
    let missing = out.path().join("no/such/folder/a.xlsx").display().to_string();
    let request = |file: String| TrailExport {
        filter: TrailFilter::default(),
        file: Some(file),
        overwrite: false,
    };
    let refused = office.desk().trail_export(&request(missing)).unwrap_err();
    assert!(matches!(refused.reason, Reason::PlaceMissing { .. }), "{refused}");
    let folder = out.path().join("taken.xlsx");
    std::fs::create_dir(&folder).unwrap();
    let refused = office.desk().trail_export(&request(folder.display().to_string()));
    assert!(refused.is_err(), "a folder of that name is in the way");
    let left: Vec<_> = std::fs::read_dir(out.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["taken.xlsx"], "and nothing half done lies beside it");
}

#[test]
fn the_command_line_exports_and_says_where() {
    let office = office_with_saves(3);
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("a.xlsx").display().to_string();
    let done = office.run(&[
        "--json",
        "audit",
        "export",
        "--out",
        &file,
        "--kind",
        "profile.saved",
    ]);
    assert_eq!(done.status.code(), Some(0), "{}", said(&done.stderr));
    assert_eq!(json(&done)["rows"], 3, "the filter counts here too");
    assert_eq!(rows(&file).len(), 4, "and the file is there");
    let done = office.run(&["--json", "audit", "export"]);
    let place = json(&done)["file"].as_str().unwrap().to_owned();
    assert!(
        place.contains("outbox") && std::path::Path::new(&place).exists(),
        "without a place of its own it lies in the office's outbox: {place}"
    );
}
