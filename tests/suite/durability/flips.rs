//! A byte of a file turns over: it is reported, or everything that anybody could read out of the file is the same.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use sunlot_app::{Actor, Desk, Shell};
use sunlot_store::OfficeFolder;

use super::contents::Contents;
use super::dice::Dice;
use super::prepared::{self, Start, env_of, workshop};
use super::{Sweep, long, share, thinned};

/// The bytes of a file to be turned over: all of them, or so many.
fn places(purpose: &str, length: usize, sample: usize) -> Vec<Vec<usize>> {
    let mut dice = Dice::of(purpose);
    // One out of every stretch, so that every kind of page is met.
    let stretch = if long() {
        thinned()
    } else {
        length.div_ceil(sample)
    };
    let places: Vec<usize> = (0..length)
        .step_by(stretch)
        .map(|begin| (begin + dice.below(stretch)).min(length - 1))
        .collect();
    places.chunks(64).map(<[usize]>::to_vec).collect()
}

#[test]
fn a_byte_of_a_database_turned_over_is_reported_or_changes_nothing() {
    let pristine = fs::read(prepared::site(Start::Keyed).join("office/office.db")).unwrap();
    let truth = Contents::of_office(&prepared::site(Start::Keyed).join("office")).unwrap();
    let sweep = Sweep::default();
    let (reported, same) = (AtomicUsize::new(0), AtomicUsize::new(0));
    share(&places("flips of a database", pristine.len(), 1_500), |places| {
        for place in places {
            let shop = workshop();
            let office = shop.path().join("office");
            fs::create_dir(&office).unwrap();
            let mut bytes = pristine.clone();
            bytes[*place] ^= 0x41;
            fs::write(office.join("office.db"), &bytes).unwrap();
            let actor = Actor::named(Shell::Cli, "lina");
            let desk = Desk::new(env_of(shop.path()), OfficeFolder::new(&office), actor);
            let noticed = desk
                .trail_verify(&mut |_, _| true)
                .map_or(true, |verdict| !verdict.valid);
            drop(desk);
            if noticed {
                reported.fetch_add(1, Ordering::Relaxed);
            } else if Contents::of_office(&office).as_ref() == Ok(&truth) {
                same.fetch_add(1, Ordering::Relaxed);
            } else {
                sweep.bad(format!(
                    "byte {place} was turned over, is readable, and nobody noticed"
                ));
            }
        }
    });
    let (reported, same) = (reported.into_inner(), same.into_inner());
    println!(
        "flips | database of {} bytes | {} | {reported} | {same}",
        pristine.len(),
        reported + same
    );
    sweep.nothing_bad();
    assert!(
        reported > 100,
        "only {reported} were reported, so the test itself is blind"
    );
}
