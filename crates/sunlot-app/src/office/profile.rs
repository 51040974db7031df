//! The use cases of the office profile.

use chrono::Datelike;
use strum::VariantArray;
use sunlot_rules::doc_prefix::document_number;
use sunlot_store::office_profile::{self, ChannelRow, ProfileRow, StoredProfile};

use super::check::check;
use super::wire::{
    Channel, ChannelKind, Field, MissingField, OfficeProfile, OfficeProfileCheck, OfficeProfileSaved,
    OfficeProfileView,
};
use crate::account::Names;
use crate::commands::Act;
use crate::{Desk, Error, Kind, Reason, Result};

impl Desk {
    /// Shows the profile in force.
    pub fn office_profile(&self) -> Result<OfficeProfileView> {
        self.read(Act::OfficeProfile, |office| {
            let names = Names::read(office)?;
            Ok(view(office_profile::latest(office)?, &names))
        })
    }

    /// Checks a draft without saving it.
    pub fn office_profile_check(&self, draft: &OfficeProfile) -> Result<OfficeProfileCheck> {
        self.may(Act::OfficeProfileCheck)?;
        let (row, problems) = match check(draft) {
            Ok(row) => (row, Vec::new()),
            Err(problems) => (ProfileRow::default(), problems),
        };
        // A fault elsewhere is no reason to hide how a number would read.
        let prefix = sunlot_rules::doc_prefix::parse(&draft.doc_prefix).unwrap_or(row.doc_prefix);
        Ok(OfficeProfileCheck {
            problems: problems.into_iter().map(Into::into).collect(),
            document_number_example: (!prefix.is_empty())
                .then(|| document_number(&prefix, self.now().year(), 1)),
        })
    }

    /// Saves a draft as the next version. Where nothing differs, nothing is written.
    pub fn office_profile_save(&self, draft: &OfficeProfile) -> Result<OfficeProfileSaved> {
        self.office_profile_edit(|_| draft.clone())
    }

    /// Saves what `edit` makes of the profile in force. It is asked twice: first without the lock, so that a bad
    /// draft neither makes an office nor disturbs one, then inside the change, so that nobody's save in between
    /// is undone.
    pub fn office_profile_edit(
        &self,
        edit: impl Fn(OfficeProfile) -> OfficeProfile,
    ) -> Result<OfficeProfileSaved> {
        checked(&edit(self.office_profile_in_force()?))?;
        let ((row, changed, before, names), recorded) = self.change(Act::OfficeProfileSave, |change| {
            let names = Names::read(change.tx())?;
            let before = office_profile::latest(change.tx())?;
            let old = before
                .as_ref()
                .map(|stored| stored.row.clone())
                .unwrap_or_default();
            let row = checked(&edit(profile_of(old.clone())))?;
            let changed = differences(&old, &row);
            if changed.is_empty() {
                return Ok(((row, changed, before, names), None));
            }
            let version = office_profile::insert(change, &row)?;
            let kind = Kind::ProfileSaved {
                version,
                changed: changed.clone(),
            };
            Ok(((row, changed, before, names), Some(kind)))
        })?;
        let stored = match recorded {
            None => before,
            Some(recorded) => Some(StoredProfile {
                version: before.map_or(0, |before| before.version) + 1,
                saved_at: recorded.at,
                saved_by: recorded.actor,
                row,
            }),
        };
        let changed = changed
            .into_iter()
            .map(|field| field.label().to_owned())
            .collect();
        Ok(OfficeProfileSaved {
            view: view(stored, &names),
            changed,
        })
    }

    /// What an edit begins with: an office that does not exist yet has an empty profile.
    pub fn office_profile_in_force(&self) -> Result<OfficeProfile> {
        match self.office_profile() {
            Ok(view) => Ok(view.profile),
            Err(error) if matches!(error.reason, Reason::OfficeMissing { .. }) => {
                Ok(OfficeProfile::default())
            }
            Err(error) => Err(error),
        }
    }
}

fn checked(draft: &OfficeProfile) -> Result<ProfileRow> {
    check(draft).map_err(|problems| {
        Error::of_problems(
            Reason::ProfileInvalid {
                count: problems.len(),
            },
            problems,
        )
    })
}

fn view(stored: Option<StoredProfile>, names: &Names) -> OfficeProfileView {
    let Some(StoredProfile {
        version,
        saved_at,
        saved_by,
        row,
    }) = stored
    else {
        let row = ProfileRow::default();
        return OfficeProfileView {
            missing: missing(&row),
            profile: profile_of(row),
            version: 0,
            saved_at: None,
            saved_by: None,
        };
    };
    OfficeProfileView {
        missing: missing(&row),
        profile: profile_of(row),
        version,
        saved_at: Some(saved_at),
        saved_by: Some(names.told(&saved_by)),
    }
}

fn profile_of(row: ProfileRow) -> OfficeProfile {
    OfficeProfile {
        name: row.name,
        code: row.code,
        authority: row.authority.parse().ok(),
        entrusting_authority: row.entrusting_authority,
        doc_prefix: row.doc_prefix,
        region_code: row.region_code,
        region_name: row.region_name,
        address: row.address,
        phone: row.phone,
        supervision_phone: row.supervision_phone,
        channels: row.channels.into_iter().map(channel_of).collect(),
    }
}

/// What a place is called where results are made public. Of the one national system the words only name a part.
pub(crate) fn channel_name(row: &ChannelRow) -> String {
    let channel = channel_of(row.clone());
    match (channel.kind, &*channel.detail) {
        (kind, "") => kind.label().to_owned(),
        (ChannelKind::CreditSystem, part) => format!("{}{part}", ChannelKind::CreditSystem.label()),
        _ => channel.detail,
    }
}

fn channel_of(row: ChannelRow) -> Channel {
    Channel {
        kind: row.kind.parse().unwrap_or(ChannelKind::Other),
        detail: row.detail,
    }
}

fn missing(row: &ProfileRow) -> Vec<MissingField> {
    let empty = ProfileRow::default();
    let still_empty = |field: &&Field| match field {
        // Only the entrusted have one, and they cannot be saved without it.
        Field::EntrustingAuthority => false,
        field => part(&empty, **field) == part(row, **field),
    };
    let told = |field: &Field| MissingField {
        field: field.name().to_owned(),
        label: field.label().to_owned(),
        needed_for: field.needed_for().to_owned(),
    };
    Field::VARIANTS.iter().filter(still_empty).map(told).collect()
}

fn differences(before: &ProfileRow, after: &ProfileRow) -> Vec<Field> {
    Field::VARIANTS
        .iter()
        .copied()
        .filter(|field| part(before, *field) != part(after, *field))
        .collect()
}

/// The part of a row that a field stands for, as texts that can be compared.
fn part(row: &ProfileRow, field: Field) -> Vec<&str> {
    match field {
        Field::Name => vec![&row.name],
        Field::Code => vec![&row.code],
        Field::Authority => vec![&row.authority],
        Field::EntrustingAuthority => vec![&row.entrusting_authority],
        Field::DocPrefix => vec![&row.doc_prefix],
        Field::RegionCode => vec![&row.region_code],
        Field::RegionName => vec![&row.region_name],
        Field::Address => vec![&row.address],
        Field::Phone => vec![&row.phone],
        Field::SupervisionPhone => vec![&row.supervision_phone],
        Field::Channels => row
            .channels
            .iter()
            .flat_map(|c| [c.kind.as_str(), c.detail.as_str()])
            .collect(),
    }
}
