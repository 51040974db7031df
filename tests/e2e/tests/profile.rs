//! The office profile in the window: edited, refused beside the field, saved, found again after a restart.

use std::time::Duration;

use sunlot_e2e::{Office, Screen, Window};

const NAME: &str = "䶮㛃𠅤𬱖喆镇（街道）办事处";

#[tokio::test]
async fn the_profile_is_edited_saved_and_found_again_after_a_restart() {
    let (screen, office) = (Screen::new(1366, 768), Office::none());
    let window = Window::open(&screen, &office).await;
    window.fill("field-name", NAME).await;
    window.fill("field-code", "1113 9931 mb00 0000 12").await;
    window.choose("field-authority", "法定行政机关").await;
    window.fill("field-docPrefix", "清应急查").await;
    window.click("channel-add").await;
    window.fill("channel-0-detail", "政务服务中心一楼大厅").await;
    window.press_ctrl('s').await;
    window.reads("save-state", "第 1 版").await;
    window.reads("office-name-top", NAME).await;
    assert_eq!(
        window.value("field-code").await,
        "11139931MB00000012",
        "the form shows the code as it was kept"
    );
    window.close().await;

    assert_eq!(
        office.profile()["name"],
        NAME,
        "the command line reads what the window wrote"
    );
    let window = Window::open(&screen, &office).await;
    assert_eq!(
        window.value("field-name").await,
        NAME,
        "rare characters come back whole"
    );
    assert_eq!(
        window.value("field-code").await,
        "11139931MB00000012",
        "and so does the code"
    );
    assert_eq!(
        window.value("channel-0-detail").await,
        "政务服务中心一楼大厅",
        "and the channel"
    );
    window.reads("office-name-top", NAME).await;
    window.close().await;
}

#[tokio::test]
async fn a_bad_value_is_told_beside_its_field_and_nothing_typed_is_lost() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    window.fill("field-code", "11139931MB00000013").await;
    window.reads("problem-code", "末位应是 2，填的是 3").await;
    window.fill("field-name", "").await;
    window.click("save").await;
    window.reads("problem-name", "单位名称没有填写。").await;
    window.reads("problem-count", "2").await;
    assert_eq!(
        window.value("field-code").await,
        "11139931MB00000013",
        "what was typed stays to be corrected"
    );
    assert_eq!(
        office.profile()["code"],
        "11139931MB00000012",
        "and the office keeps its good values"
    );

    window.fill("field-name", "清源县应急管理局").await;
    window.fill("field-code", "11139931MB00000012").await;
    window.click("save").await;
    window.reads("save-state", "第 2 版").await;
    assert!(
        !window.exists("[data-testid='problem-code']").await,
        "a corrected field is quiet"
    );
    window.close().await;
}

#[tokio::test]
async fn a_nervous_double_click_saves_once() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    window.fill("field-address", "清源县人民路 1 号").await;
    window.script("const b = document.querySelector(\"[data-testid='save']\"); b.click(); b.click(); b.click(); done(null)").await;
    window.reads("save-state", "第 2 版").await;
    window.close().await;
    let trail = office.run(&["audit", "show"]);
    assert!(
        String::from_utf8_lossy(&trail.stdout).starts_with("留痕共 3 条"),
        "one creation, two saves"
    );
}

#[tokio::test]
async fn killed_while_saving_the_window_opens_with_the_old_profile_or_the_new_one() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let mut current = office.profile()["address"].as_str().unwrap().to_owned();
    for round in 0..4 {
        let window = Window::open(&screen, &office).await;
        let next = format!("清源县人民路 {round} 号");
        window.fill("field-address", &next).await;
        window
            .script(
                "setTimeout(() => document.querySelector(\"[data-testid='save']\").click(), 30); done(null)",
            )
            .await;
        tokio::time::sleep(Duration::from_millis(29 + round * 4)).await;
        window.kill_program();
        drop(window);
        let found = office.profile()["address"].as_str().unwrap().to_owned();
        assert!(
            found == current || found == next,
            "round {round}: {found} is neither {current} nor {next}"
        );
        let verified = office.run(&["audit", "verify"]);
        assert!(
            verified.status.success(),
            "round {round}: {}",
            String::from_utf8_lossy(&verified.stdout)
        );
        current = found;
    }
}
