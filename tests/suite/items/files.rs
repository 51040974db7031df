//! The list as a file, and on the command line.

use std::fs;

use sunlot_app::Desk;
use sunlot_app::item::{ItemFilter, ItemsExport, ItemsFormat};

use super::{add, change, ratified, request};
use crate::support::{Office, json, said};

fn export(desk: &Desk, office: &Office, edition: Option<i64>, format: ItemsFormat) -> Vec<u8> {
    let path = office.state().join("list");
    let written = desk
        .items_export(&ItemsExport {
            edition,
            filter: ItemFilter::default(),
            format,
            path: Some(path.display().to_string()),
            overwrite: true,
        })
        .unwrap();
    assert_eq!(written.rows, 1, "one item");
    fs::read(written.path).unwrap()
}

#[test]
fn a_spreadsheet_has_every_column_under_the_heading_by_which_it_is_read_again() {
    let office = Office::sample();
    let desk = office.desk();
    let mut item = request("粮食收购活动的检查");
    item.values.insert("remark".to_owned(), "=1+1".to_owned());
    desk.item_save(&item).unwrap();
    let csv = String::from_utf8(export(&desk, &office, None, ItemsFormat::Csv)).unwrap();
    let header = csv.lines().next().unwrap();
    for heading in [
        "事项编号",
        "抽查依据",
        "抽查比例",
        "抽查频次",
        "需提供材料",
        "比例上限",
        "备注",
    ] {
        assert!(header.contains(heading), "{heading} of {header}");
    }
    for cell in [
        "SX-000001",
        "《粮食流通管理条例》第九条",
        "1．是否备案",
        "1．收购备案回执",
        "本单位自定",
    ] {
        assert!(csv.contains(cell), "{cell} in {csv}");
    }
    assert!(
        !csv.contains(",=1+1"),
        "a text that looks like a formula is a text: {csv}"
    );
    let gb = export(&desk, &office, None, ItemsFormat::CsvGb18030);
    assert!(String::from_utf8(gb).is_err(), "GB 18030 is asked for");
    let xlsx = export(&desk, &office, None, ItemsFormat::Xlsx);
    assert!(xlsx.starts_with(b"PK"), "a workbook");
}

#[test]
fn a_page_for_the_website_stands_alone_and_says_what_it_is() {
    let office = Office::sample();
    let desk = office.desk();
    let id = add(&desk, "粮食收购<b>活动</b>的检查").line.id;
    let draft = String::from_utf8(export(&desk, &office, None, ItemsFormat::Html)).unwrap();
    assert!(
        draft.contains("没有经过审定"),
        "a working list is no list to inspect by"
    );
    assert!(draft.contains("粮食收购&lt;b&gt;活动&lt;/b&gt;的检查"), "{draft}");
    assert!(
        !draft.contains("李娜"),
        "who answers for it inside is not for the public"
    );
    for outside in ["http", "<script", "src=", "<link"] {
        assert!(!draft.contains(outside), "it needs nothing else: {outside}");
    }
    let edition = ratified(&desk, "2026-11-15").line.id;
    change(&desk, id, &[("name", "改了名的检查")]);
    let page = String::from_utf8(export(&desk, &office, Some(edition), ItemsFormat::Html)).unwrap();
    assert!(page.contains("徐司审〔2026〕3号"), "who decided it: {page}");
    assert!(!page.contains("改了名的检查"), "the edition is what it was");
    assert!(!page.contains("没有经过审定"), "it was decided");
}

#[test]
fn the_command_line_keeps_the_list_from_the_first_item_to_the_publication() {
    let office = Office::sample();
    let bases = office.path().join("bases.json");
    fs::write(
        &bases,
        r#"[{"law": "《粮食流通管理条例》", "article": "第九条", "validFrom": "2021-04-15"}]"#,
    )
    .unwrap();
    let points = office.path().join("points.json");
    fs::write(&points, r#"[{"content": "是否备案", "method": "查看回执"}]"#).unwrap();
    let (bases, points) = (bases.display().to_string(), points.display().to_string());
    let run = |arguments: &[&str]| {
        let mut all = vec!["--json"];
        all.extend(arguments);
        let output = office.run(&all);
        assert!(output.status.success(), "{arguments:?}: {}", said(&output.stderr));
        json(&output)
    };
    let set = [
        "items",
        "set",
        "--value",
        "name=粮食收购活动的检查",
        "--value",
        "ratio=5%",
        "--reason",
        "建清单",
    ];
    let mut with_law = set.to_vec();
    with_law.extend(["--bases", &bases, "--points", &points]);
    let view = run(&with_law);
    assert_eq!(
        view["bases"][0]["law"], "粮食流通管理条例",
        "without the brackets of titles"
    );
    assert_eq!(view["bases"][0]["state"]["value"], "in_force", "{view}");
    let submit = [
        "catalog",
        "submit",
        "--title",
        "清单",
        "--to",
        "司法局",
        "--on",
        "2026-11-02",
        "--reason",
        "首次",
    ];
    let check = run(&["catalog", "submit", "--check"]);
    assert_eq!(check["obstacles"].as_array().map(Vec::len), Some(0), "{check}");
    let editions = run(&["catalog", "show"]);
    assert_eq!(
        editions.as_array().map(Vec::len),
        Some(0),
        "a check alone hands nothing in"
    );
    run(&submit);
    run(&[
        "catalog",
        "ratify",
        "2026年第1版",
        "--by",
        "司法局",
        "--on",
        "2026-11-03",
        "--no",
        "1号",
        "--effective",
        "2026-11-04",
    ]);
    run(&[
        "catalog",
        "publish",
        "1",
        "--on",
        "2026-11-05",
        "--channel",
        "门户网站",
    ]);
    let shown = run(&["catalog", "show", "2026年第1版"]);
    assert_eq!(shown["line"]["state"]["value"], "published", "{shown}");
    run(&[
        "items",
        "set",
        "SX-000001",
        "--value",
        "ratio=10%",
        "--reason",
        "调整",
    ]);
    let diff = run(&["catalog", "diff"]);
    assert_eq!(diff["sums"]["changed"], 1, "{diff}");
    let list = run(&["items", "list", "--edition", "2026年第1版"]);
    assert_eq!(list["lines"][0]["ratio"], "5%", "the edition is what it was");
    let refused = office.run(&["items", "show", "SX-000009"]);
    assert_eq!(
        refused.status.code(),
        Some(2),
        "there is none: {}",
        said(&refused.stderr)
    );
    let refused = office.run(&["catalog", "return", "1", "--on", "2026-11-06", "--reason", "晚了"]);
    assert_eq!(
        refused.status.code(),
        Some(1),
        "it is out: {}",
        said(&refused.stderr)
    );
}
