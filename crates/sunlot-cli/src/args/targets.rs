//! The words of `sunlot targets …` and `sunlot import …`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::credit::{GradeOptions, InquiryOptions};
use super::inspectors::Persons;
use super::items::WhichItems;
use super::{HELP, OPTIONS};

#[derive(Subcommand)]
pub(crate) enum TargetsVerb {
    #[command(about = "列出检查对象，可以筛选、查找、排序", help_template = HELP,
              override_usage = "sunlot targets list [选项]…",
              after_help = "--where 写 方面=值，几个值用逗号隔开；方面和值用 targets choices 查看，例如 \
                            --where credit=fair,poor --where township=安肃镇 --where draw=may。黑名单写 --where flag=blacklist，\
                            列出的每一户带期限和依据。")]
    List {
        #[command(flatten)]
        which: Which,
        #[arg(long, value_name = "键", default_value = "number", hide_default_value = true, help_heading = OPTIONS,
              help = "按什么排序：number 编号、name、code、kind、credit、risk、township、industry、visits、last_visit、status")]
        sort: String,
        #[arg(long, help_heading = OPTIONS, help = "倒过来排")]
        descending: bool,
        #[arg(long, value_name = "户数", default_value_t = 50, hide_default_value = true, help_heading = OPTIONS,
              help = "列多少户，默认 50")]
        limit: u32,
        #[arg(long, value_name = "户数", default_value_t = 0, hide_default_value = true, help_heading = OPTIONS,
              help = "跳过前面多少户")]
        from: u32,
    },
    #[command(about = "可以按什么筛选，各有多少户", help_template = HELP, override_usage = "sunlot targets choices")]
    Choices,
    #[command(about = "一户的全部：资料、标志、检查记录和经过", help_template = HELP,
              override_usage = "sunlot targets show <编号>")]
    Show {
        #[arg(value_name = "编号", help_heading = "参数", help = "对象编号，例如 DX-000012")]
        target: String,
    },
    #[command(about = "登记一户，或修改一户", help_template = HELP, override_usage = "sunlot targets set [编号] --value 字段=值 … --reason 原因")]
    Set {
        #[arg(
            value_name = "编号",
            help_heading = "参数",
            help = "对象编号；不写就新登记一户"
        )]
        target: Option<String>,
        #[command(flatten)]
        values: ValueOptions,
        #[arg(long, help_heading = OPTIONS, help = "待核的事项已经核实无误")]
        confirmed: bool,
        #[arg(long, help_heading = OPTIONS, help = "只检查，不保存")]
        check: bool,
    },
    #[command(about = "暂停、移出或恢复一户", help_template = HELP,
              override_usage = "sunlot targets place <编号> <in|suspended|removed> --reason 原因")]
    Place {
        #[arg(value_name = "编号", help_heading = "参数", help = "对象编号")]
        target: String,
        #[arg(
            value_name = "状态",
            help_heading = "参数",
            help = "in 在册、suspended 暂停、removed 移出"
        )]
        membership: String,
        #[arg(long, value_name = "原因", help_heading = OPTIONS, help = "原因，记入留痕")]
        reason: String,
    },
    #[command(about = "成批修改筛出来的对象", help_template = HELP,
              override_usage = "sunlot targets bulk --where … --value 字段=值 --reason 原因")]
    Bulk {
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        values: ValueOptions,
        #[arg(long, help_heading = OPTIONS, help = "只看会改哪些，不保存")]
        check: bool,
    },
    #[command(about = "加一个触发标志，或止于某日、撤销一个", help_template = HELP,
              override_usage = "sunlot targets flag <编号> --set 标志 --since 日期 --evidence 依据")]
    Flag(FlagOptions),
    #[command(about = "补录一次检查，或撤销一条", help_template = HELP,
              override_usage = "sunlot targets visit <编号> --on 日期 [选项]…")]
    Visit(VisitOptions),
    #[command(about = "按四项评分评定风险等级", help_template = HELP,
              override_usage = "sunlot targets grade <编号> --points 分,分,分,分 --basis 依据 [选项]…")]
    Grade(Box<GradeOptions>),
    #[command(about = "记下一次信用查询，或撤销一条", help_template = HELP,
              override_usage = "sunlot targets inquiry <编号> --on 日期 --source 渠道 --found 结果")]
    Inquiry(Box<InquiryOptions>),
}

/// Which targets.
#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct Which {
    #[arg(long, value_name = "文字", help = "名称、曾用名、负责人或代码里有这些字")]
    pub(crate) text: Option<String>,
    #[arg(
        long = "where",
        value_name = "方面=值",
        help = "筛选，可以写多次；空值表示未填"
    )]
    pub(crate) conditions: Vec<String>,
}

/// Values, and why.
#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct ValueOptions {
    #[arg(
        long = "value",
        value_name = "字段=值",
        help = "改成什么，可以写多次；字段名用 sunlot import fields 查看（人员加 --registry inspectors）"
    )]
    pub(crate) values: Vec<String>,
    #[arg(
        long,
        value_name = "原因",
        default_value = "",
        hide_default_value = true,
        help = "原因，记入留痕"
    )]
    pub(crate) reason: String,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct FlagOptions {
    #[arg(value_name = "编号", help_heading = "参数", help = "对象编号")]
    pub(crate) target: Option<String>,
    #[arg(
        long,
        value_name = "标志",
        help = "加哪一个：newly_founded 新成立、many_complaints 投诉举报多、abnormal_listing 列入经营异常名录、dishonest 失信行为、\
                serious_violation 严重违法违规、public_concern 社会关注度高、life_and_property_safety 涉及生命财产安全的特殊行业、\
                blacklist 黑名单"
    )]
    pub(crate) set: Option<String>,
    #[arg(
        long,
        value_name = "日期",
        default_value = "",
        hide_default_value = true,
        help = "从哪一天起"
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
        value_name = "依据",
        default_value = "",
        hide_default_value = true,
        help = "依据"
    )]
    pub(crate) evidence: String,
    #[arg(
        long,
        value_name = "号",
        help = "止于 --until 那一天，不写 --until 就是撤销：标志的号，用 targets show 查看"
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

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct VisitOptions {
    #[arg(value_name = "编号", help_heading = "参数", help = "对象编号")]
    pub(crate) target: Option<String>,
    #[arg(
        long,
        value_name = "日期",
        default_value = "",
        hide_default_value = true,
        help = "检查日期；只知道年月就写 2026-03"
    )]
    pub(crate) on: String,
    #[arg(
        long,
        value_name = "类别",
        default_value = "double_random",
        hide_default_value = true,
        help = "double_random 双随机（默认）、key_supervision 重点监管、case_inspection 个案检查、special_campaign 专项检查"
    )]
    pub(crate) kind: String,
    #[arg(long, help = "不计入次数")]
    pub(crate) uncounted: bool,
    #[arg(
        long,
        value_name = "方式",
        default_value = "",
        hide_default_value = true,
        help = "检查方式"
    )]
    pub(crate) modes: String,
    #[arg(
        long,
        value_name = "事项",
        default_value = "",
        hide_default_value = true,
        help = "检查事项"
    )]
    pub(crate) items: String,
    #[arg(
        long,
        value_name = "单位",
        default_value = "",
        hide_default_value = true,
        help = "检查单位"
    )]
    pub(crate) unit: String,
    #[arg(
        long,
        value_name = "人员",
        default_value = "",
        hide_default_value = true,
        help = "检查人员"
    )]
    pub(crate) inspectors: String,
    #[arg(
        long,
        value_name = "结果",
        default_value = "",
        hide_default_value = true,
        help = "检查结果"
    )]
    pub(crate) result: String,
    #[arg(
        long,
        value_name = "备注",
        default_value = "",
        hide_default_value = true,
        help = "备注"
    )]
    pub(crate) remark: String,
    #[arg(
        long,
        value_name = "号",
        help = "撤销录错的一条：它的号，用 targets show 查看"
    )]
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

#[derive(Subcommand)]
pub(crate) enum ImportVerb {
    #[command(about = "导入检查对象名单：先比对，再整批写入", help_template = HELP,
              override_usage = "sunlot import targets <文件> [选项]…",
              after_help = "格式看内容不看文件名：xlsx、xls、et、csv、网页表格、Word 里的表格都读；文件写 - 表示从标准输入读取粘贴的内容。\
                            每一行都有下落：新增、更新、相同、跳过（原因）、错误（原因），五项相加等于共读。缺失的不会删除。")]
    Targets(Box<ImportOptions>),
    #[command(about = "导入执法检查人员名单：先比对，再整批写入", help_template = HELP,
              override_usage = "sunlot import inspectors <文件> [选项]…",
              after_help = "以执法证号认人：同名不同证号是两个人。没有执法证、证已过期的也收，不能参加抽取，会列出来。\
                            身份证号、手机号不收。")]
    Inspectors(Box<ImportOptions>),
    #[command(about = "导入检查台账：程序以外做过的检查，先比对，再整批写入", help_template = HELP,
              override_usage = "sunlot import visits <文件> [选项]…",
              after_help = "以代码认户，没有代码的按名称，只有一户同名才收。同一户、同一天、同样的事项和单位是同一次检查，不会记两遍。")]
    Visits(Box<ImportOptions>),
    #[command(about = "导入抽查事项清单：先比对，再整批写入工作清单", help_template = HELP,
              override_usage = "sunlot import items <文件> [选项]…",
              after_help = "以事项编号认，没有编号的以名称和子项认。依据按法律分开，抽查内容按编号、分号和换行分成要点；\
                            原来录入的施行日期、方法和材料保留。没有依据的也收，不能使用，会列出来。")]
    Items(Box<ImportOptions>),
    #[command(about = "看一份文件：工作表、表头、每一列会读成什么", help_template = HELP,
              override_usage = "sunlot import look <文件>")]
    Look {
        #[arg(value_name = "文件", help_heading = "参数", help = "名单文件")]
        file: PathBuf,
        #[arg(long, value_name = "名录", default_value = "targets", hide_default_value = true, help_heading = OPTIONS,
              help = "按哪一个名录读：targets 检查对象（默认）、inspectors 执法检查人员、items 抽查事项")]
        registry: String,
    },
    #[command(about = "列可以对应的字段", help_template = HELP, override_usage = "sunlot import fields [--registry 名录]")]
    Fields {
        #[arg(long, value_name = "名录", default_value = "targets", hide_default_value = true, help_heading = OPTIONS,
              help = "哪一个名录的：targets 检查对象（默认）、inspectors 执法检查人员、items 抽查事项")]
        registry: String,
    },
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct ImportOptions {
    #[arg(value_name = "文件", help_heading = "参数", help = "名单文件")]
    pub(crate) file: PathBuf,
    #[arg(
        long,
        value_name = "文件",
        help = "列对应（JSON）：{\"sheet\"?, \"header\"?, \"columns\": {\"表头\": \"字段\"}}"
    )]
    pub(crate) mapping: Option<PathBuf>,
    #[arg(long, value_name = "名称", help = "哪一张工作表；不写就由程序挑选")]
    pub(crate) sheet: Option<String>,
    #[arg(long, value_name = "行号", help = "表头在第几行；不写就由程序找")]
    pub(crate) header: Option<u32>,
    #[arg(
        long,
        value_name = "名称",
        default_value = "",
        hide_default_value = true,
        help = "来源名单的名称；写了，缺失只在同一来源里比"
    )]
    pub(crate) source: String,
    #[arg(
        long = "word",
        value_name = "字段:词=值",
        help = "某个词的意思，可以写多次，例如 credit:A级=good；下次照着读，值空着就不再照着读"
    )]
    pub(crate) words: Vec<String>,
    #[arg(
        long,
        value_name = "办法",
        default_value = "ask",
        hide_default_value = true,
        help = "同一户（同一人）有几行不同的：ask 不导入（默认）、first 留第一行、last 留最后一行、merge 合并、neither 都不要"
    )]
    pub(crate) duplicates: String,
    #[arg(
        long,
        value_name = "办法",
        default_value = "ask",
        hide_default_value = true,
        help = "文件里隐藏的行：ask 不导入（默认）、take 一起导入、skip 跳过"
    )]
    pub(crate) hidden_rows: String,
    #[arg(long, help = "只比对，不写入")]
    pub(crate) dry_run: bool,
    #[arg(
        long,
        value_name = "下落",
        help = "列出这种下落的行：added、updated、same、skipped、errors、missing"
    )]
    pub(crate) rows: Option<String>,
    #[arg(long, value_name = "文件", help = "把问题清单写成 xlsx")]
    pub(crate) problems: Option<PathBuf>,
    #[arg(long, help = "已有同名的问题清单时替换它")]
    pub(crate) force: bool,
    #[arg(
        long,
        value_name = "原因",
        default_value = "导入名单",
        hide_default_value = true,
        help = "原因，记入留痕"
    )]
    pub(crate) reason: String,
}

#[derive(Subcommand)]
pub(crate) enum ExportVerb {
    #[command(about = "导出检查对象：筛选、排序与 targets list 相同", help_template = HELP,
              override_usage = "sunlot export targets [选项]…")]
    Targets {
        #[command(flatten)]
        which: Which,
        #[arg(long, value_name = "键", default_value = "number", hide_default_value = true, help_heading = OPTIONS,
              help = "按什么排序，同 targets list")]
        sort: String,
        #[arg(long, value_name = "列,列…", default_value = "", hide_default_value = true, help_heading = OPTIONS,
              help = "哪些列；不写就是常用的列")]
        columns: String,
        #[arg(long, value_name = "格式", default_value = "xlsx", hide_default_value = true, help_heading = OPTIONS,
              help = "xlsx（默认）、csv（UTF-8）、csv_gb18030")]
        format: String,
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "写到哪里；不写就放在单位文件夹的 outbox")]
        out: Option<PathBuf>,
        #[arg(long, help_heading = OPTIONS, help = "已有同名文件时替换它")]
        force: bool,
    },
    #[command(about = "导出执法检查人员：筛选、排序与 inspectors list 相同", help_template = HELP,
              override_usage = "sunlot export inspectors [选项]…")]
    Inspectors {
        #[command(flatten)]
        which: Persons,
        #[arg(long, value_name = "键", default_value = "number", hide_default_value = true, help_heading = OPTIONS,
              help = "按什么排序，同 inspectors list")]
        sort: String,
        #[arg(long, value_name = "列,列…", default_value = "", hide_default_value = true, help_heading = OPTIONS,
              help = "哪些列；不写就是全部")]
        columns: String,
        #[arg(long, value_name = "格式", default_value = "xlsx", hide_default_value = true, help_heading = OPTIONS,
              help = "xlsx（默认）、csv（UTF-8）、csv_gb18030")]
        format: String,
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "写到哪里；不写就放在单位文件夹的 outbox")]
        out: Option<PathBuf>,
        #[arg(long, help_heading = OPTIONS, help = "已有同名文件时替换它")]
        force: bool,
    },
    #[command(about = "导出抽查事项清单或它的某一版", help_template = HELP,
              override_usage = "sunlot export items [选项]…")]
    Items {
        #[command(flatten)]
        which: WhichItems,
        #[arg(long, value_name = "格式", default_value = "xlsx", hide_default_value = true, help_heading = OPTIONS,
              help = "xlsx（默认）、csv（UTF-8）、csv_gb18030、html（放到网站上的网页）")]
        format: String,
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "写到哪里；不写就放在单位文件夹的 outbox")]
        out: Option<PathBuf>,
        #[arg(long, help_heading = OPTIONS, help = "已有同名文件时替换它")]
        force: bool,
    },
    #[command(about = "导出空白模板：带填写说明和下拉选项", help_template = HELP,
              override_usage = "sunlot export template [--registry 名录] [--out 文件]")]
    Template {
        #[arg(long, value_name = "名录", default_value = "targets", hide_default_value = true, help_heading = OPTIONS,
              help = "哪一个名录的：targets 检查对象（默认）、inspectors 执法检查人员、items 抽查事项")]
        registry: String,
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "写到哪里；不写就放在单位文件夹的 outbox")]
        out: Option<PathBuf>,
        #[arg(long, help_heading = OPTIONS, help = "已有同名文件时替换它")]
        force: bool,
    },
}
