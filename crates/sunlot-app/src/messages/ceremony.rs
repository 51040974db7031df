//! The words about ceremonies and draws: what went wrong, and what keeps one from being sealed.

use super::{Words, words};
use crate::ceremony::labels::state_told;
use crate::ceremony::{CeremonyFault, CeremonyFlaw};

/// Why nothing can be done.
pub(super) fn of_fault(fault: &CeremonyFault) -> Words {
    match fault {
        CeremonyFault::CeremonyInvalid { count } => words(
            format!("有 {count} 处需要改正，没有办。"),
            "请按每一处的说明改正后再办。",
        ),
        CeremonyFault::CeremonyMissing { asked } => words(
            format!("没有编号 {asked} 的抽取仪式。"),
            "请在抽取列表里核对编号。",
        ),
        CeremonyFault::CeremonyMoved => words(
            "这场抽取在打开以后被改过，没有保存。",
            "请重新打开它，看过新的内容再改。",
        ),
        CeremonyFault::CeremonyOpen { title, rehearsal } => {
            let which = if *rehearsal { "彩排" } else { "抽取" };
            words(
                format!("“{title}”的{which}还没有结束，不能另开一场。"),
                "请先办完那一场；还没有封存的可以收回，已经封存的只能抽完或者作废。",
            )
        }
        CeremonyFault::CeremonyStep { state } => words(
            format!("这场抽取{}，不能办这一步。", state_told(*state)),
            "请照屏幕上的步骤办；已经封存的，只能往下抽完，或者由两人作废。",
        ),
        CeremonyFault::CeremonyKind { rehearsal: true } => words(
            "这是正式抽取，不能当彩排办。",
            "正式抽取的封存、作废和变更要由经办员和监督员两人办。",
        ),
        CeremonyFault::CeremonyKind { rehearsal: false } => words(
            "这是彩排，不能当正式抽取办。",
            "彩排由经办员一人办；要产生正式记录，请另开一场正式抽取。",
        ),
        CeremonyFault::TaskNotReady { number, state } => words(
            format!("抽查任务 {number}{state}，不能抽取。"),
            "正式抽取的任务要先批准；草拟的可以先彩排。",
        ),
        CeremonyFault::TaskDrawn { draw } => words(
            format!("这个任务已经抽取过了（{draw}），不能再抽一次。"),
            "结果有变化的，请办理变更；整次不用的，先取消那一次，并写明原因。",
        ),
        CeremonyFault::SealNotReady { count } => words(
            format!("有 {count} 处不合要求，不能封存。"),
            "请按每一处的说明处理后再封存。",
        ),
        CeremonyFault::StationKeysMissing => words(
            "还没有本机密钥，正式抽取不能封存。",
            "请先由两人生成本机密钥，张贴指纹单，再来封存。",
        ),
        CeremonyFault::DrawClockBack { last } => words(
            format!("电脑时间早于上一次封存的时间（{last}），没有封存。"),
            "请先校准电脑时间；校准了多少，会记在留痕里。",
        ),
        CeremonyFault::SeatUnknown { seat } => {
            words(format!("没有第 {seat} 席。"), "请按见证卡上的席号核对。")
        }
        CeremonyFault::CardsNotDown { count } => words(
            format!("还有 {count} 席的号牌没有扣好，不能翻开。"),
            "请等全部扣好；有人不来的，作废这次封存，按实到的席位重新封存。",
        ),
        CeremonyFault::PublicNumberNotOut { date } => words(
            format!("公开数要到 {date} 才公布，现在还不能录。"),
            "请等它公布以后，照公布的数录入；在那之前要停下来，由两人作废这次抽取。",
        ),
        CeremonyFault::NumbersFirst { seats } => {
            let seats: Vec<String> = seats.iter().map(ToString::to_string).collect();
            words(
                format!("号码已经定了，第 {} 席的还没有录，不能作废。", seats.join("、")),
                "请先照号牌录入每一席的号码，作废的记录里要有它们；有人不肯翻开的，在那一席记为拒绝，原因选“有见证人拒绝翻开号牌”。",
            )
        }
        CeremonyFault::EndedBefore { draw } => words(
            format!("{draw} 在数据恢复以前已经办完，不能再办一次。"),
            "它的结果以公布过的记录为准；这里由两人按“数据从备份恢复”作废，只作登记，抽取序号往下接。",
        ),
        CeremonyFault::SealLost { draw } => words(
            format!("{draw} 封存的内容已经损坏，读不出来，抽不下去。"),
            "请先看有没有可以恢复的备份；没有的，由两人按“封存的内容已损坏”作废，核验时会说明缺这一次。",
        ),
        CeremonyFault::NotThisReason { label } => words(
            format!("这次抽取不是“{label}”的情形，不能这样作废。"),
            "请从列出的原因里选；都不合适的，选“其他原因”并写明。",
        ),
        CeremonyFault::NumberMissing { seat } => words(
            format!("第 {seat} 席还没有录入号码，不能确认。"),
            "请先照见证卡录入；不肯翻开的，由两人作废这次抽取。",
        ),
        CeremonyFault::NumberOther { seat } => words(
            format!("第 {seat} 席确认的号码和录入的不一样，没有确认。"),
            "请再看一遍见证卡和屏幕，以卡上写的为准。",
        ),
        CeremonyFault::DrawIsVoid { draw } => words(
            format!("{draw} 没有有效的抽取结果，不能办。"),
            "作废的抽取只留作记录；请在抽取列表里核对是哪一次。",
        ),
        CeremonyFault::RecordAltered { draw } => words(
            format!("{draw} 存着的内容和当时封存、抽取的不一样。"),
            "请不要再用这份数据，用公布过的记录文件核对，并请监督员在留痕里全部核对一遍。",
        ),
        CeremonyFault::CopyNeedsPrinter => words(
            "这台电脑上没有可用的打印机，封存码副本没有打印。",
            "副本不能存成文件。请接好打印机再印；印不了的，这次抽取照样有效，请当场备份一次数据。",
        ),
        CeremonyFault::SignedAlready { draw } => {
            words(format!("{draw} 和它的变更都已经签署。"), "不用再签。")
        }
        CeremonyFault::StationKeyOther { draw } => words(
            format!("{draw} 是用另一把本机密钥封存的，现在的密钥不能替它签署。"),
            "没有签署的记录仍然有效，核验时会提示没有签名。",
        ),
    }
}

/// What is wrong with a value, or keeps it from being sealed.
pub(super) fn of_flaw(label: &str, flaw: &CeremonyFlaw) -> Words {
    match flaw {
        CeremonyFlaw::SeatsMissing => words("还没有见证席。", "请至少写一席；没有人到场的，改用公开数代替。"),
        CeremonyFlaw::SeatsMany { most } => {
            words(format!("见证席多于 {most} 席。"), "请请各界推举代表，减少席位。")
        }
        CeremonyFlaw::PublicDatePast { found } => words(
            format!("公开数的日期 {found} 不晚于今天。"),
            "请用以后才公布的数，日期至少是明天：已经公布、当天就要公布的数，谁都可以挑。",
        ),
        CeremonyFlaw::DigitsUnread { found } => words(
            format!("“{found}”里有不是数字的字。"),
            "请只写 0 到 9 的数字，照见证卡一位一位录。",
        ),
        CeremonyFlaw::DigitsFew { least, found } => words(
            format!("{label}只有 {found} 位，至少要 {least} 位。"),
            "请照见证卡补齐；卡上本来就不够的，请当场接着摸。",
        ),
        CeremonyFlaw::DigitsMany { most, found } => words(
            format!("{label}有 {found} 位，最多 {most} 位。"),
            "请核对是不是多录了。",
        ),
        CeremonyFlaw::ReasonUnknown { found } => words(
            format!("没有“{found}”这一项。"),
            "请从列出的里面选；都不合适的，选“其他原因”并写明。",
        ),
        CeremonyFlaw::BasisUnknown { number } => words(
            format!("第一次抽出的 {number}，名录库里按原来的代码找不到了。"),
            "请查它的代码是不是改过；改错的改回来，已经不在的先在第一次抽取里办理退出。",
        ),
        CeremonyFlaw::PlacesMissing { label } => words(
            format!("“{label}”这一层没有设检查人员位置，派不了人。"),
            "请核对任务里这一层的人员设置。",
        ),
        CeremonyFlaw::PlaceUnread { found } => {
            words(format!("没有编号“{found}”。"), "请照结果表写编号，例如 A-0371。")
        }
        CeremonyFlaw::InspectorUnknown { found } => words(
            format!("没有执法证号“{found}”的检查人员。"),
            "请从列出的人员里选；借调的人要先登记，执法证在有效期内。",
        ),
        CeremonyFlaw::LengthUnread { found } => words(
            format!("{label}“{found}”不是 50 到 5000 之间的厘米数。"),
            "请量一量，写厘米数，例如 250。",
        ),
        CeremonyFlaw::ProofMissing => words(
            "没有附证明材料，也没有写说明。",
            "请附上证明文件（注销登记截图、请假条、来文等），或者在说明里写明文号和情况。",
        ),
        CeremonyFlaw::ReplacementForbidden => words(
            "现行细则不允许递补。",
            "请选“不递补”；要递补的，先由管理员按细则修改配置。",
        ),
    }
}
