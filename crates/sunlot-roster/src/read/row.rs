//! A row while it is put together, and the way of rows to whoever receives them. One buffer holds the texts of a row, so
//! that no cell costs an allocation.

use std::ops::Range;

use super::part::{Area, Cell, Limit, MOST_COLUMNS, Note, Part, ReadFault, Receiver, SheetEnd, SheetHead};

/// More characters than any cell of a real list.
const LONGEST: usize = 1024 * 1024;

#[derive(Clone, Debug)]
enum Slot {
    Empty,
    Text(Range<usize>),
    Number(Range<usize>, Option<Range<usize>>),
    Date(Range<usize>),
    Bool(bool),
    Error(Range<usize>),
    NoValue,
}

/// A row that is being put together.
#[derive(Debug, Default)]
pub(super) struct Row {
    text: String,
    slots: Vec<Slot>,
    beyond: u32,
}

impl Row {
    /// Begins another one.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.slots.clear();
        self.beyond = 0;
    }

    /// Puts a value into a column; the last one holds, as it does in the programs that wrote the file.
    pub(super) fn put(&mut self, column: u32, cell: Cell<'_>) -> Result<(), ReadFault> {
        if cell.is_empty() {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            self.beyond = self.beyond.saturating_add(1);
            return Ok(());
        }
        let slot = match cell {
            Cell::Empty => Slot::Empty,
            Cell::Text(text) => Slot::Text(self.keep(text)?),
            Cell::Number { text, shown } => {
                let text = self.keep(text)?;
                let shown = shown.map(|shown| self.keep(shown)).transpose()?;
                Slot::Number(text, shown)
            }
            Cell::Date(text) => Slot::Date(self.keep(text)?),
            Cell::Bool(yes) => Slot::Bool(yes),
            Cell::Error(text) => Slot::Error(self.keep(text)?),
            Cell::NoValue => Slot::NoValue,
        };
        let column = column as usize;
        if self.slots.len() <= column {
            self.slots.resize(column + 1, Slot::Empty);
        }
        self.slots[column] = slot;
        Ok(())
    }

    fn keep(&mut self, text: &str) -> Result<Range<usize>, ReadFault> {
        if text.len() > LONGEST {
            return Err(ReadFault::TooLarge(Limit::Cell));
        }
        let from = self.text.len();
        self.text.push_str(text);
        Ok(from..self.text.len())
    }

    /// Whether nothing stands in it.
    pub(super) fn is_blank(&self) -> bool {
        self.slots.is_empty()
    }

    fn cells(&self) -> Vec<Cell<'_>> {
        let text = |range: &Range<usize>| &self.text[range.clone()];
        let cell = |slot: &Slot| match slot {
            Slot::Empty => Cell::Empty,
            Slot::Text(range) => Cell::Text(text(range)),
            Slot::Number(range, shown) => Cell::Number {
                text: text(range),
                shown: shown.as_ref().map(text),
            },
            Slot::Date(range) => Cell::Date(text(range)),
            Slot::Bool(yes) => Cell::Bool(*yes),
            Slot::Error(range) => Cell::Error(text(range)),
            Slot::NoValue => Cell::NoValue,
        };
        self.slots.iter().map(cell).collect()
    }
}

/// Whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    On,
    Enough,
}

/// The way of one sheet's rows.
pub(super) struct SheetOut<'o, 'r> {
    receiver: &'o mut Receiver<'r>,
    most: u32,
    sent: u32,
    beyond: Option<(u32, u32)>,
    notes: Vec<Note>,
}

impl<'o, 'r> SheetOut<'o, 'r> {
    /// Begins a sheet.
    pub(super) fn begin(
        receiver: &'o mut Receiver<'r>,
        head: SheetHead,
        rows: Option<u32>,
    ) -> Result<Self, ReadFault> {
        receiver(Part::Sheet(head))?;
        Ok(Self {
            receiver,
            most: rows.unwrap_or(u32::MAX),
            sent: 0,
            beyond: None,
            notes: Vec::new(),
        })
    }

    /// Something to be told at the end.
    pub(super) fn note(&mut self, note: Note) {
        self.notes.push(note);
    }

    /// Hands a row over, unless it is blank. `Enough` comes before the first row that was not asked for.
    pub(super) fn row(&mut self, number: u32, row: &Row) -> Result<Flow, ReadFault> {
        if row.beyond > 0 {
            let (cells, first) = self.beyond.unwrap_or((0, number));
            self.beyond = Some((cells.saturating_add(row.beyond), first));
        }
        if row.is_blank() {
            return Ok(Flow::On);
        }
        self.cells(number, &row.cells())
    }

    /// The same with cells that stand elsewhere, and of which the last is not empty.
    pub(super) fn cells(&mut self, number: u32, cells: &[Cell<'_>]) -> Result<Flow, ReadFault> {
        if self.sent == self.most {
            return Ok(Flow::Enough);
        }
        (self.receiver)(Part::Row { number, cells })?;
        self.sent += 1;
        Ok(Flow::On)
    }

    /// Ends the sheet.
    pub(super) fn end(mut self, flow: Flow) -> Result<(), ReadFault> {
        if let Some((cells, row)) = self.beyond {
            self.notes.push(Note::BeyondColumns { cells, row });
        }
        (self.receiver)(Part::SheetEnd(SheetEnd {
            rows: self.sent,
            complete: flow == Flow::On,
            notes: self.notes,
        }))?;
        Ok(())
    }
}

/// Merged cells of a sheet that gives them cell by cell: an area is worth telling when it is more than one cell.
pub(super) fn add_area(areas: &mut Vec<Area>, area: Area) -> bool {
    if area.top == area.bottom && area.left == area.right {
        return true;
    }
    let room = areas.len() < super::part::MOST_AREAS;
    if room {
        areas.push(area);
    }
    room
}
