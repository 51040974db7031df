//! Who may do an act: guests before there are accounts, anybody at the door, whoever has entered, certain roles, or
//! two people of different roles.
//!
//! Which act has which permit stands in the registry of commands; whether somebody meets it is judged by the desk.

use crate::account::Role::{self, Administrator, Handler, Reader, Supervisor};

/// Who may do an act once there are accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Even somebody who has not entered.
    Anybody,
    /// Nobody: it was for guests.
    Nobody,
    /// Whoever has entered and holds one of these roles.
    One(&'static [Role]),
    /// Two people, one of each: whoever has entered acts, the other types the own password in place.
    Two(&'static [Role], &'static [Role]),
}

/// Who may do an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permit {
    /// Whether guests may, as long as there are no accounts.
    pub guests: bool,
    /// Who may, once there are.
    pub who: Who,
    /// Whether somebody may whose password was set by another and must be changed first.
    pub with_reset_password: bool,
}

impl Permit {
    const fn of(guests: bool, who: Who) -> Self {
        let with_reset_password = matches!(who, Who::Anybody);
        Self {
            guests,
            who,
            with_reset_password,
        }
    }
}

const EVERYBODY: &[Role] = &[Handler, Supervisor, Administrator, Reader];

/// At the door: whoever stands before the screen.
pub const ANYBODY: Permit = Permit::of(true, Who::Anybody);

/// Looking around.
pub const LOOK: Permit = Permit::of(true, Who::One(EVERYBODY));

/// Settings; guests may begin with them. The rules by which an office draws are among them: whoever prepares a draw does not
/// decide what binds it (D-07).
pub const SETTLE: Permit = Permit::of(true, Who::One(&[Administrator]));

/// The list and the registries: who prepares draws, and who keeps the settings.
pub const ENROL: Permit = Permit::of(true, Who::One(&[Handler, Administrator]));

/// The first accounts.
pub const BEGIN: Permit = Permit::of(true, Who::Nobody);

/// What everybody does for themselves, above all choosing a password of their own.
pub const OWN: Permit = Permit {
    guests: false,
    who: Who::One(EVERYBODY),
    with_reset_password: true,
};

/// What the administrator does alone, and everybody can see.
pub const KEEP: Permit = Permit::of(false, Who::One(&[Administrator]));

/// Who enters at all, and as what: the administrator, and the one who watches.
pub const PEOPLE: Permit = Permit::of(false, Who::Two(&[Administrator], &[Supervisor]));

/// A door that was shut by wrong passwords: two roles.
pub const UNLOCK: Permit = Permit::of(false, Who::Two(&[Administrator, Handler], &[Supervisor]));

/// Copies for safekeeping: whoever may write here at all, and the one who watches.
pub const BACK_UP: Permit = Permit::of(true, Who::One(&[Handler, Supervisor, Administrator]));

/// Putting a copy in the office's place.
pub const RESTORE: Permit = Permit::of(true, Who::Two(&[Administrator], &[Supervisor]));

/// The office's signature, made, replaced and given up: whoever works, and the one who watches.
pub const SEAL: Permit = Permit::of(false, Who::Two(&[Administrator, Handler], &[Supervisor]));

/// Leaving somebody out of a draw by a decision, or taking them in again: whoever prepares it, and the one who watches.
pub const EXCLUDE: Permit = Permit::of(false, Who::Two(&[Administrator, Handler], &[Supervisor]));

/// The ceremony: who runs draws. Before there are accounts only trying one out comes to anything.
pub const DRAW: Permit = Permit::of(true, Who::One(&[Handler]));

/// What of a ceremony cannot be taken back: who runs it, and the one who watches.
pub const DRAW_BY_TWO: Permit = Permit::of(false, Who::Two(&[Handler], &[Supervisor]));

/// What is said in the room: whoever runs it, or watches it, writes it down.
pub const SAY: Permit = Permit::of(true, Who::One(&[Handler, Supervisor]));

/// What whoever knows the passphrase does alone.
pub const KEYS: Permit = Permit::of(false, Who::One(&[Administrator, Handler, Supervisor]));

/// Going on with a trail that is not the one that its anchor tells of.
pub const ACKNOWLEDGE: Permit = Permit::of(true, Who::Two(&[Administrator, Handler], &[Supervisor]));

/// What others see masked: the administrator, and the one who watches.
pub const SHOW: Permit = Permit::of(false, Who::One(&[Administrator, Supervisor]));

/// What only the one who watches does.
pub const WATCH: Permit = Permit::of(false, Who::One(&[Supervisor]));
