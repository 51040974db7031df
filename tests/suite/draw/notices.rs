//! What is no fault and should be known all the same: each notice where it belongs, word for word, and only there.

use serde_json::{Value, json};
use sunlot_app::messages::verdict::of_notice;
use sunlot_draw::commitment::fingerprint;
use sunlot_draw::verify::{Given, verify};
use sunlot_draw::{Published, read};

use super::forger;
use super::random_case::publish;

/// A draw of which there is nothing to say: witnesses with digits enough, plenty to choose from, first attempt.
fn quiet() -> Value {
    let salt = |at: usize| format!("{at:032x}");
    let target = |at: usize| json!({"salt": salt(at), "id": format!("T{at}"), "name": format!("第{at}户")});
    let inspector = |at: usize| json!({"salt": salt(100 + at), "id": format!("冀F{at}"), "name": format!("检查员{at}"), "dept": "应急局", "skills": ["防雷"]});
    let seat = |at: usize| json!({"role": "人大代表", "alias": format!("代表{at}")});
    let stratum = json!({"key": "A", "label": "甲类", "items": ["QX-01"], "rule": {"kind": "count", "n": 2}, "quota": 2, "reserve": 2,
                         "slots": [{"role": "主办"}, {"role": "协办"}], "targets": (1..=6).map(target).collect::<Vec<_>>()});
    let exclusion = json!({"salt": salt(200), "id": "X1", "name": "某店", "reason": "已注销"});
    let manifest = json!({
        "protocol": "sunlot/1", "drawId": "d-1", "task": "〔2026〕1号", "sequence": 1, "previous": "0".repeat(64), "attempt": 1,
        "basis": null, "amended": [], "station": forger::station(), "office": {"code": "130609", "name": "徐水区"}, "title": "抽查",
        "createdAt": "2026-11-20T09:30:00+08:00", "seats": (1..=3).map(seat).collect::<Vec<_>>(), "challenge": "868751",
        "items": [{"code": "QX-01", "name": "防雷"}], "strata": [stratum], "exclusions": [exclusion],
        "inspectors": (1..=5).map(inspector).collect::<Vec<_>>(), "recusals": [], "crew": {"cap": 0, "balance": true}
    });
    json!({"manifest": manifest, "secret": "5a".repeat(32), "contributions": ["1234567", "2345678", "3456789"], "amendments": []})
}

fn amendment(mut what: Value) -> Value {
    what["reason"] = "情况有变".into();
    what["at"] = "2026-11-21T09:30:00+08:00".into();
    what["by"] = json!(["李主任"]);
    what
}

fn signed(case: &Value) -> Published {
    let mut file = publish(case).unwrap();
    forger::sign_all(&mut file);
    file
}

/// The notices on a file, as people read them, for whoever has the station's fingerprint.
fn said(file: &Published) -> Vec<String> {
    let manifest = &file.record.manifest;
    let station = Some(fingerprint(manifest.protocol, &manifest.station));
    said_with(file, &Given { station, sheet: None })
}

fn said_with(file: &Published, given: &Given) -> Vec<String> {
    let bytes = serde_json::to_vec(file).unwrap();
    let report = verify(&[read::published(&bytes)], given);
    assert!(report.is_valid(), "a notice is no fault: {report:?}");
    let notices = report.files[0].notices.iter();
    notices
        .map(|notice| format!("{}：{}", notice.code(), of_notice(notice)))
        .collect()
}

/// The notices on the quiet draw after one change.
fn after(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut case = quiet();
    change(&mut case);
    said(&signed(&case))
}

#[test]
fn of_a_quiet_draw_nothing_is_said() {
    assert_eq!(
        after(|_| {}),
        [""; 0],
        "whatever the other tests find comes from their change"
    );
}

#[test]
fn how_the_room_took_part() {
    let told = after(|case| {
        case["manifest"]["seats"] = json!([]);
        case["manifest"]["challenge"] = "".into();
        case["contributions"] = json!([]);
    });
    assert_eq!(
        told,
        [
            "no-witness：没有见证席位：结果只取决于本机的密数",
            "few-digits：见证数共 0 位，少于 20 位"
        ],
        "without a room"
    );
    let told = after(|case| case["contributions"] = json!(["123456", "1234567", "123456"]));
    assert_eq!(
        told,
        ["few-digits：见证数共 19 位，少于 20 位"],
        "one digit short"
    );
    let told = after(|case| case["contributions"] = json!(["123456", "1234567", "1234567"]));
    assert_eq!(told, [""; 0], "20 digits are enough");
}

#[test]
fn a_void_record_says_what_cannot_be_seen_any_more() {
    let void = |stage: &str| json!({"reason": "停电", "stage": stage, "by": ["李主任"], "at": "2026-11-20T10:00:00+08:00"});
    let told = after(|case| case["void"] = void("cards"));
    assert_eq!(
        told, [""; 0],
        "all is seen: the result that would have been stands there"
    );
    let told = after(|case| {
        case["void"] = void("sealed");
        case["contributions"] = json!([null, null, null]);
    });
    assert_eq!(
        told,
        [
            "few-digits：见证数共 0 位，少于 20 位",
            "hidden-result：作废时见证数不全，看不到本来的结果"
        ],
        "no card was down"
    );
    let mut case = quiet();
    case["void"] = void("cards");
    let mut lost = publish(&case).unwrap();
    (lost.record.secret, lost.record.seed, lost.record.result) = (None, None, None);
    forger::remake_digests(&mut lost);
    forger::sign_all(&mut lost);
    assert_eq!(
        said(&lost),
        ["lost-secret：密数已遗失（LOST）：无法重算这次封存"],
        "every verifier says LOST"
    );
}

#[test]
fn whose_file_it_is() {
    let unsigned = publish(&quiet()).unwrap();
    assert_eq!(
        said(&unsigned),
        ["unsigned：没有电子签名"],
        "nobody vouches for it"
    );
    let file = signed(&quiet());
    let told = said_with(&file, &Given::default());
    assert_eq!(
        told,
        ["unpinned-station：没有对照张贴的本站指纹，不能认定出自本站"],
        "consistent is not genuine"
    );
}

#[test]
fn what_is_hidden_in_an_edition_is_counted() {
    let mut file = signed(&quiet());
    file.seal();
    assert_eq!(
        said(&file),
        ["sealed-leaves：密封了 5 条名单"],
        "four that were not drawn, one excluded"
    );
}

#[test]
fn what_was_changed_afterwards() {
    let fill = amendment(json!({"kind": "fill"}));
    let told = after(|case| case["amendments"] = json!([fill]));
    assert_eq!(told, ["amended：有 1 条变更"], "even where it changes nothing");

    let outsider = json!({"id": "借1", "name": "借调", "dept": "气象局", "skills": []});
    let borrow = amendment(json!({"kind": "inspector-in", "inspector": outsider}));
    let told = after(|case| case["amendments"] = json!([borrow]));
    assert_eq!(
        told,
        ["amended：有 1 条变更", "borrowed：从名单外借调 1 人"],
        "chosen by name"
    );
    let undo = amendment(json!({"kind": "withdraw", "of": 1}));
    let told = after(|case| case["amendments"] = json!([borrow, undo]));
    assert_eq!(
        told,
        ["amended：有 2 条变更"],
        "withdrawn, it counts among the amendments alone"
    );
}

#[test]
fn recusals_are_counted_where_they_touched_the_draw() {
    let drawn = publish(&quiet()).unwrap().record.result.unwrap().selected[0]
        .place
        .number;
    let others: Vec<u64> = (1..=6).collect();
    let recuse = amendment(json!({"kind": "recuse", "inspector": "冀F1", "stratum": "A", "number": drawn}));
    let told = after(|case| case["amendments"] = json!([recuse]));
    assert_eq!(
        told,
        ["amended：有 1 条变更", "recused：抽中的对象涉及回避 1 处"],
        "afterwards"
    );
    let told = after(|case| {
        let recusal = |number: &u64| json!({"salt": "00".repeat(16), "inspector": "冀F1", "stratum": "A", "number": number, "reason": "近亲属"});
        case["manifest"]["recusals"] = others.iter().map(recusal).collect();
    });
    assert_eq!(
        told,
        ["recused：抽中的对象涉及回避 2 处"],
        "of six sealed before the draw, the two that were drawn"
    );
}

#[test]
fn a_second_attempt_and_a_rehearsal_say_so() {
    let told = after(|case| {
        case["manifest"]["sequence"] = 2.into();
        case["manifest"]["attempt"] = 2.into();
        case["manifest"]["previous"] = "ab".repeat(32).into();
    });
    assert_eq!(
        told,
        ["attempt：这是本任务第 2 次抽取"],
        "a redraw cannot be hidden"
    );
    let told = after(|case| case["manifest"]["ext"] = json!({"rehearsal": true}));
    assert_eq!(told, ["rehearsal：这是彩排，不是正式抽取"], "a rehearsal");
    let told = after(|case| case["manifest"]["ext"] = json!({"rehearsal": "true"}));
    assert_eq!(told, [""; 0], "only true is true");
}

#[test]
fn where_chance_had_little_room() {
    let told = after(|case| {
        let stratum = &mut case["manifest"]["strata"][0];
        stratum["targets"].as_array_mut().unwrap().truncate(2);
        stratum["reserve"] = 0.into();
    });
    assert_eq!(
        told,
        ["tiny-pool：候选太少，随机余地很小：A 层 2 个对象"],
        "both are drawn, whatever the dice"
    );
    let told = after(|case| {
        case["manifest"]["strata"][0]["slots"][0]["skill"] = "放射".into();
    });
    let numbers: Vec<u64> = publish(&quiet())
        .unwrap()
        .record
        .result
        .unwrap()
        .selected
        .iter()
        .map(|row| row.place.number)
        .collect();
    assert_eq!(
        told.len(),
        2,
        "nobody has that skill: {told:?} ({numbers:?} under another seal)"
    );
    assert_eq!(told[0], "unfilled-slots：在列的检查组有 2 个空缺", "in both rows");
    assert!(
        told[1].starts_with("tiny-pool：候选太少，随机余地很小：A-") && told[1].ends_with(" 第 1 席 0 人"),
        "and nobody fitted before any crew was chosen: {}",
        told[1]
    );
}
