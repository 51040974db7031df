//! What fields and choices are called, declared once for form, command line and messages.

use chrono::DateTime;

use crate::account::Role;
use crate::commands::Act;
use crate::office::{AuthorityKind, ChannelKind, Field};

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

impl Act {
    /// What people call it, as a verb and a noun.
    pub fn label(self) -> &'static str {
        match self {
            Self::ConsoleView | Self::ConsoleReady | Self::ConsoleStir => "打开程序",
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
            Self::AccountAdd => "增设账户",
            Self::AccountChange => "变更账户",
            Self::AccountReset => "重设密码",
            Self::AccountUnlock => "解锁账户",
            Self::DiagnosticsView | Self::DiagnosticsSave => "查看和导出诊断信息",
            Self::StationView => "查看站点密钥",
            Self::StationMake => "制作站点密钥",
            Self::StationRotate => "更换站点密钥",
            Self::StationReportLost => "挂失站点密钥",
            Self::StationRevoke => "作废站点密钥",
            Self::StationRewrap => "更改密钥口令",
            Self::TrailView => "查看留痕",
            Self::TrailVerify => "核对留痕",
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

/// Information for whoever helps, and its parts.
pub const DIAGNOSTICS: &str = "诊断信息";
pub(crate) const DIAGNOSTICS_PROGRAM: &str = "程序和计算机";
pub(crate) const DIAGNOSTICS_OFFICE: &str = "数据的大小（只有数量，没有内容）";

/// What people call the rows of a table.
pub fn table_label(table: &str) -> &str {
    match table {
        "office_profile" => "单位资料",
        "office_channel" => "公示渠道",
        "account" => "账户",
        "account_password" => "账户密码",
        "account_attempt" => "登录次数",
        "account_recovery" => "恢复码",
        "station_key" => "站点密钥",
        "station_statement" => "密钥声明",
        other => other,
    }
}

/// A moment of the trail as people read it; as it stands where it is no moment.
pub fn moment(at: &str) -> String {
    DateTime::parse_from_rfc3339(at).map_or_else(
        |_| at.to_owned(),
        |at| at.format("%Y年%-m月%-d日 %H:%M").to_string(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

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
