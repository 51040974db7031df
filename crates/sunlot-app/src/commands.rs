//! The commands of the console window, declared once: name, request, response, and how the command line does
//! the same. The window registers exactly these, and TypeScript's table of commands is made from them.

use ts_rs::{Config, TS};

use crate::ConsoleView;
use crate::anchor::{AnchorAcknowledge, TrailStanding};
use crate::office::{OfficeProfile, OfficeProfileCheck, OfficeProfileSaved, OfficeProfileView};
use crate::trail::{
    FlagsRequest, FlagsSeen, FlagsView, TrailChoices, TrailDetail, TrailExport, TrailExported, TrailFilter,
    TrailFound, TrailProgress, TrailRequest, TrailVerdict, TrailView,
};

/// A command that the console window may call.
pub struct Command {
    /// Its name.
    pub name: &'static str,
    /// The TypeScript name of its request.
    pub request: fn(&Config) -> String,
    /// The TypeScript name of its response.
    pub response: fn(&Config) -> String,
    /// The words of the command line that do the same; `None` for what only a window needs.
    pub cli: Option<&'static [&'static str]>,
}

macro_rules! commands {
    ($($name:ident($request:ty) -> $response:ty, $cli:expr;)*) => {
        /// Every command of the console window.
        pub const COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            request: <$request as TS>::name,
            response: <$response as TS>::name,
            cli: $cli,
        }),*];

        /// Writes the TypeScript of every type that travels, one file each.
        pub fn export_types(config: &Config) -> Result<(), ts_rs::ExportError> {
            export::<crate::Failure>(config)?;
            $(
                export::<$request>(config)?;
                export::<$response>(config)?;
            )*
            Ok(())
        }
    };
}

/// Nothing (`null`) has no file of its own.
fn export<T: TS + 'static>(config: &Config) -> Result<(), ts_rs::ExportError> {
    if T::output_path().is_some() {
        T::export_all(config)
    } else {
        Ok(())
    }
}

commands! {
    console_view(()) -> ConsoleView, Some(&["office", "show"]);
    console_ready(()) -> (), None;
    office_profile(()) -> OfficeProfileView, Some(&["office", "show"]);
    office_profile_check(OfficeProfile) -> OfficeProfileCheck, Some(&["office", "set", "--check"]);
    office_profile_save(OfficeProfile) -> OfficeProfileSaved, Some(&["office", "set"]);
    anchor_acknowledge(AnchorAcknowledge) -> TrailStanding, Some(&["audit", "anchor"]);
    trail_standing(()) -> TrailStanding, Some(&["audit", "anchor"]);
    trail_view(TrailRequest) -> TrailView, Some(&["audit", "show"]);
    trail_find(TrailFilter) -> TrailFound, Some(&["audit", "show"]);
    trail_choices(()) -> TrailChoices, Some(&["audit", "show"]);
    trail_entry(i64) -> TrailDetail, Some(&["audit", "entry"]);
    trail_verify(()) -> TrailVerdict, Some(&["audit", "verify"]);
    trail_progress(()) -> TrailProgress, None;
    trail_stop(()) -> (), None;
    trail_export(TrailExport) -> TrailExported, Some(&["audit", "export"]);
    trail_flags(FlagsRequest) -> FlagsView, Some(&["audit", "flags"]);
    flags_seen(FlagsSeen) -> FlagsView, Some(&["audit", "flags"]);
}
