//! The acts of rule profiles, asked for in a way that comes to nothing: for the table of permits.

use sunlot_app::commands::Act;
use sunlot_app::rules::{RulesAttach, RulesAttachmentSave, RulesDetach, RulesId, RulesSave};
use sunlot_app::{Desk, Result};

/// Asks for an act.
pub fn ask(desk: &Desk, act: Act) -> Result<()> {
    match act {
        Act::RulesView => desk.rules_view().map(drop),
        Act::RulesOpen => desk.rules_open(&RulesId { id: 1 }).map(drop),
        Act::RulesCheck => desk.rules_check(&RulesSave::default()).map(drop),
        Act::RulesSave => desk.rules_save(&RulesSave::default()).map(drop),
        Act::RulesAttach => desk.rules_attach(&RulesAttach::default()).map(drop),
        Act::RulesDetach => desk.rules_detach(&RulesDetach::default()).map(drop),
        Act::RulesAttachmentSave => desk
            .rules_attachment_save(&RulesAttachmentSave::default())
            .map(drop),
        other => super::items::ask(desk, other),
    }
}
