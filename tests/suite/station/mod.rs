//! The station's keys: made by two, wrapped under a passphrase, followed by anybody; nothing half done, and no signature
//! taken for more than it is.

mod chain;
mod chain_read;
mod command_line;
mod dying;
mod file;
mod making;
mod office;
mod refused;
mod vectors;
pub mod words;
mod worth;
