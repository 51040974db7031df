CREATE TABLE personal_note (
  id          INTEGER NOT NULL CHECK (id >= 1),
  version     INTEGER NOT NULL CHECK (version IN (1, 2)),
  event       INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
  holder_kind TEXT NOT NULL CHECK (holder_kind <> ''),
  holder      TEXT NOT NULL CHECK (holder <> ''),
  field       TEXT NOT NULL CHECK (field <> ''),
  commitment  BLOB NOT NULL CHECK (length(commitment) = 32),
  key_mark    BLOB NOT NULL CHECK (length(key_mark) = 8),
  state       TEXT NOT NULL CHECK (state IN ('kept', 'erased')),
  reason      TEXT NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (id, version),
  CHECK ((version = 1) = (state = 'kept'))
) STRICT, WITHOUT ROWID;

CREATE INDEX personal_note_event ON personal_note (event);

CREATE TRIGGER personal_note_insert BEFORE INSERT ON personal_note
WHEN NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM personal_note WHERE id = NEW.id)
  OR NEW.id > (SELECT coalesce(max(id), 0) + 1 FROM personal_note)
  OR EXISTS (SELECT 1 FROM personal_note WHERE id = NEW.id
             AND (holder_kind <> NEW.holder_kind OR holder <> NEW.holder OR field <> NEW.field
                  OR commitment <> NEW.commitment OR key_mark <> NEW.key_mark))
BEGIN SELECT RAISE(ABORT, 'personal_note: ids and versions must follow, and a note stays about the same value'); END;

CREATE TRIGGER personal_note_update BEFORE UPDATE ON personal_note
BEGIN SELECT RAISE(ABORT, 'personal_note is append-only'); END;

CREATE TRIGGER personal_note_delete BEFORE DELETE ON personal_note
BEGIN SELECT RAISE(ABORT, 'personal_note is append-only'); END;

CREATE TABLE personal_field (
  note   INTEGER NOT NULL PRIMARY KEY CHECK (note >= 1),
  nonce  BLOB NOT NULL CHECK (length(nonce) = 24),
  sealed BLOB NOT NULL CHECK (length(sealed) > 0)
) STRICT;
