//! The real window and a hand on it. Elements are found by `data-testid`; every wait has an end and says what
//! it waited for.

use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::{Group, Office, Screen, named};

/// How long anything may take before the test gives up.
pub const PATIENCE: Duration = Duration::from_secs(20);

const PAUSE: Duration = Duration::from_millis(40);

/// A running window.
pub struct Window {
    client: Client,
    driver: Group,
}

impl Window {
    /// Opens the program at an office and waits for its first usable screen.
    pub async fn open(screen: &Screen, office: &Office) -> Self {
        Self::start(screen, office, &[]).await
    }

    /// The same, drawn in a way of which pictures can be taken: without its buffers shared, the web view
    /// never answers a request for one.
    pub async fn open_for_pictures(screen: &Screen, office: &Office) -> Self {
        Self::start(screen, office, &[("WEBKIT_DISABLE_DMABUF_RENDERER", "0")]).await
    }

    async fn start(screen: &Screen, office: &Office, environment: &[(&str, &str)]) -> Self {
        let window = Self::connect(screen, office, environment).await;
        window
            .until("the first usable screen", async |w| {
                w.exists("html[data-ready=true]").await
            })
            .await;
        window
    }

    async fn connect(screen: &Screen, office: &Office, environment: &[(&str, &str)]) -> Self {
        let (port, native) = (free_port(), free_port());
        let driver = Group::start(
            Command::new("tauri-driver")
                .args(["--port", &port.to_string(), "--native-port", &native.to_string()])
                .env("DISPLAY", screen.display())
                .env("SUNLOT_HOME", office.path())
                .env("XDG_STATE_HOME", office.state())
                .env("SUNLOT_E2E_CHOICE", office.choice())
                // Everything a desktop session would add is left out, so that runs are alike everywhere.
                .env_remove("DBUS_SESSION_BUS_ADDRESS")
                .env("NO_AT_BRIDGE", "1")
                .env("LANG", "C.UTF-8")
                .envs(environment.iter().copied())
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        let wanted = json!({ "tauri:options": { "application": named("SUNLOT_WINDOW_BIN") } });
        let Value::Object(wanted) = wanted else {
            unreachable!("an object")
        };
        let begun = Instant::now();
        let address = format!("http://127.0.0.1:{port}");
        loop {
            let mut client = ClientBuilder::new(HttpConnector::new());
            match client.capabilities(wanted.clone()).connect(&address).await {
                Ok(client) => return Self { client, driver },
                Err(error) => assert!(begun.elapsed() < PATIENCE, "no window: {error}"),
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The WebDriver session, for what no method here does.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Everything that runs for this window.
    pub fn processes(&self) -> Vec<(u32, String)> {
        self.driver.members()
    }

    /// Kills the program as a power cut would.
    pub fn kill_program(&self) {
        self.driver.kill_members("sunlot-window");
    }

    /// Closes the window in order, as its own button does.
    pub async fn close(self) {
        let _ = self.client.clone().close().await;
    }

    /// Waits until something is so.
    pub async fn until(&self, what: &str, so: impl AsyncFn(&Self) -> bool) {
        let begun = Instant::now();
        while !so(self).await {
            if begun.elapsed() >= PATIENCE {
                panic!(
                    "waited in vain for {what}; the page reads: {}",
                    self.whole_text().await
                );
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Everything that can be read on the page, for whoever has to find out why a walk went astray.
    async fn whole_text(&self) -> String {
        match self.script("done(document.body.innerText)").await {
            Value::String(text) => text.replace('\n', " | "),
            other => other.to_string(),
        }
    }

    /// Whether something is on the page.
    pub async fn exists(&self, css: &str) -> bool {
        self.client.find(Locator::Css(css)).await.is_ok()
    }

    /// Waits until an element is seen no more: a closed dialog may stay in the page.
    pub async fn gone(&self, id: &str) {
        let css = by_id(id);
        // Not the driver's own idea of sight: it takes a dialog over a dialog for hidden.
        let ask = format!(
            "const found = document.querySelector({});
             done(found === null || found.getClientRects().length === 0)",
            json!(css)
        );
        let gone = async |w: &Self| w.script(&ask).await == Value::Bool(true);
        self.until(&format!("{css} to go"), gone).await;
    }

    /// The element with this `data-testid`, once it is there.
    pub async fn get(&self, id: &str) -> Element {
        let css = by_id(id);
        loop {
            self.until(&css, async |w| w.exists(&css).await).await;
            // Between the two a list may have been drawn anew.
            if let Ok(element) = self.client.find(Locator::Css(&css)).await {
                return element;
            }
        }
    }

    /// The text of an element.
    pub async fn text(&self, id: &str) -> String {
        // Not the driver's own idea of text: it takes a line that ends in an ellipsis for invisible.
        self.get(id)
            .await
            .prop("innerText")
            .await
            .ok()
            .flatten()
            .unwrap_or_default()
    }

    /// The value of an input.
    pub async fn value(&self, id: &str) -> String {
        self.get(id)
            .await
            .prop("value")
            .await
            .ok()
            .flatten()
            .unwrap_or_default()
    }

    /// Waits until an element's text contains something.
    pub async fn reads(&self, id: &str, part: &str) {
        let begun = Instant::now();
        loop {
            let text = self.text(id).await;
            if text.contains(part) {
                return;
            }
            if begun.elapsed() >= PATIENCE {
                let page = self.whole_text().await;
                panic!("{id} never read {part:?}, but {text:?}; the page reads: {page}");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Clicks an element.
    pub async fn click(&self, id: &str) {
        self.while_it_stays(id, async |element: Element| element.click().await)
            .await;
    }

    /// Replaces the text of an input, key by key, and leaves it.
    pub async fn fill(&self, id: &str, text: &str) {
        self.while_it_stays(id, async |input: Element| self.type_over(&input, text).await)
            .await;
    }

    /// Does something to an element. A list that is drawn anew between the finding and the doing takes the found
    /// element away; whatever stands in its place is then meant, as it would be by a hand.
    async fn while_it_stays(&self, id: &str, act: impl AsyncFn(Element) -> Result<(), CmdError>) {
        let begun = Instant::now();
        loop {
            let Err(error) = act(self.get(id).await).await else {
                return;
            };
            // One that has just come may have no size yet.
            let moves = error.is_stale_element_reference()
                || error.is_no_such_element()
                || error.is_element_not_interactable();
            if !moves || begun.elapsed() >= PATIENCE {
                let page = self.whole_text().await;
                panic!("{id} cannot be used: {error:?}; the page reads: {page}");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn type_over(&self, input: &Element, text: &str) -> Result<(), CmdError> {
        let select_all = format!("{}a{}", char::from(Key::Control), char::from(Key::Control));
        input.send_keys(&select_all).await?;
        input.send_keys(&char::from(Key::Backspace).to_string()).await?;
        if text.chars().any(|c| c > '\u{FFFF}') {
            // The driver loses characters beyond the first plane; an input method hands them over like this.
            let text = json!(text);
            self.script(&format!(
                "document.execCommand('insertText', false, {text}); done(null)"
            ))
            .await;
        } else if !text.is_empty() {
            input.send_keys(text).await?;
        }
        input.send_keys(&char::from(Key::Tab).to_string()).await
    }

    /// Chooses an entry of a select by its text.
    pub async fn choose(&self, id: &str, label: &str) {
        self.click(id).await;
        let entry =
            format!("//li[contains(@class,'el-select-dropdown__item')][.//text()[contains(.,'{label}')]]");
        let begun = Instant::now();
        loop {
            for found in self
                .client
                .find_all(Locator::XPath(&entry))
                .await
                .unwrap_or_default()
            {
                if found.is_displayed().await.unwrap_or(false) && found.click().await.is_ok() {
                    return;
                }
            }
            assert!(begun.elapsed() < PATIENCE, "{id} never offered {label:?}");
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Chooses an entry of one of the system's own lists by its text, or by a part of it. The driver cannot: the open list is no
    /// part of the page.
    pub async fn pick(&self, id: &str, label: &str) {
        self.get(id).await;
        let (css, label) = (json!(by_id(id)), json!(label));
        let pick = format!(
            "const list = document.querySelector({css});
             const texts = [...list.options].map((entry) => entry.text);
             const at = texts.includes({label}) ? texts.indexOf({label}) : texts.findIndex((text) => text.includes({label}));
             if (at >= 0) {{
               list.selectedIndex = at;
               list.dispatchEvent(new Event('change', {{ bubbles: true }}));
             }}
             done(at >= 0)"
        );
        assert_eq!(self.script(&pick).await, Value::Bool(true), "{id} offers {label}");
    }

    /// Presses a key together with Ctrl, wherever the focus is.
    pub async fn press_ctrl(&self, key: char) {
        let keys = format!("{}{key}{}", char::from(Key::Control), char::from(Key::Control));
        self.client
            .active_element()
            .await
            .expect("a focus")
            .send_keys(&keys)
            .await
            .expect("keys");
    }

    /// Runs a script in the page; it answers by calling its last argument.
    pub async fn script(&self, script: &str) -> Value {
        let script = format!("const done = arguments[arguments.length - 1]; {script}");
        self.client
            .execute_async(&script, Vec::new())
            .await
            .unwrap_or_else(|e| panic!("{script}: {e}"))
    }

    /// A picture of the page as it is now.
    pub async fn picture(&self) -> Vec<u8> {
        // Without two frames in between, the picture is of what was there before.
        self.script("requestAnimationFrame(() => requestAnimationFrame(() => done(null)))")
            .await;
        within("a picture", self.client.screenshot())
            .await
            .expect("a picture")
    }
}

/// Waits for the driver, but not for ever.
async fn within<T>(what: &str, answer: impl Future<Output = T>) -> T {
    match tokio::time::timeout(PATIENCE, answer).await {
        Ok(answer) => answer,
        Err(_) => panic!("the driver never answered: {what}"),
    }
}

fn by_id(id: &str) -> String {
    format!("[data-testid='{id}']")
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|port| port.local_addr())
        .expect("a free port")
        .port()
}
