//! Reading a published chain: every key once, none unknown, none missing.
//!
//! Which optional fields belong to which act is a matter of the statement, and judged with the rest.

use super::statement::{Act, Chain, Format, Signed, Statement, StatementSignature};
use crate::read::object::{Object, form};
use crate::read::reader::list_of;
use crate::read::scalar::{Number, Word, a};
use crate::read::{Reading, Unreadable, manifest::OfficeForm, published::ALGORITHM};

/// Reads a published chain.
pub fn chain(bytes: &[u8]) -> Result<Reading<Chain>, Unreadable> {
    crate::read::read(bytes, 0, Object(ChainForm))
}

const FORMAT: Word<Format> = Word {
    words: &[Format::NAME],
    means: &[Format],
};

const ACT: Word<Act> = Word {
    words: &["made", "rotated", "lost", "revoked"],
    means: &Act::ALL,
};

form! {
    /// The file.
    ChainForm -> Chain {
        "format" format: FORMAT,
        "statements" statements: list_of(|| Object(SignedForm)),
    } => Chain { format, statements }
}

form! {
    /// A statement with its signatures.
    SignedForm -> Signed {
        "statement" statement: Object(StatementForm),
        "signatures" signatures: list_of(|| Object(SignatureForm)),
    } => Signed { signatures, statement }
}

form! {
    /// A signature.
    SignatureForm -> StatementSignature {
        "alg" alg: ALGORITHM,
        "publicKey" public_key: a(),
        "sig" sig: a(),
    } => StatementSignature { alg, public_key, sig }
}

form! {
    /// A statement.
    StatementForm -> Statement {
        "type" act: ACT,
        "sequence" sequence: Number,
        "previous" previous: a(),
        "office" office: Object(OfficeForm),
        "epoch" epoch: Number,
        "at" at: a(),
        "reason" reason: a(),
        "key" key: a();
        "certificate" certificate: a(),
        "former" former: a(),
        "since" since: a(),
    } => Statement { at, certificate, epoch, former, key, office, previous, reason, sequence, since, act }
}
