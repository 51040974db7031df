//! What events concern, as a list that can be searched: a cache of the payloads, compared with them whenever the
//! trail is verified. Writing it belongs to `trail`, searching it to `filter`.

use rusqlite::{Connection, Rows, Statement};

use crate::Result;
use crate::trail::Event;

/// Walks through the list in the order of the events.
pub(crate) struct Objects<'s> {
    rows: Rows<'s>,
    pending: Option<(i64, String, String)>,
}

impl<'s> Objects<'s> {
    /// What belongs to the events after `seq`.
    pub(crate) fn statement(connection: &Connection, seq: i64) -> Result<Statement<'_>> {
        Ok(connection.prepare(&format!(
            "SELECT seq, kind, id FROM audit_object WHERE seq > {seq} ORDER BY seq, kind, id"
        ))?)
    }

    pub(crate) fn new(statement: &'s mut Statement<'_>) -> Result<Self> {
        let mut objects = Self {
            rows: statement.query([])?,
            pending: None,
        };
        objects.advance()?;
        Ok(objects)
    }

    /// Whether the list says of this event what its payload says. Entries of no event count against the next.
    pub(crate) fn fit(&mut self, event: &Event) -> Result<bool> {
        let mut listed = Vec::new();
        let mut stray = false;
        while let Some((seq, kind, id)) = self.pending.take_if(|(seq, ..)| *seq <= event.seq) {
            stray |= seq < event.seq;
            listed.push((kind, id));
            self.advance()?;
        }
        Ok(!stray && listed == event.objects())
    }

    /// The numbers of events that are listed and do not exist.
    pub(crate) fn rest(&mut self) -> Result<Vec<i64>> {
        let mut left = Vec::new();
        while let Some((seq, ..)) = self.pending.take() {
            left.push(seq);
            self.advance()?;
        }
        left.dedup();
        Ok(left)
    }

    fn advance(&mut self) -> Result<()> {
        self.pending = match self.rows.next()? {
            Some(row) => Some((row.get(0)?, row.get(1)?, row.get(2)?)),
            None => None,
        };
        Ok(())
    }
}
