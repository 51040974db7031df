//! The office itself: its profile, shown, checked and saved.

mod check;
mod profile;
mod wire;

pub(crate) use profile::channel_name;
pub use wire::{
    AuthorityKind, Channel, ChannelKind, Field, MissingField, OfficeProfile, OfficeProfileCheck,
    OfficeProfileSaved, OfficeProfileView,
};
