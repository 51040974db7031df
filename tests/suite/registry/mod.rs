//! What the registries refuse, and what they say of it: files in the way, entries that stand already, words that are none.

mod course;
mod entries;
mod files;
mod filters;
mod levels;
mod private;
mod sample;
mod slips;
mod told;

use sunlot_app::Desk;
use sunlot_app::target::{TargetSave, TargetView};

/// A target of this name, with these other values.
pub fn enrol(desk: &Desk, name: &str, more: &[(&str, &str)]) -> TargetView {
    let values = [("kind", "enterprise"), ("name", name)];
    let values = values.iter().chain(more);
    desk.target_save(&TargetSave {
        values: values
            .map(|(field, value)| ((*field).to_owned(), (*value).to_owned()))
            .collect(),
        reason: "首次登记".to_owned(),
        ..TargetSave::default()
    })
    .unwrap()
}
