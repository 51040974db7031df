//! The office profile as it travels between shells and use cases.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

use crate::ProblemView;

/// On what an office's power to enforce rests.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum AuthorityKind {
    /// An administrative organ by law.
    Statutory,
    /// An organisation authorised by a law or regulation.
    Authorized,
    /// An organisation entrusted by an organ, in whose name it acts.
    Entrusted,
}

/// Where results are published.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ChannelKind {
    /// The government's web portal.
    Portal,
    /// The national enterprise credit publication system.
    CreditSystem,
    /// A board on a wall.
    NoticeBoard,
    /// The government's accounts on social media.
    SocialMedia,
    /// A newspaper.
    Newspaper,
    /// Radio or television.
    Broadcast,
    /// Anything else.
    Other,
}

/// A place where the office publishes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// What kind of place.
    pub kind: ChannelKind,
    /// Which one.
    pub detail: String,
}

/// The profile as a form holds it. An empty text means that nothing was given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct OfficeProfile {
    /// The full name.
    pub name: String,
    /// The unified social credit code.
    pub code: String,
    /// On what its power rests.
    pub authority: Option<AuthorityKind>,
    /// Who entrusted it.
    pub entrusting_authority: String,
    /// The characters before year and number.
    pub doc_prefix: String,
    /// The region's code.
    pub region_code: String,
    /// The region's name.
    pub region_name: String,
    /// The address.
    pub address: String,
    /// The telephone.
    pub phone: String,
    /// The telephone for complaints.
    pub supervision_phone: String,
    /// Where it publishes, in order.
    pub channels: Vec<Channel>,
}

/// The fields of the profile.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
#[allow(missing_docs, reason = "they are the fields of OfficeProfile")]
pub enum Field {
    Name,
    Code,
    Authority,
    EntrustingAuthority,
    DocPrefix,
    RegionCode,
    RegionName,
    Address,
    Phone,
    SupervisionPhone,
    Channels,
}

impl Field {
    /// Its name on the wire.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A field that is still empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MissingField {
    /// Its name on the wire.
    pub field: String,
    /// What the form calls it.
    pub label: String,
    /// What it is needed for.
    pub needed_for: String,
}

/// The profile in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfficeProfileView {
    /// The values.
    pub profile: OfficeProfile,
    /// The version; 0 while none was ever saved.
    pub version: i64,
    /// When it was saved.
    pub saved_at: Option<String>,
    /// By whom.
    pub saved_by: Option<String>,
    /// What is still empty.
    pub missing: Vec<MissingField>,
}

/// What a check of a draft finds; nothing is saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfficeProfileCheck {
    /// Everything that stands in the way of saving.
    pub problems: Vec<ProblemView>,
    /// How a document number would read.
    pub document_number_example: Option<String>,
}

/// What a save did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OfficeProfileSaved {
    /// The profile in force now.
    pub view: OfficeProfileView,
    /// What the changed fields are called; empty when nothing differed and no version was made.
    pub changed: Vec<String>,
}
