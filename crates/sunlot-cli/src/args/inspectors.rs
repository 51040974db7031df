//! The words of `sunlot inspectors …`.

use clap::{Args, Subcommand};

use super::targets::ValueOptions;
use super::{HELP, OPTIONS};

#[derive(Subcommand)]
pub(crate) enum InspectorsVerb {
    #[command(about = "列出执法检查人员：谁可以参加抽取，谁不可以、为什么", help_template = HELP,
              override_usage = "sunlot inspectors list [选项]…",
              after_help = "--where 写 方面=值，几个值用逗号隔开；方面和值用 inspectors choices 查看，例如 \
                            --where draw=expired,no_certificate --where certificate=expiring。")]
    List {
        #[command(flatten)]
        which: Persons,
        #[arg(long, value_name = "键", default_value = "number", hide_default_value = true, help_heading = OPTIONS,
              help = "按什么排序：number 编号、name、cert_no、cert_valid_to、unit、status")]
        sort: String,
        #[arg(long, help_heading = OPTIONS, help = "倒过来排")]
        descending: bool,
    },
    #[command(about = "可以按什么筛选，各有多少人", help_template = HELP, override_usage = "sunlot inspectors choices")]
    Choices,
    #[command(about = "一个人的全部：资料、执法证、回避登记和经过", help_template = HELP,
              override_usage = "sunlot inspectors show <编号>")]
    Show {
        #[arg(value_name = "编号", help_heading = "参数", help = "人员编号，例如 RY-000012")]
        inspector: String,
    },
    #[command(about = "登记一个人，或修改一个人", help_template = HELP,
              override_usage = "sunlot inspectors set [编号] --value 字段=值 … --reason 原因")]
    Set {
        #[arg(
            value_name = "编号",
            help_heading = "参数",
            help = "人员编号；不写就新登记一个人"
        )]
        inspector: Option<String>,
        #[command(flatten)]
        values: ValueOptions,
        #[arg(long, help_heading = OPTIONS, help = "待核的事项已经核实无误")]
        confirmed: bool,
        #[arg(long, help_heading = OPTIONS, help = "只检查，不保存")]
        check: bool,
    },
    #[command(about = "暂停、移出或恢复一个人", help_template = HELP,
              override_usage = "sunlot inspectors place <编号> <in|suspended|removed> --reason 原因")]
    Place {
        #[arg(value_name = "编号", help_heading = "参数", help = "人员编号")]
        inspector: String,
        #[arg(
            value_name = "状态",
            help_heading = "参数",
            help = "in 在册、suspended 暂停、removed 移出"
        )]
        membership: String,
        #[arg(long, value_name = "原因", help_heading = OPTIONS, help = "原因，记入留痕")]
        reason: String,
    },
    #[command(about = "登记一条回避，或止于某日、撤销一条", help_template = HELP,
              override_usage = "sunlot inspectors conflict <人员编号> <对象编号> --relation 关系 --told-by 谁说的")]
    Conflict(ConflictOptions),
    #[command(about = "全部回避登记", help_template = HELP, override_usage = "sunlot inspectors conflicts")]
    Conflicts,
    #[command(about = "设定轮换期：几个月内同一人不再去同一检查对象", help_template = HELP,
              override_usage = "sunlot inspectors rotation <月数> --reason 原因")]
    Rotation {
        #[arg(
            value_name = "月数",
            help_heading = "参数",
            help = "0 表示没有轮换期，最多 120"
        )]
        months: u32,
        #[arg(long, value_name = "原因", help_heading = OPTIONS, help = "原因，记入留痕")]
        reason: String,
    },
}

/// Which inspectors, and for which day.
#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct Persons {
    #[arg(
        long,
        value_name = "文字",
        help = "姓名、执法证号、工号、单位、科室里有这些字"
    )]
    pub(crate) text: Option<String>,
    #[arg(
        long = "where",
        value_name = "方面=值",
        help = "筛选，可以写多次；空值表示未填"
    )]
    pub(crate) conditions: Vec<String>,
    #[arg(
        long,
        value_name = "日期",
        help = "计划检查的日期：按那一天判断能不能参加抽取；不写就按今天"
    )]
    pub(crate) on: Option<String>,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct ConflictOptions {
    #[arg(
        value_name = "人员编号",
        help_heading = "参数",
        help = "人员编号，例如 RY-000012"
    )]
    pub(crate) inspector: Option<String>,
    #[arg(
        value_name = "对象编号",
        help_heading = "参数",
        help = "对象编号，例如 DX-000012"
    )]
    pub(crate) target: Option<String>,
    #[arg(
        long,
        value_name = "关系",
        default_value = "",
        hide_default_value = true,
        help = "kinship 亲属、shareholding 持股、former_post 曾任职、same_case 同一案件、other 其他"
    )]
    pub(crate) relation: String,
    #[arg(
        long,
        value_name = "说明",
        default_value = "",
        hide_default_value = true,
        help = "说明；关系是 other 时必填"
    )]
    pub(crate) detail: String,
    #[arg(
        long,
        value_name = "谁",
        default_value = "",
        hide_default_value = true,
        help = "谁说的，例如 本人申报"
    )]
    pub(crate) told_by: String,
    #[arg(
        long,
        value_name = "日期",
        default_value = "",
        hide_default_value = true,
        help = "从哪一天起；不写就是一直"
    )]
    pub(crate) since: String,
    #[arg(
        long,
        value_name = "日期",
        default_value = "",
        hide_default_value = true,
        help = "到哪一天为止；不写就一直有效"
    )]
    pub(crate) until: String,
    #[arg(
        long,
        value_name = "号",
        help = "止于 --until 那一天，不写 --until 就是撤销：登记的号，用 inspectors conflicts 查看"
    )]
    pub(crate) end: Option<i64>,
    #[arg(
        long,
        value_name = "原因",
        default_value = "",
        hide_default_value = true,
        help = "止或撤销的原因"
    )]
    pub(crate) reason: String,
}
