//! `sunlot office …`: the office profile, shown and set.

use strum::VariantArray;
use sunlot_app::labels::moment;
use sunlot_app::office::{Field, OfficeProfile, OfficeProfileView};
use sunlot_app::{Desk, Result};

use crate::args::{OfficeVerb, Profile};
use crate::form::Changes;
use crate::output::{Output, Status};

pub(crate) fn run(desk: &Desk, verb: OfficeVerb, output: &Output) -> Result<Status> {
    match verb {
        OfficeVerb::Show => show(desk, output),
        OfficeVerb::Set(options) => set(desk, &options, output),
    }
}

fn show(desk: &Desk, output: &Output) -> Result<Status> {
    let view = desk.office_profile()?;
    output.answer(&view, |view| {
        told(view) + &format!("文件夹：{}\n", desk.folder().path().display())
    });
    Ok(Status::Done)
}

fn set(desk: &Desk, options: &Profile, output: &Output) -> Result<Status> {
    let changes = Changes::read(options)?;
    if options.check {
        let draft = changes.of(desk.office_profile_in_force()?);
        return check(desk, &draft, output);
    }
    let saved = desk.office_profile_edit(|current| changes.of(current))?;
    output.answer(&saved, |saved| {
        if saved.changed.is_empty() {
            "内容没有变化，没有另存新版。\n".to_owned()
        } else {
            format!(
                "已保存第 {} 版，改动：{}。\n",
                saved.view.version,
                saved.changed.join("、")
            )
        }
    });
    Ok(Status::Done)
}

fn check(desk: &Desk, draft: &OfficeProfile, output: &Output) -> Result<Status> {
    let checked = desk.office_profile_check(draft)?;
    let status = if checked.problems.is_empty() {
        Status::Done
    } else {
        Status::Refused
    };
    output.answer(&checked, |checked| {
        let mut text: String = checked
            .problems
            .iter()
            .map(|p| format!("{}\n    {}\n", p.message, p.hint))
            .collect();
        if checked.problems.is_empty() {
            text += "没有需要改正的地方。\n";
        }
        text
    });
    Ok(status)
}

fn told(view: &OfficeProfileView) -> String {
    let mut text = match (&view.saved_at, &view.saved_by) {
        (Some(at), Some(by)) => format!(
            "单位资料（第 {} 版，{} 由 {by} 保存）\n",
            view.version,
            moment(at)
        ),
        _ => "单位资料（还没有填写）\n".to_owned(),
    };
    for field in Field::VARIANTS {
        for (line, value) in values(&view.profile, *field).into_iter().enumerate() {
            let label = if line == 0 { field.label() } else { "" };
            text += &format!("  {}{value}\n", padded(label));
        }
    }
    if !view.missing.is_empty() {
        let missing: Vec<_> = view
            .missing
            .iter()
            .map(|m| format!("{}（{}要用）", m.label, m.needed_for))
            .collect();
        text += &format!("还缺 {} 项：{}\n", missing.len(), missing.join("、"));
    }
    text
}

/// What there is to show of a field; nothing for the entrusting authority where there is none.
fn values(profile: &OfficeProfile, field: Field) -> Vec<String> {
    let text = match field {
        Field::EntrustingAuthority if profile.entrusting_authority.is_empty() => return Vec::new(),
        Field::Channels if profile.channels.is_empty() => String::new(),
        Field::Channels => {
            let told = |channel: &sunlot_app::office::Channel| {
                format!("{} {}", channel.kind.label(), channel.detail)
                    .trim_end()
                    .to_owned()
            };
            return profile.channels.iter().map(told).collect();
        }
        Field::Authority => profile
            .authority
            .map(|kind| kind.label())
            .unwrap_or_default()
            .to_owned(),
        Field::Name => profile.name.clone(),
        Field::Code => profile.code.clone(),
        Field::EntrustingAuthority => profile.entrusting_authority.clone(),
        Field::DocPrefix => profile.doc_prefix.clone(),
        Field::RegionCode => profile.region_code.clone(),
        Field::RegionName => profile.region_name.clone(),
        Field::Address => profile.address.clone(),
        Field::Phone => profile.phone.clone(),
        Field::SupervisionPhone => profile.supervision_phone.clone(),
    };
    vec![if text.is_empty() { "—".to_owned() } else { text }]
}

/// A label filled up to eight Chinese characters, each as wide as two blanks.
fn padded(label: &str) -> String {
    let blanks = 16usize.saturating_sub(label.chars().count() * 2);
    format!("{label}{}", " ".repeat(blanks))
}
