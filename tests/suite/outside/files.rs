//! The result of a draw out of a file: read, matched row by row, kept with its digest, and saved again as it was.

use std::fs;

use expect_test::expect_file;
use sha2::{Digest, Sha256};
use sunlot_app::outside::{OutsideAnswer, OutsideDrawFile, OutsideFault, OutsideTake};
use sunlot_app::{Desk, Reason};

use super::{file, out_of, problems, taken, values};
use crate::support::{Office, root};
use crate::tasks::{people, target};

/// A list as an office gets one: a title, rows for each inspector, one who is not ours, one whose code is another.
const LIST: &str = "2026年第四季度跨部门联合抽查名单,,,,\n\
    序号,统一社会信用代码,企业名称,抽查事项,执法人员,执法证号\n\
    1,91130609MA07L1234R,徐水甲粮站,计量器具检查,李娜,13060901000\n\
    1,91130609MA07L1234R,徐水甲粮站,计量器具检查,王建国,13060901001\n\
    2,,徐水乙粮站,安全生产检查,赵某,\n\
    3,91130609MA08P5678P,外县饲料有限公司,安全生产检查,,\n\
    4,91130609MA08P5678P,徐水丙粮站,安全生产检查,,\n\
    5,,,,,\n\
    合计,4,,,,\n";

fn office() -> (Office, Desk) {
    let office = Office::sample();
    let desk = office.desk();
    target(&desk, "徐水甲粮站", &[("uscc", "91130609MA07L1234R")]);
    target(&desk, "徐水乙粮站", &[]);
    target(&desk, "徐水丙粮站", &[("uscc", "91130609MA09T7777J")]);
    people(&desk, &["李娜", "王建国"]);
    (office, desk)
}

fn digest(path: &str) -> String {
    let digest = Sha256::digest(fs::read(path).unwrap());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn z_11_a_file_is_told_row_by_row_before_anything_is_registered() {
    let (_office, desk) = office();
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "抽取结果.csv", LIST);
    let looked = desk
        .outside_draw_look(&OutsideTake {
            values: values(),
            path: path.clone(),
            ..OutsideTake::default()
        })
        .unwrap();
    let mut told = format!("{}\n事项：{}\n", looked.told, looked.items);
    for row in &looked.rows {
        told += &format!(
            "第 {} 行 [{}] {} {} → {}\n",
            row.row, row.state.label, row.code, row.name, row.known
        );
        for text in [&row.message, &row.hint]
            .into_iter()
            .filter(|text| !text.is_empty())
        {
            told += &format!("    {text}\n");
        }
    }
    for person in &looked.people {
        told += &format!(
            "执法人员 [{}] {} {}\n",
            person.state.label, person.cert_no, person.name
        );
    }
    for notice in &looked.notices {
        told += &format!("提示 {}\n", notice.label);
    }
    expect_file![root().join("tests/golden/outside.txt")].assert_eq(&told);
    assert_eq!(
        looked.digest,
        digest(&path),
        "the digest of the file as it lies there"
    );
    assert_eq!(looked.open, 2, "two rows need an answer");
    let places: Vec<&str> = looked
        .problems
        .iter()
        .map(|problem| problem.code.as_str())
        .collect();
    assert_eq!(
        places,
        ["drawn_code_unknown", "drawn_code_differs"],
        "and each says what speaks against it"
    );
    assert_eq!(
        desk.outside_draws_view().unwrap().lines,
        [],
        "nothing is kept by looking"
    );
}

#[test]
fn z_11_a_file_is_registered_once_its_open_rows_are_answered_and_can_be_saved_again() {
    let (office, desk) = office();
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "抽取结果.csv", LIST);
    let request = out_of(&desk, &path);
    let error = desk.outside_draw_take(&request).unwrap_err();
    assert_eq!(
        problems(&error),
        [
            ("row 6".to_owned(), "drawn_code_unknown"),
            ("row 7".to_owned(), "drawn_code_differs")
        ],
        "each with its row of the file"
    );
    let answer = |row, target: &str| OutsideAnswer {
        row,
        target: target.to_owned(),
    };
    let wrong = OutsideTake {
        answers: vec![answer(6, "没有的厂"), answer(3, "DX-000002")],
        ..request.clone()
    };
    let codes = problems(&desk.outside_draw_take(&wrong).unwrap_err());
    assert!(
        codes.contains(&("answers".to_owned(), "answer_unknown"))
            && codes.contains(&("answers".to_owned(), "answer_stray")),
        "an answer that is none, and one that nobody asked for: {codes:?}"
    );
    let view = taken(
        &desk,
        &OutsideTake {
            answers: vec![answer(6, ""), answer(7, "DX-000003")],
            ..request.clone()
        },
    );
    assert_eq!(
        (view.line.targets, view.line.strangers),
        (4, 1),
        "two rows about one target are one; one is not ours"
    );
    let kept = view.file.unwrap();
    assert_eq!(
        (kept.name.as_str(), kept.digest.as_str(), kept.is_there),
        ("抽取结果.csv", digest(&path).as_str(), true),
        "the file is kept with its name and digest"
    );
    fs::write(&path, "别的内容").unwrap();
    let out = folder.path().join("原件.csv").display().to_string();
    let saved = desk
        .outside_draw_file(&OutsideDrawFile {
            id: view.line.id,
            path: Some(out.clone()),
            overwrite: false,
        })
        .unwrap();
    assert_eq!(
        (digest(&out), fs::read_to_string(&out).unwrap().as_str()),
        (saved.digest, LIST),
        "what is saved is what was read, whatever became of the file"
    );
    let again = file(&folder, "又一份.csv", LIST);
    let again = OutsideTake {
        leave_rest: true,
        ..out_of(&desk, &again)
    };
    assert!(
        matches!(
            desk.outside_draw_take(&again).unwrap_err().reason,
            Reason::Outside(OutsideFault::OutsideThere { .. })
        ),
        "the same bytes under another name are the same draw"
    );
    drop(office);
}

#[test]
fn z_11_a_file_that_changed_after_somebody_looked_is_refused() {
    let (_office, desk) = office();
    let folder = tempfile::tempdir().unwrap();
    let path = file(
        &folder,
        "抽取结果.csv",
        "企业名称,执法证号\n徐水甲粮站,13060901000\n",
    );
    let request = out_of(&desk, &path);
    fs::write(&path, "企业名称,执法证号\n徐水乙粮站,13060901000\n").unwrap();
    let error = desk.outside_draw_take(&request).unwrap_err();
    assert!(
        matches!(
            error.reason,
            Reason::Outside(OutsideFault::OutsideFileMoved { .. })
        ),
        "nobody has seen these rows"
    );
}

#[test]
fn z_11_what_is_no_result_of_a_draw_is_said_to_be_none() {
    let (_office, desk) = office();
    let folder = tempfile::tempdir().unwrap();
    let look = |name: &str, text: &str| {
        let path = file(&folder, name, text);
        let request = OutsideTake {
            path,
            ..OutsideTake::default()
        };
        desk.outside_draw_look(&request).unwrap_err().reason
    };
    assert!(
        matches!(
            look("只有表头.csv", "企业名称,统一社会信用代码\n"),
            Reason::Outside(OutsideFault::OutsideEmpty { .. })
        ),
        "headings and no row"
    );
    assert!(
        matches!(look("日记.csv", "今天,天气\n晴,好\n"), Reason::Import(_)),
        "no headings that anybody knows"
    );
    assert!(
        matches!(look("空.csv", ""), Reason::Reader(_)),
        "an empty file is refused by the reader"
    );
    let many: String = (0..5_001).map(|at| format!("第{at}号粮站,1\n")).collect();
    assert!(
        matches!(
            look("名录.csv", &format!("企业名称,执法证号\n{many}")),
            Reason::Outside(OutsideFault::OutsideLong { .. })
        ),
        "a registry is no draw"
    );
}

#[test]
fn the_command_line_does_the_same() {
    let (office, desk) = office();
    drop(desk);
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "抽取结果.csv", LIST);
    let looked = office.run(&["outside", "look", "--file", &path]);
    assert_eq!(looked.status.code(), Some(1), "rows are open");
    let mut words = vec![
        "outside",
        "take",
        "--file",
        &path,
        "--answer",
        "6=",
        "--answer",
        "7=DX-000003",
    ];
    let pairs: Vec<String> = values()
        .iter()
        .map(|(field, value)| format!("{field}={value}"))
        .collect();
    for pair in &pairs {
        words.extend(["--value", pair]);
    }
    let made = office.run(&words);
    let said = String::from_utf8_lossy(&made.stdout).into_owned();
    assert!(
        said.contains("WB-0001  外部抽取  已登记"),
        "registered and marked: {said}"
    );
    let out = folder.path().join("原件.csv").display().to_string();
    let saved = office.run(&["outside", "file", "WB-0001", "--out", &out]);
    assert_eq!(saved.status.code(), Some(0), "its file comes out");
    assert_eq!(fs::read_to_string(&out).unwrap(), LIST, "as it was");
    let gone = office.run(&["outside", "withdraw", "WB-0001", "--reason", "名单发错了"]);
    assert_eq!(gone.status.code(), Some(0), "and it is withdrawn");
    let list = office.run(&["outside", "list"]);
    assert!(
        String::from_utf8_lossy(&list.stdout).contains("已撤销"),
        "the list says so"
    );
}
