//! The words and options of `sunlot audit`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::account::PaperOut;
use super::{HELP, OPTIONS};

#[derive(Subcommand)]
pub(crate) enum AuditVerb {
    #[command(about = "列出留痕，新的在前；可以按人、事项、对象、日期和内容筛选", help_template = HELP,
              override_usage = "sunlot audit show [选项]…")]
    Show {
        #[arg(long, value_name = "条数", default_value_t = 20, help_heading = OPTIONS, hide_default_value = true,
              value_parser = clap::value_parser!(u32).range(1..=500), help = "列出多少条，1 到 500，不写就是 20")]
        last: u32,
        #[arg(long, value_name = "编号", help_heading = OPTIONS, help = "只列这个编号以前的")]
        before: Option<i64>,
        #[command(flatten)]
        filter: Filter,
    },
    #[command(about = "一个人、一个账户、一次摇号、一户的来龙去脉，旧的在前", help_template = HELP,
              override_usage = "sunlot audit story <--person 人 | --object 类:编号> [选项]…")]
    Story {
        #[command(flatten)]
        filter: Filter,
    },
    #[command(about = "列出一条留痕的全部内容，并核对它", help_template = HELP,
              override_usage = "sunlot audit entry <编号>")]
    Entry {
        #[arg(value_name = "编号", help_heading = "参数", help = "留痕编号")]
        seq: i64,
    },
    #[command(about = "列出可以用来筛选的人、事项和对象种类", help_template = HELP,
              override_usage = "sunlot audit choices")]
    Choices,
    #[command(about = "列出监督员应看的红旗；--seen 记下已看（只有监督员）", help_template = HELP,
              override_usage = "sunlot audit flags [选项]…")]
    Flags {
        #[arg(long, value_name = "日期", help_heading = OPTIONS, help = "起始日期，例如 2026-11-01")]
        from: Option<String>,
        #[arg(long, value_name = "日期", help_heading = OPTIONS, help = "截止日期")]
        to: Option<String>,
        #[arg(long, value_name = "编号", num_args = 1.., help_heading = OPTIONS, help = "记下这几条已看")]
        seen: Vec<i64>,
    },
    #[command(about = "把筛选出来的留痕导出成电子表格（xlsx）", help_template = HELP,
              override_usage = "sunlot audit export [--out 文件] [选项]…")]
    Export {
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "写到哪里；不写就放进单位文件夹的 outbox")]
        out: Option<PathBuf>,
        #[arg(long, help_heading = OPTIONS, help = "已有同名文件时替换它")]
        force: bool,
        #[command(flatten)]
        filter: Filter,
    },
    #[command(about = "把筛选出来的留痕印成留痕摘录", help_template = HELP,
              override_usage = "sunlot audit print <--out 文件 | --print [打印机]> [选项]…")]
    Print {
        #[command(flatten)]
        out: PaperOut,
        #[command(flatten)]
        filter: Filter,
    },
    #[command(about = "留痕与锚点：查看、另存、比对、确认差异", help_template = HELP,
              override_usage = "sunlot audit anchor [--to 文件夹 | --check 文件 | --acknowledge 理由]",
              after_help = "不带选项就显示现在的情形。锚点另存在监督员的 U 盘上最好：本机的人改不到它。")]
    Anchor(Anchor),
    #[command(about = "核对留痕：不带选项只核对上次核对以后的；--whole 从头核对全部留痕和它们写下的每一行数据",
              help_template = HELP, override_usage = "sunlot audit verify [--whole]")]
    Verify {
        #[arg(long, help_heading = OPTIONS, help = "从头核对")]
        whole: bool,
    },
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct Filter {
    #[arg(
        long,
        value_name = "人",
        help = "经手人或第二人：登录名、姓名，或留痕里的写法"
    )]
    pub(crate) person: Option<String>,
    #[arg(
        long = "kind",
        value_name = "事项",
        help = "事项，例如 profile.saved，可以写多次；见 audit choices"
    )]
    pub(crate) kinds: Vec<String>,
    #[arg(
        long,
        value_name = "类:编号",
        help = "所涉对象，例如 account:lina；种类见 audit choices"
    )]
    pub(crate) object: Option<String>,
    #[arg(long, value_name = "日期", help = "起始日期，例如 2026-11-01")]
    pub(crate) from: Option<String>,
    #[arg(long, value_name = "日期", help = "截止日期")]
    pub(crate) to: Option<String>,
    #[arg(long, value_name = "文字", help = "内容里含有的文字")]
    pub(crate) text: Option<String>,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
#[group(multiple = false)]
pub(crate) struct Anchor {
    #[arg(long, value_name = "文件夹", help = "把锚点另存到这个文件夹，例如 U 盘")]
    pub(crate) to: Option<PathBuf>,
    #[arg(long, value_name = "文件", help = "拿另存的锚点与现有留痕比对")]
    pub(crate) check: Option<PathBuf>,
    #[arg(
        long,
        value_name = "理由",
        help = "确认锚点差异并继续办理；有账户以后要两人（--as、--second）"
    )]
    pub(crate) acknowledge: Option<String>,
}
