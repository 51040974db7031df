//! `docs/schema.sql` is the schema, with every column explained.

use rusqlite::Connection;
use sunlot_store::schema_statements;

use crate::support::{Office, text};

#[test]
fn the_commented_schema_is_the_one_that_the_migrations_make() {
    let documented = Connection::open_in_memory().unwrap();
    documented
        .execute_batch(&text("docs/schema.sql"))
        .expect("docs/schema.sql can be run as it stands");
    let office = Office::sample();
    let made = Connection::open(office.database()).unwrap();
    assert_eq!(
        schema_statements(&documented).unwrap(),
        schema_statements(&made).unwrap(),
        "docs/schema.sql must say what the file holds"
    );
}

#[test]
fn every_column_is_explained_beside_it() {
    let text = text("docs/schema.sql");
    let mut inside = false;
    for (number, line) in text.lines().enumerate() {
        let code = line.trim_start();
        inside = (inside || code.starts_with("CREATE TABLE")) && !code.starts_with(')');
        let column = inside && line.starts_with("  ") && code.starts_with(|c: char| c.is_ascii_lowercase());
        assert!(
            !column || line.contains(" -- "),
            "line {}: what is this column? {line}",
            number + 1
        );
    }
}
