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
                            unit 承办机构、person 责任人、modes 检查方式；\
                            与计划这一行不同的，写 beyond 理由（risk 风险对象、superior 上级部署）和 beyond_why 说明。没有写到的保持不变。\n\
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
              override_usage = "sunlot task pool <编号> [--of 部分] [--out 文件] [选项]…",
              after_help = "--of 写层的字母（A、B……）、排除原因或例外的名称，就逐户列出这一部分；--of all 列出范围内全部。\n\
                            --out 或 --format 把这一部分写成表格，不写 --of 就是范围内全部；表格里只有层的名称，没有层的含义。")]
    Pool {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
        #[arg(long, value_name = "部分", help_heading = OPTIONS, help = "逐户列出哪一部分")]
        of: Option<String>,
        #[arg(long, help_heading = OPTIONS, conflicts_with = "of",
              help = "列出检查时间重叠、还没有抽取的全部任务")]
        overlaps: bool,
        #[arg(long, value_name = "文字", default_value = "", hide_default_value = true, help_heading = OPTIONS,
              help = "只列名称或代码里有这些字的")]
        text: String,
        #[arg(long, value_name = "户数", default_value_t = 50, hide_default_value = true, help_heading = OPTIONS,
              help = "列多少户，默认 50")]
        limit: u32,
        #[arg(long, value_name = "户数", default_value_t = 0, hide_default_value = true, help_heading = OPTIONS,
              help = "跳过前面多少户")]
        from: u32,
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "写成表格，放到哪里")]
        out: Option<PathBuf>,
        #[arg(long, value_name = "格式", help_heading = OPTIONS,
              help = "表格的格式：xlsx、csv 或 csv_gb18030，不写就是 xlsx；没有 --out 时放在单位文件夹的 outbox")]
        format: Option<String>,
        #[arg(long, help_heading = OPTIONS, help = "替换已有的文件")]
        force: bool,
    },
    #[command(about = "说明一户：为什么可以抽或不可以，知道哪些检查", help_template = HELP,
              override_usage = "sunlot task explain <编号> <对象>")]
    Explain {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
        #[arg(
            value_name = "对象",
            help_heading = "参数",
            help = "检查对象：编号（DX-000012）、代码或名称"
        )]
        target: String,
    },
    #[command(about = "合并检查：哪些对象并入另一次检查、带哪些事项，哪些是本年第二次", help_template = HELP,
              override_usage = "sunlot task merged <编号> [选项]…")]
    Merged {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
        #[arg(long, value_name = "户数", default_value_t = 50, hide_default_value = true, help_heading = OPTIONS,
              help = "两张清单各列多少户，默认 50")]
        limit: u32,
        #[arg(long, value_name = "户数", default_value_t = 0, hide_default_value = true, help_heading = OPTIONS,
              help = "两张清单各跳过前面多少户")]
        from: u32,
    },
    #[command(about = "派人预演：每一户派不派得齐执法人员", help_template = HELP, override_usage = "sunlot task crews <编号>")]
    Crews {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
    },
    #[command(about = "公平性，抽取以前和以后：每一户抽中的机会、每个人的户数、覆盖和打扰", help_template = HELP,
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
              override_usage = "sunlot task exclude <编号> <对象> --kind 种类 --basis 依据")]
    Exclude {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
        #[arg(
            value_name = "对象",
            help_heading = "参数",
            help = "检查对象：编号、代码或名称"
        )]
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
    #[command(about = "登记一名借调的执法人员，只用于这项任务", help_template = HELP,
              override_usage = "sunlot task borrow <编号> [--inspector 人员] --value 字段=值 …",
              after_help = "字段：name 姓名、cert_no 执法证号、cert_valid_to 有效期、second_cert_no 和 second_cert_valid_to 第二个执法证、\
                            office 借出单位、document_no 文件文号、document_on 文件日期、since 和 until 借调起止日期、\
                            dept 算作哪个部门的人、skills 专长。名录里有的人写 --inspector，姓名和证件照名录。")]
    Borrow {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
        #[arg(long, value_name = "人员", help_heading = OPTIONS, help = "名录里的人员：编号（RY-000003）、执法证号或姓名")]
        inspector: Option<String>,
        #[arg(long = "value", value_name = "字段=值", help_heading = OPTIONS, help = "写什么，可以写多次")]
        values: Vec<String>,
    },
    #[command(about = "征询配合部门：每个部门一份 Excel 征询表，用 U 盘交去", help_template = HELP,
              override_usage = "sunlot task ask <编号> [--to 文件夹] [--until 日期] [--force]")]
    Ask {
        #[arg(value_name = "编号", help_heading = "参数", help = "联合检查的任务编号")]
        task: String,
        #[arg(long, value_name = "文件夹", help_heading = OPTIONS, help = "写到哪个文件夹；不写就放在单位文件夹的 outbox")]
        to: Option<PathBuf>,
        #[arg(long, value_name = "日期", default_value = "", hide_default_value = true, help_heading = OPTIONS,
              help = "请对方哪天以前答复；不写就是检查开始以前")]
        until: String,
        #[arg(long, help_heading = OPTIONS, help = "替换已有的文件")]
        force: bool,
    },
    #[command(about = "读入配合部门交回的征询表：人员进执法人员库，上限和回避只用于这项任务", help_template = HELP,
              override_usage = "sunlot task answer <编号> <文件> [--check]")]
    Answer {
        #[arg(value_name = "编号", help_heading = "参数", help = "联合检查的任务编号")]
        task: String,
        #[arg(value_name = "文件", help_heading = "参数", help = "配合部门交回的征询表")]
        file: PathBuf,
        #[arg(long, help_heading = OPTIONS, help = "只看会改什么，不保存")]
        check: bool,
    },
    #[command(about = "送回一名借调的执法人员", help_template = HELP,
              override_usage = "sunlot task give-back <借调编号> --reason 原因")]
    GiveBack {
        #[arg(value_name = "借调编号", help_heading = "参数", help = "用 task show 查看")]
        loan: i64,
        #[arg(long, value_name = "原因", help_heading = OPTIONS, help = "原因，记入留痕")]
        reason: String,
    },
    #[command(about = "登记回避申请：谁请谁避开哪一户", help_template = HELP,
              override_usage = "sunlot task recuse <编号> <对象> --inspector 人员 --by 谁提出 --on 日期 --reason 理由")]
    Recuse {
        #[arg(value_name = "编号", help_heading = "参数", help = "任务编号")]
        task: String,
        #[arg(
            value_name = "对象",
            help_heading = "参数",
            help = "检查对象：编号、代码或名称"
        )]
        target: String,
        #[arg(long, value_name = "人员", help_heading = OPTIONS, help = "名录里的人员：编号（RY-000003）、执法证号或姓名")]
        inspector: Option<String>,
        #[arg(long, value_name = "借调编号", help_heading = OPTIONS, help = "借调来的人写借调编号")]
        loan: Option<i64>,
        #[arg(long, value_name = "谁提出", default_value = "party", hide_default_value = true, help_heading = OPTIONS,
              help = "party 当事人、inspector 检查人员本人、office 单位")]
        by: String,
        #[arg(long, value_name = "日期", help_heading = OPTIONS, help = "哪天提出的")]
        on: String,
        #[arg(long, value_name = "理由", help_heading = OPTIONS, help = "为什么要回避")]
        reason: String,
    },
    #[command(about = "登记负责人对回避申请的决定", help_template = HELP,
              override_usage = "sunlot task decide <申请编号> --granted|--refused --by 决定人 --on 日期 --reason 理由")]
    Decide {
        #[arg(value_name = "申请编号", help_heading = "参数", help = "用 task show 查看")]
        request: i64,
        #[arg(long, help_heading = OPTIONS, help = "准予回避", required_unless_present = "refused")]
        granted: bool,
        #[arg(long, help_heading = OPTIONS, help = "不准予", conflicts_with = "granted")]
        refused: bool,
        #[arg(long, value_name = "决定人", help_heading = OPTIONS, help = "单位负责人")]
        by: String,
        #[arg(long, value_name = "日期", help_heading = OPTIONS, help = "哪天决定的")]
        on: String,
        #[arg(long, value_name = "理由", help_heading = OPTIONS, help = "为什么这样决定")]
        reason: String,
    },
    #[command(about = "撤回一件回避申请；登记过的仍然看得到", help_template = HELP,
              override_usage = "sunlot task unrecuse <申请编号> --reason 原因")]
    Unrecuse {
        #[arg(value_name = "申请编号", help_heading = "参数", help = "用 task show 查看")]
        request: i64,
        #[arg(long, value_name = "原因", help_heading = OPTIONS, help = "原因，记入留痕")]
        reason: String,
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
    #[arg(
        long = "slot",
        value_name = "层=位置",
        help = "某一层检查组的位置，照次序写多次：A=主办:部门:专长，部门和专长可以不写；只写 A= 就照细则"
    )]
    pub(crate) slots: Vec<String>,
    #[arg(
        long,
        value_name = "计划",
        help = "抽查计划的编号，例如 JH-01：名称、事项、时间、承办机构照那一行填好"
    )]
    pub(crate) plan: Option<String>,
    #[arg(long, value_name = "行", help = "计划的第几行")]
    pub(crate) line: Option<i64>,
    #[arg(
        long = "share",
        value_name = "比例",
        help = "抽取比例，例如 5%；分了几层的写 A=5%，可以写多次"
    )]
    pub(crate) shares: Vec<String>,
    #[arg(
        long = "count",
        value_name = "户数",
        help = "抽取户数，例如 20；分了几层的写 A=20，可以写多次"
    )]
    pub(crate) counts: Vec<String>,
    #[arg(long, conflicts_with = "at_once", help = "这次只抽对象，检查组以后再抽")]
    pub(crate) later: bool,
    #[arg(long, help = "检查组和对象一起抽")]
    pub(crate) at_once: bool,
    #[arg(long, value_name = "部门", help = "联合检查的牵头部门")]
    pub(crate) lead: Option<String>,
    #[arg(
        long = "partner",
        value_name = "部门",
        help = "联合检查的配合部门，可以写多次；写了就替换原有的"
    )]
    pub(crate) partners: Vec<String>,
    #[arg(long, conflicts_with_all = ["lead", "partners"], help = "不联合检查，只由本部门检查")]
    pub(crate) single: bool,
    #[arg(long, value_name = "人数", help = "每户（联合检查是每户每个部门）几个人")]
    pub(crate) size: Option<String>,
    #[arg(long, value_name = "户数", help = "每人最多几户")]
    pub(crate) cap: Option<String>,
    #[arg(
        long = "left-out",
        value_name = "人员=依据",
        help = "不参加的人和依据，例如 RY-000003=借调省局；可以写多次，写了就替换原有的"
    )]
    pub(crate) left_out: Vec<String>,
    #[arg(long, value_name = "编号", help = "细则配置的编号，例如 XZ-02；不写用现行的")]
    pub(crate) rules: Option<String>,
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
