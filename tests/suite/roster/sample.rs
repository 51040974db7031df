//! The sample office: what a newcomer's files come to, in a text that anybody can read and check.

use sunlot_app::Reason;
use sunlot_app::target::{TargetFacet, TargetsRequest};

use crate::support::{Office, json, text};

#[test]
fn every_row_of_the_sample_has_its_fate() {
    let office = Office::none();
    let desk = office.desk();
    let mut heard = Vec::new();
    let made = desk
        .sample_make(&mut |sums| heard.push(sums.file.clone()))
        .unwrap();
    assert_eq!(
        heard.len(),
        made.rosters.len(),
        "each roster is told of as it is taken over"
    );
    let mut told = String::new();
    for sums in &made.rosters {
        let five = sums.added + sums.updated + sums.same + sums.skipped + sums.errors;
        assert_eq!(five, sums.read, "{}: no row is lost", sums.file);
        assert_eq!(sums.undecided, 0, "{}: nothing waits for somebody", sums.file);
        told += &format!(
            "{}：共读 {} 新增 {} 更新 {} 相同 {} 跳过 {} 错误 {} 待核 {} 缺失 {}\n",
            sums.file,
            sums.read,
            sums.added,
            sums.updated,
            sums.same,
            sums.skipped,
            sums.errors,
            sums.doubtful,
            sums.missing
        );
        for word in &sums.words {
            told += &format!(
                "    {}“{}”没有人说过是什么意思，{} 行\n",
                word.label, word.word, word.count
            );
        }
    }
    let targets = desk.targets_view(&TargetsRequest::default()).unwrap();
    told += &format!(
        "检查对象 {} 户，可以参加抽取 {} 户\n",
        targets.total, targets.may_be_drawn
    );
    let facets = desk.targets_choices().unwrap().facets;
    for facet in facets.iter().filter(|facet| {
        matches!(
            facet.facet,
            TargetFacet::Kind | TargetFacet::Credit | TargetFacet::Risk | TargetFacet::Doubts
        )
    }) {
        let choices: Vec<String> = facet
            .choices
            .iter()
            .map(|choice| format!("{} {}", choice.label, choice.count))
            .collect();
        told += &format!("{}：{}\n", facet.label, choices.join("、"));
    }
    let golden = expect_test::expect_file!["../../golden/sample.txt"];
    golden.assert_eq(&told);
    assert!(
        desk.trail_verify(&mut |_, _| true).unwrap().valid,
        "the sample is made by the same use cases as every office"
    );
}

#[test]
fn the_sample_never_gets_among_an_offices_own_data() {
    let office = Office::sample();
    let refused = office.desk().sample_make(&mut |_| {}).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::OfficeThere { .. }),
        "{refused:?}"
    );
    let run = office.run(&["demo", &office.path().display().to_string()]);
    assert_eq!(run.status.code(), Some(1), "nor on the command line");
    office
        .desk()
        .sample_once()
        .expect("a window that finds it there simply opens it");
    assert_eq!(
        office
            .desk()
            .targets_view(&TargetsRequest::default())
            .unwrap()
            .total,
        0,
        "and nothing was written"
    );
}

#[test]
fn the_demo_tells_what_it_made_and_where() {
    let office = Office::none();
    let folder = office.path().join("示例");
    let run = office.run(&["--json", "demo", &folder.display().to_string()]);
    let answer = json(&run);
    assert_eq!(
        answer["targets"]["total"], 1200,
        "a bureau of the size of a county: {answer}"
    );
    assert_eq!(
        answer["folder"],
        folder.display().to_string(),
        "and it says where they lie"
    );
    let rosters = answer["rosters"].as_array().unwrap();
    let listed: serde_json::Value = serde_json::from_str(&text("assets/sample/rosters.json")).unwrap();
    assert_eq!(
        rosters.len(),
        listed.as_array().unwrap().len(),
        "each roster of the list was taken over"
    );
}
