//! A misused command line: what was wrong, as a reason that `sunlot-app` words.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use sunlot_app::{Error, Reason};

use crate::output::{Output, Status};

/// Prints help, the version, or what was wrong with the arguments.
pub(crate) fn explain(error: &clap::Error) -> Status {
    // The arguments could not be read, so whether a program is listening is read off them directly.
    let output = Output::new(std::env::args_os().any(|argument| argument == "--json"));
    let status = match error.kind() {
        ErrorKind::DisplayHelp => output.tell(&error.to_string()),
        ErrorKind::DisplayVersion => output.tell(&format!("阳光摇号 Sunlot {}\n", env!("CARGO_PKG_VERSION"))),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            output.remark(&error.to_string());
            Status::Unreadable
        }
        _ => output.refuse(Error::new(reason(error), "")),
    };
    output.finished(status)
}

fn reason(error: &clap::Error) -> Reason {
    let said = |kind| error.get(kind).map(plain).unwrap_or_default();
    let argument = said(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidSubcommand => Reason::CommandUnknown {
            command: said(ContextKind::InvalidSubcommand),
        },
        ErrorKind::MissingSubcommand => Reason::CommandMissing,
        ErrorKind::UnknownArgument => Reason::ArgumentUnknown { argument },
        ErrorKind::MissingRequiredArgument => Reason::ArgumentMissing { argument },
        ErrorKind::ArgumentConflict => Reason::ArgumentTwice { argument },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match said(ContextKind::InvalidValue) {
            value if value.is_empty() => Reason::ArgumentValueMissing { argument },
            value => Reason::ArgumentValueWrong { argument, value },
        },
        _ => Reason::RequestUnreadable,
    }
}

fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join("、"),
        other => other.to_string(),
    }
}
