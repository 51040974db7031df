//! Backup, loss, restore: every row and every file is there again.

use std::fs;
use std::path::PathBuf;

use sunlot_app::account::Role;
use sunlot_app::backup::BackupRequest;

use super::{attach, both, busy_office, dump, inspect, made, nothing_half_done, request, restore, typed};
use crate::accounts::{newest, seated};
use crate::support::{Office, sample_profile, someone};

/// What a restore itself adds: its epoch, and its event.
fn without_the_restore(
    mut dump: std::collections::BTreeMap<String, Vec<String>>,
) -> std::collections::BTreeMap<String, Vec<String>> {
    let epochs = dump.get_mut("office_epoch").unwrap();
    assert_eq!(epochs.len(), 2, "the restore opened an epoch");
    epochs.pop();
    let events = dump.get_mut("audit_event").unwrap();
    let before = events.len();
    events.retain(|event| !event.contains("office.restored"));
    assert_eq!(events.len(), before - 1, "and wrote one event");
    // What events concern is a list made of the events themselves.
    let listed = dump.get_mut("audit_object").unwrap();
    listed.retain(|entry| !entry.contains("\"backup\""));
    dump
}

#[test]
fn everything_comes_back_on_a_new_computer() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let desk = seated(&office, someone(Role::Administrator));
    let before = dump(office.path());
    let file = made(&desk, stick.path());
    drop((desk, office));

    let new = Office::none();
    let desk = new.desk();
    let restored = restore(&desk, &file).unwrap();
    drop(desk);
    assert_eq!(
        without_the_restore(dump(new.path())),
        before,
        "every row, attachment and key, and nothing else"
    );
    assert_eq!(
        (restored.epoch, restored.aside),
        (2, None),
        "there was nothing to keep"
    );
    nothing_half_done(&new, stick.path());
}

/// The anchor of an office that has one.
fn anchor_file(office: &Office) -> PathBuf {
    let mut files: Vec<_> = fs::read_dir(office.anchors())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.to_string_lossy().contains("checked"))
        .collect();
    assert_eq!(files.len(), 1, "one office, one anchor");
    files.remove(0)
}

fn standing(office: &Office) -> String {
    office.desk().trail_standing().unwrap().anchor.standing
}

#[test]
fn ended_before_its_first_anchor_a_restored_office_raises_no_alarm() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let file = made(&seated(&office, someone(Role::Administrator)), stick.path());
    let new = Office::none();
    restore(&new.desk(), &file).unwrap();
    fs::remove_file(anchor_file(&new)).unwrap();
    assert_eq!(
        standing(&new),
        "fresh",
        "the power went after the exchange: the trail itself says that there was no anchor here yet"
    );
    drop(seated(&new, someone(Role::Administrator)));
    fs::remove_file(anchor_file(&new)).unwrap();
    assert_eq!(
        standing(&new),
        "missing",
        "negative control: after the next change an anchor that is gone is an alarm"
    );
}

#[test]
fn ended_before_the_anchor_follows_a_restore_over_an_unreadable_office_raises_no_alarm() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let file = made(&seated(&office, someone(Role::Administrator)), stick.path());
    restore(&seated(&office, someone(Role::Administrator)), &file).unwrap();
    fs::write(office.database(), "damaged beyond reading".repeat(500)).unwrap();
    let before = fs::read(anchor_file(&office)).unwrap();
    restore(&office.desk(), &file).unwrap();
    fs::write(anchor_file(&office), &before).unwrap();
    assert_eq!(
        standing(&office),
        "fits",
        "the restore says which anchor it found, and this is that one"
    );
    let mut another: serde_json::Value = serde_json::from_slice(&before).unwrap();
    another["head"] = "0".repeat(64).into();
    fs::write(anchor_file(&office), another.to_string()).unwrap();
    assert_eq!(
        standing(&office),
        "different",
        "negative control: an anchor that the restore does not know is an alarm"
    );
}

#[test]
fn the_sealed_one_too_and_only_with_its_passphrase() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let desk = seated(&office, someone(Role::Handler));
    let before = dump(office.path());
    let sealed = BackupRequest {
        passphrase: typed("四个不相干的词连成一句"),
        ..request(stick.path())
    };
    let done = desk.backup_create(&sealed, &mut |_| ()).unwrap();
    let bytes = fs::read(&done.backup.file).unwrap();
    let readable = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(
        readable("清源县应急管理局"),
        "whose it is can be read without the passphrase"
    );
    assert!(!readable("office.db"), "but not what is in it");
    drop(desk);

    let new = Office::none();
    let desk = new.desk();
    let mut request = both(done.backup.file.as_ref(), &done.backup.head);
    for (wrong, code) in [
        (None, "backup_passphrase_wanted"),
        (typed("一个另外的口令"), "backup_passphrase_wrong"),
    ] {
        request.passphrase = wrong;
        let refused = desk.backup_restore(&request, &mut |_| ()).unwrap_err();
        assert_eq!(refused.reason.code(), code, "nobody opens it otherwise");
    }
    request.passphrase = sealed.passphrase;
    desk.backup_restore(&request, &mut |_| ()).unwrap();
    drop(desk);
    assert_eq!(
        without_the_restore(dump(new.path())),
        before,
        "with it, everything is there"
    );
}

#[test]
fn what_is_replaced_is_shown_first_and_kept() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let desk = seated(&office, someone(Role::Administrator));
    let file = made(&desk, stick.path());
    for number in 1..=3 {
        desk.office_profile_edit(|mut profile| {
            profile.address = format!("清源县朝阳路 {number} 号");
            profile
        })
        .unwrap();
    }
    let late = attach(&office, "备份以后的附件".as_bytes());
    let inspected = inspect(&desk, &file).unwrap();
    let difference = inspected.difference.as_ref().unwrap();
    assert_eq!(
        difference.lost_count, 4,
        "the note of the backup itself, and three saves"
    );
    assert_eq!(
        difference.lost[0].sentence, "保存单位资料第 4 版，改动：地址",
        "the newest comes first, in words"
    );
    assert_eq!(
        difference.attachments_lost, 1,
        "and the attachment that came later"
    );

    let restored = restore(&desk, &file).unwrap();
    assert!(!late.exists(), "the office is as it was then");
    assert_eq!(
        desk.console_view().unwrap().actor,
        "",
        "whoever sat there must enter anew: the accounts are those of then"
    );
    desk.account_enter(&someone(Role::Supervisor).entering()).unwrap();
    assert_eq!(
        desk.office_profile().unwrap().profile.address,
        sample_profile().address,
        "the address of then"
    );
    let told = newest(&desk, 20)
        .into_iter()
        .find(|entry| entry.kind == "office.restored")
        .unwrap();
    assert_eq!(
        (told.actor.as_str(), told.second.as_deref()),
        ("关敏（guan）", Some("王建国（wang）")),
        "the trail names both"
    );
    assert!(
        told.sentence.contains("第 2 纪元"),
        "and the epoch: {}",
        told.sentence
    );
    let aside = PathBuf::from(restored.aside.unwrap());
    assert!(
        dump(&aside)["audit_event"]
            .iter()
            .any(|event| event.contains("restore.approved")),
        "what was replaced is kept, and ends with the consent of both"
    );
    assert!(
        aside.join(late.strip_prefix(office.path()).unwrap()).exists(),
        "with its attachments"
    );
    assert!(
        desk.trail_verify(&mut |_, _| true).unwrap().valid,
        "and the restored trail fits"
    );
}

#[test]
fn a_restore_can_itself_be_taken_back() {
    let (office, stick) = (busy_office(), tempfile::tempdir().unwrap());
    let desk = seated(&office, someone(Role::Administrator));
    let early = made(&desk, stick.path());
    desk.office_profile_edit(|mut profile| {
        profile.address = "清源县新址".to_owned();
        profile
    })
    .unwrap();
    restore(&desk, &early).unwrap();
    desk.account_enter(&someone(Role::Administrator).entering())
        .unwrap();
    // The automatic one from before the restore.
    let own = office.path().join("backups");
    let name = super::names(&own)
        .into_iter()
        .find(|name| name.ends_with(".sunlot-backup"))
        .unwrap();
    let back = restore(&desk, &own.join(name)).unwrap();
    desk.account_enter(&someone(Role::Administrator).entering())
        .unwrap();
    assert_eq!(
        desk.office_profile().unwrap().profile.address,
        "清源县新址",
        "nothing was lost"
    );
    assert_eq!(back.epoch, 2, "the backup knew of epoch 1 alone");
}

#[test]
fn one_restore_after_another_the_damaged_ones_refused() {
    let rounds: u32 = std::env::var("SUNLOT_RESTORES")
        .ok()
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(6);
    let stick = tempfile::tempdir().unwrap();
    let office = Office::sample();
    let desk = office.desk();
    let (mut restored, mut refused) = (0, 0);
    for round in 0..rounds {
        attach(&office, format!("round {round}").as_bytes());
        let before = dump(office.path());
        let file = made(&desk, stick.path());
        let head = inspect(&desk, &file).unwrap().backup.head;
        desk.office_profile_edit(|mut profile| {
            profile.address = format!("清源县朝阳路 {round} 号");
            profile
        })
        .unwrap();
        if round % 2 == 1 {
            let mut bytes = fs::read(&file).unwrap();
            let place = (round as usize * 7919) % bytes.len();
            bytes[place] ^= 0x20;
            fs::write(&file, bytes).unwrap();
            let now = dump(office.path());
            assert!(
                desk.backup_restore(&both(&file, &head), &mut |_| ()).is_err(),
                "round {round}: byte {place} is not what was written"
            );
            assert_eq!(dump(office.path()), now, "round {round}: and nothing was touched");
            refused += 1;
        } else {
            desk.backup_restore(&both(&file, &head), &mut |_| ()).unwrap();
            let mut after = dump(office.path());
            for table in ["office_epoch", "audit_event", "audit_object"] {
                let rows = after.get_mut(table).unwrap();
                rows.retain(|row| before[table].contains(row));
            }
            assert_eq!(
                after, before,
                "round {round}: everything is as it was, but for the restore's own note"
            );
            restored += 1;
        }
        fs::remove_file(file).unwrap();
    }
    println!("{rounds} restores: {restored} came back whole, {refused} damaged ones refused");
    assert!(restored > 0 && refused > 0, "both kinds must have been tried");
}
