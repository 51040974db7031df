//! The profiles as they are shown: all of them, and everything about one.

use std::collections::BTreeMap;

use strum::VariantArray;
use sunlot_rules::profile::{RuleProfile, Switch};
use sunlot_store::{Connection, attachment, rule_profile};

use super::diff::{changed, differences};
use super::document::{BUILT_IN, Document, TextPart, all, missing};
use super::in_force::profile_of;
use super::wire::{
    AttachmentKind, RulesAttachment, RulesId, RulesLine, RulesOpened, RulesText, RulesValue, RulesView,
};
use super::{labels, presets, switches};
use crate::commands::Act;
use crate::registry::{Moment, story};
use crate::{Desk, ObjectKind, Result};

impl Desk {
    /// Shows all profiles, which is in force, and what one may be made of.
    pub fn rules_view(&self) -> Result<RulesView> {
        self.read(Act::RulesView, |office| {
            let documents = all(office)?;
            let in_force = profile_of(office, None)?.view();
            Ok(RulesView {
                profiles: documents.iter().map(line).collect(),
                built_in: RulesLine {
                    in_force: in_force.built_in,
                    ..line(&Document::built_in())
                },
                in_force,
                presets: presets::offered(),
                switches: switches::described(),
                texts: TextPart::VARIANTS
                    .iter()
                    .copied()
                    .map(labels::text_told)
                    .collect(),
                kinds: AttachmentKind::VARIANTS
                    .iter()
                    .copied()
                    .map(labels::kind)
                    .collect(),
            })
        })
    }

    /// Shows everything about one.
    pub fn rules_open(&self, request: &RulesId) -> Result<RulesOpened> {
        self.read(Act::RulesOpen, |office| self.rules_of(office, request.id))
    }

    pub(super) fn rules_of(&self, office: &Connection, id: i64) -> Result<RulesOpened> {
        let mut versions = match id {
            BUILT_IN => vec![Document::built_in()],
            id => rule_profile::history(office, id)?
                .into_iter()
                .map(Document::read)
                .collect::<Result<_>>()?,
        };
        let story = told_story(office, id, &versions)?;
        if versions.is_empty() {
            return Err(missing(id));
        }
        let document = versions.swap_remove(0);
        let part = |part: &TextPart| RulesText {
            name: part.name().to_owned(),
            label: labels::text_part(*part).to_owned(),
            text: document.texts.get(part).cloned().unwrap_or_default(),
        };
        let file = |kept: &super::document::KeptAttachment| RulesAttachment {
            kind: labels::kind(kept.kind),
            title: kept.title.clone(),
            file: kept.file.clone(),
            digest: kept.digest.clone(),
            size: kept.size,
            there: attachment::is_there(self.folder(), &kept.digest),
        };
        Ok(RulesOpened {
            line: line(&document),
            values: values(&document.profile),
            texts: TextPart::VARIANTS.iter().map(part).collect(),
            attachments: document.attachments.iter().map(file).collect(),
            differences: differences(&RuleProfile::default(), &document.profile),
            story,
            notices: Vec::new(),
        })
    }
}

fn line(document: &Document) -> RulesLine {
    let differs = RuleProfile::default().differences(&document.profile);
    RulesLine {
        id: document.id,
        version: document.version,
        number: document.number(),
        name: document.name.clone(),
        in_force: document.in_force,
        may_change: document.id != BUILT_IN,
        basis: document.basis.clone(),
        differs: u32::try_from(differs.len()).unwrap_or(u32::MAX),
        attachments: u32::try_from(document.attachments.len()).unwrap_or(u32::MAX),
    }
}

/// Every switch of a profile, and whether it stands as it would if nobody had decided.
fn values(profile: &RuleProfile) -> Vec<RulesValue> {
    let general = RuleProfile::default();
    let value = |switch: &Switch| {
        let value = profile.get(*switch);
        RulesValue {
            name: switch.name().to_owned(),
            label: labels::label(*switch).to_owned(),
            told: labels::value(*switch, &value),
            differs: general.get(*switch) != value,
            value,
        }
    };
    Switch::VARIANTS.iter().map(value).collect()
}

fn told_story(office: &Connection, id: i64, versions: &[Document]) -> Result<Vec<Moment>> {
    if id == BUILT_IN {
        return Ok(Vec::new());
    }
    let mut moments = BTreeMap::new();
    for (place, version) in versions.iter().enumerate() {
        let changes = match versions.get(place + 1) {
            Some(before) => changed(before, version),
            None => Vec::new(),
        };
        moments.insert(version.event, changes);
    }
    story::of(office, ObjectKind::Rules, labels::number(id), moments)
}
