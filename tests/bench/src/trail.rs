//! A made-up office with a million events: how long opening, searching, exporting and verifying take.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, TimeDelta};
use rusqlite::Connection;
use serde_json::json;
use sunlot_app::anchor::{AnchorPlace, FolderOfAnchors};
use sunlot_app::office::OfficeProfile;
use sunlot_app::trail::{FlagsRequest, ObjectRef, TrailExport, TrailFilter, TrailRequest};
use sunlot_app::{Actor, Clock, Desk, Env, Shell, SystemEntropy};
use sunlot_store::OfficeFolder;
use sunlot_store::trail::{self, Event};

const EVENTS: i64 = 1_000_000;

/// Stands a minute after the newest event.
struct LastMinute(DateTime<FixedOffset>);

impl Clock for LastMinute {
    fn now(&self) -> DateTime<FixedOffset> {
        self.0
    }
}

fn begun() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2020-01-02T08:00:00+08:00").unwrap()
}

fn at(seq: i64) -> DateTime<FixedOffset> {
    begun() + TimeDelta::seconds(seq * 190)
}

fn desk(office: &Path, events: i64) -> Desk {
    let env = Env {
        printer: Box::new(sunlot_app::printer::OtherSystem),
        vault: Box::new(sunlot_app::station::FolderVault),
        reader: Box::new(sunlot_app::reader::ChildReader::of_this_program()),
        windows: Box::new(sunlot_app::ThisProgram),
        picker: Box::new(sunlot_app::picker::NoPicker),
        clock: Box::new(LastMinute(at(events + 1))),
        entropy: Box::new(SystemEntropy),
        anchors: Box::new(FolderOfAnchors::at(office.join("../anchors"))),
    };
    Desk::new(
        env,
        OfficeFolder::new(office),
        Actor::named(Shell::Console, "lina"),
    )
}

pub fn measure(events: Option<i64>) {
    let events = events.unwrap_or(EVENTS);
    let outside = tempfile::tempdir().unwrap();
    let office = outside.path().join("office");
    make(&office, events);
    let size = fs::metadata(office.join("office.db")).unwrap().len() / 1_000_000;
    println!("\n{events} 条留痕的单位，数据文件 {size} MB");

    timed("打开：没有上次核对，没有锚点", || {
        let desk = desk(&office, events);
        desk.hold().unwrap();
        desk.trail_standing().unwrap();
    });
    let here = desk(&office, events);
    timed("从头核对全部留痕", || {
        let verdict = here.trail_verify(&mut |_, _| true).unwrap();
        assert!(verdict.valid, "{:?}", verdict.faults);
    });
    for _ in 0..3 {
        timed("打开：上次核对以后的，与锚点比对", || {
            let desk = desk(&office, events);
            desk.console_view().unwrap();
            let standing = desk.trail_standing().unwrap();
            assert!(standing.check.valid, "{:?}", standing.check.faults);
        });
    }
    here.hold().unwrap();
    search(&here);
    timed("导出全部（xlsx）", || {
        let file = outside.path().join("trail.xlsx").display().to_string();
        let request = TrailExport {
            filter: TrailFilter::default(),
            file: Some(file),
            overwrite: true,
        };
        let done = here.trail_export(&request);
        assert!(done.is_ok() || events > 1_048_575, "{done:?}");
    });
    save(&here);
    saving_beside_a_verification(&here);
    anchors(outside.path());
}

fn search(desk: &Desk) {
    let cases = [
        ("不筛选", TrailFilter::default()),
        (
            "一个人（常见）",
            TrailFilter {
                person: Some("console:lina".to_owned()),
                ..TrailFilter::default()
            },
        ),
        (
            "一个人（少见）",
            TrailFilter {
                person: Some("cli:root".to_owned()),
                ..TrailFilter::default()
            },
        ),
        (
            "一个人、一种事项",
            TrailFilter {
                person: Some("cli:root".to_owned()),
                kinds: vec!["profile.saved".to_owned()],
                ..TrailFilter::default()
            },
        ),
        (
            "一个对象",
            TrailFilter {
                object: Some(ObjectRef {
                    kind: "profile".to_owned(),
                    id: "500000".to_owned(),
                }),
                ..TrailFilter::default()
            },
        ),
        (
            "一个月",
            TrailFilter {
                from: Some("2021-03-01".to_owned()),
                to: Some("2021-03-31".to_owned()),
                ..TrailFilter::default()
            },
        ),
        (
            "内容（第一次，全部写成句子）",
            TrailFilter {
                text: Some("第 123456 版".to_owned()),
                ..TrailFilter::default()
            },
        ),
        (
            "内容（以后）",
            TrailFilter {
                text: Some("第 123456 版".to_owned()),
                ..TrailFilter::default()
            },
        ),
    ];
    for (name, filter) in cases {
        let request = TrailRequest {
            filter: filter.clone(),
            before: None,
            limit: 100,
        };
        timed(&format!("一页：{name}"), || {
            drop(desk.trail_view(&request).unwrap())
        });
        let middle = TrailRequest {
            before: Some(EVENTS / 2),
            ..request
        };
        timed(&format!("中间一页：{name}"), || {
            drop(desk.trail_view(&middle).unwrap())
        });
        timed(&format!("全部编号：{name}"), || {
            let found = desk.trail_find(&filter).unwrap();
            print!("    {:>9} 条  ", found.count);
        });
    }
    timed("红旗", || {
        drop(desk.trail_flags(&FlagsRequest::default()).unwrap())
    });
    timed("可筛选的人和事项", || drop(desk.trail_choices().unwrap()));
}

fn saved(desk: &Desk, number: u32) -> Duration {
    let began = Instant::now();
    desk.office_profile_edit(|current| OfficeProfile {
        name: "清源县应急管理局".to_owned(),
        address: format!("朝阳路 {number} 号"),
        ..current
    })
    .unwrap();
    began.elapsed()
}

fn middle(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort();
    (times[times.len() / 2], times[times.len() - 1])
}

fn save(desk: &Desk) {
    let (half, worst) = middle((0..50).map(|number| saved(desk, number)).collect());
    println!("  保存一次，连锚点：中位数 {half:?}，最慢 {worst:?}");
}

fn saving_beside_a_verification(desk: &Desk) {
    std::thread::scope(|scope| {
        let verification = scope.spawn(|| desk.trail_verify(&mut |_, _| true).unwrap());
        let mut times = Vec::new();
        while !verification.is_finished() {
            times.push(saved(desk, 1000 + u32::try_from(times.len()).unwrap()));
            std::thread::sleep(Duration::from_millis(20));
        }
        let count = times.len();
        let (half, worst) = middle(times);
        println!("  从头核对的同时保存 {count} 次：中位数 {half:?}，最慢 {worst:?}");
        assert!(
            verification.join().unwrap().valid,
            "saving disturbs no verification"
        );
    });
}

fn anchors(outside: &Path) {
    let place = FolderOfAnchors::at(outside.join("only-anchors"));
    let times = (0..200).map(|number| {
        let began = Instant::now();
        place.write("a.json", &format!("{{\"seq\":{number}}}")).unwrap();
        began.elapsed()
    });
    let (half, worst) = middle(times.collect());
    println!("  写一次锚点：中位数 {half:?}，最慢 {worst:?}");
}

fn timed(name: &str, work: impl FnOnce()) {
    let began = Instant::now();
    work();
    println!("  {name}：{:.1} ms", began.elapsed().as_secs_f64() * 1000.0);
}

/// The office as the program makes it, and behind it events as the program would have written them.
pub fn make(office: &Path, events: i64) {
    let first = desk(office, 0);
    first.hold().unwrap();
    first.leave();
    drop(first);
    // Its anchor knows of one event; the made-up ones come behind that, and the office begins anew elsewhere.
    let mut connection = Connection::open(office.join("office.db")).unwrap();
    let began = Instant::now();
    let tx = connection.transaction().unwrap();
    let head = trail::head(&tx).unwrap().unwrap();
    let mut previous = head.head;
    {
        let mut event_row = tx
            .prepare("INSERT INTO audit_event (seq, at, actor, second, kind, payload, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
            .unwrap();
        let mut object_row = tx
            .prepare("INSERT INTO audit_object (kind, id, seq) VALUES (?1, ?2, ?3)")
            .unwrap();
        for seq in head.seq + 1..=events {
            let event = made_up(seq);
            let hash = event.hash(&previous).unwrap();
            let bytes = hex_bytes(&hash.to_string());
            event_row
                .execute((
                    seq,
                    &event.at,
                    &event.actor,
                    &event.second,
                    &event.kind,
                    serde_json_canonicalizer::to_string(&event.payload).unwrap(),
                    bytes,
                ))
                .unwrap();
            for (kind, id) in event.objects() {
                object_row.execute((kind, id, seq)).unwrap();
            }
            previous = hash;
        }
    }
    tx.commit().unwrap();
    println!("造 {events} 条留痕用了 {:?}", began.elapsed());
}

fn made_up(seq: i64) -> Event {
    let kind = if seq % 50_000 == 0 {
        "account.refused"
    } else {
        "profile.saved"
    };
    let payload = if kind == "account.refused" {
        json!({ "login": "lina", "wrong": 6, "second": false, "objects": { "account": ["lina"] } })
    } else {
        json!({
            "version": seq,
            "changed": ["address", "supervision_phone"],
            "objects": { "profile": [seq.to_string()] },
        })
    };
    Event {
        seq,
        at: at(seq).to_rfc3339(),
        actor: if seq % 1_000 == 0 {
            "cli:root"
        } else {
            "console:lina"
        }
        .to_owned(),
        second: (seq % 5_000 == 0).then(|| "console:wang".to_owned()),
        kind: kind.to_owned(),
        payload,
    }
}

fn hex_bytes(text: &str) -> [u8; 32] {
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).unwrap();
    }
    bytes
}
