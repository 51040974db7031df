//! One of each fault, for the golden file of all texts.

use sunlot_app::station::{StationFault, StationFlaw};

const FINGERPRINT: &str = "7c1e40b9d2f3886a15e09b47aa31c05d";

pub fn station_faults() -> Vec<StationFault> {
    let fingerprint = || FINGERPRINT.to_owned();
    let file = || "D:\\阳光摇号\\keys\\station.json".to_owned();
    vec![
        StationFault::StationKeyMissing,
        StationFault::StationKeyExists {
            fingerprint: fingerprint(),
        },
        StationFault::StationKeyUnknown { asked: fingerprint() },
        StationFault::StationKeyRevoked {
            fingerprint: fingerprint(),
        },
        StationFault::StationOfficeUnnamed,
        StationFault::StationRequestInvalid { count: 2 },
        StationFault::StationClockBack {
            last: "2026-11-20T09:41:00+08:00".to_owned(),
        },
        StationFault::PassphraseWrong,
        StationFault::KeyFileDoubtful { file: file() },
        StationFault::KeyFileMissing { file: file() },
        StationFault::KeyFileDamaged { file: file() },
        StationFault::KeyFileForeign { file: file() },
        StationFault::KeyFileStale { file: file() },
        StationFault::KeyFileNewer {
            file: file(),
            found: 2,
        },
    ]
}

pub fn station_flaws() -> Vec<(&'static str, StationFlaw)> {
    let passphrase = "密钥口令";
    vec![
        (passphrase, StationFlaw::PassphraseShort { found: 9 }),
        (passphrase, StationFlaw::PassphraseLong),
        (passphrase, StationFlaw::PassphrasePlain),
        (passphrase, StationFlaw::PassphraseDigits),
        (
            passphrase,
            StationFlaw::PassphraseHoldsName {
                name: "清源县应急管理局".to_owned(),
            },
        ),
        (passphrase, StationFlaw::PassphraseInvisible { place: 4 }),
        (passphrase, StationFlaw::PassphraseIsPassword),
        (passphrase, StationFlaw::PassphraseSame),
        ("起算时间", StationFlaw::MomentUnreadable),
        ("起算时间", StationFlaw::MomentToCome),
        ("起算时间", StationFlaw::MomentBeforeKey),
    ]
}
