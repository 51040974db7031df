//! One record after the other. A quote opens a cell only where the cell begins, and only if it is closed soon and
//! properly; otherwise it is a character like others, so that one stray quote cannot swallow the lines behind it.

use memchr::{memchr, memchr_iter, memchr2, memchr3, memmem};

/// A quoted cell of more lines than this was not meant as one cell.
const MOST_LINES: usize = 200;
/// Nor one that is longer than what Excel lets stand in a cell (32,767 characters).
const LONGEST: usize = 128 * 1024;

/// Where a cell stands in its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Whether quotes in it are written twice.
    pub(super) doubled: bool,
}

/// What was found at the begin of the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A record with its end of line, and whether a quote was taken as a character.
    Record { length: usize, literal: bool },
    /// No record ends here.
    More,
}

/// How a cell ended.
enum End {
    /// At this place, and the next cell begins at that one.
    Cell(usize, usize),
    /// At this place, and the next record begins at that one.
    Line(usize, usize),
    /// Not here.
    More,
}

/// What a quote at the begin of a cell is.
enum Quote {
    /// The begin of a quoted cell: how long it is inside, and whether it has quotes written twice.
    Closed(usize, bool),
    /// A character.
    Stray,
    More,
}

/// Divides bytes into records.
#[derive(Debug)]
pub(super) struct Records {
    separator: Vec<u8>,
    usual: usize,
}

impl Records {
    pub(super) fn new(separator: Option<char>, usual: usize) -> Self {
        let separator = separator.map(|c| c.to_string().into_bytes()).unwrap_or_default();
        Self { separator, usual }
    }

    /// The next record of bytes that are the rest of a text when `over`.
    pub(super) fn next(&self, bytes: &[u8], over: bool, fields: &mut Vec<Field>) -> Step {
        fields.clear();
        if bytes.is_empty() {
            return Step::More;
        }
        let mut literal = false;
        let mut at = 0;
        loop {
            let mut field = None;
            let mut from = at;
            if bytes.get(at) == Some(&b'"') {
                match self.quote(&bytes[at + 1..], over) {
                    Quote::Closed(length, doubled) => {
                        let inside = Field {
                            from: at + 1,
                            to: at + 1 + length,
                            doubled,
                        };
                        from = inside.to + 1;
                        field = Some(inside);
                    }
                    Quote::Stray => literal = true,
                    Quote::More => return Step::More,
                }
            }
            let (end, next, last) = match self.end(bytes, from, over) {
                End::Cell(end, next) => (end, next, false),
                End::Line(end, next) => (end, next, true),
                End::More => return Step::More,
            };
            fields.push(field.unwrap_or(Field {
                from: at,
                to: end,
                doubled: false,
            }));
            at = next;
            if last {
                return Step::Record {
                    length: next,
                    literal,
                };
            }
        }
    }

    /// Where the cell ends that goes on from here without quotes.
    fn end(&self, bytes: &[u8], from: usize, over: bool) -> End {
        let mut at = from;
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let found = match self.separator.first() {
                Some(first) => memchr3(*first, b'\n', b'\r', rest),
                None => memchr2(b'\n', b'\r', rest),
            };
            let Some(found) = found else {
                return if over {
                    End::Line(bytes.len(), bytes.len())
                } else {
                    End::More
                };
            };
            let here = at + found;
            match bytes[here] {
                b'\n' => return End::Line(here, here + 1),
                b'\r' => {
                    return match bytes.get(here + 1) {
                        Some(b'\n') => End::Line(here, here + 2),
                        Some(_) => End::Line(here, here + 1),
                        None if over => End::Line(here, here + 1),
                        None => End::More,
                    };
                }
                _ if bytes[here..].starts_with(&self.separator) => {
                    return End::Cell(here, here + self.separator.len());
                }
                _ => at = here + 1,
            }
        }
    }

    /// What the quote before these bytes is.
    fn quote(&self, rest: &[u8], over: bool) -> Quote {
        let mut at = 0;
        let mut doubled = false;
        loop {
            let Some(found) = memchr(b'"', &rest[at..]) else {
                return if over || rest.len() > LONGEST {
                    Quote::Stray
                } else {
                    Quote::More
                };
            };
            let here = at + found;
            match rest.get(here + 1) {
                Some(b'"') => {
                    doubled = true;
                    at = here + 2;
                }
                None if !over => return Quote::More,
                _ => {
                    let proper = self.ends_cell(&rest[here + 1..]) && !self.swallows(&rest[..here]);
                    return if proper {
                        Quote::Closed(here, doubled)
                    } else {
                        Quote::Stray
                    };
                }
            }
        }
    }

    /// Whether what follows a closing quote may follow it.
    fn ends_cell(&self, after: &[u8]) -> bool {
        let blanks = after.iter().take_while(|b| **b == b' ').count();
        let after = &after[blanks..];
        match after.first() {
            None | Some(b'\n' | b'\r') => true,
            Some(_) => !self.separator.is_empty() && after.starts_with(&self.separator),
        }
    }

    /// Whether a quoted cell looks like whole records: several lines with as many separators as a record has.
    fn swallows(&self, inside: &[u8]) -> bool {
        let lines = memchr_iter(b'\n', inside)
            .count()
            .max(memchr_iter(b'\r', inside).count());
        if lines == 0 {
            return inside.len() > LONGEST;
        }
        let separators = || memmem::find_iter(inside, &self.separator).count();
        lines > MOST_LINES
            || inside.len() > LONGEST
            || self.usual > 0 && !self.separator.is_empty() && separators() >= self.usual
    }
}
