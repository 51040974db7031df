//! Sheets on paper, as far as the window goes: the way to the printer or into a file.

use std::fs;

use sunlot_e2e::{LINA, Office, Screen, WANG, Window};

/// The text of the only PDF in the office's outbox.
fn text_of_the_pdf(office: &Office) -> String {
    let outbox = fs::read_dir(office.path().join("outbox"))
        .expect("the outbox")
        .flatten();
    let file = outbox
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|extension| extension == "pdf"))
        .expect("one sheet");
    let text = std::process::Command::new("pdftotext")
        .arg("-layout")
        .arg(&file)
        .arg("-")
        .output()
        .expect("pdftotext runs");
    String::from_utf8(text.stdout).expect("text")
}

#[tokio::test]
async fn the_trail_that_is_shown_comes_out_as_a_sheet() {
    let (screen, office) = (Screen::new(1366, 768), Office::with_people(&[&LINA, &WANG]));
    let window = Window::open(&screen, &office).await;
    window.enter(&LINA).await;
    window.click("nav-trail").await;
    window.click("trail-print").await;
    window.click("printer-file").await;
    window.click("paper-go").await;
    window.reads("paper-made", "outbox").await;
    window.click("paper-done").await;
    window.close().await;
    let text = text_of_the_pdf(&office);
    assert!(text.contains("留痕摘录"), "what it is: {text}");
    assert!(
        text.contains("建立单位文件夹"),
        "and from the first event on: {text}"
    );
}

#[tokio::test]
async fn a_key_is_made_by_two_and_its_fingerprint_comes_out_as_a_sheet() {
    let (screen, office) = (Screen::new(1366, 768), Office::with_people(&[&LINA, &WANG]));
    let window = Window::open(&screen, &office).await;
    window.enter(&LINA).await;
    window.click("nav-station").await;
    window.click("station_make").await;
    window
        .fill("station.passphrase", "春眠不觉晓处处闻啼鸟夜来")
        .await;
    window.fill("station.again", "春眠不觉晓处处闻啼鸟夜来").await;
    window.click("station-next").await;
    window.fill("second.password", WANG.password).await;
    window.click("second-confirm").await;
    let shown = window.text("station-fingerprint").await;
    window.click("station-post-print").await;
    window.click("printer-file").await;
    window.click("paper-go").await;
    window.reads("paper-made", "outbox").await;
    window.click("paper-done").await;
    window.close().await;
    let text = text_of_the_pdf(&office);
    let first_group = shown.split_whitespace().next().expect("groups");
    assert!(
        text.contains(first_group),
        "{first_group} is on the sheet: {text}"
    );
}

#[tokio::test]
async fn what_helpers_get_is_shown_before_it_is_saved() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    window.click("nav-diagnostics").await;
    window.click("part-0").await;
    let first = window.text("part-text").await;
    assert!(!first.trim().is_empty(), "the part can be read");
    window.click("diagnostics-save").await;
    window.reads("diagnostics-saved", "outbox").await;
    window.close().await;
}
