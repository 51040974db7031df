//! The oracle: what is true in an office after an interruption, and whether that is one of the things that may be true.
//!
//! The database opens, the trail fits, the content is exactly the old or exactly the new (or, for an operation of
//! several events, exactly as far as one of them), what was acknowledged is there, no file is half done; and the
//! operation can be done again, after which nothing is left lying about.

use sunlot_app::{Actor, Desk, Reason, Shell};
use sunlot_store::OfficeFolder;

use super::aside::{self, Aside};
use super::contents::Contents;
use super::files::Files;
use super::known::{Known, known};
use super::prepared::{Start, env_of};
use super::round::Round;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// As before.
    Old,
    /// So many events further, and not at the end.
    Between,
    /// Done.
    New,
}

/// Whether the operation is done again as well, which takes longer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Again {
    Tried,
    Untried,
}

/// Looks; says what is bad, if anything is.
pub fn judge(round: &Round, acknowledged: bool, again: Again) -> Result<Found, String> {
    let known = known(round.operation);
    if round.office().join("restoring").exists() {
        // Putting an office back is gone on with by whoever opens it next; what is true is what stands then.
        let _ = sit(round).trail_verify(&mut |_, _| true);
    }
    let contents = Contents::of_office(&round.office())?;
    let files = Files::of_site(&round.site());
    let found = place(&contents, known)?;
    if let Some(half_done) = files.first_half_done(&known.old_files, &known.new_files) {
        return Err(format!("{half_done} is half done"));
    }
    if let Some(aside) = &known.aside {
        aside.is_whole(&round.office(), found == Found::New)?;
    }
    if acknowledged && found != Found::New {
        return Err(format!("acknowledged, and lost: found {found:?}"));
    }
    if acknowledged && let Some(name) = files.first_missing(&known.new_files, contents.unanchored) {
        return Err(format!("acknowledged, and {name} is missing"));
    }
    // Until two people were told that it is acknowledged, a missing anchor is missing.
    let alarm = round.operation.start == Start::Unanchored && !acknowledged;
    trail_fits(round, &contents, alarm)?;
    if again == Again::Tried {
        done_again(round, known, found, alarm)?;
    }
    Ok(found)
}

fn place(contents: &Contents, known: &Known) -> Result<Found, String> {
    if known.new.events == known.old.events {
        // Nothing is written into the database.
        return match contents.first_difference(&known.old, None, &known.volatile) {
            None => Ok(Found::New),
            Some(cell) => Err(format!("changed, and should not have been: {cell}")),
        };
    }
    if *contents == known.old {
        return Ok(Found::Old);
    }
    let differs_from_new = contents.first_difference(&known.new, None, &known.volatile);
    if differs_from_new.is_none() {
        return Ok(Found::New);
    }
    let events = contents.events;
    let on_its_way = |aside: &Aside| aside.is_on_its_way(&known.old, contents);
    if known.aside.as_ref().is_some_and(on_its_way) {
        return Ok(Found::Between);
    }
    if events <= known.old.events || events >= known.new.events {
        let nearer = if events == known.new.events {
            differs_from_new
        } else {
            None
        };
        let cell = nearer.or_else(|| contents.first_difference(&known.old, None, &known.volatile));
        return Err(format!("neither old nor new, {events} events, first at {cell:?}"));
    }
    let so_far = Some(i64::try_from(events).unwrap());
    match contents.first_difference(&known.new, so_far, &known.volatile) {
        None => Ok(Found::Between),
        Some(cell) => Err(format!("half of an event, first at {cell}")),
    }
}

/// Somebody at the office that is judged. An older one is upgraded by whoever looks first, and the trail names them.
fn sit(round: &Round) -> Desk {
    let actor = Actor::of_this_computer(Shell::Cli);
    Desk::new(env_of(&round.site()), OfficeFolder::new(round.office()), actor)
}

fn trail_fits(round: &Round, contents: &Contents, alarm: bool) -> Result<(), String> {
    let desk = sit(round);
    match desk.trail_verify(&mut |_, _| true) {
        Ok(verdict) if verdict.valid && alarm => Ok(()),
        Ok(verdict) if verdict.valid => no_false_alarm(&desk),
        Ok(verdict) => Err(format!("the trail does not fit: {:?}", verdict.faults)),
        Err(error)
            if matches!(error.reason, Reason::OfficeMissing { .. }) && *contents == Contents::default() =>
        {
            Ok(())
        }
        Err(error) => Err(format!("the office does not open: {error}")),
    }
}

/// An interruption is no forgery: the anchor must not say so.
fn no_false_alarm(desk: &Desk) -> Result<(), String> {
    match desk.trail_standing() {
        Ok(standing) if standing.anchor.blocks => Err(format!("a false alarm: {}", standing.anchor.message)),
        Ok(_) => Ok(()),
        Err(error) => Err(format!("nothing is said of the anchor: {error}")),
    }
}

fn done_again(round: &Round, known: &Known, found: Found, alarm: bool) -> Result<(), String> {
    let answer = round.run();
    let expected = if found == Found::New {
        &known.again
    } else {
        &known.ending
    };
    let ending = answer.ending();
    // With nothing in the database to tell by, it may have been done before or not.
    let either = (alarm || known.old.events == known.new.events) && ending == known.ending;
    if ending != *expected && !either {
        return Err(format!(
            "done again after {found:?}, it ends {ending:?}: {}",
            answer.stderr
        ));
    }
    let contents = Contents::of_office(&round.office())?;
    if found != Found::New {
        let again = place(&contents, known).map_err(|e| format!("done again: {e}"))?;
        if again != Found::New {
            return Err(format!("done again, found {again:?}"));
        }
        aside::fits(&round.office(), &contents)?;
    }
    trail_fits(round, &contents, false)?;
    // A refusal tidies nothing up.
    if !ending.is_done() {
        return Ok(());
    }
    let names = Files::of_site(&round.site()).names();
    match names.difference(&known.names).next() {
        Some(stray) => Err(format!("left lying about: {stray}")),
        None => Ok(()),
    }
}
