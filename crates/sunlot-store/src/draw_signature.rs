//! The table `draw_signature`: the station's signatures over records and amendments.

use rusqlite::{Connection, Row, ToSql};

use crate::documents::{self, Document};
use crate::{Change, Result};

pub use crate::documents::Stored;

/// One signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureRow {
    /// Of which seal.
    pub seal: i64,
    /// The digest that is signed: of the record, or of an amendment.
    pub signed: [u8; 32],
    /// Who signs.
    pub public_key: [u8; 32],
    /// The signature.
    pub signature: [u8; 64],
}

impl Document for SignatureRow {
    const TABLE: &'static str = "draw_signature";
    const COLUMNS: &'static [&'static str] = &["seal", "signed", "public_key", "signature"];

    fn values(&self) -> Vec<&dyn ToSql> {
        vec![&self.seal, &self.signed, &self.public_key, &self.signature]
    }

    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            seal: row.get("seal")?,
            signed: row.get("signed")?,
            public_key: row.get("public_key")?,
            signature: row.get("signature")?,
        })
    }
}

/// Writes a new one; answers with its number.
pub fn add(change: &Change<'_>, row: &SignatureRow) -> Result<i64> {
    documents::add(change, row)
}

/// Those of a seal, in order.
pub fn of_seal(connection: &Connection, seal: i64) -> Result<Vec<Stored<SignatureRow>>> {
    documents::latest(connection, "AND seal = ?1", &[&seal])
}
