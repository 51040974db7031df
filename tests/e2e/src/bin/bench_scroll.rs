//! `./dev bench scroll`: a million targets on the screen: how long until the list stands, how many frames a second there are while the
//! wheel turns and while the bar is dragged, how many rows are still empty meanwhile, and how long a search takes.
//!
//! The frames are counted by the page's own clock; nothing in the program is instrumented for it.
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a measurement is printed"
)]

use std::fmt::Write;
use std::time::Instant;

use sunlot_e2e::{Office, Screen, Window};

const TARGETS: usize = 1_000_000;
const TOWNSHIPS: [&str; 5] = ["安肃镇", "大王店镇", "遂城镇", "高林村镇", "瀑河乡"];
const TRADES: [&str; 6] = ["超市", "饲料有限公司", "加油站", "餐馆", "农药店", "粮油购销站"];

/// Turns the wheel for two seconds, or drags the bar from one end to the other; counts frames, and rows without their line.
const SCROLL: &str = "
    const table = document.querySelector(\"[data-testid='target-table']\");
    const begun = performance.now(), span = 2000;
    let frames = 0, longest = 0, last = begun, rows = 0, empty = 0;
    const frame = () => {
      const now = performance.now(), drawn = [...table.querySelectorAll('[data-index]')];
      frames += 1; longest = Math.max(longest, now - last); last = now;
      rows += drawn.length; empty += drawn.filter((row) => !row.dataset.testid).length;
      if (now - begun >= span) return done([frames * 1000 / (now - begun), longest, 100 * empty / rows]);
      MOVE
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);";
const WHEEL: &str =
    "table.dispatchEvent(new WheelEvent('wheel', { deltaY: 120, bubbles: true, cancelable: true }));";
const BAR: &str = "table.scrollTop = (table.scrollHeight - table.clientHeight) * (now - begun) / span;";

#[tokio::main]
async fn main() {
    let office = Office::sample();
    let list = office.state().join("名录.csv");
    std::fs::write(&list, roster()).expect("the roster can be written");
    office.take_over("targets", &list.display().to_string());
    let screen = Screen::new(1366, 768);
    let window = Window::open(&screen, &office).await;
    let begun = Instant::now();
    window.click("nav-targets").await;
    window.get("target-1").await;
    println!(
        "检查对象 {TARGETS} 户，第一屏：{} ms",
        begun.elapsed().as_millis()
    );
    for (what, movement) in [("滚轮", WHEEL), ("拖滚动条到底", BAR)] {
        let told = window.script(&SCROLL.replace("MOVE", movement)).await;
        let number = |at: usize| told[at].as_f64().unwrap_or_default();
        println!(
            "{what}：每秒 {:.0} 帧，最长一帧 {:.0} ms，还没读到的行 {:.1}%",
            number(0),
            number(1),
            number(2)
        );
    }
    let begun = Instant::now();
    window.fill("target-text", "粮油").await;
    window.reads("targets-total", "筛得 1").await;
    println!("查找，从敲第一个字到看见户数：{} ms", begun.elapsed().as_millis());
    window.close().await;
}

/// A roster as offices have them, without codes: that they are missing is told of every row, and none is left out.
fn roster() -> String {
    let mut text = String::from("企业名称,所在乡镇,住所\n");
    for number in 0..TARGETS {
        let (township, trade) = (TOWNSHIPS[number % 5], TRADES[number % 6]);
        let _ = writeln!(
            text,
            "清源县{township}第{number}{trade},{township},{township}{number}号"
        );
    }
    text
}
