//! `./dev bench stage`: a row that rolls on the stage at 1920×1080, drawn by the processor: how many frames a second, the longest of
//! them, and what the program with its web views takes of one core meanwhile.
//!
//! The frames are counted by the page's own clock; nothing in the program is instrumented for it.
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a measurement is printed"
)]

use std::fs;
use std::time::Instant;

use serde_json::{Value, json};
use sunlot_e2e::{Office, Screen, Window};

const DRAWN: usize = 21;
const ROWS: usize = 10;
/// How long a row rolls, and for how long of that it is watched, in milliseconds.
const PACE: u32 = 4_000;
/// Ticks of the processor's clock in a second, as Linux tells them to everybody.
const TICKS: f64 = 100.0;

const WATCH: &str = "
    const spans = []; let last = performance.now(); const begun = last;
    const frame = () => {
      const now = performance.now();
      spans.push(now - last); last = now;
      if (now - begun >= 3000) return done([spans.slice(1), document.querySelector('[data-testid=stage-rolling]') !== null]);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);";

#[tokio::main]
async fn main() {
    let office = Office::ready_to_draw(DRAWN);
    let screen = Screen::new(1920, 1080);
    let window = Window::open(&screen, &office).await;
    draw(&window).await;
    for theme in ["light", "dark"] {
        let choose =
            format!("document.querySelector('[data-testid=stage-theme-{theme}]').click(); done(null)");
        window.script(&choose).await;
        show(&window, 0, 0).await;
        let (mut spans, mut busy, mut watched) = (Vec::new(), 0.0, 0.0);
        for place in 1..=ROWS {
            show(&window, place, PACE).await;
            window.to_stage().await;
            let (before, begun) = (ticks(&window), Instant::now());
            let told = window.script(WATCH).await;
            busy += ticks(&window) - before;
            watched += begun.elapsed().as_secs_f64();
            assert_eq!(told[1], json!(true), "the row still rolls");
            spans.extend(told[0].as_array().into_iter().flatten().filter_map(Value::as_f64));
            window.to_console().await;
        }
        spans.sort_by(f64::total_cmp);
        let at = |percent: usize| spans[(spans.len() - 1) * percent / 100];
        println!(
            "{theme}：{} 帧，每秒 {:.0} 帧（中位数），99% 的帧不超过 {:.0} ms，最长 {:.0} ms，超过 50 ms 的 {} 帧，占一个核 {:.0}%",
            spans.len(),
            1000.0 / at(50),
            at(99),
            at(100),
            spans.iter().filter(|span| **span > 50.0).count(),
            100.0 * busy / TICKS / watched
        );
    }
    window.close().await;
}

/// From the list to a draw that is decided, and the stage open.
async fn draw(window: &Window) {
    window.click("nav-ceremony").await;
    window.click("stage-toggle").await;
    window.click("rehearse-1").await;
    window.get("checklist-reload").await;
    let ask = async |command: &str, mut request: Value| {
        request["id"] = json!(1);
        window.ask(command, request).await
    };
    ask("rehearsal_seal", json!({ "challenge": "482913" })).await;
    for seat in 1..=3 {
        ask("ceremony_card", json!({ "seat": seat, "down": true })).await;
    }
    ask("ceremony_turn", json!({})).await;
    for (at, digits) in ["4829137", "1103726", "9917358"].iter().enumerate() {
        let number = json!({ "seat": at + 1, "digits": digits });
        ask("ceremony_number", number.clone()).await;
        ask("ceremony_confirm", number).await;
    }
}

async fn show(window: &Window, place: usize, pace: u32) {
    let request = json!({ "id": 1, "step": "draw", "place": place, "pace": pace });
    window.ask("stage_show", request).await;
}

/// What all processes of the program have used of the processor.
fn ticks(window: &Window) -> f64 {
    let of = |pid: u32| {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        let after = stat.rsplit_once(')').map_or("", |(_, after)| after);
        let fields: Vec<f64> = after
            .split_whitespace()
            .map(|field| field.parse().unwrap_or(0.0))
            .collect();
        fields.get(11).unwrap_or(&0.0) + fields.get(12).unwrap_or(&0.0)
    };
    window.processes().iter().map(|(pid, _)| of(*pid)).sum()
}
