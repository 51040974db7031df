//! The words of `sunlot outside …`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{HELP, OPTIONS};

#[derive(Subcommand)]
pub(crate) enum OutsideVerb {
    #[command(about = "列出登记过的外部抽取", help_template = HELP, override_usage = "sunlot outside list")]
    List,
    #[command(about = "先看：文件里读出什么，哪些行对不上；什么都不登记", help_template = HELP,
              override_usage = "sunlot outside look --file 文件 [选项]…",
              after_help = "选项和 sunlot outside take 相同。还有要处理的，退出码不为 0。")]
    Look(Box<OutsideOptions>),
    #[command(about = "登记一次外部抽取：其他系统抽取、本单位参加的", help_template = HELP,
              override_usage = "sunlot outside take --file 文件 --value 字段=值 … [选项]…",
              after_help = "字段：system 来源系统、office 抽取单位、drawn_on 抽取日期、doc_no 文号、from 和 to 检查起止日期、\
                            items 抽查事项（照原件写）、note 备注。\n\
                            没有文件的，用 --target 和 --inspector 手工写名单。没有对上的行用 --answer 行号=编号 指定，\
                            --answer 行号= 表示不在本单位名录。")]
    Take(Box<OutsideOptions>),
    #[command(about = "一次外部抽取的全部：来源、原件、名单和经过", help_template = HELP,
              override_usage = "sunlot outside show <编号> [--from 行数]")]
    Show {
        #[arg(
            value_name = "编号",
            help_heading = "参数",
            help = "外部抽取的编号，例如 WB-0001"
        )]
        draw: String,
        #[arg(long, value_name = "行数", default_value_t = 0, hide_default_value = true, help_heading = OPTIONS,
              help = "名单跳过前面多少户；一次最多列 500 户")]
        from: u32,
    },
    #[command(about = "撤销一次外部抽取；登记和原件都留着", help_template = HELP,
              override_usage = "sunlot outside withdraw <编号> --reason 原因")]
    Withdraw {
        #[arg(value_name = "编号", help_heading = "参数", help = "外部抽取的编号")]
        draw: String,
        #[arg(long, value_name = "原因", help_heading = OPTIONS, help = "原因，记入留痕")]
        reason: String,
    },
    #[command(about = "取出登记时的原件", help_template = HELP,
              override_usage = "sunlot outside file <编号> [--out 文件] [--force]")]
    File {
        #[arg(value_name = "编号", help_heading = "参数", help = "外部抽取的编号")]
        draw: String,
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "写到哪里；不写就放进单位文件夹的 outbox")]
        out: Option<PathBuf>,
        #[arg(long, help_heading = OPTIONS, help = "已有同名文件时替换它")]
        force: bool,
    },
}

/// A draw that is looked at or registered.
#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct OutsideOptions {
    #[arg(long, value_name = "文件", help = "抽取结果的表格文件，登记时作为原件留存")]
    pub(crate) file: Option<PathBuf>,
    #[arg(
        long,
        value_name = "工作表",
        default_value = "",
        hide_default_value = true,
        help = "读哪张工作表"
    )]
    pub(crate) sheet: String,
    #[arg(long = "value", value_name = "字段=值", help = "一个字段")]
    pub(crate) values: Vec<String>,
    #[arg(long = "item", value_name = "事项", help = "清单里的一个事项，例如 SX-000001")]
    pub(crate) items: Vec<String>,
    #[arg(long, value_name = "任务", help = "属于哪项抽查任务，例如 RW-0001")]
    pub(crate) task: Option<String>,
    #[arg(long = "target", value_name = "对象", help = "手工写一户：编号、代码或名称")]
    pub(crate) targets: Vec<String>,
    #[arg(long = "inspector", value_name = "证号", help = "手工写一名执法人员的证号")]
    pub(crate) inspectors: Vec<String>,
    #[arg(
        long = "answer",
        value_name = "行号=对象",
        help = "没有对上的一行是谁（编号或代码）；等号后面空着表示不在本单位名录"
    )]
    pub(crate) answers: Vec<String>,
    #[arg(long, help = "其余没有对上的都不在本单位名录")]
    pub(crate) leave_rest: bool,
}
