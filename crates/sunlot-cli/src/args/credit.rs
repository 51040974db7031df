//! The options of a target's credit file: `sunlot targets grade` and `sunlot targets inquiry`.

use clap::Args;

use super::OPTIONS;

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct GradeOptions {
    #[arg(value_name = "编号", help_heading = "参数", help = "对象编号")]
    pub(crate) target: String,
    #[arg(
        long,
        value_name = "分,分,分,分",
        help = "安全生产建设、事故隐患程度、内部管理水平、遵纪守法的分数，各 0 到 25，越高风险越大"
    )]
    pub(crate) points: String,
    #[arg(
        long,
        value_name = "依据",
        default_value = "",
        hide_default_value = true,
        help = "评分依据"
    )]
    pub(crate) basis: String,
    #[arg(
        long,
        value_name = "等级",
        default_value = "",
        hide_default_value = true,
        help = "生产经营活动的最高风险：low、medium、medium_high、high；取它和分数两者中高的"
    )]
    pub(crate) inherent: String,
    #[arg(
        long,
        value_name = "内容",
        default_value = "",
        hide_default_value = true,
        help = "有哪些生产经营活动"
    )]
    pub(crate) activities: String,
    #[arg(
        long,
        value_name = "日期",
        default_value = "",
        hide_default_value = true,
        help = "评定日期；不写就是今天"
    )]
    pub(crate) on: String,
    #[arg(
        long,
        value_name = "等级",
        default_value = "",
        hide_default_value = true,
        help = "风险可控时暂按较低的等级管理"
    )]
    pub(crate) lower_to: String,
    #[arg(
        long,
        value_name = "原因",
        default_value = "",
        hide_default_value = true,
        help = "降低的原因"
    )]
    pub(crate) lower_for: String,
    #[arg(
        long,
        value_name = "日期",
        default_value = "",
        hide_default_value = true,
        help = "降低以后的复核日期，一年以内"
    )]
    pub(crate) review: String,
    #[arg(long, help = "只算出等级，不保存")]
    pub(crate) check: bool,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct InquiryOptions {
    #[arg(value_name = "编号", help_heading = "参数", help = "对象编号")]
    pub(crate) target: Option<String>,
    #[arg(
        long,
        value_name = "日期",
        default_value = "",
        hide_default_value = true,
        help = "查询日期"
    )]
    pub(crate) on: String,
    #[arg(
        long,
        value_name = "渠道",
        default_value = "",
        hide_default_value = true,
        help = "在哪里查的：公示系统、信用平台、第三方报告"
    )]
    pub(crate) source: String,
    #[arg(
        long,
        value_name = "结果",
        default_value = "",
        hide_default_value = true,
        help = "查到什么"
    )]
    pub(crate) found: String,
    #[arg(
        long,
        value_name = "材料",
        default_value = "",
        hide_default_value = true,
        help = "留存的文件或编号"
    )]
    pub(crate) document: String,
    #[arg(long, value_name = "序号", help = "撤销这一条（录错了）")]
    pub(crate) withdraw: Option<i64>,
    #[arg(
        long,
        value_name = "原因",
        default_value = "",
        hide_default_value = true,
        help = "撤销的原因"
    )]
    pub(crate) reason: String,
}
