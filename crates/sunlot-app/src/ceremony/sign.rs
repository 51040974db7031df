//! The station signs what has ended: the record, and each change that has been made since.

use sunlot_draw::Digest;
use sunlot_draw::record::Record;
use sunlot_store::draw_signature::{self, SignatureRow};
use sunlot_store::{draw_amendment, draw_record, draw_seal};

use super::acts::{require, state_of};
use super::fault::CeremonyFault;
use super::state;
use super::wire::{CeremonyId, CeremonySign, CeremonyView};
use crate::commands::Act;
use crate::event::draw::DrawSigned;
use crate::station::Signer;
use crate::{Desk, Kind, Result};

impl Desk {
    /// Signs the record of a draw, and every change of it that is not signed yet.
    pub fn ceremony_sign(&self, request: &CeremonySign) -> Result<CeremonyView> {
        // Whether there is anything to sign is asked before the passphrase takes its time.
        self.read(Act::CeremonySign, |office| {
            let (stored, _) = require(office, request.id)?;
            if stored.row.rehearsal {
                // The station's word is for what counts.
                return Err(CeremonyFault::CeremonyKind { rehearsal: false }.into());
            }
            Ok(state::require_ended(state_of(&stored.row)?)?)
        })?;
        let signer = self.signer(&request.passphrase)?;
        self.change(Act::CeremonySign, |change| {
            let office = change.tx();
            let (stored, _) = require(office, request.id)?;
            let state = state_of(&stored.row)?;
            let seal =
                draw_seal::of_ceremony(office, stored.id)?.ok_or(CeremonyFault::CeremonyStep { state })?;
            let ended =
                draw_record::of_seal(office, seal.id)?.ok_or(CeremonyFault::CeremonyStep { state })?;
            let draw = seal.row.draw_id.clone();
            if self.sealed_manifest(office, &seal)?.station != signer.public_key() {
                return Err(CeremonyFault::StationKeyOther { draw }.into());
            }
            let known = draw_signature::of_seal(office, seal.id)?;
            let changes = draw_amendment::of_seal(office, seal.id)?;
            let all = std::iter::once(ended.row.digest).chain(changes.iter().map(|change| change.row.digest));
            let missing: Vec<[u8; 32]> = all
                .filter(|digest| !known.iter().any(|stored| stored.row.signed == *digest))
                .collect();
            if missing.is_empty() {
                return Err(CeremonyFault::SignedAlready { draw }.into());
            }
            for digest in &missing {
                let made = signer.sign_record(&Digest::new(*digest));
                let row = SignatureRow {
                    seal: seal.id,
                    signed: *digest,
                    public_key: *made.public_key.bytes(),
                    signature: *made.sig.bytes(),
                };
                draw_signature::add(change, &row)?;
            }
            Ok((
                (),
                Some(Kind::DrawSigned(DrawSigned {
                    draw,
                    count: u64::try_from(missing.len()).unwrap_or(u64::MAX),
                    fingerprint: sunlot_draw::commitment::fingerprint(
                        sunlot_draw::Protocol::Sunlot1,
                        &signer.public_key(),
                    ),
                })),
            ))
        })?;
        self.ceremony_view(&CeremonyId { id: request.id })
    }
}

/// Whether the station signed a record and all its changes.
pub(super) fn is_signed(published: &sunlot_draw::Published) -> bool {
    let Record { manifest, .. } = &published.record;
    let signed = |of: &Digest| {
        published
            .signatures
            .iter()
            .any(|signature| signature.of == *of && signature.public_key == manifest.station)
    };
    signed(&published.digest) && published.amendments.iter().all(|entry| signed(&entry.digest))
}
