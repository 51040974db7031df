//! A whole formal day in two windows on two monitors: tried out first, then three hundred targets drawn in front of three witnesses. The
//! first draw is given up, the second stands, two things are changed, and the files that go out are recomputed by two other programs.

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::{Value, json};
use sunlot_e2e::{LINA, Office, Screen, WANG, Window, root};

const DRAWN: usize = 300;
const TRIED: [&str; 3] = ["1111117", "2903456", "7700812"];
const CARDS: [&str; 3] = ["4829137", "1103726", "9917358"];
const PASSPHRASE: &str = "雨过天青云破处者般颜色做将来";

/// The rows that stand, as the page asks for them.
async fn rows(window: &Window, id: i64) -> Vec<Value> {
    let asked = json!({ "id": id, "standing": true, "from": 0, "limit": 1000 });
    let mut told = window.ask("draw_rows", asked).await;
    match told["rows"].take() {
        Value::Array(rows) => rows,
        other => panic!("rows are a list: {other}"),
    }
}

async fn try_out(window: &Window) {
    window.click("rehearse-1").await;
    window.seal("315602", None).await;
    window.hall_reads("stage-rehearsal", "彩排").await;
    window.witness(&TRIED).await;
    window.click("play-skip").await;
    window.hall_reads("stage-fallen", "300 / 300").await;
    window.click("room-leave").await;
}

async fn give_up(window: &Window) {
    window.click("void-open").await;
    window.pick("void.code", "停电").await;
    window.fill("void.reason", "会议室停电，见证人商定重新封存").await;
    window.click("void-go").await;
    window.joined_by(Some(&WANG)).await;
    window.reads("void-reason", "停电").await;
    window.hall_sees("void").await;
}

/// The cable of the projector comes loose while it rolls, and is plugged in again.
async fn draw(window: &Window, screen: &Screen) {
    window.click("pace-1200").await;
    window.press("start").await;
    window.press("pause").await;
    let before = window.text("play-place").await;
    screen.pull_out();
    window.reads("stage-lost", "断开").await;
    screen.plug_in();
    window.gone("stage-lost").await;
    assert_eq!(window.text("play-place").await, before, "it waits where it stood");
    window.click("play-skip").await;
    window.hall_reads("stage-fallen", "300 / 300").await;
    window.press("to-crew").await;
    window.hall_sees("crew").await;
    window.click("scene-result").await;
    window.hall_reads("stage-page", "共 300 户").await;
}

/// What is typed of a change, seen as before and after, and confirmed by two.
async fn change(window: &Window, kind: &str, place: &str, fields: &[(&str, &str)], number: u32) {
    window.click("amend-open").await;
    window.pick("amend.kind", kind).await;
    for (field, label) in fields {
        window.pick(field, label).await;
    }
    window.fill("amend.place", place).await;
    window.fill("amend.reason", "见清应急〔2026〕31号").await;
    window.click("amend-go").await;
    window.get("amend-preview").await;
    window.click("amend-go").await;
    window.joined_by(Some(&WANG)).await;
    window.get(&format!("amendment-{number}")).await;
}

async fn change_two(window: &Window, id: i64) {
    let before = rows(window, id).await;
    assert_eq!(before.len(), DRAWN, "so many go out");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    window.click("tab-changes").await;
    let gone = text(&before[0]["number"]);
    change(window, "检查对象退出", &gone, &[("amend.code", "注销")], 1).await;
    let (row, ill) = (text(&before[1]["number"]), text(&before[1]["crew"][0]["name"]));
    let fields = [("amend.inspector", &*ill), ("amend.code", "自行回避")];
    change(window, "检查人员回避", &row, &fields, 2).await;

    let after = rows(window, id).await;
    assert_eq!(
        after.len(),
        DRAWN,
        "the next in line took the place of the one that is gone"
    );
    assert!(
        after.iter().all(|row| text(&row["number"]) != gone),
        "which is not visited"
    );
    let crew = |rows: &[Value]| {
        rows.iter()
            .find(|one| text(&one["number"]) == row)
            .map(|one| one["crew"].clone())
    };
    assert_ne!(crew(&before), crew(&after), "and another one goes to the second");
}

async fn put_away(window: &Window) {
    window.click("tab-away").await;
    window.fill("sign.passphrase", PASSPHRASE).await;
    window.click("sign-go").await;
    window.get("signed").await;
    window.click("publish-go").await;
    window.reads("published", "摇号-002").await;
    window.fill("archive.envelope", "摇号-002").await;
    window.click("archive-go").await;
    window.reads("archived", "摇号-002").await;
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// The two records are one chain, for the program and for the page that needs none.
fn recomputed(office: &Office) {
    let given_up = office.run_as(&LINA, &["ceremony", "publish", "YS-0002"]);
    assert!(
        given_up.status.success(),
        "what was given up goes out, too: {}",
        said(&given_up)
    );
    let record = |number: &str| -> PathBuf {
        office
            .path()
            .join("outbox")
            .join(number)
            .join("record.sunlot.json")
    };
    let files = [record("摇号-001"), record("摇号-002")];
    let names = files.each_ref().map(|file| file.display().to_string());
    let verified = office.run(&["verify", &names[0], &names[1]]);
    assert!(
        verified.status.success(),
        "the program verifies them: {}",
        said(&verified)
    );
    let mut page = Command::new("node");
    let page = page
        .arg(root().join("ui/verifier/test/browser.mjs"))
        .args(&files)
        .output();
    let page = page.expect("node starts");
    assert!(page.status.success(), "and so does the page: {}", said(&page));
}

#[tokio::test]
async fn three_hundred_are_drawn_on_two_monitors_and_the_files_are_one_chain() {
    let (screen, office) = (Screen::pair(), Office::ready_to_draw_with(DRAWN, 12));
    office.begin_accounts(&[&LINA, &WANG]);
    office.make_keys(&LINA, &WANG);
    let window = Window::open(&screen, &office).await;
    window.enter(&LINA).await;
    window.click("nav-ceremony").await;
    window.get("stage-monitor").await;
    window.click("stage-toggle").await;
    window.hall_sees("idle").await;
    window.to_stage().await;
    let size = "done([window.innerWidth, window.innerHeight])";
    window
        .until("the projector to be filled", async |w| {
            w.script(size).await == json!([1920, 1080])
        })
        .await;
    window.to_console().await;

    try_out(&window).await;
    window.click("prepare-1").await;
    // What the hall still sees is not taken away by preparing something new.
    window.reads("stage-elsewhere", "另一次抽取").await;
    window.click("stage-bring").await;
    let first = window.seal("482913", Some(&WANG)).await;
    give_up(&window).await;
    window.press("again").await;
    window.click("stage-bring").await;
    let second = window.seal("770418", Some(&WANG)).await;
    assert_ne!(first, second, "what is sealed anew has a code of its own");
    window.reads("earlier", "停电").await;
    window.witness(&CARDS).await;
    draw(&window, &screen).await;
    change_two(&window, 3).await;
    put_away(&window).await;
    window.close().await;
    recomputed(&office);
}
