//! Which folder is the office: the one named at the start, else `SUNLOT_HOME`, else the place where this
//! operating system keeps a user's data.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use sunlot_store::OfficeFolder;

use crate::{Error, Reason, Result};

/// The environment variable that names the office folder.
const HOME: &str = "SUNLOT_HOME";

/// Finds the folder; nothing is made yet.
pub fn office_folder(named: Option<PathBuf>) -> Result<OfficeFolder> {
    choose(
        named,
        env::var_os(HOME),
        dirs::data_local_dir(),
        env::current_dir().ok().as_deref(),
    )
}

/// With what a window begins.
#[derive(Clone, Debug)]
pub struct WindowStart {
    /// Its office.
    pub folder: OfficeFolder,
    /// Whether that is to be the sample office, where it does not exist yet.
    pub sample: bool,
    /// Whether somebody only asks what there is to write.
    pub help: bool,
}

/// Reads the arguments of a window: a folder after `--office`, `--sample`, and `--help`.
pub fn window_start(arguments: impl IntoIterator<Item = OsString>) -> Result<WindowStart> {
    let mut arguments = arguments.into_iter();
    let (mut named, mut sample, mut help) = (None, false, false);
    while let Some(argument) = arguments.next() {
        let text = argument.to_string_lossy().into_owned();
        if text == "--sample" {
            sample = true;
            continue;
        }
        if matches!(text.as_str(), "--help" | "-h") {
            help = true;
            continue;
        }
        named = match text.strip_prefix("--office") {
            Some("") => Some(
                arguments
                    .next()
                    .map(PathBuf::from)
                    .ok_or_else(|| value_missing(&text))?,
            ),
            Some("=") => return Err(value_missing("--office")),
            Some(value) if value.starts_with('=') => Some(PathBuf::from(&value[1..])),
            _ => return Err(Error::new(Reason::ArgumentUnknown { argument: text }, "")),
        };
    }
    let folder = office_folder(named)?;
    Ok(WindowStart { folder, sample, help })
}

fn value_missing(argument: &str) -> Error {
    Error::new(
        Reason::ArgumentValueMissing {
            argument: argument.to_owned(),
        },
        "",
    )
}

fn choose(
    named: Option<PathBuf>,
    home: Option<OsString>,
    data: Option<PathBuf>,
    here: Option<&Path>,
) -> Result<OfficeFolder> {
    let chosen = named
        .or_else(|| home.filter(|home| !home.is_empty()).map(PathBuf::from))
        .or_else(|| data.map(|data| data.join("sunlot")))
        .ok_or_else(|| {
            Error::new(
                Reason::NoPlace,
                "neither --office nor SUNLOT_HOME nor a data folder",
            )
        })?;
    // Absolute, so that a message names the folder in full and a changed working folder changes nothing.
    Ok(OfficeFolder::new(
        here.map_or_else(|| chosen.clone(), |here| here.join(&chosen)),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(named: Option<&str>, home: Option<&str>, data: Option<&str>) -> Option<String> {
        choose(
            named.map(Into::into),
            home.map(Into::into),
            data.map(Into::into),
            Some(Path::new("/here")),
        )
        .ok()
        .map(|folder| folder.path().display().to_string())
    }

    #[test]
    fn what_is_named_comes_before_the_environment_and_that_before_the_systems_own_place() {
        let all = chosen(Some("/stick/office"), Some("/srv/office"), Some("/data"));
        assert_eq!(
            all.as_deref(),
            Some("/stick/office"),
            "--office is the most deliberate"
        );
        let without = chosen(None, Some("/srv/office"), Some("/data"));
        assert_eq!(without.as_deref(), Some("/srv/office"), "SUNLOT_HOME comes next");
        let plain = chosen(None, Some(""), Some("/data"));
        assert_eq!(
            plain.as_deref(),
            Some("/data/sunlot"),
            "an empty variable is none"
        );
        assert_eq!(
            chosen(None, None, None),
            None,
            "without any place there is nothing to open"
        );
    }

    #[test]
    fn a_window_takes_its_folder_in_both_spellings_and_nothing_else() {
        let folder = |arguments: &[&str]| {
            window_start(arguments.iter().map(OsString::from)).map(|start| start.folder.path().to_owned())
        };
        assert_eq!(
            folder(&["--office", "/srv/a"]).unwrap(),
            Path::new("/srv/a"),
            "as two words"
        );
        assert_eq!(
            folder(&["--office=/srv/a"]).unwrap(),
            Path::new("/srv/a"),
            "as one"
        );
        for wrong in [
            &["--office"][..],
            &["--office="],
            &["--offices", "/srv/a"],
            &["/srv/a"],
        ] {
            assert!(
                folder(wrong).is_err(),
                "{wrong:?} must not silently open another office"
            );
        }
    }

    #[test]
    fn whoever_asks_a_window_for_help_is_told() {
        let asks =
            |arguments: &[&str]| window_start(arguments.iter().map(OsString::from)).map(|start| start.help);
        assert!(asks(&["--help"]).unwrap(), "as everywhere");
        assert!(
            asks(&["--office", "/srv/a", "-h"]).unwrap(),
            "whatever else is written"
        );
        assert!(!asks(&["--sample"]).unwrap(), "and nobody else is");
    }

    #[test]
    fn a_relative_folder_is_taken_from_where_the_program_was_started() {
        assert_eq!(
            chosen(Some("office"), None, None).as_deref(),
            Some("/here/office"),
            "messages name it in full"
        );
    }
}
