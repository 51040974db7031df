//! Sheets of a made-up office, filled as people fill them: long names, rare characters, nothing, and much.

use sunlot_forms::sheets::{
    CertificateFingerprint, FingerprintSheet, FormerKey, NoticeReplaced, NoticeSheet, NoticeStratum,
    PlanMilestoneRow, PlanSheet, PlanSheetRow, RecoverySheet, TrailExtract, TrailRow, Verification,
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

const TASKS: [(&str, &str, &str); 3] = [
    ("粮食收购活动抽查", "粮食收购活动的检查", "全县粮食收购企业"),
    (
        "防雷装置检测质量和雷电灾害防御联合抽查",
        "对爆炸和火灾危险环境、人员密集场所的防雷装置安装使用情况的检查",
        "全县加油加气站、危险化学品生产经营储存单位、学校和医院",
    ),
    (
        "工贸企业有限空间作业专项检查",
        "有限空间作业安全管理的检查",
        "工贸企业",
    ),
];

pub fn plan(count: usize) -> PlanSheet {
    let row = |n: usize| {
        let (name, item, scope) = TASKS[n % TASKS.len()];
        let joint = n % TASKS.len() == 1;
        PlanSheetRow {
            position: u32::try_from(n + 1).unwrap(),
            name: name.into(),
            kind: vec![
                if joint { "跨部门" } else { "部门内" }.into(),
                "不定向".into(),
                "一般".into(),
            ],
            items: if joint {
                vec![item.into(), "安全生产责任落实情况的检查".into()]
            } else {
                vec![item.into()]
            },
            scope: scope.into(),
            base: (n * 131 % 9_000 + 18).to_string(),
            ratio: "5%".into(),
            number: (n * 7 % 450 + 1).to_string(),
            frequency: "每年1次".into(),
            months: "3月至6月".into(),
            modes: "现场检查、查阅资料".into(),
            unit: vec!["综合执法科".into(), "琚杰".into()],
            departments: if joint {
                "牵头：应急管理局；配合：气象局、消防救援大队".into()
            } else {
                String::new()
            },
        }
    };
    PlanSheet {
        title: "2027年上半年随机抽查计划".into(),
        office: "清源县应急管理局".into(),
        unit: "法规科".into(),
        number: "JH-01".into(),
        period: "2027 上半年".into(),
        drawn_up: "2026-12-20".into(),
        state: "已审批".into(),
        approved: Some((
            "局长办公会".into(),
            "2026-12-28".into(),
            "清应急〔2026〕31号".into(),
        )),
        rows: (0..count).map(row).collect(),
        planned: 1_234,
        milestones: vec![
            PlanMilestoneRow {
                task: "建立检查对象名录库".into(),
                unit: "法规科".into(),
                person: "马丽霞".into(),
                time: "2027年1月10日前".into(),
                done: "2027-01-06".into(),
            },
            PlanMilestoneRow {
                task: "加强宣传，营造氛围".into(),
                unit: "办公室".into(),
                person: String::new(),
                time: "长期坚持".into(),
                done: String::new(),
            },
        ],
        made: "2026年12月28日 10:12".into(),
        made_by: "臧凤金".into(),
        program: "阳光摇号 1.0".into(),
    }
}

/// The announcement of a list with so many strata.
pub fn notice(strata: usize) -> NoticeSheet {
    let stratum = |at: usize| NoticeStratum {
        label: format!("第{}类", at + 1),
        size: "63".into(),
        rule: "25%，四舍五入，至少 1 户".into(),
        quota: "16".into(),
        reserve: "16".into(),
        chance: "25.4%（16/63）".into(),
    };
    NoticeSheet {
        office: "徐水区气象局".into(),
        number: "徐气抽查〔2026〕2号预公告第 2 号".into(),
        task: "徐气抽查〔2026〕2号 防雷安全检查第一批".into(),
        items: vec!["防雷装置检测质量检查".into()],
        period: "2026-12-01 至 2026-12-18".into(),
        announced: "2026-11-20".into(),
        draw_on: "2026-11-27".into(),
        scope: "监管领域是防雷".into(),
        strata: (0..strata).map(stratum).collect(),
        excluded: vec![("登记状态不是存续".into(), "3 户".into())],
        exceptions: vec![],
        outside: "1056 户".into(),
        rules: "XZ-01 本局细则（第 1 版）".into(),
        digest: "9f3c71a05be208d4a6613e9920cc5f7b18e05d2c7fa94410b3d86e51f2a0c417".into(),
        replaces: None,
        replaced_by: String::new(),
        channels: "区政府门户网站".into(),
        telephone: "0312-8680000".into(),
        program: "阳光摇号 1.0".into(),
    }
}

/// One that takes the place of another, and has been replaced itself.
pub fn notice_replaced() -> NoticeSheet {
    NoticeSheet {
        replaces: Some(NoticeReplaced {
            notice: "徐气抽查〔2026〕2号预公告第 1 号（2026-11-18 公告，原定 2026-11-25 抽取）".into(),
            digest: "d41c88f021be90aa5f13c7e20b9648d177a5e3f02c49b8d61e0795fa63cb4a20".into(),
            changes: "候选由 62 户变为 63 户、抽取日期改了".into(),
            reason: "新登记一户".into(),
        }),
        replaced_by: "已被徐气抽查〔2026〕2号预公告第 3 号替代（2026-11-24 公告），本公告不再有效".into(),
        ..notice(3)
    }
}
