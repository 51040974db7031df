//! A sealed draw is given up: by two people, for a reason that stays on record with the result that would have been.

use sunlot_draw::Text;
use sunlot_draw::record::{Stage, Void};
use sunlot_store::Change;

use super::acts::{follow, require, state_of, take};
use super::document::VoidDocument;
use super::fault::{CeremonyFault, CeremonyFlaw, invalid};
use super::labels;
use super::lost::Lost;
use super::record::impossible;
use super::state::{self, State};
use super::wire::{CeremonyId, CeremonyView, CeremonyVoid};
use crate::commands::Act;
use crate::error::Flaw;
use crate::registry::check::{any_text, problem};
use crate::registry::limits::MIDDLE;
use crate::{Desk, Kind, Result};

impl Desk {
    /// Gives a sealed draw up.
    pub fn ceremony_void(&self, request: &CeremonyVoid) -> Result<CeremonyView> {
        self.change_by_two(Act::CeremonyVoid, request.second.as_ref(), |change| {
            Ok(((), Some(self.give_up(change, request, false)?)))
        })?;
        self.ceremony_view(&CeremonyId { id: request.id })
    }

    /// Gives up one that was only tried out.
    pub fn rehearsal_void(&self, request: &CeremonyVoid) -> Result<CeremonyView> {
        self.change(Act::RehearsalVoid, |change| {
            Ok(((), Some(self.give_up(change, request, true)?)))
        })?;
        self.ceremony_view(&CeremonyId { id: request.id })
    }

    fn give_up(&self, change: &Change<'_>, request: &CeremonyVoid, rehearsal: bool) -> Result<Kind> {
        let (stored, mut document) = require(change.tx(), request.id)?;
        if stored.row.rehearsal != rehearsal {
            return Err(CeremonyFault::CeremonyKind { rehearsal }.into());
        }
        let at = state_of(&stored.row)?;
        state::require_open(at)?;
        let lost = self.lost(change.tx(), stored.id)?;
        let mut problems = Vec::new();
        let label = labels::void_reason(&request.code);
        if label.is_none() {
            let found = request.code.clone();
            let flaw: Flaw = CeremonyFlaw::ReasonUnknown { found }.into();
            problems.push(problem("code", labels::field("code"), flaw));
        }
        let more = take(&mut problems, "reason", any_text(&request.reason, MIDDLE));
        if label.is_some() && request.code == labels::OTHER && more.is_empty() {
            problems.push(problem("reason", labels::field("reason"), Flaw::Required));
        }
        if !problems.is_empty() {
            return Err(invalid(problems));
        }
        let label = label.unwrap_or_default();
        let expected = lost.as_ref().map(Lost::code);
        let is_for_lost = [labels::RESTORED, labels::DAMAGED].contains(&&*request.code);
        if is_for_lost && expected != Some(&*request.code) {
            let label = label.to_owned();
            return Err(CeremonyFault::NotThisReason { label }.into());
        }
        let reason = labels::void_told(label, &more);
        let moment = self.moment();
        document.void = Some(VoidDocument {
            code: request.code.clone(),
            reason: reason.clone(),
            at: moment.clone(),
        });
        if let Some(lost) = lost {
            return if is_for_lost {
                self.write_off(change, &stored, &document, &lost)
            } else {
                Err(lost.fault().into())
            };
        }
        let refusal = request.code == labels::REFUSED;
        state::require_numbers(&document, at, refusal, &self.today().to_string())?;
        let text = |words: &str| Text::new(words.to_owned()).ok_or_else(|| impossible("void"));
        let void = Void {
            at: self.not_before(&[&self.sealed_at(change.tx(), stored.id)?])?,
            by: labels::decided_by(rehearsal)
                .into_iter()
                .map(text)
                .collect::<Result<_>>()?,
            reason: text(&reason)?,
            stage: if at == State::Cards {
                Stage::Cards
            } else {
                Stage::Sealed
            },
        };
        let stored = follow(change, &stored, at, &document)?;
        self.conclude(change, &stored, &document, at, Some(void))
    }
}
