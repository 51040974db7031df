//! The tables whose rows the trail vouches for, and the digest of what one event wrote into one, read back from the table.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, Rows, Statement};

use crate::Result;
use crate::row_bytes::{self, RowDigest, RowsDigest};

/// A table whose rows belong to events.
pub(crate) struct Journalled {
    /// The table.
    pub name: &'static str,
    /// The columns of its key: the order in which rows enter a digest.
    key: &'static [&'static str],
}

/// Every table with an `event` column. A test compares this with the schema.
pub(crate) const JOURNALLED: &[Journalled] = &[
    Journalled {
        name: "office_profile",
        key: &["id", "version"],
    },
    Journalled {
        name: "office_channel",
        key: &["id", "version"],
    },
    Journalled {
        name: "account",
        key: &["id", "version"],
    },
    Journalled {
        name: "account_password",
        key: &["id", "version"],
    },
    Journalled {
        name: "account_attempt",
        key: &["id", "version"],
    },
    Journalled {
        name: "account_recovery",
        key: &["id", "version"],
    },
    Journalled {
        name: "station_key",
        key: &["id", "version"],
    },
    Journalled {
        name: "station_statement",
        key: &["id", "version"],
    },
    Journalled {
        name: "office_epoch",
        key: &["id", "version"],
    },
    Journalled {
        name: "backup_setting",
        key: &["id", "version"],
    },
    Journalled {
        name: "backup_made",
        key: &["id", "version"],
    },
    Journalled {
        name: "personal_note",
        key: &["id", "version"],
    },
    Journalled {
        name: "idle_setting",
        key: &["id", "version"],
    },
    Journalled {
        name: "target",
        key: &["id", "version"],
    },
    Journalled {
        name: "target_flag",
        key: &["id", "version"],
    },
    Journalled {
        name: "visit",
        key: &["id", "version"],
    },
    Journalled {
        name: "risk_grading",
        key: &["id", "version"],
    },
    Journalled {
        name: "credit_inquiry",
        key: &["id", "version"],
    },
    Journalled {
        name: "roster_import",
        key: &["id", "version"],
    },
    Journalled {
        name: "inspector",
        key: &["id", "version"],
    },
    Journalled {
        name: "inspector_conflict",
        key: &["id", "version"],
    },
    Journalled {
        name: "rotation_setting",
        key: &["id", "version"],
    },
    Journalled {
        name: "item",
        key: &["id", "version"],
    },
    Journalled {
        name: "catalog",
        key: &["id", "version"],
    },
    Journalled {
        name: "catalog_entry",
        key: &["id", "version"],
    },
    Journalled {
        name: "rule_profile",
        key: &["id", "version"],
    },
    Journalled {
        name: "plan",
        key: &["id", "version"],
    },
    Journalled {
        name: "task",
        key: &["id", "version"],
    },
    Journalled {
        name: "pool_exclusion",
        key: &["id", "version"],
    },
    Journalled {
        name: "pool_notice",
        key: &["id", "version"],
    },
    Journalled {
        name: "pool_salt",
        key: &["id", "version"],
    },
    Journalled {
        name: "outside_draw",
        key: &["id", "version"],
    },
    Journalled {
        name: "outside_row",
        key: &["id", "version"],
    },
    Journalled {
        name: "crew_loan",
        key: &["id", "version"],
    },
    Journalled {
        name: "recusal_request",
        key: &["id", "version"],
    },
    Journalled {
        name: "ceremony",
        key: &["id", "version"],
    },
    Journalled {
        name: "draw_seal",
        key: &["id", "version"],
    },
    Journalled {
        name: "draw_record",
        key: &["id", "version"],
    },
    Journalled {
        name: "draw_amendment",
        key: &["id", "version"],
    },
    Journalled {
        name: "draw_signature",
        key: &["id", "version"],
    },
];

impl Journalled {
    /// The digest of what event `seq` wrote.
    pub(crate) fn digest_of(&self, connection: &Connection, seq: i64) -> Result<RowDigest> {
        let mut statement = connection.prepare_cached(&format!(
            "SELECT * FROM {} WHERE event = ?1 ORDER BY {}",
            self.name,
            self.order()
        ))?;
        let columns = Columns::of(&statement, self)?;
        let mut rows = statement.query([seq])?;
        let mut digest = RowsDigest::of(self.name);
        let mut bytes = Vec::new();
        while let Some(row) = rows.next()? {
            columns.write(row, &mut bytes)?;
            digest.add(&bytes);
        }
        Ok(digest.finish())
    }

    /// All rows of the events after `seq`, event after event.
    pub(crate) fn statement<'c>(&self, connection: &'c Connection, seq: i64) -> Result<Statement<'c>> {
        // A number of our own, so that the statement has nothing to bind.
        Ok(connection.prepare(&format!(
            "SELECT * FROM {} WHERE event > {seq} ORDER BY event, {}",
            self.name,
            self.order()
        ))?)
    }

    /// How many rows event `seq` wrote.
    pub(crate) fn count_of(&self, connection: &Connection, seq: i64) -> Result<u64> {
        let mut statement =
            connection.prepare_cached(&format!("SELECT count(*) FROM {} WHERE event = ?1", self.name))?;
        Ok(statement.query_row([seq], |row| row.get(0))?)
    }

    fn order(&self) -> String {
        self.key.join(", ")
    }
}

/// Walks through a whole table, one event's rows at a time.
pub(crate) struct Cursor<'s> {
    table: &'static Journalled,
    columns: Columns,
    rows: Rows<'s>,
    pending: Option<Pending>,
}

struct Pending {
    event: i64,
    key: String,
    bytes: Vec<u8>,
}

impl<'s> Cursor<'s> {
    pub(crate) fn new(table: &'static Journalled, statement: &'s mut Statement<'_>) -> Result<Self> {
        let columns = Columns::of(statement, table)?;
        let mut cursor = Self {
            table,
            columns,
            rows: statement.query([])?,
            pending: None,
        };
        cursor.advance()?;
        Ok(cursor)
    }

    /// The digest of the rows of event `seq`, and the keys of rows before it that belong to no event.
    pub(crate) fn take(&mut self, seq: i64) -> Result<(RowDigest, Vec<String>)> {
        let mut stray = Vec::new();
        let mut digest = RowsDigest::of(self.table.name);
        while let Some(row) = self.pending.take_if(|row| row.event <= seq) {
            if row.event == seq {
                digest.add(&row.bytes);
            } else {
                stray.push(row.key);
            }
            self.advance()?;
        }
        Ok((digest.finish(), stray))
    }

    /// The keys of all rows that are left.
    pub(crate) fn rest(&mut self) -> Result<Vec<String>> {
        let mut stray = Vec::new();
        while let Some(row) = self.pending.take() {
            stray.push(row.key);
            self.advance()?;
        }
        Ok(stray)
    }

    fn advance(&mut self) -> Result<()> {
        self.pending = match self.rows.next()? {
            Some(row) => Some(Pending {
                event: self.columns.event(row)?,
                key: self.columns.key(row)?,
                bytes: self.columns.bytes(row)?,
            }),
            None => None,
        };
        Ok(())
    }
}

/// Where the columns of a table stand in a row.
struct Columns {
    by_name: Vec<(String, usize)>,
    event: usize,
    key: Vec<usize>,
}

impl Columns {
    fn of(statement: &Statement<'_>, table: &Journalled) -> Result<Self> {
        let mut by_name: Vec<_> = statement
            .column_names()
            .map(str::to_owned)
            .zip(0usize..)
            .collect();
        by_name.sort();
        let place = |name: &str| statement.column_index(name);
        let key = table
            .key
            .iter()
            .map(|name| place(name))
            .collect::<rusqlite::Result<_>>()?;
        Ok(Self {
            event: place("event")?,
            key,
            by_name,
        })
    }

    fn event(&self, row: &Row<'_>) -> Result<i64> {
        Ok(row.get(self.event)?)
    }

    fn key(&self, row: &Row<'_>) -> Result<String> {
        let mut parts = Vec::new();
        for place in &self.key {
            parts.push(match row.get_ref(*place)? {
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                other => format!("{:?}", other.data_type()),
            });
        }
        Ok(parts.join("/"))
    }

    fn bytes(&self, row: &Row<'_>) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.write(row, &mut bytes)?;
        Ok(bytes)
    }

    /// The same into a buffer that is used again: an import writes a million rows.
    fn write(&self, row: &Row<'_>, bytes: &mut Vec<u8>) -> Result<()> {
        bytes.clear();
        for (name, place) in &self.by_name {
            let (tag, value): (u8, &[u8]) = match row.get_ref(*place)? {
                ValueRef::Null => continue,
                ValueRef::Integer(number) => {
                    row_bytes::write_integer(bytes, name, number);
                    continue;
                }
                ValueRef::Text(text) => (row_bytes::TEXT, text),
                ValueRef::Blob(blob) => (b'b', blob),
                // No table has such a column; what stands there all the same must not go unnoticed.
                ValueRef::Real(number) => {
                    row_bytes::write(bytes, name, b'r', &number.to_bits().to_be_bytes());
                    continue;
                }
            };
            row_bytes::write(bytes, name, tag, value);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{schema_version, statements_at};

    #[test]
    fn every_table_with_an_event_column_is_vouched_for() {
        let with_event: Vec<String> = statements_at(schema_version())
            .unwrap()
            .iter()
            .filter_map(|(object, sql)| Some((object.strip_prefix("table ")?.to_owned(), sql)))
            .filter(|(name, sql)| name != "audit_event" && sql.split_whitespace().any(|word| word == "event"))
            .map(|(name, _)| name)
            .collect();
        let mut listed: Vec<_> = JOURNALLED.iter().map(|t| t.name).collect();
        listed.sort_unstable();
        assert_eq!(
            with_event, listed,
            "a table left out could be edited without a trace"
        );
    }

    #[test]
    fn a_column_added_later_changes_no_digest_while_it_is_null() {
        let connection = Connection::open_in_memory().unwrap();
        connection
            .execute_batch(
                "CREATE TABLE office_channel (id INTEGER, version INTEGER, event INTEGER, detail TEXT);
            INSERT INTO office_channel VALUES (1, 1, 7, '一楼大厅');",
            )
            .unwrap();
        let table = &JOURNALLED[1];
        let before = table.digest_of(&connection, 7).unwrap();
        connection
            .execute_batch("ALTER TABLE office_channel ADD COLUMN note TEXT")
            .unwrap();
        connection.flush_prepared_statement_cache();
        assert_eq!(
            table.digest_of(&connection, 7).unwrap(),
            before,
            "old events must stay true after a migration"
        );
        connection
            .execute_batch("UPDATE office_channel SET note = ''")
            .unwrap();
        assert_ne!(
            table.digest_of(&connection, 7).unwrap(),
            before,
            "a value in it, even an empty one, counts"
        );
    }

    #[test]
    fn text_moved_from_one_column_to_the_next_is_another_row() {
        let digest = |a: &str, b: &str| {
            let connection = Connection::open_in_memory().unwrap();
            connection.execute_batch("CREATE TABLE office_channel (id INTEGER, version INTEGER, event INTEGER, a TEXT, b TEXT)").unwrap();
            connection
                .execute("INSERT INTO office_channel VALUES (1, 1, 7, ?1, ?2)", [a, b])
                .unwrap();
            JOURNALLED[1].digest_of(&connection, 7).unwrap()
        };
        assert_ne!(
            digest("甲乙", "丙"),
            digest("甲", "乙丙"),
            "lengths stand before values"
        );
    }
}
