//! Writing a file so that it is there as a whole or not at all: beside its place first, synced, then renamed.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::{Desk, Error, Reason, Result};

/// What stands at the end of the name of a file that is not finished.
pub(crate) const UNFINISHED: &str = ".part";

/// Puts a file in its place. Where anything fails, what stood there before still stands there.
pub(crate) fn replace<T>(place: &Path, write: impl FnOnce(&mut File) -> io::Result<T>) -> io::Result<T> {
    let mut name = place.file_name().unwrap_or_default().to_owned();
    name.push(UNFINISHED);
    let unfinished = place.with_file_name(name);
    let written = write_through(&unfinished, write).and_then(|answer| {
        fs::rename(&unfinished, place)?;
        Ok(answer)
    });
    if written.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    let answer = written?;
    sync_folder(place.parent().unwrap_or(Path::new(".")))?;
    Ok(answer)
}

/// The file that somebody named for what is to be written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'n> {
    /// Which; none: a new one in the office's outbox.
    pub path: Option<&'n str>,
    /// Whether another of this name may go: somebody was asked.
    pub overwrite: bool,
}

impl<'n> Named<'n> {
    pub fn of(path: Option<&'n str>, overwrite: bool) -> Self {
        Self { path, overwrite }
    }
}

impl Desk {
    /// The file that was named, or a new one in the office's own outbox.
    pub(crate) fn place_for(&self, named: Named<'_>, stem: &str, ending: &str) -> Result<PathBuf> {
        if let Some(path) = named.path {
            if self.is_office_data(Path::new(path)) {
                let file = path.to_owned();
                return Err(Error::new(Reason::PlaceInOffice { file }, ""));
            }
            let place = with_ending(Path::new(path), ending)?;
            if !named.overwrite && place.symlink_metadata().is_ok() {
                let file = place.display().to_string();
                return Err(Error::new(Reason::PlaceTaken { file }, ""));
            }
            return Ok(place);
        }
        // A blank roster needs no office, but an outbox does.
        if !self.folder().path().is_dir() {
            let folder = self.folder().path().display().to_string();
            return Err(Error::new(Reason::OfficeMissing { folder }, "no outbox"));
        }
        let outbox = self.folder().outbox();
        make_private(&outbox).map_err(|error| failed(&outbox, &error))?;
        let name = format!("{stem}-{}.{ending}", self.now().format("%Y%m%d-%H%M%S"));
        Ok(outbox.join(name))
    }
}

impl Desk {
    /// Whether a file would lie among the office's own data, where it could take the place of them. The outbox is for papers
    /// and lists.
    fn is_office_data(&self, file: &Path) -> bool {
        let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
        let real = |folder: &Path| fs::canonicalize(folder).ok();
        let (Some(parent), Some(office)) =
            (real(parent.unwrap_or(Path::new("."))), real(self.folder().path()))
        else {
            return false;
        };
        let outbox = real(&self.folder().outbox());
        parent.starts_with(&office) && !outbox.is_some_and(|outbox| parent.starts_with(outbox))
    }
}

/// The file with the ending of its format, which is added where there is none. Another ending would promise another format,
/// and whoever opens the file would be told that it is damaged.
fn with_ending(place: &Path, ending: &str) -> Result<PathBuf> {
    match place.extension() {
        None => Ok(place.with_extension(ending)),
        Some(there) if there.eq_ignore_ascii_case(ending) => Ok(place.to_owned()),
        Some(_) => {
            let (file, ending) = (place.display().to_string(), ending.to_owned());
            Err(Error::new(Reason::PlaceEnding { file, ending }, ""))
        }
    }
}

/// What the system's answer means for people.
pub(crate) fn failed(place: &Path, error: &io::Error) -> Error {
    let file = place.display().to_string();
    let reason = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Reason::PlaceFull { file },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Reason::PlaceNotWritable { file },
        ErrorKind::NotFound | ErrorKind::NotADirectory => Reason::PlaceMissing { file },
        _ => Reason::PlaceFailed { file },
    };
    Error::new(reason, error.to_string())
}

fn write_through<T>(unfinished: &Path, write: impl FnOnce(&mut File) -> io::Result<T>) -> io::Result<T> {
    let mut file = File::create(unfinished)?;
    let answer = write(&mut file)?;
    file.sync_all()?;
    Ok(answer)
}

/// Makes a folder that only its owner may look into.
pub(crate) fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// A rename lasts once its folder is synced; Windows does that by itself and does not open folders.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
