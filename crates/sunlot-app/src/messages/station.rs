//! The words about the station's keys: their file, the chain of statements, and what a signature is worth.

use sunlot_draw::station::{Ending, Flaw, Standing, Trust};

use super::{Words, words};
use crate::station::{StationFault, StationFlaw};

/// A record that does not verify.
pub const RECORD_INVALID: &str = "文件本身核验不符，签名也就无从谈起。请先运行 sunlot verify 查看哪里不符。";

/// A record without signatures.
pub const RECORD_UNSIGNED: &str = "没有电子签名，看不出是哪个站点做的。";

/// A record, judged by a chain that does not hold.
pub const CHAIN_INVALID: &str = "密钥公告本身不符，不能据以核对签名。";

/// How the file with the private keys is, where nothing is wrong with it.
pub fn of_file(state: &str) -> Words {
    match state {
        "in_place" => words("密钥文件完好。", "请记牢口令，并妥善保管备份。"),
        "beside" => words(
            "密钥文件完好；上次更换在写入数据之后被打断，新文件还在旁边放着。",
            "不影响使用，下次更换或改口令时会自动归位。",
        ),
        "otherwise" => words(
            "密钥文件里是本站在用的密钥，但不是留痕最后记下的那一份，多半是单独恢复过。",
            "可以照常使用；口令以这一份做成时的为准，建议改一次口令，使文件与留痕重新一致。",
        ),
        "leftover" => words(
            "没有在用的密钥，但文件夹里还留着旧的密钥文件。",
            "旧文件已经不起作用，制作新密钥时会自动清除。",
        ),
        _ => words("现在没有密钥文件。", "正式封存之前，由两人一起制作密钥。"),
    }
}

/// Two chains that differ.
pub fn of_fork(number: u64) -> String {
    format!("几份公告从第 {number} 条起说法不一：其中至少有一份不是本站发布的。请以盖章张贴的公示单为准。")
}

/// A fingerprint that names no key of the chain.
pub fn of_foreign() -> String {
    "张贴的指纹不是这份公告里的任何一把密钥：输错了，或者公告不是这个站点的。".to_owned()
}

/// What is wrong with a statement.
pub fn of_flaw(path: &str, flaw: Flaw) -> String {
    let place = if path.is_empty() { "公告" } else { path };
    let said = match flaw {
        Flaw::Empty => "一条声明也没有",
        Flaw::Sequence => "编号不连续",
        Flaw::Previous => "没有接上前一条：中间少了、换了或改了",
        Flaw::Shape => "所写的项目与声明的种类不合",
        Flaw::Office => "单位代码与前一条不同",
        Flaw::TimeBack => "时间早于前一条",
        Flaw::EpochBack => "纪元早于前一条",
        Flaw::StillInForce => "前一把密钥还在用，不能另立新的",
        Flaw::NotInForce => "被替换的不是当时在用的密钥",
        Flaw::KeyAgain => "这把密钥以前用过，不能再用",
        Flaw::KeyUnknown => "要作废的密钥不在公告里",
        Flaw::RevokedAgain => "这把密钥已经作废过",
        Flaw::Since => "作废的起算时间早于密钥启用，或晚于声明",
        Flaw::Unsigned => "缺少必须有的签名",
        Flaw::Signature => "签名不成立：内容被改动过，或者不是为这条声明签的",
        Flaw::Stranger => "签名的密钥与这条声明无关，或者重复",
    };
    format!("{place}：{said}。")
}

/// What a good signature is worth.
pub fn of_standing(standing: Standing) -> String {
    match standing {
        Standing::Unknown => "有效签名，未知站点：签名的密钥不在公告里，不能认定出自本单位。",
        Standing::Early => "签名的密钥在文件所写的时间还没有启用，不予认可。",
        Standing::InForce(None) => "有效签名，密钥在用。",
        Standing::InForce(Some(Ending::Retired)) => "有效签名，当时在用的密钥，后来已按规定更换。",
        Standing::InForce(Some(Ending::Lost)) => {
            "有效签名，密钥后来挂失；签署时间只是文件自己所写，要与当时的封存单对照。"
        }
        Standing::InForce(Some(Ending::Revoked)) => {
            "有效签名，密钥后来作废；签署时间只是文件自己所写，要与当时的封存单对照。"
        }
        Standing::Over(Ending::Retired) => "密钥在文件所写的时间之前已经更换，不予认可。",
        Standing::Over(Ending::Lost) => "密钥在文件所写的时间之前已经挂失，不予认可。",
        Standing::Over(Ending::Revoked) => "密钥在文件所写的时间已经作废，不予认可。",
    }
    .to_owned()
}

/// How far a key is known to be the office's.
pub fn of_trust(trust: Trust) -> String {
    match trust {
        Trust::Pinned => "",
        Trust::Unpinned => "还没有对照张贴的指纹，不能认定出自本单位。",
        Trust::Apart => "它与张贴的指纹之间断代，没有互签，要另看它自己的公示单。",
        Trust::Foreign => "它不是张贴的那个站点的密钥。",
    }
    .to_owned()
}

/// Why nothing can be done.
pub(super) fn of_fault(fault: &StationFault) -> Words {
    match fault {
        StationFault::StationKeyMissing => words(
            "还没有可用的站点密钥。",
            "请由两人一起制作：在窗口的“密钥”里，或运行 sunlot key make；做好后打印指纹公示单，盖章张贴。",
        ),
        StationFault::StationKeyExists { fingerprint } => words(
            format!("站点密钥已经有了，指纹 {fingerprint}，没有另做。"),
            "要换新的，请用更换（sunlot key rotate）；口令忘了或文件丢了，请挂失（sunlot key lost）。",
        ),
        StationFault::StationKeyUnknown { asked } => words(
            format!("本站没有指纹为“{asked}”的密钥。"),
            "请用 sunlot key show 查看全部密钥的指纹，逐位核对后重试。",
        ),
        StationFault::StationKeyRevoked { fingerprint } => words(
            format!("指纹为 {fingerprint} 的密钥已经作废过了。"),
            "不用再作废；如果起算时间写晚了，请在盖章的公示单上另行说明。",
        ),
        StationFault::StationOfficeUnnamed => words(
            "还没有填写单位名称和单位代码，不能制作密钥。",
            "这两项会写进证书和每一条声明。请先填好单位资料，再来制作。",
        ),
        StationFault::StationRequestInvalid { count } => words(
            format!("有 {count} 处需要改正，密钥没有变动。"),
            "请按每一处的说明改正后重试。",
        ),
        StationFault::StationClockBack { last } => words(
            format!("计算机的时钟比上一条密钥声明的时间（{last}）还早，没有继续。"),
            "请先校正计算机的日期和时间，再重试。",
        ),
        StationFault::PassphraseWrong => words(
            "密钥口令不对。",
            "请注意大小写、空格和输入法后重试。口令没有别处可查；确实忘了，只能挂失后另做新密钥。",
        ),
        StationFault::KeyFileDoubtful { file } => words(
            format!("“{file}”打不开：口令不对，或者文件被改动过。"),
            "它不是留痕最后记下的那一份。请试一试做成这份文件时的口令；再不行，请从同一时间的备份恢复这个文件。",
        ),
        StationFault::KeyFileMissing { file } => words(
            format!("密钥文件“{file}”不见了。"),
            "请从最近的备份恢复这个文件；备份也没有的，只能挂失后另做新密钥。数据没有变动。",
        ),
        StationFault::KeyFileDamaged { file } => words(
            format!("密钥文件“{file}”已经损坏，读不出来。"),
            "请把它另存一份，再从最近的备份恢复这个文件；备份也没有的，只能挂失后另做新密钥。",
        ),
        StationFault::KeyFileForeign { file } => words(
            format!("“{file}”是别的单位的密钥文件。"),
            "请把它放回原来的单位，再从本单位的备份恢复密钥文件。什么都没有签。",
        ),
        StationFault::KeyFileStale { file } => words(
            format!("“{file}”里是本单位以前的密钥，已经停用。"),
            "请从更换密钥以后的备份恢复这个文件；没有的，只能挂失后另做新密钥。",
        ),
        StationFault::KeyFileNewer { file, found } => words(
            format!("密钥文件“{file}”是较新的程序写的（第 {found} 版），本程序不认识。"),
            "请安装新版阳光摇号再使用密钥。文件没有被改动。",
        ),
    }
}

/// What is wrong with a value of a request.
pub(super) fn of_request_flaw(label: &str, flaw: &StationFlaw) -> Words {
    match flaw {
        StationFlaw::PassphraseShort { found } => words(
            format!("{label}太短：{found} 个字符，不到 12 个，也不到 6 个词。"),
            "拿到密钥文件的人可以不停地试，请用一句只有自己知道的话，或六个不相干的词。",
        ),
        StationFlaw::PassphraseLong => {
            words(format!("{label}太长。"), "请缩短到 500 个字母或 160 个汉字以内。")
        }
        StationFlaw::PassphrasePlain => words(
            format!("{label}翻来覆去只有几个字符。"),
            "请换一句至少有 6 个不同字符的话。",
        ),
        StationFlaw::PassphraseDigits => words(
            format!("{label}全是数字。"),
            "日期、电话、证件号一试便中，请换一句话。",
        ),
        StationFlaw::PassphraseHoldsName { name } => words(
            format!("{label}里有“{name}”。"),
            "单位名称和登录名人人知道，请不要用在口令里。",
        ),
        StationFlaw::PassphraseInvisible { place } => words(
            format!("{label}的第 {place} 个字符看不见。"),
            "请改用键盘输入，不要从别处粘贴，以免以后打不出来。",
        ),
        StationFlaw::PassphraseIsPassword => words(
            format!("{label}是某个账户的登录密码。"),
            "登录密码每天都在用，容易被人看见。请另想一句。",
        ),
        StationFlaw::PassphraseSame => words(format!("{label}与原来的相同。"), "请换一个不同的口令。"),
        StationFlaw::MomentUnreadable => words(
            format!("{label}看不懂。"),
            "请写日期，例如 2026-11-20，或完整的时间，例如 2026-11-20T09:41:00+08:00。",
        ),
        StationFlaw::MomentToCome => words(
            format!("{label}还没有到。"),
            "作废从已经过去的时刻起算，一般是密钥可能被别人拿到的那一天。",
        ),
        StationFlaw::MomentBeforeKey => words(
            format!("{label}早于这把密钥的启用时间。"),
            "请写启用以后的时间；要全部不算，请写启用的那一天。",
        ),
    }
}
