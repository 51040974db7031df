//! The control of the power-loss proof: copies the rows of one office that another does not have yet, in one transaction,
//! with whatever setting of SQLite it is told, and says so when SQLite says so.
//!
//! `control-writer OFFICE.db DONE.db FULL|NORMAL|OFF`. The program itself cannot be told another setting than its own.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a control that cannot go on stops"
)]

use rusqlite::Connection;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, office, done, synchronous] = arguments.as_slice() else {
        std::process::exit(2);
    };
    let connection = Connection::open(office).unwrap();
    connection.pragma_update(None, "journal_mode", "WAL").unwrap();
    connection
        .pragma_update(None, "synchronous", synchronous)
        .unwrap();
    connection.pragma_update(None, "foreign_keys", "OFF").unwrap();
    connection.execute("ATTACH ?1 AS done", [done]).unwrap();
    let mut query = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name <> 'audit_event', name")
        .unwrap();
    let tables: Vec<String> = query
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let copy: String = tables
        .iter()
        .map(|table| {
            format!("INSERT INTO main.{table} SELECT * FROM done.{table} EXCEPT SELECT * FROM main.{table};")
        })
        .collect();
    connection
        .execute_batch(&format!("BEGIN IMMEDIATE; {copy} COMMIT;"))
        .unwrap();
    println!("done");
}
