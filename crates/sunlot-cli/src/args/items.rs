//! The words of `sunlot items …` and `sunlot catalog …`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{HELP, OPTIONS};

#[derive(Subcommand)]
pub(crate) enum ItemsVerb {
    #[command(about = "列出抽查事项清单或它的某一版，可以筛选、查找", help_template = HELP,
              override_usage = "sunlot items list [选项]…",
              after_help = "--where 写 方面=值，几个值用逗号隔开：category、item_class、unit、merge_group、usable、membership、example，\
                            例如 --where usable=yes。已移出的，写 --where membership=removed 才列出。")]
    List {
        #[command(flatten)]
        which: WhichItems,
    },
    #[command(about = "可以填哪些字段，示例库里有什么", help_template = HELP, override_usage = "sunlot items choices")]
    Choices,
    #[command(about = "一项的全部：内容、依据、要点和经过", help_template = HELP,
              override_usage = "sunlot items show <编号> [--edition 版本]")]
    Show {
        #[arg(value_name = "编号", help_heading = "参数", help = "事项编号，例如 SX-000003")]
        item: String,
        #[arg(long, value_name = "版本", help_heading = OPTIONS, help = "看某一版里的，例如 2026年第1版；不写就看工作清单")]
        edition: Option<String>,
    },
    #[command(about = "录入一项，或修改一项", help_template = HELP,
              override_usage = "sunlot items set [编号] --value 字段=值 … --reason 原因",
              after_help = "依据的文件是 JSON：[{\"law\", \"article\"?, \"text\"?, \"validFrom\"?, \"validTo\"?}]；\
                            要点的文件是 JSON：[{\"content\", \"method\"?, \"materials\"?}]。给了文件就整个换掉，文件写 - 表示从标准输入读取。")]
    Set(Box<ItemOptions>),
    #[command(about = "移出一项，或恢复", help_template = HELP,
              override_usage = "sunlot items place <编号> <in|removed> --reason 原因")]
    Place {
        #[arg(value_name = "编号", help_heading = "参数", help = "事项编号")]
        item: String,
        #[arg(value_name = "状态", help_heading = "参数", help = "in 在清单、removed 移出")]
        membership: String,
        #[arg(long, value_name = "原因", help_heading = OPTIONS, help = "原因，记入留痕")]
        reason: String,
    },
    #[command(about = "从示例库取用事项；取用的标为示例，对照法律确认以后才能使用", help_template = HELP,
              override_usage = "sunlot items starter <示例>… --reason 原因",
              after_help = "示例的名称用 sunlot items choices 查看；确认用 sunlot items set <编号> --confirmed。")]
    Starter {
        #[arg(
            value_name = "示例",
            required = true,
            help_heading = "参数",
            help = "示例的名称，可以写几个"
        )]
        keys: Vec<String>,
        #[arg(long, value_name = "原因", default_value = "", hide_default_value = true, help_heading = OPTIONS,
              help = "原因，记入留痕")]
        reason: String,
    },
}

/// Which items of which list.
#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct WhichItems {
    #[arg(long, value_name = "文字", help = "名称、编号、科室、责任人或依据里有这些字")]
    pub(crate) text: Option<String>,
    #[arg(
        long = "where",
        value_name = "方面=值",
        help = "筛选，可以写多次；空值表示未填"
    )]
    pub(crate) conditions: Vec<String>,
    #[arg(
        long,
        value_name = "版本",
        help = "哪一版，例如 2026年第1版；不写就是工作清单"
    )]
    pub(crate) edition: Option<String>,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct ItemOptions {
    #[arg(
        value_name = "编号",
        help_heading = "参数",
        help = "事项编号；不写就新录入一项"
    )]
    pub(crate) item: Option<String>,
    #[arg(
        long = "value",
        value_name = "字段=值",
        help = "改成什么，可以写多次；字段名用 sunlot items choices 查看"
    )]
    pub(crate) values: Vec<String>,
    #[arg(long, value_name = "文件", help = "法律依据，整个换掉")]
    pub(crate) bases: Option<PathBuf>,
    #[arg(long, value_name = "文件", help = "检查要点，整个换掉")]
    pub(crate) points: Option<PathBuf>,
    #[arg(long, help = "示例已经对照法律原文确认")]
    pub(crate) confirmed: bool,
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

#[derive(Subcommand)]
pub(crate) enum CatalogVerb {
    #[command(about = "把工作清单送审：从此这一版就是现在这些内容", help_template = HELP,
              override_usage = "sunlot catalog submit --title 名称 --to 机关 --on 日期 --reason 原因和依据")]
    Submit {
        #[arg(long, value_name = "名称", default_value = "", hide_default_value = true, help_heading = OPTIONS,
              help = "这一版的名称")]
        title: String,
        #[arg(long, value_name = "机关", default_value = "", hide_default_value = true, help_heading = OPTIONS,
              help = "送给谁审定")]
        to: String,
        #[arg(long, value_name = "日期", default_value = "", hide_default_value = true, help_heading = OPTIONS,
              help = "送审日期")]
        on: String,
        #[arg(long, value_name = "原因", default_value = "", hide_default_value = true, help_heading = OPTIONS,
              help = "调整的原因和依据，记入留痕")]
        reason: String,
        #[arg(long, help_heading = OPTIONS, help = "只看能不能送审")]
        check: bool,
    },
    #[command(about = "登记一版被退回；改好以后重新送审是新的一版", help_template = HELP,
              override_usage = "sunlot catalog return <版本> --on 日期 --reason 原因")]
    Return {
        #[arg(value_name = "版本", help_heading = "参数", help = "哪一版，例如 2026年第1版")]
        edition: String,
        #[arg(long, value_name = "日期", help_heading = OPTIONS, help = "退回日期")]
        on: String,
        #[arg(long, value_name = "原因", help_heading = OPTIONS, help = "退回的原因，记入留痕")]
        reason: String,
    },
    #[command(about = "登记一版审定：谁、哪天、文号、何时施行", help_template = HELP,
              override_usage = "sunlot catalog ratify <版本> --by 机关 --on 日期 --no 文号 --effective 日期")]
    Ratify {
        #[arg(value_name = "版本", help_heading = "参数", help = "哪一版，例如 2026年第1版")]
        edition: String,
        #[arg(long, value_name = "机关", help_heading = OPTIONS, help = "审定机关")]
        by: String,
        #[arg(long, value_name = "日期", help_heading = OPTIONS, help = "审定日期")]
        on: String,
        #[arg(long, value_name = "文号", help_heading = OPTIONS, help = "审定文号")]
        no: String,
        #[arg(long, value_name = "日期", help_heading = OPTIONS, help = "施行日期，可以在今天以后")]
        effective: String,
    },
    #[command(about = "登记一版公布：哪天、在哪里", help_template = HELP,
              override_usage = "sunlot catalog publish <版本> --on 日期 --channel 渠道 …")]
    Publish {
        #[arg(value_name = "版本", help_heading = "参数", help = "哪一版，例如 2026年第1版")]
        edition: String,
        #[arg(long, value_name = "日期", help_heading = OPTIONS, help = "公布日期")]
        on: String,
        #[arg(long = "channel", value_name = "渠道", required = true, help_heading = OPTIONS,
              help = "在哪里公布，可以写多次")]
        channels: Vec<String>,
    },
    #[command(about = "一版的情况和经过；不写版本就列出各版", help_template = HELP, override_usage = "sunlot catalog show [版本]")]
    Show {
        #[arg(value_name = "版本", help_heading = "参数", help = "哪一版，例如 2026年第1版")]
        edition: Option<String>,
    },
    #[command(about = "比较两版，或某一版和工作清单", help_template = HELP,
              override_usage = "sunlot catalog diff [--before 版本] [--after 版本]")]
    Diff {
        #[arg(long, value_name = "版本", help_heading = OPTIONS, help = "前一份；不写就是现行的一版，没有现行的就是最近送审的")]
        before: Option<String>,
        #[arg(long, value_name = "版本", help_heading = OPTIONS, help = "后一份；不写就是工作清单")]
        after: Option<String>,
    },
}
