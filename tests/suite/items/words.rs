//! One of each fault and flaw of the list of items, for the golden file of all texts.

use sunlot_app::item::{ItemFault, ItemFlaw};

/// One of each.
pub fn item_faults() -> Vec<ItemFault> {
    let number = || "SX-000003".to_owned();
    let name = || "粮食收购活动的检查".to_owned();
    let edition = || "2026年第1版".to_owned();
    vec![
        ItemFault::ItemInvalid { count: 2 },
        ItemFault::ItemMissing { asked: number() },
        ItemFault::ItemNotInEdition {
            asked: number(),
            edition: edition(),
        },
        ItemFault::ItemMoved {
            number: number(),
            name: name(),
        },
        ItemFault::EditionMissing {
            asked: "7".to_owned(),
        },
        ItemFault::EditionMoved { number: edition() },
        ItemFault::EditionStep {
            number: edition(),
            state: "已退回".to_owned(),
        },
        ItemFault::CatalogNotReady { count: 3 },
        ItemFault::StarterMissing {
            asked: "grain/none".to_owned(),
        },
        ItemFault::StarterThere {
            number: number(),
            name: name(),
        },
        ItemFault::StartersMissing {
            places: vec!["/usr/bin/assets".to_owned()],
        },
        ItemFault::StartersDamaged {
            file: "grain.json".to_owned(),
        },
    ]
}

/// One of each, with what it is said of.
pub fn item_flaws() -> Vec<(&'static str, ItemFlaw)> {
    let list = "工作清单";
    let item = "SX-000003 粮食收购活动的检查";
    let edition = || "2026年第1版".to_owned();
    vec![
        (
            "比例确定权限",
            ItemFlaw::AuthorityUnknown {
                found: "看情况".to_owned(),
            },
        ),
        (
            "比例下限",
            ItemFlaw::BoundUnread {
                found: "3%-5%".to_owned(),
            },
        ),
        ("比例上限", ItemFlaw::BoundsReversed),
        ("法律依据", ItemFlaw::TooManyEntries { max: 60, found: 61 }),
        (item, ItemFlaw::BasisMissing),
        (item, ItemFlaw::BasisNotYet),
        (item, ItemFlaw::BasisLapsed),
        (item, ItemFlaw::ExampleUnconfirmed),
        (
            "第 2 条依据的法律名称",
            ItemFlaw::LawUnnamed {
                found: "按规定".to_owned(),
            },
        ),
        (
            item,
            ItemFlaw::TwinCode {
                code: "LS-01".to_owned(),
                other: "SX-000001".to_owned(),
            },
        ),
        (
            item,
            ItemFlaw::TwinItem {
                other: "SX-000001".to_owned(),
            },
        ),
        (list, ItemFlaw::ListEmpty),
        (list, ItemFlaw::NothingChanged { edition: edition() }),
        (list, ItemFlaw::UnderReview { edition: edition() }),
        (
            "审定日期",
            ItemFlaw::StepBefore {
                step: "送审日期".to_owned(),
                on: "2026-11-02".to_owned(),
            },
        ),
    ]
}
