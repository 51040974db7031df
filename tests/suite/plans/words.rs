//! The acts of plans, asked for in a way that comes to nothing: for the table of permits. And what can be wrong with them: for
//! the table of messages.

use sunlot_app::commands::Act;
use sunlot_app::paper::PaperWay;
use sunlot_app::plan::{
    PlanBase, PlanExport, PlanFault, PlanFlaw, PlanHeadings, PlanId, PlanMove, PlanPaper, PlanRead, PlanSave,
    PlanStepName,
};
use sunlot_app::registry::ListFormat;
use sunlot_app::{Desk, Result};
use sunlot_rules::plan::Months;
use sunlot_rules::plan::check::Flaw;
use sunlot_rules::plan::line::LineField;
use sunlot_rules::profile::Rounding;
use sunlot_rules::roster::ratio::Bounds;
use sunlot_rules::roster::words::ItemClass;

/// Asks for an act.
pub fn ask(desk: &Desk, act: Act) -> Result<()> {
    match act {
        Act::PlansView => desk.plans_view().map(drop),
        Act::PlanOpen => desk.plan_open(&PlanId { id: 1 }).map(drop),
        Act::PlanCheck => desk.plan_check(&PlanSave::default()).map(drop),
        Act::PlanSave => desk.plan_save(&PlanSave::default()).map(drop),
        Act::PlanMove => desk
            .plan_move(&PlanMove {
                id: 1,
                version: 1,
                step: PlanStepName::Approve,
                on: String::new(),
                who: String::new(),
                no: String::new(),
                reason: String::new(),
                half: String::new(),
            })
            .map(drop),
        Act::PlanRead => desk
            .plan_read(&PlanRead {
                path: "/nowhere/plan.xlsx".to_owned(),
                ..PlanRead::default()
            })
            .map(drop),
        Act::PlanBase => desk.plan_base(&PlanBase { items: Vec::new() }).map(drop),
        Act::PlanExport => desk
            .plan_export(&PlanExport {
                id: 1,
                headings: PlanHeadings::Ours,
                format: ListFormat::Csv,
                path: Some("/nowhere/plan.csv".to_owned()),
                overwrite: false,
            })
            .map(drop),
        Act::PlanPaper => desk
            .plan_paper(&PlanPaper {
                id: 1,
                way: PaperWay::Save {
                    file: Some("/nowhere/plan.pdf".to_owned()),
                },
            })
            .map(drop),
        other => panic!("{other:?} is asked for elsewhere"),
    }
}

/// Every reason why nothing can be done with a plan.
pub fn plan_faults() -> Vec<PlanFault> {
    let number = || "JH-01".to_owned();
    vec![
        PlanFault::PlanInvalid { count: 2 },
        PlanFault::PlanMissing {
            asked: "JH-09".to_owned(),
        },
        PlanFault::PlanMoved {
            number: number(),
            title: "2027年上半年随机抽查计划".to_owned(),
        },
        PlanFault::PlanFixed {
            number: number(),
            state: "已审批".to_owned(),
        },
        PlanFault::PlanStepOrder {
            number: number(),
            state: "草拟".to_owned(),
        },
        PlanFault::PlanEmpty {
            file: "市局计划.xlsx".to_owned(),
            sheet: "Sheet1".to_owned(),
        },
        PlanFault::PlanNotReady { count: 3 },
    ]
}

/// Every flaw of a plan, and each of those of a line.
pub fn plan_flaws() -> Vec<(&'static str, PlanFlaw)> {
    let found = |text: &str| text.to_owned();
    let mut flaws = vec![
        (
            "第 1 行的抽查基数",
            PlanFlaw::WholeNumberUnread {
                found: found("约20")
            },
        ),
        (
            "第 1 行的抽查比例",
            PlanFlaw::ShareUnread {
                found: found("不低于3%"),
            },
        ),
        (
            "第 1 行的实施时间",
            PlanFlaw::MonthsUnread {
                found: found("适时")
            },
        ),
        (
            "年度",
            PlanFlaw::YearUnread {
                found: found("今年")
            },
        ),
        ("期间", PlanFlaw::PeriodFixed),
        ("计划的行", PlanFlaw::LineUnknown { found: 7 }),
        ("计划的行", PlanFlaw::TooManyLines { max: 300, found: 301 }),
        ("计划的行", PlanFlaw::LinesMissing),
        (
            "审批日期",
            PlanFlaw::StepBack {
                last: found("2026-11-18"),
            },
        ),
        (
            "哪半年",
            PlanFlaw::ReportTwice {
                on: found("2026-07-01"),
            },
        ),
        ("哪半年", PlanFlaw::ReportElsewhere),
    ];
    flaws.extend(
        line_flaws()
            .into_iter()
            .map(|(label, flaw)| (label, PlanFlaw::LineFlawed(flaw))),
    );
    flaws
}

fn line_flaws() -> Vec<(&'static str, Flaw)> {
    use sunlot_rules::item::Unusable;
    let item = || "SX-000001".to_owned();
    let bounds = Bounds {
        min: Some(300),
        max: Some(500),
    };
    let year = Months::new(1, 6).unwrap();
    vec![
        ("第 1 行的承办机构", Flaw::Missing(LineField::Unit)),
        ("第 1 行的责任人", Flaw::Wanting(LineField::Person)),
        ("第 1 行的抽查基数", Flaw::Wanting(LineField::Base)),
        ("第 1 行的抽查事项", Flaw::ItemUnknown(item())),
        (
            "第 1 行的抽查事项",
            Flaw::ItemUnusable {
                item: item(),
                reasons: vec![Unusable::Lapsed, Unusable::Removed],
            },
        ),
        (
            "第 1 行的事项类别",
            Flaw::ClassDiffers {
                item: item(),
                class: ItemClass::Key,
            },
        ),
        ("第 1 行的抽查基数", Flaw::BaseZero),
        ("第 1 行的抽查数量", Flaw::NothingDrawn(LineField::Number)),
        ("第 1 行的抽查数量", Flaw::NumberOverBase { base: 18 }),
        ("第 1 行的抽查数量", Flaw::NumberDiffers { possible: vec![3, 4] }),
        (
            "第 1 行的抽查数量",
            Flaw::RoundedOtherwise {
                by: vec![Rounding::Down],
                expected: 4,
            },
        ),
        ("第 1 行的抽查基数", Flaw::BaseOverRegistry { registry: 236 }),
        ("第 1 行的抽查数量", Flaw::LessThanOne),
        (
            "第 1 行的抽查比例",
            Flaw::OutsideBounds {
                item: item(),
                bounds,
                targets: None,
            },
        ),
        (
            "第 1 行的抽查数量",
            Flaw::OutsideBounds {
                item: item(),
                bounds: Bounds { max: None, ..bounds },
                targets: Some(Bounds {
                    min: Some(30),
                    max: None,
                }),
            },
        ),
        ("第 1 行的抽查比例", Flaw::NotOrdered(item())),
        ("第 1 行的抽查事项", Flaw::AuthorityUnknown(item())),
        (
            "第 1 行的抽查比例",
            Flaw::OtherThanListed {
                item: item(),
                listed: bounds,
            },
        ),
        ("第 1 行的抽查比例", Flaw::ShareHigh { warning: 2_000 }),
        ("第 1 行的抽查比例", Flaw::RandomOrder),
        ("第 1 行的实施时间", Flaw::MonthsOutside { period: year }),
        ("第 1 行的抽查频次", Flaw::FrequencyUnread),
        ("第 1 行的抽查频次", Flaw::FrequencyOverCap { cap: 2 }),
        ("第 1 行的抽查频次", Flaw::FrequencyMayPassCap { cap: 2 }),
        ("第 1 行的配合部门", Flaw::PartnerMissing),
        ("第 1 行的配合部门", Flaw::PartnerIsLead),
        ("第 1 行的牵头部门", Flaw::DeptsWithin(LineField::LeadDept)),
        ("第 1 行的定向条件", Flaw::ConditionUntargeted),
        ("第 1 行的专项计划文号", Flaw::CampaignNoAlone),
    ]
}
