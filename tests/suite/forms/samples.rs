//! Sheets of a made-up office, filled as people fill them: long names, rare characters, nothing, and much.

use sunlot_forms::sheets::{
    CertificateFingerprint, FingerprintSheet, FormerKey, RecoverySheet, TrailExtract, TrailRow, Verification,
};
use sunlot_rules::account::recovery::from_random;

pub fn recovery() -> RecoverySheet {
    let code = from_random(&std::array::from_fn::<u8, 20, _>(|n| {
        u8::try_from(n * 37 % 248).unwrap()
    }))
    .expect("enough bytes");
    RecoverySheet {
        office: "徐水区气象局".into(),
        person: "臧凤金".into(),
        login: "zangfengjin".into(),
        role: "管理员".into(),
        number: "HF-2026-0003".into(),
        groups: code.split('-').map(str::to_owned).collect(),
        scanned: code,
        made: "2026年11月20日 09:41".into(),
        program: "阳光摇号 1.0".into(),
    }
}

/// The same for a long name with rare characters, and a code of more groups.
pub fn recovery_of_a_long_name() -> RecoverySheet {
    let mut told = recovery();
    told.office = fingerprint_after_replacing().office;
    told.person = "买买提·吐尔逊·阿不都热合曼江（䶮㛃𠅤𬱖喆）".into();
    told.login = "maimaiti.tuerxun.abudurehemanjiang@office".into();
    told.role = "经办员、管理员（兼）".into();
    told.groups
        .extend(["QQQQQQ".into(), "MWMWMW".into(), "8B8B8B".into()]);
    told.scanned = told.groups.join("-");
    told
}

pub fn fingerprint() -> FingerprintSheet {
    FingerprintSheet {
        office: "徐水区气象局".into(),
        fingerprint: "7c1e40b9d2f3886a15e09b47aa31c05d".into(),
        scanned: "sunlot:key:ed25519:7c1e40b9d2f3886a15e09b47aa31c05d".into(),
        certificate: Some(CertificateFingerprint {
            sha256: "9f3c71a05be208d4a6613e9920cc5f7b18e05d2c7fa94410b3d86e51f2a0c417".into(),
            until: "2036年11月20日".into(),
        }),
        epoch: 2,
        since: "2026年11月20日 09:41".into(),
        made: "2026年11月20日 09:43".into(),
        telephone: Some("0312-8680000".into()),
        former: vec![],
        program: "阳光摇号 1.0".into(),
    }
}

/// The same after the key was replaced twice, for an office with a long name.
pub fn fingerprint_after_replacing() -> FingerprintSheet {
    let former = |digits: &str, in_force: &str, ended: &str| FormerKey {
        fingerprint: digits.into(),
        in_force: in_force.into(),
        ended: ended.into(),
    };
    FingerprintSheet {
        office: "积石山保安族东乡族撒拉族自治县民族宗教事务和文化广电旅游体育局（文物局）".into(),
        former: vec![
            former(
                "d41c88f021be90aa5f13c7e20b9648d1",
                "2025.03.01—2025.09.12",
                "到期换发，新旧密钥互签",
            ),
            former(
                "77a5e3f02c49b8d61e0795fa63cb4a20",
                "2025.09.12—2026.11.20",
                "U盘丢失，已公告作废",
            ),
        ],
        ..fingerprint()
    }
}

const ACTS: [(&str, &str); 6] = [
    ("登录", "控制台"),
    (
        "修改单位信息",
        "监督电话由 0312-8680000 改为 0312-8681234；值班电话未变",
    ),
    (
        "导入检查对象",
        "从“2026年检查对象名录（定稿）.xlsx”读入 1406 行，新增 12 户，更新 31 户，跳过 0 户，有错 0 行",
    ),
    (
        "登记排除",
        "安肃臧记饲料有限公司（91130609MA0000015B）：本年度已检查 2 次，达到上限",
    ),
    (
        "备份",
        "写入 U 盘 /media/sunlot/KINGSTON/阳光摇号备份/2026-11-20T094100.sunlot-backup，写后核验无误",
    ),
    ("重设密码", "经办员 琚杰 的密码由管理员重设"),
];
const PEOPLE: [&str; 5] = ["李娜", "臧凤金", "琚杰", "买买提·吐尔逊", "马丽霞"];

pub fn trail(count: usize) -> TrailExtract {
    let rows = (0..count).map(|n| {
        let (act, note) = ACTS[n % ACTS.len()];
        TrailRow {
            seq: n as u64 * 3 + 1,
            at: format!(
                "2026-{:02}-{:02} {:02}:{:02}:{:02}",
                n / 600 % 12 + 1,
                n / 20 % 28 + 1,
                n % 10 + 8,
                n * 7 % 60,
                n * 13 % 60
            ),
            person: PEOPLE[n % PEOPLE.len()].into(),
            second: (n % 4 == 3).then(|| PEOPLE[(n + 1) % PEOPLE.len()].into()),
            act: act.into(),
            note: note.into(),
        }
    });
    TrailExtract {
        office: "徐水区气象局".into(),
        subject: "2026年下半年“双随机”抽查".into(),
        filter: vec![
            ("起止时间".into(), "2026年7月1日至2026年11月20日".into()),
            ("人　　员".into(), "全部".into()),
            (
                "事　　项".into(),
                "登录、修改单位信息、导入检查对象、登记排除、备份、重设密码".into(),
            ),
        ],
        rows: rows.collect(),
        events: 5_120,
        head: "d41c88f021be90aa5f13c7e20b9648d177a5e3f02c49b8d61e0795fa63cb4a20".into(),
        verification: Verification::Whole,
        made: "2026年11月20日 09:41".into(),
        made_by: "臧凤金".into(),
        program: "阳光摇号 1.0".into(),
    }
}
