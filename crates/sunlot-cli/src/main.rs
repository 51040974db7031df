//! `sunlot`: every use case on the command line, for people in Chinese, for programs as JSON.
//!
//! Exit status: 0 done, 1 refused or not valid, 2 unreadable or misused. Results go to stdout, messages and
//! progress to stderr. The verbs only read arguments and print answers; what they mean is `sunlot-app`'s.

mod about;
mod account;
mod args;
mod audit;
mod backup;
mod catalog;
mod ceremony;
mod ceremony_told;
mod chosen;
mod code;
mod credit;
mod demo;
mod diagnostics;
mod explain;
mod export;
mod form;
mod import;
mod inspectors;
mod items;
mod key;
mod office;
mod output;
mod outside;
mod paper;
mod personal;
mod plan;
mod registry;
mod rules;
mod start;
mod table;
mod targets;
mod task;
mod task_joint;
mod task_people;
mod task_set;
mod task_told;
mod usage;
mod verify;

use std::process::ExitCode;

use clap::Parser;
use sunlot_app::reader::read_table_if_asked;
use sunlot_app::{Actor, Desk, Env, Shell, office_folder, published};

use crate::args::key::KeyVerb;
use crate::args::{Arguments, CodeVerb, Verb};
use crate::output::{Output, Status};

fn main() -> ExitCode {
    if let Some(read) = read_table_if_asked() {
        return read;
    }
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return usage::explain(&error).into(),
    };
    let output = Output::new(arguments.json);
    let status = run(arguments, &output).unwrap_or_else(|error| output.refuse(error));
    output.finished(status).into()
}

fn run(arguments: Arguments, output: &Output) -> sunlot_app::Result<Status> {
    let people = arguments.people;
    let unentered = |office| -> sunlot_app::Result<Desk> {
        let actor = Actor::of_this_computer(Shell::Cli);
        Ok(Desk::new(Env::of_this_computer(), office_folder(office)?, actor))
    };
    start::name_second(&arguments.verb, &people, output);
    let looks = !start::tells_itself(&arguments.verb);
    let desk = |office| -> sunlot_app::Result<Desk> {
        let desk = unentered(office)?;
        if looks {
            start::look(&desk, output);
        }
        account::enter(&desk, &people)?;
        Ok(desk)
    };
    match arguments.verb {
        Verb::Office(verb) => office::run(&desk(arguments.office)?, verb, output),
        Verb::Account(verb) => account::run(&desk(arguments.office)?, &people, verb, output),
        Verb::Personal(verb) => personal::run(&desk(arguments.office)?, verb, output),
        Verb::Audit(verb) => audit::run(&desk(arguments.office)?, &people, verb, output),
        Verb::Backup(verb) if backup::asks_nobody(&verb) => {
            backup::run(&unentered(arguments.office)?, &people, verb, output)
        }
        Verb::Backup(verb) => backup::run(&desk(arguments.office)?, &people, verb, output),
        Verb::Targets(verb) => targets::run(&desk(arguments.office)?, verb, output),
        Verb::Inspectors(verb) => inspectors::run(&desk(arguments.office)?, verb, output),
        Verb::Items(verb) => items::run(&desk(arguments.office)?, verb, output),
        Verb::Catalog(verb) => catalog::run(&desk(arguments.office)?, verb, output),
        Verb::Ceremony(verb) => ceremony::run(&desk(arguments.office)?, &people, verb, output),
        Verb::Outside(verb) => outside::run(&desk(arguments.office)?, verb, output),
        Verb::Task(verb) => task::run(&desk(arguments.office)?, &people, verb, output),
        Verb::Rules(verb) => rules::run(&desk(arguments.office)?, verb, output),
        Verb::Plan(verb) => plan::run(&desk(arguments.office)?, verb, output),
        Verb::Export(verb) => export::run(&desk(arguments.office)?, verb, output),
        Verb::Import(verb) => import::run(&desk(arguments.office)?, verb, output),
        // Whoever looks at a code needs no office.
        Verb::Code(CodeVerb::Check { codes }) => Ok(code::check(&codes, output)),
        Verb::Printers => paper::printers(&desk(arguments.office)?, output),
        Verb::Diagnostics(verb) => diagnostics::run(&desk(arguments.office)?, verb, output),
        // Whoever verifies needs no office either.
        Verb::Key(KeyVerb::Verify(verify)) => key::verify(verify, output),
        Verb::Key(verb) => key::run(&desk(arguments.office)?, &people, verb, output),
        // The sample office is made anew, and nobody has an account there.
        Verb::Demo { folder } => demo::run(&folder, output),
        // Looking at a table needs no office.
        Verb::Table(asked) => table::show(&asked, output),
        // Whoever recomputes a draw needs no office and is not asked for a name.
        Verb::Draw { case } => output.file(&published::draw(&case)?),
        Verb::Edition { file } => output.file(&published::edition(&file)?),
        Verb::Verify(verify) => verify::run(verify, output),
        Verb::Explain(explain) => explain::run(&explain, output),
        Verb::Commit { manifest, secret } => {
            output.answer(&published::commit(&manifest, &secret)?, explain::told_commitment);
            Ok(Status::Done)
        }
    }
}
