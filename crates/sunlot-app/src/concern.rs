//! What kinds of events are called, and what each concerns, so that the story of a thing can be told.
//!
//! Every match is exhaustive: a new kind must say what it concerns.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

use crate::event::inspector::{ConflictMade, ConflictOver, InspectorEdit, InspectorMade, InspectorMove};
use crate::event::personal::{ValueErased, ValueKept, ValueShown};
use crate::event::station::{KeyLost, KeyMade, KeyRevoked, KeyRotated};
use crate::event::target::{CreditInquired, FlagOver, FlagSet, InquiryWithdrawn, RiskGraded, VisitTakenBack};
use crate::event::{Kind, KindName};
use crate::personal::HolderKind;

/// What sorts of things events concern. The name in snake case stands in the trail and never changes.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    TS,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ObjectKind {
    /// The station's key, by its fingerprint.
    Key,
    /// Somebody's account, by its login name; what they did themselves belongs to its story, too.
    Account,
    /// The office profile, by its version.
    Profile,
    /// The anchor, by where it lies.
    Anchor,
    /// Another event of the trail, by its number.
    Event,
    /// A backup, by its file's name.
    Backup,
    /// A target, by the office's own number.
    Target,
    /// An inspector, by the office's own number.
    Inspector,
    /// A roster that was taken over, by the number of the import.
    Import,
    /// An inspection item, by the office's own number.
    Item,
    /// An edition of the list of items, by what people call it.
    Catalog,
    /// A rule profile, by the office's own number.
    Rules,
    /// A plan, by the office's own number.
    Plan,
    /// A task, by the office's own number.
    Task,
    /// A ceremony, by the office's own number.
    Ceremony,
    /// A draw, by its name.
    Draw,
    /// A draw of another system, by the office's own number.
    Outside,
}

/// A task and somebody of the registry; whom the registry does not have concerns the task alone.
fn about(task: &str, inspector: &str) -> Vec<(ObjectKind, String)> {
    let mut all = vec![(ObjectKind::Task, task.to_owned())];
    if !inspector.is_empty() {
        all.push((ObjectKind::Inspector, inspector.to_owned()));
    }
    all
}

impl Kind {
    /// What it concerns. Who did it need not be named again. An event that wrote thousands of rows names what it is
    /// about; the rows name the event.
    pub fn objects(&self) -> Vec<(ObjectKind, String)> {
        let account = |login: &String| vec![(ObjectKind::Account, login.clone())];
        match self {
            // An office upgraded step by step writes these before there is a list of objects.
            Self::OfficeCreated { .. } | Self::OfficeUpgraded { .. } => Vec::new(),
            // Written by the store, which names no objects: the act it is about stands right before it.
            Self::ClockSetBack { .. } | Self::ClockZoneChanged { .. } => Vec::new(),
            Self::ProfileSaved { version, .. } => vec![(ObjectKind::Profile, version.to_string())],
            Self::AccountsBegun { accounts } => accounts
                .iter()
                .map(|made| (ObjectKind::Account, made.login.clone()))
                .collect(),
            Self::AccountAdded { account: made } | Self::AccountChanged { account: made, .. } => {
                account(&made.login)
            }
            Self::AccountRefused { login, .. } => login.as_ref().map(account).unwrap_or_default(),
            Self::AccountEntered { login }
            | Self::AccountLeft { login }
            | Self::AccountUnlocked { login, .. }
            | Self::AccountReset { login }
            | Self::PasswordChanged { login }
            | Self::AccountRecovered { login }
            | Self::RecoveryMade { login } => account(login),
            Self::StationMade(KeyMade { fingerprint, .. })
            | Self::StationRevoked(KeyRevoked { fingerprint, .. })
            | Self::StationRewrapped { fingerprint } => vec![(ObjectKind::Key, fingerprint.clone())],
            Self::StationRotated(KeyRotated {
                former, fingerprint, ..
            })
            | Self::StationLost(KeyLost {
                former, fingerprint, ..
            }) => {
                vec![
                    (ObjectKind::Key, former.clone()),
                    (ObjectKind::Key, fingerprint.clone()),
                ]
            }
            Self::AnchorFailed { place, .. } | Self::AnchorResumed { place } => {
                vec![(ObjectKind::Anchor, place.clone())]
            }
            Self::AnchorAcknowledged { found, .. } => vec![(ObjectKind::Event, found.seq.to_string())],
            Self::BackupMade { file: backup, .. }
            | Self::RestoreApproved { backup, .. }
            | Self::RestoreAbandoned { backup: Some(backup) }
            | Self::OfficeRestored { backup, .. } => vec![(ObjectKind::Backup, backup.clone())],
            Self::RestoreAbandoned { backup: None }
            | Self::BackupSettingsSaved { .. }
            | Self::IdleSaved { .. }
            | Self::RotationSaved(_) => Vec::new(),
            Self::PersonalKept(ValueKept { holder, .. })
            | Self::PersonalShown(ValueShown { holder, .. })
            | Self::PersonalErased(ValueErased { holder, .. }) => match holder.kind {
                HolderKind::Account => account(&holder.id),
            },
            Self::TargetAdded { target, .. }
            | Self::TargetChanged { target, .. }
            | Self::TargetPlaced { target, .. }
            | Self::TriggerSet(FlagSet { target, .. })
            | Self::TriggerEnded(FlagOver { target, .. })
            | Self::VisitEntered { target, .. }
            | Self::VisitWithdrawn(VisitTakenBack { target, .. })
            | Self::RiskGraded(RiskGraded { target, .. })
            | Self::CreditInquired(CreditInquired { target, .. })
            | Self::CreditWithdrawn(InquiryWithdrawn { target, .. }) => {
                vec![(ObjectKind::Target, target.clone())]
            }
            Self::InspectorAdded(InspectorMade { inspector, .. })
            | Self::InspectorChanged(InspectorEdit { inspector, .. })
            | Self::InspectorPlaced(InspectorMove { inspector, .. }) => {
                vec![(ObjectKind::Inspector, inspector.clone())]
            }
            Self::ConflictAdded(ConflictMade { between, .. })
            | Self::ConflictEnded(ConflictOver { between, .. }) => vec![
                (ObjectKind::Inspector, between.inspector.clone()),
                (ObjectKind::Target, between.target.clone()),
            ],
            // Thousands of targets: their versions name the event.
            Self::TargetsChanged { .. } | Self::StartersTaken(_) => Vec::new(),
            Self::ItemAdded(made) => vec![(ObjectKind::Item, made.item.clone())],
            Self::ItemChanged(edit) => vec![(ObjectKind::Item, edit.item.clone())],
            Self::ItemPlaced(moved) => vec![(ObjectKind::Item, moved.item.clone())],
            Self::CatalogSubmitted(sent) => vec![(ObjectKind::Catalog, sent.edition.clone())],
            Self::CatalogReturned(back) => vec![(ObjectKind::Catalog, back.edition.clone())],
            Self::CatalogRatified(decided) => vec![(ObjectKind::Catalog, decided.edition.clone())],
            Self::CatalogPublished(shown) => vec![(ObjectKind::Catalog, shown.edition.clone())],
            Self::RosterImported(taken) => vec![(ObjectKind::Import, taken.import.to_string())],
            Self::RulesSaved(change) => vec![(ObjectKind::Rules, change.profile.clone())],
            Self::PlanSaved(edit) => vec![(ObjectKind::Plan, edit.plan.clone())],
            Self::PlanMoved(step) => vec![(ObjectKind::Plan, step.plan.clone())],
            Self::TaskSaved(edit) => vec![(ObjectKind::Task, edit.task.clone())],
            Self::TaskMoved(step) => vec![(ObjectKind::Task, step.task.clone())],
            Self::ExclusionMoved(made) => vec![
                (ObjectKind::Task, made.task.clone()),
                (ObjectKind::Target, made.target.clone()),
            ],
            Self::PoolAnnounced(notice) => vec![(ObjectKind::Task, notice.task.clone())],
            Self::LoanMoved(step) => about(&step.task, &step.inspector),
            Self::RecusalMoved(step) => {
                let mut all = about(&step.task, &step.inspector);
                all.push((ObjectKind::Target, step.target.clone()));
                all
            }
            Self::JointMoved(step) => vec![(ObjectKind::Task, step.task.clone())],
            Self::CeremonySaved(edit) => vec![
                (ObjectKind::Ceremony, edit.ceremony.clone()),
                (ObjectKind::Task, edit.task.clone()),
            ],
            Self::CeremonyMoved(step) => vec![
                (ObjectKind::Ceremony, step.ceremony.clone()),
                (ObjectKind::Task, step.task.clone()),
            ]
            .into_iter()
            .chain(named(&step.draw))
            .collect(),
            Self::CeremonyNoted(remark) => [(ObjectKind::Ceremony, remark.ceremony.clone())]
                .into_iter()
                .chain(named(&remark.draw))
                .collect(),
            Self::DrawSealed(seal) => of_draw(&seal.draw, &seal.task),
            Self::DrawEnded(end) => of_draw(&end.draw, &end.task),
            Self::DrawAmended(change) => of_draw(&change.draw, &change.task),
            Self::EnvelopePrinted(copy) => named(&copy.draw).collect(),
            Self::CardLaid(card) => named(&card.draw).collect(),
            Self::NumberTyped(number) | Self::NumberConfirmed(number) => named(&number.draw).collect(),
            Self::DrawPublished(shown) => named(&shown.draw).collect(),
            Self::DrawSigned(signed) => named(&signed.draw).collect(),
            Self::OutsideTaken(taken) => {
                let task = Some(&taken.task).filter(|task| !task.is_empty());
                let task = task.map(|task| (ObjectKind::Task, task.clone()));
                let draw = (ObjectKind::Outside, taken.draw.clone());
                std::iter::once(draw).chain(task).collect()
            }
            Self::OutsideWithdrawn(withdrawn) => vec![(ObjectKind::Outside, withdrawn.draw.clone())],
            Self::FlagSeen { events } => events
                .iter()
                .map(|seq| (ObjectKind::Event, seq.to_string()))
                .collect(),
        }
    }
}

/// A draw, where there is one.
fn named(draw: &str) -> impl Iterator<Item = (ObjectKind, String)> {
    (!draw.is_empty())
        .then(|| (ObjectKind::Draw, draw.to_owned()))
        .into_iter()
}

fn of_draw(draw: &str, task: &str) -> Vec<(ObjectKind, String)> {
    named(draw).chain([(ObjectKind::Task, task.to_owned())]).collect()
}

impl KindName {
    /// Its name on disk: the first word is the thing, the rest what happened to it.
    pub fn on_disk(self) -> String {
        match self {
            Self::AccountsBegun => "account.begun".to_owned(),
            _ => {
                let name: &'static str = self.into();
                name.replacen('_', ".", 1)
            }
        }
    }

    /// The kind of this name.
    pub fn of_disk(name: &str) -> Option<Self> {
        Self::VARIANTS.iter().copied().find(|kind| kind.on_disk() == name)
    }

    /// What people call it, in a word.
    pub fn label(self) -> &'static str {
        match self {
            Self::OfficeCreated => "建立单位文件夹",
            Self::OfficeUpgraded => "数据结构升级",
            Self::ProfileSaved => "保存单位资料",
            Self::StationMade => "制作站点密钥",
            Self::StationRotated => "更换站点密钥",
            Self::StationLost => "挂失站点密钥",
            Self::StationRevoked => "作废站点密钥",
            Self::StationRewrapped => "更改密钥口令",
            Self::AccountsBegun => "设立账户",
            Self::AccountAdded => "增设账户",
            Self::AccountChanged => "变更账户",
            Self::AccountEntered => "登录",
            Self::AccountLeft => "退出登录",
            Self::AccountRefused => "登录未通过",
            Self::AccountUnlocked => "解锁账户",
            Self::AccountReset => "重设密码",
            Self::PasswordChanged => "修改密码",
            Self::AccountRecovered => "用恢复码登录",
            Self::RecoveryMade => "换发恢复码",
            Self::ClockSetBack => "时钟倒退",
            Self::ClockZoneChanged => "时区改变",
            Self::AnchorAcknowledged => "确认锚点差异",
            Self::AnchorFailed => "锚点写不进",
            Self::AnchorResumed => "锚点恢复",
            Self::PersonalKept => "保留个人信息",
            Self::PersonalShown => "查看个人信息",
            Self::PersonalErased => "抹去个人信息",
            Self::IdleSaved => "设定锁屏时间",
            Self::TargetAdded => "登记检查对象",
            Self::TargetChanged => "修改检查对象",
            Self::TargetPlaced => "暂停、移出或恢复检查对象",
            Self::TargetsChanged => "成批修改检查对象",
            Self::TriggerSet => "加触发标志",
            Self::TriggerEnded => "止触发标志",
            Self::VisitEntered => "补录检查",
            Self::VisitWithdrawn => "撤销检查记录",
            Self::RiskGraded => "评定风险等级",
            Self::CreditInquired => "查询信用",
            Self::CreditWithdrawn => "撤销信用查询记录",
            Self::InspectorAdded => "登记执法检查人员",
            Self::InspectorChanged => "修改执法检查人员",
            Self::InspectorPlaced => "暂停、移出或恢复执法检查人员",
            Self::ConflictAdded => "登记回避",
            Self::ConflictEnded => "结束或撤销回避",
            Self::RotationSaved => "设定轮换期",
            Self::ItemAdded => "录入抽查事项",
            Self::ItemChanged => "修改抽查事项",
            Self::ItemPlaced => "移出或恢复抽查事项",
            Self::StartersTaken => "取用示例事项",
            Self::CatalogSubmitted => "清单送审",
            Self::CatalogReturned => "清单退回",
            Self::CatalogRatified => "清单审定",
            Self::CatalogPublished => "清单公布",
            Self::RosterImported => "导入名单",
            Self::RulesSaved => "保存细则配置",
            Self::PlanSaved => "编制或修改抽查计划",
            Self::PlanMoved => "抽查计划审批、报送、公布或调整",
            Self::TaskSaved => "登记或修改抽查任务",
            Self::TaskMoved => "批准或取消抽查任务",
            Self::ExclusionMoved => "人工排除或恢复检查对象",
            Self::PoolAnnounced => "名单预公告",
            Self::LoanMoved => "借调或送回执法人员",
            Self::RecusalMoved => "回避申请和决定",
            Self::JointMoved => "征询配合部门和采用答复",
            Self::CeremonySaved => "准备抽取仪式",
            Self::CeremonyMoved => "抽取仪式进行",
            Self::CeremonyNoted => "记录现场异议或者监督意见",
            Self::DrawSealed => "封存",
            Self::EnvelopePrinted => "打印封存码副本",
            Self::CardLaid => "号牌扣好或者收回",
            Self::NumberTyped => "录入号码",
            Self::NumberConfirmed => "确认号码",
            Self::DrawEnded => "抽取结束",
            Self::DrawSigned => "签署抽取记录",
            Self::DrawPublished => "生成公布文件夹",
            Self::DrawAmended => "变更抽取结果",
            Self::OutsideTaken => "登记外部抽取",
            Self::OutsideWithdrawn => "撤销外部抽取",
            Self::FlagSeen => "红旗已看",
            Self::BackupMade => "备份",
            Self::BackupSettingsSaved => "修改备份设置",
            Self::RestoreApproved => "同意恢复",
            Self::RestoreAbandoned => "恢复没有办成",
            Self::OfficeRestored => "从备份恢复",
        }
    }
}

impl ObjectKind {
    /// What people call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Key => "站点密钥",
            Self::Account => "账户",
            Self::Profile => "单位资料版本",
            Self::Anchor => "锚点位置",
            Self::Event => "留痕编号",
            Self::Backup => "备份",
            Self::Target => "检查对象",
            Self::Inspector => "执法检查人员",
            Self::Import => "导入编号",
            Self::Item => "抽查事项",
            Self::Catalog => "清单版本",
            Self::Rules => "细则配置",
            Self::Plan => "抽查计划",
            Self::Task => "抽查任务",
            Self::Ceremony => "抽取仪式",
            Self::Draw => "抽取",
            Self::Outside => "外部抽取",
        }
    }
}
