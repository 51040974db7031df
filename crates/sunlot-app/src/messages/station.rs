//! The words about the station's keys: their file, the chain of statements, and what a signature is worth.

use sunlot_draw::station::{Ending, Flaw, Standing, Trust};

use super::{Words, words};

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
        _ => words("还没有密钥。", "第一次正式封存之前，由两人一起制作。"),
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
