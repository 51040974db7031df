//! One of each reason and flaw about personal values, for the golden file of texts.

use sunlot_app::personal::{PersonalFault, PersonalField, PersonalFlaw};

pub fn personal_faults() -> Vec<PersonalFault> {
    let holder = || "李娜（lina）".to_owned();
    let file = || "D:\\阳光摇号\\keys\\personal.key".to_owned();
    let field = PersonalField::MobilePhone;
    vec![
        PersonalFault::PersonalInvalid { count: 2 },
        PersonalFault::HolderUnknown {
            asked: "zhangsan".to_owned(),
        },
        PersonalFault::PersonalKeptAlready {
            holder: holder(),
            field,
        },
        PersonalFault::PersonalNotKept {
            holder: holder(),
            field,
        },
        PersonalFault::PersonalValueGone {
            holder: holder(),
            field,
        },
        PersonalFault::PersonalValueDamaged {
            holder: holder(),
            field,
        },
        PersonalFault::PersonalKeyMissing { file: file() },
        PersonalFault::PersonalKeyDamaged { file: file() },
        PersonalFault::PersonalKeyForeign { file: file() },
        PersonalFault::PersonalKeyNewer {
            file: file(),
            found: 2,
        },
    ]
}

pub fn personal_flaws() -> Vec<(&'static str, PersonalFlaw)> {
    let (phone, id) = ("手机号码", "公民身份号码");
    vec![
        (phone, PersonalFlaw::PersonalCharacter { place: 7 }),
        (
            phone,
            PersonalFlaw::PersonalLength {
                found: 10,
                wanted: 11,
            },
        ),
        (phone, PersonalFlaw::MobileBeginning),
        (id, PersonalFlaw::IdOfFifteen),
        (id, PersonalFlaw::IdProvince),
        (id, PersonalFlaw::IdBirth),
        (id, PersonalFlaw::IdCheck),
        ("理由", PersonalFlaw::ReasonTellsNumber),
    ]
}
