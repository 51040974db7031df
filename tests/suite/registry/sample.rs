//! The sample office: what it knows beside its rosters, and that an interruption leaves no half of one.

use std::panic::{AssertUnwindSafe, catch_unwind};

use sunlot_app::target::{FlagKind, TargetFacet, TargetFilter, TargetSave, TargetsRequest};
use sunlot_app::{Desk, Reason};

use crate::support::{Office, json, said};

fn flagged(desk: &Desk, flag: FlagKind) -> u32 {
    let flag: &'static str = flag.into();
    let filter = TargetFilter {
        values: [(TargetFacet::Flag, vec![flag.to_owned()])].into(),
        ..TargetFilter::default()
    };
    let request = TargetsRequest {
        filter,
        ..TargetsRequest::default()
    };
    desk.targets_view(&request).unwrap().found
}

#[test]
fn the_sample_has_every_flag_and_a_blacklist() {
    let office = Office::none();
    let desk = office.desk();
    desk.sample_make(&mut |_| {}).unwrap();
    for flag in <FlagKind as strum::VariantArray>::VARIANTS {
        assert!(flagged(&desk, *flag) > 0, "{}: somebody has it", flag.label());
    }
    assert_eq!(
        flagged(&desk, FlagKind::Blacklist),
        2,
        "the third was on it until January"
    );
}

#[test]
fn an_interrupted_sample_is_filled_to_its_end_by_whoever_comes_next() {
    let office = Office::none();
    for survives in [0, 2] {
        let desk = office.desk();
        let mut left = survives;
        let died = catch_unwind(AssertUnwindSafe(|| {
            desk.sample_make(&mut |_| {
                assert!(left > 0, "the power went");
                left -= 1;
            })
        }));
        assert!(died.is_err(), "it was interrupted");
        assert!(
            desk.office_profile().unwrap().profile.name.is_empty(),
            "an office without its profile is not finished"
        );
    }
    let made = office.desk().sample_make(&mut |_| {}).unwrap();
    assert_eq!(
        (made.there, made.rosters.len()),
        (4, 4),
        "one was there after the first time, three more after the second"
    );
    let desk = office.desk();
    let view = desk.targets_view(&TargetsRequest::default()).unwrap();
    assert_eq!(view.total, 1200, "no roster twice, and none left out");
    assert_eq!(flagged(&desk, FlagKind::Blacklist), 2, "nor a flag");
    let again = desk.sample_make(&mut |_| {}).unwrap_err();
    assert!(
        matches!(again.reason, Reason::OfficeThere { .. }),
        "what is whole is left alone: {again:?}"
    );
}

#[test]
fn an_office_in_which_somebody_worked_is_nobodys_sample() {
    let office = Office::none();
    let desk = office.desk();
    desk.hold().unwrap();
    let save = TargetSave {
        values: [("kind", "enterprise"), ("name", "徐水第一超市")]
            .map(|(field, value)| (field.to_owned(), value.to_owned()))
            .into(),
        reason: "登记".to_owned(),
        ..TargetSave::default()
    };
    desk.target_save(&save).unwrap();
    let refused = desk.sample_make(&mut |_| {}).unwrap_err();
    assert!(
        matches!(refused.reason, Reason::OfficeThere { .. }),
        "somebody's own target is there: {refused:?}"
    );
}

#[test]
fn the_demo_sums_up_all_three_registers() {
    let office = Office::none();
    let folder = office.path().join("示例").display().to_string();
    let run = office.run(&["demo", &folder]);
    let told = said(&run.stdout);
    // The twelfth item has no legal basis, and the course of the sample takes it out.
    assert!(
        told.contains("检查对象 1200 户")
            && told.contains("执法检查人员 18 人")
            && told.contains("抽查事项 11 项"),
        "{told}{}",
        said(&run.stderr)
    );
    // Whoever runs the draws of the sample enters as everybody does.
    let password = office.path().join("password");
    std::fs::write(&password, "Shuang-suiji26").unwrap();
    let password = password.display().to_string();
    let who = [
        "--json",
        "--office",
        &folder,
        "--as",
        "lina",
        "--password-file",
        &password,
    ];
    let list = json(&office.run(&[&who[..], &["items", "list"]].concat()));
    assert!(
        told.contains(&format!("可以使用 {} 项", list["usable"])),
        "and as many as there are: {told}"
    );
}
