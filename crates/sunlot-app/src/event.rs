//! Every kind of event that the trail can hold, declared once: its name, its payload, its Chinese sentence.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use strum::EnumCount;
use sunlot_store::trail::Event;
use sunlot_store::{Migrated, NewEvent};

use crate::account::{Names, Person, Role};
use crate::office::Field;
use crate::{Actor, actor};

/// What happened. The name on disk is `noun.verbed` and never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, EnumCount)]
#[serde(tag = "kind", content = "payload")]
pub enum Kind {
    /// An office began.
    #[serde(rename = "office.created")]
    OfficeCreated {
        /// The schema it began with.
        schema: u32,
    },
    /// The file was brought up to date by a newer program.
    #[serde(rename = "office.upgraded")]
    OfficeUpgraded {
        /// The schema it had.
        from: u32,
        /// The schema it has now.
        to: u32,
        /// The copy made before.
        backup: String,
    },
    /// A version of the office profile was saved.
    #[serde(rename = "profile.saved")]
    ProfileSaved {
        /// The version.
        version: i64,
        /// What differs from the version before.
        changed: Vec<Field>,
    },
    /// The station's keys were made.
    #[serde(rename = "station.made")]
    StationMade {
        /// The fingerprint of the one that signs records.
        fingerprint: String,
        /// SHA-256 of the certificate.
        certificate: String,
        /// Which life of the office's data this is.
        epoch: u64,
    },
    /// New keys took the place of others, and each signed for the other.
    #[serde(rename = "station.rotated")]
    StationRotated {
        /// The fingerprint of the one before.
        former: String,
        /// The fingerprint of the new one.
        fingerprint: String,
        /// SHA-256 of the new certificate.
        certificate: String,
        /// Why.
        reason: String,
    },
    /// New keys took the place of lost ones.
    #[serde(rename = "station.lost")]
    StationLost {
        /// The fingerprint of the lost one.
        former: String,
        /// The fingerprint of the new one.
        fingerprint: String,
        /// SHA-256 of the new certificate.
        certificate: String,
        /// How it was lost.
        reason: String,
    },
    /// A key was revoked.
    #[serde(rename = "station.revoked")]
    StationRevoked {
        /// Its fingerprint.
        fingerprint: String,
        /// From when it does not count.
        since: String,
        /// Why.
        reason: String,
        /// Whether a key signed that.
        signed: bool,
    },
    /// The keys were wrapped anew.
    #[serde(rename = "station.rewrapped")]
    StationRewrapped {
        /// The fingerprint of the one that signs records.
        fingerprint: String,
    },
    /// The first accounts were made.
    #[serde(rename = "account.begun")]
    AccountsBegun {
        /// Whose.
        accounts: Vec<MadeAccount>,
    },
    /// An account was added.
    #[serde(rename = "account.added")]
    AccountAdded {
        /// Whose.
        account: MadeAccount,
    },
    /// What an account may do was changed.
    #[serde(rename = "account.changed")]
    AccountChanged {
        /// What it is now.
        account: MadeAccount,
        /// Whether nobody may enter by it any more.
        suspended: bool,
    },
    /// Somebody entered.
    #[serde(rename = "account.entered")]
    AccountEntered {
        /// Who.
        login: String,
    },
    /// Somebody left.
    #[serde(rename = "account.left")]
    AccountLeft {
        /// Who.
        login: String,
    },
    /// Somebody was not let in.
    #[serde(rename = "account.refused")]
    AccountRefused {
        /// By whose account; none where there is no such account.
        login: Option<String>,
        /// Wrong ones in a row now.
        wrong: u32,
        /// Whether as the second person of an act.
        second: bool,
    },
    /// What wrong passwords had shut was opened.
    #[serde(rename = "account.unlocked")]
    AccountUnlocked {
        /// Whose.
        login: String,
        /// Wrong ones in a row until then.
        wrong: u32,
    },
    /// A password was set by the administrator.
    #[serde(rename = "account.reset")]
    AccountReset {
        /// Whose.
        login: String,
    },
    /// Somebody chose another password.
    #[serde(rename = "password.changed")]
    PasswordChanged {
        /// Who.
        login: String,
    },
    /// Somebody entered by the recovery code and chose another password.
    #[serde(rename = "account.recovered")]
    AccountRecovered {
        /// Who.
        login: String,
    },
    /// Somebody had a recovery code made.
    #[serde(rename = "recovery.made")]
    RecoveryMade {
        /// Who.
        login: String,
    },
}

/// An account as an event tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeAccount {
    /// Its login name.
    pub login: String,
    /// The person's name at that time.
    pub name: String,
    /// What the person does from then on.
    pub roles: Vec<Role>,
}

impl MadeAccount {
    pub(crate) fn of(person: &Person) -> Self {
        Self {
            login: person.login.clone(),
            name: person.name.clone(),
            roles: person.roles.clone(),
        }
    }

    fn told(&self) -> String {
        format!("{}（{}，{}）", self.name, self.login, Role::labels(&self.roles))
    }
}

impl Kind {
    /// The event for the trail.
    pub(crate) fn by(&self, actor: &Actor, second: Option<&Person>, at: DateTime<FixedOffset>) -> NewEvent {
        let value = json!(self);
        // Whoever enters does so in person, though nobody sat there before.
        let actor = match self {
            Self::AccountEntered { login } | Self::AccountRecovered { login } => actor.entered_as(login),
            _ => actor.clone(),
        };
        let mut event = NewEvent::new(at, actor.in_trail(), value["kind"].as_str().unwrap_or_default());
        if let Some(second) = second {
            event = event.and_second(actor::account_in_trail(&second.login));
        }
        if let Value::Object(payload) = &value["payload"] {
            for (key, value) in payload {
                event = event.with(key, value.clone());
            }
        }
        event
    }

    fn attempt(second: bool) -> &'static str {
        if second {
            "第二人确认未通过"
        } else {
            "登录未通过"
        }
    }

    /// Reads an event back; `None` for a kind that this program does not know.
    pub(crate) fn of(event: &Event) -> Option<Self> {
        serde_json::from_value(json!({ "kind": event.kind, "payload": event.payload })).ok()
    }

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
            Self::StationMade { fingerprint, .. } => format!("制作站点密钥，指纹 {fingerprint}"),
            Self::StationRotated {
                former,
                fingerprint,
                reason,
                ..
            } => format!("更换站点密钥，指纹由 {former} 换为 {fingerprint}，新旧互签，原因：{reason}"),
            Self::StationLost {
                former,
                fingerprint,
                reason,
                ..
            } => format!("挂失站点密钥 {former}，另做新密钥，指纹 {fingerprint}，从此断代，原因：{reason}"),
            Self::StationRevoked {
                fingerprint,
                since,
                reason,
                signed,
            } => {
                let since = crate::labels::moment(since);
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
        }
    }
}

impl From<&Migrated> for Kind {
    fn from(migrated: &Migrated) -> Self {
        match migrated {
            Migrated::Created { schema } => Self::OfficeCreated { schema: *schema },
            Migrated::Upgraded { from, to, backup } => Self::OfficeUpgraded {
                from: *from,
                to: *to,
                backup: backup.clone(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn login() -> String {
        "lina".to_owned()
    }

    fn lina() -> MadeAccount {
        MadeAccount {
            login: login(),
            name: "李娜".to_owned(),
            roles: vec![Role::Handler, Role::Administrator],
        }
    }

    fn wang() -> MadeAccount {
        MadeAccount {
            login: "wang".to_owned(),
            name: "王建国".to_owned(),
            roles: vec![Role::Supervisor],
        }
    }

    fn one_of_each() -> Vec<Kind> {
        vec![
            Kind::OfficeCreated { schema: 1 },
            Kind::OfficeUpgraded {
                from: 1,
                to: 2,
                backup: "before.db".to_owned(),
            },
            Kind::ProfileSaved {
                version: 3,
                changed: vec![Field::Name, Field::SupervisionPhone],
            },
            Kind::StationMade {
                fingerprint: "7c1e".to_owned(),
                certificate: "9f3c".to_owned(),
                epoch: 1,
            },
            Kind::StationRotated {
                former: "7c1e".to_owned(),
                fingerprint: "02ab".to_owned(),
                certificate: "9f3c".to_owned(),
                reason: "每年更换".to_owned(),
            },
            Kind::StationLost {
                former: "02ab".to_owned(),
                fingerprint: "55d0".to_owned(),
                certificate: "9f3c".to_owned(),
                reason: "口令忘了".to_owned(),
            },
            Kind::StationRevoked {
                fingerprint: "55d0".to_owned(),
                since: "2026-11-20T09:41:00+08:00".to_owned(),
                reason: "U 盘丢失".to_owned(),
                signed: false,
            },
            Kind::StationRewrapped {
                fingerprint: "55d0".to_owned(),
            },
            Kind::AccountsBegun {
                accounts: vec![lina(), wang()],
            },
            Kind::AccountAdded { account: wang() },
            Kind::AccountChanged {
                account: wang(),
                suspended: true,
            },
            Kind::AccountEntered { login: login() },
            Kind::AccountLeft { login: login() },
            Kind::AccountRefused {
                login: Some(login()),
                wrong: 5,
                second: true,
            },
            Kind::AccountUnlocked {
                login: login(),
                wrong: 15,
            },
            Kind::AccountReset { login: login() },
            Kind::PasswordChanged { login: login() },
            Kind::AccountRecovered { login: login() },
            Kind::RecoveryMade { login: login() },
        ]
    }

    #[test]
    fn every_kind_has_a_name_of_its_own_and_a_sentence() {
        let all = one_of_each();
        assert_eq!(all.len(), Kind::COUNT, "a new kind must be added to this list");
        let names: BTreeSet<String> = all.iter().map(|kind| json!(kind)["kind"].to_string()).collect();
        assert_eq!(
            names.len(),
            Kind::COUNT,
            "two kinds with one name could not be told apart on disk"
        );
        for kind in all {
            assert!(
                !kind.sentence(&Names::default()).is_empty(),
                "{kind:?} must say what happened"
            );
        }
        assert_eq!(
            one_of_each()[2].sentence(&Names::default()),
            "保存单位资料第 3 版，改动：单位名称、监督电话",
            "fields are called what the form calls them"
        );
        assert_eq!(
            one_of_each()[3].sentence(&Names::default()),
            "设立账户：李娜（lina，经办员、管理员）、王建国（wang，监督员）",
            "who may enter, and as what, is plain to everybody who reads the trail"
        );
    }
}
