//! The oracle: what is true in an office after an interruption, and whether that is one of the things that may be true.
//!
//! The database opens, the trail fits, the content is exactly the old or exactly the new (or, for an operation of
//! several events, exactly as far as one of them), what was acknowledged is there, no file is half done; and the
//! operation can be done again, after which nothing is left lying about.

use sunlot_app::{Actor, Desk, Env, Reason, Shell};
use sunlot_store::OfficeFolder;

use super::contents::Contents;
use super::files::Files;
use super::known::{Known, known};
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
    let contents = Contents::of_office(&round.office())?;
    let files = Files::of_site(&round.site());
    let found = place(&contents, known)?;
    if let Some(half_done) = files.first_half_done(&known.old_files, &known.new_files) {
        return Err(format!("{half_done} is half done"));
    }
    if acknowledged && found != Found::New {
        return Err(format!("acknowledged, and lost: found {found:?}"));
    }
    if acknowledged && !files.has_all_of(&known.new_files) {
        return Err("acknowledged, and a file is missing".to_owned());
    }
    trail_fits(round, &contents)?;
    if again == Again::Tried {
        done_again(round, known, found)?;
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
    let (whole, events) = (contents.events == known.new.events, contents.events);
    let asked = (!whole).then(|| i64::try_from(events).unwrap());
    if events <= known.old.events || events > known.new.events {
        let cell = contents.first_difference(&known.old, None, &known.volatile);
        return Err(format!("neither old nor new, {events} events, first at {cell:?}"));
    }
    match contents.first_difference(&known.new, asked, &known.volatile) {
        None if whole => Ok(Found::New),
        None => Ok(Found::Between),
        Some(cell) => Err(format!("neither old nor new, first at {cell}")),
    }
}

fn trail_fits(round: &Round, contents: &Contents) -> Result<(), String> {
    // An older office is upgraded by whoever looks first, and the trail names them.
    let actor = Actor::of_this_computer(Shell::Cli);
    let desk = Desk::new(Env::of_this_computer(), OfficeFolder::new(round.office()), actor);
    match desk.trail_verify(&mut |_, _| ()) {
        Ok(verdict) if verdict.valid => Ok(()),
        Ok(verdict) => Err(format!("the trail does not fit: {:?}", verdict.faults)),
        Err(error)
            if matches!(error.reason, Reason::OfficeMissing { .. }) && *contents == Contents::default() =>
        {
            Ok(())
        }
        Err(error) => Err(format!("the office does not open: {error}")),
    }
}

fn done_again(round: &Round, known: &Known, found: Found) -> Result<(), String> {
    let answer = round.run();
    let expected = if found == Found::New {
        &known.again
    } else {
        &known.ending
    };
    let ending = answer.ending();
    // With nothing in the database to tell by, it may have been done before or not.
    let either = known.old.events == known.new.events && ending == known.ending;
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
    }
    trail_fits(round, &contents)?;
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
