//! What each kind of event says happened, in a sentence for people.
//!
//! The names on disk and what belongs to each kind stand in `crate::event`, what it is called in a list in
//! `crate::concern`.

use sunlot_rules::risk::RiskLevel;

use super::{draw, item, outside, plan, task};
use crate::account::{Names, Role};
use crate::backup::occasion_label;
use crate::event::inspector::{
    ConflictBetween, ConflictMade, ConflictOver, InspectorMade, InspectorMove, Rotation,
};
use crate::event::personal::{ValueErased, ValueKept, ValueShown};
use crate::event::station::{KeyLost, KeyMade, KeyRevoked, KeyRotated};
use crate::event::target::{CreditInquired, FlagOver, FlagSet, InquiryWithdrawn, RiskGraded, VisitTakenBack};
use crate::event::{Kind, MadeAccount};
use crate::inspector::{column_label as inspector_column, rotation_told};
use crate::labels::{moment, span};
use crate::personal::{Holder, HolderKind, PersonalField};
use crate::registry::labels::word;
use crate::target::column_label;

impl Kind {
    /// What happened, for people.
    pub(crate) fn sentence(&self, names: &Names) -> String {
        match self {
            Self::OfficeCreated { schema } => format!("建立单位文件夹（数据结构第 {schema} 版）"),
            Self::OfficeUpgraded { from, to, backup } => {
                format!("数据结构从第 {from} 版升到第 {to} 版，升级前的副本是 {backup}")
            }
            Self::ProfileSaved { version, changed } => {
                let changed: Vec<_> = changed.iter().map(|field| field.label()).collect();
                format!("保存单位资料第 {version} 版，改动：{}", changed.join("、"))
            }
            Self::StationMade(KeyMade { fingerprint, .. }) => format!("制作站点密钥，指纹 {fingerprint}"),
            Self::StationRotated(KeyRotated {
                former,
                fingerprint,
                reason,
                ..
            }) => format!("更换站点密钥，指纹由 {former} 换为 {fingerprint}，新旧互签，原因：{reason}"),
            Self::StationLost(KeyLost {
                former,
                fingerprint,
                reason,
                ..
            }) => format!("挂失站点密钥 {former}，另做新密钥，指纹 {fingerprint}，从此断代，原因：{reason}"),
            Self::StationRevoked(KeyRevoked {
                fingerprint,
                since,
                reason,
                signed,
            }) => {
                let since = moment(since);
                let signed = if *signed {
                    "声明已签名"
                } else {
                    "声明没有签名，以盖章的公示单为准"
                };
                format!("作废站点密钥 {fingerprint}，从 {since} 起不算，{signed}，原因：{reason}")
            }
            Self::StationRewrapped { fingerprint } => format!("更改站点密钥的口令，指纹 {fingerprint} 不变"),
            Self::AccountsBegun { accounts } => {
                let people: Vec<_> = accounts.iter().map(MadeAccount::told).collect();
                format!("设立账户：{}", people.join("、"))
            }
            Self::AccountAdded { account } => format!("增设账户：{}", account.told()),
            Self::AccountChanged {
                account,
                suspended: false,
            } => format!("变更账户：{}", account.told()),
            Self::AccountChanged { account, .. } => format!("停用账户：{}", account.told()),
            Self::AccountEntered { login } => format!("{}登录", names.person(login)),
            Self::AccountLeft { login } => format!("{}退出登录", names.person(login)),
            Self::AccountRefused {
                login: None, second, ..
            } => format!("{}，登录名不存在", Self::attempt(*second)),
            Self::AccountRefused {
                login: Some(login),
                wrong,
                second,
            } => format!(
                "{}，{}的密码连续第 {wrong} 次不对",
                Self::attempt(*second),
                names.person(login)
            ),
            Self::AccountUnlocked { login, wrong } => {
                format!("解锁{}的账户，此前密码连续错 {wrong} 次", names.person(login))
            }
            Self::AccountReset { login } => format!("管理员重设{}的密码", names.person(login)),
            Self::PasswordChanged { login } => format!("{}改了自己的密码", names.person(login)),
            Self::AccountRecovered { login } => {
                format!("{}用恢复码进入，另设密码，旧恢复码作废", names.person(login))
            }
            Self::RecoveryMade { login } => format!("{}换发恢复码，旧恢复码作废", names.person(login)),
            Self::ClockSetBack {
                seq,
                from,
                to,
                seconds,
            } => format!(
                "电脑时钟倒退了 {}：上一条记在 {}，第 {seq} 条记在 {}",
                span(*seconds),
                moment(from),
                moment(to)
            ),
            Self::ClockZoneChanged { seq, from, to } => {
                format!("电脑时区变了：从 {from} 变为 {to}，从第 {seq} 条起")
            }
            Self::AnchorAcknowledged {
                difference,
                anchored,
                found,
                reason,
                ..
            } => {
                let anchored = anchored.as_ref().map_or("没有可用的锚点".to_owned(), |anchored| {
                    format!("锚点记到第 {} 条", anchored.seq)
                });
                format!(
                    "确认锚点差异（{}）：{anchored}，现有 {} 条；理由：{reason}",
                    difference.label(),
                    found.seq
                )
            }
            Self::AnchorFailed { place, why } => format!("锚点写不进“{place}”（{why}）"),
            Self::AnchorResumed { place } => format!("锚点又能写进“{place}”"),
            Self::BackupMade {
                file,
                occasion,
                sealed,
                seq,
                ..
            } => format!(
                "{}备份到第 {seq} 号留痕，读回核对无误{}：{file}",
                occasion_label(*occasion),
                if *sealed { "，加了口令" } else { "" }
            ),
            Self::BackupSettingsSaved {
                folder,
                keep,
                automatic,
                ..
            } => {
                let place = match folder.as_str() {
                    "" => "未选位置".to_owned(),
                    folder => format!("存到“{folder}”"),
                };
                let exit = if *automatic {
                    "退出时自动备份"
                } else {
                    "退出时不备份"
                };
                format!("备份设置：{place}，自动备份保留 {keep} 份，{exit}")
            }
            Self::RestoreApproved { backup, restored } => {
                format!(
                    "两人同意从备份恢复（{backup}，到第 {} 号留痕），本留痕到此为止",
                    restored.seq
                )
            }
            Self::RestoreAbandoned { backup: None } => "一次恢复中断，没有换成，数据照旧".to_owned(),
            Self::RestoreAbandoned { backup: Some(backup) } => {
                format!("从备份恢复（{backup}）没有办成，数据照旧")
            }
            Self::OfficeRestored {
                backup,
                epoch,
                restored,
                replaced,
                erased,
                revived,
                ..
            } => {
                let replaced = match replaced {
                    Some(replaced) => format!("换下的数据到第 {} 号留痕，另存备查", replaced.seq),
                    None => "原来没有能读的数据".to_owned(),
                };
                let seq = restored.seq;
                let erased = match erased {
                    0 => String::new(),
                    count => format!("，备份以后抹去过的 {count} 项个人信息再次抹去"),
                };
                let revived = revived.as_ref().map_or_else(String::new, |key| {
                    format!("，已经停用的站点密钥 {key} 又成了在用的，要马上更换")
                });
                format!(
                    "从备份恢复（{backup}，到第 {seq} 号留痕），{replaced}，第 {epoch} 纪元开始{erased}{revived}"
                )
            }
            Self::IdleSaved { minutes } => format!("无人操作 {minutes} 分钟后锁定屏幕"),
            Self::PersonalKept(ValueKept {
                holder,
                field,
                reason,
            }) => Self::of_personal("保留", holder, *field, reason, names),
            Self::PersonalShown(ValueShown {
                holder,
                field,
                reason,
            }) => Self::of_personal("查看", holder, *field, reason, names),
            Self::PersonalErased(ValueErased {
                holder,
                field,
                reason,
            }) => Self::of_personal("抹去", holder, *field, reason, names),
            Self::TargetAdded { target, name, reason } => {
                format!("登记检查对象 {target} {name}，原因：{reason}")
            }
            Self::TargetChanged {
                target,
                name,
                fields,
                reason,
            } => format!(
                "修改检查对象 {target} {name}的{}，原因：{reason}",
                target_fields(fields)
            ),
            Self::TargetPlaced {
                target,
                name,
                membership,
                reason,
            } => format!("{}检查对象 {target} {name}，原因：{reason}", placed(membership)),
            Self::TargetsChanged {
                count,
                which,
                fields,
                reason,
            } => format!(
                "成批修改 {count} 户的{}（{which}），原因：{reason}",
                target_fields(fields)
            ),
            Self::TriggerSet(FlagSet {
                target,
                name,
                flag,
                since,
                evidence,
            }) => format!(
                "给检查对象 {target} {name}加标志“{}”，从 {since} 起，依据：{evidence}",
                flag.label()
            ),
            Self::TriggerEnded(FlagOver {
                target,
                name,
                flag,
                until,
                reason,
            }) if until.is_empty() => {
                format!(
                    "撤销检查对象 {target} {name}的标志“{}”，原因：{reason}",
                    flag.label()
                )
            }
            Self::TriggerEnded(FlagOver {
                target,
                name,
                flag,
                until,
                reason,
            }) => format!(
                "检查对象 {target} {name}的标志“{}”到 {until} 为止，原因：{reason}",
                flag.label()
            ),
            Self::VisitEntered {
                target,
                name,
                held_on,
            } => {
                format!("补录对检查对象 {target} {name}的检查（{held_on}）")
            }
            Self::RiskGraded(RiskGraded {
                target,
                name,
                score,
                graded,
                level,
                lowered_for,
                newer,
            }) => {
                let told = |value: &str| word::<RiskLevel>(value).label;
                let mut text = format!(
                    "评定检查对象 {target} {name}的风险：四项共 {score} 分，{}",
                    told(graded)
                );
                if level != graded {
                    text += &format!("，暂按{}管理，原因：{lowered_for}", told(level));
                }
                if !newer.is_empty() {
                    text += &format!("；{newer} 已有较晚的评定，现行等级不变");
                }
                text
            }
            Self::CreditInquired(CreditInquired {
                target,
                name,
                inquired_on,
                source,
            }) => format!("查询检查对象 {target} {name}的信用（{inquired_on}，{source}）"),
            Self::CreditWithdrawn(InquiryWithdrawn {
                target,
                name,
                inquired_on,
                reason,
            }) => format!("撤销对检查对象 {target} {name}的信用查询记录（{inquired_on}），原因：{reason}"),
            Self::VisitWithdrawn(VisitTakenBack {
                target,
                name,
                held_on,
                reason,
            }) => format!("撤销对检查对象 {target} {name}的检查记录（{held_on}），原因：{reason}"),
            Self::InspectorAdded(InspectorMade {
                inspector,
                name,
                reason,
            }) => format!("登记执法检查人员 {inspector} {name}，原因：{reason}"),
            Self::InspectorChanged(edit) => {
                let labels: Vec<&str> = edit.fields.iter().map(|name| inspector_column(name)).collect();
                let (number, name, reason) = (&edit.inspector, &edit.name, &edit.reason);
                format!(
                    "修改执法检查人员 {number} {name}的{}，原因：{reason}",
                    labels.join("、")
                )
            }
            Self::InspectorPlaced(InspectorMove {
                inspector,
                name,
                membership,
                reason,
            }) => format!(
                "{}执法检查人员 {inspector} {name}，原因：{reason}",
                placed(membership)
            ),
            Self::ConflictAdded(made) => conflict_made(made),
            Self::ConflictEnded(ConflictOver {
                between,
                until,
                reason,
            }) if until.is_empty() => {
                format!("撤销{}的回避登记，原因：{reason}", told_between(between))
            }
            Self::ConflictEnded(ConflictOver {
                between,
                until,
                reason,
            }) => format!(
                "{}的回避登记到 {until} 为止，原因：{reason}",
                told_between(between)
            ),
            Self::RotationSaved(Rotation { months, reason }) => {
                format!("设定轮换期：{}原因：{reason}", rotation_told(*months))
            }
            Self::ItemAdded(made) => item::of_made(made),
            Self::ItemChanged(edit) => item::of_edit(edit),
            Self::ItemPlaced(moved) => item::of_move(moved),
            Self::StartersTaken(made) => item::of_starters(made),
            Self::CatalogSubmitted(sent) => item::of_sent(sent),
            Self::CatalogReturned(back) => item::of_back(back),
            Self::CatalogRatified(decided) => item::of_decided(decided),
            Self::CatalogPublished(shown) => item::of_shown(shown),
            Self::RosterImported(taken) => item::of_roster(taken),
            Self::RulesSaved(change) => plan::of_rules(change),
            Self::PlanSaved(edit) => plan::of_edit(edit),
            Self::PlanMoved(step) => plan::of_step(step),
            Self::TaskSaved(edit) => plan::of_task(edit),
            Self::TaskMoved(step) => plan::of_task_step(step),
            Self::ExclusionMoved(made) => plan::of_exclusion(made),
            Self::PoolAnnounced(notice) => plan::of_notice(notice),
            Self::LoanMoved(step) => task::crew::of_loan(step),
            Self::RecusalMoved(step) => task::crew::of_recusal(step),
            Self::JointMoved(step) => task::joint::of_step(step),
            Self::CeremonySaved(edit) => draw::of_edit(edit),
            Self::CeremonyMoved(step) => draw::of_step(step),
            Self::CeremonyNoted(remark) => draw::of_remark(remark),
            Self::DrawSealed(seal) => draw::of_seal(seal),
            Self::CardLaid(card) => draw::of_card(card),
            Self::NumberTyped(number) => draw::of_number(number, false),
            Self::NumberConfirmed(number) => draw::of_number(number, true),
            Self::DrawEnded(end) => draw::of_end(end),
            Self::DrawSigned(signed) => draw::of_signed(signed),
            Self::EnvelopePrinted(copy) => draw::of_copy(copy),
            Self::DrawPublished(shown) => draw::of_shown(shown),
            Self::DrawAmended(change) => draw::of_change(change),
            Self::OutsideTaken(taken) => outside::of_taken(taken),
            Self::OutsideWithdrawn(withdrawn) => outside::of_withdrawn(withdrawn),
            Self::FlagSeen { events } => {
                let events: Vec<_> = events.iter().map(|seq| format!("第 {seq} 条")).collect();
                format!("监督员已看红旗：{}", events.join("、"))
            }
        }
    }

    fn of_personal(done: &str, holder: &Holder, field: PersonalField, reason: &str, names: &Names) -> String {
        let holder = match holder.kind {
            HolderKind::Account => names.person(&holder.id),
        };
        format!("{done}{holder}的{}，理由：{reason}", field.label())
    }

    fn attempt(second: bool) -> &'static str {
        if second {
            "第二人确认未通过"
        } else {
            "登录未通过"
        }
    }
}

impl MadeAccount {
    pub(crate) fn told(&self) -> String {
        format!("{}（{}，{}）", self.name, self.login, Role::labels(&self.roles))
    }
}

/// What a target's fields are called.
fn target_fields(names: &[String]) -> String {
    let labels: Vec<&str> = names.iter().map(|name| column_label(name)).collect();
    labels.join("、")
}

fn told_between(between: &ConflictBetween) -> String {
    format!(
        "执法检查人员 {} {}与检查对象 {} {}（{}）",
        between.inspector,
        between.name,
        between.target,
        between.target_name,
        between.relation.label()
    )
}

fn conflict_made(made: &ConflictMade) -> String {
    let between = told_between(&made.between);
    let period = match (made.since.as_str(), made.until.as_str()) {
        ("", "") => String::new(),
        (since, "") => format!("，从 {since} 起"),
        ("", until) => format!("，到 {until} 为止"),
        (since, until) => format!("，{since} 至 {until}"),
    };
    format!("登记{between}的回避{period}，据{}说", made.told_by)
}

fn placed(membership: &str) -> &'static str {
    match membership {
        "suspended" => "暂停",
        "removed" => "移出",
        _ => "恢复",
    }
}
