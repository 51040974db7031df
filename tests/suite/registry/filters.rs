//! Filters and columns that there are not: a slip is no list without entries.

use sunlot_app::target::TargetFlagAdd;

use super::enrol;
use crate::support::{Office, json, said};

#[test]
fn a_condition_that_no_entry_can_meet_is_refused_with_those_that_one_can() {
    let office = Office::sample();
    enrol(
        &office.desk(),
        "徐水第一超市",
        &[("credit", "poor"), ("township", "安肃镇")],
    );
    for (words, named) in [
        (&["targets", "list", "--where", "credit=坏"][..], "poor 不良"),
        (&["targets", "list", "--where", "credit=good,poro"], "poor 不良"),
        (&["targets", "list", "--where", "creditt=good"], "credit 信用"),
        (
            &["targets", "list", "--where", "flag=blacklst"],
            "blacklist 黑名单",
        ),
        (&["targets", "list", "--where", "draw=yes"], "may 可以"),
        (
            &["inspectors", "list", "--where", "draw=no"],
            "no_certificate 没有执法证",
        ),
        (&["inspectors", "list", "--where", "status=gone"], "active 在职"),
        (&["items", "list", "--where", "usable=maybe"], "yes 可以使用"),
        (&["items", "list", "--where", "class=重点"], "item_class 事项类别"),
        (&["export", "targets", "--where", "risk=9"], "high 高"),
        (
            &[
                "targets",
                "bulk",
                "--where",
                "credit=坏",
                "--value",
                "tags=粮食",
                "--reason",
                "试",
            ],
            "poor 不良",
        ),
        (
            &[
                "targets",
                "flag",
                "DX-1",
                "--set",
                "blacklst",
                "--since",
                "2026-01-01",
                "--evidence",
                "试",
            ],
            "blacklist 黑名单",
        ),
        (
            &["export", "targets", "--columns", "name,bogus"],
            "code 统一社会信用代码",
        ),
        (
            &["export", "inspectors", "--columns", "bogus"],
            "cert_no 执法证号",
        ),
    ] {
        let run = office.run(&[&["--json"], words].concat());
        let refused = json(&run);
        assert_eq!(
            refused["code"],
            "argument_not_among",
            "{words:?}: {}",
            said(&run.stderr)
        );
        let hint = refused["hint"].as_str().unwrap();
        assert!(hint.contains(named), "{words:?}: {named} is among {hint}");
    }
    let help = said(&office.run(&["targets", "flag", "--help"]).stdout);
    assert!(
        help.contains("many_complaints") && help.contains("黑名单"),
        "the flags stand in the help: {help}"
    );
}

#[test]
fn a_value_is_written_as_programs_or_as_people_know_it() {
    let office = Office::sample();
    enrol(
        &office.desk(),
        "徐水第一超市",
        &[("credit", "poor"), ("township", "安肃镇")],
    );
    enrol(&office.desk(), "徐水第二超市", &[]);
    for (condition, found) in [
        ("credit=poor", 1),
        ("credit=不良", 1),
        ("credit=", 1),
        ("credit=不良,", 2),
        ("township=安肃镇", 1),
        ("township=没有这个镇", 0),
    ] {
        let run = office.run(&["--json", "targets", "list", "--where", condition]);
        assert_eq!(
            json(&run)["found"],
            found,
            "{condition}: a township may be any; {}",
            said(&run.stderr)
        );
    }
}

#[test]
fn the_blacklist_is_listed_with_its_periods_and_what_they_rest_on() {
    let office = Office::sample();
    let desk = office.desk();
    let id = enrol(&desk, "徐水第一超市", &[]).line.id;
    enrol(&desk, "徐水第二超市", &[]);
    for (since, until, evidence) in [
        ("2024-01-01", "2024-12-31", "徐市监黑〔2024〕1号"),
        ("2026-03-01", "2036-03-01", "徐市监黑〔2026〕2号"),
    ] {
        desk.target_flag_add(&TargetFlagAdd {
            target: id,
            flag: "blacklist".to_owned(),
            since: since.to_owned(),
            until: until.to_owned(),
            evidence: evidence.to_owned(),
        })
        .unwrap();
    }
    desk.leave();
    let run = office.run(&["--json", "targets", "list", "--where", "flag=blacklist"]);
    let view = json(&run);
    assert_eq!(view["found"], 1, "X-02: {}", said(&run.stderr));
    let entries = view["lines"][0]["flagged"].as_array().unwrap();
    assert_eq!(
        entries.len(),
        1,
        "what is over is in the file of the target: {entries:?}"
    );
    assert_eq!(
        (&entries[0]["until"], &entries[0]["evidence"]),
        (&"2036-03-01".into(), &"徐市监黑〔2026〕2号".into()),
        "until when, and why"
    );
    let told = said(&office.run(&["targets", "list", "--where", "flag=黑名单"]).stdout);
    assert!(
        told.contains("到 2036-03-01 为止") && told.contains("〔2026〕2号"),
        "for people, too: {told}"
    );
    let file = tempfile::tempdir().unwrap();
    let file = file.path().join("黑名单.csv").display().to_string();
    let run = office.run(&[
        "export",
        "targets",
        "--where",
        "flag=blacklist",
        "--columns",
        "name,flag_entries",
        "--format",
        "csv",
        "--out",
        &file,
    ]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run.stderr));
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(
        text.contains("2026-03-01 起，至 2036-03-01") && text.contains("〔2026〕2号"),
        "and as a file: {text}"
    );
}
