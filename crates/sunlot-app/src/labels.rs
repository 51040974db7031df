//! What fields and choices are called, declared once for form, command line and messages.

mod tables;

pub use tables::table_label;

use chrono::{DateTime, FixedOffset};
use serde_json::Value;
use strum::VariantArray;

use crate::account::Role;
use crate::anchor::Standing;
use crate::codes::CodeKind;
use crate::commands::Act;
use crate::office::{AuthorityKind, ChannelKind, Field};
use crate::personal::{HolderKind, PersonalField};

impl Role {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Handler => "经办员",
            Self::Supervisor => "监督员",
            Self::Administrator => "管理员",
            Self::Reader => "只读",
        }
    }

    /// What people call several.
    pub fn labels(roles: &[Self]) -> String {
        let labels: Vec<_> = roles.iter().map(|role| role.label()).collect();
        labels.join("、")
    }
}

/// What people call a kind of code.
pub fn code_kind(kind: CodeKind) -> &'static str {
    match kind {
        CodeKind::Uscc => "统一社会信用代码",
        CodeKind::RegNo => "注册号",
        CodeKind::LegacyRegNo => "旧注册号",
        CodeKind::IdNumber => "公民身份号码",
        CodeKind::LegacyIdNumber => "旧身份证号",
        CodeKind::Unknown => "认不出是哪一种",
    }
}

impl Act {
    /// What people call it, as a verb and a noun.
    pub fn label(self) -> &'static str {
        match self {
            Self::ConsoleView | Self::ConsoleReady | Self::ConsoleStir => "打开程序",
            Self::StageOpen => "打开、收起大屏",
            Self::OfficeProfile | Self::OfficeProfileCheck => "查看单位资料",
            Self::OfficeProfileSave => "修改单位资料",
            Self::AccountsView => "查看账户",
            Self::AccountsCheck | Self::AccountsBegin => "设立账户",
            Self::AccountEnter => "登录",
            Self::AccountLeave => "退出登录",
            Self::AccountLock => "锁定屏幕",
            Self::AccountRecover => "用恢复码登录",
            Self::AccountPassword => "修改自己的密码",
            Self::AccountRecoveryMake => "换发恢复码",
            Self::AccountRecoveryPaper => "打印恢复码单",
            Self::PersonalView => "查看个人信息清单",
            Self::PersonalKeep => "保留个人信息",
            Self::PersonalShow => "查看个人信息原文",
            Self::PersonalErase => "抹去个人信息",
            Self::FileChoose => "选择文件",
            Self::SampleOpen => "打开示例单位",
            Self::TargetsView | Self::TargetsChoices | Self::TargetOpen => "查看检查对象库",
            Self::TargetCheck | Self::TargetSave => "登记和修改检查对象",
            Self::InspectorsView | Self::InspectorsChoices | Self::InspectorOpen | Self::ConflictsView => {
                "查看执法检查人员库"
            }
            Self::InspectorCheck | Self::InspectorSave => "登记和修改执法检查人员",
            Self::InspectorMembership => "暂停、移出和恢复执法检查人员",
            Self::ConflictAdd | Self::ConflictEnd => "登记回避",
            Self::RotationSave => "设定轮换期",
            Self::InspectorsExport => "导出执法检查人员",
            Self::TargetsExport => "导出检查对象",
            Self::RosterTemplate => "导出空白模板",
            Self::ImportLook
            | Self::ImportReread
            | Self::ImportCompare
            | Self::ImportRows
            | Self::ImportGroups
            | Self::ImportDecide
            | Self::ImportAccept
            | Self::ImportProblems
            | Self::ImportForget
            | Self::ImportProgress
            | Self::ImportStop => "导入名单",
            Self::ItemsView | Self::ItemsChoices | Self::ItemOpen | Self::CatalogDiff | Self::EditionOpen => {
                "查看抽查事项清单"
            }
            Self::TasksView | Self::TaskChoices | Self::TaskOpen => "查看抽查任务",
            Self::TaskCheck | Self::TaskSave => "编制和修改抽查任务",
            Self::TaskApprove => "登记抽查任务的批准",
            Self::TaskCancel => "取消抽查任务",
            Self::TaskPool | Self::TaskPoolRows | Self::TaskExplain | Self::TaskMerged => "查看对象池",
            Self::TaskPoolExport => "导出对象池",
            Self::OutsideDrawsView | Self::OutsideDrawOpen => "查看外部抽取",
            Self::OutsideDrawLook | Self::OutsideDrawTake => "登记外部抽取",
            Self::OutsideDrawWithdraw => "撤销外部抽取",
            Self::OutsideDrawFile => "取出外部抽取的原件",
            Self::TaskCrews | Self::TaskFairness => "查看派人预演和公平性",
            Self::TaskAnnounce => "公告名单",
            Self::NoticePaper => "打印名单预公告",
            Self::TaskManifest => "生成拟封存的名单",
            Self::CeremoniesView | Self::CeremonyView | Self::DrawRows => "查看抽取",
            Self::StageView => "查看大屏",
            Self::StageShow | Self::StageTyping => "控制大屏",
            Self::CeremonyChecklist => "封存前检查",
            Self::CeremonyPrepare => "准备抽取",
            Self::CeremonySave => "安排见证席",
            Self::CeremonyDrop => "收回抽取准备",
            Self::CeremonySeal => "封存",
            Self::RehearsalSeal => "彩排封存",
            Self::CeremonyCard | Self::CeremonyTurn => "扣好、翻开号牌",
            Self::CeremonyNumber | Self::CeremonyConfirm => "录入和确认号码",
            Self::CeremonyVoid => "作废封存的抽取",
            Self::RehearsalVoid => "作废彩排",
            Self::CeremonyNote => "记录现场异议和监督意见",
            Self::CeremonySign => "签署抽取记录",
            Self::CeremonyPaper => "打印抽取现场的纸面",
            Self::CeremonyEnvelope => "打印封存码副本",
            Self::RehearsalEnvelope => "打印彩排的封存码副本",
            Self::CeremonyPublish => "生成公布文件夹",
            Self::CeremonyArchive => "抽取材料归档",
            Self::DrawAmendChoices | Self::DrawAmendCheck => "查看可办的变更",
            Self::DrawAmend => "变更抽取结果",
            Self::RehearsalAmend => "变更彩排结果",
            Self::TargetExclude | Self::TargetInclude => "人工排除检查对象",
            Self::TaskJointSend => "征询配合部门",
            Self::TaskJointLook | Self::TaskJointTake => "采用配合部门的答复",
            Self::TaskBorrow | Self::TaskGiveBack => "借调和送回执法人员",
            Self::RecusalAsk | Self::RecusalDecide | Self::RecusalWithdraw => "登记回避申请和决定",
            Self::ItemCheck | Self::ItemSave => "录入和修改抽查事项",
            Self::ItemMembership => "移出和恢复抽查事项",
            Self::StartersTake => "取用示例事项",
            Self::CatalogCheck | Self::EditionSubmit => "清单送审",
            Self::EditionReturn => "登记清单退回",
            Self::EditionRatify => "登记清单审定",
            Self::EditionPublish => "登记清单公布",
            Self::ItemsExport => "导出抽查事项清单",
            Self::RulesView | Self::RulesOpen => "查看细则配置",
            Self::RulesCheck | Self::RulesSave => "修改细则配置",
            Self::RulesAttach | Self::RulesDetach => "添加和移除细则附件",
            Self::RulesAttachmentSave => "取出细则附件",
            Self::PlansView | Self::PlanOpen | Self::PlanBase => "查看抽查计划",
            Self::PlanCheck | Self::PlanSave => "编制和修改抽查计划",
            Self::PlanMove => "登记计划审批、报送、公布和调整",
            Self::PlanRead => "读入其他单位的计划表",
            Self::PlanExport => "导出抽查计划",
            Self::PlanPaper => "打印抽查计划",
            Self::TargetMembership => "暂停、移出和恢复检查对象",
            Self::TargetsBulkCheck | Self::TargetsBulkSave => "成批修改检查对象",
            Self::TargetFlagAdd | Self::TargetFlagEnd => "登记触发标志",
            Self::VisitAdd | Self::VisitWithdraw => "补录和撤销检查",
            Self::RiskCheck | Self::RiskGrade => "评定风险等级",
            Self::InquiryAdd | Self::InquiryWithdraw => "记下和撤销信用查询",
            Self::PrintersView => "查看打印机",
            Self::TrailPaper => "打印留痕摘录",
            Self::StationSheet => "打印指纹公示单",
            Self::AccountAdd => "增设账户",
            Self::AccountChange => "变更账户",
            Self::AccountReset => "重设密码",
            Self::AccountUnlock => "解锁账户",
            Self::TrailView
            | Self::TrailFind
            | Self::TrailChoices
            | Self::TrailEntry
            | Self::TrailProgress
            | Self::TrailStanding => "查看留痕",
            Self::TrailVerify | Self::TrailStop => "核对留痕",
            Self::TrailExport => "导出留痕",
            Self::TrailFlags => "查看红旗",
            Self::FlagsSeen => "记下红旗已看",
            Self::AnchorAcknowledge => "确认锚点差异",
            Self::AnchorWrite => "带走锚点",
            Self::AnchorCheck => "核对带走的锚点",
            Self::IdleSave => "设定锁屏时间",
            Self::DiagnosticsView | Self::DiagnosticsSave => "查看和导出诊断信息",
            Self::StationView => "查看站点密钥",
            Self::StationMake => "制作站点密钥",
            Self::StationRotate => "更换站点密钥",
            Self::StationReportLost => "挂失站点密钥",
            Self::StationRevoke => "作废站点密钥",
            Self::StationRewrap => "更改密钥口令",
            Self::BackupView | Self::BackupProgress => "查看备份",
            Self::BackupCreate | Self::BackupStop => "备份",
            Self::BackupSettingsSave => "修改备份设置",
            Self::BackupVerify | Self::BackupInspect => "核对备份",
            Self::BackupRestore => "从备份恢复",
        }
    }
}

/// Roles that only one person holds, as advice.
pub fn account_advice(alone: &[Role]) -> Vec<String> {
    let one = |role: &Role| format!("{}只有一人，请再设一名备份，以免请假时办不了事。", role.label());
    alone.iter().map(one).collect()
}

impl AuthorityKind {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Statutory => "法定行政机关",
            Self::Authorized => "法律法规授权的组织",
            Self::Entrusted => "受委托的组织",
        }
    }
}

impl ChannelKind {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Portal => "政府门户网站",
            Self::CreditSystem => "国家企业信用信息公示系统",
            Self::NoticeBoard => "公示栏",
            Self::SocialMedia => "政务微信、微博",
            Self::Newspaper => "报纸",
            Self::Broadcast => "广播电视",
            Self::Other => "其他",
        }
    }
}

impl Field {
    /// What the form calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "单位名称",
            Self::Code => "单位代码",
            Self::Authority => "执法主体资格",
            Self::EntrustingAuthority => "委托机关",
            Self::DocPrefix => "机关代字",
            Self::RegionCode => "行政区划代码",
            Self::RegionName => "行政区划名称",
            Self::Address => "地址",
            Self::Phone => "电话",
            Self::SupervisionPhone => "监督电话",
            Self::Channels => "公示渠道",
        }
    }

    /// What cannot be done well as long as it is empty.
    pub fn needed_for(self) -> &'static str {
        match self {
            Self::Name => "一切文书",
            Self::Code => "摇号封存、结果公示",
            Self::Authority => "检查文书的落款",
            Self::EntrustingAuthority => "以委托机关名义印发文书",
            Self::DocPrefix => "文书编号",
            Self::RegionCode | Self::RegionName => "公示和报送",
            Self::Address | Self::Phone => "检查通知书",
            Self::SupervisionPhone => "检查通知书上的监督举报",
            Self::Channels => "抽查结果公示",
        }
    }
}

/// What the parts of a filter are called, on screen, on paper and on the command line.
pub const PERSON: &str = "经手人";
/// The same for what happened.
pub const MATTER: &str = "事项";
/// The same for the first day.
pub const FIRST_DAY: &str = "起始日期";
/// The same for the last day.
pub const LAST_DAY: &str = "截止日期";
/// The same for words that are looked for.
pub const WORDS: &str = "内容含";
/// What a list is called that leaves nothing out.
pub const WHOLE_TRAIL: &str = "全部留痕";
/// The printed extract.
pub(crate) const TRAIL_EXTRACT: &str = "留痕摘录";
/// What people write down when they acknowledge something.
pub const REASON: &str = "理由";

/// The columns of an exported trail.
pub const TRAIL_COLUMNS: [&str; 7] = ["编号", "时间", "经手人", "第二人", "事项", "内容", "校验值"];

/// What is told of an event that a newer program wrote.
pub fn unknown_kind(kind: &str) -> String {
    format!("本程序不认识的事项（{kind}）")
}

/// What an event wrote into a table.
pub fn rows_written(count: &Value, digest: &str) -> String {
    format!("{count} 行，摘要 {digest}")
}

/// What people call a part of an event's payload; its own name where it has no other.
pub fn payload_label(key: &str) -> &str {
    match key {
        "schema" => "数据结构",
        "login" => "登录名",
        "name" => "姓名",
        "roles" => "岗位",
        "account" | "accounts" => "账户",
        "suspended" => "停用",
        "wrong" => "连续错误次数",
        "second" => "作为第二人",
        "fingerprint" => "指纹",
        "former" => "原指纹",
        "certificate" => "证书摘要",
        "epoch" => "纪元",
        "since" => "起始",
        "signed" => "有签名",
        "from" => "原来",
        "to" => "现在",
        "backup" => "副本",
        "version" => "版本",
        "changed" => "改动",
        "rows" => "写下的数据",
        "seq" => "留痕编号",
        "head" => "校验值",
        "seconds" => "秒数",
        "difference" => "差异",
        "standing" => "情形",
        "anchored" => "锚点",
        "found" => "现有留痕",
        "same_until" => "相同到",
        "reason" => REASON,
        "place" => "位置",
        "why" => "系统的答复",
        "events" => "各条编号",
        "holder" => "本人",
        "kind" => "类别",
        "id" => "名称",
        "field" => "项目",
        "erased" => "再次抹去的个人信息",
        other => other,
    }
}

/// What people call a value that a payload holds as a name.
pub fn payload_value(key: &str, value: &str) -> Option<String> {
    match key {
        "changed" => {
            let field = Field::VARIANTS
                .iter()
                .find(|field| <&str>::from(**field) == value)?;
            Some(field.label().to_owned())
        }
        "standing" => Standing::label_of(value).map(str::to_owned),
        "roles" => {
            let role = Role::VARIANTS.iter().find(|role| <&str>::from(**role) == value)?;
            Some(role.label().to_owned())
        }
        "field" => PersonalField::label_of(value).map(str::to_owned),
        "kind" => HolderKind::label_of(value).map(str::to_owned),
        _ => None,
    }
}

impl Standing {
    /// What people call it.
    pub fn label(&self) -> &'static str {
        Self::label_of(self.code()).unwrap_or_default()
    }

    /// What people call the standing of this code.
    fn label_of(code: &str) -> Option<&'static str> {
        Some(match code {
            "fits" => "与锚点相符",
            "fresh" => "还没有锚点",
            "unkept" => "锚点没有写成过",
            "missing" => "锚点不见了",
            "unreadable" => "锚点读不出来",
            "shorter" => "留痕变短",
            "different" => "留痕与锚点不同",
            "epoch_behind" => "恢复之前的旧数据",
            "replaced" => "换成了另一个单位",
            _ => return None,
        })
    }
}

/// What a window takes on its command line.
pub const WINDOW_HELP: &str = "\
阳光摇号：双随机、一公开检查的离线程序（窗口）

用法：sunlot-window [选项]

选项：
      --office <文件夹>  单位文件夹；不指明时用 SUNLOT_HOME，再不然用本机的默认位置
      --sample           文件夹里还没有单位数据的，先建好示例单位
  -h, --help             显示帮助

一个文件夹只开一个窗口：已经开着的，这里只把它带到前面。命令行程序是 sunlot。
";

/// Information for whoever helps, and its parts.
pub const DIAGNOSTICS: &str = "诊断信息";
pub(crate) const DIAGNOSTICS_PROGRAM: &str = "程序和计算机";
pub(crate) const DIAGNOSTICS_OFFICE: &str = "数据的大小（只有数量，没有内容）";

/// The paper with a recovery code.
pub(crate) const RECOVERY_SHEET: &str = "恢复码单";

/// A day as official papers write it.
pub(crate) fn day(at: DateTime<FixedOffset>) -> String {
    at.format("%Y年%-m月%-d日").to_string()
}

/// A line of the trail that does not go together with the one after it: whether this one or that one was edited, the hashes
/// do not tell.
pub(crate) fn altered(sentence: &str) -> String {
    format!("【校验值对不上，这一条或下一条被改过】{sentence}")
}

/// A span of time as people say it, to the unit that matters.
pub fn span(seconds: i64) -> String {
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60);
    match (days, hours, minutes) {
        (0, 0, minutes) => format!("{minutes} 分钟"),
        (0, hours, 0) => format!("{hours} 小时"),
        (0, hours, minutes) => format!("{hours} 小时 {minutes} 分钟"),
        (days, 0, _) => format!("{days} 天"),
        (days, hours, _) => format!("{days} 天 {hours} 小时"),
    }
}

/// A moment of the trail as people read it; as it stands where it is no moment.
pub fn moment(at: &str) -> String {
    DateTime::parse_from_rfc3339(at).map_or_else(
        |_| at.to_owned(),
        |at| at.format("%Y年%-m月%-d日 %H:%M").to_string(),
    )
}

/// The same to the second, for lists that are compared; the offset only where it is another than this country's.
pub fn moment_exactly(at: &str) -> String {
    let told = |at: DateTime<FixedOffset>| {
        let zone = if at.offset().local_minus_utc() == 8 * 3600 {
            String::new()
        } else {
            format!(" {}", at.offset())
        };
        format!("{}{zone}", at.format("%Y-%m-%d %H:%M:%S"))
    };
    DateTime::parse_from_rfc3339(at).map_or_else(|_| at.to_owned(), told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_told_in_the_units_that_matter() {
        let told = [121, 3_600, 3_700, 86_400, 90_061].map(span);
        assert_eq!(
            told,
            ["2 分钟", "1 小时", "1 小时 1 分钟", "1 天", "1 天 1 小时"],
            "nobody reads 90061 seconds"
        );
    }

    #[test]
    fn a_moment_is_told_without_leading_zeros_in_the_date() {
        assert_eq!(
            moment("2026-01-05T09:04:59+08:00"),
            "2026年1月5日 09:04",
            "as official papers write it"
        );
        assert_eq!(
            moment("昨天"),
            "昨天",
            "what is no moment is shown as it stands, not hidden"
        );
    }
}
