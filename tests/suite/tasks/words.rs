//! One of each fault and flaw of tasks and pools, for the golden file of all texts.

use sunlot_app::task::{EverybodyOut, LineFault, TaskFault, TaskFlaw};
use sunlot_rules::crew::borrowed::LoanFault;
use sunlot_rules::crew::slots::{NeededSkill, SlotFault};
use sunlot_rules::day::Day;
use sunlot_rules::eligible::Ineligible;
use sunlot_rules::pool::{BoundFault, ClauseFault, StratumFault};

/// One of each.
pub fn task_faults() -> Vec<TaskFault> {
    let number = || "RW-0001".to_owned();
    let name = || "安肃臧记饲料有限公司".to_owned();
    let answer = || "联合检查征询表-县市场监督管理局.xlsx".to_owned();
    vec![
        TaskFault::TaskInvalid { count: 2 },
        TaskFault::TaskMissing { asked: number() },
        TaskFault::TaskMoved {
            number: number(),
            title: "烟花爆竹零售点抽查".to_owned(),
        },
        TaskFault::TaskStep {
            number: number(),
            state: "已取消".to_owned(),
        },
        TaskFault::PoolNotReady { count: 3 },
        TaskFault::OutOfScope { name: name() },
        TaskFault::ExclusionStands { name: name() },
        TaskFault::ExclusionMissing { id: 7 },
        TaskFault::NoticeSame { notice: 1 },
        TaskFault::AnnounceDraft { number: number() },
        TaskFault::TaskSealed {
            number: number(),
            draw: "XSQ-2026-0001".to_owned(),
            drawn: false,
        },
        TaskFault::TaskSealed {
            number: number(),
            draw: "XSQ-2026-0001".to_owned(),
            drawn: true,
        },
        TaskFault::NoticeMissing {
            asked: "RW-0001预公告第 9 号".to_owned(),
        },
        TaskFault::PartUnknown {
            asked: "Z".to_owned(),
        },
        TaskFault::LoanStands {
            name: "周海".to_owned(),
        },
        TaskFault::LoanMissing { id: 4 },
        TaskFault::RequestStands { id: 2 },
        TaskFault::RequestMissing { id: 3 },
        TaskFault::RequestDecided { id: 2 },
        TaskFault::JointSingle { number: number() },
        TaskFault::JointForeign { file: answer() },
        TaskFault::JointOther {
            file: answer(),
            number: number(),
        },
        TaskFault::JointStale {
            file: answer(),
            number: number(),
        },
        TaskFault::JointFileMoved { file: answer() },
        TaskFault::JointEmpty {
            file: answer(),
            dept: "县市场监督管理局".to_owned(),
        },
        TaskFault::JointStaysOpen {
            file: answer(),
            count: 2,
        },
    ]
}

/// One of each, with the place that it is about.
pub fn task_flaws() -> Vec<(&'static str, TaskFlaw)> {
    let found = |text: &str| text.to_owned();
    let code = || "SX-000005".to_owned();
    let stratum = |fault| ("分层", TaskFlaw::Stratum { fault });
    vec![
        ("抽查事项", TaskFlaw::ItemsMissing),
        ("抽查事项", TaskFlaw::ItemUnknown { found: code() }),
        (
            "抽查事项",
            TaskFlaw::ItemUnusable {
                item: "SX-000005 烟花爆竹零售检查".to_owned(),
                why: "依据已失效".to_owned(),
            },
        ),
        ("抽查事项", TaskFlaw::EditionMissing),
        ("检查结束日期", TaskFlaw::TaskPeriodReversed),
        ("检查结束日期", TaskFlaw::PeriodLong { days: 400 }),
        ("任务来源和依据", TaskFlaw::TaskBasisMissing),
        ("任务类型", TaskFlaw::CaseNotDrawn),
        ("抽取范围", TaskFlaw::ConditionUnknown { found: found("moon") }),
        (
            "抽取范围",
            TaskFlaw::ScopeClause {
                fault: ClauseFault::NoValue,
            },
        ),
        (
            "抽取范围",
            TaskFlaw::ScopeClause {
                fault: ClauseFault::NoChoice {
                    found: found("优秀")
                },
            },
        ),
        (
            "抽取范围",
            TaskFlaw::ScopeClause {
                fault: ClauseFault::Twice,
            },
        ),
        (
            "分层",
            TaskFlaw::StratumShareUnread {
                found: found("五成")
            },
        ),
        (
            "分层",
            TaskFlaw::CountUnread {
                found: found("二十")
            },
        ),
        ("分层", TaskFlaw::QuotaUnknown { found: found("half") }),
        stratum(StratumFault::None),
        stratum(StratumFault::TooMany),
        stratum(StratumFault::NoRest),
        stratum(StratumFault::Shadowed),
        stratum(StratumFault::NoLabel),
        stratum(StratumFault::LabelTells {
            word: found("不良")
        }),
        stratum(StratumFault::LabelTwice),
        stratum(StratumFault::Clause {
            at: 0,
            fault: ClauseFault::NoValue,
        }),
        stratum(StratumFault::ShareTooLarge),
        stratum(StratumFault::BoundsCross),
        stratum(StratumFault::ItemUnknown { code: code() }),
        ("检查组", TaskFlaw::CrewSmall { least: 2 }),
        ("检查组", TaskFlaw::LeadMissing),
        ("检查组", TaskFlaw::PartnersMissing),
        ("检查组", TaskFlaw::LeadTwice),
        (
            "分层规则",
            TaskFlaw::OutsideBounds {
                fault: BoundFault::TooFew {
                    code: code(),
                    quota: 47,
                    least: 236,
                },
                share: Some(1_200),
            },
        ),
        (
            "分层规则",
            TaskFlaw::OutsideBounds {
                fault: BoundFault::TooFew {
                    code: code(),
                    quota: 47,
                    least: 236,
                },
                share: None,
            },
        ),
        (
            "分层规则",
            TaskFlaw::OutsideBounds {
                fault: BoundFault::TooMany {
                    code: code(),
                    quota: 47,
                    most: 12,
                },
                share: Some(50),
            },
        ),
        (
            "分层规则",
            TaskFlaw::OutsideBounds {
                fault: BoundFault::TooMany {
                    code: code(),
                    quota: 47,
                    most: 12,
                },
                share: None,
            },
        ),
        (
            "分层规则",
            TaskFlaw::OutsideBounds {
                fault: BoundFault::NotDecided { code: code() },
                share: None,
            },
        ),
        ("抽取范围", TaskFlaw::PoolEmpty),
        ("分层规则", TaskFlaw::NothingDrawn),
        ("分层规则", TaskFlaw::FallenThrough { count: 3 }),
        (
            "检查对象",
            TaskFlaw::NameUnwritable {
                number: "DX-000012".to_owned(),
            },
        ),
        (
            "检查对象",
            TaskFlaw::IdTwice {
                id: "91130609MA0000015B".to_owned(),
            },
        ),
        ("抽查计划", TaskFlaw::TaskLineUnknown),
        ("分层规则", TaskFlaw::LineStrataMissing),
    ]
    .into_iter()
    .chain(people_flaws())
    .collect()
}

/// One of each about who is lent, who decides, and the places of a crew.
fn people_flaws() -> Vec<(&'static str, TaskFlaw)> {
    let day = |text: &str| Day::parse(text).unwrap();
    let dept = || "县粮食局".to_owned();
    let loan = |fault| {
        let why = "执法证 2026-12-10 到期".to_owned();
        ("借调", TaskFlaw::Loan { fault, why })
    };
    let slot = |fault| ("分层", TaskFlaw::Slot { fault });
    let skill = |dept| {
        let skill = "特种设备".to_owned();
        SlotFault::SkillMissing(NeededSkill { skill, dept })
    };
    vec![
        ("检查组", TaskFlaw::NamesAmbiguous { name: dept() }),
        slot(SlotFault::TooFew { slots: 1, minimum: 2 }),
        slot(SlotFault::TooMany { slots: 10, most: 9 }),
        slot(SlotFault::DeptTooFew {
            dept: dept(),
            slots: 1,
            minimum: 2,
        }),
        slot(SlotFault::DeptUnknown {
            slot: 2,
            dept: dept(),
        }),
        slot(SlotFault::NotJoint { depts: 1 }),
        slot(skill(None)),
        slot(skill(Some(dept()))),
        slot(SlotFault::Leads { leads: 2 }),
        slot(SlotFault::Order { loose: 0, strict: 1 }),
        loan(LoanFault::DocumentMissing),
        loan(LoanFault::UnitMissing),
        loan(LoanFault::DaysMissing),
        loan(LoanFault::DaysReversed {
            from: day("2026-12-18"),
            to: day("2026-12-01"),
        }),
        loan(LoanFault::StartsLate {
            from: day("2026-12-02"),
        }),
        loan(LoanFault::EndsEarly {
            to: day("2026-12-17"),
        }),
        loan(LoanFault::Ineligible(Ineligible::Expired {
            last: day("2026-12-10"),
        })),
        (
            "姓名",
            TaskFlaw::LoanNameDiffers {
                known: "李娜".to_owned(),
            },
        ),
        (
            "算作哪个部门的人",
            TaskFlaw::LoanDeptOutside { found: String::new() },
        ),
        ("算作哪个部门的人", TaskFlaw::LoanDeptOutside { found: dept() }),
        ("检查组", TaskFlaw::CrewShort { people: 1, least: 2 }),
        ("检查组", TaskFlaw::DeptUnmanned { dept: dept() }),
        (
            "检查组",
            TaskFlaw::CrewsUnfilled {
                why: "A-0001 徐水甲粮站：主办没有人可以派".to_owned(),
            },
        ),
        ("名单预公告", TaskFlaw::NoticeDiffers { notice: 2 }),
        ("名单预公告", TaskFlaw::NoticeBefore { notice: 2 }),
        (
            "抽取日期",
            TaskFlaw::DrawDayPast {
                found: "2026-11-01".to_owned(),
            },
        ),
        (
            "抽取范围",
            TaskFlaw::AllExcluded {
                out: EverybodyOut {
                    reasons: vec![("本年度检查次数已到上限".to_owned(), 5)],
                    again: Some("2027-01-01".to_owned()),
                },
            },
        ),
        (
            "决定日期",
            TaskFlaw::DecidedEarly {
                asked_on: "2026-11-20".to_owned(),
            },
        ),
        (
            "检查开始日期",
            TaskFlaw::VisitsBegun {
                from: "2026-12-01".to_owned(),
            },
        ),
        (
            "抽取日期",
            TaskFlaw::DrawAfterVisits {
                from: "2026-12-01".to_owned(),
            },
        ),
        planned(LineFault::Item {
            item: "SX-000005".to_owned(),
            line: "SX-000002、SX-000003".to_owned(),
        }),
        planned(LineFault::Days {
            from: "2027-03-01".to_owned(),
            to: "2027-06-30".to_owned(),
        }),
        planned(LineFault::Targeted {
            clause: "乡镇街道是城关镇".to_owned(),
        }),
        planned(LineFault::Untargeted {
            condition: "注册资本一千万元以上".to_owned(),
        }),
        planned(LineFault::PlanDraft {
            plan: "2027年上半年抽查计划".to_owned(),
        }),
        planned(LineFault::NotJoint {
            lead: "应急管理局".to_owned(),
            partners: "市场监管局、消防大队".to_owned(),
        }),
        planned(LineFault::OtherDepts {
            lead: "应急管理局".to_owned(),
            partners: "市场监管局、消防大队".to_owned(),
            lacking: "消防大队".to_owned(),
            beside: "气象局".to_owned(),
        }),
        planned(LineFault::OtherDepts {
            lead: "应急管理局".to_owned(),
            partners: "消防大队".to_owned(),
            lacking: String::new(),
            beside: String::new(),
        }),
        planned(LineFault::More {
            quota: 20,
            left: 5,
            others: Vec::new(),
            most: 5,
            amount: "抽查比例 5%".to_owned(),
        }),
        planned(LineFault::More {
            quota: 3,
            left: 1,
            others: vec![
                "RW-0001 粮食收购检查（已抽 2 户）".to_owned(),
                "RW-0002 粮食收购检查（已批准，要抽 2 户）".to_owned(),
            ],
            most: 5,
            amount: "抽查数量 5 户".to_owned(),
        }),
        planned(LineFault::MoreBesideRisk {
            quota: 20,
            most: 5,
            amount: "抽查比例 5%".to_owned(),
        }),
        planned(LineFault::Wider {
            in_scope: 300,
            base: 100,
            scope: "全县粮食收购企业".to_owned(),
        }),
    ]
}

/// In what a task differs from its line.
fn planned(fault: LineFault) -> (&'static str, TaskFlaw) {
    ("抽查计划", TaskFlaw::NotAsPlanned { fault })
}
