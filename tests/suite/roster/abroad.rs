//! A list that one office exported and another takes over: its numbers are the other office's, and say nothing here.

use sunlot_app::Desk;
use sunlot_app::import::{Fate, ImportReading, Registry};
use sunlot_app::registry::ListFormat;
use sunlot_app::target::{TargetFilter, TargetId, TargetSort, TargetsExport};

use super::{accept, codes_of, compare, compare_text, rows_of};
use crate::support::Office;

fn take_over(desk: &Desk, text: &str) {
    let compared = compare_text(desk, Registry::Targets, text, ImportReading::default()).unwrap();
    accept(desk, &compared).unwrap();
}

#[test]
fn what_one_office_exports_another_knows_by_code_and_by_name() {
    let (theirs, ours) = (Office::sample(), Office::sample());
    let (their_desk, our_desk) = (theirs.desk(), ours.desk());
    take_over(
        &their_desk,
        "企业名称,统一社会信用代码,住所\n\
         徐水第一超市,91130609MA0000015B,安肃镇\n\
         徐水第二超市,91130609MA00000236,遂城镇\n\
         徐水第三超市,91130609MA00000311,大因镇\n",
    );
    take_over(
        &our_desk,
        "企业名称,统一社会信用代码,住所\n\
         大洼米业公司,91130609MA0000066K,田家街道\n\
         徐水第二超市,91130609MA00000236,老地址\n",
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("名录.xlsx");
    their_desk
        .targets_export(&TargetsExport {
            filter: TargetFilter::default(),
            sort: TargetSort::default(),
            columns: ["number", "name", "code", "address"].map(str::to_owned).to_vec(),
            format: ListFormat::Xlsx,
            path: Some(path.display().to_string()),
            overwrite: false,
        })
        .unwrap();
    let compared = compare(&our_desk, &path, ImportReading::default()).unwrap();
    assert_eq!(
        (compared.added, compared.updated, compared.errors),
        (2, 1, 0),
        "two are new here, one is known by its code: {compared:?}"
    );
    let added = rows_of(&our_desk, &compared, Fate::Added);
    assert!(
        codes_of(&added[0]).contains(&"number_of_another"),
        "the first number is another firm's here, and that firm is left alone: {:?}",
        added[0]
    );
    assert!(
        codes_of(&added[1]).contains(&"number_unknown"),
        "the third is nobody's, and that is told: {:?}",
        added[1]
    );
    accept(&our_desk, &compared).unwrap();
    let untouched = our_desk.target_open(&TargetId { id: 1 }).unwrap();
    assert_eq!(
        untouched.line.name, "大洼米业公司",
        "nobody was renamed by a number"
    );
    let again = compare(&their_desk, &path, ImportReading::default()).unwrap();
    assert_eq!(again.same, 3, "at home the numbers are known");
}
