//! The words and options of the command line. Their help is Chinese; what they do stands in the verbs' modules.

pub(crate) mod account;
pub(crate) mod audit;
pub(crate) mod backup;
pub(crate) mod ceremony;
pub(crate) mod credit;
pub(crate) mod inspectors;
pub(crate) mod items;
pub(crate) mod key;
pub(crate) mod outside;
pub(crate) mod personal;
pub(crate) mod plan;
pub(crate) mod rules;
pub(crate) mod targets;
pub(crate) mod task;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use self::account::{AccountVerb, People};
use self::audit::AuditVerb;
use self::backup::BackupVerb;
use self::ceremony::CeremonyVerb;
use self::inspectors::InspectorsVerb;
use self::items::{CatalogVerb, ItemsVerb};
use self::key::KeyVerb;
use self::outside::OutsideVerb;
use self::personal::PersonalVerb;
use self::plan::PlanVerb;
use self::rules::RulesVerb;
use self::targets::{ExportVerb, ImportVerb, TargetsVerb};
use self::task::TaskVerb;

const HELP: &str = "{about}\n\n用法：{usage}\n\n{all-args}{after-help}";
const COMMANDS: &str = "命令";
const OPTIONS: &str = "选项";
const COMMON: &str = "通用选项";

#[derive(Parser)]
#[command(
    name = "sunlot",
    version,
    about = "阳光摇号：双随机、一公开检查的离线程序（命令行）",
    help_template = HELP,
    override_usage = "sunlot [通用选项] <命令>",
    subcommand_help_heading = COMMANDS,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true,
    after_help = "退出码：0 完成；1 被拒绝或核对不符；2 读不出来或用法不对。"
)]
pub(crate) struct Arguments {
    /// Where the office lies.
    #[arg(long, global = true, value_name = "文件夹", help_heading = COMMON,
          help = "单位文件夹；不指明时用 SUNLOT_HOME，再不然用本机的默认位置")]
    pub(crate) office: Option<PathBuf>,
    /// Answer for programs.
    #[arg(long, global = true, help_heading = COMMON, help = "结果用 JSON 输出，供程序读取")]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) people: People,
    #[arg(short, long, global = true, action = clap::ArgAction::Help, help_heading = COMMON, help = "显示帮助")]
    help: Option<bool>,
    #[arg(long, action = clap::ArgAction::Version, help_heading = COMMON, help = "显示版本")]
    version: Option<bool>,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

#[derive(Subcommand)]
pub(crate) enum Verb {
    #[command(subcommand, about = "单位资料", help_template = HELP, override_usage = "sunlot office <命令>",
              subcommand_help_heading = COMMANDS, disable_help_subcommand = true)]
    Office(OfficeVerb),
    #[command(subcommand, about = "账户：谁可以登录，各任什么岗位", help_template = HELP,
              override_usage = "sunlot account <命令>", subcommand_help_heading = COMMANDS,
              disable_help_subcommand = true)]
    Account(AccountVerb),
    #[command(subcommand, about = "个人信息：特意保留的号码，加密、遮盖、可以抹去", help_template = HELP,
              override_usage = "sunlot personal <命令>", subcommand_help_heading = COMMANDS,
              disable_help_subcommand = true,
              after_help = "程序从不索取身份证号和手机号；确有必要才保留。号码只从文件读取（- 表示标准输入），从不写在命令行上。")]
    Personal(PersonalVerb),
    #[command(subcommand, about = "留痕", help_template = HELP, override_usage = "sunlot audit <命令>",
              subcommand_help_heading = COMMANDS, disable_help_subcommand = true)]
    Audit(AuditVerb),
    #[command(subcommand, about = "备份与恢复", help_template = HELP, override_usage = "sunlot backup <命令>",
              subcommand_help_heading = COMMANDS, disable_help_subcommand = true)]
    Backup(BackupVerb),
    #[command(subcommand, about = "检查对象名录库", help_template = HELP, override_usage = "sunlot targets <命令>",
              subcommand_help_heading = COMMANDS, disable_help_subcommand = true)]
    Targets(TargetsVerb),
    #[command(subcommand, about = "执法检查人员名录库", help_template = HELP, override_usage = "sunlot inspectors <命令>",
              subcommand_help_heading = COMMANDS, disable_help_subcommand = true)]
    Inspectors(InspectorsVerb),
    #[command(subcommand, about = "抽查事项清单", help_template = HELP, override_usage = "sunlot items <命令>",
              subcommand_help_heading = COMMANDS, disable_help_subcommand = true)]
    Items(ItemsVerb),
    #[command(subcommand, about = "清单的版本：送审、退回、审定、公布、比较", help_template = HELP,
              override_usage = "sunlot catalog <命令>", subcommand_help_heading = COMMANDS,
              disable_help_subcommand = true)]
    Catalog(CatalogVerb),
    #[command(subcommand, about = "抽查任务：抽什么、从哪些对象里抽、谁去查", help_template = HELP,
              override_usage = "sunlot task <命令>", subcommand_help_heading = COMMANDS,
              disable_help_subcommand = true)]
    Task(TaskVerb),
    #[command(subcommand, about = "抽取仪式：准备、封存、见证、摇号、作废、变更", help_template = HELP,
              override_usage = "sunlot ceremony <命令>", subcommand_help_heading = COMMANDS,
              disable_help_subcommand = true)]
    Ceremony(CeremonyVerb),
    #[command(subcommand, about = "外部抽取：其他系统抽取、本单位参加的，登记来源、原件和名单", help_template = HELP,
              override_usage = "sunlot outside <命令>", subcommand_help_heading = COMMANDS,
              disable_help_subcommand = true)]
    Outside(OutsideVerb),
    #[command(subcommand, about = "细则配置：次数上限、抽取、派人和公开的规则", help_template = HELP,
              override_usage = "sunlot rules <命令>", subcommand_help_heading = COMMANDS,
              disable_help_subcommand = true)]
    Rules(RulesVerb),
    #[command(subcommand, about = "抽查计划：编制、审批、报送、公布、调整、到期提醒", help_template = HELP,
              override_usage = "sunlot plan <命令>", subcommand_help_heading = COMMANDS,
              disable_help_subcommand = true)]
    Plan(PlanVerb),
    #[command(subcommand, about = "导入名单", help_template = HELP, override_usage = "sunlot import <命令>",
              subcommand_help_heading = COMMANDS, disable_help_subcommand = true)]
    Import(ImportVerb),
    #[command(subcommand, about = "导出名单和空白模板", help_template = HELP, override_usage = "sunlot export <命令>",
              subcommand_help_heading = COMMANDS, disable_help_subcommand = true)]
    Export(ExportVerb),
    #[command(subcommand, about = "代码：统一社会信用代码、注册号、身份证号的校验", help_template = HELP,
              override_usage = "sunlot code <命令>", subcommand_help_heading = COMMANDS,
              disable_help_subcommand = true)]
    Code(CodeVerb),
    #[command(about = "列出打印机", help_template = HELP, override_usage = "sunlot printers")]
    Printers,
    #[command(subcommand, about = "诊断信息：程序、数据大小和技术日志，不含个人信息", help_template = HELP,
              override_usage = "sunlot diagnostics <命令>", subcommand_help_heading = COMMANDS,
              disable_help_subcommand = true)]
    Diagnostics(DiagnosticsVerb),
    #[command(subcommand, about = "站点密钥：给记录和 PDF 签名的密钥", help_template = HELP, override_usage = "sunlot key <命令>",
              subcommand_help_heading = COMMANDS, disable_help_subcommand = true,
              after_help = "口令只从文件读取（- 表示标准输入），从不写在命令行上；文件的第一行就是口令。")]
    Key(KeyVerb),
    #[command(about = "看一份表格读出来是什么样：格式、编码、工作表和每一行", help_template = HELP,
              override_usage = "sunlot table <文件> [选项]…",
              after_help = "什么都不导入。文件写 - 表示从标准输入读取粘贴的内容。格式看内容，不看文件名。")]
    Table(Table),
    #[command(about = "示例：在一个空文件夹里建好示例单位，导入名单，再办一遍清单、细则、计划、任务、对象池和预公告", help_template = HELP,
              override_usage = "sunlot demo <文件夹>",
              after_help = "示例单位是虚构的县局：1200 户检查对象，名单和真实的一样不干净，见 assets/sample。\n\
                            中途断了，对同一个文件夹再运行一次就接着办；办的文件在它的 outbox 里。")]
    Demo {
        #[arg(
            value_name = "文件夹",
            help_heading = "参数",
            help = "空的或还不存在的文件夹，或以前建的示例单位"
        )]
        folder: PathBuf,
    },
    #[command(about = "抽取：由封存的名单、密数和见证数得出公布文件", help_template = HELP,
              override_usage = "sunlot draw <文件>",
              after_help = "文件是 JSON：{manifest, secret, contributions, amendments, void?, ceremony?}，例子见 assets/sample/draw.case.json，各键的含义见 docs/draw-protocol.md。")]
    Draw {
        #[arg(value_name = "文件", help_heading = "参数", help = "待抽取的文件")]
        case: PathBuf,
    },
    #[command(about = "核验公布文件；给出几个文件时还核验它们连成的链", help_template = HELP,
              override_usage = "sunlot verify <文件>… [选项]…",
              after_help = "纸面的内容写作 键=值，键有：commitment 封存码（短码或 64 位）、challenge 质询数、station 本站指纹、\
                            seat 席位号、number 该席位的见证数。")]
    Verify(Verify),
    #[command(about = "制作公开版：未抽中的对象和排除的对象封起来，各项摘要不变", help_template = HELP,
              override_usage = "sunlot edition <文件>")]
    Edition {
        #[arg(value_name = "文件", help_heading = "参数", help = "公布文件")]
        file: PathBuf,
    },
    #[command(about = "说明一户：在不在名单里、几号、机会多大、结果如何、由什么决定", help_template = HELP,
              override_usage = "sunlot explain <文件> <--number 抽签号 | --id 编号>")]
    Explain(Explain),
    #[command(about = "算出封存码和短码", help_template = HELP, override_usage = "sunlot commit <名单文件> --secret <密数>")]
    Commit {
        #[arg(
            value_name = "名单文件",
            help_heading = "参数",
            help = "名单（manifest）的 JSON 文件"
        )]
        manifest: PathBuf,
        #[arg(long, value_name = "密数", help_heading = OPTIONS, help = "64 位小写十六进制的密数")]
        secret: String,
    },
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct Table {
    #[arg(value_name = "文件", help_heading = "参数", help = "表格文件")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "序号", help = "只看第几张工作表，从 1 数起")]
    pub(crate) sheet: Option<u32>,
    #[arg(long, value_name = "行数", help = "每张工作表只看前几行")]
    pub(crate) rows: Option<u32>,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct Verify {
    #[arg(value_name = "文件", help_heading = "参数", help = "公布文件，可以是几个")]
    pub(crate) files: Vec<PathBuf>,
    #[arg(long, value_name = "指纹", help = "张贴的本站指纹（32 位）")]
    pub(crate) station: Option<String>,
    #[arg(long, value_name = "文件或键=值", num_args = 1.., help = "封存单上的内容：一个 JSON 文件，或几个 键=值")]
    pub(crate) sheet: Vec<String>,
}

#[derive(Args)]
pub(crate) struct Explain {
    #[arg(value_name = "文件", help_heading = "参数", help = "公布文件")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) asked: WhoAsks,
}

/// Whom somebody asks about: by number or by id, one of the two.
#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
#[group(required = true, multiple = false)]
pub(crate) struct WhoAsks {
    #[arg(long, value_name = "抽签号", help = "例如 A-37")]
    pub(crate) number: Option<String>,
    #[arg(long, value_name = "编号", help = "统一社会信用代码、注册号或对象编号")]
    pub(crate) id: Option<String>,
}

#[derive(Subcommand)]
pub(crate) enum OfficeVerb {
    #[command(about = "显示单位资料和还缺的项目", help_template = HELP, override_usage = "sunlot office show")]
    Show,
    #[command(about = "修改单位资料；没有写到的项目保持不变",
        override_usage = "sunlot office set [选项]…", help_template = HELP,
              after_help = "公示渠道的种类：portal 政府门户网站、credit_system 国家企业信用信息公示系统、\
                            notice_board 公示栏、social_media 政务微信微博、newspaper 报纸、broadcast 广播电视、other 其他。")]
    Set(Box<Profile>),
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct Profile {
    /// A JSON file with some or all fields.
    #[arg(
        long,
        value_name = "文件",
        help = "从 JSON 文件读取（- 表示标准输入），字段名与 office show --json 的 profile 相同"
    )]
    pub(crate) from: Option<PathBuf>,
    #[arg(long, value_name = "名称", help = "单位名称")]
    pub(crate) name: Option<String>,
    #[arg(long, value_name = "代码", help = "单位代码（18 位统一社会信用代码）")]
    pub(crate) code: Option<String>,
    #[arg(
        long,
        value_name = "资格",
        help = "执法主体资格：statutory 法定行政机关、authorized 法律法规授权的组织、entrusted 受委托的组织"
    )]
    pub(crate) authority: Option<String>,
    #[arg(long, value_name = "名称", help = "委托机关（只有受委托的组织才填）")]
    pub(crate) entrusting_authority: Option<String>,
    #[arg(long, value_name = "字", help = "机关代字，例如“徐气查”")]
    pub(crate) doc_prefix: Option<String>,
    #[arg(long, value_name = "代码", help = "行政区划代码，6、9 或 12 位")]
    pub(crate) region_code: Option<String>,
    #[arg(long, value_name = "名称", help = "行政区划名称")]
    pub(crate) region_name: Option<String>,
    #[arg(long, value_name = "地址", help = "地址")]
    pub(crate) address: Option<String>,
    #[arg(long, value_name = "号码", help = "电话")]
    pub(crate) phone: Option<String>,
    #[arg(long, value_name = "号码", help = "监督电话")]
    pub(crate) supervision_phone: Option<String>,
    #[arg(
        long = "channel",
        value_name = "种类=位置",
        help = "公示渠道，可以写多次；写了就替换原有的全部渠道，写一次空的（--channel \"\"）就全部清空"
    )]
    pub(crate) channels: Vec<String>,
    /// Check, do not save.
    #[arg(long, help = "只检查，不保存")]
    pub(crate) check: bool,
}

#[derive(Subcommand)]
pub(crate) enum CodeVerb {
    #[command(about = "校验代码，自动认出是哪一种；形近的字母只提示，从不改动", help_template = HELP,
              override_usage = "sunlot code check <代码>…",
              after_help = "全部相符时退出码是 0，有一个不符就是 1。不打开单位数据，什么也不保存。")]
    Check {
        #[arg(
            value_name = "代码",
            required = true,
            help_heading = "参数",
            help = "代码，可以是几个"
        )]
        codes: Vec<String>,
    },
}

#[derive(Subcommand)]
pub(crate) enum DiagnosticsVerb {
    #[command(about = "显示诊断信息的全部内容", help_template = HELP, override_usage = "sunlot diagnostics show")]
    Show,
    #[command(about = "存成一个文本文件", help_template = HELP, override_usage = "sunlot diagnostics save [--out <文件>]")]
    Save {
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "存到哪里；不写就存进单位文件夹的 outbox")]
        out: Option<PathBuf>,
    },
}
