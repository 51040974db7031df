//! Tables whose cells say how far they reach: rows and columns are counted here. Such documents are small, so a table
//! is held until it is whole: what is merged is told before the rows.

use super::part::{Area, Ask, Cell, MOST_COLUMNS, MOST_HIDDEN, Note, ReadFault, Receiver, SheetHead};
use super::row::{Flow, Row, SheetOut, add_area};

/// A cell reaches no further down.
const MOST_DOWN: u32 = 65_535;

/// How far a cell reaches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    pub(super) across: u32,
    pub(super) down: u32,
}

impl Reach {
    /// As it was asked for, within reason.
    pub(super) fn new(across: Option<u32>, down: Option<u32>) -> Self {
        Self {
            across: across.unwrap_or(1).clamp(1, MOST_COLUMNS),
            down: down.unwrap_or(1).clamp(1, MOST_DOWN),
        }
    }
}

/// A table that grows row by row.
#[derive(Debug, Default)]
pub(super) struct Grid {
    rows: Vec<Row>,
    head: SheetHead,
    crowded: bool,
    column: u32,
    /// By column, for how many rows something from above still reaches down.
    covered: Vec<u32>,
    /// By column, the area that the cell above belongs to.
    above: Vec<Option<usize>>,
}

impl Grid {
    /// Whether nothing stands in it.
    pub(super) fn is_blank(&self) -> bool {
        self.rows.iter().all(Row::is_blank)
    }

    fn number(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX)
    }

    /// Begins a row.
    pub(super) fn begin_row(&mut self, hidden: bool) {
        if !self.rows.is_empty() {
            self.covered
                .iter_mut()
                .for_each(|rows| *rows = rows.saturating_sub(1));
        }
        self.rows.push(Row::default());
        self.column = 0;
        if hidden {
            self.head.hidden_row_count += 1;
            if self.head.hidden_rows.len() < MOST_HIDDEN {
                let number = self.number();
                self.head.hidden_rows.push(number);
            }
        }
    }

    /// Leaves out so many columns.
    pub(super) fn leave_out(&mut self, columns: u32) {
        self.column = self.column.saturating_add(columns.min(MOST_COLUMNS));
    }

    /// Adds a cell at the next place that nothing from above covers.
    pub(super) fn cell(&mut self, cell: Cell<'_>, reach: Reach) -> Result<(), ReadFault> {
        if self.rows.is_empty() {
            self.begin_row(false);
        }
        while self
            .covered
            .get(self.column as usize)
            .is_some_and(|rows| *rows > 0)
        {
            self.column += 1;
        }
        let left = self.column;
        let top = self.number();
        if let Some(row) = self.rows.last_mut() {
            row.put(left, cell)?;
        }
        self.column = left.saturating_add(reach.across);
        let right = self.column.min(MOST_COLUMNS).saturating_sub(1);
        if left > right {
            return Ok(());
        }
        self.cover(left, right, reach.down);
        let area = Area {
            top,
            left,
            bottom: top.saturating_add(reach.down - 1),
            right,
        };
        let known = self.head.merges.len();
        self.crowded |= !add_area(&mut self.head.merges, area);
        let added = (self.head.merges.len() > known).then_some(known);
        self.remember(left, right, added);
        Ok(())
    }

    /// Adds a cell that belongs to the one above it.
    pub(super) fn continued(&mut self, reach: Reach) {
        let left = self.column;
        let right = left
            .saturating_add(reach.across)
            .min(MOST_COLUMNS)
            .saturating_sub(1);
        self.column = left.saturating_add(reach.across);
        let bottom = self.number();
        if left > right || bottom < 2 {
            return;
        }
        let above = self.above.get(left as usize).copied().flatten();
        if let Some(area) = above.and_then(|area| self.head.merges.get_mut(area)) {
            area.bottom = bottom;
            return;
        }
        let area = Area {
            top: bottom - 1,
            left,
            bottom,
            right,
        };
        let known = self.head.merges.len();
        self.crowded |= !add_area(&mut self.head.merges, area);
        let added = (self.head.merges.len() > known).then_some(known);
        self.remember(left, right, added);
    }

    fn cover(&mut self, left: u32, right: u32, down: u32) {
        let width = right as usize + 1;
        if down > 1 && self.covered.len() < width {
            self.covered.resize(width, 0);
        }
        for column in left..=right {
            if let Some(rows) = self.covered.get_mut(column as usize) {
                *rows = (*rows).max(down);
            }
        }
    }

    fn remember(&mut self, left: u32, right: u32, area: Option<usize>) {
        let width = right as usize + 1;
        if self.above.len() < width {
            self.above.resize(width, None);
        }
        for column in left..=right {
            self.above[column as usize] = area;
        }
    }

    /// Hands the table over as a sheet.
    pub(super) fn send(
        mut self,
        index: usize,
        name: &str,
        ask: &Ask,
        receiver: &mut Receiver<'_>,
    ) -> Result<(), ReadFault> {
        self.head.index = u32::try_from(index).unwrap_or(u32::MAX);
        name.clone_into(&mut self.head.name);
        let last = self.number();
        for area in &mut self.head.merges {
            area.bottom = area.bottom.min(last);
        }
        let mut out = SheetOut::begin(receiver, self.head, ask.rows)?;
        if self.crowded {
            out.note(Note::TooManyAreas);
        }
        let mut flow = Flow::On;
        for (number, row) in (1..).zip(&self.rows) {
            flow = out.row(number, row)?;
            if flow == Flow::Enough {
                break;
            }
        }
        out.end(flow)
    }
}
