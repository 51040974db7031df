//! Papers of a made-up draw, filled as people fill them: long names, rare characters, no seat, and many.

use sunlot_forms::sheets::{
    AttendanceRow, AttendanceSheet, CardSeat, DigitSlips, DrawHead, EnvelopeSheet, ExplanationSheet,
    Invitation, InvitationSheet, NamePlate, NamePlates, NoticeStratum, ResultRow, ResultSheet, ResultWitness,
    ScriptPart, ScriptSheet, SealSheet, SealWitness, WitnessCards,
};

pub const COMMITMENT: &str = "9f3c71a05be208d4a6613e9920cc5f7b18e05d2c7fa94410b3d86e51f2a0c417";
const CODE: &str = "KWY7-1M2V-JG8N-5S9J-4Z60-T3QD-9H5B-E2RX";
/// Forty characters, some of them rare.
pub const LONG: &str = "䶮㛃𠅤𬱖喆积石山保安族东乡族撒拉族自治县文化广电旅游体育和民族宗教事务局代表团";

pub fn head() -> DrawHead {
    DrawHead {
        office: "徐水区气象局".into(),
        task: "冀徐气抽查〔2026〕3号 2026年下半年“双随机”抽查".into(),
        told: "第 7 次摇号 · 本任务第 2 次抽取".into(),
        draw: "YH-2026-007".into(),
        rehearsal: false,
        place: "区行政中心三楼会议室".into(),
        day: "2026年11月20日".into(),
        telephone: "0312-8680000".into(),
        made: "2026年11月20日 09:41".into(),
        program: "阳光摇号 1.0".into(),
    }
}

/// The same where everything is long.
pub fn long_head() -> DrawHead {
    DrawHead {
        office: LONG.into(),
        task: format!("积民宗文旅抽查〔2026〕123号 {LONG}双随机一公开跨部门联合抽查"),
        place: LONG.into(),
        ..head()
    }
}

/// Before anything is sealed.
pub fn unsealed() -> DrawHead {
    DrawHead {
        told: "摇号准备中".into(),
        draw: String::new(),
        day: String::new(),
        place: String::new(),
        ..head()
    }
}

/// Who sits in so many seats; the second has a name as long as names get.
pub fn seats(count: usize) -> Vec<(String, String)> {
    let roles = [
        "人大代表",
        "政协委员",
        "媒体记者",
        "社会服务机构代表",
        "纪检监察人员",
    ];
    (0..count)
        .map(|at| {
            let called = match at {
                1 => LONG.to_owned(),
                _ => format!("见证人{}", at + 1),
            };
            (roles[at % roles.len()].to_owned(), called)
        })
        .collect()
}

fn strata() -> Vec<NoticeStratum> {
    let one = |label: &str, size: &str, rule: &str, quota: &str, reserve: &str, chance: &str| NoticeStratum {
        label: label.into(),
        size: size.into(),
        rule: rule.into(),
        quota: quota.into(),
        reserve: reserve.into(),
        chance: chance.into(),
    };
    vec![
        one(
            "A 甲类",
            "103",
            "20%，进一，至少 1 户",
            "21",
            "5",
            "20.39%（21/103）",
        ),
        one("B 乙类", "93", "10%，四舍五入", "9", "3", "9.68%（3/31）"),
        one("C 丙类", "1173", "1%，进一", "12", "3", "1.02%（4/391）"),
    ]
}

pub fn seal(count: usize) -> SealSheet {
    SealSheet {
        head: head(),
        sealed_at: "2026年11月20日 09:41".into(),
        commitment: COMMITMENT.into(),
        code: CODE.into(),
        fingerprint: "7c1e40b9d2f3886a15e09b47aa31c05d".into(),
        challenge: if count == 0 { "" } else { "385201" }.into(),
        notice: "冀徐气抽查〔2026〕3号公告1，摘要 5c1e 77a0 90b2 …".into(),
        public: String::new(),
        strata: strata(),
        excluded: vec![
            ("本年度检查次数已到上限".into(), "31 户".into()),
            ("已注销".into(), "6 户".into()),
        ],
        people: "18 人可选，回避 3 对".into(),
        witnesses: seats(count)
            .into_iter()
            .enumerate()
            .map(|(at, (role, alias))| SealWitness {
                seat: format!("第 {} 席", at + 1),
                role,
                alias,
            })
            .collect(),
        earlier: vec!["YH-2026-005（2026年11月13日）作废：现场停电，号牌没有扣好".into()],
    }
}

pub fn cards(count: usize, is_sealed: bool) -> WitnessCards {
    let told = |text: &str| if is_sealed { text } else { "" }.to_owned();
    WitnessCards {
        head: if is_sealed { head() } else { unsealed() },
        digits_each: 20_u32.div_ceil(u32::try_from(count.max(1)).unwrap()).max(6),
        challenge_each: 6_u32.div_ceil(u32::try_from(count.max(1)).unwrap()),
        challenge: told("385201"),
        code: told(CODE),
        commitment: told(COMMITMENT),
        published: "区政府网站“双随机、一公开”专栏 www.xushui.gov.cn/ssj".into(),
        seats: seats(count)
            .into_iter()
            .enumerate()
            .map(|(at, (role, alias))| CardSeat {
                number: (at + 1).to_string(),
                role,
                alias,
            })
            .collect(),
    }
}

pub fn attendance(count: usize) -> AttendanceSheet {
    AttendanceSheet {
        head: head(),
        rows: seats(count)
            .into_iter()
            .enumerate()
            .map(|(at, (role, alias))| AttendanceRow {
                seat: (at + 1).to_string(),
                role,
                name: if at == 1 { alias } else { "臧凤金".into() },
                unit: if at == 1 {
                    LONG.into()
                } else {
                    "区人大常委会".into()
                },
            })
            .collect(),
    }
}

pub fn plates(count: usize) -> NamePlates {
    NamePlates {
        head: head(),
        plates: seats(count)
            .into_iter()
            .enumerate()
            .map(|(at, (role, alias))| NamePlate {
                large: role,
                below: format!("第 {} 席　{alias}", at + 1),
            })
            .collect(),
    }
}

pub fn slips() -> DigitSlips {
    DigitSlips { head: head() }
}

pub fn script() -> ScriptSheet {
    let part = |step: &str, meanwhile: &str, lines: &[&str]| ScriptPart {
        step: step.into(),
        meanwhile: meanwhile.into(),
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
    };
    ScriptSheet {
        head: head(),
        minutes: "22 分钟".into(),
        parts: vec![
            part(
                "封存以前",
                "大屏放名单公示；各席摸现场随机数，经办员录入，监督员确认封存。",
                &[
                    "各位，今天查谁，不由人点，也不由电脑单独定。",
                    "第一步，名单、规则和电脑的密数一起封好，屏幕给出封存码，请您拍照：以后改一个字，码就对不上。",
                ],
            ),
            part(
                "翻开",
                "",
                &["请逐席念出号码，经办人录入，屏幕上看对了，请您点头确认。以卡上写的为准。"],
            ),
        ],
    }
}

pub fn envelope() -> EnvelopeSheet {
    EnvelopeSheet {
        head: head(),
        sealed_at: "2026年11月20日 09:41".into(),
        code: CODE.into(),
        secret: "51c0e7b29a4d77f063b10c5e84d92f31aa076b48d1f299c3e05b774138aa0b6e".into(),
        print: "第 1 次".into(),
    }
}

pub fn invitation(count: usize) -> InvitationSheet {
    InvitationSheet {
        head: head(),
        minutes: "22 分钟".into(),
        guests: seats(count)
            .into_iter()
            .enumerate()
            .map(|(at, (role, alias))| Invitation {
                to: if at == 1 { alias } else { "臧凤金".into() },
                role,
            })
            .collect(),
    }
}

pub fn explanation() -> ExplanationSheet {
    ExplanationSheet {
        head: head(),
        opening: "今天查谁，不由人点，也不由电脑单独定。".into(),
        steps: vec![
            "名单、规则和电脑的密数一起封好，屏幕给出封存码，请您拍照：以后改一个字，码就对不上。".into(),
            "各位自己摸数，写在卡上扣好，谁也看不见谁的。".into(),
            "全部扣好再一起翻开，密数加上各位的数，按公布的办法算出结果；只要有一位的数是真随机的，谁也左右不了结果。".into(),
            "材料留存，可在别的电脑上重算；作废重抽，都会写明次数和理由。".into(),
        ],
        told: "3 席，每席摸 7 位，大约用时 22 分钟。".into(),
    }
}

pub fn result(rows: usize, names: bool) -> ResultSheet {
    let row = |at: usize| ResultRow {
        place: (at + 1).to_string(),
        number: format!("A-{:04}", at * 37 % 1173 + 1),
        name: match at {
            _ if !names => String::new(),
            1 => LONG.into(),
            _ => "安肃臧记饲料有限公司".into(),
        },
        crew: match at {
            _ if !names => String::new(),
            _ => "主办 张伟；协办 琚杰".into(),
        },
    };
    let digest = "d41c88f021be90aa5f13c7e20b9648d177a5e3f02c49b8d61e0795fa63cb4a20";
    ResultSheet {
        head: head(),
        times: ("2026年11月20日 09:41".into(), "2026年11月20日 09:58".into()),
        outcome: format!("抽出 {rows} 户，备选 11 户"),
        rows_told: "抽取结果".into(),
        strata: strata(),
        digests: vec![
            ("封 存 码".into(), CODE.into()),
            ("封 存 值".into(), COMMITMENT.into()),
            ("密　　数".into(), envelope().secret),
            ("种　　子".into(), "7".repeat(64)),
            ("结果摘要".into(), digest.into()),
        ],
        challenge: "385201".into(),
        witnesses: seats(3)
            .into_iter()
            .zip(["3852017", "9077641", "5190623"])
            .enumerate()
            .map(|(at, ((role, alias), number))| ResultWitness {
                seat: format!("第 {} 席", at + 1),
                who: format!("{role} {alias}"),
                number: number.into(),
            })
            .collect(),
        notes: vec!["监督意见（监督员）：程序符合细则，未见异常".into()],
        earlier: vec!["YH-2026-005（2026年11月13日）作废：现场停电，号牌没有扣好".into()],
        rows: (0..rows).map(row).collect(),
        scanned: digest.into(),
    }
}
