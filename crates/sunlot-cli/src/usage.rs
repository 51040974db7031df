//! A misused command line, explained in Chinese: what is wrong, and where help is.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::output::Status;

/// Prints help, the version, or what was wrong with the arguments.
pub(crate) fn explain(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp => print(&error.to_string(), Status::Done),
        ErrorKind::DisplayVersion => print(
            &format!("阳光摇号 Sunlot {}\n", env!("CARGO_PKG_VERSION")),
            Status::Done,
        ),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            eprintln!("{error}");
            Status::Unreadable.into()
        }
        _ => {
            eprintln!(
                "{}\n用 sunlot --help 或“sunlot 命令 --help”查看写法。",
                sentence(error)
            );
            Status::Unreadable.into()
        }
    }
}

#[allow(clippy::print_stdout, reason = "help and version are what was asked for")]
fn print(text: &str, status: Status) -> ExitCode {
    print!("{text}");
    status.into()
}

fn sentence(error: &clap::Error) -> String {
    let said = |kind| error.get(kind).map(plain).unwrap_or_default();
    let argument = said(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidSubcommand => format!("没有“{}”这个命令。", said(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => format!("不认识参数“{argument}”。"),
        ErrorKind::MissingSubcommand => "还要写明做什么。".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("缺少参数：{argument}。"),
        ErrorKind::ArgumentConflict => format!(
            "参数“{argument}”不能重复，或不能与“{}”同时用。",
            said(ContextKind::PriorArg)
        ),
        ErrorKind::InvalidValue if said(ContextKind::InvalidValue).is_empty() => {
            format!("参数“{argument}”后面要写值。")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!(
                "参数“{argument}”的值“{}”不能用。",
                said(ContextKind::InvalidValue)
            )
        }
        ErrorKind::InvalidUtf8 => "参数里有无法识别的字节。".to_owned(),
        _ => "命令的写法不对。".to_owned(),
    }
}

fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join("、"),
        other => other.to_string(),
    }
}
