//! The room of a ceremony, as whoever runs it works in it: the one large button, the cards, the numbers, and what the hall sees meanwhile.

use std::time::Duration;

use crate::{Someone, Window};

/// No button is pressed in the moment in which it comes.
const REST: Duration = Duration::from_millis(700);

impl Window {
    /// Presses the large button once it does this.
    pub async fn press(&self, act: &str) {
        let css = format!("[data-testid=primary][data-act={act}]:enabled");
        self.until(&css, async |w| w.exists(&css).await).await;
        tokio::time::sleep(REST).await;
        self.click("primary").await;
    }

    /// What the hall reads in its own window.
    pub async fn hall_reads(&self, id: &str, part: &str) -> String {
        self.to_stage().await;
        self.reads(id, part).await;
        let text = self.text(id).await;
        self.to_console().await;
        text
    }

    /// The picture that the hall sees.
    pub async fn hall_sees(&self, picture: &str) {
        self.to_stage().await;
        self.get(&format!("picture-{picture}")).await;
        self.to_console().await;
    }

    /// Seals what is prepared, with the second person where it is formal, and sees the same code in both windows.
    pub async fn seal(&self, challenge: &str, second: Option<&Someone>) -> String {
        self.get("checklist-reload").await;
        self.hall_sees("prepare").await;
        self.fill("seal.challenge", challenge).await;
        self.press("seal").await;
        self.joined_by(second).await;
        self.get("sealed-code").await;
        let bare = |text: String| text.replace(char::is_whitespace, "");
        let code = bare(self.hall_reads("stage-code", "").await);
        let told = bare(self.text("sealed-code").await);
        assert!(
            code.len() == 32 && told.contains(&code),
            "both windows show the same code, {code:?} in {told:?}"
        );
        code
    }

    /// Every card is laid down, then turned, typed and confirmed.
    pub async fn witness(&self, numbers: &[&str]) {
        for seat in 1..=numbers.len() {
            self.click(&format!("card-{seat}")).await;
            self.reads(&format!("card-{seat}"), "已扣好").await;
        }
        self.press("turn").await;
        self.hall_sees("witness").await;
        for (seat, digits) in (1..).zip(numbers) {
            self.get("number").await.send_keys(digits).await.expect("keys");
            // Not entered yet, and seen already.
            self.hall_reads(&format!("stage-seat-{seat}"), "请对照").await;
            self.press(&format!("enter-{seat}")).await;
            self.press(&format!("confirm-{seat}")).await;
        }
        self.get("stage-play").await;
    }

    /// Of an act of two people, the second one joins in.
    pub async fn joined_by(&self, second: Option<&Someone>) {
        if let Some(second) = second {
            self.fill("second.password", second.password).await;
            self.click("second-confirm").await;
            self.gone("second-person").await;
        }
    }
}
