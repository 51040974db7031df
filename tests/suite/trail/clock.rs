//! Time decides nothing, and a clock that goes back is written down where nobody can pass it by (T4).

use sunlot_app::trail::{FlagsRequest, TrailRequest};

use super::verdict;
use crate::support::{Office, TestClock, sample_profile};

fn save_at(office: &Office, moment: &str, address: &str) {
    let clock = TestClock::default();
    clock.show(moment);
    let mut draft = sample_profile();
    draft.address = address.to_owned();
    office.desk_at(&clock).office_profile_save(&draft).unwrap();
}

fn kinds(office: &Office) -> Vec<String> {
    let trail = office.desk().trail_view(&TrailRequest {
        limit: 20,
        ..TrailRequest::default()
    });
    let mut kinds: Vec<_> = trail
        .unwrap()
        .entries
        .into_iter()
        .map(|entry| entry.kind)
        .collect();
    kinds.reverse();
    kinds
}

#[test]
fn a_clock_that_was_set_back_a_day_is_a_red_flag_and_ten_years_ahead_are_not() {
    let office = Office::none();
    save_at(&office, "2026-11-20T09:41:00+08:00", "一");
    save_at(&office, "2036-11-20T09:41:00+08:00", "二");
    assert_eq!(
        kinds(&office),
        ["office.created", "profile.saved", "profile.saved"],
        "time goes on, however fast"
    );
    save_at(&office, "2026-11-19T09:41:00+08:00", "三");
    assert_eq!(
        kinds(&office)[3..],
        ["profile.saved", "clock.set_back"],
        "the act stands, and what its date is worth stands right behind it"
    );
    let flags = office.desk().trail_flags(&FlagsRequest::default()).unwrap();
    assert_eq!(flags.entries[0].flags, ["时钟倒退"], "the supervisor is told");
    assert_eq!(
        flags.entries[0].entry.sentence,
        "电脑时钟倒退了 3654 天：上一条记在 2036年11月20日 09:41，第 4 条记在 2026年11月19日 09:41",
        "with both times"
    );
    assert!(verdict(&office).valid, "the remark is part of the trail");
}

#[test]
fn a_correction_by_seconds_is_nobodys_business() {
    let office = Office::none();
    save_at(&office, "2026-11-20T09:41:00+08:00", "一");
    save_at(&office, "2026-11-20T09:40:00+08:00", "二");
    assert!(
        !kinds(&office).contains(&"clock.set_back".to_owned()),
        "computers set their clocks by a minute"
    );
}

#[test]
fn another_zone_is_said_too() {
    let office = Office::none();
    save_at(&office, "2026-11-20T09:41:00+08:00", "一");
    save_at(&office, "2026-11-20T03:41:00+01:00", "二");
    assert_eq!(
        kinds(&office)[2..],
        ["profile.saved", "clock.zone_changed"],
        "every time printed from now on reads otherwise"
    );
}
