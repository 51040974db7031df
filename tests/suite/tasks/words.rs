//! One of each fault and flaw of tasks and pools, for the golden file of all texts.

use sunlot_app::task::{TaskFault, TaskFlaw};
use sunlot_rules::pool::{BoundFault, ClauseFault, StratumFault};

/// One of each.
pub fn task_faults() -> Vec<TaskFault> {
    let number = || "RW-0001".to_owned();
    let name = || "安肃臧记饲料有限公司".to_owned();
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
        TaskFault::NoticeMissing {
            asked: "RW-0001预公告第 9 号".to_owned(),
        },
        TaskFault::PartUnknown {
            asked: "Z".to_owned(),
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
            },
        ),
        (
            "分层规则",
            TaskFlaw::OutsideBounds {
                fault: BoundFault::NotDecided { code: code() },
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
    ]
}
