//! The words about rosters that are taken over: what is wrong with a file, and what is to be said of a row.

use sunlot_rules::codes::CodeReason;
use sunlot_rules::codes::reg_no::RegNoFault;
use sunlot_rules::codes::uscc::UsccFault;

use super::{Words, words};
use crate::import::{ImportFault, Nouns, Registry, What};

/// Why an import does not go on.
pub(super) fn of_fault(fault: &ImportFault) -> Words {
    match fault {
        ImportFault::ImportGone => words("这次导入已经不在了。", "请重新选择文件；名录没有被改动。"),
        ImportFault::ImportRunning => words("另一份名单正在读取。", "请等它读完，或先取消它。"),
        ImportFault::SheetUnknown { asked } => words(
            format!("文件里没有名为“{asked}”的工作表。"),
            "请核对工作表的名称，或不写，由程序挑选。",
        ),
        ImportFault::HeaderMissing { sheet } => words(
            format!("工作表“{sheet}”里找不到表头。"),
            "请指明表头在第几行；表头里至少要有名称一列，例如“企业名称”“统一社会信用代码”，人员名单是“姓名”“执法证号”。",
        ),
        ImportFault::ColumnsUnknown { field } => words(
            format!("没有一列是“{field}”，没有导入。"),
            "请指明哪一列是它：在窗口里给那一列选字段，在命令行用 --mapping。",
        ),
        ImportFault::WrongKind { sheet, asked, looks } => wrong_kind(sheet, *asked, *looks),
        ImportFault::MappingUnreadable { file } => words(
            format!("“{file}”不是能用的列对应文件。"),
            "写法是 {\"columns\": {\"表头\": \"字段\"}}，字段名用 sunlot import fields 查看。",
        ),
        ImportFault::MappingWrong { problem } => words(problem.clone(), "请改正列对应后重试。"),
        ImportFault::ImportUndecided { groups, rows, more } => words(
            format!(
                "还有 {groups} 组重复的行没有决定留哪一行（{}），决定之前不能导入。",
                named(rows, *more)
            ),
            "请在“重复的行”里逐组决定，或一次决定全部；命令行用 --duplicates first、last、merge 或 neither。",
        ),
        ImportFault::HiddenRowsOpen { count } => words(
            format!("有 {count} 行在文件里是隐藏的，说定要不要导入之前不能导入。"),
            "请回到上一步选“一起导入”或“跳过”，再比对一次；命令行用 --hidden-rows take 或 skip。",
        ),
        ImportFault::ImportMoved => words(
            "名录在比对以后变了，没有导入。",
            "请重新比对一次，看过新的结果再导入。",
        ),
        ImportFault::NothingToImport => words(
            "没有一行要新增或更新，没有导入。",
            "如果文件选对了，名录已经是最新的；否则请看跳过和错误的原因。",
        ),
    }
}

/// Rows by their numbers, and how many there are besides.
fn named(rows: &[u32], more: u32) -> String {
    let rows: Vec<String> = rows.iter().map(u32::to_string).collect();
    let more = if more > 0 {
        format!("，还有 {more} 行")
    } else {
        String::new()
    };
    format!("第 {} 行{more}", rows.join("、"))
}

/// What became of a doubtful value of a row that is taken.
const TAKEN: &str = "，已收，待核";
const NOT_KNOWN: &str = "，记为不详，核实以前不参加抽取";
const BY_DAY: &str = "；按日期记一次，次数没有收";

/// The same of a row that is not taken: nothing was done with it.
pub(crate) fn untaken(message: &str) -> String {
    [TAKEN, NOT_KNOWN, BY_DAY]
        .into_iter()
        .fold(message.to_owned(), |message, tail| message.replace(tail, ""))
}

/// A roster that looks like one of another registry.
fn wrong_kind(sheet: &str, asked: Registry, looks: Registry) -> Words {
    let called = |registry: Registry| match registry {
        Registry::Targets => "检查对象名单",
        Registry::Inspectors => "执法人员名单",
        Registry::Visits => "检查台账",
        Registry::Items => "抽查事项清单",
    };
    let (asked, verb) = (called(asked), <&str>::from(looks));
    let looks = called(looks);
    words(
        format!("工作表“{sheet}”看起来是{looks}，不是{asked}，没有比对。"),
        format!(
            "请在“导入{looks}”里导入它，命令行用 sunlot import {verb}；确实是{asked}的，在窗口里勾选确认，命令行用 --mapping 写明每一列是什么。"
        ),
    )
}

/// Hidden rows and sheets.
pub(crate) fn hidden_rows(count: u32) -> Words {
    words(
        format!("含隐藏行 {count} 行；筛选只是藏起来，并没有删去。"),
        "请说明它们要不要导入：在窗口里选，命令行用 --hidden-rows take（一起导入）或 skip（跳过）。",
    )
}

/// A filter that is set.
pub(crate) fn filtered() -> Words {
    words(
        "工作表设了筛选，没有显示的行也读进来了。",
        "只要导入筛出来的行，请把它们复制到新表再导入。",
    )
}

/// Hidden columns.
pub(crate) fn hidden_columns(count: usize) -> Words {
    words(
        format!("含隐藏列 {count} 列，也读进来了。"),
        "不该导入的列，请在列对应里选“不导入”。",
    )
}

/// What was chosen is hidden.
pub(crate) fn hidden_sheet(name: &str) -> Words {
    words(
        format!("工作表“{name}”在文件里是隐藏的。"),
        "请确认要导入的是不是它。",
    )
}

/// Columns that are recognised and not kept; whether any of them is personal.
pub(crate) fn columns_left_out(columns: &[&str], personal: bool) -> Words {
    let columns: Vec<String> = columns.iter().map(|column| format!("“{column}”")).collect();
    let why = if personal {
        "身份证号、手机号是个人信息，名录不保存；确需保存的，另在个人信息里单独登记并写明理由。"
    } else {
        "名录没有这一项。"
    };
    words(format!("{}不收。", columns.join("、")), why)
}

/// What is to be said of a row.
pub(crate) fn of_what(registry: Registry, column: &str, what: &What) -> Words {
    let Nouns {
        one,
        name,
        code,
        number,
        ..
    } = registry.nouns();
    match what {
        What::Hint => words("这一行是填写说明，不是数据。", "不用处理。"),
        What::Example => words(
            "这一行是示例，不是数据。",
            format!("不用处理；如果是真的一{one}，请去掉“案例”“示例”字样再导入。"),
        ),
        What::RepeatedHeader => words("这一行是重复的表头。", "不用处理。"),
        What::Total => words("这一行是合计或填表人，不是数据。", "不用处理。"),
        What::Note => words("这一行是说明文字，不是数据。", "不用处理。"),
        What::Numbered => words("这一行只有序号。", "不用处理。"),
        What::HiddenRow => words(
            "这一行在文件里是隐藏的，照所选的跳过。",
            "要导入它，请选“一起导入”隐藏的行，再导入一次。",
        ),
        What::SameAsRow { row } => words(format!("与第 {row} 行完全相同。"), "不用处理，留了前面一行。"),
        What::Undecided { row } => words(
            format!("与第 {row} 行是同一{one}，内容不同，还没有决定留哪一行。"),
            "请在“重复的行”里决定，再导入。",
        ),
        What::Outvoted { row } => words(format!("与第 {row} 行是同一{one}，留了那一行。"), "不用处理。"),
        What::Neither => words(
            format!("与别的行是同一{one}，决定都不要。"),
            format!("核实后逐{one}登记，或改好文件再导入。"),
        ),
        What::MergedInto { row } => words(
            format!("与第 {row} 行是同一{one}，已合并到那一行。"),
            "不用处理。",
        ),
        What::SameNameOldNumber { number, code } => words(
            format!("名录里的 {number} 同名，只有旧代码 {code}，可能是同一户换了新代码。"),
            "是同一户，请先在那一户里填上新代码再导入；不是，请在窗口里逐户登记。",
        ),
        What::NameMissing => words(
            format!("没有{name}。"),
            format!("请在原文件里补上{name}，再导入这一行。"),
        ),
        What::CodeDamaged { text, perhaps } => damaged(text, perhaps.as_ref()),
        What::CodePersonal => words(
            format!("{code}一栏里是公民身份号码，没有记下。"),
            match registry {
                Registry::Targets => {
                    "检查对象库不收身份证号；请换成营业执照上的统一社会信用代码，再导入这一行。"
                }
                Registry::Inspectors => "名录不收身份证号；请换成执法证上的编号，再导入这一行。",
                Registry::Visits => "台账不收身份证号；请换成检查对象的统一社会信用代码，再导入这一行。",
                Registry::Items => "清单不收身份证号；请换成事项的编号，再导入这一行。",
            },
        ),
        What::TwoPeople { count } => words(
            format!("{column}一格里有 {count} 个人。"),
            "一个人一行：请在原文件里分成几行，各填各的执法证号，再导入。",
        ),
        What::NumberUnknown { text } => words(
            format!("名录里没有编号“{text}”，没有记下，按{code}和{name}认。"),
            format!("别的单位导出的名单带着它自己的编号，不用处理；新的一{one}由程序编号。"),
        ),
        What::NumberOfAnother { number, name: known } => words(
            format!(
                "编号 {number} 在名录里是“{known}”，{code}和{name}都对不上；编号没有用，按{code}和{name}认。"
            ),
            format!("名单是别的单位的，不用处理；是本单位的，请核对编号有没有写错，是不是两{one}。"),
        ),
        What::TargetUnknown => words(
            "名录里没有这个检查对象。",
            "请先登记或导入这一户，再导入这一行；名称或代码写错的，请在原文件里改正。",
        ),
        What::NameDiffers { number, name: known } => words(
            format!("代码是 {number} 的，名录里叫“{known}”，名称对不上。"),
            format!("请核对是不是这一{one}；代码写错的，请在原文件里改正再导入。"),
        ),
        What::LinkedByNameAlone { number } => words(
            format!("没有{code}，按{name}认作 {number}，名录里只有这一{one}同名。"),
            format!("请核对是不是同一{one}；不是，请补上{code}再导入。"),
        ),
        What::DateMissing => words(
            "没有读得出的检查日期，不知道是哪一次。",
            "请在原文件里填上年月日，再导入这一行；只知道月份的，写到月。",
        ),
        What::TwoTargets { one: first, other } => words(
            format!("两个{code}分别是 {first} 和 {other} 的。"),
            format!("请核对证照上的{code}，分清是哪一{one}，再导入这一行。"),
        ),
        What::NameOfSeveral { count } => words(
            format!("没有{code}，名录里同名的有 {count} {one}，分不清是哪一{one}。"),
            match registry {
                Registry::Targets | Registry::Visits => {
                    format!("请补上代码或本单位的编号（{number} 开头），再导入这一行。")
                }
                Registry::Inspectors => "请补上执法证号，再导入这一行；没有执法证的，请逐人登记。".to_owned(),
                Registry::Items => format!("请填上本单位的编号（{number} 开头），再导入这一行。"),
            },
        ),
        What::CellError { text } => words(
            format!("{column}显示错误“{text}”，没有读。"),
            "请在 WPS 里改好公式或直接填上内容，再导入。",
        ),
        What::NoValue => words(
            format!("{column}是没有算过的公式，没有读。"),
            "请用 WPS 打开原文件，保存一次，再导入。",
        ),
        What::TooLong { max, found } => words(
            format!("{column}有 {found} 个字，最多 {max} 个。"),
            "请核对是不是几格的内容并到了一格。",
        ),
        What::CertDamaged { .. }
        | What::CertOfRow { .. }
        | What::CertZeros { .. }
        | What::SamePerson { .. } => of_certificate(what),
        other => of_doubt(registry, column, other),
    }
}

/// What is to be said of the certificates of a row.
fn of_certificate(what: &What) -> Words {
    match what {
        What::CertDamaged { text } => words(
            format!("执法证号“{text}”已被表格软件损坏。"),
            "末尾几位已经丢失，程序不会去猜。请照执法证重新填写这一格（先把这一列设成文本），再导入这一行。",
        ),
        What::CertOfRow { row, cert } => words(
            format!("执法证号 {cert} 第 {row} 行也有。"),
            "一个执法证号只能是一个人的：请照证件核对，改好再导入这一行。",
        ),
        What::CertZeros { number, cert } => words(
            format!("名录里的 {number} 同名，证号是 {cert}，这一行的可能丢了前面的零。"),
            "请照执法证把零补上（先把这一列设成文本），再导入这一行。",
        ),
        What::SamePerson { number, cert } if cert.is_empty() => words(
            format!("名录里的 {number} 同名，没有执法证号，可能是同一人，没有导入这一行。"),
            "是同一人，请先在那个人里填上这个证号再导入；不是，请先在窗口里登记这一行的人。",
        ),
        What::SamePerson { number, cert } => words(
            format!("没有执法证号；名录里的 {number} 同名，证号是 {cert}，可能是同一人，没有导入这一行。"),
            "是同一人，请在这一行填上证号再导入；不是，请在窗口里登记这一行的人。",
        ),
        What::CertWords { text } => words(
            format!("执法证号写的是“{text}”，不是证号，当作没有执法证。"),
            "没有执法证的不能参加抽取；领到证以后请填上编号，再导入一次。",
        ),
        What::NotUsable { why } => words(
            format!("已收，现在不能使用：{why}。"),
            "请补上现行有效的法律依据；没有依据的不得开展检查。",
        ),
        What::CertSplit => words(
            "一格里有两个执法证号，已分开；只有一个有效期的，记在第一个上。",
            "请照证件核对两个证的有效期。",
        ),
        What::CertSurplus { others } => words(
            format!("执法证多于两个，{others}没有收。"),
            "名录里一人最多两个执法证，请核对留哪两个。",
        ),
        What::CertWithout => words(
            "没有执法证号，有效期和发证机关没有收。",
            "请补上执法证上的编号，再导入一次。",
        ),
        What::NotDrawn { why } => words(
            format!("已收，今天不能参加抽取：{why}。"),
            "请核对证件和状态；换了证的，填上新的编号和有效期。",
        ),
        other => words(other.code(), "请核对原文件。"),
    }
}

/// What does not keep a row out.
fn of_doubt(registry: Registry, column: &str, what: &What) -> Words {
    let Nouns {
        one,
        name,
        code,
        paper,
        ..
    } = registry.nouns();
    match what {
        What::CodeInvalid {
            text,
            reason,
            perhaps,
        } => invalid(text, reason, perhaps),
        What::CodeOld => words(
            format!("旧的注册号，没有校验位{TAKEN}。"),
            "请对照营业执照换成统一社会信用代码。",
        ),
        What::CodeMissing => words(
            format!("没有代码{TAKEN}。"),
            "请补上统一社会信用代码；没有代码的户，下次只能按名称认出来。",
        ),
        What::NameBroken { sign } => words(
            format!("{name}里有{sign}，可能缺字{TAKEN}。"),
            format!("请对照{paper}把字补上；生僻字可以从别处复制进来。"),
        ),
        What::NumberLost { text } => words(
            format!("{column}是数字格“{text}”，前面的零可能丢了{TAKEN}。"),
            "请对照原件核对；在原文件里把这一列设成文本再填。",
        ),
        What::DateUnread { text } => words(
            format!("{column}“{text}”认不出是哪一天，这一项没有收。"),
            "请写成 2026-11-20 这样，再导入一次。",
        ),
        What::DateOdd { text } => words(
            format!("{column}“{text}”不像真的，这一项没有收。"),
            "请核对年份，再导入一次。",
        ),
        What::WordUnknown { word } => words(
            format!("{column}“{word}”不知道是什么意思，这一项没有收。"),
            "请在比对页里说明这个词对应哪一项，程序会记住。",
        ),
        What::StatusUnknown { word } => words(
            format!("{column}写的是“{word}”{NOT_KNOWN}。"),
            match registry {
                Registry::Targets => "请在国家企业信用信息公示系统核实，再改成存续、注销等。",
                _ => "请核实这个人的状态，再改成在职、调离等。",
            },
        ),
        What::StatusUnread { word } => words(
            format!("{column}“{word}”不知道是什么意思{NOT_KNOWN}。"),
            "请在比对页里说明这个词对应哪一项，程序会记住。",
        ),
        What::BoundUnread { text } => words(
            format!("{column}“{text}”不是比例，这一项没有收。"),
            "请写成“5%”这样，再导入一次。",
        ),
        What::FlagUnread { heading, word } => words(
            format!("“{heading}”一列里的“{word}”看不出有没有这种情形，没有加触发标志。"),
            "有的写“是”或标志的名称，没有的写“否”，再导入一次；也可以打开那一户加标志。",
        ),
        What::CountUnread { text } => words(
            format!("{column}“{text}”不是次数，这一项没有收。"),
            "请填写数字，再导入一次。",
        ),
        What::VisitsDiffer { count, last } => words(
            format!("本年已查次数写的是 {count} 次，上次检查日期是 {last}，两项对不上{BY_DAY}。"),
            "请查台账核对，改正以后再导入一次。",
        ),
        What::SameName { count } => words(
            format!("另有 {count} {one}同名，{code}不同。"),
            match registry {
                Registry::Targets | Registry::Visits => "总店与分店可以同名；如果是同一户，请核对代码。",
                Registry::Inspectors => "同名的人以执法证号区分；如果是同一人，请核对证号。",
                Registry::Items => "同名的事项以编号区分；如果是同一项，请核对编号。",
            },
        ),
        What::Renamed { before } => words(
            match registry {
                Registry::Targets => format!("名称变了，原来是“{before}”，已记为曾用名。"),
                Registry::Inspectors => format!("姓名变了，原来是“{before}”。"),
                Registry::Items | Registry::Visits => format!("名称变了，原来是“{before}”。"),
            },
            format!("请核对是更名，还是{code}填错了{one}。"),
        ),
        What::LinkedByName { number } => match registry {
            Registry::Targets => words(
                format!("按名称和负责人认作 {number}，原来只有旧代码。"),
                "请核对是不是同一户换了新代码。",
            ),
            Registry::Visits => words(
                format!("没有对得上的代码，按名称认作 {number}。"),
                "请核对是不是这一户。",
            ),
            Registry::Items => words(format!("按名称认作 {number}。"), "请核对是不是同一项。"),
            Registry::Inspectors => words(
                format!("按姓名和工号认作 {number}。"),
                "请核对是不是同一人，执法证号有没有变。",
            ),
        },
        What::NotInRegistry { number } => words(
            format!("{number} 在名录里已暂停或移出，内容更新，状态不变。"),
            format!("要恢复，请打开那一{one}办理。"),
        ),
        What::LevelGraded { on } => words(
            format!("现行风险等级是 {on} 按四项评分评定的，名单里的等级没有采用。"),
            "名单里的等级有新的评分作依据的，请在信用档案里补录评定。",
        ),
        What::TellsMore => words(
            "检查次数或触发标志与名录里的不同，一并更新。",
            "请核对名单上的次数、日期和标志。",
        ),
        What::FilledDown => words(
            format!("{column}是合并的格子，按上面一行填的。"),
            "请核对这一行是不是也属于它。",
        ),
        What::Rare { characters } => words(
            format!("{name}里有生僻字“{characters}”，已照原样收下。"),
            "别的系统可能显示不出；导出时请用 UTF-8 或 xlsx。",
        ),
        What::TownshipGuessed { township } => words(
            format!("乡镇“{township}”是从地址推想的，没有收。"),
            "请核对后填上。",
        ),
        other => of_certificate(other),
    }
}

fn damaged(text: &str, perhaps: Option<&(String, String)>) -> Words {
    let hint = "表格软件把代码当成了数字，末尾几位已经丢失，程序不会去猜。请从营业执照或原始名单重新填写这一格（先把这一列设成文本），再导入这一行";
    let hint = match perhaps {
        Some((number, code)) if !code.is_empty() => {
            format!("{hint}。名录里同名的是 {number}，代码 {code}，可以对照。")
        }
        Some((number, _)) => format!("{hint}。名录里同名的是 {number}。"),
        None => format!("{hint}。"),
    };
    words(format!("代码“{text}”已被表格软件损坏。"), hint)
}

fn invalid(text: &str, reason: &CodeReason, perhaps: &[String]) -> Words {
    let why = match reason {
        CodeReason::Uscc(UsccFault::CheckCharacter { expected, found }) => {
            format!("最后一位是“{found}”，按前面的应当是“{expected}”")
        }
        CodeReason::Uscc(UsccFault::Character { place, found }) => {
            format!("第 {place} 位的“{found}”不是代码里会有的字符")
        }
        CodeReason::RegNo(RegNoFault::CheckDigit { expected, found }) => {
            format!("最后一位是“{found}”，按前面的应当是“{expected}”")
        }
        _ => format!("有 {} 位", text.chars().count()),
    };
    let hint = if perhaps.is_empty() {
        "请对照营业执照改正；程序不会自己改代码。".to_owned()
    } else {
        format!(
            "也许是 {}，请对照营业执照确认；程序不会自己改代码。",
            perhaps.join(" 或 ")
        )
    };
    words(format!("代码“{text}”校验不过（{why}）{TAKEN}。"), hint)
}
