//! What the host says at each step, and how long it is likely to take.

use sunlot_forms::sheets::ScriptPart;
use sunlot_rules::digits::digits_each;

use super::super::document::{CeremonyDocument, Way};
use super::super::stage_wire::StageFact;
use super::super::state::State;
use super::super::wire::StepView;

/// The steps in their order, with where the ceremony stands: what was decided is played step by step, and `shown` is the picture on the
/// stage.
pub(in crate::ceremony) fn steps(
    state: State,
    document: &CeremonyDocument,
    is_announced: bool,
    shown: &str,
) -> Vec<StepView> {
    let is_void = document.void.is_some();
    let now = match state {
        State::Prepared | State::Dropped => 0,
        State::Sealed | State::Cards => 3,
        State::Drawn => match shown {
            "crew" => 5,
            "result" => 6,
            "check" => 7,
            "archive" => 8,
            _ => 4,
        },
        // What was given up went no further than its cards.
        State::Void | State::Archived if document.turned_at.is_empty() => 3,
        State::Void => 4,
        State::Archived => 8,
    };
    let all = [
        ("prepare", "准备"),
        ("announce", "预公告"),
        ("seal", "封存"),
        ("witness", "见证"),
        ("draw", "摇号"),
        ("crew", "派人"),
        ("result", "结果"),
        ("check", "复核"),
        ("archive", "归档"),
    ];
    let place = |at: usize| match at {
        1 if is_announced => "done",
        1 => "next",
        at if at < now || (state == State::Archived && !is_void) => "done",
        at if at == now && !is_void => "now",
        _ => "next",
    };
    let steps = all.into_iter().enumerate();
    steps
        .map(|(at, (step, label))| StepView {
            step: step.to_owned(),
            label: label.to_owned(),
            state: place(at).to_owned(),
        })
        .collect()
}

/// What it all comes to.
const OPENING: &str = "今天查谁，不由人点，也不由电脑单独定。";
/// The first step.
const SEALING: &str = "名单、规则和电脑的密数一起封好，屏幕给出封存码，请您拍照：以后改一个字，码就对不上。";
/// Why nobody can bend it.
const HONEST: &str = "只要有一位的数是真随机的，谁也左右不了结果。";

/// How it works, for somebody who has a minute: what it comes to, and the steps.
pub(in crate::ceremony) fn explanation(document: &CeremonyDocument) -> (String, Vec<String>) {
    let (write, turn) = match (document.way, &document.public) {
        (Way::Simple, Some(public)) => (
            format!(
                "不设见证席，用一个封存的时候谁也不知道的公开数代替：{}，{} 公布，谁都可以查。",
                public.source, public.date
            ),
            "公开数公布以后照着录入，密数加上公开数，按公布的办法算出结果；谁也不能先知道，也不能再换。"
                .to_owned(),
        ),
        _ => (
            "各位自己摸数，写在卡上扣好，谁也看不见谁的。".to_owned(),
            format!("全部扣好再一起翻开，密数加上各位的数，按公布的办法算出结果；{HONEST}"),
        ),
    };
    let kept = "材料留存，可在别的电脑上重算；作废重抽，都会写明次数和理由。";
    let steps = vec![SEALING.to_owned(), write, turn, kept.to_owned()];
    (OPENING.to_owned(), steps)
}

/// Everything the host says, step by step: the very words of the console.
pub(in crate::ceremony) fn script(document: &CeremonyDocument) -> Vec<ScriptPart> {
    let full = document.way == Way::Full;
    let steps = [
        (
            State::Prepared,
            "封存以前",
            if full {
                "大屏放名单公示。各席摸现场随机数，经办员录入；监督员确认，封存。"
            } else {
                "大屏放名单公示。核对公开数的名称和日期；监督员确认，封存。"
            },
        ),
        (
            State::Sealed,
            "封存以后",
            if full {
                "大屏放封存码。打印封存单和副本，副本装信封。扣好一席，勾一席。"
            } else {
                "打印封存单和副本，副本装信封。等公开数公布。"
            },
        ),
        (
            State::Cards,
            if full { "翻开录号" } else { "录入公开数" },
            "一席一席录入、确认。录错的当场改，先前录的留着。最后一席确认，结果就定了。",
        ),
        (
            State::Drawn,
            "摇号、派人、结果",
            "按空格开始和停。放完以后在另一台电脑上当场复核；打印记录表，各方签名。",
        ),
        (
            State::Archived,
            "归档",
            "公布文件夹拷到优盘；号牌、封存单、记录表装袋。",
        ),
        (
            State::Void,
            "（作废的时候才念）",
            "选原因，两人确认。号牌已经扣齐的，先照号牌把号码录完。",
        ),
    ];
    steps
        .into_iter()
        .map(|(state, step, meanwhile)| ScriptPart {
            step: step.to_owned(),
            meanwhile: meanwhile.to_owned(),
            lines: prompt(state, document),
        })
        .collect()
}

/// What to say now.
pub(in crate::ceremony) fn prompt(state: State, document: &CeremonyDocument) -> Vec<String> {
    let seats = u32::try_from(document.seats.len()).unwrap_or(u32::MAX);
    let lines: Vec<String> = match (state, document.way) {
        (State::Prepared, Way::Full) => vec![
            format!("各位，{OPENING}"),
            format!("第一步，{SEALING}"),
            "封存之前，请各席先摸几位现场随机数，念给经办人录入。".to_owned(),
        ],
        (State::Prepared, Way::Simple) => vec![
            "这次不设见证席，用一个还没有公布的公开数代替。".to_owned(),
            "先封存，等公开数出来以后再录入。".to_owned(),
        ],
        (State::Sealed, Way::Full) => vec![
            "封存码已经在屏幕上，请拍照，也请抄在见证卡上。".to_owned(),
            format!(
                "第二步，请各位自己摸数，每席 {} 位，写在见证卡上扣好，谁也看不见谁的。",
                digits_each(seats)
            ),
            "全部扣好以前，谁都不要翻开。".to_owned(),
        ],
        (State::Sealed, Way::Simple) => vec![
            "名单已经封存，封存码请留存。".to_owned(),
            "公开数公布以后，点“可以录号”，照公布的数录入。".to_owned(),
        ],
        (State::Cards, Way::Full) => vec![
            "第三步，请各位一起翻开。".to_owned(),
            "请逐席念出号码，经办人录入，屏幕上看对了，请您点头确认。以卡上写的为准。".to_owned(),
        ],
        (State::Cards, Way::Simple) => vec!["请照公布的公开数录入，两个人一起核对后确认。".to_owned()],
        (State::Drawn, _) => vec![
            "结果已经定了，谁也改不了。现在按抽出的先后，一户一户公布。".to_owned(),
            format!("材料留存，可以在别的电脑上重算；{HONEST}"),
        ],
        (State::Void, _) => vec![
            "这次封存作废，作废的原因和次数都写进记录。".to_owned(),
            "要重新封存，请从准备开始。".to_owned(),
        ],
        (State::Archived, _) => vec!["谢谢各位。".to_owned()],
        (State::Dropped, _) => Vec::new(),
    };
    lines
}

/// Minutes that it is likely to take: about thirty for five seats, ten without an audience.
pub(in crate::ceremony) fn minutes(document: &CeremonyDocument) -> u32 {
    match document.way {
        Way::Simple => 10,
        Way::Full => 10 + 4 * u32::try_from(document.seats.len()).unwrap_or(u32::MAX).min(30),
    }
}

/// The pictures of the stage in their order, with the one that is shown.
pub(in crate::ceremony) fn stage_steps(shown: &str) -> Vec<StepView> {
    let all = [
        ("prepare", "名单公示"),
        ("seal", "封存"),
        ("witness", "见证数"),
        ("draw", "摇号"),
        ("crew", "派人"),
        ("result", "结果"),
    ];
    let now = all
        .iter()
        .position(|(step, _)| *step == shown)
        .unwrap_or(all.len());
    let state = |at: usize| match at {
        at if at < now => "done",
        at if at == now => "now",
        _ => "next",
    };
    let steps = all.into_iter().enumerate();
    steps
        .map(|(at, (step, label))| StepView {
            step: step.to_owned(),
            label: label.to_owned(),
            state: state(at).to_owned(),
        })
        .collect()
}

/// What is typed on another computer, and what must appear there.
pub(in crate::ceremony) fn check(code: &str, challenge: &str, digest: &str, rows: usize) -> Vec<StageFact> {
    [
        ("在另一台电脑上打开", "verify.html，选优盘里的记录文件"),
        ("照封存单输入封存码", code),
        ("照封存单输入现场随机数", challenge),
        ("各席输入自己卡上的号码", "号码应与记录一致"),
        ("应当显示", &format!("核验通过，共 {rows} 户")),
        ("结果摘要应当是", digest),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(label, value)| StageFact {
        label: label.to_owned(),
        value: value.to_owned(),
    })
    .collect()
}
