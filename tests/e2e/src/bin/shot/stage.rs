//! The ceremony as the console sees it, and the stage, picture by picture as the hall sees them: each in the order in which it comes,
//! in one walk through a draw. The stage is pictured in both of its themes.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use sunlot_e2e::{LINA, Office, WANG, Window};

/// Every picture has the name of the screen, and what it is.
pub const SCREENS: &[(&str, &str)] = &[
    (
        "ceremony",
        "摇号：一次正式摇号的每一步和大屏的每个画面，抽 21 户，各存一张",
    ),
    ("ceremony-one", "摇号：同上，只抽 1 户"),
    ("ceremony-many", "摇号：同上，抽 500 户"),
    ("ceremony-void", "摇号：号码翻开以后作废，再重新准备"),
    ("ceremony-rehearsal", "摇号：彩排的每一步和每个画面，都有水印"),
];

const NUMBERS: [&str; 3] = ["4829137", "1103726", "9917358"];

/// Long enough for what is asked of the program, and for the stage to look again.
const CALM: Duration = Duration::from_millis(700);

pub fn is_one(name: &str) -> bool {
    SCREENS.iter().any(|(known, _)| *known == name)
}

/// The office that a walk begins with; none where it is not one of these.
pub fn prepared(name: &str) -> Option<Office> {
    let drawn = match name {
        "ceremony-one" => 1,
        "ceremony-many" => 500,
        _ if is_one(name) => 21,
        _ => return None,
    };
    let office = Office::ready_to_draw(drawn);
    if name != "ceremony-rehearsal" {
        office.begin_accounts(&[&LINA, &WANG]);
        office.make_keys(&LINA, &WANG);
    }
    Some(office)
}

/// A walk that leaves pictures beside each other.
struct Walk<'w> {
    window: &'w Window,
    file: &'w Path,
    formal: bool,
    count: u32,
}

/// From the list to the end; the pictures stand beside `file`, by their number and what they show.
pub async fn walk(window: &Window, name: &str, file: &Path) {
    let mut walk = Walk {
        window,
        file,
        formal: name != "ceremony-rehearsal",
        count: 0,
    };
    if walk.formal {
        window.enter(&LINA).await;
    }
    window.click("nav-ceremony").await;
    walk.console("list").await;
    window.click("stage-toggle").await;
    walk.stage("idle").await;
    walk.seal().await;
    walk.numbers(name == "ceremony-void").await;
    if name != "ceremony-void" {
        walk.play().await;
        walk.rest().await;
    }
}

impl Walk<'_> {
    async fn seal(&mut self) {
        let button = if self.formal { "prepare-1" } else { "rehearse-1" };
        self.window.click(button).await;
        self.window.get("checklist-reload").await;
        self.console("prepare").await;
        self.stage("prepare").await;
        self.ask(
            if self.formal {
                "ceremony_seal"
            } else {
                "rehearsal_seal"
            },
            json!({ "challenge": "482913" }),
        )
        .await;
        self.anew().await;
        self.console("sealed").await;
        self.stage("seal").await;
    }

    /// The cards go down, and are opened one by one; or it ends there.
    async fn numbers(&mut self, ends: bool) {
        for seat in 1..=3 {
            self.ask("ceremony_card", json!({ "seat": seat, "down": true }))
                .await;
        }
        self.show("witness", 0).await;
        self.stage("cards-down").await;
        self.ask("ceremony_turn", json!({})).await;
        for (at, digits) in NUMBERS.iter().enumerate() {
            let number = json!({ "seat": at + 1, "digits": digits });
            if at == 1 {
                // A slip of the finger stays visible.
                self.ask("ceremony_number", json!({ "seat": 2, "digits": "1103762" }))
                    .await;
            }
            self.ask("ceremony_number", number.clone()).await;
            if at == 1 {
                self.anew().await;
                self.console("numbers").await;
                self.stage("numbers").await;
            }
            if at == 2 && ends {
                self.void().await;
                return;
            }
            if at < 2 {
                self.ask("ceremony_confirm", number).await;
            } else {
                self.anew().await;
                self.window.click("primary").await;
                self.window.get("stage-play").await;
            }
        }
        self.console("decided").await;
    }

    async fn void(&mut self) {
        self.anew().await;
        self.window.click("void-open").await;
        self.window.pick("void.code", "其他").await;
        self.window
            .fill("void.reason", "会场停电，现场见证人要求中止")
            .await;
        self.console("void-form").await;
        self.window.click("void-cancel").await;
        self.window.click("unsaved-drop").await;
        let more = json!({ "code": "other", "reason": "会场停电，现场见证人要求中止" });
        self.ask("ceremony_void", more).await;
        self.anew().await;
        self.show("void", 0).await;
        self.console("void").await;
        self.stage("void").await;
        self.window.click("room-leave").await;
        self.window.click("prepare-1").await;
        self.window.get("checklist-reload").await;
        self.console("prepare-again").await;
        self.stage("prepare-again").await;
    }

    async fn play(&mut self) {
        self.show("draw", 0).await;
        self.stage("draw-before").await;
        // The stage has to have seen it before the first row rolls.
        self.roll().await;
        self.console("draw").await;
        let total = self.total().await;
        for (place, what) in [(total / 2, "draw-half"), (total, "draw-all")] {
            self.show("draw", place.saturating_sub(1)).await;
            self.show("draw", place).await;
            self.stage(what).await;
        }
        self.window
            .script("document.querySelector('[data-testid=scene-crew]')?.click(); done(null)")
            .await;
        self.show("crew", 0).await;
        self.stage("crew-before").await;
        self.show("crew", total.div_ceil(2)).await;
        self.stage("crew").await;
    }

    /// While a row rolls.
    async fn roll(&mut self) {
        self.window.to_console().await;
        self.ask(
            "stage_show",
            json!({ "step": "draw", "place": 1, "pace": 20_000 }),
        )
        .await;
        self.stage("draw-rolling").await;
        self.ask("stage_show", json!({ "step": "draw", "place": 1, "pace": 0 }))
            .await;
        self.stage("draw-first").await;
    }

    async fn rest(&mut self) {
        self.show("result", 0).await;
        self.stage("result").await;
        for part in ["rows", "changes", "away"] {
            self.window.click(&format!("tab-{part}")).await;
            self.console(part).await;
        }
        for scene in ["check", "archive"] {
            self.show(scene, 0).await;
            self.stage(scene).await;
        }
    }

    async fn total(&self) -> u64 {
        let view = self.window.ask("ceremony_view", json!({ "id": 1 })).await;
        view["ended"]["selected"].as_u64().unwrap_or(1)
    }

    async fn show(&self, step: &str, place: u64) {
        self.ask("stage_show", json!({ "step": step, "place": place, "pace": 0 }))
            .await;
    }

    /// What the page asks for, of the ceremony that is under way; where it is formal the supervisor agrees.
    async fn ask(&self, command: &str, more: Value) -> Value {
        self.window.to_console().await;
        let mut request = more;
        request["id"] = json!(1);
        if self.formal && matches!(command, "ceremony_seal" | "ceremony_void") {
            request["second"] = json!({ "login": WANG.login, "password": WANG.password });
        }
        self.window.ask(command, request).await
    }

    /// The page as it stands after what was not done by its own buttons.
    async fn anew(&self) {
        self.window.to_console().await;
        self.window.click("room-leave").await;
        self.window.click("ceremony-1").await;
        self.window.get("room").await;
        // No button is pressed in the moment in which it comes.
        tokio::time::sleep(CALM).await;
    }

    async fn console(&mut self, what: &str) {
        self.window.to_console().await;
        tokio::time::sleep(CALM).await;
        self.save(&format!("console-{what}")).await;
    }

    async fn stage(&mut self, what: &str) {
        for theme in ["light", "dark"] {
            self.window.to_console().await;
            self.window
                .script(&format!(
                    "document.querySelector('[data-testid=stage-theme-{theme}]').click(); done(null)"
                ))
                .await;
            self.window.to_stage().await;
            tokio::time::sleep(CALM).await;
            self.save(&format!("stage-{what}-{theme}")).await;
        }
        self.window.to_console().await;
    }

    async fn save(&mut self, what: &str) {
        if !what.ends_with("-dark") {
            self.count += 1;
        }
        let stem = self
            .file
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default();
        let file = self
            .file
            .with_file_name(format!("{stem}-{:02}-{what}.png", self.count));
        std::fs::write(&file, self.window.picture().await).expect("the picture can be saved");
        println!("{}", file.display());
    }
}
