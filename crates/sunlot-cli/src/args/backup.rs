//! The words of `sunlot backup …`. A passphrase comes from a file, never from the command line itself.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{HELP, OPTIONS};

#[derive(Subcommand)]
pub(crate) enum BackupVerb {
    #[command(about = "做一份备份，写好后从盘上读回来核对", help_template = HELP,
              override_usage = "sunlot backup create [--to 文件夹] [--passphrase-file 文件]")]
    Create {
        #[arg(long, value_name = "文件夹", help_heading = OPTIONS, help = "存到哪里；不写就存到选定的位置")]
        to: Option<PathBuf>,
        #[command(flatten)]
        passphrase: Passphrase,
        #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "写着密钥口令的文件；写了就用站点密钥签名")]
        station_passphrase_file: Option<PathBuf>,
    },
    #[command(about = "核对备份：每个字节、每个文件、整个留痕；不需要单位文件夹，也不问身份", help_template = HELP,
              override_usage = "sunlot backup verify <备份> [--passphrase-file 文件]")]
    Verify(BackupFile),
    #[command(about = "核对备份，并列出恢复它会改变什么", help_template = HELP,
              override_usage = "sunlot backup inspect <备份> [--passphrase-file 文件]")]
    Inspect(BackupFile),
    #[command(about = "从备份恢复（两个人）；换下的数据另存", help_template = HELP,
              override_usage = "sunlot --as <管理员> … --second <监督员> … backup restore <备份> --confirm <校验值>",
              after_help = "校验值是 inspect 列出的“最后一条的校验值”：看过的是哪一份，恢复的就是哪一份。单位文件夹里没有数据时，按备份里的账户核对两个人。")]
    Restore {
        #[command(flatten)]
        file: BackupFile,
        #[arg(long, value_name = "校验值", help_heading = OPTIONS, help = "inspect 列出的备份最后一条留痕的校验值")]
        confirm: String,
    },
    #[command(about = "列出备份，说明是否该备份了", help_template = HELP, override_usage = "sunlot backup list")]
    List,
    #[command(about = "显示或修改备份设置；没有写到的保持不变", help_template = HELP,
              override_usage = "sunlot backup settings [选项]…")]
    Settings(Settings),
}

#[derive(Args)]
pub(crate) struct BackupFile {
    #[arg(
        value_name = "备份",
        help_heading = "参数",
        help = "以 .sunlot-backup 结尾的文件"
    )]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) passphrase: Passphrase,
}

#[derive(Args)]
pub(crate) struct Passphrase {
    #[arg(long, value_name = "文件", help_heading = OPTIONS, help = "写着口令的文件（- 表示标准输入）")]
    pub(crate) passphrase_file: Option<PathBuf>,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct Settings {
    #[arg(
        long,
        value_name = "文件夹",
        help = "备份存到哪里；写空的（--folder \"\"）就不再记住位置"
    )]
    pub(crate) folder: Option<String>,
    #[arg(long, value_name = "份数", help = "每个位置保留几份自动备份；手工做的不会删")]
    pub(crate) keep: Option<u32>,
    #[arg(long, value_name = "是否", help = "退出窗口时自动备份：true 或 false")]
    pub(crate) automatic: Option<bool>,
}
