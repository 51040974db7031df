//! All Chinese wording of what went wrong, in one place: what is wrong, where, and what to do.
//!
//! Every match is exhaustive, so a new reason cannot be forgotten. The golden file of the test suite shows
//! every text as a clerk would read it.

pub mod anchor;
mod argument;
pub mod backup;
mod ceremony;
pub mod codes;
mod draw;
mod entry;
mod event;
pub mod flags;
pub(crate) mod import;
pub(crate) mod import_columns;
mod inspector;
mod item;
mod outside;
pub mod personal;
mod place;
mod plan;
pub(crate) mod plan_flaw;
mod printing;
pub mod reader;
mod rules;
pub mod station;
mod target;
mod task;
pub mod verdict;

use sunlot_forms::Problem;
use sunlot_store::Fault;

use crate::Reason;
use crate::error::Flaw;
use crate::labels::table_label;

pub(crate) use outside::of_flaw as of_outside;
pub(crate) use plan::of_changes;

/// What is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

fn words(message: impl Into<String>, hint: impl Into<String>) -> Words {
    Words {
        message: message.into(),
        hint: hint.into(),
    }
}

/// Why a use case was refused.
pub fn of_reason(reason: &Reason) -> Words {
    match reason {
        Reason::OfficeInUse => words(
            "另一个阳光摇号正在使用这个单位的数据。",
            "请回到已经打开的窗口；如果命令行正在写入，请等它结束后重试。",
        ),
        Reason::OfficeMissing { folder } => words(
            format!("文件夹“{folder}”里还没有单位数据。"),
            "请先打开窗口填写单位资料，或运行 sunlot office set；如果数据在别处，请用 --office 指明文件夹。",
        ),
        Reason::OfficeThere { folder } => place::office_there(folder),
        Reason::PlaceInOffice { file } => place::in_office(file),
        Reason::PlaceTaken { file } => place::taken(file),
        Reason::PlaceEnding { file, ending } => place::ending(file, ending),
        Reason::WindowUnopened { folder } => place::window_unopened(folder),
        Reason::FolderNotOffice { folder } => words(
            format!("“{folder}”不是单位文件夹：里面放着别的文件，或者它本身就是一个文件。"),
            "请另指定一个空文件夹或已有的单位文件夹。原有的文件没有被改动。",
        ),
        Reason::FileNotOffice { file } => words(
            format!("“{file}”不是阳光摇号的数据文件。"),
            "请核对文件夹是否选对；如果确是本单位的文件夹，请从备份恢复。文件没有被改动。",
        ),
        Reason::OfficeNewer { found, known } => words(
            format!("这份数据是较新的程序写的（数据结构第 {found} 版），本程序只认识到第 {known} 版。"),
            "请安装新版阳光摇号再打开。数据没有被改动。",
        ),
        Reason::NoPlace => words(
            "找不到存放单位数据的地方。",
            "请用 --office 指明文件夹，或设置环境变量 SUNLOT_HOME。",
        ),
        Reason::DiskUnsafe => words(
            "这块磁盘不能保证数据写牢，没有打开。",
            "请把单位文件夹放在本机硬盘上，不要放在网络共享盘或特殊的虚拟盘上。",
        ),
        Reason::UpgradeBackupFailed => words(
            "升级数据之前的备份没有做成，所以没有升级。",
            "请腾出磁盘空间并确认单位文件夹可以写入，然后重新打开。原数据没有被改动。",
        ),
        Reason::OfficeDamaged => words(
            "数据文件读不出来，可能已经损坏。",
            "请先把整个单位文件夹复制一份留存，再从最近的备份恢复；不要删除原文件。",
        ),
        Reason::DiskFull => words(
            "磁盘满了，没有完成。",
            "请清理磁盘空间后重试；页面上填写的内容不会丢。",
        ),
        Reason::NotWritable => words(
            "单位文件夹不能写入，没有完成。",
            "请检查文件夹的权限，或磁盘、U 盘是否被写保护，然后重试。",
        ),
        Reason::NotReadable => words(
            "单位文件夹读不了。",
            "请确认是用平时的那个系统用户登录的，并检查文件夹的权限，或磁盘、U 盘是否连接好。",
        ),
        Reason::OfficeBusy => words(
            "数据文件一直被别的程序占用，没有完成。",
            "请关闭正在读取它的备份、同步或杀毒程序，然后重试。",
        ),
        Reason::DiskFailure => words(
            "读写磁盘时出错，没有完成。",
            "请检查磁盘或 U 盘是否还连接着、是否有坏道，然后重试。",
        ),
        Reason::ProfileInvalid { count } => words(
            format!("单位资料有 {count} 处需要改正，没有保存。"),
            "请按每一处下面的提示改正后再保存。",
        ),
        Reason::CommandUnknown { command } => argument::no_command(command),
        Reason::CommandMissing => argument::nothing(),
        Reason::ArgumentUnknown { argument } => argument::unknown(argument),
        Reason::ArgumentMissing { argument } => argument::missing(argument),
        Reason::ArgumentValueMissing { argument } => argument::without_value(argument),
        Reason::ArgumentValueWrong { argument, value } => argument::wrong(argument, value),
        Reason::ArgumentNotAmong {
            argument,
            value,
            among,
        } => argument::not_among(argument, value, among),
        Reason::ArgumentTwice { argument } => argument::twice(argument),
        Reason::FileMissing { file } => words(
            format!("找不到文件“{file}”。"),
            "请核对文件名和所在的文件夹；文件名里有空格时要加引号。",
        ),
        Reason::FileUnread { file } => words(
            format!("文件“{file}”打不开。"),
            "请确认它是一个文件、有权限读取，U 盘还连接着，然后重试。",
        ),
        Reason::FileUnwritten { file } => words(
            format!("文件“{file}”写不进去。"),
            "请确认所在的文件夹在、有权限写入，U 盘还连接着、没有写保护，然后重试。原有的文件没有被改动。",
        ),
        Reason::DrawFileUnreadable { file, why } => words(
            format!("“{file}”{}。", verdict::of_unreadable(*why)),
            "请换一份完整的文件：应为 UTF-8 编码的 JSON，没有被别的程序改动或截断。",
        ),
        Reason::DrawFileFaulty { file, count } => words(
            format!("“{file}”的格式有 {count} 处不合，没有处理。"),
            "请按每一处的说明改正，或换一份没有改动过的文件。",
        ),
        Reason::DrawRefused { count } => words(
            format!("名单或见证数有 {count} 处不合规则，不能抽取。"),
            "请按每一处的说明改正后重试；什么都没有封存。",
        ),
        Reason::DrawWithoutSecret => words(
            "没有密数，不能抽取。",
            "密数在封存时产生，装在监督员保管的信封里；密数遗失的，只能由封存它的那台电脑作废。",
        ),
        Reason::AmendmentRefused { number, refusal } => words(
            format!("第 {number} 条变更不予受理：{}。", verdict::of_refusal(refusal)),
            "请改正或去掉这一条后重试。",
        ),
        Reason::VoidAmended => words(
            "作废的记录不得有变更。",
            "请去掉变更；要重新检查这些对象，请另行封存、重新抽取。",
        ),
        Reason::DrawFileInvalid { file, checks } => words(
            format!("“{file}”核验不符（{checks}），没有处理。"),
            "请先运行 sunlot verify 查看哪里不符，再向发布文件的单位索取原件。",
        ),
        Reason::TargetUnknown { asked, sealed: 0 } => words(
            format!("名单里没有“{asked}”。"),
            "请先核对编号有没有打错；确实不在名单里的，不参加这次抽取。",
        ),
        Reason::FileTooLarge { file } => words(
            format!("文件“{file}”超过 1 GB，没有打开。"),
            "公布文件不会这样大（一百万个对象约 0.2 GB）。请核对是不是选错了文件。",
        ),
        Reason::NumberUnknown { asked, strata } => argument::no_number(asked, strata),
        Reason::TargetUnknown { asked, sealed } => words(
            format!("公开的名单里没有“{asked}”，另有 {sealed} 条名单是密封的。"),
            "请用抽签号查询，或向监督员查阅全本；密封的名单里有没有，本文件看不出来。",
        ),
        Reason::SheetForSeveral => words(
            "对照纸面时一次只能核验一个文件。",
            "请去掉 --sheet，或只给出纸面所属的那一个文件。",
        ),
        Reason::Access(fault) => entry::of_fault(fault),
        Reason::Backup(fault) => backup::of_fault(fault),
        Reason::OutputFailed => words(
            "结果没能全部写出来；要做的事已经做完。",
            "请检查写往的文件所在的磁盘是否满了，再用 show 命令看一遍。",
        ),
        Reason::NotPrinted { why } => printing::of_not_printed(why),
        Reason::FontsMissing { places } => printing::of_fonts_missing(places),
        Reason::FontDamaged { file } => printing::of_font_damaged(file),
        Reason::RequestUnreadable => words(
            "收到的内容看不懂，没有处理。",
            "请对照说明检查文件或参数的写法；详情里写明了哪里不对。",
        ),
        Reason::AnchorDiffers(standing) => {
            let said = anchor::of_standing(standing);
            words(format!("{}在确认之前不能写入。", said.message), said.hint)
        }
        Reason::AnchorFits => words(
            "留痕与锚点之间没有需要确认的差异。",
            "不用再做什么，可以照常办理。",
        ),
        Reason::AcknowledgementInvalid => words(
            "确认锚点差异的理由要改正，没有确认。",
            "请写明出了什么事，例如“硬盘损坏，改用 11 月 3 日的备份”。",
        ),
        Reason::AnchorFileUnreadable { file } => words(
            format!("“{file}”不是锚点文件，或者已经损坏。"),
            "请选“锚点带到 U 盘”（命令行是 sunlot audit anchor --to）写出的文件。",
        ),
        Reason::AnchorOfAnother { file } => words(
            format!("“{file}”是另一个单位的锚点。"),
            "请核对单位文件夹和锚点文件是否拿对。",
        ),
        Reason::AnchorWouldGoBack { file, standing } => {
            let said = anchor::of_standing(standing);
            words(
                format!(
                    "没有写锚点：“{file}”里已有的锚点与现有留痕对不上。{}",
                    said.message
                ),
                "原来的锚点没有动，它是证据。请先查清原因；确要另写，请换一个文件夹。",
            )
        }
        Reason::AlreadyVerifying => words("正在核对留痕，还没有结束。", "请等它结束，或者先停止这一次核对。"),
        Reason::FilterInvalid => words("筛选条件写得不对，没有查找。", "请按每一处下面的提示改正。"),
        Reason::EventUnknown { seq } => words(
            format!("留痕里没有第 {seq} 条。"),
            "请核对编号；编号从 1 开始，不超过留痕的总条数。",
        ),
        Reason::NotFlagged { seq } => words(
            format!("第 {seq} 条留痕没有红旗，没有记“已看”。"),
            "请在红旗页重新读取后再选。",
        ),
        Reason::TooManyRows { found, max } => words(
            format!("要导出 {found} 条，一张工作表最多放 {max} 条。"),
            "请按日期分成几次导出。",
        ),
        Reason::PlaceFull { file } => place::full(file),
        Reason::PlaceNotWritable { file } => place::not_writable(file),
        Reason::PlaceMissing { file } => place::missing(file),
        Reason::PlaceFailed { file } => place::failed(file),
        Reason::NoEntropy => words(
            "操作系统给不出随机数，没有继续。",
            "请重新启动计算机再试；仍不行，请联系技术支持。在此之前不要用这台计算机封存或设密码。",
        ),
        Reason::Station(fault) => station::of_fault(fault),
        Reason::Personal(fault) => personal::of_fault(fault),
        Reason::Reader(fault) => reader::of_fault(fault),
        Reason::Target(fault) => target::of_fault(fault),
        Reason::Inspector(fault) => inspector::of_fault(fault),
        Reason::Item(fault) => item::of_fault(fault),
        Reason::Task(fault) => task::of_fault(fault),
        Reason::Ceremony(fault) => ceremony::of_fault(fault),
        Reason::Rules(fault) => rules::of_fault(fault),
        Reason::Import(fault) => import::of_fault(fault),
        Reason::Plan(fault) => plan_flaw::of_fault(fault),
        Reason::Outside(fault) => outside::of_fault(fault),
        Reason::Internal => words(
            "程序出了意外的错误，这一步没有完成。",
            "请重试一次；如果还出现，请复制详情发给技术支持。已经保存的数据不受影响。",
        ),
    }
}

/// What is wrong with the value that is called `label`.
pub fn of_flaw(label: &str, flaw: &Flaw) -> Words {
    match flaw {
        Flaw::Required => words(format!("{label}没有填写。"), "这一项必须填写。"),
        Flaw::IdNumberInText => words(
            format!("{label}里有身份证号，没有保存。"),
            "名录和清单不存身份证号，请删去；确需保存的，另在个人信息里单独登记并写明理由。",
        ),
        Flaw::TooLong { max, found } => words(
            format!("{label}太长：{found} 个字，最多 {max} 个字。"),
            "请缩短，公文和大屏上才放得下。",
        ),
        Flaw::Invisible { place, found } => words(
            format!(
                "{label}的第 {place} 个字符是看不见的字符（U+{:04X}）。",
                u32::from(*found)
            ),
            "多半是从别处粘贴时带进来的，请删掉这一项重新输入。",
        ),
        Flaw::UsccScientific => words(
            format!("{label}是科学记数法，后面的数字已经丢了。"),
            "请对照《统一社会信用代码证书》重新输入 18 位代码，不要从电子表格的数字单元格里复制。",
        ),
        Flaw::UsccCutBySpreadsheet => words(
            format!("{label}像是被电子表格改坏的：全是数字，末三位变成了 000。"),
            "请对照《统一社会信用代码证书》重新输入 18 位代码。",
        ),
        Flaw::UsccLength { found } => words(
            format!("{label}应为 18 位，现在是 {found} 位。"),
            "请填《统一社会信用代码证书》上的代码，不是旧的 9 位组织机构代码。",
        ),
        Flaw::UsccCharacter { place, found } => words(
            format!("{label}的第 {place} 位“{found}”不会出现在统一社会信用代码里。"),
            "代码只用数字和大写字母，不用 I、O、S、V、Z；请看是不是把 0 写成了 O、把 1 写成了 I。",
        ),
        Flaw::UsccCheckCharacter { expected, found } => words(
            format!("{label}校验不对：按前 17 位算，末位应是 {expected}，填的是 {found}。"),
            "至少有一位填错了，请对照证书逐位核对，常见的是相邻两位写颠倒。",
        ),
        Flaw::RegionCharacter { place, found } => words(
            format!("{label}的第 {place} 位“{found}”不是数字。"),
            "行政区划代码只有数字。",
        ),
        Flaw::RegionLength { found } => words(
            format!("{label}应为 6 位（到县）、9 位（到乡镇）或 12 位（到村），现在是 {found} 位。"),
            "请核对后补全或删去多余的数字。",
        ),
        Flaw::RegionProvince { found } => words(
            format!("没有以 {found} 开头的{label}。"),
            "前两位是省级代码，例如河北 13、河南 41、山东 37。",
        ),
        Flaw::RegionNameMissing => words(
            format!("填了行政区划代码，还要填{label}。"),
            "请填全称，例如“河北省保定市徐水区”。",
        ),
        Flaw::PhoneCharacter { place, found } => words(
            format!("{label}的第 {place} 个字符“{found}”不是电话号码里的字符。"),
            "只填号码，可以写区号、短横和“转”分机；几个号码用顿号隔开。",
        ),
        Flaw::PhoneDigits { number, found: 0 } if number.is_empty() => words(
            format!("{label}里有一个空着的号码。"),
            "请删去多余的顿号，或补上号码。",
        ),
        Flaw::PhoneDigits { number, found } => words(
            format!("{label}“{number}”拨不通：{found} 位数字，不像任何一种号码。"),
            "例如 0312-8682345、0312-8682345转802、13800000000、12345。",
        ),
        Flaw::PhoneTooLong { max } => words(
            format!("{label}太长，最多 {max} 个字符。"),
            "请只留最常用的一两个号码。",
        ),
        Flaw::DocPrefixCharacter { place, found } => words(
            format!("{label}的第 {place} 个字“{found}”不是汉字。"),
            "只填年份前面的那几个字，例如“徐气查”；〔年份〕和序号由程序编。",
        ),
        Flaw::DocPrefixWholeNumber => words(
            format!("{label}多写了“第”或“号”。"),
            "只填年份前面的那几个字，例如“徐气查”；〔年份〕和序号由程序编。",
        ),
        Flaw::DocPrefixTooLong { max, found } => words(
            format!("{label}太长：{found} 个字，最多 {max} 个字。"),
            "请填规定的简称。",
        ),
        Flaw::EntrustingAuthorityMissing => words(
            "受委托的组织要写明委托机关。",
            "请填委托书上的委托机关全称；检查文书要以它的名义印发。",
        ),
        Flaw::EntrustingAuthorityUnwanted => words(
            "只有受委托的组织才填委托机关。",
            "请清空委托机关，或把执法主体资格改为“受委托的组织”。",
        ),
        Flaw::ChannelDetailMissing => words(
            format!("{label}没有写明在哪里。"),
            "请填网址、栏目、版面或公示栏的地点，公众才找得到。",
        ),
        Flaw::ChannelTwice { first } => words(format!("{label}和第 {first} 条重复。"), "请删去其中一条。"),
        Flaw::FileFault(fault) => placed(
            label,
            &verdict::of_fault(fault),
            "请用制作它的程序重新生成，不要手工改动。",
        ),
        Flaw::RuleBroken(breach) => {
            placed(label, &verdict::of_breach(breach), "请在名单或规则里改正这一处。")
        }
        Flaw::NotADay { found } => words(
            format!("{label}“{found}”不是日期。"),
            "请写成 2026-11-20 这样：四位年、两位月、两位日。",
        ),
        Flaw::DaysReversed => words(
            format!("{label}早于起始日期。"),
            "请把两个日期调换，或改正其中一个。",
        ),
        Flaw::Account(flaw) => entry::of_flaw(label, flaw),
        Flaw::Station(flaw) => station::of_request_flaw(label, flaw),
        Flaw::Personal(flaw) => personal::of_request_flaw(label, flaw),
        Flaw::Target(flaw) => target::of_flaw(label, flaw),
        Flaw::Inspector(flaw) => inspector::of_flaw(label, flaw),
        Flaw::Item(flaw) => item::of_flaw(label, flaw),
        Flaw::Task(flaw) => task::of_flaw(label, flaw),
        Flaw::Ceremony(flaw) => ceremony::of_flaw(label, flaw),
        Flaw::Rules(flaw) => rules::of_flaw(label, flaw),
        Flaw::Plan(flaw) => plan_flaw::of_flaw(label, flaw),
        Flaw::Outside(flaw) => outside::of_flaw(label, flaw),
        Flaw::TooManyChannels { max, found } => words(
            format!("{label}太多：{found} 条，最多 {max} 条。"),
            "请只留真正用来公示的渠道。",
        ),
    }
}

/// A place in a draw's file, and what is wrong there.
fn placed(path: &str, said: &str, hint: &str) -> Words {
    let place = if path.is_empty() { "文件" } else { path };
    words(format!("{place}：{said}。"), hint)
}

/// What a reader of a paper must be told of.
pub fn of_paper(problem: &Problem) -> String {
    match problem {
        Problem::MissingGlyph {
            character,
            line,
            page,
        } => format!(
            "第 {page} 页“{line}”里的“{character}”（U+{:04X}）没有字形，纸上印的是方框，请手写补上。",
            u32::from(*character)
        ),
        Problem::TallerThanPage { page } => format!("第 {page} 页有一段比整页还高，下面的部分印不出来。"),
        Problem::WiderThanLine { text } => format!("“{text}”比一行还宽，右边的部分印不出来。"),
        Problem::QrTooLong { bytes } => format!("方码的内容太长（{bytes} 字节），没有印出来。"),
        Problem::QrTooFine { bytes } => format!("方码的内容较长（{bytes} 字节），复印以后可能扫不出来。"),
    }
}

/// What does not fit in the trail.
pub fn of_fault(fault: &Fault) -> Words {
    match fault {
        Fault::Damaged { .. } => words(
            "数据文件本身有损坏。",
            "请先复制整个单位文件夹留存，再从最近的备份恢复。",
        ),
        Fault::Schema { object } => words(
            format!("数据结构被改动过：{object}。"),
            "有人绕过程序改了数据文件。请报告监督员，并保留文件夹备查。",
        ),
        Fault::Gap { expected, found } => words(
            format!("留痕不连续：第 {expected} 号的位置上是第 {found} 号。"),
            "中间的留痕被删去了。请报告监督员，并保留文件夹备查。",
        ),
        Fault::EventChanged { seq } => words(
            format!("第 {seq} 号留痕与它的校验值不符。"),
            "这条留痕，或它前面的一条，被改动过。请报告监督员，并保留文件夹备查。",
        ),
        Fault::RowsChanged {
            seq,
            table,
            expected,
            found,
        } if expected == found => words(
            format!(
                "第 {seq} 号留痕写下的{}（{expected} 行）内容被改动过。",
                table_label(table)
            ),
            "有人绕过程序改了数据文件。请报告监督员，并保留文件夹备查。",
        ),
        Fault::RowsChanged {
            seq,
            table,
            expected,
            found,
        } => words(
            format!(
                "第 {seq} 号留痕写下{} {expected} 行，现在有 {found} 行。",
                table_label(table)
            ),
            "有人绕过程序增删了数据。请报告监督员，并保留文件夹备查。",
        ),
        Fault::ObjectsChanged { seq } => words(
            format!("第 {seq} 号留痕所涉对象的目录与留痕不符。"),
            "目录只用来查找，留痕本身另有校验；但目录被人绕过程序改过。请报告监督员，并保留文件夹备查。",
        ),
        Fault::CheckpointDiffers { seq } => words(
            format!("上次核对到第 {seq} 号留痕，现在的历史与那时不同。"),
            "已经核对过的留痕被改过、删过，或换成了另一份数据。请报告监督员，并保留文件夹备查。",
        ),
        Fault::StrayRow { table, key } => words(
            format!("{}里有一行（{key}）没有任何留痕。", table_label(table)),
            "有人绕过程序加了数据。请报告监督员，并保留文件夹备查。",
        ),
    }
}
