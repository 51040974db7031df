//! The windows of Sunlot: they are opened, guarded and brought forward here, and every command is one call
//! into `sunlot-app`. No rule, no path, no wording.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod console;
mod drawing;
mod forward;
mod picker;
mod stage;

use std::io::Write;
use std::process::ExitCode;

use sunlot_app::reader::read_table_if_asked;
use sunlot_app::{Actor, Desk, Env, Failure, Shell, window_start};
use tauri::{Manager, RunEvent, WindowEvent};

use crate::picker::SystemPicker;
use crate::stage::Stage;

fn main() -> ExitCode {
    if let Some(read) = read_table_if_asked() {
        return read;
    }
    drawing::settle();
    let start = match window_start(std::env::args_os().skip(1)) {
        Ok(start) => start,
        Err(error) => {
            let failure = Failure::from(error);
            eprintln!("{}\n{}", failure.message, failure.hint);
            return ExitCode::from(2);
        }
    };
    if start.help {
        // A reader that went away early is no failure.
        let _ = std::io::stdout().write_all(sunlot_app::labels::WINDOW_HELP.as_bytes());
        return ExitCode::SUCCESS;
    }
    let path = start.folder.path().to_owned();
    let picker = SystemPicker::default();
    let stage = Stage::default();
    let env = Env {
        picker: Box::new(picker.clone()),
        windows: Box::new(stage.clone()),
        ..Env::of_this_computer()
    };
    let desk = Desk::new(env, start.folder, Actor::of_this_computer(Shell::Console));
    // Before the window sits down: that alone makes an office of the folder, and the sample goes into none that is there.
    if start.sample
        && let Err(error) = desk.sample_once()
    {
        let failure = Failure::from(error);
        eprintln!("{}\n{}", failure.message, failure.hint);
    }
    if forward::is_open_already(&desk, &path) {
        return ExitCode::SUCCESS;
    }
    let built = tauri::Builder::default()
        .manage(desk)
        .manage(stage.clone())
        .invoke_handler(commands::handler())
        .setup(move |app| {
            console::open(app.handle())?;
            picker.begin(app.handle());
            stage.begin(app.handle());
            forward::listen(app.handle().clone(), &path);
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|app, event| match event {
                // A picture that nobody can turn off any more would keep the program running.
                RunEvent::WindowEvent {
                    label,
                    event: WindowEvent::Destroyed,
                    ..
                } => {
                    if console::is_labelled(&label) {
                        stage::close(app);
                    } else if stage::is_labelled(&label) {
                        app.state::<Stage>().gone();
                    }
                }
                RunEvent::Exit => app.state::<Desk>().end_of_day(),
                _ => {}
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
