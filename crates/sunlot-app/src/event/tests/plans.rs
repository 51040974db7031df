//! One event of each kind about rule profiles, plans, tasks and their pools.

use super::super::*;

/// One of each, in their order.
pub(super) fn plans() -> Vec<Kind> {
    vec![
        Kind::RulesSaved(RulesChange {
            profile: "XZ-01".to_owned(),
            name: "徐水区气象局细则".to_owned(),
            switches: vec!["annual_cap".to_owned(), "rounding".to_owned()],
            in_force: true,
            basis: "徐气〔2026〕2号".to_owned(),
            reason: "年度更新".to_owned(),
        }),
        Kind::PlanSaved(PlanEdit {
            plan: "JH-01".to_owned(),
            title: "2026年度随机抽查计划".to_owned(),
            lines: 6,
            reason: "年度更新".to_owned(),
        }),
        Kind::PlanMoved(PlanStep {
            plan: "JH-01".to_owned(),
            title: "2026年度随机抽查计划".to_owned(),
            state: "approved".to_owned(),
            on: "2026-01-08".to_owned(),
            who: "局长办公会".to_owned(),
            no: "徐气〔2026〕3号".to_owned(),
            reason: String::new(),
        }),
        Kind::TaskSaved(TaskEdit {
            task: "RW-0001".to_owned(),
            title: "防雷装置检测质量抽查".to_owned(),
            fields: vec!["strata".to_owned()],
            reason: "年度更新".to_owned(),
            reopened: true,
        }),
        Kind::TaskMoved(TaskStep {
            task: "RW-0001".to_owned(),
            title: "防雷装置检测质量抽查".to_owned(),
            state: "approved".to_owned(),
            number: "徐气抽查〔2026〕1号".to_owned(),
            on: "2026-03-01".to_owned(),
            who: "王建国".to_owned(),
            reason: String::new(),
            announced_otherwise: 1,
        }),
        Kind::ExclusionMoved(HandExclusion {
            task: "RW-0001".to_owned(),
            target: "DX-000012".to_owned(),
            name: "安肃臧记饲料有限公司".to_owned(),
            kind: "restricted".to_owned(),
            basis: "徐密〔2026〕1号".to_owned(),
            withdrawn: false,
        }),
        Kind::PoolAnnounced(PoolNotice {
            task: "RW-0001".to_owned(),
            title: "防雷装置检测质量抽查".to_owned(),
            notice: 2,
            digest: "5d".repeat(32),
            candidates: 312,
            excluded: 9,
            replaces: 1,
            differs: Vec::new(),
            reason: "一户注销".to_owned(),
            taken_out: TakenOut::default(),
        }),
        Kind::LoanMoved(super::samples::loan()),
        Kind::RecusalMoved(super::samples::recusal()),
        joint::sample(),
    ]
}
