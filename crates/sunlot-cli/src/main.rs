//! `sunlot`: every use case on the command line, for people in Chinese, for programs as JSON.
//!
//! Exit status: 0 done, 1 refused or not valid, 2 unreadable or misused. Results go to stdout, messages and
//! progress to stderr. The verbs only read arguments and print answers; what they mean is `sunlot-app`'s.

mod args;
mod audit;
mod form;
mod office;
mod output;
mod usage;

use std::process::ExitCode;

use clap::Parser;
use sunlot_app::{Actor, Desk, Env, Shell, office_folder};

use crate::args::{Arguments, Verb};
use crate::output::{Output, Status};

fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage::explain(&error).into(),
    };
    let output = Output::new(arguments.json);
    let status = run(arguments, &output).unwrap_or_else(|error| output.refuse(error));
    output.finished(status).into()
}

fn run(arguments: Arguments, output: &Output) -> sunlot_app::Result<Status> {
    let actor = Actor::of_this_computer(Shell::Cli);
    let desk = Desk::new(Env::of_this_computer(), office_folder(arguments.office)?, actor);
    match arguments.verb {
        Verb::Office(verb) => office::run(&desk, verb, output),
        Verb::Audit(verb) => audit::run(&desk, verb, output),
    }
}
