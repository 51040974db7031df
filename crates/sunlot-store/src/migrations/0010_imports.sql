CREATE TABLE roster_import (
  id       INTEGER NOT NULL CHECK (id >= 1),
  version  INTEGER NOT NULL CHECK (version >= 1),
  event    INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  registry TEXT NOT NULL CHECK (registry <> ''),
  file     TEXT NOT NULL CHECK (file <> ''),
  digest   BLOB NOT NULL CHECK (length(digest) = 32),
  sheet    TEXT NOT NULL CHECK (sheet <> ''),
  headings TEXT NOT NULL CHECK (headings <> ''),
  mapping  TEXT NOT NULL CHECK (mapping <> ''),
  source   TEXT CHECK (source <> ''),
  read     INTEGER NOT NULL CHECK (read >= 0),
  added    INTEGER NOT NULL CHECK (added >= 0),
  updated  INTEGER NOT NULL CHECK (updated >= 0),
  same     INTEGER NOT NULL CHECK (same >= 0),
  skipped  INTEGER NOT NULL CHECK (skipped >= 0),
  errors   INTEGER NOT NULL CHECK (errors >= 0),
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX roster_import_event ON roster_import (event);

CREATE INDEX roster_import_headings ON roster_import (headings);

CREATE TRIGGER roster_import_insert BEFORE INSERT ON roster_import
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM roster_import WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM roster_import)
BEGIN SELECT RAISE(ABORT, 'roster_import: ids and versions must follow the last one'); END;

CREATE TRIGGER roster_import_update BEFORE UPDATE ON roster_import
BEGIN SELECT RAISE(ABORT, 'roster_import is append-only'); END;

CREATE TRIGGER roster_import_delete BEFORE DELETE ON roster_import
BEGIN SELECT RAISE(ABORT, 'roster_import is append-only'); END;
