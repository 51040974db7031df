//! Accounts in the window: from nothing to somebody who is in, and back to the door; and what two people do together.

use std::time::Instant;

use sunlot_e2e::{LINA, Office, Screen, Someone, WANG, Window, ZHAO};

/// The four groups of a code as they stand on the screen.
async fn copied_from_the_screen(window: &Window, person: &Someone) -> String {
    window.click(&format!("paper-{}-show", person.login)).await;
    let text = window.text(&format!("paper-{}", person.login)).await;
    let groups: Vec<_> = text
        .split_whitespace()
        .filter(|word| word.chars().count() == 6)
        .collect();
    assert_eq!(groups.len(), 4, "four groups can be read: {text:?}");
    window.click(&format!("paper-{}-copied", person.login)).await;
    groups.join("")
}

#[tokio::test]
async fn from_nothing_to_somebody_who_is_in_and_back_to_the_door() {
    let (screen, office) = (Screen::new(1366, 768), Office::none());
    let begun = Instant::now();
    let window = Window::open(&screen, &office).await;
    window.fill("field-name", "清源县应急管理局").await;
    window.press_ctrl('s').await;
    window.reads("save-state", "第 1 版").await;
    window.click("invitation").await;
    window.fill_in_account("accounts.0", &LINA).await;
    window.fill("accounts.1.name", "李娜").await;
    window
        .reads("problem-accounts.1.name", "已经有一个账户是这个姓名")
        .await;
    window.fill_in_account("accounts.1", &WANG).await;
    window.click("begin").await;
    window.click("papers-done").await;
    window.click("papers-stay").await;
    copied_from_the_screen(&window, &LINA).await;
    copied_from_the_screen(&window, &WANG).await;
    window.click("papers-done").await;
    window.reads("actor", "李娜").await;
    window.reads("accounts-table", "王建国").await;
    println!(
        "from nothing to a logged-in console: {:.1} s",
        begun.elapsed().as_secs_f64()
    );

    window.click("nav-office").await;
    window.fill("field-address", "清源县人民路 1 号").await;
    window.press_ctrl('l').await;
    window.reads("locked-name", "李娜").await;
    let hidden =
        "done(getComputedStyle(document.querySelector(\"[data-testid='field-address']\")).visibility)";
    assert_eq!(
        window.script(hidden).await,
        "hidden",
        "onlookers see nothing of the page"
    );
    window.fill("enter.password", "Wrong-password1").await;
    window.click("enter").await;
    window.reads("failure-message", "登录名或密码不对。").await;
    window.fill("enter.password", LINA.password).await;
    window.click("enter").await;
    window
        .until("the screen to open", async |w| {
            !w.exists("[data-testid='lock-screen'][open]").await
        })
        .await;
    assert_eq!(
        window.value("field-address").await,
        "清源县人民路 1 号",
        "what was not saved is still there"
    );

    window.click("person-menu").await;
    window.click("menu-leave").await;
    window.click("unsaved-drop").await;
    window.get("enter-page").await;
    window.fill("enter.login", "wnag").await;
    window.fill("enter.password", WANG.password).await;
    window.click("enter").await;
    window.reads("failure-message", "登录名或密码不对。").await;
    window.enter(&WANG).await;
    window.reads("profile-readonly", "由管理员修改").await;
    window.close().await;

    let window = Window::open(&screen, &office).await;
    window.get("enter-page").await;
    assert!(
        !window.exists("[data-testid='nav-office']").await,
        "closing the window was leaving"
    );
    window.close().await;
}

#[tokio::test]
async fn a_deputy_is_added_by_two_and_a_password_that_was_reset_is_changed_first() {
    let (screen, office) = (Screen::new(1366, 768), Office::with_people(&[&LINA, &WANG]));
    let window = Window::open(&screen, &office).await;
    window.enter(&LINA).await;
    window.click("nav-accounts").await;
    window.click("account-add").await;
    window.fill_in_account("account", &ZHAO).await;
    window.click("role-reader").await;
    window.click("add-next").await;
    window.reads("second-happens", "赵䶮，登录名 zhao").await;
    window.fill("second.password", "Wrong-password1").await;
    window.click("second-confirm").await;
    window
        .reads("failure-message", "第二个人：登录名或密码不对。")
        .await;
    window.fill("second.password", WANG.password).await;
    window.click("second-confirm").await;
    window.reads("account-zhao", "赵䶮").await;

    window.click("account-zhao-reset").await;
    window.fill("reset.password", "Linshi-mima26").await;
    window.fill("reset.again", "Linshi-mima26").await;
    window.click("reset").await;
    window.reads("account-zhao", "密码待本人修改").await;
    window.click("person-menu").await;
    window.click("menu-leave").await;

    window.fill("enter.login", ZHAO.login).await;
    window.fill("enter.password", "Linshi-mima26").await;
    window.click("enter").await;
    window.fill("own.old", "Linshi-mima26").await;
    window.fill("own.password", "Qingfeng-mima27").await;
    window.fill("own.again", "Qingfeng-mima27").await;
    window.click("own-password").await;
    window.reads("actor", "赵䶮").await;
    window.close().await;
}

#[tokio::test]
async fn whoever_forgot_the_password_comes_in_by_the_paper() {
    let (screen, office) = (Screen::new(1366, 768), Office::with_people(&[&LINA, &WANG]));
    let window = Window::open(&screen, &office).await;
    window.enter(&LINA).await;
    window.click("person-menu").await;
    window.click("menu-recovery").await;
    window.fill("own-recovery.password", LINA.password).await;
    window.click("own-recovery").await;
    let text = window.text("paper-lina").await;
    let code: String = text
        .split_whitespace()
        .filter(|word| word.chars().count() == 6)
        .collect();
    window.click("paper-lina-copied").await;
    window.click("papers-done").await;
    window.click("person-menu").await;
    window.click("menu-leave").await;

    window.click("forgotten").await;
    window.fill("recover.login", LINA.login).await;
    window.fill("recover.code", &code.to_lowercase()).await;
    window.fill("recover.password", "Xin-mima-2027").await;
    window.fill("recover.again", "Xin-mima-2027").await;
    window.click("recover").await;
    window.get("paper-lina").await;
    window.click("paper-lina-copied").await;
    window.click("papers-done").await;
    window.reads("actor", "李娜").await;
    window.close().await;
}
