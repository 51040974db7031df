//! Making a backup: one moment of an office that is worked with, stopped when somebody wants it stopped.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use sunlot_app::account::Role;
use sunlot_app::office::OfficeProfile;

use super::{attach, busy_office, inspect, made, names, nothing_half_done, request, verify};
use crate::accounts::{code, seated, told};
use crate::support::{Office, sample_profile, someone};

fn saves() -> usize {
    std::env::var("SUNLOT_BACKUP_SAVES")
        .ok()
        .and_then(|saves| saves.parse().ok())
        .unwrap_or(200)
}

#[test]
fn while_somebody_saves_on_every_backup_is_one_moment() {
    let (office, stick) = (Office::sample(), tempfile::tempdir().unwrap());
    let desk = office.desk();
    desk.hold().unwrap();
    let over = AtomicBool::new(false);
    let made = thread::scope(|scope| {
        let saving = scope.spawn(|| {
            for number in 0..saves() {
                let draft = OfficeProfile {
                    address: format!("清源县朝阳路 {number} 号"),
                    ..sample_profile()
                };
                desk.office_profile_save(&draft).unwrap();
            }
            over.store(true, Ordering::SeqCst);
        });
        let mut files = Vec::new();
        while !over.load(Ordering::SeqCst) {
            files.push(made(&desk, stick.path()));
        }
        saving.join().unwrap();
        files
    });
    assert!(
        made.len() > 1,
        "{} backups while saving prove nothing",
        made.len()
    );
    let mut between = 0;
    for file in &made {
        let checked = verify(file).unwrap();
        let difference = inspect(&desk, file).unwrap().difference.unwrap();
        assert_eq!(
            difference.common, checked.seq,
            "each is a beginning of the trail that there is now, cut between two changes"
        );
        between += usize::from(difference.lost_count > 1);
    }
    assert!(
        between > 0,
        "all backups came after the last save: nothing was saved meanwhile"
    );
}

#[test]
fn a_backup_that_is_stopped_leaves_nothing() {
    let office = busy_office();
    let desk = seated(&office, someone(Role::Handler));
    // Every step is a place to stop at.
    let mut steps = 0;
    desk.backup_create(&request(tempfile::tempdir().unwrap().path()), &mut |_| steps += 1)
        .unwrap();
    assert!(steps > 5, "{steps} steps are too few to stop between");
    for stop in 0..steps {
        let stick = tempfile::tempdir().unwrap();
        let mut step = 0;
        let answer = desk.backup_create(&request(stick.path()), &mut |_| {
            if step == stop {
                desk.backup_stop();
            }
            step += 1;
        });
        assert_eq!(code(answer), "backup_stopped", "stopped at step {stop}");
        assert!(
            names(stick.path()).is_empty(),
            "nothing is left of it at step {stop}"
        );
        nothing_half_done(&office, stick.path());
    }
    assert!(desk.backup_progress().is_none(), "and nothing goes on");
}

#[test]
fn one_at_a_time() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let desk = seated(&office, someone(Role::Handler));
    let mut second = None;
    desk.backup_create(&request(stick.path()), &mut |_| {
        second.get_or_insert_with(|| {
            desk.backup_create(&request(stick.path()), &mut |_| ())
                .unwrap_err()
        });
    })
    .unwrap();
    assert_eq!(
        second.unwrap().reason.code(),
        "backup_running",
        "the second waits its turn"
    );
}

#[test]
fn what_is_not_good_in_the_office_is_not_copied_as_if_it_were() {
    let stick = tempfile::tempdir().unwrap();
    let office = busy_office();
    let file = attach(&office, b"right");
    std::fs::write(&file, b"wrong").unwrap();
    let desk = seated(&office, someone(Role::Handler));
    assert_eq!(
        code(desk.backup_create(&request(stick.path()), &mut |_| ())),
        "backup_attachment_damaged",
        "an attachment that is not what its name says"
    );
    std::fs::remove_file(&file).unwrap();
    std::fs::write(
        office.path().join("keys/station.json"),
        r#"{"secret":"00ff","kdf":"argon2id"}"#,
    )
    .unwrap();
    assert_eq!(
        code(desk.backup_create(&request(stick.path()), &mut |_| ())),
        "backup_key_open",
        "a key in the clear does not leave the office"
    );
    std::fs::remove_file(office.path().join("keys/station.json")).unwrap();
    drop(desk);
    office.tamper("DROP TRIGGER office_profile_update; UPDATE office_profile SET phone = '8680000';");
    let desk = seated(&office, someone(Role::Handler));
    assert_eq!(
        code(desk.backup_create(&request(stick.path()), &mut |_| ())),
        "backup_office_invalid",
        "nor does an office whose rows were edited pass for a good one"
    );
    assert!(names(stick.path()).is_empty(), "nothing of it was left");
    nothing_half_done(&office, stick.path());
}

#[test]
fn the_trail_tells_of_each() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let desk = seated(&office, someone(Role::Handler));
    let file = made(&desk, stick.path());
    let name = file.file_name().unwrap().to_string_lossy();
    let told = told(&desk, 1).remove(0);
    assert!(
        told.starts_with("李娜（lina）：手工备份到第 ") && told.ends_with(name.as_ref()),
        "who made it, how far it goes, what it is called: {told}"
    );
    assert_eq!(
        verify(&file).unwrap().made_by,
        "lina",
        "without the office at hand, the file itself still says by whom"
    );
}
