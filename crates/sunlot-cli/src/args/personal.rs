//! The words of `sunlot personal …`. Values come from files, never from the command line itself, where every other program
//! could read them.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{HELP, OPTIONS};

#[derive(Subcommand)]
pub(crate) enum PersonalVerb {
    #[command(about = "列出保留的个人信息（遮盖中间各位）", help_template = HELP, override_usage = "sunlot personal list")]
    List,
    #[command(about = "保留一项个人信息，加密存放", help_template = HELP,
              override_usage = "sunlot --as <管理员> … personal keep <选项>…")]
    Keep {
        #[command(flatten)]
        which: Which,
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "写着号码的文件（- 表示标准输入）；用完请删掉")]
        value_file: PathBuf,
    },
    #[command(about = "显示一项的原文；谁看的、为什么看都会留痕", help_template = HELP,
              override_usage = "sunlot --as <管理员或监督员> … personal show <选项>…")]
    Show(Which),
    #[command(about = "抹去一项：不能找回，留痕不受影响", help_template = HELP,
              override_usage = "sunlot --as <管理员> … personal erase <选项>…")]
    Erase(Which),
}

/// Which value, and why.
#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct Which {
    #[arg(long, value_name = "登录名", help = "谁的：账户的登录名")]
    pub(crate) account: String,
    #[arg(
        long,
        value_name = "项目",
        help = "哪一项：mobile_phone 手机号码、id_number 公民身份号码"
    )]
    pub(crate) field: String,
    #[arg(long, value_name = "理由", help = "为什么；会永久留痕，不要写号码")]
    pub(crate) reason: String,
}
