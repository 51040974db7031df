//! From a sealed manifest, a secret and the room's numbers to the published file.

use crate::amendment::{Amendment, Entry};
use crate::commitment::commitment;
use crate::crews::Assignment;
use crate::form::check_ceremony;
use crate::free::Fields;
use crate::hash::Tagged;
use crate::hex::{Digest, Secret};
use crate::ledger::{Ledger, Refusal};
use crate::manifest::Manifest;
use crate::problem::{Breach, Problems};
use crate::protocol::Protocol;
use crate::record::{Outcome, Place, Published, Record, Row, Void};
use crate::rules::{check_contributions, check_manifest};
use crate::selection::draw_places;
use crate::standing::standing;
use crate::text::Text;

/// A sealed draw, with all that is needed to end it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What was sealed.
    pub manifest: Manifest,
    /// The machine's share.
    pub secret: Option<Secret>,
    /// The room's numbers.
    pub contributions: Vec<Option<Text>>,
    /// What was changed afterwards.
    pub amendments: Vec<Amendment>,
    /// Why the draw was given up, if it was.
    pub void: Option<Void>,
    /// What the office publishes of the event.
    pub ceremony: Option<Fields>,
}

/// Why a case cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Impossible {
    /// Rules that manifest or numbers break.
    Rules(Problems<Breach>),
    /// A drawn record needs its secret, and its commitment can be made from nothing else.
    NoSecret,
    /// Amendment number so and so is refused.
    Amendment(usize, Refusal),
    /// A void record is never amended.
    VoidAmended,
}

/// seed = H("seed", commitment, secret, jcs(contributions)); none while secret or a number is missing.
pub fn seed(
    protocol: Protocol,
    commitment: &Digest,
    secret: Option<&Secret>,
    contributions: &[Option<Text>],
) -> Option<Digest> {
    let secret = secret.filter(|_| contributions.iter().all(Option::is_some))?;
    let hash = Tagged::new(protocol, "seed")
        .bytes(commitment.bytes())
        .bytes(secret.bytes());
    Some(hash.jcs(contributions).digest())
}

/// Who is drawn and who goes where; none where a quota is more than there are.
pub fn outcome(manifest: &Manifest, seed: &Digest) -> Option<Outcome> {
    let (selected, reserves) = draw_places(manifest, seed)?;
    let mut assignment = Assignment::new(manifest, seed);
    let row = |place: Place| {
        Some(Row {
            crew: assignment.crew(&place)?,
            place,
        })
    };
    Some(Outcome {
        reserves,
        selected: selected.into_iter().map(row).collect::<Option<_>>()?,
    })
}

impl Case {
    /// The record of this case, with its digest.
    fn record(self) -> Result<(Record, Digest, Vec<Amendment>), Impossible> {
        let mut breaches = check_manifest(&self.manifest);
        breaches.join(check_contributions(
            self.manifest.seats.len(),
            &self.contributions,
            self.void.as_ref(),
        ));
        check_ceremony(self.ceremony.as_ref(), &mut breaches);
        if !breaches.is_empty() {
            return Err(Impossible::Rules(breaches));
        }
        // A lost secret leaves its commitment behind, on paper and in the program's own memory; a case has neither.
        let secret = self.secret.ok_or(Impossible::NoSecret)?;
        if self.void.is_some() && !self.amendments.is_empty() {
            return Err(Impossible::VoidAmended);
        }
        let manifest_digest = self.manifest.digest();
        let commitment = commitment(self.manifest.protocol, &manifest_digest, &secret);
        let seed = seed(
            self.manifest.protocol,
            &commitment,
            Some(&secret),
            &self.contributions,
        );
        let result = seed.as_ref().and_then(|seed| outcome(&self.manifest, seed));
        let record = Record {
            manifest: self.manifest,
            commitment,
            secret: Some(secret),
            contributions: self.contributions,
            seed,
            result,
            ceremony: self.ceremony,
            void: self.void,
        };
        let digest = record.digest(&manifest_digest);
        Ok((record, digest, self.amendments))
    }

    /// The published file of this case, without signatures.
    pub fn publish(self) -> Result<Published, Impossible> {
        let (record, digest, amendments) = self.record()?;
        Published::unsigned(record, digest, amendments)
    }
}

impl Published {
    /// Publishes a record, whose digest is known, with its amendments in order.
    pub fn unsigned(record: Record, digest: Digest, amendments: Vec<Amendment>) -> Result<Self, Impossible> {
        let standing = match (&record.result, &record.seed) {
            (Some(outcome), Some(seed)) if record.void.is_none() => {
                let mut ledger = Ledger::new(&record.manifest, outcome);
                for (at, amendment) in amendments.iter().enumerate() {
                    ledger
                        .add(amendment)
                        .map_err(|refusal| Impossible::Amendment(at + 1, refusal))?;
                }
                standing(&ledger, outcome, seed).collect()
            }
            _ => Vec::new(),
        };
        let mut before = digest;
        let entry = |amendment: Amendment| {
            before = amendment.digest(record.manifest.protocol, &before);
            Entry {
                amendment,
                digest: before,
            }
        };
        let amendments = amendments.into_iter().map(entry).collect();
        Ok(Self {
            amendments,
            digest,
            record,
            signatures: Vec::new(),
            standing,
        })
    }
}
