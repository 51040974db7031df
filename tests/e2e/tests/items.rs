//! The list of items from the file that an office has to the edition that is in force, and what differs from it afterwards.

use sunlot_e2e::{Office, Screen, Window, brought};

/// Fills in what a form asks for.
async fn fill(window: &Window, fields: &[(&str, &str)]) {
    for (id, text) in fields {
        window.fill(id, text).await;
    }
}

async fn enabled(window: &Window, id: &str) -> bool {
    window.get(id).await.is_enabled().await.unwrap_or(false)
}

/// The last item of the file names no law: nobody may inspect by it.
async fn give_it_a_law(window: &Window) {
    window.click("item-12").await;
    window.reads("item-unusable", "没有法律依据").await;
    window.click("act-edit").await;
    window.click("bases.add").await;
    fill(
        window,
        &[
            ("bases.0.law", "中华人民共和国职业病防治法"),
            ("bases.0.article", "第六十二条"),
            ("item.reason", "补上法律依据"),
        ],
    )
    .await;
    window.click("item-save").await;
    window.reads("items-total", "可用 12，不可用 0").await;
    window.click("pane-close").await;
}

/// The edition goes to whoever ratifies it, comes back ratified, and is published.
async fn bring_into_force(window: &Window) {
    window.click("tab-editions").await;
    window.click("edition-ratify").await;
    fill(
        window,
        &[
            ("ratify.ratified_on", "2026-03-10"),
            ("ratify.ratified_no", "清司审〔2026〕3 号"),
            ("ratify.effective_on", "2026-03-15"),
        ],
    )
    .await;
    window.click("ratify-go").await;
    window.reads("edition-in-force", "2026-03-15 起施行").await;
    window.click("edition-publish").await;
    window.fill("publish.published_on", "2026-03-12").await;
    window.click("channel-0").await;
    window.click("publish-go").await;
    window.reads("edition-step-published", "2026-03-12").await;
}

#[tokio::test]
async fn a_list_is_submitted_ratified_and_published_and_what_changes_later_shows_against_it() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    window.click("nav-items").await;
    window.click("empty-import").await;
    window.take_over(&brought("抽查事项清单.xlsx")).await;
    window.click("done-list").await;
    window.reads("edition-in-force", "还没有审定的清单").await;
    window.reads("items-total", "可用 11，不可用 1").await;

    window.click("catalog-submit").await;
    window.reads("submit-obstacles", "职业健康检查").await;
    assert!(
        !enabled(&window, "submit-go").await,
        "nothing is submitted while something stands in the way"
    );
    window.click("submit-cancel").await;
    give_it_a_law(&window).await;

    window.click("catalog-submit").await;
    fill(
        &window,
        &[
            ("submit.title", "2026 年随机抽查事项清单"),
            ("submit.submitted_to", "清源县司法局"),
            ("submit.submitted_on", "2026-03-05"),
            ("submit.reason", "首次编制"),
        ],
    )
    .await;
    window.click("submit-go").await;
    window.gone("submit-dialog").await;
    bring_into_force(&window).await;

    window.click("tab-working").await;
    window.reads("items-pending", "相同").await;
    window.click("item-1").await;
    window.click("act-edit").await;
    window.fill("item.name", "安全生产条件和责任制检查").await;
    window.fill("item.reason", "名称与权责清单一致").await;
    window.click("item-save").await;
    window.reads("items-pending", "修改 1 项").await;
    window.click("pending-compare").await;
    window.reads("diff-1", "安全生产条件检查").await;
    window.reads("diff-1", "安全生产条件和责任制检查").await;
    window.close().await;
}
