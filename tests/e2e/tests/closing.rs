//! Unsaved changes are asked about before a page is left.

use sunlot_e2e::{Office, Screen, Window};

#[tokio::test]
async fn leaving_with_unsaved_changes_asks_and_each_answer_does_what_it_says() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    window.fill("field-address", "清源县人民路 1 号").await;
    window.click("nav-trail").await;
    window.click("unsaved-stay").await;
    assert_eq!(
        window.value("field-address").await,
        "清源县人民路 1 号",
        "to stay is to stay with everything typed"
    );

    window.click("nav-trail").await;
    window.click("unsaved-save").await;
    window.get("trail-table").await;
    window.reads("trail-entry-3", "第 2 版，改动：地址").await;

    window.click("nav-office").await;
    window.fill("field-address", "清源县人民路 2 号").await;
    window.click("nav-trail").await;
    window.click("unsaved-drop").await;
    window.get("trail-table").await;
    window.close().await;
    assert_eq!(
        office.profile()["address"],
        "清源县人民路 1 号",
        "what was dropped is not saved"
    );
}
