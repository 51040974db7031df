//! Opening a file that somebody chose, so that the process that reads needs no right to open anything.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;

use super::fault::{ReaderFault, SourceName};
use crate::Error;

/// What Windows says when another program keeps a file, or a part of it, to itself.
const HELD: [i32; 2] = [32, 33];

/// Opens it for reading.
pub(super) fn open(path: &Path, source: SourceName) -> Result<File, Error> {
    // A pipe would keep whoever opens it waiting, so it is looked at first.
    let kind = fs::metadata(path).map_err(|error| refused(&error, source.clone()))?;
    if !kind.is_file() {
        return Err(Error::new(
            ReaderFault::TableNoFile { source },
            path.display().to_string(),
        ));
    }
    if kind.len() == 0 {
        return Err(Error::new(ReaderFault::TableEmpty { source }, "0 bytes"));
    }
    File::open(path).map_err(|error| refused(&error, source))
}

fn refused(error: &io::Error, source: SourceName) -> Error {
    let held = cfg!(windows) && error.raw_os_error().is_some_and(|code| HELD.contains(&code));
    let fault = match error.kind() {
        _ if held => ReaderFault::TableHeld { source },
        ErrorKind::NotFound => ReaderFault::TableMissing { source },
        ErrorKind::PermissionDenied => ReaderFault::TableNotPermitted { source },
        _ => ReaderFault::TableUnread { source },
    };
    Error::new(fault, error.to_string())
}
