//! The published file, its record, and the case that a draw is made from.

use serde::de::MapAccess;

use super::amendment::{AmendmentForm, EntryForm};
use super::manifest::ManifestForm;
use super::object::{Field, Form, Object, form, unknown};
use super::reader::{Reader, list_of};
use super::scalar::{FreeForm, Number, OrNull, Word, a, known};
use crate::draw::Case;
use crate::free::Fields;
use crate::hex::{Digest, Secret};
use crate::manifest::Manifest;
use crate::problem::{Fault, Quote};
use crate::protocol::Protocol;
use crate::record::{Algorithm, Outcome, Place, Published, Record, Row, Signature, Stage, Void};
use crate::text::{Id, Text};

form! {
    /// The published file.
    PublishedForm -> Published {
        "record" record: Object(RecordForm),
        "digest" digest: a(),
        "amendments" amendments: list_of(|| Object(EntryForm)),
        "standing" standing: list_of(|| Object(RowForm)),
        "signatures" signatures: list_of(|| Object(SignatureForm)),
    } => Published { amendments, digest, record, signatures, standing }
}

form! {
    /// What a draw is made from.
    CaseForm -> Case {
        "manifest" manifest: Object(ManifestForm),
        "secret" secret: OrNull(a()),
        "contributions" contributions: list_of(|| OrNull(a::<Text>())),
        "amendments" amendments: list_of(|| Object(AmendmentForm));
        "void" void: Object(VoidForm),
        "ceremony" ceremony: Object(FreeForm),
    } => Case { manifest, secret, contributions, amendments, void, ceremony }
}

form! {
    /// Who is drawn.
    OutcomeForm -> Outcome {
        "selected" selected: list_of(|| Object(RowForm)),
        "reserves" reserves: list_of(|| Object(PlaceForm)),
    } => Outcome { reserves, selected }
}

form! {
    /// A row with its crew.
    RowForm -> Row {
        "stratum" stratum: a(),
        "number" number: Number,
        "crew" crew: list_of(|| OrNull(a::<Id>())),
    } => Row { place: Place::new(stratum, number), crew }
}

form! {
    /// A number of a stratum.
    PlaceForm -> Place { "stratum" stratum: a(), "number" number: Number } => Place::new(stratum, number)
}

const STAGE: Word<Stage> = Word {
    words: &["sealed", "cards"],
    means: &[Stage::Sealed, Stage::Cards],
};

form! {
    /// Why a draw was given up.
    VoidForm -> Void {
        "reason" reason: a(),
        "stage" stage: STAGE,
        "by" by: list_of(a::<Text>),
        "at" at: a(),
    } => Void { at, by, reason, stage }
}

pub(crate) const ALGORITHM: Word<Algorithm> = Word {
    words: &["ed25519"],
    means: &[Algorithm::Ed25519],
};

form! {
    /// A signature.
    SignatureForm -> Signature {
        "alg" alg: ALGORITHM,
        "publicKey" public_key: a(),
        "of" of: a(),
        "sig" sig: a(),
    } => Signature { alg, of, public_key, sig }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Drawn,
    Void,
}

const ENDING: Word<Ending> = Word {
    words: &["drawn", "void"],
    means: &[Ending::Drawn, Ending::Void],
};

/// The record. What may be null, and whether there is a void note, hangs on how it ended.
struct RecordForm;

struct RecordFields {
    protocol: Field<Protocol>,
    ending: Field<Ending>,
    manifest: Field<Manifest>,
    commitment: Field<Digest>,
    secret: Field<Option<Secret>>,
    contributions: Field<Vec<Option<Text>>>,
    seed: Field<Option<Digest>>,
    result: Field<Option<Outcome>>,
    ceremony: Field<Fields>,
    void: Field<Void>,
}

impl<'de> Form<'de> for RecordForm {
    type Value = Record;

    fn read<A: MapAccess<'de>>(self, reader: &mut Reader, map: A) -> Result<Option<Record>, A::Error> {
        let mut fields = RecordFields::new();
        fields.read(reader, map)?;
        fields.judge(reader);
        Ok(fields.make())
    }
}

impl RecordFields {
    const fn new() -> Self {
        Self {
            protocol: Field::new("protocol"),
            ending: Field::new("outcome"),
            manifest: Field::new("manifest"),
            commitment: Field::new("commitment"),
            secret: Field::new("secret"),
            contributions: Field::new("contributions"),
            seed: Field::new("seed"),
            result: Field::new("result"),
            ceremony: Field::new("ceremony"),
            void: Field::new("void"),
        }
    }

    fn read<'de, A: MapAccess<'de>>(&mut self, reader: &mut Reader, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = reader.key(&mut map)? {
            match &*key {
                "protocol" => self.protocol.read(reader, &mut map, a())?,
                "outcome" => self.ending.read(reader, &mut map, ENDING)?,
                "manifest" => self.manifest.read(reader, &mut map, Object(ManifestForm))?,
                "commitment" => self.commitment.read(reader, &mut map, a())?,
                "secret" => self.secret.read(reader, &mut map, OrNull(a()))?,
                "contributions" => {
                    self.contributions
                        .read(reader, &mut map, list_of(|| OrNull(a::<Text>())))?;
                }
                "seed" => self.seed.read(reader, &mut map, OrNull(a()))?,
                "result" => self.result.read(reader, &mut map, OrNull(Object(OutcomeForm)))?,
                "ceremony" => self.ceremony.read(reader, &mut map, Object(FreeForm))?,
                "void" => self.void.read(reader, &mut map, Object(VoidForm))?,
                other => unknown(reader, &mut map, other)?,
            }
        }
        Ok(())
    }

    fn judge(&self, reader: &mut Reader) {
        self.protocol.require(reader);
        self.ending.require(reader);
        self.manifest.require(reader);
        self.commitment.require(reader);
        self.secret.require(reader);
        self.contributions.require(reader);
        self.seed.require(reader);
        self.result.require(reader);
        if let (Some(own), Some(manifest)) = (self.protocol.peek(), self.manifest.peek())
            && *own != manifest.protocol
        {
            // What was sealed under one version is not drawn under another.
            reader.fault_at(known("protocol"), Fault::Protocol(Quote::of(own.name())));
        }
        match self.ending.peek() {
            Some(Ending::Drawn) => {
                let nulls = [
                    ("secret", matches!(self.secret.peek(), Some(None))),
                    ("seed", matches!(self.seed.peek(), Some(None))),
                    ("result", matches!(self.result.peek(), Some(None))),
                ];
                for (key, _) in nulls.into_iter().filter(|(_, null)| *null) {
                    reader.fault_at(known(key), Fault::NullInDrawn);
                }
                if self.void.is_there() {
                    reader.fault_at(known("void"), Fault::VoidInDrawn);
                }
            }
            Some(Ending::Void) => self.void.require(reader),
            None => {}
        }
    }

    fn make(self) -> Option<Record> {
        self.protocol.take()?;
        Some(Record {
            manifest: self.manifest.take()?,
            commitment: self.commitment.take()?,
            secret: self.secret.take()?,
            contributions: self.contributions.take()?,
            seed: self.seed.take()?,
            result: self.result.take()?,
            ceremony: self.ceremony.take_optional()?,
            void: self.void.take_optional()?,
        })
    }
}
