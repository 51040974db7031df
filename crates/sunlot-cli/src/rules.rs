//! `sunlot rules …`: rule profiles, what one may begin with, and the files that belong to them.

use std::collections::BTreeMap;
use std::path::Path;

use sunlot_app::registry::Told;
use sunlot_app::rules::{
    AttachmentSaved, RulesAttach, RulesAttachment, RulesAttachmentSave, RulesDetach, RulesId, RulesLine,
    RulesOpened, RulesPreset, RulesSave, RulesSwitch, RulesView, SwitchKind,
};
use sunlot_app::{Desk, Result};

use crate::args::rules::{RulesOptions, RulesVerb};
use crate::output::{Output, Status};
use crate::registry::{
    self, changes, named, not_among, number, pairs, pairs_of, story, text_in, told_problems,
};

pub(crate) fn run(desk: &Desk, verb: RulesVerb, output: &Output) -> Result<Status> {
    match verb {
        RulesVerb::List => output.answer(&desk.rules_view()?, listed),
        RulesVerb::Show { profile } => {
            let id = match profile {
                Some(typed) => id_of(&typed)?,
                None => desk.rules_view()?.in_force.id,
            };
            output.answer(&desk.rules_open(&RulesId { id })?, shown);
        }
        RulesVerb::Set(options) => {
            let request = request(desk, *options)?;
            output.answer(&desk.rules_save(&request)?, saved);
        }
        RulesVerb::Check(options) => {
            let checked = desk.rules_check(&request(desk, *options)?)?;
            let right = checked.problems.is_empty();
            output.answer(&checked, told_problems);
            return Ok(if right { Status::Done } else { Status::Refused });
        }
        RulesVerb::Preset { preset } => {
            let view = desk.rules_view()?;
            match preset {
                Some(typed) => output.answer(preset_of(&view, &typed)?, preset_told),
                None => output.answer(&view, offered),
            }
        }
        RulesVerb::Attach {
            profile,
            file,
            kind,
            title,
            reason,
        } => {
            let view = desk.rules_view()?;
            let found = named(&view.kinds, kind.trim()).and_then(|kind| kind.parse().ok());
            let kind = found.ok_or_else(|| not_among("--kind", &kind, pairs_of(&view.kinds)))?;
            let id = id_of(&profile)?;
            let request = RulesAttach {
                id,
                version: version(desk, id)?,
                kind,
                title,
                path: file.display().to_string(),
                reason,
            };
            output.answer(&desk.rules_attach(&request)?, saved);
        }
        RulesVerb::Detach {
            profile,
            attachment,
            reason,
        } => {
            let opened = desk.rules_open(&RulesId { id: id_of(&profile)? })?;
            let request = RulesDetach {
                id: opened.line.id,
                version: opened.line.version,
                digest: digest_of(&opened, &attachment),
                reason,
            };
            output.answer(&desk.rules_detach(&request)?, saved);
        }
        RulesVerb::Attachment {
            profile,
            attachment,
            out,
            force,
        } => {
            let opened = desk.rules_open(&RulesId { id: id_of(&profile)? })?;
            let request = RulesAttachmentSave {
                id: opened.line.id,
                digest: digest_of(&opened, &attachment),
                path: out.map(|path| path.display().to_string()),
                overwrite: force,
            };
            output.answer(&desk.rules_attachment_save(&request)?, copied);
        }
    }
    Ok(Status::Done)
}

/// What shall be saved, out of what stands on the command line.
fn request(desk: &Desk, options: RulesOptions) -> Result<RulesSave> {
    let view = desk.rules_view()?;
    let mut values = match &options.preset {
        Some(typed) => preset_of(&view, typed)?.values.clone(),
        None => BTreeMap::new(),
    };
    for (name, typed) in pairs("--set", &options.values)? {
        let switch = switch_of(&view, &name)?;
        values.insert(switch.name.clone(), value_of(switch, &typed)?);
    }
    let mut texts = BTreeMap::new();
    for (name, file) in pairs("--text", &options.texts)? {
        let part =
            named(&view.texts, &name).ok_or_else(|| not_among("--text", &name, pairs_of(&view.texts)))?;
        texts.insert(part.to_owned(), text_in(Path::new(&file))?);
    }
    let id = options.profile.as_deref().map(id_of).transpose()?;
    let in_force = match (options.in_force, options.not_in_force) {
        (true, _) => Some(true),
        (false, true) => Some(false),
        (false, false) => None,
    };
    Ok(RulesSave {
        id,
        version: id.map(|id| version(desk, id)).transpose()?,
        name: options.name,
        in_force,
        values,
        texts,
        basis: options.basis,
        reason: options.reason,
    })
}

/// The office's own number of a profile.
fn id_of(typed: &str) -> Result<i64> {
    number("XZ-", typed)
}

fn version(desk: &Desk, id: i64) -> Result<i64> {
    Ok(desk.rules_open(&RulesId { id })?.line.version)
}

fn preset_of<'v>(view: &'v RulesView, typed: &str) -> Result<&'v RulesPreset> {
    let typed = typed.trim();
    let mut presets = view.presets.iter();
    let found = presets.find(|preset| preset.preset == typed || preset.label == typed);
    let among = view.presets.iter();
    let among = among.map(|preset| (preset.preset.as_str(), preset.label.as_str()));
    found.ok_or_else(|| not_among("--preset", typed, among))
}

fn switch_of<'v>(view: &'v RulesView, typed: &str) -> Result<&'v RulesSwitch> {
    let mut switches = view.switches.iter();
    let found = switches.find(|switch| switch.name == typed || switch.label == typed);
    let among = view.switches.iter();
    let among = among.map(|switch| (switch.name.as_str(), switch.label.as_str()));
    found.ok_or_else(|| not_among("--set", typed, among))
}

/// A value as programs know it, out of what programs or people write.
fn value_of(switch: &RulesSwitch, typed: &str) -> Result<String> {
    let one = |typed: &str| {
        let found = named(&switch.choices, typed).map(str::to_owned);
        found.ok_or_else(|| {
            not_among(
                &format!("--set {}", switch.name),
                typed,
                pairs_of(&switch.choices),
            )
        })
    };
    match switch.kind {
        SwitchKind::One | SwitchKind::YesNo => one(typed.trim()),
        SwitchKind::Several => {
            let parts = typed.split([',', '，', '、']).map(str::trim);
            let named: Vec<String> = parts
                .filter(|part| !part.is_empty())
                .map(one)
                .collect::<Result<_>>()?;
            Ok(named.join(","))
        }
        SwitchKind::Number | SwitchKind::Share => Ok(typed.to_owned()),
    }
}

/// The digest of the attachment that is called so; what nothing is called is taken for the digest itself.
fn digest_of(opened: &RulesOpened, typed: &str) -> String {
    let typed = typed.trim();
    let called = |known: &&RulesAttachment| {
        known.title == typed || known.file == typed || (typed.len() >= 4 && known.digest.starts_with(typed))
    };
    let found = opened.attachments.iter().find(called);
    found.map_or_else(|| typed.to_owned(), |known| known.digest.clone())
}

fn listed(view: &RulesView) -> String {
    let mut text = String::new();
    for line in &view.profiles {
        text += &told(line);
    }
    if view.profiles.is_empty() {
        text += "还没有保存过细则配置。用 sunlot rules preset 看看从哪一份开始，用 sunlot rules set 新建。\n";
    }
    text + &format!("现行：{} {}\n", view.in_force.number, view.in_force.name)
}

fn told(line: &RulesLine) -> String {
    let force = if line.in_force { "  [现行]" } else { "" };
    format!(
        "{}  {}  第 {} 版  与通用配置不同 {} 项  附件 {} 个  依据：{}{force}\n",
        line.number, line.name, line.version, line.differs, line.attachments, line.basis
    )
}

fn shown(opened: &RulesOpened) -> String {
    let line = &opened.line;
    let mut text = if line.version == 0 {
        format!(
            "{}  {}（程序自带，没有保存过别的时使用）\n",
            line.number, line.name
        )
    } else {
        told(line)
    };
    for value in &opened.values {
        let mark = if value.differs { "  *" } else { "" };
        text += &format!("  {}（{}）：{}{mark}\n", value.label, value.name, value.told);
    }
    if opened.values.iter().any(|value| value.differs) {
        text += "  * 与通用配置不同：\n";
        text += &changes(&opened.differences);
    }
    for part in opened.texts.iter().filter(|part| !part.text.is_empty()) {
        text += &format!("  {}：{}\n", part.label, part.text.replace('\n', "\n      "));
    }
    for known in &opened.attachments {
        let there = if known.there { "" } else { "（文件不在了）" };
        text += &format!(
            "  附件 {}：{}（{}，{} 字节，{}）{there}\n",
            known.kind.label, known.title, known.file, known.size, known.digest
        );
    }
    text + &story(&opened.story)
}

fn saved(opened: &RulesOpened) -> String {
    let line = &opened.line;
    let force = if line.in_force { "（现行）" } else { "" };
    registry::saved(&format!("{} {}{force}", line.number, line.name), &opened.notices)
}

fn copied(saved: &AttachmentSaved) -> String {
    format!("已存到 {}\n核对摘要：{}\n", saved.path, saved.digest)
}

fn preset_told(preset: &RulesPreset) -> String {
    let mut text = format!("{}  {}  {}\n", preset.preset, preset.label, preset.source);
    text += &format!("  {}\n", preset.said);
    text += &changes(&preset.differences);
    text
}

fn offered(view: &RulesView) -> String {
    let mut text = String::new();
    for preset in &view.presets {
        text += &preset_told(preset);
    }
    for switch in &view.switches {
        text += &format!("{}  {}（{}）\n", switch.name, switch.label, may_be(switch));
        text += &format!("      {}\n", switch.explanation);
    }
    text
}

fn may_be(switch: &RulesSwitch) -> String {
    let choices: Vec<String> = switch
        .choices
        .iter()
        .map(|Told { value, label }| format!("{value} {label}"))
        .collect();
    match (switch.min, switch.max) {
        (Some(min), Some(max)) if switch.zero.is_empty() => format!("{min} 到 {max} {}", switch.unit),
        (Some(min), Some(max)) => format!("{min} 到 {max} {}，0 {}", switch.unit, switch.zero),
        _ => choices.join("、"),
    }
}
