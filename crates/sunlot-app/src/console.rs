//! What the frame of the console shows: which office, who sits here and what they may do, where the data lie, which
//! program.

use serde::{Deserialize, Serialize};
use sunlot_store::office_profile;
use ts_rs::TS;

use crate::account::Door;
use crate::commands::Act;
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
    /// Who sits here.
    pub door: Door,
    /// What whoever sits here may do now, by the names of the commands.
    pub permitted: Vec<String>,
    /// Minutes without anybody stirring after which the screen is locked.
    pub idle_minutes: u32,
    /// Name and version of the program.
    pub software: String,
}

impl Desk {
    /// Opens the office for this window alone and shows its frame.
    pub fn console_view(&self) -> Result<ConsoleView> {
        self.hold()?;
        let door = self.door()?;
        let (profile, permitted) = self.read(Act::ConsoleView, |office| {
            Ok((office_profile::latest(office)?, self.permitted(office)?))
        })?;
        Ok(ConsoleView {
            office_name: profile.map(|profile| profile.row.name),
            office_folder: self.folder().path().display().to_string(),
            actor: match &door {
                Door::Guests => actor::told(&self.actor().in_trail()),
                Door::Closed => String::new(),
                Door::Open { person } | Door::OwnPasswordFirst { person } | Door::Locked { person } => {
                    person.name.clone()
                }
            },
            permitted: permitted.into_iter().map(str::to_owned).collect(),
            idle_minutes: self.idle_minutes()?,
            door,
            software: concat!("Sunlot ", env!("CARGO_PKG_VERSION")).to_owned(),
        })
    }
}
