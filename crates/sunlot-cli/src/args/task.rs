//! The words of `sunlot task …`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{HELP, OPTIONS};

#[derive(Subcommand)]
pub(crate) enum TaskVerb {
    #[command(about = "列出抽查任务", help_template = HELP, override_usage = "sunlot task list")]
    List,
    #[command(about = "可以写哪些事项、条件、分层和科室", help_template = HELP, override_usage = "sunlot task choices")]
    Choices,
    #[command(about = "一项任务的全部：内容、排除、预公告和经过", help_template = HELP, override_usage = "sunlot task show <编号>")]
    Show {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号，例如 RW-0001")]
        task: String,
    },
    #[command(about = "登记一项任务，或修改一项", help_template = HELP,
              override_usage = "sunlot task set [编号] --value 字段=值 … --item 事项 … --reason 原因",
              after_help = "字段：title 名称、kind 类型、basis 来源和依据、superior 上级文号、from 和 to 检查起止日期、\
                            unit 承办机构、person 责任人、modes 检查方式。没有写到的保持不变。\n\
                            --from 读取 JSON 文件（- 表示标准输入），写法与 task show --json 的 form 相同，分层和检查组的细节用它写。")]
    Set(Box<TaskOptions>),
    #[command(about = "登记任务已经批准，给出任务编号", help_template = HELP,
              override_usage = "sunlot task approve <编号> --by 批准人 --on 日期")]
    Approve {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
        #[arg(long, value_name = "批准人", help_heading = OPTIONS, help = "谁批准的")]
        by: String,
        #[arg(long, value_name = "日期", help_heading = OPTIONS, help = "哪天批准的")]
        on: String,
    },
    #[command(about = "取消一项任务；任务和编号都留着", help_template = HELP,
              override_usage = "sunlot task cancel <编号> --reason 原因")]
    Cancel {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
        #[arg(long, value_name = "原因", help_heading = OPTIONS, help = "原因，记入留痕")]
        reason: String,
    },
    #[command(about = "对象池：谁可以抽、抽多少、谁被排除", help_template = HELP,
              override_usage = "sunlot task pool <编号> [--of 部分] [选项]…",
              after_help = "--of 写层的字母（A、B……）、排除原因或例外的名称，就逐户列出这一部分；--of all 列出范围内全部。")]
    Pool {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
        #[arg(long, value_name = "部分", help_heading = OPTIONS, help = "逐户列出哪一部分")]
        of: Option<String>,
        #[arg(long, value_name = "文字", default_value = "", hide_default_value = true, help_heading = OPTIONS,
              help = "只列名称或代码里有这些字的")]
        text: String,
        #[arg(long, value_name = "户数", default_value_t = 50, hide_default_value = true, help_heading = OPTIONS,
              help = "列多少户，默认 50")]
        limit: u32,
        #[arg(long, value_name = "户数", default_value_t = 0, hide_default_value = true, help_heading = OPTIONS,
              help = "跳过前面多少户")]
        from: u32,
    },
    #[command(about = "说明一户：为什么可以抽或不可以，知道哪些检查", help_template = HELP,
              override_usage = "sunlot task explain <编号> <对象编号>")]
    Explain {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
        #[arg(
            value_name = "对象编号",
            help_heading = "参数",
            help = "对象编号，例如 DX-000012"
        )]
        target: String,
    },
    #[command(about = "派人预演：每一户派不派得齐执法人员", help_template = HELP, override_usage = "sunlot task crews <编号>")]
    Crews {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
    },
    #[command(about = "公平性：每一户抽中的机会、每个人的户数、覆盖和打扰", help_template = HELP,
              override_usage = "sunlot task fairness <编号>")]
    Fairness {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
    },
    #[command(about = "生成拟封存的名单（JSON）", help_template = HELP,
              override_usage = "sunlot task manifest <编号> [--out 文件] [--force]")]
    Manifest {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "写到哪里；不写就放在单位文件夹的 outbox")]
        out: Option<PathBuf>,
        #[arg(long, help_heading = OPTIONS, help = "替换已有的文件")]
        force: bool,
    },
    #[command(about = "人工排除一户，要监督员在场", help_template = HELP,
              override_usage = "sunlot task exclude <编号> <对象编号> --kind 种类 --basis 依据")]
    Exclude {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
        #[arg(value_name = "对象编号", help_heading = "参数", help = "对象编号")]
        target: String,
        #[arg(long, value_name = "种类", default_value = "other", hide_default_value = true, help_heading = OPTIONS,
              help = "restricted 依法限制公开、other 其他依据")]
        kind: String,
        #[arg(long, value_name = "依据", help_heading = OPTIONS, help = "依据：文件名和文号")]
        basis: String,
    },
    #[command(about = "撤销一条人工排除，要监督员在场", help_template = HELP,
              override_usage = "sunlot task include <排除编号>")]
    Include {
        #[arg(value_name = "排除编号", help_heading = "参数", help = "用 task show 查看")]
        id: i64,
    },
    #[command(about = "公告名单：只公告摘要和户数，不公告名称", help_template = HELP,
              override_usage = "sunlot task announce <编号> --draw-on 日期 --channels 渠道 [--reason 原因]")]
    Announce {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
        #[arg(long, value_name = "日期", help_heading = OPTIONS, help = "哪天抽取")]
        draw_on: String,
        #[arg(long, value_name = "渠道", help_heading = OPTIONS, help = "在哪里公告")]
        channels: String,
        #[arg(long, value_name = "原因", default_value = "", hide_default_value = true, help_heading = OPTIONS,
              help = "名单为什么变了；已有公告时要写")]
        reason: String,
    },
    #[command(about = "打印或保存名单预公告", help_template = HELP,
              override_usage = "sunlot task notice <编号> <第几号> [--out 文件.pdf]")]
    Notice {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
        #[arg(
            value_name = "第几号",
            help_heading = "参数",
            help = "这项任务的第几号预公告，用 task show 查看"
        )]
        notice: i64,
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "存成 PDF；不写就放在单位文件夹的 outbox")]
        out: Option<PathBuf>,
        #[arg(long, help_heading = OPTIONS, help = "直接打印，不存文件")]
        print: bool,
    },
}

/// A task that is set.
#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct TaskOptions {
    #[arg(
        value_name = "编号",
        help_heading = "参数",
        help = "任务编号；不写就新登记一项"
    )]
    pub(crate) task: Option<String>,
    #[arg(long, value_name = "文件", help = "从 JSON 文件读取（- 表示标准输入）")]
    pub(crate) from: Option<PathBuf>,
    #[arg(long = "value", value_name = "字段=值", help = "改成什么，可以写多次")]
    pub(crate) values: Vec<String>,
    #[arg(
        long = "item",
        value_name = "事项",
        help = "抽查事项的编号，可以写多次；写了就替换原有的"
    )]
    pub(crate) items: Vec<String>,
    #[arg(
        long = "where",
        value_name = "方面=值",
        help = "抽取范围，可以写多次，几个值用逗号隔开，“不是”写 !=；写了就替换原有的"
    )]
    pub(crate) scope: Vec<String>,
    #[arg(
        long,
        value_name = "名称",
        help = "分层办法：whole 全库、credit 三类信用、risk 四级风险、key_and_rest 重点＋一般；任务是计划里一行的，还有 plan 照计划"
    )]
    pub(crate) pattern: Option<String>,
    #[arg(long, value_name = "编号", help = "细则配置的编号；不写用现行的")]
    pub(crate) rules: Option<i64>,
    #[arg(long, help = "只检查，不保存")]
    pub(crate) check: bool,
    #[arg(
        long,
        value_name = "原因",
        default_value = "",
        hide_default_value = true,
        help = "原因，记入留痕"
    )]
    pub(crate) reason: String,
}
