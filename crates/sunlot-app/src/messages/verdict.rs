//! The words of a verification report, as `docs/verify-report.md` lays them down to the letter: the verifier page
//! must say the same.

use sunlot_draw::amendment::Change;
use sunlot_draw::problem::{
    Breach, CrewExcerpt, Difference, Expected, Fault, Kind, Mismatch, Problems, Quote,
};
use sunlot_draw::read::Unreadable;
use sunlot_draw::verify::{Break, Cause, Check, Notice, Reason, Scarce, SheetMismatch, Skip, Verdict};
use sunlot_draw::{Digest, Place, Refusal};

/// How many problems of one check are told.
const TOLD: usize = 8;

const LOST: &str = "密数已遗失，无从计算";

/// Why a check came out as it did; nothing where it passes.
pub fn of_check(check: &Check) -> String {
    all_of_check(check).join("；")
}

/// The same, problem by problem.
pub fn all_of_check(check: &Check) -> Vec<String> {
    match &check.verdict {
        Verdict::Pass => Vec::new(),
        Verdict::Skipped(skip) => vec![of_skip(skip)],
        Verdict::Fail(problems) => of_problems(problems),
    }
}

/// What a notice says.
pub fn of_notice(notice: &Notice) -> String {
    match notice {
        Notice::NoWitness => "没有见证席位：结果只取决于本机的密数".to_owned(),
        Notice::FewDigits(digits) => format!("见证数共 {digits} 位，少于 20 位"),
        Notice::LostSecret => "密数已遗失（LOST）：无法重算这次封存".to_owned(),
        Notice::HiddenResult => "作废时见证数不全，看不到本来的结果".to_owned(),
        Notice::Unsigned => "没有电子签名".to_owned(),
        Notice::UnpinnedStation => "没有对照张贴的本站指纹，不能认定出自本站".to_owned(),
        Notice::SealedLeaves(leaves) => format!("密封了 {leaves} 条名单"),
        Notice::UnfilledSlots(slots) => format!("在列的检查组有 {slots} 个空缺"),
        Notice::Amended(amendments) => format!("有 {amendments} 条变更"),
        Notice::Borrowed(people) => format!("从名单外借调 {people} 人"),
        Notice::Recused(pairs) => format!("抽中的对象涉及回避 {pairs} 处"),
        Notice::Attempt(attempt) => format!("这是本任务第 {attempt} 次抽取"),
        Notice::TinyPool(scarce, total) => {
            format!("候选太少，随机余地很小：{}", scarce_places(scarce, *total))
        }
        Notice::Rehearsal => "这是彩排，不是正式抽取".to_owned(),
    }
}

fn scarce_places(scarce: &[Scarce], total: usize) -> String {
    let place = |scarce: &Scarce| match scarce {
        Scarce::Stratum(key, size) => format!("{key} 层 {size} 个对象"),
        Scarce::Slot(place, slot, fitting) => format!("{} 第 {slot} 席 {fitting} 人", number(place)),
    };
    let listed: Vec<_> = scarce.iter().map(place).collect();
    let more = if total > scarce.len() {
        format!("等 {total} 处")
    } else {
        String::new()
    };
    listed.join("、") + &more
}

fn of_skip(skip: &Skip) -> String {
    match skip {
        Skip::SecretLost => LOST.to_owned(),
        Skip::NoSignature => "没有签名".to_owned(),
        Skip::NoFingerprint => "没有给出本站指纹".to_owned(),
        Skip::NoSheet => "没有给出纸面上的内容".to_owned(),
        Skip::OneFile => "只有一个文件".to_owned(),
        Skip::SealedBasis(pairs) => {
            let pair =
                |(this, basis): &(u64, u64)| format!("第 {this} 号记录有密封的对象，与第 {basis} 号未能全核");
            pairs.iter().map(pair).collect::<Vec<_>>().join("；")
        }
    }
}

fn of_problems(problems: &Problems<Reason>) -> Vec<String> {
    let told = problems
        .kept()
        .iter()
        .take(TOLD)
        .map(|problem| at(&problem.path, &problem.kind));
    let mut sentences: Vec<String> = told.collect();
    let more = problems.total() - sentences.len();
    if more > 0 {
        sentences.push(format!("另有 {more} 处"));
    }
    sentences
}

fn at(path: &str, reason: &Reason) -> String {
    let said = of_reason(reason);
    match (path, reason) {
        ("", Reason::Format(_)) => format!("文件：{said}"),
        ("", _) => said,
        (path, _) => format!("{path}：{said}"),
    }
}

fn of_reason(reason: &Reason) -> String {
    match reason {
        Reason::Unreadable(unreadable) => of_unreadable(*unreadable).to_owned(),
        Reason::Format(fault) => of_fault(fault),
        Reason::Manifest(breach) => of_breach(breach),
        Reason::Computed(mismatch) => of_mismatch(mismatch),
        Reason::Station(Difference { expected, found }) => format!("应为 {expected}，文件里是 {found}"),
        Reason::Sheet(mismatch) => of_sheet(mismatch),
        Reason::Chain(broken) => of_break(broken),
        Reason::NotComputed(cause) => match cause {
            Cause::Unread => "读不出来，无从重算",
            Cause::Form => "格式不合，无从重算",
            Cause::Rules => "名单不合规则，无从重算",
            Cause::Seed => "种子不对，无从重算",
        }
        .to_owned(),
    }
}

/// Why a file has no content to judge.
pub fn of_unreadable(unreadable: Unreadable) -> &'static str {
    match unreadable {
        Unreadable::NotUtf8 => "不是 UTF-8 编码的文本",
        Unreadable::NotJson => "不是 JSON 文本",
        Unreadable::NotObject => "顶层不是对象",
    }
}

/// What is wrong with the form of a file.
pub fn of_fault(fault: &Fault) -> String {
    match fault {
        Fault::ByteOrderMark => "开头有字节顺序标记".to_owned(),
        Fault::DuplicateKey => "键重复".to_owned(),
        Fault::UnknownKey => "不认识的键".to_owned(),
        Fault::MissingKey => "缺少这个键".to_owned(),
        Fault::KeySpelling => "键名只能是字母开头的 1 至 32 位字母和数字".to_owned(),
        Fault::TooDeep => "嵌套超过 16 层".to_owned(),
        Fault::Type { expected, found } => format!("应为{}，实为{}", of_expected(*expected), of_kind(*found)),
        Fault::Number => "应为 0 至 9007199254740991 的整数，不带符号、小数和指数".to_owned(),
        Fault::Character { place, character } => {
            format!("第 {place} 个字符 U+{:04X} 不许出现", u32::from(*character))
        }
        Fault::Id(found) => format!("“{found}”不是合规的编号（1 至 64 位大写字母、数字、“-”或汉字）"),
        Fault::Task(found) => format!("“{found}”不是合规的任务编号"),
        Fault::Hex(digits) => format!("应为 {digits} 位小写十六进制数"),
        Fault::Time(found) => format!("“{found}”不是带时区的时间（RFC 3339）"),
        Fault::Protocol(found) => format!("不认识的协议版本“{found}”"),
        Fault::Word { allowed, found } => format!("只能是 {}，实为“{found}”", allowed.join("、")),
        Fault::LeafAndMore => "密封的叶只能有 leaf 一个键".to_owned(),
        Fault::SealedHere => "这里的叶不得密封".to_owned(),
        Fault::VoidInDrawn => "抽取有效的记录不得有作废说明".to_owned(),
        Fault::NullInDrawn => "抽取有效的记录这里不得为 null".to_owned(),
        Fault::Unreadable => "有不成对的代理码，或数大得读不出，读到这里为止".to_owned(),
        Fault::SealedRow => "抽中或曾在列的对象不得密封".to_owned(),
    }
}

fn of_expected(expected: Expected) -> String {
    let kind = of_kind(expected.kind);
    match expected.other {
        None => kind.to_owned(),
        Some(Kind::Null) => format!("{kind}或 null"),
        Some(other) => format!("{kind}或{}", of_kind(other)),
    }
}

const fn of_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Object => "对象",
        Kind::List => "数组",
        Kind::Text => "字符串",
        Kind::Number => "数",
        Kind::Truth => "真假值",
        Kind::Null => "null",
    }
}

/// Which rule a manifest breaks.
pub fn of_breach(breach: &Breach) -> String {
    match breach {
        Breach::Sequence => "序号从 1 起".to_owned(),
        Breach::PreviousOfFirst => "序号为 1 时应为 64 个 0".to_owned(),
        Breach::PreviousMissing => "序号大于 1 时不得为 64 个 0".to_owned(),
        Breach::Attempt { sequence, attempt } => format!("应为 1 至 {sequence}，实为 {attempt}"),
        Breach::Amended { sequence, found } => {
            format!("应从 1 起、依次增大且小于本次序号 {sequence}，实为 {found}")
        }
        Breach::TooLarge(number) => format!("{number} 超过 9007199254740991"),
        Breach::TooDeep => "嵌套超过 16 层".to_owned(),
        Breach::OwnKey(key) => format!("附加的“{key}”与协议自己的键同名"),
        Breach::Challenge => "有见证席位时应为 6 至 64 位数字".to_owned(),
        Breach::ChallengeWithoutSeats => "没有见证席位时应为空".to_owned(),
        Breach::NoStratum => "至少要有一层".to_owned(),
        Breach::StratumTwice(key) => format!("层号“{key}”重复"),
        Breach::Rate(bp) => format!("不得超过 10000，实为 {bp}"),
        Breach::Quota {
            size,
            expected,
            quota,
        } => format!("{size} 个对象按规则应抽 {expected} 个，实写 {quota} 个"),
        Breach::Reserve { size, quota, reserve } => {
            format!("抽取 {quota} 个加候补 {reserve} 个，超过对象数 {size}")
        }
        Breach::Twice(id) => format!("“{id}”重复"),
        Breach::Order { id, before } => format!("“{id}”应排在“{before}”之前"),
        Breach::ExcludedInPool(id) => format!("“{id}”也在抽取对象中"),
        Breach::UnknownInspector(id) => format!("没有检查人员“{id}”"),
        Breach::UnknownStratum(key) => format!("没有“{key}”层"),
        Breach::UnknownPlace(place) => format!("没有 {}", number(place)),
        Breach::Contributions { seats, contributions } => {
            format!("席位 {seats} 个，见证数 {contributions} 个")
        }
        Breach::Digits => "应为 6 至 64 位数字".to_owned(),
        Breach::NumberMissing => "只有作废的记录才可为 null".to_owned(),
        Breach::NumberBeforeCards => "封存阶段作废时应为 null".to_owned(),
    }
}

fn of_mismatch(mismatch: &Mismatch) -> String {
    match mismatch {
        Mismatch::Digest(Difference { expected, found }) => {
            differs(&digest(expected.as_ref()), &digest(found.as_ref()))
        }
        Mismatch::ResultWithoutSeed => "没有种子，不应有结果".to_owned(),
        Mismatch::SeedWithoutResult => "有种子，应有结果".to_owned(),
        Mismatch::Rows(Difference { expected, found }) => format!("应有 {expected} 行，文件有 {found} 行"),
        Mismatch::Place(Difference { expected, found }) => differs(&number(expected), &number(found)),
        Mismatch::Crew(Difference { expected, found }) => differs(&crew(expected), &crew(found)),
        Mismatch::UnknownStratum(key) => format!("没有“{key}”层，无从派人"),
        Mismatch::VoidAmended => "作废的记录不得有变更".to_owned(),
        Mismatch::VoidStanding => "作废的记录不得有在列的行".to_owned(),
        Mismatch::Refused(refusal) => format!("不予受理：{}", of_refusal(refusal)),
        Mismatch::SignatureOf => "不是本文件里的摘要".to_owned(),
        Mismatch::Signature => "签名不成立".to_owned(),
        Mismatch::Unsigned(0) => "本站没有签记录".to_owned(),
        Mismatch::Unsigned(number) => format!("本站没有签第 {number} 条变更"),
    }
}

fn differs(expected: &str, found: &str) -> String {
    format!("应为 {expected}，文件写的是 {found}")
}

fn digest(digest: Option<&Digest>) -> String {
    digest.map_or_else(|| "null".to_owned(), Digest::to_string)
}

/// A number as people say it. A stratum's key may be any text, so it is quoted like one.
fn number(place: &Place) -> String {
    format!("{}-{}", Quote::of(&place.stratum), place.number)
}

/// A crew, by ids.
fn crew(crew: &CrewExcerpt) -> String {
    let ids: Vec<&str> = crew
        .first
        .iter()
        .map(|id| id.as_deref().unwrap_or("空"))
        .collect();
    match crew.slots {
        0 => "无".to_owned(),
        slots if slots > ids.len() => format!("{}等 {slots} 席", ids.join("、")),
        _ => ids.join("、"),
    }
}

/// What an amendment changes.
pub fn of_change(change: &Change) -> String {
    match change {
        Change::DropTarget { place, replace: true } => format!("{} 不再检查，由候补递补", number(place)),
        Change::DropTarget {
            place,
            replace: false,
        } => format!("{} 不再检查，不递补", number(place)),
        Change::InspectorOut(id) => format!("{id} 离岗"),
        Change::InspectorIn(colleague) => format!("{}（{}）到岗", colleague.name, colleague.id),
        Change::Recuse { inspector, place } => format!("{inspector} 回避 {}", number(place)),
        Change::Fill => "补齐抽取时空缺的位置".to_owned(),
        Change::Cancel => "全部取消".to_owned(),
        Change::Withdraw(of) => format!("撤回第 {of} 条变更"),
    }
}

/// Why an amendment is refused.
pub fn of_refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Earlier => "时间早于前一条".to_owned(),
        Refusal::Cancelled => "已经取消，只能撤回".to_owned(),
        Refusal::NotStanding(place) => format!("{} 不在列", number(place)),
        Refusal::NoReserve(stratum) => format!("{} 层没有候补了", Quote::of(stratum)),
        Refusal::NotInForce(id) => format!("“{id}”不在岗"),
        Refusal::InForce(id) => format!("“{id}”已在岗"),
        Refusal::KnownOtherwise(id) => format!("“{id}”与已登记的姓名、部门或技能不同"),
        Refusal::UnknownInspector(id) => format!("没有检查人员“{id}”"),
        Refusal::UnknownPlace(place) => format!("没有 {}", number(place)),
        Refusal::AlreadyRecused(id, place) => format!("“{id}”对 {} 已经回避", number(place)),
        Refusal::NoSuchAmendment(of) => format!("没有第 {of} 条变更"),
        Refusal::IsWithdrawal(of) => format!("第 {of} 条本身是撤回"),
        Refusal::AlreadyWithdrawn(of) => format!("第 {of} 条已经撤回"),
        Refusal::Breaks(number) => format!("撤回后第 {number} 条不能成立"),
    }
}

fn of_sheet(mismatch: &SheetMismatch) -> String {
    let differs =
        |what: &str, paper: &str, file: &str| format!("{what}与纸面不符：纸面 {paper}，文件 {file}");
    match mismatch {
        SheetMismatch::Commitment { paper, file } => differs("封存码", paper, file),
        SheetMismatch::Challenge { paper, file } => differs("质询数", paper, &file.to_string()),
        SheetMismatch::Station { paper, file } => differs("本站指纹", paper, file),
        SheetMismatch::Number { seat, paper, file } => {
            let file = file
                .as_ref()
                .map_or_else(|| "null".to_owned(), ToString::to_string);
            differs(&format!("{seat} 号席位的见证数"), paper, &file)
        }
        SheetMismatch::NoSuchNumber(paper) => format!("没有一个席位的见证数是 {paper}"),
        SheetMismatch::NoSuchSeat(seat) => format!("没有 {seat} 号席位"),
    }
}

fn of_break(broken: &Break) -> String {
    match broken {
        Break::Unread(files) => format!("{files} 个文件没有读出，连不成链"),
        Break::Station(this, first) => format!("第 {this} 号记录的签章公钥与第 {first} 号不同"),
        Break::Office(this, first) => format!("第 {this} 号记录的单位代码与第 {first} 号不同"),
        Break::Twice(this) => format!("有两份第 {this} 号记录"),
        Break::Missing(first, last) if first == last => format!("缺第 {first} 号记录"),
        Break::Missing(first, last) => format!("缺第 {first} 至 {last} 号记录"),
        Break::Previous(this, before) => format!("第 {this} 号记录所接的摘要不是第 {before} 号的"),
        Break::ClockBack(this, before) => format!("第 {this} 号记录的时间早于第 {before} 号"),
        Break::AmendedShrinks(this, other) => format!("第 {this} 号记录不再提到第 {other} 号的变更"),
        Break::AmendedBack(this, other) => format!("第 {this} 号记录所指的第 {other} 号变更倒退了"),
        Break::SameName(this, other) => format!("第 {this} 号与第 {other} 号记录的编号相同"),
        Break::Attempt(this, expected, found) => {
            format!("第 {this} 号记录应是本任务第 {expected} 次，写的是第 {found} 次")
        }
        Break::NoSuchAmendment(this, other) => format!("第 {this} 号记录提到的第 {other} 号变更不存在"),
        Break::AmendmentNotNamed(this, other) => format!("第 {this} 号记录没有提到第 {other} 号此前的变更"),
        Break::BasisVoid(this, other) => format!("第 {this} 号记录所依据的第 {other} 号是作废的"),
        Break::BasisDiffers(this, other) => format!("第 {this} 号记录的对象与第 {other} 号在列的不一致"),
        Break::BasisMissing(this) => format!("第 {this} 号记录所依据的记录不存在"),
    }
}
