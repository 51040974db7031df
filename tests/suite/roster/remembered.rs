//! What somebody said about a roster is remembered for the next one of the same source, until somebody says otherwise.

use std::collections::BTreeMap;

use sunlot_app::Desk;
use sunlot_app::import::{Fate, ImportCompared, ImportReading, Registry};

use super::{accept, codes_of, compare_text, rows_of};
use crate::support::Office;

/// A month's roster of one firm, with a grade that only this office knows.
fn month(desk: &Desk, number: u32, address: &str, said: Option<&str>) -> ImportCompared {
    let codes = ["91130609MA0000015B", "91130609MA00000236", "91130609MA00000311"];
    let code = codes[number as usize % codes.len()];
    let text = format!("企业名称,统一社会信用代码,住所,信用类别\n徐水第{number}超市,{code},{address},A\n");
    let mut words: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    if let Some(value) = said {
        let of_field = words.entry("credit".to_owned()).or_default();
        of_field.insert("A".to_owned(), value.to_owned());
    }
    let reading = ImportReading {
        words,
        ..ImportReading::default()
    };
    compare_text(desk, Registry::Targets, &text, reading).unwrap()
}

/// What the roster's firm would be graded as.
fn grade(desk: &Desk, compared: &ImportCompared) -> String {
    let rows = rows_of(desk, compared, Fate::Added);
    let mut changes = rows[0].changes.iter();
    changes
        .find(|change| change.field == "credit")
        .map(|change| change.after.clone())
        .unwrap_or_default()
}

#[test]
fn what_a_word_means_is_said_once_and_said_otherwise_later_case_41() {
    let office = Office::sample();
    let desk = office.desk();
    let asked = month(&desk, 0, "安肃镇", None);
    assert_eq!(
        (asked.words.len(), asked.answered.len()),
        (1, 0),
        "nobody has said it"
    );
    let said = month(&desk, 0, "安肃镇", Some("good"));
    assert_eq!(
        (said.words.len(), said.answered.len()),
        (0, 1),
        "now somebody has"
    );
    assert_eq!(
        month(&desk, 1, "安肃镇", None).words.len(),
        1,
        "what was not accepted is not remembered"
    );
    accept(&desk, &month(&desk, 0, "安肃镇", Some("good"))).unwrap();
    let next = month(&desk, 1, "安肃镇", None);
    assert_eq!(
        grade(&desk, &next),
        "良好",
        "the next roster is read the same way"
    );
    assert_eq!(
        (next.words.len(), next.answered[0].meaning.as_str()),
        (0, "good"),
        "and it is shown how"
    );
    let other = month(&desk, 1, "安肃镇", Some("fair"));
    assert_eq!(grade(&desk, &other), "一般", "a later answer takes its place");
    accept(&desk, &other).unwrap();
    let third = month(&desk, 2, "安肃镇", None);
    assert_eq!(
        third.answered[0].meaning, "fair",
        "and is remembered from then on"
    );
    let undone = month(&desk, 2, "安肃镇", Some(""));
    assert_eq!(undone.words.len(), 1, "it can be taken back altogether");
    assert!(
        codes_of(&rows_of(&desk, &undone, Fate::Added)[0]).contains(&"word_unknown"),
        "and then the word is as unknown as it was"
    );
    accept(&desk, &undone).unwrap();
    assert_eq!(
        month(&desk, 2, "遂城镇", None).words.len(),
        1,
        "next time it is asked again"
    );
    let elsewhere = compare_text(
        &desk,
        Registry::Targets,
        "企业名称,信用类别\n别处来的超市,A\n",
        ImportReading::default(),
    )
    .unwrap();
    assert_eq!(
        elsewhere.words.len(),
        1,
        "another source may mean something else by the same grade"
    );
}
