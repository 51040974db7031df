//! The words about the list of items and its editions: what happened, and what went wrong.

use super::{Words, words};
use crate::event::item::{
    CatalogBack, CatalogDecided, CatalogSent, CatalogShown, ItemEdit, ItemMade, ItemMove, StartersMade,
};
use crate::event::target::RosterTaken;
use crate::item::{ItemFault, ItemFlaw, column_label};

/// Why nothing can be done.
pub(super) fn of_fault(fault: &ItemFault) -> Words {
    match fault {
        ItemFault::ItemInvalid { count } => words(
            format!("有 {count} 处需要改正，没有保存。"),
            "请按每一处的说明改正后再保存。",
        ),
        ItemFault::ItemMissing { asked } => words(
            format!("抽查事项清单里没有“{asked}”。"),
            "请核对编号；可以在清单里按名称查找。",
        ),
        ItemFault::ItemNotInEdition { asked, edition } => words(
            format!("{edition}里没有“{asked}”。"),
            "请核对编号，或到工作清单里查找。",
        ),
        ItemFault::ItemMoved { number, name } => words(
            format!("{number} {name} 在打开以后被改过，没有保存。"),
            "请重新打开它，看过新的内容再改。",
        ),
        ItemFault::EditionMissing { asked } => {
            words(format!("没有“{asked}”这一版清单。"), "请在版本列表里核对。")
        }
        ItemFault::EditionMoved { number } => words(
            format!("{number}在打开以后有了新的进展，没有保存。"),
            "请重新打开它，看过现在的状态再办。",
        ),
        ItemFault::EditionStep { number, state } => words(
            format!("{number}{state}，不能办这一步。"),
            "送审中的才能退回或审定，已审定的才能公布；退回的请改好清单以后重新送审。",
        ),
        ItemFault::CatalogNotReady { count } => words(
            format!("工作清单有 {count} 处不合要求，没有送审。"),
            "请按每一处的说明处理后再送审。",
        ),
        ItemFault::StarterMissing { asked } => {
            words(format!("示例库里没有“{asked}”。"), "请在示例库里重新挑选。")
        }
        ItemFault::StarterThere { number, name } => words(
            format!("工作清单里已经有 {number} {name}，没有取用示例。"),
            "请去掉这一项再取用；已移出的可以恢复。",
        ),
        ItemFault::StartersMissing { places } => words(
            "找不到示例库。",
            format!(
                "请重新安装阳光摇号；另放的，请用环境变量 SUNLOT_ASSETS 指明文件夹。找过：{}。",
                places.join("，")
            ),
        ),
        ItemFault::StartersDamaged { file } => words(
            format!("示例库的文件“{file}”不完整或被改动过。"),
            "请重新安装阳光摇号。单位的数据不受影响。",
        ),
    }
}

/// What is wrong with one value, or with one item of the list.
pub(super) fn of_flaw(label: &str, flaw: &ItemFlaw) -> Words {
    match flaw {
        ItemFlaw::AuthorityUnknown { found } => words(
            format!("{label}“{found}”认不出。"),
            "请写“本单位自定”或“上级定”。",
        ),
        ItemFlaw::BoundUnread { found } => words(
            format!("{label}“{found}”不是一个比例。"),
            "请只写一个比例，例如 3% 或 0.5%，最多 100%。",
        ),
        ItemFlaw::BoundsReversed => words(format!("{label}低于比例下限。"), "请核对上下限。"),
        ItemFlaw::TooManyEntries { max, found } => words(
            format!("{label}太多：{found} 条，最多 {max} 条。"),
            "请合并相近的，或把事项拆成几个子项。",
        ),
        ItemFlaw::BasisMissing => words(
            format!("{label}没有法律依据。"),
            "没有依据不得开展检查：请补上法律、法规或规章的名称和条款，或把它移出清单。",
        ),
        ItemFlaw::BasisNotYet => words(
            format!("{label}的依据还没有施行。"),
            "请等依据施行以后再列入，或补上现在有效的依据。",
        ),
        ItemFlaw::BasisLapsed => words(
            format!("{label}的依据都已经失效。"),
            "请换成现行有效的依据，或把它移出清单。",
        ),
        ItemFlaw::ExampleUnconfirmed => words(
            format!("{label}是示例，还没有人确认。"),
            "请对照法律原文核对依据和内容，确认以后再送审；用不上的移出清单。",
        ),
        ItemFlaw::LawUnnamed { found } => words(
            format!("{label}“{found}”没有写明是哪一部法律、法规或文件。"),
            "请写全称并用《》括起来，例如《粮食流通管理条例》；没有名称的文件写文号，例如“冀市监〔2024〕3号”。",
        ),
        ItemFlaw::TwinCode { code, other } => words(
            format!("{label}和 {other} 的事项编号都是“{code}”。"),
            "一个编号只能指一项：请改正其中一项的编号。",
        ),
        ItemFlaw::TwinItem { other } => words(
            format!("{label}和 {other} 的名称、子项都一样。"),
            "请合并成一项，或用子项区分开。",
        ),
        ItemFlaw::ListEmpty => words(
            format!("{label}里一项都没有。"),
            "请先录入、导入事项，或从示例库取用。",
        ),
        ItemFlaw::NothingChanged { edition } => words(
            format!("{label}和现行的{edition}一样，没有改动。"),
            "有了改动再送审。",
        ),
        ItemFlaw::UnderReview { edition } => words(
            format!("{edition}正在送审，{label}不能再送。"),
            "请等它审定；要改的，先登记退回再重新送审。",
        ),
        ItemFlaw::StepBefore { step, on } => {
            words(format!("{label}早于{step}（{on}）。"), "请核对两个日期的先后。")
        }
    }
}

/// An item was entered.
pub(super) fn of_made(ItemMade { item, name, reason }: &ItemMade) -> String {
    format!("录入抽查事项 {item} {name}，原因：{reason}")
}

/// Values of an item were changed.
pub(super) fn of_edit(edit: &ItemEdit) -> String {
    let fields: Vec<&str> = edit.fields.iter().map(|name| column_label(name)).collect();
    let ItemEdit {
        item, name, reason, ..
    } = edit;
    format!(
        "修改抽查事项 {item} {name}的{}，原因：{reason}",
        fields.join("、")
    )
}

/// An item was removed or taken in again.
pub(super) fn of_move(moved: &ItemMove) -> String {
    let ItemMove {
        item, name, reason, ..
    } = moved;
    let done = if moved.membership == "removed" {
        "移出清单"
    } else {
        "恢复到清单"
    };
    format!("把抽查事项 {item} {name}{done}，原因：{reason}")
}

/// Starters became examples.
pub(super) fn of_starters(made: &StartersMade) -> String {
    let StartersMade {
        count,
        first,
        last,
        reason,
        ..
    } = made;
    let trades = made.trades.join("、");
    format!("从示例库取用 {count} 项（{trades}），编号 {first} 至 {last}，待对照法律确认，原因：{reason}")
}

/// The list was handed in.
pub(super) fn of_sent(sent: &CatalogSent) -> String {
    let CatalogSent {
        edition,
        title,
        items,
        on,
        to,
        reason,
    } = sent;
    format!("{on} 把抽查事项清单{edition}“{title}”（{items} 项）送{to}审定，调整的原因和依据：{reason}")
}

/// An edition was sent back.
pub(super) fn of_back(CatalogBack { edition, on, reason }: &CatalogBack) -> String {
    format!("{on} 抽查事项清单{edition}被退回，原因：{reason}")
}

/// An edition was decided.
pub(super) fn of_decided(decided: &CatalogDecided) -> String {
    let CatalogDecided {
        edition,
        by,
        on,
        no,
        effective_on,
    } = decided;
    format!("{on} {by}审定抽查事项清单{edition}（{no}），{effective_on} 起施行")
}

/// An edition was made public.
pub(super) fn of_shown(
    CatalogShown {
        edition,
        on,
        channels,
    }: &CatalogShown,
) -> String {
    format!("{on} 公布抽查事项清单{edition}，渠道：{channels}")
}

/// A roster was taken over.
pub(super) fn of_roster(taken: &RosterTaken) -> String {
    let sums = &taken.sums;
    format!(
        "从“{}”导入{}：共 {} 行，新增 {}、更新 {}、相同 {}、跳过 {}、错误 {}，原因：{}",
        taken.file,
        taken.registry.label(),
        sums.read,
        sums.added,
        sums.updated,
        sums.same,
        sums.skipped,
        sums.errors,
        taken.reason
    )
}
