//! Why a table was not read, and what to do about it.

use super::{Words, words};
use crate::reader::{Limit, Note, ReaderFault, SourceName, Stranger, Warning};

/// The way out that nearly always works.
const SAVE_AS: &str = "请用 WPS 或 Excel 打开它，另存为 .xlsx 再试。";

fn called(source: &SourceName) -> String {
    match source {
        SourceName::File(name) => format!("文件“{name}”"),
        SourceName::Pasted => "粘贴的内容".to_owned(),
    }
}

/// Why a table was not read.
pub(super) fn of_fault(fault: &ReaderFault) -> Words {
    match fault {
        ReaderFault::TableMissing { source } => words(
            format!("找不到{}。", called(source)),
            "它可能已经改名、移走，或者 U 盘已经拔下；请重新选择文件。",
        ),
        ReaderFault::TableNoFile { source } => words(
            format!("{}是文件夹或别的东西，不是文件。", called(source)),
            "请选择文件夹里的那一份名单。",
        ),
        ReaderFault::TableNotPermitted { source } => words(
            format!("没有权限读取{}。", called(source)),
            "请把它复制到自己的文件夹里再试，或者让放这份文件的人打开权限。",
        ),
        ReaderFault::TableHeld { source } => words(
            format!("{}正被别的程序占用，打不开。", called(source)),
            "请在 WPS 或 Excel 里保存并关闭它，然后重试。",
        ),
        ReaderFault::TableUnread { source } => words(
            format!("{}读不出来：磁盘或 U 盘没有响应。", called(source)),
            "请确认 U 盘还插着，把文件复制到本机再试。",
        ),
        ReaderFault::TableEmpty { source } => words(
            format!("{}是空的，里面什么也没有。", called(source)),
            "请核对是不是选错了文件，或者让发送的人重新发一份。",
        ),
        ReaderFault::TableEncrypted { source } => words(
            format!("{}设了打开密码，读不了。", called(source)),
            "请用 WPS 或 Excel 输入密码打开它，取消密码后另存一份再试。",
        ),
        ReaderFault::NotATable { source, what } => {
            words(format!("{}{}。", called(source), stranger(*what)), way_out(*what))
        }
        ReaderFault::TableDamaged { source, rows } => words(damaged(source, *rows), SAVE_AS),
        ReaderFault::TableTooLarge { source, limit } => words(
            format!("{}太大：{}，没有读。", called(source), too_much(*limit)),
            "请核对是不是名单；确实是的，删去多余的内容或分成几份再试。",
        ),
        ReaderFault::SheetMissing {
            source,
            sheet,
            sheets,
        } => words(
            format!(
                "{}没有第 {sheet} 张工作表，一共只有 {sheets} 张。",
                called(source)
            ),
            "请重新选择工作表。",
        ),
        ReaderFault::ReadingTooSlow { source, seconds } => words(
            format!("{}读了 {seconds} 秒还没有读完，已经停下。", called(source)),
            SAVE_AS,
        ),
        ReaderFault::ReadingTooBig { source } => words(
            format!("{}展开以后要占用太多内存，已经停下。", called(source)),
            format!("它可能已经损坏，或者不是名单。{SAVE_AS}"),
        ),
        ReaderFault::ReadingDied { source } => words(
            format!("{}不合规范，读到一半就读不下去了。", called(source)),
            format!("本程序的数据没有受影响。{SAVE_AS}"),
        ),
        ReaderFault::ReadingGarbled { source } => words(
            format!("读{}时得到的内容前后不一致，没有采用。", called(source)),
            format!("本程序的数据没有受影响。{SAVE_AS}"),
        ),
        ReaderFault::ReadingNotStarted => words(
            "读取文件的程序启动不了。",
            "请退出阳光摇号再打开；如果杀毒软件拦下了它，请把它加入信任。",
        ),
        ReaderFault::ReadingStopped => words("已经停止读取。", "什么都没有导入；需要时重新开始。"),
    }
}

fn damaged(source: &SourceName, rows: u64) -> String {
    match rows {
        0 => format!("{}已损坏，读不出来。", called(source)),
        rows => format!("{}已损坏，读到 {rows} 行以后就读不下去了。", called(source)),
    }
}

fn stranger(what: Stranger) -> &'static str {
    match what {
        Stranger::OldWord => "是 Word 文档（.doc 或 .rtf），不是表格",
        Stranger::OldOffice => "是别的办公文档或太旧的表格，读不了",
        Stranger::Pdf => "是 PDF，不是表格",
        Stranger::Picture => "是图片，不是表格",
        Stranger::Archive => "是压缩包或别的文档，不是表格",
        Stranger::NoTable => "里面没有表格",
        Stranger::Database => "是数据库文件，不是表格",
        Stranger::Binary => "不是文字也不是表格",
    }
}

fn way_out(what: Stranger) -> &'static str {
    match what {
        Stranger::OldWord => "请用 WPS 或 Word 打开它，另存为 .docx，或者把表格复制下来粘贴到这里。",
        Stranger::OldOffice => SAVE_AS,
        Stranger::Pdf | Stranger::Picture => "请向提供名单的单位索取表格文件（.xlsx 或 .csv）。",
        Stranger::Archive => "如果是压缩包，请先解压，再选择里面的表格文件。",
        Stranger::NoTable => "请核对是不是选错了文件，或者把表格复制下来粘贴到这里。",
        Stranger::Database => "请在原来的系统里导出为 .xlsx 或 .csv。",
        Stranger::Binary => "请核对是不是选错了文件。",
    }
}

fn too_much(limit: Limit) -> &'static str {
    match limit {
        Limit::Inflated => "展开以后远远超过一份名单的大小",
        Limit::File => "文件超过能读的大小",
        Limit::Cell => "有一个单元格或一行长得不像名单",
        Limit::Texts => "文字的总量超过能读的大小",
        Limit::Rows => "行数超过能读的数量",
    }
}

/// What to know before importing.
pub fn of_warning(warning: &Warning) -> String {
    match warning {
        Warning::OpenElsewhere { owner_file } => format!(
            "这份文件正在 WPS 或 Excel 里打开（旁边有“{owner_file}”），没有保存的修改不会读进来；请先保存并关闭它。"
        ),
    }
}

/// What was noticed in the table itself.
pub fn of_note(note: &Note) -> String {
    match note {
        Note::Macros => "文件里有宏，没有运行。".to_owned(),
        Note::QuotesTaken { row, rows } => {
            format!("从第 {row} 行起有 {rows} 行的引号不成对，引号当作文字读了，请核对这些行。")
        }
        Note::Undecodable { row, places } => {
            format!("从第 {row} 行起有 {places} 处字节不成文字，显示为“\u{FFFD}”，请核对。")
        }
        Note::PrivateUse { characters } => {
            format!("有 {characters} 个字是旧版国标的自造码位，已换成 GB 18030-2022 的正式编码。")
        }
        Note::BeyondColumns { cells, row } => {
            format!("从第 {row} 行起有 {cells} 个单元格远在右边（第 1024 列以后），没有读。")
        }
        Note::TooManyAreas => "合并单元格太多，只认了前 100000 处。".to_owned(),
        Note::HiddenUnknown => "这种格式看不出哪些行列是隐藏的，隐藏的也会读进来。".to_owned(),
    }
}
