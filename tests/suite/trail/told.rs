//! Every name of a kind and every red flag, in a file that a clerk could read and correct.

use expect_test::expect_file;
use strum::VariantArray;
use sunlot_app::account::Role;
use sunlot_app::anchor::Standing;
use sunlot_app::messages::{anchor, flags};
use sunlot_app::trail::{Flag, TrailFilter, TrailSeq};
use sunlot_app::{KindName, ObjectKind};

use super::office_with_saves;
use crate::accounts::seated;
use crate::support::{Office, PEOPLE, root, someone};

#[test]
fn what_the_trail_page_says_stands_in_the_golden_file() {
    let mut text = "== 事项 ==\n".to_owned();
    for kind in KindName::VARIANTS {
        text += &format!("{}  {}\n", kind.on_disk(), kind.label());
    }
    text += "\n== 对象 ==\n";
    for kind in ObjectKind::VARIANTS {
        let name: &'static str = kind.into();
        text += &format!("{name}  {}\n", kind.label());
    }
    text += "\n== 红旗 ==\n";
    for flag in Flag::VARIANTS {
        text += &format!("{}\n  {}\n", flags::label(*flag), flags::why(*flag));
    }
    text += "\n== 锚点 ==\n";
    for standing in standings() {
        let words = anchor::of_standing(&standing);
        text += &format!("{}\n  {}\n  {}\n", standing.label(), words.message, words.hint);
    }
    expect_file![root().join("tests/golden/trail.txt")].assert_eq(&text);
}

fn standings() -> Vec<Standing> {
    vec![
        Standing::Fits,
        Standing::Fresh,
        Standing::Unkept,
        Standing::Missing,
        Standing::Unreadable { why: String::new() },
        Standing::Shorter {
            anchored: 57,
            found: 51,
        },
        Standing::Shorter {
            anchored: 57,
            found: 56,
        },
        Standing::Different {
            anchored: 57,
            found: 60,
            same_until: Some(48),
        },
        Standing::Different {
            anchored: 57,
            found: 60,
            same_until: None,
        },
        Standing::EpochBehind {
            anchored: 3,
            found: 1,
        },
        Standing::Replaced {
            anchored: 57,
            found: 1,
        },
    ]
}

#[test]
fn an_event_is_shown_in_plain_words() {
    let office = office_with_saves(2);
    let detail = office.desk().trail_entry(TrailSeq { seq: 3 }).unwrap();
    assert!(detail.fits, "nobody touched it");
    let facts: Vec<_> = detail
        .facts
        .iter()
        .map(|fact| format!("{}：{}", fact.label, fact.value))
        .collect();
    assert_eq!(
        facts[0], "改动：地址",
        "fields are called what the form calls them"
    );
    assert!(
        facts[1].starts_with("写下的数据 · 公示渠道：3 行，摘要 "),
        "{}",
        facts[1]
    );
    assert_eq!(facts[3], "版本：2", "and every part of it is there");
    assert_eq!(
        detail.objects[0].label, "单位资料版本 2",
        "what it concerns can be followed"
    );
    let none = office.desk().trail_entry(TrailSeq { seq: 99 });
    assert!(none.is_err(), "there is no such event");
}

#[test]
fn several_things_in_one_event_are_shown_line_by_line() {
    let office = Office::with_people();
    let desk = seated(&office, someone(Role::Supervisor));
    let detail = desk.trail_entry(TrailSeq { seq: 3 }).unwrap();
    let accounts: Vec<_> = detail
        .facts
        .iter()
        .filter(|fact| fact.label == "账户")
        .map(|fact| fact.value.as_str())
        .collect();
    assert_eq!(accounts.len(), PEOPLE.len(), "one line for each account");
    assert!(
        accounts.contains(&"登录名 wang；姓名 王建国；岗位 监督员"),
        "in words, not in what the database says: {accounts:?}"
    );
}

#[test]
fn a_story_has_a_heading() {
    let office = office_with_saves(1);
    let found = office.desk().trail_find(&TrailFilter {
        person: Some("console:lina".to_owned()),
        from: Some("2026-01-01".to_owned()),
        ..TrailFilter::default()
    });
    assert_eq!(
        found.unwrap().heading,
        "经手人：lina（未设账户）；起始日期：2026-01-01",
        "in the words of the form"
    );
}
