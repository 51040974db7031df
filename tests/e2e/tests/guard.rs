//! What a script that got into the page could do: nothing. Each refusal is tried in the running window.

use std::io::ErrorKind;
use std::net::TcpListener;

use serde_json::json;
use sunlot_e2e::{Office, Screen, Window};

#[tokio::test]
async fn the_page_is_never_led_elsewhere_and_runs_nothing_but_its_own() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    let home = window.client().current_url().await.unwrap();

    window
        .script("location.href = 'http://127.0.0.1:9/'; setTimeout(() => done(null), 300)")
        .await;
    assert_eq!(
        window.client().current_url().await.unwrap(),
        home,
        "navigation is refused"
    );
    window
        .script("window.open('http://127.0.0.1:9/', '_blank'); setTimeout(() => done(null), 300)")
        .await;
    assert_eq!(
        window.client().windows().await.unwrap().len(),
        1,
        "no new window opens"
    );

    let inline = "const s = document.createElement('script'); s.textContent = 'window.stranger = 1'; document.body.append(s); done(window.stranger ?? null)";
    assert_eq!(
        window.script(inline).await,
        json!(null),
        "an inline script does not run"
    );
    let eval = "try { done(new Function('return 1')()) } catch (e) { done(e.name) }";
    assert_eq!(
        window.script(eval).await,
        json!("EvalError"),
        "a text is never run as a program"
    );
    let style = "const s = document.createElement('style'); s.textContent = 'body { color: rgb(1, 2, 3) }'; document.head.append(s); done(getComputedStyle(document.body).color)";
    assert_ne!(
        window.script(style).await,
        json!("rgb(1, 2, 3)"),
        "nor is an inline style applied"
    );
    window.close().await;
}

#[tokio::test]
async fn the_page_reaches_no_network_not_even_this_computers() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let port = listener.local_addr().unwrap().port();
    let reach = format!(
        "fetch('http://127.0.0.1:{port}/').then(() => done('reached'), () => done('refused'));
         const image = new Image(); image.src = 'http://127.0.0.1:{port}/x.png'; document.body.append(image)"
    );
    assert_eq!(
        window.script(&reach).await,
        json!("refused"),
        "the content policy names no address"
    );
    window.script("setTimeout(() => done(null), 300)").await;
    let knock = listener.accept().map(drop).map_err(|e| e.kind());
    assert_eq!(
        knock,
        Err(ErrorKind::WouldBlock),
        "and nothing knocked at the door"
    );
    window.close().await;
}

#[tokio::test]
async fn only_declared_commands_answer() {
    let (screen, office) = (Screen::new(1366, 768), Office::sample());
    let window = Window::open(&screen, &office).await;
    assert_eq!(
        window.script("done(typeof window.__TAURI__)").await,
        json!("undefined"),
        "no global door"
    );
    for command in [
        "plugin:fs|read_text_file",
        "plugin:shell|open",
        "plugin:window|create",
        "plugin:webview|create_webview_window",
        "plugin:window|set_title",
        "office_profile_delete",
    ] {
        let call = format!(
            "window.__TAURI_INTERNALS__.invoke('{command}', {{}}).then(() => done('answered'), (e) => done(String(e)))"
        );
        let answer = window.script(&call).await;
        let answer = answer.as_str().unwrap();
        let refused = answer.contains("not allowed") || answer.contains("not found");
        assert!(
            refused,
            "{command} must not be there for this window, but said {answer}"
        );
    }
    window.close().await;
}
