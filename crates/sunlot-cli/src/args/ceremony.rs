//! The words of `sunlot ceremony …`.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use sunlot_app::ceremony::RoomPaper;

use super::{HELP, OPTIONS};

#[derive(Subcommand)]
pub(crate) enum CeremonyVerb {
    #[command(about = "列出抽取和可以抽取的任务", help_template = HELP, override_usage = "sunlot ceremony list")]
    List,
    #[command(about = "一场抽取的全部：到了哪一步、席位、封存码、结果", help_template = HELP,
              override_usage = "sunlot ceremony show <编号>")]
    Show(Which),
    #[command(about = "封存前逐项检查", help_template = HELP, override_usage = "sunlot ceremony check <编号>")]
    Check(Which),
    #[command(about = "为一项任务准备抽取；还没有封存", help_template = HELP,
              override_usage = "sunlot ceremony prepare <任务编号> [--rehearsal] [--basis 编号]")]
    Prepare {
        #[arg(value_name = "任务编号", help_heading = "参数", help = "例如 RW-0001")]
        task: String,
        #[arg(long, help_heading = OPTIONS, help = "彩排：不进正式记录")]
        rehearsal: bool,
        #[arg(long, value_name = "编号", help_heading = OPTIONS, help = "给哪一场已经抽出的检查对象派人")]
        basis: Option<String>,
    },
    #[command(about = "安排见证席，或者改用公开数", help_template = HELP,
              override_usage = "sunlot ceremony seat <编号> --seat 身份[,称呼[,姓名[,单位]]] … | --public 名称 --date 日期",
              after_help = "--seat 照席次写，每写一次一席；同意公开姓名的，在最前面加 +，例如 --seat +人大代表,,张三,某镇。\n\
                            没有人到场的，用 --public 写一个还没有公布、人人查得到的数，用 --date 写它公布的日期。")]
    Seat {
        #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号，例如 YS-0001")]
        ceremony: String,
        #[arg(long = "seat", value_name = "席位", help_heading = OPTIONS, help = "一席，可以写多次")]
        seats: Vec<String>,
        #[arg(long, value_name = "名称", help_heading = OPTIONS, help = "公开数的名称")]
        public: Option<String>,
        #[arg(long, value_name = "日期", help_heading = OPTIONS, help = "公开数公布的日期")]
        date: Option<String>,
        #[arg(long, value_name = "地点", help_heading = OPTIONS, help = "在哪里抽取")]
        place: Option<String>,
    },
    #[command(about = "收回还没有封存的准备", help_template = HELP,
              override_usage = "sunlot ceremony drop <编号> [--reason 原因]")]
    Drop {
        #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号")]
        ceremony: String,
        #[arg(long, value_name = "原因", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "原因")]
        reason: String,
    },
    #[command(about = "封存：此后名单、规则和密数都不能再变", help_template = HELP,
              override_usage = "sunlot ceremony seal <编号> --challenge 数字",
              after_help = "正式抽取由两人办，用 --second 写监督员。--challenge 写各席刚摸出的随机数，合起来至少 6 位。")]
    Seal {
        #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号")]
        ceremony: String,
        #[arg(long, value_name = "数字", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "现场随机数")]
        challenge: String,
    },
    #[command(about = "号牌扣好", help_template = HELP, override_usage = "sunlot ceremony card <编号> <席次>… [--up]")]
    Card {
        #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号")]
        ceremony: String,
        #[arg(
            value_name = "席次",
            help_heading = "参数",
            help = "第几席，从 1 起，可以写多个"
        )]
        seats: Vec<u32>,
        #[arg(long, help_heading = OPTIONS, help = "收回")]
        up: bool,
    },
    #[command(about = "号牌全部扣好，可以翻开录号", help_template = HELP, override_usage = "sunlot ceremony open <编号>")]
    Open(Which),
    #[command(about = "录入并确认一席的号码；最后一席确认，结果就定了", help_template = HELP,
              override_usage = "sunlot ceremony number <编号> <席次> [号码] [--typed-only]",
              after_help = "不写号码，表示这一席没有翻开号牌。--typed-only 只录入，不确认。")]
    Number {
        #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号")]
        ceremony: String,
        #[arg(value_name = "席次", help_heading = "参数", help = "第几席，从 1 起")]
        seat: u32,
        #[arg(
            value_name = "号码",
            default_value = "",
            hide_default_value = true,
            help_heading = "参数",
            help = "见证卡上的数字"
        )]
        digits: String,
        #[arg(long, help_heading = OPTIONS, help = "只录入，不确认")]
        typed_only: bool,
    },
    #[command(about = "作废一次封存；记录和原因都留着", help_template = HELP,
              override_usage = "sunlot ceremony void <编号> --code 原因 [--reason 说明]",
              after_help = "原因：card_refused 拒绝翻开、seat_empty 席位空缺、list_wrong 名单有误、rules_wrong 规则有误、\
                            interrupted 停电或故障、objection 异议成立、other 其他（要写说明）。正式抽取由两人办。")]
    Void {
        #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号")]
        ceremony: String,
        #[arg(long, value_name = "原因", help_heading = OPTIONS, help = "原因的代号")]
        code: String,
        #[arg(long, value_name = "说明", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "说明")]
        reason: String,
    },
    #[command(about = "记录现场异议或者监督意见", help_template = HELP,
              override_usage = "sunlot ceremony note <编号> --who 提出人 --words 内容 [--opinion]")]
    Note {
        #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号")]
        ceremony: String,
        #[arg(long, value_name = "提出人", help_heading = OPTIONS, help = "谁说的")]
        who: String,
        #[arg(long, value_name = "内容", help_heading = OPTIONS, help = "说了什么")]
        words: String,
        #[arg(long, help_heading = OPTIONS, help = "是监督意见，不是异议")]
        opinion: bool,
    },
    #[command(about = "逐户列出结果", help_template = HELP,
              override_usage = "sunlot ceremony rows <编号> [--standing] [--from 户数] [--limit 户数]")]
    Rows {
        #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号")]
        ceremony: String,
        #[arg(long, help_heading = OPTIONS, help = "列变更以后的，不列当时抽出的")]
        standing: bool,
        #[arg(long, value_name = "户数", default_value_t = 0, hide_default_value = true, help_heading = OPTIONS, help = "跳过前面多少户")]
        from: u32,
        #[arg(long, value_name = "户数", default_value_t = 500, hide_default_value = true, help_heading = OPTIONS, help = "列多少户，默认 500")]
        limit: u32,
    },
    #[command(about = "把一场抽取放到大屏上：封存、见证、逐户摇出、结果", help_template = HELP,
              override_usage = "sunlot ceremony replay <编号> [--step 画面] [--place 第几]",
              after_help = "画面：seal 封存、witness 见证数、draw 摇号、crew 派人、result 结果、check 复核、archive 谢幕、void 作废。\n\
                            只改变大屏上看到的，不改变任何结果。")]
    Replay {
        #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号")]
        ceremony: String,
        #[arg(long, value_name = "画面", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "哪一幅画面")]
        step: String,
        #[arg(long, value_name = "第几", default_value_t = 0, hide_default_value = true, help_heading = OPTIONS, help = "摇到第几户，或者结果的第几页")]
        place: u32,
    },
    #[command(about = "用本机密钥签署记录和变更", help_template = HELP,
              override_usage = "sunlot ceremony sign <编号> --passphrase-file 文件")]
    Sign {
        #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号")]
        ceremony: String,
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "密钥口令所在的文件，- 表示标准输入")]
        passphrase_file: PathBuf,
    },
    #[command(about = "可以办哪些变更、原因怎么写", help_template = HELP, override_usage = "sunlot ceremony choices <编号>")]
    Choices(Which),
    #[command(about = "变更：有人退出、递补、回避、借调、补齐、取消、撤回", help_template = HELP,
              override_usage = "sunlot ceremony replace <编号> --kind 种类 --code 原因 [选项]… [--check]",
              after_help = "种类：drop-target 检查对象退出、inspector-out 人员退出、inspector-in 人员恢复或借调、recuse 回避、\
                            fill 补齐空缺、cancel 整次取消、withdraw 撤回一项变更。--check 只看会变成什么样。")]
    Replace(Box<ReplaceOptions>),
    #[command(about = "打印或者存一份抽取现场的纸面", help_template = HELP,
              override_usage = "sunlot ceremony paper <编号> <种类> [--out 文件.pdf | --print]")]
    Paper {
        #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号")]
        ceremony: String,
        #[arg(value_name = "种类", help_heading = "参数", value_parser = paper_of,
              help = "封存单 seal_sheet，见证卡 witness_cards，签到表 attendance，席位牌 name_plates，数字签 digit_slips，主持词 script，邀请函 invitation，一分钟说明 explanation，摇号记录表 record")]
        paper: RoomPaper,
        #[arg(long, short, value_name = "文件", help_heading = OPTIONS, help = "存成 PDF；不写就放在单位文件夹的 outbox")]
        out: Option<PathBuf>,
        #[arg(long, help_heading = OPTIONS, conflicts_with = "out", help = "直接打印，不存文件")]
        print: bool,
    },
    #[command(about = "打印封存码副本：只送打印机，不存文件，每印一次都留痕", help_template = HELP,
              override_usage = "sunlot [--second 登录名 --second-password-file 文件] ceremony envelope <编号> [--printer 打印机]")]
    Envelope {
        #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号")]
        ceremony: String,
        #[arg(long, value_name = "打印机", help_heading = OPTIONS, help = "用哪台打印机；不写就用默认的")]
        printer: Option<String>,
    },
    #[command(about = "生成公布文件夹：记录、密封本、核验页、摘要", help_template = HELP,
              override_usage = "sunlot ceremony publish <编号> [--to 文件夹]")]
    Publish {
        #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号")]
        ceremony: String,
        #[arg(long, value_name = "文件夹", help_heading = OPTIONS, help = "写到哪里，例如优盘；不写就写到单位的待发文件夹")]
        to: Option<PathBuf>,
    },
    #[command(about = "材料归档", help_template = HELP,
              override_usage = "sunlot ceremony archive <编号> --envelope 封袋编号 [--place 地点] [--person 保管人]")]
    Archive {
        #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号")]
        ceremony: String,
        #[arg(long, value_name = "封袋编号", help_heading = OPTIONS, help = "号牌装进哪个封袋")]
        envelope: String,
        #[arg(long, value_name = "地点", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "存放在哪里")]
        place: String,
        #[arg(long, value_name = "保管人", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "谁保管")]
        person: String,
    },
}

#[derive(Args)]
pub(crate) struct Which {
    #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号，例如 YS-0001")]
    pub(crate) ceremony: String,
}

#[derive(Args)]
pub(crate) struct ReplaceOptions {
    #[arg(value_name = "编号", help_heading = "参数", help = "抽取编号")]
    pub(crate) ceremony: String,
    #[arg(long, value_name = "种类", help_heading = OPTIONS, help = "变更的种类")]
    pub(crate) kind: String,
    #[arg(long, value_name = "编号", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "哪一户，例如 A-0371")]
    pub(crate) row: String,
    #[arg(long, help_heading = OPTIONS, help = "由同层下一个备选递补")]
    pub(crate) next: bool,
    #[arg(long, value_name = "执法证号", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "哪一位检查人员")]
    pub(crate) inspector: String,
    #[arg(long, value_name = "编号", help_heading = OPTIONS, help = "撤回第几项变更")]
    pub(crate) of: Option<u32>,
    #[arg(long, value_name = "原因", help_heading = OPTIONS, help = "原因的代号")]
    pub(crate) code: String,
    #[arg(long, value_name = "说明", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "说明")]
    pub(crate) reason: String,
    #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "证明材料，可以写多次")]
    pub(crate) evidence: Vec<PathBuf>,
    #[arg(long, help_heading = OPTIONS, help = "只看会变成什么样")]
    pub(crate) check: bool,
}

/// A paper by its name, or as people call it.
fn paper_of(typed: &str) -> Result<RoomPaper, String> {
    RoomPaper::named(typed).ok_or_else(|| format!("没有“{typed}”这种纸面"))
}
