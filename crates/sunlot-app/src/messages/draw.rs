//! The words about ceremonies and draws: what happened.

use crate::event::draw::{
    CardLaid, CeremonyEdit, CeremonyRemark, CeremonyStep, DrawChange, DrawEnd, DrawSeal, DrawShown,
    DrawSigned, NumberGiven, SecretCopy,
};

/// What stands before a draw that is only tried out.
fn tried(rehearsal: bool) -> &'static str {
    if rehearsal { "彩排：" } else { "" }
}

/// A ceremony was begun, or its seats written down.
pub(super) fn of_edit(edit: &CeremonyEdit) -> String {
    let CeremonyEdit {
        ceremony,
        task,
        title,
        rehearsal,
        seats,
    } = edit;
    format!(
        "{}准备抽取仪式 {ceremony}（{task} {title}），见证席 {seats} 席",
        tried(*rehearsal)
    )
}

/// A ceremony came a step further.
pub(super) fn of_step(step: &CeremonyStep) -> String {
    let CeremonyStep {
        ceremony,
        draw,
        task,
        title,
        rehearsal,
        state,
        told,
    } = step;
    let which = if draw.is_empty() { ceremony } else { draw };
    let tried = tried(*rehearsal);
    let more = if told.is_empty() {
        String::new()
    } else {
        format!("：{told}")
    };
    match state.as_str() {
        "dropped" => format!("{tried}收回抽取仪式 {ceremony} 的准备（{task} {title}），没有封存{more}"),
        "cards" => format!("{tried}{which} 号牌全部扣好，开始翻开"),
        "archived" => format!("{tried}{which} 材料归档{more}"),
        other => format!("{tried}{which} 进到 {other}{more}"),
    }
}

/// Something was said.
pub(super) fn of_remark(remark: &CeremonyRemark) -> String {
    let which = if remark.draw.is_empty() {
        &remark.ceremony
    } else {
        &remark.draw
    };
    let kind = if remark.kind == "opinion" {
        "监督意见"
    } else {
        "现场异议"
    };
    let words: Vec<&str> = remark.words.lines().map(str::trim).collect();
    format!("{which} 记录{kind}，{}：{}", remark.who, words.join("；"))
}

/// A draw was sealed.
pub(super) fn of_seal(seal: &DrawSeal) -> String {
    let DrawSeal {
        draw,
        task,
        title,
        rehearsal,
        sequence,
        attempt,
        candidates,
        quota,
        code,
        seats,
    } = seal;
    let which = if *rehearsal { "次彩排" } else { "次摇号" };
    format!(
        "封存 {draw}（第 {sequence} {which}，{task} {title} 第 {attempt} 次抽取）：可抽取 {candidates} 户，抽 {quota} 户，见证席 {seats} 席，封存码 {code}"
    )
}

/// A card was laid down, or taken up again.
pub(super) fn of_card(card: &CardLaid) -> String {
    let done = if card.down { "扣好" } else { "收回" };
    format!("{} 第 {} 席号牌{done}", card.draw, card.seat)
}

/// A number was typed or confirmed.
pub(super) fn of_number(number: &NumberGiven, confirmed: bool) -> String {
    let NumberGiven {
        draw,
        seat,
        digits,
        again,
    } = number;
    match (confirmed, digits.is_empty(), again) {
        (true, _, _) => format!("{draw} 第 {seat} 席确认号码 {digits}"),
        (false, true, _) => format!("{draw} 第 {seat} 席没有翻开号牌"),
        (false, false, true) => format!("{draw} 第 {seat} 席改录号码 {digits}"),
        (false, false, false) => format!("{draw} 第 {seat} 席录入号码 {digits}"),
    }
}

/// A draw ended.
pub(super) fn of_end(end: &DrawEnd) -> String {
    let DrawEnd {
        draw,
        task,
        title,
        rehearsal,
        outcome,
        digest,
        selected,
        unfilled,
        reason,
        ..
    } = end;
    let tried = tried(*rehearsal);
    if outcome == "lost" {
        return format!("{tried}{draw}（{task} {title}）作废登记，本机没有它的记录，原因：{reason}");
    }
    if outcome == "void" {
        return format!("{tried}{draw}（{task} {title}）作废，原因：{reason}，记录摘要 {digest}");
    }
    let empty = if *unfilled > 0 {
        format!("，派人空缺 {unfilled} 处")
    } else {
        String::new()
    };
    format!("{tried}{draw}（{task} {title}）抽出 {selected} 户{empty}，记录摘要 {digest}")
}

/// The station signed.
pub(super) fn of_signed(signed: &DrawSigned) -> String {
    let DrawSigned {
        draw,
        count,
        fingerprint,
    } = signed;
    format!("{draw} 由本机密钥签署 {count} 处，指纹 {fingerprint}")
}

/// The second copy of a secret went to the printer.
pub(super) fn of_copy(copy: &SecretCopy) -> String {
    let SecretCopy {
        draw,
        rehearsal,
        number,
    } = copy;
    format!("{}{draw} 的封存码副本第 {number} 次送打印", tried(*rehearsal))
}

/// The published folder was written.
pub(super) fn of_shown(shown: &DrawShown) -> String {
    let DrawShown {
        draw,
        folder,
        names,
        digest,
    } = shown;
    let what = if *names {
        "公布文件夹"
    } else {
        "只有编号的公布文件夹"
    };
    format!("{draw} 生成{what}并读回核对：{folder}，摘要 {digest}")
}

/// A draw was changed afterwards.
pub(super) fn of_change(change: &DrawChange) -> String {
    let DrawChange {
        draw,
        rehearsal,
        number,
        what,
        reason,
        digest,
        ..
    } = change;
    format!(
        "{}{draw} 第 {number} 项变更：{what}，原因：{reason}，变更摘要 {digest}",
        tried(*rehearsal)
    )
}
