//! How the characters of a text were written, and the text itself as UTF-8, piece by piece.

use std::io::{self, Read, Seek, SeekFrom};

use encoding_rs::{DecoderResult, GB18030, UTF_8, UTF_16BE, UTF_16LE};
use memchr::memchr;

use super::part::ReadFault;

/// So much is read at a time.
pub(super) const PIECE: usize = 256 * 1024;
/// Where the byte order is guessed from.
const BEGIN: usize = 8 * 1024;
/// A text in which so many sequences fit for one that does not was UTF-8 once, and was damaged.
const FIT_FOR_ONE: usize = 20;

/// How characters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    /// Marked or meant as UTF-8, with bytes that are none.
    Utf8Damaged,
    Utf16Le,
    Utf16Be,
    Gb18030,
}

impl Encoding {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Utf8 | Self::Utf8Damaged => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030",
        }
    }
}

/// What was found at the begin of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) encoding: Encoding,
    /// So many bytes of a mark come before the text.
    pub(super) mark: u64,
}

/// Byte order mark, else UTF-16 by its zeros, else UTF-8 if the whole text is, else GB 18030.
pub(super) fn find(source: &mut (impl Read + Seek)) -> Result<Found, ReadFault> {
    source.seek(SeekFrom::Start(0))?;
    let mut begin = Vec::with_capacity(BEGIN);
    source.take(BEGIN as u64).read_to_end(&mut begin)?;
    if begin.starts_with(&[0xEF, 0xBB, 0xBF]) {
        let encoding = match count(source, 3)? {
            (_, 0) => Encoding::Utf8,
            _ => Encoding::Utf8Damaged,
        };
        return Ok(Found { encoding, mark: 3 });
    }
    for (mark, encoding) in [
        ([0xFF, 0xFE], Encoding::Utf16Le),
        ([0xFE, 0xFF], Encoding::Utf16Be),
    ] {
        if begin.starts_with(&mark) {
            return Ok(Found { encoding, mark: 2 });
        }
    }
    if let Some(encoding) = by_zeros(&begin) {
        return Ok(Found { encoding, mark: 0 });
    }
    let encoding = match count(source, 0)? {
        (_, 0) => Encoding::Utf8,
        (fit, unfit) if fit >= unfit.saturating_mul(FIT_FOR_ONE) => Encoding::Utf8Damaged,
        _ => Encoding::Gb18030,
    };
    Ok(Found { encoding, mark: 0 })
}

/// Separators and ends of lines have a zero byte in UTF-16, on the one side or the other.
fn by_zeros(begin: &[u8]) -> Option<Encoding> {
    memchr(0, begin)?;
    let pairs = || begin.chunks_exact(2);
    let common = |b: u8| matches!(b, b'\t' | b'\n' | b'\r' | b' '..=b'~');
    let little = pairs().filter(|pair| pair[1] == 0 && common(pair[0])).count();
    let big = pairs().filter(|pair| pair[0] == 0 && common(pair[1])).count();
    let both = pairs().filter(|pair| pair[0] == 0 && pair[1] == 0).count();
    if both > 0 {
        return None;
    }
    match little.cmp(&big) {
        std::cmp::Ordering::Greater if big * 10 < little => Some(Encoding::Utf16Le),
        std::cmp::Ordering::Less if little * 10 < big => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// How many sequences of several bytes are UTF-8, and how many places are not, over the whole text.
fn count(source: &mut (impl Read + Seek), from: u64) -> Result<(usize, usize), ReadFault> {
    source.seek(SeekFrom::Start(from))?;
    let mut bytes = vec![0; PIECE];
    let mut kept = 0;
    let (mut fit, mut unfit) = (0, 0);
    loop {
        let read = source.read(&mut bytes[kept..])?;
        let filled = kept + read;
        let mut rest = &bytes[..filled];
        kept = 0;
        while let Err(error) = std::str::from_utf8(rest) {
            let bad = error.valid_up_to();
            match error.error_len() {
                Some(length) => {
                    unfit += 1;
                    fit += leads(&rest[..bad]);
                    rest = &rest[bad + length..];
                }
                None if read > 0 => {
                    kept = rest.len() - bad;
                    break;
                }
                None => {
                    unfit += 1;
                    break;
                }
            }
        }
        fit += leads(rest);
        if read == 0 {
            return Ok((fit, unfit));
        }
        bytes.copy_within(filled - kept..filled, 0);
    }
}

fn leads(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| **b >= 0xC0).count()
}

/// A text as UTF-8.
pub(super) struct Decoded<R> {
    source: R,
    decoder: Option<encoding_rs::Decoder>,
    repair: bool,
    raw: Vec<u8>,
    over: bool,
    /// What `Read` has not handed over yet.
    pending: Vec<u8>,
    taken: usize,
    /// Places that are no character.
    pub(super) undecodable: u32,
    /// Characters that the standard of 2022 has elsewhere.
    pub(super) private: u32,
}

impl<R: Read + Seek> Decoded<R> {
    pub(super) fn new(mut source: R, found: Found) -> Result<Self, ReadFault> {
        source.seek(SeekFrom::Start(found.mark))?;
        let decoder = match found.encoding {
            Encoding::Utf8 => None,
            Encoding::Utf8Damaged => Some(UTF_8.new_decoder_without_bom_handling()),
            Encoding::Utf16Le => Some(UTF_16LE.new_decoder_without_bom_handling()),
            Encoding::Utf16Be => Some(UTF_16BE.new_decoder_without_bom_handling()),
            Encoding::Gb18030 => Some(GB18030.new_decoder_without_bom_handling()),
        };
        Ok(Self {
            source,
            decoder,
            repair: found.encoding == Encoding::Gb18030,
            raw: Vec::new(),
            over: false,
            pending: Vec::new(),
            taken: 0,
            undecodable: 0,
            private: 0,
        })
    }

    /// Adds the next piece; false when there is none.
    pub(super) fn fill(&mut self, out: &mut Vec<u8>) -> io::Result<bool> {
        if self.over {
            return Ok(false);
        }
        let Some(decoder) = &mut self.decoder else {
            let before = out.len();
            out.resize(before + PIECE, 0);
            let read = self.source.read(&mut out[before..])?;
            out.truncate(before + read);
            self.over = read == 0;
            return Ok(read > 0);
        };
        self.raw.resize(PIECE, 0);
        let read = self.source.read(&mut self.raw)?;
        self.over = read == 0;
        let mut rest = &self.raw[..read];
        let from = out.len();
        loop {
            let room = decoder
                .max_utf8_buffer_length_without_replacement(rest.len())
                .unwrap_or(PIECE * 4);
            let before = out.len();
            out.resize(before + room, 0);
            let (result, used, written) =
                decoder.decode_to_utf8_without_replacement(rest, &mut out[before..], self.over);
            out.truncate(before + written);
            rest = &rest[used..];
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => {
                    self.undecodable = self.undecodable.saturating_add(1);
                    out.extend_from_slice("\u{FFFD}".as_bytes());
                }
            }
        }
        if self.repair {
            self.private = self.private.saturating_add(repair(out, from));
        }
        Ok(true)
    }
}

impl<R: Read + Seek> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.pending.len() {
            let mut pending = std::mem::take(&mut self.pending);
            pending.clear();
            self.taken = 0;
            let more = self.fill(&mut pending);
            self.pending = pending;
            if !more? {
                return Ok(0);
            }
        }
        let rest = &self.pending[self.taken..];
        let length = rest.len().min(into.len());
        into[..length].copy_from_slice(&rest[..length]);
        self.taken += length;
        Ok(length)
    }
}

/// Where GB 18030-2022 has characters that stood in the private use area before (those that its table moved, and six that
/// Unicode took up later).
const MOVED: [(char, char); 25] = [
    ('\u{E78D}', '\u{FE10}'),
    ('\u{E78E}', '\u{FE12}'),
    ('\u{E78F}', '\u{FE11}'),
    ('\u{E790}', '\u{FE13}'),
    ('\u{E791}', '\u{FE14}'),
    ('\u{E792}', '\u{FE15}'),
    ('\u{E793}', '\u{FE16}'),
    ('\u{E794}', '\u{FE17}'),
    ('\u{E795}', '\u{FE18}'),
    ('\u{E796}', '\u{FE19}'),
    ('\u{E7C7}', '\u{1E3F}'),
    ('\u{E81E}', '\u{9FB4}'),
    ('\u{E826}', '\u{9FB5}'),
    ('\u{E82B}', '\u{9FB6}'),
    ('\u{E82C}', '\u{9FB7}'),
    ('\u{E832}', '\u{9FB8}'),
    ('\u{E843}', '\u{9FB9}'),
    ('\u{E854}', '\u{9FBA}'),
    ('\u{E864}', '\u{9FBB}'),
    ('\u{E816}', '\u{20087}'),
    ('\u{E817}', '\u{20089}'),
    ('\u{E818}', '\u{200CC}'),
    ('\u{E831}', '\u{215D7}'),
    ('\u{E83B}', '\u{2298F}'),
    ('\u{E855}', '\u{241FE}'),
];

/// Puts them where they belong, and says how many there were. All of them begin with the same byte.
fn repair(text: &mut Vec<u8>, from: usize) -> u32 {
    if memchr(0xEE, &text[from..]).is_none() {
        return 0;
    }
    let Ok(decoded) = std::str::from_utf8(&text[from..]) else {
        return 0;
    };
    let mut count = 0;
    let moved = |c: char| {
        let known = MOVED.iter().find(|(old, _)| *old == c);
        known.map(|(_, new)| *new)
    };
    let repaired: String = decoded
        .chars()
        .map(|c| match moved(c) {
            Some(new) => {
                count += 1;
                new
            }
            None => c,
        })
        .collect();
    if count > 0 {
        text.truncate(from);
        text.extend_from_slice(repaired.as_bytes());
    }
    count
}
