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

/// One of each.
pub fn item_flaws() -> Vec<ItemFlaw> {
    let edition = || "2026年第1版".to_owned();
    vec![
        ItemFlaw::AuthorityUnknown {
            found: "看情况".to_owned(),
        },
        ItemFlaw::BoundUnread {
            found: "3%-5%".to_owned(),
        },
        ItemFlaw::BoundsReversed,
        ItemFlaw::TooManyEntries { max: 60, found: 61 },
        ItemFlaw::BasisMissing,
        ItemFlaw::BasisNotYet,
        ItemFlaw::BasisLapsed,
        ItemFlaw::ExampleUnconfirmed,
        ItemFlaw::TwinItem {
            other: "SX-000001".to_owned(),
        },
        ItemFlaw::ListEmpty,
        ItemFlaw::NothingChanged { edition: edition() },
        ItemFlaw::UnderReview { edition: edition() },
        ItemFlaw::StepBefore {
            step: "送审日期".to_owned(),
            on: "2026-11-02".to_owned(),
        },
    ]
}
