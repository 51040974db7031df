//! What counts as a law, what stops a list from being handed in, and what is only worth looking at.

use std::fs;

use sunlot_app::Flaw;
use sunlot_app::import::{ImportAccept, ImportReading, Registry};
use sunlot_app::item::{ItemFlaw, ItemSave};

use super::{add, change, keys, law, request, working};
use crate::roster::compare_with;
use crate::support::{Office, said};

#[test]
fn a_basis_names_a_law_or_is_none() {
    let office = Office::sample();
    let desk = office.desk();
    let resting_on = |law_of: &str| ItemSave {
        bases: Some(vec![law(law_of, "第九条", "")]),
        ..request(&format!("检查{law_of}"))
    };
    for vague in ["按规定", "国家有关规定", "上级要求"] {
        let refused = desk.item_save(&resting_on(vague)).unwrap_err();
        assert!(
            matches!(&refused.problems[0].flaw, Flaw::Item(ItemFlaw::LawUnnamed { found }) if found == vague),
            "L-01: nobody can look {vague} up: {refused:?}"
        );
    }
    for named in [
        "粮食流通管理条例",
        "《关于加强节日监管的函》",
        "冀市监〔2024〕3号",
    ] {
        let view = desk.item_save(&resting_on(named)).unwrap();
        assert!(view.line.unusable.is_empty(), "{named} can be looked up");
    }
}

#[test]
fn a_list_that_says_as_the_rules_are_is_taken_and_may_not_be_used() {
    let office = Office::sample();
    let desk = office.desk();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("清单.csv");
    fs::write(
        &file,
        "抽查事项名称,检查依据,抽查比例\n粮食收购检查,按有关规定执行,5%\n粮食库存检查,《关于粮食库存检查的函》第二条,5%\n",
    )
    .unwrap();
    let compared = compare_with(&desk, Registry::Items, &file, ImportReading::default()).unwrap();
    desk.import_accept(&ImportAccept {
        import: compared.import,
        reason: "首次".to_owned(),
    })
    .unwrap();
    let lines = working(&desk).lines;
    let unusable = |name: &str| {
        let line = lines.iter().find(|line| line.name == name).unwrap();
        keys(&line.unusable)
    };
    assert_eq!(
        unusable("粮食收购检查"),
        ["no_basis"],
        "what names no law is no basis, though it stands in the column"
    );
    assert!(unusable("粮食库存检查").is_empty(), "a title is one");
    let id = lines.iter().find(|line| line.name == "粮食收购检查").unwrap().id;
    let bases = super::open(&desk, id).bases;
    assert_eq!(
        bases[0].state.value, "unnamed",
        "it is kept as it was written, and said to count for nothing"
    );
}

#[test]
fn one_code_is_one_item_and_the_check_tells_what_else_there_is_to_see() {
    let office = Office::sample();
    let desk = office.desk();
    let first = add(&desk, "粮食收购检查").line;
    let second = add(&desk, "粮食库存检查").line;
    change(&desk, first.id, &[("code", "LS-01"), ("person", "")]);
    change(&desk, second.id, &[("code", "ls-01")]);
    let checked = office.run(&["catalog", "submit", "--check"]);
    let text = said(&checked.stdout);
    assert_eq!(checked.status.code(), Some(1), "two items of one code: {text}");
    assert!(
        text.contains(&format!("和 {} 的事项编号都是", first.number)),
        "and each is named: {text}"
    );
    assert!(
        text.contains(&format!("{} 粮食收购检查：", first.number)) && text.contains("没有责任人"),
        "what stands in nobody's way is told all the same: {text}"
    );
    change(&desk, second.id, &[("code", "LS-02")]);
    let checked = office.run(&["catalog", "submit", "--check"]);
    let text = said(&checked.stdout);
    assert_eq!(checked.status.code(), Some(0), "{text}");
    assert!(text.contains("没有责任人"), "also where the list may go: {text}");
}

#[test]
fn ways_that_each_have_their_own_ratio_are_told_as_ways() {
    let office = Office::sample();
    let desk = office.desk();
    let id = add(&desk, "粮食收购检查").line.id;
    let both = "每年1次20%；或者每年2次各10%";
    let line = change(&desk, id, &[("ratio", both), ("frequency", both)]).line;
    let ways = "每年1次20%，或者每年2次10%";
    assert_eq!(
        (line.ratio_read.as_str(), line.frequency_read.as_str()),
        (ways, ways),
        "once a year ten per cent would keep neither of them"
    );
}
