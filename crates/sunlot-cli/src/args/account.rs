//! The words of `sunlot account …`. Passwords come from files, never from the command line itself, where every other
//! program could read them.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{HELP, OPTIONS};

#[derive(Subcommand)]
pub(crate) enum AccountVerb {
    #[command(about = "列出账户", help_template = HELP, override_usage = "sunlot account list")]
    List,
    #[command(about = "设立最初的账户：经办员、管理员、监督员", help_template = HELP,
              override_usage = "sunlot account begin --from <文件> [--check]",
              after_help = "文件是 JSON：{\"accounts\": [{\"login\": 登录名, \"name\": 姓名, \"roles\": [岗位], \"password\": 密码, \"again\": 再写一遍}]}。\
                            岗位：handler 经办员、administrator 管理员、supervisor 监督员、reader 只读。用完请删掉这个文件。")]
    Begin {
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "从 JSON 文件读取（- 表示标准输入）")]
        from: PathBuf,
        /// Check, do not save.
        #[arg(long, help_heading = OPTIONS, help = "只检查，不保存")]
        check: bool,
    },
    #[command(about = "增设账户（两个人）", help_template = HELP,
              override_usage = "sunlot --as <管理员> … --second <监督员> … account add [选项]…")]
    Add(NewAccount),
    #[command(about = "变更账户的姓名、岗位，停用或恢复（两个人）", help_template = HELP,
              override_usage = "sunlot --as <管理员> … --second <监督员> … account change <登录名> [选项]…")]
    Change(Changed),
    #[command(about = "由管理员重设密码；本人登录后要先改掉", help_template = HELP,
              override_usage = "sunlot --as <管理员> … account reset <登录名> --new-password-file <文件>")]
    Reset {
        #[arg(value_name = "登录名", help_heading = "参数", help = "谁的账户")]
        login: String,
        #[command(flatten)]
        password: NewPassword,
    },
    #[command(about = "解锁因密码错误而锁住的账户（两个人）", help_template = HELP,
              override_usage = "sunlot --as <登录名> … --second <登录名> … account unlock <登录名>")]
    Unlock {
        #[arg(value_name = "登录名", help_heading = "参数", help = "谁的账户")]
        login: String,
    },
    #[command(about = "设定无人操作多少分钟后锁定屏幕", help_template = HELP,
              override_usage = "sunlot --as <管理员> … account idle <分钟>")]
    Idle {
        #[arg(value_name = "分钟", help_heading = "参数", help = "5 到 60")]
        minutes: u32,
    },
    #[command(about = "修改自己的密码", help_template = HELP,
              override_usage = "sunlot --as <登录名> --password-file <文件> account password --new-password-file <文件>")]
    Password(NewPassword),
    #[command(about = "换发自己的恢复码，显示一次，也可以同时印成恢复码单", help_template = HELP,
              override_usage = "sunlot --as <登录名> --password-file <文件> account recovery [选项]…")]
    Recovery(PaperOut),
    #[command(about = "忘记密码时，用恢复码另设密码", help_template = HELP,
              override_usage = "sunlot account recover <登录名> --code-file <文件> --new-password-file <文件>")]
    Recover {
        #[arg(value_name = "登录名", help_heading = "参数", help = "自己的登录名")]
        login: String,
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "写着恢复码的文件（- 表示标准输入）")]
        code_file: PathBuf,
        #[command(flatten)]
        password: NewPassword,
    },
}

/// Where a paper goes.
#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
#[group(multiple = false)]
pub(crate) struct PaperOut {
    #[arg(long, value_name = "文件", help = "存成 PDF 文件")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "打印机", num_args = 0..=1, default_missing_value = "", help = "打印；不写打印机就用默认的那一台")]
    pub(crate) print: Option<String>,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct NewPassword {
    #[arg(long, value_name = "文件", help = "写着新密码的文件（- 表示标准输入）")]
    pub(crate) new_password_file: PathBuf,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct NewAccount {
    #[arg(long, value_name = "登录名", help = "登录名")]
    pub(crate) login: String,
    #[arg(long, value_name = "姓名", help = "姓名")]
    pub(crate) name: String,
    #[arg(
        long = "role",
        value_name = "岗位",
        help = "岗位，可以写多次：handler 经办员、administrator 管理员、supervisor 监督员、reader 只读"
    )]
    pub(crate) roles: Vec<String>,
    #[command(flatten)]
    pub(crate) password: NewPassword,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct Changed {
    #[arg(value_name = "登录名", help_heading = "参数", help = "谁的账户")]
    pub(crate) login: String,
    #[arg(long, value_name = "姓名", help = "改姓名")]
    pub(crate) name: Option<String>,
    #[arg(
        long = "role",
        value_name = "岗位",
        help = "改岗位，可以写多次；写了就替换原有的全部岗位"
    )]
    pub(crate) roles: Vec<String>,
    #[arg(long, conflicts_with = "resume", help = "停用")]
    pub(crate) suspend: bool,
    #[arg(long, help = "恢复使用")]
    pub(crate) resume: bool,
}

/// Who acts, and who joins in: options of every command.
#[derive(Args)]
#[command(next_help_heading = super::COMMON)]
pub(crate) struct People {
    // A name of its own: a verb that also says `login` would be taken for whoever acts.
    #[arg(
        id = "actor",
        long = "as",
        global = true,
        value_name = "登录名",
        requires = "password_file",
        help = "以谁的身份办"
    )]
    pub(crate) login: Option<String>,
    #[arg(
        long,
        global = true,
        value_name = "文件",
        requires = "actor",
        help = "写着密码的文件，第一行就是密码（- 表示标准输入，一行一个）"
    )]
    pub(crate) password_file: Option<PathBuf>,
    #[arg(
        long,
        global = true,
        value_name = "登录名",
        requires = "second_password_file",
        help = "要两个人办的事，第二个人是谁"
    )]
    pub(crate) second: Option<String>,
    #[arg(
        long,
        global = true,
        value_name = "文件",
        requires = "second",
        help = "写着第二个人密码的文件（- 表示标准输入的下一行）"
    )]
    pub(crate) second_password_file: Option<PathBuf>,
}
