//! What stands between the cells of a line.

/// The separators that are met, the likelier first.
const SEPARATORS: [char; 5] = ['\t', ',', ';', '|', '\u{FF0C}'];
/// So many lines tell.
const LINES: usize = 200;

/// How the lines are divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dialect {
    /// None where every line is one cell.
    pub(super) separator: Option<char>,
    /// How many of them a line usually has.
    pub(super) usual: usize,
    /// Whether the first line says it (`sep=;`, as Excel reads it).
    pub(super) declared: bool,
}

/// The separator that the most lines have equally often.
pub(super) fn find(sample: &str) -> Dialect {
    if let Some(separator) = declared(sample) {
        return Dialect {
            separator: Some(separator),
            usual: usual(sample, separator).1,
            declared: true,
        };
    }
    let mut best = (0, 0, None);
    for separator in SEPARATORS {
        let (lines, count) = usual(sample, separator);
        if count > 0 && (lines, count) > (best.0, best.1) {
            best = (lines, count, Some(separator));
        }
    }
    Dialect {
        separator: best.2,
        usual: best.1,
        declared: false,
    }
}

fn declared(sample: &str) -> Option<char> {
    let line = sample.lines().next()?;
    let mut rest = line
        .strip_prefix("sep=")
        .or_else(|| line.strip_prefix("SEP="))?
        .chars();
    let separator = rest.next()?;
    rest.next().is_none().then_some(separator)
}

/// How many lines have this separator as often as most do, and how often that is. What stands in quotes does not count.
fn usual(sample: &str, separator: char) -> (usize, usize) {
    let mut counts: Vec<usize> = Vec::new();
    for line in sample.lines().filter(|line| !line.trim().is_empty()).take(LINES) {
        let mut quoted = false;
        let mut count = 0;
        for c in line.chars() {
            if c == '"' {
                quoted = !quoted;
            } else if c == separator && !quoted {
                count += 1;
            }
        }
        counts.push(count);
    }
    counts.sort_unstable();
    let mut best = (0, 0);
    for group in counts.chunk_by(|a, b| a == b) {
        if group[0] > 0 && group.len() >= best.0 {
            best = (group.len(), group[0]);
        }
    }
    best
}
