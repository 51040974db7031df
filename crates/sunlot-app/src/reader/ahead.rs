//! Reading ahead of whoever listens: the process that reads need not wait while its rows are being looked at, and a pipe
//! holds little.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// So much is read at once, and so many pieces are kept.
const PIECE: usize = 256 * 1024;
const PIECES: usize = 8;

/// What was read ahead.
pub(super) struct Ahead {
    pieces: Receiver<io::Result<Vec<u8>>>,
    piece: Vec<u8>,
    at: usize,
}

impl Ahead {
    /// Reads from here on a thread of its own. That thread ends with what it reads from, or when nobody takes its pieces.
    pub(super) fn of(mut from: impl Read + Send + 'static) -> Self {
        let (give, pieces) = sync_channel(PIECES);
        thread::spawn(move || {
            loop {
                let mut piece = vec![0; PIECE];
                let read = match from.read(&mut piece) {
                    Ok(0) => return,
                    Ok(count) => {
                        piece.truncate(count);
                        Ok(piece)
                    }
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    Err(error) => Err(error),
                };
                let last = read.is_err();
                if give.send(read).is_err() || last {
                    return;
                }
            }
        });
        Self {
            pieces,
            piece: Vec::new(),
            at: 0,
        }
    }
}

impl Read for Ahead {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at == self.piece.len() {
            match self.pieces.recv() {
                Ok(piece) => (self.piece, self.at) = (piece?, 0),
                Err(_) => return Ok(0),
            }
        }
        let rest = &self.piece[self.at..];
        let count = rest.len().min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        self.at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_ahead_is_what_stands_there() {
        let bytes: Vec<u8> = (0..3 * PIECE + 7)
            .map(|place| u8::try_from(place % 251).unwrap_or(0))
            .collect();
        let mut read = Vec::new();
        Ahead::of(io::Cursor::new(bytes.clone()))
            .read_to_end(&mut read)
            .unwrap();
        assert!(read == bytes, "all of it, in its order");
    }

    #[test]
    fn what_goes_wrong_is_said_where_it_goes_wrong() {
        struct Broken(usize);
        impl Read for Broken {
            fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
                self.0 += 1;
                if self.0 > 1 {
                    return Err(io::Error::other("torn"));
                }
                into[..2].copy_from_slice(b"ab");
                Ok(2)
            }
        }
        let mut read = Vec::new();
        let error = Ahead::of(Broken(0)).read_to_end(&mut read).unwrap_err();
        assert_eq!(
            (read.as_slice(), error.to_string().as_str()),
            (b"ab".as_slice(), "torn"),
            "what came before is there"
        );
    }
}
