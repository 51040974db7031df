//! The station's keys: one that signs records (Ed25519) and a certificate that signs PDF files, made in one act and asked
//! for at the first formal sealing.
//!
//! The private parts lie wrapped under a passphrase in one file; the public ones, and what the station has signed about
//! them, in the database. What a statement means is `sunlot-draw`'s, and how a file is made durable `sunlot-store`'s.

mod acting;
mod acts;
mod certificate;
mod export;
mod fault;
mod keys;
mod labels;
mod published;
mod request;
mod sheet;
mod state;
mod vault;
mod view;
mod wrapped;

pub use export::StationExported;
pub use fault::{StationFault, StationFlaw};
pub(crate) use keys::Signer;
pub use published::{ChainFileView, ChainKeyView, ChainRecordView, KeyVerifyRequest, KeyVerifyView, verify};
pub use request::{StationMake, StationReportLost, StationRevoke, StationRewrap, StationRotate};
pub use vault::{FolderVault, Vault, Work};
pub use view::{StationFileView, StationKeyView, StationView};
