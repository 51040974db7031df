//! One of each fault and flaw of rule profiles, for the golden file of all texts.

use sunlot_app::rules::{RulesFault, RulesFlaw};

/// One of each.
pub fn rules_faults() -> Vec<RulesFault> {
    let number = || "XZ-01".to_owned();
    let file = || "实施细则.docx".to_owned();
    vec![
        RulesFault::RulesInvalid { count: 2 },
        RulesFault::RulesMissing { asked: number() },
        RulesFault::RulesBuiltIn {
            name: "通用配置".to_owned(),
        },
        RulesFault::RulesMoved {
            number: number(),
            name: "本局细则".to_owned(),
        },
        RulesFault::RulesNewer {
            number: number(),
            found: "moon_phase".to_owned(),
        },
        RulesFault::AttachmentMissing {
            number: number(),
            asked: "裁量基准".to_owned(),
        },
        RulesFault::AttachmentEmpty { file: file() },
        RulesFault::AttachmentTooLarge {
            file: file(),
            most: 20,
        },
        RulesFault::AttachmentGone { file: file() },
        RulesFault::AttachmentChanged { file: file() },
    ]
}

/// One of each, with the place that it is about.
pub fn rules_flaws() -> Vec<(&'static str, RulesFlaw)> {
    let found = |text: &str| text.to_owned();
    vec![
        (
            "抽取数量的取整",
            RulesFlaw::SwitchNoChoice {
                found: found("nearest"),
                among: vec!["四舍五入".to_owned(), "进一".to_owned(), "舍去".to_owned()],
            },
        ),
        (
            "一年内最多检查次数",
            RulesFlaw::SwitchNoNumber {
                found: found("两次")
            },
        ),
        (
            "抽取占比超过时提醒",
            RulesFlaw::SwitchNoShare { found: found("120%") },
        ),
        (
            "每户至少几名执法人员",
            RulesFlaw::SwitchOutOfBounds {
                found: found("1"),
                min: 2,
                max: 9,
            },
        ),
        ("计入次数的检查方式", RulesFlaw::SwitchNothingChosen),
        (
            "配置名称",
            RulesFlaw::RulesNameTaken {
                number: "XZ-01".to_owned(),
            },
        ),
        ("附件", RulesFlaw::TooManyAttachments { max: 20 }),
    ]
}
