//! What is typed is doubted like what is taken over: a name whose characters are missing is kept, and somebody must look at it.

use sunlot_app::inspector::InspectorSave;
use sunlot_app::target::{TargetSave, TargetView};
use sunlot_app::{Desk, registry::Told};

use crate::support::Office;

fn values(pairs: &[(&str, &str)]) -> std::collections::BTreeMap<String, String> {
    let pairs = pairs.iter();
    pairs
        .map(|(field, value)| ((*field).to_owned(), (*value).to_owned()))
        .collect()
}

fn save(desk: &Desk, id: Option<i64>, typed: &[(&str, &str)], confirmed: bool) -> TargetView {
    desk.target_save(&TargetSave {
        id,
        values: values(typed),
        confirmed,
        reason: "年度复核".to_owned(),
        ..TargetSave::default()
    })
    .unwrap()
}

fn doubts(told: &[Told]) -> Vec<&str> {
    told.iter().map(|doubt| doubt.value.as_str()).collect()
}

#[test]
fn a_typed_name_with_missing_characters_is_kept_and_doubted() {
    let office = Office::sample();
    let desk = office.desk();
    let new = [("kind", "place"), ("name", "徐水张?饭店")];
    let entered = save(&desk, None, &new, false);
    assert_eq!(doubts(&entered.line.doubts), ["name_broken"], "as on import");
    let moved = save(&desk, Some(1), &[("address", "安肃镇")], false);
    assert_eq!(
        doubts(&moved.line.doubts),
        ["name_broken"],
        "another field says nothing of the name"
    );
    let sure = save(&desk, Some(1), &[("address", "遂城镇")], true);
    assert!(sure.line.doubts.is_empty(), "whoever looked says so");
    let again = save(
        &desk,
        Some(1),
        &[("name", "徐水张?饭店"), ("address", "大因镇")],
        false,
    );
    assert!(
        again.line.doubts.is_empty(),
        "the same name is not doubted again: {:?}",
        again.line.doubts
    );
    let mended = save(&desk, Some(1), &[("name", "徐水张□饭店")], false);
    assert_eq!(doubts(&mended.line.doubts), ["name_broken"], "another one is");
    let right = save(&desk, Some(1), &[("name", "徐水张家饭店")], false);
    assert!(right.line.doubts.is_empty(), "and a whole one is none");
    let person = desk
        .inspector_save(&InspectorSave {
            values: values(&[("name", "王Yan3")]),
            reason: "新调入".to_owned(),
            ..InspectorSave::default()
        })
        .unwrap();
    assert_eq!(doubts(&person.line.doubts), ["name_broken"], "people's names too");
}
