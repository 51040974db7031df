//! The words and options of `sunlot key`. Passphrases come from files alone: what stands on a command line can be read by
//! others, and stays in its history.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::account::PaperOut;
use super::{HELP, OPTIONS};

#[derive(Subcommand)]
pub(crate) enum KeyVerb {
    #[command(about = "显示站点密钥：指纹、启用时间、以前的密钥、密钥文件", help_template = HELP, override_usage = "sunlot key show")]
    Show,
    #[command(about = "制作密钥：签记录的和签 PDF 的一次做成", help_template = HELP,
              override_usage = "sunlot key make --passphrase-file <文件>")]
    Make(Make),
    #[command(about = "更换密钥：新旧互签", help_template = HELP, override_usage = "sunlot key rotate <选项>…")]
    Rotate(Rotate),
    #[command(about = "挂失：口令忘了、文件丢了，另做新密钥，从此断代", help_template = HELP,
              override_usage = "sunlot key lost <选项>…")]
    Lost(Lost),
    #[command(about = "作废：从某个时刻起，一把密钥的签名不算", help_template = HELP,
              override_usage = "sunlot key revoke <选项>…")]
    Revoke(Revoke),
    #[command(about = "更改口令，密钥不变", help_template = HELP, override_usage = "sunlot key rewrap <选项>…")]
    Rewrap(Rewrap),
    #[command(about = "核验密钥公告；也可以据以核对公布文件的签名", help_template = HELP,
              override_usage = "sunlot key verify <公告>… [选项]…")]
    Verify(VerifyKeys),
    #[command(about = "导出密钥公告和证书", help_template = HELP, override_usage = "sunlot key export [选项]…")]
    Export(Export),
    #[command(about = "制作指纹公示单（PDF），盖章后张贴", help_template = HELP, override_usage = "sunlot key sheet <--out 文件 | --print [打印机]>")]
    Sheet(PaperOut),
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct Make {
    #[arg(
        long,
        value_name = "文件",
        help = "写有密钥口令的文件：不少于 12 个字符，或 6 个词"
    )]
    pub(crate) passphrase_file: PathBuf,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct Rotate {
    #[arg(long, value_name = "文件", help = "写有现在的密钥口令的文件")]
    pub(crate) passphrase_file: PathBuf,
    #[arg(long, value_name = "文件", help = "写有新的密钥口令的文件")]
    pub(crate) new_passphrase_file: PathBuf,
    #[arg(long, value_name = "原因", help = "为什么更换；会写进公告")]
    pub(crate) reason: String,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct Lost {
    #[arg(long, value_name = "文件", help = "写有新的密钥口令的文件")]
    pub(crate) new_passphrase_file: PathBuf,
    #[arg(long, value_name = "原因", help = "怎样丢的；会写进公告")]
    pub(crate) reason: String,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct Revoke {
    #[arg(long, value_name = "时间", help = "从何时起不算：日期，或 RFC 3339 的时间")]
    pub(crate) at: String,
    #[arg(long, value_name = "原因", help = "为什么作废；会写进公告")]
    pub(crate) reason: String,
    #[arg(long, value_name = "指纹", help = "哪一把；不写就是在用的那一把")]
    pub(crate) fingerprint: Option<String>,
    #[arg(
        long,
        value_name = "文件",
        help = "写有现在的密钥口令的文件；不写，声明就没有签名，只凭盖章的公示单"
    )]
    pub(crate) passphrase_file: Option<PathBuf>,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct Rewrap {
    #[arg(long, value_name = "文件", help = "写有现在的密钥口令的文件")]
    pub(crate) passphrase_file: PathBuf,
    #[arg(long, value_name = "文件", help = "写有新的密钥口令的文件")]
    pub(crate) new_passphrase_file: PathBuf,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct VerifyKeys {
    #[arg(
        value_name = "公告",
        required = true,
        help_heading = "参数",
        help = "密钥公告，可以是不同时间的几份"
    )]
    pub(crate) chains: Vec<PathBuf>,
    #[arg(
        long = "record",
        value_name = "文件",
        help = "要据以核对签名的公布文件，可以写多次"
    )]
    pub(crate) records: Vec<PathBuf>,
    #[arg(long, value_name = "指纹", help = "张贴的本站指纹（32 位）")]
    pub(crate) station: Option<String>,
}

#[derive(Args)]
#[command(next_help_heading = OPTIONS)]
pub(crate) struct Export {
    #[arg(
        long,
        value_name = "文件",
        help = "公告写到哪里；不写就放在单位文件夹的 outbox 里"
    )]
    pub(crate) out: Option<PathBuf>,
    #[arg(
        long,
        value_name = "文件",
        help = "在用的证书写到哪里（DER），供 PDF 阅读器导入"
    )]
    pub(crate) certificate: Option<PathBuf>,
}
