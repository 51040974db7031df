//! The words of `sunlot plan …`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::account::PaperOut;
use super::{HELP, OPTIONS};

#[derive(Subcommand)]
pub(crate) enum PlanVerb {
    #[command(about = "列出抽查计划：期间、状态、行数和进度", help_template = HELP, override_usage = "sunlot plan list")]
    List,
    #[command(about = "到期提醒：该编制、审批、报送、公布的计划，半年总结和工作任务", help_template = HELP,
              override_usage = "sunlot plan due")]
    Due,
    #[command(about = "一份计划的全部：各行、任务、进度和经过", help_template = HELP, override_usage = "sunlot plan show <编号>")]
    Show {
        #[arg(value_name = "编号", help_heading = "参数", help = "计划编号，例如 JH-01")]
        plan: String,
    },
    #[command(about = "编制一份计划，或修改一份草拟的计划", help_template = HELP,
              override_usage = "sunlot plan set [编号] [--from 文件] [--value 字段=值]… [--line 行号 --set 字段=值 …] --reason 原因",
              after_help = "文件是 JSON：{\"values\", \"lines\": [{\"line\"?, \"values\"}], \"milestones\": [{\"milestone\"?, \"values\"}]}；\
                            写了 lines 就是全部的行，有 line 的是原来那一行，没有的是新增。字段名用 sunlot plan fields 查看。")]
    Set(Box<PlanOptions>),
    #[command(about = "只检查：写成这样有什么问题，每行合多少户", help_template = HELP,
              override_usage = "sunlot plan check [编号] [--from 文件] [--value 字段=值]… [--line 行号 --set 字段=值 …]",
              after_help = "什么都不保存。选项和 sunlot plan set 相同；只写编号就检查现在的内容。")]
    Check(Box<PlanOptions>),
    #[command(about = "可以填哪些字段，导出有哪几种表头", help_template = HELP, override_usage = "sunlot plan fields")]
    Fields,
    #[command(about = "登记审批：谁、哪天、文号；各行有必须改正的就不能审批", help_template = HELP,
              override_usage = "sunlot plan approve <编号> --on 日期 --by 审批人 --no 文号")]
    Approve {
        #[arg(value_name = "编号", help_heading = "参数", help = "计划编号")]
        plan: String,
        #[arg(long, value_name = "日期", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "审批日期")]
        on: String,
        #[arg(long, value_name = "审批人", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "谁审批的")]
        by: String,
        #[arg(long, value_name = "文号", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "审批文号")]
        no: String,
    },
    #[command(about = "登记报送：报给谁、哪天、回执；写 --half 就是报送半年总结", help_template = HELP,
              override_usage = "sunlot plan submit <编号> --on 日期 --to 机关 --receipt 回执 [--half h1|h2]")]
    Submit {
        #[arg(value_name = "编号", help_heading = "参数", help = "计划编号")]
        plan: String,
        #[arg(long, value_name = "日期", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "报送日期")]
        on: String,
        #[arg(long, value_name = "机关", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "报给谁")]
        to: String,
        #[arg(long, value_name = "回执", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "回执的编号")]
        receipt: String,
        #[arg(long, value_name = "半年", help_heading = OPTIONS, help = "报送的是哪半年的总结：h1 上半年、h2 下半年")]
        half: Option<String>,
    },
    #[command(about = "登记公布：哪天、在哪里", help_template = HELP,
              override_usage = "sunlot plan publish <编号> --on 日期 --channel 渠道 …")]
    Publish {
        #[arg(value_name = "编号", help_heading = "参数", help = "计划编号")]
        plan: String,
        #[arg(long, value_name = "日期", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "公布日期")]
        on: String,
        #[arg(long = "channel", value_name = "渠道", help_heading = OPTIONS, help = "在哪里公布，可以写多次")]
        channels: Vec<String>,
    },
    #[command(about = "办理调整：退回草拟，写明原因和依据；以前各版都留着", help_template = HELP,
              override_usage = "sunlot plan amend <编号> --on 日期 --reason 原因 --basis 依据")]
    Amend {
        #[arg(value_name = "编号", help_heading = "参数", help = "计划编号")]
        plan: String,
        #[arg(long, value_name = "日期", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "调整日期")]
        on: String,
        #[arg(long, value_name = "原因", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "为什么调整")]
        reason: String,
        #[arg(long, value_name = "依据", default_value = "", hide_default_value = true, help_heading = OPTIONS, help = "依据的文件")]
        basis: String,
    },
    #[command(about = "读一份上级或其他单位的计划表：读出了什么，哪里没有读懂；什么都不保存", help_template = HELP,
              override_usage = "sunlot plan read <文件> [--sheet 工作表]",
              after_help = "加 --json 的结果里，每行的 values 可以直接用在 sunlot plan set --from 的 lines 里。")]
    Read {
        #[arg(
            value_name = "文件",
            help_heading = "参数",
            help = "xlsx、xls、et、ods 或 csv 文件"
        )]
        file: PathBuf,
        #[arg(long, value_name = "工作表", help_heading = OPTIONS, help = "哪一张；不写就用最像计划的一张")]
        sheet: Option<String>,
    },
    #[command(about = "数一数：这些事项的对象，名录库里有多少户", help_template = HELP,
              override_usage = "sunlot plan base <事项>…")]
    Base {
        #[arg(
            value_name = "事项",
            required = true,
            help_heading = "参数",
            help = "事项编号，例如 SX-000001，可以写几个"
        )]
        items: Vec<String>,
    },
    #[command(about = "导出成表格，表头可以选各地通行的几种", help_template = HELP,
              override_usage = "sunlot plan export <编号> [选项]…",
              after_help = "表头：ours 全部各列（能原样读回）、yangjiang 阳江、joint 部门联合、shanggao 上高、gangcheng 钢城、nanfen 南芬、zhejiang 浙江。")]
    Export {
        #[arg(value_name = "编号", help_heading = "参数", help = "计划编号")]
        plan: String,
        #[arg(long, value_name = "表头", default_value = "ours", hide_default_value = true, help_heading = OPTIONS,
              help = "哪一种表头；不写就是 ours")]
        headings: String,
        #[arg(long, value_name = "格式", default_value = "xlsx", hide_default_value = true, help_heading = OPTIONS,
              help = "xlsx（默认）、csv（UTF-8）、csv_gb18030")]
        format: String,
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "写到哪里；不写就放在单位文件夹的 outbox")]
        out: Option<PathBuf>,
        #[arg(long, help_heading = OPTIONS, help = "已有同名文件时替换它")]
        force: bool,
    },
    #[command(about = "打印抽查计划表，或存成 PDF（A4 横向）", help_template = HELP,
              override_usage = "sunlot plan print <编号> [--out 文件 | --print [打印机]]")]
    Print {
        #[arg(value_name = "编号", help_heading = "参数", help = "计划编号")]
        plan: String,
        #[command(flatten)]
        out: PaperOut,
    },
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct PlanOptions {
    #[arg(
        value_name = "编号",
        help_heading = "参数",
        help = "计划编号；不写就是新编一份"
    )]
    pub(crate) plan: Option<String>,
    #[arg(long, value_name = "文件", help = "从 JSON 文件读取（- 表示标准输入）")]
    pub(crate) from: Option<PathBuf>,
    #[arg(
        long = "value",
        value_name = "字段=值",
        help = "计划本身的字段，可以写多次，例如 year=2027、period=h1"
    )]
    pub(crate) values: Vec<String>,
    #[arg(
        long,
        value_name = "行号",
        help = "改哪一行，写 plan show 里的行号；新增一行写 new"
    )]
    pub(crate) line: Option<String>,
    #[arg(
        long,
        value_name = "任务号",
        conflicts_with = "line",
        help = "改哪一项工作任务；新增一项写 new"
    )]
    pub(crate) milestone: Option<String>,
    #[arg(long = "set", value_name = "字段=值", help = "那一行改成什么，可以写多次")]
    pub(crate) set: Vec<String>,
    #[arg(long, value_name = "行号", help = "去掉哪一行，可以写多次")]
    pub(crate) drop: Vec<u32>,
    #[arg(
        long,
        value_name = "原因",
        default_value = "",
        hide_default_value = true,
        help = "原因，记入留痕"
    )]
    pub(crate) reason: String,
}
