//! The process that reads: a hidden verb of this program. Its input is open already, its output is a pipe, and it needs
//! nothing else of the world.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Cursor, Read, Seek};
use std::process::ExitCode;

use sunlot_roster::read::wire::Sender;
use sunlot_roster::read::{Ask, Limit, Part, ReadFault, Source, read};

use super::VERB;
use super::confine;

/// More than anybody pastes.
const MOST_PASTED: u64 = 64 * 1024 * 1024;
/// A whole second more is given for so many rows.
const ROWS_A_SECOND: u64 = 20_000;

/// What the verb is told.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    ask: Ask,
    /// Something that must fail, for the tests of the limits.
    attempt: Option<String>,
}

/// If the program was started as the process that reads, this is all that it does. Comes before anything else in `main`.
pub fn read_table_if_asked() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next()? != VERB {
        return None;
    }
    let served = serve(&told(arguments));
    Some(match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody may be left to read it.
            let _ = io::Write::write_all(&mut io::stderr(), format!("{error}\n").as_bytes());
            ExitCode::from(2)
        }
    })
}

fn told(mut arguments: impl Iterator<Item = OsString>) -> Told {
    let mut told = Told::default();
    while let (Some(name), Some(value)) = (arguments.next(), arguments.next()) {
        let value = value.to_string_lossy();
        match name.to_str() {
            Some("--sheet") => told.ask.sheet = value.parse().ok(),
            Some("--rows") => told.ask.rows = value.parse().ok(),
            Some("--attempt") => told.attempt = Some(value.into_owned()),
            _ => {}
        }
    }
    told
}

fn serve(told: &Told) -> io::Result<()> {
    // Taken before the limits come: afterwards there are no new handles.
    let input = handle_of(&io::stdin())?;
    let output = handle_of(&io::stdout())?;
    confine::confine()?;
    if let Some(attempt) = &told.attempt {
        return confine::attempt(attempt);
    }
    let mut sender = Sender::begin(BufWriter::with_capacity(256 * 1024, output))?;
    let mut rows = 0_u64;
    let ended = source(input).and_then(|mut source| {
        read(source.as_mut(), &told.ask, &mut |part| {
            if matches!(part, Part::Row { .. }) {
                rows += 1;
                if rows.is_multiple_of(ROWS_A_SECOND) {
                    confine::give_a_second();
                }
            }
            sender.part(&part)
        })
    });
    sender.end(ended)
}

/// A file can be gone through twice; what comes through a pipe is kept.
fn source(mut input: File) -> Result<Box<dyn Source>, ReadFault> {
    if input.metadata()?.is_file() {
        input.rewind()?;
        return Ok(Box::new(BufReader::new(input)));
    }
    let mut bytes = Vec::new();
    input.take(MOST_PASTED + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_PASTED {
        return Err(ReadFault::TooLarge(Limit::File));
    }
    Ok(Box::new(Cursor::new(bytes)))
}

#[cfg(unix)]
fn handle_of(stream: &impl std::os::fd::AsFd) -> io::Result<File> {
    stream.as_fd().try_clone_to_owned().map(File::from)
}

#[cfg(windows)]
fn handle_of(stream: &impl std::os::windows::io::AsHandle) -> io::Result<File> {
    stream.as_handle().try_clone_to_owned().map(File::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verb_understands_what_it_is_asked() {
        let arguments = ["--sheet", "2", "--rows", "60"].map(OsString::from);
        let expected = Ask {
            sheet: Some(2),
            rows: Some(60),
        };
        assert_eq!(
            told(arguments.into_iter()).ask,
            expected,
            "a sheet and so many rows"
        );
        assert_eq!(
            told(std::iter::empty()),
            Told::default(),
            "without arguments everything"
        );
    }
}
