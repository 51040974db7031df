//! The words of `sunlot rules …`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{HELP, OPTIONS};

#[derive(Subcommand)]
pub(crate) enum RulesVerb {
    #[command(about = "列出细则配置，哪一份是现行的", help_template = HELP, override_usage = "sunlot rules list")]
    List,
    #[command(about = "一份配置的全部：各个开关、细则内容、附件和经过", help_template = HELP,
              override_usage = "sunlot rules show [编号]")]
    Show {
        #[arg(
            value_name = "编号",
            help_heading = "参数",
            help = "例如 XZ-01；不写就看现行的，XZ-00 是程序自带的通用配置"
        )]
        profile: Option<String>,
    },
    #[command(about = "新建一份配置，或修改一份", help_template = HELP,
              override_usage = "sunlot rules set [编号] [选项]… --reason 原因",
              after_help = "开关的名称和可以填的值用 sunlot rules preset 查看；值写程序用的名称或中文都可以，几个值用逗号隔开，例如 \
                            --set annual_cap=2 --set risk_flags=黑名单。")]
    Set(Box<RulesOptions>),
    #[command(about = "只检查能不能这样保存，不保存", help_template = HELP,
              override_usage = "sunlot rules check [编号] [选项]…")]
    Check(Box<RulesOptions>),
    #[command(about = "可以作为起点的各单位细则，和全部开关", help_template = HELP,
              override_usage = "sunlot rules preset [名称]")]
    Preset {
        #[arg(
            value_name = "名称",
            help_heading = "参数",
            help = "例如 dawa；不写就列出全部和各个开关"
        )]
        preset: Option<String>,
    },
    #[command(about = "添加附件：细则全文或自由裁量基准", help_template = HELP,
              override_usage = "sunlot rules attach <编号> <文件> --reason 原因 [选项]…",
              after_help = "文件抄存到单位文件夹的 attachments 里，随备份走；最大 20 MB。")]
    Attach {
        #[arg(value_name = "编号", help_heading = "参数", help = "配置编号，例如 XZ-01")]
        profile: String,
        #[arg(value_name = "文件", help_heading = "参数", help = "要添加的文件")]
        file: PathBuf,
        #[arg(long, value_name = "种类", default_value = "rules_text", hide_default_value = true, help_heading = OPTIONS,
              help = "rules_text 细则全文、discretion 自由裁量基准；不写就是 rules_text")]
        kind: String,
        #[arg(long, value_name = "名称", default_value = "", hide_default_value = true, help_heading = OPTIONS,
              help = "附件名称；不写就用文件名")]
        title: String,
        #[arg(long, value_name = "原因", default_value = "", hide_default_value = true, help_heading = OPTIONS,
              help = "原因，记入留痕")]
        reason: String,
    },
    #[command(about = "移除附件；以前的版本里还在", help_template = HELP,
              override_usage = "sunlot rules detach <编号> <附件> --reason 原因")]
    Detach {
        #[arg(value_name = "编号", help_heading = "参数", help = "配置编号，例如 XZ-01")]
        profile: String,
        #[arg(
            value_name = "附件",
            help_heading = "参数",
            help = "附件名称、文件名，或摘要开头的几位"
        )]
        attachment: String,
        #[arg(long, value_name = "原因", default_value = "", hide_default_value = true, help_heading = OPTIONS,
              help = "原因，记入留痕")]
        reason: String,
    },
    #[command(about = "把附件另存一份，取出时核对内容没有变", help_template = HELP,
              override_usage = "sunlot rules attachment <编号> <附件> [--out 文件] [--force]")]
    Attachment {
        #[arg(value_name = "编号", help_heading = "参数", help = "配置编号，例如 XZ-01")]
        profile: String,
        #[arg(
            value_name = "附件",
            help_heading = "参数",
            help = "附件名称、文件名，或摘要；已移除的写完整的摘要"
        )]
        attachment: String,
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "存到哪里；不写就存进单位文件夹的 outbox")]
        out: Option<PathBuf>,
        #[arg(long, help_heading = OPTIONS, help = "已有同名文件时替换它")]
        force: bool,
    },
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct RulesOptions {
    #[arg(
        value_name = "编号",
        help_heading = "参数",
        help = "配置编号，例如 XZ-01；不写就新建一份"
    )]
    pub(crate) profile: Option<String>,
    #[arg(long, value_name = "名称", help = "配置名称")]
    pub(crate) name: Option<String>,
    #[arg(
        long,
        value_name = "名称",
        help = "先把全部开关换成某单位的写法，再按 --set 改"
    )]
    pub(crate) preset: Option<String>,
    #[arg(long = "set", value_name = "开关=值", help = "设一个开关，可以写多次")]
    pub(crate) values: Vec<String>,
    #[arg(
        long = "text",
        value_name = "部分=文件",
        help = "细则的一部分，从文本文件读取，可以写多次：procedure 抽查程序、means 检查手段、content 检查内容、\
                penalty_standard 处罚标准、penalty_procedure 处罚程序、publication 抽查结果公开程序"
    )]
    pub(crate) texts: Vec<String>,
    #[arg(long, value_name = "文件或文号", help = "这样规定的依据")]
    pub(crate) basis: Option<String>,
    #[arg(
        long,
        conflicts_with = "not_in_force",
        help = "作为现行配置；原来现行的不再现行"
    )]
    pub(crate) in_force: bool,
    #[arg(long, help = "不再作为现行配置")]
    pub(crate) not_in_force: bool,
    #[arg(
        long,
        value_name = "原因",
        default_value = "",
        hide_default_value = true,
        help = "原因，记入留痕"
    )]
    pub(crate) reason: String,
}
