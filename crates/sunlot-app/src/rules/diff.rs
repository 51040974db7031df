//! How two profiles differ, part by part and in words.

use strum::VariantArray;
use sunlot_rules::profile::{RuleProfile, Switch};

use super::document::{Document, KeptAttachment, TextPart};
use super::labels;
use crate::registry::FieldChange;

/// In which switches two profiles differ.
pub(super) fn differences(before: &RuleProfile, after: &RuleProfile) -> Vec<FieldChange> {
    let change = |switch: Switch| FieldChange {
        field: switch.name().to_owned(),
        label: labels::label(switch).to_owned(),
        before: labels::value(switch, &before.get(switch)),
        after: labels::value(switch, &after.get(switch)),
    };
    before.differences(after).into_iter().map(change).collect()
}

/// In what two versions of a profile differ.
pub(super) fn changed(before: &Document, after: &Document) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    let mut note = |field: &str, label: &str, before: &str, after: &str| {
        if before != after {
            changes.push(FieldChange {
                field: field.to_owned(),
                label: label.to_owned(),
                before: before.to_owned(),
                after: after.to_owned(),
            });
        }
    };
    let force = |document: &Document| labels::yes_no(document.in_force);
    note(labels::NAME_FIELD, labels::NAME, &before.name, &after.name);
    note(labels::FORCE_FIELD, labels::FORCE, force(before), force(after));
    note(labels::BASIS_FIELD, labels::BASIS, &before.basis, &after.basis);
    for part in TextPart::VARIANTS {
        let text = |document: &Document| document.texts.get(part).cloned().unwrap_or_default();
        note(
            &labels::text_field(*part),
            labels::text_part(*part),
            &text(before),
            &text(after),
        );
    }
    let files = |document: &Document| told(&document.attachments);
    note(
        labels::ATTACHMENTS_FIELD,
        labels::ATTACHMENTS,
        &files(before),
        &files(after),
    );
    let switches = differences(&before.profile, &after.profile);
    changes.splice(0..0, switches);
    changes
}

fn told(attachments: &[KeptAttachment]) -> String {
    let told: Vec<String> = attachments.iter().map(labels::attachment).collect();
    told.join("\n")
}
