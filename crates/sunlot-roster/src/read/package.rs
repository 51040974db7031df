//! The parts of a zip, each with an end to how much it may unpack to. Names are looked up, never written anywhere.

use std::io::{self, BufReader, Read, Seek};

use zip::ZipArchive;

use super::part::{Limit, OverLimit, ReadFault};

/// More parts than any workbook has.
const MOST_PARTS: usize = 20_000;
/// What one part may unpack to: a million rows of twelve columns stay below.
const MOST_INFLATED: u64 = 1024 * 1024 * 1024;
/// From this size on, a part that shrinks far more than a list does is a trap.
const SUSPECT: u64 = 64 * 1024 * 1024;
/// Lists shrink to a fifth or a thirtieth.
const MOST_RATIO: u64 = 100;

/// A part that is being unpacked.
pub(super) type PartReader<'z, R> = BufReader<Bounded<zip::read::ZipFile<'z, R>>>;

/// The parts of a zip.
pub(super) struct Package<R> {
    archive: ZipArchive<R>,
}

impl<R: Read + Seek> Package<R> {
    pub(super) fn open(source: R) -> Result<Self, ReadFault> {
        let archive = ZipArchive::new(source).map_err(fault)?;
        if archive.len() > MOST_PARTS {
            return Err(ReadFault::TooLarge(Limit::Inflated));
        }
        Ok(Self { archive })
    }

    /// The real name of a part: some writers differ in case or use backslashes.
    pub(super) fn name_of(&self, wanted: &str) -> Option<String> {
        let wanted = wanted.trim_start_matches('/');
        if self.archive.index_for_name(wanted).is_some() {
            return Some(wanted.to_owned());
        }
        let same = |name: &String| {
            name.replace('\\', "/")
                .trim_start_matches('/')
                .eq_ignore_ascii_case(wanted)
        };
        self.names().find(same)
    }

    fn names(&self) -> impl Iterator<Item = String> {
        self.archive.file_names().flatten().map(|name| name.into_owned())
    }

    /// Whether there is such a part.
    pub(super) fn has(&self, name: &str) -> bool {
        self.name_of(name).is_some()
    }

    /// Begins to unpack a part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<PartReader<'_, R>>, ReadFault> {
        let Some(name) = self.name_of(name) else {
            return Ok(None);
        };
        let file = self.archive.by_name(&name).map_err(fault)?;
        let packed = file.compressed_size().max(1);
        let most = MOST_INFLATED.min(packed.saturating_mul(MOST_RATIO).max(SUSPECT));
        let bounded = Bounded {
            inner: file,
            left: most,
        };
        Ok(Some(BufReader::with_capacity(64 * 1024, bounded)))
    }

    /// A part that must be there.
    pub(super) fn needed(&mut self, name: &str) -> Result<PartReader<'_, R>, ReadFault> {
        self.part(name)?
            .ok_or_else(|| ReadFault::damaged(format!("the part {name} is missing")))
    }

    /// The bytes themselves again.
    pub(super) fn into_source(self) -> R {
        self.archive.into_inner()
    }

    /// Unpacks every part once and keeps nothing: for readers that know no bounds of their own.
    pub(super) fn try_all(&mut self) -> Result<(), ReadFault> {
        let names: Vec<String> = self.names().collect();
        let mut left = MOST_INFLATED / 4;
        for name in names {
            let Some(mut part) = self.part(&name)? else {
                continue;
            };
            let size = io::copy(&mut part, &mut io::sink())?;
            left = left
                .checked_sub(size)
                .ok_or(ReadFault::TooLarge(Limit::Inflated))?;
        }
        Ok(())
    }
}

/// A reader with an end.
pub(super) struct Bounded<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        self.left = self
            .left
            .checked_sub(read as u64)
            .ok_or_else(|| io::Error::from(OverLimit(Limit::Inflated)))?;
        Ok(read)
    }
}

fn fault(error: zip::result::ZipError) -> ReadFault {
    use zip::result::ZipError;
    match error {
        ZipError::Io(error) => match error.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidInput => {
                ReadFault::damaged(error)
            }
            _ => ReadFault::from(error),
        },
        ZipError::UnsupportedArchive(what) if what == ZipError::PASSWORD_REQUIRED => ReadFault::Encrypted,
        other => ReadFault::damaged(other),
    }
}
