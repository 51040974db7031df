//! Writing a backup into one file: clear header, then manifest, signature and parts as one compressed and
//! perhaps sealed stream, then the digest over all of it.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use zstd::stream::write::Encoder;

use super::digest::{PIECE, digest_of};
use super::flaw::{Flaw, at_place};
use super::header::{Header, Lengths, PREFIX};
use super::manifest::{self, Manifest};
use super::progress::{Phase, Watch, tell};
use super::seal::{Passphrase, Sealing};
use super::signature::{Signer, message};
use crate::{Error, Result};

/// Fast, and close to what more effort would give.
const LEVEL: i32 = 3;

/// Where the bytes of a part come from.
pub(crate) struct Source {
    pub(crate) file: PathBuf,
}

/// Everything that goes into one file.
pub(crate) struct Bundle<'a> {
    pub(crate) header: Header,
    pub(crate) manifest: &'a Manifest,
    /// One for each part, in the manifest's order.
    pub(crate) sources: &'a [Source],
    pub(crate) passphrase: Option<&'a Passphrase>,
    pub(crate) sign: Option<Signer<'a>>,
}

/// Where the body goes: as it is, or sealed.
enum Body<'f> {
    Clear(BufWriter<&'f File>),
    Sealed(Box<Sealing<BufWriter<&'f File>>>),
}

impl Write for Body<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Clear(out) => out.write(bytes),
            Self::Sealed(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Clear(out) => out.flush(),
            Self::Sealed(out) => out.flush(),
        }
    }
}

impl Body<'_> {
    fn finish(self) -> io::Result<()> {
        match self {
            Self::Clear(mut out) => out.flush(),
            Self::Sealed(out) => out.finish()?.flush(),
        }
    }
}

/// Writes the bundle into an empty file and makes it durable.
pub(crate) fn write(bundle: &Bundle<'_>, file: &mut File, folder: &Path, watch: Watch<'_>) -> Result<()> {
    let io = at_place(folder);
    let header = bundle.header.bytes()?;
    let length =
        u32::try_from(header.len()).map_err(|_| Error::NotCanonical("header too long".to_owned()))?;
    let unknown = Lengths {
        header: length,
        body: 0,
    };
    file.write_all(&unknown.bytes()).map_err(&io)?;
    file.write_all(&header).map_err(&io)?;
    write_body(bundle, &header, file, folder, watch)?;
    let end = file.stream_position().map_err(&io)?;
    let lengths = Lengths {
        header: length,
        body: end - PREFIX as u64 - header.len() as u64,
    };
    file.seek(SeekFrom::Start(0)).map_err(&io)?;
    file.write_all(&lengths.bytes()).map_err(&io)?;
    file.seek(SeekFrom::Start(0)).map_err(&io)?;
    let (digest, _) = digest_of(&*file).map_err(&io)?;
    file.write_all(&digest).map_err(&io)?;
    file.sync_all().map_err(&io)
}

fn write_body(
    bundle: &Bundle<'_>,
    header: &[u8],
    file: &File,
    folder: &Path,
    watch: Watch<'_>,
) -> Result<()> {
    let io = at_place(folder);
    let out = BufWriter::with_capacity(PIECE, file);
    let body = match (&bundle.header.seal, bundle.passphrase) {
        (Some(seal), Some(passphrase)) => {
            Body::Sealed(Box::new(Sealing::new(seal, passphrase, header.to_vec(), out)?))
        }
        _ => Body::Clear(out),
    };
    let mut stream = Encoder::new(body, LEVEL).map_err(&io)?;
    let manifest = bundle.manifest.bytes()?;
    let digest = manifest::digest(&manifest);
    let signature = match bundle.sign.and_then(|sign| sign(&message(&digest))) {
        Some(signature) if signature.holds(&digest) => signature.bytes()?,
        Some(_) => {
            return Err(Error::NotCanonical(
                "the signer's own signature does not hold".to_owned(),
            ));
        }
        None => Vec::new(),
    };
    for piece in [&manifest, &signature] {
        let length = u32::try_from(piece.len()).map_err(|_| Flaw::TooLarge("manifest".to_owned()))?;
        stream.write_all(&length.to_be_bytes()).map_err(&io)?;
        stream.write_all(piece).map_err(&io)?;
    }
    let mut done = 0;
    for (part, source) in bundle.manifest.parts.iter().zip(bundle.sources) {
        let mut hash = Sha256::new();
        let mut from = File::open(&source.file).map_err(|e| Error::io(&source.file, e))?;
        let mut piece = vec![0; PIECE];
        let mut size = 0;
        loop {
            let read = from.read(&mut piece).map_err(|e| Error::io(&source.file, e))?;
            if read == 0 {
                break;
            }
            hash.update(&piece[..read]);
            stream.write_all(&piece[..read]).map_err(&io)?;
            size += read as u64;
            done += read as u64;
            tell(watch, Phase::Writing, done, bundle.manifest.total())?;
        }
        if size != part.size || hex::encode(hash.finalize()) != part.sha256 {
            return Err(Flaw::AttachmentDamaged(part.name.clone()).into());
        }
    }
    stream.finish().and_then(Body::finish).map_err(&io)
}
