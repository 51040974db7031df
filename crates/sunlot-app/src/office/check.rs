//! From a draft to a row: every value is read by its rule, and every fault is reported with its field.

use sunlot_rules::codes::region::{RegionCode, RegionFault};
use sunlot_rules::codes::uscc::{Uscc, UsccFault};
use sunlot_rules::doc_prefix::{self, DocPrefixFault};
use sunlot_rules::phone::{self, PhoneFault};
use sunlot_rules::text::{self, TextFault};
use sunlot_store::office_profile::{ChannelRow, ProfileRow};

use super::wire::{AuthorityKind, Channel, ChannelKind, Field, OfficeProfile};
use crate::error::Flaw;
use crate::{Place, Problem};

const MAX_NAME: usize = 60;
const MAX_ADDRESS: usize = 120;
const MAX_DETAIL: usize = 200;
const MAX_CHANNELS: usize = 20;

/// Reads a draft; gives the row to be stored, or every problem.
pub(super) fn check(draft: &OfficeProfile) -> Result<ProfileRow, Vec<Problem>> {
    let mut found = Findings::default();
    let row = ProfileRow {
        name: found.take(Field::Name, text::required(&draft.name, MAX_NAME)),
        code: found.take_given(Field::Code, &draft.code, |t| {
            Uscc::parse(t).map(|c| c.to_string())
        }),
        authority: draft.authority.map(<&str>::from).unwrap_or_default().to_owned(),
        entrusting_authority: entrusting_authority(draft, &mut found),
        doc_prefix: found.take(Field::DocPrefix, doc_prefix::parse(&draft.doc_prefix)),
        region_code: found.take_given(Field::RegionCode, &draft.region_code, |t| {
            RegionCode::parse(t).map(|c| c.to_string())
        }),
        region_name: region_name(draft, &mut found),
        address: found.take(Field::Address, text::optional(&draft.address, MAX_ADDRESS)),
        phone: found.take(Field::Phone, phone::parse(&draft.phone)),
        supervision_phone: found.take(Field::SupervisionPhone, phone::parse(&draft.supervision_phone)),
        channels: channels(&draft.channels, &mut found),
    };
    if found.problems.is_empty() {
        Ok(row)
    } else {
        Err(found.problems)
    }
}

/// Who acts for another organ names it, and nobody else does.
fn entrusting_authority(draft: &OfficeProfile, found: &mut Findings) -> String {
    let field = Field::EntrustingAuthority;
    let value = found.take(field, text::optional(&draft.entrusting_authority, MAX_NAME));
    match (draft.authority, value.is_empty()) {
        (Some(AuthorityKind::Entrusted), true) if draft.entrusting_authority.trim().is_empty() => {
            found.add(field, Flaw::EntrustingAuthorityMissing);
        }
        (Some(AuthorityKind::Entrusted), _) | (_, true) => {}
        (_, false) => found.add(field, Flaw::EntrustingAuthorityUnwanted),
    }
    value
}

fn region_name(draft: &OfficeProfile, found: &mut Findings) -> String {
    let value = found.take(Field::RegionName, text::optional(&draft.region_name, MAX_NAME));
    if draft.region_name.trim().is_empty() && !draft.region_code.trim().is_empty() {
        found.add(Field::RegionName, Flaw::RegionNameMissing);
    }
    value
}

fn channels(drafts: &[Channel], found: &mut Findings) -> Vec<ChannelRow> {
    if drafts.len() > MAX_CHANNELS {
        found.add(
            Field::Channels,
            Flaw::TooManyChannels {
                max: MAX_CHANNELS,
                found: drafts.len(),
            },
        );
    }
    let mut rows: Vec<ChannelRow> = Vec::new();
    for (index, draft) in drafts.iter().enumerate() {
        let row = ChannelRow {
            kind: <&str>::from(draft.kind).to_owned(),
            detail: detail(index, draft, found),
        };
        if let Some(first) = rows.iter().position(|earlier| *earlier == row) {
            found.add_to_channel(index, Flaw::ChannelTwice { first: first + 1 });
        }
        rows.push(row);
    }
    rows
}

/// There is only one national system; every other channel must say where it is.
fn detail(index: usize, draft: &Channel, found: &mut Findings) -> String {
    match text::optional(&draft.detail, MAX_DETAIL) {
        Ok(detail) if detail.is_empty() && draft.kind != ChannelKind::CreditSystem => {
            found.add_to_channel(index, Flaw::ChannelDetailMissing);
            detail
        }
        Ok(detail) => detail,
        Err(fault) => {
            found.add_to_channel(index, fault.into());
            String::new()
        }
    }
}

#[derive(Default)]
struct Findings {
    problems: Vec<Problem>,
}

impl Findings {
    fn take<F: Into<Flaw>>(&mut self, field: Field, value: Result<String, F>) -> String {
        value.unwrap_or_else(|fault| {
            self.add(field, fault.into());
            String::new()
        })
    }

    /// For values that may be missing but not wrong.
    fn take_given<F: Into<Flaw>>(
        &mut self,
        field: Field,
        text: &str,
        parse: impl FnOnce(&str) -> Result<String, F>,
    ) -> String {
        if text.trim().is_empty() {
            String::new()
        } else {
            self.take(field, parse(text))
        }
    }

    fn add(&mut self, field: Field, flaw: Flaw) {
        let place = Place::Field {
            field: field.name().to_owned(),
        };
        self.problems.push(Problem {
            place,
            label: field.label().to_owned(),
            flaw,
        });
    }

    fn add_to_channel(&mut self, index: usize, flaw: Flaw) {
        let field = format!("{}.{index}.detail", Field::Channels.name());
        let label = format!("第 {} 条{}", index + 1, Field::Channels.label());
        self.problems.push(Problem {
            place: Place::Field { field },
            label,
            flaw,
        });
    }
}

impl From<TextFault> for Flaw {
    fn from(fault: TextFault) -> Self {
        match fault {
            TextFault::Empty => Self::Required,
            TextFault::TooLong { max, found } => Self::TooLong { max, found },
            TextFault::Invisible { place, found } => Self::Invisible { place, found },
        }
    }
}

impl From<UsccFault> for Flaw {
    fn from(fault: UsccFault) -> Self {
        match fault {
            UsccFault::Scientific => Self::UsccScientific,
            UsccFault::CutBySpreadsheet => Self::UsccCutBySpreadsheet,
            UsccFault::Length { found } => Self::UsccLength { found },
            UsccFault::Character { place, found } => Self::UsccCharacter { place, found },
            UsccFault::CheckCharacter { expected, found } => Self::UsccCheckCharacter { expected, found },
        }
    }
}

impl From<RegionFault> for Flaw {
    fn from(fault: RegionFault) -> Self {
        match fault {
            RegionFault::Character { place, found } => Self::RegionCharacter { place, found },
            RegionFault::Length { found } => Self::RegionLength { found },
            RegionFault::Province { found } => Self::RegionProvince { found },
        }
    }
}

impl From<PhoneFault> for Flaw {
    fn from(fault: PhoneFault) -> Self {
        match fault {
            PhoneFault::Character { place, found } => Self::PhoneCharacter { place, found },
            PhoneFault::Digits { number, found } => Self::PhoneDigits { number, found },
            PhoneFault::TooLong { max } => Self::PhoneTooLong { max },
        }
    }
}

impl From<DocPrefixFault> for Flaw {
    fn from(fault: DocPrefixFault) -> Self {
        match fault {
            DocPrefixFault::Character { place, found } => Self::DocPrefixCharacter { place, found },
            DocPrefixFault::WholeNumber => Self::DocPrefixWholeNumber,
            DocPrefixFault::TooLong { max, found } => Self::DocPrefixTooLong { max, found },
        }
    }
}
