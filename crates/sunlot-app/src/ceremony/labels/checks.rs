//! The lines of the checklist before sealing.

use sunlot_rules::crew::dry_run::Verdict;
use sunlot_rules::digits::digits_each;

use super::super::document::{CeremonyDocument, Way};
use super::super::wire::CheckLine;

fn line(name: &str, label: &str, state: &str, told: impl Into<String>) -> CheckLine {
    CheckLine {
        name: name.to_owned(),
        label: label.to_owned(),
        state: state.to_owned(),
        told: told.into(),
    }
}

/// The list.
pub(in crate::ceremony) fn pool(candidates: u64, excluded: u64, quota: u64, bad: bool) -> CheckLine {
    let told = format!("可抽取 {candidates} 户，排除 {excluded} 户，抽 {quota} 户");
    line("pool", "名单与分层", if bad { "bad" } else { "good" }, told)
}

/// Nothing was announced.
pub(in crate::ceremony) fn unannounced() -> CheckLine {
    line(
        "notice",
        "名单预公告",
        "warn",
        "没有公告过名单，现场封存时名单才第一次固定",
    )
}

/// It was announced.
pub(in crate::ceremony) fn announced(on: &str, same: bool) -> CheckLine {
    if same {
        line(
            "notice",
            "名单预公告",
            "good",
            format!("{on} 公告的名单，没有变化"),
        )
    } else {
        line(
            "notice",
            "名单预公告",
            "bad",
            format!("和 {on} 公告的名单不一样，要先重新公告"),
        )
    }
}

/// Who inspects is drawn later.
pub(in crate::ceremony) fn crews_later() -> CheckLine {
    line("crew", "检查人员", "good", "这次只抽检查对象，检查人员另行抽取")
}

/// Who inspects.
pub(in crate::ceremony) fn crews(verdict: Verdict, people: usize, left_out: usize, bad: bool) -> CheckLine {
    let (state, told) = match verdict {
        _ if bad => ("bad", "排不满，不能封存"),
        Verdict::NoCrews | Verdict::NothingDrawn => ("good", "不用派人"),
        Verdict::Sure => ("good", "都排得满"),
        Verdict::Thin => ("warn", "排得满，但有的地方可选的人太少，随机性不足"),
        Verdict::Short | Verdict::Impossible => ("warn", "有的抽取结果会派不齐，抽完可能要当场借调补上"),
    };
    let mut told = format!("可抽取 {people} 人，{told}");
    if left_out > 0 {
        told +=
            &format!("；另有 {left_out} 人在检查期内不能派（证件、单位或者人工排除），名字和原因在任务里");
    }
    line("crew", "检查人员", state, told)
}

/// Who decides.
pub(in crate::ceremony) fn two_people(are_known: bool) -> CheckLine {
    if are_known {
        let told = "封存、作废由经办员和监督员两人办，监督员要在场输密码";
        line("people", "两人在场", "hand", told)
    } else {
        let told = "还没有设账户，记录里看不出是哪两个人办的";
        line("people", "两人在场", "warn", told)
    }
}

/// The seats.
pub(in crate::ceremony) fn seats(document: &CeremonyDocument) -> CheckLine {
    let count = document.seats.len();
    match (document.way, &document.public) {
        (Way::Simple, Some(public)) => {
            let told = format!("用{}（{}）代替见证人的号码", public.source, public.date);
            line("seats", "见证", "good", told)
        }
        _ if count == 0 => line("seats", "见证", "warn", "没有见证人，记录里会一直写明"),
        _ => {
            let each = digits_each(u32::try_from(count).unwrap_or(u32::MAX));
            line("seats", "见证", "good", format!("{count} 席，每席摸 {each} 位数"))
        }
    }
}

/// The station's keys.
pub(in crate::ceremony) fn keys(fingerprint: Option<String>, rehearsal: bool) -> CheckLine {
    match fingerprint {
        Some(fingerprint) => line(
            "keys",
            "本机密钥",
            "good",
            format!("指纹 {}，请与张贴的指纹单核对", grouped(&fingerprint)),
        ),
        None if rehearsal => line("keys", "本机密钥", "warn", "还没有生成，彩排可以不用"),
        None => line(
            "keys",
            "本机密钥",
            "bad",
            "还没有生成，先到“本机密钥”里生成并张贴指纹单",
        ),
    }
}

/// The clock.
pub(in crate::ceremony) fn clock(now: &str, back: bool) -> CheckLine {
    let now = now.get(..16).unwrap_or(now).replace('T', " ");
    if back {
        line(
            "clock",
            "电脑时间",
            "bad",
            format!("{now}，早于上一次封存，先校准电脑时间"),
        )
    } else {
        line("clock", "电脑时间", "hand", format!("{now}，请与手表核对"))
    }
}

/// The printers.
pub(in crate::ceremony) fn printers(count: usize) -> CheckLine {
    match count {
        0 => line(
            "printer",
            "打印机",
            "warn",
            "没有找到打印机，封存单可以先存成文件",
        ),
        count => line("printer", "打印机", "good", format!("找到 {count} 台")),
    }
}

/// The office was restored from a copy.
pub(in crate::ceremony) fn restored() -> CheckLine {
    line(
        "epoch",
        "数据来历",
        "warn",
        "本单位的数据从备份恢复过，记录里会写明是第几段",
    )
}

/// What people look at themselves.
pub(in crate::ceremony) fn by_hand() -> Vec<CheckLine> {
    [
        (
            "props",
            "道具",
            "见证卡、数字签或者十面骰子、席位牌、签到表、笔、封袋",
        ),
        ("projector", "投影", "画面完整，六米外看得清封存码"),
        ("camera", "录像", "镜头对准投影和见证席"),
    ]
    .into_iter()
    .map(|(name, label, told)| line(name, label, "hand", told))
    .collect()
}

/// As it is compared by eye: in groups of four.
fn grouped(hex: &str) -> String {
    let digits: Vec<char> = hex.chars().collect();
    let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}
