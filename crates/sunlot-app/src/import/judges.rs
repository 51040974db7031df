//! Several judges at work: rows are handed out in batches, and the judgements come back in the order of the rows. What is
//! judged does not depend on how many judges there are.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::compare::Judged;
use super::judge::Judge;
use super::register::Register;
use crate::reader::Cell;
use crate::{Error, Reason, Result};

/// So many rows are handed out at once.
const BATCH: usize = 512;

/// So many batches wait for a judge.
const WAITING: usize = 4;

/// The most judges: more would wait for the rows.
const MOST: usize = 4;

/// How many judges this computer can employ.
pub(super) fn count() -> usize {
    thread::available_parallelism().map_or(1, usize::from).min(MOST)
}

/// Rows on their way to a judge, with their texts in one.
#[derive(Default)]
struct Batch {
    rows: Vec<Waiting>,
    cells: Vec<Kept>,
    text: String,
}

/// A row: its number, where its cells end, and whether it is left out because the file hides it.
struct Waiting {
    number: u32,
    end: usize,
    hidden: bool,
}

/// A cell; a text is told by where it ends.
#[derive(Clone, Copy)]
enum Kept {
    Empty,
    Text(usize),
    Number(usize),
    NumberShown(usize, usize),
    Date(usize),
    Bool(bool),
    Error(usize),
    NoValue,
}

impl Batch {
    fn take(&mut self, number: u32, cells: &[Cell<'_>], hidden: bool) {
        for cell in cells {
            let kept = match *cell {
                Cell::Empty => Kept::Empty,
                Cell::Text(text) => Kept::Text(self.keep(text)),
                Cell::Number { text, shown: None } => Kept::Number(self.keep(text)),
                Cell::Number {
                    text,
                    shown: Some(shown),
                } => Kept::NumberShown(self.keep(text), self.keep(shown)),
                Cell::Date(text) => Kept::Date(self.keep(text)),
                Cell::Bool(yes) => Kept::Bool(yes),
                Cell::Error(text) => Kept::Error(self.keep(text)),
                Cell::NoValue => Kept::NoValue,
            };
            self.cells.push(kept);
        }
        self.rows.push(Waiting {
            number,
            end: self.cells.len(),
            hidden,
        });
    }

    fn keep(&mut self, text: &str) -> usize {
        self.text.push_str(text);
        self.text.len()
    }

    /// Row after row as it came.
    fn each(&self, mut row: impl FnMut(u32, &[Cell<'_>], bool)) {
        let (mut at, mut from) = (0, 0);
        let mut cells = Vec::new();
        for waiting in &self.rows {
            cells.clear();
            for kept in self.cells.get(from..waiting.end).unwrap_or_default() {
                cells.push(self.cell(*kept, &mut at));
            }
            row(waiting.number, &cells, waiting.hidden);
            from = waiting.end;
        }
    }

    fn cell(&self, kept: Kept, at: &mut usize) -> Cell<'_> {
        let mut text = |end: usize| {
            let from = std::mem::replace(at, end);
            self.text.get(from..end).unwrap_or_default()
        };
        match kept {
            Kept::Empty => Cell::Empty,
            Kept::Text(end) => Cell::Text(text(end)),
            Kept::Number(end) => Cell::Number {
                text: text(end),
                shown: None,
            },
            Kept::NumberShown(end, shown) => Cell::Number {
                text: text(end),
                shown: Some(text(shown)),
            },
            Kept::Date(end) => Cell::Date(text(end)),
            Kept::Bool(yes) => Cell::Bool(yes),
            Kept::Error(end) => Cell::Error(text(end)),
            Kept::NoValue => Cell::NoValue,
        }
    }
}

/// Whoever hands out rows.
pub(super) struct Bench {
    batch: Batch,
    judges: Vec<SyncSender<Batch>>,
    next: usize,
    /// How many rows were handed out.
    pub rows: usize,
}

impl Bench {
    /// Hands out a row; `hidden`: it is left out because the file hides it.
    pub(super) fn row(&mut self, number: u32, cells: &[Cell<'_>], hidden: bool) -> Result<()> {
        self.batch.take(number, cells, hidden);
        self.rows += 1;
        if self.batch.rows.len() >= BATCH {
            self.hand_out()?;
        }
        Ok(())
    }

    /// To one judge after the other, so that their judgements can be put in order again.
    fn hand_out(&mut self) -> Result<()> {
        let batch = std::mem::take(&mut self.batch);
        let judge = self.judges.get(self.next % self.judges.len().max(1));
        self.next += 1;
        match judge.map(|judge| judge.send(batch)) {
            Some(Ok(())) => Ok(()),
            _ => Err(gone()),
        }
    }
}

/// What rows were judged to be, and the judges with what they remember.
pub(super) type Judgement<R> = (Vec<Judged<R>>, Vec<Judge<R>>);

/// A judge and what it made of its batches, one after the other.
type Work<R> = (Judge<R>, Vec<Vec<Judged<R>>>);

/// Lets judges judge the rows that `read` hands out.
pub(super) fn judge<R: Register>(
    judges: Vec<Judge<R>>,
    read: impl FnOnce(&mut Bench) -> Result<()>,
) -> Result<Judgement<R>> {
    thread::scope(|scope| {
        let mut bench = Bench {
            batch: Batch::default(),
            judges: Vec::new(),
            next: 0,
            rows: 0,
        };
        let mut working = Vec::new();
        for judge in judges {
            let (give, batches) = sync_channel(WAITING);
            bench.judges.push(give);
            working.push(scope.spawn(move || work(judge, &batches)));
        }
        read(&mut bench)?;
        bench.hand_out()?;
        let rows = bench.rows;
        drop(bench);
        let mut done = Vec::new();
        for judge in working {
            done.push(judge.join().map_err(|_| gone())?);
        }
        Ok(in_order(done, rows))
    })
}

fn work<R: Register>(mut judge: Judge<R>, batches: &Receiver<Batch>) -> Work<R> {
    let mut judged = Vec::new();
    for batch in batches {
        let mut rows = Vec::with_capacity(batch.rows.len());
        batch.each(|number, cells, hidden| rows.extend(judge.read(number, cells, hidden).map(Judged::new)));
        judged.push(rows);
    }
    (judge, judged)
}

fn in_order<R: Register>(done: Vec<Work<R>>, count: usize) -> Judgement<R> {
    let mut rows = Vec::with_capacity(count);
    let (mut judges, mut batches) = (Vec::new(), Vec::new());
    for (judge, judged) in done {
        judges.push(judge);
        batches.push(judged.into_iter());
    }
    // Each judge in turn, as the batches were handed out; the first who has none left had the last of them before.
    'all: loop {
        for judged in &mut batches {
            match judged.next() {
                Some(batch) => rows.extend(batch),
                None => break 'all,
            }
        }
    }
    (rows, judges)
}

fn gone() -> Error {
    Error::new(Reason::Internal, "a thread that judges rows is gone")
}
