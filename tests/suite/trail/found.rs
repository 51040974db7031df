//! Whoever looks for something in the trail finds it all and nothing else, page after page.

use rand::rngs::SmallRng;
use rand::{RngExt, SeedableRng};
use sunlot_app::Reason;
use sunlot_app::trail::{ObjectRef, TrailEntry, TrailFilter, TrailRequest};
use sunlot_store::filter::{self, Filter, Mark};
use sunlot_store::trail::Event;

use super::office_with_saves;
use crate::support::Office;

/// Events as nobody would write them by hand: few people, kinds and objects, in every combination, and a clock that
/// jumps.
fn made_up(seed: u64, count: i64) -> (rusqlite::Connection, Vec<Event>) {
    let mut chance = SmallRng::seed_from_u64(seed);
    let connection = rusqlite::Connection::open_in_memory().unwrap();
    let office = office_with_saves(1);
    let schema = rusqlite::Connection::open(office.database()).unwrap();
    for sql in sunlot_store::schema_statements(&schema).unwrap().values() {
        let ours = ["audit_event", "audit_object"]
            .iter()
            .any(|table| sql.contains(table));
        if ours && !sql.contains("TRIGGER") && sql.starts_with("CREATE TABLE audit") {
            connection.execute_batch(sql).unwrap();
        }
    }
    let mut events = Vec::new();
    for seq in 1..=count {
        let mut objects = serde_json::Map::new();
        for kind in ["profile", "account"] {
            if chance.random_bool(0.4) {
                let id = chance.random_range(0..3).to_string();
                objects.insert(kind.to_owned(), serde_json::json!([id]));
            }
        }
        let event = Event {
            seq,
            at: format!("2026-11-{:02}T09:41:00+08:00", chance.random_range(1..=28)),
            actor: format!("console:{}", chance.random_range(0..4)),
            second: chance
                .random_bool(0.3)
                .then(|| format!("console:{}", chance.random_range(0..4))),
            kind: format!("made.up{}", chance.random_range(0..3)),
            payload: serde_json::json!({ "objects": objects }),
        };
        connection
            .execute(
                "INSERT INTO audit_event VALUES (?1, ?2, ?3, ?4, ?5, ?6, zeroblob(32))",
                (
                    seq,
                    &event.at,
                    &event.actor,
                    &event.second,
                    &event.kind,
                    event.payload.to_string(),
                ),
            )
            .unwrap();
        for (kind, id) in event.objects() {
            connection
                .execute("INSERT INTO audit_object VALUES (?1, ?2, ?3)", (kind, id, seq))
                .unwrap();
        }
        events.push(event);
    }
    (connection, events)
}

fn wanted(chance: &mut SmallRng) -> Filter {
    let mut all_of = Vec::new();
    if chance.random_bool(0.5) {
        let person = format!("console:{}", chance.random_range(0..5));
        all_of.push(vec![Mark::Actor(person.clone()), Mark::Second(person)]);
    }
    if chance.random_bool(0.5) {
        let kinds = (0..chance.random_range(1..=2))
            .map(|_| Mark::Kind(format!("made.up{}", chance.random_range(0..4))));
        all_of.push(kinds.collect());
    }
    if chance.random_bool(0.5) {
        let kind = ["profile", "account"][chance.random_range(0..2)].to_owned();
        let id = chance.random_range(0..4).to_string();
        all_of.push(vec![Mark::Object { kind, id }]);
    }
    if chance.random_bool(0.05) {
        all_of.push(Vec::new());
    }
    let mut day = |likely: f64| {
        let day = format!("2026-11-{:02}", chance.random_range(1..=28));
        chance.random_bool(likely).then_some(day)
    };
    let (from, to) = (day(0.4), day(0.4));
    Filter { all_of, from, to }
}

/// What a filter means, read slowly.
fn holds(filter: &Filter, event: &Event) -> bool {
    let bears = |mark: &Mark| match mark {
        Mark::Actor(actor) => event.actor == *actor,
        Mark::Second(second) => event.second.as_ref() == Some(second),
        Mark::Kind(kind) => event.kind == *kind,
        Mark::Object { kind, id } => event.objects().contains(&(kind.clone(), id.clone())),
    };
    let day = &event.at[..10];
    filter.all_of.iter().all(|any| any.iter().any(bears))
        && filter.from.as_ref().is_none_or(|from| day >= from.as_str())
        && filter.to.as_ref().is_none_or(|to| day <= to.as_str())
}

#[test]
fn a_filter_finds_what_a_slow_reader_finds() {
    let mut chance = SmallRng::seed_from_u64(4);
    let mut found_some = 0;
    for seed in 0..6 {
        let count = [0, 1, 30, 300, 1200, 2500][seed];
        let (connection, events) = made_up(seed as u64, count);
        for _ in 0..60 {
            let filter = wanted(&mut chance);
            let before = chance
                .random_bool(0.5)
                .then(|| chance.random_range(0..=count + 1));
            let slow: Vec<i64> = events
                .iter()
                .rev()
                .filter(|event| before.is_none_or(|before| event.seq < before) && holds(&filter, event))
                .map(|event| event.seq)
                .collect();
            let mut quick = Vec::new();
            filter::seqs(&connection, &filter, before, &mut |seq| {
                quick.push(seq);
                Ok(true)
            })
            .unwrap();
            assert_eq!(quick, slow, "{filter:?} before {before:?} in {count} events");
            found_some += usize::from(!slow.is_empty());
            let limit = chance.random_range(0..=20);
            let page: Vec<i64> = filter::page(&connection, &filter, before, limit)
                .unwrap()
                .into_iter()
                .map(|stored| stored.event.seq)
                .collect();
            assert_eq!(
                page,
                slow[..limit.min(slow.len())],
                "a page is the beginning of it"
            );
        }
    }
    assert!(
        found_some > 100,
        "only {found_some} filters found anything, so the test is blind"
    );
}

fn page(office: &Office, filter: TrailFilter) -> Vec<TrailEntry> {
    let request = TrailRequest {
        filter,
        before: None,
        limit: 500,
    };
    office.desk().trail_view(&request).unwrap().entries
}

fn seqs(office: &Office, filter: TrailFilter) -> Vec<i64> {
    page(office, filter).into_iter().map(|entry| entry.seq).collect()
}

#[test]
fn every_condition_finds_its_own_and_all_together_their_meeting() {
    let office = office_with_saves(4);
    office.run(&["office", "set", "--phone", "0312-8682345"]);
    let by = |change: fn(&mut TrailFilter)| {
        let mut filter = TrailFilter::default();
        change(&mut filter);
        filter
    };
    let cases: [(&str, TrailFilter, &[i64]); 12] = [
        ("everything", TrailFilter::default(), &[6, 5, 4, 3, 2, 1]),
        (
            "a name",
            by(|f| f.person = Some("lina".to_owned())),
            &[5, 4, 3, 2, 1],
        ),
        (
            "as it stands in the trail",
            by(|f| f.person = Some("console:lina".to_owned())),
            &[5, 4, 3, 2, 1],
        ),
        ("nobody", by(|f| f.person = Some("zhang".to_owned())), &[]),
        (
            "a kind",
            by(|f| f.kinds = vec!["office.created".to_owned()]),
            &[1],
        ),
        (
            "two kinds",
            by(|f| f.kinds = vec!["office.created".to_owned(), "no.such".to_owned()]),
            &[1],
        ),
        (
            "an object",
            by(|f| {
                f.object = Some(ObjectRef {
                    kind: "profile".to_owned(),
                    id: "3".to_owned(),
                })
            }),
            &[4],
        ),
        (
            "words",
            by(|f| f.text = Some("第 2 版，改动：地址".to_owned())),
            &[3],
        ),
        (
            "words that nothing says",
            by(|f| f.text = Some("作废".to_owned())),
            &[],
        ),
        (
            "days",
            by(|f| f.to = Some("2026-11-20".to_owned())),
            &[5, 4, 3, 2, 1],
        ),
        ("no such days", by(|f| f.to = Some("2026-11-19".to_owned())), &[]),
        (
            "all together",
            by(|f| {
                f.person = Some("lina".to_owned());
                f.kinds = vec!["profile.saved".to_owned()];
                f.from = Some("2026-11-20".to_owned());
                f.to = Some("2026-11-20".to_owned());
                f.text = Some("地址".to_owned());
            }),
            &[5, 4, 3, 2],
        ),
    ];
    for (lesson, filter, expected) in cases {
        // What the command line did just now bears the computer's own date, which may lie before or after.
        let found: Vec<i64> = seqs(&office, filter)
            .into_iter()
            .filter(|seq| *seq <= 6)
            .collect();
        let found: Vec<i64> = if expected.contains(&6) {
            found
        } else {
            found.into_iter().filter(|seq| *seq < 6).collect()
        };
        assert_eq!(found, expected, "{lesson}");
    }
}

#[test]
fn words_find_events_that_came_after_they_were_first_looked_for() {
    let office = office_with_saves(2);
    let desk = office.desk();
    let words = || TrailRequest {
        filter: TrailFilter {
            text: Some("改动：地址".to_owned()),
            ..TrailFilter::default()
        },
        before: None,
        limit: 10,
    };
    assert_eq!(
        desk.trail_view(&words()).unwrap().entries.len(),
        1,
        "one save changed only the address"
    );
    let mut draft = crate::support::sample_profile();
    draft.address = "再改一次".to_owned();
    desk.office_profile_save(&draft).unwrap();
    assert_eq!(
        desk.trail_view(&words()).unwrap().entries.len(),
        2,
        "what is kept in memory follows"
    );
}

#[test]
fn pages_follow_each_other_without_gap_and_say_how_many_there_are() {
    let office = office_with_saves(25);
    let desk = office.desk();
    let filter = TrailFilter {
        kinds: vec!["profile.saved".to_owned()],
        ..TrailFilter::default()
    };
    let found = desk.trail_find(&filter).unwrap();
    assert_eq!((found.count, found.total), (25, 26), "of all events, these");
    assert_eq!(found.runs, [(26, 2)], "as runs of numbers, newest first");
    assert_eq!(found.heading, "事项：保存单位资料", "and in words");
    let mut seen = Vec::new();
    let mut before = None;
    loop {
        let request = TrailRequest {
            filter: filter.clone(),
            before,
            limit: 7,
        };
        let entries = desk.trail_view(&request).unwrap().entries;
        let Some(last) = entries.last() else { break };
        before = Some(last.seq);
        seen.extend(entries.into_iter().map(|entry| entry.seq));
    }
    assert_eq!(seen, (2..=26).rev().collect::<Vec<_>>(), "each once");
}

#[test]
fn days_that_are_none_are_refused_with_their_field() {
    let office = office_with_saves(1);
    for (from, to, fields) in [
        (Some("2026-11-31"), None, vec!["not_a_day"]),
        (Some("2026-1-1"), None, vec!["not_a_day"]),
        (Some("昨天"), Some("20261120"), vec!["not_a_day", "not_a_day"]),
        (Some("2026-11-20"), Some("2026-11-19"), vec!["days_reversed"]),
    ] {
        let filter = TrailFilter {
            from: from.map(str::to_owned),
            to: to.map(str::to_owned),
            ..TrailFilter::default()
        };
        let refused = office.desk().trail_find(&filter).unwrap_err();
        assert_eq!(
            refused.reason,
            Reason::FilterInvalid,
            "{from:?} to {to:?} would find nothing or too much"
        );
        let failure = sunlot_app::Failure::from(refused);
        let codes: Vec<_> = failure
            .problems
            .iter()
            .map(|problem| problem.code.as_str())
            .collect();
        assert_eq!(codes, fields, "every fault is named");
    }
}
