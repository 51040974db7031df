//! `docs/schema.sql` is the schema, with every column explained.

use std::collections::BTreeMap;

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
        bare(schema_statements(&documented).unwrap()),
        bare(schema_statements(&made).unwrap()),
        "docs/schema.sql must say what the file holds"
    );
}

/// Statements without their comments, every run of blanks as one. No text in our schema contains two hyphens.
fn bare(statements: BTreeMap<String, String>) -> BTreeMap<String, String> {
    let without_comments = |sql: &str| {
        let lines = sql
            .lines()
            .map(|line| line.split_once("--").map_or(line, |(code, _)| code));
        let words: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
        words.join(" ").replace("( ", "(").replace(" )", ")")
    };
    statements
        .into_iter()
        .map(|(object, sql)| (object, without_comments(&sql)))
        .collect()
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
