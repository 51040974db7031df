CREATE TABLE station_key (
  id          INTEGER NOT NULL CHECK (id >= 1),
  version     INTEGER NOT NULL CHECK (version >= 1),
  event       INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  public_key  BLOB NOT NULL CHECK (length(public_key) = 32),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 32),
  certificate BLOB NOT NULL,
  certificate_digest BLOB NOT NULL CHECK (length(certificate_digest) = 32),
  certificate_until TEXT NOT NULL,
  epoch       INTEGER NOT NULL CHECK (epoch >= 1),
  state       TEXT NOT NULL CHECK (state IN ('in_force', 'retired', 'lost', 'revoked')),
  made_at     TEXT NOT NULL,
  ended_at    TEXT,
  reason      TEXT NOT NULL,
  file_digest BLOB CHECK (length(file_digest) = 32),
  PRIMARY KEY (id, version),
  CHECK ((state = 'in_force') = (ended_at IS NULL)),
  CHECK ((state = 'in_force') = (file_digest IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX station_key_event ON station_key (event);

CREATE TRIGGER station_key_insert BEFORE INSERT ON station_key
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM station_key WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM station_key)
  OR EXISTS (SELECT 1 FROM station_key WHERE id = NEW.id AND (public_key <> NEW.public_key OR certificate <> NEW.certificate))
  OR EXISTS (SELECT 1 FROM station_key WHERE id <> NEW.id AND public_key = NEW.public_key)
BEGIN SELECT RAISE(ABORT, 'station_key: ids and versions must follow, and a key stays the same'); END;

CREATE TRIGGER station_key_update BEFORE UPDATE ON station_key
BEGIN SELECT RAISE(ABORT, 'station_key is append-only'); END;

CREATE TRIGGER station_key_delete BEFORE DELETE ON station_key
BEGIN SELECT RAISE(ABORT, 'station_key is append-only'); END;

CREATE TABLE station_statement (
  id         INTEGER NOT NULL CHECK (id >= 1),
  version    INTEGER NOT NULL CHECK (version = 1),
  event      INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  digest     BLOB NOT NULL CHECK (length(digest) = 32),
  signed     TEXT NOT NULL CHECK (signed <> ''),
  PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX station_statement_event ON station_statement (event);

CREATE TRIGGER station_statement_insert BEFORE INSERT ON station_statement
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM station_statement)
BEGIN SELECT RAISE(ABORT, 'station_statement: numbers must follow the last one'); END;

CREATE TRIGGER station_statement_update BEFORE UPDATE ON station_statement
BEGIN SELECT RAISE(ABORT, 'station_statement is append-only'); END;

CREATE TRIGGER station_statement_delete BEFORE DELETE ON station_statement
BEGIN SELECT RAISE(ABORT, 'station_statement is append-only'); END;
