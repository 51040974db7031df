//! What the frame of the console shows: which office, who sits here, where the data lie, which program.

use serde::{Deserialize, Serialize};
use sunlot_store::office_profile;
use ts_rs::TS;

use crate::{Desk, Result, actor};

/// The frame of the console.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsoleView {
    /// The office's name, once it has one.
    pub office_name: Option<String>,
    /// Where its data lie.
    pub office_folder: String,
    /// Who acts.
    pub actor: String,
    /// Name and version of the program.
    pub software: String,
}

impl Desk {
    /// Opens the office for this window alone and shows its frame.
    pub fn console_view(&self) -> Result<ConsoleView> {
        self.hold()?;
        let profile = self.read(|office| Ok(office_profile::latest(office)?))?;
        Ok(ConsoleView {
            office_name: profile.map(|profile| profile.row.name),
            office_folder: self.folder().path().display().to_string(),
            actor: actor::told(&self.actor().in_trail()),
            software: concat!("Sunlot ", env!("CARGO_PKG_VERSION")).to_owned(),
        })
    }
}
