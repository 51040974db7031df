//! What a dirty file may not get away with: what nobody knows is never taken for the best there is, and whatever is doubtful,
//! left out or contradicts itself is told on its row.

use sunlot_app::import::{Fate, ImportReading, Registry};
use sunlot_app::target::TargetsRequest;

use super::{accept, codes_of, compare_text, rows_of};
use crate::support::Office;

#[test]
fn a_status_that_nobody_knows_is_not_taken_for_being_in_business_case_36() {
    let office = Office::sample();
    let desk = office.desk();
    let compared = compare_text(
        &desk,
        Registry::Targets,
        "企业名称,统一社会信用代码,登记状态\n\
         徐水第一超市,91130609MA0000015B,不详\n\
         徐水第二超市,91130609MA00000236,僵尸户\n\
         徐水第三超市,91130609MA00000311,\n",
        ImportReading::default(),
    )
    .unwrap();
    let rows = rows_of(&desk, &compared, Fate::Added);
    assert!(
        codes_of(&rows[0]).contains(&"status_unknown"),
        "a word for not knowing is told: {:?}",
        rows[0]
    );
    assert!(
        codes_of(&rows[1]).contains(&"status_unread"),
        "and so is one that only the office knows: {:?}",
        rows[1]
    );
    assert_eq!(compared.words.len(), 1, "whose meaning is asked for");
    accept(&desk, &compared).unwrap();
    let view = desk
        .targets_view(&TargetsRequest {
            limit: 3,
            ..TargetsRequest::default()
        })
        .unwrap();
    let told: Vec<(&str, bool)> = view
        .lines
        .iter()
        .map(|line| (line.status.value.as_str(), line.barred.is_empty()))
        .collect();
    assert_eq!(
        told,
        [("unknown", false), ("unknown", false), ("active", true)],
        "only where nothing stands there may the third be drawn"
    );
}

#[test]
fn a_person_of_whom_nobody_knows_whether_they_are_at_work_is_not_drawn() {
    let office = Office::sample();
    let desk = office.desk();
    let compared = compare_text(
        &desk,
        Registry::Inspectors,
        "姓名,执法证号,执法证有效期,状态\n王芳,13060901001,2030-01-01,待核\n",
        ImportReading::default(),
    )
    .unwrap();
    let rows = rows_of(&desk, &compared, Fate::Added);
    assert_eq!(
        codes_of(&rows[0]),
        ["status_unknown", "not_drawn"],
        "taken, told, and not drawn until somebody has looked"
    );
}
