//! What may follow on what in a ceremony. Pure: a document and a state go in, the next ones or a refusal come out.
//!
//! There is no way from a sealed draw to a fresh secret: it is drawn, or it is given up and stays on record as such. Only the last
//! confirmed card ends it, and then everything is decided; what comes after only shows it.

use strum::{EnumString, IntoStaticStr};

use super::document::{CeremonyDocument, Entry, Way};
use super::fault::CeremonyFault;

/// How far a ceremony has come. The names in snake case stand in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum State {
    /// Seats are written down; nothing is sealed.
    Prepared,
    /// Nothing came of it, and nothing was sealed.
    Dropped,
    /// The list is sealed, and no card was turned.
    Sealed,
    /// All cards were down; they are being turned.
    Cards,
    /// It is decided.
    Drawn,
    /// It was given up, and stays on record.
    Void,
    /// Papers and cards are in their envelope.
    Archived,
}

impl State {
    /// Whether a secret was taken and the draw has not ended.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Sealed | Self::Cards)
    }

    /// Whether it has ended, and its record stands.
    pub const fn has_ended(self) -> bool {
        matches!(self, Self::Drawn | Self::Void | Self::Archived)
    }
}

/// What a number that was confirmed comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Confirmed {
    /// It was confirmed before: nothing happens.
    Already,
    /// Others are to come.
    More,
    /// It was the last one.
    Last,
}

type Refused<T> = Result<T, CeremonyFault>;

/// A card was laid down, or taken up again before all were. Nothing: it lay so already. The last one is past taking up: from then on
/// whoever gives the draw up tells every number, so that nobody looks first and then decides.
pub(crate) fn lay_card(
    document: &mut CeremonyDocument,
    state: State,
    seat: usize,
    down: bool,
    at: &str,
) -> Refused<Option<State>> {
    require(state, State::Sealed)?;
    let card = document
        .cards
        .get_mut(seat)
        .ok_or(CeremonyFault::SeatUnknown { seat: seat + 1 })?;
    if std::mem::replace(card, down) == down {
        return Ok(None);
    }
    if document.cards.iter().all(|down| *down) {
        at.clone_into(&mut document.turned_at);
        return Ok(Some(State::Cards));
    }
    Ok(Some(State::Sealed))
}

/// A public number is out: it may be written down. Nothing: numbers are being written already.
pub(crate) fn turn_cards(
    document: &mut CeremonyDocument,
    state: State,
    at: &str,
    today: &str,
) -> Refused<Option<State>> {
    if state == State::Cards {
        return Ok(None);
    }
    require(state, State::Sealed)?;
    let up = document.cards.iter().filter(|down| !**down).count();
    if up > 0 {
        return Err(CeremonyFault::CardsNotDown { count: up });
    }
    if let Some(public) = document.public.as_ref().filter(|public| *today < *public.date) {
        let date = public.date.clone();
        return Err(CeremonyFault::PublicNumberNotOut { date });
    }
    at.clone_into(&mut document.turned_at);
    Ok(Some(State::Cards))
}

/// Whether a draw may be given up as it stands: once every card lay down, or the public number was out, all numbers belong into the record,
/// and only a witness who refuses leaves one out.
pub(crate) fn require_numbers(
    document: &CeremonyDocument,
    state: State,
    refusal: bool,
    today: &str,
) -> Refused<()> {
    let is_out = document
        .public
        .as_ref()
        .is_some_and(|public| *public.date <= *today);
    if state == State::Sealed && !is_out {
        return Ok(());
    }
    let missing = (0..document.seats.len()).filter(|seat| match document.last_entry(*seat) {
        None => true,
        Some(entry) => entry.digits.is_none() && !refusal,
    });
    let seats: Vec<usize> = missing.map(|seat| seat + 1).collect();
    if seats.is_empty() {
        Ok(())
    } else {
        Err(CeremonyFault::NumbersFirst { seats })
    }
}

/// A number was typed; `false`: it stood there already. What was typed before stays visible.
pub(crate) fn type_number(
    document: &mut CeremonyDocument,
    state: State,
    seat: usize,
    digits: Option<String>,
    at: &str,
) -> Refused<bool> {
    require(state, State::Cards)?;
    if seat >= document.seats.len() {
        return Err(CeremonyFault::SeatUnknown { seat: seat + 1 });
    }
    if document
        .last_entry(seat)
        .is_some_and(|last| last.digits == digits)
    {
        return Ok(false);
    }
    document.entries.push(Entry {
        seat,
        digits,
        at: at.to_owned(),
        confirmed: false,
    });
    Ok(true)
}

/// The seat confirms the number that it sees.
pub(crate) fn confirm_number(
    document: &mut CeremonyDocument,
    state: State,
    seat: usize,
    seen: &str,
) -> Refused<Confirmed> {
    require(state, State::Cards)?;
    let missing = CeremonyFault::NumberMissing { seat: seat + 1 };
    let last = document
        .entries
        .iter_mut()
        .rfind(|entry| entry.seat == seat)
        .ok_or(missing.clone())?;
    let typed = last.digits.as_deref().ok_or(missing)?;
    if typed != seen {
        return Err(CeremonyFault::NumberOther { seat: seat + 1 });
    }
    if std::mem::replace(&mut last.confirmed, true) {
        return Ok(Confirmed::Already);
    }
    let all = (0..document.seats.len()).all(|seat| document.confirmed(seat).is_some());
    Ok(if all { Confirmed::Last } else { Confirmed::More })
}

/// Whether seats may still be written down.
pub(crate) fn require_prepared(state: State) -> Refused<()> {
    require(state, State::Prepared)
}

/// Whether a draw can be given up: only a sealed one, and only before it has ended.
pub(crate) fn require_open(state: State) -> Refused<()> {
    if state.is_open() {
        Ok(())
    } else {
        Err(CeremonyFault::CeremonyStep { state })
    }
}

/// Whether its record stands.
pub(crate) fn require_ended(state: State) -> Refused<()> {
    if state.has_ended() {
        Ok(())
    } else {
        Err(CeremonyFault::CeremonyStep { state })
    }
}

/// The numbers of a record: one for each seat, none where a card was refused or not read.
pub(crate) fn contributions(document: &CeremonyDocument, state: State) -> Vec<Option<String>> {
    let seats = 0..document.seats.len();
    match state {
        State::Sealed | State::Prepared | State::Dropped => seats.map(|_| None).collect(),
        _ => seats
            .map(|seat| document.last_entry(seat).and_then(|entry| entry.digits.clone()))
            .collect(),
    }
}

/// The cards as they lie right after sealing: a public number has none, nobody knows it yet.
pub(crate) fn cards_at_first(document: &CeremonyDocument) -> Vec<bool> {
    document
        .seats
        .iter()
        .map(|_| document.way == Way::Simple)
        .collect()
}

fn require(state: State, wanted: State) -> Refused<()> {
    if state == wanted {
        Ok(())
    } else {
        Err(CeremonyFault::CeremonyStep { state })
    }
}
