//! Reading a backup: first its lengths, then the digest over every byte of it, then the manifest, and only
//! then its parts, each against its own digest. Nothing is believed before it was compared, and nothing is
//! written but where the list of entries allows it.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use zstd::stream::read::Decoder;

use super::digest::PIECE;
use super::entry::Entry;
use super::flaw::{Flaw, Foreign, at_place, damaged};
use super::header::{Header, Lengths, PREFIX, TRAILER};
use super::manifest::{self, Manifest};
use super::progress::{Phase, Watch, tell};
use super::seal::{Opened, Passphrase};
use super::signature::Signature;
use crate::{Error, Result};

/// What the compression may need of memory: 8 MiB, far more than we write with.
const WINDOW: u32 = 23;

/// Databases shrink to a tenth or so. What claims to grow much more is made to fill a disk.
const MOST_GROWTH: u64 = 256;
const ALWAYS_ALLOWED: u64 = 64 * 1024 * 1024;

/// A backup whose lengths fit.
pub(crate) struct Container {
    path: PathBuf,
    file: File,
    pub(crate) header: Header,
    header_bytes: Vec<u8>,
    body: u64,
    /// The digest at its end, by which the file is known.
    pub(crate) digest: [u8; 32],
    /// How long it is.
    pub(crate) size: u64,
}

impl Container {
    /// Opens a file and reads its clear part.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let io = at_place(path);
        let mut file = File::open(path).map_err(&io)?;
        let found = file.metadata().map_err(&io)?;
        if found.is_dir() {
            return Err(Flaw::Foreign(Foreign::Folder).into());
        }
        let size = found.len();
        let mut head = Vec::new();
        (&file).take(4096).read_to_end(&mut head).map_err(&io)?;
        let lengths = Lengths::read(&head, size)?;
        let mut header_bytes = vec![0; lengths.header as usize];
        file.seek(SeekFrom::Start(PREFIX as u64)).map_err(&io)?;
        file.read_exact(&mut header_bytes).map_err(&io)?;
        let mut digest = [0; 32];
        file.seek(SeekFrom::Start(size - TRAILER)).map_err(&io)?;
        file.read_exact(&mut digest).map_err(&io)?;
        Ok(Self {
            path: path.to_owned(),
            file,
            header: Header::read(&header_bytes)?,
            header_bytes,
            body: lengths.body,
            digest,
            size,
        })
    }

    /// Compares every byte with the digest at the end.
    pub(crate) fn check_digest(&mut self, watch: Watch<'_>) -> Result<()> {
        let io = at_place(&self.path);
        self.file.seek(SeekFrom::Start(0)).map_err(&io)?;
        let covered = self.size - TRAILER;
        let mut left = covered;
        let mut hash = Sha256::new();
        let mut piece = vec![0; PIECE];
        while left > 0 {
            let size = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
            self.file.read_exact(&mut piece[..size]).map_err(&io)?;
            hash.update(&piece[..size]);
            left -= size as u64;
            tell(watch, Phase::Reading, covered - left, covered * 2)?;
        }
        if <[u8; 32]>::from(hash.finalize()) == self.digest {
            Ok(())
        } else {
            Err(damaged("the digest at the end of the file does not fit"))
        }
    }

    /// Opens the body; asks for the passphrase where one is needed.
    pub(crate) fn contents(mut self, passphrase: Option<&Passphrase>) -> Result<Contents> {
        let start = PREFIX as u64 + self.header_bytes.len() as u64;
        self.file
            .seek(SeekFrom::Start(start))
            .map_err(at_place(&self.path))?;
        let sealed = BufReader::with_capacity(PIECE, self.file).take(self.body);
        let body: Box<dyn Read> = match (&self.header.seal, passphrase) {
            (None, _) => Box::new(sealed),
            (Some(_), None) => return Err(Flaw::PassphraseWanted.into()),
            (Some(seal), Some(passphrase)) => Box::new(Opened::new(
                seal,
                passphrase,
                self.header_bytes,
                sealed,
                self.body,
            )?),
        };
        Contents::begin(self.path, &self.header, self.body, body)
    }
}

/// The body of a backup, from its manifest on.
pub(crate) struct Contents {
    path: PathBuf,
    pub(crate) manifest: Manifest,
    pub(crate) manifest_digest: [u8; 32],
    pub(crate) signature: Option<Signature>,
    stream: Decoder<'static, BufReader<Box<dyn Read>>>,
}

/// Where a part goes; `None`: it is only read.
pub(crate) type Place<'a> = &'a mut dyn FnMut(&Entry) -> Result<Option<File>>;

impl Contents {
    fn begin(path: PathBuf, header: &Header, body: u64, sealed: Box<dyn Read>) -> Result<Self> {
        let unreadable = |error| unreadable(&path, &error);
        let mut stream = Decoder::with_buffer(BufReader::with_capacity(PIECE, sealed))
            .map_err(unreadable)?
            .single_frame();
        stream.window_log_max(WINDOW).map_err(unreadable)?;
        let bytes = sized(&mut stream, manifest::LARGEST).map_err(unreadable)?;
        let manifest = Manifest::read(&bytes)?;
        let manifest_digest = manifest::digest(&bytes);
        if (&manifest.made_at, &manifest.office.name) != (&header.made_at, &header.office) {
            return Err(damaged("header and manifest name different backups"));
        }
        if manifest.total() > ALWAYS_ALLOWED.saturating_add(body.saturating_mul(MOST_GROWTH)) {
            return Err(Flaw::TooLarge(format!("{body} bytes claim to hold {}", manifest.total())).into());
        }
        let signature = match sized(&mut stream, 4096).map_err(unreadable)? {
            bytes if bytes.is_empty() => None,
            bytes => Some(Signature::read(&bytes, &manifest_digest)?),
        };
        Ok(Self {
            path,
            manifest,
            manifest_digest,
            signature,
            stream,
        })
    }

    /// Takes every part out, each to where `place` puts it, and sees that nothing is left over.
    pub(crate) fn unpack(&mut self, place: Place<'_>, watch: Watch<'_>) -> Result<()> {
        let total = self.manifest.total();
        let mut done = 0;
        let mut piece = vec![0; PIECE];
        let manifest = self.manifest.clone();
        for (entry, part) in manifest.entries()? {
            let mut file = place(&entry)?;
            let mut hash = Sha256::new();
            let mut left = part.size;
            while left > 0 {
                let size = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
                self.stream
                    .read_exact(&mut piece[..size])
                    .map_err(|error| unreadable(&self.path, &error))?;
                hash.update(&piece[..size]);
                if let Some(file) = &mut file {
                    file.write_all(&piece[..size])
                        .map_err(|e| Error::io(entry.place(), e))?;
                }
                left -= size as u64;
                done += size as u64;
                tell(watch, Phase::Reading, total + done, total * 2)?;
            }
            if hex::encode(hash.finalize()) != part.sha256 {
                return Err(damaged(format!("{} is not what the manifest says", part.name)));
            }
            if let Some(file) = file {
                file.sync_all().map_err(|e| Error::io(entry.place(), e))?;
            }
        }
        self.ends()
    }

    /// Nothing may come after the last part: neither in the compressed stream nor behind it.
    fn ends(&mut self) -> Result<()> {
        let unreadable = |error: io::Error| unreadable(&self.path, &error);
        let more = self.stream.read(&mut [0; 1]).map_err(unreadable)?;
        let behind = self.stream.get_mut().fill_buf().map_err(unreadable)?.len();
        if more == 0 && behind == 0 {
            Ok(())
        } else {
            Err(damaged("something stands behind the last part"))
        }
    }
}

/// A piece with its length in front.
fn sized(stream: &mut impl Read, largest: u32) -> io::Result<Vec<u8>> {
    let mut length = [0; 4];
    stream.read_exact(&mut length)?;
    let length = u32::from_be_bytes(length);
    if length > largest {
        return Err(io::Error::other("a length beyond all bounds"));
    }
    let mut bytes = Vec::new();
    let read = stream.take(u64::from(length)).read_to_end(&mut bytes)?;
    if read == length as usize {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

/// What the system says is the disk's fault; all else is the file's.
fn unreadable(path: &Path, error: &io::Error) -> Error {
    match error.raw_os_error() {
        Some(code) => at_place(path)(io::Error::from_raw_os_error(code)),
        None => damaged(error.to_string()),
    }
}
