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
        code: found.take_plain(Field::Code, &draft.code, |t| {
            Uscc::parse(t).map(|c| c.to_string())
        }),
        authority: draft.authority.map(<&str>::from).unwrap_or_default().to_owned(),
        entrusting_authority: entrusting_authority(draft, &mut found),
        doc_prefix: found.take_plain(Field::DocPrefix, &draft.doc_prefix, doc_prefix::parse),
        region_code: found.take_plain(Field::RegionCode, &draft.region_code, |t| {
            RegionCode::parse(t).map(|c| c.to_string())
        }),
        region_name: region_name(draft, &mut found),
        address: found.take(Field::Address, text::optional(&draft.address, MAX_ADDRESS)),
        phone: found.take_plain(Field::Phone, &draft.phone, phone::parse),
        supervision_phone: found.take_plain(Field::SupervisionPhone, &draft.supervision_phone, phone::parse),
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
        return Vec::new();
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

    /// For codes and numbers: they may be missing but not wrong, and a character that nobody can see is called
    /// that instead of being counted.
    fn take_plain<F: Into<Flaw>>(
        &mut self,
        field: Field,
        text: &str,
        parse: impl FnOnce(&str) -> Result<String, F>,
    ) -> String {
        let text = text.trim();
        match text::find_invisible(text) {
            Some(fault) => self.take(field, Err(fault)),
            None if text.is_empty() => String::new(),
            None => self.take(field, parse(text)),
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
